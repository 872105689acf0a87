-- Shortages: what sales that had happened found too little of, covered by what comes in later.

CREATE OR REPLACE VIEW shortage_cover AS
SELECT s.posting_id, s.document_id, s.line_no, s.quantity, s.written_off
FROM shortage_settled s
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id);
COMMENT ON VIEW shortage_cover IS
  'What covered shortages, or was written off of them, and was not undone.';

CREATE OR REPLACE VIEW shortage_open AS
SELECT s.document_id, s.line_no, s.location_id, s.product_id,
  s.quantity + coalesce(b.quantity, 0) - coalesce(t.quantity, 0) AS quantity
FROM (
  SELECT a.document_id, a.line_no, a.location_id, a.product_id,
    a.quantity + coalesce((SELECT sum(g.short) FROM duplicate_goods g
      WHERE g.document_id = a.document_id AND g.line_no = a.line_no), 0) AS quantity
  FROM shortage a
  UNION ALL
  SELECT g.document_id, g.line_no, g.location_id, g.product_id, sum(g.short)
  FROM duplicate_goods g
  WHERE NOT EXISTS (SELECT FROM shortage a WHERE a.document_id = g.document_id AND a.line_no = g.line_no)
  GROUP BY g.document_id, g.line_no, g.location_id, g.product_id
) s
LEFT JOIN LATERAL (
  SELECT sum(r.quantity) AS quantity
  FROM line l JOIN shortage r ON r.document_id = l.document_id AND r.line_no = l.line_no
  WHERE l.of_document = s.document_id AND l.of_line = s.line_no AND (l.reverses OR l.judged = 'before')
) b ON true
LEFT JOIN LATERAL (
  SELECT sum(d.quantity) AS quantity FROM shortage_cover d
  WHERE d.document_id = s.document_id AND d.line_no = s.line_no
) t ON true
WHERE s.quantity > 0 AND s.quantity + coalesce(b.quantity, 0) - coalesce(t.quantity, 0) > 0;
COMMENT ON VIEW shortage_open IS
  'What sales that had happened are still short of: named, less what a reversal undid, later goods have covered '
  'or somebody has written off, and what a sale is not short of while it is a duplicate.';

CREATE OR REPLACE FUNCTION refuse_short(
  of_location bigint, products bigint[], asked numeric[], on_hand numeric[], usable numeric[],
    sold boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  facts jsonb;
BEGIN
  SELECT jsonb_build_object('sku', p.sku, 'name', p.name, 'unit', p.unit, 'location', l.code,
    'on_hand', trim_scale(usable[1])::text, 'asked', trim_scale(refuse_short.asked[1])::text,
    'expired', nullif(trim_scale(refuse_short.on_hand[1] - usable[1]), 0)::text, 'also', o.words) INTO facts
  FROM product p, location l, (
    SELECT string_agg(concat_ws(' ', q.sku, q.name, trim_scale(i.asked - i.usable), q.unit), ', ' ORDER BY i.n) AS words
    FROM unnest(products, refuse_short.asked, refuse_short.on_hand, usable) WITH ORDINALITY
      AS i(product, asked, on_hand, usable, n)
    JOIN product q ON q.product_id = i.product
    WHERE i.n > 1 AND (i.on_hand < i.asked OR refuse_short.on_hand[1] >= refuse_short.asked[1])
  ) o
  WHERE p.product_id = products[1] AND l.location_id = of_location;
  PERFORM refuse(CASE WHEN refuse_short.on_hand[1] < refuse_short.asked[1] THEN 'stock_short'
    WHEN sold THEN 'stock_expired' ELSE 'stock_expired_stays' END, facts);
END $$;
COMMENT ON FUNCTION refuse_short IS
  'Refuses a sale, or another issue, that finds too little of products, or only goods that have expired; with what '
  'is there of the first one, and what is missing of the others (`also`): all are booked in, or approved of, at '
  'once. Raises stock_short, stock_expired, stock_expired_stays.';

CREATE OR REPLACE FUNCTION name_short(
  batch bigint, after_move integer, sold boolean, items bigint[], locations bigint[], products bigint[],
  quantities numeric[], days date[], documents bigint[], lines integer[], on_day date, happened boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  short record;
BEGIN
  IF happened THEN
    INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
    SELECT i.document, i.line, i.location, i.product, i.quantity + coalesce(m.quantity, 0)
    FROM unnest(locations, products, quantities, days, documents, lines) WITH ORDINALITY
      AS i(location, product, quantity, day, document, line, n)
    LEFT JOIN (
      SELECT v.document_id, v.line_no, sum(v.quantity) AS quantity FROM stock_move v
      WHERE v.posting_id = batch AND v.move_no > after_move GROUP BY v.document_id, v.line_no
    ) m ON m.document_id = i.document AND m.line_no = i.line
    WHERE i.n = ANY (items) AND (on_day IS NULL OR i.day = on_day) AND i.quantity + coalesce(m.quantity, 0) > 0;
    RETURN;
  END IF;
  -- What is not there comes first: only where there is enough is anybody asked about what has expired.
  SELECT min(w.location) AS location, array_agg(w.product ORDER BY w.enough, w.n) AS products,
    array_agg(w.asked ORDER BY w.enough, w.n) AS asked, array_agg(w.on_hand ORDER BY w.enough, w.n) AS on_hand,
    array_agg(w.usable ORDER BY w.enough, w.n) AS usable
  INTO short
  FROM (
    SELECT d.location, d.product, d.asked, d.n, h.quantity AS on_hand, coalesce(m.usable, 0) AS usable,
      h.quantity >= d.asked AS enough
    FROM (
      SELECT i.location, i.product, sum(i.quantity) AS asked, min(i.n) AS n
      FROM unnest(locations, products, quantities, days) WITH ORDINALITY AS i(location, product, quantity, day, n)
      WHERE i.n = ANY (items) AND (on_day IS NULL OR i.day = on_day)
      GROUP BY i.location, i.product
    ) d
    JOIN stock_on_hand h ON h.location_id = d.location AND h.product_id = d.product
    LEFT JOIN (
      SELECT v.location_id, v.product_id, -sum(v.quantity) AS usable FROM stock_move v
      WHERE v.posting_id = batch AND v.move_no > after_move GROUP BY v.location_id, v.product_id
    ) m ON m.location_id = d.location AND m.product_id = d.product
    WHERE d.asked > coalesce(m.usable, 0)
  ) w;
  PERFORM refuse_short(short.location, short.products, short.asked, short.on_hand, short.usable, sold);
END $$;
COMMENT ON FUNCTION name_short IS
  'Names what some of the items are short of, by the moves of a posting after one of them that are not kept yet: as '
  'shortages of their lines where the sale has happened, else by a refusal (refuse_short).';

CREATE OR REPLACE FUNCTION settle_shortages(batch bigint, of_location bigint, products bigint[],
  on_day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  due record;
BEGIN
  IF NOT EXISTS (SELECT FROM shortage_open o WHERE o.location_id = of_location AND o.product_id = ANY (products)) THEN
    RETURN;
  END IF;
  FOR due IN
    SELECT o.document_id, o.line_no, o.product_id, least(o.quantity, h.quantity - o.before) AS quantity
    FROM (
      SELECT s.*, sum(s.quantity) OVER (PARTITION BY s.product_id ORDER BY s.document_id, s.line_no) - s.quantity
        AS before
      FROM shortage_open s WHERE s.location_id = of_location AND s.product_id = ANY (products)
    ) o
    JOIN stock_on_hand h ON h.location_id = o.location_id AND h.product_id = o.product_id
    WHERE h.quantity > o.before
    ORDER BY o.document_id, o.line_no
  LOOP
    PERFORM take_stock(batch, 'settle', ARRAY[of_location], ARRAY[due.product_id], ARRAY[due.quantity],
      ARRAY[NULL::bigint], ARRAY[on_day], 'first', ARRAY[due.document_id], ARRAY[due.line_no]);
    INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
    VALUES (batch, due.document_id, due.line_no, due.quantity, false);
  END LOOP;
END $$;
COMMENT ON FUNCTION settle_shortages IS
  'Covers open shortages of products at a location with what is on hand, the oldest first: the sale''s goods leave '
  'now. Each shortage is looked up by itself: hashed joins, which imports ask for, would read all of them once for '
  'each.';

CREATE OR REPLACE FUNCTION write_off_shortages(
  code text, location_code text, because text, happened_at timestamptz, by_operator text, by_command text)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  product     bigint := (products_of(ARRAY[code], ARRAY[1]))[1];
  batch       bigint;
  lines       bigint;
BEGIN
  PERFORM lock_stock(ARRAY[of_location], ARRAY[product]);
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
  SELECT batch, o.document_id, o.line_no, o.quantity, true
  FROM shortage_open o WHERE o.location_id = of_location AND o.product_id = product;
  GET DIAGNOSTICS lines = ROW_COUNT;
  IF lines = 0 THEN
    PERFORM refuse('shortage_none', jsonb_build_object('code', code));
  END IF;
  RETURN lines;
END $$;
COMMENT ON FUNCTION write_off_shortages IS
  'Writes off what sales that had happened are still short of, of a product at a location; returns how many lines. '
  'Raises shortage_none.';
