internal import CProfiles
public import Domain
internal import Tabular

extension Profile {
  /// Reads the profiles that the program carries, and the user's own; one of the same name replaces it.
  ///
  /// `own` are the names and texts of the user's files.
  ///
  /// - Throws: the first `Problem` of a file; of those that are carried a test reads them all.
  public static func all(own: [(name: String, text: String)] = []) throws(Problem) -> [Profile] {
    let library = ProfileLibrary(own: own)
    if let fault = library.faults.first { throw fault.problem }
    return library.profiles
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
  /// - Throws: `Problem` where the text is no profile.
  public static func named(in text: String) throws(Problem) -> String {
    try ProfileFile(text: text).name
  }

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
}
