public import Domain
internal import Postgres

/// What is said of a livestream session; of a change, what is nil stays.
public struct LivestreamDraft: Sendable {
  /// The host's name, and number on the platform (达人ID).
  public var host: String?, hostNumber: String?
  /// The channel's code.
  public var channel: String?
  /// From when to when it lasts; the end is outside of it.
  public var begins: Instant?, ends: Instant?
  /// The client's UUID: the same one is entered once.
  public var id: String?

  /// Makes an empty draft.
  public init() {}
}

/// An act on a livestream session.
public struct LivestreamReceipt: Equatable, Sendable {
  /// The act's number, and the session's.
  public let number: Int64, session: Int64
  /// Whether the act is an earlier one, asked for again.
  public let repeated: Bool
}

/// What sessions are added up by.
public enum SessionDimension: String, CaseIterable, Sendable {
  /// Each session.
  case session
  /// The hosts.
  case host
  /// The products of each host.
  case product
}

/// Livestream sessions (直播场次): who was live where, and when.
public struct Livestreams {
  let session: Session

  /// Adds a session.
  ///
  /// - Throws: `Problem` `channel_unknown`, `session_times`, `session_overlaps`, `request_used`.
  public func add(_ draft: LivestreamDraft, reason: String? = nil) throws -> LivestreamReceipt {
    try save(draft, of: nil, reason: reason, command: "session add")
  }

  /// Changes what a draft names of a session.
  ///
  /// - Throws: `Problem` `session_unknown`, `session_as_it_was`, `reason_blank`, and what `add` throws.
  public func change(_ number: Int64, to draft: LivestreamDraft, reason: String) throws
    -> LivestreamReceipt
  {
    try save(draft, of: number, reason: reason, command: "session change")
  }

  private func save(
    _ draft: LivestreamDraft, of number: Int64?, reason: String?, command: String
  ) throws -> LivestreamReceipt {
    let (act, saved, isRepeated) = try session.transaction {
      try session.execute(
        """
        SELECT posting, session, repeated
        FROM save_session(\(draft.id)::uuid, \(number), \(draft.channel), \(draft.host), \(draft.hostNumber),
          \(draft.begins?.description)::timestamptz, \(draft.ends?.description)::timestamptz, \(reason),
          \(session.operatorName), \(command))
        """
      ).single().decode((Int64, Int64, Bool).self)
    }
    return LivestreamReceipt(number: act, session: saved, repeated: isRepeated)
  }

  /// Undoes the adding of a session, or its last change, by the act's number.
  ///
  /// - Throws: `Problem` `session_unknown`, `undone_already`, `undo_stands`, `session_overlaps`, `reason_blank`.
  public func undo(_ number: Int64, reason: String) throws -> LivestreamReceipt {
    let (act, undone) = try session.transaction {
      try session.execute(
        """
        SELECT posting, session FROM undo_session(\(number), \(reason), \(session.operatorName), 'session undo')
        """
      ).single().decode((Int64, Int64).self)
    }
    return LivestreamReceipt(number: act, session: undone, repeated: false)
  }

  /// Lists the sessions that stand, by their beginning; of some days, a channel or a host where they are named.
  public func list(
    from: BusinessDay? = nil, to: BusinessDay? = nil, channel: String? = nil, host: String? = nil
  ) throws -> Listed {
    try session.list(
      """
      SELECT s.session_id AS session, c.code AS channel, s.host, s.host_code,
        to_char(s.begins_at AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') AS begins,
        to_char(s.ends_at AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') AS ends
      FROM livestream_standing s
      JOIN channel c ON c.channel_id = s.channel_id
      CROSS JOIN programme g
      WHERE (\(channel)::text IS NULL OR c.code = \(channel)) AND (\(host)::text IS NULL OR s.host = \(host))
        AND (\(from?.description)::date IS NULL OR (s.ends_at AT TIME ZONE g.timezone)::date >= \(from?.description)::date)
        AND (\(to?.description)::date IS NULL OR (s.begins_at AT TIME ZONE g.timezone)::date <= \(to?.description)::date)
      ORDER BY s.begins_at, s.session_id
      """)
  }

  /// Reports the hosts that orders of a period name, on channels that have sessions: their orders and yuan, in all and
  /// outside of any session; whether the host has a session at all.
  public func hosts(in period: ReportPeriod) throws -> TotalledReport {
    try session.report(
      """
      SELECT coalesce(channel, '') AS channel, host, host_code, orders, gross, outside, outside_gross,
        coalesce(first_outside::text, '') AS "from", coalesce(last_outside::text, '') AS "to",
        CASE WHEN known THEN 'has_session' WHEN NOT is_total THEN 'no_session' ELSE '' END AS state
      FROM session_hosts(\(period.firstDay)::date, \(period.lastDay)::date)
      """)
  }

  /// Lists what was said of a session, the oldest first: who, when, why, and what was undone.
  ///
  /// - Throws: `Problem` `session_unknown`.
  public func show(_ number: Int64) throws -> Listed {
    let listed = try session.list(
      """
      SELECT s.posting_id AS number, p.command AS act, c.code AS channel, s.host, s.host_code,
        to_char(s.begins_at AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') AS begins,
        to_char(s.ends_at AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') AS ends,
        to_char(p.recorded_at AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') AS at, p.operator,
        coalesce(p.reason, '') AS reason,
        CASE WHEN u.posting_id IS NOT NULL THEN 'undone' WHEN n.posting_id IS NOT NULL THEN 'stands' ELSE 'replaced' END
          AS state
      FROM livestream_session s
      JOIN channel c ON c.channel_id = s.channel_id
      JOIN posting p ON p.posting_id = s.posting_id
      LEFT JOIN posting u ON u.undoes = s.posting_id
      LEFT JOIN livestream_standing n ON n.posting_id = s.posting_id
      CROSS JOIN programme g
      WHERE s.session_id = \(number)
      ORDER BY s.posting_id
      """)
    guard !listed.rows.isEmpty else {
      throw Problem("session_unknown", ["number": String(number)])
    }
    return listed
  }
}
