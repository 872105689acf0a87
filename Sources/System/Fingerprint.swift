/// A number of 64 bits that stays the same for the same texts (FNV-1a): quick, and no proof against malice.
public struct Fingerprint: Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Makes a fingerprint of nothing.
  public init() {}

  /// Makes the fingerprint of a text.
  public init(_ text: String) { add(text) }

  /// Adds the UTF-8 bytes of a text.
  public mutating func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The hexadecimal digits of the number, without leading zeros.
  public var digits: String { String(hash, radix: 16) }
}
