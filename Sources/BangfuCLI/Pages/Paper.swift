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

    init(_ title: String, _ table: Table, total: [Cell]? = nil) {
      self.title = title
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
  init(_ table: Table, total: [Cell]? = nil, cutFrom all: Int? = nil) {
    title = RunningCommand.title
    notes = [RunningCommand.line]
    if let all {
      notes.append(say("共 \(all) 行，这里 \(table.rows.count) 行", "\(table.rows.count) of \(all) rows"))
    }
    parts = [Part("", table, total: total)]
  }

  init(title: String, notes: [String], parts: [Part]) {
    self.title = title
    self.notes = notes
    self.parts = parts
  }
}
