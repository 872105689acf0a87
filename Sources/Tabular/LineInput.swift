import Glibc

/// The lines of a stream such as standard input, which can be asked whether the next one is there already.
///
///     var lines = LineInput()
///     while let line = lines.next() { print(lines.number, line) }
public struct LineInput {
  /// The number of the line that was read last, from 1.
  public private(set) var number = 0
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// Reads from an open file descriptor; 0 is standard input.
  public init(descriptor: Int32 = 0) { self.descriptor = descriptor }

  /// Waits for the next line and returns it without its end, LF or CR LF; nil after the last one.
  ///
  /// Bytes that are not UTF-8 become U+FFFD.
  public mutating func next() -> String? {
    while true {
      if let end = waiting[start...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(waiting[start..<end])
      }
      if hasEnded {
        defer { start = waiting.count }
        return start < waiting.count ? line(waiting[start...]) : nil
      }
      fill()
    }
  }

  /// Whether the next line, or the end, can be had without waiting for it.
  public mutating func isNextThere() -> Bool {
    while !hasEnded && !waiting[start...].contains(0x0A) {
      var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&input, 1, 0) > 0 else { return false }
      fill()
    }
    return true
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> String {
    number += 1
    return String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private mutating func fill() {
    waiting.removeSubrange(..<start)
    start = 0
    let size = 1 << 16
    let more = [UInt8](unsafeUninitializedCapacity: size) { space, count in
      var got = 0
      repeat { got = read(descriptor, space.baseAddress, size) } while got < 0 && errno == EINTR
      count = max(0, got)
    }
    hasEnded = more.isEmpty
    waiting += more
  }
}
