internal import Postgres

/// Rows for people and programs: keys in English, cells as text.
public struct Listed: Equatable, Sendable {
  /// The columns' keys, left to right.
  public internal(set) var keys: [String]
  /// The rows; an absent value is empty text.
  public internal(set) var rows: [[String]]

  init(keys: [String], rows: [[String]]) {
    self.keys = keys
    self.rows = rows
  }

  init(_ rows: Rows) {
    keys = rows.columnNames
    let places = keys.indices
    self.rows = rows.map { row in places.map { row.text($0) ?? "" } }
  }
}
