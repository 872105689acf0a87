import Bangfu
import Foundation
import Postgres
import TestSupport
import Testing

/// What an owner may change with triggers off, and the check that finds it: whatever can be compared with something stored.
@Suite struct TamperTests {
  @Test func `what was built up is sound`() throws {
    let violations = try TamperedShop.violations()
    #expect(violations == [])
  }

  @Test(arguments: Fault.all) func `a change is found by its check`(fault: Fault) throws {
    #expect(try Sweep.finds(fault.check, after: fault.statement, TamperedShop.session()))
  }

  @Test func `every part of every check has been seen to find something`() throws {
    let sql = try TamperedShop.session()
    for check in try Sweep.checks().keys.sorted() where check != "staging_is_empty" {
      var unseen = try Sweep.parts(of: check)
      for fault in Fault.all where fault.check == check && !unseen.isEmpty {
        try sql.run(script: "SAVEPOINT sound; \(fault.statement)")
        try unseen.removeAll {
          try sql.execute(Query(unsafeSQL: "SELECT EXISTS (\($0))")).single().decode(Bool.self)
        }
        try sql.run(script: "ROLLBACK TO sound")
      }
      #expect(unseen == [], "\(check) has parts that no fault shows to be true")
    }
  }

  /// Staging tables are the unlogged ones.
  @Test func `a row that is left in any staging table is found, and is cleared by its batch`()
    throws
  {
    let sql = try TamperedShop.session()
    let tables = try sql.execute(
      """
      SELECT c.relname::text,
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
        string_agg(CASE WHEN a.attname IN ('batch', 'posting_id') THEN '7'
          WHEN t.typcategory = 'N' THEN '1' WHEN t.typcategory = 'B' THEN 'false' WHEN t.typcategory = 'D' THEN 'now()'
          WHEN t.typname = 'uuid' THEN 'gen_random_uuid()' WHEN t.typname = 'xid8' THEN '''1''' ELSE '''x''' END, ', ' ORDER BY a.attnum)
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
      JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'u'
      GROUP BY c.oid
      """
    ).map { try $0.decode((String, String, String).self) }
    #expect(tables.count >= 7)
    for (table, columns, values) in tables {
      try sql.run(script: "SAVEPOINT sound")
      let row = "INSERT INTO \(table) (\(columns)) VALUES (\(values))"
      #expect(try Sweep.finds("staging_is_empty", after: row, sql), "\(table) is not watched")
      let cleared = "SELECT clear_import_stage(7)"
      #expect(try !Sweep.finds("staging_is_empty", after: cleared, sql), "\(table) stays")
      try sql.run(script: "ROLLBACK TO sound")
    }
  }

  @Test func `a row of a file is shown with a warning where the copy is not as it was imported`()
    throws
  {
    let shop = try Shop()
    try shop.importRows([DouyinLine("6920001", "6920001")])
    #expect(try shop.programme.imports.row(2, of: 1).isAsImported)
    let sql = try shop.sql()
    try sql.run(
      script:
        "SET session_replication_role = replica; UPDATE import_file SET redacted_sha256 = repeat('0', 64)"
    )
    #expect(try !shop.programme.imports.row(2, of: 1).isAsImported)
    try sql.run(script: "UPDATE import_chunk SET content = '\\x1f8b'::bytea")
    #expect(refusal { _ = try shop.programme.imports.row(2, of: 1) } == "import_differs")
  }

  /// The page lists the columns of which a change may be found by nothing, in some row at least.
  @Test func `one value after another is changed, and what nothing finds is in the manual`() throws
  {
    let page = try String(
      contentsOfFile: Repository.path + "/docs/tampering.md", encoding: .utf8)
    var listed: [(table: String, column: String)] = []
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for column in cells[1].matches(of: /`(\w+)`/) {
        listed.append((String(cells[0].dropFirst().dropLast()), String(column.1)))
      }
    }
    let sweep = try Sweep(TamperedShop.session())
    let found = try sweep.all(rows: 6)
    #expect(found.map(\.tried).reduce(0, +) > 1_500)
    let unlisted = found.filter { cell in
      cell.missed > 0 && !listed.contains { $0 == (cell.table, cell.column) }
    }
    #expect(unlisted == [], "found by nothing, and not listed")
    let needless = try listed.filter { try !sweep.misses($0.column, of: $0.table) }
    #expect(needless.map { "\($0.table).\($0.column)" } == [], "listed, and found by a check")
  }
}
