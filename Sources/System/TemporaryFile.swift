import Glibc
import Synchronization

/// A temporary file without a name, for nobody else, gone when the value ends, or the process.
public final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let size = Atomic(0)
  private let limit: Int

  /// Where the file can be opened again, as long as this value lives.
  public var path: String { "/proc/self/fd/\(descriptor)" }

  /// Makes an empty file in the folder that `TMPDIR` names, else in `/tmp`, of so many bytes at most.
  ///
  /// - Throws: `ReadError.temporaryFile`.
  public init(limit: Int = .max) throws(ReadError) {
    self.limit = limit
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let name = "/bangfu-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let path = (folder.isEmpty ? "/tmp" : folder) + name
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .temporaryFile(errno: errno) }
    unlink(path)
  }

  /// Makes a file of bytes.
  ///
  /// - Throws: `ReadError.temporaryFile`.
  public convenience init(_ bytes: [UInt8]) throws(ReadError) {
    try self.init()
    try write(bytes)
  }

  deinit {
    close(descriptor)
  }

  /// A copy of standard input, which can be read twice.
  ///
  /// - Throws: `ReadError.inputTooLong`, `.temporaryFile`, such as a full disk; `.system`.
  public static func ofStandardInput(
    limit: Int
  ) throws(ReadError) -> TemporaryFile {
    let copy = try TemporaryFile(limit: limit)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .system(errno: errno) }
      if count == 0 { return copy }
      try copy.write(Array(block[..<count]))
    }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `ReadError.inputTooLong`, `.temporaryFile`.
  public func write(_ bytes: [UInt8]) throws(ReadError) {
    let failure = bytes.withUnsafeBytes { put($0) }
    if let failure { throw failure }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `ReadError.inputTooLong`, `.temporaryFile`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(ReadError) {
    if let failure = put(bytes) { throw failure }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) -> ReadError? {
    if size.add(bytes.count, ordering: .relaxed).newValue > limit {
      return .inputTooLong(limit: limit)
    }
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return .temporaryFile(errno: errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }
}
