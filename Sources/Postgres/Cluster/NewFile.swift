internal import Glibc

/// A file that gets its name only when all of it is written and on the disk.
///
/// Until then it lies beside, hidden and locked; what a killed process has left there the next one removes.
struct NewFile {
  /// Where it is written.
  let part: String
  private let path: String
  private let replacing: Bool
  private let file: Int32

  /// Makes an empty file beside `path`, of mode 0600.
  ///
  /// - Throws: `ClusterError.fileExists` where there is one of the name and it is not to be replaced; `.system`.
  init(_ path: String, replacing: Bool) throws(ClusterError) {
    self.path = Path.real(path)
    self.replacing = replacing
    if !replacing && Path.exists(self.path) { throw .fileExists(path) }
    let name = self.path.split(separator: "/").last.map(String.init) ?? ""
    let folder = String(self.path.dropLast(name.count))
    for left in Path.names(in: folder) where left.hasPrefix(".\(name).") && left.hasSuffix(".part")
    {
      let file = open(folder + left, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      if file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(folder + left) }
      if file >= 0 { close(file) }
    }
    part =
      "\(folder).\(name.prefix(200)).\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
    file = open(part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file < 0 { throw .system(call: "open", path: path, code: errno) }
    flock(file, LOCK_EX)
  }

  /// Gives the file its name, once all of it is on the disk.
  func keep() throws(ClusterError) {
    if fsync(file) != 0 { throw .system(call: "fsync", path: path, code: errno) }
    if replacing {
      if rename(part, path) != 0 { throw .system(call: "rename", path: path, code: errno) }
    } else {
      if link(part, path) != 0 {
        if errno == EEXIST { throw .fileExists(path) }
        throw .system(call: "link", path: path, code: errno)
      }
      unlink(part)
    }
    close(file)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = open(String(path.dropLast(name.count)), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Removes it.
  func discard() {
    unlink(part)
    close(file)
  }
}
