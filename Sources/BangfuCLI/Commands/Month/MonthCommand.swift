import ArgumentParser
import Bangfu

/// `bangfu month`: closing months.
struct MonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: say(
      "月结：清单、没有销售的渠道、结账", "Closes months: the checklist, channels without sales, the close."),
    discussion: say(
      "结了账的月份不再改，也不再打开；晚到的记在未结账的月份，日期照旧。",
      """
      A month that was closed stays as it is, and closed; what comes late is booked in an open month, with its own day.
      """),
    subcommands: [
      MonthStatusCommand.self, MonthNil.self, MonthClosing.self, MonthRestate.self,
      MonthHistory.self,
    ])
}
