import Bangfu
import Domain
import Testing

/// Rates of fees that were agreed: what was withheld is set against the rate of the day that an order was sold on.
@Suite struct FeeRateTests {
  private let shop: Shop
  private let settlements: Settlements

  init() throws {
    shop = try Shop()
    settlements = shop.programme.settlements
  }

  @discardableResult
  private func set(
    _ kind: String, _ percent: String, from day: String = "2026-01-01", host: String = "",
    kept: Bool = false, source: String = "规则一", channel: String = "douyin"
  ) throws -> Int64 {
    var rate = FeeRate(
      of: channel, kind: kind, percent: percent, from: try #require(BusinessDay(day)),
      source: source)
    (rate.host, rate.isKept) = (host, kept)
    return try settlements.set(rate)
  }

  /// Orders of 100.00 of the fifth and of the tenth of October.
  private func orders() throws {
    try shop.importRows(
      [("6930001", 5), ("6930002", 5), ("6930003", 10)].map { order, day in
        DouyinLine(
          order, order, payable: "100.00", paid: "2026-10-\(day < 10 ? "0" : "")\(day) 10:00:00")
      }, name: "1792000000_orders.csv")
  }

  /// A reconciliation by fees or orders that differ, whole.
  private func rows(_ dimension: ReconciliationDimension, _ channel: String = "douyin") throws
    -> [String]
  {
    let report = try settlements.reconcile(
      channel, try #require(Month("2026-10")), by: dimension)
    return (report.rows.rows + report.total.rows).map { $0.joined(separator: "|") }
  }

  @Test func `each fee is compared with the rate of the day its order was sold on`() throws {
    try orders()
    try set("service-fee", "5")
    try set("service-fee", "6", from: "2026-10-08", source: "规则二")
    try set("commission", "20")
    try set("commission", "15", host: "4477", source: "合同")
    // Settled on one day; the second order has a fen of rounding, the third was sold under the next rule.
    try shop.importBill([
      DouyinSettled("6930001"), DouyinSettled("6930002", service: 5_01, commission: 0),
      DouyinSettled("6930003").with("达人ID", "4477"),
    ])
    let list = "bangfu settle reconcile --by rate --channel douyin --month 2026-10"
    #expect(
      try rows(.fee) == [
        "sale|3|300.00|||||||", "service-fee|2|-10.01|5.01|5.00|规则一|-10.00|0|0.00|",
        "service-fee|1|-5.00|5.00|6.00|规则二|-6.00|1|1.00|\(list)",
        "commission|1|-20.00|20.00|20.00|规则一|-20.00|0|0.00|",
        "commission|1|-20.00|20.00|15.00|合同|-15.00|1|-5.00|\(list)",
        "|3|244.99||||-51.00|2|-4.00|",
      ])
    let lines = "bangfu settle list --order 6930003 --channel douyin"
    #expect(
      try rows(.rate) == [
        "6930003|2026-10-10|commission|4477|100.00|15.00|合同|-15.00|-20.00|-5.00|\(lines)",
        "6930003|2026-10-10|service-fee|4477|100.00|6.00|规则二|-6.00|-5.00|1.00|\(lines)",
        "||||200.00|||-21.00|-25.00|-4.00|",
      ])
    #expect(
      try rows(.reason) == [
        "settled|2|200.00|0.00|30.01|169.99|0.00|",
        "fee_differs|1|100.00|0.00|25.00|75.00|0.00|\(list)",
        "|3|300.00|0.00|55.01|244.99|0.00|",
      ])
    #expect(
      try shop.reconciled(by: .order) == [
        "6930003 2026-10-10 100.00 0.00 25.00 75.00 0.00 fee_differs",
        "  100.00 0.00 25.00 75.00 0.00 ",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `a fee goes back with what is refunded, or is kept`() throws {
    try orders()
    let returned = try set("service-fee", "5")
    try shop.importBill([
      DouyinSettled("6930001", refunded: 40_00, service: 3_00, commission: 0),
      DouyinSettled("6930002", commission: 0),
      DouyinSettled(
        "6930002", paid: -40_00, service: 0, commission: 0, at: "2026-10-25 10:00:00",
        type: "结算后退款-原路退回"),
    ])
    #expect(try rows(.rate).map { $0.prefix(7) } == ["6930002", "||||60."])
    try set("service-fee", "5", kept: true)
    #expect(try rows(.rate) == ["||||0.00|||0.00|0.00|0.00|"])
    try settlements.undoRate(
      try #require(Int64(settlements.rates().rows[0][0])), reason: "x")
    #expect(try settlements.rates().rows.map { $0[0] } == ["\(returned)"])
    #expect(try rows(.rate).count == 2)
  }

  @Test func `a fee that is a line of its own is compared by order, a premium only where it is`()
    throws
  {
    try set("service-fee", "1", channel: "weixin")
    try set("insurance", "2", channel: "weixin")
    func line(_ number: String, _ entry: String, _ amount: String, _ order: String) -> [String:
      String]
    {
      [
        "流水单号": number, "记账时间": "2026-10-05 08:00:00", "动帐类型": entry,
        "收支类型": amount.hasPrefix("-") ? "支出" : "收入", "收支金额": amount, "关联订单号": order,
      ]
    }
    try shop.importTable(
      TextTable(
        name: "weixin.csv", columns: TextTable.weixinAccount,
        rows: [
          line("1", "订单支付", "100.00", "37001"), line("2", "技术服务费", "-1.00", "37001"),
          line("3", "运费险", "-2.00", "37001"), line("4", "订单支付", "50.00", "37002"),
          line("5", "技术服务费", "-0.90", "37002"),
        ]))
    #expect(
      try rows(.rate, "weixin").map { $0.split(separator: "|").prefix(3).joined(separator: " ") }
        == ["37002 2026-10-05 service-fee", "50.00 -0.50 -0.90"])
  }

  @Test func `wrong rates are refused`() throws {
    #expect(refusal { try set("service-fee", "5%") } == "fee_rate_malformed")
    #expect(refusal { try set("service-fee", "101") } == "fee_rate_plausible")
    #expect(refusal { try set("sale", "5") } == "fee_rate_kind_known")
    #expect(refusal { try set("commission", "5", source: " ") } == "fee_rate_source_given")
    #expect(refusal { try set("commission", "5", channel: "x") } == "channel_unknown")
    #expect(refusal { try settlements.undoRate(99, reason: "x") } == "fee_rate_unknown")
    let rate = try set("commission", "5")
    try settlements.undoRate(rate, reason: "x")
    #expect(refusal { try settlements.undoRate(rate, reason: "x") } == "undone_already")
    #expect(try settlements.rates(of: "douyin").rows == [])
    #expect(try shop.violations() == [])
  }
}
