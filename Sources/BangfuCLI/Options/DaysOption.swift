import ArgumentParser
import Bangfu
import Domain

/// The days that a list is of: one, or from one to another.
struct DaysOption: ParsableArguments {
  @Option(help: ArgumentHelp(say("某一天 YYYY-MM-DD", "Of one day, YYYY-MM-DD."))) var day:
    BusinessDay?
  @Option(help: ArgumentHelp(say("从哪一天起 YYYY-MM-DD", "From this day on."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("到哪一天止 YYYY-MM-DD", "Up to this day."))) var to: BusinessDay?

  func validate() throws {
    if day != nil, from != nil {
      throw ValidationError(
        say("--day 和 --from 只写一个", "Give --day or --from, not both."))
    }
    if let first = from ?? day, let to, first > to {
      throw ValidationError(
        say("起 \(first) 晚于止 \(to)", "The first day, \(first), is after the last, \(to)."))
    }
  }

  /// The days; nil where none was named.
  var range: DayRange? {
    if day == nil && from == nil && to == nil { return nil }
    return DayRange(from: from ?? day, to: to ?? day)
  }
}
