/// What FreeXL does not tell of a workbook: which sheets are hidden, and what is a date.
struct OldWorkbookFacts {
  /// One sheet, in the order of the tabs.
  struct Sheet {
    let place: Int
    let isHidden: Bool
    /// False for a chart, a macro or a module.
    let hasCells: Bool
  }

  let bytes: [UInt8]
  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  /// True from Excel 97 on: texts are in Unicode.
  private(set) var isUnicode = true
  private var formats: [Int: SerialDate.Shape] = [:]
  private var styles: [Int] = []
  /// Where each style names its format.
  private var stylePlaces: [Int] = []

  /// Reads the first part of the workbook, which tells of the others.
  init(path: String) throws(TabularError) {
    let file = try CompoundFile(path: path)
    let entries = try file.entries()
    guard let root = entries.first,
      let entry = entries.first(where: { $0.name.lowercased() == "workbook" })
        ?? entries.first(where: { $0.name.lowercased() == "book" })
    else { throw .damagedOldWorkbook }
    bytes = try file.stream(entry, root: root)
    guard bytes.count >= entry.size else { throw .damagedOldWorkbook }
    var records = Records(bytes, at: 0)
    while let record = records.next() { take(record, of: records) }
  }

  private mutating func take(_ record: Records.Record, of records: Records) {
    let start = record.start
    switch record.kind {
    case Records.Kind.begin: isUnicode = records.number(start, 2) >= 0x0600
    case Records.Kind.is1904: is1904 = records.number(start, 2) == 1
    case Records.Kind.style:
      styles.append(records.number(start + 2, 2))
      if start + 4 <= record.end { stylePlaces.append(start + 2) }
    case Records.Kind.format:
      let code =
        isUnicode
        ? records.text(start + 2, in: record, isUnicode: true)
        : Array(bytes[min(start + 3, record.end)..<record.end])
      formats[records.number(start, 2)] = FormatCode.shape(String(decoding: code, as: UTF8.self))
    case Records.Kind.sheet:
      sheets.append(
        Sheet(
          place: records.number(start, 4), isHidden: records.number(start + 4, 1) & 3 != 0,
          hasCells: records.number(start + 5, 1) == 0))
    default: break
    }
  }

  /// The workbook with no format in any style.
  ///
  /// FreeXL finds a date by counting the days from 1900 on, one by one: 9 s for 260,000 dates that
  /// nobody asks it for.
  var withoutFormats: [UInt8] {
    var bytes = bytes
    for place in stylePlaces { (bytes[place], bytes[place + 1]) = (0, 0) }
    return bytes
  }

  /// What a cell style shows of a number.
  func shape(ofStyle style: Int) -> SerialDate.Shape {
    guard style < styles.count else { return .none }
    return formats[styles[style]] ?? FormatCode.shape(builtIn: styles[style])
  }
}
