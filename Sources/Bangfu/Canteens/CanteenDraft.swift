public import Domain

/// What an organisation orders.
public struct CanteenOrderDraft: Sendable {
  /// The UUID that makes the order once.
  public var id: String?
  /// The buyer's code.
  public var buyer: String
  /// The channel's code; nil for the only one of the kind `canteen`.
  public var channel: String?
  /// The location that its goods leave; nil for the channel's own, else the default one.
  public var location: String?
  /// The goods; a price is the agreed one, for one of the line's unit, nil for the catalogue's.
  public var lines: [OrderLine] = []
  /// The day for which they are wished; nil for the day of the order.
  public var wished: BusinessDay?
  /// A remark, such as the number of the buyer's own sheet.
  public var note: String?
  /// When it was ordered; nil for now.
  public var at: Instant?

  /// Makes an order without lines.
  public init(of buyer: String) { self.buyer = buyer }
}

/// How the buyer weighed or counted a delivery.
public struct CanteenAcceptanceDraft: Sendable {
  /// The UUID that makes the acceptance once.
  public var id: String?
  /// The delivery's number.
  public var delivery: Int64
  /// What was weighed or counted and is accepted; what is not named is accepted as it was delivered, less what is refused.
  public var accepted = StockItems()
  /// What is refused and comes back, maybe by lot.
  public var refused = StockItems()
  /// Why it is refused.
  public var reason: String?
  /// Who signed for the buyer.
  public var signedBy: String
  /// When it was accepted; nil for now.
  public var at: Instant?

  /// Accepts all of a delivery.
  public init(of delivery: Int64, signedBy: String) {
    self.delivery = delivery
    self.signedBy = signedBy
  }
}

/// What an order returned.
public struct CanteenOrderReceipt: Equatable, Sendable {
  /// The order's number.
  public let order: Int64
  /// What it is worth, in yuan.
  public let total: Money
  /// True where the same request had been entered before.
  public let repeated: Bool
}

/// What a delivery returned.
public struct CanteenDelivery: Equatable, Sendable {
  /// The delivery's number.
  public let delivery: Int64
  /// Base units of the order that are still to be delivered, all products together.
  public let left: Quantity
  /// True where the same request had been entered before.
  public let repeated: Bool
}

/// What an acceptance returned.
public struct CanteenAcceptance: Equatable, Sendable {
  /// The acceptance's number.
  public let acceptance: Int64
  /// The document of the sale; nil where nothing was accepted.
  public let document: Int64?
  /// What was accepted, in yuan: the buyer owes it.
  public let total: Money
  /// The business day of the sale; nil where there is none.
  public let day: BusinessDay?
  /// True where the same request had been entered before.
  public let repeated: Bool
}

/// What an invoice returned.
public struct CanteenInvoice: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// What was accepted, in yuan.
  public let total: Money
  /// The day of the invoice.
  public let day: BusinessDay
}

/// What an undo did.
public struct CanteenUndo: Equatable, Sendable {
  /// The undo's number.
  public let number: Int64
  /// The order that it concerns; nil for what was said of a statement.
  public let order: Int64?
  /// What was undone: order, end, delivery, acceptance, invoice, confirmation or dispute.
  public let act: String
}
