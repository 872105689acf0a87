/// A number kept as a whole count of its smallest part.
public protocol FixedPoint: Hashable, Comparable, Sendable, LosslessStringConvertible {
  /// How many decimal digits follow the point.
  static var scale: Int { get }
  /// The value, in units of 10⁻ˢᶜᵃˡᵉ.
  var minor: Int64 { get set }
  /// Makes a number of so many of its smallest part.
  init(minor: Int64)
}

extension FixedPoint {
  /// Nothing.
  public static var zero: Self { Self(minor: 0) }
  /// Whether one number is less than another.
  public static func < (one: Self, other: Self) -> Bool { one.minor < other.minor }
  /// Adds two numbers; traps on overflow, which no sum of real money reaches.
  public static func + (one: Self, other: Self) -> Self { Self(minor: one.minor + other.minor) }
  /// Subtracts a number from another.
  public static func - (one: Self, other: Self) -> Self { Self(minor: one.minor - other.minor) }
  /// Adds a number to a variable.
  public static func += (sum: inout Self, other: Self) { sum = sum + other }
  /// Changes a number's sign.
  public static prefix func - (number: Self) -> Self { Self(minor: -number.minor) }
  /// The number without its sign.
  public var magnitude: Self { minor < 0 ? -self : self }

  /// Reads plain decimal text such as `-12.30`.
  ///
  /// More digits than the scale keeps are refused, not rounded; so are signs other than `-`,
  /// exponents, separators, spaces and full-width digits, and values of 12 digits and more
  /// before the point, which no column of the database holds.
  public init?(_ text: String) {
    var digits = text.utf8[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits.removeFirst() }
    var minor: Int64 = 0
    var whole = 0
    var fraction: Int?
    for byte in digits {
      if byte == UInt8(ascii: ".") {
        guard fraction == nil, whole > 0 else { return nil }
        fraction = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      if let places = fraction { fraction = places + 1 } else { whole += 1 }
      guard (fraction ?? 0) <= Self.scale, whole <= 16 else { return nil }
      minor = minor * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard whole > 0, fraction != 0 else { return nil }
    for _ in (fraction ?? 0)..<Self.scale {
      let (tens, overflow) = minor.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      minor = tens
    }
    guard minor < 100_000_000_000_000 else { return nil }
    self.init(minor: negative ? -minor : minor)
  }

  /// The number as plain decimal text, with all digits of its scale.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the number as `description` has it.
  public func write(to bytes: inout [UInt8]) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var start = digits.count
    var rest = minor.magnitude
    while rest > 0 || digits.count - start <= Self.scale {
      start -= 1
      digits[start] += UInt8(rest % 10)
      rest /= 10
    }
    if minor < 0 { bytes.append(UInt8(ascii: "-")) }
    for index in start..<digits.count {
      if digits.count - index == Self.scale { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digits[index])
    }
  }
}
