CREATE OR REPLACE VIEW stock_level AS
SELECT location_id, product_id, coalesce(h.quantity, 0) AS quantity, coalesce(h.value, 0.00) AS value,
  coalesce(b.reserved, 0) AS reserved, coalesce(b.in_transit, 0) AS in_transit,
  coalesce(b.with_buyers, 0) AS with_buyers,
  CASE WHEN b.sold > 0 THEN floor(coalesce(h.quantity, 0) * 28 / b.sold) END AS days,
  coalesce(b.minimum, 0) AS minimum,
  coalesce(h.quantity, 0) - coalesce(b.reserved, 0) < coalesce(b.minimum, 0) AS is_low
FROM stock_on_hand h
FULL JOIN (
  SELECT a.location_id, a.product_id, sum(a.quantity) FILTER (WHERE a.what = 'minimum') AS minimum,
    sum(a.quantity) FILTER (WHERE a.what = 'reserved') AS reserved,
    sum(a.quantity) FILTER (WHERE a.what = 'in_transit') AS in_transit,
    sum(a.quantity) FILTER (WHERE a.what = 'with_buyers') AS with_buyers,
    sum(a.quantity) FILTER (WHERE a.what = 'sold') AS sold
  FROM (
    SELECT 'minimum' AS what, n.location_id, n.product_id, n.quantity FROM stock_minimum n
    UNION ALL
    SELECT 'reserved', r.location_id, r.product_id, r.quantity FROM reserved r
    UNION ALL
    SELECT 'in_transit', o.to_location, o.product_id, o.quantity FROM transfer_open o
    UNION ALL
    SELECT 'with_buyers', w.location_id, w.product_id, w.quantity FROM canteen_out w
    UNION ALL
    SELECT 'sold', m.location_id, m.product_id, -m.quantity
    FROM stock_move m
    JOIN posting p ON p.posting_id = m.posting_id
    WHERE (m.kind IN ('issue', 'settle', 'cancel', 'return', 'duplicate')
        OR m.kind = 'undo' AND m.document_id IS NOT NULL)
      AND p.recorded_at > now() - interval '28 days'
      -- Older moves are not even looked at: numbers are given out in the order of time, but for a moment.
      AND m.posting_id > coalesce((SELECT max(f.posting_id) FROM posting f
        WHERE f.recorded_at < now() - interval '29 days'), 0)
  ) a
  GROUP BY a.location_id, a.product_id
) b USING (location_id, product_id);
COMMENT ON VIEW stock_level IS
  'What is on hand, by location and product: with its value at cost, what of it is promised, what is in transit '
  'there, what left it for buyers that have not accepted it yet, how many days it lasts at the pace of the last 28 '
  'days that something of it was sold, and what must be left. One join: what stands beside the quantity on hand is '
  'put together first, for there is little of it.';

CREATE OR REPLACE VIEW stock_low AS
SELECT w.location_id, w.product_id, coalesce(h.quantity, 0) AS quantity, w.reserved, w.minimum
FROM (
  SELECT location_id, product_id, coalesce(r.quantity, 0) AS reserved, coalesce(n.quantity, 0) AS minimum
  FROM stock_minimum n
  FULL JOIN reserved r USING (location_id, product_id)
) w
LEFT JOIN stock_on_hand h ON h.location_id = w.location_id AND h.product_id = w.product_id
WHERE coalesce(h.quantity, 0) - w.reserved < w.minimum;
COMMENT ON VIEW stock_low IS
  'Where less is free (on hand, and not promised) than must be left. From the few that have a minimum or are '
  'promised, so that a till may ask after each sale.';

CREATE OR REPLACE FUNCTION stock_on_day(day date)
RETURNS TABLE (location_id bigint, product_id bigint, quantity numeric, value numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT m.location_id, m.product_id, sum(m.quantity), sum(m.value)
  FROM stock_move m
  JOIN posting p ON p.posting_id = m.posting_id
  CROSS JOIN programme g
  WHERE p.recorded_at < (stock_on_day.day + 1 + g.day_start) AT TIME ZONE g.timezone
  GROUP BY m.location_id, m.product_id
  HAVING sum(m.quantity) <> 0 OR sum(m.value) <> 0;
END $$;
COMMENT ON FUNCTION stock_on_day IS
  'What was on hand at the end of a business day, and what it cost: the sum of the moves recorded up to then. By the '
  'time a move was recorded, so that the stock of a past day never changes any more.';
