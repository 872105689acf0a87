-- Deliveries, in parts and by lot: goods leave the shelf, and are sold when they are accepted.

CREATE OR REPLACE FUNCTION deliver_canteen(
  request uuid, wanted bigint, codes text[], asked numeric[], units text[], lot_codes text[], because text,
  happened_at timestamptz, by_operator text, by_command text,
  OUT delivery bigint, OUT left_over numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it         canteen_order;
  products   bigint[];
  quantities numeric[];
  lots       text[] := lot_codes;
  today      date;
  over       record;
BEGIN
  SELECT * INTO delivery, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('canteen deliver', wanted, codes, asked, units, lot_codes, because)::text, 'UTF8')),
    by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    it := lock_canteen_order(wanted);
    PERFORM refuse_to_come(happened_at, today);
    PERFORM refuse_before(NULL, today, NULL, it.day, jsonb_build_object('order', wanted));
    IF cardinality(codes) = 0 THEN
      SELECT array_agg(l.product_id ORDER BY l.line_no), array_agg(l.open ORDER BY l.line_no),
        array_agg(NULL::text) INTO products, quantities, lots
      FROM canteen_order_line l WHERE l.posting_id = wanted AND l.open > 0;
      IF products IS NULL THEN
        PERFORM refuse('delivery_done', jsonb_build_object('order', wanted));
      END IF;
    ELSE
      SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
      PERFORM refuse_twice(products, lots, true);
    END IF;
    SELECT p.sku, p.name, p.unit, i.quantity, coalesce(l.open, 0) AS open INTO over
    FROM (SELECT u.product, sum(u.quantity) AS quantity, min(u.n) AS n
          FROM unnest(products, quantities) WITH ORDINALITY AS u(product, quantity, n) GROUP BY u.product) i
    JOIN product p ON p.product_id = i.product
    LEFT JOIN canteen_order_line l ON l.posting_id = wanted AND l.product_id = i.product
    WHERE i.quantity > coalesce(l.open, 0) ORDER BY i.n LIMIT 1;
    IF FOUND THEN
      PERFORM refuse('delivery_over', jsonb_build_object('order', wanted, 'code', over.sku, 'name', over.name,
        'unit', over.unit, 'quantity', trim_scale(over.quantity)::text, 'open', trim_scale(over.open)::text));
    END IF;
    INSERT INTO canteen_delivery (posting_id, order_id, day, at) VALUES (delivery, wanted, today, happened_at);
    PERFORM lock_stock(array_fill(it.location_id, ARRAY[cardinality(products)]), products);
    PERFORM take_goods(delivery, 'deliver', it.location_id, products, quantities, lots_of(products, lots), today,
      'refused');
    UPDATE canteen_order_line l SET open = l.open - i.quantity
    FROM (SELECT u.product, sum(u.quantity) AS quantity FROM unnest(products, quantities) AS u(product, quantity)
          GROUP BY u.product) i
    WHERE l.posting_id = wanted AND l.product_id = i.product;
  END IF;
  SELECT sum(l.open) INTO left_over FROM canteen_order_line l WHERE l.posting_id = wanted;
END $$;
COMMENT ON FUNCTION deliver_canteen IS
  'Delivers goods of an order, maybe in parts; all that is open of it where nothing is named. They leave the shelf, '
  'first expired first, or of the lots that are named, and are nobody''s sale until they are accepted. Returns the '
  'delivery, and the base units that are still open. Raises delivery_done, delivery_over.';
