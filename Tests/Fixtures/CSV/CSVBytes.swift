/// Rows of CSV in UTF-8 that are being written, quickly: all goes straight into bytes.
struct CSVBytes {
  var bytes: [UInt8] = []
  private let style: CSVStyle
  private let before: [UInt8], after: [UInt8], currency: [UInt8]
  private var rowIsEmpty = true

  init(style: CSVStyle = .tabLed) {
    self.style = style
    before = [0x22] + style.before.utf8
    after = style.after.utf8 + [0x22]
    currency = Array(style.currency.utf8)
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(0x0A)
    rowIsEmpty = true
  }

  /// Empties it, and keeps its memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func separate() {
    if rowIsEmpty { rowIsEmpty = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func cell(quoted: Bool, _ write: (inout Self) -> Void) {
    separate()
    if quoted { bytes.append(contentsOf: before) }
    write(&self)
    if quoted { bytes.append(contentsOf: after) }
  }

  /// A cell as it stands.
  mutating func plain(_ text: String) {
    cell(quoted: style.quotesNumbers) { $0.bytes.append(contentsOf: text.utf8) }
  }

  /// The name of a column, as it stands.
  mutating func title(_ text: String) {
    cell(quoted: false) { $0.bytes.append(contentsOf: text.utf8) }
  }

  /// A cell with nothing in it, in one of the spellings that the platform has for it.
  mutating func blank(_ choice: UInt64 = 0) {
    plain(style.blanks[Int(choice % UInt64(style.blanks.count))])
  }

  /// A text cell the way the platform writes it: quoted, with its tab.
  mutating func text(_ text: String) {
    cell(quoted: true) { cells in
      for byte in text.utf8 {
        if byte == 0x22 { cells.bytes.append(0x22) }
        cells.bytes.append(byte)
      }
    }
  }

  /// A text cell of a long number.
  mutating func text(_ number: Int) { cell(quoted: true) { $0.decimal(number, width: 1) } }

  /// A number as it stands.
  mutating func number(_ number: Int) {
    cell(quoted: style.quotesNumbers) { $0.decimal(number, width: 1) }
  }

  /// An amount of fen; `grouped` ones of a thousand yuan and more are quoted, for their comma.
  mutating func amount(_ fen: Int, grouped: Bool = false) {
    let split = grouped && fen >= 1_000_00
    separate()
    if style.quotesNumbers { bytes.append(contentsOf: before) } else if split { quote() }
    bytes.append(contentsOf: currency)
    if split {
      decimal(fen / 1_000_00, width: 1)
      bytes.append(UInt8(ascii: ","))
    }
    decimal(fen / 100 % (split ? 1000 : Int.max), width: split ? 3 : 1)
    bytes.append(UInt8(ascii: "."))
    decimal(fen % 100, width: 2)
    if style.quotesNumbers { bytes.append(contentsOf: after) } else if split { quote() }
  }

  private mutating func quote() { bytes.append(0x22) }

  /// A text cell of an instant of a month, as `2026-10-07 12:30:00`.
  mutating func time(_ second: Int, of month: FixtureMonth) {
    cell(quoted: true) { cells in
      cells.decimal(month.year, width: 4)
      cells.bytes.append(UInt8(ascii: "-"))
      cells.decimal(month.month, width: 2)
      cells.bytes.append(UInt8(ascii: "-"))
      cells.decimal(second / 86_400 + 1, width: 2)
      cells.bytes.append(UInt8(ascii: " "))
      cells.decimal(second / 3600 % 24, width: 2)
      cells.bytes.append(UInt8(ascii: ":"))
      cells.decimal(second / 60 % 60, width: 2)
      cells.bytes.append(UInt8(ascii: ":"))
      cells.decimal(second % 60, width: 2)
    }
  }

  /// Appends the digits of a number that is not negative.
  private mutating func decimal(_ number: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
