import Domain

extension BasketLine {
  /// The quantity, and in base units too where it was typed in others: `5 斤 (2.5 公斤)`.
  var amountOfGoods: String { EnteredQuantity.words(entered, quantity, goods.unit) }

  /// Quantity, unit and the price of a base unit: `2 盒 × 128.00`, or `5 斤 (2.5 公斤 × 6.80)`.
  var sum: String { EnteredQuantity.words(entered, quantity, goods.unit, at: goods.price) }
}
