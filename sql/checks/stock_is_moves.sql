-- What is on hand, and what it cost, is the sum of the moves, and never negative.
SELECT concat_ws(' ', 'location', coalesce(h.location_id, m.location_id), 'product',
  coalesce(h.product_id, m.product_id),
  'kept', h.quantity, h.value, 'moves', m.quantity, m.value) AS example
FROM stock_on_hand h
FULL JOIN (SELECT location_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM stock_move
           GROUP BY location_id, product_id) m
  ON m.location_id = h.location_id AND m.product_id = h.product_id
WHERE (coalesce(h.quantity, 0), coalesce(h.value, 0)) <> (coalesce(m.quantity, 0), coalesce(m.value, 0))
  OR h.quantity < 0
