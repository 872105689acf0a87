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
  verdict, rule, certificate_id IS NOT NULL AS certified, coalesce(province, '') AS province,
  coalesce(way, '') AS way,
  coalesce(sum(amount) FILTER (WHERE side = 'sale'), 0) AS gross,
  coalesce(-sum(amount) FILTER (WHERE side = 'refund'), 0) AS refunds,
  sum(quantity) AS quantity, count(*) AS lines
FROM line
GROUP BY book_month, day, channel_id, coalesce(product_id, 0), coalesce(supplier_id, 0), verdict, rule,
  certificate_id IS NOT NULL, coalesce(province, ''), coalesce(way, '');
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
    'by', coalesce(k.rule, r.rule),
    'kept', k.gross, k.refunds, k.quantity, k.lines, 'facts', r.gross, r.refunds, r.quantity, r.lines)
FROM daily_sales k
FULL JOIN recomputed_daily_sales r
  ON r.book_month = k.book_month AND r.day = k.day AND r.channel_id = k.channel_id
  AND r.product_id = k.product_id AND r.supplier_id = k.supplier_id AND r.verdict = k.verdict AND r.rule = k.rule
  AND r.certified = k.certified AND r.province = k.province AND r.way = k.way
WHERE (k.gross, k.refunds, k.quantity, k.lines) IS DISTINCT FROM (r.gross, r.refunds, r.quantity, r.lines);
COMMENT ON VIEW daily_difference IS
  'Where a kept daily sum is not what the facts add up to.';

CREATE OR REPLACE FUNCTION add_daily_sums(
  months date[], days date[], channels bigint[], sides text[], products bigint[], suppliers bigint[],
  judgements judgement[],
  amounts numeric[], quantities numeric[], lines bigint[], document_months date[], document_days date[],
  document_channels bigint[], document_sides text[], totals numeric[], documents bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict, rule, certified,
    province, way, gross, refunds, quantity, lines)
  SELECT s.month, s.day, s.channel, coalesce(s.product, 0), coalesce(s.supplier, 0), s.verdict, s.rule,
    s.certificate IS NOT NULL, coalesce(s.province, ''), coalesce(s.way, ''),
    sum(CASE WHEN s.side = 'sale' THEN s.amount ELSE 0 END), -sum(CASE WHEN s.side = 'refund' THEN s.amount ELSE 0 END),
    sum(s.quantity), sum(s.lines)
  FROM unnest(months, days, channels, sides, products, suppliers, judgements, amounts, quantities,
    add_daily_sums.lines)
    AS s(month, day, channel, side, product, supplier, verdict, rule, fact, rule_set, certificate, province, way,
      amount, quantity, lines)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, rule, certified, province, way, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;

  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.month, s.day, s.channel, sum(CASE WHEN s.side = 'sale' THEN s.total ELSE 0 END),
    -sum(CASE WHEN s.side = 'refund' THEN s.total ELSE 0 END), sum(s.documents)
  FROM unnest(document_months, document_days, document_channels, document_sides, totals, add_daily_sums.documents)
    AS s(month, day, channel, side, total, documents)
  GROUP BY s.month, s.day, s.channel
  ORDER BY s.month, s.day, s.channel
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $$;
COMMENT ON FUNCTION add_daily_sums IS
  'Adds lines and documents, or sums in yuan of so many of them, to the daily sums: what is sold to gross, what is '
  'refunded to refunds. In the order of the keys, for tills wait for each other here; a product or supplier that is '
  'not known is 0.';
