public import Domain
internal import Postgres

/// Buy-back contracts: a supplier takes grown goods at an agreed price.
public struct Contracts {
  let session: Session

  /// Makes a contract: so many yuan for a base unit, from day to day; returns its number.
  ///
  /// - Throws: `Problem` `supplier_unknown`, `product_unknown`, `quantity_not_whole`,
  ///   `contract_days`; `buy_back_contract_apart`, `buy_back_contract_price_positive`.
  public func add(
    supplier: String, sku: String, price: Money, from: BusinessDay, to: BusinessDay,
    maximum: Quantity?
  ) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT add_contract(\(supplier), \(sku), \(price.description)::numeric, \(from.description)::date,
          \(to.description)::date, \(maximum?.description)::numeric)
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says which day is a contract's last; one before its first says that it was never in force.
  ///
  /// - Throws: `Problem` `contract_unknown`, `contract_used`; `buy_back_contract_apart`.
  public func end(_ contract: Int64, on day: BusinessDay) throws {
    try session.transaction {
      _ = try session.execute("SELECT end_contract(\(contract), \(day.description)::date)")
    }
  }

  /// Lists contracts, with what was bought back under each and what is left.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT c.contract_id AS contract, s.code AS supplier, p.sku, p.name, c.price, p.unit, c.from_day::text AS "from",
        c.to_day::text AS "to", coalesce(trim_scale(c.maximum)::text, '') AS maximum,
        trim_scale(coalesce(b.quantity, 0)) AS quantity, coalesce(b.amount, 0.00) AS amount,
        CASE WHEN c.to_day < c.from_day THEN 'cancelled' WHEN t.day > c.to_day THEN 'ended'
          WHEN t.day < c.from_day THEN 'to_come' ELSE 'in_force' END AS state
      FROM buy_back_contract c
      JOIN supplier s ON s.supplier_id = c.supplier_id
      JOIN product p ON p.product_id = c.product_id
      LEFT JOIN (SELECT contract_id, sum(quantity) AS quantity, sum(amount) AS amount FROM buy_back GROUP BY contract_id) b
        ON b.contract_id = c.contract_id
      CROSS JOIN (SELECT business_day(now(), timezone, day_start) AS day FROM programme) t
      ORDER BY s.code, p.sku, c.from_day
      """)
  }
}
