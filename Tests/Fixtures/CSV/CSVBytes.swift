/// Rows of CSV in UTF-8 that are being written, quickly: all goes straight into bytes.
struct CSVBytes {
  var bytes: [UInt8] = []
  private var rowIsEmpty = true

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

  /// A cell as it stands.
  mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A text cell the way 抖店 writes it: quoted, with a tab before the text.
  mutating func text(_ text: String) {
    separate()
    bytes.append(0x22)
    bytes.append(0x09)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A text cell of a long number.
  mutating func text(_ number: Int) {
    separate()
    bytes.append(0x22)
    bytes.append(0x09)
    decimal(number, width: 1)
    bytes.append(0x22)
  }

  /// A number as it stands.
  mutating func number(_ number: Int) {
    separate()
    decimal(number, width: 1)
  }

  /// An amount of fen; `grouped` ones of a thousand yuan and more are quoted, for their comma.
  mutating func amount(_ fen: Int, grouped: Bool = false) {
    separate()
    let split = grouped && fen >= 1_000_00
    if split {
      bytes.append(0x22)
      decimal(fen / 1_000_00, width: 1)
      bytes.append(UInt8(ascii: ","))
    }
    decimal(fen / 100 % (split ? 1000 : Int.max), width: split ? 3 : 1)
    bytes.append(UInt8(ascii: "."))
    decimal(fen % 100, width: 2)
    if split { bytes.append(0x22) }
  }

  /// A text cell of an instant of a month, as `2026-10-07 12:30:00`.
  mutating func time(_ second: Int, of month: FixtureMonth) {
    separate()
    bytes.append(0x22)
    bytes.append(0x09)
    decimal(month.year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    decimal(month.month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    decimal(second / 86_400 + 1, width: 2)
    bytes.append(UInt8(ascii: " "))
    decimal(second / 3600 % 24, width: 2)
    bytes.append(UInt8(ascii: ":"))
    decimal(second / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    decimal(second % 60, width: 2)
    bytes.append(0x22)
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
