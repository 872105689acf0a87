-- The after-sale cases that take nothing back yet, or not all they say, and why: their order is not there, their item
-- names several lines of it, their status is a word that nobody knows, or more went back than was paid. `over` is the
-- cash that finds nothing to take back.
CREATE OR REPLACE VIEW aftersale_waiting AS
SELECT a.aftersale_id, a.cash AS over,
  CASE
    WHEN a.state = 'unknown' THEN 'status_unknown'
    WHEN EXISTS (SELECT FROM claim c
      WHERE c.order_no = a.order_no AND c.platform = a.platform AND c.value_id IS NOT NULL) THEN 'line_unknown'
    ELSE 'order_unknown'
  END AS rule
FROM aftersale a
WHERE a.state = 'unknown' OR a.state = 'back' AND a.claim_id IS NULL
UNION ALL
SELECT o.aftersale_id, least(o.cash, o.upto - o.paid), 'refund_over'
FROM (
  SELECT a.aftersale_id, a.cash, coalesce(v.cash, v.goods) AS paid,
    sum(a.cash) OVER (PARTITION BY a.claim_id ORDER BY a.back_at, a.number) AS upto
  FROM aftersale a
  JOIN claim c ON c.claim_id = a.claim_id
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id
  WHERE a.state = 'back'
) o
WHERE o.upto > o.paid AND o.cash > 0;
