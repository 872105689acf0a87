/// A row put together cell by cell, in memory that is used again for the next.
///
/// Cells may come in any order, and some not at all: those are blank.
final class RowBuffer {
  /// The text of the cells, in the order in which they came.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// The bytes of text so far.
  private(set) var count = 0
  /// The fields up to the last cell that came.
  private(set) var columns = 0
  /// The line of the row, for errors.
  var line = 0
  /// Whether the sheet hides the row.
  var isHidden = false
  private var beyond = 0

  private let limits: TextFile.Limits
  private let rowBytes: Int
  private var fields: UnsafeMutablePointer<Field>
  private var fieldCapacity = 128
  private var capacity = 1 << 16

  init(limits: TextFile.Limits) {
    self.limits = limits
    rowBytes = min(limits.rowBytes, 1 << 30)
    base = .allocate(capacity: capacity)
    fields = .allocate(capacity: fieldCapacity)
  }

  deinit {
    base.deallocate()
    fields.deallocate()
  }

  /// Forgets the row.
  func clear() { (count, columns, beyond, isHidden) = (0, 0, 0, false) }

  /// Adds text at the end of the cell that is not closed yet.
  @inline(__always)
  func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) throws(TabularError) {
    if count + length + TextWindow.padding > capacity { try reserve(length) }
    (base + count).update(from: bytes, count: length)
    count += length
  }

  /// Adds bytes at the end of the cell that is not closed yet.
  func append(_ bytes: some Sequence<UInt8>) throws(TabularError) {
    for byte in bytes {
      if count + 1 + TextWindow.padding > capacity { try reserve(1) }
      base[count] = byte
      count += 1
    }
  }

  /// Drops the text from a position on.
  func cut(to position: Int) { count = position }

  /// The text from a position on.
  func text(from position: Int) -> UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: base + position, count: count - position)
  }

  /// Makes the text from a position on the cell of a column; those passed over are blank.
  @inline(__always)
  func close(_ column: Int, from position: Int) throws(TabularError) {
    guard count - position <= limits.fieldBytes else { throw .fieldTooLong(line: line) }
    if column >= columns { try extend(to: column + 1) }
    fields[column] = Field(
      start: UInt32(truncatingIfNeeded: position), end: UInt32(truncatingIfNeeded: count), marks: []
    )
  }

  /// Adds blank cells up to a number of columns.
  func extend(to width: Int) throws(TabularError) {
    guard width <= limits.columns else { throw .tooManyColumns(line: line) }
    if width > fieldCapacity { growFields(to: width) }
    while columns < width {
      fields[columns] = Field(start: 0, end: 0, marks: [])
      columns += 1
    }
  }

  /// Cuts off the cells beyond a width, and counts those that hold something.
  func cut(toWidth width: Int) {
    while columns > width {
      columns -= 1
      if fields[columns].count > 0 { beyond += 1 }
    }
  }

  /// Drops the blank cells at the end.
  func trim() {
    while columns > 0 && fields[columns - 1].count == 0 { columns -= 1 }
  }

  /// The row; it lives until the next change.
  func row(number: Int) -> Row {
    // A search for quotes reads whole words and is stopped by a line end.
    (base + count).update(repeating: 0x0A, count: TextWindow.padding)
    return Row(
      base: base, fields: fields, count: columns, line: line, number: number,
      delimiter: 0, beyond: beyond, isHidden: isHidden)
  }

  private func growFields(to width: Int) {
    fieldCapacity = max(width, fieldCapacity * 2)
    let larger = UnsafeMutablePointer<Field>.allocate(capacity: fieldCapacity)
    larger.update(from: fields, count: columns)
    fields.deallocate()
    fields = larger
  }

  private func reserve(_ length: Int) throws(TabularError) {
    guard count + length <= rowBytes else { throw .rowTooLong(line: line) }
    capacity = max(count + length + TextWindow.padding, min(capacity * 2, rowBytes))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
