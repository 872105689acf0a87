-- What the pace towards a target is reckoned from: what each channel counted day by day, how far its files reach, and
-- after how many days goods of it come back.

CREATE OR REPLACE FUNCTION pace_channels(today date)
RETURNS TABLE (code text, name text, known_until date, days date[], amounts numeric[], pending numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT c.code, c.name, CASE WHEN f.channel_id IS NULL THEN today ELSE least(today, greatest(f.snapshot, s.last)) END,
    coalesce(s.days, '{}'), coalesce(s.amounts, '{}'), coalesce(s.pending, 0.00)
  FROM channel c
  LEFT JOIN (
    SELECT d.channel_id, array_agg(d.day ORDER BY d.day) AS days, array_agg(d.counted ORDER BY d.day) AS amounts,
      max(d.day) AS last, sum(d.pending) AS pending
    FROM (
      SELECT b.channel_id, b.day, sum(b.counted) AS counted, sum(b.pending) AS pending
      FROM daily_bridge b WHERE b.day <= today
      GROUP BY b.channel_id, b.day
    ) d
    GROUP BY d.channel_id
  ) s ON s.channel_id = c.channel_id
  LEFT JOIN (
    SELECT i.channel_id, max(business_day(i.snapshot_at, g.timezone, g.day_start)) AS snapshot
    FROM import_file i CROSS JOIN programme g
    WHERE i.state = 'live'
    GROUP BY i.channel_id
  ) f ON f.channel_id = c.channel_id
  WHERE s.channel_id IS NOT NULL OR f.channel_id IS NOT NULL
  ORDER BY c.code;
END $$;
COMMENT ON FUNCTION pace_channels IS
  'What each channel counted on which days up to today, and what is pending of it, in yuan; and until which day it is '
  'known: its newest snapshot or sale where it has files, else today.';

CREATE OR REPLACE FUNCTION pace_returns(today date)
RETURNS TABLE (code text, gross numeric, delays integer[], amounts numeric[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT c.code, s.gross, coalesce(r.delays, '{}'), coalesce(r.amounts, '{}')
  FROM (
    SELECT d.channel_id, sum(d.gross) AS gross
    FROM daily_document d
    WHERE d.day > today - 365 AND d.day <= today
    GROUP BY d.channel_id
  ) s
  JOIN channel c ON c.channel_id = s.channel_id
  LEFT JOIN (
    SELECT b.channel_id, array_agg(b.delay ORDER BY b.delay) AS delays, array_agg(b.amount ORDER BY b.delay) AS amounts
    FROM (
      SELECT l.channel_id, greatest(0, l.day - o.day) AS delay, -sum(l.amount) AS amount
      FROM line l
      JOIN line o ON o.document_id = l.of_document AND o.line_no = l.of_line
      WHERE l.side = 'refund' AND l.judged IS NULL AND l.day > today - 365 AND l.day <= today
      GROUP BY l.channel_id, greatest(0, l.day - o.day)
    ) b
    WHERE b.amount > 0
    GROUP BY b.channel_id
  ) r ON r.channel_id = s.channel_id;
END $$;
COMMENT ON FUNCTION pace_returns IS
  'What each channel sold in the last 365 days, and what was refunded of it after how many days, in yuan.';
