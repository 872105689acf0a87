import Domain
import System

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

/// Writes rows to a file, as JSON or as CSV that spreadsheets open well.
///
/// - Throws: as writing text does.
func write(_ table: Table, to file: String, as format: Format = .csv) throws(FileError) {
  try write(format == .json ? table.json.pretty + "\n" : table.spreadsheet, to: file)
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
