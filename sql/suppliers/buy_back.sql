-- Contract buy-back (回购): the company that sold the fry takes the grown fish at an agreed price. No sale: goods that
-- go back to who supplied them are not consumed, so they never come near a document, and their money is the supplier's
-- account.

CREATE OR REPLACE FUNCTION add_contract(
  supplier_code text, code text, agreed numeric, first_day date, last_day date, at_most numeric) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who    bigint := lock_supplier(supplier_code);
  number bigint;
BEGIN
  IF first_day > last_day THEN
    PERFORM refuse('contract_days', '{}');
  END IF;
  INSERT INTO buy_back_contract (supplier_id, product_id, price, from_day, to_day, maximum)
  VALUES (who, (products_of(ARRAY[code], ARRAY[coalesce(at_most, 1)]))[1], agreed, first_day, last_day, at_most)
  RETURNING contract_id INTO number;
  RETURN number;
END $$;
COMMENT ON FUNCTION add_contract IS
  'Makes a contract; returns its number. Raises contract_days.';

CREATE OR REPLACE FUNCTION end_contract(wanted bigint, last_day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it   buy_back_contract;
  used date;
BEGIN
  SELECT * INTO it FROM buy_back_contract c WHERE c.contract_id = wanted;
  IF it.contract_id IS NULL THEN
    PERFORM refuse('contract_unknown', jsonb_build_object('contract', wanted));
  END IF;
  PERFORM FROM supplier s WHERE s.supplier_id = it.supplier_id FOR NO KEY UPDATE;
  SELECT max(b.day) INTO used FROM buy_back b
  WHERE b.contract_id = wanted AND b.reverses IS NULL
    AND NOT EXISTS (SELECT FROM buy_back u WHERE u.reverses = b.posting_id);
  IF used > last_day THEN
    PERFORM refuse('contract_used', jsonb_build_object('contract', wanted, 'day', used));
  END IF;
  UPDATE buy_back_contract c SET to_day = greatest(last_day, c.from_day - 1) WHERE c.contract_id = wanted;
END $$;
COMMENT ON FUNCTION end_contract IS
  'Says which day is a contract''s last; one before its first says that it was never in force. Raises '
  'contract_unknown, contract_used.';

CREATE OR REPLACE FUNCTION buy_back_stock(
  request uuid, supplier_code text, codes text[], asked numeric[], units text[], lot_codes text[], location_code text,
  said_day date,
  because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT amount numeric, OUT cost numeric, OUT owed numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who         bigint := lock_supplier(supplier_code);
  of_location bigint := location_of(location_code);
  products    bigint[];
  quantities  numeric[];
  today       date;
  on_day      date;
  wrong       record;
BEGIN
  SELECT * INTO posting, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('supplier buyback', supplier_code, codes,
    asked, units, lot_codes, location_code, said_day, because)::text, 'UTF8')), by_operator, by_command, because,
      happened_at);
  IF NOT repeated THEN  -- only then: a unit may have gone since it was first entered
    SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
    PERFORM refuse_twice(products, lot_codes);
    on_day := past_day(said_day, today);
    SELECT p.sku, i.quantity, c.contract_id, c.maximum - coalesce(u.quantity, 0) AS left_over INTO wrong
    FROM unnest(products, quantities) AS i(product, quantity)
    JOIN product p ON p.product_id = i.product
    LEFT JOIN buy_back_contract c
      ON c.supplier_id = who AND c.product_id = i.product AND on_day BETWEEN c.from_day AND c.to_day
    LEFT JOIN (SELECT contract_id, sum(quantity) AS quantity FROM buy_back GROUP BY contract_id) u
      ON u.contract_id = c.contract_id
    WHERE c.contract_id IS NULL OR i.quantity > c.maximum - coalesce(u.quantity, 0)
    ORDER BY p.sku LIMIT 1;
    IF FOUND THEN
      PERFORM refuse(CASE WHEN wrong.contract_id IS NULL THEN 'contract_missing' ELSE 'contract_over' END,
        jsonb_build_object('supplier', supplier_code, 'code', wrong.sku, 'day', on_day, 'contract', wrong.contract_id,
          'quantity', trim_scale(wrong.quantity)::text, 'left', trim_scale(wrong.left_over)::text));
    END IF;
    PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);
    PERFORM take_goods(posting, 'buy_back', of_location, products, quantities, lots_of(products, lot_codes), on_day,
      'refused');
    INSERT INTO buy_back (posting_id, line_no, contract_id, supplier_id, day, quantity, amount)
    SELECT posting, i.n, c.contract_id, who, on_day, i.quantity, round(c.price * i.quantity, 2)
    FROM unnest(products, quantities) WITH ORDINALITY AS i(product, quantity, n)
    JOIN buy_back_contract c
      ON c.supplier_id = who AND c.product_id = i.product AND on_day BETWEEN c.from_day AND c.to_day;
  END IF;
  SELECT sum(b.amount) INTO amount FROM buy_back b WHERE b.posting_id = posting;
  SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
  owed := owed_to(who);
END $$;
COMMENT ON FUNCTION buy_back_stock IS
  'Gives goods to a supplier under the contract in force on the day, first expired first. Returns what the supplier '
  'owes for them, what they cost, and what is owed to the supplier now. Raises contract_missing, contract_over.';

CREATE OR REPLACE FUNCTION undo_buy_back(
  request uuid, wanted bigint, said_day date, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT amount numeric, OUT cost numeric, OUT owed numeric, OUT supplier text, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it          record;
  of_location bigint;
  products    bigint[];
  today       date;
  on_day      date;
BEGIN
  SELECT b.supplier_id, b.day, b.reverses INTO it FROM buy_back b WHERE b.posting_id = wanted LIMIT 1;
  IF it.supplier_id IS NULL THEN
    PERFORM refuse('buy_back_unknown', jsonb_build_object('number', wanted));
  END IF;
  SELECT s.code INTO supplier FROM supplier s WHERE s.supplier_id = it.supplier_id FOR NO KEY UPDATE;
  SELECT * INTO posting, today, repeated FROM begin_once(request, sha256(convert_to(ROW('supplier buyback-undo', wanted,
    said_day, because)::text, 'UTF8')), by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    on_day := past_day(said_day, today);
    IF it.reverses IS NOT NULL OR on_day < it.day OR EXISTS (SELECT FROM buy_back b WHERE b.reverses = wanted) THEN
      PERFORM refuse(CASE WHEN it.reverses IS NOT NULL THEN 'buy_back_is_undo' WHEN on_day < it.day
        THEN 'buy_back_later'
        ELSE 'buy_back_undone' END, jsonb_build_object('number', wanted, 'day', it.day));
    END IF;
    SELECT min(m.location_id), array_agg(DISTINCT m.product_id) INTO of_location, products
    FROM stock_move m WHERE m.posting_id = wanted;
    PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value)
    -- goods of no lot come back as one, where lots are kept now
    SELECT posting, m.move_no, 'buy_back', of_location, m.product_id,
      CASE WHEN h.lots THEN coalesce(m.lot_id, built_lot(m.product_id, posting, today)) END, -m.quantity, -m.value
    FROM stock_move m
    JOIN stock_on_hand h ON h.location_id = of_location AND h.product_id = m.product_id
    WHERE m.posting_id = wanted;
    PERFORM keep_stock(posting);
    INSERT INTO buy_back (posting_id, line_no, contract_id, supplier_id, day, quantity, amount, reverses)
    SELECT posting, b.line_no, b.contract_id, b.supplier_id, on_day, -b.quantity, -b.amount, wanted
    FROM buy_back b WHERE b.posting_id = wanted;
    PERFORM settle_shortages(posting, of_location, products, today);
  END IF;
  SELECT -sum(b.amount) INTO amount FROM buy_back b WHERE b.posting_id = posting;
  SELECT sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting AND m.kind = 'buy_back';
  owed := owed_to(it.supplier_id);
END $$;
COMMENT ON FUNCTION undo_buy_back IS
  'Undoes a buy-back that was entered by mistake, whole: the goods return where they left, to their lots and at '
  'their values, and the supplier does not owe for them any more. Returns what is not owed for them, and what they '
  'cost. Raises buy_back_unknown, buy_back_is_undo, buy_back_later, buy_back_undone.';
