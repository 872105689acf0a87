internal import Postgres

/// Lists of lots, moves, shortages, and of what was sold though it had expired.
extension Stock {
  /// Lists the lots on hand, the first to expire first; those that expire within so many days, where asked.
  public func lots(of code: String?, at location: String?, within days: Int?) throws -> Listed {
    try expect(location: location, product: code)
    let days = days.map { min($0, 100_000) }
    return try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, o.code AS lot, coalesce(o.produced::text, '') AS produced,
        coalesce(o.expires::text, '') AS expires,
        coalesce((o.expires - business_day(now(), g.timezone, g.day_start))::text, '') AS days,
        trim_scale(t.quantity) AS quantity, p.unit, coalesce(s.code, '') AS supplier
      FROM stock_lot t
      JOIN lot o ON o.lot_id = t.lot_id
      JOIN product p ON p.product_id = t.product_id
      JOIN location l ON l.location_id = t.location_id
      LEFT JOIN supplier s ON s.supplier_id = o.supplier_id
      CROSS JOIN programme g
      WHERE t.quantity > 0 AND (\(code)::text IS NULL OR p.sku = \(code))
        AND (\(location)::text IS NULL OR l.code = \(location))
        AND (\(days)::integer IS NULL OR o.expires <= business_day(now(), g.timezone, g.day_start) + \(days)::integer)
      ORDER BY o.expires NULLS LAST, p.sku, l.code, o.code
      """)
  }

  /// Lists moves of stock, newest first: of a product, of a location, recorded on days, at most so many.
  public func moves(
    of code: String?, at location: String?, in days: DayRange = .all, limit: Int?
  ) throws -> Listed {
    try expect(location: location, product: code)
    return try session.list(
      """
      SELECT v.posting_id AS number, to_char(q.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, v.kind, l.code AS location, p.sku,
        trim_scale(v.quantity) AS quantity, p.unit, coalesce(trim_scale(v.entered_quantity)::text, '') AS entered_quantity,
        coalesce(v.entered_unit, '') AS entered_unit, coalesce(o.code, v.lot, '') AS lot, v.value AS cost,
        coalesce(v.document_id::text, '') AS document, coalesce(q.reason, '') AS reason, q.operator,
        q.recorded_by::text AS recorded_by
      FROM stock_move v
      JOIN posting q ON q.posting_id = v.posting_id
      JOIN location l ON l.location_id = v.location_id
      JOIN product p ON p.product_id = v.product_id
      LEFT JOIN lot o ON o.lot_id = v.lot_id
      CROSS JOIN programme g
      WHERE (\(code)::text IS NULL OR p.sku = \(code)) AND (\(location)::text IS NULL OR l.code = \(location))
        AND (\(days.isAll) OR business_day(q.recorded_at, g.timezone, g.day_start)
          BETWEEN \(days.first)::date AND \(days.last)::date)
      """, order: "v.posting_id DESC, v.move_no DESC", limit: limit)
  }

  /// Lists what sales that had happened are still short of, by location and product.
  public func shortages() throws -> Listed {
    try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, trim_scale(sum(s.quantity)) AS quantity, p.unit, count(*) AS lines
      FROM shortage_open s
      JOIN location l ON l.location_id = s.location_id
      JOIN product p ON p.product_id = s.product_id
      GROUP BY l.code, p.sku, p.name, p.unit
      ORDER BY l.code, p.sku
      """)
  }

  /// Lists the sales of goods that had expired, of some business days, with who approved them and why.
  ///
  /// An import's sales had happened: nobody approved them.
  ///
  /// - Parameter days: which days; nil for today.
  /// - Returns: a row a lot, in order of time.
  /// - Throws: `Problem` where the database is lost.
  public func expiredSales(in days: DayRange? = nil) throws -> Listed {
    try session.list(
      """
      SELECT e.document_id AS document, to_char(e.at, 'YYYY-MM-DD HH24:MI') AS at, l.code AS location, p.sku, p.name,
        e.lot, e.expires::text AS expires, trim_scale(e.quantity) AS quantity, p.unit, q.operator,
        coalesce(a.approved_by, '') AS approved_by, coalesce(a.reason, '') AS reason
      FROM expired_sale e
      JOIN posting q ON q.posting_id = e.posting_id
      JOIN product p ON p.product_id = e.product_id
      JOIN location l ON l.location_id = e.location_id
      CROSS JOIN programme g
      LEFT JOIN expired_approval a ON a.posting_id = e.posting_id
      WHERE e.day BETWEEN \(days?.first)::date AND \(days?.last)::date
        OR \(days == nil) AND e.day = business_day(now(), g.timezone, g.day_start)
      ORDER BY e.at, e.document_id, e.line_no, e.expires, e.lot
      """)
  }
}
