internal import Domain
internal import FoundationEssentials
internal import System

/// Versions, what leads from one to the next, files, rules and seals.
extension EvidenceCheck {
  /// Each version has the bytes it was published with, and names the one before, and one of an earlier month.
  mutating func checkVersions() throws {
    var found: [Problem] = []
    var months: [String: (month: String, version: Int)] = [:]
    try eachRow(of: "versions") { row in
      months[row["sha256"]] = (row["month"], Int(row["version"]) ?? 0)
    }
    try eachRow(of: "versions") { row in
      let path = row["content"]
      guard hashes["data/" + path] == row["sha256"], let said = try read(path) else {
        found.append(Problem("evidence_version", ["file": "data/" + path]))
        return
      }
      let before = said.previous.flatMap { months[$0.sha256] }
      let earlier = said.earlier.flatMap { months[$0.sha256] }
      let isInOrder =
        (said.month, "\(said.version)") == (row["month"], row["version"])
        && path == "versions/\(said.month).\(said.version).json"
        && said.programme.name == figure.programme
        && (said.previous?.sha256 ?? "") == row["previous"]
        && (said.earlier?.sha256 ?? "") == row["earlier"]
        && (said.version == 1) == (said.previous == nil)
        && before.map { $0 == (said.month, said.version - 1) } ?? (said.previous == nil)
        && earlier.map { $0.month < said.month } ?? (said.earlier == nil)
      if !isInOrder { found.append(Problem("evidence_chain", row.of("versions"))) }
    }
    findings += found
  }

  /// The lines of a bridge add up to its steps, and those lead from each version to the next.
  mutating func checkBridges() throws {
    let names = ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]
    var steps: [String: [Int64]] = [:]
    try eachRow(of: "bridge_lines") { row in
      let step = row["version"] + " " + row["step"]
      let sums = steps[step] ?? Array(repeating: 0, count: 7)
      steps[step] = zip(sums, [1] + names.map(row.fen)).map { $0 + $1 }
    }
    var versions: [Int: [Int64]] = [:]
    var found: [Problem] = []
    try eachRow(of: "bridges") { row in
      let own = [Int64(row["lines"]) ?? 0] + names.map(row.fen)
      if steps.removeValue(forKey: row["version"] + " " + row["step"]) != own {
        found.append(Problem("evidence_bridge", row.of("bridges")))
      }
      let version = Int(row["version"]) ?? 0
      let sums = versions[version] ?? Array(repeating: 0, count: 6)
      versions[version] = zip(sums, own.dropFirst()).map { $0 + $1 }
    }
    func sums(_ version: Int) throws -> [Int64]? {
      try read("versions/\(figure.month).\(version).json").map { said in
        let head = said.headline
        return [
          head.gross, head.refunds, head.duplicates, head.excluded, head.pending, head.counted,
        ].map(\.minor)
      }
    }
    for version in 1...max(1, figure.version) where version > 1 {
      guard let before = try sums(version - 1), let after = try sums(version) else { continue }
      let steps = versions[version] ?? Array(repeating: 0, count: 6)
      if zip(before, steps).map({ $0 + $1 }) != after {
        found.append(
          Problem("evidence_bridge_sum", ["file": "data/bridges.csv", "version": "\(version)"]))
      }
    }
    findings += found
  }

  /// The redacted copies are those of the files, and the files those that were published.
  mutating func checkFiles(_ content: FigureContent) throws {
    var left = Dictionary(content.files.map { ($0.number, $0) }) { first, _ in first }
    var found: [Problem] = []
    try eachRow(of: "files") { row in
      let copy = hashes["data/" + row["copy"]]
      if copy == nil || row["redacted_anew"] != "true" && copy != row["redacted_sha256"] {
        found.append(
          Problem("evidence_copy", ["file": "data/" + row["copy"], "import": row["import"]]))
      }
      guard let number = Int64(row["import"]), let said = left.removeValue(forKey: number) else {
        return
      }
      let own = [said.name, said.part, said.channel, said.sha256, said.redacted, "\(said.rows)"]
      if own
        != ["name", "part", "channel", "sha256", "redacted_sha256", "rows"].map({ row[$0] })
      {
        found.append(Problem("evidence_published", row.of("files")))
      }
    }
    if let missing = left.keys.min() {
      found.append(
        Problem("evidence_row_missing", ["file": "data/files.csv", "key": "\(missing)"]))
    }
    findings += found
  }

  /// The rule sets are those that were published.
  mutating func checkRules(_ content: FigureContent) throws {
    var left = Dictionary(content.ruleSets.map { ($0.number, $0) }) { first, _ in first }
    var found: [Problem] = []
    func list<Value: Decodable>(_ text: String, as type: Value.Type) -> Value? {
      try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
    try eachRow(of: "rule_sets") { row in
      guard let said = Int64(row["rule_set"]).flatMap({ left.removeValue(forKey: $0) }) else {
        return
      }
      let own = FigureContent.RuleSet(
        number: said.number, from: row["from_day"],
        recognition: list(row["recognition"], as: [String: String].self) ?? [:],
        origins: list(row["origins"], as: [String].self) ?? [], certificates: row["certificates"],
        provinces: list(row["provinces"], as: [String].self), supermarket: row["supermarket"],
        subsidies: row["subsidies"], tourism: row["tourism"])
      if own != said || row["provinces"].isEmpty != (said.provinces == nil) {
        found.append(Problem("evidence_published", row.of("rule_sets")))
      }
    }
    if let missing = left.keys.min() {
      found.append(
        Problem("evidence_row_missing", ["file": "data/rule_sets.csv", "key": "\(missing)"]))
    }
    findings += found
  }

  /// What lines count as, and why, adds up to what was published.
  mutating func checkVerdicts(_ content: FigureContent) throws {
    var left = Dictionary(
      content.rules.map { ("\($0.verdict) \($0.rule)", $0) }, uniquingKeysWith: { one, _ in one })
    var found: [Problem] = []
    try eachRow(of: "verdicts") { row in
      let said = left.removeValue(forKey: row["verdict"] + " " + row["rule"])
      if said.map({ ["\($0.lines)", "\($0.gross)", "\($0.refunds)"] })
        != [row["lines"], row["gross"], row["refunds"]]
      {
        found.append(Problem("evidence_published", row.of("verdicts")))
      }
    }
    if let missing = left.keys.min() {
      found.append(
        Problem("evidence_row_missing", ["file": "data/verdicts.csv", "key": missing]))
    }
    findings += found
  }

  /// Each seal has the hash of what it says, names the one before, and its root is over its tables.
  mutating func checkSeals() throws {
    var tables: [String: [SealedTableRoot]] = [:]
    try eachRow(of: "seal_tables") { row in
      tables[row["seal"], default: []].append(
        SealedTableRoot(
          table: row["table"], columns: row["columns"], rows: Int(row["rows"]) ?? -1,
          root: row["root"], blocks: row["blocks"]))
    }
    var found: [Problem] = []
    var (number, previous) = (0, String(repeating: "0", count: 64))
    try eachRow(of: "seals") { row in
      number += 1
      let words = """
        bangfu seal \(row["seal"])
        previous \(row["previous"])
        root \(row["root"])
        postings \(row["postings"])
        at \(row["at"])
        by \(row["by"])
        posting \(row["posting"])

        """
      if sha256Hex(words) != row["sha256"] || row["seal"] != "\(number)"
        || row["previous"] != previous
        || SealedTableRoot.root(of: tables[row["seal"]] ?? []) != row["root"]
      {
        found.append(Problem("evidence_seal", row.of("seals")))
      }
      previous = row["sha256"]
    }
    findings += found
    newestSeal = number > 0 ? (number, previous) : nil
  }
}
