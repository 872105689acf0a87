public import Domain

/// Money that a buyer paid.
public struct BuyerPayment: Sendable {
  /// The UUID that makes the payment once.
  public var id: String?
  /// The buyer's code.
  public var buyer: String
  /// Yuan, above zero.
  public var amount: Money
  /// The documents of the sales that it pays; none for the oldest.
  public var documents: [Int64] = []
  /// The day it was paid; nil for today.
  public var day: BusinessDay?
  /// How: the raw value of a `AccountPaymentMethod`.
  public var method = AccountPaymentMethod.bank.rawValue
  /// Whether it may be more than is owed.
  public var isAdvance = false
  /// A remark, such as the number of the transfer.
  public var note: String?

  /// Makes a payment.
  public init(by buyer: String, amount: Money) {
    self.buyer = buyer
    self.amount = amount
  }
}

/// What a payment of a buyer, or its reversal, returned.
public struct BuyerReceipt: Equatable, Sendable {
  /// The entry's number.
  public let number: Int64
  /// Yuan that the buyer owes now; below zero where more was paid.
  public let owed: Money
  /// True where the same request had been entered before.
  public let repeated: Bool
}
