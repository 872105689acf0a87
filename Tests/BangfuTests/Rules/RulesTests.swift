import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing

/// Rule sets and certificates: what counts, from which day on.
@Suite struct RulesTests {
  let shop: Shop
  var programme: Programme { shop.programme }
  let day = BusinessDay("2026-10-01")

  /// All invariants hold.
  private func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let violations = try shop.violations()
    #expect(violations == [], sourceLocation: location)
  }

  init() throws {
    shop = try Shop()
    for sku in ["BC01", "HS01", "AJ01", "LY01"] { try shop.receive(sku, "100") }
  }

  /// The rules of the first day with changes, from 2026-10-01 on.
  private func changed(from: String = "2026-10-01", _ change: (inout RuleSet) -> Void) throws
    -> RuleSet
  {
    var set = try #require(try programme.rules.inForce().first?.rules)
    set.from = try #require(BusinessDay(from))
    set.to = nil
    change(&set)
    return set
  }

  @discardableResult
  private func set(_ change: (inout RuleSet) -> Void) throws -> RulesAct {
    try programme.rules.set([changed(change)], reason: "a letter")
  }

  /// What a month's verdicts are, by rule: net yuan.
  private func sums(_ month: String = "2026-10-01") throws -> [String: String] {
    let rows = try shop.sql().execute(
      """
      SELECT rule, sum(gross - refunds)::text FROM daily_sales WHERE book_month = \(month)::date
      GROUP BY rule HAVING sum(gross - refunds) <> 0
      """)
    return try Dictionary(uniqueKeysWithValues: rows.map { try $0.decode((String, String).self) })
  }

  private func certify(_ sku: String, _ from: String, _ to: String, number: String = "RD-1") throws
  {
    _ = try programme.certificates.add(
      CertificateDraft(
        sku: sku, number: number, from: #require(BusinessDay(from)), to: #require(BusinessDay(to))))
  }

  @Test func `a rule judges the lines since its day anew, and its undo judges them back`() throws {
    try shop.sell("BC01:1", at: "2026-09-30T10:00:00")
    try shop.sell("BC01:2", "AJ01:1")
    let act = try set { $0.chosen["certificates"] = "required" }
    #expect(act.judged == 1)
    #expect(try sums() == ["certificate": "256.00", "origin": "118.00"])
    #expect(try sums("2026-09-01") == ["eligible": "128.00"])
    try expectSound()
    try shop.sell("BC01:1")
    #expect(try sums() == ["certificate": "384.00", "origin": "118.00"])
    #expect(try programme.rules.undo(act.number, reason: "withdrawn").judged == 2)
    #expect(try sums() == ["eligible": "384.00", "origin": "118.00"])
    #expect(throws: Problem.self) { try programme.rules.undo(act.number, reason: "twice") }
    try expectSound()
  }

  @Test func `a trial says what would change, by rule and line, and changes nothing`() throws {
    try shop.sell("BC01:2")
    try shop.sell("BC01:1", at: "2026-11-02T10:00:00")
    let before = try sums()
    let month = try #require(Month("2026-10"))
    let trial = try programme.rules.attempt(
      [changed { $0.chosen["certificates"] = "required" }], from: month, to: month)
    #expect(trial.sums.rows == [["2026-10", "eligible", "certificate", "no", "1", "256.00"]])
    #expect(trial.lines.rows.map { [$0[0], $0[4], $0[5]] } == [["2026-10-05", "BC01", "256.00"]])
    #expect(try sums() == before)
    #expect(try programme.rules.history().rows.count == 1)
    try expectSound()
  }

  @Test func `a certificate is judged on the day of sale`() throws {
    try set { $0.chosen["certificates"] = "required" }
    try certify("BC01", "2026-10-02", "2026-10-05")
    for day in ["01", "02", "05", "06"] { try shop.sell("BC01:1", at: "2026-10-\(day)T10:00:00") }
    #expect(try sums() == ["eligible": "256.00", "certificate": "256.00"])
    try certify("BC01", "2026-10-06", "2026-12-31", number: "RD-2")
    #expect(try sums() == ["eligible": "384.00", "certificate": "128.00"])
    #expect(
      try programme.certificates.end(1, on: BusinessDay("2026-10-04"), reason: "revoked") == 1)
    #expect(try sums() == ["eligible": "256.00", "certificate": "256.00"])
    #expect(try programme.certificates.end(2, on: nil, reason: "another product's") == 1)
    #expect(try sums() == ["eligible": "128.00", "certificate": "384.00"])
    try expectSound()
    #expect(try programme.certificates.list(expiringWithin: 36_000).rows == [])
  }

  @Test func `of certificates at once the one that ends last holds, and another supplier's none`()
    throws
  {
    try certify("BC01", "2026-10-01", "2026-10-31")
    try certify("BC01", "2026-10-03", "2026-12-31", number: "RD-2")
    var other = CertificateDraft(
      sku: "HS01", number: "RD-3", from: try #require(day),
      to: try #require(BusinessDay("2026-12-31")))
    other.supplier = "TEA"
    _ = try programme.certificates.add(other)
    try shop.sell("BC01:1", at: "2026-10-02T10:00:00")
    try shop.sell("BC01:1", "HS01:1", at: "2026-10-03T10:00:00")
    let found = try shop.sql().execute(
      "SELECT certificate_id FROM line ORDER BY document_id, line_no")
    #expect(found.map { $0.text(0) } == ["1", "2", nil])
    try expectSound()
  }

  @Test func `a list of certificates is kept whole or not at all, and once`() throws {
    let path = shop.folder.path + "/certificates.csv"
    try shop.write(
      "货号,认定编号,有效期起,有效期至\nBC01,A-1,2026-01-01,2026-12-31\nNO,A-2,2026-01-01,2026-12-31\n", to: path)
    let refused = #expect(throws: Problem.self) { try programme.certificates.importFile(path) }
    #expect(refused?.code == "product_unknown" && refused?.facts["line"] == "3")
    #expect(try programme.certificates.list().rows == [])
    try shop.write("sku,number,from,to\nBC01,A-1,2026-12-31,2026-01-01\n", to: path)
    #expect(throws: Problem.self) { try programme.certificates.importFile(path) }
    try shop.write(
      "sku,number,from,to,batch\nBC01,A-1,2026-01-01,2026-12-31,第10批\nHS01,A-1,2026-01-01,2026-12-31,\n",
      to: path)
    #expect(try programme.certificates.importFile(path).added == 2)
    let again = try programme.certificates.importFile(path)
    #expect(again.added == 0 && again.same == 2)
    try expectSound()
  }

  @Test func `a refund bears the verdict that its sale has by then, and follows it`() throws {
    let sale = try shop.sell("BC01:3").document
    var refund = RefundRequest(document: sale)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-06T12:00:00")
    let first = try programme.orders.refund(refund).document
    try set { $0.chosen["certificates"] = "required" }
    #expect(try sums() == ["certificate": "256.00"])
    _ = try programme.orders.refund(refund)
    #expect(try sums() == ["certificate": "128.00"])
    _ = try programme.orders.undo(first, reason: "mistake")
    try certify("BC01", "2026-01-01", "2026-12-31")
    #expect(try sums() == ["eligible": "256.00"])
    let other = try shop.sell("BC01:1").document
    try set { $0.origins = ["酉阳"] }
    _ = try programme.orders.void(other, reason: "typed wrong")
    #expect(try sums() == ["origin": "256.00"])
    try expectSound()
  }

  @Test func `a changed origin, buyer's province or channel judges anew`() throws {
    try shop.sell("BC01:1")
    var product = ProductDraft(sku: "BC01")
    product.origin = "酉阳"
    try programme.products.change(product)
    #expect(try sums() == ["origin": "128.00"])
    product.origin = "彭水"
    try programme.products.change(product)
    var order = Order()
    order.lines = [try OrderLine(parsing: "BC01:2")]
    (order.buyer, order.channel, order.at) = ("LCYZ", "canteen", Instant("2026-10-06T09:00:00"))
    _ = try programme.orders.enter(order, command: "test")
    try set { $0.provinces = ["山东"] }
    #expect(try sums() == ["eligible": "384.00"])
    var buyer = BuyerDraft(code: "LCYZ")
    buyer.province = "河南省"
    try programme.buyers.change(buyer)
    #expect(try sums() == ["eligible": "128.00", "province": "256.00"])
    var channel = ChannelDraft(code: "counter")
    channel.province = ""
    try programme.channels.change(channel)
    #expect(try sums() == ["province_unknown": "128.00", "province": "256.00"])
    channel.province = "仙境"
    #expect(throws: Problem.self) { try programme.channels.change(channel) }
    try expectSound()
  }

  @Test func `tourism is in or out`() throws {
    var order = Order()
    order.lines = [try OrderLine(parsing: "LY01:2")]
    (order.channel, order.at) = ("tourism", Instant("2026-10-06T09:00:00"))
    order.tenders = [Tender(method: .cash, amount: Money(minor: 180_00))]
    _ = try programme.orders.enter(order, command: "test")
    #expect(try sums() == ["eligible": "180.00"])
    try set { $0.chosen["tourism"] = "out" }
    #expect(try sums() == ["tourism": "180.00"])
    try expectSound()
  }

  @Test func `subsidies that do not count stand on lines of their own, in whatever order`() throws {
    let rows = [
      DouyinLine("6920001", "6920001", payable: "108.00").with("平台实际承担优惠金额", "20.00"),
      DouyinLine("6920002", "6920002", payable: "100.00"),
    ]
    let other = try Shop()
    try shop.importRows(rows)
    #expect(try sums() == ["eligible": "228.00"])
    let act = try set { $0.chosen["subsidies"] = "out" }
    #expect(try sums() == ["eligible": "208.00", "subsidy": "20.00"])
    _ = try other.programme.rules.set(
      [changed { $0.chosen["subsidies"] = "out" }], reason: "before any file")
    try other.importRows(rows)
    for shop in [shop, other] {
      try shop.importRows(
        [
          DouyinLine("6920001", "6920001", payable: "108.00", status: "已关闭", afterSale: "退款成功")
            .with("平台实际承担优惠金额", "20.00")
        ], name: "1793461800_later.csv")
      let rows = try shop.sql().execute(
        "SELECT rule, sum(gross - refunds)::text, sum(quantity)::text FROM daily_sales GROUP BY rule ORDER BY rule"
      )
      #expect(
        try rows.map { try $0.decode((String, String, String).self) }.map { [$0.0, $0.1, $0.2] }
          == [["eligible", "100.00", "1.000"], ["subsidy", "0.00", "0.000"]])
      let violations = try shop.violations()
      #expect(violations == [])
    }
    _ = try programme.rules.undo(act.number, reason: "x")
    #expect(try sums() == ["eligible": "100.00"])
    try expectSound()
  }

  @Test func `a closed month is not judged anew, and what corrects it keeps its verdict`() throws {
    try shop.sell("BC01:1")
    try shop.importRows([
      DouyinLine("6920001", "6920001").with("平台实际承担优惠金额", "20.00")
    ])
    try shop.close("2026-10")
    let act = try set { $0.chosen["certificates"] = "required" }
    #expect(act.judged == 0)
    let month = try #require(Month("2026-10"))
    let trial = try programme.rules.attempt(
      [changed { $0.origins = ["酉阳"] }], from: month, to: month)
    #expect(trial.sums.rows == [["2026-10", "eligible", "origin", "yes", "2", "276.00"]])
    let refused = #expect(throws: Problem.self) { try set { $0.chosen["subsidies"] = "out" } }
    #expect(refused?.code == "subsidies_closed")
    try shop.importRows(
      [DouyinLine("6920001", "6920001", payable: "120.00").with("平台实际承担优惠金额", "20.00")],
      name: "1793461800_later.csv")
    #expect(try sums("2026-11-01") == ["eligible": "-8.00"])
    try expectSound()
    let suppliers = try shop.sql().execute(
      "SELECT count(DISTINCT supplier_id), count(*) - count(supplier_id) FROM line WHERE claim_id IS NOT NULL"
    ).single().decode((Int, Int).self)
    #expect(suppliers == (1, 0), "and its supplier")
  }

  @Test func `a sale of a closed month that is said to be of another day is judged by that day`()
    throws
  {
    try shop.importRows([DouyinLine("6920001", "6920001")])
    try shop.close("2026-10")
    let november = try changed(from: "2026-11-01") { $0.chosen["certificates"] = "required" }
    _ = try programme.rules.set([november], reason: "a letter")
    try shop.importRows(
      [DouyinLine("6920001", "6920001", paid: "2026-11-02 10:00:00")],
      name: "1793721000_moved.csv")
    #expect(try sums("2026-11-01") == ["eligible": "-128.00", "certificate": "128.00"])
    try expectSound()
  }

  @Test func `a late refund of a closed month is judged by the rules of now, however it comes`()
    throws
  {
    let sale = try shop.sell("BC01:4").document
    try shop.importRows([DouyinLine("6920001", "6920001", paid: "2026-10-06 09:00:00")])
    try shop.close("2026-10")
    _ = try set { $0.chosen["certificates"] = "required" }
    var refund = RefundRequest(document: sale)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-11-02T10:00:00")
    _ = try programme.orders.refund(refund)
    #expect(try sums("2026-11-01") == ["certificate": "-128.00"])
    try expectSound()
    try shop.importTable(
      TextTable(
        name: "1793461800_cases.csv", columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "S1", "订单号": "6920001", "商品单号": "6920001", "售后状态": "同意退款，退款成功",
            "售后申请时间": "2026-11-02 08:00:00", "退商品金额（元）": "28.00",
            "用户到账时间": "2026-11-03 08:00:00",
          ]
        ]))
    #expect(try sums("2026-11-01") == ["certificate": "-156.00"])
    try expectSound()
  }

  @Test func `rules of facts that nothing keeps, and of no province, are refused`() throws {
    for (code, change) in [
      ("rule_fact_missing", { (set: inout RuleSet) in set.recognition["fair"] = "accepted" }),
      ("province_unknown", { $0.provinces = ["大山东"] }),
      ("rule_set_day_plausible", { $0.from = BusinessDay("1999-01-01") ?? .first }),
    ] as [(String, (inout RuleSet) -> Void)] {
      let refused = #expect(throws: Problem.self) {
        try programme.rules.set([changed(change)], reason: "x")
      }
      #expect(refused?.code == code)
    }
    let first = try #require(try programme.rules.inForce().first?.act)
    let refused = #expect(throws: Problem.self) { try programme.rules.undo(first, reason: "x") }
    #expect(refused?.code == "rules_first")
  }

  @Test func `sales at the moment in which rules change are judged by those that hold`()
    async throws
  {
    let database = shop.database
    try await withThrowingTaskGroup(of: Void.self) { group in
      for till in 0..<2 {
        group.addTask {
          let programme = try Shop.open(database)
          for _ in 0..<15 {
            var order = Order()
            order.lines = [try OrderLine(parsing: "BC01:1")]
            order.at = Instant("2026-10-0\(till + 1)T10:00:00")
            order.tenders = [Tender(method: .cash, amount: Money(minor: 128_00))]
            _ = try programme.orders.enter(order, command: "test")
          }
        }
      }
      group.addTask {
        let programme = try Shop.open(database)
        for round in 0..<6 {
          guard var set = try programme.rules.inForce().first?.rules,
            let from = BusinessDay("2026-10-01")
          else { return }
          (set.from, set.to) = (from, nil)
          set.chosen["certificates"] = round.isMultiple(of: 2) ? "required" : "none"
          _ = try programme.rules.set([set], reason: "x")
        }
      }
      try await group.waitForAll()
    }
    #expect(try sums() == ["eligible": "3840.00"])
    try expectSound()
  }

  @Test func `the waterfall leads from gross to counted, of a month and of all`() throws {
    try set { $0.chosen["certificates"] = "required" }
    try certify("BC01", "2026-01-01", "2026-12-31")
    try shop.sell("BC01:2", "HS01:10", "AJ01:1")
    try shop.importRows([DouyinLine("6920001", "6920001", sku: "NEW")])
    let month = try programme.reports.waterfall(in: .month(#require(Month("2026-10"))))
    let amounts = Dictionary(
      uniqueKeysWithValues: month.rows.map { ("\($0[0]) \($0[1])", $0[4]) })
    #expect(amounts["bridge gross"] == "570.00" && amounts["bridge counted"] == "256.00")
    #expect(amounts["excluded certificate"] == "-68.00" && amounts["excluded origin"] == "-118.00")
    #expect(amounts["pending listing_unknown"] == "-128.00")
    #expect(amounts["certificates certified"] == "256.00" && amounts["supplier TEA"] == "256.00")
    #expect(amounts["destination eastern"] == "256.00" && amounts["way help"] == "256.00")
    let all = try programme.reports.waterfall(
      in: .days(from: #require(BusinessDay("2010-01-01")), to: #require(BusinessDay("2099-12-31"))))
    #expect(all.rows == month.rows)
  }
}
