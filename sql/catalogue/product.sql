-- Products, their barcodes, and what they are assembled from.

CREATE OR REPLACE FUNCTION save_product(asked_sku text, asked_name text, asked_unit text, asked_price numeric,
  asked_category text, supplier_code text, asked_origin text, asked_initials text, days bigint, is_active boolean)
RETURNS boolean
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_supplier bigint;
  old_origin  text := (SELECT p.origin FROM product p WHERE p.sku = asked_sku);
BEGIN
  IF supplier_code <> '' THEN
    SELECT s.supplier_id INTO of_supplier FROM supplier s WHERE s.code = supplier_code;
    IF of_supplier IS NULL THEN
      PERFORM refuse('supplier_unknown', jsonb_build_object('code', supplier_code));
    END IF;
  END IF;
  IF asked_unit IS NOT NULL AND NOT EXISTS (SELECT FROM unit u WHERE u.code = asked_unit) THEN
    PERFORM refuse('unit_unknown', jsonb_build_object('unit', asked_unit));
  END IF;
  IF NOT EXISTS (SELECT FROM product p WHERE p.sku = asked_sku) THEN
    INSERT INTO product (sku, name, unit, price, category, supplier_id, origin, initials)
    SELECT asked_sku, asked_name, asked_unit, asked_price, coalesce(asked_category, ''), of_supplier,
      coalesce(nullif(asked_origin, ''), g.county), coalesce(asked_initials, '')
    FROM programme g;
  ELSE
    IF asked_unit IS NOT NULL THEN
      PERFORM change_base_unit(asked_sku, asked_unit);
    END IF;
    UPDATE product SET name = coalesce(asked_name, name), price = coalesce(asked_price, price),
      category = coalesce(asked_category, category),
      supplier_id = CASE WHEN supplier_code IS NULL THEN supplier_id ELSE of_supplier END,
      origin = coalesce(nullif(asked_origin, ''), origin), initials = coalesce(asked_initials, initials),
      active = coalesce(is_active, active)
    WHERE sku = asked_sku;
  END IF;
  IF days IS NOT NULL THEN
    UPDATE product SET shelf_days = least(days, 100000) WHERE sku = asked_sku;
  END IF;
  RETURN coalesce(old_origin <> (SELECT p.origin FROM product p WHERE p.sku = asked_sku), false);
END $$;
COMMENT ON FUNCTION save_product IS
  'Adds or changes a product under its sku: the price in yuan, days from production to expiry; an empty supplier '
  'clears it. Returns whether its origin changed, so that its sales have to be judged anew. Raises supplier_unknown, '
  'unit_unknown.';

CREATE OR REPLACE FUNCTION make_service(sku_code text, is_service boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  SELECT p.product_id, p.service INTO it FROM product p WHERE p.sku = sku_code FOR NO KEY UPDATE;
  IF it.service = is_service THEN
    RETURN;
  ELSIF is_service AND (EXISTS (SELECT FROM stock_move m WHERE m.product_id = it.product_id)
    OR EXISTS (SELECT FROM shortage s WHERE s.product_id = it.product_id)
    OR EXISTS (SELECT FROM product_part b WHERE it.product_id IN (b.product_id, b.part_id))
    OR EXISTS (SELECT FROM canteen_order_line c WHERE c.product_id = it.product_id)) THEN
    PERFORM refuse('service_has_stock', jsonb_build_object('code', sku_code));
  ELSIF NOT is_service AND EXISTS (SELECT FROM line l WHERE l.product_id = it.product_id) THEN
    PERFORM refuse('service_sold', jsonb_build_object('code', sku_code));
  END IF;
  UPDATE product p SET service = is_service WHERE p.product_id = it.product_id;
END $$;
COMMENT ON FUNCTION make_service IS
  'Says that a product is a service, without stock, or is none: before anything of it moved, or was sold. Raises '
  'service_has_stock, service_sold.';

CREATE OR REPLACE FUNCTION save_barcode(asked_sku text, barcode_code text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  other text;
BEGIN
  SELECT p.sku INTO other FROM barcode b JOIN product p ON p.product_id = b.product_id WHERE b.code = barcode_code;
  IF other IS NULL THEN
    INSERT INTO barcode (code, product_id) SELECT barcode_code, p.product_id FROM product p WHERE p.sku = asked_sku;
  ELSIF other <> asked_sku THEN
    PERFORM refuse('barcode_taken', jsonb_build_object('barcode', barcode_code, 'code', other));
  END IF;
END $$;
COMMENT ON FUNCTION save_barcode IS
  'Gives a product a barcode, unless it has it. Raises barcode_taken.';

CREATE OR REPLACE FUNCTION remove_product_unit(asked_sku text, asked_unit text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM product_unit q USING product p
  WHERE p.product_id = q.product_id AND p.sku = asked_sku AND q.unit = asked_unit;
  IF NOT FOUND THEN
    PERFORM refuse('product_unit_unknown', jsonb_build_object('code', asked_sku, 'unit', asked_unit));
  END IF;
END $$;
COMMENT ON FUNCTION remove_product_unit IS
  'Takes a product''s own unit away; what was posted stays as it is, in base units. Raises product_unit_unknown.';

CREATE OR REPLACE FUNCTION set_parts(asked_sku text, codes text[], quantities numeric[], units text[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  product bigint;
BEGIN
  SELECT p.product_id INTO product FROM product p WHERE p.sku = asked_sku;
  IF product IS NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', asked_sku));
  END IF;
  DELETE FROM product_part b WHERE b.product_id = product;
  IF cardinality(codes) = 0 THEN
    RETURN;
  END IF;
  INSERT INTO product_part (product_id, part_id, quantity)
  SELECT product, i.part, i.quantity
  FROM goods_of(codes, quantities, units) g, unnest(g.products, g.quantities) AS i(part, quantity);
  IF EXISTS (
    WITH RECURSIVE inside AS (
      SELECT b.part_id FROM product_part b WHERE b.product_id = product
      UNION
      SELECT b.part_id FROM inside i JOIN product_part b ON b.product_id = i.part_id
    )
    SELECT FROM inside i WHERE i.part_id = product) THEN
    PERFORM refuse('parts_circular', jsonb_build_object('code', asked_sku));
  END IF;
END $$;
COMMENT ON FUNCTION set_parts IS
  'Says what a product is assembled from; no codes for one that is not. Raises product_unknown, parts_circular.';

CREATE OR REPLACE FUNCTION set_minimum(code text, asked numeric, location_code text,
  OUT location text, OUT sku text, OUT name text, OUT unit text)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  product     bigint := (products_of(ARRAY[code], ARRAY[greatest(asked, 1)]))[1];
BEGIN
  DELETE FROM stock_minimum n WHERE n.location_id = of_location AND n.product_id = product;
  IF asked <> 0 THEN
    INSERT INTO stock_minimum (location_id, product_id, quantity) VALUES (of_location, product, asked);
  END IF;
  SELECT l.code, p.sku, p.name, p.unit INTO location, sku, name, unit
  FROM location l, product p
  WHERE l.location_id = of_location AND p.product_id = product;
END $$;
COMMENT ON FUNCTION set_minimum IS
  'Says how many base units of a product must be left at a location, zero for no such thing; returns of what, where '
  'and in which unit.';
