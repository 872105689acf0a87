import ArgumentParser
import Bangfu

/// `bangfu session undo`: undoes the adding of a livestream session, or its last change.
struct SessionUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销登记或最后一次修改", "Undoes the adding of a session, or its last change."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say(
        "场次编号，或修改的编号（bangfu session show）",
        "The session's number, or a change's in bangfu session show.")))
  var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("撤销 \(number)？", "Undo \(number)?"), yes: yes)
    let done = try programme.livestreams.undo(number, reason: reason)
    done.show(
      say(
        "已撤销 \(number)（场次 \(done.session)），撤销编号 \(done.number)",
        "Undone: \(number) of session \(done.session); the undo's number is \(done.number)"),
      format)
  }
}
