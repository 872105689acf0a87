internal import Channels
internal import Tabular

/// What a file of rejected rows holds: CSV that a spreadsheet opens, and that is imported again.
extension RejectFile {
  /// What a file of rejected rows begins with: the header, and in sheets the titles, which may say the day.
  static func heading(of layout: Layout) -> String {
    let titles = layout.profile.isSheet ? layout.preamble : []
    return CSVWriter.encode(
      rows: (titles + [layout.header]).map { $0.map(harmless) }, lineEnd: "\n",
      spreadsheetSafe: false)
  }

  /// The line of a rejected row, the columns that its profile does not name blank.
  static func line(_ row: borrowing Row, _ alone: [String]?, _ layout: Layout) -> [UInt8] {
    let cells: [String]
    if let alone { cells = alone } else { cells = row.strings }
    let isWhole = cells.count == layout.header.count
    let kept = zip(cells, layout.unknown).map { $1 && isWhole ? "" : harmless($0) }
    let beyond = cells.dropFirst(kept.count).map(harmless)
    return Array((CSVWriter.encode(row: kept + beyond, spreadsheetSafe: false) + "\n").utf8)
  }

  /// A cell that no spreadsheet runs: `'` before its own text, which is taken away again when the list is imported.
  private static func harmless(_ cell: String) -> String {
    let own = trimmedCell(cell)
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let first, "=+-@＝＋－＠".unicodeScalars.contains(first), own.count > 1,
      CSVWriter.neutralized(own) != own || first != own.unicodeScalars.first
    else { return cell }
    return "'" + own
  }
}
