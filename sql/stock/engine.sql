-- The stock engine: all that moves goods locks their rows and keeps the sums of what is on hand here, takes them out by
-- take.sql, and puts them in or back by put.sql. Quantities are in base units, values in yuan.

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
