import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// What an owner may change with triggers off, and the check that finds it: whatever can be compared with something stored.
@Suite struct TamperTests {
  let shop: Shop
  let sql: Connection
  init() throws {
    shop = try Shop()
    sql = try shop.sql()
    try sql.execute("INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    try shop.receive("BC01", "20")
    try shop.receive("HS01", "50")
    let programme = shop.programme
    // A refund that was undone, a transfer on its way in parts, a count, orders of two snapshots, a case, a shortage that
    // was covered in part and written off, an agreement.
    let sale = try shop.sell("BC01:2").document
    var refund = RefundRequest(document: sale)
    refund.restock = true
    refund.at = Instant("2026-10-05T12:00:00")
    _ = try programme.undo(document: programme.refund(refund).document, reason: "mistake")
    let way = try programme.send(items("BC01:5"), from: nil, to: "wh", reason: nil)
    _ = try programme.end(transfer: way, items("BC01:3"), isLost: false, reason: nil)
    _ = try programme.end(transfer: way, items("BC01:1"), isLost: true, reason: "fell")
    let count = try programme.openCount(
      location: nil, category: nil, isBlind: false, recountOver: Money(minor: 100_000_000))
    try programme.enterCount(count, items("HS01:49", "BC01:13"))
    let second = try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "second")
    _ = try second.approveCount(count, isPartial: true, reason: nil)
    try sql.execute(
      "UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'"
    )
    let order = DouyinLine("6920001", "6920001", sku: "MX01", pieces: 3, payable: "174.00")
    try shop.importRows([order], name: "1791900000_a.csv")
    try shop.importRows([order.with("订单状态", "已发货")], name: "1791990000_b.csv")
    try shop.importTable(
      TextTable(
        name: "1792000000_sh.csv", columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "S1", "订单号": "6920001", "商品单号": "6920001", "售后状态": "同意退款，退款成功",
            "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00", "用户到账时间": "2026-10-08 09:00:00",
          ]
        ]))
    try shop.receive("MX01", "1")
    _ = try programme.writeOffShortages(of: "MX01", at: nil, reason: "lost")
    var agreement = Order()
    agreement.lines = [try OrderLine(parsing: "BC01:10")]
    agreement.buyer = "LCZGH"
    agreement.isSigned = true
    agreement.at = Instant("2026-10-06")
    _ = try programme.enter(agreement, command: "test")
  }

  private func items(_ texts: String...) throws -> StockItems {
    var items = StockItems()
    for text in texts { try items.add(parsing: text) }
    return items
  }

  @Test func `what was built up is sound`() throws {
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("UPDATE claim SET order_no = order_no || 'x'", "claims_are_newest"),
    ("UPDATE claim SET platform = 'taobao'", "claims_are_newest"),
    (
      "UPDATE claim SET value_id = (SELECT min(snapshot_id) FROM claim_snapshot)",
      "claims_are_newest"
    ),
    (
      "UPDATE claim SET status_id = (SELECT min(snapshot_id) FROM claim_snapshot)",
      "claims_are_newest"
    ),
    (
      "UPDATE claim_snapshot SET effective_at = effective_at - interval '9 days' WHERE file_id = 2",
      "claims_are_newest"
    ),
    ("UPDATE claim_snapshot SET exact = NOT exact WHERE file_id = 2", "claims_are_newest"),
    ("UPDATE import_file SET state = 'undone' WHERE file_id = 2", "claims_are_newest"),
    ("UPDATE import_file SET platform = 'taobao'", "claims_are_newest"),
    ("UPDATE import_file SET channel_id = 1", "claims_are_newest"),
    ("UPDATE document SET order_no = 'another' WHERE file_id IS NOT NULL", "claims_are_newest"),
    ("UPDATE aftersale_snapshot SET order_no = 'another'", "claims_are_newest"),
    ("UPDATE aftersale_snapshot SET aftersale_id = 0", "claims_are_newest"),
    ("UPDATE stock_count_line SET counted = counted + 1", "moves_have_an_act"),
    ("UPDATE stock_count_line SET book = book + 1", "moves_have_an_act"),
    ("UPDATE stock_count SET ended_by = NULL, state = 'open'", "moves_have_an_act"),
    ("UPDATE stock_move SET kind = 'adjust' WHERE kind = 'receive'", "moves_have_an_act"),
    ("UPDATE transfer SET to_location = from_location + 1000", "moves_have_an_act"),
    ("DELETE FROM transfer_line", "moves_have_an_act"),
    ("UPDATE transfer_end SET transfer_id = 0", "moves_have_an_act"),
    ("UPDATE shortage SET location_id = location_id + 1", "moves_have_an_act"),
    ("UPDATE shortage SET product_id = 1", "moves_have_an_act"),
    ("UPDATE shortage_settled SET quantity = quantity + 5 WHERE written_off", "moves_have_an_act"),
    ("UPDATE shortage SET document_id = 0", "moves_have_an_act"),
    ("UPDATE stock_move SET quantity = quantity * 2 WHERE kind = 'undo'", "undone_is_undone"),
    ("UPDATE posting SET undoes = 99999 WHERE undoes IS NOT NULL", "undone_is_undone"),
    (
      """
      INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id, quantity,
        amount, verdict, rule)
      VALUES (1, 1, 1, 'sale', 'sale', '2026-10-01', '2026-10-05', now(), 1, 1, 1, 'counted', 'eligible')
      """, "staging_is_empty"
    ),
    (
      "INSERT INTO import_affected (batch, claim_id, fresh, merged) VALUES (1, 1, true, true)",
      "staging_is_empty"
    ),
    (
      "INSERT INTO import_loser (batch, ordinal, winner, conflict) VALUES (1, 1, 1, true)",
      "staging_is_empty"
    ),
    ("INSERT INTO import_returned (batch, ordinal) VALUES (1, 1)", "staging_is_empty"),
    ("INSERT INTO import_aftersale (batch, aftersale_id) VALUES (1, 1)", "staging_is_empty"),
    ("UPDATE aftersale SET cash = cash + 1", "aftersales_match"),
    ("UPDATE aftersale SET claim_id = NULL", "aftersales_match"),
    (
      "UPDATE line SET amount = amount - 1 WHERE side = 'refund' AND claim_id IS NOT NULL",
      "claim_refunds_add_up"
    ),
    (
      "UPDATE line SET day = day + 1 WHERE side = 'refund' AND claim_id IS NOT NULL",
      "claim_refunds_add_up"
    ),
    (
      "UPDATE line SET amount = amount * 100 WHERE side = 'refund' AND NOT reverses",
      "refunds_within_sales"
    ),
    ("UPDATE line SET claim_id = NULL WHERE claim_id IS NOT NULL", "lines_have_a_source"),
    (
      "INSERT INTO goods_back SELECT posting_id, move_no, 'douyin', '6920001' FROM stock_move WHERE kind = 'receive'",
      "goods_back_left"
    ),
    ("UPDATE stock_on_hand SET lots = true", "stock_lots_add_up"),
    (
      "INSERT INTO lot (product_id, code) VALUES (1, 'L'); INSERT INTO stock_lot SELECT 1, 1, lot_id, 3 FROM lot",
      "stock_lots_add_up"
    ),
    ("UPDATE transfer_line SET quantity = quantity + 1", "transfers_arrive"),
    ("UPDATE transfer_end SET value = value + 1000 WHERE NOT lost", "transfers_arrive"),
    ("UPDATE agreement_line SET amount = amount + 1", "undone_is_undone"),
    ("UPDATE posting SET undoes = posting_id + 1 WHERE undoes IS NOT NULL", "acts_in_order"),
  ])
  func `a change is found by its check`(statement: String, check: String) throws {
    try sql.execute("SET session_replication_role = replica")
    try sql.run(script: "ALTER TABLE transfer DROP CONSTRAINT transfer_to_known; " + statement)
    let found = try shop.violations()
    #expect(found.contains { $0.hasPrefix(check + ":") }, "\(statement): \(found)")
  }
}
