/// The cells of a table of a page, put in their columns.
///
/// White space of every kind is a single space, as browsers show it, or a line feed where the page
/// breaks the line; none is left at the ends of a cell.
final class PageCells {
  /// What a cell says of a number in it.
  struct Number {
    /// The value itself, of which the text may show a part; empty where it is only the text.
    let value: String
  }

  private let buffer: RowBuffer
  private let body: (borrowing Row) throws -> Bool
  private let limits: TableFile.Limits
  private let width: Int?
  private var number = 0
  private var line = 0
  private var handedOut = 0
  /// For each column, in how many rows to come a cell from above stands.
  private var hanging: [Int] = []
  private var column = 0
  private var columns = 1
  private var rows = 1
  private var start = 0
  private var typed: Number?
  /// The white space that goes before the next text.
  private var pending: UInt8?

  init(
    _ limits: TableFile.Limits, width: Int?, _ body: @escaping (borrowing Row) throws -> Bool
  ) {
    self.width = width
    buffer = RowBuffer(limits: limits.text)
    self.limits = limits
    self.body = body
  }

  func beginRow(isHidden: Bool = false) {
    buffer.clear()
    buffer.isHidden = isHidden
    line += 1
    buffer.line = line
    column = 0
  }

  /// Begins a cell that stands in so many columns and rows; its text is in the first.
  func begin(columns: Int, rows: Int, number: Number?) throws(TabularError) {
    try passHanging()
    typed = number
    (self.columns, self.rows, start, pending) = (columns, rows, buffer.count, nil)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(TabularError) {
    var index = 0
    while index < bytes.count {
      let width = blankWidth(bytes, index)
      if width > 0 {
        if pending == nil { pending = 0x20 }
        index += width
        continue
      }
      if let blank = pending, buffer.count > start { try buffer.append(CollectionOfOne(blank)) }
      pending = nil
      let first = index
      repeat { index += 1 } while index < bytes.count && blankWidth(bytes, index) == 0
      if let base = bytes.baseAddress { try buffer.append(base + first, index - first) }
    }
  }

  /// Breaks the line before the text to come.
  func breakLine() throws { pending = 0x0A }

  func end() throws(TabularError) {
    if let typed { try show(typed) }
    try buffer.close(column, from: start)
    try buffer.extend(to: max(buffer.columns, column + columns))
    if rows > 1 {
      while hanging.count < column + columns { hanging.append(0) }
      for position in column..<(column + columns) { hanging[position] = rows }
    }
    column += columns
  }

  /// Gives a number its one text; a date, a share or an amount in a currency is as it is shown.
  private func show(_ number: Number) throws(TabularError) {
    let text = UnsafeBufferPointer(buffer.text(from: start))
    guard NumberText.isNumber(text) else { return }
    var value = number.value
    let shown = value.withUTF8 { value in
      NumberText.isNumber(value) ? NumberText.shown(value) ?? Array(value) : NumberText.shown(text)
    }
    guard let shown else { return }
    buffer.cut(to: start)
    try buffer.append(shown)
  }

  /// Hands the row out unless it is blank; returns whether more are wanted.
  func endRow() throws -> Bool {
    try passHanging()
    for position in hanging.indices where hanging[position] > 0 { hanging[position] -= 1 }
    // Blank cells cost time as well.
    handedOut += buffer.count + 8 * max(buffer.columns, hanging.count)
    guard handedOut <= limits.unpackedBytes else {
      throw TabularError.unpackedTooLong(limit: limits.unpackedBytes)
    }
    guard buffer.count > 0 else { return true }
    number += 1
    // A row of fewer cells may lack one in its middle.
    if let width { buffer.cut(toWidth: width) }
    return try body(buffer.row(number: number))
  }

  /// Goes to the next column where no cell from above stands.
  private func passHanging() throws(TabularError) {
    while column < hanging.count && hanging[column] > 0 { column += 1 }
    if column > buffer.columns { try buffer.extend(to: column) }
  }

  /// The width of a space at a position: white space of ASCII, or U+00A0.
  private func blankWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
  }
}
