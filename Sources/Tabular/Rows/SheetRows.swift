/// Hands out the rows of a sheet, which has no fixed width and may leave rows and cells out.
///
/// Rows without text are passed over, like blank lines. Of a table of a known width each row is as
/// wide: what lies beyond is no cell of the table. Of others blank cells at the end are dropped.
final class SheetRows {
  let buffer: RowBuffer
  private let body: (borrowing Row) throws -> Bool
  private let limit: Int
  private let width: Int?
  private var number = 0
  private var handedOut = 0

  init(
    _ limits: TableFile.Limits, width: Int?, _ body: @escaping (borrowing Row) throws -> Bool
  ) {
    self.width = width
    buffer = RowBuffer(limits: limits.text)
    limit = limits.unpackedBytes
    self.body = body
  }

  /// Begins a row on a line.
  func begin(line: Int, isHidden: Bool = false) {
    buffer.clear()
    buffer.line = line
    buffer.isHidden = isHidden
  }

  /// Hands the row out unless it is blank; returns whether more are wanted.
  func end() throws -> Bool {
    buffer.trim()
    guard buffer.columns > 0 else { return true }
    number += 1
    if let width {
      buffer.cut(toWidth: width)
      try buffer.extend(to: width)
    }
    // Blank cells cost time as well.
    handedOut += buffer.count + 8 * buffer.columns
    guard handedOut <= limit else { throw TabularError.unpackedTooLong(limit: limit) }
    return try body(buffer.row(number: number))
  }
}
