import Bangfu
import Domain

/// A product as a till needs to know it.
struct Goods: Codable, Equatable, Sendable {
  /// The product's code, name and unit.
  var sku: String, name: String, unit: String
  /// Whether the unit refuses fractions.
  var isWhole: Bool
  /// Yuan for a base unit.
  var price: Money
  /// The other units it may be entered in; nil in baskets of older programs.
  var units: [String: UnitRatio]?

  /// The unit of a name that a clerk typed, and what it holds.
  func unit(named name: String) -> (name: String, ratio: UnitRatio)? {
    if name.lowercased() == unit.lowercased() { return (unit, .one) }
    for name in [name, name.lowercased()] {
      if let ratio = units?[name] { return (name, ratio) }
    }
    return nil
  }
}

extension Goods {
  /// Takes over what the catalogue says.
  init(_ item: SaleItem) {
    self.init(
      sku: item.sku, name: item.name, unit: item.unit, isWhole: item.isWhole, price: item.price,
      units: item.units)
  }

  /// The unit of a name.
  ///
  /// - Throws: `Problem` `unit_not_of_product`.
  func known(unit name: String) throws(Problem) -> (name: String, ratio: UnitRatio) {
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
