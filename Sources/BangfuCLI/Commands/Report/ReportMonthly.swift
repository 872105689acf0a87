import ArgumentParser
import Bangfu
import Domain

/// `bangfu report monthly`: the month: the figure, its breakdowns, the target.
struct ReportMonthly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monthly",
    abstract: say("月报：销售额、各项分解、目标进度", "The month: the figure, its breakdowns, the target."),
    discussion: say(
      "销售额 − 退款 − 重复 − 不计入 − 待定 = 计入。--prove 用每一行重新加一遍。",
      "gross − refunds − duplicates − excluded − pending = counted. --prove adds it all up anew from the lines."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Flag(help: ArgumentHelp(say("用明细重新核算", "Add it all up anew from the lines."))) var prove =
    false
  @Option(help: ArgumentHelp(say("目标进度算到哪一天", "The day the target is reckoned to, as if today.")))
  var today: BusinessDay?
  @Option(
    help: ArgumentHelp(say("按发布的第几版", "As a version of the figure said."), valueName: "version"))
  var asPublished: Int?
  @Option(
    help: ArgumentHelp(
      say("按到某天为止知道的，算在发生的那天", "What was known at the end of a day, of the month's own days."),
      valueName: "day"))
  var asKnown: BusinessDay?
  @OptionGroup var options: ChartOptions

  func validate() throws {
    if asPublished != nil && asKnown != nil || prove && (asPublished != nil || asKnown != nil) {
      throw ValidationError(
        say(
          "--as-published、--as-known、--prove 只写一个",
          "Give one of --as-published, --as-known and --prove."
        ))
    }
  }

  private var basis: ReportBasis {
    asPublished.map { .published($0) } ?? asKnown.map { .known($0) } ?? .booked
  }

  func run() throws {
    let reports = try global.openForReports().reports
    let report = try reports.monthly(month, as: basis, today: today, proving: prove)
    if let today, today.month != month.month || today.year != month.year {
      printToStandardError(
        say(
          "注意：--today \(today) 不在 \(month) 里，目标算到 \(month.lastDay)",
          "Note: --today \(today) is not in \(month): the target is reckoned to \(month.lastDay)."
        ))
    }
    let pages = FigurePages(report: report, in: options.list.unit)
    try pages.show(by: options) { basis == .booked ? try reports.around(.month(month)) : nil }
    for difference in report.differences ?? [] { printToStandardError(difference.visible) }
    if !report.reconciles || report.differences?.isEmpty == false {
      throw ExitCode(Exit.no.rawValue)
    }
  }
}
