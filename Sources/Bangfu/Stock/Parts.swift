internal import Domain
internal import Postgres

/// Bills of materials: what products are assembled from.
public struct Parts {
  let session: Session

  /// Says what a product is assembled from; no parts for one that is not.
  ///
  /// - Throws: `Problem` `product_unknown`, `parts_circular`; the name of the constraint that refused it.
  public func set(_ parts: StockItems, of sku: String) throws {
    try session.execute(
      """
      SELECT set_parts(\(sku), \(parts.codes)::text[], \(parts.numbers.map(\.description))::numeric[], \(parts.units)::text[])
      """)
  }

  /// Lists what products are assembled from.
  public func list(of sku: String?) throws -> Listed {
    try Stock(session: session).expect(product: sku)
    return try session.list(
      """
      SELECT w.sku, w.name, p.sku AS part, p.name AS part_name, trim_scale(b.quantity) AS quantity, p.unit
      FROM product_part b
      JOIN product w ON w.product_id = b.product_id
      JOIN product p ON p.product_id = b.part_id
      WHERE \(sku)::text IS NULL OR w.sku = \(sku) ORDER BY w.sku, p.sku
      """)
  }

  /// Whether parts of a product are kept by lot and it is not: it does not say then when they expire.
  public func loseExpiry(of sku: String) throws -> Bool {
    try session.finds(
      """
      SELECT FROM product w
      JOIN product_part b ON b.product_id = w.product_id
      JOIN product p ON p.product_id = b.part_id
      WHERE w.sku = \(sku) AND NOT w.lots AND p.lots
      """
    )
  }
}
