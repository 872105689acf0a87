public import Domain
internal import Postgres

/// Moves of stock beside receipts and sales; each is one transaction, with who, when and why.
extension Programme {
  /// What taking goods out for good answered.
  public struct Removal: Equatable, Sendable {
    /// Yuan that the goods cost.
    public let cost: Money
    /// The supplier that took them back; nil for waste, and where none is known.
    public let supplier: String?
    /// Yuan that the supplier is owed less.
    public let credit: Money
    /// Base units of which no purchase from the supplier is recorded: nothing is credited for them.
    public let uncredited: Quantity
  }

  /// Takes goods out for good.
  ///
  /// - Parameters:
  ///   - items: what is taken.
  ///   - location: where from; nil for the default one.
  ///   - toSupplier: true where the supplier takes them back, false for waste.
  ///   - supplier: who takes them back; nil for the lot's or the product's supplier.
  ///   - receipt: the receipt they came with; nil for the newest.
  ///   - reason: why, such as 损耗, 死亡, 破损 or 试吃.
  /// - Returns: their cost, and what is credited.
  /// - Throws: `PostgresError` `BF001`: `stock_short`, `lot_unknown`, `product_unknown`, `location_unknown`,
  ///   `supplier_unknown`, `return_suppliers_differ`, `receipt_unknown`.
  public func remove(
    _ items: StockItems, from location: String?, toSupplier: Bool, supplier: String? = nil,
    receipt: Int64? = nil, reason: String
  ) throws -> Removal {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT cost, supplier, credit, uncredited FROM remove_stock(\(toSupplier ? "give_back" : "waste"),
          \(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
          \(items.lots)::text[], \(location), \(supplier), \(receipt), \(reason), now(), \(operatorName),
          \(toSupplier ? "stock return" : "stock waste"))
        """
      ).single()
    }
    return try Removal(
      cost: row.money(0), supplier: row.text(1), credit: row.money(2), uncredited: row.quantity(3))
  }

  /// Takes goods of a platform's order back, as somebody has seen them arrive; answers their cost in yuan.
  ///
  /// Refunds that files tell of bring nothing back: money goes back before goods do, or without them.
  /// `order` is the platform's number, `location` where they are now (nil for the default one); `toWaste` says that they
  /// cannot be sold again.
  ///
  /// - Throws: `PostgresError` `BF001`: `goods_back_unknown`, `goods_back_over`, `product_unknown`, …
  public func takeBack(
    _ items: StockItems, of order: String, to location: String?, toWaste: Bool, reason: String?
  ) throws -> Money {
    try connection.transaction {
      try connection.execute(
        """
        SELECT cost FROM take_goods_back(\(order), \(items.codes)::text[],
          \(items.numbers.map(\.description))::numeric[], \(items.units)::text[], \(location), \(toWaste), \(reason),
          now(), \(operatorName), 'stock take-back')
        """
      ).single().money(0)
    }
  }

  /// Sends goods to another location, where they are in transit until they arrive; answers the transfer's number.
  ///
  /// - Throws: `PostgresError` `BF001`: `transfer_to_itself`, `stock_short`, `lot_unknown`, …
  public func send(
    _ items: StockItems, from location: String?, to target: String, reason: String?
  ) throws -> Int64 {
    try connection.transaction {
      try connection.execute(
        """
        SELECT transfer FROM send_transfer(\(items.codes)::text[], \(items.numbers.map(\.description))::numeric[],
          \(items.units)::text[], \(items.lots)::text[], \(location), \(target), \(reason), now(), \(operatorName),
          'stock transfer send')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says what of a transfer has arrived, or is lost; all that is on its way where nothing is named.
  ///
  /// - Returns: the base units that are still on their way.
  /// - Throws: `PostgresError` `BF001`: `transfer_unknown`, `transfer_done`, `transfer_over`, …
  public func end(
    transfer: Int64, _ items: StockItems, isLost: Bool, reason: String?
  ) throws -> Quantity {
    try connection.transaction {
      try connection.execute(
        """
        SELECT left_over FROM end_transfer(\(transfer), \(items.codes)::text[],
          \(items.numbers.map(\.description))::numeric[], \(items.units)::text[], \(isLost), \(reason), now(),
          \(operatorName), \(isLost ? "stock transfer lose" : "stock transfer receive"))
        """
      ).single().quantity(0)
    }
  }

  /// Lists what of a transfer is still on its way, by product.
  public func inTransit(of transfer: Int64) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT p.sku, trim_scale(sum(o.quantity)) AS quantity, p.unit
        FROM transfer_open o JOIN product p ON p.product_id = o.product_id
        WHERE o.transfer_id = \(transfer) GROUP BY p.sku, p.unit ORDER BY p.sku
        """))
  }

  /// Lists transfers, newest first: those with something on its way, or all.
  public func transfers(all: Bool) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT t.transfer_id AS transfer, to_char(q.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, f.code AS "from", g.code AS "to",
          p.sku, p.name, trim_scale(l.quantity) AS quantity, p.unit, coalesce(o.code, '') AS lot,
          trim_scale(coalesce(e.arrived, 0)) AS arrived, trim_scale(coalesce(e.lost, 0)) AS lost,
          trim_scale(l.quantity - coalesce(e.arrived, 0) - coalesce(e.lost, 0)) AS in_transit,
          coalesce(e.lost_cost, 0.00) AS lost_cost, coalesce(e.reason, '') AS reason
        FROM transfer t
        JOIN transfer_line l ON l.transfer_id = t.transfer_id
        JOIN posting q ON q.posting_id = t.transfer_id
        JOIN location f ON f.location_id = t.from_location
        JOIN location g ON g.location_id = t.to_location
        JOIN product p ON p.product_id = l.product_id
        LEFT JOIN lot o ON o.lot_id = l.lot_id
        LEFT JOIN (SELECT n.transfer_id, n.line_no, sum(n.quantity) FILTER (WHERE NOT n.lost) AS arrived,
            sum(n.quantity) FILTER (WHERE n.lost) AS lost, sum(n.value) FILTER (WHERE n.lost) AS lost_cost,
            string_agg(concat_ws(' ', b.operator, b.reason), '; ' ORDER BY b.posting_id) FILTER (WHERE n.lost) AS reason
          FROM transfer_end n JOIN posting b ON b.posting_id = n.posting_id GROUP BY n.transfer_id, n.line_no) e
          ON e.transfer_id = l.transfer_id AND e.line_no = l.line_no
        WHERE \(all) OR l.quantity > coalesce(e.arrived, 0) + coalesce(e.lost, 0)
        ORDER BY t.transfer_id DESC, l.line_no
        """))
  }

  /// Says what a product is assembled from; no parts for one that is not.
  ///
  /// - Throws: `Problem` `product_unknown`, `parts_circular`; `PostgresError` with the constraint that refused it.
  public func setParts(of sku: String, _ parts: StockItems) throws {
    try connection.transaction {
      let found = try connection.execute("SELECT product_id FROM product WHERE sku = \(sku)")
      guard let product = try found.first?.decode(Int64.self) else {
        throw Problem("product_unknown", ["code": sku])
      }
      try connection.execute("DELETE FROM product_part WHERE product_id = \(product)")
      guard !parts.codes.isEmpty else { return }
      try connection.execute(
        """
        INSERT INTO product_part (product_id, part_id, quantity)
        SELECT \(product), i.part, i.quantity
        FROM goods_of(\(parts.codes)::text[], \(parts.numbers.map(\.description))::numeric[], \(parts.units)::text[]) g,
          unnest(g.products, g.quantities) AS i(part, quantity)
        """)
      let isCircular = try connection.execute(
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
  public func parts(of sku: String?) throws -> Listed {
    try check(location: nil, product: sku)
    return Listed(
      try connection.execute(
        """
        SELECT w.sku, w.name, p.sku AS part, p.name AS part_name, trim_scale(b.quantity) AS quantity, p.unit
        FROM product_part b
        JOIN product w ON w.product_id = b.product_id
        JOIN product p ON p.product_id = b.part_id
        WHERE \(sku)::text IS NULL OR w.sku = \(sku) ORDER BY w.sku, p.sku
        """))
  }

  /// Whether parts of a product are kept by lot and it is not: it does not say then when they expire.
  public func losesExpiry(of sku: String) throws -> Bool {
    try !connection.execute(
      """
      SELECT FROM product w
      JOIN product_part b ON b.product_id = w.product_id
      JOIN product p ON p.product_id = b.part_id
      WHERE w.sku = \(sku) AND NOT w.lots AND p.lots
      """
    ).isEmpty
  }

  /// Makes so many of a product out of its parts, or takes so many apart; answers their cost in yuan.
  ///
  /// - Throws: `PostgresError` `BF001`: `product_has_no_parts`, `part_broken`, `stock_short`, …
  public func assemble(
    _ sku: String, _ quantity: Quantity, unit: String? = nil, apart: Bool, at location: String?
  ) throws -> Money {
    try connection.transaction {
      try connection.execute(
        """
        SELECT cost FROM assemble_stock(\(sku), \(quantity.description)::numeric, \(unit), \(apart), \(location), NULL, now(),
          \(operatorName), \(apart ? "stock unbuild" : "stock build"))
        """
      ).single().money(0)
    }
  }

  /// Writes off what sales that had happened are still short of, at a location; answers how many lines.
  ///
  /// - Throws: `PostgresError` `BF001`: `location_unknown`, `product_unknown`.
  public func writeOffShortages(of sku: String, at location: String?, reason: String) throws -> Int
  {
    try connection.transaction {
      try connection.execute(
        "SELECT write_off_shortages(\(sku), \(location), \(reason), now(), \(operatorName), 'stock write-off')"
      ).single().decode(Int.self)
    }
  }
}
