public import Domain
internal import Postgres

/// Goods that come into a location.
public struct Receipt: Sendable {
  /// A sku or barcode.
  public var code: String
  /// Base units.
  public var quantity: Quantity
  /// The location's code; nil for the default one.
  public var location: String?
  /// Yuan for a base unit.
  public var cost: Money?
  /// The supplier's number of the batch.
  public var lot: String?
  /// The last day it may be sold.
  public var expires: BusinessDay?

  /// Makes a receipt.
  public init(code: String, quantity: Quantity) {
    self.code = code
    self.quantity = quantity
  }
}

/// What is on hand of a product at a location.
public struct StockLevel: Sendable {
  /// Codes and names.
  public let location: String, sku: String, name: String, unit: String
  /// Base units on hand.
  public let quantity: Quantity
}

extension Programme {
  /// Receives goods; answers what is there now.
  ///
  /// - Throws: `PostgresError` `BF001`: `product_unknown`, `location_unknown`,
  ///   `quantity_not_whole`, `quantity_not_positive`.
  public func receive(_ receipt: Receipt) throws -> StockLevel {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT location, sku, name, unit, on_hand FROM receive_stock(\(receipt.code),
          \(receipt.quantity.description)::numeric, \(receipt.location),
          \(receipt.cost?.description)::numeric, \(receipt.lot),
          \(receipt.expires?.description)::date, \(operatorName), 'stock receive')
        """
      ).single()
    }
    return try level(row)
  }

  /// Lists what is on hand, by location and sku.
  public func stockLevels(location: String?) throws -> [StockLevel] {
    try connection.execute(
      """
      SELECT l.code, p.sku, p.name, p.unit, h.quantity
      FROM stock_on_hand h
      JOIN location l ON l.location_id = h.location_id
      JOIN product p ON p.product_id = h.product_id
      WHERE \(location)::text IS NULL OR l.code = \(location)
      ORDER BY l.code, p.sku
      """
    ).map(level)
  }

  private func level(_ row: Postgres.Row) throws -> StockLevel {
    let (location, sku, name, unit) = try row.decode((String, String, String, String).self)
    return try StockLevel(
      location: location, sku: sku, name: name, unit: unit, quantity: row.quantity(4))
  }
}
