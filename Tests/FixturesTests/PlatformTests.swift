import Testing

@testable import Fixtures

@Suite struct PlatformTests {
  private func plan(_ platform: FixturePlatform, rows: Int = 2_000) throws -> PlatformPlan {
    var plan = PlatformPlan(platform, month: try FixtureMonth("2026-10"), rows: rows, seed: 7)
    plan.products.append(.foreign)
    plan.unknownPerThousand = 10
    plan.encoding = .utf8
    return plan
  }

  private func rows(
    _ plan: PlatformPlan
  ) throws -> (rows: [Cells], expectation: Fixtures.Expectation) {
    let (bytes, expectation) = try PlatformExport(plan).bytes()
    let rows = Cells.rows(in: bytes)
    return (rows.dropFirst().map { Cells(header: rows[0], cells: $0) }, expectation)
  }

  @Test func `the exports have their columns`() {
    #expect(FixturePlatform.allCases.map(\.header.count) == [27, 61, 57, 31])
    #expect(FixturePlatform.allCases.allSatisfy { Set($0.header).count == $0.header.count })
  }

  @Test(arguments: FixturePlatform.allCases)
  func `the same plan gives the same bytes`(platform: FixturePlatform) throws {
    let once = try PlatformExport(plan(platform)).bytes()
    let again = try PlatformExport(plan(platform)).bytes()
    let same = once.bytes == again.bytes
    #expect(same)
    #expect(once.expectation == again.expectation)
  }

  @Test(arguments: FixturePlatform.allCases)
  func `every row has as many cells as the header`(platform: FixturePlatform) throws {
    let (rows, expectation) = try rows(plan(platform))
    #expect(rows.count == 2_000 && expectation.rows == 2_000)
    #expect(rows.allSatisfy { $0.cells.count == platform.header.count })
  }

  @Test(arguments: FixturePlatform.allCases)
  func `sums agree with one another`(platform: FixturePlatform) throws {
    let sums = try rows(plan(platform)).expectation
    #expect(sums.gross == sums.bySKU.values.map(\.gross).reduce(0, +))
    #expect(sums.refunds == sums.byDay.values.map(\.refunds).reduce(0, +))
    #expect(sums.unpaid > 0 && sums.pending > 0 && sums.excluded > 0)
  }

  @Test func `pinduoduo's goods are what the shop gets without freight`() throws {
    let (rows, sums) = try rows(plan(.pinduoduo))
    let sales = rows.filter { $0["订单成交时间"] != "" }
    let goods = { (row: Cells) in row.fen("商家实收金额(元)") - row.fen("邮费(元)") }
    let whole = sales.filter { ["未发货，退款成功", "已取消，退款成功"].contains($0["订单状态"]) }
    #expect(sums.gross == sales.map(goods).reduce(0, +))
    #expect(sums.refunds == whole.map(goods).reduce(0, +))
  }

  @Test func `kuaishou's goods have the subsidies, and its refunds are not told`() throws {
    let (rows, sums) = try rows(plan(.kuaishou))
    let sales = rows.filter { $0["订单支付时间"].count > 2 }
    let goods = sales.map {
      $0.fen("实付款") - $0.fen("快递费") + $0.fen("平台补贴") + $0.fen("主播补贴")
    }
    #expect(sums.gross == goods.reduce(0, +) && sums.refunds == 0)
  }

  @Test func `weixin's lines tell what went back of them`() throws {
    let (rows, sums) = try rows(plan(.weixin))
    var paid = Set<String>()
    for row in rows where row["支付时间"].count > 2 { paid.insert(row["订单号"]) }
    let sales = rows.filter { paid.contains($0["订单号"]) }
    let partly = sales.filter {
      (1..<$0.fen("商品实际价格(总共)")).contains($0.fen("商品已退款金额"))
    }
    #expect(sums.gross == sales.map { $0.fen("商品实际价格(总共)") }.reduce(0, +))
    #expect(sums.refunds == sales.map { $0.fen("商品已退款金额") }.reduce(0, +))
    #expect(partly.count > 20 && rows.contains { $0["订单状态"] == "-" })
    #expect((40...60).contains(several(rows, by: "订单号")))
  }

  @Test func `taobao's amounts are net of what went back`() throws {
    let (rows, sums) = try rows(plan(.taobao))
    let sales = rows.filter { $0["订单付款时间"] != "" }
    let back = sales.filter { $0["退款状态"] == "退款成功" }.map { $0.fen("退款金额") }.reduce(0, +)
    #expect(sums.refunds == back)
    #expect(sums.gross == back + sales.map { $0.fen("买家实付金额") }.reduce(0, +))
    #expect((40...60).contains(several(rows, by: "主订单编号")))
  }

  /// How many in a thousand orders have several rows.
  private func several(_ rows: [Cells], by column: String) -> Int {
    let counts = Dictionary(grouping: rows) { $0[column] }.values.map(\.count)
    return counts.filter { $0 > 1 }.count * 1000 / counts.count
  }
}
