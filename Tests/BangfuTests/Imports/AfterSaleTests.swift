import Bangfu
import Domain
import Postgres
import Testing

/// Money that goes back by after-sale files: in part, twice, before its order, and together with what the
/// order file says.
@Suite struct AfterSaleTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private let order = DouyinLine(
    "6920001", "6920001", payable: "100.00", status: "已完成", afterSale: "-")

  private func cases(
    _ rows: [[String: String]], name: String = "1792000000_sh.csv"
  ) -> TextTable {
    TextTable(
      name: name, columns: TextTable.douyinAfterSales,
      rows: rows.map { row in
        [
          "订单号": "6920001", "商品单号": "6920001", "售后状态": "同意退款，退款成功",
          "售后申请时间": "2026-10-07 09:00:00",
        ].merging(row) { $1 }
      })
  }

  private func back(_ number: String, _ cash: String, _ at: String) -> [String: String] {
    ["售后单号": number, "退商品金额（元）": cash, "用户到账时间": at]
  }

  private func refunds() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', p.day, p.amount, trim_scale(p.quantity)) FROM claim_posted p
      WHERE p.side = 'refund' ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  @Test
  func `a refund in part takes back the same part of the goods value, the last one what is left`()
    throws
  {
    // 100.00 paid, 20.00 of the platform's: 33.33 of the cash is 40.00 of the goods (39.996).
    try shop.importRows([order.with("平台实际承担优惠金额", "20.00")], name: "1791900000_a.csv")
    let first = try shop.importTable(cases([back("S1", "33.33", "2026-10-10 10:00:00")]))
    #expect(
      first.new == 1 && first.postedRefunds == Money("40.00") && first.refunds == Money("33.33"))
    #expect(try refunds() == ["2026-10-10 -40.00 0"])
    try shop.importTable(
      cases(
        [
          back("S2", "33.33", "2026-10-12 10:00:00"), back("S3", "33.34", "2026-10-31 23:59:59"),
          back("S4", "50.00", "2026-11-01 00:00:00"),
        ], name: "1792000001_sh.csv"))
    #expect(
      try refunds() == [
        "2026-10-10 -40.00 0", "2026-10-12 -40.00 0", "2026-10-31 -40.00 -1",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `an after-sale file before its orders waits, and counts as pending`() throws {
    let early = cases([back("S1", "25.00", "2026-10-10 10:00:00")])
    let waiting = try shop.importTable(early)
    #expect(waiting.pending == 1 && waiting.postedRefunds == .zero)
    let pending = try shop.programme.channels.pending(in: "douyin")
    #expect(pending.rows.map { $0[6] } == ["order_unknown"])
    let result = try shop.importRows([order], name: "1791900000_a.csv")
    #expect(result.postedGross == Money("100.00") && result.postedRefunds == Money("25.00"))
    #expect(try shop.programme.channels.pending(in: "douyin").rows.isEmpty)
    #expect(try shop.importTable(early).pending == 0)
    #expect(try shop.violations() == [])
  }

  @Test func `a full refund in both files is one, on the day that the after-sale file says`() throws
  {
    let closed = DouyinLine(
      "6920001", "6920001", payable: "100.00", status: "已关闭", afterSale: "已全额退款")
    try shop.importRows([closed], name: "1793000000_a.csv")  // 2026-10-26
    #expect(try refunds() == ["2026-10-26 -100.00 -1"])
    try shop.importTable(cases([back("S1", "100.00", "2026-10-10 10:00:00")]))
    #expect(try refunds() == ["2026-10-10 -100.00 -1"])
    #expect(try shop.month().hasPrefix("100.00 100.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `what the order file tells beyond the after-sale rows goes back on its own day`()
    throws
  {
    let closed = DouyinLine(
      "6920001", "6920001", payable: "100.00", status: "已关闭", afterSale: "已全额退款")
    try shop.importTable(cases([back("S1", "30.00", "2026-10-10 10:00:00")]))
    try shop.importRows([closed], name: "1793000000_a.csv")
    #expect(try refunds() == ["2026-10-10 -30.00 0", "2026-10-26 -70.00 -1"])
    #expect(try shop.violations() == [])
  }

  @Test func `an unknown amount in the order file is known by the after-sale file`() throws {
    let asked = DouyinLine("6920001", "6920001", payable: "100.00", afterSale: "退款成功")
    #expect(try shop.importRows([asked], name: "1791900000_a.csv").pending == 1)
    let told = try shop.importTable(cases([back("S1", "30.00", "2026-10-10 10:00:00")]))
    #expect(told.pending == 0 && told.postedRefunds == Money("30.00"))
    #expect(try shop.month().hasPrefix("100.00 30.00 0.00 0.00 70.00"))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("同意退款，退款中", "0.00"), ("同意退款，退款失败", "0.00"), ("售后关闭", "0.00"), ("换货成功", "0.00"),
    ("同意退款,退款成功", "30.00"),
  ])
  func `only money that went back is taken back`(status: String, amount: String) throws {
    try shop.importRows([order], name: "1791900000_a.csv")
    var row = back("S1", "30.00", "2026-10-10 10:00:00")
    row["售后状态"] = status
    #expect(try shop.importTable(cases([row])).postedRefunds == Money(amount))
    row["售后类型"] = "换货"
    #expect(try shop.importTable(cases([row], name: "1792000009_b.csv")).rejected == 0)
    #expect(try shop.month().hasPrefix("100.00 0.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a word that nobody knows leaves the sale pending`() throws {
    try shop.importRows([order], name: "1791900000_a.csv")
    var row = back("S1", "30.00", "2026-10-10 10:00:00")
    row["售后状态"] = "平台另行处理"
    #expect(try shop.importTable(cases([row])).pending == 1)
    #expect(try shop.month().hasPrefix("100.00 0.00 0.00 100.00 0.00"))
    row["售后状态"] = "售后关闭"
    #expect(try shop.importTable(cases([row], name: "1792100000_c.csv")).changed == 1)
    #expect(try shop.month().hasPrefix("100.00 0.00 0.00 0.00 100.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `an older after-sale file does not bring back what a newer one has settled`() throws {
    try shop.importRows([order], name: "1791900000_a.csv")
    try shop.importTable(
      cases([back("S1", "30.00", "2026-10-10 10:00:00")], name: "1792200000_new.csv"))
    var row = back("S1", "30.00", "-")
    row["售后状态"] = "同意退款，退款中"
    let older = try shop.importTable(cases([row], name: "1792100000_old.csv"))
    #expect(older.same == 1 && older.postedRefunds == .zero)
    #expect(try refunds() == ["2026-10-10 -30.00 0"])
    #expect(try shop.violations() == [])
  }

  @Test func `an after-sale file of an order that is in another channel is refused`() throws {
    try shop.programme.channels.add(.made("douyin2", "二店", "livestream", "douyin"))
    try shop.importRows([order], name: "1791900000_a.csv")
    let table = cases([back("S1", "30.00", "2026-10-10 10:00:00")])
    #expect(
      refusal { try shop.importText(table.text, name: table.name, channel: "douyin2") }
        == "claim_elsewhere")
    let early = cases([back("S9", "30.00", "2026-10-10 10:00:00").merging(["订单号": "699"]) { $1 }])
    try shop.importText(early.text, name: "1792000005_e.csv", channel: "douyin2")
    #expect(
      refusal { try shop.importRows([DouyinLine("699", "699")], name: "1791900009_a.csv") }
        == "claim_elsewhere")
    #expect(try shop.violations() == [])
  }

  @Test func `an order number in each file, without a channel, needs one shop`() throws {
    try shop.programme.channels.add(.made("douyin2", "二店", "livestream", "douyin"))
    #expect(refusal { try shop.importTable(cases([back("S1", "1.00", "-")])) } == "channel_needed")
  }

  private func waiting() throws -> [String] {
    try shop.sql().execute("SELECT over || ' ' || rule FROM aftersale_waiting ORDER BY 1")
      .compactMap { $0.text(0) }
  }

  @Test(arguments: [["110.00"], ["100.00", "10.00"], ["10.00", "99.99", "0.01"]])
  func `goods and freight go back together, and what is more waits to the fen`(cash: [String])
    throws
  {
    // 110.00 paid, 10.00 of it for freight; the platform adds 20.00.
    let sale = order.with("订单应付金额", "110.00").with("运费", "10.00").with("平台实际承担优惠金额", "20.00")
    try shop.importRows([sale], name: "1791900000_a.csv")
    var told = cash.enumerated().map { place, cash in
      back("S\(place)", cash, "2026-10-10 10:00:0\(place)")
    }
    let result = try shop.importTable(cases(told))
    #expect(result.pending == 0 && result.postedRefunds == Money("120.00"))
    #expect(try waiting() == [])
    told.append(back("S9", "0.01", "2026-10-11 10:00:00"))
    let more = try shop.importTable(cases(told, name: "1792000001_sh.csv"))
    #expect(more.pending == 1 && more.postedRefunds == .zero)
    #expect(try waiting() == ["0.01 refund_over"])
    #expect(try shop.violations() == [])
  }

  @Test func `one case of a fen more than goods and freight waits, for that fen`() throws {
    let sale = order.with("订单应付金额", "110.00").with("运费", "10.00")
    try shop.importRows([sale], name: "1791900000_a.csv")
    try shop.importTable(cases([back("S1", "110.01", "2026-10-10 10:00:00")]))
    #expect(try waiting() == ["0.01 refund_over"])
    #expect(try refunds() == ["2026-10-10 -100.00 -1"])
    let pending = try shop.programme.channels.pending(in: "douyin")
    #expect(pending.rows.map { $0[6] } == ["refund_over"])
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [("0.00", "refund_zero"), ("-", "cell_missing"), ("5.00", "")])
  func `a refund that was made of nothing is rejected, where it is taken off the amount`(
    refunded: String, reason: String
  ) throws {
    let table = TextTable(
      name: "1791900000_tb.csv", columns: TextTable.taobaoOrders,
      rows: [("1", "退款成功", refunded), ("2", "没有申请退款", "0.00")].map { number, status, refunded in
        [
          "主订单编号": number, "子订单编号": number, "商品标题": "茶", "购买数量": "1", "订单状态": "交易成功",
          "商家编码": "BC01", "买家实付金额": "95.00", "退款状态": status, "退款金额": refunded,
          "订单创建时间": "2026-10-05 09:59:00", "订单付款时间": "2026-10-05 10:00:00", "商品ID": "77",
        ]
      })
    let result = try shop.importTable(table)
    #expect(
      result.rejects.map { "\($0.column) \($0.reason)" }
        == (reason.isEmpty ? [] : ["退款金额 \(reason)"]))
    #expect(result.postedGross == Money(reason.isEmpty ? "195.00" : "95.00"))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [true, false])
  func `a refund that a file dates before its sale takes the sale's day, and is told`(
    ordersFirst: Bool
  )
    throws
  {
    let early = cases([back("S1", "30.00", "2026-09-29 10:00:00")])
    var told = 0
    func sell() throws { told += try shop.importRows([order], name: "1791900000_a.csv").early }
    if ordersFirst { try sell() }
    told += try shop.importTable(early).early
    if !ordersFirst { try sell() }
    #expect(told == 1)
    #expect(try refunds() == ["2026-10-05 -30.00 0"])
    #expect(try shop.month("2026-10").hasPrefix("100.00 30.00 0.00 0.00 70.00"))
    #expect(try shop.violations() == [])
  }
}
