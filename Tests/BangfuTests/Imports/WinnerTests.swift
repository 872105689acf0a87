import Postgres
import TestSupport
import Testing

/// Which snapshot wins: the later, then the later status, then an exact one, then by content.
@Suite struct WinnerTests {
  let database: Connection
  private let shop: Shop
  init() throws {
    shop = try Shop()
    database = try shop.sql()
  }

  /// A snapshot as `newness` and `outcome_of` take it.
  struct Snapshot: Sendable {
    var exact = true
    var at = "2026-10-01"
    var rank = 1
    var digest = 5

    var uuid: String { "00000000-0000-0000-0000-00000000000\(digest)" }
  }

  struct Case: Sendable {
    let row: Snapshot, live: Snapshot
    let outcome: String
    let isConflict: Bool
  }

  @Test(arguments: [
    Case(row: .init(), live: .init(), outcome: "same", isConflict: false),
    Case(
      row: .init(at: "2026-10-02", digest: 1), live: .init(), outcome: "changed", isConflict: false),
    Case(
      row: .init(at: "2026-09-30", digest: 9), live: .init(), outcome: "same", isConflict: false),
    Case(row: .init(at: "2026-10-02"), live: .init(), outcome: "same", isConflict: false),
    Case(row: .init(rank: 2, digest: 1), live: .init(), outcome: "changed", isConflict: true),
    Case(row: .init(rank: 0, digest: 9), live: .init(), outcome: "same", isConflict: true),
    Case(row: .init(digest: 6), live: .init(), outcome: "changed", isConflict: true),
    Case(row: .init(digest: 4), live: .init(), outcome: "same", isConflict: true),
    Case(
      row: .init(at: "2026-09-30", digest: 4), live: .init(exact: false), outcome: "changed",
      isConflict: false),
    Case(row: .init(exact: false, digest: 4), live: .init(), outcome: "same", isConflict: false),
  ])
  func `a row changes what is live where it wins and says something else`(_ given: Case) throws {
    let (row, live) = (given.row, given.live)
    let (outcome, isConflict) = try database.execute(
      """
      SELECT outcome_of(true, \(row.exact), \(row.at)::timestamptz, \(row.rank)::smallint, \(row.uuid)::uuid,
          \(live.exact), \(live.at)::timestamptz, \(live.rank)::smallint, \(live.uuid)::uuid),
        in_conflict(\(row.exact), \(row.at)::timestamptz, \(row.uuid)::uuid,
          \(live.exact), \(live.at)::timestamptz, \(live.uuid)::uuid)
      """
    ).single().decode((String, Bool).self)
    #expect(outcome == given.outcome)
    #expect(isConflict == given.isConflict)
  }

  @Test func `the newest is the later, then of the later status, then exact, then by content`()
    throws
  {
    let order: [Snapshot] = [
      .init(digest: 6), .init(), .init(exact: false, digest: 9), .init(rank: 0, digest: 9),
      .init(at: "2026-09-30", rank: 9, digest: 9),
    ]
    for (newer, older) in zip(order, order.dropFirst()) {
      let isNewer = try database.execute(
        """
        SELECT newness(\(newer.at)::timestamptz, \(newer.rank)::smallint, \(newer.exact), \(newer.uuid)::uuid)
          > newness(\(older.at)::timestamptz, \(older.rank)::smallint, \(older.exact), \(older.uuid)::uuid)
        """
      ).single().decode(Bool.self)
      #expect(isNewer, "\(newer) \(older)")
    }
  }
}
