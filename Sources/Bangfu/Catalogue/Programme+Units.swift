public import Domain
internal import Postgres

/// The units products are bought and sold in beside their base units.
extension Programme {
  /// Gives a product a unit of its own, one of which holds so many of another unit of it.
  ///
  /// - Parameters:
  ///   - unit: its name, letters alone, such as 箱.
  ///   - sku: the product's code.
  ///   - ratio: how many it holds.
  ///   - inner: of which unit; nil for the base unit.
  /// - Throws: `PostgresError` `BF001`: `product_unknown`, `unit_not_of_product`, `unit_built_in`; or with the
  ///   constraint that refused it.
  public func add(
    unit: String, to sku: String, holding ratio: UnitRatio, of inner: String?
  ) throws {
    try connection.transaction {
      _ = try connection.execute(
        """
        SELECT add_product_unit(\(sku), \(unit), \(ratio.numerator)::bigint, \(ratio.denominator)::bigint, \(inner))
        """)
    }
  }

  /// Sees to it that a product has a unit of its own, as a list of products says; inside a transaction.
  func list(_ unit: OwnUnit, of sku: String) throws {
    try connection.execute(
      """
      SELECT list_product_unit(\(sku), \(unit.name), \(unit.ratio.numerator)::bigint,
        \(unit.ratio.denominator)::bigint, \(unit.inner))
      """)
  }

  /// Takes a product's own unit away; what was posted stays as it is, in base units.
  ///
  /// - Throws: `Problem` `product_unit_unknown`.
  public func remove(unit: String, from sku: String) throws {
    let removed = try connection.execute(
      """
      DELETE FROM product_unit q USING product p
      WHERE p.product_id = q.product_id AND p.sku = \(sku) AND q.unit = \(unit)
      """)
    if removed.affected == 0 {
      throw Problem("product_unit_unknown", ["code": sku, "unit": unit])
    }
  }

  /// Lists the units a product may be entered in, the largest first; those of their own, of all products, without one.
  public func units(of sku: String?) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT p.sku, p.name, r.code AS unit,
          ratio_text(r.numerator, r.denominator) AS holds, p.unit AS base, CASE WHEN r.built_in THEN 'built_in' ELSE 'own' END AS kind
        FROM product p
        JOIN unit_of_product r ON r.product_id = p.product_id
        WHERE CASE WHEN \(sku)::text IS NULL THEN NOT r.built_in ELSE p.sku = \(sku) END
        ORDER BY p.sku, r.numerator::numeric / r.denominator DESC, r.built_in DESC, r.code
        """))
  }
}
