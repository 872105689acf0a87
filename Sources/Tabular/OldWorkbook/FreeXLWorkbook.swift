internal import CFreeXL

/// The workbook on standard input, as FreeXL reads it, with what FreeXL passes over.
enum FreeXLWorkbook {
  private static let path = "/proc/self/fd/0"

  /// Sends the names of the sheets.
  static func sendSheets(to output: FrameWriter) throws(Frame.Fault) {
    try withWorkbook { (workbook, facts) throws(Frame.Fault) in
      var count: UInt32 = 0
      guard freexl_get_info(workbook, UInt16(FREEXL_BIFF_SHEET_COUNT), &count) == FREEXL_OK else {
        throw .damaged
      }
      for index in 0..<UInt16(clamping: count) {
        var name: UnsafePointer<CChar>?
        guard freexl_get_worksheet_name(workbook, index, &name) == FREEXL_OK, let name else {
          throw .damaged
        }
        let sheet = facts.sheets.count == count ? facts.sheets[Int(index)] : nil
        let text = sheet?.name ?? Array(String(cString: name).utf8)
        let marks: UInt8 = (sheet?.isHidden == true ? 1 : 0) | (sheet?.hasCells == false ? 2 : 0)
        output.send(Frame.sheet, [marks] + text)
      }
    }
  }

  /// Sends the rows of a sheet that hold something.
  static func sendRows(of sheet: UInt16, to output: FrameWriter) throws(Frame.Fault) {
    try withWorkbook { (workbook, facts) throws(Frame.Fault) in
      var (rows, columns): (UInt32, UInt16) = (0, 0)
      guard Int(sheet) < facts.sheets.count,
        freexl_select_active_worksheet(workbook, sheet) == FREEXL_OK,
        freexl_worksheet_dimensions(workbook, &rows, &columns) == FREEXL_OK
      else { throw .damaged }
      let cells = try OldCells(facts.sheets[Int(sheet)], of: facts)
      guard cells.isWhole else { throw .damaged }
      rows = max(rows, UInt32(cells.rows))
      columns = min(max(columns, UInt16(clamping: cells.columns)), 256)
      var piece: [UInt8] = []
      for row in 0..<rows {
        piece.removeAll(keepingCapacity: true)
        Frame.append(Int(row) + 1, to: &piece)
        var filled = piece.count
        for column in 0..<columns {
          if append(workbook, cells, row, column, to: &piece) { filled = piece.count }
        }
        guard filled > 4 else { continue }
        output.send(
          cells.isHidden(row: Int(row)) ? Frame.hiddenRow : Frame.row, Array(piece[..<filled]))
      }
    }
  }

  private static func withWorkbook(
    _ body: (UnsafeRawPointer, OldWorkbookFacts) throws(Frame.Fault) -> Void
  ) throws(Frame.Fault) {
    let facts = try OldWorkbookFacts(path: path)
    guard !facts.sheets.isEmpty else { throw .damaged }
    let name = facts.isUnicode ? "Workbook" : "Book"
    guard let (head, length) = CompoundWriter.head(of: facts.bytes, named: name),
      let file = MemoryFile([head, facts.forFreeXL], length: head.count + length)
    else { throw .tooLarge }
    var workbook: UnsafeRawPointer?
    let status = freexl_open(file.path, &workbook)
    if status == FREEXL_INSUFFICIENT_MEMORY { throw .tooLarge }
    guard status == FREEXL_OK, let workbook else { throw .damaged }
    defer { freexl_close(workbook) }
    var password: UInt32 = 0
    freexl_get_info(workbook, UInt16(FREEXL_BIFF_PASSWORD), &password)
    if password == UInt32(FREEXL_BIFF_OBFUSCATED) { throw .locked }
    try body(workbook, facts)
  }

  /// Appends the length and the text of a cell; returns whether there is any.
  private static func append(
    _ workbook: UnsafeRawPointer, _ cells: OldCells, _ row: UInt32, _ column: UInt16,
    to piece: inout [UInt8]
  ) -> Bool {
    var cell = FreeXL_CellValue()
    var text: [UInt8] = []
    if let known = cells.text(row: Int(row), column: Int(column)) {
      text = known
    } else if freexl_get_cell_value(workbook, row, column, &cell) == FREEXL_OK {
      switch Int32(cell.type) {
      case FREEXL_CELL_INT: text = Array(String(cell.value.int_value).utf8)
      case FREEXL_CELL_DOUBLE: text = NumberText.shown(cell.value.double_value)
      case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT, FREEXL_CELL_DATE, FREEXL_CELL_DATETIME,
        FREEXL_CELL_TIME:
        if let value = cell.value.text_value { text = Array(String(cString: value).utf8) }
      default: break
      }
    }
    Frame.append(text.count, to: &piece)
    piece += text
    return !text.isEmpty
  }
}
