import ArgumentParser
import Bangfu

/// `bangfu supermarket undo`: undoes terms or a settlement.
struct SupermarketUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销条款或结算", "Undoes terms, or a settlement of which nothing is paid."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("条款或结算的编号", "The number of the terms or the settlement.")))
  var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    try programme.supermarkets.undo(number, reason: reason)
    printLine(say("已撤销 \(number)", "Undone: \(number)."))
  }
}
