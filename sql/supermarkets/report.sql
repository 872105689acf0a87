-- What supermarkets sold, settled and paid: three amounts that are never one; and what stands on their shelves.

CREATE OR REPLACE FUNCTION supermarket_months(first_day date, last_day date) RETURNS TABLE (
  channel_id bigint, month date, till numeric, settled numeric, due numeric, paid numeric, unsettled numeric,
  estimated boolean)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT l.channel_id, date_trunc('month', l.day::timestamp)::date, sum(l.goods - l.back),
    coalesce(sum(c.settled), 0.00), coalesce(sum(c.due), 0.00), coalesce(sum(c.paid), 0.00),
    coalesce(sum(l.goods - l.back) FILTER (WHERE c.claim_id IS NULL), 0.00), bool_or(k.estimated)
  FROM supermarket_sale l
  JOIN claim k ON k.claim_id = l.claim_id
  LEFT JOIN supermarket_cut_paid c ON c.claim_id = l.claim_id
  WHERE l.day BETWEEN first_day AND last_day
  GROUP BY l.channel_id, date_trunc('month', l.day::timestamp);
END $$;
COMMENT ON FUNCTION supermarket_months IS
  'By supermarket and month of the day: till sales by its sheets less what went back, what of them was settled, is due '
  'after deductions and was paid, and what no settlement covers, in yuan; estimated where a sheet of several months '
  'without days was cut by calendar days.';

CREATE OR REPLACE FUNCTION supermarket_shelf(channel_code text) RETURNS TABLE (
  product_id bigint, sent numeric, returned numeric, sold numeric, otherwise numeric, expected numeric,
  counted numeric, on_hand numeric, short numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  shelf bigint := (SELECT c.ships_from FROM channel c WHERE c.channel_id = supermarket_of(channel_code));
BEGIN
  IF shelf IS NULL THEN
    PERFORM refuse('supermarket_shelf_missing', jsonb_build_object('code', channel_code));
  END IF;
  RETURN QUERY
  SELECT m.product_id, m.sent, m.returned, m.sold, m.otherwise, m.sent - m.returned - m.sold + m.otherwise, m.counted,
    m.sent - m.returned - m.sold + m.otherwise + m.counted, coalesce(s.short, 0)
  FROM (
    SELECT v.product_id, coalesce(sum(v.quantity) FILTER (WHERE v.kind IN ('arrive', 'receive')), 0) AS sent,
      coalesce(-sum(v.quantity) FILTER (WHERE v.kind = 'send'), 0) AS returned,
      coalesce(-sum(v.quantity) FILTER (WHERE v.kind IN ('issue', 'cancel', 'return', 'settle')), 0) AS sold,
      coalesce(sum(v.quantity) FILTER (WHERE v.kind NOT IN ('arrive', 'receive', 'send', 'issue', 'cancel', 'return',
        'settle', 'adjust')), 0) AS otherwise,
      coalesce(sum(v.quantity) FILTER (WHERE v.kind = 'adjust'), 0) AS counted
    FROM (
      SELECT m.product_id, m.quantity, coalesce(o.kind, m.kind) AS kind
      FROM stock_move m
      LEFT JOIN posting p ON p.posting_id = m.posting_id AND m.kind = 'undo'
      LEFT JOIN LATERAL (
        SELECT o.kind FROM stock_move o
        WHERE o.posting_id = p.undoes AND o.location_id = m.location_id AND o.product_id = m.product_id
        ORDER BY o.move_no LIMIT 1
      ) o ON true
      WHERE m.location_id = shelf
    ) v
    GROUP BY v.product_id
  ) m
  LEFT JOIN (
    SELECT h.product_id, sum(h.quantity) AS short FROM shortage_open h WHERE h.location_id = shelf GROUP BY h.product_id
  ) s ON s.product_id = m.product_id
  UNION ALL
  SELECT h.product_id, 0, 0, 0, 0, 0, 0, 0, sum(h.quantity)
  FROM shortage_open h
  WHERE h.location_id = shelf AND NOT EXISTS (
    SELECT FROM stock_move m WHERE m.location_id = shelf AND m.product_id = h.product_id)
  GROUP BY h.product_id;
END $$;
COMMENT ON FUNCTION supermarket_shelf IS
  'What of each product stands on a supermarket''s shelf, in base units: sent - returned - sold + otherwise = '
  'expected; and the difference that counts found there, what is there by the books now, and what its sheets sold '
  'beyond what was there. Raises supermarket_shelf_missing.';
