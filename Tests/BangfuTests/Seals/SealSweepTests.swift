import Bangfu
import Postgres
import TestSupport
import Testing

/// Every column of every table of facts, changed one at a time as the owner with triggers off: the seals find it, and name
/// the table and the row.
@Suite struct SealSweepTests {
  /// A table of facts.
  struct Table {
    let name: String, link: String
    let columns: [String], key: [String]
  }

  private let sql: Connection
  private let seals: SealCheck
  private let tables: [Table]
  init() throws {
    sql = try TamperedShop.looseSession()
    _ = try Sweep(sql)
    seals = try SealCheck(sql)
    tables = try sql.execute("SELECT of_table, link, columns, key FROM sealed_table()").map {
      let (name, link, columns, key) = try $0.decode((String, String, [String], [String]).self)
      return Table(name: name, link: link, columns: columns, key: key)
    }
  }

  /// What is found after a statement, which is taken back; nil where a constraint refuses it, or it does nothing.
  private func found(after statement: String, of tables: Set<String>?) throws -> [String]? {
    try sql.run(script: "SAVEPOINT sound")
    let found = try isDone(statement) ? seals.findings(of: tables).examples : nil
    try sql.run(script: "ROLLBACK TO sound")
    return found
  }

  private func isDone(_ statement: String) throws -> Bool {
    do {
      return try sql.run(script: statement).affected > 0
    } catch {
      guard let state = error.sqlState,
        state.hasPrefix("22") || state.hasPrefix("23") || state.hasPrefix("428")
      else {
        throw error
      }
      return false
    }
  }

  @Test func `every table of facts that never change is sealed, but for the seals`() throws {
    let guarded = try sql.execute(
      """
      SELECT DISTINCT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition
        AND t.tgname IN ('append_only', 'never_changed', 'redacted_only')
      """
    ).map { try $0.decode(String.self) }
    let catalogue: Set = [
      "person", "listing", "book_month", "buy_back_contract", "supplier_link", "province",
    ]
    let seals: Set = ["seal", "seal_table", "seal_block", "seal_posting"]
    #expect(Set(guarded) == catalogue.union(seals).union(tables.map(\.name)))
    #expect(tables.count > 40)
  }

  @Test func `in the programme of this test every table of facts has a row`() throws {
    let sealed = try sql.execute("SELECT array_agg(DISTINCT of_table) FROM seal_table").single()
      .decode([String].self)
    #expect(Set(sealed) == Set(tables.map(\.name)))
    #expect(try seals.findings().examples == [])
  }

  @Test func `a changed value of any column of any table is found by the seals, and named`() throws
  {
    var tried = 0
    for table in tables {
      let unnamed = try unnamedColumns(of: table, &tried)
      #expect(unnamed == [], "\(table.name)")
    }
    #expect(tried > 1_000)
  }

  /// The columns of which a change was not found, or that could not be changed in any row.
  private func unnamedColumns(of table: Table, _ tried: inout Int) throws -> [String] {
    let rows = try sql.execute(
      Query(
        unsafeSQL:
          "SELECT tableoid::regclass::text, ctid::text FROM \(table.name) ORDER BY tableoid, ctid LIMIT 4"
      )
    ).map { try $0.decode((String, String).self) }
    return try table.columns.filter { column in
      var count = 0
      for (part, place) in rows {
        let values =
          try sql.execute(
            """
            SELECT pg_temp.others(\(table.name), attname::text, format_type(atttypid, atttypmod)) FROM pg_attribute
            WHERE attrelid = \(table.name)::regclass AND attname = \(column)
            """
          ).single().decode([String].self)
          + (column == "book_month" ? ["'2026-11-01'"] : ["\(column) + 100000"])
        for value in values {
          let statement =
            """
            UPDATE \(table.name) SET \(column) = \(value)
            WHERE tableoid = '\(part)'::regclass AND ctid = '\(place)' AND \(column) IS DISTINCT FROM (\(value))
            """
          guard let found = try found(after: statement, of: [table.name]) else { continue }
          count += 1
          // A row under another key is another row: one went, one came.
          guard
            found.contains(where: {
              $0.hasPrefix("\(table.name) ") && !$0.contains("belongs to no act")
                || $0.hasPrefix("a row after \(table.name) ")
                || $0.hasPrefix("the first row of \(table.name) was removed since seal ")
            })
          else {
            Issue.record("\(statement): \(found)")
            return true
          }
        }
      }
      tried += count
      return count == 0
    }
  }

  @Test func `a row that is removed from any table is found, and so is one that is added`() throws {
    for table in tables {
      let removed = try found(
        after: """
          DELETE FROM \(table.name) WHERE (tableoid, ctid) IN (
            SELECT tableoid, ctid FROM \(table.name) ORDER BY tableoid, ctid LIMIT 1)
          """, of: [table.name])
      #expect(
        removed?.filter { $0.contains("removed since seal") }.count == 1,
        "\(table.name): \(removed ?? [])")
      // An act that is added is one that no seal covers yet; there is one key.
      guard table.name != "posting", table.name != "approval_key" else { continue }
      let added = try addedRow(to: table)
      #expect(
        added.contains { $0.hasPrefix("\(table.name) ") && $0.contains("added since seal") },
        "\(table.name): \(added)")
    }
  }

  /// What is found after a copy of some row is put in under another key, of an act that is sealed.
  private func addedRow(to table: Table) throws -> [String] {
    let others = [
      "claim": "'order_no', t.order_no || 'x'", "aftersale": "'number', t.number || 'x'",
      "import_file": "'sha256', repeat('0', 64)", "settlement": "'number', t.number || 'x'",
      "target": "'from_day', '2030-01-01', 'to_day', '2030-01-02'",
      "reservation_end": "'reservation_id', 999999", "agreement_end": "'agreement_id', 999999",
      "month_close": "'month', '2030-01-01'",
      "canteen_order_line": "'product_id', t.product_id + 500",
      "weekly_order_line": "'product_id', t.product_id + 500",
    ]
    let free = table.key.first { $0 != table.link }
    let key = free ?? table.key[0]
    let isText = try sql.execute(
      """
      SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = \(table.name)::regclass AND attname = \(key)
        AND atttypid = 'text'::regtype)
      """
    ).single().decode(Bool.self)
    let number =
      free.map { isText ? "t.\($0) || 'x'" : "t.\($0) + 500" }
      ?? "(SELECT min(s.posting_id) FROM seal_posting s WHERE s.posting_id NOT IN (SELECT \(key) FROM \(table.name)))"
    let more = others[table.name].map { ", " + $0 } ?? ""
    for place in 0..<10 {
      let statement = """
        INSERT INTO \(table.name) SELECT (jsonb_populate_record(t, jsonb_build_object('\(key)', \(number)\(more)))).*
        FROM \(table.name) t ORDER BY t.tableoid, t.ctid OFFSET \(place) LIMIT 1
        """
      if let found = try found(after: statement, of: [table.name]) { return found }
    }
    return []
  }

  @Test func `a row of no act is found`() throws {
    let found = try found(
      after: "INSERT INTO purchase SELECT 999999, supplier_id, day FROM purchase LIMIT 1", of: nil)
    #expect(found == ["purchase posting_id 999999 belongs to no act"])
    let line = try self.found(
      after:
        "UPDATE tender SET document_id = 999999 WHERE (document_id, tender_no) IN (SELECT document_id, tender_no FROM tender LIMIT 1)",
      of: nil)
    #expect(
      line?.contains("tender document_id 999999 tender_no 1 belongs to no act") == true,
      "\(line ?? [])")
  }

  @Test func `a changed value of any column of the seals is found`() throws {
    for table in ["seal", "seal_table", "seal_block", "seal_posting"] {
      let columns = try sql.execute(
        """
        SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
        WHERE attrelid = \(table)::regclass AND attnum > 0 AND NOT attisdropped
        """
      ).map { try $0.decode((String, String).self) }
      for (column, type) in columns {
        var count = 0
        let values =
          try sql.execute("SELECT pg_temp.others(\(table), \(column), \(type))").single()
          .decode([String].self) + ["\(column) + 100000"]
        for value in values {
          let statement =
            """
            UPDATE \(table) SET \(column) = \(value) WHERE ctid = (SELECT min(ctid) FROM \(table))
            AND \(column) IS DISTINCT FROM (\(value))
            """
          guard let found = try found(after: statement, of: ["posting"]) else { continue }
          count += 1
          #expect(found != [], "\(statement)")
        }
        #expect(count > 0, "\(table).\(column)")
      }
    }
  }
}
