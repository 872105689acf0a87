public import Domain
internal import Postgres

/// Orders, refunds and voids.
public struct Orders {
  let session: Session

  /// Enters an order: posts it and moves its stock, in one durable transaction.
  ///
  /// - Throws: `Problem` of the source `database` where it is refused, such as `stock_short`,
  ///   `product_unknown`, `tender_short` or `request_differs`; nothing is posted then.
  public func enter(_ order: Order, command: String) throws -> OrderReceipt {
    try submit(order, command: command)
    return try collect()
  }

  /// Whether an order of an id has been recorded; one that is being posted is waited for.
  ///
  /// What is sent can never be posted: where the id is known it is refused for that, else for having no channel.
  ///
  /// - Throws: `Problem` where nobody knows.
  public func isRecorded(_ id: String) throws -> Bool {
    var inquiry = Order()
    inquiry.id = id
    inquiry.channel = ""
    do {
      _ = try enter(inquiry, command: "order enter")
      return true
    } catch let problem as Problem where problem.source == .database {
      switch problem.code {
      case "request_differs": return true
      case "channel_unknown": return false
      default: throw problem
      }
    }
  }

  /// How many orders were submitted and not yet collected.
  public var onTheWay: Int { session.connection.inFlight }

  /// Submits an order, and does not wait until it is posted; the ones submitted before it go first.
  ///
  /// Each has a durable transaction of its own. Until all are collected, nothing else may be asked.
  ///
  /// - Throws: `Problem` where the database is lost.
  public func submit(_ order: Order, command: String) throws {
    try session.reporting {
      let connection = session.connection
      try connection.prepare(
        "enter_order",
        """
        SELECT document, total, change, lines, repeated, $14::boolean, day::text
        FROM \(connection.quote(identifier: session.name)).enter_order($1::uuid, $2, $3::text[], $4::numeric[], $5::numeric[], $6::text[],
          $7::numeric[], $8, $9, $10::numeric, coalesce($11::timestamptz, now()), $12, $13, $14::boolean,
          $15::text[], $16::numeric[], $17, $18)
        """)
      let hasUnits = order.lines.contains { $0.unit != nil }
      try connection.send(
        prepared: "enter_order",
        values: [
          order.id, order.channel, order.lines.map(\.code).postgres,
          order.lines.map(\.quantity.description).postgres,
          order.lines.map { $0.price?.description }.postgres,
          order.tenders.map(\.method.rawValue).postgres,
          order.tenders.map(\.amount.description).postgres,
          order.buyer, order.location, order.discount.description, order.at?.description,
          order.operatorName ?? session.operatorName, command, order.isSigned.postgres,
          hasUnits ? order.lines.map(\.unit).postgres : nil,
          hasUnits ? order.lines.map { $0.shown?.description }.postgres : nil,
          order.approval?.reason, order.approval?.approvedBy,
        ])
    }
  }

  /// Waits for the order that was submitted first.
  ///
  /// - Throws: as `enter` does.
  public func collect() throws -> OrderReceipt {
    try session.reporting {
      let row = try session.connection.receive().single()
      let (document, total, change, lines, isRepeated, isAgreement, day) = try row.decode(
        (Int64, Money, Money?, Int, Bool, Bool, String).self)
      return OrderReceipt(
        document: document, total: total, change: change ?? .zero, lines: lines,
        repeated: isRepeated, day: day, isAgreement: isAgreement)
    }
  }
}
