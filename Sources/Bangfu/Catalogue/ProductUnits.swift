public import Domain
internal import Postgres

/// A unit that a product may be entered in beside its base unit.
public struct ProductUnit: Equatable, Sendable {
  /// The product's code and name, the unit, and the product's base unit.
  public let sku: String, name: String, unit: String, base: String
  /// How many base units one of it holds, as people write it: `10`, `12.5` or `1/12`.
  public let holds: String
  /// Whether it is the product's own; else every product of its measure has it.
  public let isOwn: Bool
}

/// The units products are bought and sold in beside their base units.
public struct ProductUnits {
  let session: Session

  /// Gives a product a unit of its own, one of which holds so many of another unit of it.
  ///
  /// - Parameters:
  ///   - unit: its name, letters alone, such as 箱.
  ///   - sku: the product's code.
  ///   - ratio: how many it holds.
  ///   - inner: of which unit; nil for the base unit.
  /// - Returns: the unit as it is now.
  /// - Throws: `Problem` `product_unknown`, `unit_not_of_product`, `unit_built_in`; or with the
  ///   constraint that refused it.
  @discardableResult
  public func add(
    _ unit: String, to sku: String, holding ratio: UnitRatio, of inner: String?
  ) throws -> ProductUnit? {
    try session.transaction {
      try session.execute(
        """
        SELECT add_product_unit(\(sku), \(unit), \(ratio.numerator)::bigint, \(ratio.denominator)::bigint, \(inner))
        """)
      return try list(of: sku).first { $0.unit == unit }
    }
  }

  /// Sees to it that a product has a unit of its own, as a list of products says; inside a transaction.
  func ensure(_ unit: OwnUnit, of sku: String) throws {
    try session.execute(
      """
      SELECT list_product_unit(\(sku), \(unit.name), \(unit.ratio.numerator)::bigint,
        \(unit.ratio.denominator)::bigint, \(unit.inner))
      """)
  }

  /// Takes a product's own unit away; what was posted stays as it is, in base units.
  ///
  /// - Throws: `Problem` `product_unit_unknown`.
  public func remove(_ unit: String, from sku: String) throws {
    try session.execute("SELECT remove_product_unit(\(sku), \(unit))")
  }

  /// Lists the units a product may be entered in, the largest first; those of their own, of all products, without one.
  ///
  /// - Throws: `Problem` `product_unknown`.
  public func list(of sku: String?) throws -> [ProductUnit] {
    let units = try session.execute(
      """
      SELECT p.sku, p.name, r.code, p.unit, ratio_text(r.numerator, r.denominator), NOT r.built_in
      FROM product p
      JOIN unit_of_product r ON r.product_id = p.product_id
      WHERE CASE WHEN \(sku)::text IS NULL THEN NOT r.built_in ELSE p.sku = \(sku) END
      ORDER BY p.sku, r.numerator::numeric / r.denominator DESC, r.built_in DESC, r.code
      """
    ).map { row in
      let (sku, name, unit, base, holds, isOwn) = try row.decode(
        (String, String, String, String, String, Bool).self)
      return ProductUnit(
        sku: sku, name: name, unit: unit, base: base, holds: holds, isOwn: isOwn)
    }
    if let sku, units.isEmpty { throw Problem("product_unknown", ["code": sku]) }
    return units
  }
}
