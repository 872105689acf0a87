import ArgumentParser
import Bangfu

/// `bangfu tourism undo`: undoes what was said of a sale's visitors.
struct TourismUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一次游客登记", "Undoes what was said of a sale's visitors."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("登记编号", "The entry's number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    try programme.tourism.undo(number, reason: reason)
    printLine(say("已撤销 \(number)", "Undone: \(number)."))
  }
}
