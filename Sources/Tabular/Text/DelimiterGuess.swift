/// Finds which byte parts the fields, from the first lines of a file.
///
/// The raw bytes will do in every encoding that is read: comma, semicolon, TAB, quote and line
/// ends are never part of a longer character in UTF-8 or GB18030.
struct DelimiterGuess {
  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"),
  ]
  private static let quote = UInt8(ascii: "\"")
  private static let lineLimit = 40

  private let head: [UInt8]
  private var linesWith = [0, 0, 0]
  private var total = [0, 0, 0]
  private var inLine = [0, 0, 0]

  init(head: [UInt8]) {
    self.head = head
    count()
  }

  /// The candidate that stands in the most lines, then the most often; a comma when in doubt.
  ///
  /// Lines go first, because the header of a comma file holds no `;`, though its cells may hold
  /// several each.
  var delimiter: UInt8 {
    var best = 0
    for other in 1..<3
    where (linesWith[other], total[other]) > (linesWith[best], total[best]) {
      best = other
    }
    return Self.candidates[best]
  }

  private mutating func count() {
    var lines = 0
    var quoted = false
    for (position, byte) in head.enumerated() where lines < Self.lineLimit {
      if byte == Self.quote {
        if quoted {
          quoted = false
        } else if position == 0 || opensField(after: head[position - 1]) {
          quoted = true
        }
      } else if quoted {
        continue
      } else if byte == 0x0A || byte == 0x0D {
        endLine()
        lines += 1
      } else if let candidate = Self.candidates.firstIndex(of: byte) {
        if byte != 0x09 || isDelimiterTab(position) { inLine[candidate] += 1 }
      }
    }
    endLine()
  }

  /// A second quote of a pair opens the field again.
  private func opensField(after byte: UInt8) -> Bool {
    byte == Self.quote || byte == 0x0A || byte == 0x0D || Self.candidates.contains(byte)
  }

  /// A TAB beside a comma, or at the edge of a line, marks a cell as text.
  private func isDelimiterTab(_ position: Int) -> Bool {
    let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A, 0x0D]
    let before = position == 0 ? 0x0A : head[position - 1]
    let after = position + 1 == head.count ? 0x0A : head[position + 1]
    return !marks.contains(before) && !marks.contains(after)
  }

  private mutating func endLine() {
    for candidate in 0..<3 where inLine[candidate] > 0 {
      linesWith[candidate] += 1
      total[candidate] += inLine[candidate]
      inLine[candidate] = 0
    }
  }
}
