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
}

extension Goods {
  /// Takes over what the catalogue says.
  init(_ item: SaleItem) {
    self.init(
      sku: item.sku, name: item.name, unit: item.unit, isWhole: item.isWhole, price: item.price)
  }
}
