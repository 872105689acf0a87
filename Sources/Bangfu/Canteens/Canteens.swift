public import Domain
internal import Postgres

/// Canteens and other organisations: they order, are delivered to in parts, accept what they weigh, and are invoiced.
public struct Canteens {
  let session: Session

  /// Enters what an organisation orders: promised until it is delivered, sold when it is accepted.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `buyer_inactive`, `canteen_channel_needed`, `channel_not_canteen`,
  ///   `product_unknown`, `stock_item_twice`, `request_used`, `approval_needed`.
  public func order(_ order: CanteenOrderDraft) throws -> CanteenOrderReceipt {
    let lines = order.lines
    let (number, total, isRepeated) = try session.transaction {
      try session.execute(
        """
        SELECT canteen_order, total, repeated FROM order_canteen(\(order.id)::uuid, \(order.buyer), \(order.channel),
          \(order.location), \(lines.map(\.code))::text[], \(lines.map(\.quantity.description))::numeric[],
          \(lines.map(\.unit))::text[], \(lines.map { $0.price?.description })::numeric[],
          \(lines.map { _ in order.wished?.description })::date[], \(order.note),
          coalesce(\(order.at?.description)::timestamptz, now()), \(session.operatorName), 'canteen order')
        """
      ).single().decode((Int64, Money, Bool).self)
    }
    return CanteenOrderReceipt(order: number, total: total, repeated: isRepeated)
  }

  /// Delivers goods of an order, maybe in parts and by lot; all that is open where nothing is named.
  ///
  /// - Throws: `Problem` `canteen_order_unknown`, `canteen_order_ended`, `undone_already`, `delivery_over`, `delivery_done`,
  ///   `stock_short`, `lot_unknown`, `act_before`, `request_used`.
  public func deliver(
    _ items: StockItems, of order: Int64, id: String? = nil, note: String? = nil,
    at: Instant? = nil
  ) throws -> CanteenDelivery {
    let (number, left, isRepeated) = try session.transaction {
      try session.execute(
        """
        SELECT delivery, left_over, repeated FROM deliver_canteen(\(id)::uuid, \(order), \(items.codes)::text[],
          \(items.numbers.map(\.description))::numeric[], \(items.units)::text[], \(items.lots)::text[], \(note),
          coalesce(\(at?.description)::timestamptz, now()), \(session.operatorName), 'canteen deliver')
        """
      ).single().decode((Int64, Quantity, Bool).self)
    }
    return CanteenDelivery(delivery: number, left: left, repeated: isRepeated)
  }

  /// Accepts a delivery as the buyer weighed or counted it.
  ///
  /// - Throws: `Problem` `canteen_delivery_unknown`, `delivery_accepted`, `delivery_invoiced`, `undone_already`, `acceptance_over`,
  ///   `act_before`, `reason_blank`, `request_used`.
  public func accept(_ it: CanteenAcceptanceDraft) throws -> CanteenAcceptance {
    let (accepted, refused) = (it.accepted, it.refused)
    let (number, document, total, day, isRepeated) = try session.transaction {
      try session.execute(
        """
        SELECT acceptance, document, total, day, repeated FROM accept_canteen(\(it.id)::uuid, \(it.delivery),
          \(accepted.codes)::text[], \(accepted.numbers.map(\.description))::numeric[], \(accepted.units)::text[],
          \(refused.codes)::text[], \(refused.numbers.map(\.description))::numeric[], \(refused.units)::text[],
          \(refused.lots)::text[], \(it.signedBy), \(it.reason),
          coalesce(\(it.at?.description)::timestamptz, now()), \(session.operatorName), 'canteen accept')
        """
      ).single().decode((Int64, Int64?, Money, BusinessDay?, Bool).self)
    }
    return CanteenAcceptance(
      acceptance: number, document: document, total: total, day: day, repeated: isRepeated)
  }

  /// Keeps the number of the invoice for acceptances of one buyer.
  ///
  /// - Throws: `Problem` `acceptance_unknown`, `acceptance_of_nothing`, `acceptance_invoiced`, `invoice_buyers_differ`,
  ///   `invoice_number_used`, `day_to_come`, `act_before`.
  public func invoice(
    _ acceptances: [Int64], number: String, day: BusinessDay? = nil, note: String? = nil
  ) throws -> CanteenInvoice {
    let (act, total, day) = try session.transaction {
      try session.execute(
        """
        SELECT posting, total, day FROM invoice_canteen(\(acceptances)::bigint[], \(number), \(day?.description)::date,
          \(note), now(), \(session.operatorName), 'canteen invoice')
        """
      ).single().decode((Int64, Money, BusinessDay).self)
    }
    return CanteenInvoice(number: act, total: total, day: day)
  }

  /// Ends an order: what is open of it will not be delivered; returns the act's number.
  ///
  /// - Throws: `Problem` `canteen_order_unknown`, `canteen_order_ended`, `undone_already`, `reason_blank`.
  @discardableResult
  public func end(_ order: Int64, reason: String) throws -> Int64 {
    try session.transaction {
      try session.execute(
        "SELECT posting FROM end_canteen_order(\(order), \(reason), now(), \(session.operatorName), 'canteen end')"
      ).single().decode(Int64.self)
    }
  }

  /// Undoes an order, its end, a delivery, an acceptance, an invoice, or what was said of a statement, by its number.
  ///
  /// - Throws: `Problem` `canteen_act_unknown`, `undone_already`, `undo_stands`, `undo_gone`, `order_refunded`,
  ///   `reason_blank`, `right_missing`.
  public func undo(_ number: Int64, reason: String) throws -> CanteenUndo {
    let (posting, act, order) = try session.transaction {
      try session.execute(
        """
        SELECT posting, act, of_order FROM undo_canteen(\(number), \(reason), now(), \(session.operatorName),
          'canteen undo')
        """
      ).single().decode((Int64, String, Int64?).self)
    }
    return CanteenUndo(number: posting, order: order, act: act)
  }
}
