internal import Glibc

/// Whether a file is readable by its owner alone, who is the one that runs this.
///
/// A file that is not there counts as kept: opening it shows what is wrong.
public func isKeptSecret(_ path: String) -> Bool {
  var entry = stat()
  guard stat(path, &entry) == 0 else { return true }
  return entry.st_mode & 0o077 == 0 && (entry.st_uid == geteuid() || geteuid() == 0)
}
