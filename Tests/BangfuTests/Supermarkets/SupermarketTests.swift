import Bangfu
import Domain
import Postgres
import Testing

/// Supermarkets: sheets of periods that are not months, settlements, deductions, payments, and what of them counts.
@Suite struct SupermarketTests {
  private let shop: Shop
  private var supermarkets: Supermarkets { shop.programme.supermarkets }

  init() throws {
    shop = try Shop()
    var shelf = LocationDraft(code: "ZH")
    (shelf.name, shelf.kind) = ("振华货架", "shop")
    try shop.programme.locations.add(shelf)
    var chain = ChannelDraft.made("zhenhua", "振华超市", "supermarket", nil)
    chain.shipsFrom = "ZH"
    try shop.programme.channels.add(chain)
    try supermarkets.add(Self.terms())
  }

  static func terms(
    _ kind: SupermarketKind = .concession, rate: String = "12.50", from: String = "2026-01-01"
  ) throws -> SupermarketTerms {
    var terms = SupermarketTerms(
      of: "zhenhua", from: try #require(BusinessDay(from)), kind: kind)
    (terms.rate, terms.lastDay) = (try #require(Money(rate)), 25)
    terms.shops = ["东昌店", "开发区店"]
    return terms
  }

  private static let sheet = """
    振华超市代销结算单,,,,,,
    结算期间：2026-09-26 至 2026-10-25,,,,,,
    门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
    东昌店,BC01,白茶,50g,10,100.00,"1,000.00"
    ,HS01,红薯,散装,20.500,6.00,123.00
    ,HS01,红薯,散装,-0.500,6.00,-3.00
    开发区店,BC01,白茶,50g,2,100.00,200.00
    合计,,,,,,"1,320.00"

    """

  @discardableResult
  private func read(_ sheet: String = sheet, as name: String = "代销.csv") throws -> ImportResult {
    try shop.importText(sheet, name: name, channel: "zhenhua")
  }

  private func settle(
    _ settled: String?, to: String = "2026-10-25", _ deductions: (String, String)...
  ) throws -> Int64 {
    var it = SupermarketSettlement(of: "zhenhua", to: try #require(BusinessDay(to)))
    it.settled = settled.flatMap { Money($0) }
    it.deductions = try deductions.map { ($0.0, try #require(Money($0.1))) }
    return try supermarkets.settle(it).number
  }

  private func pay(_ settlement: Int64, _ amount: String) throws -> Int64 {
    try supermarkets.pay(
      SupermarketPayment(of: settlement, amount: #require(Money(amount)))
    ).number
  }

  private func rule(_ word: String) throws {
    var set = try #require(try shop.programme.rules.inForce().first?.rules)
    (set.from, set.to) = (try #require(BusinessDay("2026-01-01")), nil)
    set.chosen["supermarket"] = word
    _ = try shop.programme.rules.set([set], reason: "口径")
  }

  /// Gross, refunds, excluded, pending and counted of a month.
  private func month(_ month: String) throws -> String {
    let sums = try shop.programme.reports.monthly(#require(Month(month))).headline
    return "\(sums.gross) \(sums.refunds) \(sums.excluded) \(sums.pending) \(sums.counted)"
  }

  @Test func `a sheet of two months is cut by calendar days, whole boxes stay whole, all adds up`()
    throws
  {
    let result = try read()
    #expect(result.rows == 4 && result.new == 4 && result.rejected == 0)
    // 5 of 30 days are of September: 10 boxes are 2 and 8, 20.5 kg are 3.417 and 17.083.
    #expect(
      try shop.sql().execute(
        """
        SELECT concat_ws(' ', p.day, c.line_no, trim_scale(p.quantity), p.amount, p.estimated)
        FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id ORDER BY p.side, p.day, c.order_no, c.line_no
        """
      ).compactMap { $0.text(0) } == [
        "2026-09-30 HS01/散装 0 -0.50 t", "2026-10-25 HS01/散装 0 -2.50 t",
        "2026-09-30 BC01/50g 2 166.67 t", "2026-09-30 HS01/散装 3.417 20.50 t",
        "2026-09-30 BC01/50g 0 33.33 t", "2026-10-25 BC01/50g 8 833.33 t",
        "2026-10-25 HS01/散装 17.083 102.50 t", "2026-10-25 BC01/50g 2 166.67 t",
      ])
    #expect(try month("2026-09") == "220.50 0.50 0.00 0.00 220.00")
    #expect(try month("2026-10") == "1102.50 2.50 0.00 0.00 1100.00")
    let again = try read()
    #expect(again.same == 4 && again.postedGross == .zero)
    #expect(try shop.violations() == [])
  }

  @Test func `till sales, settled and paid are three amounts, and the rule says which counts`()
    throws
  {
    try read()
    let settlement = try settle("1150.00", ("进场费", "100.00"), ("神秘费", "33.33"))
    #expect(try supermarkets.unknownDeductions(of: settlement) == ["神秘费"])
    let first = try pay(settlement, "500.00")
    let period = ReportPeriod.days(
      from: try #require(BusinessDay("2026-09-01")), to: try #require(BusinessDay("2026-10-31")))
    // 1150 is cut as 1320 is: by 220 and 1100; so are 1016.67 that is due, and 500.00 that is paid.
    #expect(
      try supermarkets.months(in: period).rows.rows.map { Array($0[1...6]) } == [
        ["2026-09", "220.00", "191.67", "169.44", "83.33", "0.00"],
        ["2026-10", "1100.00", "958.33", "847.23", "416.67", "0.00"],
      ])
    let listed = try supermarkets.list()
    #expect(
      listed.rows.map { Array($0[4...]) } == [
        ["1320.00", "1155.00", "1150.00", "-5.00", "133.33", "1016.67", "500.00", "516.67"]
      ])
    #expect(try month("2026-10") == "1102.50 2.50 0.00 0.00 1100.00")
    try rule("settlement")
    #expect(try month("2026-09") == "220.50 0.50 28.33 0.00 191.67")
    #expect(try month("2026-10") == "1102.50 2.50 141.67 0.00 958.33")
    try rule("paid")
    #expect(try month("2026-09") == "220.50 0.50 50.56 86.11 83.33")
    #expect(try month("2026-10") == "1102.50 2.50 252.77 430.56 416.67")
    #expect(try shop.violations() == [])
    let second = try pay(settlement, "516.67")
    #expect(try month("2026-10") == "1102.50 2.50 252.77 0.00 847.23")
    #expect(refusal { _ = try pay(settlement, "0.01") } == "supermarket_payment_over")
    #expect(
      refusal { try supermarkets.undo(settlement, reason: "x") } == "settlement_paid")
    for payment in [first, second] { try supermarkets.reverse(payment, reason: "记错") }
    #expect(refusal { try supermarkets.reverse(first, reason: "x") } == "payment_reversed")
    #expect(try month("2026-10") == "1102.50 2.50 252.77 847.23 0.00")
    #expect(
      refusal {
        try read(
          Self.sheet.replacing("2,100.00,200.00", with: "3,100.00,300.00")
            .replacing("1,320", with: "1,420"), as: "改.csv")
      } == "sheet_settled")
    try supermarkets.undo(settlement, reason: "错")
    #expect(try month("2026-10") == "1102.50 2.50 0.00 1100.00 0.00")
    #expect(refusal { try supermarkets.undo(settlement, reason: "x") } == "undone_already")
    #expect(try shop.violations() == [])
    _ = try shop.programme.imports.undo(1)
    #expect(try month("2026-10") == "0.00 0.00 0.00 0.00 0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what is paid after its month was closed counts in the open one, on its day`() throws {
    try read()
    try rule("paid")
    let settlement = try settle("1320.00")
    try shop.close("2026-09")
    #expect(refusal { try rule("till") } == "subsidies_closed")
    _ = try pay(settlement, "660.00")
    #expect(try month("2026-09") == "220.50 0.50 0.00 220.00 0.00")
    #expect(try month("2026-10") == "1102.50 2.50 0.00 440.00 660.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what the sheet sells leaves the shelf, and what is short is a shortage`() throws {
    try shop.receive("BC01", "30")
    try shop.receive("HS01", "100")
    let goods = try StockItems(["BC01:11", "HS01:30"])
    let way = try shop.programme.transfers.send(goods, from: nil, to: "ZH", reason: nil)
    _ = try shop.programme.transfers.receive(goods, of: way)
    try read()
    #expect(
      try supermarkets.shelf(of: "zhenhua").rows.map { [$0[0]] + $0[2...9] } == [
        ["BC01", "11", "0", "11", "0", "0", "0", "0", "1"],
        ["HS01", "30", "0", "20.5", "0", "9.5", "0", "9.5", "0"],
      ])
    let back = try StockItems(["HS01:2"])
    let home = try shop.programme.transfers.send(back, from: "ZH", to: "shop", reason: nil)
    _ = try shop.programme.transfers.receive(back, of: home)
    #expect(try supermarkets.shelf(of: "zhenhua").rows.last?[3] == "2")
    #expect(refusal { _ = try supermarkets.shelf(of: "supermarket") } == nil)
    #expect(try shop.violations() == [])
  }

  @Test func `a sheet with days needs no estimate, and is cut by its days`() throws {
    let sheet = """
      振华超市联营明细
      门店,营业日,商品编码,商品名称,销售数量,销售金额,联营扣点
      东昌店,2026-09-28,BC01,白茶,1,128.00,12.5%
      东昌店,2026-10-02,BC01,白茶,2,256.00,12.5%

      """
    try read(sheet)
    let settlement = try settle(nil)
    #expect(
      try supermarkets.entries(of: settlement).rows.map { $0[4] }.prefix(3) == [
        "384.00", "336.00", "336.00",
      ])
    try rule("settlement")
    #expect(try month("2026-09") == "128.00 0.00 16.00 0.00 112.00")
    #expect(try month("2026-10") == "256.00 0.00 32.00 0.00 224.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what cannot be is refused in a sentence, and nothing is half-done`() throws {
    let sheet = Self.sheet
    let refused: [(String, String)] = [
      ("sheet_totals_differ", sheet.replacing("1,320.00", with: "1,321.00")),
      ("sheet_old", sheet.replacing("2026-", with: "2025-")),
      ("sheet_shop_unknown", sheet.replacing("东昌店", with: "西昌店")),
      ("day_to_come", sheet.replacing("2026-", with: "2098-")),
    ]
    for (code, text) in refused {
      #expect(refusal { try read(text) } == code)
    }
    try read()
    let next = sheet.replacing("2026-09-26 至 2026-10-25", with: "2026-10-01 至 2026-10-31")
    #expect(refusal { try read(next, as: "重叠.csv") } == "sheet_overlaps")
    #expect(refusal { _ = try settle("2000.00") } == "settlement_over_till")
    #expect(refusal { _ = try settle("100.00", ("进场费", "100.01")) } == "deductions_over")
    #expect(refusal { _ = try settle("1.00", ("进场费", "1"), ("进场费", "1")) } == "deduction_twice")
    #expect(refusal { _ = try settle("1.00", ("", "1.00")) } == "supermarket_deduction_kind_given")
    #expect(refusal { _ = try settle("0.00") } == "supermarket_settlement_positive")
    #expect(refusal { _ = try settle(nil, to: "2026-10-20") } == "settlement_other_period")
    #expect(refusal { _ = try settle(nil, to: "2026-09-25") } == "settlement_without_sales")
    #expect(refusal { _ = try settle(nil, to: "2098-10-25") } == "day_to_come")
    #expect(refusal { _ = try pay(1, "1.00") } == "supermarket_settlement_unknown")
    let number = try settle(nil)
    #expect(refusal { _ = try settle(nil) } == "settlement_overlaps")
    #expect(refusal { _ = try pay(number, "0.00") } == "supermarket_payment_positive")
    for (code, rate, kind) in [
      ("supermarket_contract_rate_plausible", "100.01", SupermarketKind.concession),
      ("supermarket_contract_rate_of_concession", "1.00", .consignment),
    ] {
      #expect(refusal { try supermarkets.add(Self.terms(kind, rate: rate)) } == code)
    }
    #expect(try shop.violations() == [])
  }
}
