import Bangfu
import Domain
import Fixtures
import TestSupport
import Testing

/// The generated files, which are what is measured with, against what their generators say of them.
@Suite struct FixtureImportTests {
  let shop: Shop
  let month: FixtureMonth
  let products = FixtureProduct.pengshui + [.foreign]
  init() throws {
    shop = try Shop()
    month = try FixtureMonth("2026-10")
  }

  @Test(arguments: FixturePlatform.allCases)
  func `a platform's file is posted as it says`(platform: FixturePlatform) throws {
    var plan = PlatformPlan(platform, month: month, rows: 400, seed: 7, products: products)
    plan.exportTime = 1_793_461_800  // 2026-10-31 23:50 in Shanghai
    plan.unknownPerThousand = 10
    let sums = try imported(PlatformExport(plan), channel: platform.rawValue, \.self)
    try expectMonth(sums)
  }

  @Test(arguments: FixturePlatform.allCases)
  func `without a time of export refunds are of the newest instant of their rows`(
    platform: FixturePlatform
  ) throws {
    let plan = PlatformPlan(platform, month: month, rows: 400, seed: 8, products: products)
    let sums = try imported(PlatformExport(plan), channel: platform.rawValue, \.self)
    try expectMonth(sums)
  }

  @Test func `main orders are posted as they say`() throws {
    var plan = DouyinPlan(month: month, rows: 400, seed: 7, products: products)
    plan.variant = .main
    let sums = try imported(DouyinExport(plan), channel: "douyin", \.self)
    try expectMonth(sums)
  }

  @Test(arguments: [true, false])
  func `after-sale cases are posted as they say, before their orders or after them`(
    ordersFirst: Bool
  ) throws {
    var plan = DouyinPlan(month: month, rows: 400, seed: 7, products: products)
    plan.exportTime = 1_793_461_800
    plan.unknownPerThousand = 10
    let cases = DouyinAfterSales(DouyinAfterSalePlan(plan))
    if ordersFirst { _ = try imported(DouyinExport(plan), channel: "douyin", \.self) }
    let path = shop.folder.path + "/" + cases.name
    let sums = try cases.write(to: path)
    let result = try shop.programme.imports.run(
      ImportRequest(path: path, name: cases.name, channel: "douyin"))[0]
    #expect(result.rows == sums.rows && result.rejected == 0)
    #expect(result.refunds.minor == sums.cash)
    if !ordersFirst { _ = try imported(DouyinExport(plan), channel: "douyin", \.self) }
    try expectMonth(sums.orders)
  }

  /// Imports a file; makes sure that it says what its generator does, and that again it changes nothing.
  private func imported<Export: FixtureExport>(
    _ export: Export, channel: String, _ sums: (Export.Sums) -> Fixtures.Expectation
  ) throws -> Fixtures.Expectation {
    let path = shop.folder.path + "/" + export.name
    let expected = sums(try export.write(to: path))
    let request = ImportRequest(path: path, name: export.name, channel: channel)
    let result = try shop.programme.imports.run(request)[0]
    #expect(result.rows == expected.rows && result.new == expected.rows && result.rejected == 0)
    #expect(result.gross.minor == expected.gross)
    #expect(result.refunds.minor == expected.refunds)
    let again = try shop.programme.imports.run(request)[0]
    #expect(again.same == expected.rows && again.postedGross == .zero)
    return expected
  }

  /// Compares the month with what its files say.
  private func expectMonth(_ sums: Fixtures.Expectation) throws {
    let report = try shop.programme.reports.monthly(#require(Month("2026-10")), proving: true)
    let figures = [
      report.headline.gross, report.headline.refunds, report.headline.excluded,
      report.headline.pending, report.headline.counted,
    ].map(\.minor)
    let expected = [sums.gross, sums.refunds, sums.excluded, sums.pending, sums.counted]
    #expect(figures == expected.map(Int64.init))
    for row in report.byTime {
      let day = try #require(sums.byDay[row.code])
      #expect(row.sums.gross.minor == Int64(day.gross), "\(row.code)")
      #expect(row.sums.refunds.minor == Int64(day.refunds), "\(row.code)")
    }
    #expect(report.byTime.count == sums.byDay.count)
    #expect(report.differences == [] && report.reconciles)
    #expect(try shop.violations() == [])
  }
}
