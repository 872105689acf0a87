internal import Glibc

/// Writes a folder as a BagIt bag (RFC 8493): what is in it, with the SHA-256 of each file.
///
///     let bag = try BagWriter("evidence")
///     let file = try bag.file("data/lines.csv")
///     try file.write("number,amount\n")
///     try file.keep()
///     try bag.end(information: [("Source-Organization", "彭水")])
///     try bag.keep()
///
/// `sha256sum -c manifest-sha256.txt` in the folder looks whether its payload, `data/`, is whole. Until it is kept the bag
/// lies beside, hidden; one that a killed process has left there the next one removes. A file may be given marks: four
/// bytes of the hash of each of its rows, in a file of the same path under `marks/`, by which a row that was changed is
/// named.
public final class BagWriter {
  /// The bag's folder.
  public let folder: String
  /// Where it is written.
  public let part: String
  private let lock: Int32
  private var isOpen = true
  private var payload: [(path: String, sha256: String)] = []
  private var tags: [(path: String, sha256: String)] = []
  private var octets = 0

  /// Begins a bag in a folder that is not there yet, or that is empty.
  ///
  /// - Throws: `FileError.exists`, `.isLink`, `.isNoFile`, `.system`.
  public init(_ folder: String) throws(FileError) {
    let name = FileName.last(of: Path.real(folder))
    let parent = String(Path.real(folder).dropLast(name.count))
    self.folder = parent + name
    try Self.expect(self.folder, named: folder)
    let stem = ".\(FileName.prefix(name, bytes: 200))."
    Self.sweep(parent, stem)
    part = "\(parent)\(stem)\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    if mkdir(part, 0o777) != 0 { throw .system(call: "mkdir", path: folder, code: errno) }
    lock = open(part, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(lock, LOCK_EX)
    try Path.makeFolder(part + "/data", mode: 0o777)
  }

  deinit {
    if isOpen { discard() }
  }

  private func discard() {
    isOpen = false
    Path.remove(part)
    close(lock)
  }

  /// Refuses what is there, but for an empty folder.
  private static func expect(_ folder: String, named path: String) throws(FileError) {
    var status = stat()
    guard lstat(folder, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, Path.names(in: folder).isEmpty else {
      throw .exists(path)
    }
  }

  /// Removes the parts of a name that no process holds any more.
  private static func sweep(_ parent: String, _ stem: String) {
    for name in Path.names(in: parent) where name.hasPrefix(stem) && name.hasSuffix(".part") {
      let left = open(parent + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard left >= 0 else { continue }
      if flock(left, LOCK_EX | LOCK_NB) == 0 { Path.remove(parent + name) }
      close(left)
    }
  }

  /// A file of the bag while it is written; it is in the bag once it is kept.
  public final class File {
    private let bag: BagWriter
    private let path: String
    private let file: NewFile
    private let hasher = SHA256Hasher()
    private var octets = 0
    private var marks: RowMarks?

    fileprivate init(
      _ path: String, of bag: BagWriter, marking eachRow: ((SHA256Digest) -> Void)?
    ) throws(FileError) {
      self.bag = bag
      self.path = path
      file = try NewFile("\(bag.part)/\(path)", isReplacing: false)
      if let eachRow {
        marks = RowMarks(file: try bag.begin("marks/" + path), eachRow: eachRow)
      }
    }

    /// Adds bytes.
    ///
    /// - Throws: `FileError.system`.
    public func write(_ bytes: Span<UInt8>) throws(FileError) {
      hasher.update(bytes)
      octets += bytes.count
      try file.write(bytes)
      try marks?.add(bytes)
    }

    /// Adds bytes.
    ///
    /// - Throws: `FileError.system`.
    public func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }

    /// Adds text as UTF-8.
    ///
    /// - Throws: `FileError.system`.
    public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

    /// Takes the file into the bag; returns its SHA-256 and its length.
    ///
    /// - Throws: `FileError.exists`, `.system`.
    @discardableResult
    public func keep() throws(FileError) -> (sha256: String, octets: Int) {
      try file.keep()
      let sha256 = hasher.finalize()
      bag.add(path, sha256, octets)
      try marks?.end()
      return (sha256, octets)
    }
  }

  /// Begins a file: of the payload where its path begins with `data/`, else one that says what the bag is.
  ///
  /// With `eachRow` its rows are marked, and their hashes are handed over, those of leaves of a Merkle tree.
  /// - Throws: `FileError.exists`, `.system`.
  public func file(
    _ path: String, marking eachRow: ((SHA256Digest) -> Void)? = nil
  ) throws(FileError) -> File {
    try begin(path, marking: eachRow)
  }

  fileprivate func begin(
    _ path: String, marking eachRow: ((SHA256Digest) -> Void)? = nil
  ) throws(FileError) -> File {
    if !isOpen { throw .exists(folder) }
    precondition(
      !path.hasPrefix("/") && !path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "%") }
        && !path.split(separator: "/").contains(".."), "no path of a bag: \(path)")
    if let end = path.lastIndex(of: "/") {
      try Path.makeFolder("\(part)/\(path[..<end])", mode: 0o777, parents: 0o777)
    }
    return try File(path, of: self, marking: eachRow)
  }

  /// Writes a file whole; returns its SHA-256 and its length.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  @discardableResult
  public func write(
    _ text: String, to path: String, isMarked: Bool = false
  ) throws(FileError) -> (sha256: String, octets: Int) {
    let file = try file(path, marking: isMarked ? { _ in } : nil)
    try file.write(text)
    return try file.keep()
  }

  private func add(_ path: String, _ sha256: String, _ count: Int) {
    if path.hasPrefix("data/") {
      payload.append((path, sha256))
      octets += count
    } else {
      tags.append((path, sha256))
    }
  }

  /// Writes what the bag is, what is said of it, and the manifests.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  public func end(information: [(label: String, value: String)]) throws(FileError) {
    try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    let lines = information + [("Payload-Oxum", "\(octets).\(payload.count)")]
    try write(lines.map { "\($0.label): \($0.value)\n" }.joined(), to: "bag-info.txt")
    try write(Self.manifest(payload), to: "manifest-sha256.txt")
    try write(Self.manifest(tags), to: "tagmanifest-sha256.txt")
  }

  /// Gives the folder its name, with all that is in it.
  ///
  /// - Throws: `FileError.exists` where something has come there meanwhile; `.system`.
  public func keep() throws(FileError) {
    try Self.expect(folder, named: folder)
    if rename(part, folder) != 0 {
      let code = errno
      throw [EEXIST, ENOTEMPTY].contains(code)
        ? .exists(folder) : .system(call: "rename", path: folder, code: code)
    }
    isOpen = false
    close(lock)
    Path.syncFolder(of: folder)
  }

  private static func manifest(_ files: [(path: String, sha256: String)]) -> String {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.sha256)  \($0.path)\n" }.joined()
  }
}

/// Marks the rows of a file as it is written.
private struct RowMarks {
  let file: BagWriter.File
  let eachRow: (SHA256Digest) -> Void
  private let hasher = SHA256Hasher()
  private var isInRow = false

  init(file: BagWriter.File, eachRow: @escaping (SHA256Digest) -> Void) {
    self.file = file
    self.eachRow = eachRow
  }

  mutating func add(_ bytes: Span<UInt8>) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start)
      if !isInRow { hasher.update(byte: 0) }
      hasher.update(bytes.extracting(start..<end))
      isInRow = true
      if end < bytes.count { try endRow() }
      start = end + 1
    }
  }

  private mutating func endRow() throws(FileError) {
    isInRow = false
    let digest = hasher.digest()
    eachRow(digest)
    try file.write(digest.markLine)
  }

  mutating func end() throws(FileError) {
    if isInRow { try endRow() }
    try file.keep()
  }
}

extension SHA256Digest {
  /// The mark as text: eight hexadecimal digits and a line feed.
  public var markLine: [UInt8] {
    var line = [UInt8](repeating: UInt8(ascii: "\n"), count: 9)
    for place in 0..<8 {
      let digit = UInt8(truncatingIfNeeded: mark >> (28 - 4 * UInt32(place)) & 15)
      line[place] = digit < 10 ? 48 + digit : 87 + digit
    }
    return line
  }
}

extension Span<UInt8> {
  /// The place of the first such byte from a place on; the end where there is none.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
  }
}
