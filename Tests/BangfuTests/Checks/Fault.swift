import Testing

/// A change that an owner makes with triggers off, and the check that finds it.
struct Fault: CustomTestStringConvertible, Sendable {
  let check: String
  let statement: String

  var testDescription: String { statement }

  /// Every fault, in the programme of `TamperedShop`.
  static let all = faults.flatMap { check, statements in
    statements.map { Fault(check: check, statement: $0) }
  }

  /// By check, in the order of their names.
  private static let faults: KeyValuePairs<String, [String]> = [
    "acts_in_order": [
      "UPDATE posting SET undoes = posting_id + 1 WHERE undoes = (SELECT min(undoes) FROM posting)",
      "UPDATE document SET at = at - interval '9 days' WHERE kind = 'refund' AND file_id IS NULL",
      "UPDATE supplier_payment SET day = '2026-01-01' WHERE reverses IS NULL",
      "UPDATE supplier_payment SET day = '2026-01-01' WHERE reverses IS NOT NULL",
      "UPDATE supplier_adjustment SET day = '2026-01-01'",
      "UPDATE supplier_return SET day = '2026-01-01'",
      "UPDATE buy_back SET day = '2026-01-01' WHERE reverses IS NOT NULL",
    ],
    "aftersales_match": [
      "UPDATE aftersale SET cash = cash + 1",
      "UPDATE aftersale SET claim_id = NULL",
      "UPDATE aftersale SET back_at = back_at + interval '1 day'",
      "UPDATE aftersale SET line_no = 'x'",
      "UPDATE aftersale SET snapshot_id = NULL",
    ],
    "approvals_are_by_others": [
      "UPDATE approval_end SET ended_by = 'tampered_clerk' WHERE given",
      "UPDATE approval SET parties = '{tampered_other}'",
      "UPDATE approval_end SET ended_by = 'tampered_gone' WHERE given",
      "UPDATE person_change SET role = 'reader' WHERE login = 'tampered_other'",
      "UPDATE approval SET kind = 'target'",
      "UPDATE approval_end SET ended_at = ended_at - interval '2 days'",
      "DELETE FROM approval_end WHERE given",
      "UPDATE posting SET recorded_at = recorded_at + interval '2 days'",
      "UPDATE expired_approval SET approved_by = 'tampered_gone'",
      "UPDATE approval SET amount = amount + 1",
      "DELETE FROM approval_key",
    ],
    "breakdowns_agree": [
      "UPDATE daily_sales SET gross = gross + 1",
      "DELETE FROM daily_sales",
      "UPDATE daily_document SET channel_id = 7 WHERE channel_id = 1",
      "UPDATE daily_document SET day = day + 20 WHERE day = '2026-10-05'",
    ],
    "claim_lines_add_up": [
      "UPDATE claim_snapshot SET goods = 7"
    ],
    "claim_refunds_add_up": [
      "UPDATE line SET amount = amount - 1 WHERE side = 'refund' AND claim_id IS NOT NULL",
      "UPDATE line SET day = day + 1 WHERE side = 'refund' AND claim_id IS NOT NULL",
    ],
    "claims_are_newest": [
      "UPDATE claim SET order_no = order_no || 'x'",
      "UPDATE claim SET platform = 'taobao'",
      "UPDATE claim SET value_id = (SELECT min(snapshot_id) FROM claim_snapshot)",
      "UPDATE claim SET status_id = (SELECT min(snapshot_id) FROM claim_snapshot)",
      "UPDATE claim_snapshot SET effective_at = effective_at - interval '9 days' WHERE file_id = 2",
      "UPDATE claim_snapshot SET exact = NOT exact WHERE file_id = 2",
      "UPDATE import_file SET state = 'undone' WHERE file_id = 2",
      "UPDATE import_file SET platform = 'taobao'",
      "UPDATE import_file SET channel_id = 1",
      "UPDATE import_file SET channel_id = 1 WHERE file_id = 2",
      "UPDATE import_file SET channel_id = 1 WHERE state = 'undone'",
      "UPDATE import_file SET channel_id = 1 WHERE file_id = 6",
      "UPDATE document SET order_no = 'another' WHERE file_id IS NOT NULL",
      "UPDATE aftersale_snapshot SET order_no = 'another'",
      "UPDATE aftersale_snapshot SET aftersale_id = 0",
      "UPDATE aftersale SET snapshot_id = NULL, channel_id = 1",
    ],
    "daily_sums": [
      "UPDATE line SET verdict = 'excluded'",
      "UPDATE document SET total = total + 1, receivable = receivable + 1",
    ],
    "days_are_business_days": [
      "UPDATE document SET day = day + 1"
    ],
    "document_totals": [
      "UPDATE line SET amount = amount + 0.01 WHERE side = 'sale' AND NOT reverses"
    ],
    "documents_fit": [
      "UPDATE document SET kind = 'correction' WHERE document_id = 1",
      "UPDATE document SET kind = 'sale' WHERE document_id = 9",
      "UPDATE document SET of_document = 1 WHERE document_id = 9",
      "UPDATE document SET signed = true",
      "UPDATE document SET file_id = 3 WHERE document_id = 17",
      "UPDATE document SET location_id = 2 WHERE kind = 'refund'",
      "UPDATE document SET buyer_id = NULL",
      "UPDATE document SET posting_id = 6 WHERE document_id = 5",
      "UPDATE posting SET document_id = 5 WHERE document_id = 1",
      "UPDATE line SET rule = 'origin' WHERE rule = 'eligible'",
      "UPDATE line SET rule = 'because' WHERE verdict = 'pending'",
      "UPDATE line SET supplier_id = 2 WHERE document_id = 2",
      "UPDATE line SET part = 2",
      "UPDATE tender SET tender_no = 2",
      "UPDATE document SET location_id = 2 WHERE document_id = 19",
      "UPDATE document SET location_id = NULL WHERE document_id = 19",
      "UPDATE document SET location_id = 2 WHERE kind = 'correction' AND file_id = 1",
      "UPDATE document SET file_id = 2 WHERE document_id = 17",
      "UPDATE document SET file_id = 2 WHERE document_id = 18",
      "UPDATE document SET file_id = 2 WHERE kind = 'correction' AND file_id = 1",
      "UPDATE document SET file_id = 2 WHERE kind = 'refund' AND file_id = 7",
      "UPDATE claim_snapshot SET goods = goods - 1 WHERE file_id = 1",
      "UPDATE document SET kind = 'sale' WHERE kind = 'correction' AND file_id = 1",
    ],
    "expired_sales_approved": [
      "DELETE FROM expired_approval"
    ],
    "goods_back_left": [
      "INSERT INTO goods_back SELECT posting_id, move_no, 'douyin', '6920001' FROM stock_move WHERE kind = 'receive'"
    ],
    "imports_are_whole": [
      "UPDATE import_chunk SET content = content || '\\x00'::bytea",
      "UPDATE import_chunk SET chunk_no = 9 WHERE file_id = 2",
      "INSERT INTO import_chunk SELECT file_id, 2, 9, 1, content FROM import_chunk WHERE file_id = 2",
      "UPDATE import_file SET redacted_sha256 = repeat('0', 64)",
      "UPDATE import_file SET profile = 'another'",
      "UPDATE import_file SET state = 'undone' WHERE file_id = 3",
      "UPDATE import_file SET state = 'live' WHERE file_id = 4",
      "DELETE FROM import_turn WHERE state = 'live'",
      "UPDATE claim_snapshot SET dated = false",
      "DELETE FROM claim WHERE order_no = '6920004'",
      "INSERT INTO import_redaction VALUES (1, 1, 1, repeat('0', 64), repeat('1', 64))",
      "INSERT INTO import_turn VALUES (3, 4, 'undone')",
      "UPDATE import_turn SET posting_id = posting_id + 9999",
      "UPDATE aftersale SET aftersale_id = 1",
    ],
    "issued_is_sold": [
      "UPDATE line SET quantity = quantity + 1 WHERE side = 'sale' AND NOT reverses"
    ],
    "lines_have_a_source": [
      "UPDATE line SET claim_id = NULL WHERE claim_id IS NOT NULL"
    ],
    "moves_have_an_act": [
      "UPDATE stock_count_line SET counted = counted + 1",
      "UPDATE stock_count_line SET book = book + 1",
      "UPDATE stock_count SET ended_by = NULL, state = 'open'",
      "UPDATE stock_move SET kind = 'adjust' WHERE kind = 'receive'",
      "UPDATE transfer SET to_location = from_location + 1000",
      "DELETE FROM transfer_line",
      "UPDATE transfer_end SET transfer_id = 0",
      "UPDATE shortage SET location_id = location_id + 1",
      "UPDATE shortage SET product_id = 1",
      "UPDATE shortage_settled SET quantity = quantity + 5 WHERE written_off",
      "UPDATE shortage SET document_id = 0",
      "UPDATE document SET location_id = 2 WHERE document_id = 17",
      "UPDATE stock_move SET line_no = 2 WHERE kind = 'return'",
      "UPDATE stock_move SET document_id = 1 WHERE document_id = 2",
      "UPDATE stock_move SET kind = 'receive' WHERE kind = 'return'",
      "UPDATE stock_move SET kind = 'build' WHERE kind = 'receive'",
      "UPDATE stock_move SET posting_id = 1, move_no = 9 WHERE document_id = 18",
      "UPDATE stock_move SET cost = cost + 1",
      "UPDATE shortage_settled SET posting_id = 1 WHERE NOT written_off",
      "INSERT INTO shortage_settled VALUES (1, 1, 1, 1, false)",
      "UPDATE stock_move SET kind = 'give_back' WHERE kind = 'waste'",
      "UPDATE stock_move SET kind = 'waste' WHERE kind = 'give_back'",
      "DELETE FROM transfer_end WHERE lost",
      "DELETE FROM reservation_end",
      "DELETE FROM shortage_settled WHERE written_off",
      "DELETE FROM supplier_adjustment",
      "UPDATE stock_count SET state = 'undone'",
      "UPDATE goods_back SET move_no = 2",
      "UPDATE posting SET undoes = NULL",
      "UPDATE stock_count_line SET line_no = line_no + 5",
    ],
    "parents_exist": [
      "DELETE FROM agreement",
      "DELETE FROM reservation_line",
      "UPDATE stock_count_line SET posting_id = 99999",
      "UPDATE line SET product_id = 9999",
      "UPDATE document SET buyer_id = 999",
      "UPDATE tender SET document_id = document_id + 9999",
      "UPDATE stock_move SET location_id = 999",
      "UPDATE claim SET value_id = 1",
    ],
    "persons_have_roles": [
      "REVOKE bangfu_clerk FROM tampered_clerk",
      "GRANT bangfu_official TO tampered_clerk",
      "UPDATE person SET login = 'tampered_nobody' WHERE login = 'tampered_other'",
      "ALTER ROLE tampered_clerk CREATEDB",
      "ALTER ROLE bangfu_reader BYPASSRLS",
      "UPDATE person SET retired = true",
      "GRANT USAGE ON SCHEMA pengshui TO PUBLIC",
      "GRANT USAGE ON SCHEMA pengshui_read TO tampered_gone",
      "GRANT CREATE ON SCHEMA pengshui TO tampered_clerk",
      "CREATE ROLE tampered_stranger LOGIN; GRANT bangfu_reader TO tampered_stranger",
      "GRANT SELECT ON line_2026_10 TO PUBLIC",
      "GRANT INSERT ON import_stage TO bangfu_clerk",
      "GRANT SELECT ON pengshui_read.buyer TO bangfu_reader",
      "GRANT USAGE ON SEQUENCE document_number TO bangfu_clerk",
      "GRANT UPDATE (status) ON book_month TO bangfu_accountant",
      "GRANT EXECUTE ON FUNCTION post_order TO bangfu_clerk",
      "GRANT EXECUTE ON FUNCTION set_target TO PUBLIC",
      "UPDATE person SET name = name || 'x'",
      "UPDATE person SET role = 'reader'",
    ],
    "refunds_within_sales": [
      "UPDATE line SET amount = amount * 100 WHERE side = 'refund' AND NOT reverses"
    ],
    "rows_bear_their_digest": [
      "UPDATE claim SET line_no = 'x' WHERE order_no = '6920004'",
      "UPDATE claim_snapshot SET goods = 7 WHERE paid_at IS NULL",
      "UPDATE claim_snapshot SET digest = gen_random_uuid()",
      "UPDATE aftersale_snapshot SET coupon = 1",
      "UPDATE aftersale_snapshot SET rank = rank + 1 WHERE file_id = 6",
      "UPDATE claim_snapshot SET rank = rank + 1 WHERE order_status = '已完成' AND file_id = 3",
      "UPDATE claim_snapshot SET rank = 50 WHERE order_status = '已关闭'",
      "UPDATE claim_snapshot SET rank = rank - 100 WHERE order_status = '已关闭'",
      "UPDATE claim_snapshot SET exact = false WHERE file_id = 1",
      "UPDATE claim_snapshot SET exact = true WHERE snapshot_id = (SELECT max(snapshot_id) FROM claim_snapshot)",
      "UPDATE claim_snapshot SET order_status = 'x' WHERE NOT exact",
      "UPDATE claim_snapshot SET refund = 'status_unknown' WHERE paid_at IS NULL",
    ],
    "rows_have_an_outcome": [
      "UPDATE claim_snapshot SET outcome = 'new' WHERE file_id = 5",
      "UPDATE claim_snapshot SET outcome = 'changed' WHERE file_id = 5",
      "UPDATE claim_snapshot SET outcome = 'same' WHERE NOT exact AND snapshot_id = claim_id",
      "UPDATE aftersale_snapshot SET outcome = 'new' WHERE file_id = 9",
      "UPDATE claim_snapshot SET outcome = 'new' WHERE file_id = 2",
      "UPDATE import_chunk SET file_id = file_id + 99",
      "UPDATE import_file SET rows = rows + 1, new = new + 1",
    ],
    "stock_is_moves": [
      "UPDATE stock_move SET quantity = quantity + 1 WHERE kind = 'receive'",
      "UPDATE stock_on_hand SET quantity = 3",
    ],
    "stock_lots_add_up": [
      "UPDATE stock_on_hand SET lots = true",
      "INSERT INTO lot (product_id, code) VALUES (1, 'L'); INSERT INTO stock_lot SELECT 1, 1, lot_id, 3 FROM lot",
    ],
    "supplier_accounts": [
      "UPDATE supplier_return SET line_no = 2",
      "UPDATE supplier_return SET amount = amount + 1",
      "UPDATE supplier_return SET quantity = quantity - 1",
      "UPDATE supplier_return SET receipt_line = 2",
      "UPDATE supplier_adjustment SET supplier_id = 1",
      "UPDATE supplier_payment SET method = 'cash' WHERE reverses IS NOT NULL",
      "UPDATE buy_back SET quantity = quantity * 2",
      "UPDATE buy_back SET amount = amount - 1 WHERE reverses IS NOT NULL",
      "UPDATE stock_move SET value = value + 1 WHERE kind = 'buy_back' AND quantity > 0",
      "UPDATE buy_back_contract SET maximum = 1",
      "UPDATE supplier_payment SET amount = amount / 10 WHERE reverses IS NULL",
      "DELETE FROM posting WHERE command LIKE 'supplier%'",
    ],
    "tenders_balance": [
      "UPDATE document SET total = total + 1",
      "UPDATE tender SET amount = 1",
    ],
    "transfers_arrive": [
      "UPDATE transfer_line SET quantity = quantity + 1",
      "UPDATE transfer_end SET value = value + 1000 WHERE NOT lost",
      "UPDATE transfer_line SET lot_id = 1",
    ],
    "undone_is_undone": [
      "UPDATE stock_move SET quantity = quantity * 2 WHERE kind = 'undo'",
      "UPDATE posting SET undoes = 99999 WHERE undoes = (SELECT min(undoes) FROM posting)",
      "UPDATE agreement_line SET amount = amount + 1",
      "UPDATE stock_move SET kind = 'waste' WHERE posting_id = 30",
      "DELETE FROM agreement_end",
      "UPDATE agreement_end SET posting_id = 1",
      "UPDATE posting SET document_id = NULL WHERE posting_id IN (SELECT posting_id FROM agreement)",
      "UPDATE agreement_line SET line_no = line_no + 1",
    ],
  ]
}
