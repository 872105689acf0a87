-- What lines say of a channel or a day of a month, documents say of it as well. Of products, suppliers and verdicts
-- documents say nothing: by them a month adds up to its headline, whose gross and refunds are the documents'. That both
-- are what documents and lines add up to is for daily_sums.
SELECT concat_ws(' ', to_char(coalesce(b.month, d.month), 'YYYY-MM'), coalesce(b.name, d.name), coalesce(b.of, d.of),
  'lines', coalesce(b.gross, 0), coalesce(b.refunds, 0), 'documents', coalesce(d.gross, 0),
  coalesce(d.refunds, 0)) AS example
FROM (
  SELECT month, 'channel' AS name, code AS of, gross, refunds FROM monthly_by_channel
  UNION ALL
  SELECT month, 'day', day::text, gross, refunds FROM monthly_by_day
) b
FULL JOIN (
  SELECT d.book_month AS month, 'channel' AS name, c.code AS of, sum(d.gross) AS gross, sum(d.refunds) AS refunds
  FROM month_document d
  LEFT JOIN channel c ON c.channel_id = d.channel_id
  GROUP BY d.book_month, c.code
  UNION ALL
  SELECT d.book_month, 'day', d.day::text, sum(d.gross), sum(d.refunds)
  FROM month_document d GROUP BY d.book_month, d.day
) d ON d.month = b.month AND d.name = b.name AND d.of = b.of
WHERE (coalesce(b.gross, 0), coalesce(b.refunds, 0)) <> (coalesce(d.gross, 0), coalesce(d.refunds, 0))
UNION ALL
SELECT concat_ws(' ', to_char(h.month, 'YYYY-MM'), k.name, 'headline', h.gross, h.refunds, h.duplicates, h.excluded,
  h.pending, h.counted, 'breakdown', b.gross, b.refunds, b.duplicates, b.excluded, b.pending, b.counted)
FROM monthly_headline h
CROSS JOIN (VALUES ('channel'), ('product'), ('supplier'), ('day')) AS k(name)
LEFT JOIN (
  SELECT 'channel' AS name, month, sum(gross) AS gross, sum(refunds) AS refunds, sum(duplicates) AS duplicates,
    sum(excluded) AS excluded, sum(pending) AS pending, sum(counted) AS counted
  FROM monthly_by_channel GROUP BY month
  UNION ALL
  SELECT 'product', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded), sum(pending), sum(counted)
  FROM monthly_by_product GROUP BY month
  UNION ALL
  SELECT 'supplier', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded), sum(pending), sum(counted)
  FROM monthly_by_supplier GROUP BY month
  UNION ALL
  SELECT 'day', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded), sum(pending), sum(counted)
  FROM monthly_by_day GROUP BY month
) b ON b.month = h.month AND b.name = k.name
WHERE (h.gross, h.refunds, h.duplicates, h.excluded, h.pending, h.counted) <>
  (coalesce(b.gross, 0), coalesce(b.refunds, 0), coalesce(b.duplicates, 0), coalesce(b.excluded, 0),
    coalesce(b.pending, 0), coalesce(b.counted, 0))
