public import Domain

/// What entering an order returned.
public struct OrderReceipt: Equatable, Sendable {
  /// The document's number.
  public let document: Int64
  /// The goods' total, in yuan.
  public let total: Money
  /// The change to give, in yuan.
  public let change: Money
  /// How many lines it has.
  public let lines: Int
  /// True where the same request had been entered before: this is its first result.
  public let repeated: Bool
  /// The business day that it is booked on, `YYYY-MM-DD`.
  public let day: String
  /// True for a signed agreement, which is no sale; `document` is its number.
  public var isAgreement = false
}
