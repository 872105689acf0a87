CREATE OR REPLACE VIEW stock_age AS
WITH came AS (
  SELECT m.location_id, m.product_id, p.recorded_at, m.quantity, h.quantity AS on_hand,
    sum(m.quantity) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.posting_id DESC, m.move_no DESC) AS upto
  FROM stock_on_hand h
  JOIN stock_move m ON m.location_id = h.location_id AND m.product_id = h.product_id
  JOIN posting p ON p.posting_id = m.posting_id
  WHERE h.quantity > 0 AND NOT h.lots AND m.quantity > 0
    AND (m.kind IN ('receive', 'arrive', 'build', 'adjust') OR m.kind = 'return' AND m.document_id IS NULL)
    AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = m.posting_id)
), piece AS (
  SELECT c.location_id, c.product_id, c.recorded_at, least(c.on_hand, c.upto) - (c.upto - c.quantity) AS quantity
  FROM came c WHERE c.upto - c.quantity < c.on_hand
  UNION ALL
  SELECT t.location_id, t.product_id, f.recorded_at, t.quantity
  FROM stock_lot t
  JOIN (
    SELECT m.lot_id, min(p.recorded_at) AS recorded_at
    FROM stock_move m JOIN posting p ON p.posting_id = m.posting_id
    WHERE m.lot_id IS NOT NULL AND m.quantity > 0
    GROUP BY m.lot_id
  ) f ON f.lot_id = t.lot_id
  WHERE t.quantity > 0
), aged AS (
  SELECT p.location_id, p.product_id, p.quantity,
    business_day(now(), g.timezone, g.day_start) - business_day(p.recorded_at, g.timezone, g.day_start) AS age
  FROM piece p CROSS JOIN programme g
), summed AS (
  SELECT a.location_id, a.product_id, coalesce(sum(a.quantity) FILTER (WHERE a.age <= 30), 0) AS to_30,
    coalesce(sum(a.quantity) FILTER (WHERE a.age <= 90), 0) AS to_90,
    coalesce(sum(a.quantity) FILTER (WHERE a.age <= 180), 0) AS to_180
  FROM aged a GROUP BY a.location_id, a.product_id
)
SELECT h.location_id, h.product_id, h.quantity, h.value, s.to_30 AS quantity_30, s.to_90 - s.to_30 AS quantity_90,
  s.to_180 - s.to_90 AS quantity_180, h.quantity - s.to_180 AS quantity_older,
  cut_of(h.value, s.to_30, h.quantity) AS value_30,
  cut_between(h.value, s.to_30, s.to_90, h.quantity) AS value_90,
  cut_between(h.value, s.to_90, s.to_180, h.quantity) AS value_180,
  cut_between(h.value, s.to_180, h.quantity, h.quantity) AS value_older
FROM stock_on_hand h
JOIN summed s ON s.location_id = h.location_id AND s.product_id = h.product_id
WHERE h.quantity > 0;
COMMENT ON VIEW stock_age IS
  'What is on hand by age, in days since it came: of a lot, since the lot first came anywhere; of what is not kept '
  'by lot, the newest receipts of the location are taken to be what is still there. The value is cut at rounded '
  'places, so that the ages add up to it.';
