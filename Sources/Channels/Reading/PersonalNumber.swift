/// Numbers of persons: of a telephone, an identity card or a bank card.
///
/// Sources: the mobile numbers of the Ministry of Industry and Information Technology (1, then 3 to 9, eleven
/// digits), GB 11643-1999 for identity numbers, ISO/IEC 7812-1 for bank cards.
enum PersonalNumber {
  /// What stands where such a number stood.
  static let mark = "***"

  /// The text with a mark for each such number; nil where it has none.
  static func scrub(_ text: String) -> String? {
    guard mayHold(text) else { return nil }
    let letters = Array(text.unicodeScalars)
    var found = String.UnicodeScalarView()
    var (index, isChanged) = (0, false)
    while index < letters.count {
      guard let run = Run(letters, at: index) else {
        found.append(letters[index])
        index += 1
        continue
      }
      if run.isPersonal {
        found.append(contentsOf: mark.unicodeScalars)
        isChanged = true
      } else {
        found.append(contentsOf: letters[index..<run.end])
      }
      index = run.end
    }
    return isChanged ? String(found) : nil
  }

  /// Whether a text is such a number, or holds one.
  static func isIn(_ text: String) -> Bool { scrub(text) != nil }

  /// Whether there are digits enough; nearly all texts are decided by it.
  private static func mayHold(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      // The digits of full width begin with this byte.
      if byte &- 48 < 10 || byte == 0xEF { digits += 1 }
      if digits == 10 { return true }
    }
    return false
  }

  /// Digits with a hyphen or a space between some, as people write numbers.
  private struct Run {
    let digits: [UInt8]
    let hasGaps: Bool
    /// An identity number may end in X.
    let endsInX: Bool
    let end: Int

    init?(_ letters: [Unicode.Scalar], at start: Int) {
      guard Self.digit(letters[start]) != nil else { return nil }
      var (digits, index, hasGaps) = ([UInt8](), start, false)
      while index < letters.count {
        if let digit = Self.digit(letters[index]) {
          digits.append(digit)
          index += 1
        } else if "-－ \u{A0}".unicodeScalars.contains(letters[index]), index + 1 < letters.count,
          Self.digit(letters[index + 1]) != nil
        {
          hasGaps = true
          index += 1
        } else {
          break
        }
      }
      endsInX =
        index < letters.count && digits.count == 17 && "xXＸ".unicodeScalars.contains(letters[index])
      end = endsInX ? index + 1 : index
      self.digits = digits
      self.hasGaps = hasGaps
    }

    private static func digit(_ letter: Unicode.Scalar) -> UInt8? {
      switch letter.value {
      case 48...57: UInt8(letter.value - 48)
      case 0xFF10...0xFF19: UInt8(letter.value - 0xFF10)
      default: nil
      }
    }

    var isPersonal: Bool { isTelephone || isIdentity || isCard }

    private var isTelephone: Bool {
      var number = digits[...]
      if number.starts(with: [0, 0, 8, 6]) { number = number.dropFirst(4) }
      if number.count == 13, number.starts(with: [8, 6]) { number = number.dropFirst(2) }
      if number.count == 11, number.first == 1, (3...9).contains(number.dropFirst().first ?? 0) {
        return true
      }
      // A fixed line has its area before a gap; without one it reads like any code.
      return hasGaps && digits.first == 0 && (10...12).contains(digits.count)
    }

    private var isIdentity: Bool {
      guard digits.count == 18 || endsInX else { return false }
      func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }
      return (1900...2099).contains(number(6..<10)) && (1...12).contains(number(10..<12))
        && (1...31).contains(number(12..<14))
    }

    private var isCard: Bool {
      guard (16...19).contains(digits.count), (3...6).contains(digits[0]) else { return false }
      let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
        let doubled = Int(digit.element) * (digit.offset % 2 == 1 ? 2 : 1)
        return sum + doubled / 10 + doubled % 10
      }
      return sum % 10 == 0
    }
  }
}
