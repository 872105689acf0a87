/// One line of a basket.
public struct BasketLine: Codable, Equatable, Sendable {
  /// The most that a line may come to; more is a slip of the hand, or a barcode as a quantity.
  public static let limit = Money(minor: 9_999_999_99)
  /// What a quantity stays below, for the same reason.
  private static let quantityLimit = Quantity(whole: 100_000)

  /// What is sold, at the price that was shown.
  public var goods: Goods
  /// Base units, above zero.
  public var quantity: Quantity
  /// The unit it was typed in; nil for the base unit.
  public var unit: String?

  /// The price times the quantity, rounded once.
  public var amount: Money { goods.price * quantity }

  /// What was typed, where that is not in base units.
  public var entered: EnteredQuantity? {
    guard let unit, let number = goods.unit(named: unit)?.ratio.number(of: quantity) else {
      return nil
    }
    return EnteredQuantity(number, unit)
  }

  /// Makes a line of what was typed: a number, maybe with its unit, else of the unit given.
  ///
  /// - Parameters:
  ///   - goods: what is sold.
  ///   - typed: the quantity as a clerk types it.
  ///   - unit: its unit where none was typed; nil for the base unit.
  /// - Throws: `Problem` `quantity_malformed`, `quantity_not_positive`, `quantity_not_whole`,
  ///   `quantity_implausible`, `quantity_uneven` or `unit_not_of_product`.
  public init(_ goods: Goods, typed: String, unit: String? = nil) throws(Problem) {
    var typed = typed
    if typed.hasPrefix("+") { typed.removeFirst() }
    let entered = try EnteredQuantity(asked: typed.typed, of: goods.sku)
    try self.init(goods, EnteredQuantity(entered.number, entered.unit ?? unit))
  }

  /// Makes a line of a number of a unit.
  ///
  /// - Throws: as `init(_:typed:unit:)` does.
  public init(_ goods: Goods, _ entered: EnteredQuantity) throws(Problem) {
    let unit = try goods.known(unit: entered.unit ?? goods.unit)
    guard let quantity = unit.ratio.base(of: entered.number) else {
      throw Problem("quantity_uneven", goods.facts(entered))
    }
    try self.init(goods, quantity, unit: unit.ratio == .one ? nil : unit.name)
  }

  /// Makes a line of base units.
  private init(_ goods: Goods, _ quantity: Quantity, unit: String?) throws(Problem) {
    var facts = ["code": goods.sku, "name": goods.name, "unit": goods.unit]
    facts["quantity"] = quantity.short
    if goods.isWhole && !quantity.isWhole { throw Problem("quantity_not_whole", facts) }
    let fen = Int128(goods.price.minor) * Int128(quantity.minor) / 1000
    guard quantity < Self.quantityLimit, fen <= Int128(Self.limit.minor) else {
      throw Problem("quantity_implausible", facts)
    }
    self.goods = goods
    self.quantity = quantity
    self.unit = unit
  }

  /// More of the same, typed in the same unit.
  ///
  /// - Throws: as `init(_:typed:unit:)` does.
  public func adding(_ other: BasketLine) throws(Problem) -> BasketLine {
    try BasketLine(goods, quantity + other.quantity, unit: unit)
  }

  /// Whether the other line is of the same goods at the same price, typed in the same unit.
  public func isLike(_ other: BasketLine) -> Bool {
    goods.sku == other.goods.sku && goods.price == other.goods.price && unit == other.unit
  }
}
