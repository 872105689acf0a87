import Glibc

/// A regular file open for reading, closed when the value ends.
struct InputFile: ~Copyable {
  /// What distinguishes one state of a file from another.
  struct Stamp: Equatable, Sendable {
    var device: UInt
    var node: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let descriptor: Int32

  init(path: String) throws(TabularError) {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno: errno) }
    self.descriptor = descriptor
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    close(descriptor)
  }

  func stamp() throws(TabularError) -> Stamp {
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegularFile }
    return Stamp(
      device: UInt(status.st_dev), node: UInt(status.st_ino), size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }

  func seek(to offset: Int) throws(TabularError) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw .system(errno: errno) }
  }

  /// Returns so many bytes from an offset on, or as many as there are.
  func bytes(at offset: Int, _ count: Int) throws(TabularError) -> [UInt8] {
    try seek(to: offset)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    let filled = try read(into: buffer)
    return Array(buffer[..<filled])
  }

  /// Reads until the buffer is full or the file ends; returns the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
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
