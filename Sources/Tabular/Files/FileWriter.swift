internal import Glibc

/// Writes a file in blocks; what is there under the name is replaced.
public final class FileWriter {
  /// The path that is written.
  public let path: String
  private let file: Int32
  private var buffer: [UInt8] = []

  /// Creates the file, readable by everybody where `isPrivate` is false.
  ///
  /// - Throws: `TabularError.system`.
  public init(_ path: String, isPrivate: Bool = false) throws(TabularError) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    if file < 0 { throw .system(errno: errno) }
  }

  deinit { close(file) }

  /// Adds bytes; they reach the file in blocks of 64 KB.
  ///
  /// - Throws: `TabularError.system`, such as a full disk.
  public func write(_ bytes: [UInt8]) throws(TabularError) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds text as UTF-8.
  public func write(_ text: String) throws(TabularError) { try write(Array(text.utf8)) }

  /// Sees to it that all bytes are in the file.
  public func flush() throws(TabularError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno: errno)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Copies standard input to a private temporary file, which can be read twice; answers its path.
///
/// The caller removes it with `removeFile`.
///
/// - Throws: `TabularError.system`.
public func spoolStandardInput() throws(TabularError) -> String {
  let path = try makeTemporaryFile()
  let writer = try FileWriter(path, isPrivate: true)
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(0, &block, block.count)
    if count < 0 && errno == EINTR { continue }
    if count < 0 {
      unlink(path)
      throw .system(errno: errno)
    }
    if count == 0 { break }
    try writer.write(Array(block[..<count]))
  }
  try writer.flush()
  return path
}

/// Removes a file; one that is not there is no error.
public func removeFile(_ path: String) { unlink(path) }

/// Renames a file, in place of one that has the name already.
///
/// - Throws: `TabularError.system`.
public func renameFile(_ old: String, to new: String) throws(TabularError) {
  if rename(old, new) != 0 { throw .system(errno: errno) }
}

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

/// Tells whether there is something of a name, whatever it is.
public func isThere(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// Tells whether a new file can be made in a folder.
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

/// Writes bytes to a private temporary file; answers its path, which the caller removes.
///
/// - Throws: `TabularError.system`.
public func writeTemporaryFile(_ bytes: [UInt8]) throws(TabularError) -> String {
  let path = try makeTemporaryFile()
  let writer = try FileWriter(path, isPrivate: true)
  try writer.write(bytes)
  try writer.flush()
  return path
}

private func makeTemporaryFile() throws(TabularError) -> String {
  var template = Array("/tmp/bangfu-input-XXXXXX".utf8CString)
  let made = mkstemp(&template)
  if made < 0 { throw .system(errno: errno) }
  close(made)
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
