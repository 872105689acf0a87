-- Of a product kept by lot, the lots of a location add up to what is on hand, and each is the sum of its moves.
SELECT concat_ws(' ', 'location', h.location_id, 'product', h.product_id, 'on hand', h.quantity, 'lots', t.quantity)
  AS example
FROM stock_on_hand h
JOIN product p ON p.product_id = h.product_id
LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM stock_lot GROUP BY location_id, product_id) t
  ON t.location_id = h.location_id AND t.product_id = h.product_id
WHERE h.lots <> p.lots OR CASE WHEN p.lots THEN h.quantity ELSE 0 END <> coalesce(t.quantity, 0)
UNION ALL
SELECT concat_ws(' ', 'location', t.location_id, 'lot', t.lot_id, 'kept', t.quantity, 'moves', m.quantity)
FROM stock_lot t
JOIN lot l ON l.lot_id = t.lot_id
LEFT JOIN (SELECT location_id, lot_id, sum(quantity) AS quantity FROM stock_move WHERE lot_id IS NOT NULL
           GROUP BY location_id, lot_id) m ON m.location_id = t.location_id AND m.lot_id = t.lot_id
WHERE t.quantity <> coalesce(m.quantity, 0) OR l.product_id <> t.product_id
