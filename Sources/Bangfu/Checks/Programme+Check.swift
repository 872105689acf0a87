internal import Postgres

/// What an invariant's query found.
public struct CheckResult: Equatable, Sendable {
  /// The check's name, such as `document_totals`.
  public let name: String
  /// How many rows break it.
  public let violations: Int
  /// The first of them, at most five.
  public let examples: [String]
}

extension Programme {
  /// Runs every invariant of `sql/checks`, all on one snapshot of the database.
  public func check() throws -> [CheckResult] {
    try connection.transaction(.repeatableRead) {
      try Script.in("checks").map { script in
        let query = Query(
          unsafeSQL: """
            SELECT count(*), coalesce((array_agg(example ORDER BY example))[1:5], '{}')
            FROM (\(script.text)) AS violation
            """)
        let (count, examples) = try connection.execute(query).single()
          .decode((Int, [String]).self)
        return CheckResult(name: script.title, violations: count, examples: examples)
      }
    }
  }
}
