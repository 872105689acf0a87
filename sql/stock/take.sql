-- Goods go out: first expired, first out; what is missing; what has expired.

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
        lines, on_day, happened);
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
  on_day date, expired text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM take_stock(batch, move_kind, array_fill(of_location, ARRAY[cardinality(products)]), products, quantities,
    lot_ids, array_fill(on_day, ARRAY[cardinality(products)]), expired);
END $$;
COMMENT ON FUNCTION take_goods IS
  'Takes goods out of one location on one day, as take_stock does; what is missing is refused.';
