import Bangfu
import Domain
import TestSupport
import Testing

/// Where nothing needs a second person, whoever acts is kept as the one who allowed it.
@Suite struct OnePersonTests {
  private let shop: Shop
  init() throws {
    shop = try Shop()
    _ = try shop.person(.clerk)
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try shop.programme.products.change(product)
    var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 10))
    (line.lot, line.expires) = ("OLD", BusinessDay("2026-10-01"))
    _ = try shop.programme.stock.receive(Receipt(lines: [line]))
  }

  private func sellExpired() -> String? {
    refusal {
      var order = Order()
      order.lines = [try OrderLine(parsing: "HS03:1")]
      order.at = Instant("2026-10-05T15:00:00")
      order.tenders = [Tender(method: .cash, amount: Money(minor: 100_00))]
      order.approval = ExpiredApproval(reason: "临期促销", approvedBy: "")
      _ = try shop.programme.orders.enter(order, command: "test")
    }
  }

  @Test func `one person who works alone sells what has expired, and the checks hold`() throws {
    #expect(sellExpired() == "approval_needed")
    try shop.programme.approvals.setOnePerson(true, reason: "a village shop")
    #expect(sellExpired() == nil)
    try shop.programme.approvals.setOnePerson(false, reason: "two by now")
    #expect(sellExpired() == "approval_needed")
    #expect(try shop.violations() == [])
  }

  @Test func `a rule that needs nobody lets what has expired be sold, and the checks hold`() throws
  {
    try shop.programme.approvals.setRule(
      "expired", role: "owner", above: nil, approvers: nil, reason: "the owner decides")
    #expect(sellExpired() == nil)
    #expect(try shop.violations() == [])
  }
}
