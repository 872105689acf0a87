/// Writes a folder as a BagIt bag (RFC 8493): what is in it, with the SHA-256 of each file.
///
///     let bag = try BagWriter("evidence")
///     let file = try bag.file("data/lines.csv")
///     try file.write("number,amount\n")
///     try file.keep()
///     try bag.end(information: [("Source-Organization", "彭水")])
///
/// `sha256sum -c manifest-sha256.txt` in the folder looks whether its payload, `data/`, is whole.
public final class BagWriter {
  /// The bag's folder.
  public let folder: String
  private var payload: [(path: String, sha256: String)] = []
  private var tags: [(path: String, sha256: String)] = []
  private var octets = 0

  /// Makes the folder, which must not be there yet.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  public init(_ folder: String) throws(FileError) {
    if Path.isThere(folder) { throw .exists(folder) }
    self.folder = folder
    try Path.makeFolder(folder + "/data", mode: 0o777, parents: 0o777)
  }

  /// A file of the bag while it is written; it is in the bag once it is kept.
  public final class File {
    private let bag: BagWriter
    private let path: String
    private let file: NewFile
    private let hasher = SHA256Hasher()
    private var octets = 0

    fileprivate init(_ path: String, of bag: BagWriter) throws(FileError) {
      self.bag = bag
      self.path = path
      file = try NewFile("\(bag.folder)/\(path)", isReplacing: false)
    }

    /// Adds bytes.
    ///
    /// - Throws: `FileError.system`.
    public func write(_ bytes: [UInt8]) throws(FileError) {
      hasher.update(bytes)
      octets += bytes.count
      try file.write(bytes)
    }

    /// Adds text as UTF-8.
    ///
    /// - Throws: `FileError.system`.
    public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

    /// Takes the file into the bag.
    ///
    /// - Throws: `FileError.exists`, `.system`.
    public func keep() throws(FileError) {
      try file.keep()
      bag.add(path, hasher.finalize(), octets)
    }
  }

  /// Begins a file: of the payload where its path begins with `data/`, else one that says what the bag is.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  public func file(_ path: String) throws(FileError) -> File {
    precondition(
      !path.hasPrefix("/") && !path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "%") }
        && !path.split(separator: "/").contains(".."), "no path of a bag: \(path)")
    if let end = path.lastIndex(of: "/") {
      try Path.makeFolder("\(folder)/\(path[..<end])", mode: 0o777, parents: 0o777)
    }
    return try File(path, of: self)
  }

  /// Writes a file whole.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  public func write(_ text: String, to path: String) throws(FileError) {
    let file = try file(path)
    try file.write(text)
    try file.keep()
  }

  private func add(_ path: String, _ sha256: String, _ count: Int) {
    if path.hasPrefix("data/") {
      payload.append((path, sha256))
      octets += count
    } else {
      tags.append((path, sha256))
    }
  }

  /// Ends the bag: writes what it is, what is said of it, and the manifests.
  ///
  /// - Throws: `FileError.exists`, `.system`.
  public func end(information: [(label: String, value: String)]) throws(FileError) {
    try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bagit.txt")
    let lines = information + [("Payload-Oxum", "\(octets).\(payload.count)")]
    try write(lines.map { "\($0.label): \($0.value)\n" }.joined(), to: "bag-info.txt")
    try write(Self.manifest(payload), to: "manifest-sha256.txt")
    try write(Self.manifest(tags), to: "tagmanifest-sha256.txt")
  }

  private static func manifest(_ files: [(path: String, sha256: String)]) -> String {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.sha256)  \($0.path)\n" }.joined()
  }
}
