public import Domain
internal import Postgres

/// What must be left of a product at a location.
public struct Minimum: Equatable, Sendable {
  /// The location's code, the product's code, name and base unit.
  public let location: String, sku: String, name: String, unit: String
}

/// What must be left of products.
public struct Minimums {
  let session: Session

  /// Says how many base units of a product must be left at a location; zero for no such thing.
  ///
  /// - Returns: of what and where it is, in which unit.
  /// - Throws: `Problem` `product_unknown`, `location_unknown`, `quantity_not_whole`.
  @discardableResult
  public func set(
    of code: String, _ quantity: Quantity, at location: String?
  ) throws -> Minimum {
    let (location, sku, name, unit) = try session.execute(
      "SELECT * FROM set_minimum(\(code), \(quantity.description)::numeric, \(location))"
    ).single().decode((String, String, String, String).self)
    return Minimum(location: location, sku: sku, name: name, unit: unit)
  }

  /// Lists what must be left, with what is on hand.
  public func list(at location: String?) throws -> Listed {
    try Stock(session: session).expect(location: location)
    return try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, trim_scale(n.quantity) AS minimum, trim_scale(coalesce(h.quantity, 0)) AS on_hand,
        p.unit
      FROM stock_minimum n
      JOIN location l ON l.location_id = n.location_id
      JOIN product p ON p.product_id = n.product_id
      LEFT JOIN stock_on_hand h ON h.location_id = n.location_id AND h.product_id = n.product_id
      WHERE \(location)::text IS NULL OR l.code = \(location)
      ORDER BY l.code, p.sku
      """)
  }
}
