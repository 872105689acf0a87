-- Every after-sale case is as its newest live snapshot has it, and belongs to the one order line that it names.
SELECT concat_ws(' ', a.platform, a.number, 'of order', a.order_no, 'has claim', a.claim_id, 'should have', m.claim_id) AS example
FROM aftersale a
JOIN (
  SELECT b.aftersale_id, CASE WHEN count(c.claim_id) = 1 THEN min(c.claim_id) END AS claim_id
  FROM aftersale b
  LEFT JOIN (claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id)
    ON c.order_no = b.order_no AND c.platform = b.platform
    AND b.snapshot_id IS NOT NULL AND (c.line_no = b.line_no OR v.item = b.item)
  GROUP BY b.aftersale_id
) m ON m.aftersale_id = a.aftersale_id
LEFT JOIN aftersale_snapshot s ON s.snapshot_id = a.snapshot_id
LEFT JOIN import_file f ON f.file_id = s.file_id
WHERE a.claim_id IS DISTINCT FROM m.claim_id
  OR (a.state, a.cash, a.file_id, s.back_at) IS DISTINCT FROM (s.state, s.cash, s.file_id, CASE WHEN s.back_at IS NOT NULL THEN a.back_at END)
  OR a.snapshot_id IS NOT NULL AND f.state <> 'live'
