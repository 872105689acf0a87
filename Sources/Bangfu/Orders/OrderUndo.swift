public import Domain

/// What the undo of a refund or void did.
public struct OrderUndo: Equatable, Sendable {
  /// The document that does it: the refund's reversal, or the order that is sold again.
  public let document: Int64
  /// The order that was refunded or voided.
  public let order: Int64
  /// Yuan that the order is worth again.
  public let total: Money
  /// Whether it undid a refund; else a void.
  public let isOfRefund: Bool
  /// The business day that it is booked on: that of what it undoes, `YYYY-MM-DD`.
  public let day: String
}
