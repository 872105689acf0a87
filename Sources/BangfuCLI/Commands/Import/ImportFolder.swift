import Domain
import FoundationEssentials
import Tabular
import System

/// The files of folders that are named to be imported.
enum ImportFolder {
  /// A file to import, or why it cannot be.
  struct Found {
    let path: String
    /// The folder that was named and holds it; nil for a file that was named itself.
    var folder: String?
    var problem: Problem?
  }

  /// The names as they were given, folders replaced by what is in them, by name.
  ///
  /// What programs leave beside files is passed over: hidden files, locks of spreadsheets (`~$…`), and the rows
  /// that an import has rejected (`….rejects.csv`), which are imported by name once they are mended.
  ///
  /// - Throws: `Problem` `folder_empty`; an error where a folder cannot be read.
  static func files(in names: [String]) throws -> [Found] {
    try names.flatMap { name -> [Found] in
      var isFolder: Bool = false
      guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder
      else { return [Found(path: name)] }
      let found = try files(under: name.hasSuffix("/") ? String(name.dropLast()) : name)
      guard !found.isEmpty else { throw Problem("folder_empty", ["file": name]) }
      return found.map { file in
        var file = file
        file.folder = name
        return file
      }
    }
  }

  /// What the files are called in what is shown, below the folder that was named, its name included; by
  /// name alone where a file was named itself, and no other of that name is there.
  static func shownNames(of files: [Found]) -> [(String, String)] {
    func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let short = files.map { file in
      guard var folder = file.folder else { return last(file.path) }
      while folder.hasSuffix("/") { folder.removeLast() }
      let inside = file.path.dropFirst(folder.count)
      return [".", "..", ""].contains(last(folder))
        ? String(inside.drop { $0 == "/" }) : last(folder) + inside
    }
    let counts = Dictionary(grouping: short) { $0 }.mapValues(\.count)
    return zip(files, short).map { ($0.path, counts[$1] == 1 ? $1 : $0.path) }
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
