import Bangfu
import Domain
import Postgres
import Testing

@Suite struct GuardTests {
  let shop: Shop
  let sql: Connection
  init() throws {
    shop = try Shop()
    sql = try shop.sql()
    try shop.receive("BC01", "10")
    try shop.sell("BC01:2")
    try shop.importRows([DouyinLine("6920001", "6920001")])
  }

  @Test(arguments: [
    "document", "line", "tender", "stock_move", "posting", "import_chunk", "claim_snapshot",
    "line_2026_10", "document_2026_10", "expired_approval",
    "purchase", "supplier_return", "supplier_payment",
    "supplier_payment_receipt", "supplier_adjustment", "buy_back", "reservation",
    "reservation_line", "reservation_end", "import_turn",
  ])
  func `facts are only ever added to, whoever asks`(table: String) throws {
    for statement in ["DELETE FROM \(table)", "TRUNCATE \(table) CASCADE"] {
      #expect(refusal { try sql.run(script: statement) } == "append_only")
    }
  }

  @Test(arguments: [
    "import_file SET sha256 = repeat('0', 64)", "import_file SET snapshot_at = now()",
    "import_file SET digest = NULL", "claim SET order_no = 'x'", "claim SET line_no = 'x'",
    "claim SET platform = 'x'", "aftersale SET number = 'x'", "stock_count SET location_id = 2",
    "book_month SET month = month + 31", "listing SET code = 'x'", "listing SET channel_id = 1",
    "target SET amount = 1", "buy_back_contract SET price = 1",
    "supplier_link SET from_day = '2020-01-01'",
    "import_turn SET state = 'live'",
  ])
  func `what never changes of a row is refused, whoever asks`(change: String) throws {
    #expect(refusal { try sql.run(script: "UPDATE \(change)") } == "append_only")
  }

  @Test func `no row is put into a closed month, and into an open one it is again`() throws {
    let rows = [
      "INSERT INTO document SELECT * FROM document WHERE document_id = 1",
      "INSERT INTO line SELECT * FROM line WHERE document_id = 1",
      "INSERT INTO line_2026_10 SELECT * FROM line WHERE document_id = 1",
      "INSERT INTO purchase (posting_id, supplier_id, day) VALUES (1, 1, '2026-10-05')",
      "INSERT INTO supplier_payment (posting_id, supplier_id, day, amount, method) VALUES (1, 1, '2026-10-31', 1, 'cash')",
    ]
    func refusals() -> [String?] {
      rows.map { row in
        defer { _ = try? sql.run(script: "ROLLBACK") }
        return refusal { try sql.run(script: "BEGIN; \(row)") }
      }
    }
    try sql.run(script: "UPDATE book_month SET status = 'closed' WHERE month = '2026-10-01'")
    #expect(refusals() == rows.map { _ in "month_closed" })
    try sql.run(script: "UPDATE book_month SET status = 'open' WHERE month = '2026-10-01'")
    #expect(refusals().allSatisfy { $0 != "month_closed" })
    #expect(try shop.violations() == [])
  }

  @Test func `a sale pays for no guard: what it writes has no trigger that rows fire`() throws {
    let fired = try sql.execute(
      """
      SELECT string_agg(t.tgrelid::regclass || ' ' || t.tgname, ', ') FROM pg_trigger t
      WHERE NOT t.tgisinternal AND t.tgtype & 1 = 1 AND t.tgrelid::regclass::text ~
        '^(document|line|tender|posting|stock_move|stock_on_hand|stock_lot|daily_sales|daily_document)(_2026_..)?$'
      """
    ).single().text(0)
    #expect(fired == nil)
  }

  @Test func `parents are never deleted`() throws {
    for table in [
      "product", "channel", "supplier", "claim", "import_file", "book_month", "buy_back_contract",
      "supplier_link",
    ] {
      #expect(refusal { try sql.run(script: "DELETE FROM \(table)") } == "append_only")
    }
  }

  @Test(arguments: [
    ("UPDATE line SET amount = amount + 0.01 WHERE claim_id IS NULL", "document_totals"),
    ("UPDATE line SET verdict = 'excluded'", "daily_sums"),
    ("UPDATE document SET total = total + 1, receivable = receivable + 1", "daily_sums"),
    ("UPDATE document SET total = total + 1", "tenders_balance"),
    ("UPDATE tender SET amount = 1", "tenders_balance"),
    ("UPDATE stock_move SET quantity = 5 WHERE kind = 'receive'", "stock_is_moves"),
    ("UPDATE line SET quantity = 1 WHERE claim_id IS NULL", "issued_is_sold"),
    ("UPDATE claim_snapshot SET goods = 7", "claim_lines_add_up"),
    ("UPDATE document SET day = day + 1", "days_are_business_days"),
    ("UPDATE import_chunk SET file_id = 9", "rows_have_an_outcome"),
    ("UPDATE import_file SET rows = rows + 1, new = new + 1", "rows_have_an_outcome"),
    ("UPDATE line SET product_id = 9999", "parents_exist"),
    ("UPDATE daily_sales SET gross = gross + 1", "breakdowns_agree"),
    ("UPDATE stock_on_hand SET quantity = 3", "stock_is_moves"),
  ])
  func `tampering is found by its check`(statement: String, check: String) throws {
    #expect(try shop.violations() == [])
    let table = statement.split(separator: " ")[1]
    try sql.run(script: "ALTER TABLE \(table) DISABLE TRIGGER ALL")
    for part in ["2026_10", "2026_11", "2026_12"] where ["line", "document"].contains(table) {
      try sql.run(script: "ALTER TABLE IF EXISTS \(table)_\(part) DISABLE TRIGGER ALL")
    }
    try sql.run(script: statement)
    let found = try shop.violations()
    #expect(found.contains { $0.hasPrefix(check + ":") }, "\(found)")
  }

  @Test func `a closed month books late sales in the next open one, with their own day`() throws {
    try sql.run(
      script:
        "SELECT open_book_month('2026-11-01'); UPDATE book_month SET status = 'closed' WHERE month = '2026-10-01'"
    )
    try shop.sell("BC01:1", at: "2026-10-30T10:00:00")
    #expect(try shop.month("2026-11").contains("2026-10-30 128.00"))
    #expect(refusal { _ = try shop.programme.imports.undo(1) } == "import_month_closed")
    #expect(try shop.violations() == [])
  }

  @Test func `a newer or older schema is refused with a sentence's code`() throws {
    try sql.run(script: "UPDATE schema_state SET digest = 'of another program'")
    #expect(refusal { _ = try Shop.open(shop.database) } == "schema_differs")
    try sql.run(
      script: "INSERT INTO schema_migration (number, name, checksum) VALUES (99, 'later', 'x')")
    #expect(refusal { _ = try Shop.open(shop.database) } == "schema_newer")
    try sql.run(script: "DELETE FROM schema_migration WHERE number >= 3")
    #expect(refusal { _ = try Shop.open(shop.database) } == "schema_older")
  }

  @Test func `target periods do not overlap, and progress is counted to the day`() throws {
    let programme = shop.programme
    guard let first = BusinessDay("2026-01-01"), let last = BusinessDay("2026-12-31"),
      let mid = BusinessDay("2026-06-01"), let month = Month("2026-10")
    else { return }
    try programme.targets.set(Money(minor: 13_800_000_000), from: first, to: last)
    #expect(
      refusal { try programme.targets.set(Money(minor: 1), from: mid, to: last) }
        == "target_periods_apart")
    let target = try programme.reports.monthly(month, today: BusinessDay("2026-10-06")).target
    #expect(target?.countedToDate == Money("384.00") && target?.asOf == "2026-10-06")
    #expect(target?.remaining == Money("137999616.00") && target?.daysLeft == 86)
    #expect(target?.requiredPerDay == Money("1604646.70"))
  }
}
