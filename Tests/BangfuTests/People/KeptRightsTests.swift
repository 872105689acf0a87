import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Persons and their rights outlast an upgrade, a backup and a restore.
@Suite struct KeptRightsTests {
  @Test func `a set-up that is run again keeps what each person may do`() throws {
    let shop = try Shop()
    let login = try shop.person(.clerk)
    try shop.receive("BC01", "5")
    let sql = try shop.sql()
    // An upgrade takes all functions and views away, with their grants, and makes them anew.
    try sql.run(script: "UPDATE schema_state SET digest = 'of an older program'")
    #expect(refusal { _ = try shop.open(as: login) } == "schema_differs")
    _ = try Programme.setUp(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "test", county: "彭水", partner: "聊城", withCatalogue: false)
    let clerk = try shop.open(as: login)
    #expect(try clerk.stock.low(of: ["BC01"], at: nil, channel: "counter").isEmpty)
    #expect(
      refusal { try clerk.units.add("筐", english: "basket", isWhole: true) } == "right_missing")
    #expect(try shop.violations() == [])
  }

  @Test
  func
    `a restored programme has its persons, their rights and what they approved, and nobody's password`()
    throws
  {
    let shop = try Shop()
    let (login, official) = (try shop.person(.clerk), try shop.person(.official))
    try shop.programme.people.retire(official, isBack: false, reason: "left", command: "test")
    let file = shop.folder.path + "/shop.dump"
    try Backups(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui"
    ).create(file, replacing: false)
    let elsewhere = try TestServer.shared.createDatabase()
    defer { try? TestServer.shared.drop(database: elsewhere) }
    // On another server there are no logins.
    let sql = try shop.sql()
    try sql.run(
      script: """
        REVOKE ALL ON SCHEMA pengshui, pengshui_read FROM \(login), \(official);
        DROP ROLE \(login), \(official)
        """)
    let restored = try Backups(
      at: .server(TestServer.shared.conninfo(database: elsewhere)), named: "pengshui"
    ).restore(file, operatorName: "test")
    #expect(
      try restored.people.list().map { "\($0.login) \($0.role) \($0.isRetired)" }
        == ["bangfu owner false", "\(login) clerk false", "\(official) official true"])
    #expect(try restored.people.withoutPassword() == [login])
    let clerk = try Programme(
      at: .server(TestServer.shared.conninfo(database: elsewhere, login: login)),
      named: "pengshui", operatorName: login)
    #expect(try !clerk.products.list().isEmpty)
    #expect(
      refusal { try clerk.units.add("筐", english: "basket", isWhole: true) } == "right_missing")
    #expect(try shop.violations(of: restored) == [])
    let ends = try Connection(TestServer.shared.conninfo(database: elsewhere))
    try ends.run(script: "DROP OWNED BY \(login); DROP ROLE \(login)")
  }
}
