import Glibc

/// The lines of a stream such as standard input, which can be asked whether the next one is there already.
///
///     var lines = LineInput()
///     while let line = try lines.next() { print(lines.number, line) }
public struct LineInput {
  /// The number of the line that was read last, from 1.
  public private(set) var number = 0
  private let descriptor: Int32
  private let limit: Int
  private var waiting: [UInt8] = []
  private var start = 0
  /// Where the line end is looked for from now on: what is before was looked at.
  private var position = 0
  /// How many bytes were looked at for a line end.
  private(set) var looked = 0
  /// Whether the line that began is longer than the limit, and what comes of it is dropped.
  private var isTooLong = false
  private var hasEnded = false

  /// Reads from an open file descriptor, 0 being standard input, lines of so many bytes at most.
  public init(descriptor: Int32 = 0, limit: Int = 1 << 20) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// Waits for the next line and returns it without its end, LF or CR LF; nil after the last one.
  ///
  /// Bytes that are not UTF-8 become U+FFFD. After an error the next line can be read.
  ///
  /// - Throws: `TabularError.lineTooLong`, or `.binary` where the line holds the character NUL.
  public mutating func next() throws(TabularError) -> String? {
    while true {
      if let end = lineEnd() {
        defer { (start, position) = (end + 1, end + 1) }
        return try line(waiting[start..<end])
      }
      if waiting.count - start > limit {
        isTooLong = true
        drop()
      }
      if hasEnded {
        defer { (start, position) = (waiting.count, waiting.count) }
        return start < waiting.count || isTooLong ? try line(waiting[start...]) : nil
      }
      fill()
    }
  }

  /// Whether the next line, or the end, can be had without waiting for it.
  public mutating func isNextThere() -> Bool {
    while !hasEnded, lineEnd() == nil {
      if waiting.count - start > limit {
        isTooLong = true
        drop()
      }
      var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&input, 1, 0) > 0 else { return false }
      fill()
    }
    return true
  }

  /// Finds the next line end, looking at no byte twice.
  private mutating func lineEnd() -> Int? {
    if let end = waiting[position...].firstIndex(of: 0x0A) {
      looked += end + 1 - position
      position = end
      return end
    }
    looked += waiting.count - position
    position = waiting.count
    return nil
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) throws(TabularError) -> String {
    number += 1
    defer { isTooLong = false }
    if isTooLong || bytes.count > limit { throw .lineTooLong(line: number, limit: limit) }
    if let nul = bytes.firstIndex(of: 0) { throw .binary(byteOffset: nul - bytes.startIndex) }
    return String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private mutating func drop() {
    waiting.removeAll(keepingCapacity: true)
    (start, position) = (0, 0)
  }

  private mutating func fill() {
    if start > 0 {
      waiting.removeSubrange(..<start)
      (start, position) = (0, position - start)
    }
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
