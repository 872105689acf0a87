import Bangfu
import Domain
import TestSupport
import Testing

/// What buyers owe and paid: by document, by age, reversed and never changed.
@Suite struct BuyerAccountTests {
  let shop: Shop
  var accounts: BuyerAccounts { shop.programme.buyerAccounts }

  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "50")
    var buyer = BuyerDraft(code: "LCYZ")
    buyer.terms = 30
    try shop.programme.buyers.change(buyer)
  }

  /// Sells so many boxes at 128.00 on account.
  private func sell(_ boxes: Int, _ day: String, to buyer: String = "LCYZ") throws -> Int64 {
    var order = Order()
    order.lines = [try OrderLine(parsing: "BC01:\(boxes)")]
    (order.channel, order.buyer, order.at) = ("canteen", buyer, Instant(day + "T09:00:00"))
    return try shop.programme.orders.enter(order, command: "test").document
  }

  @discardableResult
  private func pay(
    _ amount: String, _ documents: Int64..., on day: String? = nil, inAdvance: Bool = false
  ) throws -> BuyerReceipt {
    var payment = BuyerPayment(by: "LCYZ", amount: Money(amount) ?? .zero)
    (payment.documents, payment.isAdvance) = (documents, inAdvance)
    payment.day = day.flatMap { BusinessDay($0) }
    return try accounts.pay(payment)
  }

  private func open() throws -> [String] {
    try accounts.open(of: "LCYZ").rows.map { "\($0[0]) \($0[6])" }
  }

  private func ageing(_ day: String) throws -> [String] {
    let report = try accounts.ageing(on: BusinessDay(day))
    return (report.rows.rows + report.total.rows).map {
      $0.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test
  func `what names a sale pays it, the rest pays the oldest, and a reversal leaves all as it was`()
    throws
  {
    let sales = [try sell(1, "2026-07-01"), try sell(2, "2026-08-20"), try sell(3, "2026-09-25")]
    #expect(try open() == ["\(sales[0]) 128.00", "\(sales[1]) 256.00", "\(sales[2]) 384.00"])
    #expect(try pay("100.00", sales[1]).owed == Money("668.00"))
    let oldest = try pay("200.00")
    // 128 of the first, and 72 of the second, of which 100 were paid by name
    #expect(try open() == ["\(sales[1]) 84.00", "\(sales[2]) 384.00"])
    var refund = RefundRequest(document: sales[2])
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-09-26T10:00:00")
    let back = try shop.programme.orders.refund(refund).document
    #expect(try open() == ["\(sales[1]) 84.00", "\(sales[2]) 256.00"])
    _ = try shop.programme.orders.undo(back, reason: "x")
    #expect(try open() == ["\(sales[1]) 84.00", "\(sales[2]) 384.00"])
    #expect(try accounts.reverse(oldest.number, reason: "x").owed == Money("668.00"))
    #expect(refusal { _ = try accounts.reverse(oldest.number, reason: "x") } == "payment_reversed")
    #expect(
      refusal { _ = try accounts.reverse(sales[0] + 900, reason: "x") } == "buyer_payment_unknown")
    #expect(try open() == ["\(sales[0]) 128.00", "\(sales[1]) 156.00", "\(sales[2]) 384.00"])
    #expect(
      try accounts.entries(of: "LCYZ").rows.map { "\($0[1]) \($0[6]) \($0[7])" }.prefix(3)
        == ["sale 128.00 128.00", "sale 256.00 384.00", "sale 384.00 768.00"])
    #expect(try accounts.entries(of: "LCYZ").rows.last?[7] == "668.00")
    #expect(try shop.programme.buyers.show("LCYZ").owed == Money("668.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `age is days past the terms, and parts add up to what is owed`() throws {
    for (boxes, day) in [
      (1, "2026-06-01"), (2, "2026-07-02"), (3, "2026-08-01"), (4, "2026-08-31"), (5, "2026-09-01"),
    ] {
      _ = try sell(boxes, day)
    }
    _ = try sell(1, "2026-09-01", to: "LCZGH")
    // On the 29th of September 30 days of terms: due on 07-01, 08-01, 08-31, 09-30 and 10-01.
    #expect(
      try ageing("2026-09-29") == [
        "LCYZ 聊城第一中学食堂 1152.00 384.00 256.00 128.00 0.00 0.00 1920.00",
        "LCZGH 聊城市总工会 0.00 128.00 0.00 0.00 0.00 0.00 128.00",
        "1152.00 512.00 256.00 128.00 0.00 0.00 2048.00",
      ])
    #expect(try ageing("2026-09-30")[0].contains(" 640.00 896.00 256.00 0.00 128.00 "))
    try pay("2000.00", inAdvance: true)
    #expect(try ageing("2026-12-31")[0] == "LCYZ 聊城第一中学食堂 0.00 0.00 0.00 0.00 0.00 -80.00 -80.00")
    #expect(
      try ageing("2026-09-29")[2] == "1152.00 512.00 256.00 128.00 0.00 0.00 2048.00", "paid later")
  }

  @Test func `more than is owed, of another, before its sale, or twice is refused`() throws {
    let (mine, other) = (try sell(1, "2026-09-01"), try sell(1, "2026-09-01", to: "LCZGH"))
    let later = try sell(1, "2026-09-20")
    #expect(refusal { try pay("256.01") } == "buyer_payment_over")
    #expect(refusal { try pay("128.01", mine) } == "buyer_payment_over_documents")
    #expect(refusal { try pay("1.00", other) } == "buyer_document_unknown")
    #expect(refusal { try pay("1.00", later, on: "2026-09-19") } == "act_before")
    #expect(refusal { try pay("1.00", on: "2099-01-01") } == "day_to_come")
    #expect(refusal { try pay("0.00") } == "buyer_payment_positive")
    var payment = BuyerPayment(by: "LCYZ", amount: Money("28.00") ?? .zero)
    payment.id = "0198f7a0-0000-7000-8000-000000000009"
    #expect(try accounts.pay(payment).owed == Money("228.00"))
    let again = try accounts.pay(payment)
    #expect(again.repeated && again.owed == Money("228.00"))
    payment.amount = Money("29.00") ?? .zero
    #expect(refusal { _ = try accounts.pay(payment) } == "request_used")
    #expect(try shop.violations() == [])
  }
}
