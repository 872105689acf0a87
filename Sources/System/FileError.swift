/// Why a file was not written.
public enum FileError: Error, Equatable, Sendable {
  /// There is something of this name, which is not to be replaced.
  case exists(String)
  /// The name is a link, and links are not followed.
  case isLink(String)
  /// The name is a folder, a pipe, a socket or a device.
  case isNoFile(String)
  /// The operating system refused `call` on `path` with the error number `code`.
  case system(call: String, path: String, code: Int32)
}
