import Bangfu

extension ListOptions {
  /// Prints rows and their total: in JSON beside the rows, else as the last row.
  func show(_ report: TotalledReport) throws {
    let target = try target
    let isJSON =
      switch target {
      case .screen(.json), .file(_, .json): true
      default: false
      }
    let (rows, total) = (Table(report.rows), Table(report.total))
    if isJSON {
      guard case .array(let totals) = total.json else { return }
      let json = JSON.object([("rows", rows.json), ("total", totals.first ?? .null)])
      guard case .file(let output, _) = target else { return printLine(json.pretty) }
      try write(json.pretty + "\n", to: output)
      return printToStandardError(say("已写入 \(output)", "Wrote \(output)."))
    }
    let word = isForPeople ? say("合计", "Total") : "total"
    let last = total.rows.map { [Cell(word)] + $0.dropFirst() }
    try show(Table(rows.columns, rows: rows.rows + last))
  }
}
