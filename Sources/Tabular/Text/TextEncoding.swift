/// How the bytes of a text file stand for characters.
public enum TextEncoding: Equatable, Sendable {
  /// UTF-8 without a byte order mark, valid over the whole file.
  case utf8
  /// UTF-8 after the byte order mark `EF BB BF`.
  case utf8BOM
  /// GB18030, of which GBK and GB2312 are part.
  case gb18030

  /// The name for people: `UTF-8`, `UTF-8 BOM` or `GB18030`.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8BOM: "UTF-8 BOM"
    case .gb18030: "GB18030"
    }
  }
}

/// The byte order mark that a file begins with.
enum ByteOrderMark {
  case none
  case utf8
  case utf16
  case gb18030

  init(head: [UInt8]) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if head.starts(with: [0x84, 0x31, 0x95, 0x33]) {
      self = .gb18030
    } else {
      self = .none
    }
  }

  /// The number of bytes to skip before the text.
  var length: Int {
    switch self {
    case .none: 0
    case .utf8: 3
    case .utf16: 2
    case .gb18030: 4
    }
  }
}
