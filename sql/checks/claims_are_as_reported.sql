-- What is kept of each row of an order file is what was read of it: its digest says so. Equal lines were numbered after
-- they were read. An estimated share of an order says the whole order's worth, and is one of several. Every order line
-- lives by the snapshots that win of those of live files, goes to the province that the newest of them says, and bears
-- the channel that its files bear.
WITH others AS MATERIALIZED (  -- the rows of claims of more than one snapshot, or of another channel, or not as read
  SELECT c.claim_id, c.platform, c.order_no, c.line_no, c.channel_id, s.file_id, s.row_no, f.platform AS file_platform,
    f.channel_id AS file_channel, f.state, l.channel_id AS listing_channel, r.is_as_read
  FROM claim_snapshot s
  FULL JOIN claim c ON c.claim_id = s.claim_id
  LEFT JOIN import_file f ON f.file_id = s.file_id
  LEFT JOIN listing l ON l.listing_id = s.listing_id
  LEFT JOIN (
    SELECT o.file_id, o.row_no, sum(o.goods) AS goods, count(*) AS shares
    FROM claim_snapshot o WHERE NOT o.exact GROUP BY o.file_id, o.row_no
  ) o ON o.file_id = s.file_id AND o.row_no = s.row_no AND NOT s.exact
  CROSS JOIN (SELECT g.timezone FROM programme g) g
  CROSS JOIN LATERAL (
    SELECT o.shares IS DISTINCT FROM 1 AND (
      uuid_send(s.digest) IS NOT DISTINCT FROM
        claim_digest(s, coalesce(o.goods, s.goods), c.order_no, c.line_no, l.code, g.timezone)
      OR c.line_no ~ '#[0-9]+$' AND uuid_send(s.digest) IS NOT DISTINCT FROM claim_digest(
        s, coalesce(o.goods, s.goods), c.order_no, regexp_replace(c.line_no, '#[0-9]+$', ''), l.code, g.timezone))
      AS is_as_read
  ) r
  WHERE (c.value_id, c.status_id, c.estimated, c.province) IS DISTINCT FROM
      (s.snapshot_id, s.snapshot_id, NOT s.exact, s.province)
    OR f.state <> 'live' OR c.channel_id <> f.channel_id OR c.platform <> f.platform OR l.channel_id <> f.channel_id
    OR NOT r.is_as_read
), won AS MATERIALIZED (  -- a claim's only snapshot wins
  SELECT w.* FROM claim_winner w WHERE w.claim_id = ANY (ARRAY(SELECT t.claim_id FROM others t))
)
SELECT concat_ws(' ', 'import', t.file_id, 'row', t.row_no, 'of order line', t.claim_id, t.platform, t.order_no,
  t.line_no, 'is not what was read') AS example
FROM others t
WHERE NOT t.is_as_read
UNION ALL
SELECT concat_ws(' ', c.platform, c.order_no, c.line_no, 'lives by', c.value_id, c.status_id,
  c.province, 'should live by', w.value_id, w.status_id, w.province)
FROM claim c
JOIN won w ON w.claim_id = c.claim_id
WHERE (c.value_id, c.status_id, c.estimated, c.province) IS DISTINCT FROM
    (w.value_id, w.status_id, w.estimated, w.province)
  OR c.channel_id <> w.channel_id
UNION ALL
-- A file that lives again may do so in another channel than that of the listings that it was first read with.
SELECT concat_ws(' ', 'import', t.file_id, 'of', t.file_platform, 'channel', t.file_channel, 'reports', t.platform,
  t.order_no, t.line_no, 'channel', t.channel_id, 'listing of channel', t.listing_channel)
FROM others t
WHERE t.platform <> t.file_platform OR t.state = 'live' AND t.channel_id <> t.file_channel
  OR t.listing_channel <> t.file_channel
    AND NOT EXISTS (SELECT FROM import_turn i WHERE i.file_id = t.file_id AND i.state = 'live')
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
