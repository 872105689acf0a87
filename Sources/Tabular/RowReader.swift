/// Parts the text of a file into rows and fields.
///
/// A row is parted only when it lies whole in the window; when it does not, more is read and it
/// is begun again.
final class RowReader {
  private enum Outcome {
    case row, blank, cut
  }

  private let window: TextWindow
  private let delimiter: UInt8
  private let limits: TextFile.Limits
  private let searchPattern: (delimiter: UInt64, quote: UInt64, lf: UInt64, cr: UInt64)
  private var fields: UnsafeMutablePointer<Field>
  private var capacity: Int
  private var count = 0
  /// Physical line where the next row begins.
  private var nextLine = 1
  private var line = 0
  private var number = 0
  /// The row now parted holds line ends between quotes, or fields still raw.
  private var isMultiline = false
  private var hasRawFields = false

  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  init(_ text: TextFile, limits: TextFile.Limits) throws(TabularError) {
    window = try TextWindow(text)
    delimiter = text.delimiter
    self.limits = limits
    searchPattern = (
      ByteWord.repeating(text.delimiter), ByteWord.repeating(Self.quote),
      ByteWord.repeating(Self.lf), ByteWord.repeating(Self.cr)
    )
    capacity = max(1, min(128, limits.columns))
    fields = .allocate(capacity: capacity)
    try window.refill()
  }

  deinit {
    fields.deallocate()
  }

  /// The row last reached by `advance`.
  var row: Row {
    Row(
      base: window.base, fields: fields, count: count, line: line, number: number,
      delimiter: delimiter)
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
        guard window.end - window.start <= limits.rowBytes else { throw .rowTooLong(line: line) }
        try window.refill()
      }
    }
  }

  // MARK: - One row

  private func part() throws(TabularError) -> Outcome {
    (line, count, isMultiline, hasRawFields) = (nextLine, 0, false, false)
    let (base, end) = (UnsafePointer(window.base), window.end)
    var place = window.start
    while true {
      let start = place
      guard let stop = try partField(base, &place, end) else {
        guard end - start <= limits.fieldBytes + 2 else { throw fieldTooLong(at: start) }
        return .cut
      }
      guard fields[count - 1].count <= limits.fieldBytes else { throw fieldTooLong(at: start) }
      guard stop == delimiter else { break }
      place += 1
    }
    guard place - window.start <= limits.rowBytes else { throw .rowTooLong(line: line) }
    return finishRow(base, at: place, end)
  }

  /// Parts the field at `place` and moves there to the delimiter or line end after it.
  ///
  /// Returns that byte, or nil when the window ends first and the file goes on.
  @inline(__always)
  private func partField(
    _ base: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if base[place] == Self.quote && place < end { return try partQuoted(base, &place, end) }
    let start = place
    let marks = skipUnquoted(base, &place)
    return try finishField(base, start, place, place, marks, end)
  }

  private func partQuoted(
    _ base: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    let start = place + 1
    var marks = Field.Marks.quoted
    place = start
    while true {
      place = quoteOrLineEnd(base, place)
      guard place < end else {
        guard window.isAtEnd else { return nil }
        throw end - start > limits.fieldBytes
          ? fieldTooLong(at: start) : .unclosedQuote(line: lineOfField(at: start))
      }
      if base[place] != Self.quote {
        isMultiline = true
        place += 1
      } else if place + 1 == end && !window.isAtEnd {
        return nil
      } else if place + 1 < end && base[place + 1] == Self.quote {
        marks.formUnion([.raw, .holdsQuote])
        place += 2
      } else {
        break
      }
    }
    return try partAfterQuote(base, start, &place, marks, end)
  }

  /// White space after the closing quote is dropped; other text there belongs to the field.
  private func partAfterQuote(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ place: inout Int, _ marks: Field.Marks,
    _ end: Int
  ) throws(TabularError) -> UInt8? {
    let closing = place
    var marks = marks
    place += 1
    while (base[place] == 0x20 || base[place] == 0x09) && base[place] != delimiter { place += 1 }
    if base[place] == delimiter || base[place] == Self.lf || base[place] == Self.cr {
      return try finishField(base, start, closing, place, marks, end)
    }
    marks.formUnion([.raw, skipUnquoted(base, &place)])
    return try finishField(base, start, place, place, marks, end)
  }

  @inline(__always)
  private func finishField(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ fieldEnd: Int, _ place: Int,
    _ marks: Field.Marks, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if place >= end && !window.isAtEnd { return nil }
    // A CR at the end of the window may be half of a CRLF.
    if base[place] == Self.cr && place + 1 == end && !window.isAtEnd { return nil }
    if marks.contains(.raw) { hasRawFields = true }
    if count == capacity { try grow() }
    fields[count] = Field(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: fieldEnd),
      marks: marks)
    count += 1
    return base[place]
  }

  private func grow() throws(TabularError) {
    guard count < limits.columns else { throw .tooManyColumns(line: line) }
    capacity = min(capacity * 2, limits.columns)
    let larger = UnsafeMutablePointer<Field>.allocate(capacity: capacity)
    larger.update(from: fields, count: count)
    fields.deallocate()
    fields = larger
  }

  private func finishRow(
    _ base: UnsafePointer<UInt8>, at place: Int, _ end: Int
  ) -> Outcome {
    let start = window.start
    let isBlank = count == 1 && fields[0].marks.isEmpty && isWhite(base, start, place)
    if isMultiline { nextLine += lineEnds(base, start, place) }
    nextLine += 1
    if hasRawFields { takeOutQuotes() }
    let isPair = base[place] == Self.cr && place + 1 < end && base[place + 1] == Self.lf
    window.start = min(place + (isPair ? 2 : 1), end)
    return isBlank ? .blank : .row
  }

  // MARK: - Raw fields

  private func takeOutQuotes() {
    for index in 0..<count where fields[index].marks.contains(.raw) {
      let bytes = UnsafeMutableBufferPointer(
        start: window.base + Int(fields[index].start), count: fields[index].count)
      fields[index].end = fields[index].start + UInt32(takeOutQuotes(bytes))
    }
  }

  /// Turns pairs of quotes into one and drops the closing quote; returns the new length.
  private func takeOutQuotes(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (from, to, isClosed) = (0, 0, false)
    while from < bytes.count {
      if bytes[from] == Self.quote && !isClosed {
        from += 1
        guard from < bytes.count && bytes[from] == Self.quote else {
          isClosed = true
          continue
        }
      }
      bytes[to] = bytes[from]
      from += 1
      to += 1
    }
    return to
  }

  // MARK: - Searching

  /// Moves to the next delimiter or line end; quotes on the way are text.
  @inline(__always)
  private func skipUnquoted(_ base: UnsafePointer<UInt8>, _ place: inout Int) -> Field.Marks {
    var marks = Field.Marks()
    let pattern = searchPattern
    while true {
      let word = ByteWord(at: base + place)
      let matches =
        word.equal(pattern.delimiter) | word.equal(pattern.quote) | word.equal(pattern.lf)
        | word.equal(pattern.cr)
      if matches == 0 {
        place += 8
        continue
      }
      place += ByteWord.first(matches)
      guard base[place] == Self.quote else { return marks }
      marks.insert(.holdsQuote)
      place += 1
    }
  }

  @inline(__always)
  private func quoteOrLineEnd(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var place = start
    let pattern = searchPattern
    while true {
      let word = ByteWord(at: base + place)
      let matches = word.equal(pattern.quote) | word.equal(pattern.lf) | word.equal(pattern.cr)
      if matches != 0 { return place + ByteWord.first(matches) }
      place += 8
    }
  }

  private func isWhite(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    (start..<end).allSatisfy { base[$0] == 0x20 || base[$0] == 0x09 }
  }

  // MARK: - Lines

  private func lineEnds(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    (start..<end).count { place in
      base[place] == Self.lf && (place == start || base[place - 1] != Self.cr)
        || base[place] == Self.cr
    }
  }

  private func lineOfField(at place: Int) -> Int {
    line + lineEnds(window.base, window.start, place)
  }

  private func fieldTooLong(at place: Int) -> TabularError {
    .fieldTooLong(line: lineOfField(at: place))
  }
}
