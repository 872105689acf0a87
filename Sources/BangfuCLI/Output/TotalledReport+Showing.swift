import Bangfu

extension ListOptions {
  /// Prints rows and their total: in JSON beside the rows, else as the last row.
  func show(_ report: TotalledReport, in unit: MoneyUnit = .yuan) throws {
    let (plain, sums) = (Table(report.rows), Table(report.total))
    var rows = plain.in(unit)
    let (total, all) = (sums.in(unit), report.rows.cutFrom)
    func named(_ word: String) -> (([Cell]) -> [Cell]) { { [Cell(word)] + $0.dropFirst() } }
    switch try target {
    case .file(let output, .json):
      try write(json(rows, total).pretty + "\n", to: output)
      printToStandardError(say("已写入 \(output)", "Wrote \(output)."))
    case .screen(.json): printLine(json(rows, total).pretty)
    case .file(let output, let format) where format.isForPeople:
      try write(
        Paper(
          plain,
          total: sums.rows.first.map(named(say("合计", "Total"))), cutFrom: all, in: unit),
        to: output, as: format)
      printToStandardError(say("已写入 \(output)", "Wrote \(output)."))
    default:
      let word = isForPeople ? say("合计", "Total") : "total"
      if unit != .yuan, all == nil, let total = total.rows.first,
        let remainder = rows.remainder(to: total)
      {
        rows.rows.append(remainder)
      }
      let last = total.rows.map(named(word))
      try show(Table(rows.columns, rows: rows.rows + last), cutFrom: all)
    }
  }

  private func json(_ rows: Table, _ total: Table) -> JSON {
    guard case .array(let totals) = total.json else { return .null }
    return .object([("rows", rows.json), ("total", totals.first ?? .null)])
  }
}
