import Bangfu
import Domain
import Testing

/// How the programme stands.
@Suite struct StatusTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func lastDay() throws -> String? { try shop.programme.status().lastDay }

  @Test func `the last day sold is one of which a sale still stands`() throws {
    #expect(try lastDay() == nil)
    try shop.receive("BC01", "10")
    try shop.sell("BC01:2", at: "2026-10-03T10:00:00")
    #expect(try lastDay() == "2026-10-03")
    let late = DouyinLine("6920001", "6920001", paid: "2026-10-20 10:00:00")
    let number = try shop.importRows([late], name: "1793000000_a.csv").number
    #expect(try lastDay() == "2026-10-20")
    _ = try shop.programme.imports.undo(number)
    #expect(try lastDay() == "2026-10-03")
    let wrong = try shop.sell("BC01:1", at: "2026-10-07T10:00:00")
    #expect(try lastDay() == "2026-10-07")
    _ = try shop.programme.orders.void(wrong.document, reason: "wrong")
    #expect(try lastDay() == "2026-10-03")
  }

  @Test func `what is given away is sold, what comes back is not`() throws {
    try shop.receive("BC01", "10")
    let sale = try shop.sell("BC01:2", at: "2026-10-03T10:00:00")
    var request = RefundRequest(document: sale.document)
    request.at = Instant("2026-10-05T10:00:00")
    _ = try shop.programme.orders.refund(request)
    #expect(try lastDay() == "2026-10-03")
    try shop.sell("BC01:1@0", at: "2026-10-04T10:00:00")
    #expect(try lastDay() == "2026-10-04")
  }
}
