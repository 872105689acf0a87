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
    try programme.addContract(
      supplier: supplier, sku: sku, price: Money(price) ?? .zero,
      from: #require(BusinessDay(from)), to: #require(BusinessDay(to)),
      maximum: max.map { Quantity(whole: $0) })
  }

  @discardableResult
  private func buyBack(
    _ texts: String..., by supplier: String = "KOI", day: String? = nil, id: String? = nil
  ) throws -> Programme.BuyBack {
    try programme.buyBack(
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
    #expect(try programme.contracts().rows.map { $0[9] + " " + $0[10] } == ["100 1550.00"])
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
    #expect(refusal { try programme.endContract(first, on: march) } == "contract_used")
    try programme.endContract(first, on: april)
    #expect(refusal { try buyBack("JL01:1", day: "2026-04-02") } == "contract_missing")
    #expect(refusal { try programme.endContract(99, on: april) } == "contract_unknown")
    let wrong = try contract("2026-04-02", "2026-06-30")
    try programme.endContract(wrong, on: march)
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
    var product = Product(sku: "HS03")
    product.hasLots = true
    try programme.save(product, isNew: false)
    for (lot, expires) in [("OLD", "2026-05-01"), ("B", "2099-02-01"), ("A", "2099-01-01")] {
      var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 2))
      line.lot = lot
      line.expires = BusinessDay(expires)
      _ = try programme.receive(Receipt(lines: [line]))
    }
    try contract("2026-01-01", "2099-12-31", sku: "HS03", supplier: "SPUD")
    #expect(refusal { try buyBack("HS03:5", by: "SPUD") } == "stock_expired_stays")
    try buyBack("HS03:3", by: "SPUD")
    #expect(
      try programme.lots(of: "HS03", location: nil, within: nil).rows.map { "\($0[3]) \($0[7])" }
        == ["OLD 2", "B 1"])
    #expect(try shop.violations() == [])
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
    _ = try programme.remove(
      StockItems(["JL01:1"]), from: nil, toSupplier: true, supplier: "KOI", reason: "x")
    var payment = SupplierPayment(to: "KOI", amount: Money(minor: 5000))
    payment.receipts = [1]
    let paid = try programme.pay(payment).number
    _ = try programme.reverse(payment: paid, reason: "x")
    #expect(try shop.violations() == [])
    try shop.sql().run(script: "ALTER TABLE \(table) DISABLE TRIGGER USER; \(statement)")
    let found = try shop.violations()
    #expect(found.contains { $0.hasPrefix("supplier_accounts:") }, "\(found)")
  }
}
