import Bangfu
import Domain
import Postgres
import Testing

/// A month is closed by somebody, once, in order, and for good.
@Suite struct MonthCloseTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "100")
    try shop.sell("BC01:2", at: "2026-09-05T10:00:00")
  }

  private func month(_ text: String) throws -> Month { try #require(Month(text)) }

  private var months: Months { shop.programme.months }

  private func close(_ text: String, _ signing: [(String, String)] = []) throws {
    _ = try months.close(
      try month(text), signing: signing.map { (key: $0.0, reason: $0.1) })
  }

  private func key(_ text: String) throws -> String {
    try #require(months.status(month(text)).points.first).key
  }

  @Test func `a month is closed when it is over, after those before it, and once`() throws {
    try shop.sell("BC01:1")
    let now = try shop.sql().execute(
      "SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')"
    ).single().decode(String.self)
    #expect(refusal { try close(now) } == "month_not_over")
    #expect(refusal { try close("2099-01") } == "month_not_over")
    #expect(refusal { try close("2026-10") } == "month_before_open")
    let done = try months.close(try month("2026-09"), reason: "九月")
    #expect(done.documents == 1 && done.lines == 1 && done.gross == Money("256.00"))
    #expect(refusal { try close("2026-09") } == "month_is_closed")
    try close("2026-10")
    try close("2026-08")  // nothing was ever in it
    let history = try months.history()
    #expect(
      history.rows.map { $0[0] + " " + $0[1] } == [
        "2026-08 close", "2026-10 close", "2026-09 close",
      ])
    #expect(history.rows[2].last == "九月")
    #expect(try months.status(try month("2026-09")).isClosed)
    #expect(try shop.violations() == [])
  }

  @Test func `what hinders the close is signed for by its key, and a key fits that very point`()
    throws
  {
    #expect(refusal { try close("2026-09", [("file_missing-0", "x")]) } == "point_unknown")
    try close("2026-09")
    try shop.sell("BC01:1", at: "2026-11-01T10:00:00")
    let key = try key("2026-10")
    #expect(refusal { try close("2026-10") } == "month_points_open")
    #expect(refusal { try close("2026-10", [(key, " ")]) } == "reason_blank")
    #expect(refusal { try close("2026-10", [(key, "x"), (key, "y")]) } == "point_signed_twice")
    #expect(
      refusal { try close("2026-10", [(key, String(repeating: "x", count: 501))]) }
        == "month_signature_reason_short")
    #expect(try months.status(try month("2026-10")).isClosed == false)
    _ = try months.signNil("counter", try month("2026-10"), reason: "moved house")
    #expect(
      refusal { try close("2026-10", [(key, "x")]) } == "point_unknown", "it is no point any more")
    _ = try months.signNil("counter", try month("2026-10"), isUndone: true, reason: "x")
    try close("2026-10", [(key, "the shop moved")])
    let signed = try months.status(try month("2026-10")).points
    #expect(signed.map(\.kind) == ["nothing_known"] && signed[0].reason == "the shop moved")
    #expect(
      refusal { _ = try months.signNil("counter", try month("2026-10"), reason: "x") }
        == "month_is_closed")
    #expect(try shop.violations() == [])
  }

  @Test func `a check that is violated hinders the close`() throws {
    try shop.sql().run(
      script: "ALTER TABLE tender DISABLE TRIGGER ALL; UPDATE tender SET amount = amount + 1")
    #expect(refusal { try close("2026-09") } == "month_points_open")
    let found = try months.status(try month("2026-09"), checking: true).points
    try close("2026-09", found.map { ($0.key, "reported to the auditor") })
  }

  @Test func `an accountant closes months, an official looks on, nobody else does either`() throws {
    let accountant = try shop.open(as: shop.person(.accountant))
    let official = try shop.open(as: shop.person(.official))
    let clerk = try shop.open(as: shop.person(.clerk))
    let month = try self.month("2026-09")
    #expect(refusal { _ = try clerk.months.close(month) } == "right_missing")
    #expect(refusal { _ = try clerk.months.status(month) } == "right_missing")
    #expect(refusal { _ = try official.months.close(month) } == "right_missing")
    #expect(
      refusal { _ = try official.months.signNil("fair", month, reason: "x") } == "right_missing")
    #expect(try official.months.status(month).points == [])
    // Roles belong to the server: while a stranger of another test has one, the checks find it.
    for _ in 0..<20 where try !official.months.status(month).isClosed {
      let points = try official.months.status(month, checking: true).points
      #expect(points.allSatisfy { $0.example.contains("stranger_of_") })
      let code = refusal {
        _ = try accountant.months.close(month, signing: points.map { ($0.key, "x") })
      }
      #expect(code == nil || code == "month_points_open" || code == "point_unknown")
    }
    #expect(try official.months.status(month).isClosed)
    #expect(try shop.violations() == [])
  }

  /// What raw SQL of the owner would put into a closed month, take out of it, or open it by.
  private static let attacks = [
    "INSERT INTO document SELECT * FROM document WHERE document_id = 1",
    "INSERT INTO line_2026_09 SELECT * FROM line WHERE document_id = 1",
    "SET LOCAL session_replication_role = replica; INSERT INTO line SELECT * FROM line WHERE document_id = 1",
    "UPDATE line SET amount = 1", "DELETE FROM document_2026_09", "TRUNCATE line_2026_09",
    "UPDATE book_month SET status = 'open'",
    "ALTER TABLE line DETACH PARTITION line_2026_09",
    "ALTER TABLE line_2026_09 DISABLE TRIGGER closed",
    "ALTER TABLE line_2026_09 DISABLE TRIGGER ALL",
    "ALTER TABLE document_2026_09 ENABLE REPLICA TRIGGER closed",
    "DROP TRIGGER closed ON document_2026_09", "DROP TABLE document_2026_09",
    "ALTER TRIGGER closed ON line_2026_09 RENAME TO open", "DROP FUNCTION refuse_closed CASCADE",
    """
    CREATE TABLE other (LIKE line INCLUDING ALL); INSERT INTO other SELECT * FROM line WHERE document_id = 1;
    ALTER TABLE line DETACH PARTITION line_2026_09;
    ALTER TABLE line ATTACH PARTITION other FOR VALUES FROM ('2026-09-01') TO ('2026-10-01')
    """,
  ]

  @Test(arguments: attacks) func `a closed month refuses its owner`(attack: String) throws {
    try shop.close("2026-09")
    let sql = try shop.sql()
    try sql.run(script: "BEGIN")
    let code = refusal { try sql.run(script: attack) }
    #expect(["month_closed", "month_stays_closed", "append_only"].contains(code))
    try sql.run(script: "ROLLBACK")
  }

  @Test func `rows by COPY are refused, and so is a partition that is detached concurrently`()
    throws
  {
    try shop.close("2026-09")
    let sql = try shop.sql()
    #expect(
      refusal {
        try sql.copyIn(into: "COPY month_close FROM STDIN") {
          try $0.write(Array("1\t2026-09-01\t1\t1\t1\t1\n".utf8))
        }
      } != nil)
    let row = try sql.execute("SELECT replace(replace(l::text, '(', ''), ')', '') FROM line l")
      .single().decode(String.self)
    #expect(
      refusal {
        try sql.copyIn(into: "COPY line FROM STDIN (FORMAT csv)") {
          try $0.write(Array((row + "\n").utf8))
        }
      }
        == "month_closed")
    #expect(
      refusal { try sql.run(script: "ALTER TABLE line DETACH PARTITION line_2026_09 CONCURRENTLY") }
        == "month_stays_closed")
    #expect(try shop.violations() == [])
  }

  @Test func `a table of an open month, and one of none, may be changed as before`() throws {
    try shop.close("2026-09")
    let sql = try shop.sql()
    try sql.run(
      script: """
        CREATE TABLE other (a int); ALTER TABLE other ADD COLUMN b int; DROP TABLE other;
        SELECT open_book_month('2026-07-01'); ALTER TABLE line DETACH PARTITION line_2026_07; DROP TABLE line_2026_07
        """)
  }

  @Test func `where nobody can refuse it, the check names a partition that was replaced`() throws {
    try shop.close("2026-09")
    let sql = try shop.sql()
    try sql.run(
      script: """
        DO $$ DECLARE n name; BEGIN
          FOR n IN SELECT evtname FROM pg_event_trigger LOOP EXECUTE format('DROP EVENT TRIGGER %I', n); END LOOP;
        END $$;
        CREATE TABLE other (LIKE line INCLUDING ALL); INSERT INTO other SELECT * FROM line WHERE document_id = 1;
        UPDATE other SET amount = 1;
        ALTER TABLE line DETACH PARTITION line_2026_09;
        ALTER TABLE line ATTACH PARTITION other FOR VALUES FROM ('2026-09-01') TO ('2026-10-01')
        """)
    let found = try #require(try shop.violations().first { $0.hasPrefix("months_stay_closed") })
    for part in ["line of month 2026-09-01 refuses no rows", "was closed with", "nothing refuses"] {
      #expect(found.contains(part), "\(found)")
    }
  }

  @Test func `a close does not wait for an import that takes minutes`() throws {
    let importing = try shop.sql()
    try importing.run(
      script: "BEGIN; SELECT open_book_month('2026-09-01'); SELECT book_month_of('2026-09-30')")
    #expect(refusal { try close("2026-09") } == "month_busy")
    try importing.run(script: "ROLLBACK")
    try close("2026-09")
  }
}
