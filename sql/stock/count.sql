-- Counting stock while selling goes on: each line keeps the book quantity read under the lock when it is counted, and
-- approval posts the difference, whatever has been sold meanwhile.

CREATE OR REPLACE VIEW count_difference AS
SELECT c.count_id, c.location_id, e.product_id, e.lot_id, e.counted, e.book, e.counted - e.book AS difference, e.times,
  CASE WHEN c.state IN ('approved', 'undone') THEN coalesce(m.value, 0.00)
    WHEN h.quantity > 0 THEN cut_of(h.value, e.counted - e.book, h.quantity) ELSE 0 END AS value,
  c.state = 'open' AND e.times < 2 AND e.counted <> e.book
    AND abs(CASE WHEN h.quantity > 0 THEN h.value / h.quantity ELSE p.price END
    * (e.counted - e.book)) > c.recount AS needs_recount
FROM stock_count c
JOIN (
  SELECT DISTINCT ON (l.count_id, l.product_id, l.lot_id) l.count_id, l.product_id, l.lot_id, l.counted, l.book,
    count(*) OVER (PARTITION BY l.count_id, l.product_id, l.lot_id) AS times
  FROM stock_count_line l
  ORDER BY l.count_id, l.product_id, l.lot_id, l.line_no DESC
) e ON e.count_id = c.count_id
JOIN product p ON p.product_id = e.product_id
LEFT JOIN stock_on_hand h ON h.location_id = c.location_id AND h.product_id = e.product_id
LEFT JOIN stock_move m ON m.posting_id = c.ended_by AND m.kind = 'adjust' AND m.product_id = e.product_id
  AND m.lot_id IS NOT DISTINCT FROM e.lot_id;
COMMENT ON VIEW count_difference IS
  'What each count found, by product and lot: the last that was counted of it, against the book at that moment, and '
  'what the difference costs at the location''s average, or did when it was posted.';

CREATE OR REPLACE VIEW count_scope AS
SELECT c.count_id, h.product_id, t.lot_id, coalesce(t.quantity, h.quantity) AS book
FROM stock_count c
JOIN stock_on_hand h ON h.location_id = c.location_id
JOIN product p ON p.product_id = h.product_id AND (c.category = '' OR p.category = c.category)
LEFT JOIN stock_lot t ON p.lots AND t.location_id = h.location_id AND t.product_id = h.product_id
WHERE coalesce(t.quantity, h.quantity) > 0;
COMMENT ON VIEW count_scope IS
  'What a count is to count: what is on hand in its scope, by lot where the product is kept so.';

CREATE OR REPLACE FUNCTION open_count(
  location_code text, of_category text, is_blind boolean, recount_over numeric, happened_at timestamptz,
  by_operator text, by_command text, OUT count_id bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  other       bigint;
BEGIN
  IF of_category <> '' AND NOT EXISTS (SELECT FROM product p WHERE p.category = of_category) THEN
    PERFORM refuse('category_unknown', jsonb_build_object('category', of_category));
  END IF;
  PERFORM FROM location l WHERE l.location_id = of_location FOR UPDATE;
  SELECT c.count_id INTO other FROM stock_count c
  WHERE c.location_id = of_location AND c.state = 'open'
    AND (c.category = of_category OR '' IN (c.category, of_category));
  IF other IS NOT NULL THEN
    PERFORM refuse('count_open_already', jsonb_build_object('count', other));
  END IF;
  SELECT b.batch INTO count_id FROM begin_move(by_operator, by_command, NULL, happened_at) b;
  INSERT INTO stock_count (count_id, location_id, category, blind, recount)
  VALUES (open_count.count_id, of_location, of_category, is_blind, recount_over);
END $$;
COMMENT ON FUNCTION open_count IS
  'Opens a count of a location, or of a category there. One open count of the same goods at a time. Raises '
  'category_unknown, count_open_already.';

CREATE OR REPLACE FUNCTION lock_count(wanted bigint, OUT it stock_count)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  SELECT * INTO it FROM stock_count c WHERE c.count_id = wanted FOR UPDATE;
  IF it.count_id IS NULL THEN
    PERFORM refuse('count_unknown', jsonb_build_object('count', wanted));
  ELSIF it.state <> 'open' THEN
    PERFORM refuse('count_ended', jsonb_build_object('count', wanted, 'state', it.state));
  END IF;
END $$;
COMMENT ON FUNCTION lock_count IS
  'Finds an open count, locked. Raises count_unknown, count_ended.';

CREATE OR REPLACE FUNCTION enter_count(
  wanted bigint, codes text[], asked numeric[], units text[], lot_codes text[], happened_at timestamptz,
  by_operator text, by_command text, OUT lines integer)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it         stock_count := lock_count(wanted);
  products   bigint[];
  quantities numeric[];
  lot_ids    bigint[];
  batch      bigint;
  wrong      record;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units, true) g;
  PERFORM refuse_twice(products, lot_codes, true);
  lot_ids := lots_of(products, lot_codes);
  SELECT i.n, p.sku, p.name, p.lots, i.lot, it.category <> '' AND p.category <> it.category AS outside INTO wrong
  FROM unnest(products, lot_ids, lot_codes) WITH ORDINALITY AS i(product, lot_id, lot, n)
  JOIN product p ON p.product_id = i.product
  WHERE p.lots <> (i.lot_id IS NOT NULL) OR it.category <> '' AND p.category <> it.category ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.outside THEN 'count_outside' WHEN wrong.lots THEN 'count_lot_missing'
      ELSE 'lot_unknown' END,
      jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'lot', wrong.lot, 'count', wanted,
        'item', wrong.n));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, NULL, happened_at) b;
  PERFORM lock_stock(array_fill(it.location_id, ARRAY[cardinality(products)]), products);
  SELECT i.n, i.entered, coalesce(i.unit, p.unit) AS unit, p.sku, p.name INTO wrong
  FROM unnest(products, quantities, asked, units) WITH ORDINALITY AS i(product, quantity, entered, unit, n)
  JOIN stock_on_hand h ON h.location_id = it.location_id AND h.product_id = i.product
  JOIN product p ON p.product_id = i.product
  WHERE h.quantity > 0 AND h.value * i.quantity / h.quantity >= 1000000000000 ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('quantity_too_large', jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'unit', wrong.unit,
      'quantity', trim_scale(wrong.entered)::text, 'item', wrong.n));
  END IF;
  INSERT INTO stock_count_line (count_id, line_no, product_id, lot_id, counted, book, posting_id)
  SELECT wanted, coalesce((SELECT max(l.line_no) FROM stock_count_line l WHERE l.count_id = wanted), 0) + i.n,
    i.product, i.lot_id, i.quantity,
    CASE WHEN i.lot_id IS NULL THEN h.quantity ELSE coalesce(t.quantity, 0) END, batch
  FROM unnest(products, quantities, lot_ids) WITH ORDINALITY AS i(product, quantity, lot_id, n)
  JOIN stock_on_hand h ON h.location_id = it.location_id AND h.product_id = i.product
  LEFT JOIN stock_lot t ON t.location_id = it.location_id AND t.lot_id = i.lot_id AND t.product_id = i.product;
  lines := cardinality(codes);
END $$;
COMMENT ON FUNCTION enter_count IS
  'Enters what was counted: a quantity of each product, and of each lot where a product is kept so; zero is counted '
  'too. Raises count_outside, count_lot_missing, lot_unknown, quantity_too_large.';

CREATE OR REPLACE FUNCTION approve_count(
  wanted bigint, partial boolean, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT lines bigint, OUT value numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    stock_count := lock_count(wanted);
  batch bigint;
  today date;
  wrong text;
  worth numeric;
BEGIN
  IF NOT is_approved_by_login() AND NOT is_one_person() AND EXISTS (
      SELECT FROM stock_count_line l JOIN posting p ON p.posting_id = l.posting_id
      WHERE l.count_id = wanted AND lower(trimmed(p.operator)) = lower(trimmed(by_operator))) THEN
    PERFORM refuse('count_second_person', jsonb_build_object('count', wanted, 'operator', by_operator));
  END IF;
  PERFORM lock_stock(array_fill(it.location_id, ARRAY[cardinality(w.products)]), w.products)
  FROM (SELECT array_agg(DISTINCT d.product_id) AS products FROM count_difference d WHERE d.count_id = wanted) w
  WHERE w.products IS NOT NULL;
  SELECT string_agg(DISTINCT p.sku, ', ') INTO wrong
  FROM count_difference d JOIN product p ON p.product_id = d.product_id WHERE d.count_id = wanted AND d.needs_recount;
  IF wrong IS NOT NULL THEN
    PERFORM refuse('count_recount', jsonb_build_object('count', wanted, 'codes', wrong));
  END IF;
  SELECT string_agg(DISTINCT p.sku, ', ') INTO wrong
  FROM count_scope s JOIN product p ON p.product_id = s.product_id
  WHERE s.count_id = wanted AND NOT EXISTS (SELECT FROM stock_count_line l
    WHERE l.count_id = wanted AND l.product_id = s.product_id AND l.lot_id IS NOT DISTINCT FROM s.lot_id);
  IF wrong IS NOT NULL AND NOT partial THEN
    PERFORM refuse('count_incomplete', jsonb_build_object('count', wanted, 'codes', wrong));
  END IF;

  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value)
  SELECT batch, row_number() OVER (ORDER BY d.product_id, d.lot_id), 'adjust', it.location_id, d.product_id,
    d.difference, d.lot_id, coalesce(cut_between(d.whole, d.upto - d.difference, d.upto, d.quantity), 0)
  FROM (
    -- The differences of a product's lots together are worth what their sum is: all that is left where nothing is.
    SELECT c.*, sum(c.difference) OVER of_product AS quantity,
      sum(c.difference) OVER (PARTITION BY c.product_id ORDER BY c.lot_id) AS upto,
      CASE WHEN h.quantity + sum(c.difference) OVER of_product = 0 THEN -h.value
        WHEN h.quantity > 0 THEN cut_of(h.value, sum(c.difference) OVER of_product, h.quantity) ELSE 0 END AS whole
    FROM count_difference c
    JOIN stock_on_hand h ON h.location_id = it.location_id AND h.product_id = c.product_id
    WHERE c.count_id = wanted AND c.difference <> 0
    WINDOW of_product AS (PARTITION BY c.product_id)
  ) d;
  GET DIAGNOSTICS lines = ROW_COUNT;
  SELECT min(p.sku) INTO wrong
  FROM stock_move m
  JOIN product p ON p.product_id = m.product_id
  JOIN stock_on_hand h ON h.location_id = m.location_id AND h.product_id = m.product_id
  LEFT JOIN stock_lot t ON t.location_id = m.location_id AND t.product_id = m.product_id AND t.lot_id = m.lot_id
  WHERE m.posting_id = batch AND (h.quantity + (SELECT sum(o.quantity) FROM stock_move o
      WHERE o.posting_id = batch AND o.product_id = m.product_id) < 0
    OR m.lot_id IS NOT NULL AND coalesce(t.quantity, 0) + m.quantity < 0);
  IF wrong IS NOT NULL THEN
    PERFORM refuse('count_overtaken', jsonb_build_object('count', wanted, 'code', wrong));
  END IF;
  PERFORM keep_stock(batch);
  PERFORM settle_shortages(batch, it.location_id, array_agg(DISTINCT m.product_id), today)
  FROM stock_move m WHERE m.posting_id = batch AND m.quantity > 0;
  SELECT coalesce(sum(m.value), 0), coalesce(sum(abs(m.value)), 0) INTO value, worth
  FROM stock_move m WHERE m.posting_id = batch AND m.kind = 'adjust';
  PERFORM expect_approval(batch, 'count', worth, jsonb_build_object('count', wanted, 'cost', value),
    sha256(convert_to(ROW(wanted, partial, value)::text, 'UTF8')), (SELECT array_agg(DISTINCT p.recorded_by::text)
      FROM stock_count_line l JOIN posting p ON p.posting_id = l.posting_id WHERE l.count_id = wanted));
  UPDATE stock_count c SET state = 'approved', ended_by = batch WHERE c.count_id = wanted;
END $$;
COMMENT ON FUNCTION approve_count IS
  'Approves a count: a second person posts the differences. What was not counted stays as the book has it, where '
  'that is said to be all right (`partial`). Returns the value of the differences. Raises count_second_person, '
  'count_recount, count_incomplete, count_overtaken.';

CREATE OR REPLACE FUNCTION cancel_count(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    stock_count := lock_count(wanted);
  batch bigint;
BEGIN
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  UPDATE stock_count c SET state = 'cancelled', ended_by = batch WHERE c.count_id = it.count_id;
END $$;
COMMENT ON FUNCTION cancel_count IS
  'Gives up a count: nothing is posted.';
