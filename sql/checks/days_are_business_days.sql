-- A sale's day is the business day of its instant, and its month the day's own while that is open.
SELECT concat_ws(' ', 'document', d.document_id, 'at', d.at, 'day', d.day, 'booked', d.book_month) AS example
FROM document d
WHERE d.kind = 'sale' AND d.day <>
    business_day(d.at, (SELECT g.timezone FROM programme g), (SELECT g.day_start FROM programme g))
  OR d.book_month < month_of(d.day)
