public import Domain
internal import Postgres

/// Listings: the channels' own products, and what is inside one piece of each.
extension Programme {
  /// Lists the listings of a channel, or of all, and what each is mapped to.
  public func listings(channel: String?) throws -> Listed {
    try check(channel: channel)
    return Listed(
      try connection.execute(
        """
        SELECT c.code AS channel, l.code AS listing, l.name, l.spec, l.barcode,
          coalesce(q.products, '') AS sku, coalesce(q.quantities, '') AS quantity
        FROM listing l
        JOIN channel c ON c.channel_id = l.channel_id
        LEFT JOIN LATERAL (
          SELECT string_agg(p.sku, ' + ' ORDER BY q.part_no) AS products,
            string_agg(trim_scale(q.quantity)::text, ' + ' ORDER BY q.part_no) AS quantities
          FROM listing_part q JOIN product p ON p.product_id = q.product_id
          WHERE q.listing_id = l.listing_id
        ) q ON true
        WHERE \(channel)::text IS NULL OR c.code = \(channel)
        ORDER BY c.code, l.code
        """))
  }

  /// Lists the listings that are not mapped, with the sales that wait for it, most money first, and a
  /// product to map each to, where one is likely: by its code, its 69 code or its name.
  public func unmappedListings(channel: String?) throws -> Listed {
    try check(channel: channel)
    var listed = Listed(
      try connection.execute(
        """
        SELECT c.code AS channel, l.code AS listing, l.name, l.spec, l.barcode, count(w.claim_id) AS lines,
          coalesce(sum(w.amount), 0.00) AS amount
        FROM listing l
        JOIN channel c ON c.channel_id = l.channel_id
        LEFT JOIN listing_waiting w ON w.listing_id = l.listing_id
        WHERE NOT EXISTS (SELECT FROM listing_part q WHERE q.listing_id = l.listing_id)
          AND (\(channel)::text IS NULL OR c.code = \(channel))
        GROUP BY c.code, l.code, l.name, l.spec, l.barcode
        ORDER BY coalesce(sum(w.amount), 0) DESC, l.code
        """))
    let proposals = ListingProposals(products: try proposable())
    listed.keys += ["proposal", "because"]
    listed.rows = listed.rows.map { row in
      let found = proposals.product(code: row[1], barcode: row[4], name: row[2], spec: row[3])
      return row + [found?.sku ?? "", found?.reason.rawValue ?? ""]
    }
    return listed
  }

  private func proposable() throws -> [ListingProposals.Product] {
    try connection.execute(
      """
      SELECT p.sku, p.name, coalesce(string_agg(b.code, ' '), '')
      FROM product p LEFT JOIN barcode b ON b.product_id = p.product_id
      WHERE p.active GROUP BY p.sku, p.name ORDER BY p.sku
      """
    ).map { row in
      let (sku, name, codes) = try row.decode((String, String, String).self)
      return ListingProposals.Product(
        sku: sku, name: name, barcodes: codes.split(separator: " ").map(String.init))
    }
  }

  /// What one piece of a listing holds.
  public struct ListingContent: Equatable, Sendable {
    /// The products, how many of its unit of each in one piece (nil for the base unit), and how the price splits
    /// over them, in yuan; no shares for by catalogue price.
    public var skus: [String] = [], quantities: [Quantity] = [], units: [String?] = [],
      shares: [Money] = []

    /// Makes a content of nothing yet.
    public init() {}
  }

  /// Maps a listing to the products in one piece of it; answers its order lines.
  ///
  /// What waited for it is posted as correction pairs; so is what was mapped otherwise before.
  ///
  /// - Throws: `PostgresError` `BF001`: `channel_unknown`, `product_unknown`, `quantity_not_whole`.
  public func map(listing: String, of channel: String, to content: ListingContent) throws -> Int {
    try connection.transaction { try post(listing: listing, of: channel, to: content) }
  }

  /// Maps one listing, within a transaction.
  func post(listing: String, of channel: String, to content: ListingContent) throws -> Int {
    let shares = content.shares.isEmpty ? nil : content.shares.map(\.description)
    return try connection.execute(
      """
      SELECT claims FROM map_listing(\(channel), \(listing), \(content.skus)::text[],
        \(content.quantities.map(\.description))::numeric[], \(content.units)::text[], \(shares)::numeric[],
        \(operatorName), 'channel map')
      """
    ).single().decode(Int.self)
  }
}
