import Glibc

/// A folder under `/tmp` that goes away with its last reference.
public final class TestFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes an empty folder that everybody may enter.
  public init() {
    var template = Array("/tmp/bangfu-try-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "mkdtemp: error \(errno)")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(path, 0o755)
  }

  deinit { TestFolder.remove(path) }

  /// Removes a file, or a folder with all that is in it; links are not followed.
  public static func remove(_ path: String) {
    var entry = stat()
    guard lstat(path, &entry) == 0 else { return }
    if entry.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { remove(path + "/" + name) }
    }
    Glibc.remove(path)
  }

  /// The names of what is in a folder, in no order.
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
}
