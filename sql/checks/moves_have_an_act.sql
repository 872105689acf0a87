-- What moved stock is what somebody did: an approved count moved its differences, a transfer sent what its lines say,
-- goods came back by a refund, a reversal or as somebody saw them, a shortage is of a line and of its place.
SELECT concat_ws(' ', 'count', coalesce(d.count_id, m.count_id), 'product', coalesce(d.product_id, m.product_id),
  'differed by', d.difference, 'moved', m.quantity) AS example
FROM (
  SELECT c.count_id, e.product_id, e.lot_id, e.counted - e.book AS difference
  FROM stock_count c
  JOIN (
    SELECT DISTINCT ON (l.count_id, l.product_id, l.lot_id) l.count_id, l.product_id, l.lot_id, l.counted, l.book
    FROM stock_count_line l ORDER BY l.count_id, l.product_id, l.lot_id, l.line_no DESC
  ) e ON e.count_id = c.count_id
  WHERE c.state IN ('approved', 'undone') AND e.counted <> e.book
) d
FULL JOIN (
  SELECT c.count_id, v.product_id, v.lot_id, sum(v.quantity) AS quantity
  FROM stock_count c
  JOIN stock_move v ON v.posting_id = c.ended_by AND v.kind = 'adjust' AND v.location_id = c.location_id
  GROUP BY c.count_id, v.product_id, v.lot_id
) m ON m.count_id = d.count_id AND m.product_id = d.product_id AND m.lot_id IS NOT DISTINCT FROM d.lot_id
WHERE d.difference IS DISTINCT FROM m.quantity
UNION ALL
SELECT concat_ws(' ', 'move', m.posting_id, m.move_no, m.kind, 'without its act')
FROM stock_move m
WHERE m.kind = 'adjust' AND NOT EXISTS (SELECT FROM stock_count c WHERE c.ended_by = m.posting_id)
  OR m.kind = 'send' AND NOT EXISTS (
    SELECT FROM transfer_line t WHERE t.transfer_id = m.posting_id AND t.line_no = m.move_no)
  OR m.kind = 'arrive' AND NOT EXISTS (
    SELECT FROM transfer_end e
    JOIN transfer t ON t.transfer_id = e.transfer_id AND t.to_location = m.location_id
    JOIN transfer_line l ON l.transfer_id = e.transfer_id AND l.line_no = e.line_no AND l.product_id = m.product_id
    WHERE e.posting_id = m.posting_id)
  OR m.kind = 'return' AND m.document_id IS NULL AND NOT EXISTS (
    SELECT FROM goods_back b WHERE b.posting_id = m.posting_id AND b.move_no = m.move_no)
UNION ALL
SELECT concat_ws(' ', 'transfer', t.transfer_id, 'without its lines')
FROM transfer t
WHERE NOT EXISTS (SELECT FROM transfer_line l WHERE l.transfer_id = t.transfer_id)
UNION ALL
SELECT concat_ws(' ', 'end of transfer', e.posting_id, 'of', e.transfer_id, e.line_no, 'that is not there')
FROM transfer_end e
WHERE NOT EXISTS (SELECT FROM transfer_line l WHERE l.transfer_id = e.transfer_id AND l.line_no = e.line_no)
UNION ALL
SELECT concat_ws(' ', 'shortage of', s.document_id, s.line_no, 'location', s.location_id, 'product', s.product_id)
FROM shortage s
LEFT JOIN line l ON l.document_id = s.document_id AND l.line_no = s.line_no
LEFT JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
WHERE (s.location_id, s.product_id) IS DISTINCT FROM (d.location_id, l.product_id)
UNION ALL
SELECT concat_ws(' ', 'shortage of', k.document_id, k.line_no, 'short of', s.quantity, 'covered or written off',
  k.quantity)
FROM (SELECT document_id, line_no, sum(quantity) AS quantity FROM shortage_cover GROUP BY document_id, line_no) k
LEFT JOIN shortage s ON s.document_id = k.document_id AND s.line_no = k.line_no
WHERE s.quantity IS NULL OR k.quantity > s.quantity
