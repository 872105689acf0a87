public import Domain
internal import Postgres

/// What the programme promised, by period.
public struct Targets {
  let session: Session

  /// The target of exactly a period, in yuan; nil where none is set.
  public func amount(from: BusinessDay, to: BusinessDay) throws -> Money? {
    try session.execute(
      """
      SELECT amount FROM target
      WHERE ended_by IS NULL AND from_day = \(from.description)::date AND to_day = \(to.description)::date
      """
    ).first?.decode(Money.self)
  }

  /// Sets a target, or gives the one of the same period another amount; the old one stays in the history.
  ///
  /// - Throws: `Problem` `target_reason_needed` where another amount stands and no reason is given,
  ///   `target_periods_apart`, `target_days_in_order` or `target_amount_positive`.
  public func set(
    _ amount: Money, from: BusinessDay, to: BusinessDay, reason: String? = nil
  ) throws {
    try session.transaction {
      try session.execute(
        """
        SELECT set_target(\(from.description)::date, \(to.description)::date, \(amount.description)::numeric, \(reason),
          now(), \(session.operatorName), 'target set')
        """)
    }
  }

  /// Takes a target away; it stays in the history.
  ///
  /// - Throws: `Problem` `target_unknown`, `reason_blank`.
  public func remove(from: BusinessDay, to: BusinessDay, reason: String) throws {
    try session.transaction {
      try session.execute(
        """
        SELECT set_target(\(from.description)::date, \(to.description)::date, NULL, \(reason), now(), \(session.operatorName),
          'target remove')
        """)
    }
  }

  /// Lists what targets were, newest first: who set each, when and why, and until when it stood.
  public func history() throws -> Listed {
    try session.list(
      """
      SELECT t.from_day::text AS "from", t.to_day::text AS "to", t.amount,
        coalesce(to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI'), '') AS at, coalesce(p.operator, '') AS operator,
        coalesce(p.reason, '') AS reason, coalesce(to_char(e.recorded_at, 'YYYY-MM-DD HH24:MI'), '') AS until,
        CASE WHEN t.ended_by IS NULL THEN 'stands' WHEN e.command = 'target remove' THEN 'removed' ELSE 'replaced' END AS state,
        CASE WHEN e.command = 'target remove' THEN e.operator || coalesce(': ' || e.reason, '') ELSE '' END AS removed_by,
        coalesce(p.recorded_by::text, '') AS recorded_by
      FROM target t
      LEFT JOIN posting p ON p.posting_id = t.posting_id
      LEFT JOIN posting e ON e.posting_id = t.ended_by
      ORDER BY t.from_day DESC, t.target_id DESC
      """)
  }

  /// Lists the targets.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT t.from_day::text AS "from", t.to_day::text AS "to", t.amount,
        coalesce((SELECT sum(s.gross - s.refunds) FROM month_sales s
          WHERE s.verdict = 'counted' AND s.day BETWEEN t.from_day AND t.to_day), 0.00) AS counted
      FROM target t WHERE t.ended_by IS NULL ORDER BY t.from_day
      """)
  }
}
