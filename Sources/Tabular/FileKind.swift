/// A kind of file that is told by its first bytes, never by its suffix.
public enum FileKind: Equatable, Sendable {
  /// A ZIP archive, which a workbook of Excel 2007 or later (`.xlsx`) is too.
  case zip
  /// An OLE2 compound file: a workbook of Excel 97–2003 (`.xls`), or one with a password.
  case ole2
  /// A web page, which many platforms hand out with the suffix `.xls`.
  case html
  /// A gzip stream.
  case gzip

  /// Tells the kind from the first bytes of a file, or nil when they may be delimited text.
  init?(head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .ole2
    } else if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if FileKind.isHTML(head) {
      self = .html
    } else {
      return nil
    }
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
