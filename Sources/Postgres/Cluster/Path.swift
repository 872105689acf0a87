internal import Glibc

/// What this module needs to know of paths.
enum Path {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path without links; what does not exist yet is kept as it is.
  static func real(_ path: String) -> String {
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

  /// The path and all its parents, outermost first.
  static func ancestry(of path: String) -> [String] {
    var paths = ["/"]
    for part in path.split(separator: "/") {
      paths.append((paths.last == "/" ? "" : paths.last ?? "") + "/" + part)
    }
    return paths
  }

  /// Makes a folder and the parents it lacks.
  static func makeFolder(_ path: String, mode: mode_t) throws(ClusterError) {
    for folder in ancestry(of: path) where mkdir(folder, folder == path ? mode : 0o755) != 0 {
      if errno == EEXIST || exists(folder) { continue }
      throw .system(call: "mkdir", path: folder, code: errno)
    }
  }

  /// The names in a folder; none when it cannot be read.
  static func names(in folder: String) -> [String] {
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
  static func remove(_ path: String) {
    var entry = stat()
    guard lstat(path, &entry) == 0 else { return }
    if entry.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { remove(path + "/" + name) }
    }
    Glibc.remove(path)
  }

  /// The bytes of a file, at most `limit` from its end; none when it cannot be read.
  static func tail(of path: String, limit: Int) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    lseek(file, max(0, size - limit), SEEK_SET)
    return FileBytes.text(of: file, limit: limit)
  }
}
