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

  /// Saves an entry by a statement that returns whether its sales have to be judged anew, and judges them.
  func savingJudged(_ command: String, _ save: () throws -> Rows) throws {
    try transaction {
      if try save().single().decode(Bool.self) { try judgeAnew(command) }
    }
  }

  /// Judges the lines of open months anew, after a change of the catalogue.
  func judgeAnew(_ command: String) throws {
    try execute("SELECT judge_anew(\(operatorName), \(command), NULL)")
  }
}
