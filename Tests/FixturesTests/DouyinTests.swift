import Testing

@testable import Fixtures

@Suite struct DouyinTests {
  private func plan(rows: Int = 2_000) throws -> DouyinPlan {
    var plan = DouyinPlan(month: try FixtureMonth("2026-10"), rows: rows, seed: 7)
    plan.products.append(.foreign)
    plan.unknownPerThousand = 10
    return plan
  }

  @Test func `the same plan gives the same bytes`() throws {
    let once = try DouyinExport(plan()).bytes()
    let again = try DouyinExport(plan()).bytes()
    let same = once.bytes == again.bytes
    #expect(same)
    #expect(once.expectation == again.expectation)
  }

  @Test func `the variants have their columns`() {
    #expect(DouyinVariant.sub.header.count == 73)
    #expect(DouyinVariant.main.header.count == 75)
  }

  @Test func `every row has as many cells as the header`() throws {
    for variant in DouyinVariant.allCases {
      var plan = try plan()
      plan.variant = variant
      let rows = Cells.rows(in: try DouyinExport(plan).bytes().bytes)
      #expect(rows.count == 2_001)
      #expect(rows.allSatisfy { $0.count == variant.header.count })
    }
  }

  @Test func `the expectation is what the file's own cells add up to`() throws {
    let (bytes, expectation) = try DouyinExport(plan()).bytes()
    let rows = Cells.rows(in: bytes)
    let sales = rows.dropFirst().map { Cells(header: rows[0], cells: $0) }.filter(\.isPaid)
    #expect(expectation.rows == 2_000)
    #expect(expectation.unpaid == 2_000 - sales.count)
    #expect(expectation.gross == sales.map(\.goods).reduce(0, +))
    #expect(expectation.refunds == sales.filter(\.wentBack).map(\.goods).reduce(0, +))
    #expect(expectation.gross == expectation.bySKU.values.map(\.gross).reduce(0, +))
    #expect(expectation.refunds == expectation.byDay.values.map(\.refunds).reduce(0, +))
    #expect(expectation.pending > 0 && expectation.excluded > 0)
    for (sku, sums) in expectation.bySKU where sku != "" {
      let own = sales.filter { $0["商家编码"] == sku }
      #expect(sums.gross == own.map(\.goods).reduce(0, +))
    }
  }

  @Test func `both variants tell of the same orders`() throws {
    var plan = try plan()
    plan.severalPerThousand = 0
    let sub = try DouyinExport(plan).bytes().expectation
    plan.variant = .main
    #expect(try DouyinExport(plan).bytes().expectation == sub)
  }

  @Test func `order numbers are unique over months and seeds`() throws {
    var numbers: Set<Int> = []
    for (month, seed) in [("2026-09", 1), ("2026-10", 1), ("2026-10", 2)] {
      let plan = DouyinPlan(month: try FixtureMonth(month), rows: 1, seed: UInt64(seed))
      var orders = DouyinOrders(plan)
      for _ in 0..<5_000 { numbers.insert(orders.next().number) }
    }
    #expect(numbers.count == 15_000)
    #expect(numbers.allSatisfy { String($0).count == 19 && String($0).hasPrefix("69") })
  }

  @Test func `the file's name tells when it was written`() throws {
    var plan = try plan()
    plan.exportTime = 1_791_430_000
    #expect(DouyinExport(plan).name.hasPrefix("1791430000_"))
    #expect(FixtureMonth.day(ofEpoch: 1_791_430_000) == "2026-10-08")
  }
}
