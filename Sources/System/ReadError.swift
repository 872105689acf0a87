/// Why a file was not read, or a temporary one not made.
public enum ReadError: Error, Equatable, Sendable {
  /// The operating system refused to open or read the file.
  case system(errno: Int32)
  /// The path names a folder, a pipe or a device, which cannot be read twice.
  case notRegularFile
  /// A text that is read whole is longer than the limit, in bytes.
  case textTooLong(limit: Int)
  /// What came along standard input, or is written into a temporary file, is longer than the limit, in bytes.
  case inputTooLong(limit: Int)
  /// A temporary file cannot be made or written.
  case temporaryFile(errno: Int32)
}
