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
  /// What was open when the month was closed, as its newest version says, and why it was signed for; of a year nothing.
  public let open: Listed
}

extension Reports {
  /// Reports what a page shows around the figure of a month or a year.
  ///
  /// Of versions it reads only what they contain themselves, which readers may see.
  public func around(_ time: FigureTime) throws -> FigureSurroundings {
    let (first, last) = (time.period.firstDay, time.period.lastDay)
    let month: String? =
      switch time {
      case .month(let month): month.firstDay.description
      case .year: nil
      }
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
          SELECT to_char(v.month, 'YYYY-MM') AS month, v.version, v.content #>> '{headline,counted}' AS counted,
            to_char((v.content #>> '{published,at}')::timestamptz, 'YYYY-MM-DD HH24:MI') AS at,
            v.content #>> '{published,operator}' AS operator, v.sha256
          FROM (
            SELECT month, version, sha256, convert_from(content, 'UTF8')::jsonb AS content FROM figure_version
            WHERE month BETWEEN \(first)::date AND \(last)::date
          ) v
          ORDER BY v.month DESC, v.version DESC
          """),
        open: try session.list(
          """
          SELECT s.point ->> 'kind' AS kind, s.point ->> 'channel' AS channel, s.point ->> 'many' AS many,
            coalesce(s.point ->> 'amount', '') AS amount, s.point ->> 'example' AS example, s.point ->> 'reason' AS reason
          FROM jsonb_array_elements((
            SELECT convert_from(v.content, 'UTF8')::jsonb #> '{closed,signed}' FROM figure_version v
            WHERE v.month = \(month)::date ORDER BY v.version DESC LIMIT 1
          )) AS s(point)
          ORDER BY 1, 2, 5
          """))
    }
  }
}
