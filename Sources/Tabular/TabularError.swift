public import System

/// Why bytes could not be read as rows of text.
///
/// Lines are physical lines of text, or rows of a sheet, counted from 1; offsets are bytes from
/// the start of the file, counted from 0.
public indirect enum TabularError: Error, Equatable, Sendable {
  /// The operating system refused to open or read the file.
  case system(errno: Int32)
  /// The path names a folder, a pipe or a device, which cannot be read twice.
  case notRegularFile
  /// The file is 0 bytes long, or holds only a byte order mark and white space.
  case empty
  /// The content is of a kind that is known and not read, or not read by itself.
  case notRead(FileKind)
  /// The file begins with the byte order mark of UTF-16.
  case utf16
  /// The byte at the offset is a control character that no text holds.
  case binary(byteOffset: Int)
  /// The bytes at the offset are no character in the encoding of the file.
  case undecodable(byteOffset: Int)
  /// The C library holds no converter for the encoding.
  case converterMissing(TextEncoding)
  /// The file was changed after it was opened.
  case changed
  /// A quoted field that begins on the line is not closed at the end of the file.
  case unclosedQuote(line: Int)
  /// A line of a stream has more bytes than the limit.
  case lineTooLong(line: Int, limit: Int)
  /// A tag of a workbook or page has more attributes, or bytes, than any program writes.
  case tagTooLong
  /// A file takes far more time than its bytes deserve.
  case tooSlow
  /// A field that begins on the line is longer than `TextFile.Limits.fieldBytes`.
  case fieldTooLong(line: Int)
  /// The row that begins on the line is longer than `TextFile.Limits.rowBytes`.
  case rowTooLong(line: Int)
  /// The row that begins on the line has more fields than `TextFile.Limits.columns`.
  case tooManyColumns(line: Int)
  /// A text that is read whole is longer than the limit.
  case textTooLong(limit: Int)
  /// What came along standard input is longer than the limit.
  case inputTooLong(limit: Int)
  /// Bytes to decompress are not gzip, are damaged, or end early.
  case damagedGzip
  /// Decompressed bytes are more than the limit.
  case gzipTooLong(limit: Int)

  // MARK: - Archives

  /// An archive lies in an archive, deeper than is read.
  case nested(FileKind)
  /// A ZIP archive is damaged or ends early.
  case damagedArchive
  /// The members of an archive take up more bytes than it has: some share the same bytes.
  case membersOverlap
  /// An archive has more members than `TableFile.Limits.members`.
  case tooManyMembers(limit: Int)
  /// A member is compressed or encrypted by a method that is not known.
  case methodUnknown
  /// A member is encrypted, and no password was given.
  case passwordMissing
  /// A member is encrypted, with another password.
  case passwordWrong
  /// What is unpacked is more than `TableFile.Limits.unpackedBytes`.
  case unpackedTooLong(limit: Int)
  /// What is unpacked is more than `TableFile.Limits.ratio` times the packed bytes.
  case ratioTooHigh(limit: Int)
  /// A temporary file, into which a member is unpacked, cannot be made or written.
  case temporaryFile(errno: Int32)

  // MARK: - Workbooks and pages

  /// A page ends before its table does.
  case pageCut

  /// A part of a workbook is missing, or is not what it should be.
  case damagedWorkbook(part: String)
  /// A part of a workbook declares a document type, which could define entities.
  case documentType(part: String)
  /// The texts that the cells of a workbook share are more than `TableFile.Limits.sharedBytes`.
  case sharedTextTooLong(limit: Int)
  /// A workbook, page or archive holds more tables than `TableFile.Limits.tables`.
  case tooManyTables(limit: Int)
  /// A workbook, page or archive holds no table.
  case noTable
  /// The elements of a page are nested deeper than is read.
  case tooDeep
  /// A workbook of Excel 97–2003 is damaged.
  case damagedOldWorkbook
  /// A workbook of Excel 97–2003 took more memory or time than the limits allow.
  case oldWorkbookTooLarge
  /// A text of a workbook of Excel 5 or 95 is none in the code page that it names, or nobody knows
  /// the page.
  case oldWorkbookCodePage(Int)
  /// The program that reads workbooks of Excel 97–2003 cannot be started.
  case readerNotStarted(errno: Int32)

  /// The error befell a member of an archive, or another file inside the one that was opened.
  case inside(member: String, TabularError)

  /// The same said of a table.
  public init(_ error: ReadError) {
    self =
      switch error {
      case .system(let errno): .system(errno: errno)
      case .notRegularFile: .notRegularFile
      case .textTooLong(let limit): .textTooLong(limit: limit)
      case .inputTooLong(let limit): .inputTooLong(limit: limit)
      case .temporaryFile(let errno): .temporaryFile(errno: errno)
      }
  }
}

/// Runs `body`; what it throws leaves as a `TabularError`.
func translating<T: ~Copyable>(
  _ body: @autoclosure () throws(ReadError) -> T
) throws(TabularError) -> T {
  do throws(ReadError) { return try body() } catch { throw TabularError(error) }
}
