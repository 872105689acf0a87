internal import Dispatch
internal import Domain
internal import Synchronization
internal import System

/// Runs `body` for each of so many numbers, on all cores, and waits until all are done.
func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
  DispatchQueue.concurrentPerform(iterations: count, execute: body)
}

/// The lines, and what they add up to.
extension EvidenceCheck {
  /// The lines are those that were published, and add up to the figure and to each of its breakdowns.
  mutating func checkLines(
    _ content: FigureContent, _ certificates: [String: [String]]
  ) throws {
    guard let resource = package.resources.first(where: { $0.name == "lines" }) else { return }
    let columns = columns(of: "lines")
    guard let first = columns.firstIndex(of: LineTally.columns[0]),
      columns.dropFirst(first).starts(with: LineTally.columns),
      let quantity = columns.firstIndex(of: "quantity"),
      let amount = columns.firstIndex(of: "amount")
    else { return }
    let last = first + LineTally.columns.count - 1
    let provinces = Dictionary(
      content.ruleSets.map { (String($0.number), $0.provinces) },
      uniquingKeysWith: { one, _ in one })
    // The tree is computed on another core.
    let path = folder + "/data/" + resource.path
    let root = Mutex<String?>(nil)
    let group = DispatchGroup()
    if content.lines != nil {
      DispatchQueue.global().async(group: group) {
        let found = try? Self.root(of: path)
        root.withLock { $0 = found }
      }
    }
    var tally = LineTally()
    var found: [Problem] = []
    try checkTable(resource) { row, ends, number in
      guard
        let fen = EvidenceRows.scaled(row.extracting(EvidenceRows.range(amount, ends)), digits: 2),
        let pieces = EvidenceRows.scaled(
          row.extracting(EvidenceRows.range(quantity, ends)), digits: 3)
      else {
        found.append(
          Problem("evidence_malformed", ["file": "data/lines.csv", "row": "\(number)"]))
        return
      }
      let kind = row.extracting((first == 0 ? 0 : ends[first - 1] + 1)..<ends[last])
      guard tally.add(kind, amount: fen, quantity: pieces) else { return }
      if let code = Self.misjudged(kind, certificates, provinces) {
        found.append(Problem(code, ["file": "data/lines.csv", "row": "\(number)"]))
      }
    }
    findings += found
    lines = tally.count
    checkSums(tally, content)
    group.wait()
    guard let said = content.lines else { return }
    if said.count != tally.count || said.columns != columns.joined(separator: ",")
      || root.withLock({ $0 }) != said.root
    {
      add("evidence_root", ["file": "data/lines.csv", "root": said.root])
    }
  }

  /// The root of the Merkle tree over the rows of a file, but for its header.
  static func root(of path: String) throws -> String {
    var tree = MerkleTree()
    let hasher = SHA256Hasher()
    _ = try EvidenceRows(path: path).forEach { row, _, number in
      if number > 1 { tree.add(MerkleTree.hash(leaf: row, by: hasher)) }
    }
    return tree.root.hex
  }

  /// What is wrong with a line that has a verdict which its rule does not lead to, a certificate of another product or
  /// other days, or a province of which its rule set says otherwise; nil where nothing is.
  private static func misjudged(
    _ kind: Span<UInt8>, _ certificates: [String: [String]], _ provinces: [String: [String]?]
  ) -> String? {
    let cells = LineTally.cells(of: kind.indices.map { kind[$0] }[...])
    let (certificate, day, side, sku, rule) = (cells[1], cells[5], cells[6], cells[8], cells[11])
    if (rule == "eligible") != (cells[10] == "counted") { return "evidence_verdict" }
    if ["eligible", "province"].contains(rule), let known = provinces[cells[0]],
      (rule == "eligible") != (known?.contains(cells[2]) ?? true)
    {
      return "evidence_province"
    }
    if !certificate.isEmpty, let known = certificates[certificate],
      known[0] != sku || side == "sale" && !(known[1]...known[2]).contains(day)
    {
      return "evidence_certificate"
    }
    return nil
  }

  private mutating func checkSums(_ tally: LineTally, _ content: FigureContent) {
    let parts = tally.parts()
    let file = "data/lines.csv"
    func differ(_ what: String, _ found: String, _ said: String) {
      add(
        "evidence_sum", ["file": file, "part": what, "found": found, "said": said])
    }
    func text(_ sums: FigureContent.Sums) -> String {
      [
        sums.gross, sums.refunds, sums.duplicates, sums.excluded, sums.pending, sums.counted,
      ].map(\.description).joined(separator: " ")
    }
    if parts.all.sums != content.headline {
      differ("headline", text(parts.all.sums), text(content.headline))
    }
    let head = content.headline
    if head.gross - head.refunds - head.duplicates - head.excluded - head.pending != head.counted {
      differ("headline", text(head), text(head))
    }
    let range = content.range
    if range.to != head.counted || range.from > range.to
      || range.undecided == 0 && range.from != range.to
    {
      differ("range", "\(head.counted)", "\(range.from) \(range.to)")
    }
    for (name, found, said) in [
      ("by_channel", parts.channels, content.channels),
      ("by_product", parts.products, content.products),
      ("by_supplier", parts.suppliers, content.suppliers), ("by_day", parts.days, content.days),
    ] {
      var left = found.filter { $0.value.isActive }
      for part in said {
        let code = name == "by_supplier" ? part.code + " " + (part.missing ?? "") : part.code
        let there = left.removeValue(forKey: code) ?? LineTally.Part()
        if there.sums != part.sums || part.quantity.map({ $0.minor != there.quantity }) ?? false {
          differ("\(name) \(part.code)", text(there.sums), text(part.sums))
        }
      }
      for (code, part) in left.sorted(by: { $0.key < $1.key }) {
        differ("\(name) \(code)", text(part.sums), "—")
      }
    }
    var left = parts.rules
    for rule in content.rules {
      let there = left.removeValue(forKey: rule.verdict + " " + rule.rule) ?? LineTally.Part()
      let same =
        there.lines == rule.lines && there.gross == rule.gross.minor
        && there.refunds == rule.refunds.minor
      if !same {
        differ(
          "by_rule \(rule.rule)", text(there.sums), "\(rule.gross) \(rule.refunds)")
      }
    }
    for (code, part) in left.sorted(by: { $0.key < $1.key }) {
      differ("by_rule \(code)", text(part.sums), "—")
    }
  }
}
