internal import CProfiles
public import Domain
internal import Tabular

extension Profile {
  /// Reads the profiles that the program carries, and the user's own; one of the same name replaces it.
  ///
  /// `own` are the names and texts of the user's files.
  ///
  /// - Throws: `Problem` `profile_malformed`; of those that are carried a test reads them all.
  public static func all(own: [(name: String, text: String)] = []) throws(Problem) -> [Profile] {
    try profiles(shippedTexts() + own)
  }

  /// The names and texts of the files that the program carries.
  public static func shippedTexts() -> [(name: String, text: String)] {
    var texts: [(name: String, text: String)] = []
    var index = 0
    while let name = unsafe profile_files[index].name, let text = unsafe profile_files[index].text {
      unsafe texts.append((String(cString: name), String(cString: text)))
      index += 1
    }
    return texts
  }

  /// The name that a profile's file gives it.
  ///
  /// - Throws: where the text is no profile.
  public static func named(in text: String) throws -> String { try ProfileFile(text: text).name }

  /// The one of a name among profiles, or all where no name is given.
  ///
  /// - Throws: `Problem` `profile_unknown` where none has the name, with those that there are.
  public static func choose(_ name: String?, among profiles: [Profile]) throws(Problem) -> [Profile]
  {
    guard let name else { return profiles }
    let named = profiles.filter { $0.name == name }
    if named.isEmpty {
      let known = profiles.map(\.name).sorted().joined(separator: ", ")
      throw Problem("profile_unknown", ["profile": name, "profiles": known])
    }
    return named
  }

  /// Makes profiles of the texts of their files; one may be like another among them.
  static func profiles(_ texts: [(name: String, text: String)]) throws(Problem) -> [Profile] {
    var files: [ProfileFile] = []
    for (name, text) in texts {
      do {
        files.append(try ProfileFile(text: text))
      } catch {
        throw Problem("profile_malformed", ["profile": name, "reason": "\(error)"])
      }
    }
    // The last one of a name counts: the user's own.
    let live = files.enumerated().filter { place, file in
      !files[(place + 1)...].contains { $0.name == file.name }
    }
    return try live.map { place, file throws(Problem) in
      var whole = file
      var words = Self.words(texts[place].text)
      // Each is taken once: a user's own profile may be like the one whose name it takes.
      var others = Array(files.enumerated())
      others.remove(at: place)
      while let like = whole.like {
        guard let base = others.lastIndex(where: { $0.element.name == like }) else {
          throw Problem("profile_malformed", ["profile": file.name, "reason": "like = \(like)"])
        }
        let (place, found) = others.remove(at: base)
        whole = whole.completed(by: found)
        words += Self.words(texts[place].text)
      }
      var profile = try Profile(whole)
      profile.reading = sha256Hex(words)
      return profile
    }
  }

  /// A profile's text without its remarks and blank lines.
  private static func words(_ text: String) -> String {
    text.split(separator: "\n").filter { line in
      guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
      return first != "#"
    }.joined(separator: "\n")
  }
}
