public import Domain
internal import Postgres

/// What taking goods out for good did.
public struct StockRemoval: Equatable, Sendable {
  /// Yuan that the goods cost.
  public let cost: Money
  /// The supplier that they go back to; nil for waste, and where none is known.
  public let supplier: String?
  /// Yuan that the supplier is owed less.
  public let credit: Money
  /// Base units of which no purchase from the supplier is recorded: nothing is credited for them.
  public let uncredited: Quantity
}

/// What is on hand, and what comes in and goes out beside sales; each act is one transaction, with who, when and why.
public struct Stock {
  let session: Session

  /// Receives goods; returns what became of each line.
  ///
  /// - Throws: `Problem` `product_unknown`, `location_unknown`, `supplier_unknown`,
  ///   `unit_not_of_product`, `quantity_uneven`, `quantity_not_whole`, `quantity_too_large`, `cost_too_large`,
  ///   `lot_code_plain`, `lot_days_in_order`, `lot_expires_otherwise`; of a line that a file holds, as a `Problem`.
  public func receive(_ receipt: Receipt) throws -> [ReceivedLine] {
    let lines = receipt.lines
    return try naming(lines.map(\.fileLine)) {
      try session.transaction {
        try session.execute(
          """
          SELECT location, sku, name, unit, lot, expires::text, quantity, on_hand, covered, entered_quantity, entered_unit, receipt,
            by_lot, posting, usual_cost
          FROM receive_stock(\(lines.map(\.code))::text[], \(lines.map(\.quantity.description))::numeric[],
            \(lines.map(\.unit))::text[], \(lines.map { $0.cost?.description })::numeric[], \(lines.map(\.lot))::text[],
            \(lines.map { $0.produced?.description })::date[], \(lines.map { $0.expires?.description })::date[],
            \(receipt.location), \(receipt.supplier), \(receipt.note), coalesce(\(receipt.at?.description)::timestamptz, now()),
            \(session.operatorName), 'stock receive')
          """)
      }
    }.map { row in
      let (location, sku, name, unit, lot, expires, quantity, onHand, covered) = try row.decode(
        (String, String, String, String, String, String?, Quantity, Quantity, Quantity).self)
      let (number, enteredUnit, receipt, isKeptByLot, act, usualCost) = try row.decode(
        (Quantity?, String?, Int64?, Bool, Int64, Money?).self, from: 9)
      return ReceivedLine(
        location: location, sku: sku, name: name, unit: unit, lot: lot, quantity: quantity,
        onHand: onHand, covered: covered, expires: expires,
        entered: enteredUnit.map { EnteredQuantity(number ?? .zero, $0) }, receipt: receipt,
        isKeptByLot: isKeptByLot, number: act, usualCost: usualCost)
    }
  }

  /// Takes goods out as waste.
  ///
  /// - Parameters:
  ///   - items: what is taken.
  ///   - location: where from; nil for the default one.
  ///   - reason: why, such as 损耗, 死亡, 破损 or 试吃.
  /// - Returns: their cost.
  /// - Throws: `Problem` `stock_short`, `lot_unknown`, `product_unknown`, `location_unknown`.
  public func waste(_ items: StockItems, from location: String?, reason: String) throws -> Money {
    try remove(items, as: "waste", from: location, reason: reason, command: "stock waste").cost
  }

  /// Returns goods to their supplier, who is owed less by what they were bought for.
  ///
  /// - Parameters:
  ///   - items: what is returned.
  ///   - location: where from; nil for the default one.
  ///   - supplier: who gets them; nil for the lot's or the product's supplier.
  ///   - receipt: the receipt they came with; nil for the newest.
  ///   - reason: why.
  /// - Returns: their cost, and what is credited.
  /// - Throws: `Problem` `stock_short`, `lot_unknown`, `product_unknown`, `location_unknown`,
  ///   `supplier_unknown`, `return_suppliers_differ`, `receipt_unknown`.
  public func giveBack(
    _ items: StockItems, from location: String?, to supplier: String? = nil,
    receipt: Int64? = nil, reason: String
  ) throws -> StockRemoval {
    try remove(
      items, as: "give_back", from: location, to: supplier, receipt: receipt, reason: reason,
      command: "stock return")
  }

  private func remove(
    _ items: StockItems, as kind: String, from location: String?, to supplier: String? = nil,
    receipt: Int64? = nil, reason: String, command: String
  ) throws -> StockRemoval {
    let (cost, taker, credit, uncredited) = try session.transaction {
      try session.execute(
        """
        SELECT cost, supplier, coalesce(credit, 0), coalesce(uncredited, 0) FROM remove_stock(\(kind),
          \(items.codes)::text[], \(items.numbers.map(\.description))::numeric[], \(items.units)::text[],
          \(items.lots)::text[], \(location), \(supplier), \(receipt), \(reason), now(),
          \(session.operatorName), \(command))
        """
      ).single().decode((Money, String?, Money, Quantity).self)
    }
    return StockRemoval(cost: cost, supplier: taker, credit: credit, uncredited: uncredited)
  }

  /// Accepts goods of a platform's order that a customer returned, as somebody has seen them arrive; returns their cost in yuan.
  ///
  /// Refunds that files report bring nothing back: money goes back before goods do, or without them.
  /// `order` is the platform's number, `location` where they are now (nil for the default one); `toWaste` says that they
  /// cannot be sold again.
  ///
  /// - Throws: `Problem` `goods_back_unknown`, `goods_back_over`, `product_unknown`, …
  public func acceptReturn(
    _ items: StockItems, of order: String, to location: String?, toWaste: Bool, reason: String?
  ) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT cost FROM take_goods_back(\(order), \(items.codes)::text[],
          \(items.numbers.map(\.description))::numeric[], \(items.units)::text[], \(location), \(toWaste), \(reason),
          now(), \(session.operatorName), 'stock take-back')
        """
      ).single().decode(Money.self)
    }
  }

  /// Makes so many of a product out of its parts, or takes so many apart; returns their cost in yuan.
  ///
  /// - Throws: `Problem` `product_has_no_parts`, `part_broken`, `stock_short`, …
  public func assemble(
    _ sku: String, _ quantity: Quantity, unit: String? = nil, apart: Bool, at location: String?
  ) throws -> Money {
    try session.transaction {
      try session.execute(
        """
        SELECT cost FROM assemble_stock(\(sku), \(quantity.description)::numeric, \(unit), \(apart), \(location), NULL, now(),
          \(session.operatorName), \(apart ? "stock unbuild" : "stock build"))
        """
      ).single().decode(Money.self)
    }
  }

  /// Writes off what sales that had happened are still short of, at a location; returns how many lines.
  ///
  /// - Throws: `Problem` `location_unknown`, `product_unknown`.
  public func writeOffShortages(of sku: String, at location: String?, reason: String) throws -> Int
  {
    try session.transaction {
      try session.execute(
        "SELECT write_off_shortages(\(sku), \(location), \(reason), now(), \(session.operatorName), 'stock write-off')"
      ).single().decode(Int.self)
    }
  }
}
