import ArgumentParser
import Bangfu

/// `bangfu settle rate undo`: undoes a rate.
struct SettleRateUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一个费率", "Undoes a rate: what held before holds again."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("费率编号", "The rate's number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    try programme.settlements.undoRate(number, reason: reason)
    printLine(say("已撤销 \(number)", "Undone: \(number)."))
  }
}
