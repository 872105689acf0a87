internal import Domain
internal import Postgres

/// Bills of materials: what products are assembled from.
public struct Parts {
  let session: Session

  /// Says what a product is assembled from; no parts for one that is not.
  ///
  /// - Throws: `Problem` `product_unknown`, `parts_circular`; the name of the constraint that refused it.
  public func set(_ parts: StockItems, of sku: String) throws {
    try session.transaction {
      let found = try session.execute("SELECT product_id FROM product WHERE sku = \(sku)")
      guard let product = try found.first?.decode(Int64.self) else {
        throw Problem("product_unknown", ["code": sku])
      }
      try session.execute("DELETE FROM product_part WHERE product_id = \(product)")
      guard !parts.codes.isEmpty else { return }
      try session.execute(
        """
        INSERT INTO product_part (product_id, part_id, quantity)
        SELECT \(product), i.part, i.quantity
        FROM goods_of(\(parts.codes)::text[], \(parts.numbers.map(\.description))::numeric[], \(parts.units)::text[]) g,
          unnest(g.products, g.quantities) AS i(part, quantity)
        """)
      let isCircular = try session.execute(
        """
        WITH RECURSIVE inside AS (
          SELECT b.part_id FROM product_part b WHERE b.product_id = \(product)
          UNION
          SELECT b.part_id FROM inside i JOIN product_part b ON b.product_id = i.part_id
        )
        SELECT EXISTS (SELECT FROM inside i WHERE i.part_id = \(product))
        """
      ).single().decode(Bool.self)
      if isCircular { throw Problem("parts_circular", ["code": sku]) }
    }
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
