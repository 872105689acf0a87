/// A product as a till needs to know it.
public struct Goods: Codable, Equatable, Sendable {
  /// The product's code, name and base unit.
  public var sku: String, name: String, unit: String
  /// Whether the base unit refuses fractions.
  public var isWhole: Bool
  /// Yuan for a base unit.
  public var price: Money
  /// The other units it may be entered in; nil in baskets of older programs.
  public var units: [String: UnitRatio]?

  /// Makes goods.
  public init(
    sku: String, name: String, unit: String, isWhole: Bool, price: Money,
    units: [String: UnitRatio]? = nil
  ) {
    self.sku = sku
    self.name = name
    self.unit = unit
    self.isWhole = isWhole
    self.price = price
    self.units = units
  }

  /// A unit of the goods, and how many base units one of it holds.
  public struct KnownUnit: Equatable, Sendable {
    /// Its name, as the catalogue writes it.
    public let name: String
    /// How many base units one of it holds.
    public let ratio: UnitRatio
  }

  /// The unit of a name that a clerk typed; nil where it is none of theirs.
  public func unit(named name: String) -> KnownUnit? {
    if name.lowercased() == unit.lowercased() { return KnownUnit(name: unit, ratio: .one) }
    for name in [name, name.lowercased()] {
      if let ratio = units?[name] { return KnownUnit(name: name, ratio: ratio) }
    }
    return nil
  }

  /// The unit of a name.
  ///
  /// - Throws: `Problem` `unit_not_of_product`.
  public func known(unit name: String) throws(Problem) -> KnownUnit {
    guard let found = unit(named: name) else {
      let names = [unit] + (units ?? [:]).keys.sorted()
      throw Problem(
        "unit_not_of_product", ["code": sku, "unit": name, "units": names.joined(separator: " ")])
    }
    return found
  }

  /// The facts of a quantity of it that was typed.
  func facts(_ entered: EnteredQuantity) -> [String: String] {
    [
      "code": sku, "name": name, "base": unit, "quantity": entered.number.short,
      "unit": entered.unit ?? unit,
    ]
  }
}
