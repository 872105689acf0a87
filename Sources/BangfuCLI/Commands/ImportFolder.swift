import Domain
import FoundationEssentials
import Tabular

/// The files of folders that are named to be imported.
enum ImportFolder {
  /// A file to import, or why it cannot be.
  struct Found {
    let path: String
    var problem: Problem?
  }

  /// The names as they were given, folders replaced by what is in them, by name.
  ///
  /// What programs leave beside files is passed over: hidden files, locks of spreadsheets (`~$…`), and the rows
  /// that an import has rejected (`….rejects.csv`), which are imported by name once they are mended.
  ///
  /// - Throws: `Problem` `folder_empty`; `TabularError` where a folder cannot be read.
  static func files(in names: [String]) throws -> [Found] {
    try names.flatMap { name -> [Found] in
      var isFolder: Bool = false
      guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder
      else { return [Found(path: name)] }
      let found = try files(under: name.hasSuffix("/") ? String(name.dropLast()) : name)
      guard !found.isEmpty else { throw Problem("folder_empty", ["file": name]) }
      return found
    }
  }

  private static func files(under folder: String) throws -> [Found] {
    try FolderEntry.list(folder).filter { isWanted($0.name) }.flatMap { entry -> [Found] in
      let path = folder + "/" + entry.name
      if !entry.isNamedInUTF8 { return [Found(path: path, problem: Problem("name_not_utf8"))] }
      return entry.isFolder ? try files(under: path) : [Found(path: path)]
    }
  }

  private static func isWanted(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("~$") && !name.hasSuffix(".rejects.csv")
      && !name.hasSuffix(".toml") && !["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}
