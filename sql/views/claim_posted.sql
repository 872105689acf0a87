-- What each claim has posted: its lines that no correction has reversed; a sale for each part, and its refunds by day.
CREATE OR REPLACE VIEW claim_posted AS
SELECT l.claim_id, l.part, l.document_id, l.line_no, l.book_month, l.day, l.side, l.channel_id, l.product_id,
  l.supplier_id, l.quantity, l.amount, l.freight, l.verdict, l.rule, l.estimated, l.of_document, l.of_line,
  CASE WHEN l.verdict = 'pending' THEN l.rule END AS pending_rule
FROM line l
WHERE l.claim_id IS NOT NULL AND NOT l.reverses
  AND NOT EXISTS (
    SELECT FROM line r WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses);
