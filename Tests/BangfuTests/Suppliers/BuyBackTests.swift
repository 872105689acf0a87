import Bangfu
import Domain
import Postgres
import Testing

/// Contract buy-back: goods that a supplier takes back at an agreed price are no sale.
@Suite struct BuyBackTests {
  let shop: Shop
  let programme: Programme
  init() throws {
    shop = try Shop()
    programme = shop.programme
    try shop.buy("JL01", "100", at: "10.00", from: "KOI")
  }

  @discardableResult
  private func contract(
    _ from: String, _ to: String, price: String = "15.50", max: Int64? = nil, sku: String = "JL01",
    supplier: String = "KOI"
  ) throws -> Int64 {
    try programme.contracts.add(
      supplier: supplier, sku: sku, price: Money(price) ?? .zero,
      from: #require(BusinessDay(from)), to: #require(BusinessDay(to)),
      maximum: max.map { Quantity(whole: $0) })
  }

  @discardableResult
  private func buyBack(
    _ texts: String..., by supplier: String = "KOI", day: String? = nil, id: String? = nil
  ) throws -> BuyBack {
    try programme.buyBacks.enter(
      StockItems(texts), by: supplier, from: nil, day: day.flatMap { BusinessDay($0) }, note: nil,
      id: id)
  }

  @Test func `fish go back at the agreed price, against what is owed, and never into the figure`()
    throws
  {
    try contract("2026-01-01", "2099-12-31")
    let result = try buyBack("JL01:30")
    #expect(result.amount == Money("465.00") && result.cost == Money("300.00"))
    #expect(result.owed == Money("535.00"))
    #expect(try buyBack("JL01:70").owed == Money("-550.00"))
    #expect(refusal { try buyBack("JL01:1") } == "stock_short")
    let figures = try shop.sql().execute(
      "SELECT (SELECT count(*) FROM document) || ' ' || (SELECT count(*) FROM line)")
    #expect(figures.first?.text(0) == "0 0")
    #expect(try programme.contracts.list().rows.map { $0[9] + " " + $0[10] } == ["100 1550.00"])
    #expect(try shop.violations() == [])
  }

  @Test func `no contract, another day, and more than agreed are refused`() throws {
    #expect(refusal { try buyBack("JL01:1") } == "contract_missing")
    try contract("2026-01-01", "2026-06-30", max: 20)
    #expect(refusal { try buyBack("JL01:1", day: "2026-07-01") } == "contract_missing")
    #expect(refusal { try buyBack("JL01:1", day: "2099-07-01") } == "day_to_come")
    #expect(refusal { try buyBack("JL01:1", by: "TEA", day: "2026-05-01") } == "contract_missing")
    #expect(refusal { try buyBack("JL01:1", by: "NO", day: "2026-05-01") } == "supplier_unknown")
    #expect(refusal { try buyBack("JL01:1", "BC01:1", day: "2026-05-01") } == "contract_missing")
    #expect(refusal { try buyBack("JL01:1", "JL01:1", day: "2026-05-01") } == "stock_item_twice")
    #expect(refusal { try buyBack("JL01:1.5", day: "2026-05-01") } == "quantity_not_whole")
    try buyBack("JL01:15", day: "2026-06-30")
    #expect(refusal { try buyBack("JL01:6", day: "2026-06-30") } == "contract_over")
    try buyBack("JL01:5", day: "2026-01-01")
    #expect(refusal { try buyBack("JL01:1", day: "2026-01-01") } == "contract_over")
    #expect(try shop.violations() == [])
  }

  @Test func `contracts of one product do not overlap, and end no earlier than they were used`()
    throws
  {
    let first = try contract("2026-01-01", "2026-06-30")
    #expect(refusal { try contract("2026-06-30", "2026-12-31") } == "buy_back_contract_apart")
    try contract("2026-07-01", "2026-12-31", price: "20.00")
    try contract("2026-06-01", "2026-12-31", sku: "JL02")
    try contract("2026-06-01", "2026-12-31", supplier: "TEA")
    #expect(refusal { try contract("2027-06-01", "2027-01-01") } == "contract_days")
    #expect(
      refusal { try contract("2027-01-01", "2027-06-01", price: "0") }
        == "buy_back_contract_price_positive")
    #expect(refusal { try contract("2027-01-01", "2027-06-01", sku: "NO") } == "product_unknown")
    #expect(
      refusal { try contract("2027-01-01", "2027-06-01", supplier: "NO") } == "supplier_unknown")
    try buyBack("JL01:1", day: "2026-03-31")
    let march = try #require(BusinessDay("2026-03-30")),
      april = try #require(BusinessDay("2026-04-01"))
    #expect(refusal { try programme.contracts.end(first, on: march) } == "contract_used")
    try programme.contracts.end(first, on: april)
    #expect(refusal { try buyBack("JL01:1", day: "2026-04-02") } == "contract_missing")
    #expect(refusal { try programme.contracts.end(99, on: april) } == "contract_unknown")
    let wrong = try contract("2026-04-02", "2026-06-30")
    try programme.contracts.end(wrong, on: march)
    try contract("2026-04-02", "2026-06-30", price: "16.00")
    #expect(try buyBack("JL01:1", day: "2026-04-02").amount == Money("16.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `the same request takes goods once`() throws {
    try contract("2026-01-01", "2099-12-31")
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try buyBack("JL01:30", id: id)
    let again = try buyBack("JL01:30", id: id)
    #expect(again.repeated && again.number == first.number && again.amount == first.amount)
    #expect(refusal { try buyBack("JL01:31", id: id) } == "request_used")
    #expect(try shop.sql().execute("SELECT count(*) FROM buy_back").first?.text(0) == "1")
  }

  @Test func `what expires first goes back first, and what has expired stays`() throws {
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try programme.products.change(product)
    for (lot, expires) in [("OLD", "2026-05-01"), ("B", "2099-02-01"), ("A", "2099-01-01")] {
      var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 2))
      line.lot = lot
      line.expires = BusinessDay(expires)
      _ = try programme.stock.receive(Receipt(lines: [line]))
    }
    try contract("2026-01-01", "2099-12-31", sku: "HS03", supplier: "SPUD")
    #expect(refusal { try buyBack("HS03:5", by: "SPUD") } == "stock_expired_stays")
    try buyBack("HS03:3", by: "SPUD")
    #expect(
      try programme.stock.lots(of: "HS03", at: nil, within: nil).rows.map { "\($0[3]) \($0[7])" }
        == ["OLD 2", "B 1"])
    #expect(try shop.violations() == [])
  }

  @discardableResult
  private func undo(_ number: Int64, day: String? = nil, id: String? = nil) throws
    -> BuyBack
  {
    try programme.buyBacks.undo(
      number, day: day.flatMap { BusinessDay($0) }, reason: "记错了", id: id)
  }

  /// Quantity and value on hand.
  private func stock(_ sku: String = "JL01") throws -> String {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', trim_scale(h.quantity), h.value)
      FROM stock_on_hand h JOIN product p ON p.product_id = h.product_id WHERE p.sku = \(sku)
      """
    ).single().text(0) ?? ""
  }

  @Test func `a buy-back that was a mistake is taken back, once, and all is as before`() throws {
    try contract("2026-01-01", "2099-12-31", max: 50)
    let wrong = try buyBack("JL01:30")
    try shop.buy("JL01", "10", at: "24.00", from: "KOI")
    #expect(try stock() == "80 940.00")
    let result = try undo(wrong.number)
    #expect(result.amount == Money("465.00") && result.cost == Money("300.00"))
    #expect(result.owed == Money("1240.00") && result.supplier == "KOI" && !result.repeated)
    #expect(try stock() == "110 1240.00")
    #expect(try programme.contracts.list().rows.map { $0[9] + " " + $0[10] } == ["0 0.00"])
    #expect(
      try programme.accounts.entries(of: "KOI").rows.map { "\($0[1]) \($0[7]) \($0[8])" } == [
        "purchase 1000.00 1000.00", "buy_back -465.00 535.00", "purchase 240.00 775.00",
        "buy_back_undo 465.00 1240.00",
      ])
    let moves = try programme.stock.moves(of: nil, at: nil, limit: 10).rows
    #expect(moves.filter { $0.contains("buy_back") }.count == 2)
    #expect(refusal { try undo(wrong.number) } == "buy_back_undone")
    #expect(refusal { try undo(result.number) } == "buy_back_is_undo")
    #expect(refusal { try undo(1) } == "buy_back_unknown")
    try buyBack("JL01:50")
    #expect(try shop.violations() == [])
  }

  @Test func `an undo has a reason, a day of its own, and an id`() throws {
    try contract("2026-01-01", "2026-06-30")
    let wrong = try buyBack("JL01:30", day: "2026-06-30").number
    #expect(
      refusal { _ = try programme.buyBacks.undo(wrong, day: nil, reason: " ") } == "reason_blank")
    #expect(refusal { try undo(wrong, day: "2026-06-29") } == "buy_back_later")
    #expect(refusal { try undo(wrong, day: "2099-06-29") } == "day_to_come")
    #expect(try stock() == "70 700.00")
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try undo(wrong, day: "2026-07-02", id: id)
    let again = try undo(wrong, day: "2026-07-02", id: id)
    #expect(again.repeated && again.number == first.number && again.amount == first.amount)
    #expect(again.cost == first.cost && again.owed == first.owed && again.supplier == "KOI")
    #expect(refusal { try undo(wrong, day: "2026-07-03", id: id) } == "request_used")
    let june = try ReportPeriod.month(#require(Month("2026-06")))
    let july = try ReportPeriod.month(#require(Month("2026-07")))
    #expect(try programme.reports.suppliers(in: june).total.rows.map { $0[8] } == ["465.00"])
    #expect(try programme.reports.suppliers(in: july).total.rows.map { $0[8] } == ["-465.00"])
    #expect(try shop.violations() == [])
  }

  @Test func `a contract whose buy-backs were taken back can be one that never was`() throws {
    let wrong = try contract("2026-01-01", "2026-06-30", price: "155.00")
    let number = try buyBack("JL01:30", day: "2026-03-31").number
    let december = try #require(BusinessDay("2025-12-31"))
    #expect(refusal { try programme.contracts.end(wrong, on: december) } == "contract_used")
    try undo(number)
    try programme.contracts.end(wrong, on: december)
    try contract("2026-01-01", "2026-06-30")
    #expect(try buyBack("JL01:30", day: "2026-03-31").amount == Money("465.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `goods come back to their lots, or to a lot of their own, and cover shortages`()
    throws
  {
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try programme.products.change(product)
    for (lot, expires) in [("B", "2099-02-01"), ("A", "2099-01-01")] {
      var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 2))
      line.lot = lot
      line.expires = BusinessDay(expires)
      line.cost = Money("3.33")
      _ = try programme.stock.receive(Receipt(lines: [line]))
    }
    try contract("2026-01-01", "2099-12-31", sku: "HS03", supplier: "SPUD")
    try undo(buyBack("HS03:3", by: "SPUD").number)
    func lots() throws -> [String] {
      try programme.stock.lots(of: "HS03", at: nil, within: nil).rows.map { "\($0[3]) \($0[7])" }
    }
    #expect(try lots() == ["A 2", "B 2"])
    let unlotted = try buyBack("HS03:4", by: "SPUD").number
    product.hasLots = false
    try programme.products.change(product)
    try undo(unlotted)
    #expect(try lots() == [] && stock("HS03") == "4 13.32")

    let lotted = try buyBack("HS03:4", by: "SPUD").number
    product.hasLots = true
    try programme.products.change(product)
    try shop.sql().execute(
      """
      UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)
      WHERE code = 'douyin'
      """)
    try shop.map("35HS03", to: "HS03:1")
    try shop.importRows([DouyinLine("1", "1", sku: "HS03")], name: "1791900000_a.csv")
    #expect(try programme.stock.shortages().rows.count == 1)
    try undo(lotted)
    #expect(try programme.stock.shortages().rows.isEmpty)
    #expect(try lots().map { $0.split(separator: " ").last } == ["3"])
    #expect(try stock("HS03") == "3 9.99")
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("UPDATE buy_back SET amount = amount + 1 WHERE reverses IS NOT NULL", "buy_back"),
    ("UPDATE buy_back SET day = day - 1 WHERE reverses IS NOT NULL", "buy_back"),
    ("UPDATE stock_move SET value = 1 WHERE kind = 'buy_back' AND quantity > 0", "stock_move"),
    ("DELETE FROM buy_back WHERE reverses IS NOT NULL", "buy_back"),
  ])
  func `tampering with an undo is found`(statement: String, table: String) throws {
    try contract("2026-01-01", "2099-12-31", max: 50)
    try undo(buyBack("JL01:2").number)
    #expect(try shop.violations() == [])
    try shop.sql().run(script: "ALTER TABLE \(table) DISABLE TRIGGER USER; \(statement)")
    let found = try shop.violations()
    #expect(found.contains { $0.hasPrefix("supplier_accounts:") }, "\(found)")
  }

  @Test(arguments: [
    ("UPDATE buy_back SET amount = amount + 1", "buy_back"),
    ("UPDATE buy_back SET quantity = quantity + 1", "buy_back"),
    ("UPDATE supplier_return SET quantity = 101", "supplier_return"),
    ("UPDATE supplier_payment_receipt SET amount = 900", "supplier_payment_receipt"),
    ("UPDATE buy_back_contract SET maximum = 1", "buy_back_contract"),
    ("UPDATE supplier_payment SET supplier_id = 1 WHERE reverses IS NOT NULL", "supplier_payment"),
  ])
  func `tampering with an account is found`(statement: String, table: String) throws {
    try contract("2026-01-01", "2099-12-31", max: 50)
    try buyBack("JL01:2")
    _ = try programme.stock.giveBack(
      StockItems(["JL01:1"]), from: nil, to: "KOI", reason: "x")
    var payment = SupplierPayment(to: "KOI", amount: Money(minor: 5000))
    payment.receipts = [1]
    let paid = try programme.accounts.pay(payment).number
    _ = try programme.accounts.reverse(paid, reason: "x")
    #expect(try shop.violations() == [])
    try shop.sql().run(script: "ALTER TABLE \(table) DISABLE TRIGGER USER; \(statement)")
    let found = try shop.violations()
    #expect(found.contains { $0.hasPrefix("supplier_accounts:") }, "\(found)")
  }
}
