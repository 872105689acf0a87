-- Posts what an import has staged, as a set. What is staged bears the negative ordinals of its documents; their numbers
-- are drawn here, in a statement of their own.

CREATE OR REPLACE FUNCTION number_of(staged bigint, numbers bigint[]) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN staged < 0 THEN numbers[-staged] ELSE staged END;
COMMENT ON FUNCTION number_of IS
  'The number of a staged document, by its negative ordinal; one that is posted already has it.';

CREATE OR REPLACE FUNCTION post_import(batch bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  many    bigint;
  numbers bigint[];
  moving  record;
  out     record;
  same    record;
  sums    record;
  totals  record;
BEGIN
  SELECT coalesce(-min(s.document_id), 0) INTO many FROM import_line_stage s WHERE s.posting_id = batch;
  numbers := next_numbers('document_number', many);

  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, total, freight, receivable)
  SELECT number_of(s.document_id, numbers), s.book_month, s.day, s.at, s.kind, s.side, s.channel_id,
    s.location_id, s.buyer_id, batch, s.file_id,
    CASE WHEN s.judged IS NULL THEN number_of(s.of_document, numbers) END, s.order_no, s.total, s.freights, s.receivable
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, freight, verdict, rule, fact, rule_set_id, certificate_id, province, way, judged, claim_id, part,
    of_document, of_line, reverses, estimated, destination)
  SELECT number_of(s.document_id, numbers), s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id,
    s.supplier_id, s.quantity, s.amount, s.freight, s.verdict, s.rule, s.fact, s.rule_set_id, s.certificate_id,
    s.province, s.way, s.judged, s.claim_id, s.part,
    number_of(s.of_document, numbers), s.of_line, s.reverses, s.estimated, s.destination
  FROM import_line_stage s
  WHERE s.posting_id = batch;

  SELECT array_agg(m.location_id) AS locations, array_agg(m.product_id) AS products, min(m.first_day) AS first_day,
    bool_or(m.reversed) AS comes_back
  INTO moving
  FROM (
    SELECT s.location_id, s.product_id, min(s.day) AS first_day, bool_or(s.reverses) AS reversed
    FROM import_line_stage s
    WHERE s.posting_id = batch AND s.side = 'sale' AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    GROUP BY s.location_id, s.product_id
  ) m;
  IF moving.locations IS NOT NULL THEN
    PERFORM lock_stock(moving.locations, moving.products);
    IF moving.comes_back THEN
      PERFORM put_staged_back(batch, numbers);
      SELECT * INTO same FROM issue_same(batch, numbers);
    ELSE
      SELECT NULL::bigint[] AS documents, NULL::integer[] AS lines INTO same;
    END IF;
    SELECT array_agg(s.location_id) AS locations, array_agg(s.product_id) AS products, array_agg(s.quantity)
      AS quantities,
      array_agg(s.day) AS days, array_agg(s.document) AS documents, array_agg(s.line_no) AS lines
    INTO out
    FROM (
      SELECT s.location_id, s.product_id, s.quantity, s.day, number_of(s.document_id, numbers) AS document, s.line_no
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND s.side = 'sale'
        AND NOT s.reverses AND s.quantity > 0
        AND s.product_id <> ALL (ARRAY(SELECT p.product_id FROM product p WHERE p.service))
        AND (s.document_id, s.line_no) NOT IN (SELECT * FROM unnest(same.documents, same.lines))
      ORDER BY s.document_id DESC, s.line_no
    ) s;
    IF out.locations IS NOT NULL THEN
      PERFORM take_stock(batch, 'issue', out.locations, out.products, out.quantities, NULL, out.days, 'last',
        out.documents, out.lines, true);
    END IF;
    IF moving.comes_back THEN  -- what has come back covers what earlier sales are short of
      PERFORM settle_shortages(batch, c.location, c.products, moving.first_day)
      FROM (SELECT u.location, array_agg(u.product) AS products
            FROM unnest(moving.locations, moving.products) AS u(location, product)
            GROUP BY u.location ORDER BY u.location) c;
    END IF;
  END IF;

  SELECT array_agg(s.book_month) AS months, array_agg(s.day) AS days, array_agg(s.channel_id) AS channels,
    array_agg(s.side) AS sides, array_agg(s.product_id) AS products, array_agg(s.supplier_id) AS suppliers,
    array_agg(s.judgement) AS judgements, array_agg(s.amount) AS amounts, array_agg(s.quantity) AS quantities,
    array_agg(s.lines) AS lines
  INTO sums
  FROM (
    -- the sums know whether there is a certificate, not which
    SELECT s.book_month, s.day, s.channel_id, s.side, s.product_id, s.supplier_id,
      ROW(s.verdict, s.rule, NULL, NULL, CASE WHEN s.certificate_id IS NOT NULL THEN 0 END, s.province,
        s.way)::judgement AS judgement,
      sum(s.amount) AS amount, sum(s.quantity) AS quantity, count(*) AS lines
    FROM import_line_stage s
    WHERE s.posting_id = batch
    GROUP BY s.book_month, s.day, s.channel_id, s.side, s.product_id, s.supplier_id, s.verdict, s.rule,
      s.certificate_id IS NOT NULL, s.province, s.way
  ) s;
  SELECT array_agg(s.book_month) AS months, array_agg(s.day) AS days, array_agg(s.channel_id) AS channels,
    array_agg(s.side) AS sides, array_agg(s.total) AS totals, array_agg(s.documents) AS documents
  INTO totals
  FROM (
    SELECT s.book_month, s.day, s.channel_id, s.side, sum(s.total) AS total, count(*) AS documents
    FROM import_line_stage s
    WHERE s.posting_id = batch AND s.line_no = 1
    GROUP BY s.book_month, s.day, s.channel_id, s.side
  ) s;
  PERFORM add_daily_sums(sums.months, sums.days, sums.channels, sums.sides, sums.products, sums.suppliers,
    sums.judgements, sums.amounts, sums.quantities, sums.lines, totals.months, totals.days, totals.channels,
    totals.sides,
    totals.totals, totals.documents);
END $$;
COMMENT ON FUNCTION post_import IS
  'Posts the lines that an import has staged under a posting: documents and lines, the stock that they move, and '
  'last of all the daily sums, for which tills wait. The sales have taken place already: they post even where stock '
  'is short, and the missing part becomes a named shortage; what has expired goes out last.';

CREATE OR REPLACE FUNCTION put_staged_back(batch bigint, numbers bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  limited record;
  caps    numeric[];
  back    record;
BEGIN
  -- A platform's order of which some came back (goods_back): no more than what is still out of it, or is sold anew.
  SELECT array_agg(k.platform) AS platforms, array_agg(k.order_no) AS orders, array_agg(k.product_id) AS products
  INTO limited
  FROM (
    SELECT DISTINCT c.platform, c.order_no, s.product_id
    FROM import_line_stage s
    JOIN claim c ON c.claim_id = s.claim_id
    JOIN goods_back b ON b.order_no = c.order_no AND b.platform = c.platform
    WHERE s.posting_id = batch AND s.side = 'sale' AND s.reverses AND s.product_id IS NOT NULL
  ) k;
  IF limited.platforms IS NOT NULL THEN
    SELECT array_agg(greatest(0, coalesce(-o.quantity, 0) + coalesce(a.quantity, 0)) ORDER BY k.n) INTO caps
    FROM unnest(limited.platforms, limited.orders, limited.products) WITH ORDINALITY
      AS k(platform, order_no, product_id, n)
    LEFT JOIN LATERAL (
      SELECT sum(m.quantity) AS quantity FROM order_move m
      WHERE m.platform = k.platform AND m.order_no = k.order_no AND m.product_id = k.product_id
    ) o ON true
    LEFT JOIN LATERAL (
      SELECT sum(s.quantity) AS quantity
      FROM import_line_stage s
      JOIN claim c ON c.claim_id = s.claim_id
      WHERE s.posting_id = batch AND s.product_id = k.product_id AND s.side = 'sale' AND NOT s.reverses
        AND c.order_no = k.order_no AND c.platform = k.platform
    ) a ON true;
  END IF;
  SELECT array_agg(s.document) AS documents, array_agg(s.line_no) AS lines, array_agg(s.of_document) AS of_documents,
    array_agg(s.of_line) AS of_lines, array_agg(s.location_id) AS locations, array_agg(s.product_id) AS products,
    array_agg(s.day) AS days, array_agg(s.quantity) AS quantities, array_agg(s.cap) AS capped,
    array_agg(0.000) AS backs, array_agg(true) AS undone
  INTO back
  FROM (
    SELECT number_of(s.document_id, numbers) AS document, s.line_no, s.of_document, s.of_line, s.location_id,
      s.product_id, s.day, s.quantity, k.n AS cap
    FROM import_line_stage s
    LEFT JOIN claim c ON c.claim_id = s.claim_id AND caps IS NOT NULL
    LEFT JOIN unnest(limited.platforms, limited.orders, limited.products) WITH ORDINALITY
      AS k(platform, order_no, product_id, n)
      ON k.platform = c.platform AND k.order_no = c.order_no AND k.product_id = s.product_id
    WHERE s.posting_id = batch AND s.side = 'sale' AND s.reverses AND s.location_id IS NOT NULL
      AND s.product_id IS NOT NULL
    ORDER BY s.document_id DESC, s.line_no
  ) s;
  IF back.documents IS NOT NULL THEN
    PERFORM put_lines_back(batch, back.documents, back.lines, back.of_documents, back.of_lines, back.locations,
      back.products, back.days, back.quantities, back.backs, back.undone, back.undone, back.capped, caps);
  END IF;
END $$;
COMMENT ON FUNCTION put_staged_back IS
  'Puts back the goods of the sales that an import reverses. They are no more than what is still out of a '
  'platform''s order, of which somebody may have seen some come back.';

CREATE OR REPLACE FUNCTION issue_same(
  batch bigint, numbers bigint[], OUT documents bigint[], OUT lines integer[])
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last integer := last_move(batch);
  same record;
BEGIN
  SELECT array_agg(w.document_id) AS staged, array_agg(w.document) AS documents, array_agg(w.line_no) AS lines,
    array_agg(w.location_id) AS locations, array_agg(w.product_id) AS products, array_agg(w.quantity) AS quantities,
    array_agg(w.back_document) AS back_documents, array_agg(w.back_line) AS back_lines, array_agg(w.back) AS backs,
    array_agg(w.of_document) AS of_documents, array_agg(w.of_line) AS of_lines
  INTO same
  FROM (
    SELECT n.document_id, n.line_no, number_of(n.document_id, numbers) AS document, n.location_id, n.product_id,
      n.quantity, number_of(r.document_id, numbers) AS back_document, r.line_no AS back_line, r.of_document, r.of_line,
      b.quantity AS back
    FROM import_line_stage n
    JOIN import_line_stage r ON r.claim_id = n.claim_id AND r.part = n.part AND r.location_id = n.location_id
      AND r.product_id = n.product_id AND r.quantity = -n.quantity
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(m.quantity), 0) AS quantity
      FROM stock_move m WHERE m.document_id = number_of(r.document_id, numbers) AND m.line_no = r.line_no
    ) b
    WHERE n.posting_id = batch AND n.side = 'sale' AND NOT n.reverses AND n.quantity > 0
      AND r.posting_id = batch AND r.side = 'sale' AND r.reverses
      AND b.quantity = coalesce((  -- all that left
        SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = r.of_document AND v.line_no = r.of_line), 0)
  ) w;
  documents := same.staged;
  lines := same.lines;
  IF documents IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id,
    line_no)
  SELECT batch, last + row_number() OVER (ORDER BY s.document, s.line, m.move_no), 'issue', m.location_id, m.product_id,
    m.lot_id, -m.quantity, -m.value, s.document, s.line
  FROM unnest(same.documents, same.lines, same.back_documents, same.back_lines)
    AS s(document, line, back_document, back_line)
  JOIN stock_move m ON m.document_id = s.back_document AND m.line_no = s.back_line;
  INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
  SELECT s.document, s.line, s.location, s.product, s.quantity - s.back
  FROM unnest(same.documents, same.lines, same.locations, same.products, same.quantities, same.backs)
    AS s(document, line, location, product, quantity, back)
  WHERE s.quantity > s.back;
  INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
  SELECT batch, s.document, s.line, sum(d.quantity), true
  FROM unnest(same.documents, same.lines, same.of_documents, same.of_lines)
    AS s(document, line, of_document, of_line)
  JOIN shortage_cover d ON d.document_id = s.of_document AND d.line_no = s.of_line AND d.written_off
  GROUP BY s.document, s.line;
  PERFORM keep_stock(batch, last);
END $$;
COMMENT ON FUNCTION issue_same IS
  'Issues again what a correction leaves as it was, product, location and quantity: what came back goes out for the '
  'new line, of the same lots and at the same cost; what was missing stays so, and what was written off of it. '
  'Returns the staged lines of which that is so.';
