import Glibc

/// Reading from a file descriptor.
public enum FileBytes {
  /// Reads to the end, and keeps the last `limit` bytes.
  public static func text(of file: Int32, limit: Int) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(file, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
      if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
    }
  }
}
