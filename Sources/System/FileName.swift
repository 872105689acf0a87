/// Names of files, which hold 255 bytes at most.
public enum FileName {
  /// The last part of a path.
  public static func last(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  /// As much of a name as so many bytes hold, no character cut.
  public static func prefix(_ name: String, bytes: Int) -> String {
    var kept = ""
    for character in name {
      if kept.utf8.count + character.utf8.count > bytes { break }
      kept.append(character)
    }
    return kept
  }

  /// A name with its ending, shortened where it is too long; the digits that stand for the rest distinguish such names.
  public static func fitting(_ name: String, ending: String, bytes: Int = 240) -> String {
    guard name.utf8.count + ending.utf8.count > bytes else { return name + ending }
    return prefix(name, bytes: bytes - ending.utf8.count - 9) + "~" + fingerprint(name) + ending
  }

  /// Eight hexadecimal digits that stay the same for the same text (FNV-1a).
  public static func fingerprint(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
