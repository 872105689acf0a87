internal import Domain
internal import Postgres

extension Session {
  /// The entries of a table's list with a code, or all.
  ///
  /// - Throws: `Problem` `…_unknown`, by the table's name, where the code is of none.
  func known<Entry>(_ entries: [Entry], _ table: String, _ code: String) throws(Problem) -> Entry {
    guard let entry = entries.first else { throw Problem(table + "_unknown", ["code": code]) }
    return entry
  }
}
