-- Every after-sale case is as its newest live snapshot has it, and belongs to the one order line that it names; a line
-- says what its cases say of its refund.
SELECT concat_ws(' ', a.platform, a.number, 'of order', a.order_no, 'has claim', a.claim_id, 'should have',
  m.claim_id) AS example
FROM aftersale a
JOIN (
  SELECT b.aftersale_id, CASE WHEN count(c.claim_id) = 1 THEN min(c.claim_id) END AS claim_id
  FROM aftersale b
  LEFT JOIN (claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id)
    ON c.order_no = b.order_no AND c.platform = b.platform
    AND b.snapshot_id IS NOT NULL AND (c.line_no = b.line_no OR v.item = b.item)
  GROUP BY b.aftersale_id
) m ON m.aftersale_id = a.aftersale_id
LEFT JOIN aftersale_winner s ON s.aftersale_id = a.aftersale_id
WHERE a.claim_id IS DISTINCT FROM m.claim_id
  OR (a.snapshot_id, a.file_id, a.line_no, a.item, a.state, a.cash, a.back_at) IS DISTINCT FROM
    (s.snapshot_id, s.file_id, s.line_no, s.item, s.state, s.cash, s.back_at)
  OR a.channel_id <> s.channel_id
UNION ALL
SELECT concat_ws(' ', 'order line', c.platform, c.order_no, c.line_no, 'says of its cases', c.aftersale)
FROM claim c
LEFT JOIN (
  SELECT a.claim_id, bool_or(a.state = 'unknown') AS unknown, bool_or(a.state = 'back') AS back
  FROM aftersale a
  WHERE a.claim_id IS NOT NULL
  GROUP BY a.claim_id
) k ON k.claim_id = c.claim_id
LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id
WHERE (k.claim_id IS NOT NULL OR c.aftersale <> 'none')
  AND c.aftersale <> CASE WHEN k.unknown THEN 'unknown' WHEN k.back AND s.refund = 'amount_unknown' THEN 'back'
    ELSE 'none' END
