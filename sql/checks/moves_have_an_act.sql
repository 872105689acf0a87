-- What moved stock is what somebody did: an approved count moved its differences, a transfer sent what its lines say,
-- goods came back by a refund, a reversal or as somebody saw them, a shortage is of a line and of its location; and no
-- act did nothing.
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
-- What no other fact says, the command of the act does.
SELECT concat_ws(' ', 'move', m.posting_id, m.move_no, m.kind, 'by', p.command)
FROM stock_move m
JOIN posting p ON p.posting_id = m.posting_id
JOIN (VALUES ('receive', ARRAY['stock receive']), ('waste', ARRAY['stock waste', 'stock take-back', 'canteen accept']),
  ('give_back', ARRAY['stock return']), ('build', ARRAY['stock build', 'stock unbuild'])) AS k(kind, commands)
  ON k.kind = m.kind
WHERE p.command <> ALL (k.commands)
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
LEFT JOIN (
  SELECT w.document_id, w.line_no, sum(w.quantity) AS quantity
  FROM (SELECT document_id, line_no, quantity FROM shortage
        UNION ALL SELECT document_id, line_no, short FROM duplicate_goods WHERE short > 0) w
  GROUP BY w.document_id, w.line_no
) s ON s.document_id = k.document_id AND s.line_no = k.line_no
WHERE s.quantity IS NULL OR k.quantity > s.quantity
UNION ALL
-- What moved for a sale is of its document: its posting, its location and goods, and its direction.
SELECT concat_ws(' ', 'move', m.posting_id, m.move_no, m.kind, 'is not of', m.document_id, m.line_no)
FROM stock_move m
LEFT JOIN document d ON d.document_id = m.document_id
LEFT JOIN line l ON l.document_id = m.document_id AND l.line_no = m.line_no AND l.book_month = d.book_month
LEFT JOIN document o ON l.judged IS NOT NULL AND o.document_id = l.of_document AND o.book_month = l.book_month
WHERE (m.document_id IS NULL) <> (m.line_no IS NULL)
  OR m.document_id IS NULL AND m.kind IN ('issue', 'cancel', 'settle', 'duplicate')
  OR m.document_id IS NOT NULL AND (
    (m.location_id, m.product_id) IS DISTINCT FROM
      (CASE WHEN l.judged IS NULL THEN d.location_id ELSE o.location_id END, l.product_id)
    OR m.kind NOT IN ('issue', 'cancel', 'return', 'settle', 'undo', 'duplicate')
    OR m.kind IN ('issue', 'cancel', 'return') AND (m.posting_id <> d.posting_id OR m.kind <> CASE
      WHEN l.reverses OR l.judged = 'before' THEN 'cancel' WHEN l.side = 'sale' THEN 'issue' ELSE 'return' END))
UNION ALL
SELECT concat_ws(' ', 'settled', coalesce(k.posting_id, m.posting_id), 'of', coalesce(k.document_id, m.document_id),
  coalesce(k.line_no, m.line_no), k.quantity, 'moved', m.quantity)
FROM (SELECT * FROM shortage_settled WHERE NOT written_off) k
FULL JOIN (SELECT posting_id, document_id, line_no, -sum(quantity) AS quantity FROM stock_move
           WHERE kind = 'settle' GROUP BY posting_id, document_id, line_no) m
  ON m.posting_id = k.posting_id AND m.document_id = k.document_id AND m.line_no = k.line_no
WHERE k.quantity IS DISTINCT FROM m.quantity
UNION ALL
SELECT concat_ws(' ', 'duplicate', coalesce(k.posting_id, m.posting_id), 'of', coalesce(k.document_id, m.document_id),
  coalesce(k.line_no, m.line_no), k.quantity, 'moved', m.quantity)
FROM duplicate_goods k
FULL JOIN (SELECT posting_id, document_id, line_no, location_id, product_id, sum(quantity) AS quantity FROM stock_move
           WHERE kind = 'duplicate' GROUP BY posting_id, document_id, line_no, location_id, product_id) m
  ON m.posting_id = k.posting_id AND m.document_id = k.document_id AND m.line_no = k.line_no
    AND m.location_id = k.location_id AND m.product_id = k.product_id
WHERE coalesce(k.quantity, 0) <> coalesce(m.quantity, 0)
UNION ALL
SELECT concat_ws(' ', 'build', m.posting_id, 'made', sum(m.value), 'of nothing')
FROM stock_move m WHERE m.kind = 'build'
GROUP BY m.posting_id HAVING sum(m.value) <> 0 OR count(DISTINCT sign(m.quantity)) < 2
UNION ALL
SELECT concat_ws(' ', 'move', m.posting_id, m.move_no, m.kind, 'lot', m.lot_id, 'cost', m.cost, 'worth', m.value)
FROM stock_move m
LEFT JOIN lot l ON l.lot_id = m.lot_id
WHERE m.kind <> 'receive' AND m.cost IS NOT NULL
  OR m.value <> round(m.cost * coalesce(m.entered_quantity, m.quantity), 2)
  OR m.kind = 'receive' AND l.code <> m.lot OR l.product_id <> m.product_id
UNION ALL
SELECT concat_ws(' ', 'undo', m.posting_id, m.move_no, 'of nothing')
FROM stock_move m
JOIN posting p ON p.posting_id = m.posting_id
WHERE m.kind = 'undo' AND p.undoes IS NULL
UNION ALL
SELECT concat_ws(' ', 'goods back', b.posting_id, b.move_no, 'were not returned')
FROM goods_back b
LEFT JOIN stock_move m ON m.posting_id = b.posting_id AND m.move_no = b.move_no
WHERE m.kind IS DISTINCT FROM 'return'
UNION ALL
SELECT concat_ws(' ', 'count', c.count_id, c.state, 'ended by', c.ended_by)
FROM stock_count c
WHERE (c.state = 'open') <> (c.ended_by IS NULL)
  OR (c.state = 'undone') <> EXISTS (SELECT FROM posting u WHERE u.undoes = c.ended_by)
  OR (c.state = 'cancelled') <> EXISTS (
    SELECT FROM posting p WHERE p.posting_id = c.ended_by AND p.command = 'stock count cancel')
UNION ALL
SELECT concat_ws(' ', 'target', t.target_id, 'ended by', t.ended_by)
FROM target t
LEFT JOIN posting p ON p.posting_id = t.ended_by
WHERE t.ended_by IS NOT NULL AND p.command IS DISTINCT FROM 'target remove' AND NOT EXISTS (
    SELECT FROM target n
    WHERE n.posting_id = t.ended_by AND n.from_day = t.from_day AND n.to_day = t.to_day AND n.target_id <> t.target_id)
  OR EXISTS (SELECT FROM target o WHERE o.ended_by = t.ended_by AND o.target_id <> t.target_id)
UNION ALL
SELECT concat_ws(' ', 'count', l.count_id, 'lines', count(*), 'the last is', max(l.line_no))
FROM stock_count_line l GROUP BY l.count_id HAVING count(*) <> max(l.line_no)
UNION ALL
-- An act left something behind, but for imports and mappings of listings, which may find that all is as it was.
SELECT concat_ws(' ', 'posting', p.posting_id, 'by', p.command, 'did nothing')
FROM posting p
WHERE p.document_id IS NULL AND p.undoes IS NULL AND p.command NOT LIKE 'import%'
  AND p.command NOT IN ('channel map', 'setup', 'certificate import')
  AND NOT EXISTS (SELECT FROM document d WHERE d.posting_id = p.posting_id)
  AND NOT EXISTS (SELECT FROM stock_move m WHERE m.posting_id = p.posting_id)
  AND NOT EXISTS (SELECT FROM (
    SELECT posting_id FROM transfer_end
    UNION ALL SELECT count_id FROM stock_count
    UNION ALL SELECT ended_by FROM stock_count
    UNION ALL SELECT posting_id FROM stock_count_line
    UNION ALL SELECT posting_id FROM shortage_settled
    UNION ALL SELECT posting_id FROM supplier_payment
    UNION ALL SELECT posting_id FROM supplier_adjustment
    UNION ALL SELECT posting_id FROM reservation
    UNION ALL SELECT posting_id FROM reservation_end
    UNION ALL SELECT posting_id FROM canteen_order
    UNION ALL SELECT posting_id FROM canteen_order_end
    UNION ALL SELECT posting_id FROM canteen_invoice
    UNION ALL SELECT posting_id FROM agreement_delivery
    UNION ALL SELECT posting_id FROM fair
    UNION ALL SELECT posting_id FROM buyer_payment
    UNION ALL SELECT posting_id FROM statement_answer
    UNION ALL SELECT posting_id FROM weekly_order
    UNION ALL SELECT posting_id FROM reserve_area
    UNION ALL SELECT posting_id FROM reserve_rule
    UNION ALL SELECT posting_id FROM reserve_budget
    UNION ALL SELECT posting_id FROM tourism_visit
    UNION ALL SELECT posting_id FROM supermarket_contract
    UNION ALL SELECT posting_id FROM supermarket_settlement
    UNION ALL SELECT posting_id FROM supermarket_payment
    UNION ALL SELECT posting_id FROM fee_rate
    UNION ALL SELECT posting_id FROM month_nil
    UNION ALL SELECT posting_id FROM month_close
    UNION ALL SELECT posting_id FROM rule_set
    UNION ALL SELECT posting_id FROM duplicate_decision
    UNION ALL SELECT posting_id FROM duplicate_choice
    UNION ALL SELECT posting_id FROM certificate
    UNION ALL SELECT posting_id FROM certificate_end
    UNION ALL SELECT posting_id FROM figure_version
    UNION ALL SELECT posting_id FROM restatement
    UNION ALL SELECT posting_id FROM target
    UNION ALL SELECT ended_by FROM target
    UNION ALL SELECT posting_id FROM person_change
    UNION ALL SELECT posting_id FROM programme_change
    UNION ALL SELECT posting_id FROM approval
    UNION ALL SELECT posting_id FROM approval_end
    UNION ALL SELECT posting_id FROM approval_attempt
    UNION ALL SELECT posting_id FROM approval_rule
    UNION ALL SELECT posting_id FROM livestream_session
    UNION ALL SELECT posting_id FROM seal
  ) f WHERE f.posting_id = p.posting_id)
