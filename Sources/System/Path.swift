internal import Glibc

/// Files and folders by their paths.
public enum Path {
  /// Whether a path leads to something; links are followed.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is something of a name, be it a link that leads nowhere.
  public static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a path leads to a folder; links are followed.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a new file can be made in a folder.
  public static func isWritableFolder(_ path: String) -> Bool {
    access(path.isEmpty ? "." : path, W_OK) == 0
  }

  /// The path without links; what does not exist yet is kept as it is.
  public static func real(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last, path != "/" + last else { return path }
    let parent = parts.dropLast().joined(separator: "/")
    let start = path.hasPrefix("/") ? "/" + parent : (parent.isEmpty ? "." : parent)
    return real(start) + "/" + last
  }

  /// Makes a folder of a mode and the parents that it lacks, of another.
  ///
  /// - Throws: `FileError.system`.
  public static func makeFolder(
    _ path: String, mode: UInt32, parents: UInt32 = 0o755
  ) throws(FileError) {
    let parts = path.split(separator: "/")
    var made = path.hasPrefix("/") ? "/" : ""
    for (index, part) in parts.enumerated() {
      made += part
      if mkdir(made, index == parts.count - 1 ? mode : parents) != 0 {
        let code = errno
        if code != EEXIST && !exists(made) { throw .system(call: "mkdir", path: made, code: code) }
      }
      made += "/"
    }
  }

  /// Sees to it that what was named or removed in the folder of a path is so on the disk.
  public static func syncFolder(of path: String) {
    let parent = String(path.dropLast(FileName.last(of: path).count))
    let folder = open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// The names in a folder; none when it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file, or a folder with all that is in it; links are not followed.
  public static func remove(_ path: String) {
    var entry = stat()
    guard lstat(path, &entry) == 0 else { return }
    if entry.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { remove(path + "/" + name) }
    }
    Glibc.remove(path)
  }

  /// The bytes of a file, at most `limit` from its end; none when it cannot be read.
  public static func tail(of path: String, limit: Int) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    lseek(file, max(0, size - limit), SEEK_SET)
    return FileBytes.text(of: file, limit: limit)
  }
}
