import ArgumentParser
import Bangfu
import Domain

/// `bangfu import show`: the raw row behind a figure.
struct ImportShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "显示文件里的原始行：按导入和行号、按单据明细，或按订单号",
      "Shows raw rows of files: by import and row, behind a line, or of an order."),
    discussion: say(
      "例：bangfu import show 3:125；bangfu import show --line 871:1；bangfu import show --order 692…。个人信息为空。",
      "For example: bangfu import show 3:125, --line 871:1, --order 692…. Personal columns are blank."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("导入编号:第几行", "The import's number and the row."), valueName: "import:row")
  )
  var row: String?
  @Option(
    help: ArgumentHelp(
      say("单号:行，见 order show", "A document and its line, as order show has them."),
      valueName: "document:line"))
  var line: String?
  @Option(help: ArgumentHelp(say("平台订单号", "The platform's number of an order."))) var order: String?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    guard [row, line, order].compactMap({ $0 }).count == 1 else {
      throw ValidationError(
        say("请写出一行、--line 或 --order 其中之一", "Name a row, or give --line or --order."))
    }
  }

  func run() throws {
    let programme = try global.openForFiles()
    let rows: [RawRow]
    if let order {
      rows = try programme.imports.rows(ofOrder: order)
    } else if let line {
      let pair = try NumberPair(parsing: line)
      rows = try programme.imports.rows(behind: pair.second, of: pair.first)
    } else {
      let pair = try NumberPair(parsing: row ?? "")
      rows = [try programme.imports.row(pair.second, of: pair.first)]
    }
    switch format {
    case .json: printLine((rows.count == 1 ? json(rows[0]) : .array(rows.map(json))).pretty)
    case .csv: printRows(table(rows), .csv)
    case .table:
      for (index, row) in rows.enumerated() {
        if index > 0 { printLine("") }
        printRows(facts(row), .table)
      }
    }
    if let changed = rows.first(where: { !$0.isAsImported }) {
      throw Problem("import_differs", ["import": String(changed.number)])
    }
  }

  private func facts(_ row: RawRow) -> Table {
    let head = [
      (say("导入", "Import"), "\(row.number)"), (say("文件", "File"), row.file),
      (say("第几行", "Row"), "\(row.row)"),
      (say("格式", "Profile"), row.profile), (say("状态", "State"), CodeWords.word(row.state)),
      (say("结果", "Outcome"), CodeWords.word(row.outcome)), ("SHA-256", row.sha256),
      (say("脱敏件 SHA-256", "Redacted SHA-256"), row.redactedSHA256),
    ]
    let cells = head + row.cells.map { ($0.column, $0.plain) }
    return Table(
      [.field, .fact],
      rows: cells.filter { !$0.1.isEmpty }.map { [$0.0, $0.1.visible] })
  }

  private func table(_ rows: [RawRow]) -> Table {
    Table(
      [.importNumber, .row, .column, .value],
      rows: rows.flatMap { row in
        row.cells.map { ["\(row.number)", "\(row.row)", $0.column, $0.value] }
      })
  }

  private func json(_ row: RawRow) -> JSON {
    .object([
      ("import", .int(row.number)), ("file", .string(row.file)), ("row", .int(Int64(row.row))),
      ("profile", .string(row.profile)), ("sha256", .string(row.sha256)),
      ("redacted_sha256", .string(row.redactedSHA256)), ("state", .string(row.state)),
      ("outcome", .optional(row.outcome.isEmpty ? nil : row.outcome)),
      ("tells_of", .array(row.subjects.map { .string($0) })),
      (
        "cells",
        .array(
          row.cells.map { .object([("column", .string($0.column)), ("value", .string($0.value))]) })
      ),
    ])
  }
}
