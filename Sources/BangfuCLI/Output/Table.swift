import Tabular

/// Rows to print.
struct Table: Sendable {
  /// The columns, in order.
  let columns: [Column]
  /// The rows: a cell for each column.
  var rows: [[String]]

  /// Makes a table.
  init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The rows as CSV with the English keys as header, without a byte order mark.
  var csv: String {
    CSVWriter.encode(rows: [columns.map(\.key)] + rows, lineEnd: "\n", spreadsheetSafe: false)
  }

  /// The rows as CSV that spreadsheets open well: a byte order mark, and no cell is a formula.
  var spreadsheet: String {
    "\u{FEFF}"
      + CSVWriter.encode(
        rows: [columns.map(\.key)] + rows, lineEnd: "\r\n", spreadsheetSafe: true)
  }

  /// The rows as an array of objects.
  var json: JSON {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { column, cell in (column.key, column.json(cell)) })
      })
  }
}
