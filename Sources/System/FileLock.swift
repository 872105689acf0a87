import Glibc

/// A lock of the kernel on a file, which goes with the last process that has it open.
public struct FileLock: Sendable {
  /// The open file, which a program that is started may be left.
  public let file: Int32

  /// Takes the lock; where somebody else holds it, waits, or returns nil.
  ///
  /// - Throws: `FileError.system`.
  public init?(_ path: String, waiting: Bool) throws(FileError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
    while flock(file, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(file)
      if code == EWOULDBLOCK { return nil }
      throw .system(call: "flock", path: path, code: code)
    }
  }

  /// Gives the lock back.
  public func release() { close(file) }
}
