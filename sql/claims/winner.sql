-- Which snapshot wins: the one place where it is decided which row of which file a claim or a case goes by.

CREATE OR REPLACE VIEW claim_winner AS
SELECT s.claim_id,
  (array_agg(s.snapshot_id ORDER BY s.exact DESC, s.effective_at DESC, s.rank DESC, s.digest DESC,
    s.snapshot_id) FILTER (WHERE f.state = 'live'))[1] AS value_id,
  (array_agg(s.snapshot_id ORDER BY s.effective_at DESC, s.rank DESC, s.exact DESC, s.digest DESC,
    s.snapshot_id) FILTER (WHERE f.state = 'live'))[1] AS status_id,
  coalesce(NOT bool_or(s.exact) FILTER (WHERE f.state = 'live'), false) AS estimated,
  min(f.channel_id) FILTER (WHERE f.state = 'live') AS channel_id
FROM claim_snapshot s
LEFT JOIN import_file f ON f.file_id = s.file_id
GROUP BY s.claim_id;
COMMENT ON VIEW claim_winner IS
  'Which snapshot of live files wins of each order line: what was sold is said by an exact one before an estimated '
  'share, then by the newest; how it stands, by the newest. A maximum, so that the order of files does not matter.';

CREATE OR REPLACE VIEW aftersale_winner AS
SELECT DISTINCT ON (s.aftersale_id) s.aftersale_id, s.snapshot_id, s.file_id, s.line_no, s.item, s.state,
  s.cash, f.channel_id,
  coalesce(s.back_at, min(s.effective_at) FILTER (WHERE s.state = 'back' AND s.dated) OVER of_case,
    min(s.effective_at) FILTER (WHERE s.state = 'back') OVER of_case, s.effective_at) AS back_at
FROM aftersale_snapshot s
JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
WINDOW of_case AS (PARTITION BY s.aftersale_id)
ORDER BY s.aftersale_id, s.effective_at DESC, s.rank DESC, s.digest DESC, s.snapshot_id;
COMMENT ON VIEW aftersale_winner IS
  'Which snapshot of live files wins of each after-sale case, the newest, and when the money went back: as it says, '
  'else by the earliest dated snapshot that shows it. Cases of which no file lives have no row.';
