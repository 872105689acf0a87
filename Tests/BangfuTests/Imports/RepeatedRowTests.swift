import Bangfu
import Domain
import Tabular
import TestSupport
import Testing
import System

/// Several rows of one table that have the same number.
@Suite struct RepeatedRowTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private static let ours = """
    name = "ours"
    platform = "fupin832"
    core = ["order", "name", "quantity", "payable", "paid"]
    goods = ["payable"]
    sold = ["paid"]

    [columns]
    order = ["单号"]
    name = ["货"]
    quantity = ["件"]
    payable = ["实收"]
    paid = ["付款"]
    order-status = ["状态"]

    [order-status]
    "已发货" = 3
    "已完成" = 4

    """

  private func run(
    _ rows: String, name: String = "a.csv", profile: String = Self.ours
  ) throws -> ImportResult {
    shop.programme.profiles.own = [(name: "ours.toml", text: profile)]
    return try shop.importText(
      "单号,货,件,实收,付款,状态\n" + rows + "\n", name: name, channel: "fupin832")
  }

  @Test
  func
    `rows of one order that are not one line are rejected, and none is lost once it is said what they are`()
    throws
  {
    let rows = """
      1001,BC01,1,12.50,2026-10-03 10:00:00,已完成
      1001,HS01,1,20.00,2026-10-03 10:00:00,已完成
      1001,HS01,1,20.00,2026-10-03 10:00:00,已完成
      1002,BC01,1,12.50,2026-10-04 10:00:00,已完成
      """
    let first = try run(rows)
    #expect(first.new == 1 && first.rejected == 3 && first.rows == 4)
    #expect(first.rejects.map(\.reason) == Array(repeating: "key_repeated", count: 3))
    #expect(first.rejects.map(\.value) == ["1001", "1001", "1001"])
    #expect(readSmallFile(try #require(first.rejectsFile))?.split(separator: "\n").count == 4)
    #expect(try shop.month().hasPrefix("12.50 "))
    #expect(try shop.violations() == [])
    let again = try run(rows)
    #expect(again.same == 1 && again.rejected == 3 && again.postedGross == .zero)
    let mended = Self.ours.replacing(
      "goods =", with: "line = [\"name\"]\nnumbered = true\ngoods =")
    let second = try run(rows, profile: mended)
    #expect(second.rejected == 0 && second.repeated == 0)
    #expect(try shop.month().hasPrefix("65.00 "))
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("1,BC01,1,9.00,2026-10-03 10:00:00,已完成", "1,HS01,1,9.00,2026-10-03 10:00:00,已完成"),
    ("1,BC01,1,9.00,2026-10-03 10:00:00,已完成", "1,BC01,2,9.00,2026-10-03 10:00:00,已完成"),
    ("1,BC01,1,9.00,2026-10-03 10:00:00,已完成", "1,BC01,1,8.00,2026-10-03 10:00:00,已完成"),
    ("1,BC01,1,9.00,2026-10-03 10:00:00,已完成", "1,BC01,1,9.00,2026-10-04 10:00:00,已完成"),
  ])
  func `other goods, another quantity, amount or time are another sale`(
    _ one: String, _ other: String
  )
    throws
  {
    for rows in ["\(one)\n\(other)", "\(other)\n\(one)"] {
      let result = try run(rows, name: rows.hasPrefix(one) ? "a.csv" : "b.csv")
      #expect(result.rejected == 2 && result.postedGross == .zero)
    }
  }

  @Test func `equal rows count once and are told, later states of one line are judged`() throws {
    let equal = "1,BC01,1,9.00,2026-10-03 10:00:00,已完成"
    let result = try run(equal + "\n" + equal)
    #expect(result.rejected == 0 && result.new == 1 && result.same == 1 && result.repeated == 1)
    let states = equal.replacing("1,BC01", with: "2,BC01")
    let both = try run(states.replacing("已完成", with: "已发货") + "\n" + states, name: "b.csv")
    #expect(both.rejected == 0 && both.conflicts == 1 && both.postedGross == Money("9.00"))
    #expect(try shop.month().hasPrefix("18.00 "))
    #expect(try shop.violations() == [])
  }

  @Test func `two rows of one order in a shipped profile of a row an order are rejected`() throws {
    let header = "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态\n"
    func row(_ code: String, _ amount: String) -> String {
      "261001-1,茶,1,77,\(code),\(amount),0,2026-10-03 10:00:00,已签收,无售后或售后取消\n"
    }
    let result = try shop.importText(
      header + row("BC01", "9.00") + row("HS01", "5.00"), name: "p.csv", channel: "pinduoduo")
    #expect(result.rejects.map(\.reason) == ["key_repeated", "key_repeated"])
    #expect(try shop.violations() == [])
  }

  @Test func `two rows of one after-sale case that name two lines are rejected`() throws {
    let header = "售后单号,订单编号,商品ID,退款金额,售后状态,售后类型,申请时间,完结时间\n"
    let own = """
      name = "cases"
      platform = "fupin832"
      kind = "after-sales"
      core = ["number", "order", "line", "back-amount", "order-status"]
      line = ["line"]
      back = ["ended"]

      [columns]
      number = ["售后单号"]
      order = ["订单编号"]
      line = ["商品ID"]
      back-amount = ["退款金额"]
      order-status = ["售后状态"]
      applied = ["申请时间"]
      ended = ["完结时间"]

      [after-sale]
      "退款成功" = "told"

      """
    shop.programme.profiles.own = [(name: "cases.toml", text: own)]
    func row(_ line: String, _ amount: String) -> String {
      "S1,O1,\(line),\(amount),退款成功,退款,2026-10-03 10:00:00,2026-10-04 10:00:00\n"
    }
    let result = try shop.importText(
      header + row("L1", "5.00") + row("L2", "6.00"), name: "c.csv", channel: "fupin832")
    #expect(result.rejects.map(\.reason) == ["key_repeated", "key_repeated"])
    let equal = try shop.importText(
      header + row("L1", "5.00") + row("L1", "5.00"), name: "d.csv", channel: "fupin832")
    #expect(equal.rejected == 0 && equal.new == 1 && equal.same == 1)
    #expect(try shop.violations() == [])
  }
}
