public import Domain
internal import Postgres

/// A fair (展销会) that is to be added.
public struct FairDraft: Sendable {
  /// Its code, at most 40 characters without a space.
  public var code: String
  /// Its name, and where it is held.
  public var name: String, place: String
  /// Its days, both of them included.
  public var from: BusinessDay, to: BusinessDay
  /// The code of the channel, of the kind fair, that sells there and at no other fair on these days.
  public var channel: String
  /// The codes of its stands: locations of that kind, which no other fair has.
  public var stands: [String]

  /// Describes a fair.
  public init(
    code: String, name: String, place: String, from: BusinessDay, to: BusinessDay, channel: String,
    stands: [String]
  ) {
    (self.code, self.name, self.place) = (code, name, place)
    (self.from, self.to, self.channel, self.stands) = (from, to, channel, stands)
  }
}

/// Fairs: what was sent there, sold and brought back, and, apart, the agreements that were signed.
public struct Fairs {
  let session: Session

  /// Adds a fair; `reason` may be nil.
  ///
  /// - Throws: `Problem` `channel_unknown`, `location_unknown`, `fair_channel`, `fair_days`, `fair_known`,
  ///   `fair_overlaps`, `fair_stand_kind`, `fair_stand_taken`.
  public func add(_ fair: FairDraft, reason: String? = nil) throws {
    try session.transaction {
      try session.execute(
        """
        SELECT add_fair(\(fair.code), \(fair.name), \(fair.place), \(fair.from.description)::date,
          \(fair.to.description)::date, \(fair.channel), \(fair.stands)::text[], \(reason), now(),
          \(session.operatorName), 'fair add')
        """)
    }
  }

  /// Cancels a fair: its code, its days and its stands are free again, and what sold there stays sold.
  ///
  /// - Throws: `Problem` `fair_unknown`, `reason_blank`.
  public func cancel(_ code: String, reason: String?) throws {
    try session.transaction {
      try session.execute(
        "SELECT cancel_fair(\(code), \(reason), now(), \(session.operatorName), 'fair cancel')")
    }
  }

  /// Lists the fairs, the newest first: what sold there and came back, and what was signed and delivered, in yuan.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT f.code, f.name, f.place, f.from_day::text AS "from", f.to_day::text AS "to", c.code AS channel,
        coalesce((SELECT string_agg(l.code, ', ' ORDER BY l.code) FROM location l WHERE l.location_id = ANY (f.stands)),
          '') AS stands,
        f.gross, f.refunds, f.signed, f.delivered AS delivered_amount,
        coalesce(round(100 * f.delivered / nullif(f.signed, 0), 2)::text, '') AS delivered_percent,
        f.signed - f.delivered AS undelivered
      FROM fair_sums() f
      JOIN channel c ON c.channel_id = f.channel_id
      ORDER BY f.from_day DESC, f.code
      """)
  }

  /// Reports, by product, what was sent to a fair, brought back, sold, moved otherwise and is left, in base units.
  ///
  /// Sent - brought back - sold + otherwise + sold without stock = left. Sales and refunds are in yuan, and in the total.
  ///
  /// - Throws: `Problem` `fair_unknown`.
  public func sheet(_ code: String) throws -> TotalledReport {
    try session.report(
      """
      WITH sheet AS MATERIALIZED (SELECT s.* FROM fair_sheet(\(code)) s)
      SELECT sku, name, sent, brought_back, sold, otherwise, left_there, not_in_stock, unit, gross, refunds
      FROM (
        SELECT coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, trim_scale(s.sent)::text AS sent,
          trim_scale(s.brought_back)::text AS brought_back, trim_scale(s.sold)::text AS sold,
          trim_scale(s.otherwise)::text AS otherwise, trim_scale(s.left_there)::text AS left_there,
          trim_scale(s.not_in_stock)::text AS not_in_stock, coalesce(p.unit, '') AS unit, s.gross, s.refunds, 1 AS place
        FROM sheet s
        LEFT JOIN product p ON p.product_id = s.product_id
        UNION ALL
        SELECT '', '', '', '', '', '', '', '', '', coalesce(sum(s.gross), 0.00), coalesce(sum(s.refunds), 0.00), 2
        FROM sheet s
      ) r
      ORDER BY place, sku
      """)
  }

  /// Reports the agreements that were signed at a fair: what each is worth, was delivered and is still open, in yuan.
  ///
  /// - Throws: `Problem` `fair_unknown`.
  public func agreements(_ code: String) throws -> TotalledReport {
    try session.report(
      """
      WITH signed AS MATERIALIZED (SELECT a.* FROM fair_agreements(\(code)) a)
      SELECT agreement, order_no, day, buyer, signed, delivered AS delivered_amount,
        coalesce(round(100 * delivered / nullif(signed, 0), 2)::text, '') AS delivered_percent, undelivered
      FROM (
        SELECT coalesce(a.agreement_id::text, '') AS agreement, coalesce(a.order_no, '') AS order_no,
          a.day::text AS day, coalesce(b.code, '') AS buyer, a.amount AS signed, a.delivered,
          a.amount - a.delivered AS undelivered, 1 AS place
        FROM signed a
        LEFT JOIN buyer b ON b.buyer_id = a.buyer_id
        UNION ALL
        SELECT '', '', '', '', coalesce(sum(a.amount), 0.00), coalesce(sum(a.delivered), 0.00),
          coalesce(sum(a.amount - a.delivered), 0.00), 2
        FROM signed a
      ) r
      ORDER BY place, day, agreement, order_no
      """)
  }
}
