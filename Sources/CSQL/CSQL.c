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
  { "migrations/0018_no_order_stage.sql", (const char[]){
#embed "../../sql/migrations/0018_no_order_stage.sql" suffix(,)
    0 } },
  { "migrations/0019_judged.sql", (const char[]){
#embed "../../sql/migrations/0019_judged.sql" suffix(,)
    0 } },
  { "migrations/0020_people.sql", (const char[]){
#embed "../../sql/migrations/0020_people.sql" suffix(,)
    0 } },
  { "migrations/0021_rules.sql", (const char[]){
#embed "../../sql/migrations/0021_rules.sql" suffix(,)
    0 } },
  { "migrations/0022_months.sql", (const char[]){
#embed "../../sql/migrations/0022_months.sql" suffix(,)
    0 } },
  { "migrations/0023_seals.sql", (const char[]){
#embed "../../sql/migrations/0023_seals.sql" suffix(,)
    0 } },
  { "migrations/0024_duplicates.sql", (const char[]){
#embed "../../sql/migrations/0024_duplicates.sql" suffix(,)
    0 } },
  { "migrations/0025_figure.sql", (const char[]){
#embed "../../sql/migrations/0025_figure.sql" suffix(,)
    0 } },
  { "migrations/0026_rare.sql", (const char[]){
#embed "../../sql/migrations/0026_rare.sql" suffix(,)
    0 } },
  { "migrations/0027_no_duplicate_stage.sql", (const char[]){
#embed "../../sql/migrations/0027_no_duplicate_stage.sql" suffix(,)
    0 } },
  { "migrations/0028_courier.sql", (const char[]){
#embed "../../sql/migrations/0028_courier.sql" suffix(,)
    0 } },
  { "migrations/0029_settlements.sql", (const char[]){
#embed "../../sql/migrations/0029_settlements.sql" suffix(,)
    0 } },
  { "migrations/0030_destinations.sql", (const char[]){
#embed "../../sql/migrations/0030_destinations.sql" suffix(,)
    0 } },
  { "migrations/0031_no_duplicate_levels.sql", (const char[]){
#embed "../../sql/migrations/0031_no_duplicate_levels.sql" suffix(,)
    0 } },
  { "migrations/0032_duplicate_goods.sql", (const char[]){
#embed "../../sql/migrations/0032_duplicate_goods.sql" suffix(,)
    0 } },
  { "migrations/0033_livestreams.sql", (const char[]){
#embed "../../sql/migrations/0033_livestreams.sql" suffix(,)
    0 } },
  { "migrations/0034_buyers.sql", (const char[]){
#embed "../../sql/migrations/0034_buyers.sql" suffix(,)
    0 } },
  { "migrations/0035_canteens.sql", (const char[]){
#embed "../../sql/migrations/0035_canteens.sql" suffix(,)
    0 } },
  { "migrations/0036_fairs.sql", (const char[]){
#embed "../../sql/migrations/0036_fairs.sql" suffix(,)
    0 } },
  { "migrations/0037_buyer_payments.sql", (const char[]){
#embed "../../sql/migrations/0037_buyer_payments.sql" suffix(,)
    0 } },
  { "migrations/0038_statements.sql", (const char[]){
#embed "../../sql/migrations/0038_statements.sql" suffix(,)
    0 } },
  { "migrations/0039_weekly_orders.sql", (const char[]){
#embed "../../sql/migrations/0039_weekly_orders.sql" suffix(,)
    0 } },
  { "migrations/0040_order_sheets.sql", (const char[]){
#embed "../../sql/migrations/0040_order_sheets.sql" suffix(,)
    0 } },
  { "migrations/0041_reserve.sql", (const char[]){
#embed "../../sql/migrations/0041_reserve.sql" suffix(,)
    0 } },
  { "migrations/0042_supermarkets.sql", (const char[]){
#embed "../../sql/migrations/0042_supermarkets.sql" suffix(,)
    0 } },
  { "migrations/0043_tourism.sql", (const char[]){
#embed "../../sql/migrations/0043_tourism.sql" suffix(,)
    0 } },
  { "migrations/0044_fee_rates.sql", (const char[]){
#embed "../../sql/migrations/0044_fee_rates.sql" suffix(,)
    0 } },
  { "migrations/0045_commission_lists.sql", (const char[]){
#embed "../../sql/migrations/0045_commission_lists.sql" suffix(,)
    0 } },
  { "migrations/0046_order_hosts.sql", (const char[]){
#embed "../../sql/migrations/0046_order_hosts.sql" suffix(,)
    0 } },
  { "migrations/0047_sheet_deliveries.sql", (const char[]){
#embed "../../sql/migrations/0047_sheet_deliveries.sql" suffix(,)
    0 } },
  { "core/refuse.sql", (const char[]){
#embed "../../sql/core/refuse.sql" suffix(,)
    0 } },
  { "core/text.sql", (const char[]){
#embed "../../sql/core/text.sql" suffix(,)
    0 } },
  { "core/cut.sql", (const char[]){
#embed "../../sql/core/cut.sql" suffix(,)
    0 } },
  { "core/fen.sql", (const char[]){
#embed "../../sql/core/fen.sql" suffix(,)
    0 } },
  { "core/business_day.sql", (const char[]){
#embed "../../sql/core/business_day.sql" suffix(,)
    0 } },
  { "core/book_month.sql", (const char[]){
#embed "../../sql/core/book_month.sql" suffix(,)
    0 } },
  { "core/guards.sql", (const char[]){
#embed "../../sql/core/guards.sql" suffix(,)
    0 } },
  { "core/units.sql", (const char[]){
#embed "../../sql/core/units.sql" suffix(,)
    0 } },
  { "core/location.sql", (const char[]){
#embed "../../sql/core/location.sql" suffix(,)
    0 } },
  { "catalogue/entry.sql", (const char[]){
#embed "../../sql/catalogue/entry.sql" suffix(,)
    0 } },
  { "catalogue/product.sql", (const char[]){
#embed "../../sql/catalogue/product.sql" suffix(,)
    0 } },
  { "rules/verdict.sql", (const char[]){
#embed "../../sql/rules/verdict.sql" suffix(,)
    0 } },
  { "rules/standing.sql", (const char[]){
#embed "../../sql/rules/standing.sql" suffix(,)
    0 } },
  { "duplicates/unit.sql", (const char[]){
#embed "../../sql/duplicates/unit.sql" suffix(,)
    0 } },
  { "posting/begin.sql", (const char[]){
#embed "../../sql/posting/begin.sql" suffix(,)
    0 } },
  { "stock/engine.sql", (const char[]){
#embed "../../sql/stock/engine.sql" suffix(,)
    0 } },
  { "stock/take.sql", (const char[]){
#embed "../../sql/stock/take.sql" suffix(,)
    0 } },
  { "stock/put.sql", (const char[]){
#embed "../../sql/stock/put.sql" suffix(,)
    0 } },
  { "stock/shortage.sql", (const char[]){
#embed "../../sql/stock/shortage.sql" suffix(,)
    0 } },
  { "stock/lot.sql", (const char[]){
#embed "../../sql/stock/lot.sql" suffix(,)
    0 } },
  { "stock/transfer.sql", (const char[]){
#embed "../../sql/stock/transfer.sql" suffix(,)
    0 } },
  { "stock/reserve.sql", (const char[]){
#embed "../../sql/stock/reserve.sql" suffix(,)
    0 } },
  { "canteens/standing.sql", (const char[]){
#embed "../../sql/canteens/standing.sql" suffix(,)
    0 } },
  { "stock/level.sql", (const char[]){
#embed "../../sql/stock/level.sql" suffix(,)
    0 } },
  { "stock/age.sql", (const char[]){
#embed "../../sql/stock/age.sql" suffix(,)
    0 } },
  { "stock/receive.sql", (const char[]){
#embed "../../sql/stock/receive.sql" suffix(,)
    0 } },
  { "stock/remove.sql", (const char[]){
#embed "../../sql/stock/remove.sql" suffix(,)
    0 } },
  { "stock/assemble.sql", (const char[]){
#embed "../../sql/stock/assemble.sql" suffix(,)
    0 } },
  { "stock/count.sql", (const char[]){
#embed "../../sql/stock/count.sql" suffix(,)
    0 } },
  { "stock/goods_back.sql", (const char[]){
#embed "../../sql/stock/goods_back.sql" suffix(,)
    0 } },
  { "stock/expired.sql", (const char[]){
#embed "../../sql/stock/expired.sql" suffix(,)
    0 } },
  { "posting/daily_sums.sql", (const char[]){
#embed "../../sql/posting/daily_sums.sql" suffix(,)
    0 } },
  { "posting/lines_back.sql", (const char[]){
#embed "../../sql/posting/lines_back.sql" suffix(,)
    0 } },
  { "posting/post_order.sql", (const char[]){
#embed "../../sql/posting/post_order.sql" suffix(,)
    0 } },
  { "posting/post_import.sql", (const char[]){
#embed "../../sql/posting/post_import.sql" suffix(,)
    0 } },
  { "rules/rejudge.sql", (const char[]){
#embed "../../sql/rules/rejudge.sql" suffix(,)
    0 } },
  { "rules/certificate.sql", (const char[]){
#embed "../../sql/rules/certificate.sql" suffix(,)
    0 } },
  { "posting/undo.sql", (const char[]){
#embed "../../sql/posting/undo.sql" suffix(,)
    0 } },
  { "orders/payment.sql", (const char[]){
#embed "../../sql/orders/payment.sql" suffix(,)
    0 } },
  { "orders/line.sql", (const char[]){
#embed "../../sql/orders/line.sql" suffix(,)
    0 } },
  { "orders/state.sql", (const char[]){
#embed "../../sql/orders/state.sql" suffix(,)
    0 } },
  { "orders/request.sql", (const char[]){
#embed "../../sql/orders/request.sql" suffix(,)
    0 } },
  { "orders/discount.sql", (const char[]){
#embed "../../sql/orders/discount.sql" suffix(,)
    0 } },
  { "orders/agreement.sql", (const char[]){
#embed "../../sql/orders/agreement.sql" suffix(,)
    0 } },
  { "orders/enter.sql", (const char[]){
#embed "../../sql/orders/enter.sql" suffix(,)
    0 } },
  { "orders/reverse.sql", (const char[]){
#embed "../../sql/orders/reverse.sql" suffix(,)
    0 } },
  { "orders/delivery.sql", (const char[]){
#embed "../../sql/orders/delivery.sql" suffix(,)
    0 } },
  { "orders/fair.sql", (const char[]){
#embed "../../sql/orders/fair.sql" suffix(,)
    0 } },
  { "orders/refund.sql", (const char[]){
#embed "../../sql/orders/refund.sql" suffix(,)
    0 } },
  { "orders/void.sql", (const char[]){
#embed "../../sql/orders/void.sql" suffix(,)
    0 } },
  { "canteens/order.sql", (const char[]){
#embed "../../sql/canteens/order.sql" suffix(,)
    0 } },
  { "canteens/weekly.sql", (const char[]){
#embed "../../sql/canteens/weekly.sql" suffix(,)
    0 } },
  { "canteens/sheet.sql", (const char[]){
#embed "../../sql/canteens/sheet.sql" suffix(,)
    0 } },
  { "canteens/deliver.sql", (const char[]){
#embed "../../sql/canteens/deliver.sql" suffix(,)
    0 } },
  { "canteens/accept.sql", (const char[]){
#embed "../../sql/canteens/accept.sql" suffix(,)
    0 } },
  { "canteens/invoice.sql", (const char[]){
#embed "../../sql/canteens/invoice.sql" suffix(,)
    0 } },
  { "canteens/undo.sql", (const char[]){
#embed "../../sql/canteens/undo.sql" suffix(,)
    0 } },
  { "buyers/ledger.sql", (const char[]){
#embed "../../sql/buyers/ledger.sql" suffix(,)
    0 } },
  { "buyers/payment.sql", (const char[]){
#embed "../../sql/buyers/payment.sql" suffix(,)
    0 } },
  { "buyers/statement.sql", (const char[]){
#embed "../../sql/buyers/statement.sql" suffix(,)
    0 } },
  { "buyers/reserve.sql", (const char[]){
#embed "../../sql/buyers/reserve.sql" suffix(,)
    0 } },
  { "claims/number.sql", (const char[]){
#embed "../../sql/claims/number.sql" suffix(,)
    0 } },
  { "claims/batch.sql", (const char[]){
#embed "../../sql/claims/batch.sql" suffix(,)
    0 } },
  { "claims/chunk.sql", (const char[]){
#embed "../../sql/claims/chunk.sql" suffix(,)
    0 } },
  { "claims/digest.sql", (const char[]){
#embed "../../sql/claims/digest.sql" suffix(,)
    0 } },
  { "claims/winner.sql", (const char[]){
#embed "../../sql/claims/winner.sql" suffix(,)
    0 } },
  { "claims/desired.sql", (const char[]){
#embed "../../sql/claims/desired.sql" suffix(,)
    0 } },
  { "claims/refund.sql", (const char[]){
#embed "../../sql/claims/refund.sql" suffix(,)
    0 } },
  { "claims/waiting.sql", (const char[]){
#embed "../../sql/claims/waiting.sql" suffix(,)
    0 } },
  { "claims/row.sql", (const char[]){
#embed "../../sql/claims/row.sql" suffix(,)
    0 } },
  { "claims/stage.sql", (const char[]){
#embed "../../sql/claims/stage.sql" suffix(,)
    0 } },
  { "claims/listing.sql", (const char[]){
#embed "../../sql/claims/listing.sql" suffix(,)
    0 } },
  { "claims/fresh.sql", (const char[]){
#embed "../../sql/claims/fresh.sql" suffix(,)
    0 } },
  { "claims/outcome.sql", (const char[]){
#embed "../../sql/claims/outcome.sql" suffix(,)
    0 } },
  { "claims/aftersales.sql", (const char[]){
#embed "../../sql/claims/aftersales.sql" suffix(,)
    0 } },
  { "settlements/line.sql", (const char[]){
#embed "../../sql/settlements/line.sql" suffix(,)
    0 } },
  { "claims/known.sql", (const char[]){
#embed "../../sql/claims/known.sql" suffix(,)
    0 } },
  { "claims/reconcile.sql", (const char[]){
#embed "../../sql/claims/reconcile.sql" suffix(,)
    0 } },
  { "supermarkets/contract.sql", (const char[]){
#embed "../../sql/supermarkets/contract.sql" suffix(,)
    0 } },
  { "supermarkets/share.sql", (const char[]){
#embed "../../sql/supermarkets/share.sql" suffix(,)
    0 } },
  { "supermarkets/settlement.sql", (const char[]){
#embed "../../sql/supermarkets/settlement.sql" suffix(,)
    0 } },
  { "supermarkets/report.sql", (const char[]){
#embed "../../sql/supermarkets/report.sql" suffix(,)
    0 } },
  { "tourism/visit.sql", (const char[]){
#embed "../../sql/tourism/visit.sql" suffix(,)
    0 } },
  { "rules/rule_set.sql", (const char[]){
#embed "../../sql/rules/rule_set.sql" suffix(,)
    0 } },
  { "duplicates/find.sql", (const char[]){
#embed "../../sql/duplicates/find.sql" suffix(,)
    0 } },
  { "duplicates/goods.sql", (const char[]){
#embed "../../sql/duplicates/goods.sql" suffix(,)
    0 } },
  { "duplicates/decide.sql", (const char[]){
#embed "../../sql/duplicates/decide.sql" suffix(,)
    0 } },
  { "claims/table.sql", (const char[]){
#embed "../../sql/claims/table.sql" suffix(,)
    0 } },
  { "claims/doubt.sql", (const char[]){
#embed "../../sql/claims/doubt.sql" suffix(,)
    0 } },
  { "claims/undo.sql", (const char[]){
#embed "../../sql/claims/undo.sql" suffix(,)
    0 } },
  { "suppliers/account.sql", (const char[]){
#embed "../../sql/suppliers/account.sql" suffix(,)
    0 } },
  { "suppliers/household.sql", (const char[]){
#embed "../../sql/suppliers/household.sql" suffix(,)
    0 } },
  { "suppliers/purchase.sql", (const char[]){
#embed "../../sql/suppliers/purchase.sql" suffix(,)
    0 } },
  { "suppliers/ledger.sql", (const char[]){
#embed "../../sql/suppliers/ledger.sql" suffix(,)
    0 } },
  { "suppliers/return.sql", (const char[]){
#embed "../../sql/suppliers/return.sql" suffix(,)
    0 } },
  { "suppliers/buy_back.sql", (const char[]){
#embed "../../sql/suppliers/buy_back.sql" suffix(,)
    0 } },
  { "reports/status.sql", (const char[]){
#embed "../../sql/reports/status.sql" suffix(,)
    0 } },
  { "reports/restated.sql", (const char[]){
#embed "../../sql/reports/restated.sql" suffix(,)
    0 } },
  { "reports/monthly.sql", (const char[]){
#embed "../../sql/reports/monthly.sql" suffix(,)
    0 } },
  { "reports/margin.sql", (const char[]){
#embed "../../sql/reports/margin.sql" suffix(,)
    0 } },
  { "reports/waterfall.sql", (const char[]){
#embed "../../sql/reports/waterfall.sql" suffix(,)
    0 } },
  { "reports/suppliers.sql", (const char[]){
#embed "../../sql/reports/suppliers.sql" suffix(,)
    0 } },
  { "reports/pace.sql", (const char[]){
#embed "../../sql/reports/pace.sql" suffix(,)
    0 } },
  { "reports/target.sql", (const char[]){
#embed "../../sql/reports/target.sql" suffix(,)
    0 } },
  { "settlements/reconcile.sql", (const char[]){
#embed "../../sql/settlements/reconcile.sql" suffix(,)
    0 } },
  { "settlements/rate.sql", (const char[]){
#embed "../../sql/settlements/rate.sql" suffix(,)
    0 } },
  { "settlements/till.sql", (const char[]){
#embed "../../sql/settlements/till.sql" suffix(,)
    0 } },
  { "settlements/fees.sql", (const char[]){
#embed "../../sql/settlements/fees.sql" suffix(,)
    0 } },
  { "livestreams/session.sql", (const char[]){
#embed "../../sql/livestreams/session.sql" suffix(,)
    0 } },
  { "livestreams/host.sql", (const char[]){
#embed "../../sql/livestreams/host.sql" suffix(,)
    0 } },
  { "livestreams/report.sql", (const char[]){
#embed "../../sql/livestreams/report.sql" suffix(,)
    0 } },
  { "months/nil.sql", (const char[]){
#embed "../../sql/months/nil.sql" suffix(,)
    0 } },
  { "months/points.sql", (const char[]){
#embed "../../sql/months/points.sql" suffix(,)
    0 } },
  { "months/close.sql", (const char[]){
#embed "../../sql/months/close.sql" suffix(,)
    0 } },
  { "seals/rows.sql", (const char[]){
#embed "../../sql/seals/rows.sql" suffix(,)
    0 } },
  { "seals/seal.sql", (const char[]){
#embed "../../sql/seals/seal.sql" suffix(,)
    0 } },
  { "figure/content.sql", (const char[]){
#embed "../../sql/figure/content.sql" suffix(,)
    0 } },
  { "figure/merkle.sql", (const char[]){
#embed "../../sql/figure/merkle.sql" suffix(,)
    0 } },
  { "figure/publish.sql", (const char[]){
#embed "../../sql/figure/publish.sql" suffix(,)
    0 } },
  { "figure/explain.sql", (const char[]){
#embed "../../sql/figure/explain.sql" suffix(,)
    0 } },
  { "figure/restate.sql", (const char[]){
#embed "../../sql/figure/restate.sql" suffix(,)
    0 } },
  { "figure/evidence.sql", (const char[]){
#embed "../../sql/figure/evidence.sql" suffix(,)
    0 } },
  { "people/person.sql", (const char[]){
#embed "../../sql/people/person.sql" suffix(,)
    0 } },
  { "people/approval.sql", (const char[]){
#embed "../../sql/people/approval.sql" suffix(,)
    0 } },
  { "people/right.sql", (const char[]){
#embed "../../sql/people/right.sql" suffix(,)
    0 } },
  { "people/grant.sql", (const char[]){
#embed "../../sql/people/grant.sql" suffix(,)
    0 } },
  { "checks/acts_in_order.sql", (const char[]){
#embed "../../sql/checks/acts_in_order.sql" suffix(,)
    0 } },
  { "checks/aftersales_match.sql", (const char[]){
#embed "../../sql/checks/aftersales_match.sql" suffix(,)
    0 } },
  { "checks/approvals_are_by_others.sql", (const char[]){
#embed "../../sql/checks/approvals_are_by_others.sql" suffix(,)
    0 } },
  { "checks/breakdowns_agree.sql", (const char[]){
#embed "../../sql/checks/breakdowns_agree.sql" suffix(,)
    0 } },
  { "checks/buyer_accounts.sql", (const char[]){
#embed "../../sql/checks/buyer_accounts.sql" suffix(,)
    0 } },
  { "checks/canteen_orders.sql", (const char[]){
#embed "../../sql/checks/canteen_orders.sql" suffix(,)
    0 } },
  { "checks/claim_lines_add_up.sql", (const char[]){
#embed "../../sql/checks/claim_lines_add_up.sql" suffix(,)
    0 } },
  { "checks/claim_refunds_add_up.sql", (const char[]){
#embed "../../sql/checks/claim_refunds_add_up.sql" suffix(,)
    0 } },
  { "checks/claims_are_as_reported.sql", (const char[]){
#embed "../../sql/checks/claims_are_as_reported.sql" suffix(,)
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
  { "checks/duplicates_count_once.sql", (const char[]){
#embed "../../sql/checks/duplicates_count_once.sql" suffix(,)
    0 } },
  { "checks/expired_sales_approved.sql", (const char[]){
#embed "../../sql/checks/expired_sales_approved.sql" suffix(,)
    0 } },
  { "checks/figures_hold.sql", (const char[]){
#embed "../../sql/checks/figures_hold.sql" suffix(,)
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
  { "checks/lines_are_judged.sql", (const char[]){
#embed "../../sql/checks/lines_are_judged.sql" suffix(,)
    0 } },
  { "checks/lines_have_a_source.sql", (const char[]){
#embed "../../sql/checks/lines_have_a_source.sql" suffix(,)
    0 } },
  { "checks/months_stay_closed.sql", (const char[]){
#embed "../../sql/checks/months_stay_closed.sql" suffix(,)
    0 } },
  { "checks/moves_have_an_act.sql", (const char[]){
#embed "../../sql/checks/moves_have_an_act.sql" suffix(,)
    0 } },
  { "checks/parents_exist.sql", (const char[]){
#embed "../../sql/checks/parents_exist.sql" suffix(,)
    0 } },
  { "checks/persons_have_roles.sql", (const char[]){
#embed "../../sql/checks/persons_have_roles.sql" suffix(,)
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
  { "checks/sessions_apart.sql", (const char[]){
#embed "../../sql/checks/sessions_apart.sql" suffix(,)
    0 } },
  { "checks/settlements_are_newest.sql", (const char[]){
#embed "../../sql/checks/settlements_are_newest.sql" suffix(,)
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
  { "checks/supermarket_shares.sql", (const char[]){
#embed "../../sql/checks/supermarket_shares.sql" suffix(,)
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
  { "upgrades/0023_seals.sql", (const char[]){
#embed "../../sql/upgrades/0023_seals.sql" suffix(,)
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
