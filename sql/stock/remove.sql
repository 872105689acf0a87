CREATE OR REPLACE FUNCTION remove_stock(
  move_kind text, codes text[], asked numeric[], units text[], lot_codes text[], location_code text, supplier_code text,
  of_receipt bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT cost numeric, OUT supplier text, OUT credit numeric, OUT uncredited numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  products    bigint[];
  quantities  numeric[];
  lot_ids     bigint[];
  taker       bigint;
  today       date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  lot_ids := lots_of(products, lot_codes);
  taker := CASE WHEN move_kind = 'give_back' THEN taker_of(supplier_code, products, lot_ids) END;
  PERFORM refuse_receipt(of_receipt, taker, today);
  PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);
  PERFORM take_goods(posting, move_kind, of_location, products, quantities, lot_ids, today, 'first');
  SELECT -sum(m.value), -sum(m.quantity) INTO cost, uncredited FROM stock_move m WHERE m.posting_id = posting;
  SELECT s.code, c.credit, uncredited - c.quantity INTO supplier, credit, uncredited
  FROM credit_return(posting, taker, of_receipt, today) c LEFT JOIN supplier s ON s.supplier_id = taker;
END $$;
COMMENT ON FUNCTION remove_stock IS
  'Takes goods out for good: `move_kind` is waste, with its reason, or give_back to a supplier, who credits what the '
  'goods were bought for. Returns their cost, and the supplier''s credit with the quantity that it is for.';
