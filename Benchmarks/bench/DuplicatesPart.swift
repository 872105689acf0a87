/// Finding what two sources report, against Splink on DuckDB: on the same sales, by the same keys.
struct DuplicatesPart {
  let place: Workplace
  /// The folder of the scripts that write the files, and that find by Splink.
  let scripts: String
  let rows: Int
  let runs: Int

  /// What the search compares, as it stages it, and what it found.
  private static let copies = #"""
    SET search_path = pengshui;
    \copy (SELECT unit, source, order_no, order_key(order_no) AS order_key, day, product_id, quantity, amount, sum(amount) OVER (PARTITION BY source, coalesce(order_key(order_no), document_id::text), product_id) AS order_amount, buyer_id FROM reported_sale WHERE amount > 0) TO 'claims.csv' CSV HEADER
    \copy (SELECT one, other FROM duplicate_pair) TO 'pairs.csv' CSV HEADER
    """#

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.program(["python3", "\(scripts)/claims.py", place.folder, "\(rows)", "1"]).run()
    for (name, channel) in [("pinduoduo", "pinduoduo"), ("832", "fupin832")] {
      let file = place.path("1767225600_\(name).csv")
      try place.bangfu("import", file, "--channel", channel, "--yes").run()
      try place.remove(file)
    }
    try place.query("VACUUM ANALYZE")
    var seconds: [Double] = []
    for _ in 0..<runs {
      seconds.append(
        try place.bangfu("duplicates", "find", "--from", "2020-01-01", "--to", "2025-12-31").run()
          .seconds)
    }
    let ours = median(seconds)
    guard let python = place.python else {
      return tell(
        Finding(
          what: "duplicates among \(rows) sales", ours: time(ours), theirs: "Splink is missing",
          ratio: nil, bar: .none))
    }
    let copies = place.path("copies.sql")
    try TextFile.write(Self.copies.replacing(" TO '", with: " TO '\(place.folder)/"), to: copies)
    try place.load(copies)
    var splink = place.program([python, "\(scripts)/splink_find.py", place.folder])
    splink.output = place.path("splink.txt")
    try splink.run()
    try compare(ours, try TextFile.read(splink.output), tell)
  }

  /// Tells of both the time, and what they found at the same precision.
  private func compare(_ ours: Double, _ answer: String, _ tell: (Finding) -> Void) throws {
    let lines = answer.split(separator: "\n").map { $0.split(separator: " ") }
    guard lines.count == 4, let theirs = Double(lines[0][1]), let recall = Double(lines[1][1]),
      let other = Double(lines[3][1])
    else { throw Program.Failure(["splink_find.py"], answer) }
    tell(
      Finding(
        what: "duplicates among \(rows) sales", ours: time(ours), theirs: "Splink \(time(theirs))",
        ratio: ours / theirs, bar: .atMost(1)))
    tell(
      Finding(
        what: "  how many of the planted ones are found",
        ours: "\(lines[1][1]), precise \(lines[1][2])",
        theirs: "\(lines[3][1]) as precise", ratio: recall / max(other, 0.0001), bar: .atLeast(1)))
    tell(
      Finding(
        what: "  honest pairs among what is proposed", ours: "\(lines[1][3])",
        theirs: "\(lines[2][3]) where it proposes \(lines[2][1])", ratio: nil, bar: .none))
  }
}
