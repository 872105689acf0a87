import ArgumentParser
import Bangfu

/// `bangfu fair cancel`: cancels a fair.
struct FairCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: say("取消一次展销会", "Cancels a fair; what sold there stays sold."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("展销会代码", "The fair's code."))) var code: String
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("取消展销会 \(code)？", "Cancel fair \(code)?"), yes: yes)
    try programme.fairs.cancel(code, reason: reason)
    printLine(say("已取消展销会 \(code)", "Cancelled fair \(code)."))
  }
}
