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
    if isJSON {
      let total = report.total.table(for: .json).json
      guard case .array(let totals) = total else { return }
      let rows = report.rows.table(for: .json).json
      let json = JSON.object([("rows", rows), ("total", totals.first ?? .null)])
      guard case .file(let output, _) = target else { return printLine(json.pretty) }
      try write(json.pretty + "\n", to: output)
      return printToStandardError(say("已写入 \(output)", "Wrote \(output)."))
    }
    try show(
      isForPeople
        ? report.listed(total: say("合计", "Total")).namingMissing : report.listed(total: "total"))
  }
}

extension Listed {
  /// The rows for people: what has no code says in its name what is missing, in place of a column for it.
  var namingMissing: Listed {
    guard let missing = keys.firstIndex(of: "missing"), let name = keys.firstIndex(of: "name")
    else {
      return self
    }
    let words = [
      "listing": say("（链接未对应）", "(listing not mapped)"),
      "supplier": say("（没有供应商）", "(no supplier)"),
    ]
    return Listed(
      keys: keys.filter { $0 != "missing" },
      rows: rows.map { row in
        var row = row
        if let word = words[row[missing]] { row[name] = word }
        row.remove(at: missing)
        return row
      })
  }
}
