CREATE OR REPLACE FUNCTION lock_stock(places bigint[], products bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO stock_on_hand (location_id, product_id, quantity, lots)
  SELECT i.place, i.product, 0, p.lots
  FROM (
    SELECT DISTINCT u.place, u.product FROM unnest(places, products) AS u(place, product)
    WHERE NOT EXISTS (SELECT FROM stock_on_hand h WHERE h.location_id = u.place AND h.product_id = u.product)
  ) i
  JOIN product p ON p.product_id = i.product
  ORDER BY i.place, i.product
  FOR SHARE OF p
  ON CONFLICT (location_id, product_id) DO NOTHING;
  PERFORM FROM stock_on_hand h
  WHERE (h.location_id, h.product_id) IN (SELECT i.place, i.product FROM unnest(places, products) AS i(place, product))
  ORDER BY h.location_id, h.product_id
  FOR UPDATE;
END $$;
COMMENT ON FUNCTION lock_stock IS
  'Makes the rows of stock_on_hand that are not there yet, then locks all, each in key order: who waits for a row '
  'to be made holds none that others wait for. A product stays by lot, or not, until its new row is committed: see '
  'keep_by_lot.';

CREATE OR REPLACE FUNCTION last_move(batch bigint) RETURNS integer
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT coalesce(max(m.move_no), 0) FROM stock_move m WHERE m.posting_id = batch
$$;
COMMENT ON FUNCTION last_move IS
  'The number of the last move of a posting so far.';

CREATE OR REPLACE FUNCTION take_stock(
  batch bigint, move_kind text, place bigint, products bigint[], quantities numeric[], lot_ids bigint[], on_day date,
  expired_ok boolean, of_document bigint DEFAULT NULL, of_line integer DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  short record;
BEGIN
  WITH asked AS (
    SELECT i.n, i.product, i.quantity, i.lot_id, h.lots, h.quantity AS on_hand,
      CASE WHEN i.quantity = h.quantity THEN h.value ELSE round(h.value * i.quantity / nullif(h.quantity, 0), 2) END AS cost
    FROM unnest(products, quantities, lot_ids) WITH ORDINALITY AS i(product, quantity, lot_id, n)
    JOIN stock_on_hand h ON h.location_id = place AND h.product_id = i.product
  ), supply AS (
    SELECT u.*, sum(u.there) OVER fefo AS upto
    FROM (
      SELECT a.*, NULL::bigint AS from_lot, a.on_hand AS there, NULL::date AS expires FROM asked a WHERE NOT a.lots
      UNION ALL
      SELECT a.*, t.lot_id, t.quantity, l.expires
      FROM asked a
      JOIN stock_lot t ON t.location_id = place AND t.product_id = a.product
      JOIN lot l ON l.lot_id = t.lot_id
      WHERE a.lots AND t.quantity > 0 AND coalesce(a.lot_id = t.lot_id, expired_ok OR l.expires IS NULL OR l.expires >= on_day)
    ) u
    WINDOW fefo AS (PARTITION BY u.n ORDER BY u.expires NULLS LAST, u.from_lot)
  ), taken AS (
    SELECT s.n, s.product, s.from_lot, s.cost, s.quantity, least(s.quantity, s.upto) AS upto,
      least(s.quantity, s.upto) - least(s.quantity, s.upto - s.there) AS take
    FROM supply s
  ), moved AS (
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value, document_id, line_no)
    SELECT batch, last_move(batch) + row_number() OVER (ORDER BY t.n, t.upto), move_kind, place, t.product, -t.take,
      t.from_lot, round(t.cost * (t.upto - t.take) / t.quantity, 2) - round(t.cost * t.upto / t.quantity, 2),
      of_document, of_line
    FROM taken t
    WHERE t.take > 0
  )
  SELECT a.product, a.quantity, a.on_hand, coalesce(k.take, 0) AS usable INTO short
  FROM asked a
  LEFT JOIN (SELECT n, sum(take) AS take FROM taken GROUP BY n) k ON k.n = a.n
  WHERE a.quantity > coalesce(k.take, 0)
  ORDER BY a.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse_short(place, ARRAY[short.product], ARRAY[short.quantity], ARRAY[short.on_hand], ARRAY[short.usable], false);
  END IF;
END $$;
COMMENT ON FUNCTION take_stock IS
  'Writes moves out of a location, first expired first, at its moving average; refused where there is too little. A '
  'lot that is named is taken from, whatever its day; without one, what has expired by `on_day` only where that is '
  'allowed. Each product at most once (see refuse_twice); the rows are locked already.';

CREATE OR REPLACE FUNCTION put_stock(
  batch bigint, move_kind text, place bigint, products bigint[], quantities numeric[], lot_ids bigint[], amounts numeric[])
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value)
  SELECT batch, last_move(batch) + row_number() OVER (ORDER BY i.n), move_kind, place, i.product, i.quantity, i.lot_id, i.amount
  FROM unnest(products, quantities, lot_ids, amounts) WITH ORDINALITY AS i(product, quantity, lot_id, amount, n)
$$;
COMMENT ON FUNCTION put_stock IS
  'Writes moves into a location, at the values given.';

CREATE OR REPLACE FUNCTION keep_stock(batch bigint, after_move integer DEFAULT 0) RETURNS void
LANGUAGE sql SET search_path FROM CURRENT AS $$
  UPDATE stock_on_hand h SET quantity = h.quantity + m.quantity, value = h.value + m.value
  FROM (SELECT location_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM stock_move
        WHERE posting_id = batch AND move_no > after_move GROUP BY location_id, product_id) m
  WHERE h.location_id = m.location_id AND h.product_id = m.product_id;

  INSERT INTO stock_lot (location_id, product_id, lot_id, quantity)
  SELECT DISTINCT m.location_id, m.product_id, m.lot_id, 0 FROM stock_move m
  WHERE m.posting_id = batch AND m.move_no > after_move AND m.lot_id IS NOT NULL AND m.quantity > 0
  ON CONFLICT (location_id, product_id, lot_id) DO NOTHING;
  UPDATE stock_lot t SET quantity = t.quantity + m.quantity
  FROM (SELECT location_id, product_id, lot_id, sum(quantity) AS quantity FROM stock_move
        WHERE posting_id = batch AND move_no > after_move AND lot_id IS NOT NULL
        GROUP BY location_id, product_id, lot_id) m
  WHERE t.location_id = m.location_id AND t.product_id = m.product_id AND t.lot_id = m.lot_id;
$$;
COMMENT ON FUNCTION keep_stock IS
  'Adds the moves of a posting after one of them to what is on hand, by location and by lot.';
