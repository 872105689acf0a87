import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Every act on stock, or on a supplier's account, that was a mistake is undone by naming it: quantity, value and what
/// is owed are as if it had not been; what stands in the way is said.
@Suite struct StockUndoTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    try shop.buy("BC01", "40", at: "10", from: "TEA", on: "2026-10-01")
  }

  private func items(_ texts: String...) throws -> StockItems {
    var items = StockItems()
    for text in texts { try items.add(parsing: text) }
    return items
  }

  private func undo(_ number: Int64) throws {
    _ = try shop.programme.acts.undo(number, reason: "mistake", command: "test")
  }

  /// What an undo must bring back: on hand with its value, lots, what is in transit, open shortages, what is owed.
  private func state() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', 'hand', h.location_id, h.product_id, trim_scale(h.quantity), h.value)
        FROM stock_on_hand h WHERE h.quantity <> 0
      UNION ALL SELECT concat_ws(' ', 'lot', t.location_id, t.lot_id, trim_scale(t.quantity)) FROM stock_lot t WHERE t.quantity <> 0
      UNION ALL SELECT concat_ws(' ', 'way', o.transfer_id, o.line_no, trim_scale(o.quantity), o.value) FROM transfer_open o
      UNION ALL SELECT concat_ws(' ', 'short', o.document_id, o.line_no, trim_scale(o.quantity)) FROM shortage_open o
      UNION ALL SELECT concat_ws(' ', 'owed', l.supplier_id, sum(l.amount)) FROM supplier_ledger l GROUP BY l.supplier_id
        HAVING sum(l.amount) <> 0
      ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  private var newest: Int64 {
    get throws {
      try shop.sql().execute("SELECT max(posting_id) FROM posting").single().decode(Int64.self)
    }
  }

  /// Undoes the newest act, and expects what was there before it.
  private func expectUndone(_ name: String, _ act: () throws -> Void) throws {
    let before = try state()
    try act()
    let number = try newest
    #expect(try state() != before, "\(name) changes something")
    try undo(number)
    #expect(try state() == before, "\(name)")
    #expect(refusal { try undo(number) } != nil, "\(name) is undone once")
    #expect(try shop.violations() == [], "\(name)")
  }

  @Test func `every act that moves stock or an account is undone`() throws {
    let programme = shop.programme
    try shop.buy("HS01", "50", at: "3", from: "TEA", on: "2026-10-01")
    try expectUndone("receipt") { try shop.buy("BC01", "5", at: "1000", from: "TEA") }
    try expectUndone("receipt without a supplier") { try shop.receive("BC01", "5") }
    try expectUndone("receipt of what was not there") {
      try shop.buy("MX01", "7", at: "9", from: nil)
    }
    try expectUndone("waste") {
      _ = try programme.stock.waste(items("BC01:3"), from: nil, reason: "spoilt")
    }
    try expectUndone("return") {
      _ = try programme.stock.giveBack(
        items("BC01:3", "HS01:1.5"), from: nil, to: "TEA", reason: "bad")
    }
    try expectUndone("transfer") {
      _ = try programme.transfers.send(items("BC01:4"), from: nil, to: "wh", reason: nil)
    }
    let way = try programme.transfers.send(items("BC01:9"), from: nil, to: "wh", reason: nil)
    try expectUndone("arrival") {
      _ = try programme.transfers.receive(items("BC01:4"), of: way)
    }
    try expectUndone("loss") {
      _ = try programme.transfers.lose(items("BC01:2"), of: way, reason: "fell off")
    }
    _ = try programme.transfers.receive(items("BC01:1"), of: way)
    #expect(refusal { try undo(way) } == "undo_stands")
    try programme.parts.set(items("BC01:1", "HS01:0.5"), of: "BC03")
    try expectUndone("assembly") {
      _ = try programme.stock.assemble("BC03", Quantity(whole: 3), apart: false, at: nil)
    }
    _ = try programme.stock.assemble("BC03", Quantity(whole: 3), apart: false, at: nil)
    try expectUndone("taking apart") {
      _ = try programme.stock.assemble("BC03", Quantity(whole: 2), apart: true, at: nil)
    }
    try expectUndone("payment") {
      _ = try programme.accounts.pay(SupplierPayment(to: "TEA", amount: Money(minor: 10_000)))
    }
    try expectUndone("adjustment") {
      _ = try programme.accounts.adjust(
        "TEA", by: Money(minor: -500), receipt: nil, day: nil, reason: "agreed")
    }
  }

  @Test func `a mistyped cost is undone after sales too: what is left is worth what it was`() throws
  {
    try shop.sell("BC01:1")
    let wrong = try shop.buy("BC01", "40", at: "1000", from: "TEA")
    try shop.sell("BC01:3")
    #expect(try state().contains { $0.hasPrefix("hand") && $0.contains(" 76 ") })
    try undo(wrong)
    #expect(try state().contains { $0.hasPrefix("hand") && $0.hasSuffix(" 36 360.00") })
    #expect(try shop.violations() == [])
  }

  @Test func `a cost ten times the average or a tenth is told, nothing between`() throws {
    func usual(_ cost: String) throws -> Money? {
      var line = Receipt.Line(code: "BC01", quantity: Quantity(whole: 1))
      line.cost = Money(cost)
      let received = try #require(try shop.programme.stock.receive(Receipt(lines: [line])).first)
      try undo(received.number)
      return received.usualCost
    }
    #expect(try usual("100.00") == Money("10.00"))
    #expect(try usual("99.99") == nil)
    #expect(try usual("1.01") == nil)
    #expect(try usual("1.00") == Money("10.00"))
  }

  @Test func `what is gone is not undone, and it is said who took it`() throws {
    let receipt = try shop.buy("HS01", "5", at: "3", from: "TEA")
    try shop.sell("HS01:4")
    let before = try state()
    #expect(refusal { try undo(receipt) } == "undo_gone")
    #expect(try state() == before)
    #expect(try shop.violations() == [])
  }

  @Test func `what names an act is undone before it`() throws {
    let receipt = try shop.buy("HS01", "5", at: "3", from: "TEA")
    var payment = SupplierPayment(to: "TEA", amount: Money(minor: 500))
    payment.receipts = [receipt]
    let paid = try shop.programme.accounts.pay(payment).number
    #expect(refusal { try undo(receipt) } == "undo_stands")
    try undo(paid)
    try undo(receipt)
    #expect(refusal { _ = try shop.programme.accounts.pay(payment) } == "undone_already")
    #expect(
      refusal {
        _ = try shop.programme.stock.giveBack(
          items("BC01:1"), from: nil, to: "TEA", receipt: receipt,
          reason: "x")
      } == "undone_already")
    #expect(try shop.violations() == [])
  }

  @Test func `a receipt that had covered a shortage opens it again`() throws {
    try shop.importRows([DouyinLine("A1", "S1", sku: "MX01", pieces: 2, payable: "50.00")]) { _ in }
    let sql = try shop.sql()
    try sql.execute("UPDATE channel SET ships_from = 1 WHERE code = 'douyin'")
    try shop.importRows(
      [DouyinLine("A2", "S2", sku: "MX01", pieces: 2, payable: "50.00")], name: "b.csv")
    let before = try state()
    #expect(before.contains { $0.hasPrefix("short") })
    try shop.buy("MX01", "5", at: "4", from: "TEA")
    let receipt = try newest
    #expect(try !state().contains { $0.hasPrefix("short") })
    try undo(receipt)
    #expect(try state() == before)
    try shop.buy("MX01", "5", at: "4", from: "TEA")
    #expect(try !state().contains { $0.hasPrefix("short") })
    #expect(try shop.violations() == [])
  }

  @Test func `a lot that was entered with a wrong last day is undone and entered right`() throws {
    var product = ProductDraft(sku: "SF01")
    product.hasLots = true
    try shop.programme.products.change(product)
    func receive(expires: String) throws -> Int64 {
      var line = Receipt.Line(code: "SF01", quantity: Quantity(whole: 4))
      line.lot = "L1"
      line.expires = BusinessDay(expires)
      return try #require(try shop.programme.stock.receive(Receipt(lines: [line])).first).number
    }
    let wrong = try receive(expires: "2036-01-01")
    #expect(refusal { _ = try receive(expires: "2027-01-01") } == "lot_expires_otherwise")
    try undo(wrong)
    _ = try receive(expires: "2027-01-01")
    #expect(refusal { _ = try receive(expires: "2036-01-01") } == "lot_expires_otherwise")
    #expect(try shop.violations() == [])
  }

  @Test func `numbers that are no such act are told what they are`() throws {
    let order = try shop.sell("BC01:1").document
    let posting = try newest
    #expect(refusal { try undo(posting) } == "act_is_order")
    #expect(refusal { try undo(9_999) } == "act_unknown")
    let count = try shop.programme.counts.open(
      location: nil, category: "", isBlind: false, recountOver: Money(minor: 1_000_000))
    #expect(refusal { try undo(count) } == "act_is_count")
    #expect(order > 0)
  }

  @Test func `a count that was approved by mistake is undone`() throws {
    let count = try shop.programme.counts.open(
      location: nil, category: "", isBlind: false, recountOver: Money(minor: 1_000_000))
    _ = try shop.programme.counts.enter(items("BC01:31"), in: count)
    let before = try state()
    let second = try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "second")
    _ = try second.counts.approve(count, isPartial: true, reason: nil)
    #expect(try state() != before)
    try undo(newest)
    #expect(try state() == before)
    #expect(try shop.violations() == [])
  }

  @Test func `payments, adjustments and returns are not before the receipt they name`() throws {
    let receipt = try shop.buy("HS01", "5", at: "3", from: "TEA", on: "2026-10-10")
    var payment = SupplierPayment(to: "TEA", amount: Money(minor: 500))
    payment.receipts = [receipt]
    payment.day = BusinessDay("2026-10-09")
    #expect(refusal { _ = try shop.programme.accounts.pay(payment) } == "act_before")
    payment.receipts = []
    payment.isAdvance = true
    _ = try shop.programme.accounts.pay(payment)  // an advance
    payment.receipts = [receipt]
    payment.day = BusinessDay("2026-10-10")
    _ = try shop.programme.accounts.pay(payment)
    #expect(
      refusal {
        _ = try shop.programme.accounts.adjust(
          "TEA", by: Money(minor: 500), receipt: receipt, day: BusinessDay("2026-10-09"),
          reason: "x")
      } == "act_before")
    #expect(try shop.violations() == [])
    let sql = try shop.sql()
    try sql.execute("SET session_replication_role = replica")
    try sql.execute("UPDATE purchase SET day = '2026-11-20' WHERE posting_id = \(receipt)")
    #expect(try shop.violations().contains { $0.hasPrefix("acts_in_order") })
  }
}
