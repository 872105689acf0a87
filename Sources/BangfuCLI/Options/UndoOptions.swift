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
    let act = try programme.acts.show(number)
    if !yes {
      printToStandardError(Table(act).forPeople.text(within: Screen.width), terminator: "")
    }
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    let done = try programme.acts.undo(number, reason: reason, command: command)
    guard format == .table else { return printRows(rows(done), format) }
    let owed = done.owed.map { say("，", "; ") + owedWords($0) } ?? ""
    printLine(
      say(
        "已撤销 \(number)（\(done.act)），撤销编号 \(done.number)\(owed)",
        "Undone: \(number) (\(done.act)); the undo's number is \(done.number)\(owed)"))
  }

  private func rows(_ done: ActUndo) -> Table {
    Table(
      [.number, .act, .undone, .supplier, .owed],
      rows: [
        [
          String(done.number), done.act, String(number), done.supplier ?? "",
          done.owed?.description ?? "",
        ]
      ])
  }
}
