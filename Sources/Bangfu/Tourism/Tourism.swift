internal import Domain
internal import Postgres

/// What tourism is reported by.
public enum TourismDimension: String, CaseIterable, Sendable {
  /// Tickets, nights and packages.
  case product
  /// The provinces that visitors came from.
  case province
  /// What reductions were given for.
  case reduction
}

/// Tourism (帮扶旅游): services that are sold, and how many visitors came from where.
public struct Tourism {
  let session: Session

  /// Keeps how many visitors of a sale came from which provinces, and what its discount was for; what was said of it
  /// before no longer holds.
  ///
  /// Returns the act's number. Nothing is kept of any visitor.
  ///
  /// - Throws: `Problem` `visit_unknown_sale`, `visit_channel`, `province_unknown`, `province_twice`, `reduction_missing`;
  ///   `tourism_visitor_people_plausible`.
  @discardableResult
  public func say(
    visitors: [(province: String, people: Int)], of document: Int64, reduction: String = "",
    note: String? = nil
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT say_visitors(\(document), \(visitors.map(\.province))::text[], \(visitors.map(\.people))::integer[],
          \(reduction), \(note), now(), \(session.operatorName), 'tourism visitors')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Undoes what was said of a sale's visitors, by its number.
  ///
  /// - Throws: `Problem` `visit_unknown`, `undone_already`, `reason_blank`.
  public func undo(_ number: Int64, reason: String?) throws {
    try session.transaction {
      try session.execute(
        "SELECT undo_visitors(\(number), \(reason), now(), \(session.operatorName), 'tourism undo')"
      )
    }
  }

  /// Lists what was said of visitors and stands, by sale.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT t.posting_id AS number, t.document_id AS document, d.day::text AS day,
        coalesce((SELECT string_agg(v.province || ' ' || v.people, ', ' ORDER BY v.people DESC, v.province)
          FROM tourism_visitor v WHERE v.posting_id = t.posting_id), '') AS visitors, t.reduction
      FROM tourism_standing t
      JOIN document d ON d.document_id = t.document_id
      ORDER BY d.day, t.document_id
      """)
  }

  /// Reports tourism in a period, with a total: by product or by reduction the listed price, reductions, gross, refunds,
  /// and what counts or not by the rule set, in yuan; or by province the visitors.
  public func report(in period: ReportPeriod, by dimension: TourismDimension) throws
    -> TotalledReport
  {
    let rows: Query = """
      SELECT r.* FROM tourism_report(\(period.firstDay)::date, \(period.lastDay)::date, \(dimension.rawValue)) r
      """
    if dimension == .province {
      return try session.report(
        Query(
          unsafeSQL: """
            WITH rows AS MATERIALIZED (\(rows.sql))
            SELECT province, visitors_count, sale_count FROM (
              SELECT r.key AS province, r.visitors AS visitors_count, r.sales AS sale_count, 1 AS place FROM rows r
              UNION ALL SELECT '', coalesce(sum(r.visitors), 0)::bigint, NULL, 2 FROM rows r
            ) t
            ORDER BY place, visitors_count DESC, province
            """, values: rows.values))
    }
    let keys = dimension == .product ? "key AS sku, name" : "key AS reduction"
    let names = dimension == .product ? "r.key, r.name" : "r.key"
    let blanks = dimension == .product ? "'' AS key, '' AS name" : "'' AS key"
    return try session.report(
      Query(
        unsafeSQL: """
          WITH rows AS MATERIALIZED (\(rows.sql))
          SELECT \(keys), sale_count, listed, reductions, gross, refunds, counted, not_counted FROM (
            SELECT \(names), r.sales AS sale_count, coalesce(r.listed, 0.00) AS listed, coalesce(r.reductions, 0.00) AS reductions,
              r.gross, r.refunds, r.counted, r.not_counted, 1 AS place
            FROM rows r
            UNION ALL
            SELECT \(blanks), NULL, coalesce(sum(r.listed), 0.00), coalesce(sum(r.reductions), 0.00),
              coalesce(sum(r.gross), 0.00), coalesce(sum(r.refunds), 0.00), coalesce(sum(r.counted), 0.00),
              coalesce(sum(r.not_counted), 0.00), 2
            FROM rows r
          ) t
          ORDER BY place, key
          """, values: rows.values))
  }
}
