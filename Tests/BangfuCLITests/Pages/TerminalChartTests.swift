import Domain
import Testing

@testable import BangfuCLI

/// Drawings of characters have the amounts of their tables, and fit the screen.
@Suite struct TerminalChartTests {
  private func lines(_ chart: Chart, _ width: Int = 40, _ marks: ChartMarks = .blocks) -> [String] {
    chart.text(within: width, of: marks).split(separator: "\n").map(String.init)
  }

  @Test func `a bar is as long as its amount, beside names of wide characters`() {
    let bars = Chart.bars([
      ("抖音直播", Money(minor: 20_000)), ("832平台", Money(minor: 5_000)), ("fair", Money(minor: 1)),
      ("无", .zero),
    ])
    #expect(
      lines(bars, 30) == [
        "抖音直播  ████████████  200.00", "832平台   ███            50.00",
        "fair      ▌               0.01", "无                        0.00",
      ])
    #expect(
      lines(bars, 30, .ascii) == [
        "抖音直播  ############  200.00", "832平台   ###            50.00",
        "fair      #               0.01", "无                        0.00",
      ])
  }

  @Test func `what is below zero stands left of the axis`() {
    let bars = Chart.bars([("a", Money(minor: 3_00)), ("b", Money(minor: -1_00))])
    #expect(lines(bars, 20) == ["a    ▐███████   3.00", "b  ██▌         -1.00"])
  }

  @Test func `steps lead down from gross to counted`() {
    let steps = Chart.steps([
      ("gross", .zero, Money(minor: 8_00), Money(minor: 8_00)),
      ("refunds", Money(minor: 8_00), Money(minor: 6_00), Money(minor: 2_00)),
      ("counted", .zero, Money(minor: 6_00), Money(minor: 6_00)),
    ])
    #expect(
      lines(steps, 23) == [
        "gross    ████████  8.00", "refunds        ▒▒  2.00", "counted  ██████    6.00",
      ])
    #expect(lines(steps, 23, .ascii)[1] == "refunds        --  2.00")
  }

  @Test func `parts lie on one another, and a legend says which is which`() {
    let chart = Chart.stacked(
      labels: ["01", "02"],
      series: [
        ("抖音", [Money(minor: 4_00), .zero]), ("食堂", [Money(minor: 4_00), Money(minor: -2_00)]),
      ], in: .yuan)
    #expect(
      lines(chart, 23) == ["01    █████▒▒▒▒▒   8.00", "02  ▒▒│           -2.00", "█ 抖音  ▒ 食堂"])
    let many = Chart.stacked(
      labels: ["01"], all: (1...9).map { ("c\($0)", [Money(minor: Int64($0) * 1_00)]) }, in: .yuan)
    guard case .stacked(_, let series, _) = many else { return }
    #expect(series.map(\.name) == ["c5", "c6", "c7", "c8", "c9", "4 others"])
    #expect(series.last?.amounts == [Money(minor: 10_00)])
  }

  @Test(arguments: [ChartMarks.ascii, .blocks], [20, 40, 80, 200])
  func `no line is wider than the screen`(_ marks: ChartMarks, _ width: Int) {
    let long = String(repeating: "茶", count: 200)
    let amounts = [Money(minor: 138_000_000_00), Money(minor: -5), .zero]
    let charts: [Chart] = [
      .bars(amounts.map { (long, $0) }),
      .stacked(labels: ["01", "02", "03"], series: [(long, amounts), ("b", amounts)], in: .yuan),
      .steps(amounts.map { (long, .zero, $0, $0) }),
      .progress(done: amounts[0], of: Money(minor: 46_000_000_00)),
    ]
    for chart in charts {
      let widest = lines(chart, width, marks).map(\.columns).max() ?? 0
      #expect(widest <= max(width, 33), "\(chart)")
      #expect(
        lines(chart, width, .ascii).joined().filter { "█▒▚░▓▖▐▌│".contains($0) }.isEmpty,
        "only what every terminal has")
    }
  }

  @Test func `a target that is passed is a mark in the bar`() {
    #expect(
      lines(.progress(done: Money(minor: 3_00), of: Money(minor: 1_00)), 9)
        == ["███│█████", "3.00 / 1.00"])
    #expect(
      lines(.progress(done: Money(minor: 1_00), of: Money(minor: 3_00)), 9)
        == ["███░░░░░░", "1.00 / 3.00"])
    #expect(
      lines(.progress(done: Money(minor: -1_00), of: Money(minor: 3_00)), 9)[0] == "░░░░░░░░░")
    #expect(lines(.progress(done: .zero, of: .zero), 9) == ["░░░░░░░░░", "0.00 / 0.00"])
  }

  @Test func `blocks are for locales of UTF-8`() {
    #expect(ChartMarks.ofLocale(["LANG": "zh_CN.UTF-8"]).halves != nil)
    #expect(ChartMarks.ofLocale(["LANG": "zh_CN.utf8", "LC_ALL": ""]).halves != nil)
    #expect(ChartMarks.ofLocale(["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]).halves == nil)
    #expect(ChartMarks.ofLocale(["LC_CTYPE": "zh_CN.GB18030"]).halves == nil)
    #expect(ChartMarks.ofLocale([:]).halves == nil)
  }

  @Test func `reports draw what their tables have, and only for people`() throws {
    let shop = try CounterShop()
    let program = shop.program
    let setting = try shop.shell(
      """
      \(program) order enter --line BC01:1 --tender cash:128 --at 2025-12-03T10:00 &&
      \(program) target set 100 --from 2025-01-01 --to 2025-12-31
      """)
    #expect(setting.status == 0, "\(setting.words)")
    for report in ["monthly 2025-12", "yearly 2025", "pace --today 2025-12-31", "waterfall 2025"] {
      for (locale, mark) in [("C", "#"), ("C.UTF-8", "█")] {
        let run = try shop.shell(
          "\(shop.environment) LC_ALL=\(locale) COLUMNS=80 \(shop.programs)/bangfu report \(report) --chart"
        )
        #expect(run.status == 0, "\(run.words)")
        let bars = run.slips.split(separator: "\n").filter { $0.contains(mark) }
        #expect(!bars.isEmpty && run.slips.contains("128.00"), "\(report): \(run.slips)")
        #expect(run.slips.split(separator: "\n").allSatisfy { $0.columns <= 80 }, "\(run.slips)")
      }
      for options in ["--format json", "--format csv", "--output -", "--output x.html"] {
        let run = try shop.shell("\(program) report \(report) --chart \(options)")
        #expect(run.status == 64 && run.words.contains("--chart draws"), "\(run.words)")
      }
    }
  }
}
