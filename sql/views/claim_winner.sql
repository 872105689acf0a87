-- Which snapshot of live files wins of each order line: what was sold is said by an exact one before an estimated
-- share, then by the newest; how it stands, by the newest. A maximum, so that the order of files does not matter.
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
