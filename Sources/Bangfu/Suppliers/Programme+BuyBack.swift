public import Domain
internal import Postgres

/// Contract buy-back (回购): a supplier takes grown goods back at an agreed price; no sale, and not in the figure.
extension Programme {
  /// What a buy-back answered.
  public struct BuyBack: Equatable, Sendable {
    /// The posting's number.
    public let number: Int64
    /// The supplier's code.
    public let supplier: String
    /// Yuan: what the supplier owes for the goods, what they cost, and what is owed to the supplier now.
    public let amount: Money, cost: Money, owed: Money
    /// True where the same request had been entered before.
    public let repeated: Bool
  }

  /// Makes a contract: so many yuan for a base unit, from day to day; answers its number.
  ///
  /// - Throws: `PostgresError` `BF001`: `supplier_unknown`, `product_unknown`, `quantity_not_whole`,
  ///   `contract_days`; `buy_back_contract_apart`, `buy_back_contract_price_positive`.
  public func addContract(
    supplier: String, sku: String, price: Money, from: BusinessDay, to: BusinessDay,
    maximum: Quantity?
  ) throws -> Int64 {
    try connection.transaction {
      try connection.execute(
        """
        SELECT add_contract(\(supplier), \(sku), \(price.description)::numeric, \(from.description)::date,
          \(to.description)::date, \(maximum?.description)::numeric)
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says which day is a contract's last; one before its first says that it was never in force.
  ///
  /// - Throws: `PostgresError` `BF001`: `contract_unknown`, `contract_used`; `buy_back_contract_apart`.
  public func endContract(_ contract: Int64, on day: BusinessDay) throws {
    try connection.transaction {
      _ = try connection.execute("SELECT end_contract(\(contract), \(day.description)::date)")
    }
  }

  /// Lists contracts, with what was taken back under each and what is left.
  public func contracts() throws -> Listed {
    Listed(
      try connection.execute(
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
        """))
  }

  /// Gives goods to a supplier under the contracts in force on the day.
  ///
  /// - Throws: `PostgresError` `BF001`: `contract_missing`, `contract_over`, `stock_item_twice`, `stock_short`,
  ///   `stock_expired`, `day_to_come`, `request_used`, …
  public func buyBack(
    _ items: StockItems, by supplier: String, from location: String?, day: BusinessDay?,
    note: String?, id: String? = nil
  ) throws -> BuyBack {
    try entry(
      """
      SELECT posting, amount, cost, owed, repeated, \(supplier) FROM buy_back_stock(\(id)::uuid, \(supplier),
        \(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
        \(items.lots)::text[], \(location), \(day?.description)::date, \(note), now(), \(operatorName),
        'supplier buyback')
      """)
  }

  /// Takes back a buy-back that was entered by mistake, whole: goods, contract and account are as if it had not been.
  ///
  /// The day is the account's; nil for today.
  ///
  /// - Returns: what is not owed for the goods any more, and what they cost.
  /// - Throws: `PostgresError` `BF001`: `buy_back_unknown`, `buy_back_undone`, `buy_back_is_undo`,
  ///   `buy_back_later`, `day_to_come`, `request_used`.
  public func undoBuyBack(
    _ number: Int64, day: BusinessDay?, reason: String, id: String? = nil
  ) throws -> BuyBack {
    try entry(
      """
      SELECT posting, amount, cost, owed, repeated, supplier FROM undo_buy_back(\(id)::uuid, \(number),
        \(day?.description)::date, \(reason), now(), \(operatorName), 'supplier buyback-undo')
      """)
  }

  private func entry(_ query: Query) throws -> BuyBack {
    let row = try connection.transaction { try connection.execute(query).single() }
    return try BuyBack(
      number: row.decode(Int64.self), supplier: row.text(5) ?? "", amount: row.money(1),
      cost: row.money(2), owed: row.money(3), repeated: row.text(4) == "t")
  }
}
