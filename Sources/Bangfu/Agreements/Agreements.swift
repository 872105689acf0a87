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
        coalesce(p.unit, '') AS unit, a.amount,
        CASE WHEN a.place = 1 THEN coalesce(trim_scale(d.quantity)::text, '') ELSE '' END AS came,
        coalesce(f.name, '') AS file, a.operator
      FROM (
        SELECT s.*, row_number() OVER (PARTITION BY s.agreement_id, s.channel_id, s.order_no, s.product_id
          ORDER BY s.line_no) AS place
        FROM agreement_standing s
      ) a
      JOIN channel c ON c.channel_id = a.channel_id
      LEFT JOIN buyer b ON b.buyer_id = a.buyer_id
      LEFT JOIN product p ON p.product_id = a.product_id
      LEFT JOIN import_file f ON f.file_id = a.file_id
      LEFT JOIN delivered d ON d.product_id = a.product_id
        AND coalesce(d.agreement_id, 0) = coalesce(a.agreement_id, 0)
        AND coalesce(d.order_no, '') = coalesce(a.order_no, '')
        AND coalesce(d.channel_id, a.channel_id) = a.channel_id
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

  /// Says that a sale delivers goods of an agreement, to its buyer where it has one; returns the yuan that are still open.
  ///
  /// - Throws: `Problem` `agreement_unknown`, `agreement_cancelled`, `agreement_of_channels`, `order_unknown`,
  ///   `order_not_a_sale`, `order_voided`, `delivery_before_agreement`, `delivery_of_another_buyer`, `delivery_known`,
  ///   `delivery_exceeds`, `delivery_exceeds_amount`, `delivery_of_unmapped`.
  public func deliver(_ agreement: AgreementName, by document: Int64) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT still_open
        FROM deliver_agreement(\(agreement.number), \(agreement.order), \(agreement.channel), \(document), now(),
          \(session.operatorName), 'agreement deliver')
        """
      ).single().decode(Money.self)
    }
  }

  /// Says that a sale delivers goods of an agreement that somebody entered, by its number.
  ///
  /// - Throws: what delivering an agreement throws.
  public func deliver(_ agreement: Int64, by document: Int64) throws -> Money {
    try deliver(.number(agreement), by: document)
  }

  /// Takes a sale off the agreement that it was to deliver; returns which one that was.
  ///
  /// - Throws: `Problem` `delivery_unknown`, `reason_blank`.
  public func undeliver(_ document: Int64, reason: String?) throws -> AgreementName {
    let (number, order) = try session.transaction {
      try session.execute(
        """
        SELECT agreement, sheet_order
        FROM undo_delivery(\(document), \(reason), now(), \(session.operatorName), 'agreement undeliver')
        """
      ).single().decode((Int64?, String?).self)
    }
    return number.map { .number($0) } ?? .order(order ?? "", channel: nil)
  }
}
