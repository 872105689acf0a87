internal import CXLSXWriter

/// Writes one sheet, row by row, from the top.
struct SheetWriter {
  let sheet: Sheet
  let page: UnsafeMutablePointer<lxw_worksheet>
  let book: UnsafeMutablePointer<lxw_workbook>
  let name: String
  let styles: WorkbookStyles

  /// The row of the headings, the first and the last of the table, from 0.
  private var headingRow: UInt32 { UInt32(sheet.heading.count + 1) }
  private var firstRow: UInt32 { headingRow + 1 }
  private var lastRow: UInt32 { headingRow + UInt32(max(1, sheet.rows.count)) }
  private var lastColumn: UInt16 { UInt16(max(0, sheet.columns.count - 1)) }
  /// The last row that holds anything but a chart.
  private var endRow: UInt32 { sheet.total == nil ? lastRow : lastRow + 1 }
  /// Whether the chart stands below the table, and is printed with it; else it stands beside.
  private var isChartBelow: Bool { sheet.chart != nil && sheet.rows.count <= 60 }

  func write() {
    layOut()
    for (row, text) in sheet.heading.enumerated() {
      worksheet_write_string(
        page, UInt32(row), 0, fitting(text), styles.format(row == 0 ? .title : .note))
    }
    for (number, column) in sheet.columns.enumerated() {
      worksheet_write_string(
        page, headingRow, UInt16(number), fitting(column.title),
        styles.format(.heading, number: column.kind == .text ? nil : "right"))
    }
    let formats = formats(.cell)
    let long = sheet.columns.indices.filter(isLong)
    for (offset, row) in sheet.rows.enumerated() {
      if !long.isEmpty { setHeight(firstRow + UInt32(offset), of: long.map { row[$0] }) }
      for (number, cell) in row.enumerated() where !cell.isEmpty {
        write(cell, at: (firstRow + UInt32(offset), UInt16(number)), formats[number])
      }
    }
    if let total = sheet.total { write(total: total) }
    if let chart = sheet.chart, !sheet.rows.isEmpty { draw(chart) }
  }

  /// The widest that a column gets; longer texts go on in lines of their cell.
  private var widest: Int { 60 }

  private func isLong(_ column: Int) -> Bool { sheet.columns[column].width + 2 > widest }

  /// Makes a row as high as the lines of its long texts, which not every program finds out by itself.
  private func setHeight(_ row: UInt32, of texts: [String]) {
    let lines = texts.map { text in
      // A Chinese character has three bytes and is two columns wide; four columns stay for what a line cannot break.
      (text.utf8.count * 2 / 3 + widest - 5) / (widest - 4)
    }
    guard let most = lines.max(), most > 1 else { return }
    worksheet_set_row(page, row, min(409, Self.rowHeight * Double(most)), nil)
  }

  /// How high a line is, in points: Chinese characters are higher than what spreadsheets have by themselves.
  private static let rowHeight = 18.0

  private func layOut() {
    worksheet_set_default_row(page, Self.rowHeight, 0)
    for (number, column) in sheet.columns.enumerated() {
      worksheet_set_column(
        page, UInt16(number), UInt16(number), Double(min(widest, max(8, column.width + 2))), nil)
    }
    worksheet_freeze_panes(page, firstRow, 0)
    if !sheet.columns.isEmpty {
      worksheet_autofilter(page, headingRow, 0, lastRow, lastColumn)
      worksheet_print_area(page, 0, 0, isChartBelow ? endRow + 18 : endRow, max(5, lastColumn))
    }
    worksheet_repeat_rows(page, headingRow, headingRow)
    worksheet_set_paper(page, 9)  // A4
    if sheet.columns.reduce(0, { $0 + $1.width + 2 }) > 90 { worksheet_set_landscape(page) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_footer(page, "&L&A&R&P / &N")
  }

  private func write(total: [String]) {
    let formats = formats(.total)
    for (number, cell) in total.enumerated() {
      let place = (row: lastRow + 1, column: UInt16(number))
      guard let value = self.number(cell, number), adds(number, up: value) else {
        write(cell, at: place, formats[number])
        continue
      }
      let letters = Self.letters(number)
      worksheet_write_formula_num(
        page, place.row, place.column,
        "=SUBTOTAL(109,\(letters)\(firstRow + 1):\(letters)\(lastRow + 1))",
        formats[number].number, value)
    }
  }

  /// How a column's numbers and texts are written.
  private typealias Formats = (number: WorkbookStyles.Format?, text: WorkbookStyles.Format?)

  private func formats(_ role: WorkbookStyles.Role) -> [Formats] {
    sheet.columns.indices.map { column in
      (
        styles.format(role, number: pattern(column)),
        role == .total ? styles.format(.total) : isLong(column) ? styles.format(.long) : nil
      )
    }
  }

  private func write(
    _ cell: String, at place: (row: UInt32, column: UInt16), _ formats: Formats
  ) {
    if let value = number(cell, Int(place.column)) {
      worksheet_write_number(page, place.row, place.column, value, formats.number)
    } else {
      worksheet_write_string(page, place.row, place.column, fitting(cell), formats.text)
    }
  }

  /// A cell as a number; nil where its column is of texts, or it holds none.
  private func number(_ cell: String, _ column: Int) -> Double? {
    guard sheet.columns[column].kind != .text, cell.utf8.count <= 17 else { return nil }
    return Double(cell).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether a column's cells are numbers that add up to a value.
  private func adds(_ column: Int, up value: Double) -> Bool {
    var sum = 0.0
    for row in sheet.rows {
      guard let number = number(row[column], column) else {
        if row[column].isEmpty { continue }
        return false
      }
      sum += number
    }
    return (sum - value).magnitude < 0.0005 && !sheet.rows.isEmpty
  }

  private func pattern(_ column: Int) -> String {
    switch sheet.columns[column].kind {
    case .text: "@"
    case .number(0): "#,##0"
    case .number(let decimals): "#,##0." + String(repeating: "0", count: decimals)
    }
  }

  /// What a cell may hold: at most 32,767 characters.
  private func fitting(_ text: String) -> String { WorkbookFile.cut(text, to: 32_767) }

  private func draw(_ chart: Sheet.Chart) {
    let kind = chart.values.count > 1 ? LXW_CHART_COLUMN_STACKED : LXW_CHART_BAR
    guard let drawn = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
    let last = firstRow + UInt32(min(chart.rows, sheet.rows.count)) - 1
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
