@testable import Tabular

/// Writes small workbooks of Excel 5, 95 and 97, record by record.
///
/// Source: [MS-XLS] and the documentation of the Excel file format by OpenOffice.
struct BIFF {
  /// 0x0500 for Excel 5 and 95, 0x0600 for Excel 97.
  var version = 0x0500
  /// What the record CODEPAGE says.
  var codePage: Int
  var sheetName: [UInt8] = Array("s".utf8)
  /// The records of the sheet between its beginning and its end.
  var records: [UInt8] = []

  /// The file.
  var bytes: [UInt8] {
    let head = Self.begin(version, 0x0005) + Self.record(0x42, [codePage])
    let name = [UInt8(sheetName.count)] + (version < 0x0600 ? [] : [0]) + sheetName
    let place = head.count + 4 + 6 + name.count + 4
    let sheet = Self.record(0x85, [place, 0, 0], name)
    let dimensions =
      version < 0x0600 ? [0, 16, 0, 4, 0] : [0, 0, 16, 0, 0, 4, 0]
    let stream =
      head + sheet + Self.record(0x0A, []) + Self.begin(version, 0x0010)
      + Self.record(0x0200, dimensions) + records + Self.record(0x0A, [])
    guard
      let (start, length) = CompoundWriter.head(
        of: stream, named: version < 0x0600 ? "Book" : "Workbook")
    else { return [] }
    return start + stream + [UInt8](repeating: 0, count: length - stream.count)
  }

  /// A text in a cell, not in Unicode.
  mutating func label(_ row: Int, _ column: Int, _ text: [UInt8]) {
    records += Self.record(0x0204, [row, column, 0, text.count], text)
  }

  /// A text in a cell with fonts, not in Unicode.
  mutating func richLabel(_ row: Int, _ column: Int, _ text: [UInt8]) {
    records += Self.record(0x00D6, [row, column, 0, text.count], text + [1, 1, 0])
  }

  /// A number in a cell.
  mutating func number(_ row: Int, _ column: Int, _ number: Double) {
    let bits = number.bitPattern
    records += Self.record(
      0x0203, [row, column, 0], (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) })
  }

  /// A formula whose result is a text.
  mutating func formula(_ row: Int, _ column: Int, result text: [UInt8]) {
    records += Self.record(0x0006, [row, column, 0, 0, 0, 0, 0xFFFF, 0, 0, 0, 0])
    records += Self.record(0x0207, [text.count], (version < 0x0600 ? [] : [0]) + text)
  }

  /// A chart that lies in the sheet, with records that mean other things in a sheet.
  mutating func chart() {
    records += Self.record(0x005D, [5, 0, 0])
    records += Self.begin(version, 0x0020)
    number(0, 3, 777)
    records += Self.record(0x1001, [0]) + Self.record(0x0A, [])
  }

  private static func begin(_ version: Int, _ kind: Int) -> [UInt8] {
    record(0x0809, [version, kind, 0, 0] + (version < 0x0600 ? [] : [0, 0, 0, 0]))
  }

  /// A record of words of two bytes, of which a sheet's place takes two, and bytes after them.
  private static func record(_ kind: Int, _ words: [Int], _ rest: [UInt8] = []) -> [UInt8] {
    let bytes = words.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] } + rest
    let length = bytes.count
    return [UInt8(kind & 0xFF), UInt8(kind >> 8), UInt8(length & 0xFF), UInt8(length >> 8)] + bytes
  }
}
