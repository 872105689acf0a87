import Bangfu

extension ListOptions {
  /// Prints rows and their total: in JSON beside the rows, else as the last row.
  func show(_ report: TotalledReport) throws {
    let (plain, all) = (Table(report.rows), report.rows.cutFrom)
    func total(_ word: String) -> [Cell]? {
      Table(report.total).rows.first.map { [Cell(word)] + $0.dropFirst() }
    }
    var part: Paper.Part { Paper.Part("", plain, total: total(say("合计", "Total")), in: unit) }
    switch try target {
    case .screen(.json), .file(_, .json), .file(_, .html), .file(_, .xlsx):
      try show(
        text: "", flat: plain, json: json(report, in: unit),
        paper: Paper(list: part, cutFrom: all, in: unit))
    default:
      let (isForPeople, part) = (isForPeople, part)
      var rows = plain.in(unit)
      if let remainder = part.remainder, all == nil {
        rows.rows.append([Cell(try wordOfRounding)] + remainder.dropFirst())
      }
      if let total = part.total {
        rows.rows.append(isForPeople ? total : [Cell("total")] + total.dropFirst())
      }
      try show(rounded: rows, cutFrom: all)
    }
  }

  /// The rows, what rounding leaves of their total, and the total, in a unit that is named where it is not the yuan.
  private func json(_ report: TotalledReport, in unit: MoneyUnit) -> JSON {
    let (rows, total) = (Table(report.rows).in(unit), Table(report.total).in(unit))
    func object(_ row: [Cell]?) -> JSON {
      row.map { row in .object(zip(rows.columns, row).map { ($0.key, $0.json($1)) }) } ?? .null
    }
    var members = [("rows", rows.json), ("total", object(total.rows.first))]
    if let code = unit.code {
      members.insert(("unit", .string(code)), at: 0)
      if let total = total.rows.first, let remainder = rows.remainder(to: total, named: "") {
        members.append(("rounding", object(remainder)))
      }
    }
    return .object(members)
  }
}
