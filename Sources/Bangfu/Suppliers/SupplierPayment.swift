public import Domain

/// Money that is paid to a supplier.
public struct SupplierPayment: Sendable {
  /// The UUID that makes the payment once.
  public var id: String?
  /// The supplier's code.
  public var supplier: String
  /// Yuan, above zero.
  public var amount: Money
  /// The receipts that it pays, by number; none for the oldest.
  public var receipts: [Int64] = []
  /// The day it was paid; nil for today.
  public var day: BusinessDay?
  /// How: the raw value of a `AccountPaymentMethod`.
  public var method = AccountPaymentMethod.bank.rawValue
  /// The linked household that it is for.
  public var household: String?
  /// Whether it may be more than is owed.
  public var isAdvance = false
  /// A remark, such as the number of the transfer.
  public var note: String?

  /// Makes a payment.
  public init(to supplier: String, amount: Money) {
    self.supplier = supplier
    self.amount = amount
  }
}

/// What an entry of a supplier's account returned.
public struct SupplierReceipt: Equatable, Sendable {
  /// The entry's number.
  public let number: Int64
  /// Yuan owed to the supplier now; below zero where they owe, or were paid in advance.
  public let owed: Money
  /// True where the same request had been entered before.
  public let repeated: Bool
}
