CREATE OR REPLACE VIEW document_state AS
SELECT d.document_id, d.book_month,
  CASE WHEN EXISTS (SELECT FROM line b WHERE b.of_document = d.document_id) THEN (  -- of most documents nothing is
    SELECT CASE
        WHEN bool_and(coalesce(r.reversed, false)) THEN 'voided'
        WHEN bool_or(coalesce(r.reversed, false)) THEN 'corrected'
        WHEN NOT bool_or(coalesce(r.quantity, 0) <> 0 OR coalesce(r.amount, 0) <> 0) THEN ''
        WHEN bool_and(l.quantity + coalesce(r.quantity, 0) = 0 AND l.amount + coalesce(r.amount, 0) = 0) THEN 'refunded'
        ELSE 'part_refunded' END
    FROM line l
    LEFT JOIN LATERAL (
      SELECT sum(b.quantity) AS quantity, sum(b.amount) AS amount, bool_or(b.reverses) AS reversed
      FROM line b
      WHERE b.of_document = l.document_id AND b.of_line = l.line_no AND b.judged IS NULL
        AND NOT EXISTS (SELECT FROM line v WHERE v.of_document = b.document_id AND v.of_line = b.line_no AND v.reverses)
    ) r ON true
    WHERE l.document_id = d.document_id AND l.book_month = d.book_month
  ) ELSE '' END AS state
FROM document d;
COMMENT ON VIEW document_state IS
  'What has become of each document since: voided (every line reversed), corrected (some lines reversed), refunded '
  '(nothing left of it) or part_refunded; empty where it stands as it was posted. A refund that was reversed itself '
  'does not matter.';
