/// The text of a number as it was typed, from the text or the value that a workbook keeps.
enum NumberText {
  /// Spreadsheets keep what is typed to 15 digits.
  private static let digitsTyped = 15
  private static let longest = 32

  /// Returns another text for a number as a workbook has it, or nil where that text stays.
  ///
  /// `1.0160070484512E13` was typed as `10160070484512`, and `19.899999999999999` as `19.9`. A
  /// number of more than 15 digits that no shorter one stands for stays as it is.
  static func typed(_ literal: UnsafeMutableBufferPointer<UInt8>) -> [UInt8]? {
    let isScientific = literal.contains { $0 | 0x20 == UInt8(ascii: "e") }
    guard isScientific || literal.count > digitsTyped && literal.contains(UInt8(ascii: ".")),
      let value = Double(String(decoding: literal, as: UTF8.self))
    else { return nil }
    return decimal(value, digits: digitsTyped)
  }

  /// Returns the shortest text that stands for a value.
  static func shortest(_ value: Double) -> [UInt8] {
    decimal(value, digits: 17) ?? Array(value.description.utf8)
  }

  /// Returns the shortest decimal that stands for a value, without an exponent, if it has no more
  /// than so many digits.
  private static func decimal(_ value: Double, digits limit: Int) -> [UInt8]? {
    guard value.isFinite else { return nil }
    let parts = value.magnitude.description.split { $0 == "e" }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = Array(mantissa.joined().utf8)
    var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.count > 1 && digits.last == 0x30 { digits.removeLast() }
    while digits.count > 1 && digits.first == 0x30 {
      digits.removeFirst()
      point -= 1
    }
    guard digits.count <= limit, digits.count + abs(point) <= longest + limit else { return nil }
    let sign = value < 0 ? [UInt8(ascii: "-")] : []
    let zero = UInt8(ascii: "0")
    if point <= 0 {
      let zeros = [UInt8](repeating: zero, count: -point)
      return digits == [zero] ? [zero] : sign + [zero, UInt8(ascii: ".")] + zeros + digits
    }
    if point >= digits.count {
      return sign + digits + [UInt8](repeating: zero, count: point - digits.count)
    }
    return sign + digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
  }
}
