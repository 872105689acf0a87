extension RowReader {
  /// Parts the field at `place` and moves there to the delimiter or line end after it.
  ///
  /// Returns that byte, or nil when the window ends first and the file goes on.
  @inline(__always)
  func partField(
    _ base: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if base[place] == FieldSearch.quote && place < end {
      return try partQuoted(base, &place, end)
    }
    let start = place
    let marks = search.skipUnquoted(base, &place)
    return try finishField(base, start, place, place, marks, end)
  }

  private func partQuoted(
    _ base: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    let start = place + 1
    var marks = Field.Marks.quoted
    place = start
    while true {
      place = search.quoteOrLineEnd(base, place)
      guard place < end else {
        guard window.isAtEnd else { return nil }
        throw end - start > limits.fieldBytes
          ? fieldTooLong(at: start) : .unclosedQuote(line: lineOfField(at: start))
      }
      if base[place] != FieldSearch.quote {
        isMultiline = true
        place += 1
      } else if place + 1 == end && !window.isAtEnd {
        return nil
      } else if place + 1 < end && base[place + 1] == FieldSearch.quote {
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
    place += 1
    search.skipWhite(base, &place)
    if search.isEnd(base[place]) {
      return try finishField(base, start, closing, place, marks, end)
    }
    let rest = search.skipUnquoted(base, &place)
    return try finishField(base, start, place, place, marks.union(rest).union(.raw), end)
  }

  @inline(__always)
  private func finishField(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ fieldEnd: Int, _ place: Int,
    _ marks: Field.Marks, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if place >= end && !window.isAtEnd { return nil }
    // A CR at the end of the window may be half of a CRLF.
    if base[place] == FieldSearch.cr && place + 1 == end && !window.isAtEnd { return nil }
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
}
