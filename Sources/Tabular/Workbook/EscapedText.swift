/// Text in which `_x000D_` stands for a character that XML cannot hold.
enum EscapedText {
  private static let mark = UInt8(ascii: "_")

  /// Puts the characters themselves in, in place; returns the new length.
  static func restore(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard bytes.count >= 7, bytes.contains(mark) else { return bytes.count }
    var (from, to) = (0, 0)
    while from < bytes.count {
      if let scalar = scalar(bytes, from) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[to] = byte
          to += 1
        }
        from += 7
      } else {
        bytes[to] = bytes[from]
        from += 1
        to += 1
      }
    }
    return to
  }

  private static func scalar(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ position: Int
  ) -> Unicode.Scalar? {
    guard bytes[position] == mark, position + 7 <= bytes.count,
      bytes[position + 1] == UInt8(ascii: "x"),
      bytes[position + 6] == mark
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(position + 2)..<(position + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
