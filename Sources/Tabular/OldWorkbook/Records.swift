/// The records of a workbook of Excel 97–2003, one after the other.
struct Records {
  /// The kinds that are looked at.
  enum Kind {
    static let formula = 0x0006
    static let end = 0x000A
    static let is1904 = 0x0022
    static let sheet = 0x0085
    static let numbers = 0x00BD
    static let style = 0x00E0
    static let number = 0x0203
    static let flag = 0x0205
    static let string = 0x0207
    static let row = 0x0208
    static let shortNumber = 0x027E
    static let format = 0x041E
    static let begin = 0x0809
  }

  /// One record: its bytes are those of the stream from `start` to `end`.
  struct Record {
    let kind: Int
    let start: Int
    let end: Int
  }

  let bytes: [UInt8]
  private var place: Int
  private var depth = 0
  /// Whether the part of the workbook has come to its end, as it says itself.
  private(set) var isAtEnd = false

  /// Begins with the record at a place.
  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The next record of this part of the workbook, charts inside it left out.
  mutating func next() -> Record? {
    while place >= 0, place + 4 <= bytes.count {
      let (kind, start) = (number(place, 2), place + 4)
      let end = start + number(place + 2, 2)
      guard end <= bytes.count else { return nil }
      place = end
      if kind == Kind.begin { depth += 1 }
      if kind == Kind.end {
        depth -= 1
        if depth <= 0 {
          isAtEnd = true
          return nil
        }
      }
      if depth == 1 { return Record(kind: kind, start: start, end: end) }
    }
    return nil
  }

  /// A number of so many bytes, or 0 where they are not there.
  func number(_ place: Int, _ width: Int) -> Int {
    guard place >= 0, place + width <= bytes.count else { return 0 }
    var number = 0
    for index in (place..<(place + width)).reversed() { number = number << 8 | Int(bytes[index]) }
    return number
  }

  /// The eight bytes of a number.
  func double(_ place: Int) -> Double {
    Double(bitPattern: UInt64(number(place, 4)) | UInt64(number(place + 4, 4)) << 32)
  }

  /// A text with a length of two bytes before it.
  func text(_ place: Int, in record: Record, isUnicode: Bool) -> [UInt8] {
    let count = number(place, 2)
    guard isUnicode else {
      return Array(MemberName.decode(slice(place + 2, count, record)).utf8)
    }
    let isWide = number(place + 2, 1) & 1 == 1
    let raw = slice(place + 3, isWide ? 2 * count : count, record)
    let units = stride(from: 0, to: isWide ? raw.count - 1 : raw.count, by: isWide ? 2 : 1).map {
      UInt16(raw[$0]) | (isWide ? UInt16(raw[$0 + 1]) << 8 : 0)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func slice(_ start: Int, _ count: Int, _ record: Record) -> [UInt8] {
    let end = min(start + count, record.end)
    return start < end ? Array(bytes[start..<end]) : []
  }
}
