internal import Domain
internal import Postgres

extension Programme {
  /// Adds a channel, or changes one; nil leaves a field as it is, empty text clears it.
  ///
  /// - Throws: `Problem` `channel_exists`, `channel_unknown` or `location_unknown`.
  public func saveChannel(
    _ code: String, name: String?, kind: String?, platform: String?, shipsFrom: String?,
    isActive: Bool?, isNew: Bool
  ) throws {
    if let place = shipsFrom, !place.isEmpty {
      let found = try connection.execute("SELECT FROM location WHERE code = \(place)")
      if found.isEmpty { throw Problem("location_unknown", ["code": place]) }
    }
    try save("channel", code, isNew: isNew) {
      """
      INSERT INTO channel (code, name, kind, platform, ships_from)
      VALUES (\(code), \(name), \(kind),
        -- Sheets of supermarkets and fairs are of no platform: their kind stands for it.
        coalesce(nullif(\(platform), ''), CASE WHEN \(kind) IN ('supermarket', 'fair') THEN \(kind) END),
        (SELECT location_id FROM location WHERE code = \(shipsFrom)))
      """
    } change: {
      """
      UPDATE channel SET name = coalesce(\(name), name), kind = coalesce(\(kind), kind),
        platform = CASE WHEN \(platform)::text IS NULL THEN platform ELSE nullif(\(platform), '') END,
        ships_from = CASE WHEN \(shipsFrom)::text IS NULL THEN ships_from
          ELSE (SELECT l.location_id FROM location l WHERE l.code = \(shipsFrom)) END,
        active = coalesce(\(isActive)::boolean, active)
      WHERE code = \(code)
      """
    }
  }

  /// Lists the channels.
  public func channels(_ code: String? = nil) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT c.code, c.name, c.kind, coalesce(c.platform, '') AS platform, coalesce(l.code, '') AS ships_from,
          CASE WHEN c.active THEN 'yes' ELSE 'no' END AS active
        FROM channel c LEFT JOIN location l ON l.location_id = c.ships_from
        WHERE \(code)::text IS NULL OR c.code = \(code) ORDER BY c.channel_id
        """))
  }

  /// Lists the order lines that are pending and the after-sale cases that wait for their order, with the reason;
  /// most money first.
  public func pendingLines(channel: String?) throws -> Listed {
    try check(channel: channel)
    return Listed(
      try connection.execute(
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
        """))
  }

  /// Makes sure that a channel is there, so that a slip is not taken for a list of nothing.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  func check(channel: String?) throws {
    guard let channel else { return }
    let found = try connection.execute("SELECT FROM channel WHERE code = \(channel)")
    if found.isEmpty { throw Problem("channel_unknown", ["code": channel]) }
  }
}
