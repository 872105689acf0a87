-- Every line has a source: an order that somebody entered, or a row of a file, whose order's number its document bears,
-- and, of a sale that stands, whose province it went to. A document's file says its first line's worth, or that money
-- went back. That each order line has a row is for `imports_are_whole` to say, that a document has its act for
-- `parents_exist`.
SELECT concat_ws(' ', d.kind, 'line', l.document_id, l.line_no, 'of order', d.order_no, l.amount, 'to', l.destination,
  'of import', d.file_id, 'reported as', c.platform, c.order_no, c.line_no, 'to', c.province) AS example
FROM line l
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN claim c ON c.claim_id = l.claim_id
LEFT JOIN claim_snapshot s ON s.claim_id = l.claim_id AND s.file_id = d.file_id
  AND CASE WHEN l.side = 'refund' THEN s.refund IN ('full', 'part')
    ELSE d.kind <> 'sale' OR s.goods = l.amount OR s.goods = (  -- the other parts of the order line
      SELECT sum(o.amount) FROM line o
      WHERE o.document_id = l.document_id AND o.book_month = l.book_month AND o.claim_id = l.claim_id
        AND o.side = l.side AND NOT o.reverses AND o.judged IS NULL) END
WHERE (l.claim_id IS NULL) <> (d.file_id IS NULL) AND l.judged IS NULL
  OR l.claim_id IS NOT NULL AND (c.claim_id IS NULL OR d.order_no IS DISTINCT FROM c.order_no AND l.judged IS NULL)
  OR l.claim_id IS NOT NULL AND l.destination IS DISTINCT FROM c.province AND l.side = 'sale' AND NOT l.reverses
    AND l.judged IS NULL
    AND NOT EXISTS (SELECT FROM line r WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses)
  OR l.line_no = 1 AND l.claim_id IS NOT NULL AND NOT l.reverses AND l.judged IS NULL AND s.snapshot_id IS NULL
    AND NOT (l.side = 'refund' AND EXISTS (
      SELECT FROM aftersale_snapshot s JOIN aftersale a ON a.aftersale_id = s.aftersale_id
      WHERE s.order_no = d.order_no AND s.file_id = d.file_id AND s.state = 'back'))
