internal import CFreeXL
import Glibc

/// A file that lies in memory, and may be opened by its path while this value lives.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Makes a file of these bytes, with zeroes after them; nil where there is no memory.
  init?(_ pieces: [[UInt8]], length: Int) {
    descriptor = memfd_create("workbook", UInt32(FD_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for piece in pieces {
      var rest = piece[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return nil }
        rest = rest.dropFirst(count)
      }
    }
    guard ftruncate(descriptor, length) == 0 else { return nil }
  }

  deinit {
    close(descriptor)
  }
}
