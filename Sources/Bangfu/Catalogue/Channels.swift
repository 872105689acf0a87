internal import Domain
internal import Postgres

/// A channel: one shop account of one platform, or a counter of our own.
public struct Channel: Equatable, Sendable {
  /// Its code, name and kind, such as `livestream`.
  public let code: String, name: String, kind: String
  /// The platform whose files it imports; empty for none.
  public let platform: String
  /// The location it ships from; nil where suppliers ship.
  public let shipsFrom: String?
  /// The province where what it sells goes; empty where that is not known.
  public let province: String
  /// Whether it is in use.
  public let isActive: Bool
}

/// A channel as it is entered; nil leaves a field as it is, empty text clears it.
public struct ChannelDraft: Sendable {
  /// The channel's code.
  public var code: String
  /// What people call it.
  public var name: String?
  /// How it sells, such as `livestream`.
  public var kind: String?
  /// The platform whose files it imports.
  public var platform: String?
  /// The code of the location it ships from.
  public var shipsFrom: String?
  /// The province where what it sells goes.
  public var province: String?
  /// Whether it is in use.
  public var isActive: Bool?

  /// Makes a channel of which only the code is known.
  public init(code: String) { self.code = code }
}

/// The channels.
public struct Channels {
  let session: Session

  /// Adds a channel.
  ///
  /// - Throws: `Problem` `channel_exists` or `location_unknown`.
  public func add(_ channel: ChannelDraft) throws { try save(channel, isNew: true) }

  /// Changes a channel.
  ///
  /// - Throws: `Problem` `channel_unknown` or `location_unknown`.
  public func change(_ channel: ChannelDraft) throws { try save(channel, isNew: false) }

  private func save(_ it: ChannelDraft, isNew: Bool) throws {
    try session.savingJudged("channel change") {
      try session.execute(
        """
        SELECT save_channel(\(isNew), \(it.code), \(it.name), \(it.kind), \(it.platform), \(it.shipsFrom),
          \(it.province), \(it.isActive))
        """)
    }
  }

  /// Lists the channels.
  public func list() throws -> [Channel] { try channels() }

  /// Shows a channel.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func show(_ code: String) throws -> Channel {
    try session.known(channels(code), "channel", code)
  }

  private func channels(_ code: String? = nil) throws -> [Channel] {
    try session.execute(
      """
      SELECT c.code, c.name, c.kind, coalesce(c.platform, ''), l.code, coalesce(c.province, ''), c.active
      FROM channel c LEFT JOIN location l ON l.location_id = c.ships_from
      WHERE \(code)::text IS NULL OR c.code = \(code) ORDER BY c.channel_id
      """
    ).map { row in
      let (code, name, kind, platform, shipsFrom, province, isActive) = try row.decode(
        (String, String, String, String, String?, String, Bool).self)
      return Channel(
        code: code, name: name, kind: kind, platform: platform, shipsFrom: shipsFrom,
        province: province, isActive: isActive)
    }
  }

  /// Lists the order lines that are pending and the after-sale cases that wait for their order, with the reason;
  /// most money first.
  public func pending(in channel: String?) throws -> Listed {
    try expect(channel)
    return try session.list(
      """
      SELECT h.code AS channel, c.order_no, c.line_no AS order_line, p.day::text AS day, l.code AS listing,
        p.amount, p.rule, s.order_status, s.aftersale_status, f.name AS file, v.row_no AS row
      FROM claim_posted p
      JOIN claim c ON c.claim_id = p.claim_id
      JOIN channel h ON h.channel_id = c.channel_id
      JOIN claim_snapshot v ON v.snapshot_id = c.value_id
      JOIN claim_snapshot s ON s.snapshot_id = c.status_id
      JOIN listing l ON l.listing_id = v.listing_id
      JOIN import_file f ON f.file_id = v.file_id
      WHERE p.side = 'sale' AND p.verdict = 'pending' AND (\(channel)::text IS NULL OR h.code = \(channel))
      UNION ALL
      SELECT h.code, a.order_no, coalesce(a.line_no, a.item), business_day(a.back_at, g.timezone, g.day_start)::text,
        a.number, -w.over, w.rule, '', n.status, f.name, n.row_no
      FROM aftersale_waiting w
      JOIN aftersale a ON a.aftersale_id = w.aftersale_id
      JOIN aftersale_snapshot n ON n.snapshot_id = a.snapshot_id
      JOIN channel h ON h.channel_id = a.channel_id
      JOIN import_file f ON f.file_id = a.file_id
      CROSS JOIN programme g
      WHERE \(channel)::text IS NULL OR h.code = \(channel)
      ORDER BY 6 DESC, 2, 3
      """)
  }

  /// Makes sure that a channel is there, so that a slip is not taken for a list of nothing.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  func expect(_ code: String?) throws {
    guard let code else { return }
    if try !session.finds("SELECT FROM channel WHERE code = \(code)") {
      throw Problem("channel_unknown", ["code": code])
    }
  }
}
