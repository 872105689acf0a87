/// A number format, as far as it says whether a number is a date.
enum FormatCode {
  /// What a format built into spreadsheets shows; those from 27 on are Chinese and Japanese.
  static func shape(builtIn number: Int) -> SerialDate.Shape {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 22: .dateTime
    case 18...21, 32...35, 45...47, 55, 56: .time
    default: .none
    }
  }

  /// Returns what a format shows: its first section, without texts, colours and conditions.
  static func shape(_ code: String) -> SerialDate.Shape {
    var (hasDay, hasClock, hasMonth) = (false, false, false)
    for letter in letters(code) {
      switch letter {
      case "y", "d", "e": hasDay = true
      case "h", "s": hasClock = true
      case "m": hasMonth = true
      default: continue
      }
    }
    if hasMonth && !hasClock { hasDay = true }
    return switch (hasDay, hasClock) {
    case (true, true): .dateTime
    case (true, false): .date
    case (false, true): .time
    case (false, false): .none
    }
  }

  /// The characters that stand for parts of a number or a date, in lower case.
  private static func letters(_ code: String) -> [Character] {
    var letters: [Character] = []
    var rest = code.lowercased()[...]
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        // An elapsed time, such as [hh].
        if let first = inner.first, inner.allSatisfy({ $0 == first }) { letters.append(first) }
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      // A number in scientific notation.
      case "e" where rest.first == "+" || rest.first == "-": continue
      default: letters.append(letter)
      }
    }
    return letters
  }
}
