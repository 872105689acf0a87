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
    guard format == .table, output == nil, let facts = listed.facts else { return try show(listed) }
    printRows(facts, .table)
  }
}

extension Listed {
  /// The first row as a list of facts, for people.
  var facts: Table? {
    let table = table(for: .table)
    guard let row = table.rows.first else { return nil }
    return Table(
      [Column("key", say("项", "Field")), Column("value", say("值", "Value"))],
      rows: zip(table.columns, row).filter { !$0.1.isEmpty }.map { [$0.0.title, $0.1] })
  }
}
