/// Writes small workbooks from the text of their parts.
public struct WorkbookMaker {
  /// What the namespaces of the transitional form begin with.
  public static let transitional = "http://schemas.openxmlformats.org"

  /// The sheets: name, the content of the sheet's data, and perhaps a state.
  public var sheets: [(name: String, rows: String, state: String)] = []
  /// The `si` elements.
  public var shared = ""
  /// The `numFmt` elements.
  public var formats = ""
  /// The format number of each cell style.
  public var styles = [0]
  /// Whether days are counted from 1904.
  public var is1904 = false
  /// The prefix of all elements, with its colon.
  public var prefix = ""
  /// What namespaces begin with.
  public var space = "\(transitional)/spreadsheetml/2006/main"
  /// What the namespaces of relations begin with.
  public var relations = "\(transitional)/officeDocument/2006/relationships"
  /// What stands before every sheet's root.
  public var prologue = ""

  /// Makes a workbook of one sheet.
  public init(_ rows: String = "", shared: String = "") {
    sheets = rows.isEmpty ? [] : [("Sheet1", rows, "")]
    self.shared = shared
  }

  /// The archive.
  public var bytes: [UInt8] { zip.bytes }

  /// The parts.
  public var zip: ZipMaker {
    var zip = ZipMaker()
    func add(_ name: String, _ xml: String) { zip.add(name, Array(xml.utf8)) }
    add("[Content_Types].xml", "<Types/>")
    add("_rels/.rels", related([("officeDocument", "xl/workbook.xml")]))
    let targets =
      sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
      + [("styles", "/xl/styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    add("xl/_rels/workbook.xml.rels", related(targets))
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"9\" rel:id=\"r\(index)\" \(sheet.state)/>"
    }.joined()
    add(
      "xl/workbook.xml",
      element(
        "workbook", "<workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>\(tabs)</sheets>"))
    let xfs = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    add(
      "xl/styles.xml",
      element("styleSheet", "<numFmts>\(formats)</numFmts><cellXfs>\(xfs)</cellXfs>"))
    add("xl/sharedStrings.xml", element("sst", shared))
    for (index, sheet) in sheets.enumerated() {
      add(
        "xl/worksheets/sheet\(index + 1).xml",
        prologue
          + element(
            "worksheet", "<dimension ref=\"A1\"/><sheetData>\(sheet.rows)</sheetData><drawing/>"))
    }
    return zip
  }

  private func related(_ targets: [(String, String)]) -> String {
    let list = targets.enumerated().map { index, target in
      "<Relationship Id=\"r\(index)\" Type=\"\(relations)/\(target.0)\" Target=\"\(target.1)\"/>"
    }
    return "<Relationships>\(list.joined())</Relationships>"
  }

  /// The root of a part, with the prefix put to every element.
  private func element(_ name: String, _ content: String) -> String {
    let inner =
      prefix.isEmpty
      ? content
      : content.replacing(/<(\/?)([A-Za-z])/) { "<\($0.output.1)\(prefix)\($0.output.2)" }
    let own = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let spaces = "\(own)=\"\(space)\" xmlns:rel=\"\(relations)\""
    return "<\(prefix)\(name) \(spaces)>\(inner)</\(prefix)\(name)>"
  }
}
