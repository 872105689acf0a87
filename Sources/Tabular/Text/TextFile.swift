internal import System

/// A file of delimited text whose content was looked through once, from end to end.
///
///     let file = try TextFile.open("1791430000_orders.csv")
///     try file.forEachRow { row in
///       print(row.line, row.trimmed(0))
///     }
public struct TextFile: Sendable {
  /// The path that was opened.
  public private(set) var path: String
  /// The SHA-256 digest of all bytes, as 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The size of the file in bytes, with any byte order mark.
  public let byteCount: Int
  /// How the bytes stand for characters.
  public let encoding: TextEncoding
  /// The byte that parts the fields: a comma, a semicolon or a TAB.
  public let delimiter: UInt8
  /// The offset in bytes of the first sequence that is not UTF-8, in a file read as GB18030.
  ///
  /// When that file then cannot be decoded or understood, it may be UTF-8 damaged at this position.
  public let firstNonUTF8: Int?

  /// The bytes that hold text: without the byte order mark and a final 0x1A.
  let content: Range<Int>
  private(set) var stamp: InputFile.Stamp
  let blockSize: Int

  /// Reads a file once, in blocks, and returns its digest, encoding and delimiter.
  ///
  /// Memory stays at about 1 MB, however long the file is.
  ///
  /// - Throws: `TabularError` when the file cannot be read, is empty, or is no text.
  public static func open(_ path: String) throws(TabularError) -> TextFile {
    try open(path, blockSize: 1 << 20)
  }

  /// Opens a file with blocks of another size; tests use small ones.
  static func open(_ path: String, blockSize: Int) throws(TabularError) -> TextFile {
    let survey = try FileSurvey(path: path, blockSize: blockSize)
    return TextFile(path: path, survey: survey, blockSize: blockSize)
  }

  /// Opens a web page, whose bytes are looked through like text.
  static func openPage(_ path: String) throws(TabularError) -> TextFile {
    let blockSize = 1 << 20
    let survey = try FileSurvey(path: path, blockSize: blockSize, allowing: .html)
    return TextFile(path: path, survey: survey, blockSize: blockSize)
  }

  /// Returns the same text at another path: it was unpacked again.
  func moved(to path: String) throws(TabularError) -> TextFile {
    // A path of an open file may be that of another by now.
    var text = self
    text.path = path
    text.stamp = try translating(InputFile(path: path).stamp())
    guard text.stamp.size == byteCount else { throw .changed }
    return text
  }

  private init(path: String, survey: FileSurvey, blockSize: Int) {
    self.path = path
    self.blockSize = blockSize
    sha256 = survey.sha256
    byteCount = survey.stamp.size
    encoding = survey.encoding
    delimiter = DelimiterGuess(head: survey.head).delimiter
    firstNonUTF8 = survey.firstNonUTF8
    content = survey.content
    stamp = survey.stamp
  }
}
