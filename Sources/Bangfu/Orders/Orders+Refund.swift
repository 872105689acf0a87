internal import Domain
internal import Postgres

/// Mending orders.
extension Orders {
  /// Refunds an order, whole or in part; never more than is left of it.
  ///
  /// - Throws: `Problem`, such as `refund_over` or `order_voided`.
  public func refund(_ request: RefundRequest) throws -> OrderReceipt {
    let hasUnits = request.lines.contains { $0.unit != nil }
    let (document, total, isRepeated, day) = try session.transaction {
      try session.execute(
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
          \(request.tenders.map(\.method.rawValue))::text[],
          \(request.tenders.map(\.amount.description))::numeric[],
          coalesce(\(request.at?.description)::timestamptz, now()), \(session.operatorName), 'order refund',
          \(request.reason)) r
        """
      ).single().decode((Int64, Money, Bool, String).self)
    }
    return OrderReceipt(
      document: document, total: total, change: .zero, lines: request.lines.count,
      repeated: isRepeated, day: day)
  }

  /// Voids an order, as if it had never been entered; its money and goods go back.
  ///
  /// - Throws: `Problem`, such as `order_refunded`, `order_voided` or `reason_blank`.
  public func void(_ document: Int64, reason: String?) throws -> OrderReceipt {
    let (made, total, day) = try session.transaction {
      try session.execute(
        """
        SELECT r.document, r.total, (SELECT d.day::text FROM document d WHERE d.document_id = \(document))
        FROM void_order(\(document), now(), \(session.operatorName), 'order void', \(reason)) r
        """
      ).single().decode((Int64, Money, String).self)
    }
    return OrderReceipt(
      document: made, total: total, change: .zero, lines: 0, repeated: false, day: day)
  }

  /// Undoes a refund, or a void, by its document: the order stands as it did before.
  ///
  /// What came back to stock leaves again.
  ///
  /// - Throws: `Problem` `undo_of_sale`, `undo_of_undo`, `undone_already`, `undo_gone`, `stock_short`, …
  public func undo(_ document: Int64, reason: String?) throws -> OrderUndo {
    let (made, order, total, isOfRefund, day) = try session.transaction {
      try session.execute(
        """
        SELECT document, of_order, total, undone = 'refund', day::text
        FROM undo_order(\(document), now(), \(session.operatorName), 'order undo', \(reason))
        """
      ).single().decode((Int64, Int64, Money, Bool, String).self)
    }
    return OrderUndo(document: made, order: order, total: total, isOfRefund: isOfRefund, day: day)
  }
}
