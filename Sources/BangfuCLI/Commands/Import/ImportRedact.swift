import ArgumentParser
import Bangfu

/// `bangfu import redact`: redacts kept copies anew: blanks what is not kept by now.
struct ImportRedact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: say(
      "重新遮盖保存的副本：按现在的规则，多余的内容清空",
      "Redacts kept copies anew: blanks what is not kept by now."),
    discussion: say(
      "旧版本导入的文件，副本里可能还有买家信息。每块副本遮盖前后的摘要都有记录；旧备份里的内容还在，请另行处理。",
      "Copies that older versions made may hold data of buyers. The hash of each piece before and after is recorded. "
        + "Older backups still hold what was blanked: deal with them."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("导入编号；不写为全部", "The import's number; all, if left out.")))
  var number: Int64?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false

  func run() throws {
    let programme = try global.open()
    let what =
      number.map { say("导入 \($0) 的副本", "the copy of import \($0)") }
      ?? say("全部副本", "all copies")
    try confirm(
      say("重新遮盖\(what)？清空的内容找不回来", "Redact \(what)? What is blanked cannot be had back."),
      yes: yes)
    let result = try programme.imports.redact(number, reason: reason)
    printToStandardError(
      say(
        "看了 \(result.imports) 个副本，遮盖了 \(result.changed) 个（\(result.chunks) 块）",
        "Looked at \(result.imports) copies, redacted \(result.changed) (\(result.chunks) pieces)."
      ))
    for left in result.left {
      printToStandardError(
        say("导入 \(left.number) 的副本没有动：", "Left the copy of import \(left.number) as it is: ")
          + "\(left.problem)")
    }
    if !result.left.isEmpty { throw ExitCode(Exit.data.rawValue) }
  }
}
