public import Domain
internal import Postgres

extension Programme {
  /// Reports a month.
  ///
  /// With `proving`, every kept sum of the month is also computed anew from documents and lines.
  public func monthlyReport(
    _ month: Month, today: BusinessDay? = nil, proving: Bool = false
  ) throws -> MonthlyReport {
    try connection.transaction(.repeatableRead) {
      let headline = try connection.execute(
        """
        SELECT \(unescaped: MonthlyReport.bridge.joined(separator: ", "))
        FROM monthly_headline WHERE month = \(month.firstDay)::date
        """
      ).first
      let sums = try (0..<6).map { try headline?.money($0) ?? .zero }
      let channels = try breakdown("monthly_by_channel", "code AS channel, name", month, "code")
      let products = try breakdown(
        "monthly_by_product", "code AS sku, name, unit, trim_scale(quantity) AS quantity", month,
        "counted DESC, gross DESC, code", and: ", missing")
      let suppliers = try breakdown(
        "monthly_by_supplier", "code AS supplier, name", month,
        "counted DESC, gross DESC, code, missing",
        and: ", missing")
      let days = try breakdown("monthly_by_day", "day::text AS day", month, "day")
      let reconciles = [channels, products, suppliers, days].allSatisfy { breakdown in
        MonthlyReport.bridge.map(breakdown.sum) == sums
      }
      let waiting = try connection.execute(
        """
        SELECT count(*), coalesce(sum(w.over), 0.00)
        FROM aftersale_waiting w
        JOIN aftersale a ON a.aftersale_id = w.aftersale_id
        CROSS JOIN programme g
        WHERE date_trunc('month', business_day(a.back_at, g.timezone, g.day_start)) = \(month.firstDay)::date
        """
      ).single()
      let agreed = try connection.execute(
        """
        SELECT count(DISTINCT coalesce(agreement_id::text, channel_id || ' ' || order_no)), coalesce(sum(amount), 0.00)
        FROM agreement_standing WHERE date_trunc('month', day) = \(month.firstDay)::date
        """
      ).single()
      return MonthlyReport(
        month: month, gross: sums[0], refunds: sums[1], duplicates: sums[2], excluded: sums[3],
        pending: sums[4], counted: sums[5], byChannel: channels, byProduct: products,
        bySupplier: suppliers, byDay: days, target: try targetProgress(month, today: today),
        waitingCases: Int(waiting.text(0) ?? "") ?? 0, waitingCash: try waiting.money(1),
        agreements: Int(agreed.text(0) ?? "") ?? 0, agreed: try agreed.money(1),
        reconciles: reconciles, differences: proving ? try differences(in: month) : nil)
    }
  }

  private func breakdown(
    _ view: String, _ columns: String, _ month: Month, _ order: String, and last: String = ""
  ) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT \(unescaped: columns), \(unescaped: MonthlyReport.bridge.joined(separator: ", "))\(unescaped: last) FROM \(identifier: view)
        WHERE month = \(month.firstDay)::date ORDER BY \(unescaped: order)
        """))
  }

  private func differences(in month: Month) throws -> [String] {
    try connection.execute(
      """
      SELECT of_table || ': ' || example FROM daily_difference
      WHERE book_month = \(month.firstDay)::date ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  /// Counts by book month, and by day inside the period: what was booked up to the month, of days
  /// that the period holds.
  private func targetProgress(_ month: Month, today: BusinessDay?) throws -> TargetProgress? {
    let rows = try connection.execute(
      """
      WITH clock AS (
        SELECT coalesce(\(today?.description)::date, business_day(now(), timezone, day_start)) AS today,
          (\(month.firstDay)::date + interval '1 month' - interval '1 day')::date AS month_end
        FROM programme
      ), chosen AS (
        SELECT t.*, least(t.to_day, CASE WHEN c.today BETWEEN \(month.firstDay)::date AND c.month_end
          THEN c.today ELSE c.month_end END) AS as_of
        FROM target t CROSS JOIN clock c
        WHERE t.ended_by IS NULL AND t.from_day <= c.month_end AND t.to_day >= \(month.firstDay)::date
        ORDER BY t.from_day DESC LIMIT 1
      ), done AS (
        SELECT coalesce(sum(s.gross - s.refunds), 0) AS counted
        FROM daily_sales s CROSS JOIN chosen t
        WHERE s.verdict = 'counted' AND s.book_month <= \(month.firstDay)::date
          AND s.day BETWEEN t.from_day AND t.as_of
      )
      SELECT t.from_day::text, t.to_day::text, t.as_of::text, t.to_day - t.as_of AS days_left,
        round(100 * d.counted / t.amount, 2)::text AS percent, t.amount, d.counted, t.amount - d.counted,
        CASE WHEN t.to_day > t.as_of
          THEN greatest(0, ceil(100 * (t.amount - d.counted) / (t.to_day - t.as_of)) / 100)::numeric(16,2) END
      FROM chosen t CROSS JOIN done d
      """)
    guard let row = rows.first else { return nil }
    let (from, to, asOf, daysLeft, percent) = try row.decode(
      (String, String, String, Int, String).self)
    return try TargetProgress(
      from: from, to: to, asOf: asOf, amount: row.money(5), countedToDate: row.money(6),
      remaining: row.money(7), percent: percent, daysLeft: daysLeft,
      requiredPerDay: row.text(8) == nil ? nil : row.money(8))
  }

  /// The target of exactly a period, in yuan; nil where none is set.
  public func target(from: BusinessDay, to: BusinessDay) throws -> Money? {
    try connection.execute(
      """
      SELECT amount FROM target
      WHERE ended_by IS NULL AND from_day = \(from.description)::date AND to_day = \(to.description)::date
      """
    ).first?.money(0)
  }

  /// Sets a target, or gives the one of the same period another amount; the old one stays in the history.
  ///
  /// - Throws: `PostgresError` `target_reason_needed` where another amount stands and no reason is given,
  ///   `target_periods_apart`, `target_days_in_order` or `target_amount_positive`.
  public func setTarget(
    _ amount: Money, from: BusinessDay, to: BusinessDay, reason: String? = nil
  ) throws {
    try connection.transaction {
      try connection.execute(
        """
        SELECT set_target(\(from.description)::date, \(to.description)::date, \(amount.description)::numeric, \(reason),
          now(), \(operatorName), 'target set')
        """)
    }
  }

  /// Takes a target away; it stays in the history.
  ///
  /// - Throws: `PostgresError` `target_unknown`, `reason_blank`.
  public func removeTarget(from: BusinessDay, to: BusinessDay, reason: String) throws {
    try connection.transaction {
      try connection.execute(
        """
        SELECT set_target(\(from.description)::date, \(to.description)::date, NULL, \(reason), now(), \(operatorName),
          'target remove')
        """)
    }
  }

  /// Lists what targets were, newest first: who set each, when and why, and until when it stood.
  public func targetHistory() throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT t.from_day::text AS "from", t.to_day::text AS "to", t.amount,
          coalesce(to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI'), '') AS at, coalesce(p.operator, '') AS operator,
          coalesce(p.reason, '') AS reason, coalesce(to_char(e.recorded_at, 'YYYY-MM-DD HH24:MI'), '') AS until,
          CASE WHEN t.ended_by IS NULL THEN 'stands' WHEN e.command = 'target remove' THEN 'removed' ELSE 'replaced' END AS state,
          CASE WHEN e.command = 'target remove' THEN e.operator || coalesce(': ' || e.reason, '') ELSE '' END AS removed_by
        FROM target t
        LEFT JOIN posting p ON p.posting_id = t.posting_id
        LEFT JOIN posting e ON e.posting_id = t.ended_by
        ORDER BY t.from_day DESC, t.target_id DESC
        """))
  }

  /// Lists the targets.
  public func targets() throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT t.from_day::text AS "from", t.to_day::text AS "to", t.amount,
          coalesce((SELECT sum(s.gross - s.refunds) FROM daily_sales s
            WHERE s.verdict = 'counted' AND s.day BETWEEN t.from_day AND t.to_day), 0.00) AS counted
        FROM target t WHERE t.ended_by IS NULL ORDER BY t.from_day
        """))
  }
}

extension Listed {
  /// The sum of a column of amounts.
  func sum(_ key: String) -> Money {
    guard let place = keys.firstIndex(of: key) else { return .zero }
    return rows.reduce(.zero) { $0 + (Money($1[place]) ?? .zero) }
  }
}
