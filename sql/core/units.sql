-- What is entered in another unit than a product's base unit becomes base units, by a ratio of whole numbers: what does
-- not come out whole in thousandths of the base unit is refused, never rounded.

CREATE OR REPLACE VIEW measure AS
SELECT m.code, m.kind, m.size
FROM (VALUES
  ('吨', 'weight', 1000000), ('t', 'weight', 1000000), ('公斤', 'weight', 1000), ('千克', 'weight', 1000),
  ('kg', 'weight', 1000), ('斤', 'weight', 500), ('市斤', 'weight', 500), ('两', 'weight', 50), ('克', 'weight', 1),
  ('g', 'weight', 1), ('升', 'volume', 1000), ('l', 'volume', 1000), ('毫升', 'volume', 1), ('ml', 'volume', 1),
  ('米', 'length', 100), ('m', 'length', 100), ('厘米', 'length', 1), ('cm', 'length', 1)
) AS m(code, kind, size);
COMMENT ON VIEW measure IS
  'The measures that every product of their kind may be entered in, in whole grams, millilitres or centimetres.';

CREATE OR REPLACE VIEW unit_of_product AS
SELECT p.product_id, p.unit AS code, 1::bigint AS numerator, 1::bigint AS denominator, true AS built_in
FROM product p
UNION ALL
SELECT q.product_id, q.unit, q.numerator, q.denominator, false
FROM product_unit q
UNION ALL
SELECT p.product_id, m.code, (m.size / gcd(m.size, b.size))::bigint, (b.size / gcd(m.size, b.size))::bigint, true
FROM product p
JOIN measure b ON b.code = lower(p.unit)
JOIN measure m ON m.kind = b.kind AND m.code <> b.code;
COMMENT ON VIEW unit_of_product IS
  'The units each product may be entered in: its base unit, its own, and the measures of its base unit''s kind. One '
  'of it holds numerator / denominator base units.';

CREATE OR REPLACE FUNCTION ratio_text(numerator bigint, denominator bigint) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT AS $$
  SELECT CASE WHEN 1000 % denominator = 0 THEN trim_scale(numerator * (1000 / denominator) * 0.001)::text
    ELSE numerator || '/' || denominator END
$$;
COMMENT ON FUNCTION ratio_text IS
  'A ratio as people write it: 10, 12.5, or 1/12 where three decimals do not do.';

CREATE OR REPLACE FUNCTION in_base_units(skus text[], INOUT quantities numeric[], INOUT units text[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  answer record;
BEGIN
  IF coalesce(num_nonnulls(VARIADIC units), 0) = 0 THEN
    RETURN;
  END IF;
  WITH known AS (
    SELECT i.n, i.quantity, i.unit, p.product_id, p.sku, p.name, p.unit AS base,
      r.code, r.built_in, r.numerator, r.denominator,
      div(i.quantity * 1000 * r.numerator, r.denominator) * 0.001 AS in_base,
      mod(i.quantity * 1000 * r.numerator, r.denominator) <> 0 AS uneven
    FROM unnest(skus, quantities, units) WITH ORDINALITY AS i(sku, quantity, unit, n)
    LEFT JOIN product p ON p.sku = i.sku
    LEFT JOIN unit_of_product r ON r.product_id = p.product_id
      AND (r.code = i.unit OR r.built_in AND lower(r.code) = lower(i.unit))
  ), fault AS (
    SELECT k.* FROM known k
    WHERE k.unit IS NOT NULL AND k.product_id IS NOT NULL
      AND (k.code IS NULL OR k.uneven OR k.in_base >= 100000000000)
    ORDER BY k.n LIMIT 1
  )
  SELECT (SELECT jsonb_build_object('code', f.sku, 'name', f.name, 'unit', f.unit, 'base', f.base, 'line', f.n,
    'item', f.n,
      'quantity', trim_scale(f.quantity)::text, 'known', f.code IS NOT NULL, 'uneven', f.uneven) FROM fault f) AS fault,
    array_agg(CASE WHEN k.unit IS NULL OR k.code IS NULL THEN k.quantity ELSE k.in_base END ORDER BY k.n) AS quantities,
    array_agg(CASE WHEN NOT k.built_in OR k.numerator <> k.denominator THEN k.code END ORDER BY k.n) AS units
  INTO answer FROM known k;
  IF answer.fault IS NOT NULL THEN
    PERFORM refuse(CASE WHEN NOT (answer.fault->>'known')::boolean THEN 'unit_not_of_product'
        WHEN (answer.fault->>'uneven')::boolean THEN 'quantity_uneven' ELSE 'quantity_too_large' END,
      answer.fault - 'known' - 'uneven' || jsonb_build_object('units', units_of(answer.fault->>'code'))
      || CASE WHEN cardinality(skus) > 1 THEN '{}' ELSE '{"line": null}' END::jsonb);
  END IF;
  quantities := answer.quantities;
  units := answer.units;
END $$;
COMMENT ON FUNCTION in_base_units IS
  'Quantities of skus, in base units. A null unit is the base unit, and so are its other names in the units '
  'returned. Raises quantity_uneven, unit_not_of_product, quantity_too_large.';

CREATE OR REPLACE FUNCTION units_of(sku_code text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT string_agg(r.code, ' ' ORDER BY r.code <> p.unit, r.built_in,
      r.numerator::numeric / r.denominator DESC, r.code)
    FROM product p JOIN unit_of_product r ON r.product_id = p.product_id WHERE p.sku = sku_code);
END $$;
COMMENT ON FUNCTION units_of IS
  'The units a product may be entered in, as text.';

CREATE OR REPLACE FUNCTION goods_of(codes text[], asked numeric[], asked_units text[], zero_ok boolean DEFAULT false,
  OUT products bigint[], OUT quantities numeric[], OUT units text[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  skus  text[] := skus_of(codes);
  wrong record;
BEGIN
  SELECT c.quantities, c.units INTO quantities, units FROM in_base_units(skus, asked, asked_units) c;
  SELECT i.n, i.sku, i.quantity, p.name, p.unit, p.product_id, p.service,
    CASE WHEN i.unit IS NOT NULL THEN trim_scale(i.entered) || ' ' || i.unit END AS entered INTO wrong
  FROM unnest(skus, goods_of.quantities, asked, goods_of.units) WITH ORDINALITY AS i(sku, quantity, entered, unit, n)
  LEFT JOIN product p ON p.sku = i.sku
  LEFT JOIN unit u ON u.code = p.unit
  WHERE p.product_id IS NULL OR NOT i.quantity > 0 AND NOT (zero_ok AND i.quantity = 0)
    OR u.whole AND i.quantity <> trunc(i.quantity) OR p.service
  ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.product_id IS NULL THEN 'product_unknown'
        WHEN wrong.service THEN 'product_is_service'
        WHEN NOT wrong.quantity > 0 THEN 'quantity_not_positive' ELSE 'quantity_not_whole' END,
      jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'unit', wrong.unit, 'entered', wrong.entered,
        'quantity', trim_scale(wrong.quantity)::text)
      || jsonb_build_object('item', wrong.n, 'line', CASE WHEN cardinality(codes) > 1 THEN wrong.n END));
  END IF;
  SELECT array_agg(p.product_id ORDER BY i.n) INTO products
  FROM unnest(skus) WITH ORDINALITY AS i(sku, n) JOIN product p ON p.sku = i.sku;
END $$;
COMMENT ON FUNCTION goods_of IS
  'The products of skus or barcodes, and how much of each in base units. Refused where one is unknown, is not '
  'entered in that unit, is not above zero (`zero_ok`: below it), or not whole where it is counted by the piece. '
  'A service has no stock. Raises product_unknown, product_is_service, quantity_not_positive, quantity_not_whole.';

CREATE OR REPLACE FUNCTION products_of(codes text[], quantities numeric[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT g.products FROM goods_of(codes, quantities, NULL) g);
END $$;
COMMENT ON FUNCTION products_of IS
  'The products of skus or barcodes; refused where one is unknown, its quantity not above zero, or not whole.';

CREATE OR REPLACE FUNCTION refuse_twice(products bigint[], lot_codes text[], by_lot boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  twice record;
BEGIN
  SELECT p.sku, i.n INTO twice
  FROM (
    SELECT u.n, u.product, row_number() OVER (PARTITION BY u.product, CASE WHEN by_lot THEN u.lot END ORDER BY u.n)
      AS time
    FROM unnest(products, lot_codes) WITH ORDINALITY AS u(product, lot, n)
  ) i
  JOIN product p ON p.product_id = i.product
  WHERE i.time = 2 ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('stock_item_twice', jsonb_build_object('code', twice.sku, 'item', twice.n));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_twice IS
  'Refuses what stands twice in one act: 2 箱 and 3 盒 of a product are added up by the one who writes them. Of '
  'several lots of a product each is an act of its own, but in a count (`by_lot`). Raises stock_item_twice.';

CREATE OR REPLACE FUNCTION own_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text,
  OUT own product_unit)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    record;
  whole numeric := num;
  parts numeric := den;
BEGIN
  SELECT p.product_id, p.unit, r.code AS of_unit, r.numerator, r.denominator INTO it
  FROM product p
  LEFT JOIN unit_of_product r ON r.product_id = p.product_id
    AND (r.code = coalesce(own_unit.of_unit, p.unit) OR r.built_in AND lower(r.code) = lower(own_unit.of_unit))
  WHERE p.sku = sku_code FOR NO KEY UPDATE OF p;
  IF it.product_id IS NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', sku_code));
  ELSIF it.of_unit IS NULL THEN
    PERFORM refuse('unit_not_of_product',
      jsonb_build_object('code', sku_code, 'unit', of_unit, 'units', units_of(sku_code)));
  ELSIF lower(unit_name) IN (SELECT lower(it.unit) UNION ALL SELECT m.code FROM measure m) THEN
    PERFORM refuse('unit_built_in', jsonb_build_object('code', sku_code, 'unit', unit_name, 'base', it.unit));
  END IF;
  whole := whole * it.numerator;
  parts := parts * it.denominator;
  own.product_id := it.product_id;
  own.unit := unit_name;
  own.numerator := least(whole / gcd(whole, parts), 1e18);
  own.denominator := least(parts / gcd(whole, parts), 1e18);
END $$;
COMMENT ON FUNCTION own_unit IS
  'A unit of a product''s own, which holds num / den of another unit of it (null: of its base unit), as it is kept. '
  'Raises product_unknown, unit_not_of_product, unit_built_in.';

CREATE OR REPLACE FUNCTION add_product_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO product_unit (product_id, unit, numerator, denominator)
  SELECT u.product_id, u.unit, u.numerator, u.denominator FROM own_unit(sku_code, unit_name, num, den, of_unit) u;
END $$;
COMMENT ON FUNCTION add_product_unit IS
  'Gives a product a unit of its own.';

CREATE OR REPLACE FUNCTION list_product_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  listed product_unit := own_unit(sku_code, unit_name, num, den, of_unit);
  known  product_unit;
BEGIN
  SELECT * INTO known FROM product_unit q WHERE q.product_id = listed.product_id AND q.unit = listed.unit;
  IF NOT FOUND THEN
    INSERT INTO product_unit (product_id, unit, numerator, denominator)
    VALUES (listed.product_id, listed.unit, listed.numerator, listed.denominator);
  ELSIF known <> listed THEN
    PERFORM refuse('product_unit_holds_otherwise', jsonb_build_object('code', sku_code, 'unit', unit_name,
      'holds', ratio_text(known.numerator, known.denominator), 'base', p.unit))
    FROM product p WHERE p.product_id = known.product_id;
  END IF;
END $$;
COMMENT ON FUNCTION list_product_unit IS
  'Gives a product a unit of its own unless it has it already; one that holds something else is never changed in '
  'passing. Raises product_unit_holds_otherwise.';

CREATE OR REPLACE FUNCTION change_base_unit(sku_code text, unit_name text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  SELECT p.product_id, p.unit INTO it FROM product p WHERE p.sku = sku_code FOR NO KEY UPDATE;
  IF it.unit = unit_name THEN
    RETURN;
  ELSIF EXISTS (SELECT FROM stock_on_hand h WHERE h.product_id = it.product_id)
    OR EXISTS (SELECT FROM daily_sales s WHERE s.product_id = it.product_id)
    OR EXISTS (SELECT FROM listing_part q WHERE q.product_id = it.product_id)
    OR EXISTS (SELECT FROM product_part b WHERE it.product_id IN (b.product_id, b.part_id))
    OR EXISTS (SELECT FROM product_unit q WHERE q.product_id = it.product_id) THEN
    PERFORM refuse('product_unit_fixed', jsonb_build_object('code', sku_code, 'unit', it.unit));
  END IF;
  UPDATE product p SET unit = unit_name WHERE p.product_id = it.product_id;
END $$;
COMMENT ON FUNCTION change_base_unit IS
  'Says that a product''s base unit is another; refused once something of it was posted or counts in the old one. '
  'Raises product_unit_fixed.';
