import Bangfu

extension ListOptions {
  /// Prints rows and their total: in JSON beside the rows, else as the last row.
  func show(_ report: TotalledReport) throws {
    if format == .json, output == nil {
      let total = report.total.table(for: .json).json
      guard case .array(let totals) = total else { return }
      let rows = report.rows.table(for: .json).json
      return printLine(JSON.object([("rows", rows), ("total", totals.first ?? .null)]).pretty)
    }
    try show(
      isForPeople
        ? report.listed(total: say("合计", "Total"), unknown: say("（未对应）", "(not known)"))
        : report.listed(total: "total", unknown: ""))
  }
}
