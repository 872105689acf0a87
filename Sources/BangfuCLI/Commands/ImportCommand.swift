import ArgumentParser
import Bangfu
import Domain

/// `bangfu import`: channel files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("导入渠道文件，列出、退回、撤销", "Imports channel files; lists, rejects, undoes."),
    discussion: say(
      "导入文件的选项见 bangfu import file --help",
      "For the options of importing see bangfu import file --help."),
    subcommands: [
      ImportFiles.self, List.self, Rejects.self, ImportShow.self, Undo.self, Redact.self,
    ],
    defaultSubcommand: ImportFiles.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("列出导入过的文件", "Lists the files imported."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().imports()) }
  }

  struct Rejects: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rejects",
      abstract: say(
        "列出退回的行，或写成可修改后再导入的文件", "Lists the rejected rows, or writes them as a file to mend."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("导入编号", "The import's number."))) var number: Int64
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table
    @Option(
      help: ArgumentHelp(
        say(
          "写成原格式的 CSV；没有保存的内容（包括退回的格）为空，需要补上",
          "Write the rows in the file's own format; what is not kept, refused cells too, is blank and to be filled in."
        )
      ))
    var output: String?

    func run() throws {
      let programme = try global.open()
      if let output {
        let count = try programme.writeRejects(of: number, to: output)
        printToStandardError(say("已写入 \(output)：\(count) 行", "Wrote \(count) rows to \(output)."))
        return
      }
      var listed = try programme.rejects(of: number).table(for: format)
      if format == .table {
        listed.rows = listed.rows.map { row in
          var row = row
          row[3] = rejectSentence(row[3], column: row[2], value: "")
          return row
        }
      }
      printRows(listed, format)
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: say("撤销一次导入，如同没有导入过", "Undoes an import, as if it had never been."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("导入编号", "The import's number."))) var number: Int64
    @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false

    func run() throws {
      let programme = try global.open()
      try confirm(say("撤销导入 \(number)？", "Undo import \(number)?"), yes: yes)
      let posted = try programme.undoImport(number)
      printToStandardError(
        say(
          "已撤销导入 \(number)：销售额 \(posted.gross.grouped)，退款 \(posted.refunds.grouped)",
          "Undid import \(number): gross \(posted.gross.grouped), refunds \(posted.refunds.grouped)."
        ))
    }
  }

  struct Redact: ParsableCommand {
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
      let result = try programme.redactImports(number, reason: reason)
      printToStandardError(
        say(
          "看了 \(result.imports) 个副本，遮盖了 \(result.changed) 个（\(result.chunks) 块）",
          "Looked at \(result.imports) copies, redacted \(result.changed) (\(result.chunks) pieces)."
        ))
      for (number, problem) in result.left {
        printToStandardError(
          say("导入 \(number) 的副本没有动：", "Left the copy of import \(number) as it is: ")
            + "\(problem)")
      }
      if !result.left.isEmpty { throw ExitCode(Exit.data.rawValue) }
    }
  }
}
