internal import System

/// The rows of a CSV file of a folder of evidence, one after the other.
struct EvidenceRows {
  let path: String

  /// Hands each row to `body`: its bytes without the line feed, where its cells end, and the line that it begins on.
  ///
  /// - Returns: the line of a row that has no end; nil where all have.
  func forEach(_ body: (Span<UInt8>, [Int], Int) throws -> Void) throws -> Int? {
    let file = try InputFile(path: path)
    var offset = 0
    var block: [UInt8] = []
    var line = 1
    while true {
      let more = try file.bytes(at: offset, 1 << 20)
      offset += more.count
      block += more
      let used = try Self.rows(of: block.span, line: &line, body)
      block.removeFirst(used)
      if more.isEmpty { return block.isEmpty ? nil : line }
    }
  }

  /// Splits what is there; returns how many bytes the whole rows have.
  private static func rows(
    of block: Span<UInt8>, line: inout Int, _ body: (Span<UInt8>, [Int], Int) throws -> Void
  ) throws -> Int {
    var ends: [Int] = []
    var (start, index, inside) = (0, 0, 0)
    var isQuoted = false
    while index < block.count {
      let byte = block[index]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\n") {
        if isQuoted {
          inside += 1
        } else {
          ends.append(index - start)
          try body(block.extracting(start..<index), ends, line)
          ends.removeAll(keepingCapacity: true)
          start = index + 1
          line += 1 + inside
          inside = 0
        }
      } else if byte == UInt8(ascii: ","), !isQuoted {
        ends.append(index - start)
      }
      index += 1
    }
    return start
  }

  /// Where the cells of one row end, which may end with a line feed.
  static func ends(of row: Span<UInt8>) -> [Int] {
    var ends: [Int] = []
    var isQuoted = false
    let count =
      row.count > 0 && row[row.count - 1] == UInt8(ascii: "\n") ? row.count - 1 : row.count
    for index in 0..<count {
      if row[index] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if row[index] == UInt8(ascii: ","), !isQuoted {
        ends.append(index)
      }
    }
    return ends + [count]
  }

  /// Where a cell stands in its row, quotes included.
  static func range(_ place: Int, _ ends: [Int]) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1] + 1)..<ends[place]
  }

  /// The text of a cell.
  static func text(_ place: Int, of row: Span<UInt8>, _ ends: [Int]) -> String {
    let cell = row.extracting(range(place, ends))
    if cell.count > 1, cell[0] == UInt8(ascii: "\"") { return unquoted(cell) }
    return String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
  }

  private static func unquoted(_ cell: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    var index = 1
    while index < cell.count - 1 {
      bytes.append(cell[index])
      index += cell[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number; nil of anything else.
  static func number(_ cell: Span<UInt8>) -> Int64? { scaled(cell, digits: 0) }

  /// A number of so many decimals, as a whole number of its smallest part; nil of anything else.
  static func scaled(_ cell: Span<UInt8>, digits: Int) -> Int64? {
    var value: Int64 = 0
    var index = 0
    let isNegative = cell.count > 0 && cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let point = digits == 0 ? cell.count : cell.count - digits - 1
    guard point > index, cell.count <= 19 else { return nil }
    while index < cell.count {
      if index == point {
        guard cell[index] == UInt8(ascii: ".") else { return nil }
      } else {
        guard (48...57).contains(cell[index]) else { return nil }
        value = value * 10 + Int64(cell[index] - 48)
      }
      index += 1
    }
    return isNegative ? -value : value
  }
}

/// Numbers given to texts, as bytes, in the order they come.
struct ByteNumbers {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  private var places: [Int32] = Array(repeating: -1, count: 64)

  /// How many different texts there are.
  var count: Int { hashes.count }

  /// A text by its number.
  subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of a text that is there; nil of another.
  func find(_ text: Span<UInt8>) -> Int? {
    let found = places[place(of: text, Self.hash(text))]
    return found < 0 ? nil : Int(found)
  }

  /// The number of a text, which is added where it is not there.
  mutating func number(of text: Span<UInt8>) -> Int {
    let hash = Self.hash(text)
    var place = place(of: text, hash)
    if places[place] >= 0 { return Int(places[place]) }
    if count * 2 >= places.count {
      grow()
      place = self.place(of: text, hash)
    }
    places[place] = Int32(count)
    hashes.append(hash)
    for index in text.indices { bytes.append(text[index]) }
    starts.append(bytes.count)
    return count - 1
  }

  private func place(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, isEqual(text, number) { return place }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private func isEqual(_ text: Span<UInt8>, _ number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for number in hashes.indices {
      var place = Int(truncatingIfNeeded: hashes[number]) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
