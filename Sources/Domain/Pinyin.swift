/// Finds Chinese names by the first letters of their Mandarin reading.
public enum Pinyin {
  /// Returns the initials of a name: 红薯干 gives `hsg`, 白茶 100g gives `bc100g`.
  ///
  /// Letters and digits stay, lower-cased; all else is left out. A character with several readings
  /// takes its usual one, so a product's initials can be overridden. They are at most 100, as the catalogue keeps.
  public static func initials(_ name: String) -> String {
    var initials = ""
    for scalar in name.unicodeScalars where initials.utf8.count < 100 {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: initials.unicodeScalars.append(scalar)
      case 0x41...0x5A: initials.append(scalar.properties.lowercaseMapping)
      case 0x4E00...0x9FFF:
        let letter = letters[Int(scalar.value - 0x4E00)]
        if letter != UInt8(ascii: "?") { initials.unicodeScalars.append(Unicode.Scalar(letter)) }
      default: break
      }
    }
    return initials
  }

  private static let letters = Array(pinyinInitialTable.utf8)
}
