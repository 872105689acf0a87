public import Domain

/// A document in a list.
public struct OrderSummary: Equatable, Sendable {
  /// Its number, and the time of it in the programme's time, `YYYY-MM-DD HH:MM`.
  public let document: Int64, at: String
  /// `sale`, `refund` or `correction`; the codes of the channel and the buyer, and the platform's number, or empty.
  public let kind: String, channel: String, buyer: String, orderNumber: String
  /// The goods' total, in yuan, and the money that came in or went back.
  public let total: Money, tenders: [Tender]
  /// The document that it refunds or corrects.
  public let ofDocument: Int64?
  /// What became of it, such as `refunded`; empty where it stands.
  public let state: String
  /// Who entered it.
  public let operatorName: String
}

/// One document as it was posted: its head, its lines, and what was refunded or corrected of it.
public struct PostedOrder: Sendable {
  /// Its head.
  public let head: OrderHead
  /// Its lines, by number.
  public let lines: [PostedLine]
  /// A row a refund or correction of it.
  public let reversals: Listed
}

/// The head of a document.
public struct OrderHead: Equatable, Sendable {
  /// Its number, and the time of it in the programme's time, `YYYY-MM-DD HH:MM:SS`.
  public let document: Int64, at: String
  /// Its business day, `YYYY-MM-DD`, and the month it is booked in, `YYYY-MM`.
  public let day: String, bookMonth: String
  /// `sale`, `refund` or `correction`; what became of it, such as `refunded`, empty where it stands.
  public let kind: String, state: String
  /// The codes of the channel, the location and the buyer, and the platform's number, or empty.
  public let channel: String, location: String, buyer: String, orderNumber: String
  /// Yuan: the goods' total, the freight, what the buyer owes.
  public let total: Money, freight: Money, receivable: Money
  /// The money that came in or went back, and the cash that was given in change; nil where none could be.
  public let tenders: [Tender], change: Money?
  /// The file it was imported from, or empty; the document that it refunds or corrects.
  public let file: String, ofDocument: Int64?
  /// Who entered it, as which user of the database, by which command, when, and why, or empty.
  public let operatorName: String, recordedBy: String, command: String, recordedAt: String,
    reason: String
}

/// One line of a document.
public struct PostedLine: Equatable, Sendable {
  /// Its number in the document.
  public let number: Int
  /// The product's code, name and base unit; empty where its listing is mapped to none.
  public let sku: String, name: String, unit: String
  /// Base units.
  public let quantity: Quantity
  /// What was entered, where that was in another unit than the base unit.
  public let entered: EnteredQuantity?
  /// Yuan: the price of one of the unit that was entered, the line's share of the discount, what the line comes to.
  public let price: Money?, discount: Money, amount: Money
  /// Whether it counts, and by which rule.
  public let verdict: String, rule: String
  /// The row of the file it was imported from.
  public let fileRow: Int64?
  /// What of it can still be refunded.
  public let quantityLeft: Quantity?, amountLeft: Money?
}
