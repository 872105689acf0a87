-- What each count found, by product and lot: the last that was counted of it, against the book at that moment, and
-- what the difference costs at the location's average, or did when it was posted.
CREATE OR REPLACE VIEW count_difference AS
SELECT c.count_id, c.location_id, e.product_id, e.lot_id, e.counted, e.book, e.counted - e.book AS difference, e.times,
  CASE WHEN c.state IN ('approved', 'undone') THEN coalesce(m.value, 0.00)
    WHEN h.quantity > 0 THEN round(h.value * (e.counted - e.book) / h.quantity, 2) ELSE 0 END AS value,
  c.state = 'open' AND e.times < 2 AND e.counted <> e.book AND abs(CASE WHEN h.quantity > 0 THEN h.value / h.quantity ELSE p.price END
    * (e.counted - e.book)) > c.recount AS needs_recount
FROM stock_count c
JOIN (
  SELECT DISTINCT ON (l.count_id, l.product_id, l.lot_id) l.count_id, l.product_id, l.lot_id, l.counted, l.book,
    count(*) OVER (PARTITION BY l.count_id, l.product_id, l.lot_id) AS times
  FROM stock_count_line l
  ORDER BY l.count_id, l.product_id, l.lot_id, l.line_no DESC
) e ON e.count_id = c.count_id
JOIN product p ON p.product_id = e.product_id
LEFT JOIN stock_on_hand h ON h.location_id = c.location_id AND h.product_id = e.product_id
LEFT JOIN stock_move m ON m.posting_id = c.ended_by AND m.kind = 'adjust' AND m.product_id = e.product_id
  AND m.lot_id IS NOT DISTINCT FROM e.lot_id;

-- What a count is to count: what is on hand in its scope, by lot where the product is kept so.
CREATE OR REPLACE VIEW count_scope AS
SELECT c.count_id, h.product_id, t.lot_id, coalesce(t.quantity, h.quantity) AS book
FROM stock_count c
JOIN stock_on_hand h ON h.location_id = c.location_id
JOIN product p ON p.product_id = h.product_id AND (c.category = '' OR p.category = c.category)
LEFT JOIN stock_lot t ON p.lots AND t.location_id = h.location_id AND t.product_id = h.product_id
WHERE coalesce(t.quantity, h.quantity) > 0;
