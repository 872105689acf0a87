-- What went back of each claim, by day, is what its order file and its after-sale rows say; each refund is
-- of the line that stands, with its verdict, unless that is of a closed month, which restatements alone judge anew.
WITH posted AS MATERIALIZED (
  SELECT p.* FROM claim_posted p WHERE p.side = 'refund'
), sold AS (
  SELECT s.claim_id, s.part, s.document_id, s.line_no, s.verdict, b.status = 'closed' AS is_closed
  FROM claim_posted s
  JOIN book_month b ON b.month = s.book_month
  WHERE s.side = 'sale' AND s.claim_id = ANY (ARRAY(SELECT p.claim_id FROM posted p))
)
SELECT concat_ws(' ',
  (SELECT concat_ws(' ', c.platform, c.order_no, c.line_no) FROM claim c WHERE c.claim_id = w.claim_id),
  'part', w.part, w.day, 'should be', w.amount, w.quantity, 'is', w.posted_amount, w.posted_quantity) AS example
FROM (
  SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, coalesce(d.part, p.part) AS part, coalesce(d.day, p.day) AS day,
    d.amount, d.quantity, -p.amount AS posted_amount, -p.quantity AS posted_quantity
  FROM claim_refund(ARRAY(
    SELECT s.claim_id FROM claim_snapshot s WHERE s.refund IN ('full', 'part')
    UNION SELECT a.claim_id FROM aftersale a WHERE a.claim_id IS NOT NULL)) d
  FULL JOIN posted p ON p.claim_id = d.claim_id AND p.part = d.part AND p.day = d.day
  LEFT JOIN sold s ON s.claim_id = p.claim_id AND s.part = p.part AND s.document_id = p.of_document
    AND s.line_no = p.of_line AND (s.is_closed OR s.verdict = p.verdict)
  WHERE (d.amount, d.quantity) IS DISTINCT FROM
      (-p.amount, CASE WHEN p.claim_id IS NOT NULL AND p.product_id IS NULL THEN 0 ELSE -p.quantity END)
    OR s.claim_id IS NULL
) w
