-- One live version for each (platform, order no, line no), and its lines add up to it.
SELECT concat_ws(' ', c.platform, c.order_no, c.line_no, 'should be', d.amount, d.quantity, d.day, d.refunded,
  'is', p.amount, p.quantity, p.day, r.amount) AS example
FROM claim c
LEFT JOIN claim_desired d ON d.claim_id = c.claim_id
LEFT JOIN claim_posted p ON p.claim_id = c.claim_id AND p.side = 'sale'
LEFT JOIN claim_posted r ON r.claim_id = c.claim_id AND r.side = 'refund'
WHERE (d.product_id, d.quantity, d.amount, d.day, d.pending_rule)
    IS DISTINCT FROM (p.product_id, p.quantity, p.amount, p.day, p.pending_rule)
  OR coalesce(d.refunded, false) <> (r.claim_id IS NOT NULL)
  OR r.claim_id IS NOT NULL AND (r.amount <> -d.amount OR r.day <> d.refund_day
    OR r.of_document <> p.document_id OR r.of_line <> p.line_no OR r.verdict <> p.verdict)
