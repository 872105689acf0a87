-- A document is of the location, the buyer and the file that its lines and its act say; a line's rule says
-- its verdict, and what refunds or reverses a line is of the same goods. Of what files report, a line that takes the
-- place of another is a correction.
WITH reversal AS MATERIALIZED (
  SELECT d.posting_id, l.claim_id, l.side
  FROM line l
  JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
  WHERE l.reverses AND l.claim_id IS NOT NULL
  GROUP BY d.posting_id, l.claim_id, l.side
)
SELECT concat_ws(' ', d.kind, d.document_id, 'line', l.line_no, 'corrects nothing') AS example
FROM document d
JOIN line l ON l.document_id = d.document_id AND l.book_month = d.book_month
WHERE d.kind = 'correction' AND l.claim_id IS NOT NULL AND NOT l.reverses AND l.judged IS NULL
  AND NOT EXISTS (
    SELECT FROM reversal r WHERE r.posting_id = d.posting_id AND r.claim_id = l.claim_id AND r.side = l.side)
UNION ALL
SELECT concat_ws(' ', d.kind, d.document_id, 'line', l.line_no, 'corrects what was posted')
FROM reversal r
JOIN line l ON l.claim_id = r.claim_id AND l.side = r.side AND NOT l.reverses AND l.judged IS NULL
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month AND d.posting_id = r.posting_id
WHERE d.kind <> 'correction'
UNION ALL
-- That of others is one that reports their first line: see lines_have_a_source.
SELECT concat_ws(' ', 'document', d.document_id, 'of order', d.order_no, 'is reported by no row of import', d.file_id)
FROM document d
WHERE d.file_id IS NOT NULL AND (d.kind = 'correction' OR d.order_no IS NULL)
  AND NOT EXISTS (
    SELECT FROM claim_snapshot s JOIN claim c ON c.claim_id = s.claim_id
    WHERE c.order_no = d.order_no AND s.file_id = d.file_id)
  AND NOT EXISTS (SELECT FROM aftersale_snapshot s WHERE s.order_no = d.order_no AND s.file_id = d.file_id)
UNION ALL
-- The file of a document is one that its import knew; what reverses another bears the other's. That the file reports
-- the first line is for lines_have_a_source to say.
SELECT concat_ws(' ', 'document', d.document_id, 'posting', d.posting_id, 'of import', d.file_id, 'that came later')
FROM document d
JOIN import_file f ON f.file_id = d.file_id
WHERE f.posting_id > d.posting_id AND EXISTS (SELECT FROM import_file i WHERE i.posting_id = d.posting_id)
UNION ALL
SELECT concat_ws(' ', 'correction', d.document_id, 'of import', d.file_id, 'location', d.location_id, 'reverses',
  o.document_id, 'of import', o.file_id, 'location', o.location_id)
FROM document d
JOIN line l ON l.document_id = d.document_id AND l.book_month = d.book_month AND l.line_no = 1 AND l.reverses
JOIN document o ON o.document_id = l.of_document
WHERE d.file_id IS NOT NULL AND (d.file_id, d.location_id) IS DISTINCT FROM (o.file_id, o.location_id)
UNION ALL
-- What an import posts of a channel for the first time leaves from the one location that the channel ships from, but
-- for the agreements that older programs took for sales.
SELECT concat_ws(' ', 'posting', d.posting_id, 'channel', d.channel_id, 'documents at', min(d.location_id), 'and at',
  max(d.location_id), count(*) - count(d.location_id), 'nowhere')
FROM document d
WHERE d.file_id IS NOT NULL AND d.kind <> 'correction' AND NOT d.signed
GROUP BY d.posting_id, d.channel_id
HAVING min(d.location_id) <> max(d.location_id) OR count(d.location_id) NOT IN (0, count(*))
UNION ALL
SELECT concat_ws(' ', 'document', d.document_id, 'is not where, or whose, document', d.of_document, 'was')
FROM document d
JOIN document o ON o.document_id = d.of_document
WHERE d.file_id IS NULL
  AND (d.location_id, d.buyer_id, d.channel_id) IS DISTINCT FROM (o.location_id, o.buyer_id, o.channel_id)
UNION ALL
SELECT concat_ws(' ', 'document', d.document_id, 'is owed', d.receivable, 'by nobody')
FROM document d WHERE d.receivable <> 0 AND d.buyer_id IS NULL AND d.file_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'document', d.document_id, 'posting', d.posting_id, 'posted', p.document_id)
FROM document d
JOIN posting p ON p.posting_id = d.posting_id
WHERE d.file_id IS NULL AND p.document_id IS DISTINCT FROM d.document_id
    AND NOT (d.kind = 'correction' AND d.of_document IS NULL)
  OR p.document_id = d.document_id AND p.book_month IS DISTINCT FROM d.book_month
UNION ALL
SELECT concat_ws(' ', 'posting', p.posting_id, 'posted', p.document_id, 'that is another''s')
FROM posting p
LEFT JOIN document d ON d.document_id = p.document_id
LEFT JOIN agreement a ON a.agreement_id = p.document_id
WHERE p.document_id IS NOT NULL AND coalesce(d.posting_id, a.posting_id) IS DISTINCT FROM p.posting_id
  OR d.document_id IS NULL AND (p.book_month IS NOT NULL OR p.change <> 0)
UNION ALL
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, l.verdict, 'by', l.rule)
FROM line l
WHERE l.verdict <> verdict_of(l.rule) OR l.claim_id IS NULL AND (l.part <> 1 OR l.estimated)
  OR l.verdict = 'pending' AND NOT waits_for_claim(l.rule) AND l.rule NOT IN ('province_unknown', 'unsettled', 'unpaid')
UNION ALL
SELECT concat_ws(' ', 'line', b.document_id, b.line_no, 'is of other goods than', b.of_document, b.of_line)
FROM line b
JOIN line o ON o.document_id = b.of_document AND o.line_no = b.of_line
WHERE (b.product_id, b.supplier_id, b.claim_id, b.part) IS DISTINCT FROM
    (o.product_id, o.supplier_id, o.claim_id, o.part)
  OR b.judged IS NULL AND (b.verdict, b.rule) IS DISTINCT FROM (o.verdict, o.rule) AND NOT EXISTS (
    SELECT FROM line j  -- the judgement that it had by then
    WHERE j.of_document = o.document_id AND j.of_line = o.line_no AND j.book_month = o.book_month
      AND j.judged = 'after' AND j.verdict = b.verdict AND j.rule = b.rule)
  OR b.reverses AND (b.estimated, b.side, b.freight) IS DISTINCT FROM (o.estimated, o.side, -o.freight)
UNION ALL
SELECT concat_ws(' ', 'tenders of', t.document_id, 'are', count(*), 'the last is', max(t.tender_no))
FROM tender t GROUP BY t.document_id HAVING count(*) <> max(t.tender_no)
