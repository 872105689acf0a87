import Fixtures

/// The monthly report with ten files in the database, against one.
struct ReportPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try load(month: "2026-10", seed: 1)
    let small = try seconds()
    for (index, month) in Self.others.enumerated() {
      try load(month: month, seed: UInt64(index + 2))
    }
    let large = try seconds()
    let factor = Self.others.count + 1
    tell(
      Finding(
        what: "report monthly, \(rows * factor) lines", ours: time(large),
        theirs: "with \(rows) lines \(time(small))", ratio: large / small, bar: .atMost(1.5)))
  }

  /// The months of the other files, the reported one among them.
  private static let others = [
    "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-10", "2026-11",
    "2026-12",
  ]

  private func load(month: String, seed: UInt64) throws {
    try place.load(place.plan(rows: rows, month: month, seed: seed))
  }

  private func seconds() throws -> Double {
    try place.query("CHECKPOINT")
    let report = place.bangfu("report", "monthly", "2026-10", "--format", "json")
    return median(try (0..<runs).map { _ in try report.run().seconds })
  }
}
