-- Every line has a source: an order that somebody entered, or a row of a file, whose order's number its document bears,
-- and, of a sale that stands, whose province it went to. That each order line has a row is for `imports_are_whole` to
-- say, that a document has its act for `parents_exist`.
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, 'of order', d.order_no, 'to', l.destination, 'reported as',
  c.platform, c.order_no, c.line_no, 'to', c.province) AS example
FROM line l
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN claim c ON c.claim_id = l.claim_id
WHERE (l.claim_id IS NULL) <> (d.file_id IS NULL) AND l.judged IS NULL
  OR l.claim_id IS NOT NULL AND (c.claim_id IS NULL OR d.order_no IS DISTINCT FROM c.order_no AND l.judged IS NULL)
  OR l.claim_id IS NOT NULL AND l.destination IS DISTINCT FROM c.province AND l.side = 'sale' AND NOT l.reverses
    AND l.judged IS NULL
    AND NOT EXISTS (SELECT FROM line r WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses)
