import Bangfu
import Domain
import Fixtures
import Foundation
import Postgres
import System
import TestSupport
import Testing

/// A folder of evidence proves a published figure without the database, and whatever is changed in it is found.
@Suite struct EvidenceTests {
  /// A programme with two months that were published and restated: sales of a till and of a file, refunds, a certificate,
  /// a duplicate that was decided, names with commas and quotes.
  struct Published: Sendable {
    let database: String
    let folder: TestFolder
    let august: Month
    /// The folder of the newest version of August, which tests copy.
    let bag: String
  }

  static let published = Result {
    let shop = try Shop()
    guard let august = Month("2026-08"), let september = Month("2026-09") else {
      preconditionFailure("no month")
    }
    try shop.sql().run(
      script:
        #"UPDATE product SET name = '白茶 "特级", 50g', origin = E'彭水, "老\\区"' WHERE sku = 'BC01'"#)
    try shop.receive("BC01", "500")
    try shop.receive("HS01", "500")
    try shop.sell("HS01:2", at: "2026-08-04T10:00:00")
    try shop.map("L1", to: "BC01:1")
    try shop.sell("BC01:4", at: "2026-08-05T10:00:00")
    try shop.importRows(
      [
        DouyinLine("1001", "1", paid: "2026-08-06 10:00:00"),
        DouyinLine("1002", "1", paid: "2026-08-07 11:00:00"),
      ], name: "1788537600_a.csv")
    try shop.close("2026-08")
    _ = try shop.programme.figures.publish(august, reason: "八月")
    var refund = RefundRequest(
      document: try shop.sell("BC01:3", at: "2026-08-20T10:00:00").document)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-08-25T12:00:00")
    _ = try shop.programme.orders.refund(refund)
    try shop.sell("BC01:1", at: "2026-09-05T10:00:00")
    try shop.close("2026-09")
    _ = try shop.programme.figures.publish(september)
    _ = try shop.programme.months.restate(august, reason: "late")
    let folder = TestFolder()
    _ = try shop.programme.figures.export(august, to: folder.path + "/august")
    shop.isKept = true
    return Published(
      database: shop.database, folder: folder, august: august, bag: folder.path + "/august")
  }

  let it: Published
  let folder = TestFolder()
  private let figures: Figures
  init() throws {
    it = try Self.published.get()
    figures = try Shop.open(it.database).figures
  }

  /// A copy of the folder, to be changed.
  func copy() throws -> String {
    let path = folder.path + "/bag-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.copyItem(atPath: it.bag, toPath: path)
    return path
  }

  func files(_ bag: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: bag).filter {
      !Path.isFolder(bag + "/" + $0)
    }.sorted()
  }

  /// What is found in a folder: the file and, where there is one, the row of each.
  func findings(_ bag: String) throws -> [String] {
    try EvidenceBag(bag, of: "pengshui").check().findings.map { finding in
      [finding.code, finding.facts["file"] ?? "", finding.facts["row"] ?? ""].joined(
        separator: " ")
    }
  }

  func text(_ bag: String, _ file: String) throws -> String {
    try String(contentsOfFile: bag + "/" + file, encoding: .utf8)
  }

  /// Replaces text in a file of the payload, and makes manifests, marks and package anew, as somebody would who hides it.
  func forge(_ bag: String, _ file: String, _ from: String, _ to: String) throws {
    let before = try text(bag, file)
    let after = before.replacing(from, with: to, maxReplacements: 1)
    #expect(before != after, "\(file) has no \(from)")
    try after.write(toFile: bag + "/" + file, atomically: true, encoding: .utf8)
    let package = try text(bag, "data/datapackage.json").replacing(
      sha256Hex(before), with: sha256Hex(after))
    try package.write(
      toFile: bag + "/data/datapackage.json", atomically: true, encoding: .utf8)
    try remanifest(bag)
  }

  func remanifest(_ bag: String) throws {
    let all = try files(bag)
    func manifest(_ files: [String]) throws -> String {
      try files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { "\(sha256Hex(Array(try Data(contentsOf: URL(filePath: bag + "/" + $0)))))  \($0)\n" }
        .joined()
    }
    let payload = all.filter { $0.hasPrefix("data/") }
    let octets = try payload.reduce(0) {
      try $0 + Data(contentsOf: URL(filePath: bag + "/" + $1)).count
    }
    let information = try text(bag, "bag-info.txt").split(separator: "\n")
      .map { $0.hasPrefix("Payload-Oxum") ? "Payload-Oxum: \(octets).\(payload.count)" : $0 }
    try (information.joined(separator: "\n") + "\n").write(
      toFile: bag + "/bag-info.txt", atomically: true, encoding: .utf8)
    try manifest(payload).write(
      toFile: bag + "/manifest-sha256.txt", atomically: true, encoding: .utf8)
    let tags = all.filter { !$0.hasPrefix("data/") && !$0.hasPrefix("tagmanifest") }
    try manifest(tags).write(
      toFile: bag + "/tagmanifest-sha256.txt", atomically: true, encoding: .utf8)
  }

  @Test func `every published version is exported and verified, older ones as they were`() throws {
    let newest = try EvidenceBag(it.bag, of: "pengshui").check()
    #expect(newest.findings == [])
    #expect(newest.version == 2 && newest.month == "2026-08" && newest.hasRoot)
    let version = try figures.version(of: it.august)
    #expect(newest.sha256 == version.sha256)
    #expect(
      version.text.contains(
        "\"headline\":{\"counted\":\"\(newest.counted?.description ?? "none")\"")
        && newest.lines > 5, "\(newest)")
    let first = folder.path + "/first"
    let done = try figures.export(it.august, 1, to: first)
    let report = try EvidenceBag(first).check()
    #expect(report.findings == [] && report.version == 1 && report.lines == done.lines)
    #expect(done.lines == newest.lines - 2)
    #expect(try text(it.bag, "data/versions/2026-08.2.json") == version.text)
    #expect(try text(it.bag, "data/bridges.csv").contains("late_sales,1,384.00"))
    #expect(try text(it.bag, "data/lines.csv").contains(#","彭水, ""老\区""","#))
  }

  @Test func `an export finds what was changed in the database, and leaves nothing`() throws {
    let other = try Shop()
    try other.receive("BC01", "5")
    try other.sell("BC01:1", at: "2026-08-05T10:00:00")
    try other.close("2026-08")
    _ = try other.programme.figures.publish(it.august)
    try other.sql().run(
      script: "SET session_replication_role = replica; UPDATE line SET amount = amount + 1")
    let bag = folder.path + "/changed"
    #expect(
      refusal { _ = try other.programme.figures.export(it.august, to: bag) } == "evidence_differs")
    #expect(Path.names(in: folder.path) == [])
    #expect(
      refusal { _ = try other.programme.figures.proof(ofLine: 1, of: 1) } == "evidence_differs")
  }

  @Test func `a version without a root, of an older program, is exported and said to have none`()
    throws
  {
    let other = try Shop()
    try other.receive("BC01", "5")
    try other.sell("BC01:1", at: "2026-08-05T10:00:00")
    try other.close("2026-08")
    _ = try other.programme.figures.publish(it.august)
    try other.sql().run(
      script: """
        SET session_replication_role = replica;
        UPDATE figure_version SET content = convert_to(canonical(json_of(content) - 'lines'), 'UTF8'),
          sha256 = encode(sha256(convert_to(canonical(json_of(content) - 'lines'), 'UTF8')), 'hex')
        """)
    let bag = folder.path + "/old"
    #expect(try other.programme.figures.export(it.august, to: bag).root == nil)
    let report = try EvidenceBag(bag).check()
    #expect(report.findings == [] && !report.hasRoot)
    #expect(
      refusal { _ = try other.programme.figures.proof(ofLine: 1, of: 1) } == "figure_without_root")
    #expect(try other.violations() == [])
  }

  @Test func `no folder is written where something is, and none is left half-done`() throws {
    let bag = folder.path + "/bag"
    try FileManager.default.createDirectory(atPath: bag, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: bag + "/mine"))
    #expect(refusal { _ = try figures.export(it.august, to: bag) } == "file_exists")
    #expect(refusal { _ = try figures.export(it.august, 9, to: bag + "9") } == "figure_unknown")
    #expect(
      refusal { _ = try figures.export(it.august, to: bag + "8", signedBy: "/nowhere") }
        == "signing_key_missing")
    #expect(
      refusal { _ = try figures.export(it.august, to: folder.path + "/no/where") }
        == "output_no_folder")
    #expect(Path.names(in: folder.path) == ["bag"])
    Path.remove(bag + "/mine")
    _ = try figures.export(it.august, to: bag)
    #expect(try findings(bag) == [])
  }

  @Test func `a byte that is changed is found in every file, with its row`() throws {
    let bag = try copy()
    var random = SplitMix64(seed: 7)
    for file in try files(bag) {
      let url = URL(filePath: bag + "/" + file)
      let whole = try Data(contentsOf: url)
      guard !whole.isEmpty else { continue }
      var changed = whole
      let place = Int(random.next() % UInt64(whole.count))
      changed[place] ^= UInt8(1 + random.next() % 255)
      try changed.write(to: url)
      let found = try findings(bag)
      let row = whole[..<place].count { $0 == 10 } + 1
      let isRowKnown = file.hasPrefix("data/") || file.hasPrefix("marks/")
      let isNamed = found.contains { words in
        let parts = words.split(separator: " ", omittingEmptySubsequences: false)
        return parts.dropFirst().dropLast().joined(separator: " ") == file
          && (!isRowKnown || parts.last == "\(row)")
      }
      #expect(isNamed || file.hasPrefix("tagmanifest") && found != [], "\(file) \(row): \(found)")
      try whole.write(to: url)
    }
    #expect(try findings(bag) == [])
  }

  @Test func `files that are missing, added, renamed or linked are named`() throws {
    let bag = try copy()
    let manager = FileManager.default
    try manager.moveItem(atPath: bag + "/data/claims.csv", toPath: bag + "/data/klaims.csv")
    try manager.removeItem(atPath: bag + "/README.md")
    try Data().write(to: URL(filePath: bag + "/data/rows/more.csv"))
    try manager.createSymbolicLink(
      atPath: bag + "/data/link.csv", withDestinationPath: "lines.csv")
    try manager.createDirectory(atPath: bag + "/data/empty", withIntermediateDirectories: true)
    let found = Set(try findings(bag))
    for expected in [
      "evidence_file_missing data/claims.csv ", "evidence_file_added data/klaims.csv ",
      "evidence_file_missing README.md ", "evidence_file_added data/rows/more.csv ",
      "evidence_link data/link.csv ", "evidence_file_added data/empty/",
    ] {
      #expect(found.contains { $0.hasPrefix(expected) }, "\(expected): \(found)")
    }
  }

  @Test func `what is no folder of evidence, or of another programme, is refused`() throws {
    #expect(refusal { _ = try EvidenceBag(folder.path + "/none").check() } == "evidence_no_folder")
    #expect(refusal { _ = try EvidenceBag(folder.path).check() } == "evidence_no_bag")
    let bag = try BagWriter(folder.path + "/other")
    try bag.write("x", to: "data/x.txt")
    try bag.end(information: [])
    try bag.keep()
    #expect(refusal { _ = try EvidenceBag(bag.folder).check() } == "evidence_not_ours")
    #expect(
      refusal { _ = try EvidenceBag(it.bag, of: "elsewhere").check() }
        == "evidence_other_programme")
  }

  /// Changes that somebody makes who computes all hashes anew; and what finds each.
  @Test(arguments: [
    ("data/lines.csv", ",counted,eligible,", ",excluded,eligible,", "evidence_verdict"),
    ("data/lines.csv", ",counted,eligible,", ",excluded,province,", "evidence_province"),
    ("data/lines.csv", ",4.000,512.00", ",5.000,640.00", "evidence_sum"),
    ("data/lines.csv", ",help,", ",direct,", "evidence_root"),
    ("data/lines.csv", ",BC01,", ",NONE,", "evidence_reference"),
    ("data/versions/2026-08.2.json", #""counted":"#, #""counted" :"#, "evidence_version"),
    ("data/versions/2026-08.1.json", #""counted":"#, #""counted" :"#, "evidence_version"),
    ("data/versions.csv", ",1,", ",3,", "evidence_chain"),
    ("data/bridges.csv", "384.00", "385.00", "evidence_bridge"),
    ("data/bridge_lines.csv", ",384.00,0.00,", ",385.00,0.00,", "evidence_bridge"),
    ("data/snapshots.csv", ",1,", ",7,", "evidence_reference"),
    ("data/files.csv", "1788537600_a.csv", "1788537600_b.csv", "evidence_published"),
    ("data/rows/1.csv", "1001", "1009", "evidence_copy"),
    ("data/rule_sets.csv", "2010-01-01", "2011-01-01", "evidence_published"),
    ("data/seals.csv", "000000,", "000001,", "evidence_seal"),
    ("data/seal_tables.csv", "line,", "lime,", "evidence_seal"),
    ("data/datapackage.json", "2026-08", "2026-09", "evidence_version"),
  ])
  func `a change with all hashes computed anew does not add up`(
    file: String, from: String, to: String, code: String
  ) throws {
    let bag = try copy()
    try forge(bag, file, from, to)
    let found = try findings(bag)
    #expect(found.contains { $0.hasPrefix(code) }, "\(found)")
  }

  @Test func `one line is proved without another, and no other row leads to the root`() throws {
    let proof = try figures.proof(ofLine: 1, of: 2)
    let read = try #require(LineProof(proof.description))
    #expect(read == proof)
    let found = try #require(read.check())
    #expect(found.content.month == "2026-08" && found.content.version == 2)
    #expect(found.cells.contains { $0.column == "amount" && $0.value == "512.00" })
    #expect(proof.row.hasPrefix("2,1,sale,"))
    for row in try text(it.bag, "data/lines.csv").split(separator: "\n").dropFirst()
    where row != proof.row {
      #expect(!proof.description.contains(row))
    }
    let forged = proof.description.replacing(",512.00\n", with: ",612.00\n")
    #expect(LineProof(forged)?.check() == nil)
    #expect(LineProof(proof.description + "x") == nil)
    let older = try figures.proof(ofLine: 1, of: 2, in: it.august, version: 1)
    #expect(older.check()?.content.version == 1)
    #expect(refusal { _ = try figures.proof(ofLine: 9, of: 1) } == "line_unpublished")
  }

  @Test func `accountants and officials export; readers do not`() throws {
    let other = try Shop()
    try other.receive("BC01", "5")
    try other.sell("BC01:1", at: "2026-08-05T10:00:00")
    try other.close("2026-08")
    _ = try other.programme.figures.publish(it.august)
    for role in [Person.Role.accountant, .official] {
      let programme = try other.open(as: other.person(role))
      _ = try programme.figures.export(it.august, to: folder.path + "/\(role)")
      #expect(try findings(folder.path + "/\(role)") == [])
      #expect(try programme.figures.proof(ofLine: 1, of: 1).check() != nil)
    }
    let reader = try other.open(as: other.person(.reader))
    #expect(
      refusal { _ = try reader.figures.export(it.august, to: folder.path + "/reader") }
        == "right_missing")
    #expect(!Path.isThere(folder.path + "/reader"))
  }
}
