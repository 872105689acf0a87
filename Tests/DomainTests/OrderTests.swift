import Domain
import Testing

@Suite struct OrderTests {
  @Test func `an order begins at the counter, with nothing in it`() {
    let order = Order()
    #expect(order.channel == "counter" && order.lines.isEmpty && order.tenders.isEmpty)
    #expect(order.discount == .zero && !order.isSigned && order.at == nil)
  }

  @Test(
    arguments: [
      ("BC01:2", "BC01", "2.000", nil, nil), ("BC01:0.5@6.50", "BC01", "0.500", nil, "6.50"),
      ("69:01:3", "69:01", "3.000", nil, nil), ("HS01:5斤", "HS01", "5.000", "斤", nil),
      ("HS01:2 箱@0", "HS01", "2.000", "箱", "0.00"),
    ] as [(String, String, String, String?, String?)])
  func `a line is a code, a quantity, maybe a unit and a price`(
    _ text: String, _ code: String, _ quantity: String, _ unit: String?, _ price: String?
  ) throws {
    let line = try OrderLine(parsing: text)
    #expect(line.code == code && line.quantity.description == quantity && line.unit == unit)
    #expect(line.price?.description == price && line.shown == nil)
  }

  @Test(arguments: [
    ("BC01", "line_malformed"), (":2", "line_malformed"), ("", "line_malformed"),
    ("BC01:", "quantity_malformed"), ("BC01:x", "quantity_malformed"),
    ("BC01:0", "quantity_not_positive"), ("BC01:-1", "quantity_not_positive"),
    ("BC01:1@", "amount_malformed"), ("BC01:1@-5", "amount_malformed"),
    ("BC01:1@1@2", "amount_malformed"), ("BC01:1.2345", "quantity_malformed"),
  ])
  func `a line that cannot be read is refused with its reason`(_ text: String, _ code: String) {
    let problem = #expect(throws: Problem.self) { try OrderLine(parsing: text) }
    #expect(problem?.code == code)
  }

  @Test(arguments: PaymentMethod.allCases)
  func `every way of paying is read`(method: PaymentMethod) throws {
    let tender = try Tender(parsing: method.rawValue + ":12.30")
    #expect(tender == Tender(method: method, amount: Money(minor: 1230)))
  }

  @Test(arguments: [
    ("cash", "tender_malformed"), ("", "tender_malformed"), ("gold:1", "tender_method_unknown"),
    (":1", "tender_method_unknown"), ("Cash:1", "tender_method_unknown"),
    ("cash:0", "tender_not_positive"), ("cash:-1", "amount_malformed"),
    ("cash:1.234", "amount_malformed"), ("cash:", "amount_malformed"),
  ])
  func `a tender that cannot be read is refused with its reason`(_ text: String, _ code: String) {
    let problem = #expect(throws: Problem.self) { try Tender(parsing: text) }
    #expect(problem?.code == code)
  }

  @Test func `a problem is the same whoever found it`() {
    let facts = ["code": "BC01"]
    #expect(Problem("stock_short", facts) == Problem("stock_short", facts, source: .database))
    #expect(Problem("stock_short", facts) != Problem("stock_short"))
    #expect(Problem("stock_short") != Problem("stock_expired"))
  }
}
