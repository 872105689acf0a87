import Bangfu
import Domain
import Postgres
import Testing

/// Goods of a platform's order come back when somebody has seen them, not when a file tells of money.
@Suite struct GoodsBackTests {
  private let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.sql().execute(
      """
      UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)
      WHERE code = 'douyin'
      """)
    for (lot, cost) in [("A", "2.00"), ("B", "3.00")] {
      if lot == "A" {
        var product = ProductDraft(sku: "HS03")
        product.hasLots = true
        try shop.programme.products.change(product)
      }
      var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 3))
      line.lot = lot
      line.expires = BusinessDay(lot == "A" ? "2099-01-01" : "2099-02-01")
      line.cost = Money(cost)
      _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    }
  }

  /// A file's snapshot of the order; a later one has a higher number.
  private func sell(_ pieces: Int, afterSale: String = "-", snapshot: Int = 0) throws {
    try shop.importRows(
      [DouyinLine("601", "6011", sku: "HS03", pieces: pieces, afterSale: afterSale)],
      name: "179346180\(snapshot)_orders.csv")
  }

  private func takeBack(_ items: String..., of order: String = "601", toWaste: Bool = false) throws
    -> Money
  {
    try shop.programme.stock.acceptReturn(
      StockItems(items), of: order, to: nil, toWaste: toWaste, reason: "x")
  }

  private var onHand: String {
    get throws {
      try shop.programme.stock.lots(of: "HS03", at: nil, within: nil).rows
        .map { $0[3] + ":" + $0[7] }.joined(separator: " ")
    }
  }

  @Test
  func `the lots that keep longest come back first, at the cost they left, and no more than left`()
    throws
  {
    try sell(5)
    #expect(try onHand == "B:1")
    #expect(try takeBack("HS03:3") == Money("7.50"))
    #expect(try onHand == "A:1 B:3")
    #expect(refusal { _ = try takeBack("HS03:3") } == "goods_back_over")
    #expect(try takeBack("HS03:2") == Money("5.00"))
    #expect(try onHand == "A:3 B:3")
    #expect(try shop.violations() == [])
  }

  @Test func `what cannot be sold again goes to waste at once`() throws {
    try sell(4)
    #expect(try takeBack("HS03:1", toWaste: true) == Money("2.50"))
    #expect(try onHand == "B:2")
    #expect(
      try shop.programme.stock.moves(of: "HS03", at: nil, limit: 2).rows.count == 2)
    #expect(try shop.violations() == [])
  }

  @Test func `a correction of the sale leaves what came back where it is`() throws {
    try sell(5)
    _ = try takeBack("HS03:2")
    // The newer file says that three were sold, not five.
    try sell(3, snapshot: 1)
    let left = try shop.programme.stock.lots(of: "HS03", at: nil, within: nil).rows
      .compactMap { Int($0[7]) }.reduce(0, +)
    #expect(left == 6 - 3 + 2)
    #expect(refusal { _ = try takeBack("HS03:2") } == "goods_back_over")
    _ = try takeBack("HS03:1")
    #expect(try shop.violations() == [])
  }

  @Test func `a refund that a file tells of brings nothing back; nor do orders that nobody knows`()
    throws
  {
    try sell(5)
    try sell(5, afterSale: "退款成功", snapshot: 1)
    #expect(try onHand == "B:1")
    #expect(refusal { _ = try takeBack("HS03:1", of: "602") } == "goods_back_unknown")
    #expect(refusal { _ = try takeBack("BC01:1") } == "goods_back_over")
    #expect(refusal { _ = try takeBack("HS03:0.5") } == "quantity_not_whole")
    #expect(try shop.violations() == [])
  }

  @Test func `a sale that is undone brings back only what has not come back already`() throws {
    try sell(5)
    _ = try takeBack("HS03:2")
    #expect(try onHand == "B:3")
    _ = try shop.programme.imports.undo(1)
    #expect(try onHand == "A:3 B:3")
    #expect(try shop.violations() == [])
    try sell(5)
    #expect(try onHand == "B:1")
    #expect(try shop.violations() == [])
  }

  @Test func `goods of a listing that was mapped wrongly come back once`() throws {
    try shop.importRows(
      [DouyinLine("603", "6031", sku: "WSX", pieces: 2)], name: "1793461800_orders.csv")
    _ = try shop.map("WSX", to: "HS03:1")
    _ = try takeBack("HS03:1", of: "603")
    _ = try shop.map("WSX", to: "BC01:1")
    #expect(try onHand == "A:3 B:3")
    #expect(try shop.violations() == [])
  }

  @Test
  func `what was sold before its product was kept by lot comes back as a lot, and the other way`()
    throws
  {
    func byLot(_ isOn: Bool) throws {
      var product = ProductDraft(sku: "LR01")
      product.hasLots = isOn
      try shop.programme.products.change(product)
    }
    try shop.receive("LR01", "3")
    let first = try shop.sell("LR01:2", "LR01:1")
    try byLot(true)
    _ = try shop.programme.orders.void(first.document, reason: "x")
    let made = try shop.programme.stock.lots(of: "LR01", at: nil, within: nil).rows
    #expect(made.map { $0[7] } == ["3"])
    let second = try shop.sell("LR01:3")
    try byLot(false)
    _ = try shop.programme.orders.void(second.document, reason: "x")
    #expect(try shop.programme.stock.lots(of: "LR01", at: nil, within: nil).rows.isEmpty)
    _ = try shop.sell("LR01:3")
    #expect(try shop.violations() == [])
  }

  @Test func `goods that are refunded into stock cover what later sales are short of`() throws {
    var request = RefundRequest(document: try shop.sell("HS03:6").document)
    try sell(4)
    #expect(try shop.programme.stock.shortages().rows.count == 1)
    request.restock = true
    request.reason = "x"
    _ = try shop.programme.orders.refund(request)
    #expect(try shop.programme.stock.shortages().rows.isEmpty)
    #expect(try onHand == "B:2")
    #expect(try shop.violations() == [])
  }

  @Test func `what a file says of a sale's status moves no goods, and costs nothing anew`() throws {
    try sell(10)  // of 6
    try shop.receive("HS03", "1")  // covers one of the four that were missing
    _ = try shop.programme.stock.writeOffShortages(of: "HS03", at: nil, reason: "没有发货")
    var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 20))
    (line.lot, line.expires, line.cost) = ("C", BusinessDay("2098-01-01"), Money("9.00"))
    _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    func state() throws -> [String] {
      let levels = try shop.programme.stock.levels(at: nil).rows.map { "\($0[3]) \($0[5])" }
      let costs = try shop.sql().execute("SELECT sum(cost), sum(uncosted) FROM sale_margin")
        .map { "\($0.text(0) ?? "") \($0.text(1) ?? "")" }
      let short = try shop.programme.stock.shortages().rows.map { $0.joined(separator: " ") }
      return levels + [try onHand] + costs + short
    }
    let before = try state()
    try sell(10, afterSale: "退款成功", snapshot: 1)  // pending, for nobody says how much went back
    #expect(try state() == before)
    try sell(10, snapshot: 2)
    #expect(try state() == before)
    // Nor when the channel ships from somewhere else by now.
    try shop.sql().execute("UPDATE channel SET ships_from = NULL WHERE code = 'douyin'")
    try sell(10, afterSale: "退款成功", snapshot: 3)
    #expect(try state() == before)
    #expect(try takeBack("HS03:7") == Money("15.00"))
    let taken = try state()
    try sell(10, snapshot: 4)
    #expect(try state() == taken)
    #expect(refusal { _ = try takeBack("HS03:1") } == "goods_back_over")
    #expect(try shop.violations() == [])
    // A correction of the quantity does move them.
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)")
    try sell(2, snapshot: 5)
    #expect(try shop.violations() == [])
  }
}
