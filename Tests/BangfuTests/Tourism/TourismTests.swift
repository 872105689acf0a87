import Bangfu
import Domain
import Postgres
import Testing

/// Tourism: services without stock, visitors by province, reductions, and whether it counts.
@Suite struct TourismTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
    var ticket = ProductDraft(sku: "MP01")
    (ticket.name, ticket.unit, ticket.price) = ("蚩尤九黎城门票", "袋", Money("80.00"))
    ticket.isService = true
    try shop.programme.products.add(ticket)
  }

  private func sell(
    _ lines: String..., channel: String = "tourism", off: String? = nil,
    at day: String = "2026-10-03",
    location: String? = nil
  ) throws -> Int64 {
    var order = Order()
    order.lines = try lines.map { try OrderLine(parsing: $0) }
    (order.channel, order.location, order.at) = (channel, location, Instant("\(day)T10:00:00"))
    if let off { order.discount = try #require(Money(off)) }
    order.tenders = [Tender(method: .cash, amount: Money(minor: 90_000_00))]
    return try shop.programme.orders.enter(order, command: "test").document
  }

  private func report(_ dimension: TourismDimension) throws -> [[String]] {
    let report = try shop.programme.tourism.report(
      in: .month(#require(Month("2026-10"))), by: dimension)
    return report.rows.rows + report.total.rows
  }

  @Test func `a service moves no stock, wherever it is sold, and is refused as goods`() throws {
    try shop.receive("BC01", "5")
    _ = try sell("MP01:3")
    // At a counter with a shelf, beside goods.
    let mixed = try sell("BC01:2", "MP01:1", channel: "counter")
    _ = try sell("MP01:2", channel: "counter")
    let sheet = """
      代销结算单 2026年10月,,,,,,
      门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
      一店,MP01,门票,,2,80.00,160.00
      一店,BC01,白茶,,1,100.00,100.00

      """
    var chain = ChannelDraft(code: "supermarket")
    chain.shipsFrom = "shop"
    try shop.programme.channels.change(chain)
    try shop.importText(sheet, name: "s.csv", channel: "supermarket")
    #expect(
      try shop.sql().execute(
        "SELECT count(*) FROM stock_move m JOIN product p USING (product_id) WHERE p.service"
      )
      .single().decode(Int64.self) == 0)
    #expect(try shop.programme.stock.levels(at: "shop").rows.first { $0[1] == "BC01" }?[3] == "2")
    #expect(try shop.violations() == [])
    _ = try shop.programme.orders.void(mixed, reason: "x")
    _ = try shop.programme.imports.undo(1)
    #expect(try shop.programme.stock.levels(at: "shop").rows.first { $0[1] == "BC01" }?[3] == "5")
    let goods = try StockItems(["MP01:1"])
    #expect(refusal { try shop.receive("MP01", "1") } == "product_is_service")
    #expect(
      refusal { _ = try shop.programme.transfers.send(goods, from: nil, to: "shop", reason: nil) }
        == "product_is_service")
    #expect(try shop.violations() == [])
  }

  @Test func `what moved or was sold keeps its sort`() throws {
    try shop.receive("BC01", "5")
    _ = try sell("MP01:1")
    for (sku, isService, code) in [
      ("BC01", true, "service_has_stock"), ("MP01", false, "service_sold"),
    ] {
      var draft = ProductDraft(sku: sku)
      draft.isService = isService
      #expect(refusal { try shop.programme.products.change(draft) } == code)
    }
  }

  @Test
  func `visitors are numbers by province, reductions have a reason, and the rule counts or not`()
    throws
  {
    let first = try sell("MP01:40", off: "1600.00")
    let second = try sell("MP01:5", at: "2026-10-04")
    let tourism = shop.programme.tourism
    let wrong = try tourism.say(visitors: [("山东", 4)], of: first)
    try tourism.say(visitors: [("山东", 38), ("重庆", 2)], of: first, reduction: "山东游客半价")
    try tourism.say(visitors: [("河南", 5)], of: second)
    #expect(
      try report(.province) == [
        ["山东", "38", "1"], ["河南", "5", "1"], ["重庆", "2", "1"], ["", "45", ""],
      ])
    #expect(
      try report(.reduction) == [
        ["", "1", "400.00", "0.00", "400.00", "0.00", "400.00", "0.00"],
        ["山东游客半价", "1", "3200.00", "1600.00", "1600.00", "0.00", "1600.00", "0.00"],
        ["", "", "3600.00", "1600.00", "2000.00", "0.00", "2000.00", "0.00"],
      ])
    var set = try #require(try shop.programme.rules.inForce().first?.rules)
    (set.from, set.to) = (try #require(BusinessDay("2026-10-01")), nil)
    set.chosen["tourism"] = "out"
    _ = try shop.programme.rules.set([set], reason: "x")
    var refund = RefundRequest(document: second)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-05T10:00:00")
    _ = try shop.programme.orders.refund(refund)
    #expect(
      try report(.product).last == [
        "", "", "", "3600.00", "1600.00", "2000.00", "80.00", "0.00", "1920.00",
      ])
    #expect(
      refusal { try tourism.say(visitors: [("山东", 1), ("山东", 1)], of: first) } == "province_twice")
    #expect(refusal { try tourism.say(visitors: [("大山东", 1)], of: first) } == "province_unknown")
    #expect(
      refusal { try tourism.say(visitors: [("山东", 0)], of: first) }
        == "tourism_visitor_people_plausible")
    #expect(
      refusal { try tourism.say(visitors: [], of: second, reduction: "半价") } == "reduction_missing")
    #expect(refusal { try tourism.say(visitors: [], of: 99) } == "visit_unknown_sale")
    try shop.receive("BC01", "1")
    let other = try sell("BC01:1", channel: "counter")
    #expect(refusal { try tourism.say(visitors: [], of: other) } == "visit_channel")
    #expect(refusal { try tourism.undo(99, reason: "x") } == "visit_unknown")
    try tourism.undo(wrong, reason: "x")
    #expect(refusal { try tourism.undo(wrong, reason: "x") } == "undone_already")
    #expect(try shop.violations() == [])
  }
}
