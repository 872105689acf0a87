import Bangfu
import Domain

/// One breakdown of the monthly report, to print.
struct Breakdown {
  /// Its name in JSON and CSV, and its heading.
  let key: String, title: String
  /// What the rows are of: a channel, a product, a supplier, a day or a month.
  let of: Column
  let rows: [BreakdownRow]
  /// What amounts are in, each rounded by itself.
  let unit: MoneyUnit

  private var isRounded: Bool { unit != .yuan }

  private var isOfTime: Bool { of == .day || of == .month }

  /// The rows as they are.
  var table: Table {
    var columns = isOfTime ? [of] : [of, .name]
    if of == .sku { columns += [.unit, .quantity] }
    columns += [.gross, .refunds, .duplicates, .excluded, .pending, .counted]
    if of == .sku || of == .supplier { columns.append(.missing) }
    return Table(columns, rows: rows.map { row in columns.map { cell(of: row, in: $0) } })
  }

  /// What rounding leaves between the rows and the sums of the whole, for programs; nil where it leaves nothing.
  func remainder(to headline: FigureBridge) -> JSON? {
    guard isRounded, let left = table.remainder(to: total(headline)) else { return nil }
    return .object(
      zip(table.columns, left).filter { $0.0.isSummed }.map { ($0.key, $0.json($1)) })
  }

  /// The rows for people, with their total; sums that the whole month has none of are left out.
  func table(addingUpTo headline: FigureBridge) -> Table {
    var table = table
    let total = total(headline)
    if isRounded, let remainder = table.remainder(to: total) { table.rows.append(remainder) }
    table.rows.append(total)
    let idle = [Column.duplicates, .excluded, .pending].filter { column in
      rows.allSatisfy { cell(of: $0, in: column) == .zero }
    }
    return table.without(idle).forPeople
  }

  /// The rows as they are handed in, with their total, the counted drawn; of suppliers with the households they link.
  func part(addingUpTo headline: FigureBridge, households: [String: String]) -> Paper.Part {
    var table = table
    var total = total(headline)
    if of == .supplier, !households.isEmpty {
      table = Table(
        table.columns + [.households],
        rows: zip(table.rows, rows).map { cells, row in cells + [Cell(households[row.code])] })
      total.append(.empty)
    }
    var part = Paper.Part(title, table, total: total, isRounded: isRounded)
    let drawn = isOfTime ? rows[...] : rows.prefix(12)
    if isOfTime {
      part.chart = .stacked(
        labels: drawn.map { String($0.code.suffix(2)) },
        series: [(Column.counted.title, drawn.map(\.sums.counted))], in: unit)
    } else {
      part.chart = .bars(drawn.map { (label(of: $0), $0.sums.counted) })
    }
    if drawn.count < rows.count {
      part.notes = [
        say("图中是前 \(drawn.count) 项", "The chart has the first \(drawn.count).")
      ]
    }
    part.bars = ([.counted], drawn.count)
    return part
  }

  /// What a bar is called: its name, its code, or what it is missing.
  private func label(of row: BreakdownRow) -> String {
    row.name.isEmpty ? row.missing.map { Table.words(missing: $0.rawValue) } ?? row.code : row.name
  }

  /// A row's cell in a column of any table; empty where the row has none.
  func cell(of row: BreakdownRow, in column: Column) -> Cell {
    switch column {
    case of, .code: Cell(row.code)
    case .name: Cell(row.name)
    case .unit: Cell(row.unit)
    case .quantity: Cell(row.quantity)
    case .missing: Cell(row.missing?.rawValue)
    default: cells(row.sums)[column.key] ?? .empty
    }
  }

  /// The row of the whole.
  private func total(_ headline: FigureBridge) -> [Cell] {
    let sums = cells(headline)
    return table.columns.map { $0 == of ? Cell(say("合计", "Total")) : sums[$0.key] ?? .empty }
  }

  private func cells(_ sums: FigureBridge) -> [String: Cell] {
    Dictionary(uniqueKeysWithValues: sums.parts.map { ($0.column.key, Cell($0.amount)) })
  }
}

extension FigureBridge {
  /// The sums with their columns, in the order of the bridge.
  var parts: [(column: Column, amount: Money)] {
    [
      (.gross, gross), (.refunds, refunds), (.duplicates, duplicates), (.excluded, excluded),
      (.pending, pending), (.counted, counted),
    ]
  }
}
