internal import Postgres

/// Rows with what they add up to; the database adds.
public struct TotalledReport: Equatable, Sendable {
  /// The rows.
  public let rows: Listed
  /// One row of the same columns: the total.
  public let total: Listed
}

extension Session {
  /// Lists what a statement selects, its last row the total of the others.
  func report(_ query: Query) throws -> TotalledReport {
    let rows = try execute(query)
    return TotalledReport(rows: Listed(rows.dropLast()), total: Listed(rows.suffix(1)))
  }

  /// Lists the first rows that a query selects, in an order, with the total of all of them: a row of the same columns.
  func report(_ query: Query, order: String, limit: Int?, total: String) throws -> TotalledReport {
    let sql = """
      WITH part AS MATERIALIZED (\(query.sql))
      SELECT p.*, NULL::bigint AS parts, row_number() OVER (ORDER BY \(order)) AS place FROM part p
      UNION ALL SELECT \(total), count(*), 0 FROM part
      ORDER BY place LIMIT \(limit.map { String(max(0, $0) + 1) } ?? "ALL")
      """
    let found = try execute(Query(unsafeSQL: sql, values: query.values))
    let parts = try found[0].decode(Int.self, from: found.columnNames.count - 2)
    let isCut = found.count <= parts
    return TotalledReport(
      rows: Listed(found.dropFirst(), leaving: 2, cutFrom: isCut ? parts : nil),
      total: Listed(found.prefix(1), leaving: 2))
  }
}
