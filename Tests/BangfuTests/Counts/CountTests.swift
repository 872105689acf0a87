import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Counting while selling goes on.
@Suite struct CountTests {
  let shop: Shop
  let boss: Programme
  init() throws {
    shop = try Shop()
    boss = try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "boss")
    for (sku, quantity) in [("BC01", "10"), ("HS03", "20")] {
      var line = Receipt.Line(code: sku, quantity: try Quantity(asked: quantity, of: sku))
      line.cost = Money("10.00")
      _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    }
  }

  private func open(_ recount: String = "1000") throws -> Int64 {
    try shop.programme.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: Money(asked: recount, in: ""))
  }

  private func enter(_ count: Int64, _ items: String...) throws {
    try shop.programme.counts.enter(StockItems(counted: items), in: count)
  }

  private func onHand(_ sku: String) throws -> String {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', trim_scale(h.quantity), h.value) FROM stock_on_hand h
      JOIN product p ON p.product_id = h.product_id WHERE p.sku = \(sku)
      """
    ).first?.text(0) ?? ""
  }

  @Test func `what is sold after a line was counted does not matter to its difference`() throws {
    let count = try open()
    try shop.sell("BC01:2")
    try enter(count, "BC01:7", "HS03:21")
    try shop.sell("BC01:3", "HS03:1")
    let done = try boss.counts.approve(count, isPartial: false, reason: nil)
    #expect(done.lines == 2 && done.value == .zero)
    #expect(try onHand("BC01") == "4 40.00" && onHand("HS03") == "20 200.00")
    #expect(try shop.violations() == [])
  }

  @Test func `a second person approves, once all is counted`() throws {
    let count = try open()
    try enter(count, "BC01:9")
    #expect(
      refusal { _ = try shop.programme.counts.approve(count, isPartial: true, reason: nil) }
        == "count_second_person")
    #expect(
      refusal { _ = try boss.counts.approve(count, isPartial: false, reason: nil) }
        == "count_incomplete")
    #expect(
      try boss.counts.differences(in: count).rows.map { $0[0] + $0[8] } == [
        "BC01", "HS03uncounted",
      ])
    #expect(try boss.counts.approve(count, isPartial: true, reason: "抽盘").value == Money("-10.00"))
    #expect(try onHand("HS03") == "20 200.00")
    #expect(refusal { try enter(count, "BC01:1") } == "count_ended")
    #expect(refusal { try shop.programme.counts.cancel(count, reason: nil) } == "count_ended")
    #expect(try shop.violations() == [])
  }

  @Test func `what an approved count cost stays, whatever the goods cost later`() throws {
    let count = try open("20")
    try enter(count, "BC01:8", "HS03:20")
    func costs() throws -> [String] {
      try [boss.counts.list().rows[0][6]]
        + boss.counts.differences(in: count).rows.map { $0[7] + $0[8] }
    }
    #expect(try costs() == ["-20.00", "-20.00", "0.00"])
    _ = try boss.counts.approve(count, isPartial: false, reason: nil)
    try shop.buy("BC01", "1", at: "1000.00", from: nil)
    #expect(try costs() == ["-20.00", "-20.00", "0.00"])
  }

  @Test func `a large difference is counted again, the last count holds`() throws {
    let count = try open("20")
    try enter(count, "BC01:7", "HS03:20")
    #expect(
      refusal { _ = try boss.counts.approve(count, isPartial: false, reason: nil) }
        == "count_recount"
    )
    try enter(count, "BC01:8")
    #expect(try boss.counts.approve(count, isPartial: false, reason: nil).lines == 1)
    #expect(try onHand("BC01") == "8 80.00")
    #expect(try shop.violations() == [])
  }

  @Test func `a count overtaken by sales is counted again`() throws {
    let count = try open()
    try enter(count, "BC01:2", "HS03:0")
    try shop.sell("BC01:9")
    #expect(
      refusal { _ = try boss.counts.approve(count, isPartial: false, reason: nil) }
        == "count_overtaken")
    try enter(count, "BC01:1")
    _ = try boss.counts.approve(count, isPartial: false, reason: nil)
    #expect(try onHand("BC01") == "1 10.00" && onHand("HS03") == "0 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `lots are counted one by one, a lot that is found comes in`() throws {
    var product = ProductDraft(sku: "SF01")
    product.hasLots = true
    try shop.programme.products.change(product)
    for lot in ["A", "B"] {
      var line = Receipt.Line(code: "SF01", quantity: Quantity(whole: 5))
      line.lot = lot
      line.cost = Money(lot == "A" ? "2.00" : "3.00")
      _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    }
    let count = try open()
    #expect(refusal { try enter(count, "SF01:5") } == "count_lot_missing")
    #expect(refusal { try enter(count, "SF01:5#X") } == "lot_unknown")
    try enter(count, "SF01:3#A", "SF01:6#B", "BC01:10", "HS03:20")
    _ = try boss.counts.approve(count, isPartial: false, reason: nil)
    #expect(try onHand("SF01") == "9 22.50")
    #expect(try shop.violations() == [])
  }

  @Test func `the same goods are not in two open counts`() throws {
    let count = try open()
    #expect(refusal { _ = try open() } == "count_open_already")
    #expect(
      refusal {
        _ = try shop.programme.counts.open(
          location: nil, category: "白茶", isBlind: true, recountOver: .zero)
      } == "count_open_already")
    try shop.programme.counts.cancel(count, reason: nil)
    let tea = try shop.programme.counts.open(
      location: nil, category: "白茶", isBlind: true, recountOver: .zero)
    #expect(
      try shop.programme.counts.sheet(of: tea).rows == [
        ["BC01", "彭水白茶 特级 50g", "盒", "", "", "", ""]
      ])
    #expect(refusal { try enter(tea, "HS03:1") } == "count_outside")
    _ = try shop.programme.counts.open(
      location: nil, category: "红薯", isBlind: true, recountOver: .zero)
    #expect(try shop.violations() == [])
  }

  private enum Act: CaseIterable {
    case countRight, countWrong, approve, approveOwn, cancel
  }

  @Test func `every state of a count has a way out, and none has two`() throws {
    let connection = try shop.sql()
    var reached = Set<String>()
    // What one sequence has posted, the next begins with.
    func book() throws -> Int { Int(try onHand("HS03").prefix { $0 != " " }) ?? 0 }
    try ActSequence<Act, Int64>(
      length: 6,
      begin: {
        // What an earlier sequence has left open.
        for row in try connection.execute("SELECT count_id FROM stock_count WHERE state = 'open'") {
          try boss.counts.cancel(row.decode(Int64.self), reason: nil)
        }
        return try shop.programme.counts.open(
          location: nil, category: "红薯", isBlind: false, recountOver: Money(minor: 1500))
      },
      act: { count, act in
        let code = refusal {
          switch act {
          case .countRight: try enter(count, "HS03:\(book())")
          case .countWrong: try enter(count, "HS03:\(book() + 2)")
          case .approve: _ = try boss.counts.approve(count, isPartial: true, reason: nil)
          case .approveOwn:
            _ = try shop.programme.counts.approve(count, isPartial: true, reason: nil)
          case .cancel: try boss.counts.cancel(count, reason: nil)
          }
        }
        return code.map { .refused($0) }
          ?? (act == .approve || act == .approveOwn || act == .cancel ? .ends : .goesOn)
      },
      standing: { count in
        try connection.execute(
          """
          SELECT (SELECT concat_ws(' ', state, ended_by) FROM stock_count WHERE count_id = \(count)) || ' ' ||
            (SELECT count(*) FROM stock_count_line WHERE count_id = \(count)) || ' ' ||
            (SELECT count(*) FROM stock_move) || ' ' || (SELECT sum(quantity) FROM stock_on_hand)
          """
        ).first?.text(0) ?? ""
      },
      visit: { walked, count in
        // The model: a count is open until somebody else than who counted approves it, or it is given up; what
        // differs by more than 15 yuan must have been counted twice.
        let counted = walked.dropLast().filter { $0.act == .countRight || $0.act == .countWrong }
        let last = walked[walked.count - 1]
        let expected: ActResult =
          switch last.act {
          case .countRight, .countWrong: .goesOn
          case .cancel: .ends
          case .approveOwn: counted.isEmpty ? .ends : .refused("count_second_person")
          case .approve:
            counted.last?.act == .countWrong && counted.count < 2
              ? .refused("count_recount") : .ends
          }
        #expect(last.result == expected, "\(walked)")
        reached.insert("\(last.act) \(last.result)")
      }
    ).walk()
    #expect(reached.count == 7)
    #expect(try shop.violations() == [])
  }

  @Test func `a counter does not approve by another spelling; a slip opens and enters nothing`()
    throws
  {
    let counter = try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "Boss ")
    let count = try open()
    try counter.counts.enter(StockItems(counted: ["BC01:9", "HS03:20"]), in: count)
    #expect(
      refusal { _ = try boss.counts.approve(count, isPartial: false, reason: nil) }
        == "count_second_person")
    #expect(
      refusal { _ = try shop.programme.counts.approve(count, isPartial: false, reason: " ") }
        == "reason_blank")
    #expect(
      refusal {
        _ = try shop.programme.counts.open(
          location: nil, category: "白差", isBlind: false, recountOver: .zero)
      } == "category_unknown")
    let sheet = shop.folder.path + "/empty.csv"
    try shop.write("sku,book,found\nBC01,10,\n", to: sheet)
    #expect(refusal { _ = try StockItems(countedInFile: sheet) } == "count_nothing")
    #expect(refusal { _ = try shop.programme.stock.levels(at: "shpo") } == "location_unknown")
    #expect(
      refusal { _ = try shop.programme.stock.lots(of: "NO", at: nil, within: nil) }
        == "product_unknown")
    #expect(try shop.violations() == [])
  }

  @Test func `what is refused of a count's sheet names the line of the sheet`() throws {
    var product = ProductDraft(sku: "SF01")
    product.hasLots = true
    try shop.programme.products.change(product)
    try shop.buy("BC02", "1", at: "98", from: nil)
    try shop.sql().execute("UPDATE product SET category = '货' WHERE sku <> 'JL01'")
    let count = try shop.programme.counts.open(
      location: nil, category: "货", isBlind: false, recountOver: .zero)
    let sheet = shop.folder.path + "/sheet.csv"
    for (row, code) in [
      ("NOPE,3,", "product_unknown"), ("BC01,3.5,", "quantity_not_whole"),
      ("BC01,-1,", "quantity_malformed"), ("BC01,1斤,", "unit_not_of_product"),
      ("BC02,99999999999,", "quantity_too_large"), ("HS03,3,", "stock_item_twice"),
      ("SF01,3,", "count_lot_missing"), ("SF01,3,X", "lot_unknown"), ("BC01,3,A", "lot_unknown"),
      ("JL01,3,", "count_outside"),
    ] {
      try shop.write(
        "sku,found,lot,name\n\nHS03,3,,\"a\nb\"\nHS03,,,\n\(row),\nBC03,1,,\n", to: sheet)
      #expect(faults { try enter(count, file: sheet) } == ["6 \(code)"], "\(row)")
    }
    try shop.write("sku,found\n\nNOPE,1\n", to: sheet)
    #expect(faults { try enter(count, file: sheet) } == ["3 product_unknown"])
    #expect(faults { try enter(count, "NOPE:1") } == ["- product_unknown"])
    #expect(
      try shop.programme.counts.differences(in: count).rows.allSatisfy { $0[8] == "uncounted" })
  }

  private func enter(_ count: Int64, file path: String) throws {
    try shop.programme.counts.enter(StockItems(countedInFile: path), in: count)
  }
}
