import Bangfu
import Domain
import Postgres
import Testing

@Suite struct OrderTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "10")
    try shop.receive("HS01", "50")
  }

  @Test
  func `a sale is rounded once a line, discounted by largest remainder, and changed for cash`()
    throws
  {
    var order = Order()
    order.lines = [
      OrderLine(code: "BC01", quantity: Quantity(whole: 1)),
      OrderLine(code: "HS01", quantity: Quantity(minor: 1255)),
      OrderLine(code: "6970100000017", quantity: Quantity(whole: 2)),
    ]
    order.discount = Money(minor: 1001)
    order.tenders = [
      Tender(method: .wechat, amount: Money(minor: 10_000)),
      Tender(method: .cash, amount: Money(minor: 50_000)),
    ]
    let receipt = try shop.programme.orders.enter(order, command: "test")
    #expect(receipt.total == Money("382.52"))  // 128.00 + 8.53 + 256.00 - 10.01
    #expect(receipt.change == Money("217.48"))
    let lines = try shop.programme.orders.show(receipt.document).lines
    #expect(lines.map(\.discount.description) == ["3.26", "0.22", "6.53"])
    #expect(try shop.violations() == [])
  }

  @Test func `the same request is entered once, and with other content refused`() throws {
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try shop.sell("BC01:1", id: id)
    let again = try shop.sell("BC01:1", at: "2026-10-09T10:00:00", id: id)
    #expect(again.document == first.document && again.repeated && !first.repeated)
    #expect(refusal { try shop.sell("BC01:2", id: id) } == "request_differs")
    #expect(try shop.programme.stock.levels(at: nil).rows.first?[3] == "9")
  }

  @Test(arguments: [
    ("XX:1", "product_unknown"), ("JL01:1.5", "quantity_not_whole"), ("BC01:11", "stock_short"),
    ("BC01:0", "quantity_not_positive"), ("BC01:-1", "quantity_not_positive"),
    ("BC01:1e3", "quantity_malformed"), ("BC01:１", "quantity_malformed"),
    ("BC01", "line_malformed"),
    ("BC01:1@1e2", "amount_malformed"),
  ])
  func `a line that cannot be is refused, and nothing is posted`(line: String, code: String) throws
  {
    #expect(refusal { try shop.sell(line) } == code)
    #expect(try shop.programme.orders.list(channel: nil, limit: 9).rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `what has not happened yet is not sold, nor refunded`() throws {
    let sale = try shop.sell("BC01:1")
    #expect(refusal { try shop.sell("BC01:1", at: "2097-10-09T10:00:00") } == "day_to_come")
    var request = RefundRequest(document: sale.document)
    request.at = Instant("2097-10-09T10:00:00")
    #expect(refusal { _ = try shop.programme.orders.refund(request) } == "day_to_come")
    #expect(try shop.violations() == [])
  }

  @Test func `money that does not add up is refused`() throws {
    func enter(_ tenders: [Tender], buyer: String? = nil) -> String? {
      refusal {
        var order = Order()
        order.lines = [OrderLine(code: "BC01", quantity: Quantity(whole: 1))]
        order.tenders = tenders
        order.buyer = buyer
        _ = try shop.programme.orders.enter(order, command: "test")
      }
    }
    let wechat = Tender(method: .wechat, amount: Money(minor: 20_000))
    #expect(enter([wechat]) == "tender_over")
    #expect(enter([Tender(method: .cash, amount: Money(minor: 100))]) == "tender_short")
    #expect(enter([]) == "tender_missing")
    #expect(enter([], buyer: "NOBODY") == "buyer_unknown")
    let account = Tender(method: .account, amount: Money(minor: 12_800))
    #expect(enter([account]) == "account_needs_buyer")
    #expect(enter([], buyer: "LCYZ") == nil)
    #expect(try shop.programme.buyers.show("LCYZ").owed == Money("128.00"))
  }

  @Test func `a refund takes back no more than was sold, by quantity and money`() throws {
    let sale = try shop.sell("BC01:3@33.33")
    var request = RefundRequest(document: sale.document)
    request.lines = [try RefundRequest.Line(parsing: "1:1")]
    request.restock = true
    #expect(try shop.programme.orders.refund(request).total == Money("33.33"))
    request.lines = [try RefundRequest.Line(parsing: "1:3")]
    #expect(refusal { _ = try shop.programme.orders.refund(request) } == "refund_over")
    request.lines = [try RefundRequest.Line(parsing: "1:0@66.67")]
    #expect(refusal { _ = try shop.programme.orders.refund(request) } == "refund_over")
    request.lines = [try RefundRequest.Line(parsing: "1:0@6.66")]
    #expect(try shop.programme.orders.refund(request).total == Money("6.66"))
    #expect(
      try shop.programme.orders.refund(RefundRequest(document: sale.document)).total
        == Money("60.00"))
    #expect(
      refusal { _ = try shop.programme.orders.refund(RefundRequest(document: sale.document)) }
        == "refund_nothing")
    #expect(
      refusal { _ = try shop.programme.orders.void(sale.document, reason: "x") } == "order_refunded"
    )
    #expect(try shop.programme.stock.levels(at: nil).rows.first?[3] == "8")
    #expect(try shop.violations() == [])
  }

  @Test func `a voided order leaves no trace in the month`() throws {
    let before = try shop.month()
    let sale = try shop.sell("BC01:2", "HS01:1.5")
    _ = try shop.programme.orders.void(sale.document, reason: "wrong")
    #expect(try shop.month() == before)
    #expect(
      refusal { _ = try shop.programme.orders.void(sale.document, reason: "x") } == "order_voided")
    #expect(try shop.programme.stock.levels(at: nil).rows.map { $0[3] } == ["10", "50"])
    #expect(try shop.violations() == [])
  }

  @Test func `only what comes from the county counts, and an agreement is no sale`() throws {
    try shop.receive("AJ01", "5")
    try shop.sell("AJ01:1", "BC01:1")
    var order = Order()
    order.lines = [OrderLine(code: "BC01", quantity: Quantity(whole: 100))]
    order.buyer = "LCZGH"
    order.isSigned = true
    order.at = Instant("2026-10-06")
    _ = try shop.programme.orders.enter(order, command: "test")
    #expect(try shop.month().hasPrefix("246.00 0.00 118.00 0.00 128.00"))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("2026-10-31T23:59:59.999", "2026-10"), ("2026-11-01T00:00:00", "2026-11"),
    ("2026-10-31T16:00:00Z", "2026-11"), ("2026-10-31T15:59:59Z", "2026-10"),
  ])
  func `a business day is Shanghai's, wherever the clocks are`(time: String, month: String) throws {
    try shop.sell("BC01:1", at: time)
    #expect(try shop.month(month).hasPrefix("128.00"))
  }

  @Test func `clerks at once never sell more than there is`() async throws {
    let database = shop.database
    let sold = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask { try Self.sellFour(at: Shop.open(database)) }
      }
      return try await group.reduce(0, +)
    }
    #expect(sold == 10)
    #expect(try shop.violations() == [])
  }

  /// Tries to sell four boxes, one by one; answers how many were sold.
  private static func sellFour(at till: Programme) throws -> Int {
    var sold = 0
    for _ in 0..<4 {
      var order = Order()
      order.lines = [OrderLine(code: "BC01", quantity: Quantity(whole: 1))]
      order.tenders = [Tender(method: .wechat, amount: Money(minor: 12_800))]
      let refused = refusal { _ = try till.orders.enter(order, command: "test") }
      #expect(refused == nil || refused == "stock_short")
      if refused == nil { sold += 1 }
    }
    return sold
  }

  @Test func `two clerks who refund the same line refund it once`() async throws {
    let sale = try shop.sell("BC01:1").document
    let database = shop.database
    let refusals = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let till = try Shop.open(database)
          return refusal { _ = try till.orders.refund(RefundRequest(document: sale)) }
        }
      }
      return try await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(refusals.count { $0 == nil } == 1)
    #expect(refusals.contains("refund_nothing"))
    #expect(try shop.violations() == [])
  }
}
