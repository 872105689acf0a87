import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Lots, expiry, costs, transfers, assemblies and shortages.
@Suite struct StockTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
  }

  private func byLot(_ sku: String, shelf: Int? = nil) throws {
    var product = ProductDraft(sku: sku)
    product.hasLots = true
    product.shelfDays = shelf
    try shop.programme.products.change(product)
  }

  private func receive(
    _ sku: String, _ quantity: String, cost: String? = nil, lot: String? = nil,
    expires: String? = nil,
    produced: String? = nil, at location: String? = nil
  ) throws {
    var line = Receipt.Line(code: sku, quantity: try Quantity(asked: quantity, of: sku))
    line.cost = cost.flatMap { Money($0) }
    line.lot = lot
    line.expires = expires.flatMap { BusinessDay($0) }
    line.produced = produced.flatMap { BusinessDay($0) }
    var receipt = Receipt(lines: [line])
    receipt.location = location
    receipt.at = Instant("2026-10-01T08:00:00")
    _ = try shop.programme.stock.receive(receipt)
  }

  private func items(_ texts: String...) throws -> StockItems {
    var items = StockItems()
    for text in texts { try items.add(parsing: text) }
    return items
  }

  private func lots(_ location: String = "shop") throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', p.sku, o.code, trim_scale(t.quantity)) FROM stock_lot t
      JOIN lot o ON o.lot_id = t.lot_id JOIN product p ON p.product_id = t.product_id
      JOIN location l ON l.location_id = t.location_id
      WHERE l.code = \(location) AND t.quantity > 0 ORDER BY 1
      """
    ).compactMap { $0.text(0) }
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

  @Test func `what expires first goes out first, and comes back to the lot it left`() throws {
    try byLot("HS01")
    try receive("HS01", "10", cost: "3.00", lot: "B", expires: "2026-11-10")
    try receive("HS01", "10", cost: "4.00", lot: "A", expires: "2026-10-20")
    try receive("HS01", "10", cost: "5.00", lot: "C")
    try shop.sell("HS01:15")
    #expect(try lots() == ["HS01 B 5", "HS01 C 10"])
    #expect(try level("HS01") == "15 60.00")
    var request = RefundRequest(document: 1)
    request.lines = [try RefundRequest.Line(parsing: "1:7")]
    request.restock = true
    _ = try shop.programme.orders.refund(request)
    #expect(try lots() == ["HS01 A 2", "HS01 B 10", "HS01 C 10"])
    #expect(try level("HS01") == "22 88.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what has expired is not sold, and says so`() throws {
    try byLot("HS01", shelf: 20)
    try receive("HS01", "10", lot: "OLD", expires: "2026-10-04")
    try receive("HS01", "5", produced: "2026-09-20")
    #expect(refusal { try shop.sell("HS01:6") } == "stock_expired")
    #expect(refusal { try shop.sell("HS01:16") } == "stock_short")
    try shop.sell("HS01:5")
    #expect(try lots() == ["HS01 OLD 10"])
    #expect(
      try shop.programme.stock.lots(of: nil, at: nil, within: 0).rows.map { $0[3] } == ["OLD"])
    _ = try shop.programme.stock.waste(items("HS01:10"), from: nil, reason: "腐烂")
    #expect(try level("HS01") == "0 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `goods leave at the moving average, the last of them with what is left`() throws {
    try receive("BC01", "3", cost: "10.00")
    try shop.sell("BC01:1")
    #expect(try level("BC01") == "2 20.00")
    try receive("BC01", "1", cost: "5.01")
    try shop.sell("BC01:1", "BC01:1")
    #expect(try level("BC01") == "1 8.34")
    try shop.sell("BC01:1")
    #expect(try level("BC01") == "0 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what is received has a lot that lasts as long as its shelf life`() throws {
    try byLot("HS01", shelf: 30)
    try receive("HS01", "1", lot: "P", produced: "2026-09-15")
    try receive("HS01", "1")
    try byLot("HS03")
    try receive("HS03", "1", lot: "N")
    #expect(
      refusal { try receive("HS03", "1", lot: "N", expires: "2026-12-01") }
        == "lot_expires_otherwise")
    let found = try shop.programme.stock.lots(of: "HS01", at: nil, within: nil).rows
    #expect(found.map { $0[5] } == ["2026-10-15", "2026-10-31"])
    #expect(found[1][3].hasPrefix("20261001-"))
    #expect(
      refusal { try receive("HS01", "1", lot: "P", expires: "2026-12-01") }
        == "lot_expires_otherwise")
    #expect(
      refusal { try receive("HS01", "1", lot: "Q", expires: "2026-01-01", produced: "2026-02-01") }
        == "lot_days_in_order")
    #expect(refusal { try byLot("BC02", shelf: 0) } == "product_shelf_days_positive")
    var plain = ProductDraft(sku: "HS01")
    plain.hasLots = false
    #expect(refusal { try shop.programme.products.change(plain) } == "product_has_stock")
    #expect(try shop.violations() == [])
  }

  @Test func `a transfer is on its way until it arrives, in parts, and what is lost is explained`()
    throws
  {
    try byLot("HS01")
    try receive("HS01", "10", cost: "3.00", lot: "A", expires: "2099-10-20")
    try receive("BC01", "4", cost: "60.00")
    let transfer = try shop.programme.transfers.send(
      items("HS01:6", "BC01:4"), from: nil, to: "wh", reason: nil)
    #expect(try level("BC01") == "0 0.00" && level("HS01") == "4 12.00")
    #expect(refusal { try shop.sell("BC01:1") } == "stock_short")
    #expect(
      try shop.programme.transfers.receive(items("HS01:4"), of: transfer)
        == Quantity(whole: 6))
    #expect(try level("HS01", "wh") == "4 12.00" && lots("wh") == ["HS01 A 4"])
    #expect(
      refusal {
        _ = try shop.programme.transfers.receive(items("HS01:3"), of: transfer)
      } == "transfer_over")
    _ = try shop.programme.transfers.lose(items("HS01:2"), of: transfer, reason: "压坏")
    #expect(
      try shop.programme.transfers.receive(StockItems(), of: transfer) == .zero)
    #expect(try level("BC01", "wh") == "4 240.00")
    #expect(
      refusal {
        _ = try shop.programme.transfers.receive(StockItems(), of: transfer)
      }
        == "transfer_done")
    #expect(
      refusal {
        _ = try shop.programme.transfers.send(items("BC01:1"), from: "wh", to: "wh", reason: nil)
      }
        == "transfer_to_itself")
    #expect(try shop.programme.transfers.list(all: false).rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `a gift box costs what its parts cost, and comes apart again`() throws {
    try byLot("HS03")
    try receive("BC01", "4", cost: "60.00")
    try receive("HS03", "5", cost: "8.00", lot: "A", expires: "2099-12-31")
    try shop.programme.parts.set(items("BC01:2", "HS03:1"), of: "BC03")
    #expect(
      try shop.programme.stock.assemble("BC03", Quantity(whole: 2), apart: false, at: nil)
        == Money("256.00"))
    #expect(try level("BC03") == "2 256.00" && level("BC01") == "0 0.00" && lots() == ["HS03 A 3"])
    #expect(
      refusal {
        _ = try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: false, at: nil)
      }
        == "stock_short")
    #expect(
      try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: true, at: nil)
        == Money("128.00"))
    #expect(try level("BC03") == "1 128.00")
    #expect(
      refusal {
        _ = try shop.programme.stock.assemble("BC02", Quantity(whole: 1), apart: false, at: nil)
      }
        == "product_has_no_parts")
    #expect(
      refusal { try shop.programme.parts.set(items("BC03:1"), of: "BC03") }
        == "product_part_not_itself")
    #expect(
      refusal { try shop.programme.parts.set(items("BC03:1"), of: "BC01") } == "parts_circular")
    #expect(try shop.programme.parts.list(of: "BC01").rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `parts of a box that is not kept by lot come out as old as those built in last`()
    throws
  {
    try byLot("HS03")
    try shop.programme.parts.set(items("HS03:2"), of: "BC03")
    for (lot, day) in [("A", "2097-01-01"), ("B", "2098-01-01"), ("C", "2099-06-01")] {
      try receive("HS03", "2", lot: lot, expires: day)
      _ = try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: false, at: nil)
    }
    try shop.sell("BC03:1")  // the one that was built first, as far as can be known
    for days in [["2098-01-01"], ["2098-01-01", "2099-06-01"]] {
      _ = try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: true, at: nil)
      let lots = try shop.programme.stock.lots(of: "HS03", at: nil, within: nil)
      #expect(lots.rows.map { $0[5] } == days)
    }
    #expect(try shop.violations() == [])
  }

  @Test func `a box that is not kept by lot loses the last day of parts that are`() throws {
    try shop.programme.parts.set(items("BC01:2", "HS03:1"), of: "BC03")
    #expect(try !shop.programme.parts.loseExpiry(of: "BC03"))
    try byLot("HS03")
    #expect(try shop.programme.parts.loseExpiry(of: "BC03"))
    try byLot("BC03")
    #expect(try !shop.programme.parts.loseExpiry(of: "BC03"))
  }

  @Test func `a shortage is covered by what comes in, the oldest sale first, or written off`()
    throws
  {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE code = 'wh') WHERE code = 'douyin'"
    )
    try byLot("HS03")
    try receive("HS03", "1", cost: "8.00", lot: "A", expires: "2026-10-02", at: "wh")
    try shop.importRows(
      [
        DouyinLine("1", "1", sku: "HS03", pieces: 3), DouyinLine("2", "2", sku: "HS03", pieces: 2),
        DouyinLine("3", "3", sku: "BC01", pieces: 2),
      ], name: "1791900000_a.csv")
    #expect(
      try shop.programme.stock.shortages().rows.map { $0[1] + " " + $0[3] } == ["BC01 2", "HS03 4"])
    #expect(try shop.violations() == [])
    try receive("HS03", "3", cost: "9.00", lot: "B", at: "wh")
    #expect(
      try shop.programme.stock.shortages().rows.map { $0[1] + " " + $0[3] } == ["BC01 2", "HS03 1"])
    #expect(try level("HS03", "wh") == "0 0.00")
    #expect(try shop.programme.stock.writeOffShortages(of: "BC01", at: "wh", reason: "盘亏") == 1)
    #expect(try shop.violations() == [])
    // The first sale is undone as a whole: what covered it comes back.
    let undone = try #require(
      try shop.programme.imports.list().rows.first?.first.flatMap { Int64($0) })
    _ = try shop.programme.imports.undo(undone)
    #expect(try shop.programme.stock.shortages().rows.isEmpty)
    #expect(try level("HS03", "wh") == "4 35.00")
    #expect(try shop.violations() == [])
  }

  @Test func `a product that stands twice is refused, lest its cost be cut twice`() throws {
    try receive("BC01", "2", cost: "5.01")
    #expect(
      refusal {
        _ = try shop.programme.stock.giveBack(items("BC01:1", "BC01:1"), from: nil, reason: "x")
      } == "stock_item_twice")
    #expect(
      refusal {
        _ = try shop.programme.stock.waste(items("BC01:1", "BC01:1"), from: nil, reason: "x")
      } == "stock_item_twice")
    #expect(
      refusal {
        _ = try shop.programme.transfers.send(
          items("BC01:1", "6970100000017:1"), from: nil, to: "wh", reason: nil)
      } == "stock_item_twice")
    #expect(try level("BC01") == "2 10.02")
    #expect(try shop.violations() == [])
  }

  @Test func `several lines come in with one delivery, or none`() throws {
    var receipt = Receipt(lines: [
      Receipt.Line(code: "BC01", quantity: Quantity(whole: 2)),
      Receipt.Line(code: "6970100000062", quantity: Quantity(whole: 3)),
      Receipt.Line(code: "BC01", quantity: Quantity(whole: 1)),
    ])
    receipt.supplier = "TEA"
    receipt.note = "SH-7"
    #expect(try shop.programme.stock.receive(receipt).map(\.onHand.short) == ["3", "3", "3"])
    receipt.supplier = "NOBODY"
    #expect(refusal { _ = try shop.programme.stock.receive(receipt) } == "supplier_unknown")
    receipt.lines.append(Receipt.Line(code: "NOPE", quantity: Quantity(whole: 1)))
    #expect(refusal { _ = try shop.programme.stock.receive(receipt) } == "product_unknown")
    #expect(try level("BC01") == "3 0.00")
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("sku,quantity,cost\nHS01,1,200,5.00\n", "receipt_row_width"),
    ("sku,quantity,cots\nHS01,1,5\n", "receipt_column_unknown"),
    ("sku,quantity,cost,数量\nHS01,1,5,2\n", "receipt_column_twice"),
    ("sku,quantity,cost\nHS02,1\n", "receipt_row_width"),
  ])
  func `a delivery whose columns are unclear is refused`(text: String, code: String) throws {
    let path = shop.folder.path + "/delivery.csv"
    try shop.write(text, to: path)
    #expect(refusal { _ = try Receipt.lines(ofFile: path) } == code)
  }

  @Test func `what is refused of a delivery's file names the line of the file`() throws {
    try byLot("HS03")
    try receive("BC01", "2", cost: "85")
    try receive("HS03", "1", lot: "M", expires: "2027-01-01")
    let path = shop.folder.path + "/delivery.csv"
    let header = "sku,quantity,unit,cost,lot,produced,expires,note"
    let other = "HS03,1,,,L,,2027-01-01,\"over\ntwo lines\""
    for (row, code) in [
      ("NOPE,1,,,,,", "product_unknown"), ("BC01,1.5,,,,,", "quantity_not_whole"),
      ("BC01,0,,,,,", "quantity_not_positive"), ("BC01,1,斤,,,,", "unit_not_of_product"),
      ("HS01,0.001,两,,,,", "quantity_uneven"), ("HS01,99999999999,吨,,,,", "quantity_too_large"),
      ("BC01,99999999999,,,,,", "quantity_too_large"),
      ("BC01,9,,99999999999999,,,", "amount_malformed"),
      ("BC02,1000,,1000000000,,,", "cost_too_large"), ("BC01,99999999990,,,,,", "cost_too_large"),
      ("HS03,1,,,A B,,", "lot_code_plain"),
      ("HS03,1,,,N,2026-10-02,2026-10-01", "lot_days_in_order"),
      ("HS03,1,,,L,,2027-01-02", "lot_expires_otherwise"),
      ("HS03,1,,,M,,2027-01-02", "lot_expires_otherwise"), ("HS03,1,,,L,,明天", "day_malformed"),
    ] {
      let text = "\(header)\n\(other)\n\nBC01,1,,,,,,\n\(row),\nBC01,1,,,,,,\n"
      try shop.write(text, to: path)
      #expect(faults { try receive(file: path) } == ["6 \(code)"], "\(row)")
    }
    try shop.write("\n\(header)\n\n\nNOPE,1,,,,,,\n", to: path)
    #expect(faults { try receive(file: path) } == ["5 product_unknown"])
    #expect(try level("BC01") == "2 170.00")
    try shop.write("\(header)\nBC01,1000,,999999999.82,,,,\n", to: path)
    #expect(faults { try receive(file: path) } == [])
    #expect(try level("BC01") == "1002 999999999990.00")
    #expect(try shop.violations() == [])
  }

  private func receive(file path: String) throws {
    _ = try shop.programme.stock.receive(Receipt(lines: Receipt.lines(ofFile: path)))
  }

  @Test func `what is refused of a line that was typed names none`() throws {
    try byLot("HS03")
    #expect(faults { try receive("NOPE", "1") } == ["- product_unknown"])
    #expect(faults { try receive("HS03", "1", lot: "A B") } == ["- lot_code_plain"])
    #expect(faults { try receive("BC01", "99999999999", cost: "85") } == ["- cost_too_large"])
    #expect(
      faults {
        _ = try shop.programme.stock.waste(
          items("HS03:1", "HS03:2#X"), from: nil, reason: "x")
      } == ["- stock_item_twice"])
  }
}
