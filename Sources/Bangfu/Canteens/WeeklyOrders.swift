public import Domain
internal import Postgres

/// What an organisation orders on some days of each week.
public struct WeeklyOrderDraft: Sendable {
  /// The buyer's code; nil where one is changed.
  public var buyer: String?
  /// The channel's code; nil for the only one of the kind `canteen`.
  public var channel: String?
  /// The location that its goods leave; nil for the channel's own, else the default one.
  public var location: String?
  /// The goods of one day, none for those it had; a nil price is the catalogue's of the day that an order is made.
  public var lines: [OrderLine] = []
  /// The days of the week; nil for those it had.
  public var weekdays: Weekdays?
  /// The first day and the last one; nil for those it had.
  public var from: BusinessDay?, until: BusinessDay?
  /// A remark.
  public var note: String?

  /// Makes one without lines.
  public init() {}
}

/// What entering, changing or ending a weekly order returned.
public struct WeeklyOrderReceipt: Equatable, Sendable {
  /// The act's number, and the weekly order's.
  public let act: Int64, number: Int64
  /// The worth of one day's order, in yuan.
  public let total: Money
}

/// Orders that organisations place every week, and the orders that are made of them.
public struct WeeklyOrders {
  let session: Session

  /// Enters what a buyer orders every week.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `buyer_inactive`, `canteen_channel_needed`, `product_unknown`,
  ///   `stock_item_twice`, `weekly_days`, `weekly_order_empty`, `approval_needed`.
  public func add(_ draft: WeeklyOrderDraft) throws -> WeeklyOrderReceipt {
    guard !draft.lines.isEmpty, draft.weekdays != nil else { throw Problem("weekly_order_empty") }
    return try save(draft, number: nil, command: "canteen weekly add")
  }

  /// Changes a weekly order: orders that were made of it stay as they are.
  ///
  /// - Throws: `Problem` `weekly_order_unknown`, and as `add` does.
  public func change(_ number: Int64, _ draft: WeeklyOrderDraft) throws -> WeeklyOrderReceipt {
    try save(draft, number: number, command: "canteen weekly change")
  }

  private func save(
    _ it: WeeklyOrderDraft, number: Int64?, command: String
  ) throws -> WeeklyOrderReceipt {
    let lines = it.lines
    let (act, weekly, total) = try session.transaction {
      try session.execute(
        """
        SELECT posting, weekly, total FROM save_weekly_order(\(number)::bigint, \(it.buyer), \(it.channel),
          \(it.location), \(lines.map(\.code))::text[], \(lines.map(\.quantity.description))::numeric[],
          \(lines.map(\.unit))::text[], \(lines.map { $0.price?.description })::numeric[],
          \((it.weekdays?.numbers ?? []).map { Int64($0) })::integer[], \(it.from?.description)::date,
          \(it.until?.description)::date, \(it.note), now(), \(session.operatorName), \(command))
        """
      ).single().decode((Int64, Int64, Money).self)
    }
    return WeeklyOrderReceipt(act: act, number: weekly, total: total)
  }

  /// Ends a weekly order on a day (nil: today), the last that orders are made for; returns the act and the day.
  ///
  /// - Throws: `Problem` `weekly_order_unknown`, `weekly_order_ended`, `reason_blank`.
  @discardableResult
  public func end(
    _ number: Int64, day: BusinessDay? = nil, reason: String
  ) throws -> (act: Int64, day: BusinessDay) {
    try session.transaction {
      try session.execute(
        """
        SELECT posting, day FROM end_weekly_order(\(number), \(day?.description)::date, \(reason), now(),
          \(session.operatorName), 'canteen weekly end')
        """
      ).single().decode((Int64, BusinessDay).self)
    }
  }

  /// Lists weekly orders by buyer, with the worth of a day's order in yuan: those that have not ended, or all.
  public func list(all: Bool = false) throws -> Listed {
    try session.list(
      """
      SELECT w.weekly_id AS number, b.code AS buyer, b.name,
        (SELECT string_agg((ARRAY['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[d], ', ' ORDER BY d)
         FROM unnest(w.weekdays) AS d) AS weekdays,
        w.from_day::text AS from, coalesce(w.until_day::text, '') AS to,
        (SELECT string_agg(concat_ws(' ', p.sku, trim_scale(coalesce(l.entered_quantity, l.quantity)),
           coalesce(l.entered_unit, p.unit)), ', ' ORDER BY l.line_no)
         FROM weekly_order_line l JOIN product p ON p.product_id = l.product_id
         WHERE l.posting_id = w.posting_id) AS goods,
        weekly_amount(w.posting_id) AS amount
      FROM weekly_order_standing w
      JOIN buyer b ON b.buyer_id = w.buyer_id
      CROSS JOIN (SELECT business_day(now(), g.timezone, g.day_start) AS day FROM programme g) t
      WHERE \(all) OR coalesce(w.until_day, t.day) >= t.day
      ORDER BY b.code, w.weekly_id
      """)
  }

  /// Lists what weekly orders say for the week of a day, of one buyer or all, by buyer and day, with the order that was
  /// made of it, if any, in yuan.
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  public func week(of day: BusinessDay, buyer: String? = nil) throws -> Listed {
    if let buyer { _ = try Buyers(session: session).show(buyer) }
    return try session.list(
      """
      SELECT d.weekly_id AS number, b.code AS buyer, b.name, d.day::text AS wished,
        coalesce((SELECT sum(canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity))
          FROM canteen_order_line l WHERE l.posting_id = d.order_id), weekly_amount(d.version)) AS amount,
        coalesce(d.order_id::text, '') AS canteen_order
      FROM weekly_due(\(buyer), \(day.description)::date) d
      JOIN buyer b ON b.buyer_id = d.buyer_id
      ORDER BY b.code, d.day, d.weekly_id
      """)
  }

  /// Makes the orders of the week of a day that are not made yet, all of them or none; returns those that it made.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `buyer_inactive`, `product_unknown`.
  public func make(_ day: BusinessDay, buyer: String? = nil) throws -> Listed {
    try session.transaction {
      try session.list(
        """
        SELECT m.weekly_id AS number, b.code AS buyer, b.name, m.day::text AS wished,
          m.amount, m.order_id AS canteen_order
        FROM make_week(\(buyer), \(day.description)::date, now(), \(session.operatorName), 'canteen weekly make') m
        JOIN buyer b ON b.buyer_id = m.buyer_id
        ORDER BY b.code, m.day, m.weekly_id
        """)
    }
  }
}
