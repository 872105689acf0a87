public import Domain
internal import Postgres

/// A product of which less is free at a location than must be left, or is promised.
public struct LowStock: Equatable, Sendable {
  /// The product's code, name and base unit.
  public let sku: String, name: String, unit: String
  /// Base units on hand, promised, and that must be left.
  public let quantity: Quantity, reserved: Quantity, minimum: Quantity
}

/// What of a product is where a sale would take it from.
public struct SellableStock: Equatable, Sendable {
  /// The product's code.
  public let sku: String
  /// Base units on hand, and those of them that have expired.
  public let quantity: Quantity, expired: Quantity
}

/// What a clerk sees of stock before and after a sale.
extension Stock {
  /// Of products, those of which less is free at a location than must be left, or is promised.
  ///
  /// - Parameters:
  ///   - codes: skus or barcodes; nil for all.
  ///   - location: where; nil for where the channel ships from.
  ///   - channel: the channel's code; nil for the default location.
  /// - Returns: by sku.
  /// - Throws: `Problem` where the database is lost.
  public func low(
    of codes: [String]?, at location: String?, channel: String?
  ) throws -> [LowStock] {
    try session.execute(
      """
      SELECT p.sku, p.name, p.unit, s.quantity, s.reserved, s.minimum
      FROM stock_low s
      JOIN product p ON p.product_id = s.product_id
      WHERE (\(codes == nil) OR p.sku = ANY (skus_of(\(codes ?? [])::text[]))) AND s.location_id = coalesce(
        (SELECT l.location_id FROM location l WHERE l.code = \(location)),
        (SELECT c.ships_from FROM channel c WHERE c.code = \(channel)),
        (SELECT l.location_id FROM location l WHERE l.is_default AND \(channel)::text IS NULL))
      ORDER BY p.sku
      """
    ).map { row in
      let (sku, name, unit, quantity, reserved, minimum) = try row.decode(
        (String, String, String, Quantity, Quantity, Quantity).self)
      return LowStock(
        sku: sku, name: name, unit: unit, quantity: quantity, reserved: reserved, minimum: minimum)
    }
  }

  /// What of products is where a sale would take them from, to be shown before money is counted.
  ///
  /// - Parameters:
  ///   - skus: which products.
  ///   - location: where; nil for where the channel ships from.
  ///   - channel: the channel's code.
  /// - Returns: nothing for a channel without a location.
  /// - Throws: `Problem` where the database is lost.
  public func sellable(
    of skus: [String], at location: String?, channel: String
  ) throws -> [SellableStock] {
    try session.execute(
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
    ).map { row in
      let (sku, quantity, expired) = try row.decode((String, Quantity, Quantity).self)
      return SellableStock(sku: sku, quantity: quantity, expired: expired)
    }
  }
}
