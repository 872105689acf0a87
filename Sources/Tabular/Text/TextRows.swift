/// The rows of delimited text, on disk or in an archive.
struct TextRows: RowSource {
  let text: TextFile
  /// Where the text is unpacked from; nil for a file on disk.
  let source: ByteSource?

  func read(
    _ limits: TableFile.Limits, width: Int?, _ body: (borrowing Row) throws -> Bool
  ) throws {
    let opened = try source?.open()
    defer { withExtendedLifetime(opened) {} }
    let file = try opened.map { try text.moved(to: $0.path) } ?? text
    let reader = try RowReader(file, limits: limits.text)
    defer { withExtendedLifetime(reader) {} }
    while try reader.advance(), try body(reader.row) {}
  }
}
