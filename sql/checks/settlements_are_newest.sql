-- A settlement line is as its newest live snapshot has it, says whether another one differs, and bears the source and
-- the channel of its files.
SELECT concat_ws(' ', t.source, t.number, 'of order', t.order_no, 'lives by', t.snapshot_id, 'should live by',
  w.snapshot_id) AS example
FROM settlement t
LEFT JOIN settlement_winner w ON w.settlement_id = t.settlement_id
WHERE (t.snapshot_id, t.ledger, t.order_no, t.day, t.amount, t.income, t.refund, t.moved, t.unknown) IS DISTINCT FROM
    (w.snapshot_id, w.ledger, w.order_no, w.day, w.amount, w.income, w.refund, w.moved, w.unknown)
  OR t.differs <> coalesce(w.differs, false) OR t.channel_id <> w.channel_id
UNION ALL
SELECT concat_ws(' ', 'import', f.file_id, 'of', f.platform, 'reports', t.source, t.number)
FROM settlement_snapshot s
JOIN import_file f ON f.file_id = s.file_id
LEFT JOIN settlement t ON t.settlement_id = s.settlement_id
WHERE t.source IS DISTINCT FROM regexp_replace(f.platform, '^.*/', '')
  OR f.state = 'live' AND t.channel_id <> f.channel_id
UNION ALL
SELECT concat_ws(' ', t.source, t.number, 'channel', t.channel_id, 'of no file')
FROM settlement t
WHERE t.snapshot_id IS NULL AND NOT EXISTS (
  SELECT FROM settlement_snapshot s
  JOIN import_file f ON f.file_id = s.file_id
  WHERE s.settlement_id = t.settlement_id AND f.channel_id = t.channel_id)
