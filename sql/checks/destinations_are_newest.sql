-- An order line goes to the province of the newest live snapshot that says one, and the line that it posted says so.
-- Of nearly all it is that of the snapshot that the order line stands by, and no others are looked at.
SELECT concat_ws(' ', c.platform, c.order_no, c.line_no, 'goes to', coalesce(c.province, 'nowhere known'),
  'and should to', n.province) AS example
FROM claim c
LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id
CROSS JOIN LATERAL (SELECT w.province FROM claim_winner w WHERE w.claim_id = c.claim_id) n
WHERE c.province IS DISTINCT FROM s.province AND c.province IS DISTINCT FROM n.province
UNION ALL
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, 'went to', coalesce(l.destination, 'nowhere known'), 'and',
  c.platform, c.order_no, c.line_no, 'goes to', c.province)
FROM line l
JOIN claim c ON c.claim_id = l.claim_id
WHERE l.destination IS DISTINCT FROM c.province AND l.side = 'sale' AND NOT l.reverses AND l.judged IS NULL
  AND NOT EXISTS (SELECT FROM line r WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses)
