#include "CSQL.h"

// Every script of sql/, carried in the program. A new script gets three lines here; a test fails without them.
static const sql_script scripts[] = {
  { "schema.sql", (const char[]){
#embed "../../sql/schema.sql" suffix(,)
    0 } },
  { "reset.sql", (const char[]){
#embed "../../sql/reset.sql" suffix(,)
    0 } },
  { "migrations/0001_catalogue.sql", (const char[]){
#embed "../../sql/migrations/0001_catalogue.sql" suffix(,)
    0 } },
  { "migrations/0002_facts.sql", (const char[]){
#embed "../../sql/migrations/0002_facts.sql" suffix(,)
    0 } },
  { "migrations/0003_import.sql", (const char[]){
#embed "../../sql/migrations/0003_import.sql" suffix(,)
    0 } },
  { "migrations/0004_aftersales.sql", (const char[]){
#embed "../../sql/migrations/0004_aftersales.sql" suffix(,)
    0 } },
  { "migrations/0005_lots.sql", (const char[]){
#embed "../../sql/migrations/0005_lots.sql" suffix(,)
    0 } },
  { "migrations/0006_import_pace.sql", (const char[]){
#embed "../../sql/migrations/0006_import_pace.sql" suffix(,)
    0 } },
  { "migrations/0007_goods_back.sql", (const char[]){
#embed "../../sql/migrations/0007_goods_back.sql" suffix(,)
    0 } },
  { "migrations/0008_units.sql", (const char[]){
#embed "../../sql/migrations/0008_units.sql" suffix(,)
    0 } },
  { "migrations/0009_purchases.sql", (const char[]){
#embed "../../sql/migrations/0009_purchases.sql" suffix(,)
    0 } },
  { "migrations/0010_numbers.sql", (const char[]){
#embed "../../sql/migrations/0010_numbers.sql" suffix(,)
    0 } },
  { "migrations/0011_buy_back_undone.sql", (const char[]){
#embed "../../sql/migrations/0011_buy_back_undone.sql" suffix(,)
    0 } },
  { "migrations/0012_agreements.sql", (const char[]){
#embed "../../sql/migrations/0012_agreements.sql" suffix(,)
    0 } },
  { "migrations/0013_undated.sql", (const char[]){
#embed "../../sql/migrations/0013_undated.sql" suffix(,)
    0 } },
  { "migrations/0014_kept_as_told.sql", (const char[]){
#embed "../../sql/migrations/0014_kept_as_told.sql" suffix(,)
    0 } },
  { "migrations/0015_redaction.sql", (const char[]){
#embed "../../sql/migrations/0015_redaction.sql" suffix(,)
    0 } },
  { "migrations/0016_plain_codes.sql", (const char[]){
#embed "../../sql/migrations/0016_plain_codes.sql" suffix(,)
    0 } },
  { "migrations/0017_short_texts.sql", (const char[]){
#embed "../../sql/migrations/0017_short_texts.sql" suffix(,)
    0 } },
  { "functions/agreement.sql", (const char[]){
#embed "../../sql/functions/agreement.sql" suffix(,)
    0 } },
  { "functions/book_month.sql", (const char[]){
#embed "../../sql/functions/book_month.sql" suffix(,)
    0 } },
  { "functions/business_day.sql", (const char[]){
#embed "../../sql/functions/business_day.sql" suffix(,)
    0 } },
  { "functions/buy_back.sql", (const char[]){
#embed "../../sql/functions/buy_back.sql" suffix(,)
    0 } },
  { "functions/count_stock.sql", (const char[]){
#embed "../../sql/functions/count_stock.sql" suffix(,)
    0 } },
  { "functions/enter_order.sql", (const char[]){
#embed "../../sql/functions/enter_order.sql" suffix(,)
    0 } },
  { "functions/enter_order_parts.sql", (const char[]){
#embed "../../sql/functions/enter_order_parts.sql" suffix(,)
    0 } },
  { "functions/goods_back.sql", (const char[]){
#embed "../../sql/functions/goods_back.sql" suffix(,)
    0 } },
  { "functions/guards.sql", (const char[]){
#embed "../../sql/functions/guards.sql" suffix(,)
    0 } },
  { "functions/import_aftersales.sql", (const char[]){
#embed "../../sql/functions/import_aftersales.sql" suffix(,)
    0 } },
  { "functions/import_chunk.sql", (const char[]){
#embed "../../sql/functions/import_chunk.sql" suffix(,)
    0 } },
  { "functions/import_claims.sql", (const char[]){
#embed "../../sql/functions/import_claims.sql" suffix(,)
    0 } },
  { "functions/import_digest.sql", (const char[]){
#embed "../../sql/functions/import_digest.sql" suffix(,)
    0 } },
  { "functions/import_fresh.sql", (const char[]){
#embed "../../sql/functions/import_fresh.sql" suffix(,)
    0 } },
  { "functions/import_known.sql", (const char[]){
#embed "../../sql/functions/import_known.sql" suffix(,)
    0 } },
  { "functions/import_stage.sql", (const char[]){
#embed "../../sql/functions/import_stage.sql" suffix(,)
    0 } },
  { "functions/import_table.sql", (const char[]){
#embed "../../sql/functions/import_table.sql" suffix(,)
    0 } },
  { "functions/judge.sql", (const char[]){
#embed "../../sql/functions/judge.sql" suffix(,)
    0 } },
  { "functions/map_listing.sql", (const char[]){
#embed "../../sql/functions/map_listing.sql" suffix(,)
    0 } },
  { "functions/margin_report.sql", (const char[]){
#embed "../../sql/functions/margin_report.sql" suffix(,)
    0 } },
  { "functions/move_stock.sql", (const char[]){
#embed "../../sql/functions/move_stock.sql" suffix(,)
    0 } },
  { "functions/post.sql", (const char[]){
#embed "../../sql/functions/post.sql" suffix(,)
    0 } },
  { "functions/receive_stock.sql", (const char[]){
#embed "../../sql/functions/receive_stock.sql" suffix(,)
    0 } },
  { "functions/reconcile_claims.sql", (const char[]){
#embed "../../sql/functions/reconcile_claims.sql" suffix(,)
    0 } },
  { "functions/refuse.sql", (const char[]){
#embed "../../sql/functions/refuse.sql" suffix(,)
    0 } },
  { "functions/reserve_stock.sql", (const char[]){
#embed "../../sql/functions/reserve_stock.sql" suffix(,)
    0 } },
  { "functions/stock_moves.sql", (const char[]){
#embed "../../sql/functions/stock_moves.sql" suffix(,)
    0 } },
  { "functions/stock_on_day.sql", (const char[]){
#embed "../../sql/functions/stock_on_day.sql" suffix(,)
    0 } },
  { "functions/supplier_account.sql", (const char[]){
#embed "../../sql/functions/supplier_account.sql" suffix(,)
    0 } },
  { "functions/supplier_link.sql", (const char[]){
#embed "../../sql/functions/supplier_link.sql" suffix(,)
    0 } },
  { "functions/supplier_report.sql", (const char[]){
#embed "../../sql/functions/supplier_report.sql" suffix(,)
    0 } },
  { "functions/supplier_return.sql", (const char[]){
#embed "../../sql/functions/supplier_return.sql" suffix(,)
    0 } },
  { "functions/take_back_order.sql", (const char[]){
#embed "../../sql/functions/take_back_order.sql" suffix(,)
    0 } },
  { "functions/target.sql", (const char[]){
#embed "../../sql/functions/target.sql" suffix(,)
    0 } },
  { "functions/undo.sql", (const char[]){
#embed "../../sql/functions/undo.sql" suffix(,)
    0 } },
  { "functions/units.sql", (const char[]){
#embed "../../sql/functions/units.sql" suffix(,)
    0 } },
  { "views/aftersale_waiting.sql", (const char[]){
#embed "../../sql/views/aftersale_waiting.sql" suffix(,)
    0 } },
  { "views/agreement_standing.sql", (const char[]){
#embed "../../sql/views/agreement_standing.sql" suffix(,)
    0 } },
  { "views/claim_desired.sql", (const char[]){
#embed "../../sql/views/claim_desired.sql" suffix(,)
    0 } },
  { "views/claim_winner.sql", (const char[]){
#embed "../../sql/views/claim_winner.sql" suffix(,)
    0 } },
  { "views/aftersale_winner.sql", (const char[]){
#embed "../../sql/views/aftersale_winner.sql" suffix(,)
    0 } },
  { "views/claim_posted.sql", (const char[]){
#embed "../../sql/views/claim_posted.sql" suffix(,)
    0 } },
  { "views/refund_told.sql", (const char[]){
#embed "../../sql/views/refund_told.sql" suffix(,)
    0 } },
  { "views/claim_refund.sql", (const char[]){
#embed "../../sql/views/claim_refund.sql" suffix(,)
    0 } },
  { "views/count_difference.sql", (const char[]){
#embed "../../sql/views/count_difference.sql" suffix(,)
    0 } },
  { "views/document_state.sql", (const char[]){
#embed "../../sql/views/document_state.sql" suffix(,)
    0 } },
  { "views/expired_sale.sql", (const char[]){
#embed "../../sql/views/expired_sale.sql" suffix(,)
    0 } },
  { "views/import_row.sql", (const char[]){
#embed "../../sql/views/import_row.sql" suffix(,)
    0 } },
  { "views/listing_waiting.sql", (const char[]){
#embed "../../sql/views/listing_waiting.sql" suffix(,)
    0 } },
  { "views/monthly.sql", (const char[]){
#embed "../../sql/views/monthly.sql" suffix(,)
    0 } },
  { "views/order_line.sql", (const char[]){
#embed "../../sql/views/order_line.sql" suffix(,)
    0 } },
  { "views/recomputed.sql", (const char[]){
#embed "../../sql/views/recomputed.sql" suffix(,)
    0 } },
  { "views/shortage_open.sql", (const char[]){
#embed "../../sql/views/shortage_open.sql" suffix(,)
    0 } },
  { "views/transfer_open.sql", (const char[]){
#embed "../../sql/views/transfer_open.sql" suffix(,)
    0 } },
  { "views/unit_of_product.sql", (const char[]){
#embed "../../sql/views/unit_of_product.sql" suffix(,)
    0 } },
  { "views/reserved.sql", (const char[]){
#embed "../../sql/views/reserved.sql" suffix(,)
    0 } },
  { "views/stock_level.sql", (const char[]){
#embed "../../sql/views/stock_level.sql" suffix(,)
    0 } },
  { "views/stock_low.sql", (const char[]){
#embed "../../sql/views/stock_low.sql" suffix(,)
    0 } },
  { "views/stock_age.sql", (const char[]){
#embed "../../sql/views/stock_age.sql" suffix(,)
    0 } },
  { "views/sale_margin.sql", (const char[]){
#embed "../../sql/views/sale_margin.sql" suffix(,)
    0 } },
  { "views/purchase_line.sql", (const char[]){
#embed "../../sql/views/purchase_line.sql" suffix(,)
    0 } },
  { "views/supplier_ledger.sql", (const char[]){
#embed "../../sql/views/supplier_ledger.sql" suffix(,)
    0 } },
  { "views/purchase_open.sql", (const char[]){
#embed "../../sql/views/purchase_open.sql" suffix(,)
    0 } },
  { "checks/acts_in_order.sql", (const char[]){
#embed "../../sql/checks/acts_in_order.sql" suffix(,)
    0 } },
  { "checks/aftersales_match.sql", (const char[]){
#embed "../../sql/checks/aftersales_match.sql" suffix(,)
    0 } },
  { "checks/breakdowns_agree.sql", (const char[]){
#embed "../../sql/checks/breakdowns_agree.sql" suffix(,)
    0 } },
  { "checks/claim_lines_add_up.sql", (const char[]){
#embed "../../sql/checks/claim_lines_add_up.sql" suffix(,)
    0 } },
  { "checks/claim_refunds_add_up.sql", (const char[]){
#embed "../../sql/checks/claim_refunds_add_up.sql" suffix(,)
    0 } },
  { "checks/claims_are_newest.sql", (const char[]){
#embed "../../sql/checks/claims_are_newest.sql" suffix(,)
    0 } },
  { "checks/daily_sums.sql", (const char[]){
#embed "../../sql/checks/daily_sums.sql" suffix(,)
    0 } },
  { "checks/days_are_business_days.sql", (const char[]){
#embed "../../sql/checks/days_are_business_days.sql" suffix(,)
    0 } },
  { "checks/documents_fit.sql", (const char[]){
#embed "../../sql/checks/documents_fit.sql" suffix(,)
    0 } },
  { "checks/document_totals.sql", (const char[]){
#embed "../../sql/checks/document_totals.sql" suffix(,)
    0 } },
  { "checks/expired_sales_approved.sql", (const char[]){
#embed "../../sql/checks/expired_sales_approved.sql" suffix(,)
    0 } },
  { "checks/goods_back_left.sql", (const char[]){
#embed "../../sql/checks/goods_back_left.sql" suffix(,)
    0 } },
  { "checks/imports_are_whole.sql", (const char[]){
#embed "../../sql/checks/imports_are_whole.sql" suffix(,)
    0 } },
  { "checks/issued_is_sold.sql", (const char[]){
#embed "../../sql/checks/issued_is_sold.sql" suffix(,)
    0 } },
  { "checks/lines_have_a_source.sql", (const char[]){
#embed "../../sql/checks/lines_have_a_source.sql" suffix(,)
    0 } },
  { "checks/moves_have_an_act.sql", (const char[]){
#embed "../../sql/checks/moves_have_an_act.sql" suffix(,)
    0 } },
  { "checks/parents_exist.sql", (const char[]){
#embed "../../sql/checks/parents_exist.sql" suffix(,)
    0 } },
  { "checks/refunds_within_sales.sql", (const char[]){
#embed "../../sql/checks/refunds_within_sales.sql" suffix(,)
    0 } },
  { "checks/rows_bear_their_digest.sql", (const char[]){
#embed "../../sql/checks/rows_bear_their_digest.sql" suffix(,)
    0 } },
  { "checks/rows_have_an_outcome.sql", (const char[]){
#embed "../../sql/checks/rows_have_an_outcome.sql" suffix(,)
    0 } },
  { "checks/staging_is_empty.sql", (const char[]){
#embed "../../sql/checks/staging_is_empty.sql" suffix(,)
    0 } },
  { "checks/stock_is_moves.sql", (const char[]){
#embed "../../sql/checks/stock_is_moves.sql" suffix(,)
    0 } },
  { "checks/stock_lots_add_up.sql", (const char[]){
#embed "../../sql/checks/stock_lots_add_up.sql" suffix(,)
    0 } },
  { "checks/supplier_accounts.sql", (const char[]){
#embed "../../sql/checks/supplier_accounts.sql" suffix(,)
    0 } },
  { "checks/tenders_balance.sql", (const char[]){
#embed "../../sql/checks/tenders_balance.sql" suffix(,)
    0 } },
  { "checks/transfers_arrive.sql", (const char[]){
#embed "../../sql/checks/transfers_arrive.sql" suffix(,)
    0 } },
  { "checks/undone_is_undone.sql", (const char[]){
#embed "../../sql/checks/undone_is_undone.sql" suffix(,)
    0 } },
  { "upgrades/0012_agreements.sql", (const char[]){
#embed "../../sql/upgrades/0012_agreements.sql" suffix(,)
    0 } },
  { "upgrades/0014_kept_as_told.sql", (const char[]){
#embed "../../sql/upgrades/0014_kept_as_told.sql" suffix(,)
    0 } },
  { "seed/base.sql", (const char[]){
#embed "../../sql/seed/base.sql" suffix(,)
    0 } },
  { "seed/pengshui.sql", (const char[]){
#embed "../../sql/seed/pengshui.sql" suffix(,)
    0 } },
  { 0, 0 },
};
const sql_script *const sql_scripts = scripts;
