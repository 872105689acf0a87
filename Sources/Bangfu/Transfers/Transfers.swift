public import Domain
internal import Postgres

/// Goods of a transfer that are still in transit.
public struct GoodsInTransit: Equatable, Sendable {
  /// The product's code, and its base unit.
  public let sku: String, unit: String
  /// How many base units.
  public let quantity: Quantity
}

/// Goods in transit from one location to another.
public struct Transfers {
  let session: Session

  /// Sends goods to another location, where they are in transit until they arrive; returns the transfer's number.
  ///
  /// - Throws: `Problem` `transfer_to_itself`, `stock_short`, `lot_unknown`, …
  public func send(
    _ items: StockItems, from location: String?, to target: String, reason: String?
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT transfer FROM send_transfer(\(items.codes)::text[], \(items.numbers.map(\.description))::numeric[],
          \(items.units)::text[], \(items.lots)::text[], \(location), \(target), \(reason), now(), \(session.operatorName),
          'stock transfer send')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says that goods of a transfer have arrived; all that is in transit where nothing is named.
  ///
  /// - Returns: the base units that are still in transit.
  /// - Throws: `Problem` `transfer_unknown`, `transfer_done`, `transfer_over`, …
  @discardableResult
  public func receive(_ items: StockItems, of transfer: Int64) throws -> Quantity {
    try end(transfer, items, isLost: false, reason: nil, command: "stock transfer receive")
  }

  /// Says that goods of a transfer are lost; all that is in transit where nothing is named.
  ///
  /// - Returns: the base units that are still in transit.
  /// - Throws: `Problem` `transfer_unknown`, `transfer_done`, `transfer_over`, …
  @discardableResult
  public func lose(_ items: StockItems, of transfer: Int64, reason: String?) throws -> Quantity {
    try end(transfer, items, isLost: true, reason: reason, command: "stock transfer lose")
  }

  private func end(
    _ transfer: Int64, _ items: StockItems, isLost: Bool, reason: String?, command: String
  ) throws -> Quantity {
    try session.transaction {
      try session.execute(
        """
        SELECT left_over FROM end_transfer(\(transfer), \(items.codes)::text[],
          \(items.numbers.map(\.description))::numeric[], \(items.units)::text[], \(isLost), \(reason), now(),
          \(session.operatorName), \(command))
        """
      ).single().decode(Quantity.self)
    }
  }

  /// What of a transfer is still in transit, by product.
  public func inTransit(of transfer: Int64) throws -> [GoodsInTransit] {
    try session.execute(
      """
      SELECT p.sku, p.unit, sum(o.quantity)
      FROM transfer_open o JOIN product p ON p.product_id = o.product_id
      WHERE o.transfer_id = \(transfer) GROUP BY p.sku, p.unit ORDER BY p.sku
      """
    ).map { row in
      let (sku, unit, quantity) = try row.decode((String, String, Quantity).self)
      return GoodsInTransit(sku: sku, unit: unit, quantity: quantity)
    }
  }

  /// Lists transfers, newest first: those with something in transit, or all.
  public func list(all: Bool) throws -> Listed {
    try session.list(
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
      """)
  }
}
