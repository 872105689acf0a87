internal import Glibc

/// A file that gets its name only when all of it is written and on the disk.
///
/// Until then it lies beside, hidden, under a random name, and locked; what a killed process has left there the next one
/// removes. No link is followed, and nothing is waited for. The devices `/dev/null`, `/dev/stdout` and `/dev/stderr` are
/// written at once.
public final class NewFile {
  /// Where it is written.
  public let part: String
  /// The name that it is to have.
  public let path: String
  private let isReplacing: Bool
  private let file: Int32
  private let isDevice: Bool
  private var isOpen = true
  private var buffer: [UInt8] = []

  /// Makes an empty file beside `path`, of a mode less the process's mask.
  ///
  /// - Throws: `FileError`: `.exists` where there is something of the name and it is not to be replaced; `.isLink`,
  ///   `.isNoFile`; `.system`.
  public init(_ path: String, mode: UInt32 = 0o666, isReplacing: Bool) throws(FileError) {
    self.path = path
    self.isReplacing = isReplacing
    isDevice = ["/dev/null", "/dev/stdout", "/dev/stderr"].contains(path)
    if isDevice {
      part = path
      file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      if file < 0 { throw .system(call: "open", path: path, code: errno) }
      return
    }
    try NewFile.expect(path, isReplacing: isReplacing)
    let name = FileName.last(of: path)
    // Whole, for other programs may run elsewhere.
    let folder = try NewFile.folder(of: path, named: name)
    let stem = ".\(FileName.prefix(name, bytes: 200))."
    NewFile.sweep(folder, stem)
    part = "\(folder)\(stem)\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    file = open(part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    if file < 0 { throw .system(call: "open", path: path, code: errno) }
    flock(file, LOCK_EX)
  }

  deinit { discard() }

  /// Adds bytes; they reach the file in blocks.
  ///
  /// - Throws: `FileError.system`, such as a full disk.
  public func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds bytes; they reach the file in blocks.
  ///
  /// - Throws: `FileError.system`, such as a full disk.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    bytes.withUnsafeBytes { buffer += $0 }
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds text as UTF-8.
  public func write(_ text: String) throws(FileError) { try write(text.utf8) }

  /// Sees to it that all bytes are in the file.
  public func flush() throws(FileError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(call: "write", path: path, code: errno)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name, or another one, once all of it is on the disk.
  ///
  /// - Throws: `FileError.exists` where somebody else has taken the name meanwhile, and it is not to be replaced: it may
  ///   be kept under another one then.
  public func keep(as other: String? = nil) throws(FileError) {
    try flush()
    let path = other ?? path
    if isDevice { return shut() }
    if fsync(file) != 0 { throw .system(call: "fsync", path: path, code: errno) }
    try NewFile.expect(path, isReplacing: isReplacing)
    if isReplacing {
      if rename(part, path) != 0 { throw .system(call: "rename", path: path, code: errno) }
    } else if link(part, path) == 0 {
      unlink(part)
    } else if errno == EEXIST {
      throw .exists(path)
    } else if [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) {  // a file system without hard links
      try NewFile.expect(path, isReplacing: false)
      if rename(part, path) != 0 { throw .system(call: "rename", path: path, code: errno) }
    } else {
      throw .system(call: "link", path: path, code: errno)
    }
    shut()
    Path.syncFolder(of: path)
  }

  /// Removes it, unless it was kept.
  public func discard() {
    guard isOpen else { return }
    if !isDevice { unlink(part) }
    shut()
  }

  private func shut() {
    isOpen = false
    close(file)
  }

  private static func folder(of path: String, named name: String) throws(FileError) -> String {
    let folder = String(path.dropLast(name.count))
    guard let whole = realpath(folder.isEmpty ? "." : folder, nil) else {
      throw .system(call: "open", path: path, code: errno)
    }
    defer { free(whole) }
    return whole[0] == 0x2F && whole[1] == 0 ? "/" : String(cString: whole) + "/"
  }

  /// Refuses what is no plain file, or is there already.
  private static func expect(_ path: String, isReplacing: Bool) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .isLink(path)
    case S_IFREG: if !isReplacing { throw .exists(path) }
    default: throw .isNoFile(path)
    }
  }

  /// Removes the parts of a name that no process holds any more.
  private static func sweep(_ folder: String, _ stem: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(stem), name.hasSuffix(".part") else { continue }
      let left = openat(dirfd(stream), name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard left >= 0 else { continue }
      if flock(left, LOCK_EX | LOCK_NB) == 0 { unlinkat(dirfd(stream), name, 0) }
      close(left)
    }
  }
}
