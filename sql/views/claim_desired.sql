-- What each claim should have posted: the sale its live snapshots tell of, and whether all of it went back.
-- An estimated share of an order is dropped as soon as the order has exact lines.
CREATE OR REPLACE VIEW claim_desired AS
SELECT c.claim_id, c.order_no, c.channel_id, h.ships_from AS location_id, v.file_id,
  s.paid_at, business_day(s.paid_at, g.timezone, g.day_start) AS day,
  l.product_id, coalesce(v.quantity * l.quantity, 0)::numeric(14,3) AS quantity,
  v.goods AS amount, v.freight, NOT v.exact AS estimated,
  pending_rule_of(s.refund, l.product_id, v.quantity) AS pending_rule,
  s.refund = 'full' AS refunded, c.refund_day,
  (c.refund_day + g.day_start) AT TIME ZONE g.timezone AS refund_at
FROM claim c
JOIN claim_snapshot v ON v.snapshot_id = c.value_id
JOIN claim_snapshot s ON s.snapshot_id = c.status_id
JOIN listing l ON l.listing_id = v.listing_id
JOIN channel h ON h.channel_id = c.channel_id
CROSS JOIN programme g
WHERE s.paid_at IS NOT NULL
  AND NOT (c.estimated AND EXISTS (
    SELECT FROM claim e
    WHERE e.platform = c.platform AND e.order_no = c.order_no AND e.value_id IS NOT NULL AND NOT e.estimated));
