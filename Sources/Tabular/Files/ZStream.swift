internal import CZlib

/// A `z_stream` that stays in one place, since zlib remembers its address.
final class ZStream {
  /// The largest window, and the gzip header.
  static let windowBits = Int32(15 + 16)
  static let size = Int32(MemoryLayout<z_stream>.size)

  let pointer = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    pointer.initialize(to: z_stream())
  }

  deinit {
    pointer.deallocate()
  }

  var inputLeft: Int { Int(pointer.pointee.avail_in) }
  var outputLeft: Int { Int(pointer.pointee.avail_out) }

  func setInput(_ bytes: UnsafeBufferPointer<UInt8>) {
    pointer.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    pointer.pointee.avail_in = Self.length(bytes.count)
  }

  func setOutput(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    pointer.pointee.next_out = bytes.baseAddress
    pointer.pointee.avail_out = Self.length(bytes.count)
  }

  private static func length(_ count: Int) -> UInt32 {
    guard let length = UInt32(exactly: count) else {
      preconditionFailure("4 GB or more in one call of zlib: hand over smaller chunks")
    }
    return length
  }
}
