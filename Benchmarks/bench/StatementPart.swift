/// The statement of a buyer with 100,000 documents, against the plain sum of the same rows.
struct StatementPart {
  let place: Workplace
  let runs: Int

  private static let sum = """
    SELECT count(*), sum(receivable) FROM pengshui.document d JOIN pengshui.buyer b ON b.buyer_id = d.buyer_id
    WHERE b.code = 'LCYZ'
    """

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.load(place.sql + "/statement.sql")
    let bare = try seconds(of: place.tool("psql", "-X", "-q", "-c", Self.sum))
    try measure(
      "statement, a month of 100,000 documents", ["--month", "2026-10"], against: bare, tell)
    try measure("statement, all of 100,000 documents", [], against: bare, tell)
    let ageing = try seconds(of: place.bangfu("buyer", "account", "--day", "2026-11-20"))
    tell(
      Finding(
        what: "  ages of all buyers", ours: time(ageing), theirs: "its sum \(time(bare))",
        ratio: ageing / bare, bar: .none))
  }

  private func measure(
    _ what: String, _ days: [String], against bare: Double, _ tell: (Finding) -> Void
  ) throws {
    let words = ["canteen", "statement", "LCYZ"] + days + ["--format", "csv"]
    let ours = try seconds(of: place.bangfu(words))
    tell(
      Finding(
        what: what, ours: time(ours), theirs: "at most half a second", ratio: ours,
        bar: .atMost(0.5), unit: " s"))
    tell(
      Finding(
        what: "  to the plain sum", ours: time(ours),
        theirs: "psql sums the documents \(time(bare))", ratio: ours / bare, bar: .none))
  }

  private func seconds(of program: Program) throws -> Double {
    var program = program
    program.output = place.path("statement.txt")
    return median(try (0..<runs * 2 + 1).map { _ in try program.run().seconds })
  }
}
