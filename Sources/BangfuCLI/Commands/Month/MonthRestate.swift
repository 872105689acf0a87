import ArgumentParser
import Bangfu
import Domain

/// `bangfu month restate`: counts what came late in the month of its day.
struct MonthRestate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restate",
    abstract: say("重述：晚到的计入它那天的月份", "Counts what came late in the month of its day."),
    discussion: say(
      "已结账的月份不加一行；每个动到的、已发布的月份出新的一版，过渡表见 bangfu figure bridge。要别人批准。",
      """
      No row is written into a closed month. Each published month that this touches has a new version: bangfu figure \
      bridge shows what leads to it. Somebody else approves.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("重述 \(month)？", "Restate \(month)?"), yes: yes)
    let done = try approval.acting(in: programme, reason: reason) {
      try programme.months.restate(month, reason: reason)
    }
    let months = done.published.map(\.description).joined(separator: ", ")
    let versions = done.published.isEmpty ? "" : say("；新的版本：\(months)", "; new versions: \(months)")
    printLine(
      say(
        "已重述 \(month)：\(done.lines) 行\(versions)",
        "Restated \(month): lines \(done.lines)\(versions)."))
  }
}
