internal import Domain
internal import Postgres
internal import Tabular

/// The columns of a list that people keep, found by name.
struct ListColumns {
  /// What each column may be headed by, as `canonicalHeader` writes it.
  let names: [String: [String]]
  /// Those without which there is no list.
  let needed: [String]
  /// What the list is called where one is missing.
  let list: String

  /// The place of each column.
  ///
  /// - Throws: `Problem` `column_twice`, `column_missing`.
  func indices(in header: [String]) throws(Problem) -> [String: Int] {
    let header = header.map(canonicalHeader)
    var indices: [String: Int] = [:]
    for (column, names) in names {
      let found = header.indices.filter { names.contains(header[$0]) }
      guard found.count <= 1 else {
        throw Problem(
          "column_twice",
          [
            "column": column, "row": "1",
            "places": found.map { String($0 + 1) }.joined(separator: ", "),
          ])
      }
      indices[column] = found.first
    }
    let missing = needed.filter { indices[$0] == nil }
    guard missing.isEmpty else {
      throw Problem(
        "column_missing",
        ["columns": missing.joined(separator: ", "), "row": "1", "profile": list])
    }
    return indices
  }

  /// Reads the rows of a list, each by the cells of its columns; an empty cell is none.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` as `indices` does, or what is wrong with the file.
  func read<Entry>(
    _ path: String, _ entry: (_ cell: (String) -> String?) throws -> Entry
  ) throws -> [(line: Int, entry: Entry)] {
    var indices: [String: Int]?
    var width = 0
    var entries: [(line: Int, entry: Entry)] = []
    var problems: [Problem] = []
    try TextFile.open(path).forEachRow { row in
      let cells = (0..<row.count).map { row.trimmed($0) }
      guard let columns = indices else {
        indices = try self.indices(in: cells)
        width = cells.count
        return
      }
      do {
        if let last = cells.lastIndex(where: { !$0.isEmpty }), last >= width {
          throw Problem(
            "receipt_row_width", ["fields": String(last + 1), "header": String(width)])
        }
        let read = try entry { column in
          columns[column].flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
        }
        entries.append((row.line, read))
      } catch var problem as Problem {
        problem.facts["line"] = String(row.line)
        problems.append(problem)
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    return entries
  }
}

extension Session {
  /// Stores the rows of a list in the running transaction: all of them, or none.
  ///
  /// - Throws: `Problems` with every row's fault.
  func store<Entry>(
    _ rows: [(line: Int, entry: Entry)], code: (Entry) -> String, _ body: (Entry) throws -> Void
  ) throws {
    var problems: [Problem] = []
    for (line, entry) in rows {
      do {
        try execute("SAVEPOINT row")
        try body(entry)
        try execute("RELEASE SAVEPOINT row")
      } catch {
        guard var problem = listFault(error, of: code(entry)) else { throw error }
        problem.facts["line"] = String(line)
        problems.append(problem)
        try execute("ROLLBACK TO SAVEPOINT row")
        try execute("RELEASE SAVEPOINT row")
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
  }

  /// What is wrong with an entry, where it is the list that is to blame.
  private func listFault(_ error: any Error, of code: String) -> Problem? {
    if let problem = error as? Problem { return problem }
    guard let error = error as? PostgresError else { return nil }
    return error.refusal ?? error.constraint.map { Problem($0, ["code": code]) }
  }

  /// How many rows of a list are new, and how many changed: what a query has of each code, before and after.
  func compare(_ before: [String: String], _ after: [String: String]) -> (new: Int, changed: Int) {
    (
      after.keys.filter { before[$0] == nil }.count,
      before.filter { after[$0.key] != $0.value }.count
    )
  }

  /// Rows as one text each, by the code in their first column.
  func fingerprints(_ query: Query) throws -> [String: String] {
    Dictionary(
      try execute(query).map { ($0.text(0) ?? "", $0.text(1) ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}
