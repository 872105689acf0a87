/// Tables for people.
extension Table {
  /// By how much the lines after the first of a row stand in.
  private static let indentation = 4

  /// The rows as text with aligned columns; control characters are shown as pictures.
  var text: String { text(within: nil) }

  /// The rows as text that a screen of so many columns shows well; nil is one of any width.
  ///
  /// Where a table is too wide, its columns move together; where that is not enough, amounts that are 0.00 in every row
  /// are left out; and where it still is not, a row goes on in lines below it, as the headings do, with columns of their
  /// own. A line of nothing is left out.
  func text(within width: Int?) -> String {
    let table = visible
    guard let width, columns.count > 2 else { return table.text(folded: [columns.indices]) }
    for table in [table, table.withoutZeros] {
      for gap in [2, 1] where table.width(apart: gap) <= width {
        return table.text(folded: [table.columns.indices], apart: gap)
      }
    }
    let plain = table.withoutZeros
    return plain.text(folded: plain.folds(within: width))
  }

  /// The texts of the cells, with pictures for what nobody sees.
  private var visible: Table { Table(columns, rows: rows.map { $0.map(\.plain.visible) }) }

  private var widths: [Int] {
    columns.indices.map { index in
      rows.reduce(columns[index].title.columns) { max($0, $1[index].plain.columns) }
    }
  }

  private func width(apart gap: Int) -> Int { widths.reduce(-gap) { $0 + $1 + gap } }

  private var withoutZeros: Table {
    let kept = columns.indices.filter { index in
      !rows.contains { $0[index] == .zero }
        || rows.contains { ![.zero, .empty].contains($0[index]) }
    }
    return Table(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The columns of each line of a row: as many as fit; a unit stays with what is before it.
  private func folds(within width: Int) -> [Range<Int>] {
    let widths = widths
    var folds: [Range<Int>] = []
    var used = 0
    var start = 0
    for end in 1...columns.count where end == columns.count || columns[end].kind != .unit {
      let needed = widths[start..<end].reduce(0) { $0 + $1 + 2 }
      if let last = folds.last, used + needed - 2 <= width {
        folds[folds.count - 1] = last.lowerBound..<end
      } else {
        used = folds.isEmpty ? 0 : Table.indentation
        folds.append(start..<end)
      }
      used += needed
      start = end
    }
    return folds
  }

  /// The rows as text, with a line for each range of columns.
  private func text(folded folds: [Range<Int>], apart gap: Int = 2) -> String {
    let widths = widths
    var text = ""
    for fold in folds { text += line(of: columns.map(\.title), fold, widths, gap) + "\n" }
    for row in rows {
      for fold in folds {
        let line = line(of: row.map(\.plain), fold, widths, gap)
        if fold.lowerBound == 0 || !line.isEmpty { text += line + "\n" }
      }
    }
    return text
  }

  private func line(of cells: [String], _ indices: Range<Int>, _ widths: [Int], _ gap: Int)
    -> String
  {
    var line = ""
    for index in indices {
      let padding = String(repeating: " ", count: widths[index] - cells[index].columns)
      if index > indices.lowerBound { line += String(repeating: " ", count: gap) }
      switch columns[index].alignment {
      case .right: line += padding + cells[index]
      case .left: line += index == indices.upperBound - 1 ? cells[index] : cells[index] + padding
      }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    let isFirst = indices.lowerBound == 0 || line.isEmpty
    return isFirst ? line : String(repeating: " ", count: Table.indentation) + line
  }
}
