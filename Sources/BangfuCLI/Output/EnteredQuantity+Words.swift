import Domain

extension EnteredQuantity {
  /// A quantity in base units, behind what was entered where that was in another unit: `5 斤 (2.5 公斤)`.
  static func words(_ entered: EnteredQuantity?, _ quantity: Quantity, _ unit: String) -> String {
    let base = "\(quantity.short) \(unit)"
    guard let entered, let other = entered.unit else { return base }
    return "\(entered.number.short) \(other) (\(base))"
  }

  /// The same with the price of a base unit, where it is known: `2 盒 × 128.00`, or `5 斤 (2.5 公斤 × 6.80)`.
  static func words(
    _ entered: EnteredQuantity?, _ quantity: Quantity, _ unit: String, at price: Money?
  ) -> String {
    words(entered, quantity, price.map { "\(unit) × \($0.grouped)" } ?? unit)
  }
}
