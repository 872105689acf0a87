/// A workbook of Excel 97–2003, read in a process of its own.
///
/// FreeXL loads the whole of it and was not written for hostile files: when it takes too much, or
/// breaks, only that process ends.
struct OldWorkbook: Sendable {
  let source: ByteSource

  /// One sheet of cells.
  struct Sheet {
    let index: Int
    let name: String
    let isHidden: Bool
  }

  /// The sheets in the order of the tabs, without charts.
  func sheets() throws -> [Sheet] {
    var sheets: [Sheet] = []
    var index = 0
    try withReader(["sheets"], source.options.limits) { reader in
      while let (kind, bytes) = try reader.next() {
        guard kind == Frame.sheet, let marks = bytes.first else {
          throw TabularError.damagedOldWorkbook
        }
        let name = String(decoding: bytes.dropFirst(), as: UTF8.self)
        if marks & 2 == 0 {
          sheets.append(Sheet(index: index, name: name, isHidden: marks & 1 == 1))
        }
        index += 1
      }
    }
    return sheets
  }

  /// Lends the process that does what is asked.
  func withReader(
    _ request: [String], _ limits: TableFile.Limits, _ body: (ReaderProcess) throws -> Void
  ) throws {
    let opened = try source.open()
    defer { withExtendedLifetime(opened) {} }
    var options = source.options
    options.limits = limits
    let amounts = [limits.oldWorkbookBytes, limits.oldWorkbookSeconds].map { String($0) }
    try body(ReaderProcess(path: opened.path, request: amounts + request, options: options))
  }
}

/// The rows of one sheet of an old workbook.
struct OldWorkbookRows: RowSource {
  let workbook: OldWorkbook
  let sheet: Int

  func read(
    _ limits: TableFile.Limits, width: Int?, _ body: (borrowing Row) throws -> Bool
  ) throws {
    try withoutActuallyEscaping(body) { body in
      let rows = SheetRows(limits, width: width, body)
      try workbook.withReader(["rows", String(sheet)], limits) { reader in
        while let (kind, bytes) = try reader.next() {
          let isHidden = kind == Frame.hiddenRow
          guard isHidden || kind == Frame.row, try Self.fill(rows, bytes, isHidden) else {
            throw TabularError.damagedOldWorkbook
          }
          guard try rows.end() else { return }
        }
      }
    }
  }

  /// Takes a row out of a piece; false when the piece is none.
  private static func fill(
    _ rows: SheetRows, _ bytes: ArraySlice<UInt8>, _ isHidden: Bool
  ) throws(TabularError) -> Bool {
    guard let line = Frame.number(bytes) else { return false }
    rows.begin(line: line, isHidden: isHidden)
    var rest = bytes.dropFirst(4)
    var column = 0
    while !rest.isEmpty {
      guard let length = Frame.number(rest), rest.count >= 4 + length else { return false }
      let start = rows.buffer.count
      try rows.buffer.append(rest.dropFirst(4).prefix(length))
      try rows.buffer.close(column, from: start)
      rest = rest.dropFirst(4 + length)
      column += 1
    }
    return true
  }
}
