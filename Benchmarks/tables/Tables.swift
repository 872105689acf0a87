import Tabular

/// Reads files of tables: tells what is in each, how many rows and bytes, and how long it took.
///
/// With `--rows` it prints the rows as CSV instead.
@main struct Tables {
  static func main() {
    readOldWorkbookIfAsked(CommandLine.arguments)
    let words = CommandLine.arguments.dropFirst()
    for path in words where path != "--rows" {
      do {
        try words.contains("--rows") ? printRows(path) : measure(path)
      } catch {
        print("\(path): \(error)")
      }
    }
  }

  private static func measure(_ path: String) throws {
    let start = ContinuousClock.now
    let file = try TableFile.open(path)
    print("\(path): \(file.kind), \(file.sha256.prefix(8)), opened in \(.now - start)")
    for refusal in file.refusals { print("  \(refusal.path): \(refusal.error)") }
    for table in file.tables {
      let start = ContinuousClock.now
      var (rows, bytes) = (0, 0)
      try table.forEachRow { row in
        rows += 1
        for column in 0..<row.count { row.withBytes(column) { bytes += $0.count } }
      }
      let hidden = table.isHidden ? " (hidden)" : ""
      print("  \(table.path)\(hidden): \(rows) rows, \(bytes) bytes, \(.now - start)")
    }
  }

  private static func printRows(_ path: String) throws {
    for table in try TableFile.open(path).tables {
      print("# \(table.path)")
      try table.forEachRow { row in
        print("\(row.line):", CSVWriter.encode(row: row.strings, spreadsheetSafe: false))
      }
    }
  }
}
