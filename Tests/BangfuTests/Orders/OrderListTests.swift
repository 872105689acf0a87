import Bangfu
import Domain
import Testing

/// The list of documents says what has become of each.
@Suite struct OrderListTests {
  private let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "20")
    try shop.receive("HS01", "20")
  }

  private func refund(_ document: Int64, _ lines: String...) throws {
    var request = RefundRequest(document: document)
    request.lines = try lines.map { try RefundRequest.Line(parsing: $0) }
    _ = try shop.programme.orders.refund(request)
  }

  private func states() throws -> [String: String] {
    let listed = try shop.programme.orders.list(channel: nil, limit: nil)
    for row in listed.rows {
      #expect(try shop.programme.orders.show(row.document).head.state == row.state)
    }
    return Dictionary(uniqueKeysWithValues: listed.rows.map { (String($0.document), $0.state) })
  }

  @Test func `sales stand, are refunded in part or whole, or are voided`() throws {
    let sales = try (0..<6).map { _ in try shop.sell("BC01:2", "HS01:1").document }
    try refund(sales[1], "1:1")
    try refund(sales[2], "1:0@1.00")
    try refund(sales[3], "1:2", "2:1")
    try refund(sales[4], "1:2")
    try refund(sales[4], "2:1")
    _ = try shop.programme.orders.void(sales[5], reason: "错")
    let states = try states()
    #expect(
      sales.map { states["\($0)"] }
        == ["", "part_refunded", "part_refunded", "refunded", "refunded", "voided"])
    #expect(states.count == 12 && states.filter { $0.value.isEmpty }.count == 7)
  }

  @Test func `a sale of a file whose listing is mapped later is replaced by another`() throws {
    let lines = ["1", "2"].map { DouyinLine("69200\($0)", "69200\($0)", sku: "NOPE\($0)") }
    try shop.importRows(lines)
    try shop.map("NOPE1", to: "BC01:1")
    #expect(try states().values.filter { $0 == "voided" || $0 == "corrected" }.count == 1)
  }

  @Test(arguments: [
    ("BC01:2", "0", "128.00"), ("HS01:1.5@6.85", "0", "6.85"), ("HS01:3斤", "0", "3.40"),
    ("BC01:2", "6", "128.00"), ("HS01:0.5", "0", "6.80"),
  ])
  func `a line shows the price of its unit`(_ line: String, _ off: String, _ price: String) throws {
    var order = Order()
    order.lines = [try OrderLine(parsing: line)]
    order.discount = try Money(asked: off, in: "")
    order.tenders = [Tender(method: .cash, amount: try Money(asked: "1000", in: ""))]
    let lines = try shop.programme.orders.show(
      shop.programme.orders.enter(order, command: "test").document
    )
    .lines
    #expect(lines[0].price?.description == price)
  }
}
