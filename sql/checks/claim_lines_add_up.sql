-- One live version for each (platform, order no, line no), and its lines add up to it. What is not yet known for a
-- product has no quantity; programs before after-sale files gave it the pieces.
SELECT concat_ws(' ',
  (SELECT concat_ws(' ', c.platform, c.order_no, c.line_no) FROM claim c WHERE c.claim_id = w.claim_id),
  'part', w.part, 'should be', w.amount, w.quantity, w.day, 'is', w.posted_amount, w.posted_quantity,
  w.posted_day) AS example
FROM (
  SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, coalesce(d.part, p.part) AS part, d.amount, d.quantity, d.day,
    p.amount AS posted_amount, p.quantity AS posted_quantity, p.day AS posted_day
  FROM claim_desired d
  FULL JOIN (SELECT * FROM claim_posted WHERE side = 'sale') p ON p.claim_id = d.claim_id AND p.part = d.part
  WHERE (d.product_id, d.quantity, d.amount, d.day, d.pending_rule)
    IS DISTINCT FROM (p.product_id, CASE WHEN p.claim_id IS NOT NULL AND p.product_id IS NULL THEN 0
      ELSE p.quantity END, p.amount, p.day,
      p.pending_rule)
) w
