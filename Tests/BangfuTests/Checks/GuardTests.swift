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

  /// The tables of which no row may go: catalogue, projections and staging may lose some.
  private static let losing: Set = [
    "barcode", "product_unit", "product_part", "listing_part", "stock_minimum", "stock_on_hand",
    "stock_lot", "daily_document", "daily_sales", "schema_migration", "schema_state",
    "certificate_period", "duplicate_candidate", "duplicate_pair", "duplicate_unit",
    "supermarket_share",
  ]

  /// The tables of the schema that are no staging tables.
  private func tables() throws -> [(name: String, isPart: Bool)] {
    try sql.execute(
      """
      SELECT c.relname::text, c.relispartition FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relpersistence = 'p'
      ORDER BY c.relname
      """
    ).map { try $0.decode((String, Bool).self) }
  }

  @Test func `no row is ever removed from any table of facts or parents, whoever asks`() throws {
    let tables = try tables()
    #expect(tables.count > 50 && tables.contains { $0.isPart })
    for (table, _) in tables where !Self.losing.contains(table) {
      for statement in ["DELETE FROM \(table)", "TRUNCATE \(table) CASCADE"] {
        #expect(refusal { try sql.run(script: statement) } == "append_only", "\(statement)")
      }
    }
  }

  /// What may change in part, or by a redaction, is in the next test.
  @Test func `no fact is ever changed, whoever asks`() throws {
    let changing: Set = [
      "programme", "unit", "supplier", "product", "location", "channel", "listing", "buyer",
      "book_month", "import_file", "claim", "aftersale", "settlement", "lot", "stock_count",
      "buy_back_contract", "supplier_link", "target", "import_chunk", "person",
      "canteen_order_line",
    ]
    for (table, _) in try tables() where !Self.losing.union(changing).contains(table) {
      let column = try sql.execute(
        "SELECT attname::text FROM pg_attribute WHERE attrelid = \(table)::regclass AND attnum = 1"
      ).single().decode(String.self)
      let change = "UPDATE \(table) SET \(column) = \(column)"
      #expect(refusal { try sql.run(script: change) } == "append_only", "\(change)")
    }
  }

  @Test(arguments: [
    "import_file SET sha256 = repeat('0', 64)", "import_file SET snapshot_at = now()",
    "import_file SET digest = NULL", "claim SET order_no = 'x'", "claim SET line_no = 'x'",
    "claim SET platform = 'x'", "aftersale SET number = 'x'", "settlement SET number = 'x'",
    "stock_count SET location_id = 2",
    "book_month SET month = month + 31", "listing SET code = 'x'", "listing SET channel_id = 1",
    "target SET amount = 1", "person SET login = 'x'", "buy_back_contract SET price = 1",
    "supplier_link SET from_day = '2020-01-01'",
    "import_turn SET state = 'live'",
  ])
  func `what never changes of a row is refused, whoever asks`(change: String) throws {
    #expect(refusal { try sql.run(script: "UPDATE \(change)") } == "append_only")
  }

  @Test func `no row is put into a closed month, into an open one it is, and closed it stays`()
    throws
  {
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
    #expect(refusals().allSatisfy { $0 != "month_closed" })
    try shop.close("2026-10")
    #expect(refusals() == rows.map { _ in "month_closed" })
    let opening = "UPDATE book_month SET status = 'open' WHERE month = '2026-10-01'"
    #expect(refusal { try sql.run(script: opening) } == "month_stays_closed")
    #expect(refusals() == rows.map { _ in "month_closed" })
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

  @Test func `what an owner changes all the same is named by the check`() throws {
    #expect(try shop.violations() == [])
    try sql.run(
      script: "ALTER TABLE tender DISABLE TRIGGER ALL; UPDATE tender SET amount = amount + 1")
    let found = try shop.violations()
    #expect(found.map { $0.prefix { $0 != ":" } } == ["tenders_balance"], "\(found)")
  }

  @Test func `a closed month books late sales in the next open one, with their own day`() throws {
    try shop.close("2026-10")
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
    let first = try #require(BusinessDay("2026-01-01"))
    let last = try #require(BusinessDay("2026-12-31"))
    let mid = try #require(BusinessDay("2026-06-01"))
    let month = try #require(Month("2026-10"))
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
