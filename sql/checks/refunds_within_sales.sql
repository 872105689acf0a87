-- No line is refunded more than it was sold, in quantity or money; a reversal is of all of it.
SELECT concat_ws(' ', r.of_document, r.of_line, 'sold', l.quantity, l.amount, 'refunded', r.quantity, r.amount)
  AS example
FROM (
  SELECT of_document, of_line, -sum(quantity) AS quantity, -sum(amount) AS amount, bool_or(reverses) AS reversed
  FROM line_back GROUP BY of_document, of_line
) r
LEFT JOIN line l ON l.document_id = r.of_document AND l.line_no = r.of_line
WHERE l.document_id IS NULL
  OR NOT r.reversed AND (r.quantity > l.quantity OR r.amount > l.amount)
  OR r.reversed AND (r.quantity <> l.quantity OR r.amount <> l.amount)
