@testable import Bangfu
import Postgres
import TestSupport
import Testing

@Suite struct SealTests {
  let shop: Shop
  let sql: Connection
  init() throws {
    shop = try Shop()
    sql = try shop.sql()
    try shop.receive("BC01", "50")
    try shop.sell("BC01:2")
    try shop.importRows([DouyinLine("6920001", "6920001"), DouyinLine("6920002", "6920002")])
  }

  private func findings() throws -> [String] {
    try shop.programme.checks.run().filter { $0.name == "seals_hold" }.flatMap(\.examples)
  }

  private func tamper(_ script: String) throws {
    try sql.run(script: "SET session_replication_role = replica; \(script)")
  }

  @Test func `a seal covers each act once, and nothing is sealed twice`() throws {
    let first = try #require(try shop.programme.seals.seal())
    #expect(first.number == 1 && first.previous == String(repeating: "0", count: 64))
    #expect(try shop.programme.seals.seal() == nil)
    try shop.sell("BC01:1")
    let second = try #require(try shop.programme.seals.seal())
    #expect(second.previous == first.hash && second.postings == 2, "the sale, and the first seal")
    #expect(try shop.violations() == [])
    let left = try sql.execute(
      """
      SELECT array_agg(p.posting_id) FROM posting p
      WHERE NOT EXISTS (SELECT FROM seal_posting s WHERE s.posting_id = p.posting_id)
      """
    ).single().decode([Int64].self)
    #expect(left == [second.posting])
    for code in [
      "INSERT INTO seal_posting VALUES (1, 3)", "DELETE FROM seal",
      "UPDATE seal_table SET rows = 1",
    ] {
      #expect(refusal { try sql.run(script: code) } != nil, "\(code)")
    }
  }

  @Test func `an act with a lower number that was committed later is in the next seal`() throws {
    let late = try shop.sql()
    try late.run(
      script: """
        BEGIN;
        SELECT begin_move('x', 'channel map', NULL, now())
        """)
    try shop.sell("BC01:1")
    let first = try #require(try shop.programme.seals.seal())
    try late.run(script: "COMMIT")
    let second = try #require(try shop.programme.seals.seal())
    #expect(second.postings == 2, "the late act, and the first seal")
    let number = try sql.execute(
      "SELECT posting_id FROM seal_posting WHERE seal_no = \(second.number) ORDER BY 1 LIMIT 1"
    ).single().decode(Int64.self)
    #expect(number < first.posting - 1)
    #expect(try findings() == [])
  }

  @Test func `whoever seals at the same time waits, and a till does not`() throws {
    let lock = try shop.sql()
    try lock.run(script: "SELECT pg_advisory_lock(hashtext('bangfu.seal.pengshui'))")
    let other = try Shop.open(shop.database)
    try other.session.execute("SET lock_timeout = '200ms'")
    #expect(refusal { _ = try other.seals.seal() } != nil)
    try shop.sell("BC01:1")
    try lock.run(script: "SELECT pg_advisory_unlock_all()")
    #expect(try other.seals.seal() != nil)
  }

  @Test func `what is sealed is what is printed, and can be given back`() throws {
    let first = try #require(try shop.programme.seals.seal())
    try shop.sell("BC01:1")
    _ = try shop.programme.seals.seal()
    #expect(
      Seal.hash(in: first.text) == first.hash && Seal.hash(in: " \(first.hash)\n") == first.hash)
    let mailed = "Dear all,\r\n  " + first.text.replacing("\n", with: "  \r\n  ") + "\r\nregards"
    #expect(Seal.hash(in: mailed) == first.hash)
    #expect(Seal.hash(in: first.text.replacing("postings", with: "postings 1")) == nil)
    #expect(Seal.hash(in: "x") == nil)
    #expect(try shop.programme.seals.numbered(1) == first)
    #expect(try shop.programme.seals.verify(first.hash).differences.violations == 0)
    #expect(
      refusal { _ = try shop.programme.seals.verify(String(repeating: "a", count: 64)) }
        == "seal_unknown")
  }

  @Test func `a seal holds though what came after it was changed`() throws {
    let first = try #require(try shop.programme.seals.seal())
    try shop.sell("BC01:1")
    let second = try #require(try shop.programme.seals.seal())
    try tamper(
      "UPDATE tender SET method = 'card' WHERE document_id = (SELECT max(document_id) FROM tender)")
    #expect(try shop.programme.seals.verify(first.hash).differences.violations == 0)
    #expect(try shop.programme.seals.verify(second.hash).differences.violations == 1)
  }

  @Test(arguments: [
    ("UPDATE seal SET root = repeat('0', 64)", "seal 1 is not what its hash says"),
    ("UPDATE seal SET sealed_by = 'x' WHERE seal_no = 2", "seal 2 is not what its hash says"),
    ("UPDATE seal SET sealed_at = now() WHERE seal_no = 2", "seal 2 is not what its hash says"),
    (
      "UPDATE seal SET hash = repeat('0', 64) WHERE seal_no = 1", "seal 1 is not what its hash says"
    ),
    ("UPDATE seal SET posting_id = 1 WHERE seal_no = 2", "seal 2 was not made by posting 1"),
    ("UPDATE seal SET postings = 9 WHERE seal_no = 2", "seal 2 covers 2 acts, sealed were 9"),
    ("DELETE FROM seal WHERE seal_no = 1", "seal 2 does not follow the one before"),
    ("DELETE FROM seal WHERE seal_no = 2", "seal_posting of seal 2 that is not there"),
    ("DELETE FROM seal", "seal_posting of seal 1 that is not there"),
    ("UPDATE seal_table SET rows = 9 WHERE of_table = 'line'", "seal 1 is not what its hash says"),
    (
      "DELETE FROM seal_table WHERE of_table = 'line' AND seal_no = 1",
      "seal 1 is not what its hash says"
    ),
    (
      "UPDATE seal_block SET marks = '\\x00000000' WHERE of_table = 'line' AND seal_no = 2",
      "seal_block of line in seal 2 is not what was sealed"
    ),
    (
      "DELETE FROM seal_block WHERE of_table = 'line' AND seal_no = 2",
      "seal_block of line in seal 2 is not what was sealed"
    ),
    (
      "INSERT INTO seal_block SELECT seal_no, 'tender', 7, root, marks FROM seal_block WHERE of_table = 'line'",
      "seal_block of tender in seal 1 is not what was sealed"
    ),
    (
      "INSERT INTO seal_block SELECT seal_no, 'x', 0, root, marks FROM seal_block WHERE of_table = 'line'",
      "seal_block of x of seal 1 that is not there"
    ),
    ("UPDATE seal_posting SET seal_no = 2 WHERE posting_id = 1", "seal 1 covers"),
    ("DELETE FROM seal_posting WHERE posting_id = 1", "seal 1 covers"),
    ("INSERT INTO seal_posting VALUES (999, 1)", "seal 1 covers"),
    (
      "UPDATE posting SET recorded_at = now() WHERE command = 'seal' AND posting_id = (SELECT max(posting_id) FROM posting)",
      "seal 2 was not made by posting"
    ),
  ])
  func `a seal that is changed, or taken away, is found`(change: String, words: String) throws {
    _ = try shop.programme.seals.seal()
    try shop.sell("BC01:1")
    _ = try shop.programme.seals.seal()
    try tamper(change)
    let session = try Shop.open(shop.database).session
    let found = try session.transaction(.repeatableRead) {
      try SealCheck(session.connection).findings().examples
    }
    #expect(found.contains { $0.hasPrefix(words) }, "\(found)")
  }

  @Test
  func `the newest seal with all that tells of it can be taken away, and a printed one says so`()
    throws
  {
    _ = try shop.programme.seals.seal()
    try shop.sell("BC01:1")
    let second = try #require(try shop.programme.seals.seal())
    try tamper(
      """
      DELETE FROM seal WHERE seal_no = 2; DELETE FROM seal_table WHERE seal_no = 2;
      DELETE FROM seal_block WHERE seal_no = 2; DELETE FROM seal_posting WHERE seal_no = 2;
      """)
    #expect(
      try shop.violations().contains { $0.hasPrefix("moves_have_an_act") }, "its act did nothing")
    try tamper("DELETE FROM posting WHERE posting_id = (SELECT max(posting_id) FROM posting)")
    #expect(try findings() == [])
    #expect(refusal { _ = try shop.programme.seals.verify(second.hash) } == "seal_unknown")
  }

  @Test func `a redacted chunk is covered by the hash it had when it was sealed`() throws {
    _ = try shop.programme.seals.seal()
    let batch = try sql.execute("SELECT nextval('posting_number')").single().decode(Int64.self)
    try sql.run(
      script: """
        BEGIN;
        INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
        VALUES (\(batch), 'import redact', 'x', session_user, now(), 'x');
        SELECT redact_chunk(\(batch), 1, 1, content || '\\x00'::bytea) FROM import_chunk WHERE chunk_no = 1;
        COMMIT
        """)
    #expect(try sql.execute("SELECT count(*) FROM import_redaction").single().decode(Int.self) == 1)
    #expect(try findings() == [])
    _ = try shop.programme.seals.seal()
    #expect(try findings() == [])
    try tamper("UPDATE import_redaction SET old_sha256 = repeat('0', 64)")
    #expect(
      try findings().sorted() == [
        "import_chunk file_id 1 chunk_no 1 of posting 3 was changed since seal 1",
        "import_redaction file_id 1 chunk_no 1 posting_id \(batch) of posting \(batch) was changed since seal 2",
      ])
  }

  @Test func `columns that a fact gets later are its defaults in rows that were sealed before`()
    throws
  {
    _ = try shop.programme.seals.seal()
    try sql.run(
      script: """
        ALTER TABLE tender ADD COLUMN note text NOT NULL DEFAULT 'none';
        ALTER TABLE line ADD COLUMN weight numeric(14,3)
        """)
    #expect(try findings() == [])
    try shop.sell("BC01:1")
    _ = try shop.programme.seals.seal()
    #expect(try findings() == [])
    try tamper(
      "UPDATE tender SET note = 'x' WHERE document_id = 1; UPDATE line SET weight = 1 WHERE document_id = 1"
    )
    #expect(
      try findings().sorted()
        == [
          "tender document_id 1 tender_no 1 of posting 2 was changed since seal 1",
          "line document_id 1 line_no 1 book_month 2026-10-01 of posting 2 was changed since seal 1",
        ].sorted())
  }

  @Test func `accountants and officials seal and check, nobody else does`() throws {
    for role in [Person.Role.accountant, .official] {
      try shop.sell("BC01:1")
      let programme = try shop.open(as: shop.person(role))
      let seal = try #require(try programme.seals.seal(), "\(role)")
      #expect(seal.words.contains("\nby \(role)_of_"))
      #expect(try programme.seals.verify(seal.hash).differences.violations == 0)
      #expect(try programme.checks.run().first { $0.name == "seals_hold" }?.violations == 0)
    }
    try shop.sell("BC01:1")
    for role in [Person.Role.clerk, .reader] {
      let programme = try shop.open(as: shop.person(role))
      #expect(refusal { _ = try programme.seals.seal() } == "right_missing")
      #expect(try programme.seals.list(limit: nil).rows.count == 2)
    }
    #expect(try findings() == [])
  }

  @Test func `a change in the midst of many rows is named, and so is each that came or went`()
    throws
  {
    for row in 1...3 {
      try shop.importRows(
        (0..<100).map { DouyinLine("7\(row)\($0)", "7\(row)\($0)") }, name: "179190000\(row)_a.csv")
    }
    _ = try shop.programme.seals.seal()
    let ids = try sql.execute(
      "SELECT array_agg(snapshot_id ORDER BY snapshot_id) FROM claim_snapshot"
    ).single().decode([Int64].self)
    #expect(ids.count == 302)
    try tamper(
      """
      UPDATE claim_snapshot SET goods = goods + 1 WHERE snapshot_id IN (\(ids[70]), \(ids[71]), \(ids[301]));
      DELETE FROM claim_snapshot WHERE snapshot_id IN (\(ids[0]), \(ids[150]), \(ids[151]));
      INSERT INTO claim_snapshot SELECT (jsonb_populate_record(s, jsonb_build_object('snapshot_id', \(ids[200] + 1_000)))).*
        FROM claim_snapshot s WHERE snapshot_id = \(ids[200])
      """)
    let session = try Shop.open(shop.database).session
    let found = try session.transaction(.repeatableRead) {
      try SealCheck(session.connection).findings(of: ["claim_snapshot"]).examples
    }
    func row(_ index: Int, _ more: Int64 = 0) -> String {
      "claim_snapshot snapshot_id \(ids[index] + more)"
    }
    #expect(found.count == 7)
    for (index, act) in [(70, 4), (71, 4), (301, 6)] {
      #expect(
        found.contains("\(row(index)) of posting \(act) was changed since seal 1"), "\(found)")
    }
    #expect(
      found.contains {
        $0.hasPrefix("\(row(200, 1_000)) of posting") && $0.hasSuffix("was added since seal 1")
      })
    #expect(found.contains("the first row of claim_snapshot was removed since seal 1"))
    #expect(found.filter { $0 == "a row after \(row(149)) was removed since seal 1" }.count == 2)
  }
}
