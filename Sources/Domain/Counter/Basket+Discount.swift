/// What may be taken off a basket: yuan, or what a rate leaves, never more than the goods come to.
extension Basket {
  /// Takes yuan off the whole basket, in place of what was taken off before.
  ///
  /// - Throws: `Problem` `discount_over`.
  public mutating func takeOff(_ amount: Money) throws(Problem) {
    guard amount <= subtotal else {
      throw Problem("discount_over", ["discount": amount.grouped, "total": "\(subtotal)"])
    }
    discount = amount
  }

  /// Takes off what is not paid where so many thousandths of the price are, to the fen.
  public mutating func takeOff(leaving thousandths: Int) {
    discount = subtotal - Money(minor: (subtotal.minor * Int64(thousandths) + 500) / 1000)
  }

  /// Drops a discount that is more than the goods now come to; returns it.
  public mutating func dropExcessDiscount() -> Money? {
    guard discount > subtotal else { return nil }
    defer { discount = .zero }
    return discount
  }
}
