import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Signed agreements are no sales: in no report's sums, whatever is done to them.
@Suite struct AgreementTests {
  let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "10")
  }

  private func agree(_ line: String = "BC01:100", id: String? = nil) throws -> OrderReceipt {
    var order = Order()
    order.id = id
    order.lines = [try OrderLine(parsing: line)]
    order.buyer = "LCZGH"
    order.isSigned = true
    order.at = Instant("2026-10-06")
    return try shop.programme.orders.enter(order, command: "test")
  }

  private func figures() throws -> [String] {
    let period = ReportPeriod.month(try #require(Month("2026-10")))
    return [
      try shop.month(), "\(try shop.programme.reports.margin(in: period, by: .product))",
      "\(try shop.programme.reports.suppliers(in: period))",
    ]
  }

  @Test func `an agreement is in no sum of the month, the margin or the suppliers`() throws {
    try shop.sell("BC01:1")
    let before = try figures()
    let made = try agree()
    #expect(made.isAgreement && made.total == Money("12800.00"))
    #expect(try figures() == before)
    let report = try shop.programme.reports.monthly(#require(Month("2026-10")))
    #expect(report.agreements == 1 && report.agreed == Money("12800.00"))
    #expect(try shop.programme.agreements.list().rows.count == 1)
    #expect(try shop.programme.buyers.show("LCZGH").owed == Money("0.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `an agreement cannot be refunded or voided, but cancelled, once`() throws {
    let number = try agree().document
    #expect(
      refusal { _ = try shop.programme.orders.refund(RefundRequest(document: number)) }
        == "order_is_agreement")
    #expect(
      refusal { _ = try shop.programme.orders.void(number, reason: "x") } == "order_is_agreement")
    #expect(
      refusal { _ = try shop.programme.orders.undo(number, reason: "x") }
        == "order_is_agreement")
    #expect(try shop.programme.agreements.cancel(number, reason: "not signed") == Money("12800.00"))
    #expect(
      refusal { _ = try shop.programme.agreements.cancel(number, reason: "x") }
        == "agreement_cancelled")
    #expect(
      refusal { _ = try shop.programme.agreements.cancel(99, reason: "x") } == "agreement_unknown")
    #expect(try shop.programme.agreements.list().rows == [])
    #expect(try shop.violations() == [])
  }

  @Test func `the same request signs once`() throws {
    let id = "6f1f0a52-0000-4000-8000-000000000001"
    let first = try agree(id: id)
    let again = try agree(id: id)
    #expect(again.repeated && again.document == first.document && again.total == first.total)
    #expect(refusal { _ = try agree("BC01:99", id: id) } == "request_differs")
  }

  @Test func `the check sees an agreement that does not add up`() throws {
    _ = try agree()
    let sql = try shop.sql()
    try sql.execute("SET session_replication_role = replica")
    try sql.execute("UPDATE agreement SET total = total + 1")
    #expect(try shop.violations().contains { $0.hasPrefix("undone_is_undone") })
  }
}
