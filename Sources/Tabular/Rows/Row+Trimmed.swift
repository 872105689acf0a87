extension Row {
  /// Returns the text of a field without what exports put around it.
  ///
  /// Gone are white space (TAB, no-break and ideographic space too), zero-width characters and
  /// byte order marks at both ends; then one mark that forces a cell to be text: a leading `'` or
  /// backtick, or the wrapper `="…"`. Nothing else is changed.
  public func trimmed(_ index: Int) -> String {
    String(decoding: TextMarks.trim(bytes(index)), as: UTF8.self)
  }

  /// Lends the UTF-8 bytes that `trimmed` makes a string of, without a copy.
  public func withTrimmedBytes<Result>(
    _ index: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(TextMarks.trim(bytes(index)).span)
  }
}

/// Returns a text without what exports put around it, as `Row.trimmed` does.
public func trimmedCell(_ text: String) -> String {
  var text = text
  return text.withUTF8 { String(decoding: TextMarks.trim($0), as: UTF8.self) }
}
