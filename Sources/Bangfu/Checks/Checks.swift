internal import Dispatch
internal import Glibc
internal import Postgres
internal import Synchronization

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

  /// From how many bytes of facts on further sessions are worth their connections.
  private static let large = 64 << 20

  /// Runs every invariant, all on one snapshot of the database; of many facts by a session for each core, at most four.
  ///
  /// On a standby what stands in unlogged tables cannot be read: `staging_is_empty` is left out there.
  /// A copy that is only looked at gives nobody any rights: `persons_have_roles` is left out of it.
  public func run() throws -> [CheckResult] { try run(isCopy: false) }

  /// The same, on a copy that is only looked at.
  func run(isCopy: Bool) throws -> [CheckResult] {
    try session.transaction(.repeatableRead, tries: 1) {
      let (isStandby, bytes) = try session.execute(
        """
        SELECT pg_is_in_recovery(), sum(pg_table_size(t.relid))::bigint
        FROM unnest(ARRAY['line', 'claim_snapshot', 'stock_move']) f,
          pg_partition_tree(format('%I.%I', \(session.name)::text, f)::regclass) t
        """
      ).single().decode((Bool, Int).self)
      let work = CheckWork(
        Script.in("checks").map(\.title).filter { check in
          !(isStandby && check == "staging_is_empty")
            && !(isCopy && check == "persons_have_roles")
        })
      let group = DispatchGroup()
      if bytes >= Self.large { try share(work, group) }
      work.failing { try work.take(session) }
      group.wait()
      // They set how values are written until the transaction ends.
      work.failing { try work.takeSeals(session) }
      return try work.results()
    }
  }

  /// Shares the work with further sessions, which see what this one sees.
  ///
  /// One of them begins with the seals. Where the server has no room for them, this one does it all.
  private func share(_ work: CheckWork, _ group: DispatchGroup) throws {
    let snapshot = try session.execute("SELECT pg_export_snapshot()").single().decode(String.self)
    for _ in 1..<max(2, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 4)) {
      let (database, name, operatorName) = (session.database, session.name, session.operatorName)
      DispatchQueue.global().async(group: group) { [login = session.login] in
        guard
          let other = try? Session(
            at: database, named: name, operatorName: operatorName, as: login)
        else { return }
        work.failing {
          try other.transaction(seeing: snapshot) { try work.takeSeals(other) }
          try other.transaction(seeing: snapshot) { try work.take(other) }
        }
      }
    }
  }
}

extension Session {
  /// Runs `body` in a transaction that sees what the one sees that exported `snapshot`, as long as that lasts.
  fileprivate func transaction(seeing snapshot: String, _ body: () throws -> Void) throws {
    try transaction(.repeatableRead, tries: 1) {
      try execute(Query(unsafeSQL: "SET TRANSACTION SNAPSHOT '\(snapshot)'"))
      try body()
    }
  }
}

/// The checks that are still to be run, and what those found that were.
private final class CheckWork: Sendable {
  private struct State {
    var waiting: [String]
    var sealsWait = true
    var results: [CheckResult] = []
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  init(_ checks: [String]) { state = Mutex(State(waiting: checks.reversed())) }

  /// What was found, in the order of the checks' names.
  ///
  /// - Throws: what the first session that failed has thrown.
  func results() throws -> [CheckResult] {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.results.sorted { $0.name < $1.name }
  }

  /// Runs one check after the other, until none is left or a session has failed.
  func take(_ session: Session) throws {
    try Self.planForWholeTables(session)
    while let check = state.withLock({ $0.waiting.popLast() }) {
      add(try Self.result(of: check, session))
    }
  }

  /// Recomputes the seals, unless another session does.
  func takeSeals(_ session: Session) throws {
    let mine = state.withLock { state in
      defer { state.sealsWait = false }
      return state.sealsWait
    }
    guard mine else { return }
    try Self.planForWholeTables(session)
    add(try SealCheck(session.connection).findings().result)
  }

  /// Forbids nested loops until the transaction ends: chosen while statistics lag behind, they would take minutes.
  private static func planForWholeTables(_ session: Session) throws {
    try session.execute(
      "SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '128MB', true)")
  }

  /// Runs `body`; what it throws is kept, and nothing more begun.
  func failing(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      state.withLock {
        $0.failure = $0.failure ?? error
        ($0.waiting, $0.sealsWait) = ([], false)
      }
    }
  }

  private func add(_ result: CheckResult) { state.withLock { $0.results.append(result) } }

  private static func result(of check: String, _ session: Session) throws -> CheckResult {
    let query = Query(
      unsafeSQL: """
        SELECT count(*), coalesce((array_agg(example ORDER BY example))[1:5], '{}')
        FROM check_\(check)() AS violation(example)
        """)
    let (count, examples) = try session.execute(query).single().decode((Int, [String]).self)
    return CheckResult(name: check, violations: count, examples: examples)
  }
}
