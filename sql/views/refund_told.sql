-- What is told of the cash that went back of each claim, so much in all on each day (`upto`): by its after-sale cases,
-- and by its order file on the day of the earliest live snapshot that shows as much.
CREATE OR REPLACE VIEW refund_told AS
SELECT t.claim_id, t.upto, business_day(t.at, g.timezone, g.day_start) AS day, t.file_id, t.back_at, t.number
FROM (
  SELECT a.claim_id, a.back_at AS at, a.file_id, a.back_at, a.number,
    sum(a.cash) OVER (PARTITION BY a.claim_id ORDER BY a.back_at, a.number) AS upto
  FROM aftersale a
  WHERE a.claim_id IS NOT NULL AND a.state = 'back'
  UNION ALL
  SELECT o.claim_id, o.effective_at, o.file_id, NULL, NULL, o.upto
  FROM (
    SELECT DISTINCT ON (l.claim_id, l.upto) l.claim_id, l.upto, f.effective_at, f.file_id
    FROM (
      SELECT DISTINCT s.claim_id, d.cash,
        least(CASE s.refund WHEN 'full' THEN d.cash ELSE s.refunded END, d.cash_told_back) AS upto
      FROM claim_snapshot s
      JOIN import_file i ON i.file_id = s.file_id AND i.state = 'live'
      JOIN claim_desired d ON d.claim_id = s.claim_id AND d.part = 1
      WHERE s.refund IN ('full', 'part') AND d.cash_told_back IS NOT NULL
    ) l
    JOIN claim_snapshot f ON f.claim_id = l.claim_id
      AND CASE f.refund WHEN 'full' THEN l.cash WHEN 'part' THEN f.refunded END >= l.upto
    JOIN import_file i ON i.file_id = f.file_id AND i.state = 'live'
    ORDER BY l.claim_id, l.upto, f.dated DESC, f.effective_at, f.file_id
  ) o
) t
CROSS JOIN programme g;
