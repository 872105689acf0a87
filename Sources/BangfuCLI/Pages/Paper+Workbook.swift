import Bangfu
import Workbooks

extension Paper {
  /// The paper as sheets, one a table.
  var sheets: [Sheet] {
    parts.map { part in
      let table = part.shown.compact
      let kept = table.columns
      let total = part.total.map { total in
        zip(part.table.columns, total).filter { kept.contains($0.0) }
          .map { column, cell in column.kind.written(cell) }
      }
      let rows = table.rows.map { row in zip(kept, row).map { $0.kind.written($1) } }
      return Sheet(
        name: part.title.isEmpty ? title : part.title,
        heading: [part.title.isEmpty ? title : "\(title) · \(part.title)"] + notes + part.notes,
        columns: zip(kept, kept.indices).map { column, index in
          Sheet.Column(title: column.title, kind: column.sheetKind(of: rows, at: index))
        }, total: total,
        chart: part.bars.map { bars in
          Sheet.Chart(
            title: part.title, labels: Self.labels(kept, rows.prefix(bars.rows)),
            values: bars.columns.compactMap { kept.firstIndex(of: $0) },
            rows: bars.rows)
        }, rows: { row in for cells in rows { try row(cells) } })
    }
  }

  /// The paper of a list as a sheet whose rows come while it is written; they have every column, in which nothing is hidden.
  func sheet(
    of columns: [Column], rows: @escaping (_ row: ([Cell]) throws -> Void) throws -> Void
  ) -> Sheet {
    let kinds = columns.map(\.kind)
    return Sheet(
      name: title, heading: [title] + notes,
      columns: columns.map { Sheet.Column(title: $0.title, kind: $0.sheetKind(of: [], at: 0)) },
      rows: { write in
        try rows { row in try write(zip(kinds, row).map { $0.written($1) }) }
      })
  }
}

extension Paper {
  /// The column by which bars are called: their names, unless one leaves a chart no room.
  private static func labels(_ columns: [Column], _ rows: ArraySlice<[String]>) -> Int {
    guard let name = columns.firstIndex(of: .name) else { return 0 }
    return rows.allSatisfy { $0[name].columns <= 40 } ? name : 0
  }
}

extension Column.Kind {
  /// A cell of a sheet: numbers plain, codes in words.
  fileprivate func written(_ cell: Cell) -> String {
    switch self {
    case .money, .level, .yuan, .number, .quantity, .percent, .figure: cell.plain
    default: shown(cell)
    }
  }
}

extension Column {
  /// What a workbook takes the cells for: numbers have as many decimals as the one that has most.
  fileprivate func sheetKind(of rows: [[String]], at index: Int) -> Sheet.Column.Kind {
    switch kind {
    case .money, .level, .yuan: .number(decimals: 2)
    case .number: .number(decimals: 0)
    case .quantity, .percent, .figure:
      .number(decimals: rows.reduce(0) { max($0, $1[index].decimals) })
    case .text, .word, .words, .facts, .flag, .day, .unit, .id, .ids, .tenders: .text
    }
  }
}

extension String {
  /// How many digits stand behind the point.
  fileprivate var decimals: Int {
    utf8.firstIndex(of: UInt8(ascii: ".")).map { utf8.distance(from: $0, to: utf8.endIndex) - 1 }
      ?? 0
  }
}
