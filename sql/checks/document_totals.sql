-- The lines of a document add up to its total, in its month, on its day and side; it is of the kind, the order and the
-- document that they say.
SELECT concat_ws(' ', coalesce(d.document_id, l.document_id), d.kind, 'of', d.of_document, 'order', d.order_no, 'total',
  d.total, 'lines', l.amount) AS example
FROM document d
FULL JOIN (
  SELECT l.document_id, l.book_month, min(l.day) AS first_day, max(l.day) AS last_day, min(l.side) AS side,
    max(l.side) AS other, sum(l.amount) AS amount, sum(l.freight) AS freight, min(l.channel_id) AS channel_id,
    count(*) AS lines, max(l.line_no) AS last, bool_or(l.reverses OR l.judged IS NOT NULL) AS reverses,
    bool_or(l.rule = 'signed_agreement') AS signed, bool_or(l.claim_id IS NOT NULL AND l.judged IS NULL) AS claimed,
    max(l.of_document) FILTER (WHERE l.line_no = 1 AND l.judged IS NULL) AS of_document
  FROM line l
  GROUP BY l.document_id, l.book_month
) l ON l.document_id = d.document_id AND l.book_month = d.book_month
WHERE (d.total, d.freight, d.day, d.day, d.side, d.side, d.channel_id)
    IS DISTINCT FROM (l.amount, l.freight, l.first_day, l.last_day, l.side, l.other, l.channel_id)
  OR l.lines <> l.last OR d.of_document IS DISTINCT FROM l.of_document OR d.signed AND NOT l.signed
  OR d.kind <> CASE WHEN l.reverses THEN 'correction' WHEN l.claimed THEN d.kind ELSE d.side END
  OR NOT l.claimed AND d.order_no IS NOT NULL OR l.claimed AND d.buyer_id IS NOT NULL
