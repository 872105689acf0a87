public import Domain
internal import Postgres

/// The rate of a kind of fee of a channel from a day on, until another begins.
public struct FeeRate: Sendable {
  /// The channel's code, and the kind of fee.
  public var channel: String, kind: String
  /// Percent of what buyers paid and of its subsidies, of at most two decimals.
  public var percent: String
  /// The first day.
  public var from: BusinessDay
  /// The rule or the contract that says so.
  public var source: String
  /// The streamer's number it was agreed with; empty for all of whom nothing else is said.
  public var host = ""
  /// Whether the fee of what is refunded after it was settled is kept all the same.
  public var isKept = false
  /// A remark.
  public var note: String?

  /// Says a rate.
  public init(of channel: String, kind: String, percent: String, from: BusinessDay, source: String)
  {
    (self.channel, self.kind, self.percent) = (channel, kind, percent)
    (self.from, self.source) = (from, source)
  }
}

extension Settlements {
  /// Keeps the rate of a fee from a day on; returns the act's number.
  ///
  /// - Throws: `Problem` `channel_unknown`, `fee_rate_malformed`; `fee_rate_kind_known`, `fee_rate_source_given`, …
  @discardableResult
  public func set(_ rate: FeeRate) throws -> Int64 {
    guard let percent = Money(rate.percent) else {
      throw Problem("fee_rate_malformed", ["value": rate.percent])
    }
    return try session.transaction {
      try session.execute(
        """
        SELECT set_fee_rate(\(rate.channel), \(rate.kind), \(rate.host), \(rate.from.description)::date, \(percent),
          \(rate.isKept), \(rate.source), \(rate.note), now(), \(session.operatorName), 'settle rate set')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Undoes a rate, by its number: what held before holds again.
  ///
  /// - Throws: `Problem` `fee_rate_unknown`, `undone_already`, `reason_blank`.
  public func undoRate(_ number: Int64, reason: String?) throws {
    try session.transaction {
      try session.execute(
        "SELECT undo_fee_rate(\(number), \(reason), now(), \(session.operatorName), 'settle rate undo')"
      )
    }
  }

  /// Lists the rates that hold, by channel, kind, streamer and day.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func rates(of channel: String? = nil) throws -> Listed {
    try translating {
      try Channels(session: session).expect(channel)
      return try session.list(
        """
        SELECT r.rate_no AS number, c.code AS channel, r.kind AS settled_kind, r.host, r.from_day::text AS "from",
          CASE WHEN r.to_day < '2099-12-31' THEN r.to_day::text ELSE '' END AS "to", r.rate::text AS agreed,
          CASE WHEN r.kept THEN 'yes' ELSE 'no' END AS fee_kept, r.source AS agreed_by
        FROM fee_rate_standing r
        JOIN channel c ON c.channel_id = r.channel_id
        WHERE \(channel)::text IS NULL OR c.code = \(channel)
        ORDER BY c.code, r.kind, r.host, r.from_day
        """)
    }
  }
}
