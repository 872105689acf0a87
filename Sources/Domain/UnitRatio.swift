/// How many base units one of a unit holds: a ratio of whole numbers, in lowest terms.
public struct UnitRatio: Hashable, Sendable {
  /// Base units in `denominator` of the unit.
  public let numerator: Int64
  /// At least one.
  public let denominator: Int64

  /// One base unit.
  public static let one = UnitRatio(reduced: 1, 1)

  /// Makes a ratio of two numbers above zero.
  public init?(_ numerator: Int64, _ denominator: Int64 = 1) {
    guard numerator > 0, denominator > 0 else { return nil }
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.init(reduced: numerator / divisor, denominator / divisor)
  }

  private init(reduced numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `10`, `12.5` or `1/12`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Quantity(String($0)) }
    guard numbers.count == parts.count, numbers.count <= 2 else { return nil }
    self.init(numbers[0].minor, numbers.count == 2 ? numbers[1].minor : 1000)
  }

  /// The base units that a number of the unit is; nil where they do not come out whole in thousandths.
  public func base(of number: Quantity) -> Quantity? {
    UnitRatio.scaled(number, by: numerator, denominator)
  }

  /// The number of the unit that base units are; nil where it does not come out whole in thousandths.
  public func number(of base: Quantity) -> Quantity? {
    UnitRatio.scaled(base, by: denominator, numerator)
  }

  private static func scaled(
    _ quantity: Quantity, by numerator: Int64, _ denominator: Int64
  ) -> Quantity? {
    let product = Int128(quantity.minor) * Int128(numerator)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int128(denominator))
    guard rest == 0, quotient.magnitude < 100_000_000_000_000 else { return nil }
    return Quantity(minor: Int64(quotient))
  }
}

private func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
  other == 0 ? one : greatestCommonDivisor(other, one % other)
}
