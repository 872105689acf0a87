-- The one posting path: staged lines become documents, lines, stock moves and daily sums, as a set.
-- One text, made into a function for each kind of staging: post_order takes a till's lines as an array,
-- post_import those that an import has staged in its table under the batch.
-- `happened` is true for sales that have taken place already: they post even where stock is short,
-- and the missing part becomes a named shortage. Otherwise a shortage refuses the whole posting.
-- Stock and daily rows are touched last and in key order, the most contended ones at the very end.
DO $make$
DECLARE
  made text[];
  moves text := $moves$
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
    SELECT batch, {move_no}, m.kind, m.location_id, m.product_id, m.delta, m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id,
        CASE WHEN s.reverses THEN 'cancel' WHEN s.side = 'sale' THEN 'issue' ELSE 'return' END AS kind,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN -s.quantity ELSE s.back END AS delta
      FROM {stage} s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ) m
    WHERE m.delta <> 0$moves$;
  text_of_post text := $post$
CREATE OR REPLACE FUNCTION {function} RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
  short  record;
  places bigint;
  plenty bigint;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM {stage} s
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated
  FROM {stage} s
  WHERE s.posting_id = batch;

  IF NOT happened THEN  -- before any stock is locked: where there is too little, all is refused
{moves};
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT s.location_id, s.product_id,
      sum(s.back - CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END) AS delta,
      bool_or(s.side = 'sale' AND s.reverses AND s.quantity + s.back < 0) AS was_short
    FROM {stage} s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    GROUP BY s.location_id, s.product_id
  ), held AS MATERIALIZED (
    SELECT h.location_id, h.product_id, a.delta, h.quantity + a.delta >= 0 AND NOT (happened AND a.was_short) AS enough
    FROM stock_on_hand h
    JOIN asked a ON a.location_id = h.location_id AND a.product_id = h.product_id
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h
  ), counted AS MATERIALIZED (
    SELECT (SELECT count(*) FROM asked) AS places, count(*) FILTER (WHERE h.enough) AS plenty FROM held h
  ), kept AS (
    UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
    FROM held d
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      AND (SELECT c.places = c.plenty FROM counted c)
  )
  SELECT c.places, c.plenty INTO places, plenty FROM counted c;
  IF places > plenty AND NOT happened THEN
    SELECT p.sku, p.name, p.unit, l.code AS location, coalesce(h.quantity, 0) AS on_hand, a.asked INTO short
    FROM (
      SELECT s.location_id, s.product_id, min(s.line_no) AS line_no, sum(s.quantity) AS asked
      FROM {stage} s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND NOT s.reverses
      GROUP BY s.location_id, s.product_id
    ) a
    JOIN product p ON p.product_id = a.product_id
    JOIN location l ON l.location_id = a.location_id
    LEFT JOIN stock_on_hand h ON h.location_id = a.location_id AND h.product_id = a.product_id
    WHERE a.asked > coalesce(h.quantity, 0)
    ORDER BY a.line_no
    LIMIT 1;
    PERFORM refuse('stock_short', jsonb_build_object('sku', short.sku, 'name', short.name,
      'location', short.location, 'on_hand', trim_scale(short.on_hand)::text,
      'asked', trim_scale(short.asked)::text, 'unit', short.unit));
  ELSIF places > plenty THEN
    WITH moving AS MATERIALIZED (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, s.back, s.side, s.reverses,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END AS wanted
      FROM {stage} s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ), held AS MATERIALIZED (
      SELECT h.location_id, h.product_id, h.quantity
      FROM stock_on_hand h
      JOIN (SELECT DISTINCT m.location_id, m.product_id FROM moving m) k
        ON k.location_id = h.location_id AND k.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ), running AS (
      SELECT m.*, coalesce(h.quantity, 0) AS on_hand,
        coalesce(h.quantity, 0) + sum(m.back) OVER (PARTITION BY m.location_id, m.product_id)
          - sum(m.wanted) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.document_id, m.line_no)
          + m.wanted AS left_for_it
      FROM moving m
      LEFT JOIN held h ON h.location_id = m.location_id AND h.product_id = m.product_id
    ), issued AS MATERIALIZED (
      SELECT r.*, greatest(0, least(r.wanted, r.left_for_it)) AS out FROM running r
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY document_id, line_no, kind), kind, location_id, product_id,
        delta, document_id, line_no
      FROM (
        SELECT 'issue' AS kind, location_id, product_id, -out AS delta, document_id, line_no
        FROM issued WHERE out > 0
        UNION ALL
        SELECT CASE WHEN reverses THEN 'cancel' ELSE 'return' END, location_id, product_id, back, document_id, line_no
        FROM issued WHERE back > 0
      ) m
      RETURNING location_id, product_id, quantity
    ), kept AS (
      UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
      FROM (SELECT location_id, product_id, sum(quantity) AS delta FROM moved GROUP BY location_id, product_id) d
      WHERE h.location_id = d.location_id AND h.product_id = d.product_id
    )
    INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
    SELECT document_id, line_no, location_id, product_id, CASE WHEN reverses THEN quantity + back ELSE wanted - out END
    FROM issued
    WHERE side = 'sale' AND CASE WHEN reverses THEN quantity + back < 0 ELSE wanted > out END;
  ELSIF happened AND places > 0 THEN
{moves};
  END IF;

  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM {stage} s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;

  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM {stage} s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $function$;
$post$;
BEGIN
  FOREACH made SLICE 1 IN ARRAY ARRAY[
    ['post_order(batch bigint, happened boolean, staged order_stage[])', 'unnest(staged)', 'm.line_no'],
    ['post_import(batch bigint, happened boolean)', 'import_line_stage',
      'row_number() OVER (ORDER BY m.document_id, m.line_no)']] LOOP
    EXECUTE replace(replace(replace(replace(text_of_post,
      '{moves}', moves), '{function}', made[1]), '{stage}', made[2]), '{move_no}', made[3]);
  END LOOP;
END $make$;
