import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Sales that two sources report: found, decided by people, counted once.
@Suite struct DuplicateTests {
  let shop: Shop
  var programme: Programme { shop.programme }

  /// All invariants hold.
  private func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let violations = try shop.violations()
    #expect(violations == [], sourceLocation: location)
  }

  init() throws {
    shop = try Shop()
    for sku in ["BC01", "BC02", "HS01", "YC02"] { try shop.receive(sku, "1000") }
  }

  private func find() throws -> DuplicatesFound {
    try programme.duplicates.find(
      from: #require(BusinessDay("2026-10-01")), to: #require(BusinessDay("2026-10-31")))
  }

  /// Some days' sales at the counter and by livestream, so that there is something to compare with.
  private func others() throws {
    for day in 10...29 {
      try shop.sell("BC0\(day % 2 + 1):\(day % 7 + 1)", at: "2026-10-\(day)T10:00:00")
    }
    try shop.importRows(
      (10...29).map { day in
        DouyinLine(
          "69300\(day)0", "69300\(day)0", sku: "BC02", pieces: day % 5 + 8,
          payable: "\(98 * (day % 5 + 8)).00",
          paid: "2026-10-\(day) 11:00:00")
      })
  }

  /// A canteen's purchase, entered and reported by the platform's file, the day after.
  private func reportedTwice() throws {
    try shop.sell("YC02:12", at: "2026-10-05T10:00:00")
    try shop.importRows([
      DouyinLine(
        "6920001", "6920001", sku: "YC02", pieces: 12, payable: "1656.00",
        paid: "2026-10-06 09:00:00")
    ])
  }

  private func group() throws -> Int64 {
    let rows = try programme.duplicates.list(decided: false, limit: nil).rows
    return try #require(rows.first.flatMap { Int64($0[0]) })
  }

  private func counted() throws -> String {
    try shop.sql().execute(
      "SELECT sum(gross - refunds) FILTER (WHERE verdict = 'counted' AND product_id = (SELECT product_id FROM product WHERE sku = 'YC02'))::text FROM daily_sales"
    ).single().decode(String.self)
  }

  @Test func `what two sources report is found, decided, counted once, and undone`() throws {
    try others()
    try reportedTwice()
    let found = try find()
    #expect(found.groups == 1 && found.pairs == 1)
    let report = try programme.reports.monthly(#require(Month("2026-10")))
    #expect(report.undecided == 1 && report.atRisk == Money("1656.00"))
    try expectSound()
    let group = try group()
    let done = try programme.duplicates.decide(group, same: true, reason: "同一张送货单")
    #expect(done.judged == 1)
    #expect(try counted() == "1656.00")
    #expect(
      try programme.reports.monthly(#require(Month("2026-10"))).headline.duplicates
        == Money("1656.00"))
    // The one whose goods left our stock counts.
    let sales = try programme.duplicates.show(done.number).sales
    #expect(
      sales.rows.map { [$0[1], $0[9], $0[10]] } == [
        ["counter entered", "counted", "yes"], ["douyin", "duplicate", "no"],
      ])
    #expect(try find().groups == 0)
    #expect(throws: Problem.self) {
      try programme.duplicates.decide(group, same: false, reason: "again")
    }
    _ = try programme.duplicates.undo(done.number, reason: "two canteens")
    #expect(try counted() == "3312.00")
    #expect(try find().groups == 1)
    let again = try programme.duplicates.decide(self.group(), same: true, reason: "one after all")
    try expectSound()
    _ = try programme.duplicates.undo(again.number, reason: "two canteens")
    #expect(try find().groups == 1)
    let other = try programme.duplicates.decide(self.group(), same: false, reason: "two canteens")
    #expect(try counted() == "3312.00" && find().groups == 0)
    #expect(try programme.duplicates.undo(other.number, reason: "x").judged == 0)
    try expectSound()
  }

  @Test
  func `another sale may be chosen, and its goods leave our stock then, the other's come back`()
    throws
  {
    try others()
    try reportedTwice()
    _ = try find()
    let done = try programme.duplicates.decide(group(), same: true, reason: "x")
    let sql = try shop.sql()
    func onHand() throws -> String {
      try sql.execute(
        "SELECT quantity::text FROM stock_on_hand h JOIN product p USING (product_id) WHERE sku = 'YC02'"
      ).single().decode(String.self)
    }
    #expect(try onHand() == "988.000")
    let sales = try programme.duplicates.show(done.number).sales.rows
    let filed = try #require(Int64(sales[1][0]))
    let chosen = try programme.duplicates.choose(filed, in: done.number, reason: "the platform's")
    #expect(chosen.judged == 2)
    #expect(try counted() == "1656.00" && onHand() == "1000.000")
    try expectSound()
    _ = try programme.duplicates.undo(done.number, reason: "x")
    #expect(try counted() == "3312.00" && onHand() == "988.000")
    try expectSound()
  }

  /// What is on hand of what was reported twice, and the moves of its duplicates.
  private func goods() throws -> [String?] {
    let row = try shop.sql().execute(
      """
      SELECT trim_scale(h.quantity)::text, (
        SELECT string_agg(trim_scale(m.quantity)::text, ' ' ORDER BY m.posting_id, m.move_no) FROM stock_move m
        WHERE m.product_id = h.product_id AND m.kind = 'duplicate'), (
        SELECT trim_scale(sum(o.quantity))::text FROM shortage_open o WHERE o.product_id = h.product_id)
      FROM stock_on_hand h JOIN product p USING (product_id) WHERE sku = 'YC02'
      """
    ).single()
    return [row.text(0), row.text(1), row.text(2)]
  }

  @Test(arguments: [false, true])
  func `goods of a duplicate come back when that is decided, of a closed month, too`(
    _ isClosed: Bool
  ) throws {
    try others()
    try reportedTwice()
    try shop.sell("YC02:3", at: "2026-11-01T09:00:00")
    _ = try find()
    if isClosed { try shop.close("2026-10") }
    let done = try programme.duplicates.decide(group(), same: true, reason: "x")
    #expect(try goods() == ["985", nil, nil])
    let sales = try programme.duplicates.show(done.number).sales.rows.compactMap { Int64($0[0]) }
    _ = try programme.duplicates.choose(sales[1], in: done.number, reason: "the platform's")
    #expect(try goods() == ["997", "12", nil])
    try expectSound()
    // Most of it is sold meanwhile: what is missing when it goes out again is a shortage, which goods cover later.
    try shop.sell("YC02:990", at: "2026-11-01T10:00:00", cash: "200000")
    _ = try programme.duplicates.choose(sales[0], in: done.number, reason: "the clerk's")
    #expect(try goods() == ["0", "12 -7", "5"])
    try expectSound()
    try shop.receive("YC02", "2")
    #expect(try goods() == ["0", "12 -7", "3"])
    _ = try programme.duplicates.choose(sales[1], in: done.number, reason: "the platform's")
    #expect(try goods() == ["9", "12 -7 9", nil])
    try expectSound()
    try shop.receive("YC02", "100")
    #expect(try goods() == ["109", "12 -7 9", nil], "a duplicate is short of nothing")
    _ = try programme.duplicates.undo(done.number, reason: "two canteens")
    #expect(try goods() == ["97", "12 -7 9 -12", nil])
    try expectSound()
  }

  @Test func `what customers have brought back already does not come back of a duplicate again`()
    throws
  {
    try others()
    try reportedTwice()
    let typed = try shop.sql().execute("SELECT document_id FROM document WHERE day = '2026-10-05'")
    var request = try RefundRequest(document: typed.single().decode(Int64.self))
    request.lines = [try RefundRequest.Line(parsing: "1:3")]
    request.restock = true
    request.at = Instant("2026-10-07T10:00:00")
    _ = try programme.orders.refund(request)
    _ = try find()
    let done = try programme.duplicates.decide(group(), same: true, reason: "x")
    let sales = try programme.duplicates.show(done.number).sales.rows.compactMap { Int64($0[0]) }
    #expect(try goods() == ["991", nil, nil])
    _ = try programme.duplicates.choose(sales[1], in: done.number, reason: "the platform's")
    #expect(try goods() == ["1000", "9", nil])
    try expectSound()
    try shop.close("2026-10")
    _ = try programme.duplicates.choose(sales[0], in: done.number, reason: "the clerk's")
    #expect(try goods() == ["991", "9 -9", nil])
    try expectSound()
  }

  @Test func `what counted and is voided, or whose file is undone, lets the other count`() throws {
    try others()
    try reportedTwice()
    _ = try find()
    let done = try programme.duplicates.decide(group(), same: true, reason: "x")
    let sale = try shop.sql().execute("SELECT document_id FROM document WHERE day = '2026-10-05'")
      .single()
    _ = try programme.orders.void(sale.decode(Int64.self), reason: "typed by mistake")
    #expect(try counted() == "1656.00")
    #expect(try programme.duplicates.show(done.number).sales.rows.contains { $0[9] == "counted" })
    try expectSound()
    _ = try programme.imports.undo(2)
    try expectSound()
    try shop.importRows([
      DouyinLine(
        "6920001", "6920001", sku: "YC02", pieces: 12, payable: "1656.00",
        paid: "2026-10-06 09:00:00")
    ])
    #expect(try counted() == "1656.00")
    try expectSound()
  }

  @Test func `a refund of a duplicate is a duplicate, and is of the figure when its sale is again`()
    throws
  {
    try others()
    try reportedTwice()
    _ = try find()
    let done = try programme.duplicates.decide(group(), same: true, reason: "x")
    try shop.importRows(
      [
        DouyinLine(
          "6920001", "6920001", sku: "YC02", pieces: 12, payable: "1656.00",
          paid: "2026-10-06 09:00:00", status: "已关闭", afterSale: "退款成功")
      ], name: "1793461800_later.csv")
    #expect(try counted() == "1656.00")
    try expectSound()
    _ = try programme.duplicates.undo(done.number, reason: "x")
    #expect(try counted() == "1656.00")
    try expectSound()
  }

  @Test func `affixes of order numbers are seen through, and honest equal purchases stay apart`()
    throws
  {
    try shop.sql().run(
      script:
        "INSERT INTO channel (code, name, kind, platform) VALUES ('erp', 'ERP', 'marketplace', 'douyin_erp')"
    )
    try others()
    // One buyer buys the same twice from one source: no candidate.
    for _ in 0..<2 { try shop.sell("YC02:3", at: "2026-10-12T10:00:00") }
    #expect(try find().groups == 0)
    let rows = try shop.sql().execute(
      """
      SELECT order_key(n) FROM unnest(ARRAY['6920001', '6920001-1', '6920001A', '6920001_02', 'XY6920001', '12']) AS n
      """)
    #expect(
      rows.map { $0.text(0) } == ["6920001", "6920001", "6920001", "6920001", "XY6920001", nil])
  }

  /// Ways in which the file of another platform reports a wholesale once more.
  private enum Planted: CaseIterable { case exact, affix, otherNumber, shiftedDay, split, refunded }

  private static let purchases = [
    "订单编号", "下单时间", "付款时间", "订单状态", "采购单位", "商品编码", "商品名称", "规格", "数量", "金额", "运费",
  ]

  @Test
  func `what is planted is found in whatever way it is reported, and no honest equal purchase`()
    throws
  {
    var (dice, sold, bought) = (Dice(7), [DouyinLine](), [[String: String]]())
    var planted: [String: Planted] = [:]
    func buy(_ order: String, _ sku: String, _ pieces: Int, _ day: Int, spec: String = "-") {
      let time = "2026-10-\(day < 10 ? "0" : "")\(day) 10:00:00"
      bought.append([
        "订单编号": order, "下单时间": time, "付款时间": time, "订单状态": "已完成", "采购单位": "聊城第一中学",
        "商品编码": sku, "商品名称": sku, "规格": spec, "数量": "\(pieces)", "金额": "\(98 * pieces).00",
        "运费": "0",
      ])
    }
    for number in 0..<400 {
      let (order, day) = ("69\(10000 + number)", 1 + dice.roll(26))
      let sku = ["BC01", "BC02", "HS01", "YC02"][dice.roll(4)]
      let isWholesale = number % 10 == 0
      let pieces = isWholesale ? 20 + dice.roll(900) : 1 + dice.roll(3)
      let kind = Planted.allCases[number / 10 % 6]
      let isBack = isWholesale && kind == .refunded
      sold.append(
        DouyinLine(
          order, order, sku: sku, pieces: pieces, payable: "\(98 * pieces).00",
          paid: "2026-10-\(day < 10 ? "0" : "")\(day) 09:00:00", status: isBack ? "已关闭" : "已完成",
          afterSale: isBack ? "退款成功" : "-"))
      let other = "832\(20000 + number)"
      guard isWholesale else {
        // Others buy by the piece, too: now and then the same on the same day.
        if number % 2 == 0 {
          buy(other, ["BC01", "BC02", "HS01", "YC02"][dice.roll(4)], 1 + dice.roll(3), day)
        }
        if number % 50 == 1 { buy(other, sku, pieces, day) }
        continue
      }
      planted[order] = kind
      switch kind {
      case .exact, .refunded: buy(order, sku, pieces, day)
      case .affix: buy(order + "-1", sku, pieces, day)
      case .otherNumber: buy(other, sku, pieces, day)
      case .shiftedDay: buy(other, sku, pieces, day + 1 + dice.roll(2))
      case .split:
        buy(other, sku, 7, day, spec: "甲")
        buy(other, sku, pieces - 7, day, spec: "乙")
      }
    }
    try shop.importRows(sold)
    try shop.importTable(
      TextTable(name: "832.csv", columns: Self.purchases, rows: bought, order: "订单编号"))
    _ = try find()
    let found = try shop.sql().execute(
      """
      SELECT DISTINCT c.order_no FROM duplicate_candidate d JOIN claim c ON c.claim_id = d.unit / 1000
      WHERE c.channel_id = (SELECT channel_id FROM channel WHERE code = 'douyin')
      """
    ).compactMap { $0.text(0) }
    #expect(Set(found).subtracting(planted.keys) == [], "no honest one")
    let missed = planted.filter { !found.contains($0.key) }
    #expect(missed.isEmpty, "of \(planted.count)")
    try expectSound()
  }

  @Test func `a part of a group may be one sale, and what is no group is refused`() throws {
    try others()
    try reportedTwice()
    _ = try find()
    let group = try group()
    let sales = try programme.duplicates.show(group).sales.rows.compactMap { Int64($0[0]) }
    for (code, act) in [
      ("duplicates_unknown", { _ = try programme.duplicates.decide(99, same: true, reason: "x") }),
      ("duplicates_unknown", { _ = try programme.duplicates.show(99) }),
      (
        "sale_not_of_group",
        { _ = try programme.duplicates.decide(group, same: true, counted: 7, reason: "x") }
      ),
      (
        "group_of_one",
        { _ = try programme.duplicates.decide(group, same: true, sales: [sales[0]], reason: "x") }
      ),
      ("reason_blank", { _ = try programme.duplicates.decide(group, same: true, reason: " ") }),
      ("decision_unknown", { _ = try programme.duplicates.undo(1, reason: "x") }),
    ] as [(String, () throws -> Void)] {
      let refused = #expect(throws: Problem.self) { try act() }
      #expect(refused?.code == code)
    }
    _ = try find()
    let refused = #expect(throws: Problem.self) {
      try programme.duplicates.decide(group, same: true, reason: "x")
    }
    #expect(refused?.code == "group_dissolved")
    try expectSound()
  }

  @Test func `two never count of one sale, whoever writes it`() throws {
    try others()
    try reportedTwice()
    _ = try find()
    _ = try programme.duplicates.decide(group(), same: true, reason: "x")
    let sql = try shop.sql()
    let error = #expect(throws: PostgresError.self) {
      try sql.run(script: "UPDATE duplicate_unit SET counts = true")
    }
    #expect(error?.constraint == "duplicate_unit_counted_once")
  }

  @Test func `a parcel that two sources name makes them one sale, and its number is not kept`()
    throws
  {
    let parcel = "SF1393400012345"
    let weixin = TextTable(
      name: "订单.csv", columns: TextTable.weixinOrders + ["快递单号"],
      rows: (10...29).map { day in
        [
          "订单号": "37300\(day)0", "订单下单时间": "2026-10-\(day) 11:00:00", "订单状态": "已完成",
          "商品名称": "白茶", "商品编码(平台)": "35", "SKU编码(自定义)": "BC01", "商品实际价格(总共)": "128.00",
          "商品数量": "1", "支付时间": "2026-10-\(day) 11:00:00", "商品已退款金额": "0.00",
          "快递单号": day == 20 ? "\(parcel)-顺丰速运,10001-1" : "SF13930000\(day)",
        ]
      }, order: "订单号")
    try shop.importTable(weixin)
    let taobao = TextTable(
      name: "报表.csv", columns: TextTable.taobaoOrders + ["物流单号"],
      rows: (10...29).map { day in
        [
          "子订单编号": "48\(day)77", "主订单编号": "48\(day)77", "商品标题": "白茶", "购买数量": "1",
          "订单状态": "交易成功", "商家编码": "BC01", "买家实付金额": "128.00", "退款状态": "没有申请退款",
          "订单创建时间": "2026-10-\(day) 12:00:00", "订单付款时间": "2026-10-\(day) 12:00:00",
          "物流单号": day == 22 ? parcel.lowercased() : "773000000\(day)",
        ]
      }, order: "主订单编号")
    try shop.importTable(taobao)
    // They say the same of what was sold each day, and name other parcels: all but one are other sales.
    let found = try find()
    #expect(found.groups == 1 && found.pairs == 1)
    let pairs = try programme.duplicates.show(group()).pairs
    let bits = try #require(Double(pairs.rows[0][6]))
    #expect(bits > 5, "the parcel says most")
    let sales = try programme.duplicates.show(group()).sales.rows
    #expect(sales.map { $0[3] } == ["2026-10-20", "2026-10-22"])
    try expectSound()
    let sql = try shop.sql()
    let kept = try sql.execute(
      "SELECT count(courier), count(*) FROM claim_snapshot"
    ).single().decode((Int, Int).self)
    #expect(kept == (40, 40))
    let raw = try programme.imports.row(12, of: 1).cells.map { "\($0)" }.joined()
    #expect(raw.contains("BC01"))
    #expect(!raw.contains("SF1393"))
  }
}
