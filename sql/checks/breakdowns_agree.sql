-- By channel, product, supplier and day, every month adds up to its headline.
SELECT concat_ws(' ', to_char(h.month, 'YYYY-MM'), b.name, 'headline', h.gross, h.refunds, h.duplicates, h.excluded,
  h.pending, h.counted, 'breakdown', b.gross, b.refunds, b.duplicates, b.excluded, b.pending, b.counted) AS example
FROM monthly_headline h
JOIN (
  SELECT 'channel' AS name, month, sum(gross) AS gross, sum(refunds) AS refunds, sum(duplicates) AS duplicates,
    sum(excluded) AS excluded,
    sum(pending) AS pending, sum(counted) AS counted
  FROM monthly_by_channel GROUP BY month
  UNION ALL
  SELECT 'product', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded),
    sum(pending), sum(counted)
  FROM monthly_by_product GROUP BY month
  UNION ALL
  SELECT 'supplier', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded),
    sum(pending), sum(counted)
  FROM monthly_by_supplier GROUP BY month
  UNION ALL
  SELECT 'day', month, sum(gross), sum(refunds), sum(duplicates), sum(excluded),
    sum(pending), sum(counted)
  FROM monthly_by_day GROUP BY month
) b ON b.month = h.month
WHERE (h.gross, h.refunds, h.duplicates, h.excluded, h.pending, h.counted)
  <> (b.gross, b.refunds, b.duplicates, b.excluded, b.pending, b.counted)
