import Domain

/// How a column's cells are shown to people, and what they are to programs.
extension Column {
  /// Returns a cell for people, as its kind is shown.
  func shown(_ cell: Cell) -> String { kind.shown(cell) }

  /// Returns the text of a cell for people.
  func shown(_ text: String) -> String { kind.shown(text) }
}

extension Column.Kind {
  /// Returns a cell for people: codes and methods of payment in words, amounts grouped by thousands.
  func shown(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): shown(text)
    case .flag: CodeWords.word(cell.plain)
    case .tenders(let tenders):
      tenders.map { "\(CodeWords.word($0.method.rawValue)) \($0.amount.grouped)" }.joined(
        separator: ", ")
    }
  }

  /// Returns the text of a cell for people.
  func shown(_ text: String) -> String {
    switch self {
    case .word, .flag: CodeWords.word(text)
    case .words:
      text.split(separator: ", ").map { CodeWords.word(String($0)) }.joined(separator: ", ")
    case .facts: Self.facts(in: text) { $0.title + " " + $0.shown($1) }
    case .money, .level, .yuan: text.contains(".") ? Money(text)?.grouped ?? text : text
    case .text, .day, .unit, .quantity, .number, .id, .ids, .percent, .figure, .tenders: text
    }
  }

  /// Returns facts, such as `total 2560.00`, each written anew from its column and its cell.
  static func facts(in text: String, _ written: (Column, String) -> String) -> String {
    text.split(separator: ", ").map { fact in
      let key = fact.prefix { $0 != " " }
      return written(Column.named(String(key)), String(fact[key.endIndex...].dropFirst()))
    }.joined(separator: ", ")
  }
}

extension Column {
  /// Returns a cell as JSON: numbers are numbers, null where the cell is empty; methods of payment are objects, all else is
  /// text.
  func json(_ cell: Cell) -> JSON {
    switch (cell, kind) {
    case (.text(let text), .number), (.text(let text), .id):
      Int64(text).map { .int($0) } ?? (text.isEmpty ? .null : .string(text))
    case (.tenders(let tenders), _):
      .array(
        tenders.map {
          .object([
            ("method", .string($0.method.rawValue)), ("amount", .string($0.amount.description)),
          ])
        })
    case (.text, _), (.flag, _): .string(cell.plain)
    }
  }
}
