import Bangfu
import Domain
import Postgres
import Tabular
import Testing

/// Copies that are redacted anew, and numbers that tell of a person.
@Suite struct RedactionTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func copy() throws -> String {
    let content = try shop.sql().execute("SELECT content FROM import_chunk").single()
      .decode([UInt8].self)
    return String(decoding: try gunzip(content, limit: 1 << 20), as: UTF8.self)
  }

  /// Puts a copy in the place of the first one, as older programs kept it.
  private func keep(_ text: String) throws {
    let sql = try shop.sql()
    try sql.transaction {
      try sql.execute("SET LOCAL session_replication_role = 'replica'")
      try sql.execute("UPDATE import_chunk SET content = \(gzip(Array(text.utf8)))")
      try sql.execute("UPDATE import_file f SET digest = import_digest(f)")
    }
  }

  @Test func `an old copy is redacted by a fact, and by nothing else`() throws {
    let rows = [DouyinLine("6920001", "6920001"), DouyinLine("6920002", "6920002", payable: "x")]
    let number = try shop.importRows(rows).number
    let redacted = try copy()
    try keep(DouyinLine.csv(rows))
    #expect(try copy().contains("张三丰"))
    let sql = try shop.sql()
    let old = try sql.execute("SELECT chunk_hash(k) FROM import_chunk k").single().text(0)
    #expect(
      refusal { try sql.execute("UPDATE import_chunk SET content = 'x'") } == "append_only")
    #expect(refusal { try sql.execute("DELETE FROM import_chunk") } == "append_only")
    #expect(
      refusal { _ = try shop.programme.imports.redact(99, reason: "again") } == "import_unknown")
    let result = try shop.programme.imports.redact(number, reason: "a request")
    #expect(result.imports == 1 && result.changed == 1 && result.chunks == 1 && result.left.isEmpty)
    #expect(try copy() == redacted)
    // What covers the chunk covers it by the hash that it had first.
    #expect(try sql.execute("SELECT chunk_hash(k) FROM import_chunk k").single().text(0) == old)
    let fact = try sql.execute(
      """
      SELECT r.old_sha256, r.new_sha256 = encode(sha256(k.content), 'hex'), p.reason, p.command
      FROM import_redaction r JOIN import_chunk k USING (file_id, chunk_no) JOIN posting p USING (posting_id)
      """
    ).single().decode((String, Bool, String, String).self)
    #expect(fact == (old ?? "", true, "a request", "import redact"))
    for table in ["import_redaction", "import_reject"] {
      #expect(
        refusal { try sql.execute("DELETE FROM \(identifier: table)") } == "append_only")
    }
    let again = try shop.programme.imports.redact(nil, reason: "again")
    #expect(again.imports == 1 && again.chunks == 0)
    // The file is known still, and what is behind a line is shown.
    #expect(try shop.importRows(rows).same == 1)
    #expect(
      try shop.programme.imports.row(2, of: number).cells.contains { $0.value.contains("6920001") })
    #expect(try shop.violations() == [])
    // What is changed without a fact is found.
    try sql.transaction {
      try sql.execute("SET LOCAL session_replication_role = 'replica'")
      try sql.execute("UPDATE import_chunk SET content = \(gzip(Array("x".utf8)))")
    }
    #expect(try shop.violations().map { $0.prefix { $0 != ":" } } == ["imports_are_whole"])
  }

  @Test func `a copy whose profile is known no more is left, and told`() throws {
    let profile = """
      name = "ours"
      like = "douyin-orders"
      """
    shop.programme.profiles.own = [(name: "ours.toml", text: profile)]
    let rows = [DouyinLine("6920001", "6920001")]
    let number = try shop.importRows(rows) { $0.profile = "ours" }.number
    shop.programme.profiles.own = []
    let result = try shop.programme.imports.redact(nil, reason: "a request")
    #expect(result.left.map(\.number) == [number])
    #expect(result.left.map(\.problem.code) == ["profile_unknown"])
  }

  @Test(
    arguments: [
      ("白茶 13912345678", "白茶 ***"), ("白茶１３９１２３４５６７８", "白茶***"), ("139-1234-5678 李", "*** 李"),
      ("+86 139 1234 5678", "+***"), ("008613912345678", "***"), ("电话0635-8212345", "电话***"),
      ("371502199001011234", "***"), ("37150219900101123X", "***"), ("6222021234567890128", "***"),
      ("白茶 2026-10-08 50g×10", nil), ("6901234567892", nil), ("12345678901", nil),
      ("规格 250g 1000 袋", nil), ("6920001234567890123", nil), ("4006123456", nil),
    ] as [(String, String?)])
  func `numbers that tell of a person are blanked in free texts`(
    text: String, kept: String?
  ) throws {
    let row = DouyinLine("6920001", "6920001").with("选购商品", text).with("商家编码", "")
    try shop.importRows([row])
    let told = try shop.sql().execute("SELECT name FROM listing WHERE name LIKE '%***%'")
    #expect(told.map { $0.text(0) } == (kept.map { [$0] } ?? []))
    #expect(try copy().contains(kept ?? text))
    #expect(try copy().contains(text) == (kept == nil))
  }
}
