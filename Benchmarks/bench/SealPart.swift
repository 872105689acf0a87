import Glibc

/// `check` of a month's facts against their import, as they are and sealed; sealing them against `sha256sum` of the same
/// rows by `\copy`, and a till meanwhile.
struct SealPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  /// A `\copy` for each table that has rows, as psql reads it.
  private static let copies = """
    SET search_path = pengshui;
    SELECT format('\\copy (SELECT %s FROM %I) TO STDOUT',
      (SELECT string_agg(quote_ident(c), ', ') FROM unnest(t.columns) c), t.source)
    FROM sealed_table() t
    """
  /// Takes all seals away again.
  private static let forget = """
    SET search_path = pengshui; SET session_replication_role = replica;
    TRUNCATE seal, seal_table, seal_block, seal_posting; DELETE FROM posting WHERE command = 'seal'; CHECKPOINT
    """

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    let file = try place.write(place.plan(rows: rows, month: "2026-10", seed: 1))
    let imported = try place.importFile(file).seconds
    try place.remove(file.path)
    try place.query("VACUUM ANALYZE")
    let checked = try place.bangfu("check").run().seconds
    tell(
      Finding(
        what: "check of \(rows) lines", ours: time(checked),
        theirs: "their import \(time(imported))",
        ratio: checked / imported, bar: .atMost(0.33)))
    let script = place.path("copies.sql")
    try TextFile.write("SET search_path = pengshui;\n" + place.query(Self.copies), to: script)
    var (sums, seals) = ([Double](), [Double]())
    for _ in 0..<runs {
      try place.query(Self.forget)
      sums.append(
        try place.program(["sh", "-c", "psql -X -q -f '\(script)' | sha256sum"]).run().seconds)
      seals.append(try place.bangfu("seal").run().seconds)
    }
    let (seal, sum) = (median(seals), median(sums))
    tell(
      Finding(
        what: "sealing \(rows) lines", ours: time(seal), theirs: "sha256sum of \\copy \(time(sum))",
        ratio: seal / sum, bar: .atMost(3)))
    let check = try place.bangfu("check").run().seconds
    tell(
      Finding(
        what: "check of them, and that their seals hold", ours: time(check),
        theirs: "import and sealing \(time(imported + seal))", ratio: check / (imported + seal),
        bar: .atMost(0.33)))
    try bytes(tell)
    try wait(tell)
  }

  /// What seals take in the database for a row that they cover.
  private func bytes(_ tell: (Finding) -> Void) throws {
    let answer = try place.query(
      """
      SET search_path = pengshui;
      SELECT sum(pg_total_relation_size(c))::numeric / (SELECT sum(rows) FROM seal_table)
      FROM unnest(ARRAY['seal', 'seal_table', 'seal_block', 'seal_posting']::regclass[]) c
      """)
    tell(
      Finding(
        what: "what a sealed row costs in the database", ours: "", theirs: "",
        ratio: Double(answer.prefix { !$0.isNewline }), bar: .none, unit: " bytes"))
  }

  /// Orders at a till while seals are made, against as many without.
  private func wait(_ tell: (Finding) -> Void) throws {
    try place.receive(OrderLines.catalogue)
    let till = try Till(place.bangfu("order", "enter", "-", "--format", "json"), seed: 99)
    defer { till.close() }
    for _ in 0..<50 { _ = try till.enter() }
    var (during, without) = ([Double](), [Double]())
    for _ in 0..<runs {
      try place.query(Self.forget)
      let running = try place.bangfu("seal").start()
      var count = 0
      while !running.hasEnded {
        during.append(try till.enter())
        count += 1
        usleep(20_000)
      }
      guard running.wait().status == 0 else { throw Program.Failure(["seal"], "failed") }
      for _ in 0..<count {
        without.append(try till.enter())
        usleep(20_000)
      }
    }
    tell(
      Finding(
        what: "the middle of \(during.count) orders while seals are made",
        ours: time(median(during)), theirs: "without \(time(median(without)))",
        ratio: median(during) / median(without), bar: .atMost(1.2)))
    let (slow, usual) = (ninetyFifth(during), ninetyFifth(without))
    tell(
      Finding(
        what: "  the slowest of 20 of them", ours: time(slow), theirs: "without \(time(usual))",
        ratio: slow / usual, bar: .none))
  }

  private func ninetyFifth(_ numbers: [Double]) -> Double {
    numbers.sorted()[numbers.count * 19 / 20]
  }
}
