import ArgumentParser
import Bangfu

/// `bangfu canteen undo`: undoes an act of an order that was a mistake.
struct CanteenUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say(
      "撤销一次订货、结束、送货、验收、开票、对账答复或每周订货",
      "Undoes an act of an order, an answer to a statement, or a weekly order."),
    discussion: say(
      "编号见 bangfu canteen show 订货编号 --acts。先撤销后做的。",
      "bangfu canteen show ORDER --acts shows the numbers. What was done later is undone first."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("编号", "Its number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    let done = try programme.canteens.undo(number, reason: reason)
    guard format == .table else {
      return printRows(
        Table(
          [.number, .act, .undone, .order],
          rows: [
            [String(done.number), done.act, String(number), done.order.map { String($0) } ?? ""]
          ]), format)
    }
    guard let order = done.order else {
      return printLine(
        say(
          "已撤销 \(number)（\(CodeWords.word(done.act))），撤销编号 \(done.number)",
          "Undone: \(done.act) \(number); the undo's number is \(done.number)"))
    }
    printLine(
      say(
        "已撤销 \(number)（\(CodeWords.word(done.act))），订货 \(order)，撤销编号 \(done.number)",
        "Undone: \(done.act) \(number) of order \(order); the undo's number is \(done.number)")
    )
  }
}
