extension TextFile {
  /// How much of a file one field or row may take before it is held to be damaged.
  public struct Limits: Sendable {
    /// The most bytes of a field, as UTF-8 and with its quotes doubled; 1 MB at first.
    public var fieldBytes = 1 << 20
    /// The most bytes of a row, as UTF-8; 16 MB at first, and never more than 1 GB.
    public var rowBytes = 16 << 20
    /// The most fields of a row; 16,384 at first, as many as a worksheet has columns.
    public var columns = 16_384

    /// Makes limits that no export known comes near.
    public init() {}
  }

  /// Reads the file from its start and hands each row to `body`, in order.
  ///
  /// A row lives only while `body` runs, so memory stays at a few MB. Blank lines are passed over;
  /// they count as lines. Quotes are read leniently: a quote inside an unquoted field is text, white
  /// space after a closing quote is dropped, other text there is kept.
  ///
  /// - Throws: `TabularError` with the line or the offset, or what `body` throws.
  public func forEachRow(
    limits: Limits = Limits(), _ body: (borrowing Row) throws -> Void
  ) throws {
    let reader = try RowReader(self, limits: limits)
    defer { withExtendedLifetime(reader) {} }
    while try reader.advance() {
      try body(reader.row)
    }
  }

  /// Returns the fields of the first rows, verbatim, for finding the header.
  ///
  /// - Throws: `TabularError` with the line or the offset.
  public func firstRows(
    _ count: Int, limits: Limits = Limits()
  ) throws(TabularError) -> [[String]] {
    let reader = try RowReader(self, limits: limits)
    defer { withExtendedLifetime(reader) {} }
    var rows: [[String]] = []
    while rows.count < count, try reader.advance() {
      rows.append(reader.row.strings)
    }
    return rows
  }
}
