import Bangfu
import Domain
import Postgres
import Testing

/// What hinders a month from being closed is listed, with the command that mends it.
@Suite struct MonthPointTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "500")
  }

  /// The points of a month, each as its kind, channel, number and example.
  private func points(_ month: String = "2026-10") throws -> [String] {
    try status(month).points.map { "\($0.kind) \($0.channel) \($0.many) \($0.example)" }
  }

  private func status(_ month: String = "2026-10", checking: Bool = false) throws -> MonthStatus {
    try shop.programme.months.status(try #require(Month(month)), checking: checking)
  }

  private func signNil(_ channel: String, _ month: String, undo: Bool = false) throws {
    _ = try shop.programme.months.signNil(
      channel, try #require(Month(month)), isUndone: undo, reason: "closed for holidays")
  }

  @Test func `a channel is asked from its first evidence on, by a sale or by nothing sold`() throws
  {
    #expect(try points() == [], "of channels that never sold, nobody asks")
    try shop.sell("BC01:1", at: "2026-09-05T10:00:00")
    #expect(try points("2026-08") == [] && points("2026-09") == [])
    #expect(try points() == ["nothing_known counter 1 "])
    #expect(try status().points[0].command == "bangfu month nil counter 2026-10 --reason …")
    try signNil("counter", "2026-10")
    #expect(try points() == [])
    #expect(refusal { try signNil("counter", "2026-10") } == "nil_stands")
    try signNil("counter", "2026-10", undo: true)
    #expect(refusal { try signNil("counter", "2026-10", undo: true) } == "nil_unknown")
    #expect(try points().count == 1)
    try shop.sell("BC01:1")
    #expect(try points() == [])
    #expect(refusal { try signNil("counter", "2026-10") } == "nil_sold")
    #expect(refusal { try signNil("no", "2026-10") } == "channel_unknown")
    #expect(refusal { try signNil("counter", "2099-01") } == "month_not_over")
    #expect(refusal { try signNil("counter", "2199-01") } == "day_implausible")
    #expect(try shop.violations() == [])
  }

  @Test func `a sale after a signature that there was none is a point, until that is undone`()
    throws
  {
    try shop.sell("BC01:1", at: "2026-09-05T10:00:00")
    try signNil("counter", "2026-10")
    let sale = try shop.sell("BC01:1").document
    #expect(try points() == ["nil_contradicted counter 1 2026-10-05"])
    _ = try shop.programme.orders.void(sale, reason: "typed wrong")
    #expect(try points() == [], "what was voided is no sale")
    try shop.sell("BC01:1")
    try signNil("counter", "2026-10", undo: true)
    #expect(try points() == [])
  }

  @Test func `a channel of files needs one that reaches the month's end, by its snapshot or a row`()
    throws
  {
    try shop.importRows(
      [DouyinLine("1", "1", paid: "2026-09-05 10:00:00")], name: "1791900000_a.csv")  // 2026-10-13
    #expect(try points("2026-09") == [])
    #expect(try points() == ["file_missing douyin 1 "])
    try shop.importRows([DouyinLine("2", "2")], name: "1791990000_b.csv")  // 2026-10-14
    #expect(try points() == ["file_ends_early douyin 1 2026-10-14"])
    #expect(try status().points[0].command == "bangfu import FILE --channel douyin")
    try shop.importRows(
      [DouyinLine("3", "3", paid: "2026-10-31 10:00:00")], name: "undated.csv")
    #expect(try points() == [])
    _ = try shop.programme.imports.undo(3)
    #expect(try points() == ["file_ends_early douyin 1 2026-10-14"])
    try shop.importRows([DouyinLine("4", "4")], name: "1793548800_c.csv")  // 2026-11-02
    #expect(try points() == [])
    var channel = ChannelDraft(code: "douyin")
    channel.isActive = false
    try shop.programme.channels.change(channel)
    #expect(try points("2026-11") == [])
  }

  @Test func `days without a sale are a point of a channel that sells nearly every day`() throws {
    for day in 1...31 where ![4, 12, 13].contains(day) {
      let two = day < 10 ? "0\(day)" : "\(day)"
      try shop.sell("BC01:1", at: "2026-10-\(two)T10:00:00")
    }
    #expect(try points() == ["days_missing counter 3 2026-10-04, 2026-10-12, 2026-10-13"])
    try shop.sell("BC01:1", at: "2026-10-04T10:00:00")
    #expect(try points() == ["days_missing counter 2 2026-10-12, 2026-10-13"])
    for day in 20...24 {
      let number = try shop.sql().execute(
        Query(unsafeSQL: "SELECT document_id FROM document WHERE day = '2026-10-\(day)'")
      ).single().decode(Int64.self)
      _ = try shop.programme.orders.void(number, reason: "x")
    }
    #expect(try points() == [], "24 days of 31 are not nearly every day")
  }

  @Test func `order numbers that are missing among dense ones are a point, unless a file has them`()
    throws
  {
    func rows(_ numbers: [Int], _ change: (DouyinLine) -> DouyinLine = { $0 }) -> [DouyinLine] {
      numbers.map { change(DouyinLine("KH2026\(1000 + $0)", "\(1000 + $0)")) }
    }
    let sparse = (0..<30).map {
      DouyinLine("692\($0 * 7919)00", "\($0)", paid: "2026-10-06 10:00:00")
    }
    try shop.importRows(
      rows((1...40).filter { ![7, 8, 30].contains($0) }) + sparse, name: "1793548800_a.csv")
    #expect(
      try points() == ["numbers_missing douyin 3 KH20261007, KH20261008, KH20261030"])
    let key = try status().points[0].key
    try shop.importRows(
      rows([8]) { $0.with("订单状态", "已关闭").with("支付完成时间", "-") }, name: "1793548801_b.csv")
    #expect(
      try points() == ["numbers_missing douyin 2 KH20261007, KH20261030"], "unpaid, but known")
    #expect(try status().points[0].key != key)
    try shop.importRows(rows([7, 30]), name: "1793548802_c.csv")
    #expect(try points() == [])
  }

  @Test func `rejected rows and totals that differ are points of the months of their file`() throws
  {
    let good = DouyinLine("6920001", "6920001")
    let bad = DouyinLine("6920002", "6920002").with("商品数量", "many")
    try shop.importRows([good, bad], name: "1793548800_a.csv")
    #expect(try points() == ["rows_rejected douyin 1 1793548800_a.csv line 3"])
    #expect(try points("2026-11") == ["file_missing douyin 1 "])
    try shop.importRows([DouyinLine("6920002", "6920002")], name: "1793548800_a.rejects.csv")
    #expect(try points() == [])
    let sheet = """
      振华超市代销结算单 2026年9月,,,,,,
      结算期间：2026-08-26 至 2026-09-30,,,,,,
      门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
      东昌店,BC01,白茶,50g,10,100.00,"1,000.00"
      合计,,,,,,"1,365.00"

      """
    try shop.importText(sheet, name: "代销.csv", channel: "supermarket")
    #expect(try points("2026-09") == ["totals_differ supermarket 1 代销.csv line 5"])
    #expect(try status("2026-09").points[0].amount == Money("365.00"))
    try shop.close("2026-09")
    #expect(
      try points("2026-10") == ["file_missing supermarket 1 "],
      "what was signed for is not asked again")
    #expect(try shop.violations() == [])
  }

  @Test func `what is pending is a point of each rule, until it is mapped`() throws {
    try shop.importRows(
      [
        DouyinLine("1", "1", sku: "NONE", payable: "10.00"),
        DouyinLine("2", "2", sku: "NONE", payable: "20.00"),
        DouyinLine("3", "3", status: "已完成", afterSale: "退款成功"),
      ], name: "1793548800_a.csv")
    #expect(
      try points() == [
        "lines_pending douyin 2 listing_unknown 1",
        "lines_pending douyin 1 refund_amount_unknown 3",
      ])
    #expect(try status().points[0].amount == Money("30.00"))
    #expect(try status().points[0].command == "bangfu channel unmapped douyin")
    try shop.map("NONE", to: "BC01")
    #expect(try points() == ["lines_pending douyin 1 refund_amount_unknown 3"])
  }

  @Test func `after-sale cases that find no order are a point`() throws {
    try shop.importRows([DouyinLine("1", "1")], name: "1793548800_a.csv")
    try shop.importTable(
      TextTable(
        name: "1793548801_sh.csv", columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "S1", "订单号": "9", "商品单号": "9", "售后状态": "同意退款，退款成功",
            "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00",
            "用户到账时间": "2026-10-08 09:00:00",
          ]
        ]))
    #expect(try points() == ["aftersales_waiting douyin 1 order_unknown S1"])
    #expect(try points("2026-09") == [], "it is of October")
    try shop.importRows([DouyinLine("9", "9")], name: "1793548802_b.csv")
    #expect(try points() == [])
  }

  @Test func `stock that is not settled is a point: shortages, counts, transfers`() throws {
    try shop.sql().run(
      script: """
        INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse');
        UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'
        """)
    try shop.importRows([DouyinLine("1", "1", sku: "BC02", pieces: 3)], name: "1793548800_a.csv")
    _ = try shop.programme.transfers.send(StockItems(["BC01:5"]), from: nil, to: "wh", reason: nil)
    _ = try shop.programme.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: Money(minor: 1))
    #expect(try points() == ["shortages_open  1 BC02"], "what was begun since is of a later month")
    let now = try shop.sql().execute(
      "SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')"
    ).single().decode(String.self)
    #expect(
      try points(now).map { $0.prefix { $0 != " " } }.filter { $0.hasSuffix("open") } == [
        "counts_open", "shortages_open", "transfers_open",
      ])
    try shop.receive("BC02", "3")
    #expect(try points() == [])
  }

  @Test func `a check that is violated is a point, and of another one the key is another`() throws {
    try shop.sell("BC01:1")
    try shop.sql().run(
      script: "ALTER TABLE tender DISABLE TRIGGER ALL; UPDATE tender SET amount = amount + 1")
    #expect(try status().points == [])
    let found = try status(checking: true).points
    #expect(
      found.map(\.kind) == ["check_violated"] && found[0].example.hasPrefix("tenders_balance"))
    try shop.sql().run(script: "UPDATE tender SET amount = amount + 1")
    #expect(try status(checking: true).points[0].key != found[0].key)
  }
}
