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
}
