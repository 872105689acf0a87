/// A quantity of base units, kept in thousandths.
public struct Quantity: FixedPoint {
  /// Three: a gram is a thousandth of a kilogram.
  public static let scale = 3
  /// The quantity in thousandths.
  public var minor: Int64
  /// Makes a quantity of so many thousandths.
  public init(minor: Int64) { self.minor = minor }
  /// Makes a quantity of whole units.
  public init(whole: Int64) { minor = whole * 1000 }

  /// Whether there is no fraction.
  public var isWhole: Bool { minor % 1000 == 0 }

  /// The quantity for people, without trailing zeros: `2`, `1.5`.
  public var short: String {
    var text = description
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
