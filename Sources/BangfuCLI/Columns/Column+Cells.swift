import Domain

/// How a column's cells are shown to people, and what they are to programs.
extension Column {
  /// Returns a cell for people: codes and ways of paying in words, amounts grouped by thousands.
  func shown(_ cell: String) -> String {
    switch kind {
    case .word: CodeWords.word(cell)
    case .money: cell.contains(".") ? Money(cell)?.grouped ?? cell : cell
    case .tenders:
      cell.split(separator: ", ").map { part in
        part.split(separator: " ").map { Money(String($0))?.grouped ?? CodeWords.word(String($0)) }
          .joined(separator: " ")
      }.joined(separator: ", ")
    case .text, .day, .unit, .quantity, .number, .figure: cell
    }
  }

  /// Returns a cell as JSON: numbers are numbers, null where the cell is empty; all else is text.
  func json(_ cell: String) -> JSON {
    switch kind {
    case .number: Int64(cell).map { .int($0) } ?? (cell.isEmpty ? .null : .string(cell))
    case .tenders:
      .array(
        cell.split(separator: ", ").map { tender in
          let parts = tender.split(separator: " ").map(String.init)
          return .object([("method", .string(parts[0])), ("amount", .string(parts.last ?? ""))])
        })
    case .text, .word, .day, .unit, .quantity, .money, .figure: .string(cell)
    }
  }
}
