internal import Domain
internal import Postgres

extension Session {
  /// Adds an entry of the catalogue under its code, or changes the one that is there.
  ///
  /// - Throws: `Problem` `…_exists` or `…_unknown`, by the table's name.
  func save(
    _ table: String, _ code: String, isNew: Bool, add: () -> Query, change: () -> Query
  ) throws {
    let isKnown = try finds("SELECT FROM \(identifier: table) WHERE code = \(code)")
    if isNew, isKnown { throw Problem(table + "_exists", ["code": code]) }
    if !isNew, !isKnown { throw Problem(table + "_unknown", ["code": code]) }
    try execute(isNew ? add() : change())
  }

  /// The entries of a table's list with a code, or all.
  ///
  /// - Throws: `Problem` `…_unknown`, by the table's name, where the code is of none.
  func known<Entry>(_ entries: [Entry], _ table: String, _ code: String) throws(Problem) -> Entry {
    guard let entry = entries.first else { throw Problem(table + "_unknown", ["code": code]) }
    return entry
  }
}
