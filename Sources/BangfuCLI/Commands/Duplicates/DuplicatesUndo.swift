import ArgumentParser
import Bangfu

/// `bangfu duplicates undo`: undoes a decision.
struct DuplicatesUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一个决定", "Undoes a decision: its sales count as they did."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("决定的编号", "The decision's number."))) var decision: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try duplicateDecisionSaid(
      global.open(operator: by.operator).duplicates.undo(decision, reason: reason), format)
  }
}
