/// What a client asks to be sold: the content of `order enter`.
public struct Order: Equatable, Sendable {
  /// The UUID that makes the order once: the same id and content return the first result.
  public var id: String?
  /// The channel's code.
  public var channel = "counter"
  /// The goods.
  public var lines: [OrderLine] = []
  /// The money that came in; none where a buyer owes it all.
  public var tenders: [Tender] = []
  /// The buyer's code, who owes what is not paid.
  public var buyer: String?
  /// The location that issues the goods; nil for the channel's own.
  public var location: String?
  /// Yuan off the whole order.
  public var discount = Money.zero
  /// When it happened; nil for now.
  public var at: Instant?
  /// Who entered it; nil for the user of the system.
  public var operatorName: String?
  /// A signed agreement (签约), which is kept and shown but is no sale.
  public var isSigned = false
  /// Who lets goods that have expired be sold, and why; nil where nobody does.
  public var approval: ExpiredApproval?

  /// Makes an empty order at the counter.
  public init() {}
}

/// Why goods that have expired are sold, and the second person who approves it.
public struct ExpiredApproval: Codable, Equatable, Sendable {
  /// Why.
  public var reason: String
  /// Who; not the one who sells.
  public var approvedBy: String

  /// Makes an approval.
  public init(reason: String, approvedBy: String) {
    self.reason = reason
    self.approvedBy = approvedBy
  }
}

/// One line of an order: a product, a quantity, maybe a price.
public struct OrderLine: Equatable, Sendable {
  /// A sku or a barcode.
  public let code: String
  /// How many of the unit, above zero.
  public let quantity: Quantity
  /// The unit; nil for the product's base unit.
  public let unit: String?
  /// What the buyer was shown it to be in base units; the price is for a base unit then.
  public let shown: Quantity?
  /// Yuan for one of the unit; nil for the catalogue's.
  public let price: Money?

  /// Makes a line.
  public init(
    code: String, quantity: Quantity, unit: String? = nil, shown: Quantity? = nil,
    price: Money? = nil
  ) {
    self.code = code
    self.quantity = quantity
    self.unit = unit
    self.shown = shown
    self.price = price
  }

  /// Reads `SKU:QUANTITY` or `SKU:QUANTITY@PRICE`; a unit may follow the quantity, as in `HS01:5斤`.
  ///
  /// - Throws: `Problem` `line_malformed`, `quantity_malformed`, `quantity_not_positive` or
  ///   `amount_malformed`.
  public init(parsing text: String) throws(Problem) {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else {
      throw Problem("line_malformed", ["text": text])
    }
    let rest = text[text.index(after: colon)...]
    let parts = rest.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    code = String(text[..<colon])
    let entered = try EnteredQuantity(asked: String(parts[0]), of: code)
    quantity = entered.number
    unit = entered.unit
    shown = nil
    price = parts.count == 2 ? try Money(asked: String(parts[1]), in: text) : nil
  }
}

extension Quantity {
  /// Reads a quantity that was asked for: plain digits, at most three after the point, above zero.
  public init(asked text: String, of code: String) throws(Problem) {
    guard let quantity = Quantity(text) else {
      throw Problem("quantity_malformed", ["code": code, "quantity": text])
    }
    guard quantity > .zero else {
      throw Problem("quantity_not_positive", ["code": code, "quantity": text])
    }
    self = quantity
  }
}

extension Money {
  /// Reads an amount that was asked for: plain digits, at most two after the point, not negative.
  public init(asked text: String, in whole: String) throws(Problem) {
    guard let amount = Money(text), amount >= .zero else {
      throw Problem("amount_malformed", ["amount": text, "text": whole])
    }
    self = amount
  }
}
