/// A kind of file, known by its content, never by the suffix.
public enum FileKind: Equatable, Sendable {
  /// Delimited text.
  case text
  /// A ZIP archive; `TextFile`, which looks at the first bytes alone, calls a workbook this too.
  case zip
  /// An OLE2 compound file, such as a document of Word 97–2003; `TextFile` calls a workbook this.
  case ole2
  /// A web page, which many platforms hand out with the suffix `.xls`.
  case html
  /// A gzip stream.
  case gzip
  /// A workbook of Excel 2007 or later, `.xlsx` or `.xlsm`.
  case workbook
  /// A workbook of Excel 97–2003, `.xls`.
  case oldWorkbook
  /// A workbook with a password to open it.
  case lockedWorkbook
  /// A workbook in the binary format of Excel 2007, `.xlsb`.
  case binaryWorkbook
  /// A document of OpenDocument, such as `.ods`.
  case openDocument
  /// A document or presentation of Office 2007 or later: `.docx`, `.pptx`.
  case officeDocument
  /// A workbook in XML of Excel 2003, XML Spreadsheet.
  case xmlWorkbook
  /// A document in the Portable Document Format.
  case pdf
  /// A RAR archive.
  case rar
  /// A 7z archive.
  case sevenZip

  private static let signatures: [([UInt8], FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .ole2), ([0x1F, 0x8B], .gzip), (Array("%PDF-".utf8), .pdf),
    (Array("Rar!\u{1A}\u{07}".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
  ]

  /// Returns the kind from the first bytes of a file, or nil when they may be delimited text.
  init?(head: [UInt8]) {
    if let (_, kind) = FileKind.signatures.first(where: { head.starts(with: $0.0) }) {
      self = kind
    } else if FileKind.isXMLWorkbook(head) {
      self = .xmlWorkbook
    } else if FileKind.isHTML(head) {
      self = .html
    } else {
      return nil
    }
  }

  /// XML Spreadsheet names its own namespace, and its root is a workbook.
  private static func isXMLWorkbook(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet")
      && text.contains("Workbook")
  }

  /// A page may open with a declaration, a comment or `<meta>`, so the tags are looked for
  /// within the first 2 KB; but text that does not begin with `<` is no page.
  private static func isHTML(_ head: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
    let text = head.prefix(2048).drop { marks.contains($0) }
    guard text.first == UInt8(ascii: "<") else { return false }
    let lower = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ["<html", "<table"].contains { tag in
      let tag = Array(tag.utf8)
      return lower.indices.contains { lower[$0...].starts(with: tag) }
    }
  }
}
