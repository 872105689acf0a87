-- What was on hand at the end of a business day, and what it cost: the sum of the moves recorded up to then. By the time a
-- move was recorded, so that the stock of a past day never changes any more.
CREATE OR REPLACE FUNCTION stock_on_day(day date)
RETURNS TABLE (location_id bigint, product_id bigint, quantity numeric, value numeric)
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT m.location_id, m.product_id, sum(m.quantity), sum(m.value)
  FROM stock_move m
  JOIN posting p ON p.posting_id = m.posting_id
  CROSS JOIN programme g
  WHERE p.recorded_at < (stock_on_day.day + 1 + g.day_start) AT TIME ZONE g.timezone
  GROUP BY m.location_id, m.product_id
  HAVING sum(m.quantity) <> 0 OR sum(m.value) <> 0
$$;
