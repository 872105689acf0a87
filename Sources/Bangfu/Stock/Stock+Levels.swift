public import Domain
internal import Postgres

/// What is on hand.
extension Stock {
  /// Lists what is on hand, with its value at cost in yuan, what of it is promised, what is in transit, and the days it lasts.
  ///
  /// - Parameters:
  ///   - location: only this one.
  ///   - isLow: only where less is free than must be left.
  /// - Returns: a row a location and product.
  /// - Throws: `Problem` where the database is lost.
  public func levels(at location: String?, isLow: Bool = false) throws -> Listed {
    try expect(location: location)
    return try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, trim_scale(v.quantity) AS quantity, p.unit, v.value AS cost,
        CASE WHEN v.reserved > 0 THEN trim_scale(v.reserved)::text ELSE '' END AS reserved,
        CASE WHEN v.in_transit > 0 THEN trim_scale(v.in_transit)::text ELSE '' END AS in_transit,
        CASE WHEN v.with_buyers > 0 THEN trim_scale(v.with_buyers)::text ELSE '' END AS with_buyers,
        coalesce(v.days::text, '') AS days, CASE WHEN v.minimum > 0 THEN trim_scale(v.minimum)::text ELSE '' END AS minimum,
        CASE WHEN v.is_low THEN 'low' ELSE '' END AS state
      FROM stock_level v
      JOIN (SELECT *, row_number() OVER (ORDER BY code) AS rank FROM location) l ON l.location_id = v.location_id
      JOIN (SELECT *, row_number() OVER (ORDER BY sku) AS rank FROM product) p ON p.product_id = v.product_id
      WHERE (\(location)::text IS NULL OR l.code = \(location)) AND (v.is_low OR NOT \(isLow))
      ORDER BY l.rank * 4294967296 + p.rank  -- l.code, p.sku: to compare two texts each time took a third of all
      """)
  }

  /// Lists what was on hand at the end of a business day, with its value at cost in yuan: the sum of the moves recorded
  /// up to then.
  public func levels(at location: String?, asOf day: BusinessDay) throws -> Listed {
    try expect(location: location)
    return try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, trim_scale(v.quantity) AS quantity, p.unit, v.value AS cost
      FROM stock_on_day(\(day.description)::date) v
      JOIN location l ON l.location_id = v.location_id
      JOIN product p ON p.product_id = v.product_id
      WHERE \(location)::text IS NULL OR l.code = \(location)
      ORDER BY l.code, p.sku
      """)
  }

  /// Lists what is on hand by age, with its value at cost in yuan: to 30 days, 90, 180, and older.
  public func ages(at location: String?) throws -> Listed {
    try expect(location: location)
    return try session.list(
      """
      SELECT l.code AS location, p.sku, p.name, trim_scale(a.quantity) AS quantity, p.unit, a.value AS cost,
        CASE WHEN a.quantity_30 > 0 THEN trim_scale(a.quantity_30)::text ELSE '' END AS quantity_30,
        CASE WHEN a.quantity_30 > 0 THEN a.value_30::text ELSE '' END AS cost_30,
        CASE WHEN a.quantity_90 > 0 THEN trim_scale(a.quantity_90)::text ELSE '' END AS quantity_90,
        CASE WHEN a.quantity_90 > 0 THEN a.value_90::text ELSE '' END AS cost_90,
        CASE WHEN a.quantity_180 > 0 THEN trim_scale(a.quantity_180)::text ELSE '' END AS quantity_180,
        CASE WHEN a.quantity_180 > 0 THEN a.value_180::text ELSE '' END AS cost_180,
        CASE WHEN a.quantity_older > 0 THEN trim_scale(a.quantity_older)::text ELSE '' END AS quantity_older,
        CASE WHEN a.quantity_older > 0 THEN a.value_older::text ELSE '' END AS cost_older
      FROM stock_age a
      JOIN location l ON l.location_id = a.location_id
      JOIN product p ON p.product_id = a.product_id
      WHERE \(location)::text IS NULL OR l.code = \(location)
      ORDER BY l.code, p.sku
      """)
  }

  /// Makes sure that what a list is asked of is there, so that a slip is not taken for an empty shelf.
  ///
  /// - Throws: `Problem` `location_unknown`, `product_unknown`.
  func expect(location: String? = nil, product: String? = nil) throws {
    if let location { try session.execute("SELECT location_of(\(location))") }
    if let product {
      try session.execute("SELECT products_of(ARRAY[\(product)], ARRAY[1])")
    }
  }
}
