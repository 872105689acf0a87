-- A month that is closed was closed by somebody, holds what it held then, and refuses rows; what was signed for is as
-- it was signed.
SELECT concat_ws(' ', 'month', coalesce(b.month, c.month), coalesce(b.status, 'unknown'), 'closed by posting',
  coalesce(c.posting_id::text, 'nobody')) AS example
FROM book_month b
FULL JOIN month_close c ON c.month = b.month
WHERE (b.status = 'closed') IS DISTINCT FROM (c.posting_id IS NOT NULL)
UNION ALL
SELECT concat_ws(' ', 'month', c.month, 'was closed with', c.documents, 'documents', c.lines, 'lines', c.gross,
  c.refunds, 'and has', coalesce(d.documents, 0), 'documents', coalesce(l.lines, 0), 'lines', coalesce(l.gross, 0),
  coalesce(l.refunds, 0))
FROM month_close c
LEFT JOIN (
  SELECT book_month, count(*) AS documents FROM document
  WHERE book_month = ANY (ARRAY(SELECT month FROM month_close))
  GROUP BY book_month
) d ON d.book_month = c.month
LEFT JOIN (
  SELECT book_month, count(*) AS lines, coalesce(sum(amount) FILTER (WHERE side = 'sale'), 0) AS gross,
    coalesce(-sum(amount) FILTER (WHERE side = 'refund'), 0) AS refunds
  FROM line
  WHERE book_month = ANY (ARRAY(SELECT month FROM month_close))
  GROUP BY book_month
) l ON l.book_month = c.month
WHERE (c.documents, c.lines, c.gross, c.refunds) IS DISTINCT FROM
  (coalesce(d.documents, 0), coalesce(l.lines, 0), coalesce(l.gross, 0), coalesce(l.refunds, 0))
UNION ALL
SELECT concat_ws(' ', p.fact, 'of month', p.month, 'refuses no rows:',
  CASE WHEN p.part IS NULL THEN 'its partition is away' ELSE 'its guard is off' END)
FROM closed_part p
WHERE p.part IS NULL OR p.guarded IS DISTINCT FROM 'A'
UNION ALL
SELECT 'nothing refuses that closed months are taken away: bangfu setup'
FROM pg_roles r
WHERE r.rolname = current_user AND r.rolsuper AND 2 > (
  SELECT count(*) FROM pg_event_trigger e
  WHERE e.evtname IN ('closed_months_of_' || current_schema(), 'closed_months_first_of_' || current_schema())
    AND e.evtenabled = 'A')
UNION ALL
SELECT concat_ws(' ', 'signature', s.posting_id, s.key, 'is not of what it says')
FROM month_signature s
LEFT JOIN month_close c ON c.posting_id = s.posting_id
WHERE c.month IS NULL OR s.key NOT IN (point_key(s.kind, c.month, s.channel, s.many, s.amount, s.subject),
  point_key(s.kind, NULL, s.channel, s.many, s.amount, s.subject))
UNION ALL
SELECT concat_ws(' ', 'month', n.month, 'of channel', n.channel_id, 'is said to be without sales twice')
FROM month_nil_standing n
GROUP BY n.month, n.channel_id
HAVING count(*) > 1
