import ArgumentParser
import Bangfu

/// `bangfu duplicates decide`: decides whether the sales of a group are one.
struct DuplicatesDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: say("决定一组是不是同一笔销售", "Decides whether the sales of a group are one."),
    discussion: say(
      "same：是同一笔，只计入一笔（默认出了我们库存的，其次文件报的）；different：不是，各自计入。--sale 只把写出的几笔当同一笔。",
      """
      same: they are one, and one of them counts, by default what left our stock, then what a file reports; different: \
      they are not, and each counts. With --sale only the sales that are named are one.
      """))
  enum Answer: String, ExpressibleByArgument, CaseIterable { case same, different }

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("组号", "The group's number."))) var group: Int64
  @Argument(help: ArgumentHelp(say("same 同一笔，different 不是", "same or different."))) var answer:
    Answer
  @Option(help: ArgumentHelp(say("只有这几笔是同一笔（可多次）", "Only these sales are one; may be repeated.")))
  var sale: [Int64] = []
  @Option(help: ArgumentHelp(say("计入哪一笔", "Which sale counts."))) var count: Int64?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if answer == .different, !sale.isEmpty || count != nil {
      throw ValidationError(
        say("different 不写 --sale、--count", "different takes no --sale and no --count."))
    }
  }

  func run() throws {
    try duplicateDecisionSaid(
      global.open(operator: by.operator).duplicates.decide(
        group, same: answer == .same, sales: sale, counted: count, reason: reason), format)
  }
}
