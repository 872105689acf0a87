import Bangfu
import Domain
import Postgres
import Testing

/// What comes after its month was closed is booked in the open one, with its own day, or is refused with a sentence.
@Suite struct LateTests {
  let shop: Shop
  /// An order, and one that was refunded, of October; a receipt from a supplier and its payment.
  private let order: Int64, refunded: Int64, receipt: Int64
  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "100")
    order = try shop.sell("BC01:3").document
    refunded = try shop.sell("BC01:3").document
    receipt = try shop.buy("SF01", "10", at: "6.00", from: "STARCH", on: "2026-10-02")
    try shop.importRows(
      [DouyinLine("1", "1"), DouyinLine("2", "2", sku: "NONE", payable: "10.00")],
      name: "1793548800_a.csv")
    try shop.close("2026-10")
  }

  /// What was booked since the close, each as its month and day, and its side and total.
  private func late() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', d.book_month, d.day, d.kind, d.side, d.total)
      FROM document d
      WHERE d.posting_id > (SELECT c.posting_id FROM month_close c) ORDER BY d.posting_id, d.total
      """
    ).compactMap { $0.text(0) }
  }

  private func expect(_ expected: String..., by act: () throws -> Void) throws {
    try act()
    let late = try late()
    #expect(late == expected, "\(late)")
    #expect(try shop.violations() == [])
  }

  @Test func `an order`() throws {
    try expect("2026-11-01 2026-10-30 sale sale 128.00") {
      try shop.sell("BC01:1", at: "2026-10-30T10:00:00")
    }
  }

  @Test func `a refund of a day of the month, and of a later one`() throws {
    var refund = RefundRequest(document: order)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-31T12:00:00")
    try expect("2026-11-01 2026-10-31 refund refund -128.00") {
      _ = try shop.programme.orders.refund(refund)
    }
    refund.at = Instant("2026-11-02T12:00:00")
    try expect(
      "2026-11-01 2026-10-31 refund refund -128.00", "2026-11-01 2026-11-02 refund refund -128.00"
    ) {
      _ = try shop.programme.orders.refund(refund)
    }
  }

  @Test func `a void, and its undo`() throws {
    let reversal = "2026-11-01 2026-10-05 correction sale -384.00"
    var void: Int64 = 0
    try expect(reversal) {
      void = try shop.programme.orders.void(order, reason: "typed wrong").document
    }
    try expect(reversal, "2026-11-01 2026-10-05 sale sale 384.00") {
      _ = try shop.programme.orders.undo(void, reason: "it was right")
    }
  }

  @Test func `the undo of a refund`() throws {
    var refund = RefundRequest(document: refunded)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-31T12:00:00")
    let document = try shop.programme.orders.refund(refund).document
    try expect(
      "2026-11-01 2026-10-31 refund refund -128.00",
      "2026-11-01 2026-10-31 correction refund 128.00"
    ) {
      _ = try shop.programme.orders.undo(document, reason: "x")
    }
  }

  @Test func `a file, one that changes what is known, and a case`() throws {
    try expect("2026-11-01 2026-10-05 sale sale 128.00") {
      try shop.importRows([DouyinLine("3", "3")], name: "1793548801_b.csv")
    }
    try expect(
      "2026-11-01 2026-10-05 sale sale 128.00", "2026-11-01 2026-10-05 correction sale -28.00"
    ) {
      try shop.importRows([DouyinLine("1", "1", payable: "100.00")], name: "1793548802_c.csv")
    }
    #expect(refusal { _ = try shop.programme.imports.undo(1) } == "import_month_closed")
    #expect(refusal { _ = try shop.programme.imports.undo(3) } == "import_month_closed")
    _ = try shop.programme.imports.undo(2)
    #expect(try late().last == "2026-11-01 2026-10-05 correction sale -128.00")
    try shop.importTable(
      TextTable(
        name: "1793548803_sh.csv", columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "S1", "订单号": "1", "商品单号": "1", "售后状态": "同意退款，退款成功",
            "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00",
            "用户到账时间": "2026-10-08 09:00:00",
          ]
        ]))
    #expect(try late().last == "2026-11-01 2026-10-08 refund refund -10.00")
    #expect(try shop.violations() == [])
  }

  @Test func `a listing that is mapped`() throws {
    try expect("2026-11-01 2026-10-05 correction sale 0.00") {
      try shop.map("NONE", to: "BC01")
    }
  }

  @Test func `what is entered by day of suppliers is refused, and its undo is of today`() throws {
    #expect(
      refusal { try shop.buy("SF01", "1", at: "6.00", from: "STARCH", on: "2026-10-20") }
        == "month_closed")
    var payment = SupplierPayment(to: "STARCH", amount: Money("20.00") ?? .zero)
    payment.day = BusinessDay("2026-10-20")
    #expect(refusal { _ = try shop.programme.accounts.pay(payment) } == "month_closed")
    #expect(
      refusal {
        _ = try shop.programme.accounts.adjust(
          "STARCH", by: Money("-3.00") ?? .zero, receipt: receipt, day: BusinessDay("2026-10-20"),
          reason: "x")
      } == "month_closed")
    _ = try shop.programme.contracts.add(
      supplier: "KOI", sku: "BC01", price: Money("15.50") ?? .zero,
      from: try #require(BusinessDay("2026-01-01")), to: try #require(BusinessDay("2099-12-31")),
      maximum: Quantity(whole: 100))
    #expect(
      refusal {
        _ = try shop.programme.buyBacks.enter(
          StockItems(["BC01:2"]), by: "KOI", from: nil, day: BusinessDay("2026-10-20"), note: nil)
      } == "month_closed")
    var agreement = Order()
    agreement.lines = [try OrderLine(parsing: "BC01:10")]
    (agreement.buyer, agreement.isSigned, agreement.at) = ("LCZGH", true, Instant("2026-10-20"))
    #expect(
      refusal { _ = try shop.programme.orders.enter(agreement, command: "test") } == "month_closed")
    payment.day = nil
    let number = try shop.programme.accounts.pay(payment).number
    _ = try shop.programme.accounts.reverse(number, reason: "x")
    _ = try shop.programme.acts.undo(receipt, reason: "x", command: "stock undo")
    #expect(try late() == [])
    #expect(try shop.violations() == [])
  }
}
