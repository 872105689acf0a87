public import Domain
internal import Postgres

extension Reports {
  /// Reports the book months of a year; the target is reckoned to its end, or to today inside it.
  public func yearly(_ year: Int, today: BusinessDay? = nil) throws -> FigureReport {
    try session.transaction(.repeatableRead) {
      let time = FigureTime.year(year)
      let (first, last) = (time.period.firstDay, time.period.lastDay)
      let sums = FigureBridge.columns.split(separator: ", ").map { "sum(\($0)) AS \($0)" }
        .joined(separator: ", ")
      func rows(_ view: String, _ keys: String, order: String = "counted DESC, gross DESC, code")
        throws -> [BreakdownRow]
      {
        try breakdown(
          """
          SELECT * FROM (
            SELECT \(unescaped: keys), \(unescaped: sums) FROM \(unescaped: view)
            WHERE month BETWEEN \(first)::date AND \(last)::date
            GROUP BY 1, 2, 3, 5
          ) r ORDER BY \(unescaped: order)
          """)
      }
      let nothing = "NULL::text AS missing, NULL::numeric AS quantity, NULL::text AS unit"
      let channels = try rows(
        "monthly_by_channel", "code, name, " + nothing, order: "code")
      let products = try rows(
        "monthly_by_product",
        "code, name, nullif(missing, '') AS missing, sum(quantity) AS quantity, unit")
      let suppliers = try rows(
        "monthly_by_supplier",
        "code, name, nullif(missing, '') AS missing, NULL::numeric AS quantity, NULL::text AS unit")
      let months = try rows(
        "monthly_headline", "to_char(month, 'YYYY-MM') AS code, '' AS name, " + nothing,
        order: "code"
      ).filter { $0.sums != FigureBridge(addingUp: []) }
      let headline = FigureBridge(addingUp: months.map(\.sums))
      let day = try today ?? day()
      let (cases, cash) = try waitingCases(in: time)
      let (agreements, agreed) = try agreements(in: time)
      let (undecided, atRisk) = try undecided(in: time)
      return FigureReport(
        time: time, headline: headline, byChannel: channels, byProduct: products,
        bySupplier: suppliers, byTime: months,
        target: try Month(day.year == year ? String("\(day)".prefix(7)) : "\(year)-12").flatMap {
          try targetProgress($0, today: day)
        }, waitingCases: cases, waitingCash: cash, agreements: agreements, agreed: agreed,
        undecided: undecided, atRisk: atRisk,
        reconciles: [channels, products, suppliers].allSatisfy {
          FigureBridge(addingUp: $0.map(\.sums)) == headline
        }, differences: nil)
    }
  }

  /// Today by the programme's clock.
  func day() throws -> BusinessDay {
    let text = try session.execute(
      "SELECT business_day(now(), timezone, day_start)::text FROM programme"
    ).single().decode(String.self)
    guard let day = BusinessDay(text) else { throw Problem("day_malformed", ["text": text]) }
    return day
  }
}
