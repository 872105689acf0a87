import Bangfu
import Domain
import FoundationEssentials
import Postgres
import System
import Tabular
import TestSupport
import Testing

/// Programmes that an older release made are upgraded, and their figures stay.
@Suite struct UpgradeTests {
  private func sql(_ database: String) throws -> Connection {
    let connection = try Connection(TestServer.shared.conninfo(database: database))
    try connection.execute("SET search_path = pengshui, pg_temp")
    return connection
  }

  private func october(_ programme: Programme) throws -> [String] {
    let report = try programme.reports.monthly(#require(Month("2026-10")), proving: true)
    #expect(report.reconciles && report.differences == [])
    let sums = report.headline
    return [sums.gross, sums.refunds, sums.pending, sums.counted].map { "\($0)" }
  }

  @Test func `the release before after-sale files and lots is upgraded, and its figures stay`()
    throws
  {
    let database = try Release(version: 3).restore()
    defer { try? TestServer.shared.drop(database: database) }
    #expect(refusal { _ = try Shop.open(database) } == "schema_older")
    #expect(try Release.setUp(database) + 3 == Release.newest)
    #expect(try Release.setUp(database) == 0)

    let programme = try Shop.open(database)
    // As the older release reported it.
    #expect(try october(programme) == ["9718.10", "1084.94", "101.80", "8531.36"])
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])

    var content = ListingContent()
    try content.add(parsing: "YC01:1")
    #expect(try programme.listings.map("WS-YC01", of: "douyin", to: content) == 1)
    #expect(try october(programme) == ["9718.10", "1084.94", "15.80", "8617.36"])
    for file in [2, 1] as [Int64] { _ = try programme.imports.undo(file) }
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])
    #expect(try october(programme) == ["266.20", "128.00", "0.00", "138.20"])
  }

  @Test func `the release with lots and transfers is upgraded, and what is under way goes on`()
    throws
  {
    let database = try Release(version: 5).restore()
    defer { try? TestServer.shared.drop(database: database) }
    #expect(refusal { _ = try Shop.open(database) } == "schema_older")
    #expect(try Release.setUp(database) + 5 == Release.newest)

    let programme = try Shop.open(database)
    // As the older release reported it.
    #expect(try october(programme) == ["6411.54", "1087.45", "0.00", "5324.09"])
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])
    let transfer = try #require(
      programme.transfers.list(all: false).rows.first?.first.flatMap(Int64.init))
    #expect(
      try programme.transfers.receive(StockItems(), of: transfer) == .zero)
    let count = try #require(programme.counts.list().rows.first?.first.flatMap(Int64.init))
    // What differs by much is counted again.
    try programme.counts.enter(StockItems(counted: ["BC01:18"]), in: count)
    let boss = try Programme(at: programme.database, named: "pengshui", operatorName: "boss")
    #expect(try boss.counts.approve(count, isPartial: true, reason: nil).value == Money("-120.00"))
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])
    // The cases come out again, then the orders they name.
    for file in [2, 1] as [Int64] { _ = try programme.imports.undo(file) }
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])
    #expect(try october(programme) == ["311.50", "128.00", "0.00", "183.50"])
  }

  @Test func `an upgrade that fails leaves what was there`() throws {
    let database = try Release(version: 3).restore()
    defer { try? TestServer.shared.drop(database: database) }
    let connection = try sql(database)
    func views() throws -> [String] {
      try connection.execute(
        """
        SELECT max(number)::text FROM schema_migration
        UNION ALL SELECT concat_ws(' ', gross, refunds) FROM monthly_headline
        UNION ALL SELECT count(*)::text FROM claim_desired
        """
      ).compactMap { $0.text(0) }.sorted()
    }
    let before = try views()
    // A table of the user's own stands where a migration makes one.
    try connection.execute("CREATE TABLE lot (name text)")
    #expect(refusal { _ = try Release.setUp(database) } != nil)
    #expect(try views() == before && before.contains("3"))
    try connection.execute("DROP TABLE lot")
    #expect(try Release.setUp(database) + 3 == Release.newest)
  }

  @Test func `a migration that went out keeps its text, and a new one is written down`() throws {
    let folder = Repository.path + "/sql/migrations/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let sums = try names.map { try sha256Hex(#require(readSmallFile(folder + $0))) + "  " + $0 }
    let kept = readSmallFile(
      Repository.path + "/Tests/BangfuTests/Schema/Releases/migrations.sha256")
    #expect(kept == sums.map { $0 + "\n" }.joined())
  }

  @Test func `both texts that migrations went out with are upgraded, and no third one`() throws {
    let shop = try Shop()
    let owner = try sql(shop.database)
    func pretend(_ checksum: String) throws {
      try owner.execute("UPDATE schema_migration SET checksum = \(checksum) WHERE number = 8")
      try owner.execute("DELETE FROM schema_migration WHERE number = 10")
      try owner.execute("ALTER TABLE line DROP CONSTRAINT line_entered_together")
    }
    try pretend("672d546e9ed0409300fc9c5478307b7724907a4f78d28b3975d07f34b4e7629f")
    #expect(try Release.setUp(shop.database) == 1)
    let found = try owner.execute(
      "SELECT FROM pg_constraint WHERE conname = 'line_entered_together' AND conparentid = 0 AND conrelid = 'line'::regclass"
    )
    #expect(found.count == 1)
    try pretend("another")
    #expect(refusal { _ = try Release.setUp(shop.database) } == "migration_changed")
  }

  @Test(arguments: [
    "8c43cf76fc5619a7cd11002fa795bb996d59ee62126f35610877d00e740b1a90",
    "e0fe63f1a29a3f6d08f4e5d1b76d1cc8299832fe88e75263e818cd9130fbc474",
  ]) func `pairs keep no levels, whichever text of the migration had left them`(checksum: String)
    throws
  {
    let shop = try Shop()
    let owner = try sql(shop.database)
    try owner.execute("UPDATE schema_migration SET checksum = \(checksum) WHERE number = 27")
    try owner.execute("DELETE FROM schema_migration WHERE number = 31")
    if checksum.hasPrefix("8c43") {
      try owner.execute("ALTER TABLE duplicate_pair ADD COLUMN levels smallint[] NOT NULL")
    }
    #expect(try Release.setUp(shop.database) == 1)
    let columns = try owner.execute(
      "SELECT FROM pg_attribute WHERE attrelid = 'duplicate_pair'::regclass AND attname = 'levels'")
    #expect(columns.isEmpty)
  }

  @Test
  func
    `the release that took agreements for sales is upgraded: they are apart, other figures stay`()
    throws
  {
    let database = try Release(version: 11).restore()
    defer { try? TestServer.shared.drop(database: database) }
    #expect(try Release.setUp(database) > 0)
    let programme = try Shop.open(database)
    // The older release reported 131,715.93 gross, 116,560.00 of it agreements and 12,800.00 refunded of one, which
    // nobody had paid; and 5.00 that a file says went back before the sale, in the month before.
    #expect(try october(programme) == ["2355.93", "139.80", "0.00", "2216.13"])
    let september = try programme.reports.monthly(#require(Month("2026-09")), proving: true)
    #expect(september.headline.gross == Money("300.00") && september.headline.refunds == .zero)
    #expect(september.headline.counted == Money("300.00") && september.reconciles)
    let agreed = try programme.agreements.list().rows.map { [$0[2], $0[5], $0[7], $0[9]] }
    #expect(
      agreed == [
        ["fair", "BC01", "900", "115200.00"], ["fair", "HS01", "200", "1360.00"],
        ["fair", "BC01", "0", "30000.00"], ["fair", "", "", "6000.00"],
      ])
    #expect(try Release.setUp(database) == 0)
    #expect(try programme.agreements.list().rows.count == 4)

    // A refund that somebody dated before its sale is found, and undone by its number.
    let found = try programme.checks.run().filter { $0.violations > 0 }
    #expect(found.map(\.name) == ["acts_in_order"] && found.map(\.violations) == [1])
    _ = try programme.orders.undo(23, reason: "dated before its sale")
    #expect(try programme.checks.run().filter { $0.violations > 0 } == [])
    #expect(try programme.stock.levels(at: nil).rows.map { $0[3] } == ["15", "140"])
    _ = try programme.imports.undo(1)
    #expect(try programme.agreements.list().rows.count == 2)
  }
}
