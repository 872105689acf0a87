/// The records of a workbook of Excel 97–2003, one after the other.
struct Records {
  /// The kinds that are looked at.
  enum Kind {
    static let formula = 0x0006
    static let end = 0x000A
    static let is1904 = 0x0022
    static let codePage = 0x0042
    static let sheet = 0x0085
    static let numbers = 0x00BD
    static let richLabel = 0x00D6
    static let style = 0x00E0
    static let number = 0x0203
    static let label = 0x0204
    static let flag = 0x0205
    static let string = 0x0207
    static let row = 0x0208
    static let shortNumber = 0x027E
    static let format = 0x041E
    static let begin = 0x0809
    /// No record is of this kind: it is passed over.
    static let none = 0x0FFF
  }

  /// One record: its bytes are those of the stream from `start` to `end`.
  struct Record {
    let kind: Int
    let start: Int
    let end: Int
    /// Whether it belongs to a chart that lies in this part.
    let isNested: Bool
  }

  let bytes: [UInt8]
  private var position: Int
  private var depth = 0
  /// Whether the part of the workbook has come to its end, as it says itself.
  private(set) var isAtEnd = false

  /// Begins with the record at a position.
  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next record of this part of the workbook, charts inside it left out.
  mutating func next() -> Record? {
    while let record = nextOfAny() {
      if !record.isNested { return record }
    }
    return nil
  }

  /// The next record of this part of the workbook or of a chart inside it.
  mutating func nextOfAny() -> Record? {
    guard !isAtEnd, position >= 0, position + 4 <= bytes.count else { return nil }
    let (kind, start) = (number(position, 2), position + 4)
    let end = start + number(position + 2, 2)
    guard end <= bytes.count, depth > 0 || kind == Kind.begin else { return nil }
    position = end
    if kind == Kind.begin { depth += 1 }
    defer { if kind == Kind.end { depth -= 1 } }
    isAtEnd = kind == Kind.end && depth <= 1
    return isAtEnd ? nil : Record(kind: kind, start: start, end: end, isNested: depth > 1)
  }

  /// A number of so many bytes, or 0 where they are not there.
  func number(_ position: Int, _ width: Int) -> Int {
    guard position >= 0, position + width <= bytes.count else { return 0 }
    var number = 0
    for index in (position..<(position + width)).reversed() {
      number = number << 8 | Int(bytes[index])
    }
    return number
  }

  /// The eight bytes of a number.
  func double(_ position: Int) -> Double {
    Double(bitPattern: UInt64(number(position, 4)) | UInt64(number(position + 4, 4)) << 32)
  }

  /// A text in Unicode with a length of two bytes before it, as UTF-8; nil where it is cut.
  func wideText(_ position: Int, in record: Record) -> [UInt8]? {
    let count = number(position, 2)
    let isWide = number(position + 2, 1) & 1 == 1
    guard let raw = slice(position + 3, isWide ? 2 * count : count, record) else { return nil }
    let units = stride(from: 0, to: raw.count, by: isWide ? 2 : 1).map {
      UInt16(raw[$0]) | (isWide ? UInt16(raw[$0 + 1]) << 8 : 0)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// So many bytes of a record; nil where they are not there.
  func slice(_ start: Int, _ count: Int, _ record: Record) -> [UInt8]? {
    start + count <= record.end ? Array(bytes[start..<(start + count)]) : nil
  }
}
