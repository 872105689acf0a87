-- The monthly report: the headline from document totals, the breakdowns from lines. Keyed by book month.
-- gross - refunds - duplicates - excluded - pending = counted; all in yuan.

CREATE OR REPLACE VIEW monthly_headline AS
SELECT m.month,
  coalesce(d.gross, 0.00) AS gross, coalesce(d.refunds, 0.00) AS refunds,
  coalesce(s.duplicates, 0.00) AS duplicates, coalesce(s.excluded, 0.00) AS excluded, coalesce(s.pending, 0.00) AS pending,
  coalesce(d.gross, 0.00) - coalesce(d.refunds, 0.00)
    - coalesce(s.duplicates, 0.00) - coalesce(s.excluded, 0.00) - coalesce(s.pending, 0.00) AS counted
FROM book_month m
LEFT JOIN (
  SELECT book_month, sum(gross) AS gross, sum(refunds) AS refunds
  FROM daily_document GROUP BY book_month
) d ON d.book_month = m.month
LEFT JOIN (
  SELECT book_month,
    sum(gross - refunds) FILTER (WHERE verdict = 'duplicate') AS duplicates,
    sum(gross - refunds) FILTER (WHERE verdict = 'excluded') AS excluded,
    sum(gross - refunds) FILTER (WHERE verdict = 'pending') AS pending
  FROM daily_sales GROUP BY book_month
) s ON s.book_month = m.month;

CREATE OR REPLACE VIEW monthly_by_channel AS
SELECT s.book_month AS month, c.code, c.name, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
FROM daily_sales s
JOIN channel c ON c.channel_id = s.channel_id
GROUP BY s.book_month, c.code, c.name
HAVING sum(s.gross) <> 0 OR sum(s.refunds) <> 0
  OR sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted') <> 0;

CREATE OR REPLACE VIEW monthly_by_product AS
SELECT s.book_month AS month, coalesce(p.sku, '') AS code, coalesce(p.name, '') AS name,
  coalesce(p.unit, '') AS unit, sum(s.quantity) AS quantity, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
FROM daily_sales s
LEFT JOIN product p ON p.product_id = s.product_id
GROUP BY s.book_month, p.sku, p.name, p.unit
HAVING sum(s.gross) <> 0 OR sum(s.refunds) <> 0
  OR sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted') <> 0;

CREATE OR REPLACE VIEW monthly_by_supplier AS
SELECT s.book_month AS month, coalesce(u.code, '') AS code, coalesce(u.name, '') AS name,
  sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
FROM daily_sales s
LEFT JOIN supplier u ON u.supplier_id = s.supplier_id
GROUP BY s.book_month, u.code, u.name
HAVING sum(s.gross) <> 0 OR sum(s.refunds) <> 0
  OR sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted') <> 0;

CREATE OR REPLACE VIEW monthly_by_day AS
SELECT s.book_month AS month, s.day, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
  coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
FROM daily_sales s
GROUP BY s.book_month, s.day
HAVING sum(s.gross) <> 0 OR sum(s.refunds) <> 0
  OR sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted') <> 0;
