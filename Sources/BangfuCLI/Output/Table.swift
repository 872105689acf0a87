import Bangfu
import Tabular

/// Rows to print.
struct Table: Sendable {
  /// The columns, in order.
  let columns: [Column]
  /// The rows: a cell for each column.
  var rows: [[Cell]]

  /// Makes a table.
  init(_ columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Makes a table of texts.
  init(_ columns: [Column], rows: [[String]] = []) {
    self.init(columns, rows: rows.map { $0.map { Cell.text($0) } })
  }

  /// The rows as CSV with the English keys as header, without a byte order mark.
  var csv: String {
    CSVWriter.encode(rows: [columns.map(\.key)] + texts, lineEnd: "\n", spreadsheetSafe: false)
  }

  /// The rows as CSV that spreadsheets open well: a byte order mark, and no cell is a formula.
  var spreadsheet: String {
    "\u{FEFF}"
      + CSVWriter.encode(
        rows: [columns.map(\.key)] + texts, lineEnd: "\r\n", spreadsheetSafe: true)
  }

  private var texts: [[String]] { rows.map { $0.map(\.plain) } }

  /// The rows as an array of objects.
  var json: JSON {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { column, cell in (column.key, column.json(cell)) })
      })
  }
}
