internal import Postgres

extension Programme {
  /// Lists the sales of goods that had expired, of some business days, with who approved them and why.
  ///
  /// An import's sales had happened: nobody approved them.
  ///
  /// - Parameter days: which days; nil for today.
  /// - Returns: a row a lot, in order of time.
  /// - Throws: `PostgresError` where the server is lost.
  public func expiredSales(_ days: DayRange? = nil) throws -> Listed {
    Listed(
      try connection.execute(
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
        """))
  }
}
