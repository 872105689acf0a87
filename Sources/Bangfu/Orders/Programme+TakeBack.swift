public import Domain
internal import Postgres

/// What a clerk asks to be taken back of an order.
public struct RefundRequest: Sendable {
  /// One line of the order.
  public struct Line: Sendable {
    /// The line's number in the order.
    public let number: Int
    /// How many of the unit go back; zero for money only.
    public let quantity: Quantity
    /// The unit; nil for the product's base unit.
    public let unit: String?
    /// Yuan that go back; nil for the quantity's part of the line.
    public let amount: Money?

    /// Reads `LINE:QUANTITY` or `LINE:QUANTITY@AMOUNT`, the amount being the money that goes back; a unit may
    /// follow the quantity.
    ///
    /// - Throws: `Problem` `refund_line_malformed`, `quantity_malformed` or `amount_malformed`.
    public init(parsing text: String) throws(Problem) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[0]), number > 0 else {
        throw Problem("refund_line_malformed", ["text": text])
      }
      let rest = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      let entered = try EnteredQuantity(asked: String(rest[0]), of: text, orZero: true)
      self.number = number
      quantity = entered.number
      unit = entered.unit
      amount = rest.count == 2 ? try Money(asked: String(rest[1]), in: text) : nil
    }
  }

  /// The UUID that makes the refund once.
  public var id: String?
  /// The order's document number.
  public var document: Int64
  /// The lines; none for all that is left.
  public var lines: [Line] = []
  /// How the money goes back; none for the way it came.
  public var tenders: [Tender] = []
  /// Whether the goods came back to stock.
  public var restock = false
  /// When it happened; nil for now.
  public var at: Instant?
  /// Why.
  public var reason: String?

  /// Makes a request for all that is left of an order.
  public init(document: Int64) { self.document = document }
}

extension Programme {
  /// Refunds an order, whole or in part; never more than is left of it.
  ///
  /// - Throws: `PostgresError` `BF001`, such as `refund_over` or `order_voided`.
  public func refund(_ request: RefundRequest) throws -> OrderReceipt {
    let hasUnits = request.lines.contains { $0.unit != nil }
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT r.document, r.total, r.repeated,
          coalesce(CASE WHEN r.repeated THEN (SELECT d.day FROM document d WHERE d.document_id = r.document) END,
            (SELECT business_day(coalesce(\(request.at?.description)::timestamptz, now()), g.timezone, g.day_start)
             FROM programme g))::text
        FROM refund_order(\(request.id)::uuid, \(request.document),
          \(request.lines.map(\.number))::integer[],
          \(request.lines.map(\.quantity.description))::numeric[],
          \(hasUnits ? request.lines.map(\.unit) : nil)::text[],
          \(request.lines.map { $0.amount?.description })::numeric[], \(request.restock),
          \(request.tenders.map(\.method))::text[],
          \(request.tenders.map(\.amount.description))::numeric[],
          coalesce(\(request.at?.description)::timestamptz, now()), \(operatorName), 'order refund',
          \(request.reason)) r
        """
      ).single()
    }
    return try OrderReceipt(
      document: row.decode(Int64.self), total: row.money(1), change: .zero,
      lines: request.lines.count, repeated: row.text(2) == "t", day: row.text(3) ?? "")
  }

  /// Voids an order, as if it had never been entered; its money and goods go back.
  ///
  /// - Throws: `PostgresError` `BF001`, such as `order_refunded`, `order_voided` or `reason_blank`.
  public func void(_ document: Int64, reason: String?) throws -> OrderReceipt {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT r.document, r.total, (SELECT d.day::text FROM document d WHERE d.document_id = \(document))
        FROM void_order(\(document), now(), \(operatorName), 'order void', \(reason)) r
        """
      ).single()
    }
    return try OrderReceipt(
      document: row.decode(Int64.self), total: row.money(1), change: .zero, lines: 0,
      repeated: false, day: row.text(2) ?? "")
  }

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

  /// Undoes a refund, or a void, by its document: the order stands as it did before.
  ///
  /// What came back to stock leaves again.
  ///
  /// - Throws: `PostgresError` `BF001`: `undo_of_sale`, `undo_of_undo`, `undone_already`, `undo_gone`, `stock_short`, …
  public func undo(document: Int64, reason: String?) throws -> OrderUndo {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT document, of_order, total, undone = 'refund', day::text
        FROM undo_order(\(document), now(), \(operatorName), 'order undo', \(reason))
        """
      ).single()
    }
    let (made, order) = try row.decode((Int64, Int64).self)
    return OrderUndo(
      document: made, order: order, total: try row.money(2), isOfRefund: row.text(3) == "t",
      day: row.text(4) ?? "")
  }
}
