-- What is on hand, by location and product: with its value at cost, what of it is promised, what is on its way there, how
-- many days it lasts at the pace of the last 28 days that something of it was sold, and what must be left.
CREATE OR REPLACE VIEW stock_level AS
SELECT location_id, product_id, coalesce(h.quantity, 0) AS quantity, coalesce(h.value, 0.00) AS value,
  coalesce(r.quantity, 0) AS reserved, coalesce(t.quantity, 0) AS in_transit,
  CASE WHEN s.quantity > 0 THEN floor(coalesce(h.quantity, 0) * 28 / s.quantity) END AS days,
  coalesce(n.quantity, 0) AS minimum,
  coalesce(h.quantity, 0) - coalesce(r.quantity, 0) < coalesce(n.quantity, 0) AS is_low
FROM stock_on_hand h
FULL JOIN stock_minimum n USING (location_id, product_id)
FULL JOIN reserved r USING (location_id, product_id)
FULL JOIN (
  SELECT o.to_location AS location_id, o.product_id, sum(o.quantity) AS quantity
  FROM transfer_open o GROUP BY o.to_location, o.product_id
) t USING (location_id, product_id)
LEFT JOIN (
  SELECT m.location_id, m.product_id, -sum(m.quantity) AS quantity
  FROM stock_move m
  JOIN posting p ON p.posting_id = m.posting_id
  WHERE m.kind IN ('issue', 'settle', 'cancel', 'return') AND p.recorded_at > now() - interval '28 days'
    -- Older moves are not even looked at: numbers are given out in the order of time, but for a moment.
    AND m.posting_id > coalesce((SELECT max(f.posting_id) FROM posting f WHERE f.recorded_at < now() - interval '29 days'), 0)
  GROUP BY m.location_id, m.product_id
) s USING (location_id, product_id);
