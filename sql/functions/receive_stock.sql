-- Receives goods into a location (the default one where none is named); answers what is there now.
CREATE OR REPLACE FUNCTION receive_stock(
  code text, received numeric, location_code text, unit_cost numeric, lot_code text, expires_on date,
  by_operator text, by_command text,
  OUT location text, OUT sku text, OUT name text, OUT unit text, OUT on_hand numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  place   bigint;
  product bigint;
  whole   boolean;
  batch   bigint := nextval('posting_number');
BEGIN
  SELECT p.product_id, p.sku, p.name, p.unit, u.whole INTO product, sku, name, unit, whole
  FROM product p JOIN unit u ON u.code = p.unit
  WHERE p.product_id = coalesce((SELECT k.product_id FROM product k WHERE k.sku = receive_stock.code),
    (SELECT b.product_id FROM barcode b WHERE b.code = receive_stock.code));
  SELECT l.location_id, l.code INTO place, location FROM location l
  WHERE CASE WHEN location_code IS NULL THEN l.is_default ELSE l.code = location_code END;
  IF product IS NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', receive_stock.code));
  ELSIF place IS NULL THEN
    PERFORM refuse('location_unknown', jsonb_build_object('code', coalesce(location_code, '')));
  ELSIF NOT received > 0 THEN
    PERFORM refuse('quantity_not_positive', jsonb_build_object('code', sku, 'quantity', trim_scale(received)::text));
  ELSIF whole AND received <> trunc(received) THEN
    PERFORM refuse('quantity_not_whole', jsonb_build_object('code', sku, 'name', name, 'unit', unit,
      'quantity', trim_scale(received)::text));
  END IF;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (batch, by_command, by_operator, session_user, now());
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot, expires, cost)
  VALUES (batch, 1, 'receive', place, product, received, lot_code, expires_on, unit_cost);
  INSERT INTO stock_on_hand AS h (location_id, product_id, quantity)
  VALUES (place, product, received)
  ON CONFLICT (location_id, product_id) DO UPDATE SET quantity = h.quantity + excluded.quantity
  RETURNING h.quantity INTO on_hand;
END $$;
