import Fixtures

/// A month's folder of evidence: exporting it against `\copy` of the same rows; verifying it against `sha256sum` of all its
/// files and DuckDB adding up its lines; and its own `verify.py` against that.
struct EvidencePart {
  let place: Workplace
  let rows: Int
  let runs: Int

  private static let close = """
    SET search_path = pengshui; SET jit = off;
    SELECT lines FROM close_month('2026-10-01', ARRAY(SELECT key FROM month_points('2026-10-01')),
      ARRAY(SELECT 'x' FROM month_points('2026-10-01')), '{}', '{}', '{}', NULL, 'bench', 'bench')
    """
  /// A `\copy` for each table of the folder, as psql reads it.
  private static let copies = """
    SELECT format('\\copy (SELECT * FROM pengshui.%I%s) TO %L CSV HEADER', c.relname,
      CASE WHEN a.attname IS NULL THEN '' ELSE ' WHERE of_month = ''2026-10-01'' AND of_version = 1' END,
      'FOLDER/' || c.relname)
    FROM pg_class c
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'of_month'
    WHERE c.relnamespace = 'pengshui'::regnamespace AND c.relname LIKE 'evidence\\_%'
    UNION ALL
    SELECT '\\copy (SELECT content FROM pengshui.import_chunk) TO ''FOLDER/chunks'' BINARY'
    """
  private static let sum = """
    import duckdb, sys
    print(duckdb.sql("SELECT verdict, sum(amount) FROM read_csv('" + sys.argv[1] + "') GROUP BY 1").fetchall())
    """

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    let file = try place.write(place.plan(rows: rows, month: "2026-10", seed: 1))
    _ = try place.importFile(file)
    try place.remove(file.path)
    try place.query("VACUUM ANALYZE")
    try place.query(Self.close)
    let publish = try place.bangfu("figure", "publish", "2026-10").run().seconds
    tell(
      Finding(
        what: "publishing \(rows) lines", ours: time(publish), theirs: "", ratio: nil, bar: .none))
    try export(tell)
    try verify(tell)
    try place.program(["rm", "-rf", place.path("bag")]).run()
  }

  private func export(_ tell: (Finding) -> Void) throws {
    let script = place.path("copies.sql")
    let copies = try place.query(Self.copies).replacing("FOLDER", with: place.path("copies"))
    try TextFile.write(copies, to: script)
    var (ours, theirs) = ([Double](), [Double]())
    for _ in 0..<runs {
      try place.program([
        "sh", "-c",
        "rm -rf '\(place.path("copies"))' '\(place.path("bag"))'; mkdir '\(place.path("copies"))'",
      ]).run()
      theirs.append(
        try place.tool("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script).run().seconds)
      ours.append(try place.bangfu("figure", "export", "2026-10", place.path("bag")).run().seconds)
    }
    try place.program(["rm", "-rf", place.path("copies")]).run()
    tell(
      Finding(
        what: "exporting the evidence of them", ours: time(median(ours)),
        theirs: "\\copy of the same rows \(time(median(theirs)))",
        ratio: median(ours) / median(theirs), bar: .atMost(4)))
  }

  private func verify(_ tell: (Finding) -> Void) throws {
    let bag = place.path("bag")
    let sum = place.path("sum.py")
    try TextFile.write(Self.sum, to: sum)
    var (ours, sums, scripts) = ([Double](), [Double](), [Double]())
    for _ in 0..<runs {
      ours.append(try place.bangfu("figure", "verify", bag).run().seconds)
      scripts.append(try place.program(["python3", bag + "/verify.py", bag]).run().seconds)
      guard let python = place.python else { continue }
      let hashes = "cd '\(bag)' && sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt"
      sums.append(
        try place.program(["sh", "-c", hashes]).run().seconds
          + place.program([python, sum, bag + "/data/lines.csv"]).run().seconds)
    }
    let hasPeer = !sums.isEmpty
    tell(
      Finding(
        what: "verifying it, the speed", ours: time(median(ours)),
        theirs: "sha256sum and DuckDB "
          + (hasPeer ? time(median(sums)) : "is missing, see scripts/bench"),
        ratio: hasPeer ? median(sums) / median(ours) : nil, bar: .atLeast(0.25)))
    tell(
      Finding(
        what: "verify.py on it", ours: time(median(scripts)),
        theirs: "figure verify \(time(median(ours)))",
        ratio: median(scripts) / median(ours), bar: .atMost(20)))
  }
}
