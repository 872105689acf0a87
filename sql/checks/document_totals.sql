-- The lines of a document add up to its total, in its month, on its day and side.
SELECT concat_ws(' ', coalesce(d.document_id, l.document_id), 'total', d.total, 'lines', l.amount) AS example
FROM document d
FULL JOIN (
  SELECT document_id, book_month, min(day) AS first_day, max(day) AS last_day, min(side) AS side, max(side) AS other,
    sum(amount) AS amount, sum(freight) AS freight, min(channel_id) AS channel_id
  FROM line GROUP BY document_id, book_month
) l ON l.document_id = d.document_id AND l.book_month = d.book_month
WHERE (d.total, d.freight, d.day, d.day, d.side, d.side, d.channel_id)
  IS DISTINCT FROM (l.amount, l.freight, l.first_day, l.last_day, l.side, l.other, l.channel_id)
