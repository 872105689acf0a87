import Fixtures

/// Settlement bills of 抖店: their import against that of as many order lines, and a month's reconciliation against one
/// hash join of orders and settlement lines in bare SQL.
struct SettlementsPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  private static let join = """
    SET search_path = pengshui; SET enable_nestloop = off; SET enable_mergejoin = off;
    SELECT count(*), sum(d.total), sum(s.amount)
    FROM document d JOIN settlement s ON s.order_no = d.order_no WHERE d.channel_id = s.channel_id
    """

  func measure(_ tell: (Finding) -> Void) throws {
    let plan = try place.plan(rows: rows, month: "2026-10", seed: 1)
    let orders = try place.write(plan)
    let bill = DouyinSettlements(plan)
    let sums = try bill.write(to: place.path(bill.name))
    var (ordered, settled): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      try place.reset()
      ordered.append(try place.importFile(orders).seconds / Double(orders.rows))
      try place.query("CHECKPOINT")
      settled.append(try importBill(place.path(bill.name), sums) / Double(sums.rows))
    }
    let (ours, theirs) = (median(settled) * Double(rows), median(ordered) * Double(rows))
    tell(
      Finding(
        what: "settlement bill, \(rows) lines", ours: time(ours),
        theirs: "as many order lines \(time(theirs))", ratio: ours / theirs, bar: .atMost(1.5)))
    try place.query("VACUUM ANALYZE")
    try reconcile(sums.rows, tell)
  }

  private func importBill(_ path: String, _ sums: SettlementExpectation) throws -> Double {
    var program = place.bangfu("import", path, "--channel", "douyin", "--format", "json")
    program.output = place.path("bill.json")
    let seconds = try program.run().seconds
    let answer = try TextFile.read(program.output)
    for (key, value) in ["new": "\(sums.rows)", "settled": sums.settledText]
    where JSONText.value(of: key, in: answer) != value {
      throw Program.Failure([path], "\(key) is not \(value) in \(answer)")
    }
    return seconds
  }

  private func reconcile(_ lines: Int, _ tell: (Finding) -> Void) throws {
    var (ours, bare): ([Double], [Double]) = ([], [])
    for _ in 0..<runs * 2 + 1 {
      var program = place.bangfu(
        "settle", "reconcile", "--channel", "douyin", "--month", "2026-10", "--format", "json")
      program.output = place.path("reconciled.json")
      ours.append(try program.run().seconds)
      let begin = ContinuousClock.now
      try place.query(Self.join)
      bare.append((ContinuousClock.now - begin) / .seconds(1))
    }
    tell(
      Finding(
        what: "reconciling \(rows) order lines, \(lines) settled", ours: time(median(ours)),
        theirs: "one hash join of both \(time(median(bare)))",
        ratio: median(ours) / median(bare), bar: .atMost(4)))
  }
}
