/// Why a row was rejected: the column, what it holds, and the reason.
public struct RowProblem: Error, Equatable, Sendable {
  /// The column's name; empty where it is the whole row.
  public let column: String
  /// What the file has there.
  public let value: String
  /// The reason's code, such as `cell_not_an_amount`; the sentences are the command line's.
  public let reason: String

  init(_ reason: String, column: String, value: String) {
    self.reason = reason
    self.column = column
    self.value = value
  }
}
