import Glibc

/// What the operating system refused.
public struct FileFailure: Error {
  let errno: Int32
}

/// Writes a file for a test, in blocks; what is there under the name is replaced.
public final class FileWriter {
  /// The path that is written.
  public let path: String
  private let file: Int32
  private var buffer: [UInt8] = []

  /// Creates the file, readable by everybody where `isPrivate` is false.
  ///
  /// - Throws: `FileFailure`.
  public init(_ path: String, isPrivate: Bool = false) throws {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    if file < 0 { throw FileFailure(errno: errno) }
  }

  deinit { close(file) }

  /// Adds bytes; they reach the file in blocks of 64 KB.
  ///
  /// - Throws: `FileFailure`, such as a full disk.
  public func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds text as UTF-8.
  public func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Sees to it that all bytes are in the file.
  public func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure(errno: errno)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
