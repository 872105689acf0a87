import Domain
import FoundationEssentials

/// The files of folders that are named to be imported.
enum ImportFolder {
  /// The names as they were given, folders replaced by what is in them, by name.
  ///
  /// What programs leave beside files is passed over: hidden files, locks of spreadsheets (`~$…`), and the rows
  /// that an import has rejected (`….rejects.csv`), which are imported by name once they are mended.
  ///
  /// - Throws: `Problem` `folder_empty`.
  static func files(in names: [String]) throws -> [String] {
    try names.flatMap { name -> [String] in
      var isFolder: Bool = false
      guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder
      else { return [name] }
      let folder = name.hasSuffix("/") ? String(name.dropLast()) : name
      let found = try FileManager.default.subpathsOfDirectory(atPath: folder).filter(isWanted)
        .sorted()
        .map { folder + "/" + $0 }
        .filter { path in
          var isFolder: Bool = false
          return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
        }
      guard !found.isEmpty else { throw Problem("folder_empty", ["file": name]) }
      return found
    }
  }

  private static func isWanted(_ path: String) -> Bool {
    let steps = path.split(separator: "/")
    guard let last = steps.last, !steps.contains(where: { $0.hasPrefix(".") }) else { return false }
    return !last.hasPrefix("~$") && !last.hasSuffix(".rejects.csv") && !last.hasSuffix(".toml")
      && !["thumbs.db", "desktop.ini"].contains(last.lowercased())
  }
}
