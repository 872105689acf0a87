import Bangfu
import Foundation
import Postgres
import TestSupport
import Testing

/// What an owner may change with triggers off, and the check that finds it: whatever can be compared with something stored.
@Suite struct TamperTests {
  @Test func `what was built up is sound`() throws {
    #expect(try TamperedShop.violations() == [])
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
    ("UPDATE import_file SET channel_id = 1 WHERE file_id = 2", "claims_are_newest"),
    ("UPDATE import_file SET channel_id = 1 WHERE state = 'undone'", "claims_are_newest"),
    ("UPDATE import_file SET channel_id = 1 WHERE file_id = 6", "claims_are_newest"),
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
    (
      "UPDATE posting SET undoes = 99999 WHERE undoes = (SELECT min(undoes) FROM posting)",
      "undone_is_undone"
    ),
    (
      """
      INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id, quantity,
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
    ("INSERT INTO import_judged (batch, ordinal) VALUES (1, 1)", "staging_is_empty"),
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
    (
      "UPDATE posting SET undoes = posting_id + 1 WHERE undoes = (SELECT min(undoes) FROM posting)",
      "acts_in_order"
    ),
    ("UPDATE import_chunk SET content = content || '\\x00'::bytea", "imports_are_whole"),
    ("UPDATE import_chunk SET chunk_no = 9 WHERE file_id = 2", "imports_are_whole"),
    (
      "INSERT INTO import_chunk SELECT file_id, 2, 9, 1, content FROM import_chunk WHERE file_id = 2",
      "imports_are_whole"
    ),
    ("UPDATE import_file SET redacted_sha256 = repeat('0', 64)", "imports_are_whole"),
    ("UPDATE import_file SET profile = 'another'", "imports_are_whole"),
    ("UPDATE import_file SET state = 'undone' WHERE file_id = 3", "imports_are_whole"),
    ("UPDATE import_file SET state = 'live' WHERE file_id = 4", "imports_are_whole"),
    ("DELETE FROM import_turn WHERE state = 'live'", "imports_are_whole"),
    ("UPDATE claim_snapshot SET dated = false", "imports_are_whole"),
    ("DELETE FROM claim WHERE order_no = '6920004'", "imports_are_whole"),
    ("UPDATE claim SET line_no = 'x' WHERE order_no = '6920004'", "rows_bear_their_digest"),
    ("UPDATE claim_snapshot SET goods = 7 WHERE paid_at IS NULL", "rows_bear_their_digest"),
    ("UPDATE claim_snapshot SET digest = gen_random_uuid()", "rows_bear_their_digest"),
    ("UPDATE aftersale_snapshot SET coupon = 1", "rows_bear_their_digest"),
    ("UPDATE aftersale_snapshot SET rank = rank + 1 WHERE file_id = 6", "rows_bear_their_digest"),
    (
      "UPDATE claim_snapshot SET rank = rank + 1 WHERE order_status = '已完成' AND file_id = 3",
      "rows_bear_their_digest"
    ),
    ("UPDATE claim_snapshot SET rank = 50 WHERE order_status = '已关闭'", "rows_bear_their_digest"),
    (
      "UPDATE claim_snapshot SET rank = rank - 100 WHERE order_status = '已关闭'",
      "rows_bear_their_digest"
    ),
    ("UPDATE claim_snapshot SET exact = false WHERE file_id = 1", "rows_bear_their_digest"),
    (
      "UPDATE claim_snapshot SET exact = true WHERE snapshot_id = (SELECT max(snapshot_id) FROM claim_snapshot)",
      "rows_bear_their_digest"
    ),
    ("UPDATE claim_snapshot SET order_status = 'x' WHERE NOT exact", "rows_bear_their_digest"),
    ("UPDATE claim_snapshot SET outcome = 'new' WHERE file_id = 5", "rows_have_an_outcome"),
    ("UPDATE claim_snapshot SET outcome = 'changed' WHERE file_id = 5", "rows_have_an_outcome"),
    (
      "UPDATE claim_snapshot SET outcome = 'same' WHERE NOT exact AND snapshot_id = claim_id",
      "rows_have_an_outcome"
    ),
    ("UPDATE aftersale_snapshot SET outcome = 'new' WHERE file_id = 9", "rows_have_an_outcome"),
    (
      "UPDATE claim_snapshot SET refund = 'status_unknown' WHERE paid_at IS NULL",
      "rows_bear_their_digest"
    ),
    ("UPDATE claim_snapshot SET outcome = 'new' WHERE file_id = 2", "rows_have_an_outcome"),
    ("UPDATE document SET kind = 'correction' WHERE document_id = 1", "documents_fit"),
    ("UPDATE document SET kind = 'sale' WHERE document_id = 9", "documents_fit"),
    ("UPDATE document SET of_document = 1 WHERE document_id = 9", "documents_fit"),
    ("UPDATE document SET signed = true", "documents_fit"),
    ("UPDATE document SET file_id = 3 WHERE document_id = 17", "documents_fit"),
    ("UPDATE document SET location_id = 2 WHERE kind = 'refund'", "documents_fit"),
    ("UPDATE document SET buyer_id = NULL", "documents_fit"),
    ("UPDATE document SET posting_id = 6 WHERE document_id = 5", "documents_fit"),
    ("UPDATE posting SET document_id = 5 WHERE document_id = 1", "documents_fit"),
    ("UPDATE line SET rule = 'origin' WHERE rule = 'eligible'", "documents_fit"),
    ("UPDATE line SET rule = 'because' WHERE verdict = 'pending'", "documents_fit"),
    ("UPDATE line SET supplier_id = 2 WHERE document_id = 2", "documents_fit"),
    ("UPDATE line SET part = 2", "documents_fit"),
    ("UPDATE tender SET tender_no = 2", "documents_fit"),
    ("UPDATE document SET location_id = 2 WHERE document_id = 19", "documents_fit"),
    ("UPDATE document SET location_id = NULL WHERE document_id = 19", "documents_fit"),
    (
      "UPDATE document SET location_id = 2 WHERE kind = 'correction' AND file_id = 1",
      "documents_fit"
    ),
    ("UPDATE document SET file_id = 2 WHERE document_id = 17", "documents_fit"),
    ("UPDATE document SET file_id = 2 WHERE document_id = 18", "documents_fit"),
    ("UPDATE document SET file_id = 2 WHERE kind = 'correction' AND file_id = 1", "documents_fit"),
    ("UPDATE document SET file_id = 2 WHERE kind = 'refund' AND file_id = 7", "documents_fit"),
    ("UPDATE claim_snapshot SET goods = goods - 1 WHERE file_id = 1", "documents_fit"),
    ("UPDATE document SET location_id = 2 WHERE document_id = 17", "moves_have_an_act"),
    ("UPDATE stock_move SET line_no = 2 WHERE kind = 'return'", "moves_have_an_act"),
    ("UPDATE stock_move SET document_id = 1 WHERE document_id = 2", "moves_have_an_act"),
    ("UPDATE stock_move SET kind = 'receive' WHERE kind = 'return'", "moves_have_an_act"),
    ("UPDATE stock_move SET kind = 'build' WHERE kind = 'receive'", "moves_have_an_act"),
    (
      "UPDATE stock_move SET posting_id = 1, move_no = 9 WHERE document_id = 18",
      "moves_have_an_act"
    ),
    ("UPDATE stock_move SET cost = cost + 1", "moves_have_an_act"),
    ("UPDATE shortage_settled SET posting_id = 1 WHERE NOT written_off", "moves_have_an_act"),
    ("INSERT INTO shortage_settled VALUES (1, 1, 1, 1, false)", "moves_have_an_act"),
    ("UPDATE stock_move SET kind = 'give_back' WHERE kind = 'waste'", "moves_have_an_act"),
    ("UPDATE stock_move SET kind = 'waste' WHERE kind = 'give_back'", "moves_have_an_act"),
    ("DELETE FROM transfer_end WHERE lost", "moves_have_an_act"),
    ("DELETE FROM reservation_end", "moves_have_an_act"),
    ("DELETE FROM shortage_settled WHERE written_off", "moves_have_an_act"),
    ("DELETE FROM supplier_adjustment", "moves_have_an_act"),
    ("UPDATE supplier_return SET line_no = 2", "supplier_accounts"),
    ("UPDATE stock_count SET state = 'undone'", "moves_have_an_act"),
    ("UPDATE goods_back SET move_no = 2", "moves_have_an_act"),
    ("UPDATE posting SET undoes = NULL", "moves_have_an_act"),
    ("UPDATE transfer_line SET lot_id = 1", "transfers_arrive"),
    ("UPDATE stock_move SET kind = 'waste' WHERE posting_id = 30", "undone_is_undone"),
    ("DELETE FROM agreement_end", "undone_is_undone"),
    ("UPDATE agreement_end SET posting_id = 1", "undone_is_undone"),
    ("DELETE FROM agreement", "parents_exist"),
    ("DELETE FROM reservation_line", "parents_exist"),
    ("UPDATE stock_count_line SET posting_id = 99999", "parents_exist"),
    ("UPDATE supplier_return SET amount = amount + 1", "supplier_accounts"),
    ("UPDATE supplier_return SET quantity = quantity - 1", "supplier_accounts"),
    ("UPDATE supplier_return SET receipt_line = 2", "supplier_accounts"),
    ("UPDATE supplier_adjustment SET supplier_id = 1", "supplier_accounts"),
    (
      "UPDATE supplier_payment SET method = 'cash' WHERE reverses IS NOT NULL",
      "supplier_accounts"
    ),
    ("UPDATE aftersale SET back_at = back_at + interval '1 day'", "aftersales_match"),
    ("UPDATE aftersale SET line_no = 'x'", "aftersales_match"),
    ("UPDATE aftersale SET snapshot_id = NULL", "aftersales_match"),
  ])
  func `a change is found by its check`(statement: String, check: String) throws {
    #expect(
      try Sweep.finds(check, after: statement, TamperedShop.session()),
      "\(statement): not by \(check)")
  }

  @Test func `a row of a file is shown with a warning where the copy is not as it was imported`()
    throws
  {
    let shop = try Shop()
    try shop.importRows([DouyinLine("6920001", "6920001")])
    #expect(try shop.programme.imports.row(2, of: 1).isAsImported)
    let sql = try shop.sql()
    try sql.run(
      script:
        "SET session_replication_role = replica; UPDATE import_file SET redacted_sha256 = repeat('0', 64)"
    )
    #expect(try !shop.programme.imports.row(2, of: 1).isAsImported)
    try sql.run(script: "UPDATE import_chunk SET content = '\\x1f8b'::bytea")
    #expect(refusal { _ = try shop.programme.imports.row(2, of: 1) } == "import_differs")
  }

  /// The page lists the columns of which a change may be found by nothing, in some row at least.
  @Test func `one value after another is changed, and what nothing finds is in the manual`() throws
  {
    let page = try String(
      contentsOfFile: Repository.path + "/docs/tampering.md", encoding: .utf8)
    var listed: [(table: String, column: String)] = []
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for column in cells[1].matches(of: /`(\w+)`/) {
        listed.append((String(cells[0].dropFirst().dropLast()), String(column.1)))
      }
    }
    let sweep = try Sweep(TamperedShop.session())
    let found = try sweep.all(rows: 6)
    #expect(found.map(\.tried).reduce(0, +) > 1_500)
    let unlisted = found.filter { cell in
      cell.missed > 0 && !listed.contains { $0 == (cell.table, cell.column) }
    }
    #expect(unlisted == [], "found by nothing, and not listed")
    let needless = try listed.filter { try !sweep.misses($0.column, of: $0.table) }
    #expect(needless.map { "\($0.table).\($0.column)" } == [], "listed, and found by a check")
  }
}
