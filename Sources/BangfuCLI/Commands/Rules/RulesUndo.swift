import ArgumentParser
import Bangfu

/// `bangfu rules undo`: undoes an act that set rules.
struct RulesUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一次规则设定", "Undoes an act that set rules: those before it hold again."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("编号（bangfu rules history）", "Its number: see bangfu rules history.")))
  var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销规则设定 \(number)？", "Undo the rules set by \(number)?"), yes: yes)
    try rulesActSaid(programme.rules.undo(number, reason: reason), format)
  }
}
