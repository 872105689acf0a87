-- What is open of an order is what was ordered less what was delivered; a delivery is accepted once, and what became of
-- it adds up: sold, refused and lost, in goods and at cost; its sale is worth what was accepted at the agreed price.
SELECT concat_ws(' ', 'order', l.posting_id, 'line', l.line_no, 'ordered', l.quantity, 'delivered',
  coalesce(d.quantity, 0), 'open', l.open) AS example
FROM canteen_order_line l
LEFT JOIN canteen_delivered d ON d.order_id = l.posting_id AND d.product_id = l.product_id
LEFT JOIN posting u ON u.undoes = l.posting_id
LEFT JOIN (SELECT DISTINCT e.order_id FROM canteen_order_end e
           WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = e.posting_id)) e ON e.order_id = l.posting_id
WHERE l.open <> CASE WHEN u.posting_id IS NULL AND e.order_id IS NULL THEN l.quantity - coalesce(d.quantity, 0)
  ELSE 0 END OR d.quantity > l.quantity
UNION ALL
SELECT concat_ws(' ', 'order', o.posting_id, 'without its lines')
FROM canteen_order o WHERE NOT EXISTS (SELECT FROM canteen_order_line l WHERE l.posting_id = o.posting_id)
UNION ALL
SELECT concat_ws(' ', 'order', l.posting_id, 'lines', count(*), 'the last is', max(l.line_no))
FROM canteen_order_line l GROUP BY l.posting_id HAVING count(*) <> max(l.line_no)
UNION ALL
SELECT concat_ws(' ', 'delivery', coalesce(d.posting_id, m.posting_id), 'moved', m.quantity, 'at', m.location_id,
  'of order', d.order_id)
FROM canteen_delivery d
FULL JOIN (SELECT * FROM stock_move WHERE kind = 'deliver') m ON m.posting_id = d.posting_id
LEFT JOIN canteen_order o ON o.posting_id = d.order_id AND o.location_id = m.location_id
LEFT JOIN canteen_order_line l ON l.posting_id = d.order_id AND l.product_id = m.product_id
WHERE o.posting_id IS NULL OR l.posting_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'delivery', a.delivery_id, 'accepted', count(*), 'times')
FROM canteen_acceptance_standing a GROUP BY a.delivery_id HAVING count(*) > 1
UNION ALL
SELECT concat_ws(' ', 'acceptance', i.acceptance_id, 'invoiced', count(*), 'times, stands',
  bool_and(a.posting_id IS NOT NULL))
FROM canteen_invoice_standing i
LEFT JOIN canteen_acceptance_standing a ON a.posting_id = i.acceptance_id
GROUP BY i.acceptance_id HAVING count(*) > 1 OR count(a.posting_id) = 0
UNION ALL
SELECT concat_ws(' ', 'invoice', i.number, 'by', min(i.posting_id), 'and', max(i.posting_id))
FROM canteen_invoice_standing i GROUP BY i.number HAVING min(i.posting_id) <> max(i.posting_id)
UNION ALL
-- What an acceptance says of a line is what its posting moved; at cost it moved what the delivery had.
SELECT concat_ws(' ', 'acceptance', coalesce(s.posting_id, m.posting_id), 'product',
  coalesce(s.product_id, m.product_id), 'delivered', s.delivered, 'accepted', s.accepted, 'refused', s.refused,
  'moved', m.delivered, m.accepted, m.refused)
FROM (
  SELECT l.posting_id, n.product_id, l.delivered, l.accepted, l.refused, d.quantity AS out, d.value
  FROM canteen_acceptance_line l
  JOIN canteen_acceptance a ON a.posting_id = l.posting_id
  JOIN canteen_delivery y ON y.posting_id = a.delivery_id
  LEFT JOIN canteen_order_line n ON n.posting_id = y.order_id AND n.line_no = l.line_no
  LEFT JOIN (SELECT posting_id, product_id, -sum(quantity) AS quantity, -sum(value) AS value FROM stock_move
             WHERE kind = 'deliver' GROUP BY posting_id, product_id) d
    ON d.posting_id = y.posting_id AND d.product_id = n.product_id
) s
FULL JOIN (
  SELECT v.posting_id, v.product_id, sum(v.quantity) FILTER (WHERE v.kind IN ('accept', 'refuse')) AS delivered,
    coalesce(-sum(v.quantity) FILTER (WHERE v.kind = 'issue'), 0) AS accepted,
    coalesce(sum(v.quantity) FILTER (WHERE v.kind = 'refuse'), 0) AS refused,
    coalesce(-sum(v.quantity) FILTER (WHERE v.kind = 'waste'), 0) AS lost,
    sum(v.value) FILTER (WHERE v.kind IN ('accept', 'refuse')) AS value,
    coalesce(sum(v.value) FILTER (WHERE v.kind IN ('accept', 'waste', 'issue')), 0) AS rest
  FROM stock_move v
  WHERE v.posting_id IN (SELECT w.posting_id FROM stock_move w WHERE w.kind IN ('accept', 'refuse'))
    AND v.kind IN ('accept', 'refuse', 'issue', 'waste')
  GROUP BY v.posting_id, v.product_id
) m ON m.posting_id = s.posting_id AND m.product_id = s.product_id
WHERE (s.delivered, s.accepted, s.refused, s.delivered - s.accepted - s.refused, s.out, s.value, 0) IS DISTINCT FROM
  (m.delivered, m.accepted, m.refused, m.lost, m.delivered, m.value, m.rest)
UNION ALL
-- The sale of what was accepted: whose, where, for how much, on account, and on which of the two days.
SELECT concat_ws(' ', 'acceptance', a.posting_id, 'document', a.document_id, 'total', d.total, 'agreed', l.amount)
FROM canteen_acceptance a
JOIN canteen_delivery y ON y.posting_id = a.delivery_id
JOIN canteen_order o ON o.posting_id = y.order_id
LEFT JOIN document d ON d.document_id = a.document_id
LEFT JOIN (
  SELECT s.posting_id, sum(canteen_amount(n.price, s.accepted, n.quantity, n.entered_quantity)) AS amount
  FROM canteen_acceptance_line s
  JOIN canteen_acceptance b ON b.posting_id = s.posting_id
  JOIN canteen_delivery e ON e.posting_id = b.delivery_id
  JOIN canteen_order_line n ON n.posting_id = e.order_id AND n.line_no = s.line_no
  WHERE s.accepted > 0
  GROUP BY s.posting_id
) l ON l.posting_id = a.posting_id
WHERE (a.document_id IS NULL) <> (l.amount IS NULL) OR a.document_id IS NOT NULL AND (
  (d.posting_id, d.total, d.receivable, d.buyer_id, d.channel_id, d.location_id) IS DISTINCT FROM
    (a.posting_id, l.amount, l.amount, o.buyer_id, o.channel_id, o.location_id)
  OR ((d.day, d.at) IN ((a.day, a.at), (y.day, y.at))) IS NOT TRUE)
