public import Domain
internal import Postgres

extension Reports {
  /// Reports livestream sessions: orders and goods in yuan, what went back of them so far, what is still inside the return
  /// window of its channel as `pace` has it, what was settled as fees, and what remains of it.
  ///
  /// Orders are those of the period's days, by when they were paid; refunds and settlements are those to this day.
  public func sessions(
    in period: ReportPeriod, by dimension: SessionDimension = .session, today: BusinessDay? = nil
  ) throws -> TotalledReport {
    try session.transaction(.repeatableRead) {
      let today = try today ?? day()
      let windows = try returns(today).map { (code: $0.key, days: $0.value.window) }
      let (codes, days) = (windows.map(\.code), windows.map { Int64($0.days) })
      let (first, last) = (period.firstDay, period.lastDay)
      switch dimension {
      case .session:
        return try session.report(
          """
          SELECT coalesce(session::text, '') AS session, coalesce(begins, '') AS begins, coalesce(ends, '') AS ends,
            host, CASE WHEN named THEN 'host' WHEN session IS NULL AND NOT is_total THEN 'session' ELSE '' END AS missing,
            coalesce(channel, '') AS channel, orders, gross, refunds, coalesce(percent::text, '') AS back_percent, at_risk,
            commission, service_fees, other_fees, remaining, settled
          FROM session_report('session', \(first)::date, \(last)::date, \(today.description)::date, \(codes)::text[],
            \(days)::integer[])
          """)
      case .host:
        return try session.report(
          """
          SELECT host, CASE WHEN named THEN 'host' WHEN host = '' AND NOT is_total THEN 'session' ELSE '' END AS missing,
            orders, gross, refunds, coalesce(percent::text, '') AS back_percent, at_risk, commission, service_fees, other_fees, remaining,
            settled
          FROM session_report('host', \(first)::date, \(last)::date, \(today.description)::date, \(codes)::text[],
            \(days)::integer[])
          """)
      case .product:
        return try session.report(
          """
          SELECT host, coalesce(sku, '') AS sku, coalesce(name, '') AS name,
            CASE WHEN sku IS NULL AND NOT is_total THEN 'listing' ELSE '' END AS missing, coalesce(unit, '') AS unit,
            CASE WHEN NOT is_total THEN quantity END AS quantity, CASE WHEN NOT is_total THEN back END AS came_back, gross,
            refunds, coalesce(percent::text, '') AS back_percent, at_risk
          FROM session_report('product', \(first)::date, \(last)::date, \(today.description)::date, \(codes)::text[],
            \(days)::integer[])
          """)
      }
    }
  }
}
