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
          WHEN t.typcategory = 'A' THEN '''{}'''
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

  private static let page = Repository.path + "/docs/tampering.md"

  /// The page lists the columns of which a change may be found by no other check, in some row at least.
  ///
  /// `RECORD=1` writes its table.
  @Test func `one value after another is changed, and which check finds what is in the manual`()
    throws
  {
    let page = try String(contentsOfFile: Self.page, encoding: .utf8)
    var listed: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      listed[String(cells[0].dropFirst().dropLast())] = Set(
        cells[1].matches(of: /`(\w+)`/).map { String($0.output.1) })
    }
    let sql = try TamperedShop.session()
    let sweep = try Sweep(sql)
    let found = try sweep.all(rows: 4)
    #expect(found.map(\.tried).reduce(0, +) > 1_500)
    // What may change is no part of a seal: another check finds it.
    let changing = try sql.execute(
      "SELECT of_table || ' ' || c FROM guarded_table, unnest(changing) c WHERE sealed"
    ).map { try $0.decode(String.self) }
    let unseen = found.filter { $0.missed > 0 && changing.contains("\($0.table) \($0.column)") }
    #expect(changing.count > 15 && unseen == [])
    var rows: [String] = []
    for (table, cells) in Dictionary(grouping: found, by: \.table).sorted(by: { $0.key < $1.key }) {
      let missed = try cells.filter {
        try $0.missed > 0
          || listed[table]?.contains($0.column) == true && sweep.misses($0.column, of: table)
      }.map(\.column)
      let names =
        missed.filter { $0 != "deleted" } + (missed.contains("deleted") ? ["deleted"] : [])
      let finders = Set(cells.flatMap(\.finders)).sorted()
      rows.append(
        "| `\(table)` | \(names.map { "`\($0)`" }.joined(separator: ", ")) | "
          + "\(finders.map { "`\($0)`" }.joined(separator: ", ")) |")
    }
    let lines = page.components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("|---") }) + 1
    let last = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let made = lines[..<first] + rows + lines[last...]
      try made.joined(separator: "\n").write(toFile: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(
        Array(lines[first..<last]) == rows,
        "RECORD=1 swift test --filter TamperTests writes the table")
    }
  }
}
