public import Domain
internal import Synchronization
internal import System

/// What was found in a folder of evidence.
public struct EvidenceReport: Sendable {
  /// What it proves: the programme, the month, the version; nil where that cannot be read.
  public var programme: String?, month: String?, version: Int?
  /// The figure, and the SHA-256 of what was published: to be compared with what was made known.
  public var counted: Money?, sha256: String?
  /// How many lines there are.
  public var lines = 0
  /// Whether the version was published with a Merkle root over its lines.
  public var hasRoot = false
  /// The newest seal's number and hash, to be compared with one that was printed.
  public var seal: (number: Int, hash: String)?
  /// Whether it bears a signature; nil where it does and nothing can check it.
  public var isSigned: Bool? = false
  /// What is not as it was exported, by file and row: each with the facts `file`, and `row` where there is one.
  public var findings: [Problem] = []
}

/// A folder of evidence that somebody was given.
public struct EvidenceBag {
  let folder: String
  private let programme: String?

  /// Takes a folder; where a programme is given, it must be that one's.
  public init(_ folder: String, of programme: String? = nil) {
    self.folder = folder
    self.programme = programme
  }

  /// Recomputes all that can be recomputed without a database.
  ///
  /// What its manifests do not cover is found first; only where they hold, its content is looked at.
  /// - Throws: `Problem` `evidence_no_folder`, `evidence_no_bag`, `evidence_not_ours`, `evidence_other_programme`.
  public func check() throws -> EvidenceReport {
    try translating {
      let found = try EvidenceFiles(folder).check()
      var report = EvidenceReport()
      report.findings = found.findings
      report.isSigned = found.isSigned
      let package = try? DataPackage.read(readText(folder + "/data/datapackage.json", limit: .max))
      if let figure = package?.figure {
        if let programme, programme != figure.programme {
          throw Problem(
            "evidence_other_programme",
            ["folder": folder, "programme": figure.programme, "asked": programme])
        }
        (report.programme, report.month) = (figure.programme, figure.month)
        (report.version, report.sha256) = (figure.version, figure.sha256)
      }
      guard report.findings.isEmpty else { return report }
      guard let package, let figure = package.figure else {
        report.findings.append(Problem("evidence_malformed", ["file": "data/datapackage.json"]))
        return report
      }
      var check = EvidenceCheck(folder, package, figure, hashes: found.hashes)
      try check.run()
      report.findings = check.findings
      report.lines = check.lines
      report.counted = check.content?.headline.counted
      report.hasRoot = check.content?.lines != nil
      report.seal = check.newestSeal
      return report
    }
  }
}

/// The files of a bag, held against its manifests.
struct EvidenceFiles {
  private let folder: String
  private var findings: [Problem] = []
  private var files: [String] = []

  init(_ folder: String) { self.folder = folder }

  /// What is not as the manifests say; the SHA-256 of each file of the payload.
  func check() throws -> (findings: [Problem], hashes: [String: String], isSigned: Bool?) {
    guard Path.exists(folder) else { throw Problem("evidence_no_folder", ["folder": folder]) }
    guard Path.exists(folder + "/bagit.txt") || Path.exists(folder + "/manifest-sha256.txt") else {
      throw Problem("evidence_no_bag", ["folder": folder])
    }
    guard Path.exists(folder + "/data/datapackage.json") || Path.exists(folder + "/data/lines.csv")
    else { throw Problem("evidence_not_ours", ["folder": folder]) }
    var it = self
    return try it.found()
  }

  private mutating func found() throws -> (
    findings: [Problem], hashes: [String: String], isSigned: Bool?
  ) {
    try list("")
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let hashes = try hashes()
    let payload = files.filter { $0.hasPrefix("data/") }
    let tags = files.filter {
      !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" && $0 != SSHSignature.file
    }
    compare("manifest-sha256.txt", payload, hashes)
    compare("tagmanifest-sha256.txt", tags, hashes)
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt", "bagit.txt", "bag-info.txt"]
    where !files.contains(name) {
      add("evidence_file_missing", ["file": name])
    }
    let octets = payload.reduce(0) { $0 + (hashes[$1]?.octets ?? 0) }
    let information = (try? readText(folder + "/bag-info.txt", limit: 1 << 20)) ?? ""
    let said = information.linesByFeed().map(String.init)
    if !said.contains("Payload-Oxum: \(octets).\(payload.count)") {
      add("evidence_oxum", ["file": "bag-info.txt", "found": "\(octets).\(payload.count)"])
    }
    let isSigned = signed(said)
    return (findings, hashes.mapValues(\.sha256), isSigned)
  }

  private mutating func add(_ code: String, _ facts: [String: String]) {
    findings.append(Problem(code, facts))
  }

  /// Lists the files below; what is neither file nor folder is a finding.
  private mutating func list(_ under: String) throws {
    let entries = try FolderEntry.list(folder + (under.isEmpty ? "" : "/" + under))
    if entries.isEmpty { add("evidence_file_added", ["file": under + "/"]) }
    for entry in entries {
      let path = under.isEmpty ? entry.name : under + "/" + entry.name
      if !entry.isNamedInUTF8 {
        add("evidence_file_added", ["file": path])
      } else if entry.isFolder {
        try list(path)
      } else if entry.isFile {
        files.append(path)
      } else {
        add("evidence_link", ["file": path])
      }
    }
  }

  private typealias Hashed = (sha256: String, octets: Int)

  /// Hashes all files, on all cores, the largest first.
  private func hashes() throws -> [String: Hashed] {
    let folder = folder
    let sizes = files.map { path in
      (path, (try? InputFile(path: folder + "/" + path).stamp().size) ?? 0)
    }
    let sorted = sizes.sorted { $0.1 > $1.1 }.map(\.0)
    let results = Mutex<[String: Hashed]>([:])
    let failure = Mutex<ReadError?>(nil)
    concurrently(sorted.count) { index in
      let path = sorted[index]
      do throws(ReadError) {
        let hashed = try Self.hash(folder + "/" + path)
        results.withLock { $0[path] = hashed }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return results.withLock { $0 }
  }

  private static func hash(_ path: String) throws(ReadError) -> Hashed {
    let file = try InputFile(path: path)
    let hasher = SHA256Hasher()
    var octets = 0
    while true {
      let block = try file.bytes(at: octets, 1 << 20)
      if block.isEmpty { return (hasher.finalize(), octets) }
      hasher.update(block)
      octets += block.count
    }
  }

  /// Holds a manifest against the files that are there.
  private mutating func compare(_ manifest: String, _ there: [String], _ hashes: [String: Hashed]) {
    guard let text = readSmallFile(folder + "/" + manifest) else { return }
    var named: Set<String> = []
    var last = ""
    var rows = text.linesByFeed(omittingEmpty: false)
    let isEnded = rows.last == ""
    if isEnded { rows.removeLast() }
    let known = Set(there)
    for (index, row) in rows.enumerated() {
      let sha256 = String(row.prefix(64))
      let path = String(row.dropFirst(66))
      let isWhole =
        SHA256Digest(hex: sha256) != nil && row.dropFirst(64).prefix(2) == "  "
        && last.utf8.lexicographicallyPrecedes(path.utf8) && !path.utf8.contains(13)
      guard isWhole, isEnded || index + 1 < rows.count else {
        add("evidence_malformed", ["file": manifest, "row": "\(index + 1)"])
        continue
      }
      last = path
      named.insert(path)
      guard known.contains(path), let hashed = hashes[path] else {
        add("evidence_file_missing", ["file": path, "manifest": manifest, "place": "\(index + 1)"])
        continue
      }
      if hashed.sha256 != sha256 { differs(path, manifest, index + 1) }
    }
    for path in there where !named.contains(path) {
      add("evidence_file_added", ["file": path])
    }
  }

  /// Names what differs of a file: its rows, by their marks, or the file.
  private mutating func differs(_ path: String, _ manifest: String, _ row: Int) {
    let unknown = ["file": path, "manifest": manifest, "place": "\(row)"]
    // Marks are held against what they mark, all else against its marks.
    let isMarks = path.hasPrefix("marks/")
    let marked = isMarks ? String(path.dropFirst("marks/".count)) : path
    guard let text = readSmallFile(folder + "/marks/" + marked),
      let marks = try? Self.marks(folder + "/" + marked)
    else { return add("evidence_file_changed", unknown) }
    var (kept, found) = (text.linesByFeed().map(String.init), marks)
    if isMarks { swap(&kept, &found) }
    if kept == found {
      // The rows are as they were marked: it is the manifest that differs, or what ends the last row.
      add("evidence_file_changed", unknown)
    } else if kept.count == found.count {
      for index in kept.indices where kept[index] != found[index] {
        add("evidence_row_changed", ["file": path, "row": "\(index + 1)"])
      }
    } else {
      let first = zip(kept, found).prefix { $0 == $1 }.count
      add(
        "evidence_rows_differ",
        ["file": path, "row": "\(first + 1)", "were": "\(kept.count)", "are": "\(found.count)"])
    }
  }

  private static func marks(_ path: String) throws -> [String] {
    let file = try InputFile(path: path)
    let bytes = try file.bytes(at: 0, file.stamp().size)
    let hasher = SHA256Hasher()
    var marks: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start)
      let digest = MerkleTree.hash(leaf: bytes.span.extracting(start..<end), by: hasher)
      marks.append(String(digest.hex.prefix(8)))
      start = end + 1
    }
    return marks
  }

  /// Whether there is a signature, and it is of the tag manifest; nil where nothing can check it.
  private mutating func signed(_ information: [String]) -> Bool? {
    let isSaid = information.contains("Bangfu-Signature: " + SSHSignature.file)
    guard files.contains(SSHSignature.file) else {
      if isSaid { add("evidence_file_missing", ["file": SSHSignature.file]) }
      return false
    }
    guard isSaid else {
      add("evidence_file_added", ["file": SSHSignature.file])
      return false
    }
    let isWhole = SSHSignature.isWhole(
      folder + "/" + SSHSignature.file, of: folder + "/tagmanifest-sha256.txt")
    if isWhole == false { add("evidence_signature", ["file": SSHSignature.file]) }
    return isWhole
  }
}
