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
    subcommands: [ImportFiles.self, List.self, Rejects.self, ImportShow.self, Undo.self],
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
          "写成原格式的 CSV（个人信息为空）", "Write the rows, in the file's own format, personal columns blank.")
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
          row[4] = rejectSentence(row[4], column: row[2], value: row[3])
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
}
