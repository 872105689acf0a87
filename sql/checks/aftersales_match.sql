-- Every after-sale case is as its newest live snapshot has it, and belongs to the one order line that it names.
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
