/// What the styles of a workbook say about dates.
final class StyleSheet: XMLHandler {
  /// What each cell style shows of a number.
  private(set) var shapes: [SerialDate.Shape] = []
  private var formats: [Int: SerialDate.Shape] = [:]
  private var isInCellStyles = false
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name == "cellXfs" {
      isInCellStyles = true
    } else if name == "numFmt" {
      if let number = attributes.text("numFmtId").flatMap({ Int($0) }),
        let code = attributes.text("formatCode")
      {
        formats[number] = FormatCode.shape(code)
        try check(formats.count)
      }
    } else if isInCellStyles && name == "xf" {
      let number = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      shapes.append(formats[number] ?? FormatCode.shape(builtIn: number))
      try check(shapes.count)
    }
  }

  override func end(_ name: XMLName) throws {
    if name == "cellXfs" { isInCellStyles = false }
  }

  /// Spreadsheets have at most 65,536 of each.
  private func check(_ count: Int) throws {
    guard count <= limit else { throw TabularError.damagedWorkbook(part: "xl/styles.xml") }
  }
}
