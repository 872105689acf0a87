import Glibc

/// Reads a small file of text whole; nil where it cannot be read.
public func readSmallFile(_ path: String) -> String? { try? readText(path, limit: .max) }

/// Reads a file of text whole, of so many bytes at most; whatever is no regular file is not waited for.
///
/// - Throws: `TabularError.system`, `.notRegularFile` or `.textTooLong`.
public func readText(_ path: String, limit: Int) throws(TabularError) -> String {
  let file = try InputFile(path: path)
  let size = try file.stamp().size
  if size > limit { throw .textTooLong(limit: limit) }
  return String(decoding: try file.bytes(at: 0, size), as: UTF8.self)
}

/// Whether there is something of a name, whatever it is.
public func isThere(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// Whether a new file can be made in a folder.
public func isWritableFolder(_ path: String) -> Bool {
  access(path.isEmpty ? "." : path, W_OK) == 0
}

/// Makes a folder and its parents, for the owner alone.
///
/// - Throws: `TabularError.system`.
public func makeFolder(_ path: String) throws(TabularError) {
  var made = ""
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    made +=
      made.isEmpty && part.isEmpty ? "/" : (made.hasSuffix("/") || made.isEmpty ? "" : "/") + part
    if made.isEmpty { continue }
    if mkdir(made, 0o755) != 0 && errno != EEXIST { throw .system(errno: errno) }
  }
}
