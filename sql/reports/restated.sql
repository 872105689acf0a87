-- The daily sums with what restatements count elsewhere: what reports add up. Nothing is written into closed months.

CREATE OR REPLACE FUNCTION is_active(gross numeric, refunds numeric, quantity numeric, duplicates numeric,
  excluded numeric, pending numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN gross <> 0 OR refunds <> 0 OR quantity <> 0 OR duplicates <> 0 OR excluded <> 0 OR pending <> 0;
COMMENT ON FUNCTION is_active IS
  'Whether something was sold or refunded, though it may be worth 0.00, or judged anew there while it counts '
  'elsewhere; not what was reversed, or is counted elsewhere.';

CREATE OR REPLACE VIEW restated_part AS
SELECT r.posting_id, r.document_id, r.line_no, r.book_month, s.month, s.verdict, s.rule, s.certified, s.province, s.sign
FROM restated_line r
CROSS JOIN LATERAL (VALUES
  (r.from_month, r.verdict_before, r.rule_before, r.certificate_before IS NOT NULL, r.province_before, -1),
  (r.to_month, r.verdict_after, r.rule_after, r.certificate_after IS NOT NULL, r.province_after, 1))
  AS s(month, verdict, rule, certified, province, sign);
COMMENT ON VIEW restated_part IS
  'Both halves of each restated line: out of the month and verdict it had (-1), into those it has (1).';

CREATE OR REPLACE VIEW month_document AS
SELECT d.book_month, d.day, d.channel_id, d.gross, d.refunds, d.documents
FROM daily_document d
UNION ALL
SELECT r.month, d.day, d.channel_id, CASE WHEN d.side = 'sale' THEN r.sign * d.total ELSE 0.00 END,
  CASE WHEN d.side = 'refund' THEN -r.sign * d.total ELSE 0.00 END, r.sign
FROM (
  SELECT DISTINCT p.posting_id, p.document_id, p.book_month, p.month, p.sign
  FROM restated_part p
  JOIN restated_line l ON l.posting_id = p.posting_id AND l.document_id = p.document_id AND l.line_no = p.line_no
  WHERE l.from_month <> l.to_month
) r
JOIN document d ON d.document_id = r.document_id AND d.book_month = r.book_month;
COMMENT ON VIEW month_document IS
  'Document totals by the month that they are counted in: their book month, or that of their day once it was restated. '
  'Yuan.';

CREATE OR REPLACE VIEW month_sales AS
SELECT d.book_month, d.day, d.channel_id, d.product_id, d.supplier_id, d.verdict, d.rule, d.certified, d.province,
  d.way, d.gross, d.refunds, d.quantity, d.lines, 0::bigint AS posting_id
FROM daily_sales d
UNION ALL
SELECT r.month, l.day, l.channel_id, coalesce(l.product_id, 0), coalesce(l.supplier_id, 0), r.verdict,
  r.rule, r.certified, coalesce(r.province, ''), coalesce(l.way, ''),
  CASE WHEN l.side = 'sale' THEN r.sign * l.amount ELSE 0.00 END,
  CASE WHEN l.side = 'refund' THEN -r.sign * l.amount ELSE 0.00 END, r.sign * l.quantity, r.sign,
  r.posting_id
FROM restated_part r
JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month;
COMMENT ON VIEW month_sales IS
  'Lines by the month and verdict that they are counted in: as they were posted, or as they were restated last. Yuan, '
  'base units; posting_id is the restatement, 0 where there is none.';

CREATE OR REPLACE VIEW line_now AS
SELECT r.document_id, r.line_no, r.book_month, r.to_month AS month, j.verdict, j.rule, j.certificate_id, j.province
FROM (
  SELECT DISTINCT ON (n.document_id, n.line_no) n.* FROM restated_line n
  ORDER BY n.document_id, n.line_no, n.posting_id DESC
) r
LEFT JOIN (
  SELECT DISTINCT ON (n.document_id, n.line_no) n.document_id, n.line_no, n.verdict_after AS verdict,
    n.rule_after AS rule, n.certificate_after AS certificate_id, n.province_after AS province
  FROM restated_line n
  WHERE n.rule_set_after IS NOT NULL
  ORDER BY n.document_id, n.line_no, n.posting_id DESC
) j ON j.document_id = r.document_id AND j.line_no = r.line_no;
COMMENT ON VIEW line_now IS
  'Of each line that was restated: the month it is counted in now; and, where a restatement judged it anew, its '
  'verdict, rule, certificate and province.';

CREATE OR REPLACE VIEW undecided_month AS
SELECT coalesce(w.month, u.book_month) AS month, count(DISTINCT u.group_id) AS groups,
  coalesce(sum(u.amount - u.refunded) FILTER (WHERE u.nth > 1 AND coalesce(w.verdict, u.verdict) = 'counted'), 0.00)
    AS at_most
FROM undecided_sale u
LEFT JOIN line_now w ON w.document_id = u.document_id AND w.line_no = u.line_no
WHERE (SELECT count(*) FROM duplicate_candidate c WHERE c.group_id = u.group_id) > 1
GROUP BY coalesce(w.month, u.book_month);
COMMENT ON VIEW undecided_month IS
  'By how much the figure of a month would fall, in yuan, if all that may be reported twice were: by the month and '
  'verdict that each sale is counted in now.';
