-- Of sales that a decision made one, one counts: as the decisions say, and only its goods left our stock, whatever
-- month they are of; but what older programs decided of closed months kept its goods.
SELECT concat_ws(' ', 'sale', coalesce(k.unit, w.unit), 'of decision', coalesce(k.decision_id, w.decision_id),
  'counts', k.counts, 'and should', w.counts) AS example
FROM duplicate_unit k
FULL JOIN units_to_count(NULL) w ON w.unit = k.unit AND w.decision_id = k.decision_id
WHERE k.counts IS DISTINCT FROM w.counts
UNION ALL
SELECT concat_ws(' ', 'sale', g.unit, 'line', g.document_id, g.line_no, CASE WHEN g.is_duplicate
  THEN 'is a duplicate, and' ELSE 'is none, and back are' END, CASE WHEN g.is_duplicate THEN g.gone + g.short
  ELSE g.due END)
FROM sale_goods(ARRAY(
  SELECT u.unit FROM duplicate_unit u WHERE NOT u.counts
  UNION
  SELECT unit_of(l.claim_id, l.part, l.document_id, l.line_no)
  FROM duplicate_goods d JOIN line l ON l.document_id = d.document_id AND l.line_no = d.line_no)) g
JOIN line l ON l.document_id = g.document_id AND l.line_no = g.line_no
LEFT JOIN book_month b ON b.month = l.book_month
WHERE CASE WHEN NOT g.is_duplicate THEN g.due <> 0
  WHEN b.status = 'closed' AND NOT EXISTS (
    SELECT FROM duplicate_goods d WHERE d.document_id = g.document_id AND d.line_no = g.line_no) THEN false
  -- Of an order of which some came back by itself the rest comes back: see goods_back_left.
  WHEN EXISTS (SELECT FROM claim c JOIN goods_back k ON k.order_no = c.order_no AND k.platform = c.platform
    WHERE c.claim_id = g.claim_id) THEN g.short <> 0
  ELSE g.gone <> 0 OR g.short <> 0 END
