/// A table whose rows can be read from the first on, again and again.
protocol RowSource: Sendable {
  /// Hands each row to `body` until it returns false or the rows end.
  ///
  /// `width` is that of the table, where it is known; rows of sheets and pages are as wide.
  func read(
    _ limits: TableFile.Limits, width: Int?, _ body: (borrowing Row) throws -> Bool
  ) throws
}
