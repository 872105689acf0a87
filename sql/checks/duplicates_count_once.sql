-- Of sales that a decision made one, one counts: as the decisions say, and only its goods left our stock; but what a
-- closed month has counted keeps the goods that left then, whatever restatements say of its money.
SELECT concat_ws(' ', 'sale', coalesce(k.unit, w.unit), 'of decision', coalesce(k.decision_id, w.decision_id),
  'counts', k.counts, 'and should', w.counts) AS example
FROM duplicate_unit k
FULL JOIN units_to_count(NULL) w ON w.unit = k.unit AND w.decision_id = k.decision_id
WHERE k.counts IS DISTINCT FROM w.counts
UNION ALL
SELECT concat_ws(' ', 'sale', r.unit, 'line', r.document_id, r.line_no, 'is a duplicate, and', m.quantity, 'left')
FROM sales_reported(ARRAY(SELECT u.unit FROM duplicate_unit u WHERE NOT u.counts)) r
JOIN (
  SELECT CASE WHEN l.judged IS NULL THEN l.document_id ELSE l.of_document END AS document_id,
    CASE WHEN l.judged IS NULL THEN l.line_no ELSE l.of_line END AS line_no, -sum(v.quantity) AS quantity
  FROM stock_move v
  JOIN line l ON l.document_id = v.document_id AND l.line_no = v.line_no
  WHERE l.side = 'sale' AND EXISTS (SELECT FROM duplicate_unit u WHERE NOT u.counts)
  GROUP BY 1, 2
) m ON m.document_id = r.document_id AND m.line_no = r.line_no
WHERE m.quantity <> 0 AND (r.judgement).verdict = 'duplicate'
