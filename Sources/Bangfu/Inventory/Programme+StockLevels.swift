public import Domain
internal import Postgres

/// What is on hand.
extension Programme {
  /// Lists what is on hand, with its value at cost in yuan, what of it is promised, what is on its way, and the days it lasts.
  ///
  /// - Parameters:
  ///   - location: only this one.
  ///   - isLow: only where less is free than must be left.
  /// - Returns: a row a location and product.
  /// - Throws: `PostgresError`.
  public func stockLevels(location: String?, isLow: Bool = false) throws -> Listed {
    try check(location: location)
    return Listed(
      try connection.execute(
        """
        SELECT l.code AS location, p.sku, p.name, trim_scale(v.quantity) AS quantity, p.unit, v.value AS cost,
          CASE WHEN v.reserved > 0 THEN trim_scale(v.reserved)::text ELSE '' END AS reserved,
          CASE WHEN v.in_transit > 0 THEN trim_scale(v.in_transit)::text ELSE '' END AS in_transit,
          coalesce(v.days::text, '') AS days, CASE WHEN v.minimum > 0 THEN trim_scale(v.minimum)::text ELSE '' END AS minimum,
          CASE WHEN v.is_low THEN 'low' ELSE '' END AS state
        FROM stock_level v
        JOIN (SELECT *, row_number() OVER (ORDER BY code) AS place FROM location) l ON l.location_id = v.location_id
        JOIN (SELECT *, row_number() OVER (ORDER BY sku) AS place FROM product) p ON p.product_id = v.product_id
        WHERE (\(location)::text IS NULL OR l.code = \(location)) AND (v.is_low OR NOT \(isLow))
        ORDER BY l.place * 4294967296 + p.place  -- l.code, p.sku: to compare two texts each time took a third of all
        """))
  }

  /// Lists what was on hand at the end of a business day, with its value at cost in yuan: the sum of the moves recorded
  /// up to then.
  public func stockLevels(location: String?, asOf day: BusinessDay) throws -> Listed {
    try check(location: location)
    return Listed(
      try connection.execute(
        """
        SELECT l.code AS location, p.sku, p.name, trim_scale(v.quantity) AS quantity, p.unit, v.value AS cost
        FROM stock_on_day(\(day.description)::date) v
        JOIN location l ON l.location_id = v.location_id
        JOIN product p ON p.product_id = v.product_id
        WHERE \(location)::text IS NULL OR l.code = \(location)
        ORDER BY l.code, p.sku
        """))
  }

  /// Lists what is on hand by age, with its value at cost in yuan: to 30 days, 90, 180, and older.
  public func stockAges(location: String?) throws -> Listed {
    try check(location: location)
    return Listed(
      try connection.execute(
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
        """))
  }

  /// Of products, those of which less is free at a location than must be left, or is promised.
  ///
  /// - Parameters:
  ///   - codes: skus or barcodes; nil for all.
  ///   - location: where; nil for where the channel ships from.
  ///   - channel: the channel's code; nil for the default location.
  /// - Returns: `sku`, `name`, `quantity`, `unit`, `reserved`, `minimum` of each.
  /// - Throws: `PostgresError`.
  public func lowStock(of codes: [String]?, location: String?, channel: String?) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT p.sku, p.name, trim_scale(s.quantity)::text AS quantity, p.unit,
          trim_scale(s.reserved)::text AS reserved, trim_scale(s.minimum)::text AS minimum
        FROM stock_low s
        JOIN product p ON p.product_id = s.product_id
        WHERE (\(codes == nil) OR p.sku = ANY (skus_of(\(codes ?? [])::text[]))) AND s.location_id = coalesce(
          (SELECT l.location_id FROM location l WHERE l.code = \(location)),
          (SELECT c.ships_from FROM channel c WHERE c.code = \(channel)),
          (SELECT l.location_id FROM location l WHERE l.is_default AND \(channel)::text IS NULL))
        ORDER BY p.sku
        """))
  }

  /// What of products is where a sale would take them from, to be told before money is counted.
  ///
  /// - Parameters:
  ///   - skus: which products.
  ///   - location: where; nil for where the channel ships from.
  ///   - channel: the channel's code.
  /// - Returns: `sku`, `quantity` and, of it, `expired`, in base units; nothing for a channel without a location.
  /// - Throws: `PostgresError`.
  public func stockToSell(of skus: [String], location: String?, channel: String) throws -> [(
    sku: String, quantity: Quantity, expired: Quantity
  )] {
    try connection.execute(
      """
      SELECT p.sku, coalesce(h.quantity, 0), coalesce((SELECT sum(t.quantity)
        FROM stock_lot t JOIN lot o ON o.lot_id = t.lot_id
        WHERE t.location_id = w.location_id AND t.product_id = p.product_id
          AND o.expires < business_day(now(), g.timezone, g.day_start)), 0)
      FROM product p
      CROSS JOIN programme g
      JOIN (SELECT coalesce((SELECT l.location_id FROM location l WHERE l.code = \(location)),
        (SELECT c.ships_from FROM channel c WHERE c.code = \(channel))) AS location_id) w ON w.location_id IS NOT NULL
      LEFT JOIN stock_on_hand h ON h.location_id = w.location_id AND h.product_id = p.product_id
      WHERE p.sku = ANY (\(skus)::text[])
      """
    ).map { try ($0.text(0) ?? "", $0.quantity(1), $0.quantity(2)) }
  }

  /// Makes sure that what a list is asked of is there, so that a slip is not taken for an empty shelf.
  ///
  /// - Throws: `PostgresError` `BF001` `location_unknown`, `product_unknown`.
  func check(location: String?, product: String? = nil) throws {
    if let location { try connection.execute("SELECT location_of(\(location))") }
    if let product {
      try connection.execute("SELECT products_of(ARRAY[\(product)], ARRAY[1])")
    }
  }
}
