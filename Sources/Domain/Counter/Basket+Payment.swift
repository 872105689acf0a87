/// Which money a till takes: only cash may be more than is due, only a named buyer may owe.
extension Basket {
  /// Why money is not taken.
  public enum PaymentRefusal: Error, Equatable, Sendable {
    /// Enough came in already.
    case enough
    /// It is nothing.
    case notPositive
    /// It is to be owed, and nobody is named who owes it.
    case buyerMissing
    /// It is more than is due, and gives no change.
    case overDue(PaymentMethod, due: Money)
    /// Money on account is of the buyer, who therefore stays.
    case buyerOwes
  }

  /// The money given.
  public var paid: Money { payments.total }
  /// What is still to be paid, not below zero.
  public var due: Money { max(.zero, total - paid) }
  /// What came in beyond what is to be paid: the change.
  public var change: Money { max(.zero, paid - total) }

  /// Whether more came in by other methods than cash than is to be paid.
  public var isOverpaid: Bool {
    change > payments.filter(\.method.givesChange).total
  }

  /// Whether it is paid, and can be sold.
  public var isPaid: Bool { due == .zero && !isOverpaid }

  /// Takes money.
  public mutating func take(_ method: PaymentMethod, _ amount: Money) throws(PaymentRefusal) {
    if due == .zero { throw .enough }
    if amount <= .zero { throw .notPositive }
    if method.needsBuyer, buyer == nil { throw .buyerMissing }
    if !method.givesChange, amount > due { throw .overDue(method, due: due) }
    payments.append(Tender(method: method, amount: amount))
  }

  /// Takes the buyer away, unless something is put on account.
  public mutating func removeBuyer() throws(PaymentRefusal) {
    if payments.contains(where: \.method.needsBuyer) { throw .buyerOwes }
    buyer = nil
  }
}
