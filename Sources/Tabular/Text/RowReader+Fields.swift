extension RowReader {
  /// Parts the field at `position` and moves there to the delimiter or line end after it.
  ///
  /// Returns that byte, or nil when the window ends first and the file goes on.
  @inline(__always)
  func partField(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if base[position] == FieldSearch.quote && position < end {
      return try partQuoted(base, &position, end)
    }
    let start = position
    let marks = search.skipUnquoted(base, &position)
    return try finishField(base, start, position, position, marks, end)
  }

  private func partQuoted(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int
  ) throws(TabularError) -> UInt8? {
    let start = position + 1
    var marks = Field.Marks.quoted
    position = start
    while true {
      position = search.quoteOrLineEnd(base, position)
      guard position < end else {
        guard window.isAtEnd else { return nil }
        throw end - start > limits.fieldBytes
          ? fieldTooLong(at: start) : .unclosedQuote(line: lineOfField(at: start))
      }
      if base[position] != FieldSearch.quote {
        isMultiline = true
        position += 1
      } else if position + 1 == end && !window.isAtEnd {
        return nil
      } else if position + 1 < end && base[position + 1] == FieldSearch.quote {
        marks.formUnion([.raw, .holdsQuote])
        position += 2
      } else {
        break
      }
    }
    return try partAfterQuote(base, start, &position, marks, end)
  }

  /// White space after the closing quote is dropped; other text there belongs to the field.
  private func partAfterQuote(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ position: inout Int, _ marks: Field.Marks,
    _ end: Int
  ) throws(TabularError) -> UInt8? {
    let closing = position
    position += 1
    search.skipWhite(base, &position)
    if search.isEnd(base[position]) {
      return try finishField(base, start, closing, position, marks, end)
    }
    let rest = search.skipUnquoted(base, &position)
    return try finishField(base, start, position, position, marks.union(rest).union(.raw), end)
  }

  @inline(__always)
  private func finishField(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ fieldEnd: Int, _ position: Int,
    _ marks: Field.Marks, _ end: Int
  ) throws(TabularError) -> UInt8? {
    if position >= end && !window.isAtEnd { return nil }
    // A CR at the end of the window may be half of a CRLF.
    if base[position] == FieldSearch.cr && position + 1 == end && !window.isAtEnd { return nil }
    if marks.contains(.raw) { hasRawFields = true }
    if count == capacity { try grow() }
    fields[count] = Field(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: fieldEnd),
      marks: marks)
    count += 1
    return base[position]
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
