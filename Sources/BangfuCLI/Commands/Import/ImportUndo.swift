import ArgumentParser
import Bangfu
import Domain

/// `bangfu import undo`: undoes an import, as if it had never been.
struct ImportUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一次导入，如同没有导入过", "Undoes an import, as if it had never been."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("导入编号", "The import's number."))) var number: Int64
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false

  func run() throws {
    let programme = try global.open()
    try confirm(say("撤销导入 \(number)？", "Undo import \(number)?"), yes: yes)
    let posted = try programme.imports.undo(number)
    printToStandardError(
      say(
        "已撤销导入 \(number)：销售额 \(posted.gross.grouped)，退款 \(posted.refunds.grouped)",
        "Undid import \(number): gross \(posted.gross.grouped), refunds \(posted.refunds.grouped)."
      ))
  }
}
