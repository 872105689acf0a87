import Domain

/// Takes the rows of a list one by one, shows them in a unit, and knows what rounding leaves of their sums.
struct RoundedRows {
  private let columns: [Column]
  private let unit: MoneyUnit
  /// By column what its amounts add up to, before and after they are rounded.
  private var sums: [(exact: Money, shown: Money)]

  /// Takes rows of some columns.
  ///
  /// - Throws: `Problem` `unit_without_amounts` where they have no amounts to show in another unit than yuan.
  init(of columns: [Column], in unit: MoneyUnit) throws(Problem) {
    let kinds: [Column.Kind] = [.money, .level, .tenders, .facts]
    guard unit == .yuan || columns.contains(where: { kinds.contains($0.kind) }) else {
      throw Problem("unit_without_amounts", ["unit": unit.name])
    }
    self.columns = columns
    self.unit = unit
    sums = columns.map { _ in (.zero, .zero) }
  }

  /// Returns a row in the unit.
  mutating func take(_ row: [Cell]) -> [Cell] {
    guard unit != .yuan else { return row }
    let shown = zip(columns, row).map { $0.cell($1, in: unit) }
    for (index, column) in columns.enumerated() {
      guard column.isSummed, let exact = column.amount(in: row[index].plain) else { continue }
      sums[index].exact += exact
      sums[index].shown += column.amount(in: shown[index].plain) ?? .zero
    }
    return shown
  }

  /// What the rounded rows lack of their rounded sums, as a row with a name; nil where that is nothing.
  func remainder(named name: String) -> [Cell]? {
    let left = sums.map { unit.of($0.exact) - $0.shown }
    guard left.contains(where: { $0 != .zero }) else { return nil }
    let cells = zip(columns, left).map { $0.isSummed ? Cell($1) : .empty }
    return [Cell(name)] + cells.dropFirst()
  }
}
