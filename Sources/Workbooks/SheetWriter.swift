internal import CXLSXWriter
internal import Dispatch

/// Writes one sheet, row by row, from the top; what follows from the rows, such as widths, is said after the last.
struct SheetWriter {
  private let sheet: Sheet
  private let page: UnsafeMutablePointer<lxw_worksheet>
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let name: String
  private let styles: WorkbookStyles
  /// How the cells of each column are written, and texts that are too long for a line.
  private let formats: [Formats], long: WorkbookStyles.Format?
  /// What is known of each column so far.
  private var seen: [Seen]
  /// How many rows the table has so far.
  private var count = 0

  /// What the cells of a column come to.
  private struct Seen {
    /// How wide the widest is, in columns of a terminal.
    var width = 0
    /// The sum of the numbers, and whether all that is there is one.
    var sum = 0.0, isOfNumbers = true
    /// Whether there is anything.
    var isFilled = false
  }

  init(
    _ sheet: Sheet, on page: UnsafeMutablePointer<lxw_worksheet>,
    of book: UnsafeMutablePointer<lxw_workbook>, named name: String, styles: WorkbookStyles
  ) {
    self.sheet = sheet
    self.page = page
    self.book = book
    self.name = name
    self.styles = styles
    seen = Array(repeating: Seen(), count: sheet.columns.count)
    formats = sheet.columns.map { styles.formats(of: $0, as: .cell) }
    long = styles.format(.long)
  }

  /// The row of the headings, the first and the last of the table, from 0.
  private var headingRow: UInt32 { UInt32(sheet.heading.count + 1) }
  private var firstRow: UInt32 { headingRow + 1 }
  private var lastRow: UInt32 { headingRow + UInt32(max(1, count)) }
  private var lastColumn: UInt16 { UInt16(max(0, sheet.columns.count - 1)) }
  /// The last row that holds anything but a chart.
  private var endRow: UInt32 { sheet.total == nil ? lastRow : lastRow + 1 }
  /// Whether the chart stands below the table, and is printed with it; else it stands beside.
  private var isChartBelow: Bool { sheet.chart != nil && count <= 60 }

  /// Writes the sheet.
  ///
  /// - Throws: what the sheet's rows throw.
  mutating func write() throws {
    for (row, text) in sheet.heading.enumerated() {
      worksheet_write_string(
        page, UInt32(row), 0, fitting(text), styles.format(row == 0 ? .title : .note))
    }
    for (number, column) in sheet.columns.enumerated() {
      worksheet_write_string(
        page, headingRow, UInt16(number), fitting(column.title),
        styles.format(.heading, number: column.kind == .text ? nil : "right"))
    }
    try writeRows()
    if let total = sheet.total { write(total: total) }
    layOut()
    if let chart = sheet.chart, count > 0, !chart.values.isEmpty { draw(chart) }
  }

  /// Writes the rows in a thread of their own, so that reading them, which may be from a server, goes on meanwhile.
  private mutating func writeRows() throws {
    let rows = sheet.rows
    let shared = SharedWriter(self)
    defer { self = shared.writer }
    let thread = DispatchQueue(label: "sheet")
    let most = 1_000
    // No more wait than are written soon, however many there are.
    let room = DispatchSemaphore(value: 4)
    var batch: [[String]] = []
    func hand() {
      room.wait()
      thread.async { [batch] in
        for row in batch { shared.writer.write(row) }
        room.signal()
      }
      batch.removeAll(keepingCapacity: true)
    }
    defer { thread.sync {} }
    try rows { row in
      batch.append(row)
      if batch.count == most { hand() }
    }
    hand()
  }

  /// The writer while its rows are written: the queue alone touches it.
  private final class SharedWriter: @unchecked Sendable {
    var writer: SheetWriter
    init(_ writer: SheetWriter) { self.writer = writer }
  }

  /// The widest that a column gets; longer texts go on in lines of their cell.
  private var widest: Int { 60 }

  private mutating func write(_ row: [String]) {
    let place = firstRow + UInt32(count)
    var lines = 1
    for (number, cell) in row.enumerated() where !cell.isEmpty {
      let width = cell.sheetColumns
      seen[number].width = max(seen[number].width, width)
      seen[number].isFilled = true
      if let value = self.number(cell, number) {
        seen[number].sum += value
        worksheet_write_number(page, place, UInt16(number), value, formats[number].number)
        continue
      }
      seen[number].isOfNumbers = false
      let isLong = width + 2 > widest
      // Four columns stay for what a line cannot break.
      if isLong { lines = max(lines, (width + widest - 5) / (widest - 4)) }
      worksheet_write_string(
        page, place, UInt16(number), fitting(cell), isLong ? long : formats[number].text)
    }
    // Not every program finds out by itself how high a row of several lines is.
    if lines > 1 { worksheet_set_row(page, place, min(409, Self.rowHeight * Double(lines)), nil) }
    count += 1
  }

  /// How high a line is, in points: Chinese characters are higher than what spreadsheets have by themselves.
  private static let rowHeight = 18.0

  private func layOut() {
    let widths = sheet.columns.indices.map(width)
    for (number, width) in widths.enumerated() {
      // A table that comes row by row cannot leave out what turns out to be empty.
      var options = lxw_row_col_options()
      options.hidden = count > 0 && !seen[number].isFilled ? 1 : 0
      worksheet_set_column_opt(
        page, UInt16(number), UInt16(number), Double(min(widest, max(8, width + 2))), nil, &options)
    }
    // Said after the rows, so that it is not said of each of them again.
    worksheet_set_default_row(page, Self.rowHeight, 0)
    worksheet_freeze_panes(page, firstRow, 0)
    if !sheet.columns.isEmpty {
      worksheet_autofilter(page, headingRow, 0, lastRow, lastColumn)
      worksheet_print_area(page, 0, 0, isChartBelow ? endRow + 18 : endRow, max(5, lastColumn))
    }
    worksheet_repeat_rows(page, headingRow, headingRow)
    worksheet_set_paper(page, 9)  // A4
    if widths.reduce(0, { $0 + $1 + 2 }) > 90 { worksheet_set_landscape(page) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_footer(page, "&L&A&R&P / &N")
  }

  /// How wide a column's widest text is, with what groups of digits need.
  private func width(_ column: Int) -> Int {
    let widest = max(seen[column].width, sheet.total?[column].sheetColumns ?? 0)
    let grouping = sheet.columns[column].kind == .number(decimals: 2) ? widest / 4 : 0
    return max(sheet.columns[column].title.sheetColumns, widest + grouping)
  }

  private func write(total: [String]) {
    let place = lastRow + 1
    for (number, cell) in total.enumerated() {
      let format = styles.formats(of: sheet.columns[number], as: .total)
      guard let value = self.number(cell, number) else {
        worksheet_write_string(page, place, UInt16(number), fitting(cell), format.text)
        continue
      }
      guard adds(number, up: value) else {
        worksheet_write_number(page, place, UInt16(number), value, format.number)
        continue
      }
      let letters = Self.letters(number)
      worksheet_write_formula_num(
        page, place, UInt16(number),
        "=SUBTOTAL(109,\(letters)\(firstRow + 1):\(letters)\(lastRow + 1))", format.number, value)
    }
  }

  /// A cell as a number; nil where its column is of texts, or it holds none.
  private func number(_ cell: String, _ column: Int) -> Double? {
    guard sheet.columns[column].kind != .text, cell.utf8.count <= 17 else { return nil }
    return Double(cell).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether a column's cells are numbers that add up to a value.
  private func adds(_ column: Int, up value: Double) -> Bool {
    count > 0 && seen[column].isOfNumbers && (seen[column].sum - value).magnitude < 0.0005
  }

  /// What a cell may hold: at most 32,767 characters.
  private func fitting(_ text: String) -> String { WorkbookFile.cut(text, to: 32_767) }

  private func draw(_ chart: Sheet.Chart) {
    let kind = chart.values.count > 1 ? LXW_CHART_COLUMN_STACKED : LXW_CHART_BAR
    guard let drawn = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
    let last = firstRow + UInt32(min(chart.rows, count)) - 1
    for column in chart.values {
      let series = chart_add_series(drawn, nil, nil)
      let labels = UInt16(chart.labels)
      chart_series_set_categories(series, name, firstRow, labels, last, labels)
      chart_series_set_values(
        series, name, firstRow, UInt16(column), last, UInt16(column))
      chart_series_set_name(series, sheet.columns[column].title)
    }
    chart_title_set_name(drawn, chart.title)
    if chart.values.count == 1 {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      chart_axis_set_reverse(drawn.pointee.y_axis)
    }
    if isChartBelow {
      worksheet_insert_chart(page, endRow + 2, 0, drawn)
    } else {
      worksheet_insert_chart(page, headingRow, lastColumn + 2, drawn)
    }
  }

  /// A column's letters: A, B, … Z, AA.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// How a column's numbers and texts are written.
typealias Formats = (number: WorkbookStyles.Format?, text: WorkbookStyles.Format?)

extension WorkbookStyles {
  /// How the cells of a column are written.
  fileprivate func formats(of column: Sheet.Column, as role: Role) -> Formats {
    (format(role, number: column.kind.pattern), role == .total ? format(.total) : nil)
  }
}

extension Sheet.Column.Kind {
  /// The pattern by which spreadsheets show it.
  fileprivate var pattern: String {
    switch self {
    case .text: "@"
    case .number(0): "#,##0"
    case .number(let decimals): "#,##0." + String(repeating: "0", count: decimals)
    }
  }
}

extension String {
  /// About how many columns a sheet needs for the text: two for what is as wide as a Chinese character.
  fileprivate var sheetColumns: Int {
    utf8.withContiguousStorageIfAvailable(Self.columns) ?? Self.columns(utf8)
  }

  private static func columns(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 < 0x80 || 0xC0..<0xE0 ~= $1 ? 1 : $1 >= 0xE0 ? 2 : 0) }
  }
}
