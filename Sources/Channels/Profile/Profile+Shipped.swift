internal import CProfiles
public import Domain

extension Profile {
  /// Reads the profiles that the program carries.
  ///
  /// - Throws: `Problem` `profile_malformed`; a test reads them all.
  public static func shipped() throws(Problem) -> [Profile] {
    var texts: [(name: String, text: String)] = []
    var index = 0
    while let name = unsafe profile_files[index].name, let text = unsafe profile_files[index].text {
      unsafe texts.append((String(cString: name), String(cString: text)))
      index += 1
    }
    return try profiles(texts)
  }

  /// Reads the profiles that the program carries, or the one of a name.
  ///
  /// - Throws: `Problem` `profile_unknown` where none has the name, with those that there are.
  public static func shipped(named name: String?) throws(Problem) -> [Profile] {
    let profiles = try shipped()
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
    return try files.map { file throws(Problem) in
      guard let like = file.like else { return try Profile(file) }
      guard let base = files.first(where: { $0.name == like }), base.like == nil else {
        throw Problem("profile_malformed", ["profile": file.name, "reason": "like = \(like)"])
      }
      return try Profile(file.completed(by: base))
    }
  }
}
