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

/// The invariants of `sql/checks`, and that the seals hold.
public struct Checks {
  let session: Session

  /// Runs every invariant, all on one snapshot of the database.
  ///
  /// On a standby what stands in unlogged tables cannot be read: `staging_is_empty` is left out there.
  /// A copy that is only looked at gives nobody any rights: `persons_have_roles` is left out of it.
  public func run() throws -> [CheckResult] { try run(isCopy: false) }

  /// The same, on a copy that is only looked at.
  func run(isCopy: Bool) throws -> [CheckResult] {
    try session.transaction(.repeatableRead) {
      // Whole tables are compared: nested loops, which are chosen while statistics lag behind, would take minutes.
      let (isStandby, _, _) = try session.execute(
        "SELECT pg_is_in_recovery(), set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)"
      ).single().decode((Bool, String, String).self)
      let results = try Script.in("checks").filter { check in
        !(isStandby && check.title == "staging_is_empty")
          && !(isCopy && check.title == "persons_have_roles")
      }.map(result)
      // Seals are hashed by the program, and set how values are written until the transaction ends.
      let seals = try SealCheck(session.connection).findings().result
      return (results + [seals]).sorted { $0.name < $1.name }
    }
  }

  private func result(of script: Script) throws -> CheckResult {
    let query = Query(
      unsafeSQL: """
        SELECT count(*), coalesce((array_agg(example ORDER BY example))[1:5], '{}')
        FROM check_\(script.title)() AS violation(example)
        """)
    let (count, examples) = try session.execute(query).single().decode((Int, [String]).self)
    return CheckResult(name: script.title, violations: count, examples: examples)
  }
}
