SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA pengshui;
CREATE FUNCTION pengshui.add_contract(supplier_code text, code text, agreed numeric, first_day date, last_day date, at_most numeric) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.add_product_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  INSERT INTO product_unit (product_id, unit, numerator, denominator)
  SELECT u.product_id, u.unit, u.numerator, u.denominator FROM own_unit(sku_code, unit_name, num, den, of_unit) u;
$$;
CREATE FUNCTION pengshui.adjust_supplier(supplier_code text, change numeric, receipt bigint, said_day date, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT owed numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  today date;
BEGIN
  IF receipt IS NOT NULL AND NOT EXISTS (SELECT FROM purchase p WHERE p.posting_id = receipt AND p.supplier_id = who) THEN
    PERFORM refuse('receipt_unknown', jsonb_build_object('receipt', receipt, 'code', supplier_code));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO supplier_adjustment (posting_id, supplier_id, day, receipt_id, amount)
  VALUES (posting, who, past_day(said_day, today), receipt, change);
  owed := owed_to(who);
END $$;
CREATE FUNCTION pengshui.any_estimated() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT count(*) > 0 FROM (SELECT FROM claim c WHERE c.estimated ORDER BY c.platform, c.order_no LIMIT 1) e;
$$;
CREATE FUNCTION pengshui.approve_count(wanted bigint, partial boolean, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT lines bigint, OUT value numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it    stock_count := lock_count(wanted);
  batch bigint;
  today date;
  wrong text;
BEGIN
  IF EXISTS (SELECT FROM stock_count_line l JOIN posting p ON p.posting_id = l.posting_id
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
  SELECT batch, row_number() OVER (ORDER BY d.product_id, d.lot_id), 'adjust', it.location_id, d.product_id, d.difference,
    d.lot_id, coalesce(round(d.whole * d.upto / nullif(d.quantity, 0), 2)
      - round(d.whole * (d.upto - d.difference) / nullif(d.quantity, 0), 2), 0)
  FROM (
    -- The differences of a product's lots together are worth what their sum is: all that is left where nothing is.
    SELECT c.*, sum(c.difference) OVER of_product AS quantity,
      sum(c.difference) OVER (PARTITION BY c.product_id ORDER BY c.lot_id) AS upto,
      CASE WHEN h.quantity + sum(c.difference) OVER of_product = 0 THEN -h.value
        WHEN h.quantity > 0 THEN round(h.value * sum(c.difference) OVER of_product / h.quantity, 2) ELSE 0 END AS whole
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
  SELECT coalesce(sum(m.value), 0) INTO value FROM stock_move m WHERE m.posting_id = batch AND m.kind = 'adjust';
  UPDATE stock_count c SET state = 'approved', ended_by = batch WHERE c.count_id = wanted;
END $$;
CREATE FUNCTION pengshui.assemble_stock(code text, asked numeric, asked_unit text, apart boolean, location_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT cost numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place    bigint := location_of(location_code);
  whole    bigint;
  wanted   numeric;
  parts    bigint[];
  needed   numeric[];
  shares   numeric[];
  broken   record;
  today    date;
  made_lot bigint;
BEGIN
  SELECT g.products[1], g.quantities[1] INTO whole, wanted FROM goods_of(ARRAY[code], ARRAY[asked], ARRAY[asked_unit]) g;
  SELECT array_agg(b.part_id ORDER BY b.part_id), array_agg(b.quantity * wanted ORDER BY b.part_id),
    array_agg(greatest(round(p.price * b.quantity, 2), 0.01) ORDER BY b.part_id) INTO parts, needed, shares
  FROM product_part b JOIN product p ON p.product_id = b.part_id WHERE b.product_id = whole;
  IF parts IS NULL THEN
    PERFORM refuse('product_has_no_parts', jsonb_build_object('code', code));
  END IF;
  SELECT p.sku, p.name, p.unit, i.quantity INTO broken
  FROM unnest(parts, needed) AS i(part, quantity)
  JOIN product p ON p.product_id = i.part
  JOIN unit u ON u.code = p.unit
  WHERE i.quantity <> CASE WHEN u.whole THEN trunc(i.quantity) ELSE trunc(i.quantity, 3) END LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('part_broken', jsonb_build_object('code', broken.sku, 'name', broken.name, 'unit', broken.unit,
      'quantity', trim_scale(broken.quantity)::text, 'whole', code, 'asked', trim_scale(wanted)::text));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(parts) + 1]), parts || whole);
  IF apart THEN
    PERFORM take_stock(posting, 'build', place, ARRAY[whole], ARRAY[wanted], ARRAY[NULL::bigint], today, false);
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    PERFORM put_stock(posting, 'build', place, parts, needed,
      (SELECT array_agg(CASE WHEN p.lots THEN built_lot(p.product_id, posting, today, built_in(whole, p.product_id)) END ORDER BY i.n)
       FROM unnest(parts) WITH ORDINALITY AS i(part, n) JOIN product p ON p.product_id = i.part),
      (SELECT array_agg(round(cost * c.upto / c.whole, 2) - round(cost * (c.upto - c.share) / c.whole, 2) ORDER BY c.n)
       FROM (SELECT i.n, i.share, sum(i.share) OVER (ORDER BY i.n) AS upto, sum(i.share) OVER () AS whole
             FROM unnest(shares) WITH ORDINALITY AS i(share, n)) c));
  ELSE
    PERFORM take_stock(posting, 'build', place, parts, needed, array_fill(NULL::bigint, ARRAY[cardinality(parts)]), today, false);
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    SELECT CASE WHEN p.lots THEN built_lot(whole, posting, today) END INTO made_lot FROM product p WHERE p.product_id = whole;
    PERFORM put_stock(posting, 'build', place, ARRAY[whole], ARRAY[wanted], ARRAY[made_lot], ARRAY[cost]);
  END IF;
  PERFORM keep_stock(posting);
END $$;
CREATE FUNCTION pengshui.begin_move(by_operator text, by_command text, because text, happened_at timestamp with time zone, OUT batch bigint, OUT today date) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  PERFORM refuse_blank(because);
  batch := nextval('posting_number');
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), because);
END $$;
CREATE FUNCTION pengshui.begin_once(request uuid, asked_digest bytea, by_operator text, by_command text, because text, happened_at timestamp with time zone, OUT batch bigint, OUT today date, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  first posting;
BEGIN
  SELECT * INTO first FROM posting p WHERE p.request_id = request;
  repeated := first.posting_id IS NOT NULL;
  IF NOT repeated THEN
    PERFORM refuse_blank(because);
    SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
    batch := nextval('posting_number');
    INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason, request_id, request_digest)
    VALUES (batch, by_command, by_operator, session_user, now(), because, request, asked_digest);
  ELSIF first.request_digest IS DISTINCT FROM asked_digest THEN
    PERFORM refuse('request_used', jsonb_build_object('id', request, 'posting', first.posting_id));
  ELSE
    batch := first.posting_id;
  END IF;
END $$;
CREATE FUNCTION pengshui.book_month_of(day date) RETURNS date
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  own   date := date_trunc('month', day)::date;
  earliest date;
BEGIN
  SELECT b.month INTO earliest FROM book_month b WHERE b.month = own AND b.status = 'open' FOR KEY SHARE;
  IF earliest IS NOT NULL THEN
    RETURN earliest;
  END IF;
  IF NOT EXISTS (SELECT FROM book_month b WHERE b.month = own) THEN
    PERFORM open_book_month(own);
    RETURN own;
  END IF;
  earliest := own;
  LOOP  -- the next month of the calendar that is not closed, whichever months have been opened so far
    earliest := (earliest + interval '1 month')::date;
    PERFORM open_book_month(earliest);
    PERFORM FROM book_month b WHERE b.month = earliest AND b.status = 'open' FOR KEY SHARE;
    EXIT WHEN FOUND;
  END LOOP;
  RETURN earliest;
END $$;
CREATE FUNCTION pengshui.built_in(whole bigint, part bigint) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT min(l.expires)
  FROM (
    SELECT w.posting_id, sum(w.quantity) OVER (ORDER BY w.posting_id DESC) - w.quantity AS later
    FROM stock_move w
    JOIN product p ON p.product_id = w.product_id AND NOT p.lots
    WHERE w.kind = 'build' AND w.product_id = whole AND w.quantity > 0
  ) b
  JOIN stock_move m ON m.posting_id = b.posting_id AND m.product_id = part AND m.quantity < 0
  JOIN lot l ON l.lot_id = m.lot_id
  WHERE b.later < (SELECT sum(h.quantity) FROM stock_on_hand h WHERE h.product_id = whole)
$$;
CREATE FUNCTION pengshui.built_lot(product bigint, batch bigint, today date, built_in date DEFAULT NULL::date) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  INSERT INTO lot (product_id, code, produced, expires)
  SELECT p.product_id, to_char(today, 'YYYYMMDD') || '-' || batch, least(today, e.expires), e.expires
  FROM product p
  CROSS JOIN LATERAL (
    SELECT least(today + p.shelf_days, built_in, (SELECT min(l.expires) FROM stock_move m JOIN lot l ON l.lot_id = m.lot_id
      WHERE m.posting_id = batch AND l.expires >= today)) AS expires
  ) e
  WHERE p.product_id = product
  RETURNING lot_id
$$;
CREATE FUNCTION pengshui.business_day(instant timestamp with time zone, zone text, day_start interval) RETURNS date
    LANGUAGE sql STABLE
    RETURN (((instant AT TIME ZONE zone) - day_start))::date;
CREATE FUNCTION pengshui.buy_back_stock(request uuid, supplier_code text, codes text[], asked numeric[], units text[], lot_codes text[], location_code text, said_day date, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT amount numeric, OUT cost numeric, OUT owed numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  who        bigint := lock_supplier(supplier_code);
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  today      date;
  on_day     date;
  wrong      record;
BEGIN
  SELECT * INTO posting, today, repeated FROM begin_once(request, sha256(convert_to(ROW('supplier buyback', supplier_code, codes,
    asked, units, lot_codes, location_code, said_day, because)::text, 'UTF8')), by_operator, by_command, because, happened_at);
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
    PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
    PERFORM take_stock(posting, 'buy_back', place, products, quantities, lots_of(products, lot_codes), on_day, false);
    PERFORM keep_stock(posting);
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
CREATE FUNCTION pengshui.cancel_count(wanted bigint, because text, happened_at timestamp with time zone, by_operator text, by_command text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it    stock_count := lock_count(wanted);
  batch bigint;
  today date;
BEGIN
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  UPDATE stock_count c SET state = 'cancelled', ended_by = batch WHERE c.count_id = it.count_id;
END $$;
CREATE FUNCTION pengshui.change_base_unit(sku_code text, unit_name text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.clear_import_stage(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  stage text;
BEGIN
  FOREACH stage IN ARRAY ARRAY['import_stage', 'import_loser', 'import_returned', 'import_affected',
    'aftersale_stage', 'import_aftersale', 'import_line_stage'] LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE NOWAIT', stage);
      EXECUTE format('TRUNCATE %I', stage);
    EXCEPTION WHEN lock_not_available THEN
      EXECUTE format('DELETE FROM %I WHERE %I = %L', stage,
        CASE stage WHEN 'import_line_stage' THEN 'posting_id' ELSE 'batch' END, batch_no);
    END;
  END LOOP;
END $$;
CREATE FUNCTION pengshui.credit_return(batch bigint, taker bigint, of_receipt bigint, on_day date, OUT credit numeric, OUT quantity numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  INSERT INTO supplier_return (posting_id, line_no, supplier_id, day, receipt_id, receipt_line, quantity, amount)
  SELECT batch, row_number() OVER (ORDER BY t.receipt_id DESC, t.line_no), taker, on_day, t.receipt_id, t.line_no, t.take,
    round(t.amount * (t.gone + t.take) / t.quantity, 2) - round(t.amount * t.gone / t.quantity, 2)
  FROM (
    SELECT l.*, least(g.quantity, sum(l.quantity - l.gone) OVER newest)
      - least(g.quantity, sum(l.quantity - l.gone) OVER newest - (l.quantity - l.gone)) AS take, g.lot_id AS of_lot
    FROM (SELECT m.product_id, m.lot_id, -sum(m.quantity) AS quantity FROM stock_move m WHERE m.posting_id = batch
          GROUP BY m.product_id, m.lot_id) g
    JOIN (
      SELECT b.*, coalesce((SELECT sum(r.quantity) FROM supplier_return r
        WHERE r.receipt_id = b.receipt_id AND r.receipt_line = b.line_no), 0) AS gone
      FROM purchase_line b WHERE b.supplier_id = taker
    ) l ON l.product_id = g.product_id AND l.lot_id IS NOT DISTINCT FROM g.lot_id
    WHERE of_receipt IS NULL OR l.receipt_id = of_receipt
    WINDOW newest AS (PARTITION BY g.product_id, g.lot_id ORDER BY l.receipt_id DESC, l.line_no)
  ) t
  WHERE t.take > 0;
  SELECT coalesce(sum(r.amount), 0), coalesce(sum(r.quantity), 0) INTO credit, quantity
  FROM supplier_return r WHERE r.posting_id = batch;
END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE UNLOGGED TABLE pengshui.order_stage (
    posting_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    side text NOT NULL COLLATE pg_catalog."C",
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    file_id bigint,
    order_no text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    total numeric(14,2) DEFAULT 0 NOT NULL,
    freights numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    back numeric(14,3) DEFAULT 0 NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3)
);
COMMENT ON TABLE pengshui.order_stage IS 'Lines about to be posted, keyed by posting; emptied in the same transaction.';
COMMENT ON COLUMN pengshui.order_stage.total IS 'The document''s total, on its first line; likewise freights and receivable.';
COMMENT ON COLUMN pengshui.order_stage.back IS 'The quantity that comes back to stock.';
CREATE FUNCTION pengshui.discounted(staged pengshui.order_stage[], off numeric, total numeric) RETURNS pengshui.order_stage[]
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF off < 0 OR off > total THEN
    PERFORM refuse('discount_over', jsonb_build_object('discount', off::text, 'total', total::text));
  END IF;
  RETURN (
    SELECT array_agg(jsonb_populate_record(d.line, jsonb_build_object('amount', (d.line).amount - d.share,
      'discount', d.share)) ORDER BY (d.line).line_no)
    FROM (
      SELECT f.line, f.floored + CASE WHEN
          row_number() OVER (ORDER BY f.exact - f.floored DESC, (f.line).line_no)
          <= round((off - sum(f.floored) OVER ()) * 100) THEN 0.01 ELSE 0 END AS share
      FROM (
        SELECT e.line, e.exact, trunc(e.exact, 2) AS floored
        FROM (SELECT o AS line, off * o.amount / nullif(discounted.total, 0) AS exact FROM unnest(staged) o) e
      ) f
    ) d);
END $$;
CREATE SEQUENCE pengshui.document_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE FUNCTION pengshui.document_numbers(many bigint) RETURNS bigint[]
    LANGUAGE sql
    RETURN ARRAY(SELECT nextval('pengshui.document_number'::regclass) AS nextval FROM generate_series((1)::bigint, document_numbers.many) generate_series(generate_series));
CREATE FUNCTION pengshui.end_contract(wanted bigint, last_day date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
  WHERE b.contract_id = wanted AND b.reverses IS NULL AND NOT EXISTS (SELECT FROM buy_back u WHERE u.reverses = b.posting_id);
  IF used > last_day THEN
    PERFORM refuse('contract_used', jsonb_build_object('contract', wanted, 'day', used));
  END IF;
  UPDATE buy_back_contract c SET to_day = greatest(last_day, c.from_day - 1) WHERE c.contract_id = wanted;
END $$;
CREATE FUNCTION pengshui.end_transfer(wanted bigint, codes text[], asked numeric[], units text[], lost boolean, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT left_over numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  target     bigint;
  products   bigint[];
  quantities numeric[];
  today      date;
  over       record;
BEGIN
  SELECT t.to_location INTO target FROM transfer t WHERE t.transfer_id = wanted FOR UPDATE;
  IF target IS NULL THEN
    PERFORM refuse('transfer_unknown', jsonb_build_object('transfer', wanted));
  END IF;
  IF cardinality(codes) = 0 THEN
    SELECT array_agg(w.product_id), array_agg(w.quantity) INTO products, quantities
    FROM (SELECT o.product_id, sum(o.quantity) AS quantity FROM transfer_open o WHERE o.transfer_id = wanted
          GROUP BY o.product_id ORDER BY o.product_id) w;
    IF products IS NULL THEN
      PERFORM refuse('transfer_done', jsonb_build_object('transfer', wanted));
    END IF;
  ELSE
    SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
    PERFORM refuse_twice(products, NULL);
  END IF;
  SELECT p.sku, i.quantity, coalesce(w.quantity, 0) AS due INTO over
  FROM unnest(products, quantities) AS i(product, quantity)
  JOIN product p ON p.product_id = i.product
  LEFT JOIN (SELECT o.product_id, sum(o.quantity) AS quantity FROM transfer_open o WHERE o.transfer_id = wanted
             GROUP BY o.product_id) w ON w.product_id = i.product
  WHERE i.quantity > coalesce(w.quantity, 0) LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('transfer_over', jsonb_build_object('transfer', wanted, 'code', over.sku,
      'quantity', trim_scale(over.quantity)::text, 'due', trim_scale(over.due)::text));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO transfer_end (posting_id, transfer_id, line_no, quantity, value, lost)
  SELECT posting, wanted, e.line_no, e.take,
    CASE WHEN e.take = e.quantity THEN e.value ELSE round(e.value * e.take / e.quantity, 2) END, lost
  FROM (
    SELECT o.*, least(i.asked, sum(o.quantity) OVER fefo) - least(i.asked, sum(o.quantity) OVER fefo - o.quantity) AS take
    FROM transfer_open o
    JOIN unnest(products, quantities) AS i(product, asked) ON i.product = o.product_id
    WHERE o.transfer_id = wanted
    WINDOW fefo AS (PARTITION BY o.product_id ORDER BY o.line_no)
  ) e
  WHERE e.take > 0;
  IF NOT lost THEN
    PERFORM lock_stock(array_fill(target, ARRAY[cardinality(products)]), products);
    PERFORM put_stock(posting, 'arrive', target, array_agg(l.product_id ORDER BY e.line_no), array_agg(e.quantity ORDER BY e.line_no),
      array_agg(l.lot_id ORDER BY e.line_no), array_agg(e.value ORDER BY e.line_no))
    FROM transfer_end e JOIN transfer_line l ON l.transfer_id = e.transfer_id AND l.line_no = e.line_no
    WHERE e.posting_id = posting;
    PERFORM keep_stock(posting);
    PERFORM settle_shortages(posting, target, products, today);
  END IF;
  SELECT coalesce(sum(o.quantity), 0) INTO left_over FROM transfer_open o WHERE o.transfer_id = wanted;
END $$;
CREATE FUNCTION pengshui.enter_count(wanted bigint, codes text[], asked numeric[], units text[], lot_codes text[], happened_at timestamp with time zone, by_operator text, by_command text, OUT lines integer) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it         stock_count := lock_count(wanted);
  products   bigint[];
  quantities numeric[];
  lot_ids    bigint[];
  batch      bigint;
  today      date;
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
    PERFORM refuse(CASE WHEN wrong.outside THEN 'count_outside' WHEN wrong.lots THEN 'count_lot_missing' ELSE 'lot_unknown' END,
      jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'lot', wrong.lot, 'count', wanted,
        'item', wrong.n));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, NULL, happened_at);
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
CREATE FUNCTION pengshui.enter_order(request uuid, channel_code text, codes text[], quantities numeric[], prices numeric[], methods text[], amounts numeric[], buyer_code text, location_code text, off numeric, happened_at timestamp with time zone, by_operator text, by_command text, is_signed boolean, units text[] DEFAULT NULL::text[], shown numeric[] DEFAULT NULL::numeric[], expired_reason text DEFAULT NULL::text, approver text DEFAULT NULL::text, OUT document bigint, OUT total numeric, OUT change numeric, OUT lines integer, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW(channel_code, codes, quantities, prices, methods, amounts,
    buyer_code, location_code, off, is_signed)::text || CASE WHEN num_nonnulls(units, expired_reason, approver) > 0
      THEN ROW(units, shown, expired_reason, approver)::text ELSE '' END, 'UTF8'));
  way     record;
  buyer   bigint;
  place   bigint;
  on_day  date;
  month   date;
  batch   bigint;
  skus    text[] := codes;
  based   numeric[] := quantities;
  unknown bigint;
  wrong   bigint;
  staged  order_stage[];
  cash    numeric;
  account numeric;
  other   numeric;
BEGIN
  lines := cardinality(codes);
  repeated := false;
  SELECT c.channel_id, c.ships_from, c.active, g.timezone, g.day_start, g.county, p.posting_id AS known INTO way
  FROM programme g
  LEFT JOIN channel c ON c.code = channel_code
  LEFT JOIN posting p ON p.request_id = request;
  IF way.known IS NOT NULL THEN
    SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
    IF repeated THEN
      RETURN;
    END IF;
  END IF;
  IF way.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF NOT way.active THEN
    PERFORM refuse('channel_inactive', jsonb_build_object('code', channel_code));
  END IF;
  place := way.ships_from;
  IF location_code IS NOT NULL THEN
    SELECT l.location_id INTO place FROM location l WHERE l.code = location_code;
    IF place IS NULL THEN
      PERFORM refuse('location_unknown', jsonb_build_object('code', location_code));
    END IF;
  END IF;
  IF buyer_code IS NOT NULL THEN
    SELECT b.buyer_id INTO buyer FROM buyer b WHERE b.code = buyer_code;
    IF buyer IS NULL THEN
      PERFORM refuse('buyer_unknown', jsonb_build_object('code', buyer_code));
    END IF;
  END IF;
  IF is_signed THEN
    place := NULL;
  END IF;
  IF num_nonnulls(expired_reason, approver) > 0 THEN
    PERFORM refuse_approval(expired_reason, approver, by_operator);
  END IF;
  IF units IS NOT NULL THEN
    SELECT b.quantities, b.units INTO based, units FROM order_units(codes, quantities, units, shown) b;
  END IF;
  on_day := business_day(happened_at, way.timezone, way.day_start);
  PERFORM refuse_to_come(happened_at, on_day);
  SELECT b.month INTO month FROM book_month b  -- what book_month_of answers nearly always
  WHERE b.month = date_trunc('month', on_day)::date AND b.status = 'open' FOR KEY SHARE;
  IF month IS NULL THEN
    month := book_month_of(on_day);
  END IF;
  batch := nextval('posting_number');
  document := nextval('document_number');
  LOOP
    SELECT sum(a.amount), min(a.n) FILTER (WHERE a.product_id IS NULL),
      min(a.n) FILTER (WHERE NOT a.active OR NOT a.quantity > 0 OR a.whole AND a.quantity <> trunc(a.quantity)),
      array_agg(ROW(batch, document, a.n, 'sale', 'sale', month, on_day, happened_at, way.channel_id, place, buyer,
        NULL, NULL, is_signed, a.product_id, a.supplier_id, a.quantity, a.amount, 0, 0, 0, 0, 0, verdict_of(a.rule),
        a.rule, NULL, NULL, NULL, false, false, 0, 1, a.unit,
        CASE WHEN a.unit IS NOT NULL THEN a.entered END)::order_stage ORDER BY a.n)
    INTO total, unknown, wrong, staged
    FROM (
      SELECT i.n, i.quantity, i.entered, i.unit, p.product_id, p.supplier_id, p.active, u.whole,
        round(coalesce(i.price * coalesce(i.shown, i.entered), p.price * i.quantity), 2) AS amount,
        rule_of(NULL, p.origin, is_signed, way.county) AS rule
      FROM unnest(skus, based, quantities, units, prices, shown)
        WITH ORDINALITY AS i(sku, quantity, entered, unit, price, shown, n)
      LEFT JOIN product p ON p.sku = i.sku
      LEFT JOIN unit u ON u.code = p.unit
    ) a;
    EXIT WHEN unknown IS NULL OR skus <> codes;
    skus := skus_of(codes);
    EXIT WHEN skus = codes;
  END LOOP;
  wrong := least(wrong, unknown);
  IF wrong IS NOT NULL THEN
    PERFORM refuse_order_line(codes[wrong], based[wrong], trim_scale(quantities[wrong]) || ' ' || units[wrong], wrong);
  END IF;
  IF off <> 0 THEN
    staged := discounted(staged, off, total);
    total := total - off;
  END IF;
  IF cardinality(methods) = 1 THEN
    cash := CASE methods[1] WHEN 'cash' THEN amounts[1] ELSE 0 END;
    account := CASE methods[1] WHEN 'account' THEN amounts[1] ELSE 0 END;
    other := amounts[1] - cash - account;
  ELSE
    SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = 'cash'), 0),
      coalesce(sum(t.amount) FILTER (WHERE t.method = 'account'), 0),
      coalesce(sum(t.amount) FILTER (WHERE t.method NOT IN ('cash', 'account')), 0)
    INTO cash, account, other
    FROM unnest(methods, amounts) AS t(method, amount);
  END IF;
  change := cash + account + other - total;
  IF cardinality(methods) = 0 AND buyer IS NOT NULL THEN
    account := total;
    change := 0;
  END IF;
  IF change < 0 THEN
    PERFORM refuse(CASE WHEN cardinality(methods) = 0 THEN 'tender_missing' ELSE 'tender_short' END,
      jsonb_build_object('total', total::text, 'paid', (cash + account + other)::text, 'short', (-change)::text));
  ELSIF change > cash THEN
    PERFORM refuse('tender_over', jsonb_build_object('total', total::text, 'paid', (cash + account + other)::text));
  ELSIF account > 0 AND buyer IS NULL THEN
    PERFORM refuse('account_needs_buyer', '{}');
  ELSIF is_signed AND (buyer IS NULL OR account <> total) THEN
    PERFORM refuse('signed_needs_buyer', '{}');
  END IF;
  staged[1].total := total;
  staged[1].receivable := account;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, change)
  VALUES (batch, by_command, by_operator, session_user, now(), request, asked_digest, document, month, change)
  ON CONFLICT (request_id) DO NOTHING;
  IF NOT FOUND THEN  -- another till sent the same request at the same moment, and was first
    SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
    RETURN;
  END IF;
  IF cardinality(methods) = 1 AND account = 0 AND amounts[1] <> change THEN
    INSERT INTO tender (document_id, tender_no, method, amount) VALUES (document, 1, methods[1], amounts[1] - change);
  ELSIF cash + other > 0 THEN
    INSERT INTO tender (document_id, tender_no, method, amount)
    SELECT document, row_number() OVER (ORDER BY min(t.n)), t.method,
      sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END
    FROM unnest(methods, amounts) WITH ORDINALITY AS t(method, amount, n)
    WHERE t.method <> 'account'
    GROUP BY t.method
    HAVING sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END <> 0;
  END IF;
  PERFORM post_order(batch, false, staged, approver IS NOT NULL);
  IF approver IS NOT NULL THEN
    INSERT INTO expired_approval (posting_id, reason, approved_by)
    SELECT batch, trimmed(expired_reason), trimmed(approver)
    WHERE EXISTS (SELECT FROM expired_sale e WHERE e.posting_id = batch);
  END IF;
END $$;
CREATE FUNCTION pengshui.goods_of(codes text[], asked numeric[], asked_units text[], zero_ok boolean DEFAULT false, OUT products bigint[], OUT quantities numeric[], OUT units text[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  skus  text[] := skus_of(codes);
  wrong record;
BEGIN
  SELECT c.quantities, c.units INTO quantities, units FROM in_base_units(skus, asked, asked_units) c;
  SELECT i.n, i.sku, i.quantity, p.name, p.unit, p.product_id,
    CASE WHEN i.unit IS NOT NULL THEN trim_scale(i.entered) || ' ' || i.unit END AS entered INTO wrong
  FROM unnest(skus, goods_of.quantities, asked, goods_of.units) WITH ORDINALITY AS i(sku, quantity, entered, unit, n)
  LEFT JOIN product p ON p.sku = i.sku
  LEFT JOIN unit u ON u.code = p.unit
  WHERE p.product_id IS NULL OR NOT i.quantity > 0 AND NOT (zero_ok AND i.quantity = 0)
    OR u.whole AND i.quantity <> trunc(i.quantity)
  ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.product_id IS NULL THEN 'product_unknown'
        WHEN NOT wrong.quantity > 0 THEN 'quantity_not_positive' ELSE 'quantity_not_whole' END,
      jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'unit', wrong.unit, 'entered', wrong.entered,
        'quantity', trim_scale(wrong.quantity)::text)
      || jsonb_build_object('item', wrong.n, 'line', CASE WHEN cardinality(codes) > 1 THEN wrong.n END));
  END IF;
  SELECT array_agg(p.product_id ORDER BY i.n) INTO products
  FROM unnest(skus) WITH ORDINALITY AS i(sku, n) JOIN product p ON p.sku = i.sku;
END $$;
CREATE FUNCTION pengshui.import_aftersales(batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text, snapshot timestamp with time zone, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT cash_back numeric, OUT first_day date, OUT last_day date) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    SET enable_nestloop TO 'on'
    AS $$
DECLARE
  zone   text;
  starts interval;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  WITH judged AS (
    SELECT s.*, a.aftersale_id AS known_id, a.snapshot_id IS NOT NULL AS prior,
      a.snapshot_id IS NOT NULL AND a.channel_id <> channel AS elsewhere,
      coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at,
      t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest,
      row_number() OVER best AS place, first_value(s.digest) OVER best AS best_digest,
      (file << 24) | min(s.ordinal) OVER of_case AS own_id,
      min(coalesce(snapshot, s.newest_at AT TIME ZONE zone)) FILTER (WHERE s.state = 'back') OVER of_case AS seen_back_at
    FROM aftersale_stage s
    LEFT JOIN aftersale a ON a.platform = platform_code AND a.number = s.number AND a.order_no = s.order_no
    LEFT JOIN aftersale_snapshot t ON t.snapshot_id = a.snapshot_id
    WHERE s.batch = batch_no
    WINDOW of_case AS (PARTITION BY s.number, s.order_no), best AS (PARTITION BY s.number, s.order_no
      ORDER BY coalesce(snapshot, s.newest_at AT TIME ZONE zone) DESC, s.rank DESC, s.digest DESC, s.ordinal)
  ), decided AS MATERIALIZED (
    SELECT j.*, coalesce(j.known_id, j.own_id) AS aftersale_id,
      CASE
        WHEN j.place > 1 THEN 'same'
        WHEN NOT j.prior THEN 'new'
        WHEN j.digest = j.live_digest THEN 'same'
        WHEN (j.effective_at, j.rank, j.digest) > (j.live_at, j.live_rank, j.live_digest) THEN 'changed'
        ELSE 'same'
      END AS outcome,
      CASE WHEN j.place > 1 THEN j.digest <> j.best_digest
        ELSE j.prior AND j.digest <> j.live_digest AND j.effective_at = j.live_at END AS conflict
    FROM judged j
  ), made AS (
    INSERT INTO aftersale (aftersale_id, platform, number, channel_id, order_no, line_no, item, claim_id, snapshot_id,
      file_id, state, cash, back_at)
    SELECT d.own_id, platform_code, d.number, channel, d.order_no, d.line_no, d.item, l.claim_id,
      (file << 24) | d.ordinal, file, d.state, d.cash,
      coalesce(d.back_at AT TIME ZONE zone, d.seen_back_at, d.effective_at)
    FROM decided d
    CROSS JOIN LATERAL line_of_case(platform_code, d.order_no, d.line_no, d.item) l
    WHERE d.known_id IS NULL AND d.place = 1
  ), kept AS (
    INSERT INTO aftersale_snapshot (snapshot_id, aftersale_id, file_id, row_no, outcome, conflict, effective_at, dated,
      rank, digest, order_no, line_no, item, cash, freight, coupon, back_at, state, status)
    SELECT (file << 24) | d.ordinal, d.aftersale_id, file, d.row_no, d.outcome, d.conflict, d.effective_at,
      snapshot IS NOT NULL, d.rank, d.digest, d.order_no, d.line_no, d.item, d.cash, d.freight, d.coupon,
      d.back_at AT TIME ZONE zone, d.state, d.status
    FROM decided d
    WHERE NOT known
    ORDER BY d.ordinal
  ), touched AS (
    INSERT INTO import_aftersale (batch, aftersale_id, merged)
    SELECT batch_no, d.aftersale_id, d.known_id IS NULL
    FROM decided d
    WHERE d.place = 1 AND (revived OR NOT d.prior
      OR NOT known AND NOT (d.digest = d.live_digest AND d.effective_at = d.live_at))
  )
  SELECT count(*) FILTER (WHERE d.outcome = 'new'), count(*) FILTER (WHERE d.outcome = 'same'),
    count(*) FILTER (WHERE d.outcome = 'changed'), count(*) FILTER (WHERE d.conflict),
    coalesce(sum(d.cash) FILTER (WHERE d.place = 1 AND d.state = 'back'), 0),
    business_day(min(d.back_at) FILTER (WHERE d.state = 'back') AT TIME ZONE zone, zone, starts),
    business_day(max(d.back_at) FILTER (WHERE d.state = 'back') AT TIME ZONE zone, zone, starts),
    min(d.order_no) FILTER (WHERE d.elsewhere)
  INTO new, same, changed, conflicts, cash_back, first_day, last_day, foreign_order
  FROM decided d;
  IF foreign_order IS NULL THEN
    SELECT min(s.order_no) INTO foreign_order
    FROM aftersale_stage s
    JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.value_id IS NOT NULL
    WHERE s.batch = batch_no AND c.channel_id <> channel;
  END IF;
  IF foreign_order IS NOT NULL THEN
    PERFORM refuse_elsewhere(platform_code, foreign_order, channel);
  END IF;
END $$;
CREATE FUNCTION pengshui.import_claims(batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text, snapshot timestamp with time zone, claim_rows integer, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT plain boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  zone    text;
  starts  interval;
  made    bigint;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  IF EXISTS (SELECT FROM import_stage s WHERE s.batch = batch_no AND s.repeated) THEN
    INSERT INTO import_loser (batch, ordinal, winner, conflict)
    SELECT batch_no, w.ordinal, w.winner, w.conflict
    FROM (
      SELECT s.ordinal, row_number() OVER best AS place, first_value(s.ordinal) OVER best AS winner,
        s.digest <> first_value(s.digest) OVER best AS conflict
      FROM import_stage s
      JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
        ON k.order_no = s.order_no AND k.line_no = s.line_no
      WHERE s.batch = batch_no
      WINDOW best AS (PARTITION BY s.order_no, s.line_no
        ORDER BY s.exact DESC, coalesce(snapshot, s.newest_at AT TIME ZONE zone) DESC, s.rank DESC, s.digest DESC)
    ) w
    WHERE w.place > 1;
  END IF;
  INSERT INTO claim (claim_id, platform, order_no, line_no, channel_id, value_id, status_id, estimated)
  SELECT (file << 24) | s.ordinal, platform_code, s.order_no, s.line_no, channel,
    (file << 24) | s.ordinal, (file << 24) | s.ordinal, NOT s.exact
  FROM import_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.ordinal = s.ordinal)
    AND NOT EXISTS (SELECT FROM claim c
      WHERE c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no)
  ORDER BY s.order_no, s.line_no;
  GET DIAGNOSTICS made = ROW_COUNT;
  IF EXISTS (SELECT FROM aftersale a WHERE a.platform = platform_code) THEN
    INSERT INTO import_returned (batch, ordinal)
    SELECT batch_no, s.ordinal
    FROM import_stage s
    WHERE s.batch = batch_no
      AND EXISTS (SELECT FROM aftersale a WHERE a.platform = platform_code AND a.order_no = s.order_no);
  END IF;
  SELECT NOT known AND made > 0 AND made = count(*) AND bool_and(s.exact)
    AND NOT EXISTS (SELECT FROM import_returned r WHERE r.batch = batch_no)
  INTO plain FROM import_stage s WHERE s.batch = batch_no;
  IF claim_rows > 500 AND NOT plain THEN  -- without statistics the joins below are planned for a table as it was before
    ANALYZE claim;
  END IF;
  IF NOT known AND made > 0 THEN
    INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
      exact, digest, listing_id, quantity, goods, cash, freight, paid_at, refund, refunded, item, signed, order_status,
      aftersale_status)
    SELECT (file << 24) | f.ordinal, (file << 24) | f.ordinal, file, f.row_no, 'new', false,
      coalesce(snapshot, f.newest_at AT TIME ZONE zone), snapshot IS NOT NULL, f.rank, f.exact, f.digest, i.listing_id,
      f.quantity, f.goods, f.cash, f.freight, f.paid_at AT TIME ZONE zone, f.refund, f.refunded, f.item, f.signed,
      f.order_status, f.aftersale_status
    FROM import_fresh(batch_no, file, plain) f
    JOIN listing i ON i.channel_id = channel AND i.code = f.listing;
    PERFORM stage_fresh_sales(batch_no, file, plain, channel, platform_code);
  END IF;
  IF plain THEN
    SELECT claim_rows, 0, 0, 0, t.* INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM told_in_all(batch_no, zone, starts) t;
  ELSE
    WITH judged AS (
      SELECT s.ordinal, s.row_no, s.order_no, s.quantity, s.goods, s.cash, s.freight, s.paid_at, s.refund, s.refunded,
        s.item, s.signed, s.rank, s.exact,
        s.order_status, s.aftersale_status, s.digest,
        coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at, c.claim_id, i.listing_id,
        NOT known AND c.claim_id >> 24 = file AS fresh,
        c.value_id IS NOT NULL AND (known OR c.claim_id >> 24 <> file) AS prior,
        c.value_id IS NOT NULL AND c.channel_id <> channel AS elsewhere,
        o.ordinal IS NOT NULL AS lost, coalesce(o.conflict, false) AS lost_conflict, w.winner IS NOT NULL AS won,
        v.exact AS live_exact, v.effective_at AS live_value_at,
        t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest
      FROM import_stage s
      JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no
      JOIN listing i ON i.channel_id = channel AND i.code = s.listing
      LEFT JOIN import_loser o ON o.batch = batch_no AND o.ordinal = s.ordinal
      LEFT JOIN (SELECT DISTINCT l.winner FROM import_loser l WHERE l.batch = batch_no) w ON w.winner = s.ordinal
      LEFT JOIN claim_snapshot v ON v.snapshot_id = c.value_id
      LEFT JOIN claim_snapshot t ON t.snapshot_id = c.status_id
      WHERE s.batch = batch_no  -- and not what import_fresh has answered
        AND (known OR NOT s.exact OR o.ordinal IS NOT NULL OR w.winner IS NOT NULL
          OR c.claim_id <> (file << 24) | s.ordinal
          OR EXISTS (SELECT FROM import_returned r WHERE r.batch = batch_no AND r.ordinal = s.ordinal))
    ), decided AS MATERIALIZED (
      SELECT j.*,
        CASE
          WHEN j.lost THEN 'same'
          WHEN NOT j.prior THEN 'new'
          WHEN j.digest = j.live_digest THEN 'same'
          WHEN j.exact AND NOT j.live_exact
            OR (j.effective_at, j.rank, j.digest) > (j.live_at, j.live_rank, j.live_digest) THEN 'changed'
          ELSE 'same'
        END AS outcome,
        j.lost_conflict OR j.prior AND NOT j.lost AND j.digest <> j.live_digest
          AND j.effective_at = j.live_at AND j.exact = j.live_exact AS conflict
      FROM judged j
    ), kept AS (
      INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
        exact, digest, listing_id, quantity, goods, cash, freight, paid_at, refund, refunded, item, signed, order_status,
        aftersale_status)
      SELECT (file << 24) | d.ordinal, d.claim_id, file, d.row_no, d.outcome, d.conflict, d.effective_at,
        snapshot IS NOT NULL, d.rank, d.exact, d.digest, d.listing_id, d.quantity, d.goods, d.cash, d.freight,
        d.paid_at AT TIME ZONE zone, d.refund, d.refunded, d.item, d.signed, d.order_status, d.aftersale_status
      FROM decided d
      WHERE NOT known
      ORDER BY d.ordinal
    ), touched AS (
      INSERT INTO import_affected (batch, claim_id, fresh, merged)
      SELECT batch_no, d.claim_id, d.fresh, d.fresh AND d.claim_id = (file << 24) | d.ordinal AND NOT d.won
      FROM decided d
      WHERE NOT d.lost AND (revived OR NOT d.prior OR NOT known AND NOT (
        d.digest = d.live_digest AND d.effective_at = d.live_at AND d.exact = d.live_exact))
        AND NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = d.claim_id)
    )
    SELECT count(*) FILTER (WHERE r.outcome = 2), count(*) FILTER (WHERE r.outcome = 0),
      count(*) FILTER (WHERE r.outcome = 1), count(*) FILTER (WHERE r.conflict),
      coalesce(sum(r.sold), 0), coalesce(sum(r.back), 0),
      business_day(min(r.paid_at) AT TIME ZONE zone, zone, starts),
      business_day(max(r.paid_at) AT TIME ZONE zone, zone, starts), min(r.elsewhere)
    INTO new, same, changed, conflicts, gross, refunds, first_day, last_day, foreign_order
    FROM (
      SELECT max(k.outcome) AS outcome, bool_or(k.conflict) AS conflict, min(k.paid_at) AS paid_at,
        sum(k.goods) FILTER (WHERE k.sold) AS sold, sum(k.back) FILTER (WHERE k.sold) AS back,
        min(k.elsewhere) AS elsewhere
      FROM (
        SELECT d.row_no, CASE d.outcome WHEN 'new' THEN 2 WHEN 'changed' THEN 1 ELSE 0 END AS outcome, d.conflict,
          d.paid_at, d.goods, NOT d.lost AND d.paid_at IS NOT NULL AS sold,
          told_back(d.refund, d.refunded, d.goods) AS back,
          CASE WHEN d.elsewhere THEN d.order_no END AS elsewhere
        FROM decided d
        UNION ALL
        SELECT f.row_no, 2, false, f.paid_at, f.goods, f.paid_at IS NOT NULL,
          told_back(f.refund, f.refunded, f.goods), NULL
        FROM import_fresh(batch_no, file, false) f
        WHERE NOT known
      ) k
      GROUP BY k.row_no
    ) r;
  END IF;
  SELECT coalesce(foreign_order, min(a.order_no)) INTO foreign_order
  FROM import_returned r
  JOIN import_stage s ON s.batch = batch_no AND s.ordinal = r.ordinal
  JOIN aftersale a ON a.platform = platform_code AND a.order_no = s.order_no AND a.snapshot_id IS NOT NULL
  WHERE r.batch = batch_no AND a.channel_id <> channel;
  IF foreign_order IS NOT NULL THEN
    PERFORM refuse_elsewhere(platform_code, foreign_order, channel);
  END IF;
END $$;
CREATE TABLE pengshui.claim (
    claim_id bigint NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text NOT NULL COLLATE pg_catalog."C",
    channel_id bigint NOT NULL,
    value_id bigint,
    status_id bigint,
    estimated boolean DEFAULT false NOT NULL,
    aftersale text DEFAULT 'none'::text NOT NULL,
    CONSTRAINT claim_aftersale_known CHECK ((aftersale = ANY (ARRAY['none'::text, 'back'::text, 'unknown'::text])))
);
COMMENT ON TABLE pengshui.claim IS 'An order line of a platform, and which snapshots of it are live: a projection of claim_snapshot.';
COMMENT ON COLUMN pengshui.claim.value_id IS 'The snapshot that says what was sold for how much: exact before estimated, then the newest.';
COMMENT ON COLUMN pengshui.claim.status_id IS 'The snapshot that says how it stands: the newest.';
COMMENT ON COLUMN pengshui.claim.aftersale IS 'What after-sale rows say of it where its sale depends on that: a word that nobody knows (unknown), or that money went back (back) of an order whose file does not say how much.';
CREATE UNLOGGED TABLE pengshui.import_loser (
    batch bigint NOT NULL,
    ordinal integer NOT NULL,
    winner integer NOT NULL,
    conflict boolean NOT NULL
);
COMMENT ON TABLE pengshui.import_loser IS 'Staged claims that another row of the same file outranks.';
CREATE UNLOGGED TABLE pengshui.import_returned (
    batch bigint NOT NULL,
    ordinal integer NOT NULL
);
COMMENT ON TABLE pengshui.import_returned IS 'Staged claims of orders of which after-sale rows are known already.';
CREATE UNLOGGED TABLE pengshui.import_stage (
    batch bigint NOT NULL,
    ordinal integer NOT NULL,
    order_first integer NOT NULL,
    row_no integer NOT NULL,
    repeated boolean NOT NULL,
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text NOT NULL COLLATE pg_catalog."C",
    listing text NOT NULL COLLATE pg_catalog."C",
    item_name text NOT NULL COLLATE pg_catalog."C",
    item_spec text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(14,3),
    goods numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    paid_at timestamp without time zone,
    newest_at timestamp without time zone NOT NULL,
    refund text NOT NULL,
    rank smallint NOT NULL,
    exact boolean NOT NULL,
    order_status text NOT NULL,
    aftersale_status text NOT NULL,
    digest uuid NOT NULL,
    cash numeric(14,2),
    refunded numeric(14,2),
    item text COLLATE pg_catalog."C",
    barcode text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL
);
COMMENT ON TABLE pengshui.import_stage IS 'The claims of a file being imported, keyed by batch; emptied in the same transaction.';
COMMENT ON COLUMN pengshui.import_stage.order_first IS 'The ordinal of the first claim of the order, so that orders are grouped without sorting texts.';
COMMENT ON COLUMN pengshui.import_stage.repeated IS 'True where an earlier row of the file may have the same key.';
CREATE FUNCTION pengshui.import_fresh(batch_no bigint, file bigint, all_new boolean) RETURNS SETOF pengshui.import_stage
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT s.batch,
     s.ordinal,
     s.order_first,
     s.row_no,
     s.repeated,
     s.order_no,
     s.line_no,
     s.listing,
     s.item_name,
     s.item_spec,
     s.quantity,
     s.goods,
     s.freight,
     s.paid_at,
     s.newest_at,
     s.refund,
     s.rank,
     s.exact,
     s.order_status,
     s.aftersale_status,
     s.digest,
     s.cash,
     s.refunded,
     s.item,
     s.barcode,
     s.signed
    FROM pengshui.import_stage s
   WHERE ((s.batch = import_fresh.batch_no) AND s.exact AND (import_fresh.all_new OR ((s.ordinal IN ( SELECT ((c.claim_id - (import_fresh.file << 24)))::integer AS int4
            FROM pengshui.claim c
           WHERE ((c.claim_id >= (import_fresh.file << 24)) AND (c.claim_id <= ((import_fresh.file << 24) + 16777215))))) AND (NOT (EXISTS ( SELECT
            FROM pengshui.import_loser l
           WHERE ((l.batch = import_fresh.batch_no) AND (l.ordinal = s.ordinal))))) AND (NOT (EXISTS ( SELECT
            FROM pengshui.import_loser l
           WHERE ((l.batch = import_fresh.batch_no) AND (l.winner = s.ordinal))))) AND (NOT (EXISTS ( SELECT
            FROM pengshui.import_returned r
           WHERE ((r.batch = import_fresh.batch_no) AND (r.ordinal = s.ordinal))))))));
END;
CREATE FUNCTION pengshui.import_listings(batch_no bigint, channel bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  INSERT INTO listing (channel_id, code, name, spec, barcode)
  SELECT channel, s.listing, min(s.item_name), min(s.item_spec), coalesce(min(s.barcode), '')
  FROM import_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM listing l WHERE l.channel_id = channel AND l.code = s.listing)
  GROUP BY s.listing ORDER BY s.listing
  ON CONFLICT (channel_id, code) DO NOTHING;
  WITH mapped AS (
    INSERT INTO listing_part (listing_id, part_no, product_id, quantity)
    SELECT l.listing_id, 1, p.product_id, 1
    FROM listing l
    JOIN product p ON p.sku = l.code
    WHERE l.channel_id = channel
      AND NOT EXISTS (SELECT FROM listing_part q WHERE q.listing_id = l.listing_id)
    RETURNING listing_id
  )
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, w.claim_id, false, true
  FROM listing_waiting w JOIN mapped m ON m.listing_id = w.listing_id;
END $$;
CREATE FUNCTION pengshui.import_said(file bigint, OUT claims bigint, OUT claims_digest text, OUT cases bigint, OUT cases_digest text) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT c.*, a.*
  FROM (
    SELECT count(*), encode(sha256(coalesce(string_agg(uuid_send(k.digest), '' ORDER BY k.snapshot_id), '')), 'hex')
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215
  ) c
  CROSS JOIN (
    SELECT count(*), encode(sha256(coalesce(string_agg(uuid_send(k.digest), '' ORDER BY k.snapshot_id), '')), 'hex')
    FROM aftersale_snapshot k
    JOIN aftersale a ON a.aftersale_id = k.aftersale_id AND a.snapshot_id = k.snapshot_id
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215
  ) a;
$$;
CREATE FUNCTION pengshui.import_standing(file bigint, platform_code text, OUT conflicts integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  SELECT sum(t.goods), sum(t.back), business_day(min(t.at), g.timezone, g.day_start),
    business_day(max(t.at), g.timezone, g.day_start)
  INTO gross, refunds, first_day, last_day
  FROM programme g
  CROSS JOIN (
    SELECT k.goods, told_back(k.refund, k.refunded, k.goods) AS back, k.paid_at AS at
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215 AND k.paid_at IS NOT NULL
    UNION ALL
    SELECT 0, k.cash, k.back_at
    FROM aftersale_snapshot k
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215 AND k.state = 'back'
  ) t
  GROUP BY g.timezone, g.day_start;
  gross := coalesce(gross, 0);
  refunds := coalesce(refunds, 0);
  conflicts := 0;
  IF EXISTS (SELECT FROM import_file f WHERE f.platform = platform_code AND f.file_id <> file AND f.state = 'live') THEN
    SELECT count(DISTINCT k.row_no) INTO conflicts
    FROM claim_snapshot k
    JOIN claim c ON c.claim_id = k.claim_id AND c.status_id <> k.snapshot_id
    JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    JOIN claim_snapshot t ON t.snapshot_id = c.status_id
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215
      AND k.digest <> t.digest AND k.effective_at = t.effective_at AND k.exact = v.exact;
  END IF;
END $$;
CREATE FUNCTION pengshui.import_table(batch_no bigint, file bigint, known boolean, stands boolean, file_name text, part text, sha256 text, redacted_sha256 text, encoding text, profile text, reading text, channel bigint, platform_code text, snapshot timestamp with time zone, number_lines boolean, row_count integer, rejected_count integer, by_operator text, by_command text, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT pending integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  cases  record;
  claims record;
  case_rows integer;
  revived   boolean := known AND EXISTS (SELECT FROM import_file f WHERE f.file_id = file AND f.state = 'undone');
BEGIN
  PERFORM plan_for_bulk(row_count);
  IF NOT stands THEN
    ANALYZE import_stage, aftersale_stage;
  END IF;
  PERFORM import_listings(batch_no, channel);
  IF row_count > 2000 THEN  -- of small tables that it knows nothing of, the planner expects hundreds of rows
    ANALYZE programme, channel, listing, listing_part, product;
  END IF;
  IF stands THEN
    SELECT 0, row_count - rejected_count, 0, s.* INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM import_standing(file, platform_code) s;
  ELSE
    IF number_lines THEN
      PERFORM number_equal_lines(batch_no);
    END IF;
    SELECT * INTO cases FROM import_aftersales(batch_no, file, known, revived, channel, platform_code, snapshot);
    case_rows := cases.new + cases.same + cases.changed;
    IF cases.new + cases.changed > 500 THEN
      ANALYZE aftersale, import_aftersale;
    END IF;
    SELECT * INTO claims FROM import_claims(batch_no, file, known, revived, channel, platform_code, snapshot,
      row_count - rejected_count - case_rows);
    new := claims.new + cases.new;
    same := claims.same + cases.same;
    changed := claims.changed + cases.changed;
    conflicts := claims.conflicts + cases.conflicts;
    gross := claims.gross;
    refunds := claims.refunds + cases.cash_back;
    first_day := least(claims.first_day, cases.first_day);
    last_day := greatest(claims.last_day, cases.last_day);
    IF row_count - case_rows > 500 AND NOT claims.plain THEN
      ANALYZE claim_snapshot;
    END IF;
  END IF;
  IF known THEN
    UPDATE import_file f SET state = 'live', channel_id = channel, new = import_table.new,
      same = import_table.same, changed = import_table.changed
    WHERE f.file_id = file AND f.state = 'undone';
  ELSE
    INSERT INTO import_file (file_id, name, part, sha256, redacted_sha256, encoding, profile, reading, channel_id,
      platform, snapshot_at, imported_at, posting_id, rows, new, same, changed, rejected)
    VALUES (file, file_name, part, sha256, redacted_sha256, encoding, profile, reading, channel,
      platform_code, snapshot, now(), batch_no, row_count, new, same, changed, rejected_count);
  END IF;
  SELECT * INTO posted_gross, posted_refunds
  FROM reconcile_claims(batch_no, file, by_operator, by_command);
  PERFORM set_config('enable_nestloop', 'on', true);  -- what waits is little, and is looked up
  SELECT count(DISTINCT k.row_no) INTO pending
  FROM claim_snapshot k
  WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215 AND k.claim_id = ANY (ARRAY(
    SELECT p.claim_id FROM claim_posted p WHERE p.side = 'sale' AND p.verdict = 'pending'));
  SELECT pending + count(DISTINCT k.row_no) INTO pending
  FROM aftersale_snapshot k
  JOIN aftersale_waiting w ON w.aftersale_id = k.aftersale_id
  WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215;
END $$;
CREATE FUNCTION pengshui.import_undo(file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it       record;
  batch_no bigint := nextval('posting_number');
  closed   date;
  touched  bigint;
BEGIN
  SELECT f.platform, f.state INTO it FROM import_file f WHERE f.file_id = file;
  IF it.state IS NULL THEN
    PERFORM refuse('import_unknown', jsonb_build_object('import', file));
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || split_part(it.platform, '/', 1)));
  SELECT f.state INTO it.state FROM import_file f WHERE f.file_id = file FOR UPDATE;
  IF it.state = 'undone' THEN
    PERFORM refuse('import_undone', jsonb_build_object('import', file));
  END IF;
  UPDATE import_file f SET state = 'undone' WHERE f.file_id = file;
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch_no, s.claim_id, false, false
  FROM claim_snapshot s
  WHERE s.snapshot_id >= file << 24 AND s.snapshot_id < (file + 1) << 24;
  GET DIAGNOSTICS touched = ROW_COUNT;
  INSERT INTO import_aftersale (batch, aftersale_id)
  SELECT DISTINCT batch_no, s.aftersale_id
  FROM aftersale_snapshot s
  WHERE s.snapshot_id >= file << 24 AND s.snapshot_id < (file + 1) << 24;
  PERFORM plan_for_bulk(touched);
  SELECT min(b.month) INTO closed
  FROM (
    SELECT t.claim_id FROM import_affected t WHERE t.batch = batch_no
    UNION
    SELECT c.claim_id FROM import_aftersale t JOIN aftersale c ON c.aftersale_id = t.aftersale_id WHERE t.batch = batch_no
  ) a
  JOIN line l ON l.claim_id = a.claim_id
  JOIN book_month b ON b.month = l.book_month AND b.status = 'closed';
  IF closed IS NOT NULL THEN
    PERFORM refuse('import_month_closed', jsonb_build_object('import', file, 'month', to_char(closed, 'YYYY-MM')));
  END IF;
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, file, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
CREATE FUNCTION pengshui.in_base_units(skus text[], INOUT quantities numeric[], INOUT units text[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  wrong  record;
  answer record;
BEGIN
  IF coalesce(num_nonnulls(VARIADIC units), 0) = 0 THEN
    RETURN;
  END IF;
  WITH known AS (
    SELECT i.n, i.quantity, i.unit, p.product_id, p.sku, p.name, p.unit AS base, r.code, r.built_in, r.numerator, r.denominator,
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
  SELECT (SELECT jsonb_build_object('code', f.sku, 'name', f.name, 'unit', f.unit, 'base', f.base, 'line', f.n, 'item', f.n,
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
CREATE FUNCTION pengshui.keep_by_lot(sku_code text, by_lot boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it record;
BEGIN
  SELECT p.product_id, p.lots INTO it FROM product p WHERE p.sku = sku_code FOR NO KEY UPDATE;
  IF it.lots = by_lot THEN
    RETURN;
  END IF;
  PERFORM FROM stock_on_hand h WHERE h.product_id = it.product_id ORDER BY h.location_id FOR UPDATE;
  IF EXISTS (SELECT FROM stock_on_hand h WHERE h.product_id = it.product_id AND h.quantity > 0)
    OR EXISTS (SELECT FROM transfer_open o WHERE o.product_id = it.product_id) THEN
    PERFORM refuse('product_has_stock', jsonb_build_object('code', sku_code));
  END IF;
  UPDATE product p SET lots = by_lot WHERE p.product_id = it.product_id;
  UPDATE stock_on_hand h SET lots = by_lot WHERE h.product_id = it.product_id;
END $$;
CREATE FUNCTION pengshui.keep_stock(batch bigint, after_move integer DEFAULT 0) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.known_refund(order_says text, aftersales_say text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (aftersales_say = 'unknown'::text) THEN 'status_unknown'::text WHEN ((aftersales_say = 'back'::text) AND (order_says = 'amount_unknown'::text)) THEN 'part'::text ELSE order_says END;
CREATE FUNCTION pengshui.last_move(batch bigint) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT coalesce(max(m.move_no), 0) FROM stock_move m WHERE m.posting_id = batch
$$;
CREATE TABLE pengshui.claim_snapshot (
    snapshot_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    outcome text NOT NULL,
    conflict boolean NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    dated boolean NOT NULL,
    rank smallint NOT NULL,
    exact boolean NOT NULL,
    digest uuid NOT NULL,
    listing_id bigint NOT NULL,
    quantity numeric(14,3),
    goods numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    paid_at timestamp with time zone,
    refund text NOT NULL,
    order_status text NOT NULL,
    aftersale_status text NOT NULL,
    cash numeric(14,2),
    refunded numeric(14,2),
    item text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL,
    CONSTRAINT claim_snapshot_goods_not_negative CHECK (((goods >= (0)::numeric) AND (goods < 'NaN'::numeric))),
    CONSTRAINT claim_snapshot_outcome_known CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text]))),
    CONSTRAINT claim_snapshot_refund_known CHECK ((((refund = ANY (ARRAY['none'::text, 'full'::text, 'amount_unknown'::text, 'status_unknown'::text])) AND (refunded IS NULL)) OR ((refund = 'part'::text) AND (refunded > (0)::numeric))))
);
COMMENT ON TABLE pengshui.claim_snapshot IS 'What one row of one file says of one order line.';
COMMENT ON COLUMN pengshui.claim_snapshot.snapshot_id IS 'file_id * 2^24 + the claim''s ordinal in its file.';
COMMENT ON COLUMN pengshui.claim_snapshot.effective_at IS 'The file''s snapshot_at; else the newest instant in the row.';
COMMENT ON COLUMN pengshui.claim_snapshot.digest IS 'The first 128 bits of the SHA-256 of the recorded fields.';
COMMENT ON COLUMN pengshui.claim_snapshot.quantity IS 'Pieces of the listing; null where the file does not tell.';
COMMENT ON COLUMN pengshui.claim_snapshot.goods IS 'Goods value in yuan, without freight, subsidies included.';
COMMENT ON COLUMN pengshui.claim_snapshot.cash IS 'What the buyer paid for the goods, in yuan, without freight: what a refund in part is a part of; null where it is goods.';
COMMENT ON COLUMN pengshui.claim_snapshot.refunded IS 'The yuan of cash that the row says went back, where refund is part.';
COMMENT ON COLUMN pengshui.claim_snapshot.item IS 'The platform''s product id, where after-sale rows name the line by it.';
COMMENT ON COLUMN pengshui.claim_snapshot.signed IS 'A signed agreement (签约): no sale, excluded.';
CREATE FUNCTION pengshui.line_of_case(of_platform text, of_order text, of_line text, of_item text) RETURNS TABLE(claim_id bigint)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (count(*) = 1) THEN min(c.claim_id)
             ELSE NULL::bigint
         END AS "case"
    FROM (pengshui.claim c
      JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
   WHERE ((c.order_no = line_of_case.of_order) AND (c.platform = line_of_case.of_platform) AND ((c.line_no = line_of_case.of_line) OR (v.item = line_of_case.of_item)));
END;
CREATE FUNCTION pengshui.link_household(supplier_code text, household_code text, said_day date, happened_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  other bigint;
  kinds text[];
  today date;
BEGIN
  SELECT s.supplier_id, ARRAY[w.kind, s.kind] INTO other, kinds
  FROM supplier s, supplier w WHERE s.code = household_code AND w.supplier_id = who;
  IF other IS NULL OR kinds[2] <> 'household' OR kinds[1] = 'household' THEN
    PERFORM refuse(CASE WHEN other IS NULL THEN 'supplier_unknown' WHEN kinds[2] <> 'household' THEN 'household_expected'
      ELSE 'household_links_none' END,
      jsonb_build_object('code', CASE WHEN kinds = '{household,household}' THEN supplier_code ELSE household_code END));
  END IF;
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO supplier_link (supplier_id, household_id, from_day) VALUES (who, other, coalesce(said_day, today));
END $$;
CREATE FUNCTION pengshui.linked_household(supplier bigint, household_code text, on_day date) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it     bigint;
  linked boolean;
BEGIN
  SELECT s.supplier_id, EXISTS (SELECT FROM supplier_link l WHERE l.supplier_id = supplier AND l.household_id = s.supplier_id
    AND on_day BETWEEN l.from_day AND coalesce(l.to_day, 'infinity')) INTO it, linked
  FROM supplier s WHERE s.code = household_code;
  IF household_code IS NOT NULL AND linked IS NOT TRUE THEN
    PERFORM refuse(CASE WHEN it IS NULL THEN 'supplier_unknown' ELSE 'household_unlinked' END,
      jsonb_build_object('code', household_code, 'day', on_day));
  END IF;
  RETURN it;
END $$;
CREATE FUNCTION pengshui.list_product_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.location_of(location_code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place bigint;
BEGIN
  SELECT l.location_id INTO place FROM location l
  WHERE CASE WHEN location_code IS NULL THEN l.is_default ELSE l.code = location_code END;
  IF place IS NULL THEN
    PERFORM refuse('location_unknown', jsonb_build_object('code', coalesce(location_code, '')));
  END IF;
  RETURN place;
END $$;
CREATE TABLE pengshui.stock_count (
    count_id bigint NOT NULL,
    location_id bigint NOT NULL,
    category text DEFAULT ''::text NOT NULL,
    blind boolean NOT NULL,
    recount numeric(14,2) NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    ended_by bigint,
    CONSTRAINT stock_count_recount_not_negative CHECK (((recount >= (0)::numeric) AND (recount < 'NaN'::numeric))),
    CONSTRAINT stock_count_state_known CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'cancelled'::text])))
);
COMMENT ON TABLE pengshui.stock_count IS 'A count of a location (盘点), or of a category there; its number is that of the posting that opened it.';
COMMENT ON COLUMN pengshui.stock_count.recount IS 'A difference worth more yuan than this at cost must be counted twice.';
CREATE FUNCTION pengshui.lock_count(wanted bigint, OUT it pengshui.stock_count) RETURNS pengshui.stock_count
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  SELECT * INTO it FROM stock_count c WHERE c.count_id = wanted FOR UPDATE;
  IF it.count_id IS NULL THEN
    PERFORM refuse('count_unknown', jsonb_build_object('count', wanted));
  ELSIF it.state <> 'open' THEN
    PERFORM refuse('count_ended', jsonb_build_object('count', wanted, 'state', it.state));
  END IF;
END $$;
CREATE TABLE pengshui.document (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
)
PARTITION BY RANGE (book_month);
COMMENT ON TABLE pengshui.document IS 'One sale, refund or correction, of one day, with its total written once.';
COMMENT ON COLUMN pengshui.document.side IS 'What the total adds to: sale to gross, refund to refunds (its totals are negative).';
COMMENT ON COLUMN pengshui.document.location_id IS 'The location whose stock it moves; none where the supplier ships.';
COMMENT ON COLUMN pengshui.document.receivable IS 'Yuan still owed: by the buyer, or by the platform that took the money.';
CREATE FUNCTION pengshui.lock_order(wanted bigint, OUT sale pengshui.document) RETURNS pengshui.document
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  SELECT * INTO sale FROM document d WHERE d.document_id = wanted FOR UPDATE;
  IF sale.document_id IS NULL THEN
    PERFORM refuse('order_unknown', jsonb_build_object('document', wanted));
  ELSIF sale.kind <> 'sale' THEN
    PERFORM refuse('order_not_a_sale', jsonb_build_object('document', wanted, 'kind', sale.kind));
  ELSIF sale.file_id IS NOT NULL THEN
    PERFORM refuse('order_imported', jsonb_build_object('document', wanted));
  ELSIF EXISTS (SELECT FROM line l WHERE l.of_document = wanted AND l.reverses) THEN
    PERFORM refuse('order_voided', jsonb_build_object('document', wanted));
  END IF;
END $$;
CREATE FUNCTION pengshui.lock_stock(places bigint[], products bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.lock_supplier(supplier_code text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it bigint;
BEGIN
  SELECT s.supplier_id INTO it FROM supplier s WHERE s.code = supplier_code FOR NO KEY UPDATE;
  IF it IS NULL THEN
    PERFORM refuse('supplier_unknown', jsonb_build_object('code', supplier_code));
  END IF;
  RETURN it;
END $$;
CREATE FUNCTION pengshui.lots_of(products bigint[], codes text[]) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  unknown record;
BEGIN
  SELECT i.code, i.n INTO unknown
  FROM unnest(products, codes) WITH ORDINALITY AS i(product, code, n)
  LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code
  WHERE i.code IS NOT NULL AND l.lot_id IS NULL ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('lot_unknown', jsonb_build_object('lot', unknown.code, 'item', unknown.n));
  END IF;
  RETURN (SELECT array_agg(l.lot_id ORDER BY i.n)
    FROM unnest(products, codes) WITH ORDINALITY AS i(product, code, n)
    LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code);
END $$;
CREATE FUNCTION pengshui.map_listing(channel_code text, listing_code text, skus text[], asked numeric[], units text[], shares numeric[], by_operator text, by_command text, OUT claims bigint, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  channel  record;
  unknown  text;
  broken   record;
  pieces   numeric[];
  batch_no bigint := nextval('posting_number');
  mapped   bigint;
BEGIN
  SELECT c.channel_id, coalesce(c.platform, '') AS platform INTO channel FROM channel c WHERE c.code = channel_code;
  SELECT min(s.sku) INTO unknown
  FROM unnest(skus) AS s(sku) WHERE NOT EXISTS (SELECT FROM product p WHERE p.sku = s.sku);
  SELECT b.quantities INTO pieces FROM in_base_units(skus, asked, units) b;
  SELECT s.sku, p.name, p.unit, s.quantity INTO broken
  FROM unnest(skus, pieces) AS s(sku, quantity)
  JOIN product p ON p.sku = s.sku
  JOIN unit u ON u.code = p.unit
  WHERE u.whole AND s.quantity <> trunc(s.quantity) LIMIT 1;
  IF channel.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF trimmed(listing_code) = '' AND NOT EXISTS (
    SELECT FROM listing l WHERE l.channel_id = channel.channel_id AND l.code = listing_code) THEN
    PERFORM refuse('listing_blank', '{}');
  ELSIF unknown IS NOT NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', unknown));
  ELSIF broken.sku IS NOT NULL THEN
    PERFORM refuse('quantity_not_whole', jsonb_build_object('code', broken.sku, 'name', broken.name,
      'unit', broken.unit, 'quantity', trim_scale(broken.quantity)::text));
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || channel.platform));
  INSERT INTO listing AS l (channel_id, code) VALUES (channel.channel_id, listing_code)
  ON CONFLICT (channel_id, code) DO UPDATE SET code = excluded.code
  RETURNING l.listing_id INTO mapped;
  DELETE FROM listing_part q WHERE q.listing_id = mapped;
  INSERT INTO listing_part (listing_id, part_no, product_id, quantity, share_before, share, share_total)
  SELECT mapped, w.n, w.product_id, w.quantity, w.upto - w.share, w.share, w.whole
  FROM (
    SELECT v.*, sum(v.share) OVER (ORDER BY v.n) AS upto, sum(v.share) OVER () AS whole
    FROM (
      SELECT s.n, p.product_id, s.quantity,
        CASE WHEN cardinality(skus) = 1 THEN 1
          WHEN shares IS NOT NULL THEN s.share
          WHEN (SELECT sum(r.price) FROM product r WHERE r.sku = ANY (skus)) = 0 THEN 1
          ELSE round(p.price * s.quantity, 2) END AS share
      FROM unnest(skus, pieces, shares) WITH ORDINALITY AS s(sku, quantity, share, n)
      JOIN product p ON p.sku = s.sku
    ) v
  ) w;
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, c.claim_id, false, true
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id AND v.listing_id = mapped
  WHERE c.channel_id = channel.channel_id;
  GET DIAGNOSTICS claims = ROW_COUNT;
  PERFORM plan_for_bulk(claims);
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, NULL, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
CREATE FUNCTION pengshui.margin_report(dimension text, of_month date, first_day date, last_day date) RETURNS TABLE(is_total boolean, code text, name text, unit text, quantity numeric, sales numeric, uncosted numeric, costed numeric, cost numeric, margin numeric, percent numeric)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  months date[];
  days   date[];
BEGIN
  SELECT * INTO months, days FROM report_bounds(of_month, first_day, last_day);
  RETURN QUERY
  WITH sums AS (
    SELECT CASE dimension WHEN 'product' THEN s.product_id WHEN 'channel' THEN s.channel_id ELSE s.supplier_id END AS id,
      sum(s.quantity) AS quantity, sum(s.amount) AS sales, sum(s.uncosted) AS uncosted, sum(s.cost) AS cost
    FROM sale_margin s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY 1
  ), named AS (
    SELECT false AS is_total, coalesce(p.sku, c.code, u.code, '') AS code, coalesce(p.name, c.name, u.name, '') AS name,
      coalesce(p.unit, '') AS unit, CASE WHEN dimension = 'product' THEN w.quantity END AS quantity, w.sales, w.uncosted, w.cost
    FROM sums w
    LEFT JOIN product p ON dimension = 'product' AND p.product_id = w.id
    LEFT JOIN channel c ON dimension = 'channel' AND c.channel_id = w.id
    LEFT JOIN supplier u ON dimension = 'supplier' AND u.supplier_id = w.id
    WHERE w.sales <> 0 OR w.uncosted <> 0 OR w.cost <> 0 OR w.quantity <> 0
    UNION ALL
    SELECT true, '', '', '', NULL, coalesce(sum(w.sales), 0.00), coalesce(sum(w.uncosted), 0.00), coalesce(sum(w.cost), 0.00) FROM sums w
  )
  SELECT n.is_total, n.code, n.name, n.unit, n.quantity, n.sales, n.uncosted, n.sales - n.uncosted, n.cost,
    n.sales - n.uncosted - n.cost,
    CASE WHEN n.sales > n.uncosted THEN round(100 * (n.sales - n.uncosted - n.cost) / (n.sales - n.uncosted), 1) END
  FROM named n
  ORDER BY n.is_total, n.sales DESC, n.code;
END $$;
CREATE FUNCTION pengshui.match_aftersales(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    SET enable_nestloop TO 'on'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM aftersale) THEN
    RETURN;
  END IF;
  ANALYZE import_affected, import_aftersale;
  WITH doubtful AS MATERIALIZED (
    SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no AND NOT t.merged
    UNION
    SELECT a.aftersale_id
    FROM import_affected t
    JOIN claim c ON c.claim_id = t.claim_id
    JOIN aftersale a ON a.order_no = c.order_no AND a.platform = c.platform
    WHERE t.batch = batch_no
  ), matched AS MATERIALIZED (
    SELECT a.aftersale_id, a.claim_id AS old_claim, l.claim_id
    FROM doubtful d
    JOIN aftersale a ON a.aftersale_id = d.aftersale_id
    CROSS JOIN LATERAL line_of_case(a.platform, a.order_no, a.line_no, a.item) l
  ), moved AS (
    UPDATE aftersale a SET claim_id = m.claim_id
    FROM matched m
    WHERE a.aftersale_id = m.aftersale_id AND a.claim_id IS DISTINCT FROM m.claim_id
  )
  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, k.claim_id, false, true, true
  FROM (
    SELECT l.claim_id
    FROM matched m
    CROSS JOIN LATERAL (VALUES (m.old_claim), (m.claim_id)) AS l(claim_id)
    WHERE l.claim_id IS NOT NULL AND (m.old_claim IS DISTINCT FROM m.claim_id
      OR m.aftersale_id IN (SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no))
    UNION
    SELECT a.claim_id
    FROM import_aftersale t
    JOIN aftersale a ON a.aftersale_id = t.aftersale_id
    WHERE t.batch = batch_no AND t.merged AND a.claim_id IS NOT NULL
    EXCEPT  -- which is never made by nested loops, however few rows are expected
    SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no
  ) k;
  ANALYZE import_affected;
  WITH said AS MATERIALIZED (  -- few: of most claims the cases say nothing on which their sale depends
    SELECT w.claim_id, w.says
    FROM (
      SELECT c.claim_id, c.aftersale, CASE WHEN bool_or(a.state = 'unknown') THEN 'unknown'
        WHEN bool_or(a.state = 'back') AND s.refund = 'amount_unknown' THEN 'back' ELSE 'none' END AS says
      FROM import_affected t
      JOIN claim c ON c.claim_id = t.claim_id
      LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id
      LEFT JOIN aftersale a ON a.claim_id = t.claim_id
      WHERE t.batch = batch_no
      GROUP BY c.claim_id, c.aftersale, s.refund
    ) w
    WHERE w.says <> w.aftersale
  ), told AS (
    UPDATE claim c SET aftersale = m.says
    FROM said m
    WHERE c.claim_id = m.claim_id
    RETURNING c.claim_id
  )
  UPDATE import_affected t SET staged = false
  WHERE t.batch = batch_no AND NOT t.fresh AND t.claim_id = ANY (ARRAY(SELECT d.claim_id FROM told d));
END $$;
CREATE FUNCTION pengshui.merge_aftersales(batch_no bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  UPDATE aftersale a
  SET snapshot_id = m.snapshot_id, file_id = m.file_id, line_no = m.line_no, item = m.item, state = m.state, cash = m.cash,
    back_at = m.back_at, channel_id = coalesce(m.channel_id, a.channel_id)
  FROM (
    SELECT DISTINCT ON (t.aftersale_id) t.aftersale_id, n.*,
      coalesce(n.said_back_at, min(n.effective_at) FILTER (WHERE n.state = 'back' AND n.dated) OVER of_case,
        min(n.effective_at) FILTER (WHERE n.state = 'back') OVER of_case, n.effective_at) AS back_at
    FROM import_aftersale t
    LEFT JOIN (
      SELECT s.aftersale_id AS of_case, s.snapshot_id, s.file_id, s.line_no, s.item, s.state, s.cash,
        s.back_at AS said_back_at, s.effective_at, s.dated, s.rank, s.digest, f.channel_id
      FROM aftersale_snapshot s
      JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
    ) n ON n.of_case = t.aftersale_id
    WHERE t.batch = batch_no AND NOT t.merged
    WINDOW of_case AS (PARTITION BY t.aftersale_id)
    ORDER BY t.aftersale_id, n.effective_at DESC NULLS LAST, n.rank DESC, n.digest DESC, n.snapshot_id
  ) m
  WHERE a.aftersale_id = m.aftersale_id;
$$;
CREATE FUNCTION pengshui.merge_claims(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  UPDATE claim c
  SET value_id = m.value_id, status_id = m.status_id, estimated = coalesce(m.estimated, false),
    channel_id = coalesce(m.channel_id, c.channel_id)
  FROM (
    SELECT a.claim_id,
      (array_agg(s.snapshot_id ORDER BY s.exact DESC, s.effective_at DESC, s.rank DESC, s.digest DESC, s.snapshot_id)
        FILTER (WHERE f.file_id IS NOT NULL))[1] AS value_id,
      (array_agg(s.snapshot_id ORDER BY s.effective_at DESC, s.rank DESC, s.exact DESC, s.digest DESC, s.snapshot_id)
        FILTER (WHERE f.file_id IS NOT NULL))[1] AS status_id,
      NOT bool_or(s.exact) FILTER (WHERE f.file_id IS NOT NULL) AS estimated,
      min(f.channel_id) AS channel_id
    FROM import_affected a
    JOIN claim_snapshot s ON s.claim_id = a.claim_id
    LEFT JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
    WHERE a.batch = batch_no AND NOT a.merged
    GROUP BY a.claim_id
  ) m
  WHERE c.claim_id = m.claim_id;
  IF any_estimated() THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_affected a
    JOIN claim c ON c.claim_id = a.claim_id
    JOIN claim e ON e.platform = c.platform AND e.order_no = c.order_no AND e.estimated
    WHERE a.batch = batch_no
      AND NOT EXISTS (SELECT FROM import_affected b WHERE b.batch = batch_no AND b.claim_id = e.claim_id);
  END IF;
END $$;
CREATE FUNCTION pengshui.number_equal_lines(batch_no bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  UPDATE import_stage s
  SET repeated = false, line_no = CASE WHEN n.place = 1 THEN s.line_no ELSE s.line_no || '#' || n.place END
  FROM (
    SELECT s.ordinal, row_number() OVER (PARTITION BY s.order_no, s.line_no
      ORDER BY s.goods DESC, s.quantity DESC NULLS LAST, s.ordinal) AS place
    FROM import_stage s
    JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
      ON k.order_no = s.order_no AND k.line_no = s.line_no
    WHERE s.batch = batch_no
  ) n
  WHERE s.batch = batch_no AND s.ordinal = n.ordinal;
  UPDATE aftersale_stage s SET number = s.number || '#' || n.place
  FROM (
    SELECT a.ordinal, row_number() OVER (PARTITION BY a.number ORDER BY a.cash DESC, a.ordinal) AS place
    FROM aftersale_stage a WHERE a.batch = batch_no
  ) n
  WHERE s.batch = batch_no AND s.ordinal = n.ordinal AND n.place > 1;
$$;
CREATE FUNCTION pengshui.open_book_month(wanted date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  fact text;
  part text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.book_month'));
  IF EXISTS (SELECT FROM book_month WHERE month = wanted) THEN
    RETURN;
  END IF;
  IF wanted NOT BETWEEN '2010-01-01' AND '2099-12-01' THEN
    PERFORM refuse('day_implausible', jsonb_build_object('day', wanted));
  END IF;
  FOREACH fact IN ARRAY ARRAY['document', 'line'] LOOP
    part := fact || '_' || to_char(wanted, 'YYYY_MM');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, fact);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      fact, part, wanted, (wanted + interval '1 month')::date);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
  INSERT INTO book_month (month) VALUES (wanted);
END $$;
CREATE FUNCTION pengshui.open_count(location_code text, of_category text, is_blind boolean, recount_over numeric, happened_at timestamp with time zone, by_operator text, by_command text, OUT count_id bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place bigint := location_of(location_code);
  other bigint;
  today date;
BEGIN
  IF of_category <> '' AND NOT EXISTS (SELECT FROM product p WHERE p.category = of_category) THEN
    PERFORM refuse('category_unknown', jsonb_build_object('category', of_category));
  END IF;
  PERFORM FROM location l WHERE l.location_id = place FOR UPDATE;
  SELECT c.count_id INTO other FROM stock_count c
  WHERE c.location_id = place AND c.state = 'open' AND (c.category = of_category OR '' IN (c.category, of_category));
  IF other IS NOT NULL THEN
    PERFORM refuse('count_open_already', jsonb_build_object('count', other));
  END IF;
  SELECT b.batch, b.today INTO count_id, today FROM begin_move(by_operator, by_command, NULL, happened_at) b;
  INSERT INTO stock_count (count_id, location_id, category, blind, recount)
  VALUES (open_count.count_id, place, of_category, is_blind, recount_over);
END $$;
CREATE FUNCTION pengshui.order_moves(sold_on text, wanted text) RETURNS TABLE(product_id bigint, lot_id bigint, quantity numeric, value numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT v.product_id, v.lot_id, v.quantity, v.value
  FROM claim c
  JOIN line n ON n.claim_id = c.claim_id
  JOIN stock_move v ON v.document_id = n.document_id AND v.line_no = n.line_no
  WHERE c.order_no = wanted AND c.platform = sold_on
  UNION ALL
  SELECT v.product_id, v.lot_id, v.quantity, v.value
  FROM goods_back b
  JOIN stock_move v ON v.posting_id = b.posting_id AND v.move_no = b.move_no
  WHERE b.order_no = wanted AND b.platform = sold_on
$$;
CREATE FUNCTION pengshui.order_units(codes text[], INOUT quantities numeric[], INOUT units text[], shown numeric[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  n integer;
BEGIN
  SELECT b.quantities, b.units INTO quantities, units FROM in_base_units(skus_of(codes), quantities, units) b;
  SELECT i.n INTO n FROM unnest(quantities, shown) WITH ORDINALITY AS i(quantity, shown, n)
  WHERE i.quantity <> i.shown LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('unit_changed', jsonb_build_object('code', codes[n], 'unit', units[n], 'line', n));
  END IF;
END $$;
CREATE FUNCTION pengshui.owed_to(supplier bigint) RETURNS numeric
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RETURN (SELECT coalesce(sum(l.amount), 0.00) FROM supplier_ledger l WHERE l.supplier_id = supplier);
END $$;
CREATE TABLE pengshui.product_unit (
    product_id bigint NOT NULL,
    unit text NOT NULL,
    numerator bigint NOT NULL,
    denominator bigint NOT NULL,
    CONSTRAINT product_unit_plain CHECK ((unit ~ '^[^[:space:][:cntrl:][:digit:][:punct:]]{1,20}$'::text)),
    CONSTRAINT product_unit_plausible CHECK ((((numerator >= 1) AND (numerator <= 1000000000)) AND ((denominator >= 1) AND (denominator <= 1000000000))))
);
COMMENT ON TABLE pengshui.product_unit IS 'A unit a product is bought or sold in beside its base unit: one of it holds numerator / denominator base units.';
CREATE FUNCTION pengshui.own_unit(sku_code text, unit_name text, num bigint, den bigint, of_unit text, OUT own pengshui.product_unit) RETURNS pengshui.product_unit
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.past_day(said date, today date) RETURNS date
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF said > today THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', said));
  END IF;
  RETURN coalesce(said, today);
END $$;
CREATE FUNCTION pengshui.pay_supplier(request uuid, supplier_code text, paid numeric, receipts bigint[], said_day date, way text, household_code text, in_advance boolean, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT payment bigint, OUT owed numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  who     bigint := lock_supplier(supplier_code);
  today   date;
  on_day  date;
  due     numeric;
  unknown bigint;
BEGIN
  SELECT * INTO payment, today, repeated FROM begin_once(request, sha256(convert_to(ROW('supplier pay', supplier_code, paid,
    receipts, said_day, way, household_code, because)::text, 'UTF8')), by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    on_day := past_day(said_day, today);
    SELECT i.receipt INTO unknown FROM unnest(receipts) AS i(receipt)
    WHERE NOT EXISTS (SELECT FROM purchase p WHERE p.posting_id = i.receipt AND p.supplier_id = who) LIMIT 1;
    IF unknown IS NOT NULL THEN
      PERFORM refuse('receipt_unknown', jsonb_build_object('receipt', unknown, 'code', supplier_code));
    END IF;
    due := CASE WHEN cardinality(receipts) = 0 THEN owed_to(who) ELSE coalesce((SELECT sum(o.open) FROM purchase_open o
      WHERE o.supplier_id = who AND o.receipt_id = ANY (receipts)), 0) END;
    IF paid > greatest(due, 0) AND NOT in_advance THEN
      PERFORM refuse(CASE WHEN cardinality(receipts) = 0 THEN 'payment_over' ELSE 'payment_over_receipts' END,
        jsonb_build_object('code', supplier_code, 'amount', paid::text, 'owed', greatest(due, 0)::text));
    END IF;
    WITH made AS (
      INSERT INTO supplier_payment (posting_id, supplier_id, day, amount, method, household_id)
      VALUES (payment, who, on_day, paid, way, linked_household(who, household_code, on_day))
    )
    INSERT INTO supplier_payment_receipt (posting_id, receipt_id, amount)
    SELECT payment, o.receipt_id, least(o.open, paid - o.before)
    FROM (SELECT p.receipt_id, p.open, sum(p.open) OVER (ORDER BY p.day, p.receipt_id) - p.open AS before
          FROM purchase_open p WHERE p.supplier_id = who AND p.receipt_id = ANY (receipts)) o
    WHERE o.open > 0 AND o.before < paid;
  END IF;
  owed := owed_to(who);
END $$;
CREATE FUNCTION pengshui.pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (refund = 'amount_unknown'::text) THEN 'refund_amount_unknown'::text WHEN (refund = 'status_unknown'::text) THEN 'status_unknown'::text WHEN (product IS NULL) THEN 'listing_unknown'::text WHEN (quantity IS NULL) THEN 'quantity_unknown'::text ELSE NULL::text END;
CREATE FUNCTION pengshui.plan_for_bulk(rows bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF rows > 2000 THEN
    PERFORM set_config('enable_nestloop', 'off', true), set_config('work_mem', '192MB', true),
      set_config('default_statistics_target', '10', true);
  END IF;
END $$;
CREATE FUNCTION pengshui.post_import(batch bigint, happened boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  short      record;
  places     bigint[];
  products   bigint[];
  outs       numeric[];
  costs      numeric[];
  lotted     boolean[];
  lot_ids    bigint[];
  same_documents bigint[];
  same_lines     integer[];
  comes_back boolean;
  goes_out   boolean;
  is_there   boolean;
  is_enough  boolean;
  by_lot     boolean;
  first_day  date;
  is_one_day boolean;
  on_day     date;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1;
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated,
    entered_unit, entered_quantity)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated, s.entered_unit, s.entered_quantity
  FROM import_line_stage s
  WHERE s.posting_id = batch;
  SELECT array_agg(a.location_id), array_agg(a.product_id), array_agg(a.out), min(a.first_day), min(a.first_day) = max(a.last_day),
    bool_or(a.comes_back), bool_or(a.out > 0),
    bool_and(EXISTS (SELECT FROM stock_on_hand o WHERE o.location_id = a.location_id AND o.product_id = a.product_id))
  INTO places, products, outs, first_day, is_one_day, comes_back, goes_out, is_there
  FROM (
    SELECT s.location_id, s.product_id, coalesce(sum(s.quantity) FILTER (WHERE NOT s.reverses AND s.side = 'sale'), 0) AS out,
      min(s.day) AS first_day, max(s.day) AS last_day, bool_or(s.back <> 0 OR s.reverses) AS comes_back
    FROM import_line_stage s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND (s.side = 'sale' OR s.back <> 0)
    GROUP BY s.location_id, s.product_id
  ) a;
  -- The rows of stock_on_hand are locked in a statement of its own, in key order, and read as they are then: only what
  -- begins later is sure to see the lots beside them as they are. It is a small one, for it is begun anew whenever
  -- somebody else has changed a row meanwhile. Where one of them is still to be made none is locked here: rows are made
  -- before any is locked.
  IF is_there THEN
    SELECT array_agg(k.cost ORDER BY k.n), array_agg(k.lots ORDER BY k.n), bool_and(k.quantity >= k.out), bool_or(k.lots)
    INTO costs, lotted, is_enough, by_lot
    FROM (
      SELECT a.n, a.out, h.quantity, h.lots,
        CASE WHEN a.out = h.quantity THEN h.value ELSE round(h.value * a.out / nullif(h.quantity, 0), 2) END AS cost
      FROM stock_on_hand h
      JOIN unnest(places, products, outs) WITH ORDINALITY AS a(location_id, product_id, out, n)
        ON a.location_id = h.location_id AND a.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ) k;
  ELSIF NOT is_there THEN
    PERFORM lock_stock(places, products);
  END IF;
  -- Goods that come back, to the lots they came from and at the cost they left.
  IF comes_back THEN
    WITH moving AS MATERIALIZED (  -- what a reversal brings back is read under the lock: a receipt may have settled some
      SELECT s.document_id, s.line_no, s.day, s.location_id, s.product_id, s.claim_id, s.of_document, s.of_line, s.reverses, s.quantity,
        CASE WHEN s.reverses AND s.side = 'sale' THEN coalesce(
          (SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = s.of_document AND v.line_no = s.of_line), 0)
          ELSE s.back END AS back, s.reverses AND s.side = 'sale' AS undone
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
        AND (s.back <> 0 OR s.reverses)
    ), origin AS (  -- what is still out of the lines that come back
      SELECT m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires, -sum(o.quantity) AS quantity, -sum(o.value) AS value
      FROM moving m
      CROSS JOIN LATERAL (
        SELECT v.lot_id, v.quantity, v.value FROM stock_move v
        WHERE v.document_id = m.of_document AND v.line_no = m.of_line
        UNION ALL
        SELECT v.lot_id, v.quantity, v.value
        FROM line b JOIN stock_move v ON v.document_id = b.document_id AND v.line_no = b.line_no
        WHERE b.of_document = m.of_document AND b.of_line = m.of_line AND b.document_id <> m.document_id
      ) o
      LEFT JOIN lot l ON l.lot_id = o.lot_id
      WHERE m.back > 0
      GROUP BY m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires
      HAVING sum(o.quantity) < 0
    ), taken AS MATERIALIZED (  -- the lots that keep longest come back first
      SELECT r.*, h.lots
      FROM (
        SELECT o.*, least(o.back, sum(o.quantity) OVER keep) - least(o.back, sum(o.quantity) OVER keep - o.quantity) AS take
        FROM origin o
        WINDOW keep AS (PARTITION BY o.document_id, o.line_no ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
      ) r
      JOIN stock_on_hand h ON h.location_id = r.location_id AND h.product_id = r.product_id
      WHERE r.take > 0
    ), allowed AS MATERIALIZED (  -- of a platform's order that some came back of (goods_back): what is still out, or sold anew
      SELECT k.platform, k.order_no, k.product_id, greatest(0, coalesce(-sum(v.quantity), 0) + coalesce((
        SELECT sum(s.quantity)
        FROM import_line_stage s
        JOIN claim c ON c.claim_id = s.claim_id
        WHERE s.posting_id = batch AND s.product_id = k.product_id AND s.side = 'sale' AND NOT s.reverses
          AND c.order_no = k.order_no AND c.platform = k.platform), 0)) AS quantity
      FROM (
        SELECT DISTINCT c.platform, c.order_no, t.product_id
        FROM taken t
        JOIN claim c ON c.claim_id = t.claim_id
        WHERE t.undone AND EXISTS (SELECT FROM goods_back b WHERE b.order_no = c.order_no AND b.platform = c.platform)
      ) k
      CROSS JOIN LATERAL order_moves(k.platform, k.order_no) v
      WHERE v.product_id = k.product_id
      GROUP BY k.platform, k.order_no, k.product_id
    ), made AS MATERIALIZED (  -- the lot of goods that left before the product was kept by lot
      SELECT t.product_id, built_lot(t.product_id, batch, max(t.day)) AS lot_id
      FROM taken t WHERE t.lots AND t.lot_id IS NULL GROUP BY t.product_id
    ), returned AS MATERIALIZED (
      SELECT r.document_id, r.line_no, r.location_id, r.product_id, r.reverses,
        CASE WHEN r.lots THEN coalesce(r.lot_id, d.lot_id) END AS lot_id, r.back_now AS quantity,
        CASE WHEN r.back_now = r.quantity THEN r.value ELSE round(r.value * r.back_now / r.quantity, 2) END AS value
      FROM (
        SELECT t.*, CASE WHEN a.order_no IS NULL THEN t.take
          ELSE least(a.quantity, sum(t.take) OVER in_order) - least(a.quantity, sum(t.take) OVER in_order - t.take) END AS back_now
        FROM taken t
        LEFT JOIN claim c ON c.claim_id = t.claim_id AND t.undone
        LEFT JOIN allowed a ON a.platform = c.platform AND a.order_no = c.order_no AND a.product_id = t.product_id
        WINDOW in_order AS (PARTITION BY a.platform, a.order_no, t.product_id ORDER BY t.document_id, t.line_no, t.lot_id)
      ) r
      LEFT JOIN made d ON d.product_id = r.product_id
      WHERE r.back_now > 0
    ), unnamed AS (  -- a sale that is undone is not short any more
      INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
      SELECT m.document_id, m.line_no, m.location_id, m.product_id, m.quantity + m.back
      FROM moving m
      WHERE m.undone AND m.quantity + m.back <> 0
    )
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY r.document_id, r.line_no, r.lot_id),
      CASE WHEN r.reverses THEN 'cancel' ELSE 'return' END, r.location_id, r.product_id, r.lot_id, r.quantity, r.value,
      r.document_id, r.line_no
    FROM returned r;
    -- A correction that leaves product, place and quantity as they were moves nothing: what comes back goes out again for
    -- the new line, of the same lots and at the same cost; what was missing stays so, and what was written off of it.
    IF goes_out THEN
      WITH same AS MATERIALIZED (
        SELECT n.document_id, n.line_no, n.location_id, n.product_id, n.quantity, r.document_id AS back_document,
          r.line_no AS back_line, r.of_document, r.of_line, b.quantity AS back
        FROM import_line_stage n
        JOIN import_line_stage r ON r.claim_id = n.claim_id AND r.part = n.part AND r.location_id = n.location_id
          AND r.product_id = n.product_id AND r.quantity = -n.quantity
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(m.quantity), 0) AS quantity
          FROM stock_move m WHERE m.document_id = r.document_id AND m.line_no = r.line_no
        ) b
        WHERE n.posting_id = batch AND n.side = 'sale' AND NOT n.reverses AND n.quantity > 0
          AND r.posting_id = batch AND r.side = 'sale' AND r.reverses
          AND b.quantity = coalesce((  -- all that left
            SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = r.of_document AND v.line_no = r.of_line), 0)
      ), gone AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY s.document_id, s.line_no, m.move_no), 'issue',
          m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value, s.document_id, s.line_no
        FROM same s
        JOIN stock_move m ON m.document_id = s.back_document AND m.line_no = s.back_line
      ), missing AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity - s.back
        FROM same s WHERE s.quantity > s.back
      ), written_off AS (
        INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
        SELECT batch, s.document_id, s.line_no, sum(d.quantity), true
        FROM same s
        JOIN shortage_settled d ON d.document_id = s.of_document AND d.line_no = s.of_line AND d.written_off
        GROUP BY s.document_id, s.line_no
      )
      SELECT array_agg(s.document_id), array_agg(s.line_no) INTO same_documents, same_lines FROM same s;
    END IF;
    PERFORM keep_stock(batch);
  END IF;
  -- Sales of which there is enough, each product of one lot at most: the first to expire.
  is_enough := is_enough AND NOT comes_back  -- else what is locked is not what is there any more
    AND (is_one_day OR NOT by_lot);
  IF goes_out AND is_enough AND by_lot THEN
    SELECT array_agg(f.lot_id ORDER BY a.n), bool_and(NOT a.lots OR coalesce(f.quantity >= a.out, a.out = 0))
    INTO lot_ids, is_enough
    FROM unnest(places, products, outs, lotted) WITH ORDINALITY AS a(location_id, product_id, out, lots, n)
    LEFT JOIN LATERAL (
      SELECT t.lot_id, t.quantity
      FROM stock_lot t
      JOIN lot l ON l.lot_id = t.lot_id
      WHERE a.lots AND t.location_id = a.location_id AND t.product_id = a.product_id AND t.quantity > 0
        AND (l.expires IS NULL OR l.expires >= first_day)
      ORDER BY l.expires NULLS LAST, l.lot_id LIMIT 1
    ) f ON true;
    IF is_enough THEN
      UPDATE stock_lot t SET quantity = t.quantity - d.out
      FROM unnest(places, products, outs, lot_ids) AS d(location_id, product_id, out, lot_id)
      WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id AND d.out > 0;
    END IF;
  END IF;
  IF goes_out AND is_enough THEN
    UPDATE stock_on_hand h SET quantity = h.quantity - d.out, value = h.value - d.cost
    FROM unnest(places, products, outs, costs) AS d(location_id, product_id, out, cost)
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id AND d.out > 0;
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no), 'issue', m.location_id, m.product_id, m.lot_id, -m.quantity,
      round(m.cost * (m.upto - m.quantity) / m.out, 2) - round(m.cost * m.upto / m.out, 2), m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, d.out, d.cost, d.lot_id,
        sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
      FROM import_line_stage s
      JOIN unnest(places, products, outs, costs, lot_ids) AS d(location_id, product_id, out, cost, lot_id)
        ON d.location_id = s.location_id AND d.product_id = s.product_id
      WHERE s.posting_id = batch AND s.side = 'sale' AND s.quantity > 0
    ) m;
  END IF;
  -- All others, of several lots, first expired, first out; what has expired, last of all and only where that is allowed.
  -- And sales of which there is too little: the missing part becomes a named shortage. Lots are taken day by day.
  IF goes_out AND is_enough IS NOT TRUE THEN
    SELECT bool_or(h.lots) INTO by_lot
    FROM stock_on_hand h
    JOIN unnest(places, products) AS a(location_id, product_id)
      ON a.location_id = h.location_id AND a.product_id = h.product_id;
    FOR on_day IN
      SELECT DISTINCT CASE WHEN by_lot THEN s.day END FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND s.quantity > 0 ORDER BY 1
    LOOP
      WITH demand AS MATERIALIZED (
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity AS wanted,
          sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
        FROM import_line_stage s
        WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND s.side = 'sale'
          AND NOT s.reverses AND s.quantity > 0 AND (on_day IS NULL OR s.day = on_day)
          AND (s.document_id, s.line_no) NOT IN (SELECT * FROM unnest(same_documents, same_lines))
      ), place AS MATERIALIZED (
        SELECT h.location_id, h.product_id, h.lots, h.quantity, h.value, w.asked
        FROM stock_on_hand h
        JOIN (SELECT d.location_id, d.product_id, max(d.upto) AS asked FROM demand d GROUP BY d.location_id, d.product_id) w
          ON w.location_id = h.location_id AND w.product_id = h.product_id
      ), supply AS MATERIALIZED (
        SELECT u.*, sum(u.quantity) OVER fefo AS upto
        FROM (
          SELECT p.location_id, p.product_id, NULL::bigint AS lot_id, p.quantity, NULL::date AS expires, false AS expired
          FROM place p WHERE NOT p.lots
          UNION ALL
          SELECT t.location_id, t.product_id, t.lot_id, t.quantity, l.expires, coalesce(l.expires < on_day, false)
          FROM place p
          JOIN stock_lot t ON t.location_id = p.location_id AND t.product_id = p.product_id
          JOIN lot l ON l.lot_id = t.lot_id
          WHERE p.lots AND (true OR l.expires IS NULL OR l.expires >= on_day)
        ) u
        WHERE u.quantity > 0
        WINDOW fefo AS (PARTITION BY u.location_id, u.product_id ORDER BY u.expired, u.expires NULLS LAST, u.lot_id)
      ), issued AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, s.lot_id,
          least(d.upto, s.upto) - greatest(d.upto - d.wanted, s.upto - s.quantity) AS quantity
        FROM demand d
        JOIN supply s ON s.location_id = d.location_id AND s.product_id = d.product_id
          AND d.upto - d.wanted < s.upto AND s.upto - s.quantity < d.upto
      ), moves AS MATERIALIZED (
        SELECT c.document_id, c.line_no, c.location_id, c.product_id, c.lot_id, -c.quantity AS quantity,
          round(c.cost * (c.upto - c.quantity) / c.out, 2) - round(c.cost * c.upto / c.out, 2) AS value
        FROM (
          SELECT i.*, CASE WHEN i.out = p.quantity THEN p.value ELSE round(p.value * i.out / p.quantity, 2) END AS cost
          FROM (
            SELECT i.*, sum(i.quantity) OVER (of_place ORDER BY i.document_id, i.line_no, i.lot_id) AS upto,
              sum(i.quantity) OVER of_place AS out
            FROM issued i
            WINDOW of_place AS (PARTITION BY i.location_id, i.product_id)
          ) i
          JOIN place p ON p.location_id = i.location_id AND p.product_id = i.product_id
        ) c
      ), moved AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY m.document_id, m.line_no, m.lot_id), 'issue',
          m.location_id, m.product_id, m.lot_id, m.quantity, m.value, m.document_id, m.line_no
        FROM moves m
      ), kept AS (
        UPDATE stock_on_hand h SET quantity = h.quantity + d.quantity, value = h.value + d.value
        FROM (SELECT location_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM moves
              GROUP BY location_id, product_id) d
        WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      ), kept_lots AS (
        UPDATE stock_lot t SET quantity = t.quantity + d.quantity
        FROM (SELECT location_id, product_id, lot_id, sum(quantity) AS quantity FROM moves
              WHERE lot_id IS NOT NULL GROUP BY location_id, product_id, lot_id) d
        WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id
      ), missing AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, d.wanted - coalesce(i.quantity, 0) AS quantity
        FROM demand d
        LEFT JOIN (SELECT document_id, line_no, sum(quantity) AS quantity FROM issued GROUP BY document_id, line_no) i
          ON i.document_id = d.document_id AND i.line_no = d.line_no
        WHERE i.document_id IS NULL OR i.quantity < d.wanted
      ), named AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT * FROM missing
      )
      -- What is not there comes first: only where there is enough is anybody asked about what has expired.
      SELECT min(n.location_id) AS place, array_agg(n.product_id ORDER BY n.enough, n.line_no) AS products,
        array_agg(n.asked ORDER BY n.enough, n.line_no) AS asked, array_agg(n.quantity ORDER BY n.enough, n.line_no) AS on_hand,
        array_agg(n.usable ORDER BY n.enough, n.line_no) AS usable
      INTO short
      FROM (
        SELECT p.location_id, p.product_id, p.asked, p.quantity, p.quantity >= p.asked AS enough, coalesce(s.quantity, 0) AS usable,
          (SELECT min(m.line_no) FROM missing m WHERE m.location_id = p.location_id AND m.product_id = p.product_id) AS line_no
        FROM place p
        LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM supply GROUP BY location_id, product_id) s
          ON s.location_id = p.location_id AND s.product_id = p.product_id
        WHERE NOT happened AND p.asked > coalesce(s.quantity, 0)
      ) n;
      IF short.products IS NOT NULL THEN
        PERFORM refuse_short(short.place, short.products, short.asked, short.on_hand, short.usable);
      END IF;
    END LOOP;
  END IF;
  IF comes_back THEN  -- what has come back covers what earlier sales are short of
    PERFORM settle_shortages(batch, c.place, c.products, first_day)
    FROM (SELECT u.place, array_agg(u.product) AS products FROM unnest(places, products) AS u(place, product)
          GROUP BY u.place ORDER BY u.place) c;
  END IF;
  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM import_line_stage s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;
  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $$;
CREATE FUNCTION pengshui.post_order(batch bigint, happened boolean, staged pengshui.order_stage[], expired_ok boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
  short      record;
  places     bigint[];
  products   bigint[];
  outs       numeric[];
  costs      numeric[];
  lotted     boolean[];
  lot_ids    bigint[];
  same_documents bigint[];
  same_lines     integer[];
  comes_back boolean;
  goes_out   boolean;
  is_there   boolean;
  is_enough  boolean;
  by_lot     boolean;
  first_day  date;
  is_one_day boolean;
  on_day     date;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM unnest(staged) s
  WHERE s.posting_id = batch AND s.line_no = 1;
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated,
    entered_unit, entered_quantity)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated, s.entered_unit, s.entered_quantity
  FROM unnest(staged) s
  WHERE s.posting_id = batch;
  SELECT array_agg(a.location_id), array_agg(a.product_id), array_agg(a.out), min(a.first_day), min(a.first_day) = max(a.last_day),
    bool_or(a.comes_back), bool_or(a.out > 0),
    bool_and(EXISTS (SELECT FROM stock_on_hand o WHERE o.location_id = a.location_id AND o.product_id = a.product_id))
  INTO places, products, outs, first_day, is_one_day, comes_back, goes_out, is_there
  FROM (
    SELECT s.location_id, s.product_id, coalesce(sum(s.quantity) FILTER (WHERE NOT s.reverses AND s.side = 'sale'), 0) AS out,
      min(s.day) AS first_day, max(s.day) AS last_day, bool_or(s.back <> 0 OR s.reverses) AS comes_back
    FROM unnest(staged) s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND (s.side = 'sale' OR s.back <> 0)
    GROUP BY s.location_id, s.product_id
  ) a;
  -- The rows of stock_on_hand are locked in a statement of its own, in key order, and read as they are then: only what
  -- begins later is sure to see the lots beside them as they are. It is a small one, for it is begun anew whenever
  -- somebody else has changed a row meanwhile. Where one of them is still to be made none is locked here: rows are made
  -- before any is locked.
  IF is_there THEN
    SELECT array_agg(k.cost ORDER BY k.n), array_agg(k.lots ORDER BY k.n), bool_and(k.quantity >= k.out), bool_or(k.lots)
    INTO costs, lotted, is_enough, by_lot
    FROM (
      SELECT a.n, a.out, h.quantity, h.lots,
        CASE WHEN a.out = h.quantity THEN h.value ELSE round(h.value * a.out / nullif(h.quantity, 0), 2) END AS cost
      FROM stock_on_hand h
      JOIN unnest(places, products, outs) WITH ORDINALITY AS a(location_id, product_id, out, n)
        ON a.location_id = h.location_id AND a.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ) k;
  ELSIF NOT is_there THEN
    PERFORM lock_stock(places, products);
  END IF;
  -- Goods that come back, to the lots they came from and at the cost they left.
  IF comes_back THEN
    WITH moving AS MATERIALIZED (  -- what a reversal brings back is read under the lock: a receipt may have settled some
      SELECT s.document_id, s.line_no, s.day, s.location_id, s.product_id, s.claim_id, s.of_document, s.of_line, s.reverses, s.quantity,
        CASE WHEN s.reverses AND s.side = 'sale' THEN coalesce(
          (SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = s.of_document AND v.line_no = s.of_line), 0)
          ELSE s.back END AS back, s.reverses AND s.side = 'sale' AS undone
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
        AND (s.back <> 0 OR s.reverses)
    ), origin AS (  -- what is still out of the lines that come back
      SELECT m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires, -sum(o.quantity) AS quantity, -sum(o.value) AS value
      FROM moving m
      CROSS JOIN LATERAL (
        SELECT v.lot_id, v.quantity, v.value FROM stock_move v
        WHERE v.document_id = m.of_document AND v.line_no = m.of_line
        UNION ALL
        SELECT v.lot_id, v.quantity, v.value
        FROM line b JOIN stock_move v ON v.document_id = b.document_id AND v.line_no = b.line_no
        WHERE b.of_document = m.of_document AND b.of_line = m.of_line AND b.document_id <> m.document_id
      ) o
      LEFT JOIN lot l ON l.lot_id = o.lot_id
      WHERE m.back > 0
      GROUP BY m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires
      HAVING sum(o.quantity) < 0
    ), taken AS MATERIALIZED (  -- the lots that keep longest come back first
      SELECT r.*, h.lots
      FROM (
        SELECT o.*, least(o.back, sum(o.quantity) OVER keep) - least(o.back, sum(o.quantity) OVER keep - o.quantity) AS take
        FROM origin o
        WINDOW keep AS (PARTITION BY o.document_id, o.line_no ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
      ) r
      JOIN stock_on_hand h ON h.location_id = r.location_id AND h.product_id = r.product_id
      WHERE r.take > 0
    ), allowed AS MATERIALIZED (  -- of a platform's order that some came back of (goods_back): what is still out, or sold anew
      SELECT k.platform, k.order_no, k.product_id, greatest(0, coalesce(-sum(v.quantity), 0) + coalesce((
        SELECT sum(s.quantity)
        FROM unnest(staged) s
        JOIN claim c ON c.claim_id = s.claim_id
        WHERE s.posting_id = batch AND s.product_id = k.product_id AND s.side = 'sale' AND NOT s.reverses
          AND c.order_no = k.order_no AND c.platform = k.platform), 0)) AS quantity
      FROM (
        SELECT DISTINCT c.platform, c.order_no, t.product_id
        FROM taken t
        JOIN claim c ON c.claim_id = t.claim_id
        WHERE t.undone AND EXISTS (SELECT FROM goods_back b WHERE b.order_no = c.order_no AND b.platform = c.platform)
      ) k
      CROSS JOIN LATERAL order_moves(k.platform, k.order_no) v
      WHERE v.product_id = k.product_id
      GROUP BY k.platform, k.order_no, k.product_id
    ), made AS MATERIALIZED (  -- the lot of goods that left before the product was kept by lot
      SELECT t.product_id, built_lot(t.product_id, batch, max(t.day)) AS lot_id
      FROM taken t WHERE t.lots AND t.lot_id IS NULL GROUP BY t.product_id
    ), returned AS MATERIALIZED (
      SELECT r.document_id, r.line_no, r.location_id, r.product_id, r.reverses,
        CASE WHEN r.lots THEN coalesce(r.lot_id, d.lot_id) END AS lot_id, r.back_now AS quantity,
        CASE WHEN r.back_now = r.quantity THEN r.value ELSE round(r.value * r.back_now / r.quantity, 2) END AS value
      FROM (
        SELECT t.*, CASE WHEN a.order_no IS NULL THEN t.take
          ELSE least(a.quantity, sum(t.take) OVER in_order) - least(a.quantity, sum(t.take) OVER in_order - t.take) END AS back_now
        FROM taken t
        LEFT JOIN claim c ON c.claim_id = t.claim_id AND t.undone
        LEFT JOIN allowed a ON a.platform = c.platform AND a.order_no = c.order_no AND a.product_id = t.product_id
        WINDOW in_order AS (PARTITION BY a.platform, a.order_no, t.product_id ORDER BY t.document_id, t.line_no, t.lot_id)
      ) r
      LEFT JOIN made d ON d.product_id = r.product_id
      WHERE r.back_now > 0
    ), unnamed AS (  -- a sale that is undone is not short any more
      INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
      SELECT m.document_id, m.line_no, m.location_id, m.product_id, m.quantity + m.back
      FROM moving m
      WHERE m.undone AND m.quantity + m.back <> 0
    )
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY r.document_id, r.line_no, r.lot_id),
      CASE WHEN r.reverses THEN 'cancel' ELSE 'return' END, r.location_id, r.product_id, r.lot_id, r.quantity, r.value,
      r.document_id, r.line_no
    FROM returned r;
    -- A correction that leaves product, place and quantity as they were moves nothing: what comes back goes out again for
    -- the new line, of the same lots and at the same cost; what was missing stays so, and what was written off of it.
    IF goes_out THEN
      WITH same AS MATERIALIZED (
        SELECT n.document_id, n.line_no, n.location_id, n.product_id, n.quantity, r.document_id AS back_document,
          r.line_no AS back_line, r.of_document, r.of_line, b.quantity AS back
        FROM unnest(staged) n
        JOIN unnest(staged) r ON r.claim_id = n.claim_id AND r.part = n.part AND r.location_id = n.location_id
          AND r.product_id = n.product_id AND r.quantity = -n.quantity
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(m.quantity), 0) AS quantity
          FROM stock_move m WHERE m.document_id = r.document_id AND m.line_no = r.line_no
        ) b
        WHERE n.posting_id = batch AND n.side = 'sale' AND NOT n.reverses AND n.quantity > 0
          AND r.posting_id = batch AND r.side = 'sale' AND r.reverses
          AND b.quantity = coalesce((  -- all that left
            SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = r.of_document AND v.line_no = r.of_line), 0)
      ), gone AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY s.document_id, s.line_no, m.move_no), 'issue',
          m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value, s.document_id, s.line_no
        FROM same s
        JOIN stock_move m ON m.document_id = s.back_document AND m.line_no = s.back_line
      ), missing AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity - s.back
        FROM same s WHERE s.quantity > s.back
      ), written_off AS (
        INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
        SELECT batch, s.document_id, s.line_no, sum(d.quantity), true
        FROM same s
        JOIN shortage_settled d ON d.document_id = s.of_document AND d.line_no = s.of_line AND d.written_off
        GROUP BY s.document_id, s.line_no
      )
      SELECT array_agg(s.document_id), array_agg(s.line_no) INTO same_documents, same_lines FROM same s;
    END IF;
    PERFORM keep_stock(batch);
  END IF;
  -- Sales of which there is enough, each product of one lot at most: the first to expire.
  is_enough := is_enough AND NOT comes_back  -- else what is locked is not what is there any more
    AND (is_one_day OR NOT by_lot);
  IF goes_out AND is_enough AND by_lot THEN
    SELECT array_agg(f.lot_id ORDER BY a.n), bool_and(NOT a.lots OR coalesce(f.quantity >= a.out, a.out = 0))
    INTO lot_ids, is_enough
    FROM unnest(places, products, outs, lotted) WITH ORDINALITY AS a(location_id, product_id, out, lots, n)
    LEFT JOIN LATERAL (
      SELECT t.lot_id, t.quantity
      FROM stock_lot t
      JOIN lot l ON l.lot_id = t.lot_id
      WHERE a.lots AND t.location_id = a.location_id AND t.product_id = a.product_id AND t.quantity > 0
        AND (l.expires IS NULL OR l.expires >= first_day)
      ORDER BY l.expires NULLS LAST, l.lot_id LIMIT 1
    ) f ON true;
    IF is_enough THEN
      UPDATE stock_lot t SET quantity = t.quantity - d.out
      FROM unnest(places, products, outs, lot_ids) AS d(location_id, product_id, out, lot_id)
      WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id AND d.out > 0;
    END IF;
  END IF;
  IF goes_out AND is_enough THEN
    UPDATE stock_on_hand h SET quantity = h.quantity - d.out, value = h.value - d.cost
    FROM unnest(places, products, outs, costs) AS d(location_id, product_id, out, cost)
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id AND d.out > 0;
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, m.line_no, 'issue', m.location_id, m.product_id, m.lot_id, -m.quantity,
      round(m.cost * (m.upto - m.quantity) / m.out, 2) - round(m.cost * m.upto / m.out, 2), m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, d.out, d.cost, d.lot_id,
        sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
      FROM unnest(staged) s
      JOIN unnest(places, products, outs, costs, lot_ids) AS d(location_id, product_id, out, cost, lot_id)
        ON d.location_id = s.location_id AND d.product_id = s.product_id
      WHERE s.posting_id = batch AND s.side = 'sale' AND s.quantity > 0
    ) m;
  END IF;
  -- All others, of several lots, first expired, first out; what has expired, last of all and only where that is allowed.
  -- And sales of which there is too little: the missing part becomes a named shortage. Lots are taken day by day.
  IF goes_out AND is_enough IS NOT TRUE THEN
    SELECT bool_or(h.lots) INTO by_lot
    FROM stock_on_hand h
    JOIN unnest(places, products) AS a(location_id, product_id)
      ON a.location_id = h.location_id AND a.product_id = h.product_id;
    FOR on_day IN
      SELECT DISTINCT CASE WHEN by_lot THEN s.day END FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND s.quantity > 0 ORDER BY 1
    LOOP
      WITH demand AS MATERIALIZED (
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity AS wanted,
          sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
        FROM unnest(staged) s
        WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND s.side = 'sale'
          AND NOT s.reverses AND s.quantity > 0 AND (on_day IS NULL OR s.day = on_day)
          AND (s.document_id, s.line_no) NOT IN (SELECT * FROM unnest(same_documents, same_lines))
      ), place AS MATERIALIZED (
        SELECT h.location_id, h.product_id, h.lots, h.quantity, h.value, w.asked
        FROM stock_on_hand h
        JOIN (SELECT d.location_id, d.product_id, max(d.upto) AS asked FROM demand d GROUP BY d.location_id, d.product_id) w
          ON w.location_id = h.location_id AND w.product_id = h.product_id
      ), supply AS MATERIALIZED (
        SELECT u.*, sum(u.quantity) OVER fefo AS upto
        FROM (
          SELECT p.location_id, p.product_id, NULL::bigint AS lot_id, p.quantity, NULL::date AS expires, false AS expired
          FROM place p WHERE NOT p.lots
          UNION ALL
          SELECT t.location_id, t.product_id, t.lot_id, t.quantity, l.expires, coalesce(l.expires < on_day, false)
          FROM place p
          JOIN stock_lot t ON t.location_id = p.location_id AND t.product_id = p.product_id
          JOIN lot l ON l.lot_id = t.lot_id
          WHERE p.lots AND (expired_ok OR l.expires IS NULL OR l.expires >= on_day)
        ) u
        WHERE u.quantity > 0
        WINDOW fefo AS (PARTITION BY u.location_id, u.product_id ORDER BY u.expired, u.expires NULLS LAST, u.lot_id)
      ), issued AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, s.lot_id,
          least(d.upto, s.upto) - greatest(d.upto - d.wanted, s.upto - s.quantity) AS quantity
        FROM demand d
        JOIN supply s ON s.location_id = d.location_id AND s.product_id = d.product_id
          AND d.upto - d.wanted < s.upto AND s.upto - s.quantity < d.upto
      ), moves AS MATERIALIZED (
        SELECT c.document_id, c.line_no, c.location_id, c.product_id, c.lot_id, -c.quantity AS quantity,
          round(c.cost * (c.upto - c.quantity) / c.out, 2) - round(c.cost * c.upto / c.out, 2) AS value
        FROM (
          SELECT i.*, CASE WHEN i.out = p.quantity THEN p.value ELSE round(p.value * i.out / p.quantity, 2) END AS cost
          FROM (
            SELECT i.*, sum(i.quantity) OVER (of_place ORDER BY i.document_id, i.line_no, i.lot_id) AS upto,
              sum(i.quantity) OVER of_place AS out
            FROM issued i
            WINDOW of_place AS (PARTITION BY i.location_id, i.product_id)
          ) i
          JOIN place p ON p.location_id = i.location_id AND p.product_id = i.product_id
        ) c
      ), moved AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY m.document_id, m.line_no, m.lot_id), 'issue',
          m.location_id, m.product_id, m.lot_id, m.quantity, m.value, m.document_id, m.line_no
        FROM moves m
      ), kept AS (
        UPDATE stock_on_hand h SET quantity = h.quantity + d.quantity, value = h.value + d.value
        FROM (SELECT location_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM moves
              GROUP BY location_id, product_id) d
        WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      ), kept_lots AS (
        UPDATE stock_lot t SET quantity = t.quantity + d.quantity
        FROM (SELECT location_id, product_id, lot_id, sum(quantity) AS quantity FROM moves
              WHERE lot_id IS NOT NULL GROUP BY location_id, product_id, lot_id) d
        WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id
      ), missing AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, d.wanted - coalesce(i.quantity, 0) AS quantity
        FROM demand d
        LEFT JOIN (SELECT document_id, line_no, sum(quantity) AS quantity FROM issued GROUP BY document_id, line_no) i
          ON i.document_id = d.document_id AND i.line_no = d.line_no
        WHERE i.document_id IS NULL OR i.quantity < d.wanted
      ), named AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT * FROM missing
      )
      -- What is not there comes first: only where there is enough is anybody asked about what has expired.
      SELECT min(n.location_id) AS place, array_agg(n.product_id ORDER BY n.enough, n.line_no) AS products,
        array_agg(n.asked ORDER BY n.enough, n.line_no) AS asked, array_agg(n.quantity ORDER BY n.enough, n.line_no) AS on_hand,
        array_agg(n.usable ORDER BY n.enough, n.line_no) AS usable
      INTO short
      FROM (
        SELECT p.location_id, p.product_id, p.asked, p.quantity, p.quantity >= p.asked AS enough, coalesce(s.quantity, 0) AS usable,
          (SELECT min(m.line_no) FROM missing m WHERE m.location_id = p.location_id AND m.product_id = p.product_id) AS line_no
        FROM place p
        LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM supply GROUP BY location_id, product_id) s
          ON s.location_id = p.location_id AND s.product_id = p.product_id
        WHERE NOT happened AND p.asked > coalesce(s.quantity, 0)
      ) n;
      IF short.products IS NOT NULL THEN
        PERFORM refuse_short(short.place, short.products, short.asked, short.on_hand, short.usable);
      END IF;
    END LOOP;
  END IF;
  IF comes_back THEN  -- what has come back covers what earlier sales are short of
    PERFORM settle_shortages(batch, c.place, c.products, first_day)
    FROM (SELECT u.place, array_agg(u.product) AS products FROM unnest(places, products) AS u(place, product)
          GROUP BY u.place ORDER BY u.place) c;
  END IF;
  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM unnest(staged) s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;
  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM unnest(staged) s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $$;
CREATE FUNCTION pengshui.products_of(codes text[], quantities numeric[]) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RETURN (SELECT g.products FROM goods_of(codes, quantities, NULL) g);
END $$;
CREATE FUNCTION pengshui.put_stock(batch bigint, move_kind text, place bigint, products bigint[], quantities numeric[], lot_ids bigint[], amounts numeric[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value)
  SELECT batch, last_move(batch) + row_number() OVER (ORDER BY i.n), move_kind, place, i.product, i.quantity, i.lot_id, i.amount
  FROM unnest(products, quantities, lot_ids, amounts) WITH ORDINALITY AS i(product, quantity, lot_id, amount, n)
$$;
CREATE FUNCTION pengshui.ratio_text(numerator bigint, denominator bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT CASE WHEN 1000 % denominator = 0 THEN trim_scale(numerator * (1000 / denominator) * 0.001)::text
    ELSE numerator || '/' || denominator END
$$;
CREATE FUNCTION pengshui.receive_stock(codes text[], asked numeric[], asked_units text[], unit_costs numeric[], lot_codes text[], produced_on date[], expires_on date[], location_code text, supplier_code text, delivery_note text, happened_at timestamp with time zone, by_operator text, by_command text) RETURNS TABLE(location text, sku text, name text, unit text, quantity numeric, lot text, expires date, on_hand numeric, covered numeric, entered_quantity numeric, entered_unit text, receipt bigint, by_lot boolean)
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $_$
#variable_conflict use_column
DECLARE
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  units      text[];
  batch      bigint := nextval('posting_number');
  giver      bigint;
  today      date;
  wrong      record;
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
  VALUES (batch, by_command, by_operator, session_user, now(), delivery_note);
  INSERT INTO purchase (posting_id, supplier_id, day) SELECT batch, giver, today WHERE giver IS NOT NULL;
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  WITH asked AS (
    SELECT i.*, p.lots, p.sku, p.name, p.unit AS base, h.quantity AS held, h.value AS held_value,
      coalesce(i.lot, CASE WHEN p.lots THEN to_char(today, 'YYYYMMDD') || '-' || batch || '-' || i.n END) AS code,
      coalesce(i.expires, coalesce(i.produced, today) + p.shelf_days) AS last_day,
      CASE WHEN i.cost IS NOT NULL THEN round(i.cost * i.entered, 2)
        WHEN h.quantity > 0 THEN round(h.value * i.quantity / h.quantity, 2) ELSE 0 END AS value
    FROM unnest(products, quantities, asked, units, unit_costs, lot_codes, produced_on, expires_on)
      WITH ORDINALITY AS i(product_id, quantity, entered, unit, cost, lot, produced, expires, n)
    JOIN product p ON p.product_id = i.product_id
    JOIN stock_on_hand h ON h.location_id = place AND h.product_id = i.product_id
  ), fault AS MATERIALIZED (
    -- What the constraints of lots, and the width of what is on hand, would refuse without a word about the line.
    SELECT f.*
    FROM (
      SELECT a.*, a.lots AND a.code !~ '^[^[:space:][:cntrl:]]{1,40}$' AS malformed,
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
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, lot, expires, cost, value,
      entered_unit, entered_quantity)
    SELECT batch, a.n, 'receive', place, a.product_id, a.quantity, m.lot_id, a.code, coalesce(m.expires, a.last_day), a.cost,
      a.value, a.unit, CASE WHEN a.unit IS NOT NULL THEN a.entered END
    FROM asked a
    LEFT JOIN made m ON m.product_id = a.product_id AND m.code = a.code
    WHERE NOT EXISTS (SELECT FROM fault)
  )
  SELECT f.* INTO wrong FROM fault f;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.malformed THEN 'lot_code_plain' WHEN wrong.disordered THEN 'lot_days_in_order'
        WHEN wrong.too_many THEN 'quantity_too_large' ELSE 'cost_too_large' END,
      jsonb_build_object('item', wrong.n, 'code', wrong.sku, 'name', wrong.name, 'unit', coalesce(wrong.unit, wrong.base),
        'quantity', trim_scale(wrong.entered)::text, 'cost', wrong.cost::text, 'lot', wrong.code,
        'produced', wrong.produced, 'expires', wrong.last_day));
  END IF;
  SELECT v.move_no, v.lot, l.expires, p.sku INTO wrong
  FROM stock_move v
  JOIN unnest(expires_on) WITH ORDINALITY AS i(expires, n) ON i.n = v.move_no
  JOIN lot l ON l.lot_id = v.lot_id
  JOIN product p ON p.product_id = v.product_id
  WHERE v.posting_id = batch AND i.expires IS NOT NULL AND i.expires IS DISTINCT FROM l.expires ORDER BY v.move_no LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('lot_expires_otherwise',
      jsonb_build_object('lot', wrong.lot, 'code', wrong.sku, 'expires', wrong.expires, 'item', wrong.move_no));
  END IF;
  PERFORM keep_stock(batch);
  PERFORM settle_shortages(batch, place, products, today);
  RETURN QUERY
  SELECT l.code, p.sku, p.name, p.unit, v.quantity, coalesce(v.lot, ''), v.expires, h.quantity,
    coalesce((SELECT -sum(m.quantity) FROM stock_move m
      WHERE m.posting_id = batch AND m.kind = 'settle' AND m.product_id = v.product_id), 0),
    v.entered_quantity, v.entered_unit, CASE WHEN giver IS NOT NULL THEN batch END, p.lots
  FROM stock_move v
  JOIN product p ON p.product_id = v.product_id
  JOIN location l ON l.location_id = v.location_id
  JOIN stock_on_hand h ON h.location_id = v.location_id AND h.product_id = v.product_id
  WHERE v.posting_id = batch AND v.kind = 'receive'
  ORDER BY v.move_no;
END $_$;
CREATE FUNCTION pengshui.reconcile_claims(batch_no bigint, file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  own    date;
  booked date;
BEGIN
  PERFORM merge_claims(batch_no);
  PERFORM merge_aftersales(batch_no);
  PERFORM match_aftersales(batch_no);
  ANALYZE import_affected;
  PERFORM stage_new_sales(batch_no);
  IF EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh AND NOT a.staged) THEN
    PERFORM stage_corrected_sales(batch_no);
  END IF;
  ANALYZE import_line_stage;
  PERFORM stage_refunds(batch_no);
  FOR own IN SELECT DISTINCT s.book_month FROM import_line_stage s WHERE s.posting_id = batch_no ORDER BY 1 LOOP
    booked := book_month_of(own);
    IF booked <> own THEN
      UPDATE import_line_stage s SET book_month = booked WHERE s.posting_id = batch_no AND s.book_month = own;
    END IF;
  END LOOP;
  SELECT coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0)
  INTO posted_gross, posted_refunds
  FROM import_line_stage s WHERE s.posting_id = batch_no;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (batch_no, by_command, by_operator, session_user, now());
  PERFORM post_import(batch_no, true);
END $$;
CREATE FUNCTION pengshui.refund_order(request uuid, wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_units text[], asked_amounts numeric[], restock boolean, methods text[], amounts numeric[], happened_at timestamp with time zone, by_operator text, by_command text, because text, OUT document bigint, OUT total numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('refund', wanted, asked_lines, asked_quantities, asked_amounts,
    restock, methods, amounts)::text || CASE WHEN asked_units IS NOT NULL THEN asked_units::text ELSE '' END, 'UTF8'));
  based   numeric[];
  units   text[];
  sale    document;
  on_day  date;
  month   date;
  batch   bigint;
  wrong   record;
  account numeric;
  owed    numeric;
  nothing numeric;
BEGIN
  SELECT * INTO document, total, nothing, repeated FROM repeated_order(request, asked_digest);
  IF repeated THEN
    total := -total;
    RETURN;
  END IF;
  sale := lock_order(wanted);
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO on_day FROM programme g;
  PERFORM refuse_to_come(happened_at, on_day);
  month := book_month_of(on_day);
  batch := nextval('posting_number');
  document := nextval('document_number');
  SELECT b.based, b.units INTO based, units FROM refund_units(wanted, asked_lines, asked_quantities, asked_units) b;
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, signed, product_id, supplier_id, quantity, amount, verdict, rule, of_document, of_line, back,
    entered_unit, entered_quantity)
  SELECT batch, document, row_number() OVER (ORDER BY r.line_no), 'refund', 'refund', month, on_day, happened_at,
    sale.channel_id, sale.location_id, sale.buyer_id, sale.signed, r.product_id, r.supplier_id, -r.take,
    -coalesce(r.money, CASE WHEN r.take = r.quantity_left THEN r.amount_left
      ELSE least(round(r.amount * r.take / nullif(r.quantity, 0), 2), r.amount_left) END),
    r.verdict, r.rule, wanted, r.line_no,
    CASE WHEN restock AND sale.location_id IS NOT NULL THEN r.take ELSE 0 END, r.asked_unit, -r.asked_of_it
  FROM (
    SELECT o.*, a.amount AS money, a.unit AS asked_unit, CASE WHEN a.unit IS NOT NULL THEN a.entered END AS asked_of_it,
      CASE WHEN cardinality(asked_lines) = 0 THEN o.quantity_left ELSE a.quantity END AS take
    FROM order_line o
    LEFT JOIN unnest(asked_lines, based, asked_quantities, units, asked_amounts) AS a(line_no, quantity, entered, unit, amount)
      ON a.line_no = o.line_no
    WHERE o.document_id = wanted AND (a.line_no IS NOT NULL
      OR cardinality(asked_lines) = 0 AND (o.quantity_left > 0 OR o.amount_left > 0))
  ) r;
  SELECT a.line_no, o.sku, o.unit, -s.quantity AS quantity, -s.amount AS amount, o.quantity_left, o.amount_left,
    o.line_no IS NULL AS missing, o.whole AND s.quantity <> trunc(s.quantity) AS broken
  INTO wrong
  FROM unnest(asked_lines) AS a(line_no)
  FULL JOIN (SELECT * FROM order_stage o WHERE o.posting_id = batch) s ON s.of_line = a.line_no
  LEFT JOIN (SELECT * FROM order_line o WHERE o.document_id = wanted) o ON o.line_no = coalesce(s.of_line, a.line_no)
  WHERE o.line_no IS NULL OR -s.quantity > o.quantity_left OR -s.amount > o.amount_left
    OR s.quantity > 0 OR s.amount > 0 OR o.whole AND s.quantity <> trunc(s.quantity)
    OR s.quantity = 0 AND s.amount = 0 AND o.amount > 0
  LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.missing THEN 'line_unknown'
        WHEN wrong.quantity > wrong.quantity_left OR wrong.amount > wrong.amount_left THEN 'refund_over'
        WHEN wrong.broken THEN 'quantity_not_whole'
        ELSE 'refund_nothing' END,
      jsonb_build_object('document', wanted, 'line', wrong.line_no, 'code', wrong.sku, 'unit', wrong.unit,
        'quantity', trim_scale(wrong.quantity)::text, 'amount', wrong.amount::text,
        'quantity_left', trim_scale(wrong.quantity_left)::text, 'amount_left', wrong.amount_left::text));
  END IF;
  SELECT -sum(s.amount) INTO total FROM order_stage s WHERE s.posting_id = batch;
  IF total IS NULL THEN
    PERFORM refuse('refund_nothing', jsonb_build_object('document', wanted));
  END IF;
  SELECT coalesce(sum(d.receivable), 0) INTO owed FROM document d
  WHERE d.document_id = wanted OR d.document_id IN
    (SELECT l.document_id FROM line l WHERE l.of_document = wanted);
  IF cardinality(methods) = 0 AND total > 0 THEN
    SELECT array_agg(w.method), array_fill(total, ARRAY[1]) INTO methods, amounts
    FROM (SELECT t.method FROM tender t WHERE t.document_id = wanted
          UNION ALL SELECT 'account' WHERE sale.receivable > 0) w;
    IF cardinality(methods) <> 1 THEN
      PERFORM refuse('refund_way_needed', jsonb_build_object('total', total::text, 'methods', array_to_string(methods, ', ')));
    END IF;
  END IF;
  SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = 'account'), 0) INTO account
  FROM unnest(methods, amounts) AS t(method, amount);
  IF (SELECT coalesce(sum(t.amount), 0) FROM unnest(amounts) AS t(amount)) <> total THEN
    PERFORM refuse('refund_tender_differs', jsonb_build_object('total', total::text,
      'paid', (SELECT coalesce(sum(t.amount), 0)::text FROM unnest(amounts) AS t(amount))));
  ELSIF account > owed THEN
    PERFORM refuse('refund_account_over', jsonb_build_object('owed', owed::text, 'account', account::text));
  END IF;
  UPDATE order_stage s SET total = -refund_order.total, receivable = -account
  WHERE s.posting_id = batch AND s.line_no = 1;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), request, asked_digest, document, month, because);
  PERFORM post_order(batch, false, take_staged(batch));
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT document, row_number() OVER (ORDER BY t.method), t.method, -sum(t.amount)
  FROM unnest(methods, amounts) AS t(method, amount)
  WHERE t.method <> 'account'
  GROUP BY t.method HAVING sum(t.amount) > 0;
END $$;
CREATE FUNCTION pengshui.refund_units(wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_units text[], OUT based numeric[], OUT units text[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  unsaid record;
BEGIN
  SELECT o.line_no, o.sku, o.unit, o.entered_unit INTO unsaid
  FROM unnest(asked_lines, asked_quantities, asked_units) AS a(line_no, quantity, unit)
  JOIN order_line o ON o.document_id = wanted AND o.line_no = a.line_no
  WHERE o.entered_unit IS NOT NULL AND a.unit IS NULL AND a.quantity > 0 LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('refund_unit_needed', jsonb_build_object('line', unsaid.line_no, 'code', unsaid.sku,
      'entered', unsaid.entered_unit, 'unit', unsaid.unit));
  END IF;
  SELECT b.quantities, b.units INTO based, units
  FROM (SELECT array_agg(o.sku ORDER BY a.n) AS skus
        FROM unnest(asked_lines) WITH ORDINALITY AS a(line_no, n)
        LEFT JOIN order_line o ON o.document_id = wanted AND o.line_no = a.line_no) s,
    in_base_units(s.skus, asked_quantities, asked_units) b;
END $$;
CREATE FUNCTION pengshui.refuse(code text, facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;
CREATE FUNCTION pengshui.refuse_approval(expired_reason text, approver text, by_operator text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF coalesce(trimmed(expired_reason), '') = '' OR coalesce(trimmed(approver), '') = '' THEN
    PERFORM refuse('expired_approval_half', '{}');
  ELSIF lower(trimmed(approver)) = lower(trimmed(by_operator)) THEN
    PERFORM refuse('expired_second_person', jsonb_build_object('operator', by_operator));
  END IF;
END $$;
CREATE FUNCTION pengshui.refuse_blank(because text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF trimmed(because) = '' THEN
    PERFORM refuse('reason_blank', '{}');
  END IF;
END $$;
CREATE FUNCTION pengshui.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = 'append_only',
    DETAIL = jsonb_build_object('table', TG_TABLE_NAME, 'act', lower(TG_OP))::text;
END $$;
CREATE FUNCTION pengshui.refuse_elsewhere(platform_code text, wanted_order text, channel bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  PERFORM refuse('claim_elsewhere', jsonb_build_object('order', wanted_order, 'channel', (
    SELECT h.code
    FROM (
      SELECT c.channel_id FROM claim c WHERE c.platform = platform_code AND c.order_no = wanted_order
      UNION ALL
      SELECT a.channel_id FROM aftersale a WHERE a.platform = platform_code AND a.order_no = wanted_order
    ) o
    JOIN channel h ON h.channel_id = o.channel_id
    WHERE o.channel_id <> channel LIMIT 1)));
END $$;
CREATE FUNCTION pengshui.refuse_order_line(asked_code text, asked_quantity numeric, entered text, n bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it record;
BEGIN
  SELECT p.sku, p.name, p.active, p.unit, u.whole INTO it
  FROM product p JOIN unit u ON u.code = p.unit
  WHERE p.product_id = coalesce((SELECT k.product_id FROM product k WHERE k.sku = asked_code),
    (SELECT b.product_id FROM barcode b WHERE b.code = asked_code));
  PERFORM refuse(CASE
      WHEN it.sku IS NULL THEN 'product_unknown'
      WHEN NOT it.active THEN 'product_inactive'
      WHEN NOT asked_quantity > 0 THEN 'quantity_not_positive'
      ELSE 'quantity_not_whole' END,
    jsonb_build_object('code', asked_code, 'name', it.name, 'unit', it.unit, 'line', n, 'entered', entered,
      'quantity', trim_scale(asked_quantity)::text));
END $$;
CREATE FUNCTION pengshui.refuse_short(place bigint, products bigint[], asked numeric[], on_hand numeric[], usable numeric[], sold boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  facts jsonb;
BEGIN
  SELECT jsonb_build_object('sku', p.sku, 'name', p.name, 'unit', p.unit, 'location', l.code,
    'on_hand', trim_scale(usable[1])::text, 'asked', trim_scale(refuse_short.asked[1])::text,
    'expired', nullif(trim_scale(refuse_short.on_hand[1] - usable[1]), 0)::text, 'also', o.words) INTO facts
  FROM product p, location l, (
    SELECT string_agg(concat_ws(' ', q.sku, q.name, trim_scale(i.asked - i.usable), q.unit), ', ' ORDER BY i.n) AS words
    FROM unnest(products, refuse_short.asked, refuse_short.on_hand, usable) WITH ORDINALITY
      AS i(product, asked, on_hand, usable, n)
    JOIN product q ON q.product_id = i.product
    WHERE i.n > 1 AND (i.on_hand < i.asked OR refuse_short.on_hand[1] >= refuse_short.asked[1])
  ) o
  WHERE p.product_id = products[1] AND l.location_id = place;
  PERFORM refuse(CASE WHEN refuse_short.on_hand[1] < refuse_short.asked[1] THEN 'stock_short' WHEN sold THEN 'stock_expired'
    ELSE 'stock_expired_stays' END, facts);
END $$;
CREATE FUNCTION pengshui.refuse_to_come(happened_at timestamp with time zone, on_day date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF happened_at > now() + interval '1 day' THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', on_day));
  END IF;
END $$;
CREATE FUNCTION pengshui.refuse_twice(products bigint[], lot_codes text[], by_lot boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  twice record;
BEGIN
  SELECT p.sku, i.n INTO twice
  FROM (
    SELECT u.n, u.product, row_number() OVER (PARTITION BY u.product, CASE WHEN by_lot THEN u.lot END ORDER BY u.n) AS time
    FROM unnest(products, lot_codes) WITH ORDINALITY AS u(product, lot, n)
  ) i
  JOIN product p ON p.product_id = i.product
  WHERE i.time = 2 ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('stock_item_twice', jsonb_build_object('code', twice.sku, 'item', twice.n));
  END IF;
END $$;
CREATE FUNCTION pengshui.release_stock(wanted bigint, because text, happened_at timestamp with time zone, by_operator text, by_command text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  batch bigint;
  today date;
BEGIN
  IF NOT EXISTS (SELECT FROM reservation r WHERE r.posting_id = wanted) THEN
    PERFORM refuse('reservation_unknown', jsonb_build_object('reservation', wanted));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO reservation_end (posting_id, reservation_id) VALUES (batch, wanted);
END $$;
CREATE FUNCTION pengshui.remove_stock(move_kind text, codes text[], asked numeric[], units text[], lot_codes text[], location_code text, supplier_code text, of_receipt bigint, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT cost numeric, OUT supplier text, OUT credit numeric, OUT uncredited numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  lot_ids    bigint[];
  taker      bigint;
  today      date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  lot_ids := lots_of(products, lot_codes);
  taker := CASE WHEN move_kind = 'give_back' THEN taker_of(supplier_code, products, lot_ids) END;
  IF of_receipt IS NOT NULL AND NOT EXISTS (SELECT FROM purchase p WHERE p.posting_id = of_receipt AND p.supplier_id = taker) THEN
    PERFORM refuse('receipt_unknown', jsonb_build_object('receipt', of_receipt,
      'code', (SELECT s.code FROM supplier s WHERE s.supplier_id = taker)));
  END IF;
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  PERFORM take_stock(posting, move_kind, place, products, quantities, lot_ids, today, true);
  PERFORM keep_stock(posting);
  SELECT -sum(m.value), -sum(m.quantity) INTO cost, uncredited FROM stock_move m WHERE m.posting_id = posting;
  SELECT s.code, c.credit, uncredited - c.quantity INTO supplier, credit, uncredited
  FROM credit_return(posting, taker, of_receipt, today) c LEFT JOIN supplier s ON s.supplier_id = taker;
END $$;
CREATE FUNCTION pengshui.repeated_order(request uuid, asked_digest bytea, OUT document bigint, OUT total numeric, OUT change numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  first record;
BEGIN
  SELECT p.posting_id, p.document_id, p.book_month, p.request_digest, p.change INTO first
  FROM posting p WHERE p.request_id = request;
  repeated := first.posting_id IS NOT NULL;
  IF NOT repeated THEN
    RETURN;
  ELSIF first.document_id IS NULL THEN
    PERFORM refuse('request_used', jsonb_build_object('id', request, 'posting', first.posting_id));
  ELSIF first.request_digest <> asked_digest THEN
    PERFORM refuse('request_differs', jsonb_build_object('id', request, 'document', first.document_id));
  END IF;
  document := first.document_id;
  change := first.change;
  SELECT d.total INTO total FROM document d
  WHERE d.document_id = first.document_id AND d.book_month = first.book_month;
END $$;
CREATE FUNCTION pengshui.report_bounds(of_month date, first_day date, last_day date, OUT months date[], OUT days date[]) RETURNS record
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT ARRAY[coalesce(of_month, date_trunc('month', first_day)::date), coalesce(of_month, 'infinity')],
    CASE WHEN of_month IS NULL THEN ARRAY[first_day, last_day] ELSE ARRAY['-infinity', 'infinity']::date[] END
$$;
CREATE FUNCTION pengshui.reserve_stock(codes text[], asked numeric[], units text[], location_code text, for_whom text, last_day date, happened_at timestamp with time zone, by_operator text, by_command text, OUT reservation bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  today      date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  SELECT * INTO reservation, today FROM begin_move(by_operator, by_command, for_whom, happened_at);
  IF last_day < today THEN
    PERFORM refuse('day_past', jsonb_build_object('day', last_day));
  END IF;
  INSERT INTO reservation (posting_id, location_id, until_day) VALUES (reservation, place, last_day);
  INSERT INTO reservation_line (posting_id, line_no, product_id, quantity)
  SELECT reservation, i.n, i.product, i.quantity FROM unnest(products, quantities) WITH ORDINALITY AS i(product, quantity, n);
END $$;
CREATE FUNCTION pengshui.reverse_payment(wanted bigint, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT owed numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it    supplier_payment;
  today date;
BEGIN
  SELECT * INTO it FROM supplier_payment p WHERE p.posting_id = wanted;
  PERFORM FROM supplier s WHERE s.supplier_id = it.supplier_id FOR NO KEY UPDATE;
  IF it.posting_id IS NULL OR it.reverses IS NOT NULL OR EXISTS (SELECT FROM supplier_payment p WHERE p.reverses = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'payment_unknown' WHEN it.reverses IS NOT NULL THEN 'payment_is_reversal'
      ELSE 'payment_reversed' END, jsonb_build_object('payment', wanted));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO supplier_payment (posting_id, supplier_id, day, amount, method, household_id, reverses)
  VALUES (posting, it.supplier_id, today, -it.amount, it.method, it.household_id, wanted);
  INSERT INTO supplier_payment_receipt (posting_id, receipt_id, amount)
  SELECT posting, n.receipt_id, -n.amount FROM supplier_payment_receipt n WHERE n.posting_id = wanted;
  owed := owed_to(it.supplier_id);
END $$;
CREATE FUNCTION pengshui.rule_of(pending_reason text, origin text, is_signed boolean, county text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN is_signed THEN 'signed_agreement'::text WHEN (pending_reason IS NOT NULL) THEN pending_reason WHEN (origin IS NULL) THEN 'listing_unknown'::text WHEN (origin <> county) THEN 'origin'::text ELSE 'eligible'::text END;
CREATE FUNCTION pengshui.send_transfer(codes text[], asked numeric[], units text[], lot_codes text[], from_code text, to_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT transfer bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place      bigint := location_of(from_code);
  target     bigint := location_of(to_code);
  products   bigint[];
  quantities numeric[];
  batch      bigint;
  today      date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  IF place = target THEN
    PERFORM refuse('transfer_to_itself', jsonb_build_object('code', to_code));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  PERFORM take_stock(batch, 'send', place, products, quantities, lots_of(products, lot_codes), today, false);
  PERFORM keep_stock(batch);
  transfer := batch;
  INSERT INTO transfer (transfer_id, from_location, to_location) VALUES (transfer, place, target);
  INSERT INTO transfer_line (transfer_id, line_no, product_id, lot_id, quantity, value)
  SELECT transfer, m.move_no, m.product_id, m.lot_id, -m.quantity, -m.value FROM stock_move m WHERE m.posting_id = batch;
END $$;
CREATE FUNCTION pengshui.settle_shortages(batch bigint, place bigint, products bigint[], on_day date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  due  record;
  last integer;
BEGIN
  IF NOT EXISTS (SELECT FROM shortage_open o WHERE o.location_id = place AND o.product_id = ANY (products)) THEN
    RETURN;
  END IF;
  FOR due IN
    SELECT o.document_id, o.line_no, o.product_id, least(o.quantity, h.quantity - o.before) AS quantity
    FROM (
      SELECT s.*, sum(s.quantity) OVER (PARTITION BY s.product_id ORDER BY s.document_id, s.line_no) - s.quantity AS before
      FROM shortage_open s WHERE s.location_id = place AND s.product_id = ANY (products)
    ) o
    JOIN stock_on_hand h ON h.location_id = o.location_id AND h.product_id = o.product_id
    WHERE h.quantity > o.before
    ORDER BY o.document_id, o.line_no
  LOOP
    last := last_move(batch);
    PERFORM take_stock(batch, 'settle', place, ARRAY[due.product_id], ARRAY[due.quantity], ARRAY[NULL::bigint], on_day, true,
      due.document_id, due.line_no);
    PERFORM keep_stock(batch, last);
    INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
    VALUES (batch, due.document_id, due.line_no, due.quantity, false);
  END LOOP;
END $$;
CREATE FUNCTION pengshui.share_of(amount numeric, share_before numeric, share numeric, share_total numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN ((share IS NULL) OR (share = share_total)) THEN amount ELSE (round(((amount * (share_before + share)) / share_total), 2) - round(((amount * share_before) / share_total), 2)) END;
CREATE FUNCTION pengshui.skus_of(codes text[]) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT array_agg(coalesce(k.sku, b.sku, i.code) ORDER BY i.n)
  FROM unnest(codes) WITH ORDINALITY AS i(code, n)
  LEFT JOIN product k ON k.sku = i.code
  LEFT JOIN (SELECT a.code, p.sku FROM barcode a JOIN product p ON p.product_id = a.product_id) b ON b.code = i.code
$$;
CREATE FUNCTION pengshui.stage_corrected_sales(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    SET enable_nestloop TO 'on'
    AS $$
DECLARE
  known bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh AND NOT a.staged);
BEGIN
  WITH desired AS MATERIALIZED (
    SELECT d.* FROM claim_desired d WHERE d.claim_id = ANY (known)
  ), posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known) AND p.side = 'sale'
  ), compared AS MATERIALIZED (
    SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, d.part, d.channel_id, d.file_id, d.day, d.paid_at,
      d.location_id, d.signed, d.product_id, d.quantity, d.amount, d.freight, d.pending_rule, d.estimated,
      p.document_id AS old_document, p.line_no AS old_line, p.book_month AS old_month, p.day AS old_day,
      p.part AS old_part, p.channel_id AS old_channel, p.product_id AS old_product, p.supplier_id AS old_supplier,
      p.quantity AS old_quantity, p.amount AS old_amount, p.freight AS old_freight, p.verdict AS old_verdict,
      p.rule AS old_rule, p.estimated AS old_estimated
    FROM desired d
    FULL JOIN posted p ON p.claim_id = d.claim_id AND p.part = d.part
    WHERE (d.channel_id, d.product_id, d.quantity, d.amount, d.freight, d.day, d.estimated, d.pending_rule)
      IS DISTINCT FROM
      (p.channel_id, p.product_id, p.quantity, p.amount, p.freight, p.day, p.estimated, p.pending_rule)
  ), wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS document,
      row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id
        ORDER BY w.claim_id, w.reverses DESC, w.part) AS line_no,
      sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS total,
      sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS freights
    FROM (
      SELECT c.claim_id, c.old_part AS part, k.order_no, 'correction' AS kind, c.old_channel AS channel_id, o.file_id,
        c.old_day AS day, o.at, o.location_id, o.signed, c.old_product AS product_id, c.old_supplier AS supplier_id,
        -c.old_quantity AS quantity, -c.old_amount AS amount, -c.old_freight AS freight,
        c.old_verdict AS verdict, c.old_rule AS rule, c.old_document AS of_document, c.old_line AS of_line,
        true AS reverses, c.old_estimated AS estimated
      FROM compared c
      JOIN claim k ON k.claim_id = c.claim_id
      JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
      UNION ALL
      SELECT c.claim_id, c.part, k.order_no,
        CASE WHEN c.claim_id IN (SELECT p.claim_id FROM posted p) THEN 'correction' ELSE 'sale' END,
        c.channel_id, c.file_id, c.day, c.paid_at,
        CASE WHEN o.document_id IS NULL THEN c.location_id ELSE o.location_id END,  -- what was sold left where it did
        c.signed, c.product_id, r.supplier_id, c.quantity,
        c.amount, c.freight, verdict_of(rule_of(c.pending_rule, r.origin, c.signed, g.county)),
        rule_of(c.pending_rule, r.origin, c.signed, g.county), NULL, NULL, false, c.estimated
      FROM compared c
      JOIN claim k ON k.claim_id = c.claim_id
      CROSS JOIN programme g
      LEFT JOIN product r ON r.product_id = c.product_id
      LEFT JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
        AND c.old_product = c.product_id AND c.old_channel = c.channel_id AND o.signed = c.signed
      WHERE c.day IS NOT NULL
    ) w
  ), numbers AS MATERIALIZED (
    SELECT document_numbers(max(w.document)) AS ids FROM wanted w
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, (SELECT ids FROM numbers)[w.document], w.line_no, w.kind, 'sale', date_trunc('month', w.day), w.day,
    w.at, w.channel_id, w.location_id, w.file_id, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w;
END $$;
CREATE FUNCTION pengshui.stage_fresh_sales(batch_no bigint, file bigint, all_new boolean, channel bigint, platform_code text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_first, w.order_no, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_first, w.order_no, w.day ORDER BY w.ordinal, w.part) AS line_no
    FROM (
      SELECT f.ordinal, coalesce(q.part_no, 1::smallint) AS part, f.order_first, f.order_no, f.signed,
        f.paid_at AT TIME ZONE g.timezone AS at,
        (f.paid_at - g.day_start)::date AS day, q.product_id, r.supplier_id,  -- paid_at is local: see business_day
        coalesce(f.quantity * q.quantity, 0) AS quantity,
        share_of(f.goods, q.share_before, q.share, q.share_total) AS amount,
        CASE WHEN q.part_no > 1 THEN 0 ELSE f.freight END AS freight,
        rule_of(pending_rule_of(f.refund, q.product_id, f.quantity), r.origin, f.signed, g.county) AS rule
      FROM import_fresh(batch_no, file, all_new) f
      JOIN listing l ON l.channel_id = channel AND l.code = f.listing
      LEFT JOIN listing_part q ON q.listing_id = l.listing_id
      LEFT JOIN product r ON r.product_id = q.product_id
      CROSS JOIN programme g
      WHERE f.paid_at IS NOT NULL
    ) w
  ), numbers AS MATERIALIZED (
    SELECT ARRAY(SELECT nextval('document_number') FROM generate_series(1, (SELECT max(document) FROM wanted))) AS ids
  ), rest AS MATERIALIZED (  -- what few documents have beside their first line
    SELECT w.document, 1 AS line_no, sum(w.amount) AS amount, sum(w.freight) AS freight
    FROM wanted w WHERE w.line_no > 1 GROUP BY w.document
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part)
  SELECT batch_no, (SELECT ids FROM numbers)[w.document], w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.at, channel,
    CASE WHEN NOT w.signed THEN h.ships_from END, file, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity,
    w.amount, w.freight, w.amount + coalesce(o.amount, 0), w.freight + coalesce(o.freight, 0),
    w.amount + coalesce(o.amount, 0) + w.freight + coalesce(o.freight, 0),
    verdict_of(w.rule), w.rule, (file << 24) | w.ordinal, w.part
  FROM wanted w
  LEFT JOIN rest o ON o.document = w.document AND o.line_no = w.line_no
  JOIN channel h ON h.channel_id = channel;
  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, (file << 24) | f.ordinal, true, true, true
  FROM import_fresh(batch_no, file, all_new) f
  WHERE f.refund IN ('full', 'part') AND f.paid_at IS NOT NULL;
  IF any_estimated() THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_fresh(batch_no, file, all_new) f
    JOIN claim e ON e.platform = platform_code AND e.order_no = f.order_no AND e.estimated
    WHERE NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = e.claim_id);
  END IF;
END $$;
CREATE FUNCTION pengshui.stage_new_sales(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT d.*, dense_rank() OVER (ORDER BY d.order_no, d.day) AS document,
      row_number() OVER (PARTITION BY d.order_no, d.day ORDER BY d.claim_id, d.part) AS line_no,
      sum(d.amount) OVER (PARTITION BY d.order_no, d.day) AS total,
      sum(d.freight) OVER (PARTITION BY d.order_no, d.day) AS freights
    FROM import_affected a
    JOIN claim_desired d ON d.claim_id = a.claim_id
    WHERE a.batch = batch_no AND a.fresh AND NOT a.staged
  ), numbers AS MATERIALIZED (
    SELECT document_numbers(max(w.document)) AS ids FROM wanted w
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, estimated)
  SELECT batch_no, (SELECT ids FROM numbers)[w.document], w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.paid_at,
    w.channel_id, w.location_id, w.file_id, w.order_no, w.signed, w.product_id, r.supplier_id, w.quantity, w.amount,
    w.freight, w.total, w.freights, w.total + w.freights,
    verdict_of(rule_of(w.pending_rule, r.origin, w.signed, g.county)),
    rule_of(w.pending_rule, r.origin, w.signed, g.county), w.claim_id, w.part, w.estimated
  FROM wanted w
  CROSS JOIN programme g
  LEFT JOIN product r ON r.product_id = w.product_id;
END $$;
CREATE FUNCTION pengshui.stage_refunds(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    SET enable_nestloop TO 'on'
    AS $$
DECLARE
  claims bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no);
  known  bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh);
BEGIN
  WITH posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known)
  ), told AS MATERIALIZED (
    SELECT r.* FROM claim_refund r WHERE r.claim_id = ANY (claims)
  ), sold AS (  -- the sale line of each: the one just staged goes before the one that was posted
    SELECT DISTINCT ON (u.claim_id, u.part) u.*
    FROM (
      SELECT true AS staged, n.claim_id, n.part, n.document_id, n.line_no, n.supplier_id, n.verdict, n.rule
      FROM import_line_stage n
      WHERE n.posting_id = batch_no AND NOT n.reverses AND n.claim_id = ANY (claims)
      UNION ALL
      SELECT false, p.claim_id, p.part, p.document_id, p.line_no, p.supplier_id, p.verdict, p.rule
      FROM posted p
      WHERE p.side = 'sale'
    ) u
    ORDER BY u.claim_id, u.part, u.staged DESC
  ), paired AS MATERIALIZED (
    SELECT r, s FROM told r FULL JOIN sold s ON s.claim_id = r.claim_id AND s.part = r.part
  ), desired AS (
    SELECT (d.r).*, (d.s).document_id AS of_document, (d.s).line_no AS of_line, (d.s).supplier_id, (d.s).verdict, (d.s).rule
    FROM paired d
    WHERE (d.r).claim_id IS NOT NULL
  ), compared AS MATERIALIZED (
    SELECT d, p
    FROM desired d
    FULL JOIN (SELECT * FROM posted WHERE side = 'refund') p ON p.claim_id = d.claim_id AND p.part = d.part AND p.day = d.day AND p.amount = -d.amount
      AND p.quantity = -d.quantity AND p.of_document = d.of_document AND p.of_line = d.of_line
    WHERE d.claim_id IS NULL OR p.claim_id IS NULL
  ), fallen AS MATERIALIZED (
    SELECT (c.p).* FROM compared c WHERE (c.d).claim_id IS NULL
  ), wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day
        ORDER BY w.claim_id, w.reverses DESC, w.part) AS line_no,
      sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS total,
      sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS freights
    FROM (
      SELECT f.claim_id, f.part, k.order_no, 'correction' AS kind, f.channel_id, o.file_id, f.day, o.at, o.location_id,
        o.signed, f.product_id, f.supplier_id, -f.quantity AS quantity, -f.amount AS amount, -f.freight AS freight,
        f.verdict, f.rule, f.document_id AS of_document, f.line_no AS of_line, true AS reverses, f.estimated
      FROM fallen f
      JOIN claim k ON k.claim_id = f.claim_id
      JOIN document o ON o.document_id = f.document_id AND o.book_month = f.book_month
      UNION ALL
      SELECT d.claim_id, d.part, d.order_no,
        CASE WHEN d.claim_id IN (SELECT f.claim_id FROM fallen f) THEN 'correction' ELSE 'refund' END,
        d.channel_id, d.file_id, d.day, d.at, d.location_id, d.signed, d.product_id, d.supplier_id, -d.quantity,
        -d.amount, -d.freight, d.verdict, d.rule, d.of_document, d.of_line, false, d.estimated
      FROM (SELECT (c.d).* FROM compared c WHERE (c.p).claim_id IS NULL) d
    ) w
  ), numbers AS MATERIALIZED (
    SELECT document_numbers(max(w.document)) AS ids FROM wanted w
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, (SELECT ids FROM numbers)[w.document], w.line_no, w.kind, 'refund', date_trunc('month', w.day), w.day,
    w.at, w.channel_id, w.location_id, w.file_id, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w;
END $$;
CREATE FUNCTION pengshui.stock_on_day(day date) RETURNS TABLE(location_id bigint, product_id bigint, quantity numeric, value numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT m.location_id, m.product_id, sum(m.quantity), sum(m.value)
  FROM stock_move m
  JOIN posting p ON p.posting_id = m.posting_id
  CROSS JOIN programme g
  WHERE p.recorded_at < (stock_on_day.day + 1 + g.day_start) AT TIME ZONE g.timezone
  GROUP BY m.location_id, m.product_id
  HAVING sum(m.quantity) <> 0 OR sum(m.value) <> 0
$$;
CREATE FUNCTION pengshui.supplier_report(of_month date, first_day date, last_day date) RETURNS TABLE(is_total boolean, code text, name text, kind text, households bigint, quantity numeric, unit text, bought numeric, returned numeric, bought_back numeric, gross numeric, refunds numeric, counted numeric, uncosted numeric, cost numeric, margin numeric, paid numeric, owed numeric)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  months date[];
  days   date[];
BEGIN
  SELECT * INTO months, days FROM report_bounds(of_month, first_day, last_day);
  first_day := coalesce(of_month, first_day);
  last_day := coalesce((of_month + interval '1 month' - interval '1 day')::date, last_day);
  RETURN QUERY
  WITH account AS (
    SELECT l.supplier_id,
      coalesce(sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('purchase', 'adjustment')), 0.00) AS bought,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind = 'give_back'), 0.00) AS returned,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('buy_back', 'buy_back_undo')), 0.00)
        AS bought_back,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('payment', 'reversal')), 0.00) AS paid,
      sum(l.amount) AS owed
    FROM supplier_ledger l WHERE l.day <= last_day
    GROUP BY l.supplier_id
  ), came AS (
    SELECT b.supplier_id, sum(b.quantity) AS quantity, min(p.unit) AS unit
    FROM purchase_line b JOIN product p ON p.product_id = b.product_id
    WHERE b.day BETWEEN first_day AND last_day
    GROUP BY b.supplier_id HAVING min(p.unit) = max(p.unit)
  ), sold AS (
    SELECT s.supplier_id, sum(s.gross) AS gross, sum(s.refunds) AS refunds,
      coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
    FROM daily_sales s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY s.supplier_id
  ), costs AS (
    SELECT coalesce(s.supplier_id, 0) AS supplier_id, sum(s.amount) AS sales, sum(s.uncosted) AS uncosted, sum(s.cost) AS cost
    FROM sale_margin s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY coalesce(s.supplier_id, 0)
  ), linked AS (
    SELECT l.supplier_id, count(DISTINCT l.household_id) AS households
    FROM supplier_link l WHERE l.from_day <= last_day AND coalesce(l.to_day, 'infinity') >= first_day
    GROUP BY l.supplier_id
  ), rows AS (
    SELECT false AS is_total, coalesce(u.code, '') AS code, coalesce(u.name, '') AS name, coalesce(u.kind, '') AS kind,
      coalesce(u.households, 0) + coalesce(k.households, 0) AS households, m.quantity, coalesce(m.unit, '') AS unit,
      coalesce(a.bought, 0.00) AS bought, coalesce(a.returned, 0.00) AS returned, coalesce(a.bought_back, 0.00) AS bought_back,
      coalesce(d.gross, 0.00) AS gross, coalesce(d.refunds, 0.00) AS refunds, coalesce(d.counted, 0.00) AS counted,
      coalesce(c.uncosted, 0.00) AS uncosted, coalesce(c.cost, 0.00) AS cost,
      coalesce(c.sales - c.uncosted - c.cost, 0.00) AS margin, coalesce(a.paid, 0.00) AS paid, coalesce(a.owed, 0.00) AS owed
    FROM (SELECT supplier_id FROM account UNION SELECT supplier_id FROM sold UNION SELECT supplier_id FROM costs
          UNION SELECT supplier_id FROM linked) i
    LEFT JOIN supplier u ON u.supplier_id = i.supplier_id
    LEFT JOIN account a ON a.supplier_id = i.supplier_id
    LEFT JOIN came m ON m.supplier_id = i.supplier_id
    LEFT JOIN sold d ON d.supplier_id = i.supplier_id
    LEFT JOIN costs c ON c.supplier_id = i.supplier_id
    LEFT JOIN linked k ON k.supplier_id = i.supplier_id
  )
  SELECT * FROM (
    SELECT * FROM rows r
    UNION ALL
    SELECT true, '', '', '', coalesce(sum(r.households), 0)::bigint, NULL, '', coalesce(sum(r.bought), 0.00), coalesce(sum(r.returned), 0.00),
      coalesce(sum(r.bought_back), 0.00), coalesce(sum(r.gross), 0.00), coalesce(sum(r.refunds), 0.00),
      coalesce(sum(r.counted), 0.00), coalesce(sum(r.uncosted), 0.00), coalesce(sum(r.cost), 0.00),
      coalesce(sum(r.margin), 0.00), coalesce(sum(r.paid), 0.00), coalesce(sum(r.owed), 0.00)
    FROM rows r
  ) t
  ORDER BY t.is_total, t.bought DESC, t.gross DESC, t.code;
END $$;
CREATE FUNCTION pengshui.take_goods_back(wanted text, codes text[], asked numeric[], units text[], location_code text, to_waste boolean, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT cost numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  sold_on    text;
  platforms  bigint;
  today      date;
  back       integer;
  over       record;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, NULL);
  SELECT min(c.platform), count(DISTINCT c.platform) INTO sold_on, platforms FROM claim c
  WHERE c.order_no = wanted AND c.value_id IS NOT NULL;
  IF platforms <> 1 THEN
    PERFORM refuse(CASE platforms WHEN 0 THEN 'goods_back_unknown' ELSE 'goods_back_ambiguous' END,
      jsonb_build_object('order', wanted));
  END IF;
  PERFORM FROM claim c WHERE c.order_no = wanted AND c.platform = sold_on ORDER BY c.claim_id FOR NO KEY UPDATE;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  WITH still_out AS (  -- by lot: what has left for the order and is not back yet, at the cost it left
    SELECT m.product_id, m.lot_id, l.expires, -sum(m.quantity) AS quantity, -sum(m.value) AS value,
      -sum(sum(m.quantity)) OVER (PARTITION BY m.product_id) AS of_all
    FROM order_moves(sold_on, wanted) m
    LEFT JOIN lot l ON l.lot_id = m.lot_id
    GROUP BY m.product_id, m.lot_id, l.expires
  ), taken AS (  -- the lots that keep longest come back first
    SELECT o.*, i.n, i.asked, least(i.asked, sum(o.quantity) OVER keep)
      - least(i.asked, sum(o.quantity) OVER keep - o.quantity) AS take
    FROM still_out o
    JOIN unnest(products, quantities) WITH ORDINALITY AS i(product, asked, n) ON i.product = o.product_id
    WHERE o.quantity > 0
    WINDOW keep AS (PARTITION BY o.product_id ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
  ), moved AS (
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value)
    SELECT posting, row_number() OVER (ORDER BY t.n, t.lot_id), 'return', place, t.product_id,
      CASE WHEN h.lots THEN coalesce(t.lot_id, built_lot(t.product_id, posting, today)) END, t.take,
      CASE WHEN t.take = t.quantity THEN t.value ELSE round(t.value * t.take / t.quantity, 2) END
    FROM taken t
    JOIN stock_on_hand h ON h.location_id = place AND h.product_id = t.product_id
    WHERE t.take > 0
    RETURNING move_no
  ), named AS (
    INSERT INTO goods_back (posting_id, move_no, platform, order_no)
    SELECT posting, m.move_no, sold_on, wanted FROM moved m
  )
  SELECT i.code, i.asked, coalesce(t.of_all, 0) AS left_over INTO over
  FROM unnest(codes, products, quantities) AS i(code, product, asked)
  LEFT JOIN (SELECT DISTINCT product_id, of_all FROM still_out) t ON t.product_id = i.product
  WHERE i.asked > coalesce(t.of_all, 0) LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('goods_back_over', jsonb_build_object('order', wanted, 'code', over.code,
      'quantity', trim_scale(over.asked)::text, 'left', trim_scale(over.left_over)::text));
  END IF;
  PERFORM keep_stock(posting);
  SELECT sum(m.value), max(m.move_no) INTO cost, back FROM stock_move m WHERE m.posting_id = posting;
  IF to_waste THEN
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value)
    SELECT posting, back + m.move_no, 'waste', m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value
    FROM stock_move m WHERE m.posting_id = posting;
    PERFORM keep_stock(posting, back);
  ELSE
    PERFORM settle_shortages(posting, place, products, today);
  END IF;
END $$;
CREATE FUNCTION pengshui.take_staged(batch bigint) RETURNS pengshui.order_stage[]
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  WITH taken AS (DELETE FROM order_stage s WHERE s.posting_id = batch RETURNING s)
  SELECT array_agg(t.s ORDER BY (t.s).line_no) FROM taken t
$$;
CREATE FUNCTION pengshui.take_stock(batch bigint, move_kind text, place bigint, products bigint[], quantities numeric[], lot_ids bigint[], on_day date, expired_ok boolean, of_document bigint DEFAULT NULL::bigint, of_line integer DEFAULT NULL::integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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
CREATE FUNCTION pengshui.taker_of(supplier_code text, products bigint[], lot_ids bigint[]) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  takers text[];
BEGIN
  SELECT array_agg(DISTINCT s.code) INTO takers
  FROM unnest(products, lot_ids) AS i(product, lot)
  JOIN product p ON p.product_id = i.product
  LEFT JOIN lot l ON l.lot_id = i.lot
  JOIN supplier s ON s.supplier_id = coalesce(l.supplier_id, p.supplier_id);
  IF supplier_code IS NULL AND cardinality(takers) > 1 THEN
    PERFORM refuse('return_suppliers_differ', jsonb_build_object('codes', array_to_string(takers, ', ')));
  END IF;
  RETURN CASE WHEN coalesce(supplier_code, takers[1]) IS NOT NULL THEN lock_supplier(coalesce(supplier_code, takers[1])) END;
END $$;
CREATE FUNCTION pengshui.told_back(refund text, refunded numeric, goods numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    RETURN CASE refund WHEN 'full'::text THEN goods WHEN 'part'::text THEN LEAST(refunded, goods) ELSE (0)::numeric END;
CREATE FUNCTION pengshui.told_in_all(batch_no bigint, zone text, starts interval, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT coalesce(sum(s.goods), 0), coalesce(sum(told_back(s.refund, s.refunded, s.goods)), 0),
    business_day(min(s.paid_at) AT TIME ZONE zone, zone, starts),
    business_day(max(s.paid_at) AT TIME ZONE zone, zone, starts)
  FROM import_stage s
  WHERE s.batch = batch_no AND s.paid_at IS NOT NULL;
$$;
CREATE FUNCTION pengshui.trimmed(words text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$ SELECT btrim(words, E' \t\r\n\u00A0\u3000') $$;
CREATE FUNCTION pengshui.undo_buy_back(request uuid, wanted bigint, said_day date, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT amount numeric, OUT cost numeric, OUT owed numeric, OUT supplier text, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it       record;
  place    bigint;
  products bigint[];
  today    date;
  on_day   date;
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
      PERFORM refuse(CASE WHEN it.reverses IS NOT NULL THEN 'buy_back_is_undo' WHEN on_day < it.day THEN 'buy_back_later'
        ELSE 'buy_back_undone' END, jsonb_build_object('number', wanted, 'day', it.day));
    END IF;
    SELECT min(m.location_id), array_agg(DISTINCT m.product_id) INTO place, products
    FROM stock_move m WHERE m.posting_id = wanted;
    PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value)
    SELECT posting, m.move_no, 'buy_back', place, m.product_id,  -- goods of no lot come back as one, where lots are kept now
      CASE WHEN h.lots THEN coalesce(m.lot_id, built_lot(m.product_id, posting, today)) END, -m.quantity, -m.value
    FROM stock_move m
    JOIN stock_on_hand h ON h.location_id = place AND h.product_id = m.product_id
    WHERE m.posting_id = wanted;
    PERFORM keep_stock(posting);
    INSERT INTO buy_back (posting_id, line_no, contract_id, supplier_id, day, quantity, amount, reverses)
    SELECT posting, b.line_no, b.contract_id, b.supplier_id, on_day, -b.quantity, -b.amount, wanted
    FROM buy_back b WHERE b.posting_id = wanted;
    PERFORM settle_shortages(posting, place, products, today);
  END IF;
  SELECT -sum(b.amount) INTO amount FROM buy_back b WHERE b.posting_id = posting;
  SELECT sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting AND m.kind = 'buy_back';
  owed := owed_to(it.supplier_id);
END $$;
CREATE FUNCTION pengshui.units_of(sku_code text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RETURN (SELECT string_agg(r.code, ' ' ORDER BY r.code <> p.unit, r.built_in,
      r.numerator::numeric / r.denominator DESC, r.code)
    FROM product p JOIN unit_of_product r ON r.product_id = p.product_id WHERE p.sku = sku_code);
END $$;
CREATE FUNCTION pengshui.unlink_household(supplier_code text, household_code text, said_day date, happened_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  today date;
BEGIN
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  UPDATE supplier_link l SET to_day = coalesce(said_day, today)
  WHERE l.supplier_id = who AND l.to_day IS NULL
    AND l.household_id = (SELECT s.supplier_id FROM supplier s WHERE s.code = household_code);
  IF NOT FOUND THEN
    PERFORM refuse('household_unlinked', jsonb_build_object('code', household_code, 'day', coalesce(said_day, today)));
  END IF;
END $$;
CREATE FUNCTION pengshui.verdict_of(rule text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (rule = 'eligible'::text) THEN 'counted'::text WHEN (rule = ANY (ARRAY['origin'::text, 'signed_agreement'::text])) THEN 'excluded'::text ELSE 'pending'::text END;
CREATE FUNCTION pengshui.void_order(wanted bigint, happened_at timestamp with time zone, by_operator text, by_command text, because text, OUT document bigint, OUT total numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  sale  document;
  month date;
  batch bigint;
BEGIN
  sale := lock_order(wanted);
  IF EXISTS (SELECT FROM line l WHERE l.of_document = wanted) THEN
    PERFORM refuse('order_refunded', jsonb_build_object('document', wanted));
  END IF;
  month := book_month_of(sale.day);
  batch := nextval('posting_number');
  document := nextval('document_number');
  total := sale.total;
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, signed, product_id, supplier_id, quantity, amount, total, receivable, verdict,
    rule, of_document, of_line, reverses, entered_unit, entered_quantity)
  SELECT batch, document, l.line_no, 'correction', 'sale', month, sale.day, happened_at, sale.channel_id,
    sale.location_id, sale.buyer_id, sale.signed, l.product_id, l.supplier_id, -l.quantity, -l.amount,
    CASE WHEN l.line_no = 1 THEN -sale.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN -sale.receivable ELSE 0 END,
    l.verdict, l.rule, wanted, l.line_no, true, l.entered_unit, -l.entered_quantity
  FROM line l
  WHERE l.document_id = wanted AND l.book_month = sale.book_month;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), document, month, because);
  PERFORM post_order(batch, false, take_staged(batch));
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT document, t.tender_no, t.method, -t.amount FROM tender t WHERE t.document_id = wanted;
END $$;
CREATE FUNCTION pengshui.write_off_shortages(code text, location_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place   bigint := location_of(location_code);
  product bigint := (products_of(ARRAY[code], ARRAY[1]))[1];
  batch   bigint;
  today   date;
  lines   bigint;
BEGIN
  PERFORM lock_stock(ARRAY[place], ARRAY[product]);
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
  SELECT batch, o.document_id, o.line_no, o.quantity, true
  FROM shortage_open o WHERE o.location_id = place AND o.product_id = product;
  GET DIAGNOSTICS lines = ROW_COUNT;
  IF lines = 0 THEN
    PERFORM refuse('shortage_none', jsonb_build_object('code', code));
  END IF;
  RETURN lines;
END $$;
CREATE TABLE pengshui.aftersale (
    aftersale_id bigint NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    number text NOT NULL COLLATE pg_catalog."C",
    channel_id bigint NOT NULL,
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text COLLATE pg_catalog."C",
    item text COLLATE pg_catalog."C",
    claim_id bigint,
    snapshot_id bigint,
    file_id bigint,
    state text,
    cash numeric(14,2),
    back_at timestamp with time zone
);
COMMENT ON TABLE pengshui.aftersale IS 'An after-sale case of a platform (售后单), as its newest live snapshot has it, and the order line it names: a projection of aftersale_snapshot.';
COMMENT ON COLUMN pengshui.aftersale.claim_id IS 'The order line; null while the order is not there, or where the item names several of its lines.';
COMMENT ON COLUMN pengshui.aftersale.snapshot_id IS 'The newest snapshot of a live file; null where there is none, and so are the columns behind it.';
COMMENT ON COLUMN pengshui.aftersale.back_at IS 'When the money went back: as the row says, else by the earliest snapshot that shows it.';
CREATE TABLE pengshui.aftersale_snapshot (
    snapshot_id bigint NOT NULL,
    aftersale_id bigint NOT NULL,
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    outcome text NOT NULL,
    conflict boolean NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    dated boolean NOT NULL,
    rank smallint NOT NULL,
    digest uuid NOT NULL,
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text COLLATE pg_catalog."C",
    item text COLLATE pg_catalog."C",
    cash numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    coupon numeric(14,2) NOT NULL,
    back_at timestamp with time zone,
    state text NOT NULL,
    status text NOT NULL,
    CONSTRAINT aftersale_snapshot_money CHECK (((cash >= (0)::numeric) AND (cash < 'NaN'::numeric) AND (freight >= (0)::numeric) AND (freight < 'NaN'::numeric) AND (coupon >= (0)::numeric) AND (coupon < 'NaN'::numeric))),
    CONSTRAINT aftersale_snapshot_names_a_line CHECK (((line_no IS NULL) <> (item IS NULL))),
    CONSTRAINT aftersale_snapshot_outcome_known CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text]))),
    CONSTRAINT aftersale_snapshot_state_known CHECK ((state = ANY (ARRAY['back'::text, 'open'::text, 'nothing'::text, 'unknown'::text])))
);
COMMENT ON TABLE pengshui.aftersale_snapshot IS 'What one row of one file says of one after-sale case.';
COMMENT ON COLUMN pengshui.aftersale_snapshot.cash IS 'Yuan that go back for the goods, before a payment discount is taken off.';
COMMENT ON COLUMN pengshui.aftersale_snapshot.coupon IS 'Of it, the payment discount (退支付优惠) that the buyer does not get: cash only.';
COMMENT ON COLUMN pengshui.aftersale_snapshot.back_at IS 'When the money went back, as the row says.';
COMMENT ON COLUMN pengshui.aftersale_snapshot.state IS 'back: the money went back; open: undecided; nothing: refused, or other goods sent; unknown: a word that the profile does not know.';
CREATE UNLOGGED TABLE pengshui.aftersale_stage (
    batch bigint NOT NULL,
    ordinal integer NOT NULL,
    row_no integer NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text COLLATE pg_catalog."C",
    item text COLLATE pg_catalog."C",
    cash numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    coupon numeric(14,2) NOT NULL,
    back_at timestamp without time zone,
    newest_at timestamp without time zone NOT NULL,
    rank smallint NOT NULL,
    state text NOT NULL,
    status text NOT NULL,
    digest uuid NOT NULL
);
COMMENT ON TABLE pengshui.aftersale_stage IS 'The after-sale rows of a file being imported, keyed by batch; emptied in the same transaction.';
CREATE VIEW pengshui.aftersale_waiting AS
 SELECT a.aftersale_id,
        CASE
            WHEN ((a.state = 'back'::text) AND (a.claim_id IS NOT NULL)) THEN LEAST(a.cash, u.over)
            ELSE a.cash
        END AS over,
        CASE
            WHEN (a.state = 'unknown'::text) THEN 'status_unknown'::text
            WHEN (a.claim_id IS NOT NULL) THEN 'refund_over'::text
            WHEN (EXISTS ( SELECT
               FROM pengshui.claim c
              WHERE ((c.order_no = a.order_no) AND (c.platform = a.platform) AND (c.value_id IS NOT NULL)))) THEN 'line_unknown'::text
            ELSE 'order_unknown'::text
        END AS rule
   FROM (pengshui.aftersale a
     LEFT JOIN LATERAL ( SELECT (sum(b.cash) - ( SELECT (COALESCE(v.cash, v.goods) + v.freight)
                   FROM (pengshui.claim c
                     JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
                  WHERE (c.claim_id = a.claim_id))) AS over
           FROM pengshui.aftersale b
          WHERE ((b.claim_id = a.claim_id) AND (b.state = 'back'::text) AND (ROW(b.back_at, b.number) <= ROW(a.back_at, a.number)))) u ON (((a.state = 'back'::text) AND (a.claim_id IS NOT NULL))))
  WHERE ((a.state = 'unknown'::text) OR ((a.state = 'back'::text) AND ((a.claim_id IS NULL) OR ((a.cash > (0)::numeric) AND (u.over > (0)::numeric)))));
CREATE TABLE pengshui.barcode (
    code text NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT barcode_plain CHECK ((code ~ '^[0-9A-Za-z._-]{1,40}$'::text))
);
CREATE TABLE pengshui.book_month (
    month date NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    CONSTRAINT book_month_first_day CHECK ((month = (date_trunc('month'::text, (month)::timestamp with time zone))::date)),
    CONSTRAINT book_month_plausible CHECK (((month >= '2010-01-01'::date) AND (month <= '2099-12-01'::date))),
    CONSTRAINT book_month_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
COMMENT ON TABLE pengshui.book_month IS 'The months lines are booked in; posting locks its row FOR KEY SHARE.';
CREATE TABLE pengshui.buy_back (
    posting_id bigint NOT NULL,
    line_no integer NOT NULL,
    contract_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    day date NOT NULL,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    reverses bigint,
    CONSTRAINT buy_back_positive CHECK (
CASE
    WHEN (reverses IS NULL) THEN ((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric) AND (amount >= (0)::numeric) AND (amount < 'NaN'::numeric))
    ELSE ((quantity < (0)::numeric) AND (amount <= (0)::numeric))
END)
);
COMMENT ON TABLE pengshui.buy_back IS 'What a supplier took back under a contract, and owes for it; its moves are of kind buy_back. No sale.';
COMMENT ON COLUMN pengshui.buy_back.reverses IS 'The buy-back whose line of the same number this one takes back, below zero.';
CREATE TABLE pengshui.buy_back_contract (
    contract_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    product_id bigint NOT NULL,
    price numeric(14,2) NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    maximum numeric(14,3),
    CONSTRAINT buy_back_contract_days_in_order CHECK ((from_day <= (to_day + 1))),
    CONSTRAINT buy_back_contract_maximum_positive CHECK (((maximum > (0)::numeric) AND (maximum < 'NaN'::numeric))),
    CONSTRAINT buy_back_contract_price_positive CHECK (((price > (0)::numeric) AND (price < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.buy_back_contract IS 'A supplier takes a grown product back at an agreed price (回购); one that ends before it begins was never in force.';
COMMENT ON COLUMN pengshui.buy_back_contract.price IS 'Yuan for one base unit.';
ALTER TABLE pengshui.buy_back_contract ALTER COLUMN contract_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.buy_back_contract_contract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.buyer (
    buyer_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'institution'::text NOT NULL,
    province text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT buyer_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT buyer_kind_known CHECK ((kind = ANY (ARRAY['government'::text, 'institution'::text, 'enterprise'::text, 'union'::text, 'canteen'::text, 'supermarket'::text, 'other'::text]))),
    CONSTRAINT buyer_name_given CHECK ((name <> ''::text))
);
COMMENT ON TABLE pengshui.buyer IS 'An organisation that buys: a canteen, a supermarket, a union.';
ALTER TABLE pengshui.buyer ALTER COLUMN buyer_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.buyer_buyer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.channel (
    channel_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    platform text,
    ships_from bigint,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT channel_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT channel_kind_known CHECK ((kind = ANY (ARRAY['counter'::text, 'canteen'::text, 'supermarket'::text, 'fair'::text, 'livestream'::text, 'marketplace'::text, 'tourism'::text])))
);
COMMENT ON TABLE pengshui.channel IS 'One shop account on one platform, or one way of selling.';
COMMENT ON COLUMN pengshui.channel.platform IS 'Whose files the channel imports; an order line is unique on its platform.';
COMMENT ON COLUMN pengshui.channel.ships_from IS 'The location whose stock the channel moves; none where the supplier ships.';
ALTER TABLE pengshui.channel ALTER COLUMN channel_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.channel_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.listing_part (
    listing_id bigint NOT NULL,
    part_no smallint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    share_before numeric(14,2) DEFAULT 0 NOT NULL,
    share numeric(14,2) DEFAULT 1 NOT NULL,
    share_total numeric(14,2) DEFAULT 1 NOT NULL,
    CONSTRAINT listing_part_quantity_a_number CHECK ((quantity < 'NaN'::numeric)),
    CONSTRAINT listing_part_quantity_positive CHECK ((quantity > (0)::numeric)),
    CONSTRAINT listing_part_share_within_total CHECK (((share >= (0)::numeric) AND (share_before >= (0)::numeric) AND (share_total > (0)::numeric) AND ((share_before + share) <= share_total)))
);
COMMENT ON TABLE pengshui.listing_part IS 'The products inside one piece of a listing; none until the listing is mapped: its sales are pending until then.';
COMMENT ON COLUMN pengshui.listing_part.quantity IS 'Base units of the product in one piece.';
COMMENT ON COLUMN pengshui.listing_part.share IS 'Of share_total, the part of the price that the product has; share_before is that of the parts before it.';
CREATE TABLE pengshui.programme (
    singleton boolean DEFAULT true NOT NULL,
    name text NOT NULL,
    county text NOT NULL,
    partner text NOT NULL,
    timezone text DEFAULT 'Asia/Shanghai'::text NOT NULL,
    day_start interval DEFAULT '00:00:00'::interval NOT NULL,
    CONSTRAINT programme_day_start_within_day CHECK (((day_start >= '00:00:00'::interval) AND (day_start < '24:00:00'::interval))),
    CONSTRAINT programme_single CHECK (singleton)
);
COMMENT ON TABLE pengshui.programme IS 'One county aided by one partner; one row, one schema.';
COMMENT ON COLUMN pengshui.programme.county IS 'Products of this origin count towards the figure.';
COMMENT ON COLUMN pengshui.programme.day_start IS 'The local time of day at which a business day begins.';
CREATE VIEW pengshui.claim_desired AS
 SELECT c.claim_id,
    COALESCE(q.part_no, (1)::smallint) AS part,
    c.order_no,
    c.channel_id,
        CASE
            WHEN (NOT v.signed) THEN h.ships_from
            ELSE NULL::bigint
        END AS location_id,
    v.file_id,
    v.signed,
    s.paid_at,
    pengshui.business_day(s.paid_at, g.timezone, g.day_start) AS day,
    q.product_id,
    (COALESCE((v.quantity * q.quantity), (0)::numeric))::numeric(14,3) AS quantity,
    pengshui.share_of(v.goods, q.share_before, q.share, q.share_total) AS amount,
        CASE
            WHEN (q.part_no > 1) THEN (0)::numeric
            ELSE v.freight
        END AS freight,
    (NOT v.exact) AS estimated,
        CASE
            WHEN (NOT v.signed) THEN pengshui.pending_rule_of(pengshui.known_refund(s.refund, c.aftersale), q.product_id, v.quantity)
            ELSE NULL::text
        END AS pending_rule,
    ((c.aftersale <> 'unknown'::text) OR (s.refund = ANY (ARRAY['full'::text, 'part'::text]))) AS refund_known,
    COALESCE(v.cash, v.goods) AS cash,
        CASE s.refund
            WHEN 'full'::text THEN COALESCE(v.cash, v.goods)
            WHEN 'part'::text THEN LEAST(s.refunded, COALESCE(v.cash, v.goods))
            ELSE NULL::numeric
        END AS cash_told_back
   FROM (((((pengshui.claim c
     JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
     JOIN pengshui.claim_snapshot s ON ((s.snapshot_id = c.status_id)))
     JOIN pengshui.channel h ON ((h.channel_id = c.channel_id)))
     LEFT JOIN pengshui.listing_part q ON ((q.listing_id = v.listing_id)))
     CROSS JOIN pengshui.programme g)
  WHERE ((s.paid_at IS NOT NULL) AND (NOT (c.estimated AND (EXISTS ( SELECT
           FROM pengshui.claim e
          WHERE ((e.platform = c.platform) AND (e.order_no = c.order_no) AND (e.value_id IS NOT NULL) AND (NOT e.estimated)))))));
CREATE TABLE pengshui.line (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT line_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
)
PARTITION BY RANGE (book_month);
COMMENT ON TABLE pengshui.line IS 'What a document says of one product: a signed quantity and a signed amount.';
COMMENT ON COLUMN pengshui.line.rule IS 'Why the verdict: eligible, origin, signed_agreement, listing_unknown, quantity_unknown, refund_amount_unknown, status_unknown.';
COMMENT ON COLUMN pengshui.line.of_line IS 'With of_document: the line that a refund takes back or a correction reverses.';
COMMENT ON COLUMN pengshui.line.reverses IS 'True where the line undoes another of its own side, whole.';
COMMENT ON COLUMN pengshui.line.estimated IS 'True where the amount is a share of an order total, estimated by catalogue price.';
COMMENT ON COLUMN pengshui.line.part IS 'Which product of a listing that holds several; 1 where it holds one.';
COMMENT ON COLUMN pengshui.line.entered_unit IS 'The unit it was entered in, where that is not the base unit; quantity is in base units always.';
CREATE VIEW pengshui.claim_posted AS
 SELECT l.claim_id,
    l.part,
    l.document_id,
    l.line_no,
    l.book_month,
    l.day,
    l.side,
    l.channel_id,
    l.product_id,
    l.supplier_id,
    l.quantity,
    l.amount,
    l.freight,
    l.verdict,
    l.rule,
    l.estimated,
    l.of_document,
    l.of_line,
        CASE
            WHEN (l.verdict = 'pending'::text) THEN l.rule
            ELSE NULL::text
        END AS pending_rule
   FROM pengshui.line l
  WHERE ((l.claim_id IS NOT NULL) AND (NOT l.reverses) AND (NOT (EXISTS ( SELECT
           FROM pengshui.line r
          WHERE ((r.of_document = l.document_id) AND (r.of_line = l.line_no) AND r.reverses)))));
CREATE TABLE pengshui.import_file (
    file_id bigint NOT NULL,
    name text NOT NULL,
    part text NOT NULL,
    sha256 text NOT NULL,
    redacted_sha256 text NOT NULL,
    encoding text NOT NULL,
    profile text NOT NULL,
    channel_id bigint NOT NULL,
    platform text NOT NULL,
    snapshot_at timestamp with time zone,
    state text DEFAULT 'live'::text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    posting_id bigint NOT NULL,
    rows integer NOT NULL,
    new integer NOT NULL,
    same integer NOT NULL,
    changed integer NOT NULL,
    rejected integer NOT NULL,
    reading text DEFAULT ''::text NOT NULL,
    CONSTRAINT import_file_rows_add_up CHECK ((rows = (((new + same) + changed) + rejected))),
    CONSTRAINT import_file_sha256_hex CHECK (((sha256 ~ '^[0-9a-f]{64}$'::text) AND (redacted_sha256 ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT import_file_state_known CHECK ((state = ANY (ARRAY['live'::text, 'undone'::text])))
);
COMMENT ON TABLE pengshui.import_file IS 'A table that was imported, and what became of its rows the first time.';
COMMENT ON COLUMN pengshui.import_file.part IS 'Which table of the file: the member of an archive, the sheet of a workbook; empty where it is the only one.';
COMMENT ON COLUMN pengshui.import_file.sha256 IS 'Of the original bytes, which stay with the user.';
COMMENT ON COLUMN pengshui.import_file.redacted_sha256 IS 'Of the redacted copy: all chunks, unpacked, in order.';
COMMENT ON COLUMN pengshui.import_file.snapshot_at IS 'When the platform wrote the file: from its name, or --as-of.';
COMMENT ON COLUMN pengshui.import_file.reading IS 'The digest of the words by which it was read: of its profile, and of a day that was given.';
CREATE VIEW pengshui.refund_told AS
 SELECT t.claim_id,
    t.upto,
    pengshui.business_day(t.at, g.timezone, g.day_start) AS day,
    t.file_id,
    t.back_at,
    t.number
   FROM (( SELECT a.claim_id,
            a.back_at AS at,
            a.file_id,
            a.back_at,
            a.number,
            sum(a.cash) OVER (PARTITION BY a.claim_id ORDER BY a.back_at, a.number) AS upto
           FROM pengshui.aftersale a
          WHERE ((a.claim_id IS NOT NULL) AND (a.state = 'back'::text))
        UNION ALL
         SELECT o.claim_id,
            o.effective_at,
            o.file_id,
            NULL::timestamp with time zone,
            NULL::text,
            o.upto
           FROM ( SELECT DISTINCT ON (l.claim_id, l.upto) l.claim_id,
                    l.upto,
                    f.effective_at,
                    f.file_id
                   FROM ((( SELECT DISTINCT s.claim_id,
                            d.cash,
                            LEAST(
                                CASE s.refund
                                    WHEN 'full'::text THEN d.cash
                                    ELSE s.refunded
                                END, d.cash_told_back) AS upto
                           FROM ((pengshui.claim_snapshot s
                             JOIN pengshui.import_file i_1 ON (((i_1.file_id = s.file_id) AND (i_1.state = 'live'::text))))
                             JOIN pengshui.claim_desired d ON (((d.claim_id = s.claim_id) AND (d.part = 1))))
                          WHERE ((s.refund = ANY (ARRAY['full'::text, 'part'::text])) AND (d.cash_told_back IS NOT NULL))) l
                     JOIN pengshui.claim_snapshot f ON (((f.claim_id = l.claim_id) AND (
                        CASE f.refund
                            WHEN 'full'::text THEN l.cash
                            WHEN 'part'::text THEN f.refunded
                            ELSE NULL::numeric
                        END >= l.upto))))
                     JOIN pengshui.import_file i ON (((i.file_id = f.file_id) AND (i.state = 'live'::text))))
                  ORDER BY l.claim_id, l.upto, f.dated DESC, f.effective_at, f.file_id) o) t
     CROSS JOIN pengshui.programme g);
CREATE VIEW pengshui.claim_refund AS
 SELECT r.claim_id,
    r.part,
    r.order_no,
    r.channel_id,
    r.location_id,
    r.signed,
    r.product_id,
    r.estimated,
    r.day,
    ((r.day + g.day_start) AT TIME ZONE g.timezone) AS at,
    r.file_id,
    (r.back)::numeric(14,2) AS amount,
    (
        CASE
            WHEN r.completes THEN r.quantity
            ELSE (0)::numeric
        END)::numeric(14,3) AS quantity,
        CASE
            WHEN r.completes THEN r.freight
            ELSE (0)::numeric
        END AS freight
   FROM (( SELECT p.claim_id,
            p.part,
            p.order_no,
            p.channel_id,
            p.location_id,
            p.signed,
            p.product_id,
            p.estimated,
            p.quantity,
            p.freight,
            p.day,
            max(p.evidence_file) AS file_id,
            bool_or(p.completes) AS completes,
            sum(
                CASE
                    WHEN p.completes THEN (p.amount - LEAST((p.goods - p.goods_alone), p.amount))
                    WHEN (p.cash_before >= p.cash) THEN (0)::numeric
                    ELSE (LEAST(p.goods, p.amount) - LEAST((p.goods - p.goods_alone), p.amount))
                END) AS back
           FROM ( SELECT c.claim_id,
                    c.day,
                    c.evidence_file,
                    c.place,
                    c.cash_now,
                    c.part,
                    c.order_no,
                    c.channel_id,
                    c.location_id,
                    c.signed,
                    c.product_id,
                    c.estimated,
                    c.quantity,
                    c.amount,
                    c.freight,
                    c.cash,
                    c.cash_before,
                    c.goods_alone,
                    ((c.cash_now >= c.cash) AND ((c.cash_before < c.cash) OR (c.place = 1))) AS completes,
                    sum(c.goods_alone) OVER (PARTITION BY c.claim_id, c.part ORDER BY c.place) AS goods
                   FROM ( SELECT b.claim_id,
                            b.day,
                            b.evidence_file,
                            b.place,
                            b.cash_now,
                            b.part,
                            b.order_no,
                            b.channel_id,
                            b.location_id,
                            b.signed,
                            b.product_id,
                            b.estimated,
                            b.quantity,
                            b.amount,
                            b.freight,
                            b.cash,
                            b.cash_before,
                            COALESCE(round(((b.amount * (b.cash_now - b.cash_before)) / NULLIF(b.cash, (0)::numeric)), 2), (0)::numeric) AS goods_alone
                           FROM ( SELECT u.claim_id,
                                    u.day,
                                    u.evidence_file,
                                    u.place,
                                    u.cash_now,
                                    u.part,
                                    u.order_no,
                                    u.channel_id,
                                    u.location_id,
                                    u.signed,
                                    u.product_id,
                                    u.estimated,
                                    u.quantity,
                                    u.amount,
                                    u.freight,
                                    u.cash,
                                    COALESCE(lag(u.cash_now) OVER (PARTITION BY u.claim_id, u.part ORDER BY u.place), (0)::numeric) AS cash_before
                                   FROM ( SELECT t.claim_id,
    t.day,
    t.file_id AS evidence_file,
    row_number() OVER cases AS place,
    max(LEAST(t.upto, d.cash)) OVER cases AS cash_now,
    d.part,
    d.order_no,
    d.channel_id,
    d.location_id,
    d.signed,
    d.product_id,
    d.estimated,
    d.quantity,
    d.amount,
    d.freight,
    d.cash
   FROM (pengshui.refund_told t
     JOIN pengshui.claim_desired d ON (((d.claim_id = t.claim_id) AND d.refund_known)))
  WINDOW cases AS (PARTITION BY t.claim_id, d.part ORDER BY t.back_at, t.number, t.upto)) u) b) c) p
          GROUP BY p.claim_id, p.part, p.order_no, p.channel_id, p.location_id, p.signed, p.product_id, p.estimated, p.quantity, p.freight, p.day) r
     CROSS JOIN pengshui.programme g)
  WHERE ((r.back <> (0)::numeric) OR (r.completes AND (r.quantity <> (0)::numeric)));
CREATE TABLE pengshui.product (
    product_id bigint NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    price numeric(14,2) NOT NULL,
    category text DEFAULT ''::text NOT NULL,
    supplier_id bigint,
    origin text NOT NULL,
    initials text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    lots boolean DEFAULT false NOT NULL,
    shelf_days integer,
    CONSTRAINT product_name_given CHECK ((name <> ''::text)),
    CONSTRAINT product_price_a_number CHECK ((price < 'NaN'::numeric)),
    CONSTRAINT product_price_not_negative CHECK ((price >= (0)::numeric)),
    CONSTRAINT product_shelf_days_positive CHECK (((shelf_days >= 1) AND (shelf_days <= 36500))),
    CONSTRAINT product_sku_plain CHECK ((sku ~ '^[^[:space:][:cntrl:]]{1,60}$'::text))
);
COMMENT ON COLUMN pengshui.product.price IS 'Yuan for one base unit.';
COMMENT ON COLUMN pengshui.product.initials IS 'Pinyin initials of the name, lower case, for finding it at the counter.';
COMMENT ON COLUMN pengshui.product.lots IS 'True where its stock is kept by lot and issued first expired, first out.';
COMMENT ON COLUMN pengshui.product.shelf_days IS 'Days from production to expiry, where a receipt does not say the last day.';
CREATE TABLE pengshui.stock_count_line (
    count_id bigint NOT NULL,
    line_no integer NOT NULL,
    product_id bigint NOT NULL,
    lot_id bigint,
    counted numeric(14,3) NOT NULL,
    book numeric(14,3) NOT NULL,
    posting_id bigint NOT NULL,
    CONSTRAINT stock_count_line_not_negative CHECK (((counted >= (0)::numeric) AND (counted < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.stock_count_line IS 'What somebody counted, beside the book quantity read under the stock row''s lock at that moment; the last of a product and lot counts.';
CREATE TABLE pengshui.stock_move (
    posting_id bigint NOT NULL,
    move_no integer NOT NULL,
    kind text NOT NULL,
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    document_id bigint,
    line_no integer,
    lot text,
    expires date,
    cost numeric(14,2),
    lot_id bigint,
    value numeric(14,2) DEFAULT 0 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT stock_move_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT stock_move_kind_known CHECK ((kind = ANY (ARRAY['receive'::text, 'issue'::text, 'cancel'::text, 'return'::text, 'send'::text, 'arrive'::text, 'waste'::text, 'give_back'::text, 'buy_back'::text, 'build'::text, 'adjust'::text, 'settle'::text]))),
    CONSTRAINT stock_move_quantity_not_zero CHECK (((quantity <> (0)::numeric) AND (quantity < 'NaN'::numeric))),
    CONSTRAINT stock_move_sign CHECK (
CASE
    WHEN (kind = ANY (ARRAY['issue'::text, 'send'::text, 'waste'::text, 'give_back'::text, 'settle'::text])) THEN ((quantity < (0)::numeric) AND (value <= (0)::numeric))
    WHEN (kind = 'buy_back'::text) THEN ((sign(quantity) * value) >= (0)::numeric)
    WHEN (kind = ANY (ARRAY['build'::text, 'adjust'::text])) THEN true
    ELSE ((quantity > (0)::numeric) AND (value >= (0)::numeric))
END)
);
COMMENT ON TABLE pengshui.stock_move IS 'A signed quantity of a lot at a location, and its value at cost.';
COMMENT ON COLUMN pengshui.stock_move.cost IS 'Yuan for one unit, as received: for entered_unit, else for the base unit.';
COMMENT ON COLUMN pengshui.stock_move.value IS 'Yuan at cost, signed as the quantity: fixed when goods leave, never reposted.';
COMMENT ON COLUMN pengshui.stock_move.entered_unit IS 'The unit of the delivery note, where goods came in by another than the base unit.';
CREATE TABLE pengshui.stock_on_hand (
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    value numeric(16,2) DEFAULT 0 NOT NULL,
    lots boolean DEFAULT false NOT NULL,
    CONSTRAINT stock_on_hand_a_number CHECK ((quantity < 'NaN'::numeric)),
    CONSTRAINT stock_on_hand_not_negative CHECK ((quantity >= (0)::numeric)),
    CONSTRAINT stock_on_hand_value_sound CHECK (((value >= (0)::numeric) AND (value < 'NaN'::numeric) AND ((quantity > (0)::numeric) OR (value = (0)::numeric))))
)
WITH (fillfactor='50');
COMMENT ON TABLE pengshui.stock_on_hand IS 'The sum of the moves, kept in the statement that writes them.';
COMMENT ON COLUMN pengshui.stock_on_hand.value IS 'At cost, in yuan: value / quantity is the moving average of the location.';
COMMENT ON COLUMN pengshui.stock_on_hand.lots IS 'As product.lots, so that a sale need not look there.';
CREATE VIEW pengshui.count_difference AS
 SELECT c.count_id,
    c.location_id,
    e.product_id,
    e.lot_id,
    e.counted,
    e.book,
    (e.counted - e.book) AS difference,
    e.times,
        CASE
            WHEN (c.state = 'approved'::text) THEN COALESCE(m.value, 0.00)
            WHEN (h.quantity > (0)::numeric) THEN round(((h.value * (e.counted - e.book)) / h.quantity), 2)
            ELSE (0)::numeric
        END AS value,
    ((c.state = 'open'::text) AND (e.times < 2) AND (e.counted <> e.book) AND (abs((
        CASE
            WHEN (h.quantity > (0)::numeric) THEN (h.value / h.quantity)
            ELSE p.price
        END * (e.counted - e.book))) > c.recount)) AS needs_recount
   FROM ((((pengshui.stock_count c
     JOIN ( SELECT DISTINCT ON (l.count_id, l.product_id, l.lot_id) l.count_id,
            l.product_id,
            l.lot_id,
            l.counted,
            l.book,
            count(*) OVER (PARTITION BY l.count_id, l.product_id, l.lot_id) AS times
           FROM pengshui.stock_count_line l
          ORDER BY l.count_id, l.product_id, l.lot_id, l.line_no DESC) e ON ((e.count_id = c.count_id)))
     JOIN pengshui.product p ON ((p.product_id = e.product_id)))
     LEFT JOIN pengshui.stock_on_hand h ON (((h.location_id = c.location_id) AND (h.product_id = e.product_id))))
     LEFT JOIN pengshui.stock_move m ON (((m.posting_id = c.ended_by) AND (m.kind = 'adjust'::text) AND (m.product_id = e.product_id) AND (NOT (m.lot_id IS DISTINCT FROM e.lot_id)))));
CREATE TABLE pengshui.stock_lot (
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT stock_lot_a_number CHECK ((quantity < 'NaN'::numeric)),
    CONSTRAINT stock_lot_not_negative CHECK ((quantity >= (0)::numeric))
)
WITH (fillfactor='50');
COMMENT ON TABLE pengshui.stock_lot IS 'Of stock_on_hand, what is there of each lot; the row of stock_on_hand is locked first.';
CREATE VIEW pengshui.count_scope AS
 SELECT c.count_id,
    h.product_id,
    t.lot_id,
    COALESCE(t.quantity, h.quantity) AS book
   FROM (((pengshui.stock_count c
     JOIN pengshui.stock_on_hand h ON ((h.location_id = c.location_id)))
     JOIN pengshui.product p ON (((p.product_id = h.product_id) AND ((c.category = ''::text) OR (p.category = c.category)))))
     LEFT JOIN pengshui.stock_lot t ON ((p.lots AND (t.location_id = h.location_id) AND (t.product_id = h.product_id))))
  WHERE (COALESCE(t.quantity, h.quantity) > (0)::numeric);
CREATE TABLE pengshui.daily_document (
    book_month date NOT NULL,
    day date NOT NULL,
    channel_id bigint NOT NULL,
    gross numeric(16,2) NOT NULL,
    refunds numeric(16,2) NOT NULL,
    documents bigint NOT NULL
)
WITH (fillfactor='50');
COMMENT ON TABLE pengshui.daily_document IS 'Document totals by day and channel, added up when documents are posted: the headline''s source.';
CREATE TABLE pengshui.daily_sales (
    book_month date NOT NULL,
    day date NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    verdict text NOT NULL,
    gross numeric(16,2) NOT NULL,
    refunds numeric(16,2) NOT NULL,
    quantity numeric(17,3) NOT NULL,
    lines bigint NOT NULL
)
WITH (fillfactor='50');
COMMENT ON TABLE pengshui.daily_sales IS 'Lines by day, channel, product, supplier and verdict, added up when lines are posted: the breakdowns'' source.';
COMMENT ON COLUMN pengshui.daily_sales.product_id IS '0 stands for a product not known yet; likewise supplier_id.';
CREATE VIEW pengshui.recomputed_daily_document AS
 SELECT document.book_month,
    document.day,
    document.channel_id,
    COALESCE(sum(document.total) FILTER (WHERE (document.side = 'sale'::text)), (0)::numeric) AS gross,
    COALESCE((- sum(document.total) FILTER (WHERE (document.side = 'refund'::text))), (0)::numeric) AS refunds,
    count(*) AS documents
   FROM pengshui.document
  GROUP BY document.book_month, document.day, document.channel_id;
CREATE VIEW pengshui.recomputed_daily_sales AS
 SELECT line.book_month,
    line.day,
    line.channel_id,
    COALESCE(line.product_id, (0)::bigint) AS product_id,
    COALESCE(line.supplier_id, (0)::bigint) AS supplier_id,
    line.verdict,
    COALESCE(sum(line.amount) FILTER (WHERE (line.side = 'sale'::text)), (0)::numeric) AS gross,
    COALESCE((- sum(line.amount) FILTER (WHERE (line.side = 'refund'::text))), (0)::numeric) AS refunds,
    sum(line.quantity) AS quantity,
    count(*) AS lines
   FROM pengshui.line
  GROUP BY line.book_month, line.day, line.channel_id, COALESCE(line.product_id, (0)::bigint), COALESCE(line.supplier_id, (0)::bigint), line.verdict;
CREATE VIEW pengshui.daily_difference AS
 SELECT COALESCE(k.book_month, r.book_month) AS book_month,
    'daily_document'::text AS of_table,
    concat_ws(' '::text, COALESCE(k.day, r.day), 'channel', COALESCE(k.channel_id, r.channel_id), 'kept', k.gross, k.refunds, k.documents, 'facts', r.gross, r.refunds, r.documents) AS example
   FROM (pengshui.daily_document k
     FULL JOIN pengshui.recomputed_daily_document r ON (((r.book_month = k.book_month) AND (r.day = k.day) AND (r.channel_id = k.channel_id))))
  WHERE (((k.gross IS DISTINCT FROM r.gross) OR (k.refunds IS DISTINCT FROM r.refunds)) OR (k.documents IS DISTINCT FROM r.documents))
UNION ALL
 SELECT COALESCE(k.book_month, r.book_month) AS book_month,
    'daily_sales'::text AS of_table,
    concat_ws(' '::text, COALESCE(k.day, r.day), 'channel', COALESCE(k.channel_id, r.channel_id), 'product', COALESCE(k.product_id, r.product_id), COALESCE(k.verdict, r.verdict), 'kept', k.gross, k.refunds, k.quantity, k.lines, 'facts', r.gross, r.refunds, r.quantity, r.lines) AS example
   FROM (pengshui.daily_sales k
     FULL JOIN pengshui.recomputed_daily_sales r ON (((r.book_month = k.book_month) AND (r.day = k.day) AND (r.channel_id = k.channel_id) AND (r.product_id = k.product_id) AND (r.supplier_id = k.supplier_id) AND (r.verdict = k.verdict))))
  WHERE ((((k.gross IS DISTINCT FROM r.gross) OR (k.refunds IS DISTINCT FROM r.refunds)) OR (k.quantity IS DISTINCT FROM r.quantity)) OR (k.lines IS DISTINCT FROM r.lines));
CREATE TABLE pengshui.document_2026_09 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);
CREATE TABLE pengshui.document_2026_10 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);
CREATE TABLE pengshui.document_2026_11 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);
CREATE TABLE pengshui.document_2026_12 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);
CREATE TABLE pengshui.expired_approval (
    posting_id bigint NOT NULL,
    reason text NOT NULL,
    approved_by text NOT NULL,
    CONSTRAINT expired_approval_said CHECK (((reason <> ''::text) AND (approved_by <> ''::text)))
);
COMMENT ON TABLE pengshui.expired_approval IS 'Why a sale took goods that had expired, and the second person who allowed it; the view expired_sale says which.';
CREATE TABLE pengshui.lot (
    lot_id bigint NOT NULL,
    product_id bigint NOT NULL,
    code text NOT NULL,
    supplier_id bigint,
    produced date,
    expires date,
    CONSTRAINT lot_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT lot_days_in_order CHECK ((produced <= expires))
);
COMMENT ON TABLE pengshui.lot IS 'One batch (批次) of a product, with the last day it may be sold.';
CREATE VIEW pengshui.expired_sale AS
 SELECT m.posting_id,
    m.document_id,
    m.line_no,
    d.day,
    d.at,
    d.file_id,
    m.location_id,
    m.product_id,
    l.code AS lot,
    l.expires,
    (- m.quantity) AS quantity
   FROM ((pengshui.stock_move m
     JOIN pengshui.lot l ON ((l.lot_id = m.lot_id)))
     JOIN pengshui.document d ON ((d.document_id = m.document_id)))
  WHERE ((m.kind = 'issue'::text) AND (l.expires < d.day) AND (NOT (EXISTS ( SELECT
           FROM pengshui.line b
          WHERE ((b.of_document = m.document_id) AND (b.of_line = m.line_no) AND b.reverses)))));
CREATE TABLE pengshui.goods_back (
    posting_id bigint NOT NULL,
    move_no integer NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    order_no text NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE pengshui.goods_back IS 'The platform''s order that a returned move of stock brings back goods of.';
CREATE UNLOGGED TABLE pengshui.import_affected (
    batch bigint NOT NULL,
    claim_id bigint NOT NULL,
    fresh boolean NOT NULL,
    merged boolean NOT NULL,
    staged boolean DEFAULT false NOT NULL
);
COMMENT ON TABLE pengshui.import_affected IS 'Claims whose postings an import or an undo must bring up to date.';
COMMENT ON COLUMN pengshui.import_affected.fresh IS 'Nothing of it is posted yet.';
COMMENT ON COLUMN pengshui.import_affected.merged IS 'Its live snapshots are chosen already; likewise staged: its sale is in import_line_stage.';
COMMENT ON COLUMN pengshui.import_affected.staged IS 'Nothing of its sale is to be staged: it is in import_line_stage, or stands as it is.';
CREATE UNLOGGED TABLE pengshui.import_aftersale (
    batch bigint NOT NULL,
    aftersale_id bigint NOT NULL,
    merged boolean DEFAULT false NOT NULL
);
COMMENT ON TABLE pengshui.import_aftersale IS 'After-sale cases that an import or an undo has touched.';
COMMENT ON COLUMN pengshui.import_aftersale.merged IS 'Told for the first time, once: it is recorded as it stands, its line found.';
CREATE TABLE pengshui.import_chunk (
    file_id bigint NOT NULL,
    chunk_no integer NOT NULL,
    first_row integer NOT NULL,
    rows integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY pengshui.import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE pengshui.import_chunk IS 'The redacted copy: the file''s rows as CSV in UTF-8, personal columns blank, gzip, in chunks.';
CREATE UNLOGGED TABLE pengshui.import_line_stage (
    posting_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    side text NOT NULL COLLATE pg_catalog."C",
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    file_id bigint,
    order_no text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    total numeric(14,2) DEFAULT 0 NOT NULL,
    freights numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    back numeric(14,3) DEFAULT 0 NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3)
);
COMMENT ON TABLE pengshui.import_line_stage IS 'As order_stage, for imports.';
COMMENT ON COLUMN pengshui.import_line_stage.total IS 'The document''s total, on its first line; likewise freights and receivable.';
COMMENT ON COLUMN pengshui.import_line_stage.back IS 'The quantity that comes back to stock.';
CREATE SEQUENCE pengshui.import_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pengshui.import_reject (
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    line integer NOT NULL,
    column_name text NOT NULL,
    value text NOT NULL,
    reason text NOT NULL
);
COMMENT ON TABLE pengshui.import_reject IS 'A row that was refused: where, what, why.';
CREATE VIEW pengshui.import_row AS
 SELECT s.snapshot_id,
    s.file_id,
    s.row_no,
    s.outcome,
    c.claim_id,
    c.order_no,
    concat_ws(' '::text, c.order_no, c.line_no) AS subject
   FROM (pengshui.claim_snapshot s
     JOIN pengshui.claim c ON ((c.claim_id = s.claim_id)))
UNION ALL
 SELECT n.snapshot_id,
    n.file_id,
    n.row_no,
    n.outcome,
    a.claim_id,
    n.order_no,
    concat_ws(' '::text, a.number, n.order_no, n.line_no, n.item) AS subject
   FROM (pengshui.aftersale_snapshot n
     JOIN pengshui.aftersale a ON ((a.aftersale_id = n.aftersale_id)))
UNION ALL
 SELECT (j.file_id << 24) AS snapshot_id,
    j.file_id,
    j.row_no,
    'rejected'::text AS outcome,
    NULL::bigint AS claim_id,
    NULL::text AS order_no,
    NULL::text AS subject
   FROM pengshui.import_reject j;
CREATE TABLE pengshui.line_2026_09 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT line_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);
CREATE TABLE pengshui.line_2026_10 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT line_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);
CREATE TABLE pengshui.line_2026_11 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT line_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);
CREATE TABLE pengshui.line_2026_12 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    entered_unit text,
    entered_quantity numeric(14,3),
    CONSTRAINT line_entered_together CHECK ((((entered_unit IS NULL) = (entered_quantity IS NULL)) AND (entered_quantity < 'NaN'::numeric))),
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);
CREATE TABLE pengshui.listing (
    listing_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text DEFAULT ''::text NOT NULL,
    spec text DEFAULT ''::text NOT NULL,
    barcode text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE pengshui.listing IS 'A channel''s own product code; listing_part says what one piece of it holds.';
COMMENT ON COLUMN pengshui.listing.barcode IS 'The 69 code (商品69码) that the file gives it: a hint for mapping.';
ALTER TABLE pengshui.listing ALTER COLUMN listing_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.listing_listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW pengshui.listing_waiting AS
 SELECT v.listing_id,
    c.claim_id,
    p.amount
   FROM ((pengshui.claim_posted p
     JOIN pengshui.claim c ON ((c.claim_id = p.claim_id)))
     JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
  WHERE ((p.side = 'sale'::text) AND (p.verdict = 'pending'::text) AND (p.product_id IS NULL));
CREATE TABLE pengshui.location (
    location_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'shop'::text NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT location_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT location_kind_known CHECK ((kind = ANY (ARRAY['shop'::text, 'warehouse'::text, 'stand'::text])))
);
ALTER TABLE pengshui.location ALTER COLUMN location_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.location_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE pengshui.lot ALTER COLUMN lot_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.lot_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW pengshui.measure AS
 SELECT m.code,
    m.kind,
    m.size
   FROM ( VALUES ('吨'::text,'weight'::text,1000000), ('t'::text,'weight'::text,1000000), ('公斤'::text,'weight'::text,1000), ('千克'::text,'weight'::text,1000), ('kg'::text,'weight'::text,1000), ('斤'::text,'weight'::text,500), ('市斤'::text,'weight'::text,500), ('两'::text,'weight'::text,50), ('克'::text,'weight'::text,1), ('g'::text,'weight'::text,1), ('升'::text,'volume'::text,1000), ('l'::text,'volume'::text,1000), ('毫升'::text,'volume'::text,1), ('ml'::text,'volume'::text,1), ('米'::text,'length'::text,100), ('m'::text,'length'::text,100), ('厘米'::text,'length'::text,1), ('cm'::text,'length'::text,1)) m(code, kind, size);
CREATE VIEW pengshui.monthly_by_channel AS
 SELECT s.book_month AS month,
    c.code,
    c.name,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), 0.00) AS counted
   FROM (pengshui.daily_sales s
     JOIN pengshui.channel c ON ((c.channel_id = s.channel_id)))
  GROUP BY s.book_month, c.code, c.name
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric) OR (sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)) <> (0)::numeric));
CREATE VIEW pengshui.monthly_by_day AS
 SELECT s.book_month AS month,
    s.day,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), 0.00) AS counted
   FROM pengshui.daily_sales s
  GROUP BY s.book_month, s.day
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric) OR (sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)) <> (0)::numeric));
CREATE VIEW pengshui.monthly_by_product AS
 SELECT s.book_month AS month,
    COALESCE(p.sku, ''::text) AS code,
    COALESCE(p.name, ''::text) AS name,
    COALESCE(p.unit, ''::text) AS unit,
    sum(s.quantity) AS quantity,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), 0.00) AS counted
   FROM (pengshui.daily_sales s
     LEFT JOIN pengshui.product p ON ((p.product_id = s.product_id)))
  GROUP BY s.book_month, p.sku, p.name, p.unit
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric) OR (sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)) <> (0)::numeric));
CREATE TABLE pengshui.supplier (
    supplier_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    households integer DEFAULT 0 NOT NULL,
    township text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT supplier_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT supplier_households_not_negative CHECK ((households >= 0)),
    CONSTRAINT supplier_kind_known CHECK ((kind = ANY (ARRAY['company'::text, 'collective'::text, 'cooperative'::text, 'household'::text]))),
    CONSTRAINT supplier_name_given CHECK ((name <> ''::text))
);
COMMENT ON TABLE pengshui.supplier IS 'Company, village collective, cooperative or household farm, with the households it links.';
COMMENT ON COLUMN pengshui.supplier.households IS 'How many households it links that have no record of their own.';
CREATE VIEW pengshui.monthly_by_supplier AS
 SELECT s.book_month AS month,
    COALESCE(u.code, ''::text) AS code,
    COALESCE(u.name, ''::text) AS name,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), 0.00) AS counted
   FROM (pengshui.daily_sales s
     LEFT JOIN pengshui.supplier u ON ((u.supplier_id = s.supplier_id)))
  GROUP BY s.book_month, u.code, u.name
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric) OR (sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)) <> (0)::numeric));
CREATE VIEW pengshui.monthly_headline AS
 SELECT m.month,
    COALESCE(d.gross, 0.00) AS gross,
    COALESCE(d.refunds, 0.00) AS refunds,
    COALESCE(s.duplicates, 0.00) AS duplicates,
    COALESCE(s.excluded, 0.00) AS excluded,
    COALESCE(s.pending, 0.00) AS pending,
    ((((COALESCE(d.gross, 0.00) - COALESCE(d.refunds, 0.00)) - COALESCE(s.duplicates, 0.00)) - COALESCE(s.excluded, 0.00)) - COALESCE(s.pending, 0.00)) AS counted
   FROM ((pengshui.book_month m
     LEFT JOIN ( SELECT daily_document.book_month,
            sum(daily_document.gross) AS gross,
            sum(daily_document.refunds) AS refunds
           FROM pengshui.daily_document
          GROUP BY daily_document.book_month) d ON ((d.book_month = m.month)))
     LEFT JOIN ( SELECT daily_sales.book_month,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'duplicate'::text)) AS duplicates,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'excluded'::text)) AS excluded,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'pending'::text)) AS pending
           FROM pengshui.daily_sales
          GROUP BY daily_sales.book_month) s ON ((s.book_month = m.month)));
CREATE TABLE pengshui.unit (
    code text NOT NULL,
    english text NOT NULL,
    whole boolean NOT NULL
);
COMMENT ON TABLE pengshui.unit IS 'The units products are sold and stocked in; whole units refuse fractions.';
CREATE VIEW pengshui.order_line AS
 SELECT l.document_id,
    l.line_no,
    l.book_month,
    l.product_id,
    l.supplier_id,
    l.quantity,
    l.amount,
    l.discount,
    l.verdict,
    l.rule,
    l.entered_unit,
    l.entered_quantity,
    p.sku,
    p.name,
    p.unit,
    u.whole,
    (l.quantity + COALESCE(r.quantity, (0)::numeric)) AS quantity_left,
    (l.amount + COALESCE(r.amount, (0)::numeric)) AS amount_left
   FROM (((pengshui.line l
     LEFT JOIN pengshui.product p ON ((p.product_id = l.product_id)))
     LEFT JOIN pengshui.unit u ON ((u.code = p.unit)))
     LEFT JOIN LATERAL ( SELECT sum(b.quantity) AS quantity,
            sum(b.amount) AS amount
           FROM pengshui.line b
          WHERE ((b.of_document = l.document_id) AND (b.of_line = l.line_no))) r ON (true))
  WHERE ((l.side = 'sale'::text) AND (NOT l.reverses));
CREATE TABLE pengshui.posting (
    posting_id bigint NOT NULL,
    command text NOT NULL,
    operator text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    request_id uuid,
    request_digest bytea,
    document_id bigint,
    book_month date,
    change numeric(14,2) DEFAULT 0 NOT NULL,
    reason text
);
COMMENT ON TABLE pengshui.posting IS 'One act of posting: who did it, when, from which command; all its documents share it.';
COMMENT ON COLUMN pengshui.posting.request_id IS 'The UUID a client gave its order: the same id posts once.';
COMMENT ON COLUMN pengshui.posting.request_digest IS 'SHA-256 of what was asked, without the clock.';
CREATE SEQUENCE pengshui.posting_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE pengshui.product_part (
    product_id bigint NOT NULL,
    part_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT product_part_not_itself CHECK ((product_id <> part_id)),
    CONSTRAINT product_part_quantity_positive CHECK (((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.product_part IS 'The bill of materials of a product that is assembled, such as a gift box: base units of each part in one.';
ALTER TABLE pengshui.product ALTER COLUMN product_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.product_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.purchase (
    posting_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    day date NOT NULL
);
COMMENT ON TABLE pengshui.purchase IS 'A receipt that came from a supplier; its lines are the posting''s moves of kind receive, its note the posting''s reason.';
CREATE VIEW pengshui.purchase_line AS
 SELECT p.posting_id AS receipt_id,
    m.move_no AS line_no,
    p.supplier_id,
    p.day,
    m.product_id,
    m.lot_id,
    m.quantity,
    (m.cost IS NOT NULL) AS priced,
        CASE
            WHEN (m.cost IS NULL) THEN 0.00
            ELSE m.value
        END AS amount
   FROM (pengshui.purchase p
     JOIN pengshui.stock_move m ON (((m.posting_id = p.posting_id) AND (m.kind = 'receive'::text))));
CREATE TABLE pengshui.supplier_adjustment (
    posting_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    day date NOT NULL,
    receipt_id bigint,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT supplier_adjustment_not_zero CHECK (((amount <> (0)::numeric) AND (amount < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.supplier_adjustment IS 'What is owed more (or less, below zero) than receipts say: a price agreed later, or mistyped.';
CREATE TABLE pengshui.supplier_payment (
    posting_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    day date NOT NULL,
    amount numeric(14,2) NOT NULL,
    method text NOT NULL,
    household_id bigint,
    reverses bigint,
    CONSTRAINT supplier_payment_method_known CHECK ((method = ANY (ARRAY['bank'::text, 'cash'::text, 'wechat'::text, 'alipay'::text, 'card'::text]))),
    CONSTRAINT supplier_payment_positive CHECK (
CASE
    WHEN (reverses IS NULL) THEN ((amount > (0)::numeric) AND (amount < 'NaN'::numeric))
    ELSE (amount < (0)::numeric)
END)
);
COMMENT ON TABLE pengshui.supplier_payment IS 'Yuan paid to a supplier, or a payment reversed (negative).';
COMMENT ON COLUMN pengshui.supplier_payment.household_id IS 'The linked household that the money was for.';
CREATE TABLE pengshui.supplier_payment_receipt (
    posting_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT supplier_payment_receipt_a_number CHECK ((amount < 'NaN'::numeric))
);
COMMENT ON TABLE pengshui.supplier_payment_receipt IS 'How much of a payment was for a receipt that it named; the rest pays the oldest.';
CREATE TABLE pengshui.supplier_return (
    posting_id bigint NOT NULL,
    line_no integer NOT NULL,
    supplier_id bigint NOT NULL,
    day date NOT NULL,
    receipt_id bigint NOT NULL,
    receipt_line integer NOT NULL,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT supplier_return_positive CHECK (((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric) AND (amount >= (0)::numeric) AND (amount < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.supplier_return IS 'What of a receipt''s line was given back to the supplier, at the price it was bought.';
CREATE VIEW pengshui.supplier_ledger AS
 SELECT l.receipt_id AS posting_id,
    l.supplier_id,
    l.day,
    'purchase'::text AS kind,
    sum(l.amount) AS amount,
    l.receipt_id,
    NULL::bigint AS household_id
   FROM pengshui.purchase_line l
  GROUP BY l.receipt_id, l.supplier_id, l.day
UNION ALL
 SELECT r.posting_id,
    r.supplier_id,
    r.day,
    'give_back'::text AS kind,
    (- sum(r.amount)) AS amount,
    r.receipt_id,
    NULL::bigint AS household_id
   FROM pengshui.supplier_return r
  GROUP BY r.posting_id, r.supplier_id, r.day, r.receipt_id
UNION ALL
 SELECT p.posting_id,
    p.supplier_id,
    p.day,
        CASE
            WHEN (p.reverses IS NULL) THEN 'payment'::text
            ELSE 'reversal'::text
        END AS kind,
    ((- p.amount) + COALESCE(n.amount, (0)::numeric)) AS amount,
    NULL::bigint AS receipt_id,
    p.household_id
   FROM (pengshui.supplier_payment p
     LEFT JOIN ( SELECT supplier_payment_receipt.posting_id,
            sum(supplier_payment_receipt.amount) AS amount
           FROM pengshui.supplier_payment_receipt
          GROUP BY supplier_payment_receipt.posting_id) n ON ((n.posting_id = p.posting_id)))
  WHERE (p.amount <> COALESCE(n.amount, (0)::numeric))
UNION ALL
 SELECT p.posting_id,
    p.supplier_id,
    p.day,
        CASE
            WHEN (p.reverses IS NULL) THEN 'payment'::text
            ELSE 'reversal'::text
        END AS kind,
    (- n.amount) AS amount,
    n.receipt_id,
    p.household_id
   FROM (pengshui.supplier_payment p
     JOIN pengshui.supplier_payment_receipt n ON ((n.posting_id = p.posting_id)))
UNION ALL
 SELECT a.posting_id,
    a.supplier_id,
    a.day,
    'adjustment'::text AS kind,
    a.amount,
    a.receipt_id,
    NULL::bigint AS household_id
   FROM pengshui.supplier_adjustment a
UNION ALL
 SELECT b.posting_id,
    b.supplier_id,
    b.day,
        CASE
            WHEN (b.reverses IS NULL) THEN 'buy_back'::text
            ELSE 'buy_back_undo'::text
        END AS kind,
    (- sum(b.amount)) AS amount,
    NULL::bigint AS receipt_id,
    NULL::bigint AS household_id
   FROM pengshui.buy_back b
  GROUP BY b.posting_id, b.supplier_id, b.day, b.reverses;
CREATE VIEW pengshui.purchase_open AS
 SELECT w.supplier_id,
    w.receipt_id,
    w.day,
    w.amount,
    (w.rest - LEAST(w.rest, GREATEST((w.pool - w.before), (0)::numeric))) AS open
   FROM ( SELECT i.supplier_id,
            i.receipt_id,
            i.day,
            i.amount,
            (i.amount - i.named) AS rest,
            (sum((i.amount - i.named)) OVER oldest - (i.amount - i.named)) AS before,
            (COALESCE(g.amount, (0)::numeric) + sum(i.over) OVER (PARTITION BY i.supplier_id)) AS pool
           FROM (( SELECT c.supplier_id,
                    c.receipt_id,
                    c.day,
                    c.amount,
                    LEAST(c.amount, COALESCE(n.amount, (0)::numeric)) AS named,
                    (COALESCE(n.amount, (0)::numeric) - LEAST(c.amount, COALESCE(n.amount, (0)::numeric))) AS over
                   FROM (( SELECT l.supplier_id,
                            COALESCE(l.receipt_id, l.posting_id) AS receipt_id,
                            min(l.day) AS day,
                            sum(l.amount) AS amount
                           FROM pengshui.supplier_ledger l
                          WHERE ((l.kind = 'purchase'::text) OR ((l.kind = 'adjustment'::text) AND (l.amount > (0)::numeric)))
                          GROUP BY l.supplier_id, COALESCE(l.receipt_id, l.posting_id)) c
                     LEFT JOIN ( SELECT l.receipt_id,
                            (- sum(l.amount)) AS amount
                           FROM pengshui.supplier_ledger l
                          WHERE ((l.receipt_id IS NOT NULL) AND (l.kind <> 'purchase'::text) AND (NOT ((l.kind = 'adjustment'::text) AND (l.amount > (0)::numeric))))
                          GROUP BY l.receipt_id) n ON ((n.receipt_id = c.receipt_id)))) i
             LEFT JOIN ( SELECT l.supplier_id,
                    (- sum(l.amount)) AS amount
                   FROM pengshui.supplier_ledger l
                  WHERE ((l.receipt_id IS NULL) AND (NOT ((l.kind = 'adjustment'::text) AND (l.amount > (0)::numeric))))
                  GROUP BY l.supplier_id) g ON ((g.supplier_id = i.supplier_id)))
          WINDOW oldest AS (PARTITION BY i.supplier_id ORDER BY i.day, i.receipt_id)) w;
CREATE TABLE pengshui.reservation (
    posting_id bigint NOT NULL,
    location_id bigint NOT NULL,
    until_day date NOT NULL
);
COMMENT ON TABLE pengshui.reservation IS 'Goods promised to somebody (the posting''s reason) until a day: still on hand, and not locked.';
CREATE TABLE pengshui.reservation_end (
    posting_id bigint NOT NULL,
    reservation_id bigint NOT NULL
);
COMMENT ON TABLE pengshui.reservation_end IS 'A reservation that was released before its day.';
CREATE TABLE pengshui.reservation_line (
    posting_id bigint NOT NULL,
    line_no integer NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT reservation_line_positive CHECK (((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.reservation_line IS 'What was promised.';
CREATE VIEW pengshui.reserved AS
 SELECT r.location_id,
    l.product_id,
    sum(l.quantity) AS quantity
   FROM (((pengshui.reservation r
     JOIN pengshui.reservation_line l ON ((l.posting_id = r.posting_id)))
     LEFT JOIN pengshui.reservation_end e ON ((e.reservation_id = r.posting_id)))
     CROSS JOIN pengshui.programme g)
  WHERE ((e.reservation_id IS NULL) AND (r.until_day >= pengshui.business_day(now(), g.timezone, g.day_start)))
  GROUP BY r.location_id, l.product_id;
CREATE TABLE pengshui.shortage (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT shortage_quantity_a_number CHECK (((quantity <> (0)::numeric) AND (quantity < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.shortage IS 'What a sale that had happened found too little of; a reversal takes it back with a negative one.';
CREATE TABLE pengshui.shortage_settled (
    posting_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    quantity numeric(14,3) NOT NULL,
    written_off boolean NOT NULL,
    CONSTRAINT shortage_settled_positive CHECK (((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.shortage_settled IS 'How much of a shortage goods that came in later have covered, or was written off.';
CREATE VIEW pengshui.sale_margin AS
 SELECT l.book_month,
    l.day,
    l.channel_id,
    l.product_id,
    l.supplier_id,
    l.quantity,
    l.amount,
        CASE
            WHEN ((d.location_id IS NULL) OR (l.product_id IS NULL)) THEN l.amount
            ELSE COALESCE(round(((l.amount * u.quantity) / NULLIF(b.quantity, (0)::numeric)), 2), 0.00)
        END AS uncosted,
    0.00 AS cost
   FROM ((((pengshui.line l
     JOIN pengshui.document d ON (((d.document_id = l.document_id) AND (d.book_month = l.book_month))))
     LEFT JOIN pengshui.line o ON (((o.document_id = l.of_document) AND (o.line_no = l.of_line) AND (o.of_document IS NOT NULL))))
     LEFT JOIN ( SELECT p.document_id,
            p.line_no,
            sum(p.quantity) AS quantity
           FROM ( SELECT w.document_id,
                    w.line_no,
                    w.quantity
                   FROM pengshui.shortage w
                  WHERE (w.quantity > (0)::numeric)
                UNION ALL
                 SELECT t.document_id,
                    t.line_no,
                    (- t.quantity)
                   FROM pengshui.shortage_settled t
                  WHERE (NOT t.written_off)
                UNION ALL
                 SELECT m.document_id,
                    m.line_no,
                    (- m.quantity)
                   FROM pengshui.stock_move m
                  WHERE ((m.kind = ANY (ARRAY['issue'::text, 'settle'::text])) AND (m.value = (0)::numeric) AND (m.document_id IS NOT NULL))) p
          GROUP BY p.document_id, p.line_no
         HAVING (sum(p.quantity) > (0)::numeric)) u ON (((u.document_id = COALESCE(o.of_document, l.of_document, l.document_id)) AND (u.line_no = COALESCE(o.of_line, l.of_line, l.line_no)))))
     LEFT JOIN pengshui.line b ON (((b.document_id = u.document_id) AND (b.line_no = u.line_no))))
UNION ALL
 SELECT l.book_month,
    l.day,
    l.channel_id,
    l.product_id,
    l.supplier_id,
    0 AS quantity,
    0 AS amount,
    0 AS uncosted,
    (- m.value) AS cost
   FROM (pengshui.line l
     JOIN pengshui.stock_move m ON (((m.document_id = l.document_id) AND (m.line_no = l.line_no))))
UNION ALL
 SELECT l.book_month,
    l.day,
    l.channel_id,
    l.product_id,
    l.supplier_id,
    0 AS quantity,
    0 AS amount,
    0 AS uncosted,
    (- m.value) AS cost
   FROM ((pengshui.goods_back b
     JOIN pengshui.stock_move m ON (((m.posting_id = b.posting_id) AND (m.move_no = b.move_no))))
     CROSS JOIN LATERAL ( SELECT n.book_month,
            n.day,
            n.channel_id,
            n.product_id,
            n.supplier_id
           FROM (pengshui.claim c
             JOIN pengshui.line n ON ((n.claim_id = c.claim_id)))
          WHERE ((c.order_no = b.order_no) AND (c.platform = b.platform) AND (n.product_id = m.product_id) AND (NOT n.reverses))
          ORDER BY n.side, n.document_id DESC
         LIMIT 1) l);
CREATE TABLE pengshui.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE pengshui.schema_migration IS 'The migrations applied, with the SHA-256 of their text.';
CREATE TABLE pengshui.schema_state (
    singleton boolean DEFAULT true NOT NULL,
    digest text NOT NULL,
    CONSTRAINT schema_state_single CHECK (singleton)
);
COMMENT ON TABLE pengshui.schema_state IS 'The SHA-256 of the functions and views applied last.';
CREATE VIEW pengshui.shortage_open AS
 SELECT s.document_id,
    s.line_no,
    s.location_id,
    s.product_id,
    ((s.quantity + COALESCE(b.quantity, (0)::numeric)) - COALESCE(t.quantity, (0)::numeric)) AS quantity
   FROM ((pengshui.shortage s
     LEFT JOIN LATERAL ( SELECT sum(r.quantity) AS quantity
           FROM (pengshui.line l
             JOIN pengshui.shortage r ON (((r.document_id = l.document_id) AND (r.line_no = l.line_no))))
          WHERE ((l.of_document = s.document_id) AND (l.of_line = s.line_no) AND l.reverses)) b ON (true))
     LEFT JOIN LATERAL ( SELECT sum(d.quantity) AS quantity
           FROM pengshui.shortage_settled d
          WHERE ((d.document_id = s.document_id) AND (d.line_no = s.line_no))) t ON (true))
  WHERE ((s.quantity > (0)::numeric) AND (((s.quantity + COALESCE(b.quantity, (0)::numeric)) - COALESCE(t.quantity, (0)::numeric)) > (0)::numeric));
CREATE VIEW pengshui.stock_age AS
 WITH came AS (
         SELECT m.location_id,
            m.product_id,
            p.recorded_at,
            m.quantity,
            h_1.quantity AS on_hand,
            sum(m.quantity) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.posting_id DESC, m.move_no DESC) AS upto
           FROM ((pengshui.stock_on_hand h_1
             JOIN pengshui.stock_move m ON (((m.location_id = h_1.location_id) AND (m.product_id = h_1.product_id))))
             JOIN pengshui.posting p ON ((p.posting_id = m.posting_id)))
          WHERE ((h_1.quantity > (0)::numeric) AND (NOT h_1.lots) AND (m.quantity > (0)::numeric) AND ((m.kind = ANY (ARRAY['receive'::text, 'arrive'::text, 'build'::text, 'adjust'::text])) OR ((m.kind = 'return'::text) AND (m.document_id IS NULL))))
        ), piece AS (
         SELECT c.location_id,
            c.product_id,
            c.recorded_at,
            (LEAST(c.on_hand, c.upto) - (c.upto - c.quantity)) AS quantity
           FROM came c
          WHERE ((c.upto - c.quantity) < c.on_hand)
        UNION ALL
         SELECT t.location_id,
            t.product_id,
            f.recorded_at,
            t.quantity
           FROM (pengshui.stock_lot t
             JOIN ( SELECT m.lot_id,
                    min(p.recorded_at) AS recorded_at
                   FROM (pengshui.stock_move m
                     JOIN pengshui.posting p ON ((p.posting_id = m.posting_id)))
                  WHERE ((m.lot_id IS NOT NULL) AND (m.quantity > (0)::numeric))
                  GROUP BY m.lot_id) f ON ((f.lot_id = t.lot_id)))
          WHERE (t.quantity > (0)::numeric)
        ), aged AS (
         SELECT p.location_id,
            p.product_id,
            p.quantity,
            (pengshui.business_day(now(), g.timezone, g.day_start) - pengshui.business_day(p.recorded_at, g.timezone, g.day_start)) AS age
           FROM (piece p
             CROSS JOIN pengshui.programme g)
        ), summed AS (
         SELECT a.location_id,
            a.product_id,
            COALESCE(sum(a.quantity) FILTER (WHERE (a.age <= 30)), (0)::numeric) AS to_30,
            COALESCE(sum(a.quantity) FILTER (WHERE (a.age <= 90)), (0)::numeric) AS to_90,
            COALESCE(sum(a.quantity) FILTER (WHERE (a.age <= 180)), (0)::numeric) AS to_180
           FROM aged a
          GROUP BY a.location_id, a.product_id
        )
 SELECT h.location_id,
    h.product_id,
    h.quantity,
    h.value,
    s.to_30 AS quantity_30,
    (s.to_90 - s.to_30) AS quantity_90,
    (s.to_180 - s.to_90) AS quantity_180,
    (h.quantity - s.to_180) AS quantity_older,
    round(((h.value * s.to_30) / h.quantity), 2) AS value_30,
    (round(((h.value * s.to_90) / h.quantity), 2) - round(((h.value * s.to_30) / h.quantity), 2)) AS value_90,
    (round(((h.value * s.to_180) / h.quantity), 2) - round(((h.value * s.to_90) / h.quantity), 2)) AS value_180,
    (h.value - round(((h.value * s.to_180) / h.quantity), 2)) AS value_older
   FROM (pengshui.stock_on_hand h
     JOIN summed s ON (((s.location_id = h.location_id) AND (s.product_id = h.product_id))))
  WHERE (h.quantity > (0)::numeric);
CREATE TABLE pengshui.stock_minimum (
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT stock_minimum_positive CHECK (((quantity > (0)::numeric) AND (quantity < 'NaN'::numeric)))
);
COMMENT ON TABLE pengshui.stock_minimum IS 'What must be left of a product at a location; below it people are warned.';
CREATE TABLE pengshui.transfer (
    transfer_id bigint NOT NULL,
    from_location bigint NOT NULL,
    to_location bigint NOT NULL,
    CONSTRAINT transfer_apart CHECK ((from_location <> to_location))
);
COMMENT ON TABLE pengshui.transfer IS 'Goods sent from one location to another; its number is that of the posting that sent them.';
CREATE TABLE pengshui.transfer_end (
    posting_id bigint NOT NULL,
    transfer_id bigint NOT NULL,
    line_no integer NOT NULL,
    quantity numeric(14,3) NOT NULL,
    value numeric(14,2) NOT NULL,
    lost boolean NOT NULL,
    CONSTRAINT transfer_end_positive CHECK (((quantity > (0)::numeric) AND (value >= (0)::numeric)))
);
COMMENT ON TABLE pengshui.transfer_end IS 'What of it arrived, maybe in parts, or is explained as lost; the rest is in transit.';
CREATE TABLE pengshui.transfer_line (
    transfer_id bigint NOT NULL,
    line_no integer NOT NULL,
    product_id bigint NOT NULL,
    lot_id bigint,
    quantity numeric(14,3) NOT NULL,
    value numeric(14,2) NOT NULL,
    CONSTRAINT transfer_line_positive CHECK (((quantity > (0)::numeric) AND (value >= (0)::numeric)))
);
COMMENT ON TABLE pengshui.transfer_line IS 'What a transfer sent: a quantity of a lot, at cost.';
CREATE VIEW pengshui.transfer_open AS
 SELECT l.transfer_id,
    l.line_no,
    t.from_location,
    t.to_location,
    l.product_id,
    l.lot_id,
    (l.quantity - COALESCE(e.quantity, (0)::numeric)) AS quantity,
    (l.value - COALESCE(e.value, (0)::numeric)) AS value
   FROM ((pengshui.transfer_line l
     JOIN pengshui.transfer t ON ((t.transfer_id = l.transfer_id)))
     LEFT JOIN ( SELECT transfer_end.transfer_id,
            transfer_end.line_no,
            sum(transfer_end.quantity) AS quantity,
            sum(transfer_end.value) AS value
           FROM pengshui.transfer_end
          GROUP BY transfer_end.transfer_id, transfer_end.line_no) e ON (((e.transfer_id = l.transfer_id) AND (e.line_no = l.line_no))))
  WHERE (l.quantity > COALESCE(e.quantity, (0)::numeric));
CREATE VIEW pengshui.stock_level AS
 SELECT location_id,
    product_id,
    COALESCE(h.quantity, (0)::numeric) AS quantity,
    COALESCE(h.value, 0.00) AS value,
    COALESCE(b.reserved, (0)::numeric) AS reserved,
    COALESCE(b.in_transit, (0)::numeric) AS in_transit,
        CASE
            WHEN (b.sold > (0)::numeric) THEN floor(((COALESCE(h.quantity, (0)::numeric) * (28)::numeric) / b.sold))
            ELSE NULL::numeric
        END AS days,
    COALESCE(b.minimum, (0)::numeric) AS minimum,
    ((COALESCE(h.quantity, (0)::numeric) - COALESCE(b.reserved, (0)::numeric)) < COALESCE(b.minimum, (0)::numeric)) AS is_low
   FROM (pengshui.stock_on_hand h
     FULL JOIN ( SELECT a.location_id,
            a.product_id,
            sum(a.quantity) FILTER (WHERE (a.what = 'minimum'::text)) AS minimum,
            sum(a.quantity) FILTER (WHERE (a.what = 'reserved'::text)) AS reserved,
            sum(a.quantity) FILTER (WHERE (a.what = 'in_transit'::text)) AS in_transit,
            sum(a.quantity) FILTER (WHERE (a.what = 'sold'::text)) AS sold
           FROM ( SELECT 'minimum'::text AS what,
                    n.location_id,
                    n.product_id,
                    n.quantity
                   FROM pengshui.stock_minimum n
                UNION ALL
                 SELECT 'reserved'::text,
                    r.location_id,
                    r.product_id,
                    r.quantity
                   FROM pengshui.reserved r
                UNION ALL
                 SELECT 'in_transit'::text,
                    o.to_location,
                    o.product_id,
                    o.quantity
                   FROM pengshui.transfer_open o
                UNION ALL
                 SELECT 'sold'::text,
                    m.location_id,
                    m.product_id,
                    (- m.quantity)
                   FROM (pengshui.stock_move m
                     JOIN pengshui.posting p ON ((p.posting_id = m.posting_id)))
                  WHERE ((m.kind = ANY (ARRAY['issue'::text, 'settle'::text, 'cancel'::text, 'return'::text])) AND (p.recorded_at > (now() - '28 days'::interval)) AND (m.posting_id > COALESCE(( SELECT max(f.posting_id) AS max
                           FROM pengshui.posting f
                          WHERE (f.recorded_at < (now() - '29 days'::interval))), (0)::bigint)))) a
          GROUP BY a.location_id, a.product_id) b USING (location_id, product_id));
CREATE VIEW pengshui.stock_low AS
 SELECT w.location_id,
    w.product_id,
    COALESCE(h.quantity, (0)::numeric) AS quantity,
    w.reserved,
    w.minimum
   FROM (( SELECT location_id,
            product_id,
            COALESCE(r.quantity, (0)::numeric) AS reserved,
            COALESCE(n.quantity, (0)::numeric) AS minimum
           FROM (pengshui.stock_minimum n
             FULL JOIN pengshui.reserved r USING (location_id, product_id))) w
     LEFT JOIN pengshui.stock_on_hand h ON (((h.location_id = w.location_id) AND (h.product_id = w.product_id))))
  WHERE ((COALESCE(h.quantity, (0)::numeric) - w.reserved) < w.minimum);
CREATE TABLE pengshui.supplier_link (
    supplier_id bigint NOT NULL,
    household_id bigint NOT NULL,
    from_day date NOT NULL,
    to_day date,
    CONSTRAINT supplier_link_days_in_order CHECK ((from_day <= to_day))
);
COMMENT ON TABLE pengshui.supplier_link IS 'A household (a supplier of that kind) delivers through a company, collective or cooperative, from day to day.';
ALTER TABLE pengshui.supplier ALTER COLUMN supplier_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.supplier_supplier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.target (
    target_id bigint NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT target_amount_a_number CHECK ((amount < 'NaN'::numeric)),
    CONSTRAINT target_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT target_days_in_order CHECK ((from_day <= to_day))
);
COMMENT ON TABLE pengshui.target IS 'What the programme promised for a period.';
ALTER TABLE pengshui.target ALTER COLUMN target_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.target_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE pengshui.tender (
    document_id bigint NOT NULL,
    tender_no integer NOT NULL,
    method text NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT tender_amount_a_number CHECK ((amount < 'NaN'::numeric)),
    CONSTRAINT tender_method_known CHECK ((method = ANY (ARRAY['cash'::text, 'wechat'::text, 'alipay'::text, 'card'::text, 'voucher'::text])))
);
COMMENT ON TABLE pengshui.tender IS 'Money that came in (positive) or went back (negative) for a document; cash is net of change.';
CREATE VIEW pengshui.unit_of_product AS
 SELECT p.product_id,
    p.unit AS code,
    (1)::bigint AS numerator,
    (1)::bigint AS denominator,
    true AS built_in
   FROM pengshui.product p
UNION ALL
 SELECT q.product_id,
    q.unit AS code,
    q.numerator,
    q.denominator,
    false AS built_in
   FROM pengshui.product_unit q
UNION ALL
 SELECT p.product_id,
    m.code,
    ((m.size / gcd(m.size, b.size)))::bigint AS numerator,
    ((b.size / gcd(m.size, b.size)))::bigint AS denominator,
    true AS built_in
   FROM ((pengshui.product p
     JOIN pengshui.measure b ON ((b.code = lower(p.unit))))
     JOIN pengshui.measure m ON (((m.kind = b.kind) AND (m.code <> b.code))));
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_09 FOR VALUES FROM ('2026-09-01') TO ('2026-10-01');
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_09 FOR VALUES FROM ('2026-09-01') TO ('2026-10-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
INSERT INTO pengshui.aftersale VALUES (50331649, 'douyin', 'SH1', 5, '6924715763932026380', '6924715763932026380', NULL, 33554434, 50331649, 3, 'back', 5.00, '2026-09-29 02:00:00+00');
INSERT INTO pengshui.aftersale_snapshot VALUES (50331649, 50331649, 3, 2, 'new', false, '2026-10-27 11:20:00+00', true, 4, '2dda67e2-08be-824f-7101-aeef2f211782', '6924715763932026380', '6924715763932026380', NULL, 5.00, 0.00, 0.00, '2026-09-29 02:00:00+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.barcode VALUES ('6970100000017', 1);
INSERT INTO pengshui.barcode VALUES ('6970100000024', 2);
INSERT INTO pengshui.barcode VALUES ('6970100000031', 3);
INSERT INTO pengshui.barcode VALUES ('6970100000048', 4);
INSERT INTO pengshui.barcode VALUES ('6970100000055', 6);
INSERT INTO pengshui.barcode VALUES ('6970100000062', 7);
INSERT INTO pengshui.barcode VALUES ('6970100000079', 9);
INSERT INTO pengshui.barcode VALUES ('6970100000086', 12);
INSERT INTO pengshui.barcode VALUES ('6970100000093', 14);
INSERT INTO pengshui.barcode VALUES ('6970100000109', 22);
INSERT INTO pengshui.book_month VALUES ('2026-11-01', 'open');
INSERT INTO pengshui.book_month VALUES ('2026-12-01', 'open');
INSERT INTO pengshui.book_month VALUES ('2026-10-01', 'open');
INSERT INTO pengshui.book_month VALUES ('2026-09-01', 'open');
INSERT INTO pengshui.buyer OVERRIDING SYSTEM VALUE VALUES (1, 'LCSYY', '聊城市人民医院食堂', 'canteen', '山东', true);
INSERT INTO pengshui.buyer OVERRIDING SYSTEM VALUE VALUES (2, 'LCYZ', '聊城第一中学食堂', 'canteen', '山东', true);
INSERT INTO pengshui.buyer OVERRIDING SYSTEM VALUE VALUES (3, 'LCZGH', '聊城市总工会', 'union', '山东', true);
INSERT INTO pengshui.buyer OVERRIDING SYSTEM VALUE VALUES (4, 'ZBSC', '振华超市聊城店', 'supermarket', '山东', true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (1, 'counter', '专店柜台', 'counter', NULL, 1, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (2, 'canteen', '食堂', 'canteen', NULL, 1, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (3, 'supermarket', '商超', 'supermarket', 'supermarket', 1, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (4, 'fair', '展销活动', 'fair', 'fair', 1, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (5, 'douyin', '抖音直播', 'livestream', 'douyin', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (6, 'kuaishou', '快手直播', 'livestream', 'kuaishou', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (7, 'weixin', '微信视频号', 'livestream', 'weixin', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (8, 'taobao', '淘宝天猫', 'marketplace', 'taobao', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (9, 'pinduoduo', '拼多多', 'marketplace', 'pinduoduo', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (10, 'fupin832', '832平台', 'marketplace', 'fupin832', NULL, true);
INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES (11, 'tourism', '帮扶旅游', 'tourism', NULL, NULL, true);
INSERT INTO pengshui.claim VALUES (16777218, 'fair/fair/fair-sales', '2026-09-30 彭水合作社', '白茶/50g', 4, 16777218, 16777218, false, 'none');
INSERT INTO pengshui.claim VALUES (16777217, 'fair/fair/fair-sales', '2026-09-30 彭水合作社 签约', '白茶/50g', 4, 16777217, 16777217, false, 'none');
INSERT INTO pengshui.claim VALUES (16777219, 'fair/fair/fair-sales', '2026-09-30 彭水合作社 签约', '红薯/散装', 4, 16777219, 16777219, false, 'none');
INSERT INTO pengshui.claim VALUES (33554440, 'douyin', '6924715055728105520', '6924715055728105520', 5, 33554440, 33554440, false, 'none');
INSERT INTO pengshui.claim VALUES (33554435, 'douyin', '6924715145898039570', '6924715145898039570', 5, 33554435, 33554435, false, 'none');
INSERT INTO pengshui.claim VALUES (33554443, 'douyin', '6924715201626145090', '6924715201626145090', 5, 33554443, 33554443, false, 'none');
INSERT INTO pengshui.claim VALUES (33554438, 'douyin', '6924715291796079140', '6924715291796079140', 5, 33554438, 33554438, false, 'none');
INSERT INTO pengshui.claim VALUES (33554433, 'douyin', '6924715381966013190', '6924715381966013190', 5, 33554433, 33554433, false, 'none');
INSERT INTO pengshui.claim VALUES (33554441, 'douyin', '6924715437694118710', '6924715437694118710', 5, 33554441, 33554441, false, 'none');
INSERT INTO pengshui.claim VALUES (33554436, 'douyin', '6924715527864052760', '6924715527864052760', 5, 33554436, 33554436, false, 'none');
INSERT INTO pengshui.claim VALUES (33554444, 'douyin', '6924715583592158280', '6924715583592158280', 5, 33554444, 33554444, false, 'none');
INSERT INTO pengshui.claim VALUES (33554439, 'douyin', '6924715673762092330', '6924715673762092330', 5, 33554439, 33554439, false, 'none');
INSERT INTO pengshui.claim VALUES (33554434, 'douyin', '6924715763932026380', '6924715763932026380', 5, 33554434, 33554434, false, 'none');
INSERT INTO pengshui.claim VALUES (33554442, 'douyin', '6924715819660131900', '6924715819660131900', 5, 33554442, 33554442, false, 'none');
INSERT INTO pengshui.claim VALUES (33554437, 'douyin', '6924715909830065950', '6924715909830065950', 5, 33554437, 33554437, false, 'none');
INSERT INTO pengshui.claim_snapshot VALUES (16777218, 16777218, 1, 3, 'new', false, '2026-09-29 16:00:00+00', false, 0, true, '1c00a0df-fb20-9817-9a1e-3a1659c64b76', 1, 3.000, 300.00, 0.00, '2026-09-29 16:00:00+00', 'none', '', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777217, 16777217, 1, 3, 'new', false, '2026-09-29 16:00:00+00', false, 0, true, '89356a63-ed40-02c2-9ec0-5f62fc321e09', 1, 0.000, 30000.00, 0.00, '2026-09-29 16:00:00+00', 'none', '', '', NULL, NULL, NULL, true);
INSERT INTO pengshui.claim_snapshot VALUES (16777219, 16777219, 1, 4, 'new', false, '2026-09-29 16:00:00+00', false, 0, true, '2836f970-89a1-8c17-761e-9718f7523177', 2, 1000.000, 6000.00, 0.00, '2026-09-29 16:00:00+00', 'none', '', '', NULL, NULL, NULL, true);
INSERT INTO pengshui.claim_snapshot VALUES (33554433, 33554433, 2, 2, 'new', false, '2026-10-26 07:33:20+00', true, 5, true, '33ace736-1329-6072-d633-32f2731d4fc5', 4, 1.000, 14.60, 0.00, NULL, 'none', '已关闭', '', 14.02, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554434, 33554434, 2, 3, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'c8bde514-b2ee-96f4-0ea2-a50a91ce1148', 9, 1.000, 14.45, 11.00, '2026-10-14 18:54:56+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554435, 33554435, 2, 4, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '3f5cfa5c-227a-aefa-a276-36d94cc8c1fb', 8, 1.000, 880.00, 0.00, '2026-10-18 05:05:06+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554436, 33554436, 2, 5, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '56e431bd-95a8-4157-37f7-5a3d8ed776e7', 5, 1.000, 19.90, 12.00, '2026-10-14 16:27:42+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554437, 33554437, 2, 6, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'd874c378-ed8a-2fa0-57a3-6d86da5ad19d', 11, 1.000, 138.00, 0.00, '2026-10-02 12:48:45+00', 'none', '已完成', '', 133.86, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554438, 33554438, 2, 7, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '04be7663-d052-8d9e-8b13-3b380a5db03b', 10, 1.000, 86.00, 0.00, '2026-10-26 02:03:33+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554439, 33554439, 2, 8, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '6a16bef0-f5cc-953d-53c0-5b3af8709524', 6, 1.000, 15.80, 0.00, '2026-10-22 16:32:19+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554440, 33554440, 2, 9, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '3a2257b8-5a75-afc0-0223-037f4ed7d36a', 11, 2.000, 276.00, 0.00, '2026-10-16 21:46:29+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554441, 33554441, 2, 10, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'bf5b6e16-a708-34c6-6f8e-d101f7ae9288', 5, 1.000, 19.90, 0.00, '2026-10-13 17:46:32+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554442, 33554442, 2, 11, 'new', false, '2026-10-26 07:33:20+00', true, 5, true, 'b94037fb-00d9-4606-b3fd-9ffbdae32bbb', 10, 1.000, 86.00, 0.00, NULL, 'none', '已关闭', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554443, 33554443, 2, 12, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'ac54f0bb-624f-100d-29d2-292483e9d82c', 12, 2.000, 64.00, 0.00, '2026-10-31 03:30:29+00', 'none', '已完成', '', 61.44, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (33554444, 33554444, 2, 13, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'bfb574bb-7652-4166-bd16-70d094338195', 7, 1.000, 49.88, 0.00, '2026-10-04 22:34:55+00', 'none', '已完成', '', 41.18, NULL, NULL, false);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-05', 1, 452.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-06', 1, 0.00, 128.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-07', 2, 340.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-09', 4, 0.00, 12800.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-08', 4, 129360.00, 0.00, 3);
INSERT INTO pengshui.daily_document VALUES ('2026-09-01', '2026-09-30', 4, 36300.00, 0.00, 4);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-02', 5, 138.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-05', 5, 49.88, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-14', 5, 19.90, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-15', 5, 34.35, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-17', 5, 276.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-18', 5, 880.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-23', 5, 15.80, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-26', 5, 86.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-31', 5, 64.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-09-01', '2026-09-29', 5, 0.00, 5.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-01', 1, 0.00, 6.80, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 1, 1, 1, 'counted', 384.00, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 1, 5, 2, 'counted', 68.00, 0.00, 10.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-06', 1, 1, 1, 'counted', 0.00, 128.00, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-07', 2, 5, 2, 'counted', 340.00, 0.00, 50.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-08', 4, 1, 1, 'excluded', 128000.00, 0.00, 1000.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-08', 4, 5, 2, 'excluded', 1360.00, 0.00, 200.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-09', 4, 1, 1, 'excluded', 0.00, 12800.00, -100.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-08', 4, 3, 1, 'excluded', 0.00, 0.00, 0.000, 2);
INSERT INTO pengshui.daily_sales VALUES ('2026-09-01', '2026-09-30', 4, 0, 0, 'excluded', 6000.00, 0.00, 0.000, 3);
INSERT INTO pengshui.daily_sales VALUES ('2026-09-01', '2026-09-30', 4, 0, 0, 'pending', 0.00, 0.00, 0.000, 2);
INSERT INTO pengshui.daily_sales VALUES ('2026-09-01', '2026-09-30', 4, 1, 1, 'counted', 300.00, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-09-01', '2026-09-30', 4, 1, 1, 'excluded', 30000.00, 0.00, 0.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-02', 5, 14, 3, 'counted', 138.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 5, 19, 5, 'counted', 49.88, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-14', 5, 12, 6, 'counted', 19.90, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-15', 5, 9, 6, 'counted', 14.45, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-15', 5, 12, 6, 'counted', 19.90, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-17', 5, 14, 3, 'counted', 276.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-18', 5, 21, 5, 'counted', 880.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-23', 5, 8, 2, 'counted', 15.80, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-26', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 15, 3, 'counted', 64.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-09-01', '2026-09-29', 5, 9, 6, 'counted', 0.00, 5.00, 0.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-01', 1, 5, 2, 'counted', 0.00, 6.80, -1.000, 1);
INSERT INTO pengshui.document_2026_09 VALUES (8, '2026-09-01', '2026-09-30', '2026-09-29 16:00:00+00', 'sale', 'sale', 4, NULL, NULL, 10, 1, NULL, '2026-09-30 彭水合作社 签约', true, 36000.00, 0.00, 36000.00);
INSERT INTO pengshui.document_2026_09 VALUES (9, '2026-09-01', '2026-09-30', '2026-09-29 16:00:00+00', 'sale', 'sale', 4, 1, NULL, 10, 1, NULL, '2026-09-30 彭水合作社', false, 300.00, 0.00, 300.00);
INSERT INTO pengshui.document_2026_09 VALUES (10, '2026-09-01', '2026-09-30', '2026-09-29 16:00:00+00', 'correction', 'sale', 4, 1, NULL, 11, 1, 9, '2026-09-30 彭水合作社', false, 0.00, 0.00, 0.00);
INSERT INTO pengshui.document_2026_09 VALUES (11, '2026-09-01', '2026-09-30', '2026-09-29 16:00:00+00', 'correction', 'sale', 4, NULL, NULL, 11, 1, 8, '2026-09-30 彭水合作社 签约', true, 0.00, 0.00, 0.00);
INSERT INTO pengshui.document_2026_09 VALUES (22, '2026-09-01', '2026-09-29', '2026-09-28 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 13, 3, 12, '6924715763932026380', false, -5.00, 0.00, -5.00);
INSERT INTO pengshui.document_2026_10 VALUES (1, '2026-10-01', '2026-10-05', '2026-10-05 02:15:00+00', 'sale', 'sale', 1, 1, NULL, 3, NULL, NULL, NULL, false, 452.00, 0.00, 0.00);
INSERT INTO pengshui.document_2026_10 VALUES (2, '2026-10-01', '2026-10-06', '2026-10-06 01:00:00+00', 'refund', 'refund', 1, 1, NULL, 4, NULL, 1, NULL, false, -128.00, 0.00, 0.00);
INSERT INTO pengshui.document_2026_10 VALUES (3, '2026-10-01', '2026-10-07', '2026-10-07 01:00:00+00', 'sale', 'sale', 2, 1, 2, 5, NULL, NULL, NULL, false, 340.00, 0.00, 340.00);
INSERT INTO pengshui.document_2026_10 VALUES (4, '2026-10-01', '2026-10-08', '2026-10-08 01:00:00+00', 'sale', 'sale', 4, NULL, 3, 6, NULL, NULL, NULL, true, 129360.00, 0.00, 129360.00);
INSERT INTO pengshui.document_2026_10 VALUES (5, '2026-10-01', '2026-10-09', '2026-10-09 01:00:00+00', 'refund', 'refund', 4, NULL, 3, 7, NULL, 4, NULL, true, -12800.00, 0.00, -12800.00);
INSERT INTO pengshui.document_2026_10 VALUES (6, '2026-10-01', '2026-10-08', '2026-10-08 02:00:00+00', 'sale', 'sale', 4, NULL, 4, 8, NULL, NULL, NULL, true, 368000.00, 0.00, 368000.00);
INSERT INTO pengshui.document_2026_10 VALUES (7, '2026-10-01', '2026-10-08', '2026-11-28 15:39:42.909528+00', 'correction', 'sale', 4, NULL, 4, 9, NULL, 6, NULL, true, -368000.00, 0.00, -368000.00);
INSERT INTO pengshui.document_2026_10 VALUES (12, '2026-10-01', '2026-10-15', '2026-10-14 18:54:56+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715763932026380', false, 14.45, 11.00, 25.45);
INSERT INTO pengshui.document_2026_10 VALUES (13, '2026-10-01', '2026-10-18', '2026-10-18 05:05:06+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715145898039570', false, 880.00, 0.00, 880.00);
INSERT INTO pengshui.document_2026_10 VALUES (14, '2026-10-01', '2026-10-15', '2026-10-14 16:27:42+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715527864052760', false, 19.90, 12.00, 31.90);
INSERT INTO pengshui.document_2026_10 VALUES (15, '2026-10-01', '2026-10-02', '2026-10-02 12:48:45+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715909830065950', false, 138.00, 0.00, 138.00);
INSERT INTO pengshui.document_2026_10 VALUES (16, '2026-10-01', '2026-10-26', '2026-10-26 02:03:33+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715291796079140', false, 86.00, 0.00, 86.00);
INSERT INTO pengshui.document_2026_10 VALUES (17, '2026-10-01', '2026-10-23', '2026-10-22 16:32:19+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715673762092330', false, 15.80, 0.00, 15.80);
INSERT INTO pengshui.document_2026_10 VALUES (18, '2026-10-01', '2026-10-17', '2026-10-16 21:46:29+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715055728105520', false, 276.00, 0.00, 276.00);
INSERT INTO pengshui.document_2026_10 VALUES (19, '2026-10-01', '2026-10-14', '2026-10-13 17:46:32+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715437694118710', false, 19.90, 0.00, 19.90);
INSERT INTO pengshui.document_2026_10 VALUES (20, '2026-10-01', '2026-10-31', '2026-10-31 03:30:29+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715201626145090', false, 64.00, 0.00, 64.00);
INSERT INTO pengshui.document_2026_10 VALUES (21, '2026-10-01', '2026-10-05', '2026-10-04 22:34:55+00', 'sale', 'sale', 5, NULL, NULL, 12, 2, NULL, '6924715583592158280', false, 49.88, 0.00, 49.88);
INSERT INTO pengshui.document_2026_10 VALUES (23, '2026-10-01', '2026-10-01', '2026-10-01 01:00:00+00', 'refund', 'refund', 1, 1, NULL, 14, NULL, 1, NULL, false, -6.80, 0.00, 0.00);
INSERT INTO pengshui.import_chunk VALUES (1, 1, 1, 4, '\x1f8b0800000000000403458d5d0ec1501484dfbb0ae913c909471bc28a6cc36fea419428422af15f2fa5a211aab59a7beebddd854b827999c937c98c814699ee6195bb5da3c2a73b695d4c549ea1f33875ea2c9e67c4ec218f815c1de02d8deca6ea58dc60b77981065d96b862fb041679346a80f4da7c19031f07a96583e807e4466a879c63ba5e64a9d3ca81f09f22daa7d6f04b344a7c1e84ff2d314b64ef0a25ac810926621e117413013f51d740446b3939a9978ddc74a0a838805efef52fc8fbaeaad5000000');
INSERT INTO pengshui.import_chunk VALUES (2, 1, 1, 13, '\x1f8b0800000000000403cd584972e3c8155dd3a7e0012046666286570eb71dae453b3aa237f6097c0db1ab345013a9d240c9124b434935745b2c49a591944a113e0b3301acba8fe0979900017090a8722d5aa10081442287ffdf7fffe5efdd74a3f6215fde08ef3679fddae0278dc2733c5d8b2e4ef8c62c5fab1afa277aff4aecdf250f62e3349eab270f2fbe5337ed2b0c16eea7fd3178af7b6de8617967bdd7dd8ae756e3c396113d34a28b5ba377b7255eee8be96ed2cc6f3ff3faa96e4d064c1ea22f5f7a9d4ee18d58bf95a38bf54f18377913760ef9d28c58b814b5b7c91bb179cbefea86a82d86dd1339a96184bb58e1cd4f065feae0496c7de28d77bd8736068c1ee6f8ee296f4da35d2f5bd41bbdce91685ec5cd0b43349bfc66373edc8d6ae76907de5e12f38db4835a4ca1e94f3ffc206ef6e3ea9a212eabb098681d8b4e23193d5cb812d3552cee21fad4e1f5d5e8e27d3252e28bb32e7fb368c4e7d5b07e1235eeb1b8f8e012d6d6f6e8df88adcbf0fd29c699e6676fe2e607de694a97acb77963259983d737c5d53c5fd9e33bfb467cf82aecbc2b4cd8ebaef1ce1abed237bcb1ac4654c6e1ed1a7f78093818fcf681af2e143614ea35eaddf5eed7a2b7d890deaadeb79ea677d3c54b23ff20b656c2ee6cd294ec3bde5e86573166ea6b0509de7e136fcfc04c627146bf4811037cb6afc6bed6661afb1a6688da07f17415fd520fea0d6b2076d7a2b99fb197e8fe3f4674ff4eba424782e32b942b87fdf8f7ecfec5f77f7981279aec29796489bd0b13f16e276ab7f32ef8f56e3ebabcfef5ae668c7c274e0ee5bbb0f6112bd293eafbfea48547f68792e333cba5b6e951df710835a94f8cd18d889b68f393b89e0ecf6b4629ee6e45ed23831a25d325c91f7588ed3a16758dd2777f25d4a056c521f24a98412a84e0627b464947309fbf99d2cf5346692a7daf3ae152e25fdabd87031db8faa581c6b3b3decdae0ccd52545de07b2b32424b68125b4bbcb3ab6315818ac82c31c29c294aa6985fa64e60b2803a729eec8549cbcc0c6c1ffff245a9d75d10cd637e74215a0798eafa0302912fbfe4d72df974ce673ec7cd13d5536cb7e3e97febe833f0a549a8c56c9bba76ba2e51bf10372d7e7b1ebffc104d57f9ddbeec87ffe86a062012bb3f273b9b42fb94a417f91e400a5f5de9b8304ae1de49f47e363e5cc5f43357bdee267e3bcd78ada387ca0c9adcc16a5386dcbc1e73e0daf7b4eb98be298d637a99a78b8dd1e2c6781ffb16f35dd76346e947e563a78271985db16c8352e964563161076c47740f7c7f2afc6591cfd5a7d2d66cb1eaae14af5d45074b7cf91157c7add7fc7c47b91a17bedc1ce9676a97090b6c1ad8585adecf1400f002b89a61bf292a92de56600315626133defb3ccae78ab7735fb96a8ee4ab211410c67ccff22d8c747f224e2ff8ca43bcf110ee5c88d72732356808a48e499c8ec4848c3391d3fb8b77cac40928092c2b1737cac2caa893c0805ab6e77bc4f46d378341b1315a6c86ddb762e9a770bd3b26e03d4aa9474dd8f0fb7f10d3f03c357ff293b95aa241fd674deaaea4a380b75b4f8638e2694642c05010cf8531f5ca147e77025ba16ee08d19103b208ffa581174e66346ca34fb6ac8c79430d7650c3406f3f077b7f82fffb6dfbe0e8f8ff9f5316f2d8cf6f240682b4820c4d5af58f9102d37f2d1dd77b4576600b41d986eced199112771b4cd5ccfb1087ec0c529b3171bf3cc5e6662f3287a3b83fd29251788fd393e372b5b46723d0c01ae6706f52bc81c269557ca34d94b1e1fe7f96f1af724606ea0592773a404064204eec732fa16054ba8de16586280f14febe057388a2f4baa05e38f88fefeb78339406d35ddac0ef19101aeb501f80e53cc7c169f3f8cf4bb5da67e609a81f5f57ef789ef998438b66f677e2f36f2a38f71a75b6636f9d7e8f866c4754dcbb3103ffffcb374b2e949cf52d3ac788e46a455a192efb402434ad7cf9306fbec4cf47a9bd78fa4843aef4a5e2ff1d53bfe7a495c7e0c6bb78af3a3cb9df07e6324e7135666243091de01c302e7d332b503db2a70beee6d79c044c6f9e1f917798aa9ae873b7b987cd8ebc49273a45f0df101611e71a90b09d1bb3d10ad557e7c0f89f5dbdef27ebcf5d0fbd21a4d078f90fe384c10b3cc20623c29571403284b3f8f0b988f953ac4f5a99561a2d818775fc124c3d1ffc75ee73d4e1681ce6c452e486102b30226d4f01c89127dcd1638960a462481ff13170c0912bace52cc9fc74541f3a59c80de200a6222e0525c84d55fa035c3da3c20f1142d30c533e9e703009994167426c06c434aafbf4a57aed204a4e957e702c7355d87119f9966e6ff62a3ce05d1abd9b036378c82a2dfa9e3034a9e0bbdffb71f8965505b6a417d9dc4ef4a7689dd794483de1292774ee28bcb1529f6a4c4e72bb3bd9bc5911cc04cc5e890003afff7a91ebe0689da606c9043df8aaab73c0d206227d67d4c658df4ab01174bf56f5b9400f8251cc2a5ee5faef7ee77ff7b8d5328b8e59b3100b394ecb3022b6180ccc6ea6e1235406cdb651ec58f54c3c9e1afd858c80a83226080069044b3e35f4a0303d902c2a32f07d43a9f4104e2725b9ceda9039f689df0eb370a0dbdfb6df9a42a3303a73d0a856e0716081babc8473e641dc129c0519490a221e9ed04ac8f06f1a61a4fefe9c81f3a020e0a025f4d967c3e0c0be2318b51a0ef19c781a250cca905d1d80d2f0e3156ff0c98db0554220e3fe4ebd5820562f02d88799766b828367e3b95a8b56286def180788221262e0250840e55820a419a8705100056c5e1d002f7f70daa7a5bb26a9092441e164f25048aec430140fdf9002cc62784b19e7ff29480e57ab2c20152cf8c9add4dc20bb9f24fe6ff62e3386550cc092909fc6eb48089f31c0e87d002c3f9e11bd67f6ccff53db0c82319e0d1dacf584538cefb432533e5f0497ccd08759883a44572b5be62a3ac9ca230b37086e8908783c134608c247ee800e83fd330d5f9cfa195b43ec12ab2cca24f47badc0a3241111e5521bcc890aaeebe5de94f2a008aba5f60c231f9a81f2903756f136cd04f06cf91818531bff674f868cd2fa5a7fc4c03b653f69c0403b667da3ea3b687e34b5f07141b75f9277eb7cd771686113020048ab581a42c848321ca42d4b0d5a9d1a215e442b5608aa22110949d1a9d8a0f80140a865e85a24b012db4e2e60b5e1a2d5ac40da8c867eb060285079ca0488845e7a142411f5e007e4572ed2788a437ea80e094812ac253a28140a16026fded204ea02529f31d38025b7f4e7da9481f39d9308e3e52301175f8b1913c926385728532be32f76360fa1fda97a51a1f1c0000');
INSERT INTO pengshui.import_chunk VALUES (3, 1, 1, 2, '\x1f8b08000000000004036d8f416e82401486f79cc2033c9a01149d9ec0bd178250952a558c18ddd81a174d17066d4a200dc45e86370c2bae5070c6b031f316f37d6f66fe371884e82ff06d83cb047878943bdc4c706d4b282d4b70395d95c77d95b93876aaec15ea06fff379f4fba0c182739eeef26cc79c437b036f71c5778aef7390308b9965df21f8e1e7846de3721b41131ac675083b5da52a822fe626e85e78f4793f257e107a45ba164a190d3530a9deed6bbdbe69504327ba690cc843d77b22049a95a7631105e87bec6529a0ca3c3980ebe3ec039aa75442557dd021f49990ba406d2ded688dba59e51f71f3ae635c010000');
INSERT INTO pengshui.import_file VALUES (1, 'f.csv', '', '1f191a0eae529f76d88e36ff23d9a98385fdcaa39918c892b10cee797fb45cb0', '1f191a0eae529f76d88e36ff23d9a98385fdcaa39918c892b10cee797fb45cb0', 'UTF-8', 'fair-sales', 4, 'fair/fair/fair-sales', NULL, 'live', '2026-11-28 15:39:43.138373+00', 10, 2, 2, 0, 0, 0, '4a9cf751d367a7d718d1e53b0c071ff0609908d8a371926b6db99386f2a8acd1');
INSERT INTO pengshui.import_file VALUES (2, '1793000000_o.csv', '', 'df29e52a26bf4fc23ed419d10d246b9c0c24e84138c391351ad80f37bad7433c', '7be016772b4c03c0177ac20cfc0b99f56e8064c56dbe02b2e23ec5d34f81746b', 'UTF-8', 'douyin-orders', 5, 'douyin', '2026-10-26 07:33:20+00', 'live', '2026-11-28 15:40:15.390765+00', 12, 12, 12, 0, 0, 0, 'b323febbe1cc5fb5e9793ae7c235f39e8bbfc86b4f45b7ada4d08c1025044d95');
INSERT INTO pengshui.import_file VALUES (3, '1793100000_s.csv', '', '5802f7d5bb1562566666da4d737bce3aee63453444ef190578771279108f036f', 'b0301f541403dec546f48f619e69c9a70e07849a0129ab291b37bba7fd29019d', 'UTF-8', 'douyin-aftersales', 5, 'douyin', '2026-10-27 11:20:00+00', 'live', '2026-11-28 15:40:16.374379+00', 13, 1, 1, 0, 0, 0, 'd06f0a7c9cbda1f975e14d92787f24119a9eff9226dc301348a80098fc0b2d89');
INSERT INTO pengshui.line_2026_09 VALUES (8, 1, '2026-09-01', '2026-09-30', 'sale', 4, NULL, NULL, 0.000, 30000.00, 0.00, 0.00, 'excluded', 'signed_agreement', 16777217, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (8, 2, '2026-09-01', '2026-09-30', 'sale', 4, NULL, NULL, 0.000, 6000.00, 0.00, 0.00, 'excluded', 'signed_agreement', 16777219, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (9, 1, '2026-09-01', '2026-09-30', 'sale', 4, NULL, NULL, 0.000, 300.00, 0.00, 0.00, 'pending', 'listing_unknown', 16777218, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (10, 1, '2026-09-01', '2026-09-30', 'sale', 4, NULL, NULL, 0.000, -300.00, 0.00, 0.00, 'pending', 'listing_unknown', 16777218, 9, 1, true, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (10, 2, '2026-09-01', '2026-09-30', 'sale', 4, 1, 1, 3.000, 300.00, 0.00, 0.00, 'counted', 'eligible', 16777218, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (11, 1, '2026-09-01', '2026-09-30', 'sale', 4, NULL, NULL, 0.000, -30000.00, 0.00, 0.00, 'excluded', 'signed_agreement', 16777217, 8, 1, true, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (11, 2, '2026-09-01', '2026-09-30', 'sale', 4, 1, 1, 0.000, 30000.00, 0.00, 0.00, 'excluded', 'signed_agreement', 16777217, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_09 VALUES (22, 1, '2026-09-01', '2026-09-29', 'refund', 5, 9, 6, 0.000, -5.00, 0.00, 0.00, 'counted', 'eligible', 33554434, 12, 1, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (1, 1, '2026-10-01', '2026-10-05', 'sale', 1, 1, 1, 3.000, 384.00, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (1, 2, '2026-10-01', '2026-10-05', 'sale', 1, 5, 2, 10.000, 68.00, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (2, 1, '2026-10-01', '2026-10-06', 'refund', 1, 1, 1, -1.000, -128.00, 0.00, 0.00, 'counted', 'eligible', NULL, 1, 1, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (3, 1, '2026-10-01', '2026-10-07', 'sale', 2, 5, 2, 50.000, 340.00, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (4, 1, '2026-10-01', '2026-10-08', 'sale', 4, 1, 1, 1000.000, 128000.00, 0.00, 0.00, 'excluded', 'signed_agreement', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (4, 2, '2026-10-01', '2026-10-08', 'sale', 4, 5, 2, 200.000, 1360.00, 0.00, 0.00, 'excluded', 'signed_agreement', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (5, 1, '2026-10-01', '2026-10-09', 'refund', 4, 1, 1, -100.000, -12800.00, 0.00, 0.00, 'excluded', 'signed_agreement', NULL, 4, 1, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (6, 1, '2026-10-01', '2026-10-08', 'sale', 4, 3, 1, 1000.000, 368000.00, 0.00, 0.00, 'excluded', 'signed_agreement', NULL, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (7, 1, '2026-10-01', '2026-10-08', 'sale', 4, 3, 1, -1000.000, -368000.00, 0.00, 0.00, 'excluded', 'signed_agreement', NULL, 6, 1, true, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (12, 1, '2026-10-01', '2026-10-15', 'sale', 5, 9, 6, 1.000, 14.45, 0.00, 11.00, 'counted', 'eligible', 33554434, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (13, 1, '2026-10-01', '2026-10-18', 'sale', 5, 21, 5, 1.000, 880.00, 0.00, 0.00, 'counted', 'eligible', 33554435, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (14, 1, '2026-10-01', '2026-10-15', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 12.00, 'counted', 'eligible', 33554436, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (15, 1, '2026-10-01', '2026-10-02', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 0.00, 'counted', 'eligible', 33554437, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (16, 1, '2026-10-01', '2026-10-26', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 33554438, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (17, 1, '2026-10-01', '2026-10-23', 'sale', 5, 8, 2, 1.000, 15.80, 0.00, 0.00, 'counted', 'eligible', 33554439, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (18, 1, '2026-10-01', '2026-10-17', 'sale', 5, 14, 3, 2.000, 276.00, 0.00, 0.00, 'counted', 'eligible', 33554440, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (19, 1, '2026-10-01', '2026-10-14', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 0.00, 'counted', 'eligible', 33554441, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (20, 1, '2026-10-01', '2026-10-31', 'sale', 5, 15, 3, 2.000, 64.00, 0.00, 0.00, 'counted', 'eligible', 33554443, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (21, 1, '2026-10-01', '2026-10-05', 'sale', 5, 19, 5, 1.000, 49.88, 0.00, 0.00, 'counted', 'eligible', 33554444, NULL, NULL, false, false, 1, NULL, NULL);
INSERT INTO pengshui.line_2026_10 VALUES (23, 1, '2026-10-01', '2026-10-01', 'refund', 1, 5, 2, -1.000, -6.80, 0.00, 0.00, 'counted', 'eligible', NULL, 1, 2, false, false, 1, NULL, NULL);
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (2, 4, '红薯/散装', '红薯', '散装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (1, 4, '白茶/50g', '白茶', '50g', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (4, 5, 'DF01', '红薯淀粉', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (5, 5, 'DF02', '红薯淀粉 2斤装', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (6, 5, 'HS04', '红薯脆片', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (7, 5, 'MX01', '苗绣香囊', '规格:标准装;产地:彭水', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (8, 5, 'MX03', '苗绣挂画', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (9, 5, 'SF01', '苕粉', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (10, 5, 'YC01', '黄精', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (11, 5, 'YC02', '天麻 250g', '规格:标准装;产地:彭水', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (12, 5, 'YC03', '金银花 100g', '规格:标准装', '');
INSERT INTO pengshui.listing_part VALUES (1, 1, 1, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (6, 1, 8, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (9, 1, 9, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (4, 1, 11, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (5, 1, 12, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (10, 1, 13, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (11, 1, 14, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (12, 1, 15, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (7, 1, 19, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (8, 1, 21, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.location OVERRIDING SYSTEM VALUE VALUES (1, 'shop', '消费帮扶专店', 'shop', true, true);
INSERT INTO pengshui.posting VALUES (1, 'stock receive', 'uid 0', 'bangfu', '2026-11-28 15:39:41.812211+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (2, 'stock receive', 'uid 0', 'bangfu', '2026-11-28 15:39:41.964224+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (3, 'order enter', 'uid 0', 'bangfu', '2026-11-28 15:39:42.102352+00', 'c861e790-3a93-4cac-ad16-ea5fa63ada8f', '\x85d8f26672a66c0274aa38261523d8c9b2be6db78ae73fb673ebe14080a19736', 1, '2026-10-01', 148.00, NULL);
INSERT INTO pengshui.posting VALUES (4, 'order refund', 'uid 0', 'bangfu', '2026-11-28 15:39:42.274504+00', NULL, '\xdb6218351b66ca18628c3e7d454f4bb3f8f43853ca7def16551644e93e401250', 2, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.posting VALUES (5, 'order enter', 'uid 0', 'bangfu', '2026-11-28 15:39:42.391856+00', 'd79853a4-9c09-4752-a753-c2b40c4c77f8', '\x8e5c0059c44a7f2247218c9f1706fbb513a7d6c4b4b7763fe13ed4c478e883f8', 3, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.posting VALUES (6, 'order enter', 'uid 0', 'bangfu', '2026-11-28 15:39:42.506276+00', 'ba9cfb56-84ea-4e93-81a0-ec772a79b868', '\x0f593b05acdf9bfc31325067716db63f0e28da29073a3fb5c29afdfdf7410651', 4, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.posting VALUES (7, 'order refund', 'uid 0', 'bangfu', '2026-11-28 15:39:42.636055+00', NULL, '\x3899ad66bbe66a92a3a5881a65319dd47def6706ae20beb4959ef2d4d4aaefc9', 5, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.posting VALUES (8, 'order enter', 'uid 0', 'bangfu', '2026-11-28 15:39:42.790417+00', '6a29d7b8-5ac2-49e6-819c-23b8fa05281c', '\x86c78d72ab0d435f919d9fd2375dd1756babe4207692f6fdd89a7413ee6b6d69', 6, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.posting VALUES (9, 'order void', 'uid 0', 'bangfu', '2026-11-28 15:39:42.909528+00', NULL, NULL, 7, '2026-10-01', 0.00, '没签');
INSERT INTO pengshui.posting VALUES (10, 'import', 'uid 0', 'bangfu', '2026-11-28 15:39:43.138373+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (11, 'channel map', 'uid 0', 'bangfu', '2026-11-28 15:39:43.399785+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (12, 'import', 'uid 0', 'bangfu', '2026-11-28 15:40:15.390765+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (13, 'import', 'uid 0', 'bangfu', '2026-11-28 15:40:16.374379+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (14, 'order refund', 'uid 0', 'bangfu', '2026-11-28 15:40:16.642448+00', NULL, '\x6700c490f0583156f552ef4f015b4f1dda2ddf719f95affbacf15c8ff6fc774c', 23, '2026-10-01', 0.00, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (1, 'BC01', '彭水白茶 特级 50g', '盒', 128.00, '白茶', 1, '彭水', 'psbctj50g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (2, 'BC02', '彭水白茶 一级 100g', '盒', 98.00, '白茶', 1, '彭水', 'psbcyj100g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (3, 'BC03', '彭水白茶 礼盒', '箱', 368.00, '白茶', 1, '彭水', 'psbclh', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (4, 'BC04', '白茶袋泡茶', '袋', 39.90, '白茶', 1, '彭水', 'bcdpc', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (5, 'HS01', '彭水红薯', '公斤', 6.80, '红薯', 2, '彭水', 'pshs', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (6, 'HS02', '蜜薯 精选箱装 5kg', '箱', 49.90, '红薯', 2, '彭水', 'msjxxz5kg', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (7, 'HS03', '红薯干', '袋', 18.50, '红薯', 2, '彭水', 'hsg', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (8, 'HS04', '红薯脆片', '袋', 15.80, '红薯', 2, '彭水', 'hscp', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (9, 'SF01', '苕粉', '袋', 16.80, '苕粉', 6, '彭水', 'sf', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (10, 'SF02', '手工苕粉 5斤装', '袋', 45.00, '苕粉', 6, '彭水', 'sgsf5jz', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (11, 'DF01', '红薯淀粉', '公斤', 14.60, '红薯淀粉', 6, '彭水', 'hsdf', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (12, 'DF02', '红薯淀粉 2斤装', '袋', 19.90, '红薯淀粉', 6, '彭水', 'hsdf2jz', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (13, 'YC01', '黄精', '公斤', 86.00, '中药材', 3, '彭水', 'hj', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (14, 'YC02', '天麻 250g', '盒', 138.00, '中药材', 3, '彭水', 'tm250g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (15, 'YC03', '金银花 100g', '袋', 32.00, '中药材', 3, '彭水', 'jyh100g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (16, 'YC04', '杜仲叶茶', '盒', 45.00, '中药材', 3, '彭水', 'dzyc', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (17, 'JL01', '锦鲤 红白 15cm', '尾', 28.00, '锦鲤', 4, '彭水', 'jlhb15cm', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (18, 'JL02', '锦鲤 大正三色 25cm', '尾', 168.00, '锦鲤', 4, '彭水', 'jldzss25cm', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (19, 'MX01', '苗绣香囊', '件', 58.00, '苗绣', 5, '彭水', 'mxxn', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (20, 'MX02', '苗绣围巾', '件', 268.00, '苗绣', 5, '彭水', 'mxwj', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (21, 'MX03', '苗绣挂画', '件', 880.00, '苗绣', 5, '彭水', 'mxgh', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (22, 'FM01', '土蜂蜜 500g', '瓶', 88.00, '蜂蜜', 7, '彭水', 'tfm500g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (23, 'LR01', '农家腊肉', '公斤', 76.00, '腊味', 7, '彭水', 'njlr', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (24, 'LY01', '鲁渝协作·亲情之旅 门票', '张', 90.00, '旅游', NULL, '彭水', 'lyxzqqzlmp', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (25, 'AJ01', '东阿阿胶糕 200g', '盒', 118.00, '非帮扶', NULL, '聊城', 'daajg200g', true, false, NULL);
INSERT INTO pengshui.programme VALUES (true, 'pengshui', '彭水', '聊城', 'Asia/Shanghai', '00:00:00');
INSERT INTO pengshui.purchase VALUES (1, 1, '2026-11-28');
INSERT INTO pengshui.purchase VALUES (2, 2, '2026-11-28');
INSERT INTO pengshui.schema_migration VALUES (1, '0001_catalogue', '64ab05f2f800467c7623eb79a086a3f0a74e5ca791d6f37feae6ed36d509546a', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (2, '0002_facts', '2f9411de535ed8bfee6f7d793d7e50af95a8c04c8e3369012035f5a0850bb0f6', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (3, '0003_import', 'bf2d67a2e1b2f163af203d4c4dad12a4383e70bbdf23fd553b324dbf0348b678', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (4, '0004_aftersales', '576e61bdbe53a9dd00d3df0eba5bc0f24f818f1d5c58e9f1a7a370c3e0b4e34d', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (5, '0005_lots', '6e90c05eb4d7f67569f4ef67cd594e16231b8547c16055f0bf1bb45cac691651', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (6, '0006_import_pace', '802f0f8d23dd705cfd816f05d0e54c7f7f0c739351c0e97007a95711f9b6b861', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (7, '0007_goods_back', 'c84688f898b369c7664753f311ba3cd864cd111538cc5acc3924f128ea411306', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (8, '0008_units', 'c3b5166576f4a7bd97e5a38b00a3c72bfaf2c3da80feef6e334ba8024190cc90', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (9, '0009_purchases', '1f7e8a08a58856e074744c5d03a9985091b956616813df5446975edd6e0854e7', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (10, '0010_numbers', 'cd0612516d7b8bf97f8143038cddd032295d3d311fab79cab8f60d92534069f8', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_migration VALUES (11, '0011_buy_back_undone', '6ef419c2cfee56c72862dac6822bee24c8829f08f08c844368837631c6e0043f', '2026-11-28 15:39:40.986648+00');
INSERT INTO pengshui.schema_state VALUES (true, 'e1e615bdc3ab764b');
INSERT INTO pengshui.stock_move VALUES (1, 1, 'receive', 1, 1, 20.000, NULL, NULL, NULL, NULL, 60.00, NULL, 1200.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (2, 1, 'receive', 1, 5, 200.000, NULL, NULL, NULL, NULL, 3.00, NULL, 600.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (3, 1, 'issue', 1, 1, -3.000, 1, 1, NULL, NULL, NULL, NULL, -180.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (3, 2, 'issue', 1, 5, -10.000, 1, 2, NULL, NULL, NULL, NULL, -30.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (4, 1, 'return', 1, 1, 1.000, 2, 1, NULL, NULL, NULL, NULL, 60.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (5, 1, 'issue', 1, 5, -50.000, 3, 1, NULL, NULL, NULL, NULL, -150.00, NULL, NULL);
INSERT INTO pengshui.stock_move VALUES (11, 1, 'issue', 1, 1, -3.000, 10, 2, NULL, NULL, NULL, NULL, -180.00, NULL, NULL);
INSERT INTO pengshui.stock_on_hand VALUES (1, 5, 140.000, 420.00, false);
INSERT INTO pengshui.stock_on_hand VALUES (1, 1, 15.000, 900.00, false);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (1, 'TEA', '彭水苗岭白茶有限公司', 'company', 186, '善感乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (2, 'SPUD', '彭水薯业发展有限公司', 'company', 420, '保家镇', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (3, 'HERB', '润溪乡中药材专业合作社', 'cooperative', 95, '润溪乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (4, 'KOI', '乔梓乡锦鲤养殖村集体', 'collective', 38, '乔梓乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (5, 'MIAO', '苗绣非遗工坊', 'company', 61, '绍庆街道', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (6, 'STARCH', '靛水街道粉坊村集体', 'collective', 72, '靛水街道', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (7, 'YANG', '杨家家庭农场', 'household', 1, '三义乡', true);
INSERT INTO pengshui.target OVERRIDING SYSTEM VALUE VALUES (1, '2026-01-01', '2026-12-31', 138000000.00);
INSERT INTO pengshui.tender VALUES (1, 1, 'cash', 452.00);
INSERT INTO pengshui.tender VALUES (2, 1, 'cash', -128.00);
INSERT INTO pengshui.tender VALUES (23, 1, 'cash', -6.80);
INSERT INTO pengshui.unit VALUES ('公斤', 'kg', false);
INSERT INTO pengshui.unit VALUES ('克', 'g', false);
INSERT INTO pengshui.unit VALUES ('斤', 'jin', false);
INSERT INTO pengshui.unit VALUES ('盒', 'box', true);
INSERT INTO pengshui.unit VALUES ('袋', 'bag', true);
INSERT INTO pengshui.unit VALUES ('箱', 'case', true);
INSERT INTO pengshui.unit VALUES ('尾', 'fish', true);
INSERT INTO pengshui.unit VALUES ('件', 'piece', true);
INSERT INTO pengshui.unit VALUES ('瓶', 'bottle', true);
INSERT INTO pengshui.unit VALUES ('罐', 'tin', true);
INSERT INTO pengshui.unit VALUES ('张', 'ticket', true);
SELECT pg_catalog.setval('pengshui.buy_back_contract_contract_id_seq', 1, false);
SELECT pg_catalog.setval('pengshui.buyer_buyer_id_seq', 4, true);
SELECT pg_catalog.setval('pengshui.channel_channel_id_seq', 11, true);
SELECT pg_catalog.setval('pengshui.document_number', 23, true);
SELECT pg_catalog.setval('pengshui.import_number', 3, true);
SELECT pg_catalog.setval('pengshui.listing_listing_id_seq', 12, true);
SELECT pg_catalog.setval('pengshui.location_location_id_seq', 1, true);
SELECT pg_catalog.setval('pengshui.lot_lot_id_seq', 1, false);
SELECT pg_catalog.setval('pengshui.posting_number', 14, true);
SELECT pg_catalog.setval('pengshui.product_product_id_seq', 25, true);
SELECT pg_catalog.setval('pengshui.supplier_supplier_id_seq', 7, true);
SELECT pg_catalog.setval('pengshui.target_target_id_seq', 1, true);
ALTER TABLE ONLY pengshui.aftersale
    ADD CONSTRAINT aftersale_once UNIQUE (number, order_no, platform);
ALTER TABLE ONLY pengshui.aftersale
    ADD CONSTRAINT aftersale_pkey PRIMARY KEY (aftersale_id);
ALTER TABLE ONLY pengshui.aftersale_snapshot
    ADD CONSTRAINT aftersale_snapshot_pkey PRIMARY KEY (snapshot_id);
ALTER TABLE ONLY pengshui.barcode
    ADD CONSTRAINT barcode_pkey PRIMARY KEY (code);
ALTER TABLE ONLY pengshui.book_month
    ADD CONSTRAINT book_month_pkey PRIMARY KEY (month);
ALTER TABLE ONLY pengshui.buy_back_contract
    ADD CONSTRAINT buy_back_contract_apart EXCLUDE USING gist (int8range(supplier_id, supplier_id, '[]'::text) WITH &&, int8range(product_id, product_id, '[]'::text) WITH &&, daterange(from_day, (to_day + 1), '[)'::text) WITH &&);
ALTER TABLE ONLY pengshui.buy_back_contract
    ADD CONSTRAINT buy_back_contract_pkey PRIMARY KEY (contract_id);
ALTER TABLE ONLY pengshui.buy_back
    ADD CONSTRAINT buy_back_pkey PRIMARY KEY (posting_id, line_no);
ALTER TABLE ONLY pengshui.buy_back
    ADD CONSTRAINT buy_back_reversed_once UNIQUE (reverses, line_no);
ALTER TABLE ONLY pengshui.buyer
    ADD CONSTRAINT buyer_code_once UNIQUE (code);
ALTER TABLE ONLY pengshui.buyer
    ADD CONSTRAINT buyer_pkey PRIMARY KEY (buyer_id);
ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_code_once UNIQUE (code);
ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_pkey PRIMARY KEY (channel_id);
ALTER TABLE ONLY pengshui.claim
    ADD CONSTRAINT claim_once UNIQUE (order_no, line_no, platform);
ALTER TABLE ONLY pengshui.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (claim_id);
ALTER TABLE ONLY pengshui.claim_snapshot
    ADD CONSTRAINT claim_snapshot_pkey PRIMARY KEY (snapshot_id);
ALTER TABLE ONLY pengshui.daily_document
    ADD CONSTRAINT daily_document_pkey PRIMARY KEY (book_month, day, channel_id);
ALTER TABLE ONLY pengshui.daily_sales
    ADD CONSTRAINT daily_sales_pkey PRIMARY KEY (book_month, day, channel_id, product_id, supplier_id, verdict);
ALTER TABLE ONLY pengshui.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_09
    ADD CONSTRAINT document_2026_09_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_10
    ADD CONSTRAINT document_2026_10_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_11
    ADD CONSTRAINT document_2026_11_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_12
    ADD CONSTRAINT document_2026_12_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.expired_approval
    ADD CONSTRAINT expired_approval_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.goods_back
    ADD CONSTRAINT goods_back_pkey PRIMARY KEY (posting_id, move_no);
ALTER TABLE ONLY pengshui.import_chunk
    ADD CONSTRAINT import_chunk_pkey PRIMARY KEY (file_id, chunk_no);
ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_once UNIQUE NULLS NOT DISTINCT (sha256, part, profile, reading, snapshot_at);
ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_pkey PRIMARY KEY (file_id);
ALTER TABLE ONLY pengshui.import_reject
    ADD CONSTRAINT import_reject_pkey PRIMARY KEY (file_id, row_no);
ALTER TABLE ONLY pengshui.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (document_id, line_no, book_month);
ALTER TABLE ONLY pengshui.line_2026_09
    ADD CONSTRAINT line_2026_09_pkey PRIMARY KEY (document_id, line_no, book_month);
ALTER TABLE ONLY pengshui.line_2026_10
    ADD CONSTRAINT line_2026_10_pkey PRIMARY KEY (document_id, line_no, book_month);
ALTER TABLE ONLY pengshui.line_2026_11
    ADD CONSTRAINT line_2026_11_pkey PRIMARY KEY (document_id, line_no, book_month);
ALTER TABLE ONLY pengshui.line_2026_12
    ADD CONSTRAINT line_2026_12_pkey PRIMARY KEY (document_id, line_no, book_month);
ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_code_once UNIQUE (channel_id, code);
ALTER TABLE ONLY pengshui.listing_part
    ADD CONSTRAINT listing_part_pkey PRIMARY KEY (listing_id, part_no);
ALTER TABLE ONLY pengshui.listing_part
    ADD CONSTRAINT listing_part_product_once UNIQUE (listing_id, product_id);
ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_pkey PRIMARY KEY (listing_id);
ALTER TABLE ONLY pengshui.location
    ADD CONSTRAINT location_code_once UNIQUE (code);
ALTER TABLE ONLY pengshui.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (location_id);
ALTER TABLE ONLY pengshui.lot
    ADD CONSTRAINT lot_code_once UNIQUE (product_id, code);
ALTER TABLE ONLY pengshui.lot
    ADD CONSTRAINT lot_pkey PRIMARY KEY (lot_id);
ALTER TABLE ONLY pengshui.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.posting
    ADD CONSTRAINT posting_request_once UNIQUE (request_id);
ALTER TABLE ONLY pengshui.product_part
    ADD CONSTRAINT product_part_pkey PRIMARY KEY (product_id, part_id);
ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (product_id);
ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_sku_once UNIQUE (sku);
ALTER TABLE ONLY pengshui.product_unit
    ADD CONSTRAINT product_unit_pkey PRIMARY KEY (product_id, unit);
ALTER TABLE ONLY pengshui.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (singleton);
ALTER TABLE ONLY pengshui.purchase
    ADD CONSTRAINT purchase_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.reservation_end
    ADD CONSTRAINT reservation_end_once UNIQUE (reservation_id);
ALTER TABLE ONLY pengshui.reservation_end
    ADD CONSTRAINT reservation_end_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.reservation_line
    ADD CONSTRAINT reservation_line_pkey PRIMARY KEY (posting_id, line_no);
ALTER TABLE ONLY pengshui.reservation
    ADD CONSTRAINT reservation_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);
ALTER TABLE ONLY pengshui.schema_state
    ADD CONSTRAINT schema_state_pkey PRIMARY KEY (singleton);
ALTER TABLE ONLY pengshui.shortage
    ADD CONSTRAINT shortage_pkey PRIMARY KEY (document_id, line_no);
ALTER TABLE ONLY pengshui.shortage_settled
    ADD CONSTRAINT shortage_settled_pkey PRIMARY KEY (posting_id, document_id, line_no);
ALTER TABLE ONLY pengshui.stock_count_line
    ADD CONSTRAINT stock_count_line_pkey PRIMARY KEY (count_id, line_no);
ALTER TABLE ONLY pengshui.stock_count
    ADD CONSTRAINT stock_count_pkey PRIMARY KEY (count_id);
ALTER TABLE ONLY pengshui.stock_lot
    ADD CONSTRAINT stock_lot_pkey PRIMARY KEY (location_id, product_id, lot_id);
ALTER TABLE ONLY pengshui.stock_minimum
    ADD CONSTRAINT stock_minimum_pkey PRIMARY KEY (location_id, product_id);
ALTER TABLE ONLY pengshui.stock_move
    ADD CONSTRAINT stock_move_pkey PRIMARY KEY (posting_id, move_no);
ALTER TABLE ONLY pengshui.stock_on_hand
    ADD CONSTRAINT stock_on_hand_pkey PRIMARY KEY (location_id, product_id);
ALTER TABLE ONLY pengshui.supplier_adjustment
    ADD CONSTRAINT supplier_adjustment_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_code_once UNIQUE (code);
ALTER TABLE ONLY pengshui.supplier_link
    ADD CONSTRAINT supplier_link_apart EXCLUDE USING gist (int8range(supplier_id, supplier_id, '[]'::text) WITH &&, int8range(household_id, household_id, '[]'::text) WITH &&, daterange(from_day, to_day, '[]'::text) WITH &&);
ALTER TABLE ONLY pengshui.supplier_link
    ADD CONSTRAINT supplier_link_pkey PRIMARY KEY (supplier_id, household_id, from_day);
ALTER TABLE ONLY pengshui.supplier_payment
    ADD CONSTRAINT supplier_payment_pkey PRIMARY KEY (posting_id);
ALTER TABLE ONLY pengshui.supplier_payment_receipt
    ADD CONSTRAINT supplier_payment_receipt_pkey PRIMARY KEY (posting_id, receipt_id);
ALTER TABLE ONLY pengshui.supplier_payment
    ADD CONSTRAINT supplier_payment_reversed_once UNIQUE (reverses);
ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_pkey PRIMARY KEY (supplier_id);
ALTER TABLE ONLY pengshui.supplier_return
    ADD CONSTRAINT supplier_return_pkey PRIMARY KEY (posting_id, line_no);
ALTER TABLE ONLY pengshui.target
    ADD CONSTRAINT target_periods_apart EXCLUDE USING gist (daterange(from_day, to_day, '[]'::text) WITH &&);
ALTER TABLE ONLY pengshui.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (target_id);
ALTER TABLE ONLY pengshui.tender
    ADD CONSTRAINT tender_pkey PRIMARY KEY (document_id, tender_no);
ALTER TABLE ONLY pengshui.transfer_end
    ADD CONSTRAINT transfer_end_pkey PRIMARY KEY (posting_id, transfer_id, line_no);
ALTER TABLE ONLY pengshui.transfer_line
    ADD CONSTRAINT transfer_line_pkey PRIMARY KEY (transfer_id, line_no);
ALTER TABLE ONLY pengshui.transfer
    ADD CONSTRAINT transfer_pkey PRIMARY KEY (transfer_id);
ALTER TABLE ONLY pengshui.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (code);
CREATE INDEX aftersale_claim ON pengshui.aftersale USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX aftersale_order ON pengshui.aftersale USING btree (order_no, platform);
CREATE INDEX aftersale_snapshot_aftersale ON pengshui.aftersale_snapshot USING btree (aftersale_id);
CREATE INDEX buy_back_of_contract ON pengshui.buy_back USING btree (contract_id);
CREATE INDEX buy_back_supplier ON pengshui.buy_back USING btree (supplier_id);
CREATE INDEX claim_estimated ON pengshui.claim USING btree (platform, order_no) WHERE estimated;
CREATE INDEX claim_snapshot_claim ON pengshui.claim_snapshot USING btree (claim_id);
CREATE INDEX goods_back_order ON pengshui.goods_back USING btree (order_no, platform);
CREATE INDEX line_claim ON ONLY pengshui.line USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_09_claim_id_idx ON pengshui.line_2026_09 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_pending ON ONLY pengshui.line USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_09_claim_id_idx1 ON pengshui.line_2026_09 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_taken_back ON ONLY pengshui.line USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_09_of_document_of_line_idx ON pengshui.line_2026_09 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_10_claim_id_idx ON pengshui.line_2026_10 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_10_claim_id_idx1 ON pengshui.line_2026_10 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_10_of_document_of_line_idx ON pengshui.line_2026_10 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_11_claim_id_idx ON pengshui.line_2026_11 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_11_claim_id_idx1 ON pengshui.line_2026_11 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_11_of_document_of_line_idx ON pengshui.line_2026_11 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_12_claim_id_idx ON pengshui.line_2026_12 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_12_claim_id_idx1 ON pengshui.line_2026_12 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_12_of_document_of_line_idx ON pengshui.line_2026_12 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE UNIQUE INDEX location_default_once ON pengshui.location USING btree (is_default) WHERE is_default;
CREATE INDEX order_stage_posting ON pengshui.order_stage USING btree (posting_id);
CREATE INDEX posting_recorded ON pengshui.posting USING brin (recorded_at);
CREATE INDEX purchase_supplier ON pengshui.purchase USING btree (supplier_id, day);
CREATE INDEX shortage_settled_line ON pengshui.shortage_settled USING btree (document_id, line_no);
CREATE UNIQUE INDEX stock_count_open_once ON pengshui.stock_count USING btree (location_id, category) WHERE (state = 'open'::text);
CREATE INDEX stock_move_document ON pengshui.stock_move USING btree (document_id, line_no) WHERE (document_id IS NOT NULL);
CREATE INDEX supplier_adjustment_supplier ON pengshui.supplier_adjustment USING btree (supplier_id);
CREATE INDEX supplier_payment_supplier ON pengshui.supplier_payment USING btree (supplier_id);
CREATE INDEX supplier_return_receipt ON pengshui.supplier_return USING btree (receipt_id, receipt_line);
CREATE INDEX supplier_return_supplier ON pengshui.supplier_return USING btree (supplier_id);
CREATE INDEX transfer_end_line ON pengshui.transfer_end USING btree (transfer_id, line_no);
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_09_pkey;
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_10_pkey;
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_11_pkey;
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_12_pkey;
ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_09_claim_id_idx;
ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_09_claim_id_idx1;
ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_09_of_document_of_line_idx;
ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_09_pkey;
ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_10_claim_id_idx;
ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_10_claim_id_idx1;
ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_10_of_document_of_line_idx;
ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_10_pkey;
ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_11_claim_id_idx;
ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_11_claim_id_idx1;
ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_11_of_document_of_line_idx;
ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_11_pkey;
ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_12_claim_id_idx;
ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_12_claim_id_idx1;
ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_12_of_document_of_line_idx;
ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_12_pkey;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.aftersale_snapshot FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.buy_back FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.claim_snapshot FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_09 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.expired_approval FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.goods_back FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_chunk FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_reject FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_09 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.posting FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.purchase FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.reservation FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.reservation_end FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.reservation_line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.shortage FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.shortage_settled FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.stock_count_line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.stock_move FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.supplier_adjustment FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.supplier_payment FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.supplier_payment_receipt FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.supplier_return FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.tender FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer_end FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer_line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.aftersale FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.book_month FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.buy_back_contract FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.buyer FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.channel FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.claim FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.import_file FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.listing FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.location FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.lot FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.product FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.programme FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.stock_count FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.supplier FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.supplier_link FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.unit FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
ALTER TABLE ONLY pengshui.barcode
    ADD CONSTRAINT barcode_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.buy_back
    ADD CONSTRAINT buy_back_contract_known FOREIGN KEY (contract_id) REFERENCES pengshui.buy_back_contract(contract_id);
ALTER TABLE ONLY pengshui.buy_back_contract
    ADD CONSTRAINT buy_back_contract_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.buy_back_contract
    ADD CONSTRAINT buy_back_contract_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.buy_back
    ADD CONSTRAINT buy_back_reverses_known FOREIGN KEY (reverses, line_no) REFERENCES pengshui.buy_back(posting_id, line_no);
ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_ships_from_known FOREIGN KEY (ships_from) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.import_chunk
    ADD CONSTRAINT import_chunk_file_known FOREIGN KEY (file_id) REFERENCES pengshui.import_file(file_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_channel_known FOREIGN KEY (channel_id) REFERENCES pengshui.channel(channel_id);
ALTER TABLE ONLY pengshui.import_reject
    ADD CONSTRAINT import_reject_file_known FOREIGN KEY (file_id) REFERENCES pengshui.import_file(file_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_channel_known FOREIGN KEY (channel_id) REFERENCES pengshui.channel(channel_id);
ALTER TABLE ONLY pengshui.listing_part
    ADD CONSTRAINT listing_part_listing_known FOREIGN KEY (listing_id) REFERENCES pengshui.listing(listing_id);
ALTER TABLE ONLY pengshui.listing_part
    ADD CONSTRAINT listing_part_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.lot
    ADD CONSTRAINT lot_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.lot
    ADD CONSTRAINT lot_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.product_part
    ADD CONSTRAINT product_part_part_known FOREIGN KEY (part_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.product_part
    ADD CONSTRAINT product_part_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_unit_known FOREIGN KEY (unit) REFERENCES pengshui.unit(code);
ALTER TABLE ONLY pengshui.product_unit
    ADD CONSTRAINT product_unit_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.purchase
    ADD CONSTRAINT purchase_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.reservation_end
    ADD CONSTRAINT reservation_end_reservation_known FOREIGN KEY (reservation_id) REFERENCES pengshui.reservation(posting_id);
ALTER TABLE ONLY pengshui.reservation_line
    ADD CONSTRAINT reservation_line_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.reservation_line
    ADD CONSTRAINT reservation_line_reservation_known FOREIGN KEY (posting_id) REFERENCES pengshui.reservation(posting_id);
ALTER TABLE ONLY pengshui.reservation
    ADD CONSTRAINT reservation_location_known FOREIGN KEY (location_id) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.stock_count
    ADD CONSTRAINT stock_count_location_known FOREIGN KEY (location_id) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.stock_minimum
    ADD CONSTRAINT stock_minimum_location_known FOREIGN KEY (location_id) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.stock_minimum
    ADD CONSTRAINT stock_minimum_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
ALTER TABLE ONLY pengshui.supplier_adjustment
    ADD CONSTRAINT supplier_adjustment_receipt_known FOREIGN KEY (receipt_id) REFERENCES pengshui.purchase(posting_id);
ALTER TABLE ONLY pengshui.supplier_adjustment
    ADD CONSTRAINT supplier_adjustment_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.supplier_link
    ADD CONSTRAINT supplier_link_household_known FOREIGN KEY (household_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.supplier_link
    ADD CONSTRAINT supplier_link_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.supplier_payment
    ADD CONSTRAINT supplier_payment_household_known FOREIGN KEY (household_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.supplier_payment_receipt
    ADD CONSTRAINT supplier_payment_receipt_payment_known FOREIGN KEY (posting_id) REFERENCES pengshui.supplier_payment(posting_id);
ALTER TABLE ONLY pengshui.supplier_payment_receipt
    ADD CONSTRAINT supplier_payment_receipt_receipt_known FOREIGN KEY (receipt_id) REFERENCES pengshui.purchase(posting_id);
ALTER TABLE ONLY pengshui.supplier_payment
    ADD CONSTRAINT supplier_payment_reverses_known FOREIGN KEY (reverses) REFERENCES pengshui.supplier_payment(posting_id);
ALTER TABLE ONLY pengshui.supplier_payment
    ADD CONSTRAINT supplier_payment_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);
ALTER TABLE ONLY pengshui.supplier_return
    ADD CONSTRAINT supplier_return_receipt_known FOREIGN KEY (receipt_id) REFERENCES pengshui.purchase(posting_id);
ALTER TABLE ONLY pengshui.transfer
    ADD CONSTRAINT transfer_from_known FOREIGN KEY (from_location) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.transfer
    ADD CONSTRAINT transfer_to_known FOREIGN KEY (to_location) REFERENCES pengshui.location(location_id);
