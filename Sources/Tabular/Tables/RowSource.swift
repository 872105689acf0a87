/// A table whose rows can be read from the first on, again and again.
protocol RowSource: Sendable {
  /// Hands each row to `body` until it answers false or the rows end.
  func read(
    _ limits: TableFile.Limits, _ body: (borrowing Row) throws -> Bool
  ) throws
}
