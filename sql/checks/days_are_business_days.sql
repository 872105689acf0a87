-- A sale's day is the business day of its instant, and its month the day's own while that is open.
SELECT concat_ws(' ', 'document', d.document_id, 'at', d.at, 'day', d.day, 'booked', d.book_month) AS example
FROM document d CROSS JOIN programme g
WHERE d.kind = 'sale' AND d.day <> business_day(d.at, g.timezone, g.day_start)
  OR d.book_month < month_of(d.day)
