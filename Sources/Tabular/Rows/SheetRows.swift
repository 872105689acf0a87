/// Hands out the rows of a sheet, which has no fixed width and may leave rows and cells out.
///
/// Rows without text are passed over, like blank lines. Blank cells at the end of a row are
/// dropped, and the row is filled up to the widest of the first rows, the header among them; so
/// only a row with text beyond the header is longer than it.
final class SheetRows {
  /// As far as a header is looked for.
  private static let headRows = 30

  let buffer: RowBuffer
  private let body: (borrowing Row) throws -> Bool
  private let limit: Int
  private var number = 0
  private var width = 0
  private var handedOut = 0

  init(_ limits: TableFile.Limits, _ body: @escaping (borrowing Row) throws -> Bool) {
    buffer = RowBuffer(limits: limits.text)
    limit = limits.unpackedBytes
    self.body = body
  }

  /// Begins a row on a line.
  func begin(line: Int) {
    buffer.clear()
    buffer.line = line
  }

  /// Hands the row out unless it is blank; answers whether more are wanted.
  func end() throws -> Bool {
    buffer.trim()
    guard buffer.columns > 0 else { return true }
    number += 1
    if number <= Self.headRows { width = max(width, buffer.columns) }
    try buffer.extend(to: max(width, buffer.columns))
    // Blank cells cost time as well.
    handedOut += buffer.count + 8 * buffer.columns
    guard handedOut <= limit else { throw TabularError.unpackedTooLong(limit: limit) }
    return try body(buffer.row(number: number))
  }
}
