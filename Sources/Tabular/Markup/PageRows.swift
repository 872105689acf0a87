/// The rows of one table of a page.
struct PageRows: RowSource {
  let page: TextFile
  /// Where the page is unpacked from; nil for a file on disk.
  let source: ByteSource?
  /// The table, counted from 0 in the order in which they begin.
  let number: Int

  func read(
    _ limits: TableFile.Limits, width: Int?, _ body: (borrowing Row) throws -> Bool
  ) throws {
    let opened = try source?.open()
    defer { withExtendedLifetime(opened) {} }
    let file = try opened.map { try page.moved(to: $0.path) } ?? page
    try withoutActuallyEscaping(body) { body in
      let handler = PageTable(number, PageCells(limits, width: width, body))
      try PageParser.read(file, handler)
      try handler.finish()
    }
  }
}
