import Glibc

/// The text of a number in a typed cell: the one place where workbooks and pages get it.
///
/// It is what a spreadsheet shows: 15 significant digits, no zeros that say nothing, no exponent. So
/// `1001.0` and `1001` are one code, and `28.799999999999997` is `28.8`. Whole numbers keep all
/// digits that count: those of orders have up to 19.
enum NumberText {
  /// The digits that spreadsheets show.
  private static let digitsShown = 15
  /// Up to here every whole number has a value of its own.
  private static let lastExact = 9_007_199_254_740_992.0
  private static let longest = 47

  /// Returns another text for a number as a file has it, or nil where that text stays.
  static func shown(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let form = Form(literal) else { return nil }
    if form.isShown { return nil }
    if let whole = form.whole { return whole }
    guard let value = Double(String(decoding: literal, as: UTF8.self)) else { return nil }
    return decimal(value)
  }

  /// Whether a text is a number, such as `-12.50` or `1.9E+18`.
  static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool { Form(text) != nil }

  /// Returns the text of a value.
  static func shown(_ value: Double) -> [UInt8] {
    decimal(value) ?? Array(value.description.utf8)
  }

  private static func decimal(_ value: Double) -> [UInt8]? {
    guard value.isFinite else { return nil }
    if value.magnitude <= lastExact, value == value.rounded(.towardZero) {
      return Array(String(Int64(value)).utf8)
    }
    var text = [CChar](repeating: 0, count: 32)
    let count = withVaList([Int32(digitsShown - 1), value.magnitude]) {
      Int(vsnprintf(&text, text.count, "%.*e", $0))
    }
    // A digit, a point, the others, and the exponent.
    let bytes = text[..<count].map { UInt8(bitPattern: $0) }
    let parts = bytes.split(separator: UInt8(ascii: "e"))
    guard parts.count == 2, let exponent = Int(String(decoding: parts[1], as: UTF8.self)) else {
      return nil
    }
    var digits = parts[0].filter { $0 != UInt8(ascii: ".") }
    while digits.count > 1 && digits.last == zero { digits.removeLast() }
    let point = exponent + 1
    guard digits.count + abs(point) <= longest + digitsShown else { return nil }
    let sign = value < 0 ? [UInt8(ascii: "-")] : []
    if point <= 0 {
      return sign + [zero, UInt8(ascii: ".")] + [UInt8](repeating: zero, count: -point) + digits
    }
    if point >= digits.count {
      return sign + digits + [UInt8](repeating: zero, count: point - digits.count)
    }
    return sign + digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
  }

  private static let zero = UInt8(ascii: "0")

  /// How a number is written.
  private struct Form {
    /// Whether it is written as it is shown.
    let isShown: Bool
    /// A whole number without the zeros that say nothing, with all its other digits.
    let whole: [UInt8]?

    /// Reads `-12.50E+3`; nil where a text is no number.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var rest = text[...]
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      let whole = rest.prefix(while: Self.isDigit)
      let hasPlus = text.first == UInt8(ascii: "+")
      rest = rest[whole.endIndex...]
      let hasPoint = rest.first == UInt8(ascii: ".")
      if hasPoint { rest = rest.dropFirst() }
      let part = hasPoint ? rest.prefix(while: Self.isDigit) : rest[..<rest.startIndex]
      rest = rest[part.endIndex...]
      guard whole.count + part.count > 0 else { return nil }
      if let mark = rest.first {
        var exponent = rest.dropFirst()
        if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
          exponent = exponent.dropFirst()
        }
        guard mark | 0x20 == UInt8(ascii: "e"), !exponent.isEmpty,
          exponent.allSatisfy(Self.isDigit)
        else { return nil }
        (isShown, self.whole) = (false, nil)
        return
      }
      let isPlain = !hasPlus && (whole.count == 1 || whole.count > 1 && whole.first != zero)
      guard part.allSatisfy({ $0 == zero }) else {
        isShown =
          isPlain && part.last != zero && whole.count + part.count <= NumberText.digitsShown
        self.whole = nil
        return
      }
      let digits = whole.drop { $0 == zero }
      isShown = isPlain && !hasPoint && (!isNegative || !digits.isEmpty)
      self.whole =
        digits.isEmpty ? [zero] : (isNegative ? [UInt8(ascii: "-")] : []) + digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  }
}
