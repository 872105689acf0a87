/// The 32 bytes of a SHA-256 digest, as a value.
public struct SHA256Digest: Hashable, Sendable {
  /// The bytes, eight a word, the first in the highest place.
  private let words: SIMD4<UInt64>

  /// Takes 32 bytes; nil of any other number.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init(exactly: bytes)
  }

  init(exactly bytes: some Sequence<UInt8>) {
    var words = SIMD4<UInt64>()
    for (index, byte) in bytes.enumerated() {
      words[index >> 3] = words[index >> 3] << 8 | UInt64(byte)
    }
    self.words = words
  }

  /// Reads 64 lower-case hexadecimal digits; nil of anything else.
  public init?(hex text: some StringProtocol) {
    guard text.utf8.count == 64,
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    var words = SIMD4<UInt64>()
    for (index, digit) in text.utf8.enumerated() {
      words[index >> 4] = words[index >> 4] << 4 | UInt64(digit < 58 ? digit - 48 : digit - 87)
    }
    self.words = words
  }

  /// The bytes.
  public var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 >> 3] >> (56 - 8 * UInt64($0 & 7))) }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      for nibble in [byte >> 4, byte & 15] {
        digits.append(nibble < 10 ? 48 + nibble : 87 + nibble)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The first four bytes, as a number: enough to know rows apart, no proof of anything.
  public var mark: UInt32 { UInt32(truncatingIfNeeded: words[0] >> 32) }

  func store(into bytes: UnsafeMutableRawBufferPointer) {
    for index in 0..<4 {
      bytes.storeBytes(
        of: words[index].bigEndian, toByteOffset: 8 * index, as: UInt64.self)
    }
  }

  init(loading bytes: UnsafeRawBufferPointer) {
    var words = SIMD4<UInt64>()
    for index in 0..<4 {
      words[index] = UInt64(
        bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
    self.words = words
  }
}

extension SHA256Hasher {
  /// Returns the digest, and starts anew.
  public func digest() -> SHA256Digest { finalize { SHA256Digest(loading: $0) } }

  /// Adds the 32 bytes of a digest.
  public func update(_ digest: SHA256Digest) {
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { bytes in
      digest.store(into: bytes)
      update(raw: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Adds one byte.
  public func update(byte: UInt8) {
    withUnsafeBytes(of: byte) { update(raw: $0) }
  }
}
