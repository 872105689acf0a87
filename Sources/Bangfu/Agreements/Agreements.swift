public import Domain
internal import Postgres

/// Signed agreements (签约): promises to buy, kept apart from sales.
public struct Agreements {
  let session: Session

  /// Lists the signed agreements that stand, newest first: entered ones by number, imported ones by the sheet's order.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func list(
    from: BusinessDay? = nil, to: BusinessDay? = nil, channel: String? = nil
  ) throws -> Listed {
    try Channels(session: session).expect(channel)
    return try session.list(
      """
      SELECT coalesce(a.agreement_id::text, '') AS agreement, a.day::text AS day, c.code AS channel,
        coalesce(b.code, '') AS buyer, coalesce(a.order_no, '') AS order_no, coalesce(p.sku, '') AS sku,
        coalesce(p.name, '') AS name, coalesce(trim_scale(a.quantity)::text, '') AS quantity,
        coalesce(p.unit, '') AS unit, a.amount, coalesce(trim_scale(d.quantity)::text, '') AS came, coalesce(f.name, '') AS file, a.operator
      FROM agreement_standing a
      JOIN channel c ON c.channel_id = a.channel_id
      LEFT JOIN buyer b ON b.buyer_id = a.buyer_id
      LEFT JOIN product p ON p.product_id = a.product_id
      LEFT JOIN import_file f ON f.file_id = a.file_id
      LEFT JOIN delivered d ON d.agreement_id = a.agreement_id AND d.product_id = a.product_id
      WHERE a.day BETWEEN coalesce(\(from?.description)::date, '-infinity')
          AND coalesce(\(to?.description)::date, 'infinity')
        AND (\(channel)::text IS NULL OR c.code = \(channel))
      ORDER BY a.day DESC, a.agreement_id DESC NULLS LAST, a.order_no, a.line_no, p.sku NULLS LAST, a.amount DESC
      """)
  }

  /// Cancels an agreement that somebody entered; returns the yuan that it was worth.
  ///
  /// - Throws: `Problem` `agreement_unknown`, `agreement_cancelled`, `reason_blank`.
  public func cancel(_ agreement: Int64, reason: String?) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT total FROM cancel_agreement(\(agreement), \(reason), now(), \(session.operatorName), 'agreement cancel')
        """
      ).single().decode(Money.self)
    }
  }

  /// Says that a sale to the agreement's buyer delivers goods of it; returns the yuan that are still open.
  ///
  /// - Throws: `Problem` `agreement_unknown`, `agreement_cancelled`, `order_unknown`, `order_not_a_sale`, `order_voided`,
  ///   `delivery_before_agreement`, `delivery_of_another_buyer`, `delivery_known`, `delivery_exceeds`.
  public func deliver(_ agreement: Int64, by document: Int64) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT still_open
        FROM deliver_agreement(\(agreement), \(document), now(), \(session.operatorName), 'agreement deliver')
        """
      ).single().decode(Money.self)
    }
  }

  /// Takes a sale off the agreement that it was to deliver; returns the agreement's number.
  ///
  /// - Throws: `Problem` `delivery_unknown`, `reason_blank`.
  public func undeliver(_ document: Int64, reason: String?) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT agreement
        FROM undo_delivery(\(document), \(reason), now(), \(session.operatorName), 'agreement undeliver')
        """
      ).single().decode(Int64.self)
    }
  }
}
