import Bangfu

extension Listed {
  /// The rows without columns.
  func without(_ left: [String]) -> Listed {
    let kept = keys.indices.filter { !left.contains(keys[$0]) }
    return Listed(keys: kept.map { keys[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The first row as a list of facts, for people.
  var facts: Table? {
    let table = table(for: .table)
    guard let row = table.rows.first else { return nil }
    return Table(
      [.field, .fact],
      rows: zip(table.columns, row).filter { !$0.1.isEmpty }.map { [$0.0.title, $0.1] })
  }
}
