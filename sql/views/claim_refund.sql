-- What should have gone back of each claim: a row for each day and product, in goods value.
-- The cash that after-sale rows tell of comes first, on the days they say; what the order file tells beyond
-- it went back on the day of the earliest snapshot that shows as much. A refund of part of the cash takes
-- back the same part of the goods value, rounded once and never more than is left; the one that completes
-- it takes what is left, and the quantity. (Design: refunds are kept in goods value.)
CREATE OR REPLACE VIEW claim_refund AS
SELECT d.claim_id, d.part, d.order_no, d.channel_id, d.location_id, d.signed, d.product_id, d.estimated,
  r.day, (r.day + g.day_start) AT TIME ZONE g.timezone AS at, r.file_id,
  r.amount::numeric(14,2) AS amount,
  CASE WHEN r.completes THEN d.quantity ELSE 0 END::numeric(14,3) AS quantity,
  CASE WHEN r.completes THEN d.freight ELSE 0 END AS freight
FROM claim_desired d
CROSS JOIN programme g
CROSS JOIN LATERAL (
  SELECT p.day, max(p.file_id) AS file_id, bool_or(p.completes) AS completes,
    sum(CASE WHEN p.completes THEN d.amount - least(p.goods_before, d.amount)
      WHEN p.cash_before >= d.cash THEN 0
      ELSE least(p.goods, d.amount) - least(p.goods_before, d.amount) END) AS amount
  FROM (
    SELECT b.*, b.cash_now >= d.cash AND (b.cash_before < d.cash OR b.place = 1) AS completes,
      sum(b.goods_alone) OVER (ORDER BY b.place) AS goods,
      sum(b.goods_alone) OVER (ORDER BY b.place) - b.goods_alone AS goods_before
    FROM (
      SELECT c.*, coalesce(round(d.amount * (c.cash_now - c.cash_before) / nullif(d.cash, 0), 2), 0) AS goods_alone
      FROM (
        SELECT e.day, e.file_id, e.place, e.cash_now, coalesce(lag(e.cash_now) OVER (ORDER BY e.place), 0) AS cash_before
        FROM (
          SELECT u.day, u.file_id, row_number() OVER cases AS place, max(least(u.cash, d.cash)) OVER cases AS cash_now
          FROM (
            SELECT business_day(a.back_at, g.timezone, g.day_start) AS day, a.file_id, a.back_at, a.number,
              sum(a.cash) OVER (ORDER BY a.back_at, a.number) AS cash
            FROM aftersale a
            WHERE a.claim_id = d.claim_id AND a.state = 'back'
            UNION ALL
            SELECT business_day(f.effective_at, g.timezone, g.day_start), f.file_id, NULL, NULL, t.cash
            FROM (
              SELECT DISTINCT least(CASE s.refund WHEN 'full' THEN d.cash ELSE s.refunded END, d.cash_told_back) AS cash
              FROM claim_snapshot s
              WHERE s.claim_id = d.claim_id AND s.refund IN ('full', 'part') AND d.cash_told_back IS NOT NULL
                AND (SELECT l.state FROM import_file l WHERE l.file_id = s.file_id) = 'live'
            ) t
            CROSS JOIN LATERAL (
              SELECT s.effective_at, s.file_id
              FROM claim_snapshot s
              WHERE s.claim_id = d.claim_id
                AND CASE s.refund WHEN 'full' THEN d.cash WHEN 'part' THEN s.refunded END >= t.cash
                AND (SELECT l.state FROM import_file l WHERE l.file_id = s.file_id) = 'live'
              ORDER BY s.dated DESC, s.effective_at, s.file_id LIMIT 1
            ) f
          ) u
          WINDOW cases AS (ORDER BY u.back_at NULLS LAST, u.number, u.cash)
        ) e
      ) c
    ) b
  ) p
  GROUP BY p.day
) r
WHERE d.returned AND (r.amount <> 0 OR r.completes AND d.quantity <> 0);
