import Bangfu
import Dispatch
import Domain
import Postgres
import Synchronization
import Testing

/// Many clerks at once on the account of one supplier.
@Suite struct SupplierConcurrencyTests {
  /// Runs an act of so many clerks at once, each with a session of its own; answers the refusals.
  private func atOnce(
    _ clerks: Int, in shop: Shop, _ act: @Sendable (Programme, Int) throws -> Void
  ) -> [String] {
    let database = shop.database
    let codes = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: clerks) { clerk in
      let code = refusal { try act(Shop.open(database), clerk) }
      if let code { codes.withLock { $0.append(code) } }
    }
    return codes.withLock { $0 }
  }

  @Test func `what is owed is paid once, however many pay it at once`() throws {
    let shop = try Shop()
    try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    let codes = atOnce(6, in: shop) { programme, _ in
      _ = try programme.accounts.pay(SupplierPayment(to: "TEA", amount: Money(minor: 6000)))
    }
    #expect(codes == Array(repeating: "payment_over", count: 5))
  }

  @Test func `a contract's maximum and a receipt's goods are given once`() throws {
    let shop = try Shop()
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    try shop.receive("JL01", "10")
    try shop.buy("JL01", "10", at: "10.00", from: "KOI", into: "wh")
    _ = try shop.programme.contracts.add(
      supplier: "KOI", sku: "JL01", price: Money(minor: 1500),
      from: #require(BusinessDay("2026-01-01")),
      to: #require(BusinessDay("2099-01-01")), maximum: Quantity(whole: 5))
    // From two locations, so that no row of stock keeps the clerks apart.
    let codes = atOnce(8, in: shop) { programme, clerk in
      let place = clerk % 2 == 0 ? "shop" : "wh"
      _ = try programme.buyBacks.enter(
        StockItems(["JL01:2"]), by: "KOI", from: place, day: nil, note: nil)
    }
    #expect(codes == Array(repeating: "contract_over", count: 6))
    let number = try shop.sql().execute("SELECT max(posting_id) FROM buy_back").single()
      .decode(Int64.self)
    let undone = atOnce(4, in: shop) { programme, _ in
      _ = try programme.buyBacks.undo(number, day: nil, reason: "x")
    }
    #expect(undone == Array(repeating: "buy_back_undone", count: 3))
    let returns = atOnce(4, in: shop) { programme, clerk in
      _ = try programme.stock.giveBack(
        StockItems(["JL01:4"]), from: clerk % 2 == 0 ? "shop" : "wh", reason: "x")
    }
    #expect(returns.filter { $0 != "stock_short" } == [])
    #expect(try shop.violations() == [])
  }

  @Test func `receipts, sales, returns, buy-backs and payments at once never deadlock`() throws {
    let shop = try Shop()
    for sku in ["BC01", "JL01"] { try shop.buy(sku, "50", at: "10.00", from: "TEA") }
    _ = try shop.programme.contracts.add(
      supplier: "TEA", sku: "JL01", price: Money(minor: 1500),
      from: #require(BusinessDay("2026-01-01")),
      to: #require(BusinessDay("2099-01-01")), maximum: nil)
    let faults = atOnce(6, in: shop) { programme, clerk in
      var dice = Dice(UInt64(clerk))
      for _ in 0..<25 {
        let skus = dice.roll(2) == 0 ? ["BC01", "JL01"] : ["JL01", "BC01"]
        let items = try StockItems(skus.map { "\($0):1" })
        let code = refusal {
          switch dice.roll(5) {
          case 0:
            var receipt = Receipt(
              lines: skus.map { Receipt.Line(code: $0, quantity: Quantity(whole: 1)) })
            receipt.supplier = "TEA"
            _ = try programme.stock.receive(receipt)
          case 1:
            var order = Order()
            order.lines = try skus.map { try OrderLine(parsing: "\($0):1@1") }
            order.tenders = [Tender(method: .card, amount: Money(minor: 200))]
            _ = try programme.orders.enter(order, command: "test")
          case 2:
            _ = try programme.stock.giveBack(
              items, from: nil, to: "TEA", reason: "x")
          case 3:
            let number = try programme.buyBacks.enter(
              StockItems(["JL01:1"]), by: "TEA", from: nil, day: nil, note: nil
            ).number
            if dice.roll(2) == 0 {
              _ = try programme.buyBacks.undo(number, day: nil, reason: "x")
            }
          default:
            _ = try programme.accounts.pay(SupplierPayment(to: "TEA", amount: Money(minor: 100)))
          }
        }
        if let code, !["stock_short", "payment_over"].contains(code) { throw Problem(code) }
      }
    }
    #expect(faults == [])
    let deadlocks = try shop.sql().execute(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    #expect(deadlocks.first?.text(0) == "0")
    #expect(try shop.violations() == [])
  }
}
