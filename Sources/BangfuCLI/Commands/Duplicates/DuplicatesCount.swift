import ArgumentParser
import Bangfu

/// `bangfu duplicates count`: says which of the sales that are one counts.
struct DuplicatesCount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: say("改由哪一笔计入", "Says which of the sales that a decision made one counts."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("决定的编号", "The decision's number."))) var decision: Int64
  @Argument(help: ArgumentHelp(say("销售号", "The sale's number."))) var sale: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try duplicateDecisionSaid(
      global.open(operator: by.operator).duplicates.choose(sale, in: decision, reason: reason),
      format)
  }
}
