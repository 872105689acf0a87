-- What went back of each claim, by day, is what its order file and its after-sale rows say; each refund is
-- of the line that stands, with its verdict, unless that is of a closed month, which restatements alone judge anew.
SELECT concat_ws(' ',
  (SELECT concat_ws(' ', c.platform, c.order_no, c.line_no) FROM claim c WHERE c.claim_id = w.claim_id),
  'part', w.part, w.day, 'should be', w.amount, w.quantity, 'is', w.posted_amount, w.posted_quantity) AS example
FROM (
  SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, coalesce(d.part, p.part) AS part, coalesce(d.day, p.day) AS day,
    d.amount, d.quantity, -p.amount AS posted_amount, -p.quantity AS posted_quantity
  FROM claim_refund d
  FULL JOIN (SELECT * FROM claim_posted WHERE side = 'refund') p
    ON p.claim_id = d.claim_id AND p.part = d.part AND p.day = d.day
  WHERE (d.amount, d.quantity) IS DISTINCT FROM
      (-p.amount, CASE WHEN p.claim_id IS NOT NULL AND p.product_id IS NULL THEN 0 ELSE -p.quantity END)
    OR NOT EXISTS (SELECT FROM claim_posted s
      WHERE s.claim_id = p.claim_id AND s.part = p.part AND s.side = 'sale'
        AND (s.verdict = p.verdict OR EXISTS (
          SELECT FROM book_month b WHERE b.month = s.book_month AND b.status = 'closed'))
        AND s.document_id = p.of_document AND s.line_no = p.of_line)
) w
