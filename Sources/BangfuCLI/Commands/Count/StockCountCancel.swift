import ArgumentParser
import Bangfu

/// `bangfu stock count cancel`: gives up a count; nothing is posted.
struct StockCountCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: say("放弃盘点，什么也不记", "Gives up a count; nothing is posted."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).counts.cancel(count, reason: reason)
    printToStandardError(say("盘点 \(count) 已放弃", "Count \(count) is given up."))
  }
}
