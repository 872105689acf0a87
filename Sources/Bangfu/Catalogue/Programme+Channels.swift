public import Domain
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
      VALUES (\(code), \(name), \(kind), nullif(\(platform), ''),
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

  /// Lists the listings of a channel, or of all, and what each is mapped to.
  public func listings(channel: String?) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT c.code AS channel, l.code AS listing, l.name, l.spec, coalesce(p.sku, '') AS sku,
          CASE WHEN p.sku IS NOT NULL THEN trim_scale(l.quantity)::text ELSE '' END AS quantity
        FROM listing l
        JOIN channel c ON c.channel_id = l.channel_id
        LEFT JOIN product p ON p.product_id = l.product_id
        WHERE \(channel)::text IS NULL OR c.code = \(channel)
        ORDER BY c.code, l.code
        """))
  }

  /// Lists the listings that are not mapped, with the sales that wait for it, most money first.
  public func unmappedListings(channel: String?) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT c.code AS channel, l.code AS listing, l.name, l.spec, count(w.claim_id) AS lines,
          coalesce(sum(w.amount), 0.00) AS amount
        FROM listing l
        JOIN channel c ON c.channel_id = l.channel_id
        LEFT JOIN listing_waiting w ON w.listing_id = l.listing_id
        WHERE l.product_id IS NULL AND (\(channel)::text IS NULL OR c.code = \(channel))
        GROUP BY c.code, l.code, l.name, l.spec
        ORDER BY coalesce(sum(w.amount), 0) DESC, l.code
        """))
  }

  /// Lists the order lines that are pending, with the reason, most money first.
  public func pendingLines(channel: String?) throws -> Listed {
    Listed(
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
        ORDER BY p.amount DESC, c.order_no, c.line_no
        """))
  }

  /// What mapping a listing posted.
  public struct Mapping: Equatable, Sendable {
    /// Order lines of the listing.
    public let claims: Int
  }

  /// Maps a listing to a product; one piece of it holds `quantity` base units.
  ///
  /// What waited for it is posted as correction pairs; so is what was mapped otherwise before.
  ///
  /// - Throws: `PostgresError` `BF001`: `channel_unknown`, `product_unknown`.
  public func map(
    listing: String, of channel: String, to sku: String, quantity: Quantity
  ) throws -> Mapping {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT claims FROM map_listing(\(channel), \(listing), \(sku), \(quantity.description)::numeric,
          \(operatorName), 'channel map')
        """
      ).single()
    }
    return Mapping(claims: try row.decode(Int.self))
  }
}
