internal import Postgres

/// Rows for people and programs: keys in English, cells as text.
public struct Listed: Equatable, Sendable {
  /// The columns' keys, left to right.
  public internal(set) var keys: [String]
  /// The rows; an absent value is empty text.
  public internal(set) var rows: [[String]]
  /// How many rows there are, where `rows` are only the first of them; nil where they are all.
  public private(set) var cutFrom: Int?

  /// Makes a list of rows with a cell for each key.
  public init(keys: [String], rows: [[String]]) {
    self.keys = keys
    self.rows = rows
  }

  init(_ rows: Rows) {
    keys = rows.columnNames
    let places = keys.indices
    self.rows = rows.map { row in places.map { row.text($0) ?? "" } }
  }
}

extension Listed {
  /// Lists what a query selects, in an order, at most so many rows; nil is all of them.
  init(_ query: Query, order: String, limit: Int?, on connection: Connection) throws {
    let ordered = query.sql + "\nORDER BY " + order
    guard let limit else {
      self.init(try connection.execute(Query(unsafeSQL: ordered, values: query.values)))
      return
    }
    // One row more than is shown says whether there are more; only then they are counted.
    let first = Query(unsafeSQL: "\(ordered)\nLIMIT \(max(0, limit) + 1)", values: query.values)
    self.init(try connection.execute(first))
    guard rows.count > limit else { return }
    rows.removeLast()
    let count = Query(unsafeSQL: "SELECT count(*) FROM (\(query.sql)) AS row", values: query.values)
    cutFrom = try connection.execute(count).single().decode(Int.self)
  }
}
