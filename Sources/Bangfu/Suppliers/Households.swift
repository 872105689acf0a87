public import Domain
internal import Postgres

/// The households that deliver through a company, collective or cooperative.
public struct Households {
  let session: Session

  /// Links a household to a supplier from a day on; nil for today.
  ///
  /// - Throws: `Problem` `supplier_unknown`, `household_expected`, `household_links_none`;
  ///   `supplier_link_apart`.
  public func link(_ household: String, to supplier: String, from day: BusinessDay?) throws {
    try session.transaction {
      _ = try session.execute(
        "SELECT link_household(\(supplier), \(household), \(day?.description)::date, now())")
    }
  }

  /// Ends the link of a household to a supplier after a day; nil for today.
  ///
  /// - Throws: `Problem` `supplier_unknown`, `household_unlinked`; `supplier_link_days_in_order`.
  public func unlink(_ household: String, from supplier: String, after day: BusinessDay?) throws {
    try session.transaction {
      _ = try session.execute(
        "SELECT unlink_household(\(supplier), \(household), \(day?.description)::date, now())")
    }
  }

  /// Lists the links of households, with what was paid for each through its supplier in a period, in yuan.
  public func list(of supplier: String? = nil, in period: ReportPeriod? = nil) throws
    -> Listed
  {
    if let supplier { try Suppliers(session: session).expect(supplier) }
    return try session.list(
      """
      SELECT s.code AS supplier, s.name, h.code AS household, h.name AS household_name, w.from_day AS "from", w.to_day AS "to",
        coalesce(p.amount, 0.00) AS paid
      FROM (
        SELECT l.supplier_id, l.household_id, min(l.from_day)::text AS from_day,
          CASE WHEN bool_or(l.to_day IS NULL) THEN '' ELSE max(l.to_day)::text END AS to_day
        FROM supplier_link l
        WHERE l.from_day <= coalesce(\(period?.lastDay)::date, 'infinity')
          AND coalesce(l.to_day, 'infinity') >= coalesce(\(period?.firstDay)::date, '-infinity')
        GROUP BY l.supplier_id, l.household_id
      ) w
      FULL JOIN (
        SELECT y.supplier_id, y.household_id, sum(y.amount) AS amount
        FROM supplier_payment y
        WHERE y.household_id IS NOT NULL AND y.day BETWEEN coalesce(\(period?.firstDay)::date, '-infinity')
          AND coalesce(\(period?.lastDay)::date, 'infinity')
        GROUP BY y.supplier_id, y.household_id
      ) p ON p.supplier_id = w.supplier_id AND p.household_id = w.household_id
      JOIN supplier s ON s.supplier_id = coalesce(w.supplier_id, p.supplier_id)
      JOIN supplier h ON h.supplier_id = coalesce(w.household_id, p.household_id)
      WHERE \(supplier)::text IS NULL OR s.code = \(supplier)
      ORDER BY s.code, h.code
      """)
  }
}
