internal import Glibc

/// What lies in a folder.
public struct FolderEntry: Equatable, Sendable {
  /// Its name; where that is not UTF-8, repaired for people, so that it cannot be opened by it.
  public let name: String
  /// Whether its name is UTF-8.
  public let isNamedInUTF8: Bool
  /// Whether it is a folder; a link to one is none, so that nobody walks in circles.
  public let isFolder: Bool
  /// Whether it is a plain file: no link, no pipe.
  public let isFile: Bool

  /// Lists a folder, by name.
  ///
  /// - Throws: `ReadError.system`.
  public static func list(_ folder: String) throws(ReadError) -> [FolderEntry] {
    guard let stream = opendir(folder) else { throw .system(errno: errno) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let name = String(decoding: bytes, as: UTF8.self)
      if name == "." || name == ".." { continue }
      var status = stat()
      let path = Array(folder.utf8) + [UInt8(ascii: "/")] + bytes + [0]
      let isKnown = path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { pointer in
        pointer.baseAddress.map { lstat($0, &status) == 0 } ?? false
      }
      entries.append(
        FolderEntry(
          name: name, isNamedInUTF8: Array(name.utf8) == bytes,
          isFolder: isKnown && status.st_mode & S_IFMT == S_IFDIR,
          isFile: isKnown && status.st_mode & S_IFMT == S_IFREG))
    }
    return entries.sorted { $0.name < $1.name }
  }
}
