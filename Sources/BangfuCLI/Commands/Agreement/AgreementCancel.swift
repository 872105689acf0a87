import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement cancel`: cancels an agreement that was entered.
struct AgreementCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: say("取消一份录入的签约", "Cancels an agreement that was entered."),
    discussion: say(
      "导入的签约随文件：bangfu import undo。", "Imported ones go with their file: bangfu import undo."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("编号", "Its number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("取消签约 \(number)？", "Cancel agreement \(number)?"), yes: yes)
    let total = try programme.agreements.cancel(number, reason: reason)
    printLine(
      say(
        "已取消签约 \(number)（\(total.grouped)）",
        "Cancelled agreement \(number) (\(total.grouped))."))
  }
}
