import ArgumentParser
import Bangfu

/// `bangfu import rejects`: lists the rejected rows, or writes them as a file to mend.
struct ImportRejects: ParsableCommand {
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
      let count = try programme.imports.writeRejects(of: number, to: output)
      printToStandardError(say("已写入 \(output)：\(count) 行", "Wrote \(count) rows to \(output)."))
      return
    }
    let rejects = try programme.imports.rejects(of: number)
    printRows(
      Table(
        [.row, .line, .column, .reason],
        rows: rejects.map { reject in
          [
            Cell(reject.row), Cell(reject.line), Cell(reject.column),
            Cell(
              format == .table
                ? rejectSentence(reject.reason, column: reject.column, value: "") : reject.reason),
          ]
        }), format)
  }
}
