internal import Domain
internal import Postgres

/// The time that a table is of: its snapshot, and the months of its rows.
struct ImportPeriod {
  let session: Session
  let request: ImportRequest
  /// When the platform wrote it, in seconds since 1970.
  let seconds: Int?

  /// Refuses a time that the user says and the rows contradict: a file cannot report what comes after it.
  ///
  /// - Throws: `Problem` `snapshot_too_early`.
  func refuseEarly(newest: String) throws {
    guard request.asOf != nil, let seconds, !newest.isEmpty else { return }
    let isEarly = try session.execute(
      """
      SELECT to_timestamp(\(seconds)) < \(newest)::timestamp AT TIME ZONE g.timezone FROM programme g
      """
    ).single().decode(Bool.self)
    if isEarly { throw Problem("snapshot_too_early", ["file": request.name, "newest": newest]) }
  }

  /// Opens the months in a session of its own, so that no till waits for this transaction.
  func open(_ months: Set<String>) throws {
    var days = months.map { $0 + "-01" }
    if let seconds {
      let month = try session.execute(
        """
        SELECT date_trunc('month', business_day(to_timestamp(\(seconds)::bigint), timezone, day_start))::date
        FROM programme
        """)
      days += month.compactMap { $0.text(0) }
    }
    let missing = try session.execute(
      """
      SELECT day FROM unnest(\(days)::date[]) AS d(day)
      WHERE NOT EXISTS (SELECT FROM book_month b WHERE b.month = d.day) GROUP BY day ORDER BY day
      """)
    guard !missing.isEmpty else { return }
    let months = Months(session: try session.second())
    for month in missing { try months.open(month.text(0) ?? "") }
  }
}
