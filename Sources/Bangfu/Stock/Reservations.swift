public import Domain
internal import Postgres

/// Goods promised to somebody.
public struct Reservations {
  let session: Session

  /// Promises goods to somebody until a day; returns the reservation's number.
  ///
  /// - Throws: `Problem` `product_unknown`, `location_unknown`, `quantity_not_whole`, `day_past`.
  public func reserve(
    _ items: StockItems, at location: String?, for whom: String, until day: BusinessDay
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT reservation FROM reserve_stock(\(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
          \(location), \(whom), \(day.description)::date, now(), \(session.operatorName), 'stock reserve')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Releases a reservation.
  ///
  /// - Throws: `Problem` `reservation_unknown`; `reservation_end_once`.
  public func release(_ reservation: Int64, reason: String?) throws {
    try session.transaction {
      _ = try session.execute(
        "SELECT release_stock(\(reservation), \(reason), now(), \(session.operatorName), 'stock release')"
      )
    }
  }

  /// Lists reservations that stand, the first to end first; all with those that were released or are past.
  public func list(all: Bool) throws -> Listed {
    try session.list(
      """
      SELECT r.posting_id AS reservation, l.code AS location, p.sku, p.name, trim_scale(i.quantity) AS quantity, p.unit,
        coalesce(q.reason, '') AS for_whom, r.until_day::text AS until,
        CASE WHEN e.posting_id IS NOT NULL THEN 'released' WHEN r.until_day < t.day THEN 'past' ELSE 'stands' END AS state,
        q.operator
      FROM reservation r
      JOIN reservation_line i ON i.posting_id = r.posting_id
      JOIN posting q ON q.posting_id = r.posting_id
      JOIN location l ON l.location_id = r.location_id
      JOIN product p ON p.product_id = i.product_id
      LEFT JOIN reservation_end e ON e.reservation_id = r.posting_id
      CROSS JOIN (SELECT business_day(now(), timezone, day_start) AS day FROM programme) t
      WHERE \(all) OR e.posting_id IS NULL AND r.until_day >= t.day
      ORDER BY r.until_day, r.posting_id, i.line_no
      """)
  }
}
