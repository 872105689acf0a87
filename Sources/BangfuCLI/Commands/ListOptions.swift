import ArgumentParser
import Bangfu
import Domain

/// The options of every command that prints rows.
struct ListOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table
  @Option(
    help: ArgumentHelp(
      say("另存为 CSV 文件（可用电子表格打开）", "Write a CSV file for spreadsheets instead."),
      valueName: "file.csv"))
  var output: String?

  /// Prints rows, or writes them to the file.
  func show(_ listed: Listed) throws {
    if let output {
      try write(listed.table(for: .csv), to: output)
      printToStandardError(
        say("已写入 \(output)：\(listed.rows.count) 行", "Wrote \(listed.rows.count) rows to \(output).")
      )
    } else {
      printRows(listed.table(for: format), format)
    }
  }

  /// Prints one row: for people as a list of facts, else as rows are printed.
  func showOne(_ listed: Listed) throws {
    guard format == .table, output == nil, let row = listed.table(for: .table).rows.first else {
      return try show(listed)
    }
    let facts = zip(listed.keys, row).filter { !$0.1.isEmpty }
    printRows(
      Table(
        [Column("key", say("项", "Field")), Column("value", say("值", "Value"))],
        rows: facts.map { [Headings.title($0.0), $0.1] }), .table)
  }
}
