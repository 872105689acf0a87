public import Domain
internal import Postgres

/// What a page shows around the figure of a month or a year.
public struct FigureSurroundings: Sendable {
  /// The months of its year, up to it where it is one, and what each channel counted in them, in yuan: `[month][channel]`.
  public let months: [String], channels: [(code: String, name: String)], counted: [[Money]]
  /// How gross leads to counted, by reasons and side by side: see `Reports.waterfall`.
  public let waterfall: Listed
  /// The published versions, newest first.
  public let versions: Listed
}

extension Reports {
  /// Reports what a page shows around the figure of a month or a year.
  public func around(_ time: FigureTime) throws -> FigureSurroundings {
    let (first, last) = (time.period.firstDay, time.period.lastDay)
    return try session.transaction(.repeatableRead) {
      let rows = try session.execute(
        """
        SELECT to_char(m.month, 'YYYY-MM'), m.code, m.name, m.counted
        FROM monthly_by_channel m
        WHERE m.month BETWEEN date_trunc('year', \(first)::date)::date AND \(last)::date
        ORDER BY m.month, m.code
        """
      ).map { try $0.decode((String, String, String, Money).self) }
      let months = try session.execute(
        """
        SELECT to_char(m, 'YYYY-MM')
        FROM generate_series(date_trunc('year', \(first)::timestamp), \(last)::timestamp, '1 month') AS m
        ORDER BY m
        """
      ).map { try $0.decode(String.self) }
      var channels: [(code: String, name: String)] = []
      for row in rows where !channels.contains(where: { $0.code == row.1 }) {
        channels.append((row.1, row.2))
      }
      channels.sort { $0.code < $1.code }
      let sums = Dictionary(rows.map { ([$0.0, $0.1], $0.3) }) { first, _ in first }
      return FigureSurroundings(
        months: months, channels: channels,
        counted: months.map { month in channels.map { sums[[month, $0.code]] ?? .zero } },
        waterfall: try waterfall(in: time.period),
        versions: try session.list(
          """
          SELECT to_char(v.month, 'YYYY-MM') AS month, v.version, convert_from(v.content, 'UTF8')::jsonb #>> '{headline,counted}' AS counted,
            to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, p.operator, v.sha256
          FROM figure_version v JOIN posting p ON p.posting_id = v.posting_id
          WHERE v.month BETWEEN \(first)::date AND \(last)::date ORDER BY v.month DESC, v.version DESC
          """))
    }
  }
}
