-- How a line stands: judged anew by a pair of lines, of which one takes its amount from the verdict that it had and the
-- other gives it to the new one, in the same open month and on the same day.

CREATE OR REPLACE VIEW judged_anew AS
SELECT j.of_document, j.of_line, j.book_month, j.verdict, j.rule, j.rule_set_id, j.certificate_id, j.province,
  ROW(j.verdict, j.rule, j.fact, j.rule_set_id, j.certificate_id, j.province, j.way)::judgement AS judgement
FROM line j
WHERE j.judged = 'after'
  AND NOT EXISTS (
    SELECT FROM line k
    WHERE k.of_document = j.of_document AND k.of_line = j.of_line AND k.book_month = j.book_month
      AND k.judged = 'after' AND k.document_id > j.document_id);
COMMENT ON VIEW judged_anew IS
  'The lines that were judged anew, and the newest judgement of each.';

CREATE OR REPLACE VIEW standing_line AS
SELECT l.document_id, l.line_no, l.book_month, l.day, l.side, l.channel_id, l.product_id, l.supplier_id, l.quantity,
  l.amount, l.discount, l.freight, l.claim_id, l.part, l.of_document, l.of_line, l.reverses, l.estimated,
  l.entered_unit, l.entered_quantity, l.rule AS first_rule,
  CASE WHEN n.of_document IS NULL
    THEN ROW(l.verdict, l.rule, l.fact, l.rule_set_id, l.certificate_id, l.province, l.way)::judgement
    ELSE n.judgement END AS judgement, l.destination,
  -- The same as columns of their own, for whoever compares many lines: a row is dear to build.
  CASE WHEN n.of_document IS NULL THEN l.verdict ELSE n.verdict END AS verdict,
  CASE WHEN n.of_document IS NULL THEN l.rule ELSE n.rule END AS rule,
  CASE WHEN n.of_document IS NULL THEN l.rule_set_id ELSE n.rule_set_id END AS rule_set_id,
  CASE WHEN n.of_document IS NULL THEN l.certificate_id ELSE n.certificate_id END AS certificate_id,
  CASE WHEN n.of_document IS NULL THEN l.province ELSE n.province END AS province
FROM line l
LEFT JOIN judged_anew n ON n.of_document = l.document_id AND n.of_line = l.line_no AND n.book_month = l.book_month
WHERE l.judged IS NULL;
COMMENT ON VIEW standing_line IS
  'The lines of sales, refunds and their corrections, each with the judgement that it has by now, beside the first.';
