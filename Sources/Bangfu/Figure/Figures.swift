public import Domain
internal import Postgres

/// The figure as it was published, version by version.
public struct Figures {
  let session: Session

  /// Publishes the figure of a month that is closed, as its first version; returns it in yuan.
  ///
  /// - Throws: `Problem` `month_not_closed`, `figure_published`, `approval_needed`.
  public func publish(_ month: Month, reason: String? = nil) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT counted FROM publish_figure(\(month.firstDay)::date, \(reason), \(session.operatorName), 'figure publish')
        """
      ).single().decode(Money.self)
    }
  }

  /// A version of a month's figure; the newest where none is named.
  ///
  /// - Throws: `Problem` `figure_unpublished`, `figure_unknown`.
  public func version(of month: Month, _ number: Int? = nil) throws -> FigureVersion {
    let (version, text, sha256) = try session.execute(
      """
      SELECT version, convert_from(content, 'UTF8'), sha256
      FROM figure_of(\(month.firstDay)::date, \(number)::integer)
      """
    ).single().decode((Int, String, String).self)
    return FigureVersion(month: month, number: version, text: text, sha256: sha256)
  }

  /// Lists what was published, newest month first.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT to_char(v.month, 'YYYY-MM') AS month, v.version,
        convert_from(v.content, 'UTF8')::jsonb #>> '{headline,counted}' AS counted,
        to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, p.operator,
        coalesce(convert_from(v.content, 'UTF8')::jsonb #>> '{published,approved_by}', '') AS approved_by,
        coalesce(p.reason, '') AS reason, v.sha256
      FROM figure_version v
      JOIN posting p ON p.posting_id = v.posting_id
      ORDER BY v.month DESC, v.version DESC
      """)
  }

  /// Lists the steps that lead from the version before to a version, the newest where none is named, with their sum.
  ///
  /// - Throws: `Problem` `figure_first`, `figure_unpublished`, `figure_unknown`.
  public func bridge(of month: Month, _ number: Int? = nil) throws -> Listed {
    try session.list(
      """
      WITH bridge AS (
        SELECT b.*, b.n AS place
        FROM figure_bridge(\(month.firstDay)::date, \(number)::integer)
          WITH ORDINALITY AS b(step, lines, gross, refunds, duplicates, excluded, pending, counted, n)
      )
      SELECT step, lines, gross, refunds, duplicates, excluded, pending, counted FROM (
        SELECT step, lines, gross, refunds, duplicates, excluded, pending, counted, place FROM bridge
        UNION ALL
        SELECT 'total', sum(lines), sum(gross), sum(refunds), sum(duplicates), sum(excluded), sum(pending),
          sum(counted), 99 FROM bridge
      ) s ORDER BY place
      """)
  }

  /// Lists the lines of a step of a bridge, or of all of them.
  ///
  /// - Throws: `Problem` `figure_first`, `figure_unpublished`, `figure_unknown`.
  public func bridgeLines(of month: Month, _ number: Int? = nil, step: String? = nil) throws
    -> Listed
  {
    let version = try version(of: month, number).number
    if version == 1 { throw Problem("figure_first", ["month": month.description]) }
    return try session.list(
      """
      SELECT b.step, b.document_id AS document, b.line_no AS line, b.day::text AS day, c.code AS channel,
        coalesce(p.sku, '') AS sku, b.amount, to_char(b.from_month, 'YYYY-MM') AS from_month,
        to_char(b.to_month, 'YYYY-MM') AS to_month, b.verdict_before, b.verdict_after, b.counted
      FROM bridge_part b
      JOIN figure_version v ON v.posting_id = b.posting_id AND v.month = b.month
      JOIN channel c ON c.channel_id = b.channel_id
      LEFT JOIN product p ON p.product_id = b.product_id
      WHERE v.month = \(month.firstDay)::date AND v.version = \(version)
        AND (\(step)::text IS NULL OR b.step = \(step))
      ORDER BY b.step, b.document_id, b.line_no
      """)
  }
}

/// A version of a month's figure.
public struct FigureVersion: Equatable, Sendable {
  /// The month.
  public let month: Month
  /// Its number, from 1.
  public let number: Int
  /// What was published, byte by byte: canonical JSON.
  public let text: String
  /// The SHA-256 of these bytes.
  public let sha256: String
}
