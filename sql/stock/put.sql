-- Goods come in, or come back: the lots that keep longest first.

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
