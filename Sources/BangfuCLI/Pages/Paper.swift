import Bangfu

/// What is handed in: a title, notes and tables, some with a chart; written as a page or as a workbook.
struct Paper {
  /// One table of it.
  struct Part {
    /// Its heading; empty where the paper has only one.
    let title: String
    /// What is said under the heading.
    var notes: [String] = []
    /// The rows, and what they add up to.
    let table: Table, total: [Cell]?
    /// A drawing of the table; nil where there is none.
    var chart: Chart?
    /// The columns that a workbook draws, of how many first rows.
    var bars: (columns: [Column], rows: Int)?

    /// Takes a table in yuan, and shows it in a unit; what rounding leaves is a row of its own.
    init(_ title: String, _ table: Table, total: [Cell]? = nil, in unit: MoneyUnit = .yuan) {
      self.title = title
      let total = total.map { Table(table.columns, rows: [$0]).in(unit).rows[0] }
      var table = table.in(unit)
      if let total, let remainder = table.remainder(to: total), unit != .yuan {
        table.rows.append(remainder)
      }
      self.table = table
      self.total = total
    }
  }

  /// What it is.
  let title: String
  /// What is said under the title: the unit, the time, what hinders.
  var notes: [String] = []
  /// The tables.
  var parts: [Part]

  /// A list, under the name of the command that asked for it.
  init(_ table: Table, total: [Cell]? = nil, cutFrom all: Int? = nil, in unit: MoneyUnit = .yuan) {
    title = RunningCommand.title
    notes = [RunningCommand.line]
    if let all {
      notes.append(say("共 \(all) 行，这里 \(table.rows.count) 行", "\(table.rows.count) of \(all) rows"))
    }
    if unit != .yuan { notes.append(say("单位：\(unit.name)", "In \(unit.name)")) }
    parts = [Part("", table, total: total, in: unit)]
  }

  init(title: String, notes: [String], parts: [Part]) {
    self.title = title
    self.notes = notes + [RunningCommand.line]
    self.parts = parts
  }
}
