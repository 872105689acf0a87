public import Domain
internal import Postgres

/// What a buy-back did, or the undo of one.
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

/// Contract buy-back (回购): a supplier takes grown goods back at an agreed price; no sale, and not in the figure.
public struct BuyBacks {
  let session: Session

  /// Gives goods to a supplier under the contracts in force on the day.
  ///
  /// - Throws: `Problem` `contract_missing`, `contract_over`, `stock_item_twice`, `stock_short`,
  ///   `stock_expired`, `day_to_come`, `request_used`, …
  public func enter(
    _ items: StockItems, by supplier: String, from location: String?, day: BusinessDay?,
    note: String?, id: String? = nil
  ) throws -> BuyBack {
    try entry(
      """
      SELECT posting, amount, cost, owed, repeated, \(supplier) FROM buy_back_stock(\(id)::uuid, \(supplier),
        \(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
        \(items.lots)::text[], \(location), \(day?.description)::date, \(note), now(), \(session.operatorName),
        'supplier buyback')
      """)
  }

  /// Undoes a buy-back that was entered by mistake, whole: goods, contract and account are as if it had not been.
  ///
  /// The day is the account's; nil for today.
  ///
  /// - Returns: what is not owed for the goods any more, and what they cost.
  /// - Throws: `Problem` `buy_back_unknown`, `buy_back_undone`, `buy_back_is_undo`,
  ///   `buy_back_later`, `day_to_come`, `request_used`.
  public func undo(
    _ number: Int64, day: BusinessDay?, reason: String, id: String? = nil
  ) throws -> BuyBack {
    try entry(
      """
      SELECT posting, amount, cost, owed, repeated, supplier FROM undo_buy_back(\(id)::uuid, \(number),
        \(day?.description)::date, \(reason), now(), \(session.operatorName), 'supplier buyback-undo')
      """)
  }

  private func entry(_ query: Query) throws -> BuyBack {
    let (number, amount, cost, owed, isRepeated, supplier) = try session.transaction {
      try session.execute(query).single().decode((Int64, Money, Money, Money, Bool, String).self)
    }
    return BuyBack(
      number: number, supplier: supplier, amount: amount, cost: cost, owed: owed,
      repeated: isRepeated)
  }
}
