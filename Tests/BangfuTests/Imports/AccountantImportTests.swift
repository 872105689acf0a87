import Bangfu
import Domain
import Foundation
import Postgres
import Tabular
import TestSupport
import Testing

/// An accountant's login does all of imports, without a right on any table but to fill a batch of its own; nobody else
/// does.
@Suite struct AccountantImportTests {
  private let shop: Shop
  init() throws { shop = try Shop() }

  /// A programme by a login, whose operator is the owner's.
  private func programme(_ login: String) throws -> Programme {
    let conninfo = TestServer.shared.conninfo(database: shop.database, login: login)
    return try Programme(at: .server(conninfo), named: "pengshui", operatorName: "test")
  }

  /// Plain SQL by a login.
  private func sql(_ login: String) throws -> Connection {
    let sql = try shop.sql(as: login)
    try sql.run(script: "SET search_path = pengshui, pg_temp")
    return sql
  }

  /// What a statement by a login is refused with: the code, else the state of SQL; nil where it is not.
  private func refused(_ sql: Connection, _ statement: String) -> String? {
    do {
      try sql.run(script: statement)
      return nil
    } catch {
      return error.sqlState == "BF001" ? error.message : error.sqlState ?? "\(error)"
    }
  }

  // MARK: What an accountant does

  private static let orders = [
    DouyinLine("6920001", "6920001", sku: "MX01", pieces: 3, payable: "174.00"),
    DouyinLine("6920002", "6920002", sku: "BC02", pieces: 2, payable: "196.00"),
    DouyinLine("6920003", "6920003", sku: "NONE", pieces: 2, payable: "19.00"),
    DouyinLine("6920005", "6920005").with("商品数量", "many"),
  ]
  private static let sheet = """
    振华超市代销结算单 2026年9月,,,,,,
    门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
    东昌店,BC01,白茶,50g,10,100.00,"1,000.00"
    东昌店,HS01,红薯,散装,2,6.00,12.00
    东昌店,HS01,红薯,散装,2,6.00,12.00
    东昌店,HS01,红薯,散装,三,6.00,18.00

    """

  /// Imports what a month brings, and says what each step answered.
  private static func work(_ programme: Programme, in folder: String) throws -> [String] {
    var said: [String] = []
    func take(
      _ text: String, _ name: String, _ channel: String = "douyin",
      _ change: (inout ImportRequest) -> Void = { _ in }
    ) throws {
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(filePath: path))
      var request = ImportRequest(path: path, name: name, channel: channel)
      change(&request)
      for var result in try programme.imports.run(request) {
        result.rejectsFile = result.rejectsFile.map {
          $0.split(separator: "/").last.map(String.init) ?? ""
        }
        said.append("\(result)")
      }
    }
    let first = DouyinLine.csv(orders)
    let later = DouyinLine.csv([orders[0].with("订单状态", "已发货"), orders[1].with("订单应付金额", "190.00")])
    try take(first, "1791900000_a.csv")
    try take(later, "1791990000_b.csv")
    try take(first, "1791900000_a.csv")
    try take(
      DouyinLine.csv([orders[3].with("商品数量", "1")]), "1791900000_a.rejects.csv")
    try take(first, "1791900000_a.csv")
    let cases = TextTable(
      name: "", columns: TextTable.douyinAfterSales,
      rows: [
        [
          "售后单号": "S1", "订单号": "6920001", "商品单号": "6920001", "售后状态": "同意退款，退款成功",
          "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00", "用户到账时间": "2026-10-08 09:00:00",
        ],
        [
          "售后单号": "S2", "订单号": "6920099", "商品单号": "6920099", "售后状态": "同意退款，退款成功",
          "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00", "用户到账时间": "2026-10-08 09:00:00",
        ],
      ])
    try take(cases.text, "1792000000_sh.csv")
    try take(sheet, "9月.csv", "supermarket")
    said.append("\(try programme.imports.undo(2))")
    try take(later, "1791990000_b.csv")
    try take(first, "1791800000_c.csv") { $0.isDryRun = true }
    try take(first, "1791800000_c.csv") { $0.isStrict = true }
    var content = ListingContent()
    try content.add(parsing: "BC01:2")
    said.append("mapped \(try programme.listings.map("NONE", of: "douyin", to: content))")
    return said
  }

  /// All rows of all tables but those of persons, without what says who did it and when.
  private static func facts(_ sql: Connection) throws -> [String] {
    let tables = try sql.execute(
      """
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relnamespace = 'pengshui'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname NOT IN ('person', 'person_change') ORDER BY c.relname
      """
    ).map { try $0.decode(String.self) }
    return try tables.flatMap { table in
      try sql.execute(
        Query(
          unsafeSQL: """
            SELECT '\(table) ' || (to_jsonb(t) - 'recorded_by' - 'recorded_at' - 'imported_at' - 'digest')::text
            FROM \(table) t ORDER BY 1
            """)
      ).map { try $0.decode(String.self) }
    }
  }

  @Test func `an accountant's imports are the owner's, but for who did it`() throws {
    let other = try Shop()
    let accountant = try shop.person(.accountant)
    _ = try other.person(.accountant)
    let mine = try Self.work(programme(accountant), in: shop.folder.path)
    let owners = try Self.work(other.programme, in: other.folder.path)
    #expect(mine == owners)
    #expect(mine.count == 12)
    let facts = try Self.facts(shop.sql())
    #expect(facts.count > 200)
    #expect(facts == (try Self.facts(other.sql())))
    let who = try shop.sql().execute(
      "SELECT DISTINCT recorded_by::text FROM posting WHERE command NOT IN ('setup', 'test')")
    #expect(who.map { $0.text(0) } == [accountant])
    let violations = try shop.violations()
    #expect(violations == [])
    #expect(try other.violations() == [])
  }

  @Test func `an accountant reads what was imported, and redacts it anew`() throws {
    let accountant = try programme(shop.person(.accountant))
    _ = try Self.work(accountant, in: shop.folder.path)
    let imports = accountant.imports
    #expect(try imports.list().rows.count == 5)
    let rejects = try imports.rejects(of: 1)
    #expect(rejects.map(\.reason) == ["cell_not_pieces"])
    #expect(try imports.row(2, of: 1).isAsImported)
    #expect(try imports.rows(ofOrder: "6920001").count == 3)
    #expect(try imports.writeRejects(of: 1, to: shop.folder.path + "/again.csv") == 1)
    #expect(try accountant.channels.pending(in: nil).rows.count == 1)
    #expect(try accountant.listings.unmapped(in: nil).isEmpty)
    #expect(try accountant.listings.list(of: "douyin").rows.count == 4)
    let sql = try shop.sql()
    try sql.transaction {
      try sql.execute("SET LOCAL session_replication_role = 'replica'")
      let old = gzip(Array(DouyinLine.csv(Self.orders).utf8))
      try sql.execute("UPDATE import_chunk SET content = \(old) WHERE file_id = 1")
      try sql.execute("UPDATE import_file f SET digest = import_digest(f) WHERE f.file_id = 1")
    }
    func file() throws -> String {
      try sql.execute("SELECT pg_relation_filepath('import_chunk')").single().decode(String.self)
    }
    let before = try file()
    #expect(try imports.redact(nil, reason: "a request").chunks == 1)
    #expect(try file() != before, "what was replaced is still in the database's files")
    let violations = try shop.violations()
    #expect(violations == [])
  }

  // MARK: What nobody else does

  @Test(arguments: [Person.Role.clerk, .official, .reader])
  func `others import nothing, and are told who may`(role: Person.Role) throws {
    try shop.importRows([DouyinLine("6920001", "6920001")])
    let login = try shop.person(role)
    let before = try Self.facts(shop.sql())
    let other = try programme(login)
    let name = "1791900000_a.csv"
    let path = shop.folder.path + "/" + name
    try shop.write(DouyinLine.csv(Self.orders), to: path)
    var content = ListingContent()
    try content.add(parsing: "BC01")
    let acts: [() throws -> Void] = [
      { _ = try other.imports.run(ImportRequest(path: path, name: name, channel: "douyin")) },
      { _ = try other.imports.undo(1) },
      { _ = try other.imports.redact(nil, reason: "x") },
      { _ = try other.listings.map("NONE", of: "douyin", to: content) },
    ]
    for act in acts {
      do {
        try act()
        Issue.record("\(role) may")
      } catch let problem as Problem {
        #expect(problem.code == "right_missing")
        #expect(problem.facts["may"] == "accountant" && problem.facts["login"] == login)
      }
    }
    #expect(try Self.facts(shop.sql()) == before)
    #expect(!FileManager.default.fileExists(atPath: shop.folder.path + "/1791900000_a.rejects.csv"))
    let sql = try sql(login)
    for table in ["import_stage", "aftersale_stage", "reject_stage"] {
      #expect(refused(sql, "INSERT INTO \(table) (batch) VALUES (1)") == "42501")
    }
  }

  // MARK: A batch of their own

  private static let row = "COPY reject_stage (batch, row_no, line, column_name, reason) FROM STDIN"

  /// What staging a row of each of some batches is refused with.
  private func staging(_ sql: Connection, _ batches: [Int64]) -> String? {
    do {
      try sql.copyIn(into: Self.row) { writer in
        for batch in batches { try writer.write(Array("\(batch)\t1\t1\tx\ty\n".utf8)) }
      }
      return nil
    } catch let error as PostgresError {
      return error.sqlState == "BF001" ? error.message : error.sqlState ?? "\(error)"
    } catch {
      return "\(error)"
    }
  }

  private func begin(_ sql: Connection, of platform: String = "douyin") throws -> Int64 {
    try sql.run(script: "BEGIN")
    return try sql.execute("SELECT batch FROM begin_import(\(platform), NULL)").single().decode(
      Int64.self)
  }

  @Test func `rows go into a batch that the same transaction has begun, and into no other`() throws
  {
    let first = try sql(shop.person(.accountant))
    let second = try shop.sql()
    let others = try begin(second, of: "taobao")
    try first.run(script: "BEGIN")
    #expect(staging(first, [others]) == "batch_not_open")
    try first.run(script: "ROLLBACK")
    let own = try begin(first)
    #expect(staging(first, [own, own]) == nil)
    #expect(staging(first, [own, others]) == "batch_not_open")
    try first.run(script: "ROLLBACK")
    let left = try begin(first)
    try first.run(script: "COMMIT; BEGIN")
    #expect(staging(first, [left]) == "batch_not_open")
    try first.run(script: "ROLLBACK")
    for batch in [others, left, 0] {
      for call in [
        "rows_of_one_key(\(batch))", "unstage_rows(\(batch), '{1}')", "end_import(\(batch))",
        "keep_chunk(\(batch), 1, 1, 1, 'x')", "import_doubts(\(batch), true, true, '', ' 签约')",
        "import_table(\(batch), false, 'x', '', 'x', 'x', 'x', 'x', 'x', 1, now(), false, 1, 0, 'x', 'x')",
      ] {
        #expect(refused(first, "SELECT * FROM \(call)") == "batch_not_open", "\(call)")
      }
    }
    #expect(staging(second, [others]) == nil, "the owner's own batch")
    try second.run(script: "ROLLBACK")
  }

  @Test func `no login reads what is staged, or draws numbers`() throws {
    let accountant = try sql(shop.person(.accountant))
    _ = try begin(accountant)
    let tables = try shop.sql().execute(
      """
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relnamespace = 'pengshui'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'u'
      """
    ).map { try $0.decode(String.self) }
    #expect(tables.count >= 10)
    for table in tables {
      for statement in [
        "SELECT FROM \(table)", "DELETE FROM \(table)", "TRUNCATE \(table)",
        "UPDATE \(table) SET ctid = NULL", "INSERT INTO \(table) DEFAULT VALUES RETURNING *",
      ] {
        try accountant.run(script: "ROLLBACK; BEGIN")
        let state = refused(accountant, statement)
        #expect(state == "42501" || state == "0A000", "\(statement): \(state ?? "allowed")")
      }
    }
    for number in ["posting_number", "import_number", "document_number"] {
      #expect(refused(accountant, "ROLLBACK; SELECT nextval('\(number)')") == "42501")
    }
  }

  @Test
  func `nothing is added to the copy of a file that is recorded, or redacted by another's act`()
    throws
  {
    let login = try shop.person(.accountant)
    let accountant = try programme(login)
    _ = try Self.work(accountant, in: shop.folder.path)
    let sql = try sql(login)
    try sql.run(script: "BEGIN")
    let batch = try sql.execute("SELECT batch FROM begin_import('douyin', 1)").single().decode(
      Int64.self)
    #expect(refused(sql, "SELECT keep_chunk(\(batch), 9, 1, 1, 'x')") == "append_only")
    try sql.run(script: "ROLLBACK")
    #expect(refused(sql, "SELECT begin_import('douyin', 99)") == "import_unknown")
    #expect(refused(sql, "SELECT begin_import('taobao', 1)") == "import_unknown")
    let own = try begin(sql)
    let elsewhere =
      "import_table(\(own), false, 'x', '', 'x', 'x', 'x', 'x', 'x', 1, now(), false, 1, 0, 'x', 'x')"
    #expect(refused(sql, "SELECT \(elsewhere)") == "channel_of_other_platform")
    try sql.run(script: "ROLLBACK")
    let act = try shop.sql().execute("SELECT begin_redaction('x', 'x')").single()
      .decode(Int64.self)
    #expect(refused(sql, "SELECT redact_chunk(\(act), 1, 1, 'x')") == "batch_not_open")
  }

  // MARK: Imports that end half-way

  @Test func `a killed import leaves nothing, and the next one sweeps what was left by hand`()
    throws
  {
    let login = try shop.person(.accountant)
    let owner = try shop.sql()
    let before = try Self.facts(owner)
    let name = "1791900000_a.csv"
    let path = shop.folder.path + "/" + name
    try shop.write(DouyinLine.csv(Self.orders), to: path)
    let request = ImportRequest(path: path, name: name, channel: "douyin")
    var isKilled = false
    let lost = refusal {
      _ = try programme(login).imports.run(request) { _ in
        if isKilled { return }
        isKilled = true
        _ = try? owner.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = \(login)")
      }
    }
    #expect(isKilled && lost != nil)
    #expect(try Self.facts(owner) == before)

    let left = try sql(login)
    let batch = try begin(left)
    #expect(staging(left, [batch]) == nil)
    try left.run(script: "COMMIT")
    let found = try shop.violations()
    #expect(
      found == ["staging_is_empty: [\"batch \(batch) \(login)\", \"rejected row \(batch) 1\"]"])
    // Somebody else is at work meanwhile, so that nothing is emptied whole.
    let busy = try begin(owner, of: "taobao")
    #expect(staging(owner, [busy]) == nil)
    let results = try programme(login).imports.run(request)
    #expect(results.map(\.new) == [3])
    #expect(
      try owner.execute("SELECT count(*) FROM reject_stage").single().decode(Int.self) == 1)
    try owner.run(script: "ROLLBACK")
    #expect(try shop.violations() == [])
  }
}
