internal import Postgres

/// A table of facts, as `sealed_table` in the database describes it.
struct SealedTable {
  let name: String
  /// What its rows are read from: itself, or a view that hides what nobody may read.
  let source: String
  /// What says whose a row is: the number of its act, or of the row of `parent` that it belongs to.
  let link: String
  let parent: String?
  /// The columns that never change, in the order they came: those of an older seal are the first of them.
  let columns: [String]
  /// The places of the key's columns in `columns`.
  let key: [Int]
  let sorted: String
  /// What the columns are by default, in SQL.
  let defaults: String

  /// Reads all of them, parents first.
  static func all(_ connection: Connection) throws -> [SealedTable] {
    try connection.execute(
      "SELECT of_table, source, link, parent, columns, key, sorted, defaults FROM sealed_table()"
    ).map { row in
      let (name, source, link, parent) = try row.decode(
        (String, String, String, String?).self)
      let (columns, key, sorted, defaults) = try row.decode(
        ([String], [String], String, String).self, from: 4)
      return SealedTable(
        name: name, source: source, link: link, parent: parent, columns: columns,
        key: key.compactMap(columns.firstIndex), sorted: sorted, defaults: defaults)
    }
  }

  /// The statement that reads its rows, each after its link, in the order of the key.
  func statement(from first: Int64?, quoting connection: Connection) -> String {
    let names = ([link] + columns.map(connection.quote(identifier:))).joined(separator: ", ")
    let bound = first.map { "WHERE \(link) >= \($0) " } ?? ""
    return
      "COPY (SELECT \(names) FROM \(connection.quote(identifier: source)) \(bound)ORDER BY \(sorted)) TO STDOUT"
  }

  /// What the columns are by default, as COPY writes a row.
  func defaultRow(_ connection: Connection) throws -> [UInt8] {
    var row: [UInt8] = []
    try connection.copyOut("COPY (SELECT \(defaults)) TO STDOUT") { line in
      row = line.indices.dropLast().map { line[$0] }
    }
    return row
  }

  /// The words that name a row: the table, and its key.
  func words(of row: Span<UInt8>) -> String {
    var cells: [[UInt8]] = [[]]
    for index in row.indices {
      if row[index] == UInt8(ascii: "\t") {
        cells.append([])
      } else {
        cells[cells.count - 1].append(row[index])
      }
    }
    return ([name] + key.map { "\(columns[$0]) \(String(decoding: cells[$0], as: UTF8.self))" })
      .joined(separator: " ")
  }
}
