public import Domain
internal import Postgres

/// What the approval of a count posted.
public struct CountApproval: Equatable, Sendable {
  /// The lines that differed.
  public let lines: Int
  /// Yuan that the differences are worth.
  public let value: Money
}

/// Counting stock while selling goes on.
public struct Counts {
  let session: Session

  /// Opens a count of a location, or of a category there; returns its number.
  ///
  /// - Parameters:
  ///   - location: the location's code; nil for the default one.
  ///   - category: only products of it; nil for all.
  ///   - isBlind: true where those who count are not shown what the book has.
  ///   - recountOver: a difference worth more yuan than this at cost must be counted twice.
  /// - Returns: the count's number.
  /// - Throws: `Problem` `count_open_already`, `location_unknown`.
  public func open(
    location: String?, category: String?, isBlind: Bool, recountOver: Money
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT count_id FROM open_count(\(location), \(category ?? ""), \(isBlind), \(recountOver.description)::numeric,
          now(), \(session.operatorName), 'stock count open')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Enters what was counted; zero is counted too.
  ///
  /// Counted again, the last counts.
  ///
  /// - Throws: `Problem` `count_unknown`, `count_ended`, `count_outside`, `count_lot_missing`, …; of a
  ///   line that a file holds, as a `Problem`.
  public func enter(_ items: StockItems, in count: Int64) throws {
    try naming(items.fileLines) {
      try session.transaction {
        _ = try session.execute(
          """
          SELECT lines FROM enter_count(\(count), \(items.codes)::text[], \(items.numbers.map(\.description))::numeric[],
            \(items.units)::text[], \(items.lots)::text[], now(), \(session.operatorName), 'stock count enter')
          """)
      }
    }
  }

  /// Approves a count, as a second person: the differences are posted.
  ///
  /// - Throws: `Problem` `count_second_person`, `count_recount`, `count_incomplete`,
  ///   `count_overtaken`, …
  public func approve(
    _ count: Int64, isPartial: Bool, reason: String?
  ) throws -> CountApproval {
    let (lines, value) = try session.transaction {
      try session.execute(
        """
        SELECT lines, value FROM approve_count(\(count), \(isPartial), \(reason), now(), \(session.operatorName), 'stock count approve')
        """
      ).single().decode((Int, Money).self)
    }
    return CountApproval(lines: lines, value: value)
  }

  /// Gives up a count.
  ///
  /// - Throws: `Problem` `count_unknown`, `count_ended`.
  public func cancel(_ count: Int64, reason: String?) throws {
    try session.transaction {
      _ = try session.execute(
        "SELECT cancel_count(\(count), \(reason), now(), \(session.operatorName), 'stock count cancel')"
      )
    }
  }

  /// Lists counts, newest first.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT c.count_id AS count, to_char(q.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, l.code AS location, c.category,
        c.state, (SELECT count(*) FROM count_difference d WHERE d.count_id = c.count_id) AS lines,
        (SELECT coalesce(sum(d.value), 0.00) FROM count_difference d WHERE d.count_id = c.count_id AND c.state <> 'cancelled')
          AS cost, q.operator, coalesce(e.operator, '') AS ended_by
      FROM stock_count c
      JOIN location l ON l.location_id = c.location_id
      JOIN posting q ON q.posting_id = c.count_id
      LEFT JOIN posting e ON e.posting_id = c.ended_by
      ORDER BY c.count_id DESC
      """)
  }

  /// The sheet of a count: what is to be counted, by lot; without the book quantity where the count is blind.
  ///
  /// - Throws: `Problem` `count_unknown`.
  public func sheet(of count: Int64) throws -> Listed {
    try expect(count)
    return try session.list(
      """
      SELECT p.sku, p.name, p.unit, coalesce(o.code, '') AS lot, coalesce(o.expires::text, '') AS expires,
        CASE WHEN c.blind THEN '' ELSE trim_scale(s.book)::text END AS book, '' AS found
      FROM count_scope s
      JOIN stock_count c ON c.count_id = s.count_id
      JOIN product p ON p.product_id = s.product_id
      LEFT JOIN lot o ON o.lot_id = s.lot_id
      WHERE s.count_id = \(count) ORDER BY p.category, p.sku, o.expires, o.code
      """)
  }

  /// What a count found, largest difference first, and what is not counted yet.
  ///
  /// - Throws: `Problem` `count_unknown`.
  public func differences(in count: Int64) throws -> Listed {
    try expect(count)
    return try session.list(
      """
      SELECT p.sku, p.name, coalesce(o.code, '') AS lot, trim_scale(d.book)::text AS book,
        trim_scale(d.counted)::text AS found, trim_scale(d.difference)::text AS difference, p.unit, d.value AS cost,
        CASE WHEN d.needs_recount THEN 'recount' ELSE '' END AS state
      FROM count_difference d
      JOIN product p ON p.product_id = d.product_id
      LEFT JOIN lot o ON o.lot_id = d.lot_id
      WHERE d.count_id = \(count)
      UNION ALL
      SELECT p.sku, p.name, coalesce(o.code, ''), '', '', '', p.unit, 0.00, 'uncounted'
      FROM count_scope s
      JOIN stock_count c ON c.count_id = s.count_id AND c.state = 'open'
      JOIN product p ON p.product_id = s.product_id
      LEFT JOIN lot o ON o.lot_id = s.lot_id
      WHERE s.count_id = \(count) AND NOT EXISTS (SELECT FROM stock_count_line l
        WHERE l.count_id = s.count_id AND l.product_id = s.product_id AND l.lot_id IS NOT DISTINCT FROM s.lot_id)
      ORDER BY 9, 8, 1, 3
      """)
  }

  private func expect(_ count: Int64) throws {
    if try !session.finds("SELECT FROM stock_count WHERE count_id = \(count)") {
      throw Problem("count_unknown", ["count": String(count)])
    }
  }
}
