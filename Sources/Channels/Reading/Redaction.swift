internal import Domain
public import Tabular

/// What the redacted copy keeps of a table: cells of the columns that its profile names, where they have the shape
/// that the column promises; all else is blank.
///
/// Of the rows above the header the day is kept, of the header the names that the profile knows. Free names of goods
/// are kept without the numbers of persons. In a row that is rejected or no data, or in which two cells do not fit, columns
/// may have moved: there free texts are blank as well, and codes that are no digits.
public struct Redaction: Sendable {
  /// What the cells of a column are.
  private enum Shape {
    case amount, time, number, code, text
    /// A place, of which the province is kept.
    case place
    /// One of some words.
    case word(Set<String>)
  }

  private let layout: Layout
  private let shapes: [(column: Int, shape: Shape)]
  private let cells: Cells
  private let day: String?
  /// The words that were looked at, and whether they were known: there are few.
  private var seen: [String: Bool] = [:]
  /// True for each cell of the row that is blank.
  private var mask: [Bool]

  /// Keeps what a layout names.
  public init(_ layout: Layout) {
    self.layout = layout
    cells = Cells(layout: layout)
    shapes = layout.header.indices.compactMap { column in
      Self.shape(of: column, in: layout).map { (column, $0) }
    }
    day = layout.profile.isSheet ? SheetDay.last(in: layout.preamble) : nil
    mask = Array(repeating: true, count: layout.header.count)
  }

  /// Appends a row of the table as a line of CSV; one of another width than the header is blank.
  ///
  /// `isRead` says whether the row was read as an order line or a case.
  public mutating func append(_ row: borrowing Row, isRead: Bool, to output: inout [UInt8]) {
    if row.number < layout.headerRow {
      appendTitle(row, to: &output)
    } else if row.number == layout.headerRow {
      row.appendCSV(to: &output, blanking: layout.unknown)
    } else if row.count != layout.header.count {
      row.appendCSV(to: &output, blanking: [])
    } else {
      appendData(row, isRead: isRead, to: &output)
    }
  }

  private func appendTitle(_ row: borrowing Row, to output: inout [UInt8]) {
    guard row.number == 1, let day else {
      row.appendCSV(to: &output, blanking: [])
      return
    }
    let blanks = repeatElement("", count: max(row.count, 1) - 1)
    Self.append([day] + blanks, to: &output)
  }

  private mutating func appendData(
    _ row: borrowing Row, isRead: Bool, to output: inout [UInt8]
  ) {
    var misfits = row.beyond > 0 ? 1 : 0
    var scrubbed: [(column: Int, text: String)] = []
    for (column, shape) in shapes {
      let text = row.trimmed(column)
      var fits = true
      if case .text = shape {
        if let other = PersonalNumber.scrub(text) { scrubbed.append((column, other)) }
      } else if case .place = shape {
        fits = Province.isName(text)
        if !fits, let province = Province.named(in: text) { scrubbed.append((column, province)) }
      } else if !CellText.isEmpty(text) {
        fits = self.fits(text, shape)
        if !fits { misfits += 1 }
      }
      mask[column] = !fits
    }
    if misfits > 1 || !isRead {
      scrubbed.removeAll()
      for (column, shape) in shapes where !mask[column] {
        switch shape {
        case .text: mask[column] = true
        case .number, .code:
          let text = row.trimmed(column)
          mask[column] = !text.utf8.allSatisfy { $0 &- 48 < 10 } || PersonalNumber.isIn(text)
        case .amount, .time, .word, .place: break
        }
      }
    }
    if scrubbed.isEmpty {
      row.appendCSV(to: &output, blanking: mask)
    } else {
      var texts = row.strings
      for column in texts.indices where mask[column] { texts[column] = "" }
      for (column, text) in scrubbed { texts[column] = text }
      Self.append(texts, to: &output)
    }
  }

  private mutating func fits(_ text: String, _ shape: Shape) -> Bool {
    switch shape {
    case .amount:
      // Most are short, and no number of a person is.
      if text.utf8.count < 10, text.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == 0x2E }) { return true }
      return (CellText.money(text) != nil || CellText.measure(text) != nil)
        && !PersonalNumber.isIn(text)
    case .time: return (try? cells.time(text)) != nil || CellText.isClock(text)
    case .number: return (try? CellText.id(text)) != nil
    case .code, .text, .place: return true
    case .word(let words):
      if let isKnown = seen[text] { return isKnown }
      let isKnown = words.contains(Profile.word(text))
      if seen.count < 1000 { seen[text] = isKnown }
      return isKnown
    }
  }

  private static func append(_ cells: [String], to output: inout [UInt8]) {
    output += Array((CSVWriter.encode(row: cells, spreadsheetSafe: false) + "\n").utf8)
  }

  /// What the cells of a column are; nil where nothing of them is kept.
  private static func shape(of column: Int, in layout: Layout) -> Shape? {
    let profile = layout.profile
    guard !layout.unknown[column] else { return nil }
    if layout.amountColumns.contains(column) { return .amount }
    if let filter = layout.filterColumns.firstIndex(of: column) {
      return .word(profile.filters[filter].words)
    }
    for field in Profile.Field.allCases where layout.columns[field.rawValue] == column {
      switch field.kind {
      case .amount, .quantity: return .amount
      case .time: return .time
      case .text: break
      }
      switch field {
      case .line where profile.joinsLines: return .text
      case .order, .line, .number, .secondNumber: return .number
      case .orderStatus, .afterSaleStatus, .afterSaleType, .saleKind, .entry, .direction:
        return .word(profile.words)
      case .shop where !profile.channels.isEmpty: return .word(Set(profile.channels.keys))
      case .buyer: return nil
      case .province: return .place
      case .name, .spec, .shop, .hostName: return .text
      default: return .code
      }
    }
    return nil
  }
}
