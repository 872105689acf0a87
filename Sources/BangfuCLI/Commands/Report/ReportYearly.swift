import ArgumentParser
import Bangfu
import Domain

/// `bangfu report yearly`: the year: the figure, its breakdowns, the target.
struct ReportYearly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yearly",
    abstract: say("年报：销售额、各项分解、目标进度", "The year: the figure, its breakdowns, the target."),
    discussion: say(
      "各月记账额之和：十二个月的月报加起来就是它。", "What its months booked: their twelve reports add up to it."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("年份 YYYY", "The year, YYYY."))) var year: Int
  @Option(help: ArgumentHelp(say("目标进度算到哪一天", "The day the target is reckoned to, as if today.")))
  var today: BusinessDay?
  @OptionGroup var options: ChartOptions

  func validate() throws {
    guard (2000...2099).contains(year) else {
      throw ValidationError(say("\(year) 不是年份 YYYY", "\(year) is no year YYYY."))
    }
  }

  func run() throws {
    let reports = try global.openForReports().reports
    let report = try reports.yearly(year, today: today)
    try FigurePages(report: report, in: options.list.unit).show(by: options) {
      try reports.around(.year(year))
    }
    if !report.reconciles { throw ExitCode(Exit.no.rawValue) }
  }
}
