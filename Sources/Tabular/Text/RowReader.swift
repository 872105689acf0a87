/// Parts the text of a file into rows and fields.
///
/// A row is parted only when it lies whole in the window; when it does not, more is read and it
/// is begun again.
final class RowReader {
  private enum Outcome {
    case row, blank, cut
  }

  let window: TextWindow
  let search: FieldSearch
  let limits: TextFile.Limits
  var fields: UnsafeMutablePointer<Field>
  var capacity: Int
  /// The number of fields of the row.
  var count = 0
  /// The row holds line ends between quotes.
  var isMultiline = false
  /// The row holds fields with quotes to be taken out.
  var hasRawFields = false
  /// Physical line where the row begins.
  private(set) var line = 0
  private var nextLine = 1
  private var number = 0

  init(_ text: TextFile, limits: TextFile.Limits) throws(TabularError) {
    window = try TextWindow(text)
    search = FieldSearch(delimiter: text.delimiter)
    self.limits = limits
    capacity = max(1, min(128, limits.columns))
    fields = .allocate(capacity: capacity)
    try window.refill()
  }

  deinit {
    fields.deallocate()
  }

  /// The row last reached by `advance`; it points into the reader, which must outlive it.
  var row: Row {
    Row(
      base: window.base, fields: fields, count: count, line: line, number: number,
      delimiter: search.delimiter)
  }

  /// Goes to the next row that is not blank; returns false at the end.
  func advance() throws(TabularError) -> Bool {
    while true {
      if window.start == window.end && window.isAtEnd { return false }
      switch try part() {
      case .row:
        number += 1
        return true
      case .blank:
        continue
      case .cut:
        try checkRow(window.end - window.start)
        try window.refill()
      }
    }
  }

  private func part() throws(TabularError) -> Outcome {
    (line, count, isMultiline, hasRawFields) = (nextLine, 0, false, false)
    let (base, end) = (UnsafePointer(window.base), window.end)
    var position = window.start
    while true {
      let start = position
      guard let stop = try partField(base, &position, end) else {
        // Two more bytes may be quotes.
        guard end - start <= limits.fieldBytes + 2 else { throw fieldTooLong(at: start) }
        return .cut
      }
      guard fields[count - 1].count <= limits.fieldBytes else { throw fieldTooLong(at: start) }
      guard stop == search.delimiter else { break }
      position += 1
    }
    try checkRow(position - window.start)
    return finishRow(base, at: position, end)
  }

  private func finishRow(_ base: UnsafePointer<UInt8>, at position: Int, _ end: Int) -> Outcome {
    let start = window.start
    let isBlank =
      count == 1 && fields[0].isPlain
      && (start..<position).allSatisfy { FieldSearch.isWhite(base[$0]) }
    if isMultiline { nextLine += FieldSearch.lineEnds(base, start, position) }
    nextLine += 1
    if hasRawFields { takeOutQuotes() }
    let isPair =
      base[position] == FieldSearch.cr && position + 1 < end && base[position + 1] == FieldSearch.lf
    window.start = min(position + (isPair ? 2 : 1), end)
    return isBlank ? .blank : .row
  }

  private func takeOutQuotes() {
    for index in 0..<count where fields[index].marks.contains(.raw) {
      let bytes = UnsafeMutableBufferPointer(
        start: window.base + Int(fields[index].start), count: fields[index].count)
      fields[index].end = fields[index].start + UInt32(FieldSearch.takeOutQuotes(bytes))
    }
  }

  private func checkRow(_ length: Int) throws(TabularError) {
    // Fields are placed by 32-bit offsets.
    guard length <= min(limits.rowBytes, 1 << 30) else { throw .rowTooLong(line: line) }
  }

  /// The physical line of a position in the row.
  func lineOfField(at position: Int) -> Int {
    line + FieldSearch.lineEnds(window.base, window.start, position)
  }

  func fieldTooLong(at position: Int) -> TabularError {
    .fieldTooLong(line: lineOfField(at: position))
  }
}
