import Bangfu
import Domain
import Testing

/// Lists of commission (佣金订单明细): who sold an order and gets what, estimated until it is settled; beside the bills.
@Suite struct CommissionListTests {
  private let shop: Shop
  init() throws {
    shop = try Shop()
    try shop.importRows(
      [("6930001", "6930001"), ("6930002", "6930091"), ("6930003", "6930003")].map {
        DouyinLine($0, $1, payable: "100.00")
      }, name: "1792000000_orders.csv")
  }

  /// Of an order its host, the estimate in yuan, and what was settled; nil while it is not.
  private typealias ListRow = (order: String, host: String, estimate: Int, settled: Int?)

  @discardableResult
  private func importList(_ rows: [ListRow], name: String) throws -> ImportResult {
    let lines = rows.map { row in
      let settled = row.settled.map { "100.00,\($0).00,已结算" } ?? "-,-,已付款"
      return "\(row.order),35,白茶,某人,\(row.host),100.00,20%,\(row.estimate).00,\(settled),,"
        + "2026-10-05 10:00:00,2026-10-09 10:00:00,\(row.settled == nil ? "" : "2026-10-20 10:00:00")"
    }
    return try shop.importText(
      "订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,结算金额,实际佣金支出,订单状态,超时未结算原因,付款时间,收货时间,订单结算时间\n"
        + lines.joined(separator: "\n") + "\n", name: name)
  }

  private func hosts() throws -> [String] {
    let report = try shop.programme.settlements.reconcile(
      "douyin", try #require(Month("2026-10")), by: .host)
    return (report.rows.rows + report.total.rows).map { $0.joined(separator: "|") }
  }

  @Test func `a list names hosts, estimates and settles commission, and is in no other sum`() throws
  {
    try shop.importBill([
      DouyinSettled("6930001"), DouyinSettled("6930002", "6930091", commission: 15_00),
    ])
    let before = try shop.reconciled()
    let result = try importList(
      [("6930001", "7711", 20, 20), ("6930091", "7722", 20, 20), ("6930003", "7722", 18, nil)],
      name: "1792900000_list.csv")
    #expect(result.profile == "douyin-commissions" && result.new == 3 && result.rejected == 0)
    #expect(try shop.reconciled() == before)
    #expect(
      try hosts() == [
        "7711|1|100.00|0.00|20.00|20.00|20.00|0.00|0.00",
        "7722|2|100.00|0.00|15.00|15.00|20.00|18.00|5.00",
        "|3|200.00|0.00|35.00|17.50|40.00|18.00|5.00",
      ])
    let kept = try (2...4).map { try shop.programme.imports.row($0, of: result.number) }
      .flatMap(\.cells).map(\.value)
    #expect(!kept.contains { $0.contains("某人") })
    #expect(try shop.violations() == [])
  }

  @Test func `the newest row holds, whatever the order of files, again, in halves and undone`()
    throws
  {
    let early: [ListRow] = [("6930001", "7711", 20, nil), ("6930003", "7722", 18, nil)]
    let late: [ListRow] = [("6930001", "7711", 20, 19), ("6930003", "7722", 18, 18)]
    try importList(late, name: "1793000000_late.csv")
    let whole = try hosts()
    let older = try importList(early, name: "1792000001_early.csv")
    #expect(older.conflicts == 0)
    #expect(try hosts() == whole)
    #expect(try importList(late, name: "1793000000_late.csv").same == 2)
    #expect(try importList([late[1]], name: "1793000000_half.csv").same == 1)
    #expect(try hosts() == whole)
    _ = try shop.programme.imports.undo(2)
    #expect(try hosts()[0] == "7711|1|0.00|0.00|0.00||0.00|20.00|0.00", "the estimate holds again")
    #expect(try importList(late, name: "1793000000_late.csv").rejected == 0)
    #expect(try hosts() == whole)
    #expect(try shop.violations() == [])
  }
}
