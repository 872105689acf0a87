import ArgumentParser
import Bangfu
import Domain

/// `bangfu report waterfall`: how gross leads to counted, step by step, with the reasons.
struct ReportWaterfall: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waterfall",
      abstract: say(
        "从销售额到计入额：一步一步，每步的原因", "How gross leads to counted, step by step, with the reasons."),
      discussion: say(
        "销售额 − 退款 − 重复 − 不计入 − 待定 = 计入；再按认定、去向、832、采购方式、供应商并列。不写时间就是整个项目。",
        """
        gross − refunds − duplicates − excluded − pending = counted; then what counts by certificate, destination, 832, way \
        and supplier, side by side. Without a time it is the whole programme.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("月份 YYYY-MM，或年份 YYYY", "The month, YYYY-MM, or the year, YYYY.")))
  var time: String?
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay?
  @OptionGroup var options: ChartOptions

  func validate() throws { _ = try period() }

  /// The period that was named.
  private func period() throws -> ReportPeriod {
    if time != nil, from != nil || to != nil {
      throw ValidationError(
        say("月份和 --from、--to 只写一种", "Give a month or --from and --to, not both."))
    }
    if let time {
      if let month = Month(time) { return .month(month) }
      if time.count == 4, let year = Int(time), year >= 1 { return .year(year) }
      throw ValidationError(
        say("\(time) 不是月份或年份", "\(time) is no month YYYY-MM and no year YYYY."))
    }
    guard let first = from ?? BusinessDay("2010-01-01"), let last = to ?? BusinessDay("2099-12-31"),
      first <= last
    else { throw ValidationError(say("--from 晚于 --to", "--from is after --to.")) }
    return .days(from: first, to: last)
  }

  func run() throws {
    let listed = try global.openForReports().reports.waterfall(in: period())
    var table = Table(listed).in(options.list.unit)
    if options.list.unit != .yuan {
      let steps = table.rows.filter { $0[0].plain == "bridge" }.compactMap { Money($0[4].plain) }
      let left = steps.dropLast().reduce(steps.last ?? .zero, -)
      if left != .zero {
        table.rows.insert(
          [Cell("bridge"), Cell("rounding"), .empty, .empty, Cell(left)], at: steps.count - 1)
      }
    }
    let drawn = table
    if options.chart { printLine(chart(of: drawn).text(within: Screen.width ?? 80)) }
    try options.list.show(rounded: drawn) { chart(of: drawn) }
  }

  /// The steps of the bridge, from sum to sum.
  private func chart(of table: Table) -> Chart {
    var level = Money.zero
    let steps = table.rows.filter { $0[0].plain == "bridge" }
    return .steps(
      steps.enumerated().map { number, row in
        let amount = Money(row[4].plain) ?? .zero
        let isWhole = number == 0 || number == steps.count - 1
        let from = isWhole ? Money.zero : level
        level = from + amount
        return (CodeWords.word(row[1].plain), from, level, amount)
      })
  }
}
