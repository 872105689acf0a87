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
        coalesce(p.unit, '') AS unit, a.amount, coalesce(f.name, '') AS file, a.operator
      FROM agreement_standing a
      JOIN channel c ON c.channel_id = a.channel_id
      LEFT JOIN buyer b ON b.buyer_id = a.buyer_id
      LEFT JOIN product p ON p.product_id = a.product_id
      LEFT JOIN import_file f ON f.file_id = a.file_id
      WHERE a.day BETWEEN coalesce(\(from?.description)::date, '-infinity')
          AND coalesce(\(to?.description)::date, 'infinity')
        AND (\(channel)::text IS NULL OR c.code = \(channel))
      ORDER BY a.day DESC, a.agreement_id DESC NULLS LAST, a.order_no, a.line_no
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
}
