import ArgumentParser
import Bangfu
import Domain

/// The time that a report is of: a book month, or days.
struct PeriodOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("月份 YYYY-MM；或写 --from 和 --to", "The month, YYYY-MM; or give --from and --to.")))
  var month: Month?
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay?

  func validate() throws {
    if month == nil, from == nil || to == nil {
      throw ValidationError(say("写月份，或写 --from 和 --to", "Name a month, or give --from and --to."))
    }
    if month != nil, from != nil || to != nil {
      throw ValidationError(
        say("月份和 --from、--to 只写一种", "Give a month or --from and --to, not both."))
    }
    if let from, let to, from > to {
      throw ValidationError(say("--from 晚于 --to", "--from is after --to."))
    }
  }

  /// The period.
  var period: ReportPeriod? {
    if let month { return .month(month) }
    if let from, let to { return .days(from: from, to: to) }
    return nil
  }
}
