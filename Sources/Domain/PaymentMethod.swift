/// A method by which customers pay.
public enum PaymentMethod: String, Codable, CaseIterable, Sendable {
  /// Notes and coins, the only method that gives change.
  case cash
  /// 微信, 支付宝, a bank card.
  case wechat, alipay, card
  /// The buyer owes it.
  case account
  /// A voucher.
  case voucher

  /// Whether more of it may come in than is due.
  public var givesChange: Bool { self == .cash }
  /// Whether it is owed, by a buyer who is named, so that no money comes in.
  public var needsBuyer: Bool { self == .account }
}

/// A method by which suppliers are paid, and buyers pay what they owe.
public enum AccountPaymentMethod: String, CaseIterable, Sendable {
  /// A transfer from bank to bank.
  case bank
  /// Notes and coins, 微信, 支付宝, a bank card.
  case cash, wechat, alipay, card
}
