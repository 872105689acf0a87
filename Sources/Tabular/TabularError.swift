/// Why bytes could not be read as rows of text.
///
/// Lines are physical lines, counted from 1; offsets are bytes from the start of the file,
/// counted from 0.
public enum TabularError: Error, Equatable, Sendable {
  /// The operating system refused to open or read the file.
  case system(errno: Int32)
  /// The path names a folder, a pipe or a device, which cannot be read twice.
  case notRegularFile
  /// The file is 0 bytes long, or holds only a byte order mark and white space.
  case empty
  /// The content is of a kind that is known and not read yet.
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
  /// A field that begins on the line is longer than `TextFile.Limits.fieldBytes`.
  case fieldTooLong(line: Int)
  /// The row that begins on the line is longer than `TextFile.Limits.rowBytes`.
  case rowTooLong(line: Int)
  /// The row that begins on the line has more fields than `TextFile.Limits.columns`.
  case tooManyColumns(line: Int)
  /// Bytes to decompress are not gzip, are damaged, or end early.
  case damagedGzip
  /// Decompressed bytes are more than the limit.
  case gzipTooLong(limit: Int)
}
