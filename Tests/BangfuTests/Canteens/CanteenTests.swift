import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// What canteens order, are delivered, accept and are invoiced: sold is what was accepted, once.
@Suite struct CanteenTests {
  let shop: Shop
  var canteens: Canteens { shop.programme.canteens }

  init() throws {
    shop = try Shop()
    for (sku, quantity, cost) in [("HS01", "200", "4.00"), ("BC01", "20", "60.00")] {
      try shop.buy(sku, quantity, at: cost, from: nil)
    }
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try shop.programme.products.change(product)
    for (lot, expires) in [("A", "2099-01-01"), ("B", "2099-02-01")] {
      var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 10))
      (line.lot, line.expires, line.cost) = (lot, BusinessDay(expires), Money("3.00"))
      _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    }
  }

  @discardableResult
  private func order(_ lines: String..., id: String? = nil) throws -> CanteenOrderReceipt {
    var order = CanteenOrderDraft(of: "LCYZ")
    order.id = id
    order.lines = try lines.map { try OrderLine(parsing: $0) }
    (order.wished, order.at) = (BusinessDay("2026-10-06"), Instant("2026-10-05T08:00:00"))
    return try canteens.order(order)
  }

  private func deliver(
    _ items: String..., of order: Int64, id: String? = nil, at: String = "2026-10-06T09:00:00"
  ) throws -> CanteenDelivery {
    try canteens.deliver(StockItems(items), of: order, id: id, at: Instant(at))
  }

  private func accept(
    _ delivery: Int64, _ accepted: [String] = [], refused: [String] = [], id: String? = nil,
    at: String = "2026-10-07T09:00:00"
  ) throws -> CanteenAcceptance {
    var draft = CanteenAcceptanceDraft(of: delivery, signedBy: "王老师")
    draft.id = id
    draft.accepted = try StockItems(counted: accepted)
    draft.refused = try StockItems(refused)
    (draft.reason, draft.at) = (refused.isEmpty ? nil : "破损", Instant(at))
    return try canteens.accept(draft)
  }

  /// On hand, promised, and with buyers, of each product and its value.
  private func stock() throws -> [String] {
    try shop.programme.stock.levels(at: "shop").rows.map { row in
      "\(row[1]) \(row[3]) \(row[5]) \(row[6]) \(row[8])"
    }
  }

  @Test
  func `what is weighed is sold at the agreed price, what is refused comes back, the rest is lost`()
    throws
  {
    let before = try stock()
    #expect(before == ["BC01 20 1200.00  ", "HS01 200 800.00  ", "HS03 20 60.00  "])
    let number = try order("HS01:240斤@3.25", "BC01:4", "HS03:15@18.00").order
    #expect(try stock() == ["BC01 20 1200.00 4 ", "HS01 200 800.00 120 ", "HS03 20 60.00 15 "])
    let first = try deliver("HS01:100", "HS03:3#A", "HS03:4#B", "BC01:2", of: number)
    #expect(first.left == Quantity(whole: 30))
    #expect(
      try stock() == ["BC01 18 1080.00 2 2", "HS01 100 400.00 20 100", "HS03 13 39.00 8 7"],
      "neither sold nor on the shelf")
    #expect(try shop.month().hasPrefix("0.00 0.00"))

    let sale = try accept(
      first.delivery, ["HS01:98.5"], refused: ["HS03:2#B", "BC01:2"])
    // 98.5 公斤 are 197 斤 at 3.25, and 5 bags at 18.00
    #expect(sale.total == Money("730.25") && sale.day == BusinessDay("2026-10-07"))
    #expect(try stock() == ["BC01 20 1200.00 2 ", "HS01 100 400.00 20 ", "HS03 15 45.00 8 "])
    #expect(try shop.month().hasPrefix("730.25 0.00 0.00 0.00 730.25"))
    #expect(try shop.programme.buyers.show("LCYZ").owed == Money("730.25"))
    #expect(
      try canteens.show(number).rows.map { $0[7...].joined(separator: " ") } == [
        "120 20 100 0 98.5 0 1.5 640.25", "4 2 2 0 0 2 0 0.00", "15 8 7 0 5 2 0 90.00",
      ])
    #expect(try shop.violations() == [])

    let rest = try canteens.deliver(StockItems(), of: number, at: Instant("2026-10-08T09:00:00"))
    #expect(rest.left == .zero)
    #expect(try canteens.list().rows.map { $0[7] } == ["delivered"])
    let second = try accept(rest.delivery, at: "2026-10-08T10:00:00")
    #expect(second.total == Money("530.00"), "20 公斤 130.00, 2 盒 256.00, 8 袋 144.00")
    #expect(try canteens.list().rows.map { $0[7] } == ["accepted"])
    let invoice = try canteens.invoice([sale.acceptance, second.acceptance], number: "24372")
    #expect(invoice.total == Money("1260.25"))
    #expect(try canteens.list().rows == [] && canteens.list(all: true).rows[0][7] == "invoiced")
    // What is returned after it was accepted is an ordinary refund.
    var refund = RefundRequest(document: try #require(second.document))
    refund.lines = [try RefundRequest.Line(parsing: "3:2")]
    (refund.restock, refund.at) = (true, Instant("2026-10-09T10:00:00"))
    #expect(try shop.programme.orders.refund(refund).total == Money("36.00"))
    #expect(try shop.programme.buyers.show("LCYZ").owed == Money("1224.25"))
    #expect(try shop.violations() == [])
  }

  @Test func `each act is undone, the last first, and leaves all as it was`() throws {
    let start = try stock()
    let number = try order("HS01:120@6.50", "HS03:6").order
    let ordered = try stock()
    let delivery = try deliver("HS01:100", "HS03:6", of: number).delivery
    let delivered = try stock()
    let sale = try accept(delivery, ["HS01:90"], refused: ["HS03:1", "HS01:4"])
    let accepted = try stock()
    let invoice = try canteens.invoice([sale.acceptance], number: "1").number
    func undo(_ act: Int64) -> String? { refusal { _ = try canteens.undo(act, reason: "x") } }
    #expect(
      [number, delivery, sale.acceptance].map(undo) == [
        "undo_stands", "undo_stands", "undo_stands",
      ])
    #expect(refusal { _ = try accept(delivery) } == "delivery_invoiced")
    #expect(undo(invoice) == nil && undo(invoice) == "undone_already")
    #expect(refusal { _ = try accept(delivery) } == "delivery_accepted")
    let document = try #require(sale.document)
    #expect(
      refusal { _ = try shop.programme.orders.void(document, reason: "x") } == "order_accepted")
    #expect(
      refusal { _ = try shop.programme.acts.undo(delivery, reason: "x", command: "stock undo") }
        == "act_is_canteen")
    #expect(try stock() == accepted && undo(sale.acceptance) == nil)
    #expect(try stock() == delivered && shop.month().hasPrefix("0.00 0.00 0.00 0.00 0.00"))
    #expect(try shop.programme.buyers.show("LCYZ").owed == .zero)
    #expect(try shop.violations() == [])
    let void = try shop.sql().execute("SELECT max(document_id) FROM document").single()
      .decode(Int64.self)
    #expect(refusal { _ = try shop.programme.orders.undo(void, reason: "x") } == "order_accepted")
    let again = try accept(delivery, refused: ["HS03:6", "HS01:100"])
    #expect(again.document == nil && again.total == .zero)
    #expect(
      refusal { _ = try canteens.invoice([again.acceptance], number: "2") }
        == "acceptance_of_nothing")
    #expect(undo(again.acceptance) == nil)
    let end = try canteens.end(number, reason: "enough")
    #expect(refusal { _ = try deliver("HS01:1", of: number) } == "canteen_order_ended")
    #expect(try shop.programme.reservations.list(all: false).rows == [] && stock() != delivered)
    #expect(undo(end) == nil && undo(delivery) == nil)
    #expect(try stock() == ordered && undo(number) == nil)
    #expect(try stock() == start && shop.violations() == [])
    #expect(refusal { _ = try deliver("HS01:1", of: number) } == "undone_already")
    #expect(undo(9_999) == "canteen_act_unknown")
  }

  @Test func `what cannot be is refused with its facts, and the same request is entered once`()
    throws
  {
    let id = "0198f7a0-0000-7000-8000-00000000000"
    let number = try order("HS01:50@6.50", id: id + "1").order
    let again = try order("HS01:50@6.50", id: id + "1")
    #expect(again.order == number && again.repeated && again.total == Money("325.00"))
    #expect(refusal { _ = try order("HS01:51@6.50", id: id + "1") } == "request_used")
    #expect(refusal { _ = try order("HS01:1", "HS01:2") } == "stock_item_twice")
    #expect(refusal { _ = try deliver("HS01:50.001", of: number) } == "delivery_over")
    #expect(refusal { _ = try deliver("BC01:1", of: number) } == "delivery_over")
    #expect(refusal { _ = try deliver("HS01:1", of: 9_999) } == "canteen_order_unknown")
    #expect(
      refusal { _ = try deliver("HS01:1", of: number, at: "2026-10-04T09:00:00") } == "act_before")
    let delivery = try deliver("HS01:40", of: number, id: id + "2").delivery
    #expect(try deliver("HS01:40", of: number, id: id + "2").repeated)
    #expect(refusal { _ = try deliver("HS01:10.5", of: number) } == "delivery_over")
    #expect(refusal { _ = try accept(delivery, ["HS01:40.001"]) } == "acceptance_over")
    #expect(
      refusal { _ = try accept(delivery, ["HS01:39"], refused: ["HS01:1.5"]) } == "acceptance_over")
    #expect(refusal { _ = try accept(delivery, ["BC01:1"]) } == "acceptance_over")
    #expect(refusal { _ = try accept(delivery, at: "2026-10-06T08:59:00") } == "act_before")
    let sale = try accept(delivery, ["HS01:39"], id: id + "3")
    let same = try accept(delivery, ["HS01:39"], id: id + "3")
    #expect(same.repeated && same.document == sale.document && same.total == Money("253.50"))
    _ = try canteens.invoice([sale.acceptance], number: "7")
    #expect(
      refusal { _ = try canteens.invoice([sale.acceptance], number: "8") } == "acceptance_invoiced")
    #expect(refusal { _ = try canteens.invoice([delivery], number: "8") } == "acceptance_unknown")
    let more = try accept(deliver("HS01:10", of: number).delivery)
    #expect(
      refusal { _ = try canteens.invoice([more.acceptance], number: "7") } == "invoice_number_used")
    let other = ChannelDraft.made("c2", "二食堂", "canteen", nil)
    try shop.programme.channels.add(other)
    #expect(refusal { _ = try order("HS01:1") } == "canteen_channel_needed")
    #expect(try shop.violations() == [])
  }

  @Test func `goods that are with the buyer again cover no shortage that arose meanwhile`() throws {
    try shop.sql().run(
      script: "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)")
    let number = try order("BC01:20").order
    let sale = try accept(deliver("BC01:20", of: number).delivery)
    try shop.importRows([
      DouyinLine("6930001", "6930001", sku: "BC01", pieces: 8, payable: "800.00")
    ])
    _ = try canteens.undo(sale.acceptance, reason: "x")
    #expect(try stock()[0] == "BC01 0 0.00  20")
    #expect(
      try shop.sql().execute("SELECT sum(quantity) FROM shortage_open").single().decode(
        Quantity.self) == Quantity(whole: 8))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [("paid", "07"), ("accepted", "07"), ("delivered", "06")])
  func `the rules say whether the day of delivery or of acceptance counts`(
    event: String, day: String
  )
    throws
  {
    func set(from: String) throws {
      guard var rules = try shop.programme.rules.inForce().first?.rules else { return }
      (rules.from, rules.recognition["canteen"]) = (try #require(BusinessDay(from)), event)
      _ = try shop.programme.rules.set([rules], reason: "x")
    }
    try set(from: "2026-10-01")
    let sale = try accept(deliver("HS01:10", of: order("HS01:10@6.50").order).delivery)
    #expect(sale.day == BusinessDay("2026-10-\(day)"))
    #expect(
      try shop.programme.reports.monthly(#require(Month("2026-10"))).byTime.map(\.code) == [
        "2026-10-\(day)"
      ])
    guard var other = try shop.programme.rules.inForce().last?.rules else { return }
    other.from = try #require(BusinessDay("2026-10-07"))
    other.recognition["canteen"] = event == "delivered" ? "accepted" : "delivered"
    #expect(
      refusal { _ = try shop.programme.rules.set([other], reason: "x") } == "recognition_used",
      "a day that was counted stays")
    other.from = try #require(BusinessDay("2026-10-08"))
    _ = try shop.programme.rules.set([other], reason: "x")
    #expect(try shop.violations() == [])
  }
}
