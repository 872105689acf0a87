import Bangfu
import Domain
import Testing

/// What a till took by 微信 and 支付宝, against the bills of these services, day by day.
@Suite struct TillBillTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "90")
  }

  @discardableResult
  private func sell(
    _ pieces: Int, by method: PaymentMethod = .wechat, on day: Int, cash: Int = 0
  ) throws -> Int64 {
    var order = Order()
    order.lines = [try OrderLine(parsing: "BC01:\(pieces)")]
    order.at = Instant("2026-10-\(day < 10 ? "0" : "")\(day)T10:00:00")
    order.tenders = [
      Tender(method: method, amount: Money(minor: Int64(pieces * 128_00 - cash)))
    ]
    if cash > 0 { order.tenders.append(Tender(method: .cash, amount: Money(minor: Int64(cash)))) }
    return try shop.programme.orders.enter(order, command: "test").document
  }

  private func refund(_ document: Int64, on day: String) throws {
    var request = RefundRequest(document: document)
    request.lines = [try RefundRequest.Line(parsing: "1:1")]
    request.at = Instant("2026-10-\(day)T11:00:00")
    _ = try shop.programme.orders.refund(request)
  }

  /// A bill of 微信支付: of each line the day, and what was paid, or went back (below zero), in fen.
  private func importBill(_ lines: [(day: String, fen: Int)], name: String = "bill.csv") throws {
    func yuan(_ fen: Int) -> String { Money(minor: Int64(fen)).description }
    let rows = lines.enumerated().map { number, line in
      let fee = line.fen * 6 / 1000
      let (paid, back) = (max(line.fen, 0), max(-line.fen, 0))
      return """
        `2026-10-\(line.day) 12:00:00,`4200\(number),`A\(number),`\(back == 0 ? "SUCCESS" : "REFUND"),\
        `\(yuan(paid)),`50\(number),`\(yuan(back)),`\(yuan(fee))
        """
    }
    try shop.importText(
      "交易时间,微信订单号,商户订单号,交易状态,应结订单金额,微信退款单号,退款金额,手续费\n"
        + rows.joined(separator: "\n") + "\n", name: name, channel: "counter")
  }

  private func days() throws -> [String] {
    let report = try shop.programme.settlements.reconcile(
      "counter", try #require(Month("2026-10")), by: .day)
    return (report.rows.rows + report.total.rows).map { $0.joined(separator: "|") }
  }

  @Test func `days of a till are set against the bill to the fen, each with what mends it`() throws
  {
    try sell(1, on: 5)
    let voided = try sell(1, on: 5)
    _ = try shop.programme.orders.void(voided, reason: "x")
    try sell(2, by: .cash, on: 5)
    try sell(2, on: 6, cash: 56_00)
    try sell(3, on: 7)
    try refund(try sell(2, on: 8), on: "09")
    try sell(1, by: .alipay, on: 10)
    try sell(1, on: 11)
    try importBill([
      ("05", 128_00), ("05", 128_00), ("05", -128_00), ("06", 200_00), ("07", 256_00),
      ("08", 256_00), ("09", -28_00), ("12", 50_00),
    ])
    let file = "bangfu import FILE --channel counter"
    #expect(
      try days() == [
        "2026-10-05|wechat|1|128.00|0.00|0.76|127.24|0.00|settled|",
        "2026-10-06|wechat|1|200.00|0.00|1.20|198.80|0.00|settled|",
        "2026-10-07|wechat|1|384.00|0.00|1.53|254.47|128.00|missing_in_bill|"
          + "bangfu order list --channel counter --day 2026-10-07",
        "2026-10-08|wechat|1|256.00|0.00|1.53|254.47|0.00|settled|",
        "2026-10-09|wechat|0|0.00|128.00|-0.16|-27.84|-100.00|refund_not_settled|",
        "2026-10-10|alipay|1|128.00|0.00|0.00|0.00|128.00|not_in_bill|\(file)",
        "2026-10-11|wechat|1|128.00|0.00|0.00|0.00|128.00|not_in_bill|\(file)",
        "2026-10-12|wechat|0|0.00|0.00|0.30|49.70|-50.00|not_entered|bangfu order enter --channel counter "
          + "--at 2026-10-12T12:00 --line CODE:QUANTITY --tender METHOD:AMOUNT",
        "||6|1224.00|128.00|5.16|856.84|234.00||",
      ])
    #expect(
      try shop.reconciled("counter") == [
        "settled 3 584.00 0.00 3.49 580.51 0.00",
        "missing_in_bill 1 384.00 0.00 1.53 254.47 128.00",
        "not_entered 0 0.00 0.00 0.30 49.70 -50.00", "not_in_bill 2 256.00 0.00 0.00 0.00 256.00",
        "refund_not_settled 0 0.00 128.00 -0.16 -27.84 -100.00",
        " 6 1224.00 128.00 5.16 856.84 234.00",
      ])
    #expect(try shop.reconciled("counter", by: .order).count == 1, "nothing is by order")
    #expect(
      try shop.reconciled("counter", by: .fee) == [
        "sale 6 1018.00 ", "refund 2 -156.00 15.32", "payment-fee 8 -5.16 0.51", " 8 856.84 ",
      ])
    var rate = FeeRate(
      of: "counter", kind: "payment-fee", percent: "0.60",
      from: try #require(BusinessDay("2026-01-01")), source: "协议")
    try shop.programme.settlements.set(rate)
    #expect(try days().filter { $0.contains("fee_differs") } == [])
    rate.percent = "0.50"
    try shop.programme.settlements.set(rate)
    #expect(
      try days().filter { $0.contains("fee_differs") }.map { $0.prefix(10) } == [
        "2026-10-05", "2026-10-06", "2026-10-08",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `a refund on the bill alone is said, and a platform has no such days`() throws {
    try sell(2, on: 5)
    try importBill([("05", 256_00), ("05", -28_00)])
    #expect(try days()[0].contains("|28.00|refund_not_entered|bangfu order refund DOCUMENT"))
    let sales = shop.programme.settlements
    #expect(
      refusal { _ = try sales.reconcile("douyin", #require(Month("2026-10")), by: .day) }
        == "days_of_platform")
  }

  @Test func `half a bill, the whole and an undo make the same days`() throws {
    try sell(1, on: 5)
    try sell(1, on: 6)
    try importBill([("05", 128_00), ("06", 128_00)], name: "whole.csv")
    let whole = try days()
    try importBill([("05", 128_00)], name: "begin.csv")
    #expect(try days() == whole)
    _ = try shop.programme.imports.undo(1)
    #expect(try days()[1].contains("not_in_bill"))
    try importBill([("05", 128_00), ("06", 128_00)], name: "whole.csv")
    #expect(try days() == whole)
    #expect(try shop.violations() == [])
  }
}
