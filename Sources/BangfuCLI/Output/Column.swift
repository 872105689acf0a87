/// A column of a table.
struct Column: Sendable {
  /// Where the cells of a column stand.
  enum Alignment: Sendable { case left, right }

  /// What the cells of a column are in JSON.
  enum Kind: Sendable {
    /// A string, amounts included.
    case text
    /// A whole number; null where the cell is empty.
    case integer
    /// A string; null where the cell is empty.
    case optionalText
    /// Ways of paying and amounts, as `cash 100.00, wechat 28.00`: an array of objects.
    case tenders
  }

  /// The English name for CSV and JSON.
  let key: String
  /// The heading for people.
  let title: String
  /// Where the cells stand.
  let alignment: Alignment
  /// What the cells are in JSON.
  let kind: Kind

  /// Whether it says of what the column before it is a quantity.
  var isUnit: Bool { ["unit", "entered_unit"].contains(key) }

  /// Describes a column.
  init(_ key: String, _ title: String, _ alignment: Alignment = .left, kind: Kind = .text) {
    self.key = key
    self.title = title
    self.alignment = alignment
    self.kind = kind
  }

  /// Returns a cell as JSON.
  func json(_ cell: String) -> JSON {
    switch kind {
    case .text: .string(cell)
    case .optionalText: cell.isEmpty ? .null : .string(cell)
    case .tenders:
      .array(
        cell.split(separator: ", ").map { tender in
          let parts = tender.split(separator: " ").map(String.init)
          return .object([("method", .string(parts[0])), ("amount", .string(parts.last ?? ""))])
        })
    case .integer: Int64(cell).map { .int($0) } ?? (cell.isEmpty ? .null : .string(cell))
    }
  }
}
