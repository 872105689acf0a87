public import Domain
internal import Postgres

/// A listing that is not mapped, with the sales that wait for it, and a product to map it to where one is likely.
public struct UnmappedListing: Equatable, Sendable {
  /// The channel's code, and what the channel calls its product: code, name, specification, barcode.
  public let channel: String, code: String, name: String, spec: String, barcode: String
  /// How many order lines wait for it.
  public let lines: Int
  /// Yuan of the sales that wait.
  public let amount: Money
  /// The product that it seems to be, and why.
  public let proposal: ListingProposals.Proposal?
}

/// Listings: the channels' own products, and what is inside one piece of each.
public struct Listings {
  let session: Session

  /// Lists the listings of a channel, or of all, and what each is mapped to.
  public func list(of channel: String?) throws -> Listed {
    try Channels(session: session).expect(channel)
    return try session.list(
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
      """)
  }

  /// Lists the listings that are not mapped, with the sales that wait for it, most money first, and a
  /// product to map each to, where one is likely: by its code, its 69 code or its name.
  public func unmapped(in channel: String?) throws -> [UnmappedListing] {
    try Channels(session: session).expect(channel)
    let proposals = ListingProposals(products: try proposable())
    return try session.execute(
      """
      SELECT c.code, l.code, l.name, l.spec, l.barcode, count(w.claim_id), coalesce(sum(w.amount), 0.00)
      FROM listing l
      JOIN channel c ON c.channel_id = l.channel_id
      LEFT JOIN listing_waiting w ON w.listing_id = l.listing_id
      WHERE NOT EXISTS (SELECT FROM listing_part q WHERE q.listing_id = l.listing_id)
        AND (\(channel)::text IS NULL OR c.code = \(channel))
      GROUP BY c.code, l.code, l.name, l.spec, l.barcode
      ORDER BY coalesce(sum(w.amount), 0) DESC, l.code
      """
    ).map { row in
      let (channel, code, name, spec, barcode, lines, amount) = try row.decode(
        (String, String, String, String, String, Int, Money).self)
      return UnmappedListing(
        channel: channel, code: code, name: name, spec: spec, barcode: barcode, lines: lines,
        amount: amount,
        proposal: proposals.product(code: code, barcode: barcode, name: name, spec: spec))
    }
  }

  private func proposable() throws -> [ListingProposals.Product] {
    try session.execute(
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

  /// Maps a listing to the products in one piece of it; returns its order lines.
  ///
  /// What waited for it is posted as correction pairs; so is what was mapped otherwise before.
  ///
  /// - Throws: `Problem` `channel_unknown`, `product_unknown`, `quantity_not_whole`.
  public func map(_ listing: String, of channel: String, to content: ListingContent) throws -> Int {
    try session.transaction { try post(listing, of: channel, to: content) }
  }

  /// Maps one listing, within a transaction.
  func post(_ listing: String, of channel: String, to content: ListingContent) throws -> Int {
    let shares = content.shares.isEmpty ? nil : content.shares.map(\.description)
    return try session.execute(
      """
      SELECT claims FROM map_listing(\(channel), \(listing), \(content.skus)::text[],
        \(content.quantities.map(\.description))::numeric[], \(content.units)::text[], \(shares)::numeric[],
        \(session.operatorName), 'channel map')
      """
    ).single().decode(Int.self)
  }
}
