/// Why a row was rejected: the column, what it holds, and the reason.
public struct RowProblem: Error, Equatable, Sendable {
  /// The column's name; empty where it is the whole row.
  public let column: String
  /// What the file has there.
  public let value: String
  /// The reason's code, such as `cell_not_an_amount`; the sentences are the command line's.
  public let reason: String

  /// Of a good row that is equal to a rejected one, where equal lines are numbered.
  public static let waiting = RowProblem("line_like_rejected", column: "", value: "")

  /// Of a row that has the key of another row of its table, and reports another line or case.
  public static func ofOneKey(_ key: String, column: String) -> RowProblem {
    RowProblem("key_repeated", column: column, value: key)
  }

  init(_ reason: String, column: String, value: String) {
    self.reason = reason
    self.column = column
    self.value = value
  }
}
