public import Domain

/// How a supermarket sells.
public enum SupermarketKind: String, CaseIterable, Sendable {
  /// 代销: it settles a price for what it sold.
  case consignment
  /// 联营: it keeps a rate of its till sales.
  case concession
}

/// The terms of a supermarket from a day on.
public struct SupermarketTerms: Sendable {
  /// The channel's code.
  public var channel: String
  /// The first day on which they hold.
  public var from: BusinessDay
  /// How it sells.
  public var kind: SupermarketKind
  /// Percent of till sales that it keeps, with at most two decimals; nothing for consignment.
  public var rate = Money.zero
  /// The day of a month on which a settlement period ends; 31 for its last.
  public var lastDay = 31
  /// The shops that may stand in its sheets; none for any.
  public var shops: [String] = []

  /// Describes terms.
  public init(of channel: String, from: BusinessDay, kind: SupermarketKind) {
    (self.channel, self.from, self.kind) = (channel, from, kind)
  }
}

/// What a supermarket settled for a period.
public struct SupermarketSettlement: Sendable {
  /// The UUID that makes it once.
  public var id: String?
  /// The channel's code.
  public var channel: String
  /// Its days; the first is nil for the day after the last period of the terms.
  public var from: BusinessDay?, to: BusinessDay
  /// Yuan that it settled, before deductions; nil for what the terms make of its sheets.
  public var settled: Money?
  /// Yuan that it says its tills took; nil where it does not say.
  public var till: Money?
  /// What it deducts, by what it calls it, in yuan.
  public var deductions: [(kind: String, amount: Money)] = []
  /// Whether a period that is none of the terms, or long past, is meant.
  public var isSure = false
  /// A remark.
  public var note: String?

  /// Describes a settlement.
  public init(of channel: String, to: BusinessDay) { (self.channel, self.to) = (channel, to) }
}

/// Money that a supermarket paid of a settlement.
public struct SupermarketPayment: Sendable {
  /// The UUID that makes the payment once.
  public var id: String?
  /// The settlement's number.
  public var settlement: Int64
  /// Yuan, above zero.
  public var amount: Money
  /// The day it was paid; nil for today.
  public var day: BusinessDay?
  /// How: the raw value of an `AccountPaymentMethod`.
  public var method = AccountPaymentMethod.bank.rawValue
  /// A remark, such as the number of the transfer.
  public var note: String?

  /// Makes a payment.
  public init(of settlement: Int64, amount: Money) {
    (self.settlement, self.amount) = (settlement, amount)
  }
}
