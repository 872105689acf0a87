/// What FreeXL does not say of a workbook: which sheets are hidden, and what is a date.
struct OldWorkbookFacts {
  /// One sheet, in the order of the tabs.
  struct Sheet {
    let position: Int
    let isHidden: Bool
    /// False for a chart, a macro or a module.
    let hasCells: Bool
    /// Nil from Excel 97 on, where FreeXL reads it.
    let name: [UInt8]?
  }

  let bytes: [UInt8]
  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  /// True from Excel 97 on: texts are in Unicode.
  private(set) var isUnicode = true
  /// What the texts of Excel 5 and 95 are in; nil where it says nothing, or what nobody knows.
  private var codePage: CodePage?
  private var codePageNumber = 0
  private var codePagePosition: Int?
  private var formats: [Int: SerialDate.Shape] = [:]
  private var styles: [Int] = []
  /// Where each style names its format.
  private var stylePositions: [Int] = []

  /// Reads the first part of the workbook, which names the others.
  init(path: String) throws(Frame.Fault) {
    do { bytes = try Self.stream(of: path) } catch { throw .damaged }
    var records = Records(bytes, at: 0)
    while let record = records.next() { try take(record, of: records) }
  }

  private static func stream(of path: String) throws(TabularError) -> [UInt8] {
    let file = try CompoundFile(path: path)
    let entries = try file.entries()
    guard let root = entries.first,
      let entry = entries.first(where: { $0.name.lowercased() == "workbook" })
        ?? entries.first(where: { $0.name.lowercased() == "book" })
    else { throw .damagedOldWorkbook }
    let bytes = try file.stream(entry, root: root)
    guard bytes.count >= entry.size else { throw .damagedOldWorkbook }
    return bytes
  }

  private mutating func take(
    _ record: Records.Record, of records: Records
  ) throws(Frame.Fault) {
    let start = record.start
    switch record.kind {
    case Records.Kind.begin: isUnicode = records.number(start, 2) >= 0x0600
    case Records.Kind.codePage:
      codePageNumber = records.number(start, 2)
      codePage = CodePage(codePageNumber)
      codePagePosition = start
    case Records.Kind.is1904: is1904 = records.number(start, 2) == 1
    case Records.Kind.style:
      styles.append(records.number(start + 2, 2))
      if start + 4 <= record.end { stylePositions.append(start + 2) }
    case Records.Kind.format:
      let code =
        isUnicode
        ? records.wideText(start + 2, in: record) ?? []
        : Array(bytes[min(start + 3, record.end)..<record.end])
      formats[records.number(start, 2)] = FormatCode.shape(String(decoding: code, as: UTF8.self))
    case Records.Kind.sheet:
      var name: [UInt8]?
      if !isUnicode {
        name = try text(start + 7, records.number(start + 6, 1), in: record, of: records)
      }
      sheets.append(
        Sheet(
          position: records.number(start, 4), isHidden: records.number(start + 4, 1) & 3 != 0,
          hasCells: records.number(start + 5, 1) == 0, name: name))
    default: break
    }
  }

  /// A text that is not in Unicode, of so many bytes, as UTF-8; never with a character changed.
  func text(
    _ position: Int, _ count: Int, in record: Records.Record, of records: Records
  ) throws(Frame.Fault) -> [UInt8] {
    guard let raw = records.slice(position, count, record) else { throw .damaged }
    if raw.allSatisfy({ $0 < 0x80 }) { return raw }
    guard let text = codePage?.decode(raw) else { throw .codePage(codePageNumber) }
    return text
  }

  /// The workbook as FreeXL is given it: with no format in any style, in a code page of which every
  /// byte is a character, and without the charts that lie in sheets.
  ///
  /// FreeXL finds a date by counting the days from 1900 on, one by one: 9 s for 260,000 dates that
  /// nobody asks it for. Texts that are not in Unicode it would drop or cut, and a chart it takes for
  /// the end of its sheet.
  var forFreeXL: [UInt8] {
    var bytes = bytes
    for position in stylePositions { (bytes[position], bytes[position + 1]) = (0, 0) }
    if let position = codePagePosition, position + 2 <= bytes.count {
      let page = isUnicode ? 1200 : 437
      (bytes[position], bytes[position + 1]) = (UInt8(page & 0xFF), UInt8(page >> 8))
    }
    for sheet in sheets {
      var records = Records(self.bytes, at: sheet.position)
      while let record = records.nextOfAny() {
        guard record.isNested else { continue }
        let position = record.start - 4
        (bytes[position], bytes[position + 1]) = (
          UInt8(Records.Kind.none & 0xFF), UInt8(Records.Kind.none >> 8)
        )
      }
    }
    return bytes
  }

  /// What a cell style shows of a number.
  func shape(ofStyle style: Int) -> SerialDate.Shape {
    guard style < styles.count else { return .none }
    return formats[styles[style]] ?? FormatCode.shape(builtIn: styles[style])
  }
}
