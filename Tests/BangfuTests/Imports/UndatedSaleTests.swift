import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing

/// Orders that were sold by their status, and do not say when.
@Suite struct UndatedSaleTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private static let header =
    "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,发货时间,订单状态,售后状态\n"

  private func row(
    _ number: Int, _ status: String, sold: String = "", shipped: String = "",
    afterSale: String = "无售后或售后取消"
  ) -> String {
    "26100\(number)-1,茶,1,77,BC01,9.00,0,\(sold),\(shipped),\(status),\(afterSale)\n"
  }

  private func run(_ rows: String, _ name: String) throws -> ImportResult {
    try shop.importText(Self.header + rows, name: name, channel: "pinduoduo")
  }

  @Test
  func `what waits or is on its way is pending with its money, on the day of the best evidence`()
    throws
  {
    // The file was written on 2026-10-08 at 00:00.
    let name = "1791388800_a.csv"
    let result = try run(
      row(1, "已发货，待收货") + row(2, "待发货") + row(3, "已发货，待签收", shipped: "2026-09-30 23:00:00")
        + row(4, "待付款") + row(5, "已取消") + row(6, "未发货，退款成功", afterSale: "退款成功")
        + row(7, "待发货", sold: "2026-10-02 09:00:00") + row(8, "已发货，退款成功", afterSale: "退款成功"), name)
    #expect(result.rejected == 0 && result.new == 8 && result.pending == 3, "\(result)")
    #expect(try shop.month("2026-09").hasPrefix("9.00 0.00 0.00 9.00 0.00"))
    #expect(try shop.month("2026-10").hasPrefix("27.00 0.00 0.00 18.00 9.00"))
    let rules = try shop.sql().execute(
      "SELECT DISTINCT rule FROM claim_posted WHERE verdict = 'pending'")
    #expect(rules.compactMap { $0.text(0) } == ["time_unknown"])
    let again = try run(
      row(1, "已发货，待收货") + row(2, "待发货") + row(3, "已发货，待签收", shipped: "2026-09-30 23:00:00")
        + row(4, "待付款") + row(5, "已取消") + row(6, "未发货，退款成功", afterSale: "退款成功")
        + row(7, "待发货", sold: "2026-10-02 09:00:00") + row(8, "已发货，退款成功", afterSale: "退款成功"), name)
    #expect(again.same == 8 && again.postedGross == .zero)
    // A file that tells the times moves them, whichever of one instant came first.
    for name in ["1791388800_b.csv", "1791475200_c.csv"] {
      _ = try run(
        row(1, "已发货，待收货", sold: "2026-09-29 09:00:00")
          + row(3, "已发货，待签收", sold: "2026-09-29 09:00:00", shipped: "2026-09-30 23:00:00"), name)
      #expect(try shop.month("2026-09").hasPrefix("18.00 0.00 0.00 0.00 18.00"))
    }
    #expect(try shop.violations() == [])
  }

  @Test func `without any evidence the row is rejected`() throws {
    let result = try run(row(1, "已发货，待收货"), "a.csv")
    #expect(result.rejects.map(\.reason) == ["sold_undated"])
  }

  @Test func `what is over, or of a status that nobody knows, is pending with its money too`()
    throws
  {
    let rows = row(1, "已收货") + row(2, "新状态") + row(3, "新状态", shipped: "2026-09-30 23:00:00")
    let result = try run(rows, "1791388800_a.csv")
    #expect(result.rejected == 0 && result.new == 3 && result.pending == 3, "\(result)")
    #expect(try shop.month("2026-09").hasPrefix("9.00 0.00 0.00 9.00 0.00"))
    #expect(try shop.month("2026-10").hasPrefix("18.00 0.00 0.00 18.00 0.00"))
    #expect(try run(rows, "1791388800_a.csv").same == 3)
    let undated = try run(row(4, "已收货") + row(5, "新状态"), "b.csv")
    #expect(undated.rejects.map(\.reason) == ["sold_undated", "status_undated"])
    #expect(try shop.violations() == [])
  }

  @Test func `a 抖店 sub-order that was shipped is pending too`() throws {
    let result = try shop.importRows([
      DouyinLine("1", "1", paid: "-", status: "已发货"),
      DouyinLine("2", "2", paid: "-", status: "待发货"),
      DouyinLine("3", "3", paid: "-", status: "待支付"),
    ])
    #expect(result.new == 3 && result.pending == 2)
    #expect(try shop.violations() == [])
  }
}
