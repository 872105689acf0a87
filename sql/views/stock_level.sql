-- What is on hand, by location and product: with its value at cost, what is on its way there, and how many days it lasts
-- at the pace of the last 28 days that something of it left.
CREATE OR REPLACE VIEW stock_level AS
SELECT h.location_id, h.product_id, h.quantity, h.value, coalesce(t.quantity, 0) AS in_transit,
  CASE WHEN s.quantity > 0 THEN floor(h.quantity * 28 / s.quantity) END AS days
FROM stock_on_hand h
LEFT JOIN (SELECT to_location, product_id, sum(quantity) AS quantity FROM transfer_open GROUP BY to_location, product_id) t
  ON t.to_location = h.location_id AND t.product_id = h.product_id
LEFT JOIN (
  SELECT m.location_id, m.product_id, -sum(m.quantity) AS quantity
  FROM stock_move m
  JOIN posting p ON p.posting_id = m.posting_id
  WHERE m.kind IN ('issue', 'cancel', 'return') AND p.recorded_at > now() - interval '28 days'
  GROUP BY m.location_id, m.product_id
) s ON s.location_id = h.location_id AND s.product_id = h.product_id;
