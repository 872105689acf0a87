-- What is kept of each row of an after-sale file or a settlement is what was read of it: its digest says so. Equal rows
-- were numbered after they were read. Rows of orders are looked at by claims_are_as_reported; those that one reading
-- read with the same words have come as far as each other.
SELECT concat_ws(' ', 'import', s.file_id, 'row', s.row_no, 'of case', a.platform, a.number,
  'is not what was read') AS example
FROM aftersale_snapshot s
JOIN aftersale a ON a.aftersale_id = s.aftersale_id
WHERE uuid_send(s.digest) <> aftersale_digest(s, a.number, (SELECT g.timezone FROM programme g))
  AND NOT (a.number ~ '#[0-9]+$'
    AND uuid_send(s.digest) =
      aftersale_digest(s, regexp_replace(a.number, '#[0-9]+$', ''), (SELECT g.timezone FROM programme g)))
  OR s.rank <> CASE WHEN s.state = 'open' THEN 1 WHEN s.state = 'nothing' THEN 2 WHEN s.state = 'unknown' THEN 3
    ELSE 4 END
UNION ALL
SELECT concat_ws(' ', 'import', s.file_id, 'row', s.row_no, 'of settlement line', t.source, t.number,
  'is not what was read')
FROM settlement_snapshot s
JOIN settlement t ON t.settlement_id = s.settlement_id
WHERE uuid_send(s.digest) <> settlement_digest(s, t.number, (SELECT g.timezone FROM programme g))
    AND NOT (t.number ~ '#[0-9]+$'
      AND uuid_send(s.digest) =
        settlement_digest(s, regexp_replace(t.number, '#[0-9]+$', ''), (SELECT g.timezone FROM programme g)))
  OR s.day <> business_day(s.settled_at, (SELECT g.timezone FROM programme g), (SELECT g.day_start FROM programme g))
UNION ALL
-- Tens say how far the money is, ones how far the order; of a row that says no time both are 100 less.
SELECT concat_ws(' ', 'profile', w.profile, 'words', w.order_status, w.aftersale_status, w.refund, 'ranks', w.low,
  w.high)
FROM (
  SELECT f.profile, f.reading, s.order_status, s.aftersale_status, s.refund, min(s.low) AS low, max(s.high) AS high,
    min(min(s.low % 10)) OVER of_order AS order_low, max(max(s.high % 10)) OVER of_order AS order_high,
    bool_or(s.undated) AS undated, bool_or(s.refund = 'time_unknown' AND NOT s.undated) AS dated
  FROM (
    SELECT k.file_id, k.order_status, k.aftersale_status, k.refund, k.rank < 0 AS undated, k.paid_at IS NULL AS unpaid,
      min(k.rank + CASE WHEN k.rank < 0 THEN 100 ELSE 0 END) AS low,
      max(k.rank + CASE WHEN k.rank < 0 THEN 100 ELSE 0 END) AS high
    FROM claim_snapshot k
    WHERE NOT k.signed
    GROUP BY k.file_id, k.order_status, k.aftersale_status, k.refund, k.rank < 0, k.paid_at IS NULL
  ) s
  JOIN import_file i ON i.file_id = s.file_id AND i.reading <> ''
  CROSS JOIN LATERAL (SELECT i.profile, split_part(i.reading, '/', 1) AS reading) f
  GROUP BY f.profile, f.reading, s.order_status, s.aftersale_status, s.refund, s.undated OR s.unpaid
  WINDOW of_order AS (PARTITION BY f.profile, f.reading, s.order_status)
) w
WHERE w.low <> w.high OR w.order_low <> w.order_high OR w.dated
  OR w.undated AND w.refund NOT IN ('time_unknown', 'status_unknown')
  OR w.low % 10 > CASE WHEN w.order_status = '' THEN 0 ELSE 5 END
  OR w.refund = 'status_unknown' AND w.low / 10 < 4 AND w.low % 10 <> 0  -- it is the order's word that nobody knows
  OR w.low / 10 NOT BETWEEN CASE WHEN w.refund IN ('full', 'part', 'amount_unknown') THEN 5 ELSE 0 END
    AND CASE WHEN w.refund = 'full' THEN 6 WHEN w.refund = 'none' THEN 3 WHEN w.refund = 'status_unknown' THEN 4
      ELSE 5 END
