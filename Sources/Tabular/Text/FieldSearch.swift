/// Finds the bytes at which fields end, a machine word at a time.
///
/// A search has no end of its own: the line feeds after the window's text stop it.
struct FieldSearch {
  static let quote = UInt8(ascii: "\"")
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")

  let delimiter: UInt8
  private let delimiters: UInt64
  private let quotes = ByteWord.repeating(quote)
  private let lineFeeds = ByteWord.repeating(lf)
  private let returns = ByteWord.repeating(cr)

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = ByteWord.repeating(delimiter)
  }

  /// Moves to the next delimiter or line end; quotes before it are text.
  @inline(__always)
  func skipUnquoted(_ base: UnsafePointer<UInt8>, _ position: inout Int) -> Field.Marks {
    var marks = Field.Marks()
    while true {
      let word = ByteWord(at: base + position)
      let matches =
        word.equal(delimiters) | word.equal(quotes) | word.equal(lineFeeds) | word.equal(returns)
      if matches == 0 {
        position += 8
        continue
      }
      position += ByteWord.first(matches)
      guard base[position] == Self.quote else { return marks }
      marks.insert(.holdsQuote)
      position += 1
    }
  }

  /// Returns the position of the next quote or line end.
  @inline(__always)
  func quoteOrLineEnd(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while true {
      let word = ByteWord(at: base + position)
      let matches = word.equal(quotes) | word.equal(lineFeeds) | word.equal(returns)
      if matches != 0 { return position + ByteWord.first(matches) }
      position += 8
    }
  }

  /// Skips the white space that may stand between a closing quote and the delimiter.
  func skipWhite(_ base: UnsafePointer<UInt8>, _ position: inout Int) {
    while Self.isWhite(base[position]) && base[position] != delimiter { position += 1 }
  }

  /// Whether a byte ends a field.
  func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lf || byte == Self.cr
  }

  /// Space and TAB.
  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The number of line ends, where CRLF is one.
  static func lineEnds(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    (start..<end).count { position in
      base[position] == cr
        || base[position] == lf && (position == start || base[position - 1] != cr)
    }
  }

  /// Turns pairs of quotes into one and drops the closing quote, in place.
  ///
  /// The bytes begin after the opening quote. Returns the new length.
  static func takeOutQuotes(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (from, to, isClosed) = (0, 0, false)
    while from < bytes.count {
      if bytes[from] == quote && !isClosed {
        from += 1
        guard from < bytes.count && bytes[from] == quote else {
          isClosed = true
          continue
        }
      }
      bytes[to] = bytes[from]
      from += 1
      to += 1
    }
    return to
  }
}
