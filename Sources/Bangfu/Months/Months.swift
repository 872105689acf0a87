public import Domain
internal import Postgres

/// The book months: what hinders them from being closed, and their close.
public struct Months {
  let session: Session

  /// Opens a month, given as its first day `YYYY-MM-DD`; one that is there already stays as it is.
  func open(_ firstDay: String) throws {
    try session.execute("SELECT open_book_month(\(firstDay)::date)")
  }

  /// Says how a month stands: what hinders it from being closed, or what was signed for when it was.
  ///
  /// Violated checks are points as well, where `checking` asks for them to be run.
  public func status(_ month: Month, checking: Bool = false) throws -> MonthStatus {
    let violated = checking ? try violations() : []
    return try session.transaction {
      let closed = try session.execute(
        "SELECT posting_id FROM month_close WHERE month = \(month.firstDay)::date"
      ).first?.decode(Int64.self)
      guard let closed else {
        return MonthStatus(month: month, isClosed: false, points: try points(month, violated))
      }
      let signed = try session.execute(
        """
        SELECT key, kind, channel, many, amount, example, reason FROM month_signature
        WHERE posting_id = \(closed) ORDER BY kind, channel, example, key
        """
      ).map { row in
        let (key, kind, channel, many, amount, example, reason) = try row.decode(
          (String, String, String, Int, Money?, String, String).self)
        return MonthPoint(
          key: key, kind: kind, channel: channel, many: many, amount: amount, example: example,
          command: "", reason: reason)
      }
      return MonthStatus(month: month, isClosed: true, points: signed)
    }
  }

  /// Closes a month that is over, for good; every check is run first, and what no seal covers is sealed.
  ///
  /// What hinders it is signed for by key, with a reason each.
  ///
  /// - Throws: `Problem` `month_not_over`, `month_is_closed`, `month_before_open`, `month_points_open`, `point_unknown`,
  ///   `point_signed_twice`, `reason_blank`; `month_busy` where a file is being imported into it.
  public func close(
    _ month: Month, signing: [(key: String, reason: String)] = [], reason: String? = nil
  ) throws -> MonthClose {
    let violated = try violations()
    _ = try Seals(session: session).seal()
    return try session.transaction(tries: 1) {
      let row = try session.execute(
        """
        SELECT posting, documents, lines, gross, refunds, signed
        FROM close_month(\(month.firstDay)::date, \(signing.map(\.key))::text[], \(signing.map(\.reason))::text[],
          \(violated.map(\.name))::text[], \(violated.map(\.violations))::bigint[], \(violated.map(\.example))::text[],
          \(reason), \(session.operatorName), 'month close')
        """
      ).single()
      let (number, documents, lines, gross, refunds, signed) = try row.decode(
        (Int64, Int, Int, Money, Money, Int).self)
      return MonthClose(
        number: number, month: month, documents: documents, lines: lines, gross: gross,
        refunds: refunds, signed: signed)
    }
  }

  /// Counts what came late in the month of its day, and makes the next version of each month that this touches and that
  /// was published.
  ///
  /// - Throws: `Problem` `month_not_closed`, `nothing_to_restate`, `reason_blank`, `approval_needed`.
  public func restate(_ month: Month, reason: String) throws -> Restatement {
    try session.transaction {
      let (number, lines, versions) = try session.execute(
        """
        SELECT posting, lines, coalesce(versions, '{}')
        FROM restate_month(\(month.firstDay)::date, \(reason), \(session.operatorName), 'month restate')
        """
      ).single().decode((Int64, Int, [String]).self)
      return Restatement(number: number, lines: lines, published: versions.compactMap { Month($0) })
    }
  }

  /// Signs that a channel sold nothing in a month that is over, or undoes that; returns the act's number.
  ///
  /// - Throws: `Problem` `channel_unknown`, `month_not_over`, `month_is_closed`, `nil_sold`, `nil_stands`, `nil_unknown`,
  ///   `reason_blank`.
  public func signNil(
    _ channel: String, _ month: Month, isUndone: Bool = false, reason: String
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT sign_nil(\(channel), \(month.firstDay)::date, \(isUndone), \(reason), \(session.operatorName), 'month nil')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Lists what was done to months, newest first: closed, or signed to be without sales of a channel.
  public func history() throws -> Listed {
    try session.list(
      """
      SELECT to_char(a.month, 'YYYY-MM') AS month, a.kind, a.channel, a.many, a.gross, a.refunds,
        to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, p.operator, p.recorded_by::text AS recorded_by,
        coalesce(p.reason, '') AS reason
      FROM (
        SELECT c.posting_id, c.month, 'close' AS kind, '' AS channel, count(s.key) AS many, c.gross, c.refunds
        FROM month_close c
        LEFT JOIN month_signature s ON s.posting_id = c.posting_id
        GROUP BY c.posting_id, c.month, c.gross, c.refunds
        UNION ALL
        SELECT n.posting_id, n.month, 'nil', h.code, NULL, NULL, NULL
        FROM month_nil n
        JOIN channel h ON h.channel_id = n.channel_id
        UNION ALL
        SELECT u.posting_id, n.month, 'nil_undone', h.code, NULL, NULL, NULL
        FROM month_nil n
        JOIN channel h ON h.channel_id = n.channel_id
        JOIN posting u ON u.undoes = n.posting_id
      ) a
      JOIN posting p ON p.posting_id = a.posting_id
      ORDER BY a.posting_id DESC
      """)
  }
}

extension Months {
  /// The checks that are violated.
  private func violations() throws -> [Violation] {
    try Checks(session: session).run().filter { $0.violations > 0 }.map {
      Violation(name: $0.name, violations: $0.violations, example: $0.examples.first ?? "")
    }
  }

  /// A check that is violated, by how many rows, and the first of them.
  private struct Violation {
    let name: String
    let violations: Int
    let example: String
  }

  private func points(_ month: Month, _ violated: [Violation]) throws -> [MonthPoint] {
    try session.execute(
      """
      SELECT key, kind, channel, many, amount, example, command
      FROM month_points(\(month.firstDay)::date, \(violated.map(\.name))::text[],
        \(violated.map(\.violations))::bigint[], \(violated.map(\.example))::text[])
      """
    ).map { row in
      let (key, kind, channel, many, amount, example, command) = try row.decode(
        (String, String, String, Int, Money?, String, String).self)
      return MonthPoint(
        key: key, kind: kind, channel: channel, many: many, amount: amount, example: example,
        command: command, reason: nil)
    }
  }
}
