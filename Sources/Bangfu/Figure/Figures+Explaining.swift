public import Domain
internal import Postgres

/// Explaining the figure: down to the lines, and up from an order.
extension Figures {
  /// Explains what a version of a month's figure is made of, at most so many parts, the largest first.
  ///
  /// It is the newest version where none is named; what was never published is explained as it stands.
  ///
  /// - Throws: `Problem` `figure_unknown`, `channel_unknown`, `product_unknown`, `not_in_figure`.
  public func explain(
    _ month: Month, _ number: Int? = nil, at place: FigurePlace = .month, limit: Int? = nil
  ) throws -> FigureExplanation {
    let (version, until) = try until(month, number)
    let parts = try session.report(
      parts(month, until, place), order: place.order, limit: limit, total: place.total)
    if parts.rows.rows.isEmpty, place != .month {
      throw Problem("not_in_figure", ["month": month.description])
    }
    return FigureExplanation(month: month, version: version, parts: parts)
  }

  /// Explains a line of a version of a month's figure: its verdict, and what stands behind it, as one row.
  ///
  /// - Throws: `Problem` `figure_unknown`, `not_in_figure`.
  public func explain(
    _ month: Month, _ number: Int? = nil, line: Int, of document: Int64
  ) throws -> ExplainedLine {
    let (version, until) = try until(month, number)
    let rows = try session.execute(
      """
      SELECT document, line, kind, order_no, at, month, book_month, channel, sku, name,
        trim_scale(quantity)::text AS quantity, unit, amount, verdict, rule, fact, rules, certificate, certified,
        province, way, of_document, of_line, restatement, recorded, import_id AS import, file, "row", sha256,
        redacted_sha256
      FROM explained_line(\(month.firstDay)::date, \(until), \(document), \(line)::integer)
      """)
    guard let row = rows.first else {
      throw Problem("not_in_figure", ["month": month.description])
    }
    let (file, _, number) = try row.decode(
      (Int64?, String, Int?).self, from: rows.columnNames.count - 5)
    return ExplainedLine(
      facts: Listed(rows[...]), version: version, file: file, row: number)
  }

  /// Explains how an order counts: its lines, each with the versions that it is in.
  ///
  /// - Throws: `Problem` `nothing_to_explain`, `order_not_posted`.
  public func explain(order: String) throws -> Listed {
    try session.list(
      """
      SELECT document, line, kind, day, channel, sku, amount, verdict, rule, month, "row" AS import_row, versions
      FROM explained_order(\(order)) ORDER BY document, line
      """)
  }

  /// Lists the published versions that lines of an order are in, and what of it they count, in yuan.
  ///
  /// - Throws: `Problem` `nothing_to_explain`, `order_not_posted`.
  public func versions(withOrder order: String) throws -> Listed {
    try session.list(
      """
      SELECT month_text(w.month) AS month, w.version, count(*) AS lines,
        coalesce(sum(w.amount) FILTER (WHERE w.verdict = 'counted'), 0.00) AS counted,
        to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, v.sha256
      FROM versions_with(\(order)) w
      JOIN figure_version v ON v.month = w.month AND v.version = w.version
      JOIN posting p ON p.posting_id = v.posting_id
      GROUP BY w.month, w.version, p.recorded_at, v.sha256
      ORDER BY w.month, w.version
      """)
  }

  private func until(_ month: Month, _ number: Int?) throws -> (Int?, Int64) {
    try session.execute(
      "SELECT version, until FROM explained_until(\(month.firstDay)::date, \(number)::integer)"
    ).single().decode((Int?, Int64).self)
  }

  private func parts(_ month: Month, _ until: Int64, _ place: FigurePlace) throws -> Query {
    switch place {
    case .month: return try sums(month, until, by: "channel", as: "channel")
    case .channel(let channel): return try sums(month, until, by: "product", as: "sku", channel)
    case .product(let channel, let sku):
      return try sums(month, until, by: "day", as: "day", channel, product(sku))
    case .day(let channel, let sku, let day):
      return try """
      SELECT document, kind, order_no, lines, gross, refunds, duplicates, excluded, pending, counted
      FROM explained_documents(\(month.firstDay)::date, \(until), \(self.channel(channel)), \(product(sku)),
        \(day.description)::date)
      """
    case .document(let document):
      return """
        SELECT line, sku, name, trim_scale(quantity)::text AS quantity, unit, amount, verdict, rule, certificate
        FROM explained_lines(\(month.firstDay)::date, \(until), \(document))
        """
    }
  }

  private func sums(
    _ month: Month, _ until: Int64, by step: String, as key: String, _ channel: String? = nil,
    _ product: Int64? = nil
  ) throws -> Query {
    """
    SELECT code AS \(unescaped: key), name, gross, refunds, duplicates, excluded, pending, counted
    FROM explained_sums(\(month.firstDay)::date, \(until), \(step), \(try channel.map(self.channel))::bigint,
      \(product)::bigint)
    """
  }

  /// The number of a channel.
  private func channel(_ code: String) throws -> Int64 {
    try Channels(session: session).expect(code)
    return try session.execute("SELECT channel_id FROM channel WHERE code = \(code)").single()
      .decode(Int64.self)
  }

  /// The number of a product; 0 where none is known.
  private func product(_ sku: String?) throws -> Int64 {
    guard let sku else { return 0 }
    let found = try session.execute("SELECT product_id FROM product WHERE sku = \(sku)")
    guard let row = found.first else { throw Problem("product_unknown", ["sku": sku]) }
    return try row.decode(Int64.self)
  }
}

extension FigurePlace {
  /// The order of its parts, in SQL.
  fileprivate var order: String {
    switch self {
    case .month: "counted DESC, gross DESC, channel"
    case .channel: "counted DESC, gross DESC, sku"
    case .product: "day"
    case .day: "counted DESC, gross DESC, document"
    case .document: "line"
    }
  }

  /// What its parts add up to, in SQL: a row of the same columns.
  fileprivate var total: String {
    let sums = ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]
      .map { "coalesce(sum(\($0)), 0.00)" }.joined(separator: ", ")
    return switch self {
    case .month, .channel, .product: "'', '', \(sums)"
    case .day: "NULL, '', '', coalesce(sum(lines), 0), \(sums)"
    case .document: "NULL, '', '', '', '', coalesce(sum(amount), 0.00), '', '', ''"
    }
  }
}
