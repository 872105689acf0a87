import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Goods entered in other units than their base unit.
@Suite struct UnitTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    try add("箱", to: "BC01", "10")
    try add("筐", to: "HS01", "25", of: "斤")
  }

  private func add(_ unit: String, to sku: String, _ ratio: String, of inner: String? = nil) throws
  {
    try shop.programme.productUnits.add(
      unit, to: sku, holding: #require(UnitRatio(ratio)), of: inner)
  }

  private func receive(_ sku: String, _ entered: String, cost: String? = nil) throws -> ReceivedLine
  {
    var line = Receipt.Line(code: sku, try EnteredQuantity(asked: entered, of: sku))
    line.cost = cost.flatMap { Money($0) }
    return try #require(try shop.programme.stock.receive(Receipt(lines: [line])).first)
  }

  private func level(_ sku: String, _ location: String = "shop") throws -> String {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', trim_scale(h.quantity), h.value) FROM stock_on_hand h
      JOIN product p ON p.product_id = h.product_id JOIN location l ON l.location_id = h.location_id
      WHERE p.sku = \(sku) AND l.code = \(location)
      """
    ).first?.text(0) ?? "none"
  }

  private func lines(_ document: Int64) throws -> [String] {
    try shop.programme.orders.show(document).lines.map { line in
      [
        line.sku, line.quantity.short, line.unit, line.entered?.number.short ?? "",
        line.entered?.unit ?? "", line.amount.description,
      ].joined(separator: " ")
    }
  }

  @Test func `goods come in by the ton and the case, worth what the note says to the fen`() throws {
    let root = try receive("HS01", "2吨", cost: "6400")
    #expect(root.quantity == Quantity(whole: 2000))
    #expect(root.entered == EnteredQuantity(Quantity(whole: 2), "吨"))
    _ = try receive("BC01", "3箱", cost: "599.99")
    #expect(try receive("HS01", "2 KG").entered == nil)
    #expect(try level("HS01") == "2002 12812.80" && level("BC01") == "30 1799.97")
    let moves = try shop.programme.stock.moves(of: "BC01", at: nil, limit: 1).rows[0]
    #expect(Array(moves[5...8]) == ["30", "盒", "3", "箱"])
    #expect(try shop.violations() == [])
  }

  @Test func `a delivery's file says the unit in a column, or behind the quantity`() throws {
    let path = shop.folder.path + "/delivery.csv"
    try write("sku,quantity,unit,cost\nHS01,100,斤,1.60\nBC01,2箱,,600\nHS01,5,,3.20\n", path)
    var receipt = Receipt(lines: try Receipt.lines(ofFile: path))
    #expect(try shop.programme.stock.receive(receipt).map(\.quantity.short) == ["50", "20", "5"])
    #expect(try level("HS01") == "55 176.00" && level("BC01") == "20 1200.00")
    try write("sku,quantity,unit\nHS01,5斤,公斤\n", path)
    #expect(refusal { _ = try Receipt.lines(ofFile: path) } == "unit_twice")
    try write("sku,quantity,unit\nHS01,5,斤\nBC01,1,吨\n", path)
    receipt = Receipt(lines: try Receipt.lines(ofFile: path))
    #expect(refusal { _ = try shop.programme.stock.receive(receipt) } == "unit_not_of_product")
    #expect(try level("HS01") == "55 176.00")
  }

  @Test func `a sale keeps what was entered beside base units, at one rounding a line`() throws {
    _ = try receive("HS01", "100")
    _ = try receive("BC01", "5箱")
    // 6.80 a kilogram: 3 斤 are 10.20; 1 两 is 0.34; a case at its own price; kilograms by another name.
    let sale = try shop.sell("HS01:3斤", "HS01:1两", "BC01:2箱@1180.55", "HS01:2kg@7")
    #expect(
      try lines(sale.document) == [
        "HS01 1.5 公斤 3 斤 10.20", "HS01 0.05 公斤 1 两 0.34", "BC01 20 盒 2 箱 2361.10",
        "HS01 2 公斤   14.00",
      ])
    #expect(try level("HS01") == "96.45 0.00" && level("BC01") == "30 0.00")
    #expect(try shop.month().contains("2385.64 0.00 0.00 0.00 2385.64\nreconciles true"))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("HS01:0.001斤", "quantity_uneven"), ("HS01:0.5克", "quantity_uneven"),
    ("HS01:1瓶", "unit_not_of_product"), ("BC01:1斤", "unit_not_of_product"),
    ("BC01:0.25箱", "quantity_not_whole"), ("HS01:0斤", "quantity_not_positive"),
    ("HS01:-1斤", "quantity_not_positive"), ("HS01:1斤1", "quantity_malformed"),
    ("HS01:１斤", "quantity_malformed"), ("NOPE:1斤", "product_unknown"),
    ("HS01:99999999999吨", "quantity_too_large"), ("HS01:101公斤", "stock_short"),
    ("HS01:203斤", "stock_short"), ("HS01:1斤@1.234", "amount_malformed"),
  ])
  func `what cannot be sold is refused, and nothing is posted`(line: String, code: String) throws {
    _ = try receive("HS01", "100")
    _ = try receive("BC01", "1箱")
    #expect(refusal { try shop.sell("BC01:1", line) } == code)
    #expect(try level("BC01") == "10 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `half a case is five boxes, and half a box is none, whichever way it goes`() throws {
    try add("板", to: "BC01", "1/2")
    _ = try receive("BC01", "0.5箱")
    #expect(try level("BC01") == "5 0.00")
    let odd = try StockItems(["BC01:3板"])
    let programme = shop.programme
    let ways: [() throws -> Void] = [
      { _ = try receive("BC01", "3板") }, { try shop.sell("BC01:3板") },
      { _ = try programme.stock.waste(odd, from: nil, reason: "x") },
      { _ = try programme.stock.giveBack(odd, from: nil, reason: "x") },
      { _ = try programme.transfers.send(odd, from: nil, to: "wh", reason: nil) },
      { try programme.parts.set(odd, of: "BC03") },
      { _ = try shop.map("L", to: "BC01:3板") },
      {
        let count = try programme.counts.open(
          location: nil, category: nil, isBlind: false, recountOver: .zero)
        defer { try? programme.counts.cancel(count, reason: nil) }
        try programme.counts.enter(StockItems(counted: ["BC01:3板"]), in: count)
      },
    ]
    for way in ways { #expect(refusal(way) == "quantity_not_whole") }
    #expect(try level("BC01") == "5 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `a box of a weighed product cannot take half a piece`() throws {
    _ = try receive("BC01", "1箱")
    try shop.programme.parts.set(StockItems(["BC01:1"]), of: "HS01")
    #expect(
      refusal {
        _ = try shop.programme.stock.assemble(
          "HS01", #require(Quantity("0.5")), apart: false, at: nil)
      } == "part_broken")
    #expect(
      try shop.programme.stock.assemble(
        "HS01", Quantity(whole: 4), unit: "斤", apart: false, at: nil) == .zero)
    #expect(try level("HS01") == "2 0.00" && level("BC01") == "8 0.00")
  }

  @Test func `waste, transfers and counts are entered in any unit`() throws {
    _ = try receive("HS01", "100", cost: "2")
    let programme = shop.programme
    #expect(
      try programme.stock.waste(StockItems(["HS01:3斤"]), from: nil, reason: "烂")
        == Money("3.00"))
    let transfer = try programme.transfers.send(
      StockItems(["HS01:2筐"]), from: nil, to: "wh", reason: nil)
    #expect(try level("HS01") == "73.5 147.00")
    #expect(
      try programme.transfers.receive(StockItems(["HS01:48斤"]), of: transfer)
        == Quantity(whole: 1))
    #expect(try level("HS01", "wh") == "24 48.00")
    let count = try programme.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: Money(minor: 100_00))
    try programme.counts.enter(StockItems(counted: ["HS01:146斤"]), in: count)
    #expect(try programme.counts.differences(in: count).rows[0][4] == "73")
    try write("sku,found,unit\nHS01,145,斤\n", shop.folder.path + "/sheet.csv")
    try programme.counts.enter(
      StockItems(countedInFile: shop.folder.path + "/sheet.csv"), in: count)
    #expect(try programme.counts.differences(in: count).rows[0][4] == "72.5")
    #expect(try shop.violations() == [])
  }

  @Test func `what stands twice in one act is refused, in whatever unit`() throws {
    _ = try receive("HS01", "100")
    let twice = try StockItems(["HS01:5斤", "HS01:1"])
    let programme = shop.programme
    let count = try programme.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: .zero)
    for way: () throws -> Void in [
      { _ = try programme.stock.waste(twice, from: nil, reason: "x") },
      { _ = try programme.transfers.send(twice, from: nil, to: "wh", reason: nil) },
      { try programme.counts.enter(twice, in: count) },
    ] { #expect(refusal(way) == "stock_item_twice") }
  }

  @Test func `a refund says the unit the line was sold by, so that 2 斤 are never 2 公斤`() throws {
    _ = try receive("HS01", "100")
    let sale = try shop.sell("HS01:5斤", "HS01:3").document
    func refund(_ lines: String...) -> String? {
      refusal {
        var request = RefundRequest(document: sale)
        request.lines = try lines.map { try RefundRequest.Line(parsing: $0) }
        request.restock = true
        _ = try shop.programme.orders.refund(request)
      }
    }
    #expect(refund("1:2") == "refund_unit_needed")
    #expect(refund("1:6斤") == "refund_over")
    #expect(refund("1:1箱") == "unit_not_of_product")
    #expect(refund("1:0.001斤") == "quantity_uneven")
    #expect(refund("9:1斤") == "line_unknown")
    #expect(refund("1:2斤", "2:1") == nil)
    let refunded = try #require(
      try shop.programme.orders.list(channel: nil, limit: 1).rows.first?.document)
    #expect(try level("HS01") == "96.5 0.00")
    #expect(refund("1:1.5公斤") == nil)
    #expect(refund("1:0@0.01") == "refund_over")
    #expect(try lines(refunded) == ["HS01 -1 公斤 -2 斤 -6.80", "HS01 -1 公斤   -6.80"])
    #expect(try level("HS01") == "98 0.00")
    let other = try shop.sell("HS01:1筐").document
    let void = try shop.programme.orders.void(other, reason: "wrong").document
    #expect(try lines(void) == ["HS01 -12.5 公斤 -1 筐 -85.00"])
    #expect(try shop.violations() == [])
  }

  @Test
  func `the same id with another unit is another order, and the same one is not entered twice`()
    throws
  {
    _ = try receive("HS01", "100")
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try shop.sell("HS01:5斤", id: id)
    try shop.programme.productUnits.remove("筐", from: "HS01")
    #expect(try shop.sell("HS01:5斤", id: id).repeated)
    #expect(refusal { try shop.sell("HS01:5公斤", id: id) } == "request_differs")
    #expect(refusal { try shop.sell("HS01:2.5", id: id) } == "request_differs")
    #expect(try shop.programme.orders.list(channel: nil, limit: 9).rows.count == 1)
    #expect(first.total == Money("17.00"))
  }

  @Test func `what a till has shown is what is sold, or nothing`() throws {
    _ = try receive("BC01", "10箱")
    func order(shown: Int64) throws -> OrderReceipt {
      var order = Order()
      order.lines = [
        OrderLine(
          code: "BC01", quantity: Quantity(whole: 2), unit: "箱", shown: Quantity(whole: shown),
          price: Money("100.00"))
      ]
      order.tenders = [Tender(method: .card, amount: Money(minor: shown * 100_00))]
      return try shop.programme.orders.enter(order, command: "test")
    }
    #expect(try order(shown: 20).total == Money("2000.00"))
    #expect(refusal { _ = try order(shown: 24) } == "unit_changed")
    try shop.programme.productUnits.remove("箱", from: "BC01")
    #expect(refusal { _ = try order(shown: 20) } == "unit_not_of_product")
    #expect(try lines(1) == ["BC01 20 盒 2 箱 2000.00"])
  }

  @Test func `units of its own are a product's, with a name of their own`() throws {
    #expect(refusal { try add("盒", to: "BC01", "2") } == "unit_built_in")
    #expect(refusal { try add("斤", to: "BC01", "2") } == "unit_built_in")
    #expect(refusal { try add("KG", to: "BC01", "2") } == "unit_built_in")
    #expect(refusal { try add("箱", to: "BC01", "12") } == "product_unit_pkey")
    #expect(refusal { try add("提", to: "NOPE", "2") } == "product_unknown")
    #expect(refusal { try add("提", to: "BC01", "2", of: "捆") } == "unit_not_of_product")
    for name in ["", "大 箱", "箱2", "a-b", "箱:"] {
      #expect(refusal { try add(name, to: "BC01", "2") } == "product_unit_plain")
    }
    #expect(refusal { try add("包", to: "HS01", "9999999999") } == "product_unit_plausible")
    #expect(
      refusal { try shop.programme.productUnits.remove("包", from: "HS01") }
        == "product_unit_unknown")
    try add("大箱", to: "BC01", "2.5", of: "箱")
    try add("粒", to: "BC01", "1/12")
    #expect(try shop.programme.products.show("BC01")[0].units == "大箱=25 箱=10 粒=1/12")
    let units = try shop.programme.productUnits.list(of: "HS01").map {
      [$0.sku, $0.name, $0.unit, $0.holds, $0.base, $0.isOwn ? "own" : "built_in"]
    }
    #expect(units.contains(["HS01", "彭水红薯", "筐", "12.5", "公斤", "own"]))
    #expect(units.contains(["HS01", "彭水红薯", "斤", "0.5", "公斤", "built_in"]))
    #expect(try shop.programme.productUnits.list(of: nil).count == 4)
  }

  @Test func `a base unit stays once something is kept in it`() throws {
    var product = ProductDraft(sku: "HS03")
    product.unit = "箱"
    try shop.programme.products.change(product)
    for sku in ["BC01", "HS01"] {
      product.sku = sku
      #expect(refusal { try shop.programme.products.change(product) } == "product_unit_fixed")
    }
    _ = try receive("HS03", "1")
    product = ProductDraft(sku: "HS03")
    product.unit = "袋"
    #expect(refusal { try shop.programme.products.change(product) } == "product_unit_fixed")
    product.unit = "箱"
    try shop.programme.products.change(product)
    try shop.programme.units.add("升", english: "litre", isWhole: true)
    #expect(try shop.programme.units.list().contains { $0.english == "litre" && !$0.isWhole })
  }

  @Test func `an import of half a piece has happened, and is posted; a listing may be of any unit`()
    throws
  {
    _ = try receive("BC01", "1箱")
    _ = try receive("HS01", "100")
    for (listing, part) in [("白茶/50g", "BC01:1"), ("红薯/散装", "HS01:5斤")] {
      try shop.map(listing, of: "supermarket", to: part)
    }
    try shop.importText(
      """
      结算期间：2026-08-26 至 2026-09-25,,,,,
      门店,商品名称,规格,销售数量,结算单价,结算金额
      东昌店,白茶,50g,1.5,100.00,150.00
      东昌店,红薯,散装,2,17.00,34.00

      """, name: "代销.csv", channel: "supermarket")
    #expect(try level("BC01") == "8.5 0.00" && level("HS01") == "95 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what a platform's customer sends back is entered in any unit, once`() throws {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'"
    )
    _ = try receive("BC01", "2箱", cost: "600")
    try shop.map("35BC01", to: "BC01:1")
    try shop.importRows(
      [DouyinLine("601", "1", sku: "BC01", pieces: 15)], name: "1791900000_a.csv")
    func back(_ items: String...) throws -> Money {
      try shop.programme.stock.acceptReturn(
        StockItems(items), of: "601", to: nil, toWaste: false, reason: nil)
    }
    #expect(refusal { _ = try back("BC01:1箱", "BC01:1") } == "stock_item_twice")
    #expect(try back("BC01:1箱") == Money("600.00"))
    #expect(refusal { _ = try back("BC01:1箱") } == "goods_back_over")
    #expect(try level("BC01") == "15 900.00")
    #expect(try shop.violations() == [])
  }

  private func write(_ text: String, _ path: String) throws {
    try shop.write(text, to: path)
  }
}
