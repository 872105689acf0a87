/// Eight bytes looked at in one machine word; the lowest byte is the first in memory.
///
/// Each test sets the top bit of the bytes that match. Only the lowest set bit is exact: a match
/// may borrow from the bytes above it, and the callers look at the lowest alone.
struct ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private let bits: UInt64

  @inline(__always)
  init(at pointer: UnsafePointer<UInt8>) {
    bits = UInt64(
      littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Bytes equal to the byte that the pattern repeats.
  @inline(__always)
  func equal(_ pattern: UInt64) -> UInt64 {
    let difference = bits ^ pattern
    return (difference &- Self.ones) & ~difference & Self.tops
  }

  /// Bytes below 0x20.
  @inline(__always)
  var controls: UInt64 { (bits &- Self.ones &* 0x20) & ~bits & Self.tops }

  /// Bytes from 0x80 on.
  @inline(__always)
  var high: UInt64 { bits & Self.tops }

  /// The position, 0 to 7, of the first match.
  @inline(__always)
  static func first(_ matches: UInt64) -> Int { matches.trailingZeroBitCount &>> 3 }
}
