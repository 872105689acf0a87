import Bangfu
import Domain
import System
import Workbooks

/// Prints rows on standard output in the format that was asked for.
func printRows(_ table: Table, _ format: Format) {
  switch format {
  case .table: StandardOutput.write(table.text(within: Screen.width))
  case .csv: printData(table.csv)
  case .json: printLine(table.json.pretty)
  }
}

/// Prints a line on standard output; it is seen at the latest when the program ends.
func printLine(_ line: String = "") {
  StandardOutput.write(line + "\n")
}

/// Prints text for programs on standard output: as it is, but for a terminal.
func printData(_ text: String) {
  if Prompting.isOutputTerminal {
    StandardOutput.write(text)
  } else {
    StandardOutput.writeRaw(text)
  }
}

/// Prints a line on standard error, after all that was printed before it.
func printToStandardError(_ line: String, terminator: String = "\n") {
  StandardOutput.flush()
  _ = StandardOutput.send(Array((line + terminator).visibleLines.utf8), to: 2)
}

/// Writes a paper to a file: of CSV and JSON only its first table.
///
/// - Throws: as writing text does.
func write(_ paper: Paper, to file: String, as format: FileFormat) throws {
  let table = paper.parts[0].table
  switch format {
  case .csv: try write(table.spreadsheet, to: file)
  case .json: try write(table.json.pretty + "\n", to: file)
  case .html: try write(paper.page, to: file)
  case .xlsx:
    StandardOutput.flush()
    if let long = paper.parts.first(where: { $0.table.rows.count > Sheet.mostRows }) {
      throw Problem("sheet_too_long", ["file": file, "rows": String(long.table.rows.count)])
    }
    try WorkbookFile.write(paper.sheets, to: file)
  }
}

/// Writes rows to a file, as CSV that spreadsheets open well.
///
/// - Throws: as writing text does.
func write(_ table: Table, to file: String) throws(FileError) {
  try write(table.spreadsheet, to: file)
}

/// Writes text to a file, which is there whole or not at all.
///
/// - Throws: `FileError`.
func write(_ text: String, to file: String) throws(FileError) {
  StandardOutput.flush()  // the file may be the same output
  let new = try NewFile(file, isReplacing: true)
  try new.write(text)
  try new.keep()
}
