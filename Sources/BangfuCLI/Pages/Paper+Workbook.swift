import Bangfu
import Workbooks

extension Paper {
  /// The paper as sheets, one a table.
  var sheets: [Sheet] {
    parts.map { part in
      let table = part.table.compact
      let kept = table.columns
      let total = part.total.map { total in
        zip(part.table.columns, total).filter { kept.contains($0.0) }
          .map { column, cell in column.written(cell) }
      }
      let rows = table.rows.map { row in zip(kept, row).map { $0.written($1) } }
      return Sheet(
        name: part.title.isEmpty ? title : part.title,
        heading: [part.title.isEmpty ? title : "\(title) · \(part.title)"] + notes + part.notes,
        columns: zip(kept, kept.indices).map { column, index in
          let widest = rows.reduce(total?[index].columns ?? 0) { max($0, $1[index].columns) }
          return Sheet.Column(
            title: column.title, kind: column.sheetKind,
            width: max(column.title.columns, widest + (column.kind == .money ? widest / 4 : 0)))
        }, rows: rows, total: total,
        chart: part.bars.map { bars in
          Sheet.Chart(
            title: part.title, values: bars.columns.compactMap { kept.firstIndex(of: $0) },
            rows: bars.rows)
        })
    }
  }
}

extension Column {
  /// A cell of a sheet: numbers plain, codes in words.
  fileprivate func written(_ cell: Cell) -> String {
    switch kind {
    case .money, .number, .quantity, .figure: cell.plain
    default: shown(cell)
    }
  }

  /// What a workbook takes the cells for.
  fileprivate var sheetKind: Sheet.Column.Kind {
    switch kind {
    case .money: .number(decimals: 2)
    case .number: .number(decimals: 0)
    case .quantity, .figure: .quantity
    case .text, .word, .words, .facts, .flag, .day, .unit, .id, .tenders: .text
    }
  }
}
