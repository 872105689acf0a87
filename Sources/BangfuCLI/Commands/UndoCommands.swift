import ArgumentParser
import Bangfu
import Domain

/// What an undo takes, whatever it undoes.
struct UndoOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("编号", "Its number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  /// Shows the act, asks, undoes it and says what is owed now.
  func undo(in programme: Programme, command: String) throws {
    let act = try programme.act(number)
    if !yes {
      printToStandardError(act.table(for: .table).text(within: Screen.width), terminator: "")
    }
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    let done = try programme.undo(act: number, reason: reason, command: command)
    guard format == .table else { return printRows(rows(done), format) }
    let owed = done.owed.map { say("，", "; ") + owedWords($0) } ?? ""
    printLine(
      say(
        "已撤销 \(number)（\(done.act)），撤销编号 \(done.number)\(owed)",
        "Undone: \(number) (\(done.act)); the undo's number is \(done.number)\(owed)"))
  }

  private func rows(_ done: Programme.Undo) -> Table {
    Table(
      ["number", "act", "undone", "supplier", "owed"].map(Headings.column),
      rows: [
        [
          String(done.number), done.act, String(number), done.supplier ?? "",
          done.owed?.description ?? "",
        ]
      ])
  }
}

/// `bangfu stock undo`: an act on stock that was a mistake.
struct StockUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: say("撤销一次入库、损耗、退货、调拨、盘点或组装", "Undoes an act on stock."),
    discussion: say(
      "编号见 bangfu stock moves。数量、成本和欠款都如同没有发生过；货已不在、或有付款等记在它名下时，会说明挡在哪里。",
      """
      bangfu stock moves shows the numbers. Quantity, cost and what is owed are as if it had not been; where the goods are \
      gone, or a payment names it, that is said.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: UndoOptions

  func run() throws {
    try options.undo(in: global.open(operator: options.by.operator), command: "stock undo")
  }
}

/// `bangfu supplier undo`: an entry of a supplier's account that was a mistake.
struct SupplierUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say(
      "撤销一次付款、调整、回购、进货或退货", "Undoes a payment, an adjustment, a buy-back, a receipt or a return."),
    discussion: say(
      "编号见 bangfu supplier account。", "bangfu supplier account shows the numbers."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: UndoOptions

  func run() throws {
    try options.undo(in: global.open(operator: options.by.operator), command: "supplier undo")
  }
}
