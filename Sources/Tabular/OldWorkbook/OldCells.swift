/// The cells of a sheet that hold numbers, truth values, errors, results of formulas or texts of
/// Excel 5 and 95.
///
/// FreeXL passes over results and truth values, and takes some dates for numbers; texts are its
/// own work from Excel 97 on, when they came to be in Unicode.
struct OldCells {
  private static let errors = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
  ]

  private let facts: OldWorkbookFacts
  private var numbers: [Int: (value: Double, style: UInt16)] = [:]
  private var texts: [Int: [UInt8]] = [:]
  private var hiddenRows = Set<Int>()
  /// The cell whose result is in the next record.
  private var pending: Int?
  /// The rows and columns up to the last cell.
  private(set) var rows = 0
  private(set) var columns = 0
  /// False where the sheet ends before its end.
  private(set) var isWhole = false

  init(_ sheet: OldWorkbookFacts.Sheet, of facts: OldWorkbookFacts) throws(Frame.Fault) {
    self.facts = facts
    var records = Records(facts.bytes, at: sheet.position)
    while let record = records.next() { try take(record, of: records) }
    isWhole = records.isAtEnd
  }

  /// The text of a cell, if it is one of these.
  func text(row: Int, column: Int) -> [UInt8]? {
    let key = row << 16 | column
    if let text = texts[key] { return text }
    guard let (value, style) = numbers[key] else { return nil }
    let shape = facts.shape(ofStyle: Int(style))
    if shape != .none, let date = SerialDate(value, is1904: facts.is1904) {
      return date.text(shape)
    }
    return NumberText.shown(value)
  }

  /// Whether the sheet hides a row, counted from 0.
  func isHidden(row: Int) -> Bool { hiddenRows.contains(row) }

  private mutating func take(
    _ record: Records.Record, of records: Records
  ) throws(Frame.Fault) {
    let start = record.start
    guard record.end - start >= 6 else {
      if record.kind == Records.Kind.string { try takeString(record, of: records) }
      return
    }
    switch record.kind {
    case Records.Kind.row:
      if records.number(start + 12, 2) & 0x20 != 0 { hiddenRows.insert(records.number(start, 2)) }
    case Records.Kind.number: add(records, start, records.double(start + 6))
    case Records.Kind.shortNumber: add(records, start, Self.short(records.number(start + 6, 4)))
    case Records.Kind.numbers: takeNumbers(record, of: records)
    case Records.Kind.formula: takeFormula(record, of: records)
    case Records.Kind.string: try takeString(record, of: records)
    case Records.Kind.label, Records.Kind.richLabel:
      // From Excel 97 on FreeXL reads it.
      guard !facts.isUnicode else { break }
      texts[key(records, start)] = try facts.text(
        start + 8, records.number(start + 6, 2), in: record, of: records)
    case Records.Kind.flag:
      let isError = records.number(start + 7, 1) != 0
      texts[key(records, start)] = Self.flag(records.number(start + 6, 1), isError: isError)
    default: break
    }
  }

  private mutating func key(_ records: Records, _ position: Int) -> Int {
    let (row, column) = (records.number(position, 2), records.number(position + 2, 2))
    (rows, columns) = (max(rows, row + 1), max(columns, column + 1))
    return row << 16 | column
  }

  private mutating func add(_ records: Records, _ position: Int, _ value: Double) {
    numbers[key(records, position)] = (value, UInt16(records.number(position + 4, 2)))
  }

  private mutating func takeNumbers(_ record: Records.Record, of records: Records) {
    let row = records.number(record.start, 2) << 16
    var column = records.number(record.start + 2, 2)
    var position = record.start + 4
    rows = max(rows, row >> 16 + 1)
    while position + 6 <= record.end - 2 {
      let style = UInt16(records.number(position, 2))
      numbers[row | column] = (Self.short(records.number(position + 2, 4)), style)
      column = min(column + 1, 0xFFFF)
      position += 6
    }
    columns = max(columns, column)
  }

  private mutating func takeFormula(_ record: Records.Record, of records: Records) {
    let result = record.start + 6
    guard records.number(result + 6, 2) == 0xFFFF else {
      add(records, record.start, records.double(result))
      return
    }
    let key = key(records, record.start)
    pending = nil
    switch records.number(result, 1) {
    case 0: pending = key
    case 1: texts[key] = Self.flag(records.number(result + 2, 1), isError: false)
    case 2: texts[key] = Self.flag(records.number(result + 2, 1), isError: true)
    default: break
    }
  }

  private mutating func takeString(
    _ record: Records.Record, of records: Records
  ) throws(Frame.Fault) {
    guard let key = pending else { return }
    pending = nil
    guard facts.isUnicode else {
      let count = records.number(record.start, 2)
      texts[key] = try facts.text(record.start + 2, count, in: record, of: records)
      return
    }
    guard let text = records.wideText(record.start, in: record) else { throw .damaged }
    texts[key] = text
  }

  private static func flag(_ value: Int, isError: Bool) -> [UInt8] {
    Array((isError ? errors[value] ?? "#N/A" : value == 0 ? "FALSE" : "TRUE").utf8)
  }

  /// A number in four bytes: a whole one or the upper half of a fraction, perhaps of a hundred.
  private static func short(_ bits: Int) -> Double {
    let value =
      bits & 2 != 0
      ? Double(Int32(truncatingIfNeeded: bits) >> 2)
      : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }
}
