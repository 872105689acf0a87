internal import Postgres

/// What a margin is reported by.
public enum MarginDimension: String, CaseIterable, Sendable {
  /// The product sold.
  case product
  /// The channel it was sold through.
  case channel
  /// The supplier that it came from.
  case supplier
}

/// The reports.
public struct Reports {
  let session: Session

  /// Reports what was bought from each supplier and paid, what of it was sold, and what is owed at the end, in yuan.
  public func suppliers(in period: ReportPeriod) throws -> TotalledReport {
    try session.report(
      """
      SELECT code AS supplier, name, kind, households, coalesce(trim_scale(quantity)::text, '') AS quantity, unit, bought,
        returned, bought_back, gross, refunds, counted, uncosted, cost, margin, paid, owed, missing
      FROM supplier_report(\(period.month)::date, \(period.firstDay)::date, \(period.lastDay)::date)
      """)
  }

  /// Reports how gross leads to counted, in yuan: the steps, their reasons by rule, and what counts side by side.
  public func waterfall(in period: ReportPeriod) throws -> Listed {
    try session.list(
      """
      SELECT section, code AS step, name, coalesce(households::text, '') AS households, amount
      FROM waterfall_report(\(period.month)::date, \(period.firstDay)::date, \(period.lastDay)::date)
      """)
  }

  /// Reports sales less refunds, what of them has no cost that is known, and the cost and margin of the rest, in yuan.
  public func margin(in period: ReportPeriod, by dimension: MarginDimension) throws
    -> TotalledReport
  {
    try session.report(
      """
      SELECT code, name, coalesce(trim_scale(quantity)::text, '') AS quantity, unit, sales, uncosted, costed, cost, margin,
        coalesce(percent::text, '') AS percent, missing
      FROM margin_report(\(dimension.rawValue), \(period.month)::date, \(period.firstDay)::date, \(period.lastDay)::date)
      """)
  }
}
