import ArgumentParser
import Bangfu
import Domain

/// `bangfu month nil`: signs that a channel sold nothing in a month.
struct MonthNil: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nil",
    abstract: say("签字：某渠道某月没有销售", "Signs that a channel sold nothing in a month."),
    discussion: say(
      "签错了：--undo 撤销。该月有销售的渠道不能签。",
      "Signed by mistake: --undo. A channel that sold something that month is refused."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("撤销", "Undo it."))) var undo = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    _ = try global.open(operator: by.operator).months.signNil(
      channel, month, isUndone: undo, reason: reason)
    printToStandardError(
      undo
        ? say("已撤销：\(channel) \(month) 没有销售", "Undone: \(channel) sold nothing in \(month).")
        : say("已签字：\(channel) \(month) 没有销售", "Signed: \(channel) sold nothing in \(month)."))
  }
}
