public import Domain
internal import Postgres

/// What entering an order answered.
public struct OrderReceipt: Equatable, Sendable {
  /// The document's number.
  public let document: Int64
  /// The goods' total, in yuan.
  public let total: Money
  /// The change to give, in yuan.
  public let change: Money
  /// How many lines it has.
  public let lines: Int
  /// True where the same request had been entered before: this is its first answer.
  public let repeated: Bool
  /// The business day that it is booked on, `YYYY-MM-DD`.
  public let day: String
  /// True for a signed agreement, which is no sale; `document` is its number.
  public var isAgreement = false
}

extension Programme {
  /// Enters an order: posts it and moves its stock, in one durable transaction.
  ///
  /// - Throws: `PostgresError` with SQLSTATE `BF001` where it is refused, such as `stock_short`,
  ///   `product_unknown`, `tender_short` or `request_differs`; nothing is posted then.
  public func enter(_ order: Order, command: String) throws -> OrderReceipt {
    try send(order, command: command)
    return try receive()
  }

  /// How many orders were sent and not yet received.
  public var ordersOnTheWay: Int { connection.inFlight }

  /// Sends an order, and does not wait until it is posted; the ones sent before it go first.
  ///
  /// Each has a durable transaction of its own. Until all are received, nothing else may be asked.
  ///
  /// - Throws: `PostgresError` where the server is lost.
  public func send(_ order: Order, command: String) throws {
    try connection.prepare(
      "enter_order",
      """
      SELECT document, total, change, lines, repeated, $14::boolean, day::text
      FROM \(connection.quote(identifier: self.name)).enter_order($1::uuid, $2, $3::text[], $4::numeric[], $5::numeric[], $6::text[],
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
        order.tenders.map(\.method).postgres, order.tenders.map(\.amount.description).postgres,
        order.buyer, order.location, order.discount.description, order.at?.description,
        order.operatorName ?? operatorName, command, order.isSigned.postgres,
        hasUnits ? order.lines.map(\.unit).postgres : nil,
        hasUnits ? order.lines.map { $0.shown?.description }.postgres : nil,
        order.approval?.reason, order.approval?.approvedBy,
      ])
  }

  /// Waits for the order that was sent first.
  ///
  /// - Throws: as `enter` does.
  public func receive() throws -> OrderReceipt {
    let row = try connection.receive().single()
    return try OrderReceipt(
      document: row.decode(Int64.self), total: row.money(1), change: row.money(2),
      lines: Int(row.text(3) ?? "") ?? 0, repeated: row.text(4) == "t", day: row.text(6) ?? "",
      isAgreement: row.text(5) == "t")
  }
}

extension Postgres.Row {
  /// The amount in a column; zero where it is NULL.
  func money(_ column: Int) throws(Problem) -> Money {
    try fixed(column)
  }

  /// The quantity in a column; zero where it is NULL.
  func quantity(_ column: Int) throws(Problem) -> Quantity {
    try fixed(column)
  }

  private func fixed<Number: FixedPoint>(_ column: Int) throws(Problem) -> Number {
    guard let text = text(column) else { return .zero }
    guard let number = Number(text) else {
      throw Problem("database_number", ["text": text, "column": String(column)])
    }
    return number
  }
}
