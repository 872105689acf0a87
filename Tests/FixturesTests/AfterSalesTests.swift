import Testing

@testable import Fixtures

@Suite struct AfterSalesTests {
  private func orders() throws -> DouyinPlan {
    var plan = DouyinPlan(month: try FixtureMonth("2026-10"), rows: 2_000, seed: 7)
    plan.products.append(.foreign)
    plan.unknownPerThousand = 10
    return plan
  }

  @Test func `about a tenth of the rows have a case, of a line of the orders`() throws {
    let plan = try orders()
    let (bytes, sums) = try DouyinAfterSales(DouyinAfterSalePlan(plan)).bytes()
    let rows = Cells.rows(in: bytes)
    let lines = Cells.rows(in: try DouyinExport(plan).bytes().bytes).dropFirst().map { $0[1] }
    #expect(rows.allSatisfy { $0.count == 50 })
    #expect(rows.count == sums.rows + 1 && (180...220).contains(sums.rows))
    #expect(Set(rows.dropFirst().map { $0[2] }).isSubset(of: lines))
    #expect(Set(rows.map { $0[0] }).count == rows.count)
  }

  @Test func `the cash is what the file's own cells add up to`() throws {
    let (bytes, sums) = try DouyinAfterSales(DouyinAfterSalePlan(orders())).bytes()
    let rows = Cells.rows(in: bytes)
    let back = rows.dropFirst().map { Cells(header: rows[0], cells: $0) }
      .filter { $0["售后状态"] == "同意退款，退款成功" }
    #expect(sums.cash == back.map { $0.fen("退商品金额（元）") }.reduce(0, +))
    #expect(back.allSatisfy { $0["用户到账时间"].count > 2 })
  }

  @Test func `with the cases the orders have more refunds, and none that is not told`() throws {
    let plan = try orders()
    let before = try DouyinExport(plan).bytes().expectation
    let after = try DouyinAfterSales(DouyinAfterSalePlan(plan)).bytes().expectation.orders
    #expect(after.gross == before.gross && after.rows == before.rows)
    #expect(after.orders == before.orders && after.unpaid == before.unpaid)
    #expect(after.refunds > before.refunds && after.pending < before.pending)
    #expect(after.refunds == after.bySKU.values.map(\.refunds).reduce(0, +))
  }
}
