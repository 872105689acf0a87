CREATE OR REPLACE FUNCTION receive_stock(
  codes text[], asked numeric[], asked_units text[], unit_costs numeric[], lot_codes text[], produced_on date[],
  expires_on date[], location_code text, supplier_code text, delivery_note text, happened_at timestamptz,
    by_operator text, by_command text)
RETURNS TABLE (location text, sku text, name text, unit text, quantity numeric, lot text, expires date, on_hand numeric,
  covered numeric, entered_quantity numeric, entered_unit text, receipt bigint, by_lot boolean, posting bigint,
  usual_cost numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  of_location bigint := location_of(location_code);
  products    bigint[];
  quantities  numeric[];
  units       text[];
  batch       bigint := nextval('posting_number');
  giver       bigint;
  today       date;
  wrong       record;
  usual       numeric[];
BEGIN
  SELECT g.* INTO products, quantities, units FROM goods_of(codes, asked, asked_units) g;
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  IF supplier_code IS NOT NULL THEN
    SELECT u.supplier_id INTO giver FROM supplier u WHERE u.code = supplier_code;
    IF giver IS NULL THEN
      PERFORM refuse('supplier_unknown', jsonb_build_object('code', supplier_code));
    END IF;
  END IF;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
  VALUES (batch, by_command, by_operator, recorder(), now(), delivery_note);
  INSERT INTO purchase (posting_id, supplier_id, day) SELECT batch, giver, today WHERE giver IS NOT NULL;
  PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);
  SELECT array_agg(CASE WHEN i.cost >= i.average * 10 OR i.cost <= i.average * 0.1 THEN i.average END ORDER BY i.n)
  INTO usual
  FROM (
    SELECT u.n, u.cost, h.value * u.quantity / nullif(h.quantity * u.entered, 0) AS average
    FROM unnest(products, quantities, asked, unit_costs) WITH ORDINALITY AS u(product, quantity, entered, cost, n)
    JOIN stock_on_hand h ON h.location_id = of_location AND h.product_id = u.product
  ) i;
  UPDATE lot l SET produced = i.produced, expires = coalesce(i.expires, i.produced + p.shelf_days), supplier_id = giver
  FROM unnest(products, lot_codes, produced_on, expires_on) AS i(product_id, code, produced, expires)
  JOIN product p ON p.product_id = i.product_id
  WHERE l.product_id = i.product_id AND l.code = i.code
    AND coalesce(i.expires, i.produced + p.shelf_days) <> coalesce(l.expires, 'infinity')
    AND EXISTS (SELECT FROM stock_move m WHERE m.lot_id = l.lot_id AND m.kind = 'undo')
    AND NOT EXISTS (SELECT FROM stock_move m WHERE m.lot_id = l.lot_id AND m.kind <> 'undo'
      AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = m.posting_id));

  WITH asked AS (
    SELECT i.*, p.lots, p.sku, p.name, p.unit AS base, h.quantity AS held, h.value AS held_value,
      coalesce(i.lot, CASE WHEN p.lots THEN to_char(today, 'YYYYMMDD') || '-' || batch || '-' || i.n END) AS code,
      coalesce(i.expires, coalesce(i.produced, today) + p.shelf_days) AS last_day,
      CASE WHEN i.cost IS NOT NULL THEN round(i.cost * i.entered, 2)
        WHEN h.quantity > 0 THEN cut_of(h.value, i.quantity, h.quantity) ELSE 0 END AS value
    FROM unnest(products, quantities, asked, units, unit_costs, lot_codes, produced_on, expires_on)
      WITH ORDINALITY AS i(product_id, quantity, entered, unit, cost, lot, produced, expires, n)
    JOIN product p ON p.product_id = i.product_id
    JOIN stock_on_hand h ON h.location_id = of_location AND h.product_id = i.product_id
  ), fault AS MATERIALIZED (
    -- What the constraints of lots, and the width of what is on hand, would refuse without a word about the line.
    SELECT f.*
    FROM (
      SELECT a.*, (a.lots OR a.lot IS NOT NULL) AND NOT is_plain_code(a.code, 40) AS malformed,
        a.lots AND a.produced > a.last_day AS disordered,
        a.held + sum(a.quantity) OVER upto >= 100000000000 AS too_many,
        a.held_value + sum(a.value) OVER upto >= 1000000000000 AS too_dear
      FROM asked a
      WINDOW upto AS (PARTITION BY a.product_id ORDER BY a.n)
    ) f
    WHERE f.malformed OR f.disordered OR f.too_many OR f.too_dear ORDER BY f.n LIMIT 1
  ), made AS (
    INSERT INTO lot (product_id, code, supplier_id, produced, expires)
    SELECT DISTINCT ON (a.product_id, a.code) a.product_id, a.code, giver, a.produced, a.last_day
    FROM asked a WHERE a.lots AND NOT EXISTS (SELECT FROM fault) ORDER BY a.product_id, a.code, a.n
    ON CONFLICT (product_id, code) DO UPDATE SET code = excluded.code
    RETURNING lot_id, product_id, code, expires
  ), moved AS (
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, lot, expires, cost,
      value, entered_unit, entered_quantity)
    SELECT batch, a.n, 'receive', of_location, a.product_id, a.quantity, m.lot_id, a.code,
      coalesce(m.expires, a.last_day),
      a.cost,
      a.value, a.unit, CASE WHEN a.unit IS NOT NULL THEN a.entered END
    FROM asked a
    LEFT JOIN made m ON m.product_id = a.product_id AND m.code = a.code
    WHERE NOT EXISTS (SELECT FROM fault)
  )
  SELECT f.* INTO wrong FROM fault f;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.malformed THEN 'lot_code_plain' WHEN wrong.disordered THEN 'lot_days_in_order'
        WHEN wrong.too_many THEN 'quantity_too_large' ELSE 'cost_too_large' END,
      jsonb_build_object('item', wrong.n, 'code', wrong.sku, 'name', wrong.name, 'unit',
        coalesce(wrong.unit, wrong.base),
        'quantity', trim_scale(wrong.entered)::text, 'cost', wrong.cost::text, 'lot', wrong.code,
        'produced', wrong.produced, 'expires', wrong.last_day));
  END IF;
  SELECT v.move_no, v.lot, l.expires, p.sku INTO wrong
  FROM stock_move v
  JOIN unnest(expires_on) WITH ORDINALITY AS i(expires, n) ON i.n = v.move_no
  JOIN lot l ON l.lot_id = v.lot_id
  JOIN product p ON p.product_id = v.product_id
  WHERE v.posting_id = batch AND i.expires IS NOT NULL AND i.expires IS DISTINCT FROM l.expires
    ORDER BY v.move_no LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('lot_expires_otherwise',
      jsonb_build_object('lot', wrong.lot, 'code', wrong.sku, 'expires', wrong.expires, 'item', wrong.move_no));
  END IF;
  PERFORM keep_stock(batch);
  PERFORM settle_shortages(batch, of_location, products, today);

  RETURN QUERY
  SELECT l.code, p.sku, p.name, p.unit, v.quantity, coalesce(v.lot, ''), v.expires, h.quantity,
    coalesce((SELECT -sum(m.quantity) FROM stock_move m
      WHERE m.posting_id = batch AND m.kind = 'settle' AND m.product_id = v.product_id), 0),
    v.entered_quantity, v.entered_unit, CASE WHEN giver IS NOT NULL THEN batch END, p.lots, batch,
      round(usual[v.move_no], 2)
  FROM stock_move v
  JOIN product p ON p.product_id = v.product_id
  JOIN location l ON l.location_id = v.location_id
  JOIN stock_on_hand h ON h.location_id = v.location_id AND h.product_id = v.product_id
  WHERE v.posting_id = batch AND v.kind = 'receive'
  ORDER BY v.move_no;
END $$;
COMMENT ON FUNCTION receive_stock IS
  'Receives goods into a location (the default one where none is named), several lines at once. Quantities and costs '
  'are of the units given (null: the base unit); the value is the one times the other, rounded once. The last day is '
  'what is said, else the day of production (today where none is said) and the product''s shelf life. A product kept '
  'by lot gets a lot made of the day where none is said. Goods without a cost come in at the location''s average. '
  'What comes in covers shortages of the product there, the oldest first. What comes from a supplier is a purchase, '
  'of which `receipt` is the number. `usual_cost` is the average so far, of the unit entered, where the cost that is '
  'said is ten times that or more, or a tenth or less. A lot that nothing stands of may get other days. Raises '
  'supplier_unknown, lot_code_plain, lot_days_in_order, quantity_too_large, cost_too_large, lot_expires_otherwise.';
