import Domain

/// One line of a basket.
struct BasketLine: Codable, Equatable, Sendable {
  /// The most that a line may come to; more is a slip of the hand, or a barcode as a quantity.
  static let limit = Money(minor: 9_999_999_99)

  /// What is sold, at the price that was shown.
  var goods: Goods
  /// Base units, above zero.
  var quantity: Quantity

  /// The price times the quantity, rounded once.
  var amount: Money { goods.price * quantity }

  /// Makes a line of what was typed.
  ///
  /// - Throws: `Problem` `quantity_malformed`, `quantity_not_positive`, `quantity_not_whole` or
  ///   `quantity_implausible`.
  init(_ goods: Goods, typed: String) throws(Problem) {
    var typed = typed
    if typed.hasPrefix("+") { typed.removeFirst() }
    try self.init(goods, Quantity(asked: typed, of: goods.sku))
  }

  /// Makes a line.
  init(_ goods: Goods, _ quantity: Quantity) throws(Problem) {
    var facts = ["code": goods.sku, "name": goods.name, "unit": goods.unit]
    facts["quantity"] = quantity.short
    if goods.isWhole && !quantity.isWhole { throw Problem("quantity_not_whole", facts) }
    let fen = Int128(goods.price.minor) * Int128(quantity.minor) / 1000
    guard quantity.minor < 100_000_000, fen <= Int128(Self.limit.minor) else {
      throw Problem("quantity_implausible", facts)
    }
    self.goods = goods
    self.quantity = quantity
  }

  /// Quantity, unit and price, as `2 盒 × 128.00`.
  var sum: String { "\(quantity.short) \(goods.unit) × \(goods.price)" }
}
