import Glibc

/// A regular file open for reading, closed when the value ends.
public struct InputFile: ~Copyable {
  /// What distinguishes one state of a file from another.
  public struct Stamp: Equatable, Sendable {
    /// The device that it lies on, by the system's number.
    public let device: UInt
    /// Its number there.
    public let node: UInt
    /// Its length in bytes.
    public let size: Int
    /// When it was last written, in seconds since 1970, without its fraction.
    public let seconds: Int
    /// The nanoseconds beside them.
    public let nanoseconds: Int
  }

  private let descriptor: Int32

  /// Opens a file; nothing is waited for.
  ///
  /// - Throws: `ReadError.system`.
  public init(path: String) throws(ReadError) {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno: errno) }
    self.descriptor = descriptor
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    close(descriptor)
  }

  /// The state of the file.
  ///
  /// - Throws: `ReadError.system`, `.notRegularFile`.
  public func stamp() throws(ReadError) -> Stamp {
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegularFile }
    return Stamp(
      device: UInt(status.st_dev), node: UInt(status.st_ino), size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Goes on reading at an offset.
  ///
  /// - Throws: `ReadError.system`.
  public func seek(to offset: Int) throws(ReadError) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw .system(errno: errno) }
  }

  /// Returns so many bytes from an offset on, or as many as there are.
  ///
  /// - Throws: `ReadError.system`.
  public func bytes(at offset: Int, _ count: Int) throws(ReadError) -> [UInt8] {
    try seek(to: offset)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    let filled = try read(into: buffer)
    return Array(buffer[..<filled])
  }

  /// Reads until the buffer is full or the file ends; returns the number of bytes read.
  ///
  /// - Throws: `ReadError.system`.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = Glibc.read(descriptor, rest.baseAddress, rest.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno: errno)
      }
      filled += count
    }
    return filled
  }
}
