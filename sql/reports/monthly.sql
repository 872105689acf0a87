CREATE OR REPLACE VIEW monthly_headline AS
SELECT m.month,
  coalesce(d.gross, 0.00) AS gross, coalesce(d.refunds, 0.00) AS refunds,
  coalesce(s.duplicates, 0.00) AS duplicates, coalesce(s.excluded, 0.00) AS excluded,
  coalesce(s.pending, 0.00) AS pending,
  coalesce(d.gross, 0.00) - coalesce(d.refunds, 0.00)
    - coalesce(s.duplicates, 0.00) - coalesce(s.excluded, 0.00) - coalesce(s.pending, 0.00) AS counted
FROM book_month m
LEFT JOIN (
  SELECT book_month, sum(gross) AS gross, sum(refunds) AS refunds
  FROM month_document GROUP BY book_month
) d ON d.book_month = m.month
LEFT JOIN (
  SELECT book_month,
    sum(gross - refunds) FILTER (WHERE verdict = 'duplicate') AS duplicates,
    sum(gross - refunds) FILTER (WHERE verdict = 'excluded') AS excluded,
    sum(gross - refunds) FILTER (WHERE verdict = 'pending') AS pending
  FROM month_sales GROUP BY book_month
) s ON s.book_month = m.month;
COMMENT ON VIEW monthly_headline IS
  'The monthly report: the headline from document totals, the breakdowns from lines. Keyed by book month. gross - '
  'refunds - duplicates - excluded - pending = counted; all in yuan.';

CREATE OR REPLACE VIEW daily_bridge AS
SELECT s.book_month AS month, s.day, s.channel_id, s.product_id, s.supplier_id, s.quantity, s.gross, s.refunds,
  CASE WHEN s.verdict = 'duplicate' THEN s.gross - s.refunds ELSE 0.00 END AS duplicates,
  CASE WHEN s.verdict = 'excluded' THEN s.gross - s.refunds ELSE 0.00 END AS excluded,
  CASE WHEN s.verdict = 'pending' THEN s.gross - s.refunds ELSE 0.00 END AS pending,
  CASE WHEN s.verdict = 'counted' THEN s.gross - s.refunds ELSE 0.00 END AS counted,
  s.posting_id
FROM month_sales s;
COMMENT ON VIEW daily_bridge IS
  'The daily sums by what they go to: gross - refunds - duplicates - excluded - pending = counted, in each '
  'row.';

CREATE OR REPLACE VIEW monthly_by_channel AS
SELECT s.month, c.code, c.name, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  sum(s.counted) AS counted, sum(s.duplicates) AS duplicates, sum(s.excluded) AS excluded, sum(s.pending) AS pending
FROM daily_bridge s
JOIN channel c ON c.channel_id = s.channel_id
GROUP BY s.month, c.code, c.name
HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending));
COMMENT ON VIEW monthly_by_channel IS
  'A month by channel.';

CREATE OR REPLACE VIEW monthly_by_product AS
SELECT s.month, coalesce(p.sku, '') AS code, coalesce(p.name, '') AS name,
  coalesce(p.unit, '') AS unit, sum(s.quantity) AS quantity, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  sum(s.counted) AS counted, sum(s.duplicates) AS duplicates, sum(s.excluded) AS excluded, sum(s.pending) AS pending,
  CASE WHEN p.sku IS NULL THEN 'listing' ELSE '' END AS missing
FROM daily_bridge s
LEFT JOIN product p ON p.product_id = s.product_id
GROUP BY s.month, p.sku, p.name, p.unit
HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending));
COMMENT ON VIEW monthly_by_product IS
  'Without a code are the lines whose listing is mapped to no product.';

CREATE OR REPLACE VIEW monthly_by_supplier AS
SELECT s.month, coalesce(u.code, '') AS code, coalesce(u.name, '') AS name, sum(s.gross) AS gross,
  sum(s.refunds) AS refunds,
  sum(s.counted) AS counted, sum(s.duplicates) AS duplicates, sum(s.excluded) AS excluded, sum(s.pending) AS pending,
  CASE WHEN s.supplier_id <> 0 THEN '' WHEN s.product_id = 0 THEN 'listing' ELSE 'supplier' END AS missing
FROM daily_bridge s
LEFT JOIN supplier u ON u.supplier_id = s.supplier_id
GROUP BY s.month, u.code, u.name,
  CASE WHEN s.supplier_id <> 0 THEN '' WHEN s.product_id = 0 THEN 'listing' ELSE 'supplier' END
HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending));
COMMENT ON VIEW monthly_by_supplier IS
  'Without a code are the lines whose listing is mapped to no product, and apart from them products without a '
  'supplier.';

CREATE OR REPLACE VIEW monthly_by_day AS
SELECT s.month, s.day, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  sum(s.counted) AS counted, sum(s.duplicates) AS duplicates, sum(s.excluded) AS excluded, sum(s.pending) AS pending
FROM daily_bridge s
GROUP BY s.month, s.day
HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending));
COMMENT ON VIEW monthly_by_day IS
  'A month by day.';
