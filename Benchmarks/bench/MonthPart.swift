import Fixtures

/// Closing a month, without `check`, against one aggregate over the same lines that reads them one after the other.
struct MonthPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  /// How long a transaction takes that closes the month, in SQL, and is rolled back.
  private static let close = """
    BEGIN; SET LOCAL search_path = pengshui; SET LOCAL jit = off;
    SELECT lines FROM close_month('2026-10-01', ARRAY(SELECT key FROM month_points('2026-10-01')),
      ARRAY(SELECT 'x' FROM month_points('2026-10-01')), '{}', '{}', '{}', NULL, 'bench', 'bench');
    ROLLBACK
    """
  private static let points =
    "SET search_path = pengshui; SET jit = off; SELECT count(*) FROM month_points('2026-10-01')"
  private static let aggregate = """
    SET search_path = pengshui; SET jit = off; SET max_parallel_workers_per_gather = 0;
    SELECT count(*), sum(amount), sum(quantity) FROM line WHERE book_month = '2026-10-01'
    """

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.load(place.plan(rows: rows, month: "2026-10", seed: 1))
    try place.query("VACUUM ANALYZE")
    var (closes, lists, sums) = ([Double](), [Double](), [Double]())
    for _ in 0..<runs {
      sums.append(try seconds(Self.aggregate))
      lists.append(try seconds(Self.points))
      closes.append(try seconds(Self.close))
    }
    // The close has its keys from two lists of its own, which nobody waits for.
    let (close, sum) = (median(closes) - 2 * median(lists), median(sums))
    tell(
      Finding(
        what: "closing a month of \(rows) lines", ours: time(close),
        theirs: "one aggregate over them \(time(sum))", ratio: close / sum, bar: .atMost(3)))
    tell(
      Finding(
        what: "  its checklist", ours: time(median(lists)), theirs: "the same",
        ratio: median(lists) / sum, bar: .none))
  }

  private func seconds(_ sql: String) throws -> Double {
    try place.query("CHECKPOINT")
    return try place.tool("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql).run().seconds
  }
}
