import Bangfu

/// What is handed in: a title, notes and tables, some with a chart; written as a page or as a workbook.
struct Paper {
  /// One table of it.
  struct Part {
    /// Its heading; empty where the paper has only one.
    let title: String
    /// What is said under the heading.
    var notes: [String] = []
    /// The rows, what rounding leaves between them and their total, and the total.
    let table: Table, remainder: [Cell]?, total: [Cell]?
    /// A drawing of the table; nil where there is none.
    var chart: Chart?
    /// The columns that a workbook draws, of how many first rows.
    var bars: (columns: [Column], rows: Int)?

    /// Takes a table as it is; where its amounts are rounded, what that leaves is a row of its own.
    init(_ title: String, _ table: Table, total: [Cell]? = nil, isRounded: Bool = false) {
      self.title = title
      self.table = table
      self.total = total
      remainder = isRounded ? total.flatMap { table.remainder(to: $0) } : nil
    }

    /// Takes a table in yuan, and shows it in a unit.
    init(_ title: String, _ table: Table, total: [Cell]? = nil, in unit: MoneyUnit) {
      let total = total.map { Table(table.columns, rows: [$0]).in(unit).rows[0] }
      self.init(title, table.in(unit), total: total, isRounded: unit != .yuan)
    }

    /// The rows as they are handed in, with what rounding leaves.
    var shown: Table { Table(table.columns, rows: table.rows + (remainder.map { [$0] } ?? [])) }
  }

  /// What it is.
  let title: String
  /// What is said under the title: the unit, the time, what hinders.
  var notes: [String] = []
  /// The tables.
  var parts: [Part]

  /// A list, under the name of the command that asked for it.
  init(list part: Part, cutFrom all: Int? = nil, in unit: MoneyUnit = .yuan) {
    self.init(listOf: part.table.rows.count, cutFrom: all, of: part.table.columns, in: unit)
    parts = [part]
  }

  /// The same without its rows, of which so many are listed.
  init(listOf count: Int?, cutFrom all: Int?, of columns: [Column], in unit: MoneyUnit = .yuan) {
    title = RunningCommand.title
    notes = [RunningCommand.line]
    if let count, let all {
      notes.append(say("共 \(all) 行，这里 \(count) 行", "\(count) of \(all) rows"))
    }
    if let note = unit.note(of: columns) { notes.append(note) }
    parts = []
  }

  init(title: String, notes: [String], parts: [Part]) {
    self.title = title
    self.notes = notes + [RunningCommand.line]
    self.parts = parts
  }

  /// What is said in place of a table without rows.
  static var none: String { say("（没有）", "(none)") }
}
