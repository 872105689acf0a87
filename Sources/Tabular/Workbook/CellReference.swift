/// A cell's name, such as `AB12`.
enum CellReference {
  /// Returns the column, from 0, or nil when the name begins with no letters.
  @inline(__always)
  static func column(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in name {
      let letter = Int(byte | 0x20) - 0x60
      guard letter >= 1 && letter <= 26 && byte >= 0x41 else { break }
      column = column * 26 + letter
      // Far beyond every limit of columns.
      if column > 1 << 40 { break }
    }
    return column == 0 ? nil : column - 1
  }

  /// Returns a number written in digits, or nil.
  @inline(__always)
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty && text.count <= 18 else { return nil }
    var number = 0
    for byte in text {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
