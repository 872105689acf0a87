-- The daily sums that reports read, and what they should be by the documents and lines.

CREATE OR REPLACE VIEW recomputed_daily_document AS
SELECT book_month, day, channel_id,
  coalesce(sum(total) FILTER (WHERE side = 'sale'), 0) AS gross,
  coalesce(-sum(total) FILTER (WHERE side = 'refund'), 0) AS refunds, count(*) AS documents
FROM document
GROUP BY book_month, day, channel_id;
COMMENT ON VIEW recomputed_daily_document IS
  'The daily sums, computed anew from the facts: what `check` and `report monthly --prove` hold the kept ones '
  'against.';

CREATE OR REPLACE VIEW recomputed_daily_sales AS
SELECT book_month, day, channel_id, coalesce(product_id, 0) AS product_id, coalesce(supplier_id, 0) AS supplier_id,
  verdict,
  coalesce(sum(amount) FILTER (WHERE side = 'sale'), 0) AS gross,
  coalesce(-sum(amount) FILTER (WHERE side = 'refund'), 0) AS refunds,
  sum(quantity) AS quantity, count(*) AS lines
FROM line
GROUP BY book_month, day, channel_id, coalesce(product_id, 0), coalesce(supplier_id, 0), verdict;
COMMENT ON VIEW recomputed_daily_sales IS
  'What daily_sales should be, by the lines.';

CREATE OR REPLACE VIEW daily_difference AS
SELECT coalesce(k.book_month, r.book_month) AS book_month, 'daily_document' AS of_table,
  concat_ws(' ', coalesce(k.day, r.day), 'channel', coalesce(k.channel_id, r.channel_id),
    'kept', k.gross, k.refunds, k.documents, 'facts', r.gross, r.refunds, r.documents) AS example
FROM daily_document k
FULL JOIN recomputed_daily_document r
  ON r.book_month = k.book_month AND r.day = k.day AND r.channel_id = k.channel_id
WHERE (k.gross, k.refunds, k.documents) IS DISTINCT FROM (r.gross, r.refunds, r.documents)
UNION ALL
SELECT coalesce(k.book_month, r.book_month), 'daily_sales',
  concat_ws(' ', coalesce(k.day, r.day), 'channel', coalesce(k.channel_id, r.channel_id),
    'product', coalesce(k.product_id, r.product_id), coalesce(k.verdict, r.verdict),
    'kept', k.gross, k.refunds, k.quantity, k.lines, 'facts', r.gross, r.refunds, r.quantity, r.lines)
FROM daily_sales k
FULL JOIN recomputed_daily_sales r
  ON r.book_month = k.book_month AND r.day = k.day AND r.channel_id = k.channel_id
  AND r.product_id = k.product_id AND r.supplier_id = k.supplier_id AND r.verdict = k.verdict
WHERE (k.gross, k.refunds, k.quantity, k.lines) IS DISTINCT FROM (r.gross, r.refunds, r.quantity, r.lines);
COMMENT ON VIEW daily_difference IS
  'Where a kept daily sum is not what the facts add up to.';
