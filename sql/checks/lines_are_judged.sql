-- Every line of an open month is judged as the rules, certificates and origins of now say, and a line that was judged
-- anew is by a pair that takes its amount from the verdict that it had. A refund is judged as its sale is; where that
-- is of a closed month, as it would be.
SELECT concat_ws(' ', 'line', m.document_id, m.line_no, 'is judged by', (m.judgement).rule,
  (m.judgement).certificate_id, (m.judgement).province, 'and should be by', (m.wanted).rule,
  (m.wanted).certificate_id, (m.wanted).province)
  AS example
FROM line_misjudged m
JOIN book_month b ON b.month = m.book_month AND b.status = 'open'
JOIN book_month o ON o.month = m.of_book_month AND o.status = 'closed'
WHERE m.side = 'refund'
UNION ALL
SELECT concat_ws(' ', 'line', m.document_id, m.line_no, 'is judged by', m.rule, m.certificate_id, m.province,
  'and should be by', m.wanted_rule, m.wanted_certificate, m.wanted_province)
FROM sale_judgement m
JOIN book_month b ON b.month = m.book_month AND b.status = 'open'
WHERE is_otherwise(m.rule, m.certificate_id, m.province, m.rule_set_id, m.wanted_rule, m.wanted_certificate,
  m.wanted_province)
UNION ALL
SELECT concat_ws(' ', 'line', r.document_id, r.line_no, 'is judged by', r.rule, r.certificate_id, r.province,
  'and its sale by', s.rule, s.certificate_id, s.province)
FROM standing_line r
JOIN standing_line s ON s.document_id = r.of_document AND s.line_no = r.of_line
JOIN book_month o ON o.month = s.book_month AND o.status = 'open'
WHERE r.side = 'refund' AND NOT r.reverses
  AND is_otherwise(r.rule, r.certificate_id, r.province, r.rule_set_id, s.rule, s.certificate_id, s.province)
  AND NOT EXISTS (
    SELECT FROM line v WHERE v.of_document = r.document_id AND v.of_line = r.line_no AND v.reverses)
UNION ALL
SELECT concat_ws(' ', 'line', b.document_id, b.line_no, 'judges', b.of_document, b.of_line, 'by', b.amount,
  'and', a.amount, 'of', o.amount)
FROM line b
LEFT JOIN line a ON a.document_id = b.document_id AND a.book_month = b.book_month AND a.line_no = b.line_no + 1
  AND a.judged = 'after' AND a.of_document = b.of_document AND a.of_line = b.of_line
LEFT JOIN line o ON o.document_id = b.of_document AND o.line_no = b.of_line AND o.book_month = b.book_month
  AND o.judged IS NULL
WHERE b.judged = 'before' AND ((-b.amount, -b.quantity, -b.freight) IS DISTINCT FROM (o.amount, o.quantity, o.freight)
  OR (a.amount, a.quantity, a.freight, b.day, b.side, b.way) IS DISTINCT FROM
    (o.amount, o.quantity, o.freight, o.day, o.side, o.way)
  OR (a.day, a.side, a.way) IS DISTINCT FROM (o.day, o.side, o.way))
UNION ALL
SELECT concat_ws(' ', 'line', a.document_id, a.line_no, 'judges', a.of_document, a.of_line, 'from no verdict')
FROM line a
LEFT JOIN line b ON b.document_id = a.document_id AND b.book_month = a.book_month AND b.line_no = a.line_no - 1
  AND b.judged = 'before'
WHERE a.judged = 'after' AND b.document_id IS NULL
UNION ALL
-- What a pair takes a line from is what the line was: by itself, or by the pair before.
SELECT concat_ws(' ', 'line', p.document_id, p.line_no, 'takes', p.of_document, p.of_line, 'from', p.rule,
  p.certificate_id, 'and not from', p.last_rule, p.last_certificate)
FROM (
  SELECT j.document_id, j.line_no, j.of_document, j.of_line, j.judged, j.rule, j.certificate_id,
    lag(j.rule) OVER of_line AS last_rule, lag(j.certificate_id) OVER of_line AS last_certificate
  FROM (
    SELECT j.document_id, j.line_no, j.of_document, j.of_line, j.judged, j.rule, j.certificate_id
    FROM line j WHERE j.judged IS NOT NULL
    UNION ALL
    SELECT 0, 0, o.document_id, o.line_no, 'first', o.rule, o.certificate_id
    FROM line o
    WHERE EXISTS (SELECT FROM line j
      WHERE j.of_document = o.document_id AND j.of_line = o.line_no AND j.judged = 'before')
  ) j
  WINDOW of_line AS (PARTITION BY j.of_document, j.of_line ORDER BY j.document_id, j.line_no)
) p
WHERE p.judged = 'before' AND (p.rule, p.certificate_id) IS DISTINCT FROM (p.last_rule, p.last_certificate)
UNION ALL
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, l.day, 'is judged by rule set', l.rule_set_id, 'of', r.from_day)
FROM line l
LEFT JOIN rule_set r ON r.rule_set_id = l.rule_set_id
WHERE l.rule_set_id IS NOT NULL AND (r.from_day IS NULL OR r.from_day > l.day)
UNION ALL
SELECT concat_ws(' ', 'certificate', coalesce(k.certificate_id, d.certificate_id), 'is kept for', k.from_day, k.to_day,
  'and holds', d.from_day, d.to_day)
FROM certificate_period k
FULL JOIN certificate_day d ON d.product_id = k.product_id AND d.supplier_id = k.supplier_id
  AND d.from_day = k.from_day
WHERE (k.certificate_id, k.to_day) IS DISTINCT FROM (d.certificate_id, d.to_day)
