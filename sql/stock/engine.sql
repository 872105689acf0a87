-- The stock engine: all that moves goods locks their rows, takes them out, puts them in or back, and keeps the sums of
-- what is on hand here, by these functions alone. Quantities are in base units, values in yuan.

CREATE OR REPLACE FUNCTION lock_stock(locations bigint[], products bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  FOR attempt IN 1 .. 2 LOOP
    PERFORM FROM stock_on_hand h
    WHERE (h.location_id, h.product_id) IN (SELECT i.location, i.product FROM unnest(locations, products)
      AS i(location, product))
      AND NOT EXISTS (  -- all of them are there
        SELECT FROM unnest(locations, products) AS u(location, product)
        WHERE NOT EXISTS (SELECT FROM stock_on_hand o WHERE o.location_id = u.location AND o.product_id = u.product))
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h;
    EXIT WHEN FOUND;
    INSERT INTO stock_on_hand (location_id, product_id, quantity, lots)
    SELECT i.location, i.product, 0, p.lots
    FROM (
      SELECT DISTINCT u.location, u.product FROM unnest(locations, products) AS u(location, product)
      WHERE NOT EXISTS (SELECT FROM stock_on_hand h WHERE h.location_id = u.location AND h.product_id = u.product)
    ) i
    JOIN product p ON p.product_id = i.product
    ORDER BY i.location, i.product
    FOR SHARE OF p
    ON CONFLICT (location_id, product_id) DO NOTHING;
  END LOOP;
END $$;
COMMENT ON FUNCTION lock_stock IS
  'Locks the rows of stock_on_hand of pairs of location and product, in the order of their key. Rows that are not '
  'there are made before any is locked: who waits for a row to be made holds none that others wait for. A product '
  'stays by lot, or not, until its new row is committed (keep_by_lot). What is on hand is read by a later statement, '
  'which sees it as it is under the lock.';

CREATE OR REPLACE FUNCTION last_move(batch bigint) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT coalesce(max(m.move_no), 0) FROM stock_move m WHERE m.posting_id = batch);
END $$;
COMMENT ON FUNCTION last_move IS
  'The number of the last move of a posting so far; 0 where there is none.';

CREATE OR REPLACE FUNCTION keep_stock(batch bigint, after_move integer DEFAULT 0,
  by_lot boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE stock_on_hand h SET quantity = h.quantity + m.quantity, value = h.value + m.value
  FROM (SELECT v.location_id, v.product_id, sum(v.quantity) AS quantity, sum(v.value) AS value FROM stock_move v
        WHERE v.posting_id = batch AND v.move_no > after_move GROUP BY v.location_id, v.product_id) m
  WHERE h.location_id = m.location_id AND h.product_id = m.product_id;
  IF by_lot THEN
    INSERT INTO stock_lot (location_id, product_id, lot_id, quantity)
    SELECT DISTINCT m.location_id, m.product_id, m.lot_id, 0 FROM stock_move m
    WHERE m.posting_id = batch AND m.move_no > after_move AND m.lot_id IS NOT NULL AND m.quantity > 0
    ON CONFLICT (location_id, product_id, lot_id) DO NOTHING;
    UPDATE stock_lot t SET quantity = t.quantity + m.quantity
    FROM (SELECT v.location_id, v.product_id, v.lot_id, sum(v.quantity) AS quantity FROM stock_move v
          WHERE v.posting_id = batch AND v.move_no > after_move AND v.lot_id IS NOT NULL
          GROUP BY v.location_id, v.product_id, v.lot_id) m
    WHERE t.location_id = m.location_id AND t.product_id = m.product_id AND t.lot_id = m.lot_id;
  END IF;
END $$;
COMMENT ON FUNCTION keep_stock IS
  'Adds the moves of a posting after one of them to what is on hand, by location and, where any of them is `by_lot`, '
  'by lot.';

CREATE OR REPLACE FUNCTION take_stock(
  batch bigint, move_kind text, locations bigint[], products bigint[], quantities numeric[], lot_ids bigint[],
  days date[], expired text, documents bigint[] DEFAULT NULL, lines integer[] DEFAULT NULL,
  happened boolean DEFAULT false, after_move integer DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last     integer := coalesce(after_move, last_move(batch));
  plain    integer;
  rest     bigint[];
  each_day date[];
  on_day   date;
  result   record;
BEGIN
  -- Most goods are not kept by lot, and there is enough of them: no queue, and a sixth of a till's time less.
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, value, document_id, line_no)
  SELECT batch, last + row_number() OVER (ORDER BY i.n), move_kind, i.location, i.product, -i.quantity,
    -cut_between(cut_of(h.value, i.gone, h.quantity), i.upto - i.quantity, i.upto, i.gone), i.document, i.line
  FROM (
    SELECT u.*, sum(u.quantity) OVER of_product AS gone, sum(u.quantity) OVER (of_product ORDER BY u.n) AS upto
    FROM unnest(locations, products, quantities, documents, lines) WITH ORDINALITY
      AS u(location, product, quantity, document, line, n)
    WINDOW of_product AS (PARTITION BY u.location, u.product)
  ) i
  JOIN stock_on_hand h ON h.location_id = i.location AND h.product_id = i.product
  WHERE NOT h.lots AND h.quantity >= i.gone;
  GET DIAGNOSTICS plain = ROW_COUNT;
  IF plain < cardinality(products) THEN
    SELECT array_agg(i.n), CASE WHEN bool_or(h.lots) THEN array_agg(DISTINCT i.day) ELSE ARRAY[NULL::date] END
    INTO rest, each_day
    FROM (
      SELECT u.*, sum(u.quantity) OVER (PARTITION BY u.location, u.product) AS gone
      FROM unnest(locations, products, quantities, days) WITH ORDINALITY AS u(location, product, quantity, day, n)
    ) i
    JOIN stock_on_hand h ON h.location_id = i.location AND h.product_id = i.product
    WHERE h.lots OR h.quantity < i.gone;
  END IF;
  IF plain > 0 THEN
    PERFORM keep_stock(batch, last, false);
    last := last + plain;
  END IF;
  FOREACH on_day IN ARRAY coalesce(each_day, '{}') LOOP
    WITH demand AS MATERIALIZED (
      SELECT i.*, sum(i.quantity) OVER (PARTITION BY i.location, i.product, i.lot_id ORDER BY i.n) AS upto
      FROM unnest(locations, products, quantities, lot_ids, days, documents, lines) WITH ORDINALITY
        AS i(location, product, quantity, lot_id, day, document, line, n)
      WHERE i.n = ANY (rest) AND (on_day IS NULL OR i.day = on_day)
    ), asked AS MATERIALIZED (
      SELECT d.location, d.product, d.lot_id, h.lots, h.quantity AS on_hand, h.value AS worth
      FROM (SELECT DISTINCT d.location, d.product, d.lot_id FROM demand d) d
      JOIN stock_on_hand h ON h.location_id = d.location AND h.product_id = d.product
    ), supply AS MATERIALIZED (
      SELECT u.*, sum(u.there) OVER fefo AS upto
      FROM (
        SELECT a.*, NULL::bigint AS from_lot, a.on_hand AS there, NULL::date AS expires, false AS late
        FROM asked a
        WHERE NOT a.lots AND a.on_hand > 0
        UNION ALL
        SELECT a.*, t.lot_id, t.quantity, l.expires, expired = 'last' AND coalesce(l.expires < on_day, false)
        FROM asked a
        JOIN stock_lot t ON t.location_id = a.location AND t.product_id = a.product
        JOIN lot l ON l.lot_id = t.lot_id
        WHERE a.lots AND t.quantity > 0
          AND coalesce(a.lot_id = t.lot_id, expired <> 'refused' OR l.expires IS NULL OR l.expires >= on_day)
      ) u
      WINDOW fefo AS (PARTITION BY u.location, u.product, u.lot_id ORDER BY u.late, u.expires NULLS LAST, u.from_lot)
    ), taken AS (
      SELECT d.n, d.location, d.product, d.document, d.line, s.from_lot, s.on_hand, s.worth, s.upto,
        least(d.upto, s.upto) - greatest(d.upto - d.quantity, s.upto - s.there) AS quantity
      FROM demand d
      JOIN supply s ON s.location = d.location AND s.product = d.product AND s.lot_id IS NOT DISTINCT FROM d.lot_id
        AND d.upto - d.quantity < s.upto AND s.upto - s.there < d.upto
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id,
        line_no)
      SELECT batch, last + row_number() OVER (ORDER BY t.n, t.upto), move_kind, t.location, t.product, t.from_lot,
        -t.quantity, -cut_between(cut_of(t.worth, t.gone, t.on_hand), t.gone_upto - t.quantity, t.gone_upto, t.gone),
        t.document, t.line
      FROM (
        SELECT t.*, sum(t.quantity) OVER of_product AS gone,
          sum(t.quantity) OVER (of_product ORDER BY t.n, t.upto) AS gone_upto
        FROM taken t
        WINDOW of_product AS (PARTITION BY t.location, t.product)
      ) t
      RETURNING quantity, lot_id
    )
    SELECT (SELECT sum(d.quantity) FROM demand d) + coalesce(sum(m.quantity), 0) AS missing,
      bool_or(m.lot_id IS NOT NULL) AS by_lot, count(*) AS moves
    INTO result
    FROM moved m;
    IF result.missing > 0 THEN
      PERFORM name_short(batch, last, move_kind = 'issue', rest, locations, products, quantities, days, documents,
        lines,
        on_day, happened);
    END IF;
    IF result.moves > 0 THEN
      PERFORM keep_stock(batch, last, result.by_lot);
      last := last + result.moves;
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION take_stock IS
  'Takes goods out, each item of its location, product, quantity and day, first expired, first out, at the moving '
  'average of the location, cut over the moves so that they add up. A lot that is named is taken from whatever its '
  'day. What has expired by an item''s day is `expired`: refused, or taken first, as it comes, or last. What is '
  'missing becomes a named shortage of the document''s line where it has `happened` (a sale); else it is refused '
  '(name_short). Lots are taken day by day. The rows are locked already (lock_stock).';

CREATE OR REPLACE FUNCTION take_goods(
  batch bigint, move_kind text, of_location bigint, products bigint[], quantities numeric[], lot_ids bigint[],
    on_day date,
  expired text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM take_stock(batch, move_kind, array_fill(of_location, ARRAY[cardinality(products)]), products, quantities,
    lot_ids,
    array_fill(on_day, ARRAY[cardinality(products)]), expired);
END $$;
COMMENT ON FUNCTION take_goods IS
  'Takes goods out of one location on one day, as take_stock does; what is missing is refused.';

CREATE OR REPLACE FUNCTION put_stock(
  batch bigint, move_kind text, of_location bigint, products bigint[], quantities numeric[], lot_ids bigint[],
    amounts numeric[])
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last integer := last_move(batch);
BEGIN
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value)
  SELECT batch, last + i.n, move_kind, of_location, i.product, i.quantity, i.lot_id, i.amount
  FROM unnest(products, quantities, lot_ids, amounts) WITH ORDINALITY AS i(product, quantity, lot_id, amount, n);
  PERFORM keep_stock(batch, last);
END $$;
COMMENT ON FUNCTION put_stock IS
  'Puts goods into a location, at the values given in yuan. The rows are locked already (lock_stock).';

CREATE OR REPLACE FUNCTION put_back(
  batch bigint, kinds text[], locations bigint[], products bigint[], asked numeric[], days date[], documents bigint[],
  lines integer[], origin_of bigint[], origin_lots bigint[], origin_quantities numeric[], origin_values numeric[])
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last          integer := last_move(batch);
  unlotted      bigint[];
  unlotted_days date[];
  made_lots     bigint[];
BEGIN
  SELECT array_agg(w.product ORDER BY w.product), array_agg(w.day ORDER BY w.product) INTO unlotted, unlotted_days
  FROM (
    SELECT i.product, max(i.day) AS day
    FROM unnest(locations, products, asked, days) WITH ORDINALITY AS i(location, product, asked, day, n)
    JOIN unnest(origin_of, origin_lots) AS o(n, lot_id) ON o.n = i.n
    JOIN stock_on_hand h ON h.location_id = i.location AND h.product_id = i.product
    WHERE h.lots AND o.lot_id IS NULL AND i.asked > 0
    GROUP BY i.product
  ) w;
  FOR k IN 1 .. coalesce(cardinality(unlotted), 0) LOOP
    made_lots[k] := built_lot(unlotted[k], batch, unlotted_days[k]);
  END LOOP;
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id,
    line_no)
  SELECT batch, last + row_number() OVER (ORDER BY t.n, t.lot_id), t.kind, t.location, t.product,
    CASE WHEN h.lots THEN coalesce(t.lot_id, m.lot_id) END, t.take, cut_of(t.value, t.take, t.quantity), t.document,
      t.line
  FROM (
    SELECT i.*, o.lot_id, o.quantity, o.value, taken_of(i.asked, sum(o.quantity) OVER keep, o.quantity) AS take
    FROM unnest(kinds, locations, products, asked, documents, lines) WITH ORDINALITY
      AS i(kind, location, product, asked, document, line, n)
    JOIN unnest(origin_of, origin_lots, origin_quantities, origin_values) AS o(n, lot_id, quantity, value) ON o.n = i.n
    LEFT JOIN lot l ON l.lot_id = o.lot_id
    WINDOW keep AS (PARTITION BY i.n ORDER BY l.expires DESC NULLS FIRST, o.lot_id DESC)
  ) t
  JOIN stock_on_hand h ON h.location_id = t.location AND h.product_id = t.product
  LEFT JOIN unnest(unlotted, made_lots) AS m(product, lot_id) ON m.product = t.product
  WHERE t.take > 0;
  PERFORM keep_stock(batch, last);
END $$;
COMMENT ON FUNCTION put_back IS
  'Puts goods back that had left, each item as much of what is asked as there is of its origin: what is still out, '
  'by lot and at the values in yuan at which it left (`origin_of` is the number of the item). The lots that keep '
  'longest come back first. What left before the product was kept by lot comes back as a lot of its own. The rows '
  'are locked already (lock_stock).';
