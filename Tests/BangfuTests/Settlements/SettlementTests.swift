import Bangfu
import Domain
import Testing

/// Settlement files are facts about money: recorded once, told where they differ, undone as if they had never been.
@Suite struct SettlementTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  /// Three orders of 100.00, of which one went back whole.
  private func orders() throws {
    try shop.importRows(
      ["6930001", "6930002", "6930003"].map {
        DouyinLine($0, $0, payable: "100.00", status: $0 == "6930003" ? "已关闭" : "已完成").with(
          "售后状态", $0 == "6930003" ? "已全额退款" : "-")
      }, name: "1792000000_orders.csv")
  }

  @Test func `a bill is set against its orders to the fen, and is no sale`() throws {
    try orders()
    let before = try shop.month()
    let result = try shop.importBill([DouyinSettled("6930001"), DouyinSettled("6930009")])
    #expect(result.rows == 2 && result.new == 2 && result.rejected == 0)
    #expect(result.settlement.amount == Money("150.00") && result.gross == .zero)
    #expect(try shop.month() == before)
    #expect(
      try shop.reconciled() == [
        "settled 2 200.00 100.00 25.00 75.00 0.00",
        "not_settled 1 100.00 0.00 0.00 0.00 100.00",
        "order_unknown 1 0.00 0.00 25.00 75.00 -100.00",
        " 4 300.00 100.00 50.00 150.00 0.00",
      ])
    #expect(
      try shop.reconciled(by: .fee) == [
        "sale 2 200.00 ", "service-fee 2 -10.00 5.00", "commission 2 -40.00 20.00", " 2 150.00 ",
      ])
    #expect(
      try shop.reconciled(by: .order) == [
        "6930002 2026-10-05 100.00 0.00 0.00 0.00 100.00 not_settled",
        "6930009 2026-10-20 0.00 0.00 25.00 75.00 -100.00 order_unknown",
        "  100.00 0.00 25.00 75.00 0.00 ",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `what was refunded before and after it was settled is in the one row of its kind`()
    throws
  {
    try orders()
    try shop.importBill([
      DouyinSettled("6930001", refunded: 30_00),
      DouyinSettled(
        "6930002", paid: -40_00, service: 0, commission: 0, at: "2026-10-25 10:00:00",
        type: "结算后退款-原路退回"),
      DouyinSettled("6930002"),
    ])
    #expect(
      try shop.reconciled(by: .order) == [
        "6930001 2026-10-05 100.00 0.00 25.00 45.00 30.00 refund_not_imported",
        "6930002 2026-10-05 100.00 0.00 25.00 35.00 40.00 refund_not_imported",
        "  200.00 0.00 50.00 80.00 70.00 ",
      ])
  }

  @Test func `the same file changes nothing, and two halves are the whole`() throws {
    try orders()
    let rows = [DouyinSettled("6930001"), DouyinSettled("6930002")]
    try shop.importBill(rows)
    let whole = try shop.reconciled()
    let again = try shop.importBill(rows)
    #expect(again.same == 2 && again.new == 0)
    let half = try shop.importBill([rows[1]], name: "half.csv")
    #expect(half.same == 1 && half.conflicts == 0)
    #expect(try shop.reconciled() == whole)
    _ = try shop.programme.imports.undo(2)
    let halved = try shop.reconciled()
    #expect(halved.first == "settled 2 200.00 100.00 25.00 75.00 0.00", "the half says it still")
    #expect(halved.contains("not_settled 1 100.00 0.00 0.00 0.00 100.00"))
    _ = try shop.programme.imports.undo(3)
    #expect(try shop.reconciled().contains { $0.hasPrefix("not_settled 2 200.00") })
    #expect(try shop.importBill(rows).new == 2, "it lives again")
    #expect(try shop.reconciled() == whole)
    #expect(try shop.violations() == [])
  }

  @Test func `a line that a later file says otherwise is told until one of the files is undone`()
    throws
  {
    try orders()
    let row = DouyinSettled("6930001")
    try shop.importBill([row], name: "1792500000_bill.csv")
    let other = try shop.importBill(
      [DouyinSettled("6930001", service: 7_00)], name: "1792600000_bill.csv")
    #expect(other.changed == 1 && other.conflicts == 1)
    #expect(try shop.reconciled().contains("reported_twice 1 100.00 0.00 27.00 73.00 0.00"))
    var wanted = Settlements.Selection()
    wanted.areDiffering = true
    #expect(try shop.programme.settlements.list(wanted).rows.count == 2)
    let cut = try shop.programme.settlements.list(wanted, limit: 1)
    #expect(cut.rows.count == 1 && cut.cutFrom == 2)
    #expect(try shop.violations() == [])
    _ = try shop.programme.imports.undo(3)
    #expect(try shop.reconciled().contains { $0.hasPrefix("settled 2 200.00 100.00 25.00 75.00") })
    #expect(try shop.programme.settlements.list(wanted).rows == [])
  }

  @Test func `equal lines of one file are two, whatever their order`() throws {
    let rows = [DouyinSettled("6930001"), DouyinSettled("6930001")]
    #expect(try shop.importBill(rows).new == 2)
    let total = try shop.reconciled().last
    #expect(total == " 1 0.00 0.00 50.00 150.00 -200.00")
    #expect(try shop.importBill(rows, name: "again.csv").same == 2)
    #expect(try shop.violations() == [])
  }

  @Test func `a fee of a column and a kind that nobody knows is kept and told`() throws {
    try orders()
    let row = DouyinSettled("6930001").with("支出合计", "-28.00").with("结算金额", "72.00")
    let result = try shop.importBill([
      row,
      DouyinSettled("6930002", paid: -3_00, service: 0, commission: 0, type: "某种调账"),
    ])
    #expect(result.settlement.unknown == ["已结算": 1, "某种调账": 1])
    #expect(
      try shop.reconciled(by: .fee).contains("unknown 2 -6.00 6.00"))
    #expect(try shop.reconciled().contains { $0.hasPrefix("kind_unknown 2") })
  }

  @Test func `a bill and the movements of the account are settled once`() throws {
    try orders()
    try shop.importBill([DouyinSettled("6930001")])
    let bill = try shop.reconciled()
    let movement = [
      "动账时间": "2026-10-20 10:00:01", "动帐流水号": "'770001", "动账方向": "入账", "动账金额": "75.00",
      "动账场景": "货款结算入账", "订单号": "'6930001", "子订单号": "'6930001", "达人ID": "4477",
      "订单实付应结": "100.00", "平台服务费": "-5.00", "佣金": "-20.00",
    ]
    func account(_ rows: [[String: String]]) -> TextTable {
      TextTable(name: "account.csv", columns: TextTable.douyinAccount, rows: rows, order: "订单号")
    }
    let withdrawal = [
      "动账时间": "2026-10-21 10:00:01", "动帐流水号": "'770002", "动账方向": "出账", "动账金额": "75.00",
      "动账场景": "提现",
    ]
    try shop.importTable(account([movement, withdrawal]))
    let both = Set(bill.dropLast() + ["no_order 1 0.00 0.00 0.00 0.00 0.00"])
    #expect(try Set(shop.reconciled().dropLast()) == both)
    _ = try shop.programme.imports.undo(2)
    #expect(try Set(shop.reconciled().dropLast()) == both)
    #expect(try shop.reconciled(by: .host).first == "4477 1 100.00 0.00 20.00 20.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what is of another shop is refused, and nothing is recorded`() throws {
    try orders()
    try shop.importBill([DouyinSettled("6930001")])
    try shop.programme.channels.add(.made("douyin2", "二店", "livestream", "douyin"))
    let text = TextTable.douyinBill("other.csv", [DouyinSettled("6930001").cells]).text
    #expect(
      refusal { try shop.importText(text + " \n", name: "other.csv", channel: "douyin2") }
        == "settlement_elsewhere")
    let unsettled = TextTable.douyinBill("other.csv", [DouyinSettled("6930002").cells]).text
    #expect(
      refusal { try shop.importText(unsettled, name: "o.csv", channel: "douyin2") }
        == "claim_elsewhere")
    #expect(try shop.programme.imports.list().rows.count == 2)
  }

  @Test func `nothing is kept of what nobody should know`() throws {
    try shop.importBill([DouyinSettled("6930001")])
    let row = try shop.programme.imports.row(3, of: 1)
    #expect(row.subjects == ["6930001/6930001/2026-10-20 10:00:00/已结算 6930001"])
    #expect(!row.cells.contains { $0.value.contains("张") })
    #expect(row.cells.contains { $0.column == "平台服务费" && $0.value == "-5.00" })
  }
}
