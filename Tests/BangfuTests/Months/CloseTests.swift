import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// A month is closed while sales of it are posted.
@Suite struct CloseTests {
  /// A shop with stock, and two months open.
  private static func shop() throws -> Shop {
    let shop = try Shop()
    try shop.receive("BC01", "100")
    try shop.sql().run(
      script: "SELECT open_book_month('2026-10-01'); SELECT open_book_month('2026-11-01')")
    return shop
  }

  @Test(.timeLimit(.minutes(2)))
  func `a sale at the moment of the close is in the month or in the next, never lost`() async throws
  {
    for _ in 0..<3 {
      let shop = try Self.shop()
      let database = shop.database
      let atClose = try await withThrowingTaskGroup(of: Int?.self) { group in
        for _ in 0..<3 {
          group.addTask {
            try Self.sellFive(at: Shop.open(database))
            return nil
          }
        }
        group.addTask { try Self.close(database) }
        return try await group.reduce(0) { $0 + ($1 ?? 0) }
      }
      let counts = try shop.sql().execute(
        """
        SELECT count(*) FILTER (WHERE book_month = '2026-10-01'),
          count(*) FILTER (WHERE book_month = '2026-11-01'), count(*) FROM document
        """
      ).single().decode((Int, Int, Int).self)
      #expect(counts.0 == atClose, "nothing is posted into a month once it is closed")
      #expect(counts.0 + counts.1 == 15 && counts.2 == 15)
      #expect(try shop.violations() == [])
    }
  }

  @Test func `a close waits for the sale that is being posted, and the next sale for the close`()
    throws
  {
    let shop = try Self.shop()
    let (till, closer, watch) = (try shop.sql(), try shop.sql(), try shop.sql())
    let sale = """
      SELECT enter_order(gen_random_uuid(), 'counter', '{BC01}', '{1}', '{NULL}', '{card}', '{128}', NULL, NULL,
        0, '2026-10-30 10:00+08', 'li', 'test', false)
      """
    try till.run(script: "BEGIN; " + sale)
    try closer.run(script: "SET lock_timeout = '300ms'")
    let error = #expect(throws: PostgresError.self) {
      try closer.run(script: "BEGIN; SELECT FROM book_month WHERE month = '2026-10-01' FOR UPDATE")
    }
    #expect(error?.sqlState == "55P03")
    try till.run(script: "COMMIT")
    try closer.run(script: "ROLLBACK; BEGIN")
    try closer.execute(Query(unsafeSQL: Self.closing))
    try till.run(script: "SET lock_timeout = '300ms'")
    let late = #expect(throws: PostgresError.self) { try till.run(script: sale) }
    #expect(late?.sqlState == "55P03")
    try closer.run(script: "COMMIT")
    try till.run(script: sale)
    let months = try watch.execute(
      "SELECT string_agg(book_month::text, ' ' ORDER BY document_id) FROM document")
    #expect(try months.single().decode(String.self) == "2026-10-01 2026-11-01")
    #expect(try shop.violations() == [])
  }

  private static func sellFive(at till: Programme) throws {
    for _ in 0..<5 {
      var order = Order()
      order.lines = [OrderLine(code: "BC01", quantity: Quantity(whole: 1))]
      order.tenders = [Tender(method: .wechat, amount: Money(minor: 12_800))]
      order.at = Instant("2026-10-30T10:00:00")
      _ = try till.orders.enter(order, command: "test")
    }
  }

  /// Closes October, where nothing hinders that.
  private static let closing =
    "SELECT lines FROM close_month('2026-10-01', '{}', '{}', '{}', '{}', '{}', NULL, 'test', 'test')"

  /// Closes October after its first sales; answers how many lines it had then.
  private static func close(_ database: String) throws -> Int {
    let closer = try Connection(TestServer.shared.conninfo(database: database))
    try closer.execute("SET search_path = pengshui, pg_temp")
    while try closer.execute("SELECT count(*) FROM document").single().decode(Int.self) < 4 {}
    return try closer.execute(Query(unsafeSQL: closing)).single().decode(Int.self)
  }
}
