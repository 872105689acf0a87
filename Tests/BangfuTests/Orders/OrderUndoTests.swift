import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// What follows a sale: refunds that name a line once and are not before it, and what undoes a refund or a void.
@Suite struct OrderUndoTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "10")
    try shop.receive("HS01", "50")
  }

  private func refund(
    _ document: Int64, _ lines: String..., at time: String? = nil, restock: Bool = true
  ) throws -> OrderReceipt {
    var request = RefundRequest(document: document)
    request.lines = try lines.map { try RefundRequest.Line(parsing: $0) }
    request.restock = restock
    request.at = time.flatMap { Instant($0) } ?? Instant("2026-10-05T12:00:00")
    return try shop.programme.orders.refund(request)
  }

  private func onHand(_ sku: String = "BC01") throws -> String? {
    try shop.programme.stock.levels(at: nil).rows.first { $0[1] == sku }?[3]
  }

  @Test func `a line named twice in a refund is refused, whatever the parts are`() throws {
    let sale = try shop.sell("BC01:2").document
    for lines in [["1:2", "1:2"], ["1:1", "1:1"], ["1:0@10", "1:1"], ["1:1", "1:0@300"]] {
      var request = RefundRequest(document: sale)
      request.lines = try lines.map { try RefundRequest.Line(parsing: $0) }
      #expect(refusal { _ = try shop.programme.orders.refund(request) } == "refund_line_twice")
    }
    #expect(try onHand() == "8")
    #expect(try shop.violations() == [])
  }

  @Test func `a refund is not before its sale, to the minute; a day alone is compared by day`()
    throws
  {
    let sale = try shop.sell("BC01:2", at: "2026-10-05T10:15:00").document
    for time in ["2026-10-04T23:00:00", "2026-09-30", "2026-10-05T10:14:59"] {
      #expect(refusal { _ = try refund(sale, "1:1", at: time) } == "act_before", "\(time)")
    }
    #expect(try refund(sale, "1:1", at: "2026-10-05").total == Money("128.00"))
    #expect(try refund(sale, "1:1", at: "2026-10-05T10:15:00").total == Money("128.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a refund that was a mistake is undone: money, month and stock are as before it`()
    throws
  {
    let sale = try shop.sell("BC01:3", "HS01:2").document
    let before = try shop.month()
    let stock = try shop.programme.stock.levels(at: nil)
    let back = try refund(sale, "1:2", "2:1").document
    #expect(try shop.month() != before)
    #expect(refusal { _ = try shop.programme.orders.undo(sale, reason: "x") } == "undo_of_sale")
    #expect(refusal { _ = try shop.programme.orders.undo(back, reason: " ") } == "reason_blank")
    let undo = try shop.programme.orders.undo(back, reason: "wrong slip")
    #expect(undo.order == sale && undo.isOfRefund && undo.day == "2026-10-05")
    #expect(try shop.month() == before)
    #expect(try shop.programme.stock.levels(at: nil) == stock)
    #expect(
      refusal { _ = try shop.programme.orders.undo(back, reason: "x") } == "undone_already")
    #expect(
      refusal { _ = try shop.programme.orders.undo(undo.document, reason: "x") }
        == "undo_of_undo")
    // What is left of the order is whole again, and may be refunded or voided.
    #expect(try refund(sale, "1:3").total == Money("384.00"))
    #expect(try shop.violations() == [])
  }

  @Test
  func `a void after a refund that was undone is possible, and a void is undone by selling again`()
    throws
  {
    let before = try shop.month()
    let sale = try shop.sell("BC01:2").document
    let sold = try shop.month()
    let back = try refund(sale, "1:1").document
    #expect(refusal { _ = try shop.programme.orders.void(sale, reason: "x") } == "order_refunded")
    _ = try shop.programme.orders.undo(back, reason: "wrong")
    #expect(refusal { _ = try shop.programme.orders.void(sale, reason: nil) } == "reason_blank")
    let void = try shop.programme.orders.void(sale, reason: "wrong").document
    #expect(try shop.month() == before)
    let again = try shop.programme.orders.undo(void, reason: "it was right")
    #expect(!again.isOfRefund && again.order == sale && again.total == Money("256.00"))
    #expect(try shop.month() == sold)
    #expect(try onHand() == "8")
    #expect(
      refusal { _ = try shop.programme.orders.undo(void, reason: "x") } == "undone_already")
    #expect(try refund(again.document, "1:2").total == Money("256.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `an undo is refused where the goods are gone, and nothing is posted then`() throws {
    let sale = try shop.sell("BC01:10").document
    let back = try refund(sale, "1:10").document
    try shop.sell("BC01:1")
    let month = try shop.month()
    #expect(refusal { _ = try shop.programme.orders.undo(back, reason: "x") } == "undo_gone")
    let other = try shop.sell("BC01:9").document
    let void = try shop.programme.orders.void(other, reason: "x").document
    try shop.sell("BC01:8")
    #expect(refusal { _ = try shop.programme.orders.undo(void, reason: "x") } == "stock_short")
    #expect(try shop.month().contains("reconciles true, differences []"))
    #expect(month.contains("reconciles true"))
    #expect(try shop.violations() == [])
  }

  @Test func `two clerks who undo the same refund undo it once`() async throws {
    let sale = try shop.sell("BC01:2").document
    let back = try refund(sale, "1:2").document
    let database = shop.database
    let refusals = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<3 {
        group.addTask {
          let till = try Shop.open(database)
          return refusal { _ = try till.orders.undo(back, reason: "twice") }
        }
      }
      return try await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(refusals.count { $0 == nil } == 1)
    #expect(refusals.count { $0 == "undone_already" } == 2)
    #expect(try shop.violations() == [])
  }

  @Test func `the check sees a refund that is before its sale`() throws {
    let sale = try shop.sell("BC01:2", at: "2026-10-05T10:15:00").document
    let back = try refund(sale, "1:1").document
    let sql = try shop.sql()
    try sql.execute("SET session_replication_role = replica")
    try sql.execute(
      "UPDATE document SET at = '2026-10-05T09:00:00+08:00' WHERE document_id = \(back)")
    #expect(try shop.violations().contains { $0.hasPrefix("acts_in_order") })
  }
}
