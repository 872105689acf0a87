-- Every order line lives by the snapshots that win of those of live files, goes to the province that the newest of
-- them says, and bears the channel that its files bear.
SELECT concat_ws(' ', c.platform, c.order_no, c.line_no, 'lives by', c.value_id, c.status_id,
  c.province, 'should live by', w.value_id, w.status_id, w.province) AS example
FROM claim c
JOIN claim_winner w ON w.claim_id = c.claim_id
  AND w.claim_id = ANY (ARRAY(  -- a claim's only snapshot wins
    SELECT s.claim_id
    FROM claim_snapshot s
    LEFT JOIN claim o ON o.claim_id = s.claim_id AND o.value_id = s.snapshot_id AND o.status_id = s.snapshot_id
      AND o.estimated <> s.exact AND o.province IS NOT DISTINCT FROM s.province
    LEFT JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live' AND f.channel_id = o.channel_id
    WHERE f.file_id IS NULL))
WHERE (c.value_id, c.status_id, c.estimated, c.province) IS DISTINCT FROM
    (w.value_id, w.status_id, w.estimated, w.province)
  OR c.channel_id <> w.channel_id
UNION ALL
-- A file that lives again may do so in another channel than that of the listings that it was first read with.
SELECT concat_ws(' ', 'import', f.file_id, 'of', f.platform, 'channel', f.channel_id, 'reports', c.platform,
  c.order_no, c.line_no, 'channel', c.channel_id, 'listing of channel', l.channel_id)
FROM claim_snapshot s
JOIN import_file f ON f.file_id = s.file_id
JOIN claim c ON c.claim_id = s.claim_id
LEFT JOIN listing l ON l.listing_id = s.listing_id
WHERE c.platform <> f.platform OR f.state = 'live' AND c.channel_id <> f.channel_id
  OR l.channel_id <> f.channel_id
    AND NOT EXISTS (SELECT FROM import_turn t WHERE t.file_id = f.file_id AND t.state = 'live')
UNION ALL
SELECT concat_ws(' ', 'case', a.platform, a.number, 'of order', a.order_no, 'channel', a.channel_id, 'is reported by',
  f.platform, s.order_no, 'channel', f.channel_id)
FROM aftersale_snapshot s
JOIN import_file f ON f.file_id = s.file_id
LEFT JOIN aftersale a ON a.aftersale_id = s.aftersale_id
WHERE (a.platform, a.order_no) IS DISTINCT FROM (f.platform, s.order_no)
  OR f.state = 'live' AND a.channel_id <> f.channel_id
UNION ALL
SELECT concat_ws(' ', 'case', a.platform, a.number, 'of order', a.order_no, 'channel', a.channel_id, 'of no file')
FROM aftersale a
WHERE a.snapshot_id IS NULL AND NOT EXISTS (
  SELECT FROM aftersale_snapshot s
  JOIN import_file f ON f.file_id = s.file_id
  WHERE s.aftersale_id = a.aftersale_id AND f.channel_id = a.channel_id)
