-- The lines of a document add up to its total, in its month, on its day and side; it is of the kind, the order and the
-- document that they say.
WITH several AS MATERIALIZED (  -- most documents have one line, which needs no sum
  SELECT DISTINCT l.document_id, l.book_month FROM line l WHERE l.line_no <> 1
), lines AS (
  SELECT l.document_id, l.book_month, l.day AS first_day, l.day AS last_day, l.side, l.side AS other, l.amount,
    l.freight, l.channel_id, 1 AS lines, 1 AS last, l.reverses OR l.judged IS NOT NULL AS reverses,
    l.rule = 'signed_agreement' AS signed, l.claim_id IS NOT NULL AND l.judged IS NULL AS claimed,
    CASE WHEN l.judged IS NULL THEN l.of_document END AS of_document
  FROM line l
  WHERE l.line_no = 1
    AND NOT EXISTS (SELECT FROM several s WHERE s.document_id = l.document_id AND s.book_month = l.book_month)
  UNION ALL
  SELECT l.document_id, l.book_month, min(l.day), max(l.day), min(l.side), max(l.side), sum(l.amount), sum(l.freight),
    min(l.channel_id), count(*), max(l.line_no), bool_or(l.reverses OR l.judged IS NOT NULL),
    bool_or(l.rule = 'signed_agreement'), bool_or(l.claim_id IS NOT NULL AND l.judged IS NULL),
    max(l.of_document) FILTER (WHERE l.line_no = 1 AND l.judged IS NULL)
  FROM line l
  JOIN several s ON s.document_id = l.document_id AND s.book_month = l.book_month
  GROUP BY l.document_id, l.book_month
)
SELECT concat_ws(' ', coalesce(d.document_id, l.document_id), d.kind, 'of', d.of_document, 'order', d.order_no, 'total',
  d.total, 'lines', l.amount) AS example
FROM document d
FULL JOIN lines l ON l.document_id = d.document_id AND l.book_month = d.book_month
WHERE (d.total, d.freight, d.day, d.day, d.side, d.side, d.channel_id)
    IS DISTINCT FROM (l.amount, l.freight, l.first_day, l.last_day, l.side, l.other, l.channel_id)
  OR l.lines <> l.last OR d.of_document IS DISTINCT FROM l.of_document OR d.signed AND NOT l.signed
  OR d.kind <> CASE WHEN l.reverses THEN 'correction' WHEN l.claimed THEN d.kind ELSE d.side END
  OR NOT l.claimed AND d.order_no IS NOT NULL OR l.claimed AND d.buyer_id IS NOT NULL
