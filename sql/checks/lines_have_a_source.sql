-- Every line has a source: an order that somebody entered, or a row of a file.
SELECT concat_ws(' ', 'line', l.document_id, l.line_no) AS example
FROM line l
LEFT JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN posting p ON p.posting_id = d.posting_id
LEFT JOIN claim c ON c.claim_id = l.claim_id
WHERE p.posting_id IS NULL
  OR (l.claim_id IS NULL) <> (d.file_id IS NULL) AND l.judged IS NULL
  OR l.claim_id IS NOT NULL AND (c.claim_id IS NULL
    OR NOT EXISTS (SELECT FROM claim_snapshot s WHERE s.claim_id = l.claim_id))
