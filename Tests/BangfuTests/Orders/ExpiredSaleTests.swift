import Bangfu
import Domain
import Postgres
import Testing

/// Goods that have expired are sold for a reason only, and where a second person approves.
@Suite struct ExpiredSaleTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    for sku in ["HS01", "HS03"] {
      var product = ProductDraft(sku: sku)
      product.hasLots = true
      try shop.programme.products.change(product)
    }
    try receive("HS01", "5", lot: "OLD", expires: "2026-10-04")
    try receive("HS01", "5", lot: "OLDER", expires: "2026-10-01")
    try receive("HS01", "5", lot: "GOOD", expires: "2099-01-01")
  }

  private func receive(_ sku: String, _ quantity: String, lot: String, expires: String) throws {
    var line = Receipt.Line(code: sku, quantity: try Quantity(asked: quantity, of: sku))
    line.lot = lot
    line.expires = BusinessDay(expires)
    _ = try shop.programme.stock.receive(Receipt(lines: [line]))
  }

  @discardableResult
  private func sell(
    _ lines: String, _ approval: ExpiredApproval?, id: String? = nil, day: String = "2026-10-05"
  ) throws -> Int64 {
    var order = Order()
    order.id = id
    order.lines = try lines.split(separator: " ").map { try OrderLine(parsing: String($0)) }
    order.at = Instant(day + "T10:00:00")
    order.tenders = [Tender(method: .cash, amount: Money(minor: 10_000_00))]
    order.approval = approval
    return try shop.programme.orders.enter(order, command: "test").document
  }

  private let approved = ExpiredApproval(reason: "临期促销", approvedBy: "王店长")

  private func listed(_ day: String = "2026-10-05", to last: String? = nil) throws -> [String] {
    try shop.programme.stock.expiredSales(
      in: DayRange(from: BusinessDay(day), to: BusinessDay(last ?? day))
    ).rows.map { ([$0[0]] + $0[5...]).joined(separator: " ") }
  }

  @Test func `good lots go first, expired ones last, and those are listed with who approved`()
    throws
  {
    #expect(refusal { try sell("HS01:14斤", nil) } == "stock_expired")
    let sale = try sell("HS01:14斤", approved)
    #expect(
      try listed() == ["\(sale) OLDER 2026-10-01 2 公斤 test 王店长 临期促销"])
    try sell("HS01:5", approved)
    #expect(try listed().count == 3)
    #expect(refusal { try sell("HS01:4", approved) } == "stock_short")
    #expect(try listed("2026-10-04", to: "2026-10-06").count == 3)
    #expect(try listed("2026-10-06").isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("", "王店长", "expired_approval_half"), ("促销", "", "expired_approval_half"),
    ("  ", "王店长", "expired_approval_half"), ("促销", "\u{3000} ", "expired_approval_half"),
    ("促销", "test", "expired_second_person"), ("促销", " Test\u{3000}", "expired_second_person"),
  ])
  func `an approval is whole, and a second person's`(reason: String, by: String, code: String)
    throws
  {
    let approval = ExpiredApproval(reason: reason, approvedBy: by)
    #expect(refusal { try sell("HS01:6", approval) } == code)
    #expect(try listed().isEmpty)
  }

  @Test
  func `an approval that was not needed leaves no trace, and does not say that goods expired`()
    throws
  {
    try sell("HS01:5", approved)
    #expect(try listed().isEmpty)
    #expect(
      try shop.sql().execute("SELECT count(*) FROM expired_approval").single().text(0) == "0")
    #expect(try shop.violations() == [])
  }

  @Test func `a sale on its lot's last day needs nobody`() throws {
    try sell("HS01:10", nil, day: "2026-10-04")
    #expect(try listed("2026-10-04").isEmpty)
  }

  @Test func `the same request is entered once; another approver makes it another`() throws {
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try sell("HS01:6", approved, id: id)
    #expect(try sell("HS01:6", approved, id: id) == first)
    var other = approved
    other.approvedBy = "李四"
    #expect(refusal { try sell("HS01:6", other, id: id) } == "request_differs")
    #expect(refusal { try sell("HS01:6", nil, id: id) } == "request_differs")
    #expect(try listed().count == 1)
  }

  @Test func `one approval is for all of an order, and all that it is asked for is told at once`()
    throws
  {
    try receive("HS03", "2", lot: "X", expires: "2026-09-01")
    try receive("HS03", "2", lot: "Y", expires: "2026-10-02")
    let order = "HS03:3 HS01:7 BC01:1"
    #expect(refusal { try sell(order, nil) } == "stock_short", "what is not there comes first")
    let short = #expect(throws: Problem.self) { try sell(order + " BC02:2", approved) }
    #expect(short?.code == "stock_short")
    #expect(short?.facts["sku"] == "BC01")
    #expect(short?.facts["also"] == "BC02 彭水白茶 一级 100g 2 盒")
    try shop.receive("BC01", "1")
    let told = #expect(throws: Problem.self) { try sell(order, nil) }
    #expect(told?.code == "stock_expired")
    #expect(told?.facts["sku"] == "HS03")
    #expect(told?.facts["also"] == "HS01 彭水红薯 2 公斤")
    let sale = try sell(order, approved)
    #expect(
      try listed() == [
        "\(sale) X 2026-09-01 2 袋 test 王店长 临期促销",
        "\(sale) Y 2026-10-02 1 袋 test 王店长 临期促销",
        "\(sale) OLDER 2026-10-01 2 公斤 test 王店长 临期促销",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `a void takes a sale off the list, a refund does not`() throws {
    let first = try sell("HS01:6", approved)
    _ = try shop.programme.orders.void(first, reason: "x")
    #expect(try listed().isEmpty)
    let second = try sell("HS01:6", approved)
    var request = RefundRequest(document: second)
    request.restock = true
    _ = try shop.programme.orders.refund(request)
    #expect(try listed().count == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `an import that sold expired goods is listed, and nobody approved it`() throws {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'"
    )
    try receive("HS03", "1", lot: "X", expires: "2026-10-01")
    try shop.map("35HS03", to: "HS03:1")
    try shop.importRows([DouyinLine("1", "1", sku: "HS03")], name: "1791900000_a.csv")
    #expect(try listed() == ["1 X 2026-10-01 1 袋 test  "])
    #expect(try shop.violations() == [])
  }

  @Test
  func `expired goods go back to the supplier or to waste, but are neither sent nor built of`()
    throws
  {
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    let programme = shop.programme
    _ = try programme.stock.giveBack(
      StockItems(["HS01:1#OLD"]), from: nil, reason: "过期")
    _ = try programme.stock.waste(StockItems(["HS01:1"]), from: nil, reason: "过期")
    let later = try StockItems(["HS01:6"])
    #expect(
      refusal { _ = try programme.transfers.send(later, from: nil, to: "wh", reason: nil) }
        == "stock_expired_stays"
    )
    try programme.parts.set(StockItems(["HS01:6"]), of: "BC03")
    #expect(
      refusal {
        _ = try programme.stock.assemble("BC03", Quantity(whole: 1), apart: false, at: nil)
      }
        == "stock_expired_stays")
  }

  @Test func `a sale without the approval is found by its check`() throws {
    try sell("HS01:6", approved)
    let sql = try shop.sql()
    try sql.run(
      script: "ALTER TABLE expired_approval DISABLE TRIGGER ALL; DELETE FROM expired_approval")
    #expect(try shop.violations().contains { $0.hasPrefix("expired_sales_approved:") })
  }

  @Test func `a sale of a file takes what had not expired on its own day`() throws {
    try shop.sql().execute(
      """
      UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)
      WHERE code = 'douyin'
      """)
    try receive("HS03", "3", lot: "EARLY", expires: "2026-10-10")
    try receive("HS03", "3", lot: "LATE", expires: "2099-01-01")
    try shop.importRows(
      [("1", "2026-10-05"), ("2", "2026-10-12"), ("3", "2026-10-20")].map { number, day in
        DouyinLine("70" + number, "70" + number, sku: "HS03", pieces: 1, paid: day + " 10:00:00")
      })
    let left = try shop.programme.stock.lots(of: "HS03", at: nil, within: nil).rows
      .map { $0[3] + ":" + $0[7] }
    #expect(left == ["EARLY:2", "LATE:1"])
    #expect(try shop.violations() == [])
  }
}
