import Bangfu
import Domain
import Postgres
import Testing

/// Random lives of a supermarket's sheets against a plain model: goods sent, sheets with returns, settlements, payments,
/// rules, and each undone.
@Suite struct SupermarketModelTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `shelf, till sales, settled, paid and counted are as a plain model has them at every step`(
    seed: UInt64
  ) throws {
    var run = try SupermarketRun(seed: seed)
    for step in 1...40 {
      let act = try run.step()
      let found = try run.found()
      guard found == run.expected else {
        Issue.record("seed \(seed), step \(step), \(act): \(run.expected), found \(found)")
        return
      }
    }
    let broken = try run.shop.violations()
    if !broken.isEmpty { Issue.record("seed \(seed): \(broken)") }
  }
}

/// One random run on one product, in boxes and fen.
private struct SupermarketRun {
  /// A period that ends on the 25th of a month, with what its sheet says.
  private struct Period {
    let file: Int64
    let boxes: Int, till: Int
    var settlement: Int64?
    var settled = 0, due = 0
    var payments: [(number: Int64, fen: Int)] = []

    var paid: Int { payments.reduce(0) { $0 + $1.fen } }
  }

  let shop: Shop
  private var dice: Dice
  private var sent = 0
  private var rule = "till"
  /// By the month that it ends in.
  private var periods: [Int: Period] = [:]

  init(seed: UInt64) throws {
    shop = try Shop()
    dice = Dice(seed)
    var shelf = LocationDraft(code: "ZH")
    (shelf.name, shelf.kind) = ("振华货架", "shop")
    try shop.programme.locations.add(shelf)
    var chain = ChannelDraft.made("zhenhua", "振华超市", "supermarket", nil)
    chain.shipsFrom = "ZH"
    try shop.programme.channels.add(chain)
    try shop.receive("BC01", "5000")
    var terms = SupermarketTerms(
      of: "zhenhua", from: try #require(BusinessDay("2026-01-01")), kind: .concession)
    (terms.rate, terms.lastDay) = (Money(minor: 15_00), 25)
    try shop.programme.supermarkets.add(terms)
  }

  var expected: String {
    let sold = periods.values.reduce(0) { $0 + $1.boxes }
    let till = periods.values.reduce(0) { $0 + $1.till }
    let open = periods.values.filter { $0.settlement == nil }.reduce(0) { $0 + $1.till }
    let settled = periods.values.reduce(0) { $0 + $1.settled }
    let due = periods.values.reduce(0) { $0 + $1.due }
    let paid = periods.values.reduce(0) { $0 + $1.paid }
    let (counted, pending) =
      switch rule {
      case "till": (till, 0)
      case "settlement": (settled, open)
      default: (paid, open + due - paid)
      }
    return """
      shelf \(max(0, sent - sold)) short \(max(0, sold - sent)), till \(till) settled \(settled) due \(due) paid \(paid), \
      counted \(counted) pending \(pending) excluded \(till - counted - pending)
      """
  }

  func found() throws -> String {
    let shelf = try shop.programme.supermarkets.shelf(of: "zhenhua").rows.first ?? []
    let period = ReportPeriod.days(
      from: try #require(BusinessDay("2026-01-01")), to: try #require(BusinessDay("2026-12-31")))
    let months = try shop.programme.supermarkets.months(in: period)
    let total = try #require(months.total.rows.first)
    func fen(_ text: String) -> String { (Money(text) ?? .zero).minor.description }
    let verdicts = try shop.sql().execute(
      """
      SELECT coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00)::text,
        coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'pending'), 0.00)::text,
        coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'excluded'), 0.00)::text
      FROM daily_sales s
      """
    ).single().decode((String, String, String).self)
    return """
      shelf \(shelf.isEmpty ? "0" : shelf[8]) short \(shelf.isEmpty ? "0" : shelf[9]), till \(fen(total[2])) \
      settled \(fen(total[3])) due \(fen(total[4])) paid \(fen(total[5])), counted \(fen(verdicts.0)) \
      pending \(fen(verdicts.1)) excluded \(fen(verdicts.2))
      """
  }

  mutating func step() throws -> String {
    switch dice.roll(10) {
    case 0: return try send()
    case 1...3: return try readSheet()
    case 4...5: return try settle()
    case 6...7: return try pay()
    case 8: return try undo()
    default: return try changeRule()
    }
  }

  private mutating func send() throws -> String {
    let boxes = dice.roll(60) + 1
    let goods = try StockItems(["BC01:\(boxes)"])
    let way = try shop.programme.transfers.send(goods, from: nil, to: "ZH", reason: nil)
    _ = try shop.programme.transfers.receive(goods, of: way)
    sent += boxes
    return "send \(boxes)"
  }

  private mutating func readSheet() throws -> String {
    let month = dice.roll(8) + 3
    guard periods[month] == nil else { return "sheet is there" }
    let last = "2026-\(month < 10 ? "0" : "")\(month)-25"
    let first = "2026-\(month - 1 < 10 ? "0" : "")\(month - 1)-26"
    var rows = ""
    var (boxes, till) = (0, 0)
    for place in 0...dice.roll(3) {
      let (sold, fen) = (dice.roll(30) + 1, dice.roll(90_000) + 1)
      rows += "\(place)店,BC01,白茶,50g,\(sold),1.00,\(Money(minor: Int64(fen)))\n"
      (boxes, till) = (boxes + sold, till + fen)
      if dice.roll(2) == 0 {
        let back = dice.roll(fen) + 1
        rows += "\(place)店,BC01,白茶,50g,-1,1.00,-\(Money(minor: Int64(back)))\n"
        till -= back
      }
    }
    let text = """
      代销结算单 \(first) 至 \(last),,,,,,
      门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
      \(rows)
      """
    let read = try shop.importText(text, name: "\(month).csv", channel: "zhenhua") {
      $0.isSure = true
    }
    periods[month] = Period(file: read.number, boxes: boxes, till: till)
    return "sheet of \(month): \(rows)"
  }

  private mutating func settle() throws -> String {
    guard
      let month = periods.filter({ $0.value.settlement == nil && $0.value.till > 0 }).keys.min(),
      var period = periods[month]
    else { return "nothing to settle" }
    period.settled = dice.roll(period.till) + 1
    let deducted = dice.roll(2) == 0 ? 0 : dice.roll(period.settled + 1)
    var it = SupermarketSettlement(
      of: "zhenhua", to: try #require(BusinessDay("2026-\(month < 10 ? "0" : "")\(month)-25")))
    (it.settled, it.isSure) = (Money(minor: Int64(period.settled)), true)
    if deducted > 0 { it.deductions = [("进场费", Money(minor: Int64(deducted)))] }
    period.settlement = try shop.programme.supermarkets.settle(it).number
    period.due = period.settled - deducted
    periods[month] = period
    return "settle \(month) for \(period.settled) less \(deducted)"
  }

  private mutating func pay() throws -> String {
    guard
      let (month, period) = periods.filter({ $0.value.settlement != nil }).min(by: {
        ($0.value.payments.count, $0.key) < ($1.value.payments.count, $1.key)
      }), let settlement = period.settlement
    else { return "nothing settled" }
    let fen = dice.roll(period.due + 20) + 1
    let payment = SupermarketPayment(of: settlement, amount: Money(minor: Int64(fen)))
    if fen > period.due - period.paid {
      #expect(
        refusal { try shop.programme.supermarkets.pay(payment) } == "supermarket_payment_over")
      return "refused payment"
    }
    let number = try shop.programme.supermarkets.pay(payment).number
    periods[month]?.payments.append((number, fen))
    return "pay \(fen) of \(month)"
  }

  /// Undoes a payment, else a settlement, else a sheet; refused where something stands on it.
  private mutating func undo() throws -> String {
    let months = periods.keys.sorted()
    guard !months.isEmpty else { return "nothing to undo" }
    let month = months[dice.roll(months.count)]
    guard let period = periods[month] else { return "" }
    if let payment = period.payments.last, let settlement = period.settlement {
      #expect(
        refusal { try shop.programme.supermarkets.undo(settlement, reason: "x") }
          == "settlement_paid")
      try shop.programme.supermarkets.reverse(payment.number, reason: "x")
      periods[month]?.payments.removeLast()
      return "reverse \(payment.fen) of \(month)"
    }
    if let settlement = period.settlement {
      #expect(refusal { _ = try shop.programme.imports.undo(period.file) } == "sheet_settled")
      try shop.programme.supermarkets.undo(settlement, reason: "x")
      periods[month]?.settlement = nil
      periods[month]?.settled = 0
      periods[month]?.due = 0
      return "undo settlement of \(month)"
    }
    _ = try shop.programme.imports.undo(period.file)
    periods[month] = nil
    return "undo sheet of \(month)"
  }

  private mutating func changeRule() throws -> String {
    rule = ["till", "settlement", "paid"][dice.roll(3)]
    var set = try #require(try shop.programme.rules.inForce().first?.rules)
    (set.from, set.to) = (try #require(BusinessDay("2026-01-01")), nil)
    set.chosen["supermarket"] = rule
    _ = try shop.programme.rules.set([set], reason: "口径")
    return "rule \(rule)"
  }
}
