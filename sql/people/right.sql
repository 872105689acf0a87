-- Who may do what: rights are on functions and views, never on tables. A table is read through a view of its name in
-- a schema of its own, where some role may read it at all.

CREATE OR REPLACE VIEW object_right AS
SELECT 'function' AS kind, unnest(ARRAY['enter_order', 'refund_order', 'void_order', 'undo_order', 'cancel_agreement',
    'deliver_agreement', 'undo_delivery', 'add_fair', 'cancel_fair',
    'receive_stock', 'remove_stock', 'assemble_stock', 'take_goods_back', 'send_transfer', 'end_transfer',
    'open_count', 'enter_count', 'cancel_count', 'approve_count', 'reserve_stock', 'release_stock',
    'undo_act', 'say_visitors', 'undo_visitors',
    'order_canteen', 'end_canteen_order', 'deliver_canteen', 'accept_canteen', 'undo_canteen',
    'answer_statement', 'save_weekly_order', 'end_weekly_order', 'make_week',
    'order_sheet']) AS object,
  ARRAY['clerk', 'accountant'] AS roles
UNION ALL
SELECT 'function', unnest(ARRAY['begin_import', 'rows_of_one_key', 'unstage_rows', 'keep_chunk', 'import_table',
    'import_doubts', 'end_import', 'sweep_import_stage', 'import_undo', 'import_said', 'lock_platform', 'pending_rows',
    'copies_to_redact', 'begin_redaction', 'redact_chunk', 'compact_chunks', 'map_listing', 'open_book_month',
    'adjust_supplier', 'pay_supplier', 'reverse_payment', 'buy_back_stock', 'undo_buy_back', 'add_contract',
    'end_contract', 'link_household', 'unlink_household', 'write_off_shortages', 'add_product_unit',
    'list_product_unit', 'keep_by_lot', 'make_service', 'save_unit', 'save_supplier',
    'make_supplier', 'save_location', 'save_channel', 'save_buyer', 'save_product', 'save_barcode',
    'remove_product_unit', 'set_parts', 'set_minimum', 'keep_totals', 'sign_nil', 'close_month', 'add_certificates',
    'end_certificate', 'judge_anew', 'sales_to_compare', 'keep_duplicates', 'decide_duplicates',
    'undo_decision', 'choose_counted', 'save_session', 'undo_session', 'invoice_canteen', 'pay_buyer',
    'reverse_buyer_payment', 'save_reserve_area', 'save_reserve_rule', 'save_reserve_budget', 'undo_reserve',
    'keep_order_units', 'add_supermarket_contract', 'keep_sheet', 'settle_supermarket', 'pay_supermarket',
    'reverse_supermarket_payment', 'undo_supermarket', 'set_fee_rate', 'undo_fee_rate', 'keep_order_hosts']),
  ARRAY['accountant']
UNION ALL
SELECT 'function', unnest(ARRAY['ask_approval', 'end_approval', 'keep_attempt']),
  ARRAY['clerk', 'accountant', 'official']
UNION ALL
SELECT 'function', unnest(ARRAY['set_target', 'set_approval_rule', 'set_one_person', 'set_rules', 'undo_rules',
    'rules_tried']),
  ARRAY['official']
UNION ALL
SELECT 'function', unnest(ARRAY['buyer_open_on', 'buyer_ageing_on', 'buyer_statement', 'weekly_due',
    'weekly_amount']), ARRAY['clerk', 'accountant', 'official']
UNION ALL
SELECT 'function', unnest(ARRAY['goods_of', 'location_of', 'products_of', 'skus_of', 'stock_on_day',
    'fair_sheet', 'fair_sums', 'fair_agreements', 'supermarket_shelf']),
  ARRAY['clerk', 'accountant', 'official']
UNION ALL
SELECT 'function', unnest(ARRAY['is_as_imported', 'begin_seal', 'keep_seal_blocks', 'keep_seal_table', 'end_seal',
    'sealed_table', 'month_points', 'publish_figure', 'restate_month']),
  ARRAY['accountant', 'official']
UNION ALL
SELECT 'function', p.proname::text, ARRAY['accountant', 'official']
FROM pg_proc p
WHERE p.pronamespace = current_schema()::regnamespace AND p.proname LIKE 'check\_%'
UNION ALL
SELECT 'function', unnest(ARRAY['margin_report', 'supplier_report', 'waterfall_report', 'figure_of', 'figure_known',
    'figure_bridge', 'explained_until', 'explained_sums', 'explained_documents', 'explained_lines', 'explained_line',
    'explained_order', 'versions_with', 'pace_channels', 'pace_returns', 'settled_orders', 'settled_reasons',
    'settled_fees', 'settled_hosts', 'settled_rates', 'settled_days', 'session_report', 'reserve_report',
    'supermarket_months', 'tourism_report', 'session_hosts']),
  ARRAY['accountant', 'official', 'reader']
UNION ALL
SELECT 'function', unnest(ARRAY['set_password', 'who_may', 'is_one_person', 'is_approved_by_login', 'seal_words',
    'sales_reported']),
  ARRAY['clerk', 'accountant', 'official', 'reader']
UNION ALL
SELECT 'view', unnest(ARRAY['count_difference', 'count_scope', 'document_state', 'expired_sale',
    'order_line', 'reserved', 'shortage_open', 'stock_age', 'stock_level', 'stock_low', 'transfer_open',
    'daily_difference', 'approval_standing', 'approval_rule_now', 'judged_anew', 'delivered', 'canteen_out',
    'canteen_delivered', 'canteen_delivery_standing', 'canteen_acceptance_standing', 'canteen_invoice_standing',
    'buyer_ledger', 'buyer_entry', 'weekly_order_standing']),
  ARRAY['clerk', 'accountant', 'official']
UNION ALL
SELECT 'view', unnest(ARRAY['import_row', 'listing_waiting', 'sale_judgement', 'reported_sale', 'purchase_line',
    'purchase_open', 'supplier_ledger', 'sealed_chunk', 'sealed_key', 'evidence_lines', 'evidence_verdicts',
    'evidence_decisions', 'evidence_decided', 'evidence_claims', 'evidence_snapshots', 'evidence_files',
    'evidence_rule_sets', 'evidence_certificates', 'evidence_channels', 'evidence_products', 'evidence_suppliers',
    'evidence_versions', 'evidence_bridge_lines', 'evidence_bridges', 'evidence_seals', 'evidence_seal_tables',
    'published_chain', 'line_span', 'reserve_area_standing', 'reserve_rule_standing', 'reserve_budget_standing']),
  ARRAY['accountant', 'official']
UNION ALL
SELECT 'view', unnest(ARRAY['monthly_headline', 'monthly_by_channel', 'monthly_by_day', 'monthly_by_product',
    'monthly_by_supplier']),
  ARRAY['accountant', 'official', 'reader']
UNION ALL
SELECT 'view', unnest(ARRAY['measure', 'unit_of_product', 'programme_status', 'rule_period', 'certificate_standing',
    'undecided_month', 'undecided_sale', 'duplicate_decision_standing',
    'claim_posted', 'agreement_standing', 'aftersale_waiting', 'livestream_standing', 'supermarket_terms',
    'supermarket_settled', 'supermarket_reckoned', 'tourism_standing', 'fee_rate_standing']),
  ARRAY['clerk', 'accountant', 'official', 'reader']
UNION ALL
SELECT 'table', unnest(ARRAY['programme', 'unit', 'supplier', 'product', 'barcode', 'location', 'channel',
    'product_unit', 'product_part', 'book_month', 'target', 'schema_migration', 'schema_state', 'person',
    'person_change', 'programme_change', 'province', 'rule_set', 'certificate', 'certificate_end',
    'duplicate_candidate', 'duplicate_pair', 'duplicate_unit', 'duplicate_decision', 'duplicate_decided',
    'duplicate_choice', 'seal']),
  ARRAY['clerk', 'accountant', 'official', 'reader']
UNION ALL
SELECT 'table', unnest(ARRAY['posting', 'document', 'line', 'tender', 'expired_approval', 'buyer', 'agreement',
    'agreement_line', 'agreement_end', 'agreement_delivery', 'fair', 'fair_stand',
    'month_nil', 'month_close', 'month_signature',
    'lot', 'stock_lot', 'stock_on_hand', 'stock_move', 'stock_minimum', 'transfer',
    'transfer_line', 'transfer_end', 'stock_count', 'stock_count_line', 'reservation', 'reservation_line',
    'reservation_end', 'goods_back', 'duplicate_goods', 'canteen_order', 'canteen_order_line', 'canteen_order_end',
    'canteen_delivery', 'canteen_acceptance', 'canteen_acceptance_line', 'canteen_invoice', 'buyer_payment',
    'buyer_payment_document', 'statement_answer', 'statement_answer_entry', 'weekly_order', 'weekly_order_line',
    'weekly_order_made', 'canteen_sheet',
    'approval_use', 'approval_rule', 'approval_attempt']),
  ARRAY['clerk', 'accountant', 'official']
UNION ALL
SELECT 'table', unnest(ARRAY['import_file', 'claim', 'claim_snapshot', 'aftersale', 'aftersale_snapshot', 'listing',
    'listing_part', 'settlement', 'settlement_snapshot', 'livestream_session', 'supermarket_contract',
    'supermarket_sheet', 'supermarket_settlement', 'supermarket_deduction', 'supermarket_payment',
    'supermarket_share', 'tourism_visit', 'tourism_visitor', 'fee_rate']),
  ARRAY['clerk', 'accountant', 'official', 'reader']
UNION ALL
SELECT 'table', unnest(ARRAY['reserve_area', 'reserve_rule', 'reserve_budget', 'order_unit', 'order_host',
    'import_chunk', 'import_reject', 'import_total', 'import_redaction', 'purchase', 'supplier_return',
    'supplier_payment', 'supplier_payment_receipt', 'supplier_adjustment', 'supplier_link', 'buy_back',
    'buy_back_contract', 'approval', 'approval_end', 'shortage', 'shortage_settled', 'import_turn', 'seal_table',
    'seal_block', 'seal_posting']),
  ARRAY['accountant', 'official']
UNION ALL
SELECT 'view', unnest(ARRAY['bridge_part', 'month_sales']), ARRAY['accountant', 'official', 'reader']
UNION ALL
SELECT 'table', unnest(ARRAY['daily_document', 'daily_sales', 'figure_version', 'restatement',
    'restated_line']),
  ARRAY['clerk', 'accountant', 'official', 'reader']
UNION ALL
SELECT 'staging', unnest(ARRAY['import_stage', 'aftersale_stage', 'settlement_stage', 'reject_stage']),
  ARRAY['accountant'];
COMMENT ON VIEW object_right IS
  'What each role may use: functions it may call, views and tables it may read, staging tables it may fill.';

CREATE OR REPLACE FUNCTION who_may(message text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT array_to_string(r.roles, ', ')
    FROM object_right r
    WHERE message ~ ('\m' || r.object || '\M')
    ORDER BY length(r.object) DESC
    LIMIT 1);
END $$;
COMMENT ON FUNCTION who_may IS
  'The roles that may use what PostgreSQL has just refused, by the name in its message, whatever its language; null '
  'where only the owner may.';
