/// Writes CSV for people: RFC 4180, and on wish harmless in a spreadsheet.
public enum CSVWriter {
  /// Returns a row as a record of RFC 4180, without a line end.
  ///
  /// With `spreadsheetSafe` each cell goes through `neutralized`, so that no spreadsheet takes
  /// a text for a formula.
  ///
  ///     CSVWriter.encode(row: ["a,b", "=1+1"], spreadsheetSafe: true)  // "a,b",'=1+1
  public static func encode(row: [String], spreadsheetSafe: Bool) -> String {
    encode(rows: [row], lineEnd: "", spreadsheetSafe: spreadsheetSafe)
  }

  /// Returns rows as records, each with a line end.
  public static func encode(rows: [[String]], lineEnd: String, spreadsheetSafe: Bool) -> String {
    var bytes: [UInt8] = []
    for row in rows {
      for (position, cell) in row.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        append(spreadsheetSafe ? neutralized(cell) : cell, to: &bytes)
      }
      // A lone empty cell would be a blank line, which readers pass over.
      if row == [""] { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
      bytes += lineEnd.utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns a cell that no spreadsheet takes for a formula.
  ///
  /// A cell that begins with `=`, `+`, `-`, `@` (full-width ones too), TAB or CR gets a leading
  /// `'`, unless it is a plain number such as `-12.30`. So does a cell that begins with `'`, so
  /// that `restored` undoes it. Control characters other than TAB, LF and CR become the pictures
  /// from U+2400 on, and stay so.
  public static func neutralized(_ cell: String) -> String {
    let visible = showingControls(cell)
    guard let first = visible.unicodeScalars.first, "'=+-@\t\r＝＋－＠".unicodeScalars.contains(first),
      !isPlainNumber(visible)
    else { return visible }
    return "'" + visible
  }

  /// Returns the cell that `neutralized` was given, without the leading `'`.
  public static func restored(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    guard needsQuotes(cell.utf8.span) else {
      bytes += cell.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ bytes: Span<UInt8>) -> Bool {
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: break
      }
    }
    return false
  }

  /// Whether a cell is a sign, digits, and perhaps a point with digits after it.
  private static func isPlainNumber(_ cell: String) -> Bool {
    var text = Array(cell.utf8)[...]
    if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") { text.removeFirst() }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static func showingControls(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return cell }
    var shown = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars { shown.append(picture(of: scalar)) }
    return String(shown)
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: scalar
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
    case 0x7F: "\u{2421}"
    default: scalar
    }
  }
}
