internal import Postgres

/// Rows that are only printed: keys in English, cells as text.
///
/// What the program reads has types of its own.
public struct Listed: Equatable, Sendable {
  /// The columns' keys, left to right.
  public let keys: [String]
  /// The rows; an absent value is empty text.
  public let rows: [[String]]
  /// How many rows there are, where `rows` are only the first of them; nil where they are all.
  public let cutFrom: Int?

  /// Takes rows as text, without so many columns at their end.
  init(_ rows: Slice<Rows>, leaving columns: Int = 0, cutFrom: Int? = nil) {
    let keys = Array(rows.base.columnNames.dropLast(columns))
    self.keys = keys
    self.rows = rows.map { row in keys.indices.map { row.text($0) ?? "" } }
    self.cutFrom = cutFrom
  }
}

/// The first of some rows, or all of them.
public struct Excerpt<Element> {
  /// The rows.
  public let rows: [Element]
  /// How many there are, where `rows` are only the first of them; nil where they are all.
  public let cutFrom: Int?
}

extension Excerpt: Sendable where Element: Sendable {}
extension Excerpt: Equatable where Element: Equatable {}
