public import Domain
internal import Postgres

/// What must be left of products, and what is promised.
extension Programme {
  /// Says how many base units of a product must be left at a location; zero for no such thing.
  ///
  /// - Returns: of what and where it is, in which unit.
  /// - Throws: `PostgresError` `BF001`: `product_unknown`, `location_unknown`, `quantity_not_whole`.
  @discardableResult
  public func setMinimum(
    of code: String, _ quantity: Quantity, at location: String?
  ) throws -> (location: String, sku: String, name: String, unit: String) {
    try connection.transaction {
      let asked = max(quantity, Quantity(whole: 1)).description
      let (place, product) = try connection.execute(
        "SELECT location_of(\(location)), (products_of(ARRAY[\(code)], ARRAY[\(asked)::numeric]))[1]"
      ).single().decode((Int64, Int64).self)
      try connection.execute(
        "DELETE FROM stock_minimum WHERE location_id = \(place) AND product_id = \(product)")
      if quantity != .zero {
        try connection.execute(
          """
          INSERT INTO stock_minimum (location_id, product_id, quantity)
          VALUES (\(place), \(product), \(quantity.description)::numeric)
          """)
      }
      return try connection.execute(
        """
        SELECT l.code, p.sku, p.name, p.unit FROM location l, product p
        WHERE l.location_id = \(place) AND p.product_id = \(product)
        """
      ).single().decode((String, String, String, String).self)
    }
  }

  /// Lists what must be left, with what is on hand.
  public func minimums(location: String?) throws -> Listed {
    try check(location: location)
    return Listed(
      try connection.execute(
        """
        SELECT l.code AS location, p.sku, p.name, trim_scale(n.quantity) AS minimum, trim_scale(coalesce(h.quantity, 0)) AS on_hand,
          p.unit
        FROM stock_minimum n
        JOIN location l ON l.location_id = n.location_id
        JOIN product p ON p.product_id = n.product_id
        LEFT JOIN stock_on_hand h ON h.location_id = n.location_id AND h.product_id = n.product_id
        WHERE \(location)::text IS NULL OR l.code = \(location)
        ORDER BY l.code, p.sku
        """))
  }

  /// Promises goods to somebody until a day; answers the reservation's number.
  ///
  /// - Throws: `PostgresError` `BF001`: `product_unknown`, `location_unknown`, `quantity_not_whole`, `day_past`.
  public func reserve(
    _ items: StockItems, at location: String?, for whom: String, until day: BusinessDay
  ) throws -> Int64 {
    try connection.transaction {
      try connection.execute(
        """
        SELECT reservation FROM reserve_stock(\(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
          \(location), \(whom), \(day.description)::date, now(), \(operatorName), 'stock reserve')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Releases a reservation.
  ///
  /// - Throws: `PostgresError` `BF001` `reservation_unknown`; `reservation_end_once`.
  public func release(reservation: Int64, reason: String?) throws {
    try connection.transaction {
      _ = try connection.execute(
        "SELECT release_stock(\(reservation), \(reason), now(), \(operatorName), 'stock release')")
    }
  }

  /// Lists reservations that stand, the first to end first; all with those that were released or are past.
  public func reservations(all: Bool) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT r.posting_id AS reservation, l.code AS location, p.sku, p.name, trim_scale(i.quantity) AS quantity, p.unit,
          coalesce(q.reason, '') AS for_whom, r.until_day::text AS until,
          CASE WHEN e.posting_id IS NOT NULL THEN 'released' WHEN r.until_day < t.day THEN 'past' ELSE 'stands' END AS state,
          q.operator
        FROM reservation r
        JOIN reservation_line i ON i.posting_id = r.posting_id
        JOIN posting q ON q.posting_id = r.posting_id
        JOIN location l ON l.location_id = r.location_id
        JOIN product p ON p.product_id = i.product_id
        LEFT JOIN reservation_end e ON e.reservation_id = r.posting_id
        CROSS JOIN (SELECT business_day(now(), timezone, day_start) AS day FROM programme) t
        WHERE \(all) OR e.posting_id IS NULL AND r.until_day >= t.day
        ORDER BY r.until_day, r.posting_id, i.line_no
        """))
  }
}
