/// An amount of yuan, kept in fen.
public struct Money: FixedPoint {
  /// Two: fen are hundredths of a yuan.
  public static let scale = 2
  /// The amount in fen.
  public var minor: Int64
  /// Makes an amount of so many fen.
  public init(minor: Int64) { self.minor = minor }

  /// The amount for people, with a comma every three digits: `138,000,000.00`.
  public var grouped: String {
    let text = description
    let negative = text.hasPrefix("-")
    let whole = text.dropFirst(negative ? 1 : 0).dropLast(3)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (negative ? "-" : "") + grouped + text.suffix(3)
  }

  /// The price of a base unit times a quantity, in fen, rounded half away from zero.
  public static func * (price: Money, quantity: Quantity) -> Money {
    let product = Int128(price.minor) * Int128(quantity.minor)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: 1000)
    let carry: Int128 = rest.magnitude * 2 >= 1000 ? product.signum() : 0
    return Money(minor: Int64(quotient + carry))
  }

  /// Splits the amount in proportion to weights, by largest remainder, to the fen.
  ///
  /// The parts add up to the amount. Equal remainders go to the earlier part. Weights that are
  /// all zero count as equal.
  ///
  /// - Parameter weights: One non-negative number for each part; at least one.
  /// - Returns: An amount for each weight, in their order.
  public func split(by weights: [Int64]) -> [Money] {
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard whole > 0 else { return split(by: weights.map { _ in 1 }) }
    let exact = weights.map {
      (Int128(minor) * Int128($0)).quotientAndRemainder(dividingBy: whole)
    }
    var parts = exact.map { Money(minor: Int64($0.quotient)) }
    let left = minor - parts.reduce(0) { $0 + $1.minor }
    let order = exact.indices.sorted {
      (exact[$0].remainder.magnitude, -$0) > (exact[$1].remainder.magnitude, -$1)
    }
    for index in order.prefix(Int(left.magnitude)) { parts[index].minor += left.signum() }
    return parts
  }
}
