-- Where less is free (on hand, and not promised) than must be left. From the few that have a minimum or are promised, so
-- that a till may ask after each sale.
CREATE OR REPLACE VIEW stock_low AS
SELECT w.location_id, w.product_id, coalesce(h.quantity, 0) AS quantity, w.reserved, w.minimum
FROM (
  SELECT location_id, product_id, coalesce(r.quantity, 0) AS reserved, coalesce(n.quantity, 0) AS minimum
  FROM stock_minimum n
  FULL JOIN reserved r USING (location_id, product_id)
) w
LEFT JOIN stock_on_hand h ON h.location_id = w.location_id AND h.product_id = w.product_id
WHERE coalesce(h.quantity, 0) - w.reserved < w.minimum;
