import Bangfu
import FoundationEssentials
import Postgres
import Tabular
import TestSupport
import Testing
import System

/// A programme as an older release left it, written by `pg_dump --inserts`: with orders, imports, rows that are
/// pending, and refunds.
struct Release: CustomTestStringConvertible {
  /// Its newest migration.
  let version: Int

  static let all = [Release(version: 3), Release(version: 5), Release(version: 11)]

  var testDescription: String { "release \(version)" }

  private static let folder = Repository.path + "/Tests/BangfuTests/Schema/Releases"

  /// How many migrations there are now.
  static let newest = try? FileManager.default
    .contentsOfDirectory(atPath: Repository.path + "/sql/migrations").count

  /// A database as the release left it.
  func restore() throws -> String {
    let database = try TestServer.shared.createDatabase()
    let script = try #require(readSmallFile("\(Self.folder)/schema-\(version).sql"))
    try Connection(TestServer.shared.conninfo(database: database)).run(script: script)
    return database
  }

  /// Upgrades a database; how many migrations ran.
  static func setUp(_ database: String) throws -> Int {
    try Programme.setUp(
      at: .server(TestServer.shared.conninfo(database: database)), named: "pengshui",
      operatorName: "test", county: "彭水", partner: "聊城", withCatalogue: false
    ).migrations
  }
}
