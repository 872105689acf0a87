import ArgumentParser
import Bangfu
import Domain

/// `bangfu settle list`: settlement lines, with the file and row of each.
struct SettleList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "列出结算明细和它的文件、行", "Lists settlement lines, with the file and row of each."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @Option(help: ArgumentHelp(say("结算日期的月份 YYYY-MM", "The month of their days, YYYY-MM.")))
  var month: Month?
  @Option(help: ArgumentHelp(say("平台订单号", "The platform's number of an order."))) var order: String?
  @Flag(help: ArgumentHelp(say("只列两个文件说法不同的", "Only lines that two files say otherwise.")))
  var differing = false
  @Flag(help: ArgumentHelp(say("只列不认识的类型", "Only lines of a kind that nobody knows.")))
  var unknown = false
  @Flag(help: ArgumentHelp(say("只列没有订单的", "Only lines that are of no order."))) var noOrder =
    false
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func run() throws {
    var wanted = Settlements.Selection()
    (wanted.channel, wanted.month, wanted.order) = (channel, month, order)
    (wanted.areDiffering, wanted.areUnknown, wanted.areOfNoOrder) = (differing, unknown, noOrder)
    try options.show(global.open().settlements.list(wanted, limit: limit.rows(options)))
  }
}
