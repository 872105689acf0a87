internal import Domain
internal import Postgres

extension Programme {
  /// Receives goods; answers what became of each line.
  ///
  /// - Throws: `PostgresError` `BF001`: `product_unknown`, `location_unknown`, `supplier_unknown`,
  ///   `unit_not_of_product`, `quantity_uneven`, `quantity_not_whole`, `quantity_too_large`, `cost_too_large`,
  ///   `lot_code_plain`, `lot_days_in_order`, `lot_expires_otherwise`; of a line that a file holds, as a `Problem`.
  public func receive(_ receipt: Receipt) throws -> [ReceivedLine] {
    let lines = receipt.lines
    return try naming(lines.map(\.fileLine)) {
      try connection.transaction {
        try connection.execute(
          """
          SELECT location, sku, name, unit, lot, expires::text, quantity, on_hand, covered, entered_quantity, entered_unit, receipt,
            by_lot, posting, usual_cost
          FROM receive_stock(\(lines.map(\.code))::text[], \(lines.map(\.quantity.description))::numeric[],
            \(lines.map(\.unit))::text[], \(lines.map { $0.cost?.description })::numeric[], \(lines.map(\.lot))::text[],
            \(lines.map { $0.produced?.description })::date[], \(lines.map { $0.expires?.description })::date[],
            \(receipt.location), \(receipt.supplier), \(receipt.note), coalesce(\(receipt.at?.description)::timestamptz, now()),
            \(operatorName), 'stock receive')
          """)
      }
    }.map { row in
      let (location, sku, name, unit, lot, expires) = try row.decode(
        (String, String, String, String, String, String?).self)
      return try ReceivedLine(
        location: location, sku: sku, name: name, unit: unit, lot: lot, quantity: row.quantity(6),
        onHand: row.quantity(7), covered: row.quantity(8), expires: expires,
        entered: row.text(10).map { try EnteredQuantity(row.quantity(9), $0) },
        receipt: row.text(11).flatMap { Int64($0) }, isKeptByLot: row.text(12) == "t",
        number: row.text(13).flatMap { Int64($0) } ?? 0,
        usualCost: row.text(14) == nil ? nil : row.money(14))
    }
  }

  /// Lists the lots on hand, the first to expire first; those that expire within so many days, where asked.
  public func lots(of code: String?, location: String?, within days: Int?) throws -> Listed {
    try check(location: location, product: code)
    let days = days.map { min($0, 100_000) }
    return Listed(
      try connection.execute(
        """
        SELECT l.code AS location, p.sku, p.name, o.code AS lot, coalesce(o.produced::text, '') AS produced,
          coalesce(o.expires::text, '') AS expires,
          coalesce((o.expires - business_day(now(), g.timezone, g.day_start))::text, '') AS days,
          trim_scale(t.quantity) AS quantity, p.unit, coalesce(s.code, '') AS supplier
        FROM stock_lot t
        JOIN lot o ON o.lot_id = t.lot_id
        JOIN product p ON p.product_id = t.product_id
        JOIN location l ON l.location_id = t.location_id
        LEFT JOIN supplier s ON s.supplier_id = o.supplier_id
        CROSS JOIN programme g
        WHERE t.quantity > 0 AND (\(code)::text IS NULL OR p.sku = \(code))
          AND (\(location)::text IS NULL OR l.code = \(location))
          AND (\(days)::integer IS NULL OR o.expires <= business_day(now(), g.timezone, g.day_start) + \(days)::integer)
        ORDER BY o.expires NULLS LAST, p.sku, l.code, o.code
        """))
  }

  /// Lists moves of stock, newest first: of a product, of a location, recorded on days, at most so many.
  public func stockMoves(
    of code: String?, location: String?, _ days: DayRange = .all, limit: Int?
  ) throws -> Listed {
    try check(location: location, product: code)
    return try Listed(
      """
      SELECT v.posting_id AS number, to_char(q.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, v.kind, l.code AS location, p.sku,
        trim_scale(v.quantity) AS quantity, p.unit, coalesce(trim_scale(v.entered_quantity)::text, '') AS entered_quantity,
        coalesce(v.entered_unit, '') AS entered_unit, coalesce(o.code, v.lot, '') AS lot, v.value AS cost,
        coalesce(v.document_id::text, '') AS document, coalesce(q.reason, '') AS reason, q.operator
      FROM stock_move v
      JOIN posting q ON q.posting_id = v.posting_id
      JOIN location l ON l.location_id = v.location_id
      JOIN product p ON p.product_id = v.product_id
      LEFT JOIN lot o ON o.lot_id = v.lot_id
      CROSS JOIN programme g
      WHERE (\(code)::text IS NULL OR p.sku = \(code)) AND (\(location)::text IS NULL OR l.code = \(location))
        AND (\(days.isAll) OR business_day(q.recorded_at, g.timezone, g.day_start)
          BETWEEN \(days.first)::date AND \(days.last)::date)
      """, order: "v.posting_id DESC, v.move_no DESC", limit: limit, on: connection)
  }

  /// Lists what sales that had happened are still short of, by location and product.
  public func shortages() throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT l.code AS location, p.sku, p.name, trim_scale(sum(s.quantity)) AS quantity, p.unit, count(*) AS lines
        FROM shortage_open s
        JOIN location l ON l.location_id = s.location_id
        JOIN product p ON p.product_id = s.product_id
        GROUP BY l.code, p.sku, p.name, p.unit
        ORDER BY l.code, p.sku
        """))
  }
}
