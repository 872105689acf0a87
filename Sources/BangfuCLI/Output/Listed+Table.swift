import Bangfu

extension Listed {
  /// The rows as a table to print; for people in words, without the columns that are empty.
  func table(for format: Format) -> Table {
    let columns = keys.map(Column.named)
    guard format == .table else { return Table(columns, rows: rows) }
    let shown = keys.indices.filter { place in
      rows.isEmpty || rows.contains { !$0[place].isEmpty }
    }
    return Table(
      shown.map { columns[$0] },
      rows: rows.map { row in shown.map { columns[$0].shown(row[$0]) } })
  }
}
