import Bangfu
import Domain
import Postgres
import Testing

/// Cost of sales, margin, and what was bought from suppliers: held against sums that are put together another way.
@Suite struct SupplierReportTests {
  let shop: Shop
  let programme: Programme
  init() throws {
    shop = try Shop()
    programme = shop.programme
  }

  private var october: ReportPeriod {
    get throws { .month(try #require(Month("2026-10"))) }
  }
  private var allTime: ReportPeriod {
    get throws {
      .days(
        from: try #require(BusinessDay("2026-01-01")), to: try #require(BusinessDay("2099-12-31")))
    }
  }

  /// A month with sales of a till, of a channel whose supplier ships, refunds, a void, and a shortage that is covered
  /// in part.
  private func trade() throws {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'kuaishou'"
    )
    try shop.buy("BC01", "10", at: "60.00", from: "TEA", on: "2026-10-01")
    try shop.buy("BC01", "7", at: "61.11", from: "TEA", on: "2026-10-02")
    try shop.buy("HS01", "10", at: "3.33", from: "SPUD", on: "2026-10-02")
    try shop.buy("MX01", "5", at: nil, from: "MIAO", on: "2026-10-02")
    try shop.sell("BC01:2", "HS01:1.5")
    try shop.sell("BC01:1", "MX01:1")
    try shop.sell("HS01:2", at: "2026-11-02T10:00:00")
    let voided = try shop.sell("BC01:3").document
    _ = try programme.orders.void(voided, reason: "x")
    let sold = try shop.sell("BC01:4").document
    for restock in [true, false] {
      var request = RefundRequest(document: sold)
      request.lines = [try RefundRequest.Line(parsing: "1:1")]
      request.restock = restock
      request.at = Instant("2026-10-20T10:00:00")
      _ = try programme.orders.refund(request)
    }
    try shop.importRows([DouyinLine("1", "1", sku: "BC02", pieces: 2, payable: "200.00")])
    try shop.sell("HS01:6")
  }

  private func cells(_ report: TotalledReport, _ code: String, _ keys: String...) throws -> [String]
  {
    let row = try #require(report.rows.rows.first { $0[0] == code })
    return keys.map { key in row[report.rows.keys.firstIndex(of: key) ?? 0] }
  }

  @Test func `margin is sales less cost, and what has no cost has no margin`() throws {
    try trade()
    let products = try programme.reports.margin(in: october, by: .product)
    // 10 at 60.00 and 7 at 61.11 average 60.4571; two are sold, then one, then four of which one comes back.
    #expect(
      try cells(products, "BC01", "sales", "uncosted", "cost", "margin")
        == ["640.00", "0.00", "362.74", "277.26"])
    #expect(
      try cells(products, "BC02", "sales", "uncosted", "cost", "percent") == [
        "200.00", "200.00", "0.00", "",
      ])
    #expect(
      try cells(products, "MX01", "sales", "uncosted", "cost", "percent") == [
        "58.00", "58.00", "0.00", "",
      ])
    let later = try programme.reports.margin(in: .month(#require(Month("2026-11"))), by: .product)
    #expect(later.rows.rows.map { $0[0] } == ["HS01"])
    #expect(try shop.violations() == [])
  }

  @Test(arguments: MarginDimension.allCases)
  func `margins add up to the total, to the headline and to what left the stock`(
    dimension: MarginDimension
  ) throws {
    try trade()
    for period in [try october, try allTime] {
      let report = try programme.reports.margin(in: period, by: dimension)
      for key in ["sales", "uncosted", "costed", "cost", "margin"] {
        #expect(report.rows.sum(key) == report.total.sum(key), "\(key)")
      }
      let plain = try shop.sql().execute(
        """
        SELECT (SELECT sum(total)::text FROM document WHERE day BETWEEN \(period.firstDay)::date AND \(period.lastDay)::date),
          (SELECT (-sum(m.value))::text FROM stock_move m JOIN document d ON d.document_id = m.document_id
           WHERE d.day BETWEEN \(period.firstDay)::date AND \(period.lastDay)::date),
          (SELECT sum(l.amount)::text FROM line l JOIN document d USING (document_id, book_month)
           WHERE (d.location_id IS NULL OR l.product_id = (SELECT product_id FROM product WHERE sku = 'MX01'))
           AND l.day BETWEEN \(period.firstDay)::date AND \(period.lastDay)::date)
        """
      ).single()
      #expect(report.total.sum("sales").description == plain.text(0))
      #expect(report.total.sum("cost").description == plain.text(1))
      #expect(report.total.sum("uncosted").description == plain.text(2))
    }
  }

  @Test func `a sale that is short has no cost for what is missing, until it is covered`() throws {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'"
    )
    try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    try shop.importRows(
      [DouyinLine("1", "1", sku: "BC01", pieces: 3, payable: "300.00", afterSale: "-")],
      name: "1791900000_a.csv")
    func shares() throws -> [String] {
      try cells(
        programme.reports.margin(in: october, by: .channel), "douyin", "sales", "uncosted", "cost",
        "margin")
    }
    #expect(try shares() == ["300.00", "200.00", "60.00", "40.00"])
    try shop.buy("BC01", "1", at: "70.00", from: "TEA")
    #expect(try shares() == ["300.00", "100.00", "130.00", "70.00"])
    _ = try programme.stock.writeOffShortages(of: "BC01", at: nil, reason: "x")
    #expect(try shares() == ["300.00", "100.00", "130.00", "70.00"])
    _ = try programme.imports.undo(1)
    #expect(try programme.reports.margin(in: october, by: .channel).total.sum("cost") == .zero)
    #expect(try programme.reports.margin(in: october, by: .channel).total.sum("uncosted") == .zero)
  }

  @Test func `what came in without a cost has no margin, beside what has one in the same sale`()
    throws
  {
    try shop.sql().execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'"
    )
    try shop.buy("BC01", "1", at: nil, from: "TEA")
    try shop.importRows(
      [DouyinLine("1", "1", sku: "BC01", pieces: 3, payable: "300.00", afterSale: "-")],
      name: "1791900000_a.csv")
    try shop.buy("BC01", "2", at: "50.00", from: "TEA")
    let report = try programme.reports.margin(in: october, by: .channel)
    #expect(
      try cells(report, "douyin", "sales", "uncosted", "cost", "margin")
        == ["300.00", "100.00", "100.00", "100.00"])
  }

  @Test func `what a platform's customer sent back costs nothing, and is aged where it is`() throws
  {
    try shop.sql().run(
      script: """
        UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin';
        INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse');
        """)
    try shop.buy("BC01", "3", at: "60.00", from: "TEA")
    try shop.importRows([DouyinLine("1", "1", sku: "BC01", pieces: 3, payable: "300.00")])
    let report = try programme.reports.margin(in: october, by: .channel)
    #expect(try cells(report, "douyin", "cost", "margin") == ["180.00", "120.00"])
    for place in ["shop", "wh"] {
      _ = try programme.stock.acceptReturn(
        StockItems(["BC01:1"]), of: "1", to: place, toWaste: place == "shop", reason: nil)
    }
    let after = try programme.reports.margin(in: october, by: .supplier)
    #expect(try cells(after, "TEA", "sales", "cost", "margin") == ["300.00", "60.00", "240.00"])
    #expect(
      try programme.stock.ages(at: nil).rows.map { [$0[0], $0[3], $0[6]] } == [
        ["wh", "1", "1"]
      ])
  }

  @Test func `a supplier's row says what was bought, sold, paid and is owed at the end`() throws {
    try trade()
    var payment = SupplierPayment(to: "TEA", amount: Money(minor: 10000))
    payment.day = BusinessDay("2026-10-31")
    _ = try programme.accounts.pay(payment)
    payment.day = BusinessDay("2026-11-01")
    _ = try programme.accounts.pay(payment)
    let report = try programme.reports.suppliers(in: october)
    #expect(
      try cells(report, "TEA", "households", "quantity", "unit", "bought", "paid", "owed")
        == ["186", "17", "盒", "1027.77", "100.00", "927.77"])
    #expect(
      try cells(report, "TEA", "gross", "refunds", "counted", "uncosted", "cost", "margin")
        == ["1096.00", "256.00", "840.00", "200.00", "362.74", "277.26"])
    let monthly = try programme.reports.monthly(#require(Month("2026-10")))
    #expect(
      report.total.sum("gross") == monthly.headline.gross
        && report.total.sum("counted") == monthly.headline.counted)
    for key in [
      "bought", "returned", "bought_back", "gross", "refunds", "counted", "cost", "margin", "paid",
      "owed",
    ] {
      #expect(report.rows.sum(key) == report.total.sum(key), "\(key)")
    }
    let late = try programme.reports.suppliers(in: allTime)
    #expect(try cells(late, "TEA", "paid", "owed") == ["200.00", "827.77"])
    let owed = try shop.sql().execute(
      """
      SELECT ((SELECT sum(m.value) FROM purchase p JOIN stock_move m USING (posting_id) WHERE m.cost IS NOT NULL)
        - (SELECT sum(amount) FROM supplier_payment))::text
      """)
    #expect(late.total.sum("owed").description == owed.first?.text(0))
  }

  @Test func `what flowed to households is listed for the period`() throws {
    var household = SupplierDraft(code: "LI")
    (household.name, household.kind) = ("李家", "household")
    try programme.suppliers.add(household)
    for code in ["YANG", "LI"] {
      try programme.households.link(code, to: "KOI", from: BusinessDay("2026-01-01"))
    }
    try programme.households.unlink("LI", from: "KOI", after: BusinessDay("2026-02-01"))
    try shop.buy("JL01", "10", at: "10.00", from: "KOI", on: "2026-10-01")
    for day in ["2026-10-31", "2026-11-01"] {
      var payment = SupplierPayment(to: "KOI", amount: Money(minor: 1500))
      payment.household = "YANG"
      payment.day = BusinessDay(day)
      _ = try programme.accounts.pay(payment)
    }
    #expect(
      try programme.households.list(in: october).rows.map { $0[2] + " " + $0[6] } == ["YANG 15.00"])
    #expect(
      try programme.households.list(in: allTime).rows.map { $0[2] + " " + $0[6] }
        == ["LI 0.00", "YANG 30.00"])
    #expect(try cells(programme.reports.suppliers(in: october), "KOI", "households") == ["39"])
  }
}

extension Listed {
  /// The sum of a column of amounts.
  func sum(_ key: String) -> Money {
    guard let place = keys.firstIndex(of: key) else { return Money(minor: -1) }
    return rows.reduce(.zero) { $0 + (Money($1[place]) ?? .zero) }
  }
}
