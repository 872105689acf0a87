public import Domain
internal import Postgres

extension Reports {
  /// Reports a month.
  ///
  /// What was published, and what was known on a day of the month's own days, have no target beside them.
  /// With `proving`, every kept sum of the month is also computed anew from documents and lines.
  public func monthly(
    _ month: Month, as basis: ReportBasis = .booked, today: BusinessDay? = nil,
    proving: Bool = false
  ) throws -> FigureReport {
    if basis != .booked { return try monthly(month, from: content(of: month, as: basis)) }
    return try session.transaction(.repeatableRead) {
      let headline = try headline(of: month)
      let channels = try breakdown(
        """
        SELECT code, name, NULL, NULL, NULL, \(unescaped: FigureBridge.columns) FROM monthly_by_channel
        WHERE month = \(month.firstDay)::date ORDER BY code
        """)
      let products = try breakdown(
        """
        SELECT code, name, nullif(missing, ''), quantity, unit, \(unescaped: FigureBridge.columns) FROM monthly_by_product
        WHERE month = \(month.firstDay)::date ORDER BY counted DESC, gross DESC, code
        """)
      let suppliers = try breakdown(
        """
        SELECT code, name, nullif(missing, ''), NULL, NULL, \(unescaped: FigureBridge.columns) FROM monthly_by_supplier
        WHERE month = \(month.firstDay)::date ORDER BY counted DESC, gross DESC, code, missing
        """)
      let days = try breakdown(
        """
        SELECT day, '', NULL, NULL, NULL, \(unescaped: FigureBridge.columns) FROM monthly_by_day
        WHERE month = \(month.firstDay)::date ORDER BY day
        """)
      let (cases, cash) = try waitingCases(in: .month(month))
      let (agreements, agreed) = try agreements(in: .month(month))
      let (undecided, atRisk) = try undecided(in: .month(month))
      return FigureReport(
        time: .month(month), headline: headline, byChannel: channels, byProduct: products,
        bySupplier: suppliers, byTime: days, target: try targetProgress(month, today: today),
        waitingCases: cases, waitingCash: cash, agreements: agreements, agreed: agreed,
        undecided: undecided, atRisk: atRisk,
        reconciles: [channels, products, suppliers, days].allSatisfy {
          FigureBridge(addingUp: $0.map(\.sums)) == headline
        }, differences: proving ? try differences(in: month) : nil)
    }
  }

  /// The sums that were published, or known on a day, as JSON.
  private func content(of month: Month, as basis: ReportBasis) throws -> String {
    let query: Query =
      switch basis {
      case .published(let version):
        "SELECT convert_from(content, 'UTF8') FROM figure_of(\(month.firstDay)::date, \(version)::integer)"
      case .known(let day):
        """
        SELECT figure_known(\(month.firstDay)::date,
          ((\(day.description)::date + 1) + g.day_start) AT TIME ZONE g.timezone)::text
        FROM programme g
        """
      case .booked: "SELECT '{}'"
      }
    return try session.execute(query).single().decode(String.self)
  }

  private func monthly(_ month: Month, from content: String) throws -> FigureReport {
    func rows(_ key: String, order: String) throws -> [BreakdownRow] {
      try breakdown(
        """
        SELECT e ->> 'code' AS code, e ->> 'name',
          CASE WHEN \(key) = 'by_product' AND e ->> 'code' = '' THEN 'listing' ELSE nullif(e ->> 'missing', '') END,
          (e ->> 'quantity')::numeric, e ->> 'unit', \(unescaped: FigureBridge.members)
        FROM jsonb_array_elements(\(content)::jsonb -> \(key)) AS e ORDER BY \(unescaped: order)
        """)
    }
    let byWorth = "(e ->> 'counted')::numeric DESC, (e ->> 'gross')::numeric DESC, e ->> 'code'"
    let headline = try FigureBridge(
      session.execute(
        "SELECT \(unescaped: FigureBridge.members) FROM (SELECT \(content)::jsonb -> 'headline') AS h(e)"
      ).single())
    let (channels, days) = try (
      rows("by_channel", order: "e ->> 'code'"), rows("by_day", order: "e ->> 'code'")
    )
    let (products, suppliers) = try (
      rows("by_product", order: byWorth), rows("by_supplier", order: byWorth)
    )
    let (undecided, atRisk) = try session.execute(
      """
      SELECT coalesce((r ->> 'undecided')::integer, 0), coalesce((r ->> 'to')::numeric - (r ->> 'from')::numeric, 0)
      FROM (SELECT \(content)::jsonb -> 'range') AS range(r)
      """
    ).single().decode((Int, Money).self)
    return FigureReport(
      time: .month(month), headline: headline, byChannel: channels, byProduct: products,
      bySupplier: suppliers, byTime: days, target: nil, waitingCases: 0, waitingCash: .zero,
      agreements: 0, agreed: .zero, undecided: undecided, atRisk: atRisk,
      reconciles: [channels, products, suppliers, days].allSatisfy {
        FigureBridge(addingUp: $0.map(\.sums)) == headline
      }, differences: nil)
  }

  private func headline(of month: Month) throws -> FigureBridge {
    let rows = try session.execute(
      """
      SELECT \(unescaped: FigureBridge.columns) FROM monthly_headline
      WHERE month = \(month.firstDay)::date
      """)
    return try rows.first.map { try FigureBridge($0) } ?? FigureBridge(addingUp: [])
  }

  func breakdown(_ query: Query) throws -> [BreakdownRow] {
    try session.execute(query).map { row in
      let (code, name, missing, quantity, unit) = try row.decode(
        (String, String, String?, Quantity?, String?).self)
      return BreakdownRow(
        code: code, name: name, quantity: quantity, unit: unit,
        sums: try FigureBridge(row, from: 5),
        missing: missing.flatMap(BreakdownRow.Missing.init(rawValue:)))
    }
  }

  /// After-sale cases that wait, of the days of a time, and their cash.
  func waitingCases(in time: FigureTime) throws -> (Int, Money) {
    try session.execute(
      """
      SELECT count(*), coalesce(sum(w.over), 0.00)
      FROM aftersale_waiting w
      JOIN aftersale a ON a.aftersale_id = w.aftersale_id
      CROSS JOIN programme g
      WHERE business_day(a.back_at, g.timezone, g.day_start) BETWEEN \(time.period.firstDay)::date
        AND \(time.period.lastDay)::date
      """
    ).single().decode((Int, Money).self)
  }

  /// Signed agreements of the days of a time, and their yuan.
  func agreements(in time: FigureTime) throws -> (Int, Money) {
    try session.execute(
      """
      SELECT count(DISTINCT coalesce(agreement_id::text, channel_id || ' ' || order_no)), coalesce(sum(amount), 0.00)
      FROM agreement_standing
      WHERE day BETWEEN \(time.period.firstDay)::date AND \(time.period.lastDay)::date
      """
    ).single().decode((Int, Money).self)
  }

  /// Groups of sales that nobody has decided, of book months, and what is at risk by them.
  func undecided(in time: FigureTime) throws -> (Int, Money) {
    guard try session.finds("SELECT FROM duplicate_candidate LIMIT 1") else { return (0, .zero) }
    return try session.execute(
      """
      SELECT coalesce(sum(groups), 0)::bigint, coalesce(sum(at_most), 0.00) FROM undecided_month
      WHERE month BETWEEN \(time.period.firstDay)::date AND \(time.period.lastDay)::date
      """
    ).single().decode((Int, Money).self)
  }

  private func differences(in month: Month) throws -> [String] {
    try session.execute(
      """
      SELECT of_table || ': ' || example FROM daily_difference
      WHERE book_month = \(month.firstDay)::date ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  /// Counts by book month, and by day inside the period: what was booked up to the month, of days
  /// that the period holds.
  func targetProgress(_ month: Month, today: BusinessDay?) throws -> TargetProgress? {
    let rows = try session.execute(
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
        FROM month_sales s CROSS JOIN chosen t
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
    let (from, to, asOf, daysLeft, percent, amount, counted, remaining, required) = try row.decode(
      (String, String, String, Int, String, Money, Money, Money, Money?).self)
    return TargetProgress(
      from: from, to: to, asOf: asOf, amount: amount, countedToDate: counted,
      remaining: remaining, percent: percent, daysLeft: daysLeft, requiredPerDay: required)
  }
}

extension FigureBridge {
  /// The sums as the views of the monthly report name them.
  static let columns = "gross, refunds, duplicates, excluded, pending, counted"

  /// The same, as members of JSON.
  static let members = columns.split(separator: ", ").map {
    "(e ->> '\($0)')::numeric"
  }.joined(separator: ", ")

  /// Reads the sums of a row.
  init(_ row: Row, from first: Int = 0) throws {
    (gross, refunds, duplicates, excluded, pending, counted) = try row.decode(
      (Money, Money, Money, Money, Money, Money).self, from: first)
  }

  /// Adds sums up.
  init(addingUp all: [FigureBridge]) {
    func sum(_ part: (FigureBridge) -> Money) -> Money { all.reduce(.zero) { $0 + part($1) } }
    gross = sum(\.gross)
    refunds = sum(\.refunds)
    duplicates = sum(\.duplicates)
    excluded = sum(\.excluded)
    pending = sum(\.pending)
    counted = sum(\.counted)
  }
}
