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
             WHERE l.count_id = wanted AND p.operator = by_operator) THEN
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
  SELECT coalesce(sum(m.value), 0) INTO value FROM stock_move m WHERE m.posting_id = batch;
  UPDATE stock_count c SET state = 'approved', ended_by = batch WHERE c.count_id = wanted;
END $$;
CREATE FUNCTION pengshui.assemble_stock(code text, wanted numeric, apart boolean, location_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT cost numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place    bigint := location_of(location_code);
  whole    bigint := (products_of(ARRAY[code], ARRAY[wanted]))[1];
  parts    bigint[];
  needed   numeric[];
  shares   numeric[];
  today    date;
  made_lot bigint;
BEGIN
  SELECT array_agg(b.part_id ORDER BY b.part_id), array_agg(b.quantity * wanted ORDER BY b.part_id),
    array_agg(greatest(round(p.price * b.quantity, 2), 0.01) ORDER BY b.part_id) INTO parts, needed, shares
  FROM product_part b JOIN product p ON p.product_id = b.part_id WHERE b.product_id = whole;
  IF parts IS NULL THEN
    PERFORM refuse('product_has_no_parts', jsonb_build_object('code', code));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(parts) + 1]), parts || whole);
  IF apart THEN
    PERFORM take_stock(posting, 'build', place, ARRAY[whole], ARRAY[wanted], ARRAY[NULL::bigint], today, false);
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    PERFORM put_stock(posting, 'build', place, parts, needed,
      (SELECT array_agg(CASE WHEN p.lots THEN built_lot(p.product_id, posting, today) END ORDER BY i.n)
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
  batch := nextval('posting_number');
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), because);
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
CREATE FUNCTION pengshui.built_lot(product bigint, batch bigint, today date) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  INSERT INTO lot (product_id, code, produced, expires)
  SELECT p.product_id, to_char(today, 'YYYYMMDD') || '-' || batch, today,
    least(today + p.shelf_days, (SELECT min(l.expires) FROM stock_move m JOIN lot l ON l.lot_id = m.lot_id
      WHERE m.posting_id = batch AND l.expires >= today))
  FROM product p WHERE p.product_id = product
  RETURNING lot_id
$$;
CREATE FUNCTION pengshui.business_day(instant timestamp with time zone, zone text, day_start interval) RETURNS date
    LANGUAGE sql STABLE
    RETURN (((instant AT TIME ZONE zone) - day_start))::date;
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
    part smallint DEFAULT 1 NOT NULL
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
CREATE FUNCTION pengshui.end_transfer(wanted bigint, codes text[], quantities numeric[], lost boolean, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT left_over numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  target   bigint;
  products bigint[];
  today    date;
  over     record;
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
    products := products_of(codes, quantities);
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
CREATE FUNCTION pengshui.enter_count(wanted bigint, codes text[], quantities numeric[], lot_codes text[], happened_at timestamp with time zone, by_operator text, by_command text, OUT lines integer) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it       stock_count := lock_count(wanted);
  products bigint[] := products_of(codes, array_fill(1::numeric, ARRAY[cardinality(codes)]));
  lot_ids  bigint[] := lots_of(products, lot_codes);
  batch    bigint;
  today    date;
  wrong    record;
BEGIN
  SELECT p.sku, p.name, p.unit, i.quantity, p.lots AND i.lot_id IS NULL AS lot_missing,
    it.category <> '' AND p.category <> it.category AS outside INTO wrong
  FROM unnest(products, quantities, lot_ids) AS i(product, quantity, lot_id)
  JOIN product p ON p.product_id = i.product
  JOIN unit u ON u.code = p.unit
  WHERE i.quantity < 0 OR u.whole AND i.quantity <> trunc(i.quantity) OR p.lots <> (i.lot_id IS NOT NULL)
    OR it.category <> '' AND p.category <> it.category LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.outside THEN 'count_outside' WHEN wrong.lot_missing THEN 'count_lot_missing'
        ELSE 'quantity_not_whole' END,
      jsonb_build_object('code', wrong.sku, 'name', wrong.name, 'unit', wrong.unit, 'count', wanted,
        'quantity', trim_scale(wrong.quantity)::text));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, NULL, happened_at);
  PERFORM lock_stock(array_fill(it.location_id, ARRAY[cardinality(products)]), products);
  INSERT INTO stock_count_line (count_id, line_no, product_id, lot_id, counted, book, posting_id)
  SELECT wanted, coalesce((SELECT max(l.line_no) FROM stock_count_line l WHERE l.count_id = wanted), 0) + i.n,
    i.product, i.lot_id, i.quantity,
    CASE WHEN i.lot_id IS NULL THEN h.quantity ELSE coalesce(t.quantity, 0) END, batch
  FROM unnest(products, quantities, lot_ids) WITH ORDINALITY AS i(product, quantity, lot_id, n)
  JOIN stock_on_hand h ON h.location_id = it.location_id AND h.product_id = i.product
  LEFT JOIN stock_lot t ON t.location_id = it.location_id AND t.lot_id = i.lot_id AND t.product_id = i.product;
  lines := cardinality(codes);
END $$;
CREATE FUNCTION pengshui.enter_order(request uuid, channel_code text, codes text[], quantities numeric[], prices numeric[], methods text[], amounts numeric[], buyer_code text, location_code text, off numeric, happened_at timestamp with time zone, by_operator text, by_command text, is_signed boolean, OUT document bigint, OUT total numeric, OUT change numeric, OUT lines integer, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW(channel_code, codes, quantities, prices, methods, amounts,
    buyer_code, location_code, off, is_signed)::text, 'UTF8'));
  way     record;
  buyer   bigint;
  place   bigint;
  on_day  date;
  month   date;
  batch   bigint;
  skus    text[] := codes;
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
  on_day := business_day(happened_at, way.timezone, way.day_start);
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
        a.rule, NULL, NULL, NULL, false, false, 0, 1)::order_stage ORDER BY a.n)
    INTO total, unknown, wrong, staged
    FROM (
      SELECT i.n, i.quantity, p.product_id, p.supplier_id, p.active, u.whole,
        round(coalesce(i.price, p.price) * i.quantity, 2) AS amount,
        rule_of(NULL, p.origin, is_signed, way.county) AS rule
      FROM unnest(skus, quantities, prices) WITH ORDINALITY AS i(sku, quantity, price, n)
      LEFT JOIN product p ON p.sku = i.sku
      LEFT JOIN unit u ON u.code = p.unit
    ) a;
    EXIT WHEN unknown IS NULL OR skus <> codes;
    skus := skus_of(codes);
    EXIT WHEN skus = codes;
  END LOOP;
  wrong := least(wrong, unknown);
  IF wrong IS NOT NULL THEN
    PERFORM refuse_order_line(codes[wrong], quantities[wrong], wrong);
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
  PERFORM post_order(batch, false, staged);
END $$;
CREATE FUNCTION pengshui.import_aftersales(batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text, snapshot timestamp with time zone, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT cash_back numeric, OUT first_day date, OUT last_day date) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  zone   text;
  starts interval;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  INSERT INTO aftersale (aftersale_id, platform, number, channel_id, order_no)
  SELECT DISTINCT ON (s.number, s.order_no) (file << 24) | s.ordinal, platform_code, s.number, channel, s.order_no
  FROM aftersale_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM aftersale a
      WHERE a.platform = platform_code AND a.number = s.number AND a.order_no = s.order_no)
  ORDER BY s.number, s.order_no, s.ordinal;
  WITH judged AS (
    SELECT s.*, a.aftersale_id, a.snapshot_id IS NOT NULL AS prior, a.snapshot_id IS NOT NULL AND a.channel_id <> channel AS elsewhere,
      coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at,
      t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest,
      row_number() OVER best AS place, first_value(s.digest) OVER best AS best_digest
    FROM aftersale_stage s
    JOIN aftersale a ON a.platform = platform_code AND a.number = s.number AND a.order_no = s.order_no
    LEFT JOIN aftersale_snapshot t ON t.snapshot_id = a.snapshot_id
    WHERE s.batch = batch_no
    WINDOW best AS (PARTITION BY s.number, s.order_no
      ORDER BY coalesce(snapshot, s.newest_at AT TIME ZONE zone) DESC, s.rank DESC, s.digest DESC, s.ordinal)
  ), decided AS MATERIALIZED (
    SELECT j.*,
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
    INSERT INTO import_aftersale (batch, aftersale_id)
    SELECT batch_no, d.aftersale_id
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
CREATE FUNCTION pengshui.import_claims(batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text, snapshot timestamp with time zone, claim_rows integer, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT plain boolean, OUT stands boolean) RETURNS record
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
  stands := known AND NOT revived AND import_stands(batch_no, file, channel);
  IF stands THEN
    plain := false;
    SELECT 0, claim_rows, 0, standing_conflicts(file, platform_code), t.* INTO new, same, changed, conflicts,
      gross, refunds, first_day, last_day
    FROM told_in_all(batch_no, zone, starts) t;
    RETURN;
  END IF;
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
COMMENT ON COLUMN pengshui.claim.aftersale IS 'What after-sale rows say of it: that money went back, or a word that nobody knows.';
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
  FROM import_stage s WHERE s.batch = batch_no
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
CREATE FUNCTION pengshui.import_stands(batch_no bigint, file bigint, channel bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT FROM import_file f WHERE f.file_id = file AND f.state = 'live' AND f.channel_id = channel)
    AND NOT EXISTS (SELECT FROM import_stage s WHERE s.batch = batch_no AND s.repeated)
    AND (SELECT count(*) FROM import_stage s WHERE s.batch = batch_no) = (
      SELECT count(*)
      FROM import_stage s
      JOIN claim_snapshot k ON k.snapshot_id = (file << 24) | s.ordinal AND k.digest = s.digest
      WHERE s.batch = batch_no AND k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215);
$$;
CREATE FUNCTION pengshui.import_table(batch_no bigint, file bigint, known boolean, file_name text, part text, sha256 text, redacted_sha256 text, encoding text, profile text, reading text, channel bigint, platform_code text, snapshot timestamp with time zone, number_lines boolean, row_count integer, rejected_count integer, by_operator text, by_command text, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT pending integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
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
  PERFORM import_listings(batch_no, channel);
  IF row_count > 2000 THEN  -- of small tables that it knows nothing of, the planner expects hundreds of rows
    ANALYZE programme, channel, listing, listing_part, product;
  END IF;
  IF number_lines THEN
    PERFORM number_equal_lines(batch_no);
  END IF;
  SELECT * INTO cases FROM import_aftersales(batch_no, file, known, revived, channel, platform_code, snapshot);
  case_rows := cases.new + cases.same + cases.changed;
  IF case_rows > 500 THEN
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
  IF row_count > 500 AND NOT claims.plain AND NOT claims.stands THEN
    ANALYZE claim_snapshot;
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
  IF claims.plain THEN
    SELECT count(DISTINCT s.row_no) INTO pending
    FROM import_line_stage n
    JOIN import_stage s ON s.batch = batch_no AND s.ordinal = n.claim_id - (file << 24)
    WHERE n.posting_id = batch_no AND n.side = 'sale' AND n.verdict = 'pending';
  ELSE
    SELECT count(DISTINCT s.row_no) INTO pending
    FROM import_stage s
    JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no
    JOIN claim_posted p ON p.claim_id = c.claim_id AND p.side = 'sale' AND p.verdict = 'pending'
    WHERE s.batch = batch_no;
  END IF;
  PERFORM set_config('enable_nestloop', 'on', true);  -- aftersale_waiting looks up each case
  SELECT pending + count(DISTINCT s.row_no) INTO pending
  FROM aftersale_stage s
  JOIN aftersale a ON a.platform = platform_code AND a.number = s.number AND a.order_no = s.order_no
  JOIN aftersale_waiting w ON w.aftersale_id = a.aftersale_id
  WHERE s.batch = batch_no;
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
CREATE FUNCTION pengshui.lots_of(products bigint[], codes text[]) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  unknown text;
BEGIN
  SELECT i.code INTO unknown
  FROM unnest(products, codes) AS i(product, code)
  LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code
  WHERE i.code IS NOT NULL AND l.lot_id IS NULL LIMIT 1;
  IF unknown IS NOT NULL THEN
    PERFORM refuse('lot_unknown', jsonb_build_object('lot', unknown));
  END IF;
  RETURN (SELECT array_agg(l.lot_id ORDER BY i.n)
    FROM unnest(products, codes) WITH ORDINALITY AS i(product, code, n)
    LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code);
END $$;
CREATE FUNCTION pengshui.map_listing(channel_code text, listing_code text, skus text[], pieces numeric[], shares numeric[], by_operator text, by_command text, OUT claims bigint, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  channel  record;
  unknown  text;
  broken   record;
  batch_no bigint := nextval('posting_number');
  mapped   bigint;
BEGIN
  SELECT c.channel_id, coalesce(c.platform, '') AS platform INTO channel FROM channel c WHERE c.code = channel_code;
  SELECT min(s.sku) INTO unknown
  FROM unnest(skus) AS s(sku) WHERE NOT EXISTS (SELECT FROM product p WHERE p.sku = s.sku);
  SELECT s.sku, p.name, p.unit, s.quantity INTO broken
  FROM unnest(skus, pieces) AS s(sku, quantity)
  JOIN product p ON p.sku = s.sku
  JOIN unit u ON u.code = p.unit
  WHERE u.whole AND s.quantity <> trunc(s.quantity) LIMIT 1;
  IF channel.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
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
CREATE FUNCTION pengshui.match_aftersales(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM aftersale) THEN
    RETURN;
  END IF;
  WITH orders AS MATERIALIZED (
    SELECT a.platform, a.order_no
    FROM import_aftersale t
    JOIN aftersale a ON a.aftersale_id = t.aftersale_id
    WHERE t.batch = batch_no
    UNION
    SELECT a.platform, a.order_no
    FROM import_affected t
    JOIN claim c ON c.claim_id = t.claim_id
    JOIN aftersale a ON a.order_no = c.order_no AND a.platform = c.platform
    WHERE t.batch = batch_no
  ), matched AS MATERIALIZED (
    SELECT a.aftersale_id, a.claim_id AS old_claim, CASE WHEN count(c.claim_id) = 1 THEN min(c.claim_id) END AS claim_id
    FROM orders o
    JOIN aftersale a ON a.order_no = o.order_no AND a.platform = o.platform
    LEFT JOIN (claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id)
      ON c.order_no = a.order_no AND c.platform = a.platform
      AND a.snapshot_id IS NOT NULL AND (c.line_no = a.line_no OR v.item = a.item)
    GROUP BY a.aftersale_id, a.claim_id
  ), moved AS (
    UPDATE aftersale a SET claim_id = m.claim_id
    FROM matched m
    WHERE a.aftersale_id = m.aftersale_id AND a.claim_id IS DISTINCT FROM m.claim_id
  )
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch_no, k.claim_id, false, true
  FROM matched m
  CROSS JOIN LATERAL (VALUES (m.old_claim), (m.claim_id)) AS k(claim_id)
  WHERE k.claim_id IS NOT NULL
    AND (m.old_claim IS DISTINCT FROM m.claim_id
      OR m.aftersale_id IN (SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no))
    AND NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = k.claim_id);
  UPDATE claim c SET aftersale = m.says
  FROM (
    SELECT t.claim_id,
      CASE WHEN bool_or(a.state = 'unknown') THEN 'unknown' WHEN bool_or(a.state = 'back') THEN 'back' ELSE 'none' END AS says
    FROM import_affected t
    LEFT JOIN aftersale a ON a.claim_id = t.claim_id
    WHERE t.batch = batch_no
    GROUP BY t.claim_id
  ) m
  WHERE c.claim_id = m.claim_id AND c.aftersale <> m.says;
END $$;
CREATE FUNCTION pengshui.merge_aftersales(batch_no bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  UPDATE aftersale a
  SET snapshot_id = m.snapshot_id, file_id = m.file_id, line_no = m.line_no, item = m.item, state = m.state, cash = m.cash, back_at = m.back_at, channel_id = coalesce(m.channel_id, a.channel_id)
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
    WHERE t.batch = batch_no
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
  IF EXISTS (SELECT FROM claim c WHERE c.estimated) THEN
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
CREATE FUNCTION pengshui.pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (refund = 'amount_unknown'::text) THEN 'refund_amount_unknown'::text WHEN (refund = 'status_unknown'::text) THEN 'status_unknown'::text WHEN (product IS NULL) THEN 'listing_unknown'::text WHEN (quantity IS NULL) THEN 'quantity_unknown'::text ELSE NULL::text END;
CREATE FUNCTION pengshui.plan_for_bulk(rows bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF rows > 2000 THEN
    PERFORM set_config('enable_nestloop', 'off', true), set_config('work_mem', '192MB', true);
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
  comes_back boolean;
  is_locked  boolean;
  is_plain   boolean;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1;
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated
  FROM import_line_stage s
  WHERE s.posting_id = batch;
  -- The rows of stock_on_hand are locked in a statement of its own, in key order: only what begins later is sure to see
  -- them as they are. Where one of them is still to be made none is locked here: rows are made before any is locked.
  WITH asked AS MATERIALIZED (
    SELECT s.location_id, s.product_id, coalesce(sum(s.quantity) FILTER (WHERE NOT s.reverses AND s.side = 'sale'), 0) AS out,
      bool_or(s.back <> 0 OR s.reverses) AS comes_back
    FROM import_line_stage s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND (s.side = 'sale' OR s.back <> 0)
    GROUP BY s.location_id, s.product_id
  ), locked AS MATERIALIZED (
    SELECT h.product_id
    FROM stock_on_hand h
    JOIN asked a ON a.location_id = h.location_id AND a.product_id = h.product_id
    WHERE (SELECT bool_and(EXISTS (SELECT FROM stock_on_hand o
      WHERE o.location_id = e.location_id AND o.product_id = e.product_id)) FROM asked e)
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h
  )
  SELECT array_agg(a.location_id), array_agg(a.product_id), array_agg(a.out), bool_or(a.comes_back),
    (SELECT count(*) FROM locked) = count(*)
  INTO places, products, outs, comes_back, is_locked FROM asked a;
  IF NOT is_locked THEN
    PERFORM lock_stock(places, products);
  END IF;
  -- Plain sales, of products without lots, where there is enough of all: one statement.
  IF NOT comes_back THEN
    WITH held AS MATERIALIZED (
      SELECT h.location_id, h.product_id, a.out, h.quantity >= a.out AS enough, h.lots,
        CASE WHEN a.out = h.quantity THEN h.value ELSE round(h.value * a.out / nullif(h.quantity, 0), 2) END AS cost
      FROM unnest(places, products, outs) AS a(location_id, product_id, out)
      JOIN stock_on_hand h ON h.location_id = a.location_id AND h.product_id = a.product_id
    ), counted AS MATERIALIZED (
      SELECT bool_and(h.enough AND NOT h.lots) AS is_plain FROM held h
    ), kept AS (
      UPDATE stock_on_hand h SET quantity = h.quantity - d.out, value = h.value - d.cost
      FROM held d
      WHERE h.location_id = d.location_id AND h.product_id = d.product_id AND d.out > 0
        AND (SELECT c.is_plain FROM counted c)
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, value, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no), 'issue', m.location_id, m.product_id, -m.quantity,
        round(m.cost * (m.upto - m.quantity) / m.out, 2) - round(m.cost * m.upto / m.out, 2), m.document_id, m.line_no
      FROM (
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, d.out, d.cost,
          sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
        FROM import_line_stage s
        JOIN held d ON d.location_id = s.location_id AND d.product_id = s.product_id
        WHERE s.posting_id = batch AND s.side = 'sale' AND s.quantity > 0 AND (SELECT c.is_plain FROM counted c)
      ) m
    )
    SELECT c.is_plain INTO is_plain FROM counted c;
  END IF;
  IF comes_back OR NOT is_plain THEN
    WITH moving AS MATERIALIZED (  -- what a reversal brings back is read under the lock: a receipt may have settled some
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.day, s.of_document, s.of_line, s.side,
        s.reverses, s.quantity, CASE WHEN s.reverses AND s.side = 'sale' THEN coalesce(
          (SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = s.of_document AND v.line_no = s.of_line), 0)
          ELSE s.back END AS back,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END AS wanted
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ), origin AS (  -- what is still out of the lines that come back: by lot, at the cost it left
      SELECT m.document_id, m.line_no, m.location_id, m.product_id, m.back, o.lot_id, l.expires,
        -sum(o.quantity) AS quantity, -sum(o.value) AS value
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
      GROUP BY m.document_id, m.line_no, m.location_id, m.product_id, m.back, o.lot_id, l.expires
      HAVING sum(o.quantity) < 0
    ), returned AS MATERIALIZED (  -- the lots that keep longest come back first
      SELECT r.document_id, r.line_no, r.location_id, r.product_id, r.lot_id, r.take AS quantity,
        CASE WHEN r.take = r.quantity THEN r.value ELSE round(r.value * r.take / r.quantity, 2) END AS value
      FROM (
        SELECT o.*, least(o.back, sum(o.quantity) OVER keep) - least(o.back, sum(o.quantity) OVER keep - o.quantity) AS take
        FROM origin o
        WINDOW keep AS (PARTITION BY o.document_id, o.line_no ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
      ) r
      WHERE r.take > 0
    ), place AS MATERIALIZED (
      SELECT h.location_id, h.product_id, h.lots, h.quantity + coalesce(r.quantity, 0) AS quantity,
        h.value + coalesce(r.value, 0) AS value, w.first_day
      FROM stock_on_hand h
      JOIN (SELECT m.location_id, m.product_id, min(m.day) AS first_day FROM moving m
            GROUP BY m.location_id, m.product_id) w
        ON w.location_id = h.location_id AND w.product_id = h.product_id
      LEFT JOIN (SELECT b.location_id, b.product_id, sum(b.quantity) AS quantity, sum(b.value) AS value FROM returned b
                 GROUP BY b.location_id, b.product_id) r
        ON r.location_id = h.location_id AND r.product_id = h.product_id
    ), supply AS MATERIALIZED (  -- first expired, first out; what has expired, last of all and only where that is allowed
      SELECT u.*, sum(u.quantity) OVER fefo AS upto
      FROM (
        SELECT p.location_id, p.product_id, NULL::bigint AS lot_id, p.quantity, NULL::date AS expires, false AS expired
        FROM place p WHERE NOT p.lots
        UNION ALL
        SELECT t.location_id, t.product_id, t.lot_id, t.quantity + coalesce(
            (SELECT sum(r.quantity) FROM returned r WHERE r.location_id = t.location_id AND r.lot_id = t.lot_id), 0),
          l.expires, coalesce(l.expires < p.first_day, false)
        FROM place p
        JOIN stock_lot t ON t.location_id = p.location_id AND t.product_id = p.product_id
        JOIN lot l ON l.lot_id = t.lot_id
        WHERE p.lots AND (true OR l.expires IS NULL OR l.expires >= p.first_day)
      ) u
      WHERE u.quantity > 0
      WINDOW fefo AS (PARTITION BY u.location_id, u.product_id ORDER BY u.expired, u.expires NULLS LAST, u.lot_id)
    ), demand AS MATERIALIZED (
      SELECT m.*, sum(m.wanted) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.document_id, m.line_no) AS upto
      FROM moving m WHERE m.wanted > 0
    ), issued AS MATERIALIZED (
      SELECT d.document_id, d.line_no, d.location_id, d.product_id, s.lot_id,
        least(d.upto, s.upto) - greatest(d.upto - d.wanted, s.upto - s.quantity) AS quantity
      FROM demand d
      JOIN supply s ON s.location_id = d.location_id AND s.product_id = d.product_id
        AND d.upto - d.wanted < s.upto AND s.upto - s.quantity < d.upto
    ), costed AS MATERIALIZED (
      SELECT i.*, c.cost, c.out, sum(i.quantity) OVER (PARTITION BY i.location_id, i.product_id
        ORDER BY i.document_id, i.line_no, i.lot_id) AS upto
      FROM issued i
      JOIN (
        SELECT p.location_id, p.product_id, x.out,
          CASE WHEN x.out = p.quantity THEN p.value ELSE round(p.value * x.out / p.quantity, 2) END AS cost
        FROM place p
        JOIN (SELECT location_id, product_id, sum(quantity) AS out FROM issued GROUP BY location_id, product_id) x
          ON x.location_id = p.location_id AND x.product_id = p.product_id
      ) c ON c.location_id = i.location_id AND c.product_id = i.product_id
    ), moves AS MATERIALIZED (
      SELECT 'issue' AS kind, c.document_id, c.line_no, c.location_id, c.product_id, c.lot_id, -c.quantity AS quantity,
        round(c.cost * (c.upto - c.quantity) / c.out, 2) - round(c.cost * c.upto / c.out, 2) AS value
      FROM costed c
      UNION ALL
      SELECT CASE WHEN m.reverses THEN 'cancel' ELSE 'return' END, r.document_id, r.line_no, r.location_id, r.product_id,
        r.lot_id, r.quantity, r.value
      FROM returned r
      JOIN moving m ON m.document_id = r.document_id AND m.line_no = r.line_no
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no, m.kind, m.lot_id), m.kind, m.location_id,
        m.product_id, m.lot_id, m.quantity, m.value, m.document_id, m.line_no
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
      SELECT m.document_id, m.line_no, m.location_id, m.product_id,
        CASE WHEN m.reverses THEN m.quantity + m.back ELSE m.wanted - coalesce(i.quantity, 0) END AS quantity
      FROM moving m
      LEFT JOIN (SELECT document_id, line_no, sum(quantity) AS quantity FROM issued GROUP BY document_id, line_no) i
        ON i.document_id = m.document_id AND i.line_no = m.line_no
      WHERE m.side = 'sale'
    ), named AS (
      INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
      SELECT * FROM missing n WHERE n.quantity <> 0
    )
    SELECT n.location_id, n.product_id, m.asked, p.quantity AS on_hand, coalesce(s.quantity, 0) AS usable INTO short
    FROM (SELECT n.location_id, n.product_id, n.line_no FROM missing n WHERE n.quantity > 0 ORDER BY n.line_no LIMIT 1) n
    JOIN (SELECT location_id, product_id, sum(wanted) AS asked FROM moving GROUP BY location_id, product_id) m
      ON m.location_id = n.location_id AND m.product_id = n.product_id
    LEFT JOIN place p ON p.location_id = n.location_id AND p.product_id = n.product_id
    LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM supply GROUP BY location_id, product_id) s
      ON s.location_id = n.location_id AND s.product_id = n.product_id;
    IF short.product_id IS NOT NULL AND NOT happened THEN
      PERFORM refuse_short(short.location_id, short.product_id, short.asked, coalesce(short.on_hand, 0), short.usable);
    END IF;
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
    AS $$
DECLARE
  short      record;
  places     bigint[];
  products   bigint[];
  outs       numeric[];
  comes_back boolean;
  is_locked  boolean;
  is_plain   boolean;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM unnest(staged) s
  WHERE s.posting_id = batch AND s.line_no = 1;
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated
  FROM unnest(staged) s
  WHERE s.posting_id = batch;
  -- The rows of stock_on_hand are locked in a statement of its own, in key order: only what begins later is sure to see
  -- them as they are. Where one of them is still to be made none is locked here: rows are made before any is locked.
  WITH asked AS MATERIALIZED (
    SELECT s.location_id, s.product_id, coalesce(sum(s.quantity) FILTER (WHERE NOT s.reverses AND s.side = 'sale'), 0) AS out,
      bool_or(s.back <> 0 OR s.reverses) AS comes_back
    FROM unnest(staged) s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND (s.side = 'sale' OR s.back <> 0)
    GROUP BY s.location_id, s.product_id
  ), locked AS MATERIALIZED (
    SELECT h.product_id
    FROM stock_on_hand h
    JOIN asked a ON a.location_id = h.location_id AND a.product_id = h.product_id
    WHERE (SELECT bool_and(EXISTS (SELECT FROM stock_on_hand o
      WHERE o.location_id = e.location_id AND o.product_id = e.product_id)) FROM asked e)
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h
  )
  SELECT array_agg(a.location_id), array_agg(a.product_id), array_agg(a.out), bool_or(a.comes_back),
    (SELECT count(*) FROM locked) = count(*)
  INTO places, products, outs, comes_back, is_locked FROM asked a;
  IF NOT is_locked THEN
    PERFORM lock_stock(places, products);
  END IF;
  -- Plain sales, of products without lots, where there is enough of all: one statement.
  IF NOT comes_back THEN
    WITH held AS MATERIALIZED (
      SELECT h.location_id, h.product_id, a.out, h.quantity >= a.out AS enough, h.lots,
        CASE WHEN a.out = h.quantity THEN h.value ELSE round(h.value * a.out / nullif(h.quantity, 0), 2) END AS cost
      FROM unnest(places, products, outs) AS a(location_id, product_id, out)
      JOIN stock_on_hand h ON h.location_id = a.location_id AND h.product_id = a.product_id
    ), counted AS MATERIALIZED (
      SELECT bool_and(h.enough AND NOT h.lots) AS is_plain FROM held h
    ), kept AS (
      UPDATE stock_on_hand h SET quantity = h.quantity - d.out, value = h.value - d.cost
      FROM held d
      WHERE h.location_id = d.location_id AND h.product_id = d.product_id AND d.out > 0
        AND (SELECT c.is_plain FROM counted c)
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, value, document_id, line_no)
      SELECT batch, m.line_no, 'issue', m.location_id, m.product_id, -m.quantity,
        round(m.cost * (m.upto - m.quantity) / m.out, 2) - round(m.cost * m.upto / m.out, 2), m.document_id, m.line_no
      FROM (
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, d.out, d.cost,
          sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
        FROM unnest(staged) s
        JOIN held d ON d.location_id = s.location_id AND d.product_id = s.product_id
        WHERE s.posting_id = batch AND s.side = 'sale' AND s.quantity > 0 AND (SELECT c.is_plain FROM counted c)
      ) m
    )
    SELECT c.is_plain INTO is_plain FROM counted c;
  END IF;
  IF comes_back OR NOT is_plain THEN
    WITH moving AS MATERIALIZED (  -- what a reversal brings back is read under the lock: a receipt may have settled some
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.day, s.of_document, s.of_line, s.side,
        s.reverses, s.quantity, CASE WHEN s.reverses AND s.side = 'sale' THEN coalesce(
          (SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = s.of_document AND v.line_no = s.of_line), 0)
          ELSE s.back END AS back,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END AS wanted
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ), origin AS (  -- what is still out of the lines that come back: by lot, at the cost it left
      SELECT m.document_id, m.line_no, m.location_id, m.product_id, m.back, o.lot_id, l.expires,
        -sum(o.quantity) AS quantity, -sum(o.value) AS value
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
      GROUP BY m.document_id, m.line_no, m.location_id, m.product_id, m.back, o.lot_id, l.expires
      HAVING sum(o.quantity) < 0
    ), returned AS MATERIALIZED (  -- the lots that keep longest come back first
      SELECT r.document_id, r.line_no, r.location_id, r.product_id, r.lot_id, r.take AS quantity,
        CASE WHEN r.take = r.quantity THEN r.value ELSE round(r.value * r.take / r.quantity, 2) END AS value
      FROM (
        SELECT o.*, least(o.back, sum(o.quantity) OVER keep) - least(o.back, sum(o.quantity) OVER keep - o.quantity) AS take
        FROM origin o
        WINDOW keep AS (PARTITION BY o.document_id, o.line_no ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
      ) r
      WHERE r.take > 0
    ), place AS MATERIALIZED (
      SELECT h.location_id, h.product_id, h.lots, h.quantity + coalesce(r.quantity, 0) AS quantity,
        h.value + coalesce(r.value, 0) AS value, w.first_day
      FROM stock_on_hand h
      JOIN (SELECT m.location_id, m.product_id, min(m.day) AS first_day FROM moving m
            GROUP BY m.location_id, m.product_id) w
        ON w.location_id = h.location_id AND w.product_id = h.product_id
      LEFT JOIN (SELECT b.location_id, b.product_id, sum(b.quantity) AS quantity, sum(b.value) AS value FROM returned b
                 GROUP BY b.location_id, b.product_id) r
        ON r.location_id = h.location_id AND r.product_id = h.product_id
    ), supply AS MATERIALIZED (  -- first expired, first out; what has expired, last of all and only where that is allowed
      SELECT u.*, sum(u.quantity) OVER fefo AS upto
      FROM (
        SELECT p.location_id, p.product_id, NULL::bigint AS lot_id, p.quantity, NULL::date AS expires, false AS expired
        FROM place p WHERE NOT p.lots
        UNION ALL
        SELECT t.location_id, t.product_id, t.lot_id, t.quantity + coalesce(
            (SELECT sum(r.quantity) FROM returned r WHERE r.location_id = t.location_id AND r.lot_id = t.lot_id), 0),
          l.expires, coalesce(l.expires < p.first_day, false)
        FROM place p
        JOIN stock_lot t ON t.location_id = p.location_id AND t.product_id = p.product_id
        JOIN lot l ON l.lot_id = t.lot_id
        WHERE p.lots AND (expired_ok OR l.expires IS NULL OR l.expires >= p.first_day)
      ) u
      WHERE u.quantity > 0
      WINDOW fefo AS (PARTITION BY u.location_id, u.product_id ORDER BY u.expired, u.expires NULLS LAST, u.lot_id)
    ), demand AS MATERIALIZED (
      SELECT m.*, sum(m.wanted) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.document_id, m.line_no) AS upto
      FROM moving m WHERE m.wanted > 0
    ), issued AS MATERIALIZED (
      SELECT d.document_id, d.line_no, d.location_id, d.product_id, s.lot_id,
        least(d.upto, s.upto) - greatest(d.upto - d.wanted, s.upto - s.quantity) AS quantity
      FROM demand d
      JOIN supply s ON s.location_id = d.location_id AND s.product_id = d.product_id
        AND d.upto - d.wanted < s.upto AND s.upto - s.quantity < d.upto
    ), costed AS MATERIALIZED (
      SELECT i.*, c.cost, c.out, sum(i.quantity) OVER (PARTITION BY i.location_id, i.product_id
        ORDER BY i.document_id, i.line_no, i.lot_id) AS upto
      FROM issued i
      JOIN (
        SELECT p.location_id, p.product_id, x.out,
          CASE WHEN x.out = p.quantity THEN p.value ELSE round(p.value * x.out / p.quantity, 2) END AS cost
        FROM place p
        JOIN (SELECT location_id, product_id, sum(quantity) AS out FROM issued GROUP BY location_id, product_id) x
          ON x.location_id = p.location_id AND x.product_id = p.product_id
      ) c ON c.location_id = i.location_id AND c.product_id = i.product_id
    ), moves AS MATERIALIZED (
      SELECT 'issue' AS kind, c.document_id, c.line_no, c.location_id, c.product_id, c.lot_id, -c.quantity AS quantity,
        round(c.cost * (c.upto - c.quantity) / c.out, 2) - round(c.cost * c.upto / c.out, 2) AS value
      FROM costed c
      UNION ALL
      SELECT CASE WHEN m.reverses THEN 'cancel' ELSE 'return' END, r.document_id, r.line_no, r.location_id, r.product_id,
        r.lot_id, r.quantity, r.value
      FROM returned r
      JOIN moving m ON m.document_id = r.document_id AND m.line_no = r.line_no
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no, m.kind, m.lot_id), m.kind, m.location_id,
        m.product_id, m.lot_id, m.quantity, m.value, m.document_id, m.line_no
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
      SELECT m.document_id, m.line_no, m.location_id, m.product_id,
        CASE WHEN m.reverses THEN m.quantity + m.back ELSE m.wanted - coalesce(i.quantity, 0) END AS quantity
      FROM moving m
      LEFT JOIN (SELECT document_id, line_no, sum(quantity) AS quantity FROM issued GROUP BY document_id, line_no) i
        ON i.document_id = m.document_id AND i.line_no = m.line_no
      WHERE m.side = 'sale'
    ), named AS (
      INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
      SELECT * FROM missing n WHERE n.quantity <> 0
    )
    SELECT n.location_id, n.product_id, m.asked, p.quantity AS on_hand, coalesce(s.quantity, 0) AS usable INTO short
    FROM (SELECT n.location_id, n.product_id, n.line_no FROM missing n WHERE n.quantity > 0 ORDER BY n.line_no LIMIT 1) n
    JOIN (SELECT location_id, product_id, sum(wanted) AS asked FROM moving GROUP BY location_id, product_id) m
      ON m.location_id = n.location_id AND m.product_id = n.product_id
    LEFT JOIN place p ON p.location_id = n.location_id AND p.product_id = n.product_id
    LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM supply GROUP BY location_id, product_id) s
      ON s.location_id = n.location_id AND s.product_id = n.product_id;
    IF short.product_id IS NOT NULL AND NOT happened THEN
      PERFORM refuse_short(short.location_id, short.product_id, short.asked, coalesce(short.on_hand, 0), short.usable);
    END IF;
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
DECLARE
  wrong record;
BEGIN
  SELECT i.n, i.code, i.quantity, p.name, p.unit, p.product_id INTO wrong
  FROM unnest(skus_of(codes), quantities) WITH ORDINALITY AS i(code, quantity, n)
  LEFT JOIN product p ON p.sku = i.code
  LEFT JOIN unit u ON u.code = p.unit
  WHERE p.product_id IS NULL OR NOT i.quantity > 0 OR u.whole AND i.quantity <> trunc(i.quantity)
  ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.product_id IS NULL THEN 'product_unknown'
        WHEN NOT wrong.quantity > 0 THEN 'quantity_not_positive' ELSE 'quantity_not_whole' END,
      jsonb_build_object('code', wrong.code, 'name', wrong.name, 'unit', wrong.unit,
        'quantity', trim_scale(wrong.quantity)::text)
      || CASE WHEN cardinality(codes) > 1 THEN jsonb_build_object('line', wrong.n) ELSE '{}' END);
  END IF;
  RETURN (SELECT array_agg(p.product_id ORDER BY i.n)
    FROM unnest(skus_of(codes)) WITH ORDINALITY AS i(code, n) JOIN product p ON p.sku = i.code);
END $$;
CREATE FUNCTION pengshui.put_stock(batch bigint, move_kind text, place bigint, products bigint[], quantities numeric[], lot_ids bigint[], amounts numeric[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, value)
  SELECT batch, last_move(batch) + row_number() OVER (ORDER BY i.n), move_kind, place, i.product, i.quantity, i.lot_id, i.amount
  FROM unnest(products, quantities, lot_ids, amounts) WITH ORDINALITY AS i(product, quantity, lot_id, amount, n)
$$;
CREATE FUNCTION pengshui.receive_stock(codes text[], quantities numeric[], unit_costs numeric[], lot_codes text[], produced_on date[], expires_on date[], location_code text, supplier_code text, delivery_note text, happened_at timestamp with time zone, by_operator text, by_command text) RETURNS TABLE(location text, sku text, name text, unit text, quantity numeric, lot text, expires date, on_hand numeric, covered numeric)
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  place    bigint := location_of(location_code);
  products bigint[] := products_of(codes, quantities);
  batch    bigint := nextval('posting_number');
  giver    bigint;
  today    date;
  wrong    text;
BEGIN
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  IF supplier_code IS NOT NULL THEN
    SELECT u.supplier_id INTO giver FROM supplier u WHERE u.code = supplier_code;
    IF giver IS NULL THEN
      PERFORM refuse('supplier_unknown', jsonb_build_object('code', supplier_code));
    END IF;
  END IF;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), delivery_note);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  WITH asked AS (
    SELECT i.*, p.lots, coalesce(i.lot, CASE WHEN p.lots THEN to_char(today, 'YYYYMMDD') || '-' || batch || '-' || i.n END) AS code,
      coalesce(i.expires, coalesce(i.produced, today) + p.shelf_days) AS last_day
    FROM unnest(products, quantities, unit_costs, lot_codes, produced_on, expires_on)
      WITH ORDINALITY AS i(product_id, quantity, cost, lot, produced, expires, n)
    JOIN product p ON p.product_id = i.product_id
  ), made AS (
    INSERT INTO lot (product_id, code, supplier_id, produced, expires)
    SELECT DISTINCT ON (a.product_id, a.code) a.product_id, a.code, giver, a.produced, a.last_day
    FROM asked a WHERE a.lots ORDER BY a.product_id, a.code, a.n
    ON CONFLICT (product_id, code) DO UPDATE SET code = excluded.code
    RETURNING lot_id, product_id, code, expires
  )
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot_id, lot, expires, cost, value)
  SELECT batch, a.n, 'receive', place, a.product_id, a.quantity, m.lot_id, a.code, coalesce(m.expires, a.last_day), a.cost,
    CASE WHEN a.cost IS NOT NULL THEN round(a.cost * a.quantity, 2)
      WHEN h.quantity > 0 THEN round(h.value * a.quantity / h.quantity, 2) ELSE 0 END
  FROM asked a
  JOIN stock_on_hand h ON h.location_id = place AND h.product_id = a.product_id
  LEFT JOIN made m ON m.product_id = a.product_id AND m.code = a.code;
  SELECT v.lot INTO wrong FROM stock_move v
  LEFT JOIN unnest(expires_on) WITH ORDINALITY AS i(expires, n) ON i.n = v.move_no
  WHERE v.posting_id = batch AND v.lot_id IS NOT NULL AND i.expires <> v.expires LIMIT 1;
  IF wrong IS NOT NULL THEN
    PERFORM refuse('lot_expires_otherwise', jsonb_build_object('lot', wrong));
  END IF;
  PERFORM keep_stock(batch);
  PERFORM settle_shortages(batch, place, products, today);
  RETURN QUERY
  SELECT l.code, p.sku, p.name, p.unit, v.quantity, coalesce(v.lot, ''), v.expires, h.quantity,
    coalesce((SELECT -sum(m.quantity) FROM stock_move m
      WHERE m.posting_id = batch AND m.kind = 'settle' AND m.product_id = v.product_id), 0)
  FROM stock_move v
  JOIN product p ON p.product_id = v.product_id
  JOIN location l ON l.location_id = v.location_id
  JOIN stock_on_hand h ON h.location_id = v.location_id AND h.product_id = v.product_id
  WHERE v.posting_id = batch AND v.kind = 'receive'
  ORDER BY v.move_no;
END $$;
CREATE FUNCTION pengshui.reconcile_claims(batch_no bigint, file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  own    date;
  booked date;
  loops  text := current_setting('enable_nestloop');
BEGIN
  PERFORM merge_claims(batch_no);
  PERFORM merge_aftersales(batch_no);
  PERFORM match_aftersales(batch_no);
  ANALYZE import_affected;
  PERFORM stage_new_sales(batch_no);
  IF EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh) THEN
    PERFORM stage_corrected_sales(batch_no);
  END IF;
  ANALYZE import_line_stage;
  PERFORM set_config('enable_nestloop', 'on', true);  -- claim_refund looks up each claim
  PERFORM stage_refunds(batch_no);
  PERFORM set_config('enable_nestloop', loops, true);
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
CREATE FUNCTION pengshui.refund_order(request uuid, wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_amounts numeric[], restock boolean, methods text[], amounts numeric[], happened_at timestamp with time zone, by_operator text, by_command text, because text, OUT document bigint, OUT total numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('refund', wanted, asked_lines, asked_quantities, asked_amounts,
    restock, methods, amounts)::text, 'UTF8'));
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
  month := book_month_of(on_day);
  batch := nextval('posting_number');
  document := nextval('document_number');
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, signed, product_id, supplier_id, quantity, amount, verdict, rule, of_document, of_line, back)
  SELECT batch, document, row_number() OVER (ORDER BY r.line_no), 'refund', 'refund', month, on_day, happened_at,
    sale.channel_id, sale.location_id, sale.buyer_id, sale.signed, r.product_id, r.supplier_id, -r.take,
    -coalesce(r.money, CASE WHEN r.take = r.quantity_left THEN r.amount_left
      ELSE least(round(r.amount * r.take / nullif(r.quantity, 0), 2), r.amount_left) END),
    r.verdict, r.rule, wanted, r.line_no,
    CASE WHEN restock AND sale.location_id IS NOT NULL THEN r.take ELSE 0 END
  FROM (
    SELECT o.*, a.amount AS money,
      CASE WHEN cardinality(asked_lines) = 0 THEN o.quantity_left ELSE a.quantity END AS take
    FROM order_line o
    LEFT JOIN unnest(asked_lines, asked_quantities, asked_amounts) AS a(line_no, quantity, amount)
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
CREATE FUNCTION pengshui.refuse(code text, facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
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
CREATE FUNCTION pengshui.refuse_order_line(asked_code text, asked_quantity numeric, n bigint) RETURNS void
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
    jsonb_build_object('code', asked_code, 'name', it.name, 'unit', it.unit, 'line', n,
      'quantity', trim_scale(asked_quantity)::text));
END $$;
CREATE FUNCTION pengshui.refuse_short(place bigint, product bigint, asked numeric, on_hand numeric, usable numeric) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  facts jsonb;
BEGIN
  SELECT jsonb_build_object('sku', p.sku, 'name', p.name, 'unit', p.unit, 'location', l.code,
    'on_hand', trim_scale(usable)::text, 'asked', trim_scale(refuse_short.asked)::text,
    'expired', trim_scale(refuse_short.on_hand - usable)::text) INTO facts
  FROM product p, location l WHERE p.product_id = product AND l.location_id = place;
  PERFORM refuse(CASE WHEN refuse_short.on_hand >= refuse_short.asked THEN 'stock_expired' ELSE 'stock_short' END, facts);
END $$;
CREATE FUNCTION pengshui.remove_stock(move_kind text, codes text[], quantities numeric[], lot_codes text[], location_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT posting bigint, OUT cost numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place    bigint := location_of(location_code);
  products bigint[] := products_of(codes, quantities);
  today    date;
BEGIN
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  PERFORM take_stock(posting, move_kind, place, products, quantities, lots_of(products, lot_codes), today, true);
  PERFORM keep_stock(posting);
  SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
END $$;
CREATE FUNCTION pengshui.repeated_order(request uuid, asked_digest bytea, OUT document bigint, OUT total numeric, OUT change numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  first record;
BEGIN
  SELECT p.document_id, p.book_month, p.request_digest, p.change INTO first
  FROM posting p WHERE p.request_id = request;
  repeated := first.document_id IS NOT NULL;
  IF NOT repeated THEN
    RETURN;
  ELSIF first.request_digest <> asked_digest THEN
    PERFORM refuse('request_differs', jsonb_build_object('id', request, 'document', first.document_id));
  END IF;
  document := first.document_id;
  change := first.change;
  SELECT d.total INTO total FROM document d
  WHERE d.document_id = first.document_id AND d.book_month = first.book_month;
END $$;
CREATE FUNCTION pengshui.rule_of(pending_reason text, origin text, is_signed boolean, county text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN is_signed THEN 'signed_agreement'::text WHEN (pending_reason IS NOT NULL) THEN pending_reason WHEN (origin IS NULL) THEN 'listing_unknown'::text WHEN (origin <> county) THEN 'origin'::text ELSE 'eligible'::text END;
CREATE FUNCTION pengshui.send_transfer(codes text[], quantities numeric[], lot_codes text[], from_code text, to_code text, because text, happened_at timestamp with time zone, by_operator text, by_command text, OUT transfer bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place    bigint := location_of(from_code);
  target   bigint := location_of(to_code);
  products bigint[] := products_of(codes, quantities);
  batch    bigint;
  today    date;
BEGIN
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
    AS $$
BEGIN
  WITH desired AS MATERIALIZED (
    SELECT d.* FROM import_affected a
    JOIN claim_desired d ON d.claim_id = a.claim_id
    WHERE a.batch = batch_no AND NOT a.fresh
  ), posted AS MATERIALIZED (
    SELECT p.* FROM import_affected a
    JOIN claim_posted p ON p.claim_id = a.claim_id AND p.side = 'sale'
    WHERE a.batch = batch_no AND NOT a.fresh
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
        c.channel_id, c.file_id, c.day, c.paid_at, c.location_id, c.signed, c.product_id, r.supplier_id, c.quantity,
        c.amount, c.freight, verdict_of(rule_of(c.pending_rule, r.origin, c.signed, g.county)),
        rule_of(c.pending_rule, r.origin, c.signed, g.county), NULL, NULL, false, c.estimated
      FROM compared c
      JOIN claim k ON k.claim_id = c.claim_id
      CROSS JOIN programme g
      LEFT JOIN product r ON r.product_id = c.product_id
      WHERE c.day IS NOT NULL
    ) w
  ), numbers AS MATERIALIZED (
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, k.document_id, w.line_no, w.kind, 'sale', date_trunc('month', w.day), w.day, w.at, w.channel_id,
    w.location_id, w.file_id, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w JOIN numbers k ON k.n = w.document;
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
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  ), rest AS MATERIALIZED (  -- what few documents have beside their first line
    SELECT w.document, 1 AS line_no, sum(w.amount) AS amount, sum(w.freight) AS freight
    FROM wanted w WHERE w.line_no > 1 GROUP BY w.document
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part)
  SELECT batch_no, k.document_id, w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.at, channel,
    CASE WHEN NOT w.signed THEN h.ships_from END, file, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity,
    w.amount, w.freight, w.amount + coalesce(o.amount, 0), w.freight + coalesce(o.freight, 0),
    w.amount + coalesce(o.amount, 0) + w.freight + coalesce(o.freight, 0),
    verdict_of(w.rule), w.rule, (file << 24) | w.ordinal, w.part
  FROM wanted w
  JOIN numbers k ON k.n = w.document
  LEFT JOIN rest o ON o.document = w.document AND o.line_no = w.line_no
  JOIN channel h ON h.channel_id = channel;
  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, (file << 24) | f.ordinal, true, true, true
  FROM import_fresh(batch_no, file, all_new) f
  WHERE f.refund IN ('full', 'part') AND f.paid_at IS NOT NULL;
  IF EXISTS (SELECT FROM claim c WHERE c.estimated) THEN
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
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, estimated)
  SELECT batch_no, k.document_id, w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.paid_at,
    w.channel_id, w.location_id, w.file_id, w.order_no, w.signed, w.product_id, r.supplier_id, w.quantity, w.amount,
    w.freight, w.total, w.freights, w.total + w.freights,
    verdict_of(rule_of(w.pending_rule, r.origin, w.signed, g.county)),
    rule_of(w.pending_rule, r.origin, w.signed, g.county), w.claim_id, w.part, w.estimated
  FROM wanted w
  JOIN numbers k ON k.n = w.document
  CROSS JOIN programme g
  LEFT JOIN product r ON r.product_id = w.product_id;
END $$;
CREATE FUNCTION pengshui.stage_refunds(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  WITH told AS MATERIALIZED (  -- claim by claim: the planner would begin with the claims of all files
    SELECT r.*, a.fresh
    FROM import_affected a
    CROSS JOIN LATERAL (SELECT f.* FROM claim_refund f WHERE f.claim_id = a.claim_id OFFSET 0) r
    WHERE a.batch = batch_no
  ), desired AS MATERIALIZED (
    SELECT r.*, coalesce(n.document_id, p.document_id) AS of_document, coalesce(n.line_no, p.line_no) AS of_line,
      CASE WHEN n.claim_id IS NULL THEN p.supplier_id ELSE n.supplier_id END AS supplier_id,
      coalesce(n.verdict, p.verdict) AS verdict, coalesce(n.rule, p.rule) AS rule
    FROM told r
    LEFT JOIN import_line_stage n ON n.posting_id = batch_no AND n.claim_id = r.claim_id AND n.part = r.part AND NOT n.reverses
    LEFT JOIN claim_posted p ON NOT r.fresh AND p.claim_id = r.claim_id AND p.part = r.part AND p.side = 'sale'
  ), posted AS MATERIALIZED (
    SELECT p.* FROM import_affected a
    JOIN claim_posted p ON p.claim_id = a.claim_id AND p.side = 'refund'
    WHERE a.batch = batch_no AND NOT a.fresh
  ), standing AS MATERIALIZED (
    SELECT d.claim_id, d.part, d.day, p.document_id, p.line_no
    FROM posted p
    JOIN desired d ON d.claim_id = p.claim_id AND d.part = p.part AND d.day = p.day AND -d.amount = p.amount
      AND -d.quantity = p.quantity AND d.of_document = p.of_document AND d.of_line = p.of_line
  ), fallen AS MATERIALIZED (
    SELECT p.* FROM posted p
    WHERE NOT EXISTS (SELECT FROM standing t WHERE t.document_id = p.document_id AND t.line_no = p.line_no)
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
      FROM desired d
      WHERE NOT EXISTS (SELECT FROM standing t WHERE t.claim_id = d.claim_id AND t.part = d.part AND t.day = d.day)
    ) w
  ), numbers AS MATERIALIZED (
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, signed, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, k.document_id, w.line_no, w.kind, 'refund', date_trunc('month', w.day), w.day, w.at, w.channel_id,
    w.location_id, w.file_id, w.order_no, w.signed, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w JOIN numbers k ON k.n = w.document;
END $$;
CREATE FUNCTION pengshui.standing_conflicts(file bigint, platform_code text) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM import_file f
    WHERE f.platform = platform_code AND f.file_id <> file AND f.state = 'live') THEN
    RETURN 0;
  END IF;
  RETURN (
    SELECT count(DISTINCT k.row_no)
    FROM claim_snapshot k
    JOIN claim c ON c.claim_id = k.claim_id AND c.status_id <> k.snapshot_id
    JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    JOIN claim_snapshot t ON t.snapshot_id = c.status_id
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215
      AND k.digest <> t.digest AND k.effective_at = t.effective_at AND k.exact = v.exact);
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
    PERFORM refuse_short(place, short.product, short.quantity, short.on_hand, short.usable);
  END IF;
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
    rule, of_document, of_line, reverses)
  SELECT batch, document, l.line_no, 'correction', 'sale', month, sale.day, happened_at, sale.channel_id,
    sale.location_id, sale.buyer_id, sale.signed, l.product_id, l.supplier_id, -l.quantity, -l.amount,
    CASE WHEN l.line_no = 1 THEN -sale.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN -sale.receivable ELSE 0 END,
    l.verdict, l.rule, wanted, l.line_no, true
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
     LEFT JOIN LATERAL ( SELECT (sum(b.cash) - ( SELECT COALESCE(v.cash, v.goods) AS "coalesce"
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
    ((s.refund = ANY (ARRAY['full'::text, 'part'::text])) OR (c.aftersale = 'back'::text)) AS returned,
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
CREATE VIEW pengshui.claim_refund AS
 SELECT d.claim_id,
    d.part,
    d.order_no,
    d.channel_id,
    d.location_id,
    d.signed,
    d.product_id,
    d.estimated,
    r.day,
    ((r.day + g.day_start) AT TIME ZONE g.timezone) AS at,
    r.file_id,
    (r.amount)::numeric(14,2) AS amount,
    (
        CASE
            WHEN r.completes THEN d.quantity
            ELSE (0)::numeric
        END)::numeric(14,3) AS quantity,
        CASE
            WHEN r.completes THEN d.freight
            ELSE (0)::numeric
        END AS freight
   FROM ((pengshui.claim_desired d
     CROSS JOIN pengshui.programme g)
     CROSS JOIN LATERAL ( SELECT p.day,
            max(p.file_id) AS file_id,
            bool_or(p.completes) AS completes,
            sum(
                CASE
                    WHEN p.completes THEN (d.amount - LEAST(p.goods_before, d.amount))
                    WHEN (p.cash_before >= d.cash) THEN (0)::numeric
                    ELSE (LEAST(p.goods, d.amount) - LEAST(p.goods_before, d.amount))
                END) AS amount
           FROM ( SELECT b.day,
                    b.file_id,
                    b.place,
                    b.cash_now,
                    b.cash_before,
                    b.goods_alone,
                    ((b.cash_now >= d.cash) AND ((b.cash_before < d.cash) OR (b.place = 1))) AS completes,
                    sum(b.goods_alone) OVER (ORDER BY b.place) AS goods,
                    (sum(b.goods_alone) OVER (ORDER BY b.place) - b.goods_alone) AS goods_before
                   FROM ( SELECT c.day,
                            c.file_id,
                            c.place,
                            c.cash_now,
                            c.cash_before,
                            COALESCE(round(((d.amount * (c.cash_now - c.cash_before)) / NULLIF(d.cash, (0)::numeric)), 2), (0)::numeric) AS goods_alone
                           FROM ( SELECT e.day,
                                    e.file_id,
                                    e.place,
                                    e.cash_now,
                                    COALESCE(lag(e.cash_now) OVER (ORDER BY e.place), (0)::numeric) AS cash_before
                                   FROM ( SELECT u.day,
    u.file_id,
    row_number() OVER cases AS place,
    max(LEAST(u.cash, d.cash)) OVER cases AS cash_now
   FROM ( SELECT pengshui.business_day(a.back_at, g.timezone, g.day_start) AS day,
      a.file_id,
      a.back_at,
      a.number,
      sum(a.cash) OVER (ORDER BY a.back_at, a.number) AS cash
     FROM pengshui.aftersale a
    WHERE ((a.claim_id = d.claim_id) AND (a.state = 'back'::text))
  UNION ALL
   SELECT pengshui.business_day(f.effective_at, g.timezone, g.day_start) AS business_day,
      f.file_id,
      NULL::timestamp with time zone,
      NULL::text,
      t.cash
     FROM (( SELECT DISTINCT LEAST(
      CASE s.refund
       WHEN 'full'::text THEN d.cash
       ELSE s.refunded
      END, d.cash_told_back) AS cash
       FROM pengshui.claim_snapshot s
      WHERE ((s.claim_id = d.claim_id) AND (s.refund = ANY (ARRAY['full'::text, 'part'::text])) AND (d.cash_told_back IS NOT NULL) AND (( SELECT l.state
         FROM pengshui.import_file l
        WHERE (l.file_id = s.file_id)) = 'live'::text))) t
       CROSS JOIN LATERAL ( SELECT s.effective_at,
        s.file_id
       FROM pengshui.claim_snapshot s
      WHERE ((s.claim_id = d.claim_id) AND (
      CASE s.refund
       WHEN 'full'::text THEN d.cash
       WHEN 'part'::text THEN s.refunded
       ELSE NULL::numeric
      END >= t.cash) AND (( SELECT l.state
         FROM pengshui.import_file l
        WHERE (l.file_id = s.file_id)) = 'live'::text))
      ORDER BY s.dated DESC, s.effective_at, s.file_id
     LIMIT 1) f)) u
  WINDOW cases AS (ORDER BY u.back_at, u.number, u.cash)) e) c) b) p
          GROUP BY p.day) r)
  WHERE (d.returned AND ((r.amount <> (0)::numeric) OR (r.completes AND (d.quantity <> (0)::numeric))));
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
            WHEN (h.quantity > (0)::numeric) THEN round(((h.value * (e.counted - e.book)) / h.quantity), 2)
            ELSE (0)::numeric
        END AS value,
    ((e.times < 2) AND (e.counted <> e.book) AND (abs((
        CASE
            WHEN (h.quantity > (0)::numeric) THEN (h.value / h.quantity)
            ELSE p.price
        END * (e.counted - e.book))) > c.recount)) AS needs_recount
   FROM (((pengshui.stock_count c
     JOIN ( SELECT DISTINCT ON (l.count_id, l.product_id, l.lot_id) l.count_id,
            l.product_id,
            l.lot_id,
            l.counted,
            l.book,
            count(*) OVER (PARTITION BY l.count_id, l.product_id, l.lot_id) AS times
           FROM pengshui.stock_count_line l
          ORDER BY l.count_id, l.product_id, l.lot_id, l.line_no DESC) e ON ((e.count_id = c.count_id)))
     JOIN pengshui.product p ON ((p.product_id = e.product_id)))
     LEFT JOIN pengshui.stock_on_hand h ON (((h.location_id = c.location_id) AND (h.product_id = e.product_id))));
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
CREATE SEQUENCE pengshui.document_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
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
CREATE UNLOGGED TABLE pengshui.import_aftersale (
    batch bigint NOT NULL,
    aftersale_id bigint NOT NULL
);
COMMENT ON TABLE pengshui.import_aftersale IS 'After-sale cases that an import or an undo has touched.';
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
    part smallint DEFAULT 1 NOT NULL
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
ALTER TABLE pengshui.lot ALTER COLUMN lot_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.lot_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
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
    CONSTRAINT stock_move_kind_known CHECK ((kind = ANY (ARRAY['receive'::text, 'issue'::text, 'cancel'::text, 'return'::text, 'send'::text, 'arrive'::text, 'waste'::text, 'give_back'::text, 'build'::text, 'adjust'::text, 'settle'::text]))),
    CONSTRAINT stock_move_quantity_not_zero CHECK (((quantity <> (0)::numeric) AND (quantity < 'NaN'::numeric))),
    CONSTRAINT stock_move_sign CHECK (
CASE
    WHEN (kind = ANY (ARRAY['issue'::text, 'send'::text, 'waste'::text, 'give_back'::text, 'settle'::text])) THEN ((quantity < (0)::numeric) AND (value <= (0)::numeric))
    WHEN (kind = ANY (ARRAY['build'::text, 'adjust'::text])) THEN true
    ELSE ((quantity > (0)::numeric) AND (value >= (0)::numeric))
END)
);
COMMENT ON TABLE pengshui.stock_move IS 'A signed quantity of a lot at a location, and its value at cost.';
COMMENT ON COLUMN pengshui.stock_move.cost IS 'Yuan for one base unit, as received.';
COMMENT ON COLUMN pengshui.stock_move.value IS 'Yuan at cost, signed as the quantity: fixed when goods leave, never reposted.';
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
 SELECT h.location_id,
    h.product_id,
    h.quantity,
    h.value,
    COALESCE(t.quantity, (0)::numeric) AS in_transit,
        CASE
            WHEN (s.quantity > (0)::numeric) THEN floor(((h.quantity * (28)::numeric) / s.quantity))
            ELSE NULL::numeric
        END AS days
   FROM ((pengshui.stock_on_hand h
     LEFT JOIN ( SELECT transfer_open.to_location,
            transfer_open.product_id,
            sum(transfer_open.quantity) AS quantity
           FROM pengshui.transfer_open
          GROUP BY transfer_open.to_location, transfer_open.product_id) t ON (((t.to_location = h.location_id) AND (t.product_id = h.product_id))))
     LEFT JOIN ( SELECT m.location_id,
            m.product_id,
            (- sum(m.quantity)) AS quantity
           FROM (pengshui.stock_move m
             JOIN pengshui.posting p ON ((p.posting_id = m.posting_id)))
          WHERE ((m.kind = ANY (ARRAY['issue'::text, 'cancel'::text, 'return'::text])) AND (p.recorded_at > (now() - '28 days'::interval)))
          GROUP BY m.location_id, m.product_id) s ON (((s.location_id = h.location_id) AND (s.product_id = h.product_id))));
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
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
INSERT INTO pengshui.aftersale VALUES (33554433, 'douyin', '144977381966013190', 5, '6924977763932026380', '6924977763932026380', NULL, 16777218, 33554433, 2, 'back', 57.66, '2026-10-02 13:44:41+00');
INSERT INTO pengshui.aftersale VALUES (33554434, 'douyin', '144977763932026380', 5, '6924977145898039570', '6924977145898039570', NULL, 16777219, 33554434, 2, 'back', 41.85, '2026-10-14 16:26:02+00');
INSERT INTO pengshui.aftersale VALUES (33554435, 'douyin', '144977145898039570', 5, '6924977527864052760', '6924977527864052760', NULL, 16777220, 33554435, 2, 'back', 42.75, '2026-10-31 15:59:59+00');
INSERT INTO pengshui.aftersale VALUES (33554436, 'douyin', '144977527864052760', 5, '6924977527864052760', '6924977527864052761', NULL, 16777221, 33554436, 2, 'back', 49.90, '2026-10-31 15:59:59+00');
INSERT INTO pengshui.aftersale VALUES (33554437, 'douyin', '144977909830065950', 5, '6924977527864052760', '6924977527864052762', NULL, 16777222, 33554437, 2, 'back', 107.88, '2026-10-31 15:59:59+00');
INSERT INTO pengshui.aftersale VALUES (33554438, 'douyin', '144977291796079140', 5, '6924977527864052760', '6924977527864052763', NULL, 16777223, 33554438, 2, 'back', 168.00, '2026-10-31 15:59:59+00');
INSERT INTO pengshui.aftersale VALUES (33554439, 'douyin', '144977673762092330', 5, '6924977201626145090', '6924977201626145090', NULL, 16777231, 33554439, 2, 'back', 24.95, '2026-10-25 01:23:50+00');
INSERT INTO pengshui.aftersale VALUES (33554440, 'douyin', '144977055728105520', 5, '6924977729490197850', '6924977729490197850', NULL, 16777238, 33554440, 2, 'nothing', 0.00, '2026-10-31 15:51:40+00');
INSERT INTO pengshui.aftersale VALUES (33554441, 'douyin', '144977437694118710', 5, '6924977931116342940', '6924977931116342940', NULL, 16777249, 33554441, 2, 'back', 11.04, '2026-10-24 10:55:18+00');
INSERT INTO pengshui.aftersale VALUES (33554442, 'douyin', '144977819660131900', 5, '6924977222912422080', '6924977222912422080', NULL, 16777255, 33554442, 2, 'back', 55.50, '2026-10-14 07:50:40+00');
INSERT INTO pengshui.aftersale VALUES (33554443, 'douyin', '144977201626145090', 5, '6924977278640527600', '6924977278640527600', NULL, 16777263, 33554443, 2, 'nothing', 268.00, '2026-10-31 15:51:40+00');
INSERT INTO pengshui.aftersale VALUES (33554444, 'douyin', '144977583592158280', 5, '6924977042572553980', '6924977042572553980', NULL, 16777265, 33554444, 2, 'open', 70.68, '2026-10-31 15:51:40+00');
INSERT INTO pengshui.aftersale VALUES (33554445, 'douyin', '144977965558171470', 5, '6924977806504580360', '6924977806504580360', NULL, 16777267, 33554445, 2, 'back', 218.70, '2026-10-13 15:10:16+00');
INSERT INTO pengshui.aftersale VALUES (33554446, 'douyin', '144977347524184660', 5, '6924977952402619930', '6924977952402619930', NULL, 16777270, 33554446, 2, 'back', 138.00, '2026-10-31 15:59:59+00');
INSERT INTO pengshui.aftersale VALUES (33554447, 'douyin', '144977729490197850', 5, '6924977716334646310', '6924977716334646311', NULL, 16777273, 33554447, 2, 'nothing', 0.00, '2026-10-31 15:51:40+00');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554433, 33554433, 2, 2, 'new', false, '2026-10-31 15:51:40+00', true, 4, 'ea4e5de5-ea87-38e3-b5aa-9ddfb2f7faff', '6924977763932026380', '6924977763932026380', NULL, 57.66, 0.00, 0.00, '2026-10-02 13:44:41+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554434, 33554434, 2, 3, 'new', false, '2026-10-31 15:51:40+00', true, 4, '3e8e8c4b-ff90-f299-5d8a-1685e4cc8d2a', '6924977145898039570', '6924977145898039570', NULL, 41.85, 0.00, 0.00, '2026-10-14 16:26:02+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554435, 33554435, 2, 4, 'new', false, '2026-10-31 15:51:40+00', true, 4, '0cd04d7f-323b-ae3b-c097-13daca33254c', '6924977527864052760', '6924977527864052760', NULL, 42.75, 0.00, 0.00, '2026-10-31 15:59:59+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554436, 33554436, 2, 5, 'new', false, '2026-10-31 15:51:40+00', true, 4, '7806a188-9415-ea33-e9b9-94c3b97faed5', '6924977527864052760', '6924977527864052761', NULL, 49.90, 0.00, 0.00, '2026-10-31 15:59:59+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554437, 33554437, 2, 6, 'new', false, '2026-10-31 15:51:40+00', true, 4, '3f11fb86-53cc-e653-abb6-23e853a5407f', '6924977527864052760', '6924977527864052762', NULL, 107.88, 0.00, 0.00, '2026-10-31 15:59:59+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554438, 33554438, 2, 7, 'new', false, '2026-10-31 15:51:40+00', true, 4, '6757070b-2116-5180-073e-237a12920bcd', '6924977527864052760', '6924977527864052763', NULL, 168.00, 0.00, 0.00, '2026-10-31 15:59:59+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554439, 33554439, 2, 8, 'new', false, '2026-10-31 15:51:40+00', true, 4, '7a75ac21-6291-dd7d-068a-eaf562d9dcad', '6924977201626145090', '6924977201626145090', NULL, 24.95, 0.00, 0.00, '2026-10-25 01:23:50+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554440, 33554440, 2, 9, 'new', false, '2026-10-31 15:51:40+00', true, 2, 'd865c69c-a8c5-7cf7-38b0-6cba1486376f', '6924977729490197850', '6924977729490197850', NULL, 0.00, 0.00, 0.00, NULL, 'nothing', '补寄成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554441, 33554441, 2, 10, 'new', false, '2026-10-31 15:51:40+00', true, 4, '56a75259-26b8-db7f-4bbc-01fd931cc298', '6924977931116342940', '6924977931116342940', NULL, 11.04, 0.00, 0.00, '2026-10-24 10:55:18+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554442, 33554442, 2, 11, 'new', false, '2026-10-31 15:51:40+00', true, 4, '51823daf-86af-83df-ae3e-4b476efa9942', '6924977222912422080', '6924977222912422080', NULL, 55.50, 0.00, 0.00, '2026-10-14 07:50:40+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554443, 33554443, 2, 12, 'new', false, '2026-10-31 15:51:40+00', true, 2, 'a4a53b63-1726-bca2-5db8-4aa4430b605f', '6924977278640527600', '6924977278640527600', NULL, 268.00, 0.00, 0.00, NULL, 'nothing', '拒绝售后申请');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554444, 33554444, 2, 13, 'new', false, '2026-10-31 15:51:40+00', true, 1, '77eea9ed-858b-d77d-27b7-26625dd01379', '6924977042572553980', '6924977042572553980', NULL, 70.68, 0.00, 0.00, NULL, 'open', '待商家收货');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554445, 33554445, 2, 14, 'new', false, '2026-10-31 15:51:40+00', true, 4, '9ef18be5-50ac-70c4-d042-eed27e71502e', '6924977806504580360', '6924977806504580360', NULL, 218.70, 0.00, 0.00, '2026-10-13 15:10:16+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554446, 33554446, 2, 15, 'new', false, '2026-10-31 15:51:40+00', true, 4, 'e5e773f5-6248-2d28-6fd1-acfb178b72bb', '6924977952402619930', '6924977952402619930', NULL, 138.00, 0.00, 0.00, '2026-10-31 15:59:59+00', 'back', '同意退款,退款成功');
INSERT INTO pengshui.aftersale_snapshot VALUES (33554447, 33554447, 2, 16, 'new', false, '2026-10-31 15:51:40+00', true, 2, '39af1e99-4975-b760-cfd9-cdd07350b413', '6924977716334646310', '6924977716334646311', NULL, 0.00, 0.00, 0.00, NULL, 'nothing', '换货成功');
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
INSERT INTO pengshui.claim VALUES (16777244, 'douyin', '6924977021286276990', '6924977021286276990', 5, 16777244, 16777244, false, 'none');
INSERT INTO pengshui.claim VALUES (16777265, 'douyin', '6924977042572553980', '6924977042572553980', 5, 16777265, 16777265, false, 'none');
INSERT INTO pengshui.claim VALUES (16777228, 'douyin', '6924977055728105520', '6924977055728105520', 5, 16777228, 16777228, false, 'none');
INSERT INTO pengshui.claim VALUES (16777252, 'douyin', '6924977077014382510', '6924977077014382510', 5, 16777252, 16777252, false, 'none');
INSERT INTO pengshui.claim VALUES (16777274, 'douyin', '6924977098300659500', '6924977098300659500', 5, 16777274, 16777274, false, 'none');
INSERT INTO pengshui.claim VALUES (16777239, 'douyin', '6924977111456211040', '6924977111456211040', 5, 16777239, 16777239, false, 'none');
INSERT INTO pengshui.claim VALUES (16777260, 'douyin', '6924977132742488030', '6924977132742488030', 5, 16777260, 16777260, false, 'none');
INSERT INTO pengshui.claim VALUES (16777247, 'douyin', '6924977167184316560', '6924977167184316560', 5, 16777247, 16777247, false, 'none');
INSERT INTO pengshui.claim VALUES (16777268, 'douyin', '6924977188470593550', '6924977188470593550', 5, 16777268, 16777268, false, 'none');
INSERT INTO pengshui.claim VALUES (16777242, 'douyin', '6924977257354250610', '6924977257354250610', 5, 16777242, 16777242, false, 'none');
INSERT INTO pengshui.claim VALUES (16777263, 'douyin', '6924977278640527600', '6924977278640527600', 5, 16777263, 16777263, false, 'none');
INSERT INTO pengshui.claim VALUES (16777225, 'douyin', '6924977291796079140', '6924977291796079140', 5, 16777225, 16777225, false, 'none');
INSERT INTO pengshui.claim VALUES (16777226, 'douyin', '6924977291796079140', '6924977291796079141', 5, 16777226, 16777226, false, 'none');
INSERT INTO pengshui.claim VALUES (16777250, 'douyin', '6924977313082356130', '6924977313082356130', 5, 16777250, 16777250, false, 'none');
INSERT INTO pengshui.claim VALUES (16777271, 'douyin', '6924977334368633120', '6924977334368633120', 5, 16777271, 16777271, false, 'none');
INSERT INTO pengshui.claim VALUES (16777237, 'douyin', '6924977347524184660', '6924977347524184660', 5, 16777237, 16777237, false, 'none');
INSERT INTO pengshui.claim VALUES (16777258, 'douyin', '6924977368810461650', '6924977368810461650', 5, 16777258, 16777258, false, 'none');
INSERT INTO pengshui.claim VALUES (16777217, 'douyin', '6924977381966013190', '6924977381966013190', 5, 16777217, 16777217, false, 'none');
INSERT INTO pengshui.claim VALUES (16777245, 'douyin', '6924977403252290180', '6924977403252290180', 5, 16777245, 16777245, false, 'none');
INSERT INTO pengshui.claim VALUES (16777266, 'douyin', '6924977424538567170', '6924977424538567170', 5, 16777266, 16777266, false, 'none');
INSERT INTO pengshui.claim VALUES (16777229, 'douyin', '6924977437694118710', '6924977437694118710', 5, 16777229, 16777229, false, 'none');
INSERT INTO pengshui.claim VALUES (16777253, 'douyin', '6924977458980395700', '6924977458980395700', 5, 16777253, 16777253, false, 'none');
INSERT INTO pengshui.claim VALUES (16777275, 'douyin', '6924977480266672690', '6924977480266672690', 5, 16777275, 16777275, false, 'none');
INSERT INTO pengshui.claim VALUES (16777240, 'douyin', '6924977493422224230', '6924977493422224230', 5, 16777240, 16777240, false, 'none');
INSERT INTO pengshui.claim VALUES (16777261, 'douyin', '6924977514708501220', '6924977514708501220', 5, 16777261, 16777261, false, 'none');
INSERT INTO pengshui.claim VALUES (16777248, 'douyin', '6924977549150329750', '6924977549150329750', 5, 16777248, 16777248, false, 'none');
INSERT INTO pengshui.claim VALUES (16777269, 'douyin', '6924977570436606740', '6924977570436606740', 5, 16777269, 16777269, false, 'none');
INSERT INTO pengshui.claim VALUES (16777232, 'douyin', '6924977583592158280', '6924977583592158280', 5, 16777232, 16777232, false, 'none');
INSERT INTO pengshui.claim VALUES (16777256, 'douyin', '6924977604878435270', '6924977604878435270', 5, 16777256, 16777256, false, 'none');
INSERT INTO pengshui.claim VALUES (16777243, 'douyin', '6924977639320263800', '6924977639320263800', 5, 16777243, 16777243, false, 'none');
INSERT INTO pengshui.claim VALUES (16777264, 'douyin', '6924977660606540790', '6924977660606540790', 5, 16777264, 16777264, false, 'none');
INSERT INTO pengshui.claim VALUES (16777227, 'douyin', '6924977673762092330', '6924977673762092330', 5, 16777227, 16777227, false, 'none');
INSERT INTO pengshui.claim VALUES (16777251, 'douyin', '6924977695048369320', '6924977695048369320', 5, 16777251, 16777251, false, 'none');
INSERT INTO pengshui.claim VALUES (16777272, 'douyin', '6924977716334646310', '6924977716334646310', 5, 16777272, 16777272, false, 'none');
INSERT INTO pengshui.claim VALUES (16777273, 'douyin', '6924977716334646310', '6924977716334646311', 5, 16777273, 16777273, false, 'none');
INSERT INTO pengshui.claim VALUES (16777238, 'douyin', '6924977729490197850', '6924977729490197850', 5, 16777238, 16777238, false, 'none');
INSERT INTO pengshui.claim VALUES (16777259, 'douyin', '6924977750776474840', '6924977750776474840', 5, 16777259, 16777259, false, 'none');
INSERT INTO pengshui.claim VALUES (16777246, 'douyin', '6924977785218303370', '6924977785218303370', 5, 16777246, 16777246, false, 'none');
INSERT INTO pengshui.claim VALUES (16777230, 'douyin', '6924977819660131900', '6924977819660131900', 5, 16777230, 16777230, false, 'none');
INSERT INTO pengshui.claim VALUES (16777254, 'douyin', '6924977840946408890', '6924977840946408890', 5, 16777254, 16777254, false, 'none');
INSERT INTO pengshui.claim VALUES (16777276, 'douyin', '6924977862232685880', '6924977862232685880', 5, 16777276, 16777276, false, 'none');
INSERT INTO pengshui.claim VALUES (16777241, 'douyin', '6924977875388237420', '6924977875388237420', 5, 16777241, 16777241, false, 'none');
INSERT INTO pengshui.claim VALUES (16777262, 'douyin', '6924977896674514410', '6924977896674514410', 5, 16777262, 16777262, false, 'none');
INSERT INTO pengshui.claim VALUES (16777224, 'douyin', '6924977909830065950', '6924977909830065950', 5, 16777224, 16777224, false, 'none');
INSERT INTO pengshui.claim VALUES (16777233, 'douyin', '6924977965558171470', '6924977965558171470', 5, 16777233, 16777233, false, 'none');
INSERT INTO pengshui.claim VALUES (16777234, 'douyin', '6924977965558171470', '6924977965558171471', 5, 16777234, 16777234, false, 'none');
INSERT INTO pengshui.claim VALUES (16777235, 'douyin', '6924977965558171470', '6924977965558171472', 5, 16777235, 16777235, false, 'none');
INSERT INTO pengshui.claim VALUES (16777236, 'douyin', '6924977965558171470', '6924977965558171473', 5, 16777236, 16777236, false, 'none');
INSERT INTO pengshui.claim VALUES (16777257, 'douyin', '6924977986844448460', '6924977986844448460', 5, 16777257, 16777257, false, 'none');
INSERT INTO pengshui.claim VALUES (16777218, 'douyin', '6924977763932026380', '6924977763932026380', 5, 16777218, 16777218, false, 'back');
INSERT INTO pengshui.claim VALUES (16777219, 'douyin', '6924977145898039570', '6924977145898039570', 5, 16777219, 16777219, false, 'back');
INSERT INTO pengshui.claim VALUES (16777220, 'douyin', '6924977527864052760', '6924977527864052760', 5, 16777220, 16777220, false, 'back');
INSERT INTO pengshui.claim VALUES (16777221, 'douyin', '6924977527864052760', '6924977527864052761', 5, 16777221, 16777221, false, 'back');
INSERT INTO pengshui.claim VALUES (16777222, 'douyin', '6924977527864052760', '6924977527864052762', 5, 16777222, 16777222, false, 'back');
INSERT INTO pengshui.claim VALUES (16777223, 'douyin', '6924977527864052760', '6924977527864052763', 5, 16777223, 16777223, false, 'back');
INSERT INTO pengshui.claim VALUES (16777231, 'douyin', '6924977201626145090', '6924977201626145090', 5, 16777231, 16777231, false, 'back');
INSERT INTO pengshui.claim VALUES (16777249, 'douyin', '6924977931116342940', '6924977931116342940', 5, 16777249, 16777249, false, 'back');
INSERT INTO pengshui.claim VALUES (16777255, 'douyin', '6924977222912422080', '6924977222912422080', 5, 16777255, 16777255, false, 'back');
INSERT INTO pengshui.claim VALUES (16777267, 'douyin', '6924977806504580360', '6924977806504580360', 5, 16777267, 16777267, false, 'back');
INSERT INTO pengshui.claim VALUES (16777270, 'douyin', '6924977952402619930', '6924977952402619930', 5, 16777270, 16777270, false, 'back');
INSERT INTO pengshui.claim_snapshot VALUES (16777217, 16777217, 1, 2, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '14722cb2-5ea0-0b1e-0fa7-30f0a7e46f4d', 19, 1.000, 138.00, 10.00, '2026-10-21 05:41:26+00', 'none', '已完成', '', 125.58, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777218, 16777218, 1, 3, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'bfee0995-3258-d389-52fa-2bd3bfc135d7', 1, 1.000, 108.80, 0.00, '2026-09-30 18:18:35+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777219, 16777219, 1, 4, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '7e1c467a-2cad-d2ac-1c46-7a61e4fd1d82', 21, 1.000, 41.85, 0.00, '2026-10-10 07:18:37+00', 'full', '已关闭', '退款成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777220, 16777220, 1, 5, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '1f9258e1-f26e-4203-22f2-1ba1398276ff', 21, 1.000, 42.75, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777221, 16777221, 1, 6, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '9c25c7e5-c581-e352-b533-f905263216e8', 7, 1.000, 49.90, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777222, 16777222, 1, 7, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '71206ae4-963c-49b8-a81f-8088cff3594e', 14, 2.000, 116.00, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功', 107.88, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777223, 16777223, 1, 8, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '5a613ae1-4c23-7f2b-13fc-50db8e5b3412', 11, 1.000, 168.00, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777224, 16777224, 1, 9, 'new', false, '2026-10-31 15:50:00+00', true, 24, true, '2e92d3b9-201f-8a70-4bc6-55bfd3b43e39', 8, 1.000, 18.50, 0.00, '2026-10-11 12:43:53+00', 'none', '已完成', '售后关闭', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777225, 16777225, 1, 10, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '70cd3801-b06b-2763-3b9b-2d42bc44d7d1', 18, 1.000, 86.00, 0.00, '2026-10-01 09:13:59+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777226, 16777226, 1, 11, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '377744a2-24db-807f-e302-d4853e0dbd27', 21, 1.000, 41.40, 0.00, '2026-10-01 09:13:59+00', 'none', '已发货', '', 36.00, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777227, 16777227, 1, 12, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '42a10a89-0812-4269-c1ce-01ea8b220e08', 21, 1.000, 38.70, 0.00, '2026-10-19 13:46:36+00', 'none', '已完成', '', 38.25, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777228, 16777228, 1, 13, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'e1ed0ca0-1fdf-a919-c8f5-578a0a577520', 5, 2.000, 176.00, 0.00, '2026-10-31 02:38:08+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777229, 16777229, 1, 14, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '451fb293-ce96-9e4d-534c-968b7a3268d1', 18, 3.000, 258.00, 0.00, '2026-10-03 06:22:59+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777230, 16777230, 1, 15, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '790c39ee-ee4a-db5b-f5b7-481cdea04c89', 4, 3.000, 59.70, 9.00, '2026-10-23 22:08:11+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777231, 16777231, 1, 16, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '149f78fe-7a23-01bc-eaf1-1083805d3192', 7, 2.000, 99.80, 0.00, '2026-10-21 10:44:03+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777232, 16777232, 1, 17, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '8b67e423-1446-da40-f466-f8eb4fa2e486', 9, 1.000, 15.80, 0.00, '2026-10-06 14:03:10+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777233, 16777233, 1, 18, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '5ae5ac13-acc6-1f84-05ee-8fc447829c39', 10, 1.000, 28.00, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', '', 27.44, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777234, 16777234, 1, 19, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '9ed129bb-d6ab-53f2-8a15-29138e74c65f', 2, 1.000, 368.00, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777235, 16777235, 1, 20, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '10b91cac-11d2-f820-7382-c0a4804f5e9c', 6, 1.000, 6.26, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', '', 5.58, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777236, 16777236, 1, 21, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'e093847a-f3dc-bc4a-7466-d4d8cb4e8da5', 3, 2.000, 29.20, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777237, 16777237, 1, 22, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '1084a506-30c3-a13b-c73b-ad7f4511f1f8', 16, 2.000, 33.60, 0.00, '2026-10-13 06:56:57+00', 'none', '已发货', '', 29.57, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777238, 16777238, 1, 23, 'new', false, '2026-10-31 15:50:00+00', true, 34, true, '98a8ca40-a42f-df8a-26b2-b4793551e517', 19, 2.000, 276.00, 0.00, '2026-10-20 17:34:04+00', 'none', '已完成', '补寄成功', 267.72, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777239, 16777239, 1, 24, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '9031aa42-a832-5f37-bb9d-a7287ddb5290', 16, 1.000, 16.80, 10.00, '2026-10-11 13:11:16+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777240, 16777240, 1, 25, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '6a8ef4af-f447-1b36-edf3-e902c3130bba', 18, 1.000, 85.14, 0.00, '2026-10-26 21:39:59+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777241, 16777241, 1, 26, 'new', false, '2026-10-31 15:50:00+00', true, 5, true, 'd1cc7897-dd54-6633-eb85-1cba4eb20030', 17, 2.000, 90.00, 0.00, NULL, 'none', '已关闭', '', 87.30, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777242, 16777242, 1, 27, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '8140a85a-1f8a-8701-d388-e23021428b2d', 20, 1.000, 32.00, 0.00, '2026-10-22 01:44:20+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777243, 16777243, 1, 28, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '3bee905c-d607-e6a8-12e4-4d760bc306b7', 8, 1.000, 18.50, 0.00, '2026-10-27 00:02:35+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777244, 16777244, 1, 29, 'new', false, '2026-10-31 15:50:00+00', true, 13, true, '93ddb0ca-8ec4-a14e-5ad0-ab40bb0a2506', 18, 1.000, 86.00, 0.00, '2026-10-19 20:00:11+00', 'none', '已发货', '待收退货', 73.96, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777245, 16777245, 1, 30, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'decd13ba-3405-be90-1717-9c23cb921e42', 5, 1.000, 88.00, 0.00, '2026-10-21 23:10:27+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777246, 16777246, 1, 31, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '72ea147e-9cb0-8231-3cf8-9a967f68a482', 7, 1.000, 49.90, 0.00, '2026-10-07 05:28:11+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777247, 16777247, 1, 32, 'new', false, '2026-10-31 15:50:00+00', true, 34, true, '7f8d3523-df16-7798-59fe-a9de5b099b8f', 15, 1.000, 268.00, 0.00, '2026-10-14 03:23:08+00', 'none', '已完成', '换货成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777248, 16777248, 1, 33, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, 'a1106078-598c-0e67-9873-04caf2c327a2', 21, 1.000, 43.65, 0.00, '2026-10-16 00:28:08+00', 'none', '已发货', '', 36.00, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777249, 16777249, 1, 34, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'e61630e2-7706-8834-48c0-4b6a029dbb91', 19, 1.000, 138.00, 0.00, '2026-10-21 08:14:00+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777250, 16777250, 1, 35, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '3636d223-6623-8388-82d1-6388f442d680', 2, 1.000, 368.00, 0.00, '2026-10-14 02:09:13+00', 'none', '已完成', '', 312.80, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777251, 16777251, 1, 36, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'c57394d0-933d-cc39-b07e-de9297a0585d', 8, 1.000, 18.50, 0.00, '2026-10-05 07:38:42+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777252, 16777252, 1, 37, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'd37f2cdd-52e0-59b8-9fc7-521443ec62a2', 12, 1.000, 76.00, 0.00, '2026-10-21 00:01:40+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777253, 16777253, 1, 38, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '46a4dd8b-8a84-7723-450c-f02f1efa5c5c', 4, 1.000, 19.90, 0.00, '2026-10-25 07:07:07+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777254, 16777254, 1, 39, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '5c2dce34-961c-12c4-fe66-9a2c799226e2', 4, 1.000, 18.71, 0.00, '2026-10-29 01:52:42+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777255, 16777255, 1, 40, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, 'acdfde3d-b3af-121e-efc1-3cb25850e3fb', 8, 3.000, 55.50, 0.00, '2026-10-11 19:02:48+00', 'full', '已关闭', '同意退款,退款成功', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777256, 16777256, 1, 41, 'new', false, '2026-10-31 15:50:00+00', true, 5, true, '7dab4205-8277-0647-824b-ad0f3c6943c6', 14, 3.000, 174.00, 0.00, NULL, 'none', '已关闭', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777257, 16777257, 1, 42, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, '79b5823c-f0f6-606a-4513-a61bf2dc8ea6', 13, 2.000, 180.00, 0.00, '2026-10-07 09:55:03+00', 'none', '已发货', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777258, 16777258, 1, 43, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'fc47eba9-3aec-f78d-5a3f-8e2717800bc9', 13, 1.000, 90.00, 0.00, '2026-10-20 10:17:25+00', 'none', '已完成', '', 85.50, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777259, 16777259, 1, 44, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '2045ece6-822d-e460-0e65-b4770f249a64', 12, 1.000, 76.00, 0.00, '2026-10-17 19:52:46+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777260, 16777260, 1, 45, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '675034fa-f8cd-5f1f-ed5e-f83acaa3ef57', 2, 1.000, 368.00, 0.00, '2026-10-08 11:07:40+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777261, 16777261, 1, 46, 'new', false, '2026-10-31 15:50:00+00', true, 3, true, 'f0d66c48-5eeb-de6f-f5af-bab175164478', 5, 1.000, 88.00, 0.00, '2026-10-03 13:46:11+00', 'none', '已发货', '', 80.08, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777262, 16777262, 1, 47, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'a1bfbb89-a545-e453-67a7-56fc0bd5aada', 5, 1.000, 88.00, 0.00, '2026-10-05 05:52:20+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777263, 16777263, 1, 48, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '7fe79233-472d-22ef-556b-3e559338a52a', 15, 1.000, 268.00, 0.00, '2026-10-18 13:33:46+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777264, 16777264, 1, 49, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '64128e68-2c04-79cc-7310-f7ae8fbce9c8', 17, 2.000, 90.00, 0.00, '2026-10-17 22:21:27+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777265, 16777265, 1, 50, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '3b58f7de-4bc9-60d5-0af3-f55020a15230', 12, 1.000, 70.68, 0.00, '2026-10-25 00:07:34+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777266, 16777266, 1, 51, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '5978fc6d-703c-811a-2342-6df3622bf85d', 4, 1.000, 19.90, 0.00, '2026-10-25 10:22:10+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777267, 16777267, 1, 52, 'new', false, '2026-10-31 15:50:00+00', true, 55, true, '2e4d85fd-44ab-15f8-024a-90ab113e1f2e', 13, 3.000, 253.80, 0.00, '2026-10-11 02:46:52+00', 'full', '已关闭', '退款成功', 218.70, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777268, 16777268, 1, 53, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '9d2641e7-07b2-6a2b-dc3e-b3691a45ab58', 1, 1.000, 128.00, 0.00, '2026-10-02 11:53:06+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777269, 16777269, 1, 54, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '5fadc1cc-2aa3-b2b2-6b50-22c0fb4cf567', 9, 1.000, 15.80, 0.00, '2026-10-10 13:59:58+00', 'none', '已完成', '', 13.59, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777270, 16777270, 1, 55, 'new', false, '2026-10-31 15:50:00+00', true, 65, true, '3b6e504f-13cf-1ea0-1d50-74c6491e3514', 19, 1.000, 138.00, 0.00, '2026-10-28 23:23:41+00', 'full', '已关闭', '已全额退款', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777271, 16777271, 1, 56, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '04f3f572-a54c-496d-e28b-bd4cd1e7fe43', 14, 2.000, 116.00, 0.00, '2026-10-15 02:32:51+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777272, 16777272, 1, 57, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'b13883e5-0761-cad9-d2bd-e661d53c4aae', 15, 1.000, 268.00, 0.00, '2026-10-13 00:34:10+00', 'none', '已完成', '', 265.32, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777273, 16777273, 1, 58, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '0c24ca21-d03f-0cfc-6e06-609f227a91ef', 21, 1.000, 45.00, 0.00, '2026-10-13 00:34:10+00', 'none', '已完成', '', 41.85, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777274, 16777274, 1, 59, 'new', false, '2026-10-31 15:50:00+00', true, 5, true, '5cdcfa88-f341-1fc4-42f2-0d997826a9b0', 1, 1.000, 128.00, 8.00, NULL, 'none', '已关闭', '', 108.80, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777275, 16777275, 1, 60, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, '3395ad11-3f7e-8e89-6820-dbb54a98ef1c', 1, 1.000, 128.00, 0.00, '2026-10-18 16:03:04+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.claim_snapshot VALUES (16777276, 16777276, 1, 61, 'new', false, '2026-10-31 15:50:00+00', true, 4, true, 'db31d1b1-61c5-8c1c-7fa6-1e8d3efc56c0', 18, 1.000, 86.00, 0.00, '2026-10-23 15:09:11+00', 'none', '已完成', '', NULL, NULL, NULL, false);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-05', 1, 311.50, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-06', 1, 0.00, 128.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-01', 5, 236.20, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-03', 5, 346.00, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-05', 5, 106.50, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-06', 5, 15.80, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-07', 5, 229.90, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-08', 5, 368.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-10', 5, 57.65, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-11', 5, 289.10, 0.00, 3);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-12', 5, 55.50, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-16', 5, 43.65, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-18', 5, 434.00, 0.00, 3);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-19', 5, 166.70, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-20', 5, 176.00, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-21', 5, 727.80, 0.00, 5);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-22', 5, 120.00, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-23', 5, 86.00, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-27', 5, 103.64, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-29', 5, 156.71, 0.00, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-30', 5, 376.65, 0.00, 1);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-02', 5, 128.00, 57.66, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-13', 5, 346.60, 253.80, 3);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-14', 5, 636.00, 55.50, 3);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-15', 5, 116.00, 41.85, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-24', 5, 59.70, 11.04, 2);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-25', 5, 110.48, 24.95, 4);
INSERT INTO pengshui.daily_document VALUES ('2026-10-01', '2026-10-31', 5, 607.46, 514.65, 10);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 1, 1, 1, 'counted', 256.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 1, 7, 2, 'counted', 55.50, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-06', 1, 1, 1, 'counted', 0.00, 128.00, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-01', 5, 1, 1, 'counted', 108.80, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-01', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-01', 5, 16, 3, 'counted', 41.40, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-03', 5, 13, 3, 'counted', 258.00, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-03', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-05', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-06', 5, 8, 2, 'counted', 15.80, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-07', 5, 6, 2, 'counted', 49.90, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-07', 5, 24, 0, 'counted', 180.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-08', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-10', 5, 8, 2, 'counted', 15.80, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-10', 5, 16, 3, 'counted', 41.85, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-11', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-11', 5, 9, 6, 'counted', 16.80, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-11', 5, 24, 0, 'counted', 253.80, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-12', 5, 7, 2, 'counted', 55.50, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-13', 5, 9, 6, 'counted', 33.60, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-13', 5, 16, 3, 'counted', 45.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-13', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-14', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-14', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-15', 5, 19, 5, 'counted', 116.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-16', 5, 16, 3, 'counted', 43.65, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-18', 5, 10, 6, 'counted', 90.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-18', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-18', 5, 23, 7, 'counted', 76.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-19', 5, 1, 1, 'counted', 128.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-19', 5, 16, 3, 'counted', 38.70, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-20', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-20', 5, 24, 0, 'counted', 90.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-21', 5, 6, 2, 'counted', 99.80, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-21', 5, 14, 3, 'counted', 552.00, 0.00, 4.000, 3);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-21', 5, 23, 7, 'counted', 76.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-22', 5, 15, 3, 'counted', 32.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-22', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-23', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-24', 5, 12, 6, 'counted', 59.70, 0.00, 3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-25', 5, 12, 6, 'counted', 39.80, 0.00, 2.000, 2);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-25', 5, 23, 7, 'counted', 70.68, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-02', 5, 1, 1, 'counted', 128.00, 57.66, 1.000, 2);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-27', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-27', 5, 13, 3, 'counted', 85.14, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-29', 5, 12, 6, 'counted', 18.71, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-29', 5, 14, 3, 'counted', 138.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-30', 5, 6, 2, 'counted', 49.90, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-30', 5, 16, 3, 'counted', 42.75, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-30', 5, 18, 4, 'counted', 168.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-30', 5, 19, 5, 'counted', 116.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 5, 2, 'counted', 6.26, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 6, 2, 'counted', 0.00, 49.90, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 11, 6, 'counted', 29.20, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 14, 3, 'counted', 0.00, 138.00, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 17, 4, 'counted', 28.00, 0.00, 1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 18, 4, 'counted', 0.00, 168.00, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 19, 5, 'counted', 0.00, 116.00, -2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 22, 7, 'counted', 176.00, 0.00, 2.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-13', 5, 24, 0, 'counted', 0.00, 253.80, -3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-14', 5, 7, 2, 'counted', 0.00, 55.50, -3.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-15', 5, 16, 3, 'counted', 0.00, 41.85, -1.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-24', 5, 14, 3, 'counted', 0.00, 11.04, 0.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-25', 5, 6, 2, 'counted', 0.00, 24.95, 0.000, 1);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 7, 2, 'counted', 0.00, 0.00, 0.000, 2);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 16, 3, 'counted', 0.00, 42.75, -1.000, 3);
INSERT INTO pengshui.daily_sales VALUES ('2026-10-01', '2026-10-31', 5, 24, 0, 'counted', 0.00, 0.00, 0.000, 2);
INSERT INTO pengshui.document_2026_10 VALUES (1, '2026-10-01', '2026-10-05', '2026-10-05 02:00:00+00', 'sale', 'sale', 1, 1, NULL, 4, NULL, NULL, NULL, false, 311.50, 0.00, 0.00);
INSERT INTO pengshui.document_2026_10 VALUES (2, '2026-10-01', '2026-10-06', '2026-10-06 02:00:00+00', 'refund', 'refund', 1, 1, NULL, 5, NULL, 1, NULL, false, -128.00, 0.00, 0.00);
INSERT INTO pengshui.document_2026_10 VALUES (3, '2026-10-01', '2026-10-21', '2026-10-21 05:41:26+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977381966013190', false, 138.00, 10.00, 148.00);
INSERT INTO pengshui.document_2026_10 VALUES (4, '2026-10-01', '2026-10-01', '2026-09-30 18:18:35+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977763932026380', false, 108.80, 0.00, 108.80);
INSERT INTO pengshui.document_2026_10 VALUES (5, '2026-10-01', '2026-10-10', '2026-10-10 07:18:37+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977145898039570', false, 41.85, 0.00, 41.85);
INSERT INTO pengshui.document_2026_10 VALUES (6, '2026-10-01', '2026-10-30', '2026-10-30 13:14:30+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977527864052760', false, 376.65, 0.00, 376.65);
INSERT INTO pengshui.document_2026_10 VALUES (7, '2026-10-01', '2026-10-11', '2026-10-11 12:43:53+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977909830065950', false, 18.50, 0.00, 18.50);
INSERT INTO pengshui.document_2026_10 VALUES (8, '2026-10-01', '2026-10-01', '2026-10-01 09:13:59+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977291796079140', false, 127.40, 0.00, 127.40);
INSERT INTO pengshui.document_2026_10 VALUES (9, '2026-10-01', '2026-10-19', '2026-10-19 13:46:36+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977673762092330', false, 38.70, 0.00, 38.70);
INSERT INTO pengshui.document_2026_10 VALUES (10, '2026-10-01', '2026-10-31', '2026-10-31 02:38:08+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977055728105520', false, 176.00, 0.00, 176.00);
INSERT INTO pengshui.document_2026_10 VALUES (11, '2026-10-01', '2026-10-03', '2026-10-03 06:22:59+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977437694118710', false, 258.00, 0.00, 258.00);
INSERT INTO pengshui.document_2026_10 VALUES (12, '2026-10-01', '2026-10-24', '2026-10-23 22:08:11+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977819660131900', false, 59.70, 9.00, 68.70);
INSERT INTO pengshui.document_2026_10 VALUES (13, '2026-10-01', '2026-10-21', '2026-10-21 10:44:03+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977201626145090', false, 99.80, 0.00, 99.80);
INSERT INTO pengshui.document_2026_10 VALUES (14, '2026-10-01', '2026-10-06', '2026-10-06 14:03:10+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977583592158280', false, 15.80, 0.00, 15.80);
INSERT INTO pengshui.document_2026_10 VALUES (15, '2026-10-01', '2026-10-31', '2026-10-31 07:42:36+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977965558171470', false, 431.46, 0.00, 431.46);
INSERT INTO pengshui.document_2026_10 VALUES (16, '2026-10-01', '2026-10-13', '2026-10-13 06:56:57+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977347524184660', false, 33.60, 0.00, 33.60);
INSERT INTO pengshui.document_2026_10 VALUES (17, '2026-10-01', '2026-10-21', '2026-10-20 17:34:04+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977729490197850', false, 276.00, 0.00, 276.00);
INSERT INTO pengshui.document_2026_10 VALUES (18, '2026-10-01', '2026-10-11', '2026-10-11 13:11:16+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977111456211040', false, 16.80, 10.00, 26.80);
INSERT INTO pengshui.document_2026_10 VALUES (19, '2026-10-01', '2026-10-27', '2026-10-26 21:39:59+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977493422224230', false, 85.14, 0.00, 85.14);
INSERT INTO pengshui.document_2026_10 VALUES (20, '2026-10-01', '2026-10-22', '2026-10-22 01:44:20+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977257354250610', false, 32.00, 0.00, 32.00);
INSERT INTO pengshui.document_2026_10 VALUES (21, '2026-10-01', '2026-10-27', '2026-10-27 00:02:35+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977639320263800', false, 18.50, 0.00, 18.50);
INSERT INTO pengshui.document_2026_10 VALUES (22, '2026-10-01', '2026-10-20', '2026-10-19 20:00:11+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977021286276990', false, 86.00, 0.00, 86.00);
INSERT INTO pengshui.document_2026_10 VALUES (23, '2026-10-01', '2026-10-22', '2026-10-21 23:10:27+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977403252290180', false, 88.00, 0.00, 88.00);
INSERT INTO pengshui.document_2026_10 VALUES (24, '2026-10-01', '2026-10-07', '2026-10-07 05:28:11+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977785218303370', false, 49.90, 0.00, 49.90);
INSERT INTO pengshui.document_2026_10 VALUES (25, '2026-10-01', '2026-10-14', '2026-10-14 03:23:08+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977167184316560', false, 268.00, 0.00, 268.00);
INSERT INTO pengshui.document_2026_10 VALUES (26, '2026-10-01', '2026-10-16', '2026-10-16 00:28:08+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977549150329750', false, 43.65, 0.00, 43.65);
INSERT INTO pengshui.document_2026_10 VALUES (27, '2026-10-01', '2026-10-21', '2026-10-21 08:14:00+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977931116342940', false, 138.00, 0.00, 138.00);
INSERT INTO pengshui.document_2026_10 VALUES (28, '2026-10-01', '2026-10-14', '2026-10-14 02:09:13+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977313082356130', false, 368.00, 0.00, 368.00);
INSERT INTO pengshui.document_2026_10 VALUES (29, '2026-10-01', '2026-10-05', '2026-10-05 07:38:42+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977695048369320', false, 18.50, 0.00, 18.50);
INSERT INTO pengshui.document_2026_10 VALUES (30, '2026-10-01', '2026-10-21', '2026-10-21 00:01:40+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977077014382510', false, 76.00, 0.00, 76.00);
INSERT INTO pengshui.document_2026_10 VALUES (31, '2026-10-01', '2026-10-25', '2026-10-25 07:07:07+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977458980395700', false, 19.90, 0.00, 19.90);
INSERT INTO pengshui.document_2026_10 VALUES (32, '2026-10-01', '2026-10-29', '2026-10-29 01:52:42+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977840946408890', false, 18.71, 0.00, 18.71);
INSERT INTO pengshui.document_2026_10 VALUES (33, '2026-10-01', '2026-10-12', '2026-10-11 19:02:48+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977222912422080', false, 55.50, 0.00, 55.50);
INSERT INTO pengshui.document_2026_10 VALUES (34, '2026-10-01', '2026-10-07', '2026-10-07 09:55:03+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977986844448460', false, 180.00, 0.00, 180.00);
INSERT INTO pengshui.document_2026_10 VALUES (35, '2026-10-01', '2026-10-20', '2026-10-20 10:17:25+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977368810461650', false, 90.00, 0.00, 90.00);
INSERT INTO pengshui.document_2026_10 VALUES (36, '2026-10-01', '2026-10-18', '2026-10-17 19:52:46+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977750776474840', false, 76.00, 0.00, 76.00);
INSERT INTO pengshui.document_2026_10 VALUES (37, '2026-10-01', '2026-10-08', '2026-10-08 11:07:40+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977132742488030', false, 368.00, 0.00, 368.00);
INSERT INTO pengshui.document_2026_10 VALUES (38, '2026-10-01', '2026-10-03', '2026-10-03 13:46:11+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977514708501220', false, 88.00, 0.00, 88.00);
INSERT INTO pengshui.document_2026_10 VALUES (39, '2026-10-01', '2026-10-05', '2026-10-05 05:52:20+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977896674514410', false, 88.00, 0.00, 88.00);
INSERT INTO pengshui.document_2026_10 VALUES (40, '2026-10-01', '2026-10-18', '2026-10-18 13:33:46+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977278640527600', false, 268.00, 0.00, 268.00);
INSERT INTO pengshui.document_2026_10 VALUES (41, '2026-10-01', '2026-10-18', '2026-10-17 22:21:27+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977660606540790', false, 90.00, 0.00, 90.00);
INSERT INTO pengshui.document_2026_10 VALUES (42, '2026-10-01', '2026-10-25', '2026-10-25 00:07:34+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977042572553980', false, 70.68, 0.00, 70.68);
INSERT INTO pengshui.document_2026_10 VALUES (43, '2026-10-01', '2026-10-25', '2026-10-25 10:22:10+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977424538567170', false, 19.90, 0.00, 19.90);
INSERT INTO pengshui.document_2026_10 VALUES (44, '2026-10-01', '2026-10-11', '2026-10-11 02:46:52+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977806504580360', false, 253.80, 0.00, 253.80);
INSERT INTO pengshui.document_2026_10 VALUES (45, '2026-10-01', '2026-10-02', '2026-10-02 11:53:06+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977188470593550', false, 128.00, 0.00, 128.00);
INSERT INTO pengshui.document_2026_10 VALUES (46, '2026-10-01', '2026-10-10', '2026-10-10 13:59:58+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977570436606740', false, 15.80, 0.00, 15.80);
INSERT INTO pengshui.document_2026_10 VALUES (47, '2026-10-01', '2026-10-29', '2026-10-28 23:23:41+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977952402619930', false, 138.00, 0.00, 138.00);
INSERT INTO pengshui.document_2026_10 VALUES (48, '2026-10-01', '2026-10-15', '2026-10-15 02:32:51+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977334368633120', false, 116.00, 0.00, 116.00);
INSERT INTO pengshui.document_2026_10 VALUES (49, '2026-10-01', '2026-10-13', '2026-10-13 00:34:10+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977716334646310', false, 313.00, 0.00, 313.00);
INSERT INTO pengshui.document_2026_10 VALUES (50, '2026-10-01', '2026-10-19', '2026-10-18 16:03:04+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977480266672690', false, 128.00, 0.00, 128.00);
INSERT INTO pengshui.document_2026_10 VALUES (51, '2026-10-01', '2026-10-23', '2026-10-23 15:09:11+00', 'sale', 'sale', 5, NULL, NULL, 10, 1, NULL, '6924977862232685880', false, 86.00, 0.00, 86.00);
INSERT INTO pengshui.document_2026_10 VALUES (52, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 10, 1, 5, '6924977145898039570', false, -41.85, 0.00, -41.85);
INSERT INTO pengshui.document_2026_10 VALUES (53, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 10, 1, 33, '6924977222912422080', false, -55.50, 0.00, -55.50);
INSERT INTO pengshui.document_2026_10 VALUES (54, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 10, 1, 6, '6924977527864052760', false, -376.65, 0.00, -376.65);
INSERT INTO pengshui.document_2026_10 VALUES (55, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 10, 1, 44, '6924977806504580360', false, -253.80, 0.00, -253.80);
INSERT INTO pengshui.document_2026_10 VALUES (56, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 10, 1, 47, '6924977952402619930', false, -138.00, 0.00, -138.00);
INSERT INTO pengshui.document_2026_10 VALUES (57, '2026-10-01', '2026-10-15', '2026-10-14 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 2, 5, '6924977145898039570', false, -41.85, 0.00, -41.85);
INSERT INTO pengshui.document_2026_10 VALUES (58, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 1, 52, '6924977145898039570', false, 41.85, 0.00, 41.85);
INSERT INTO pengshui.document_2026_10 VALUES (59, '2026-10-01', '2026-10-25', '2026-10-24 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 11, 2, 13, '6924977201626145090', false, -24.95, 0.00, -24.95);
INSERT INTO pengshui.document_2026_10 VALUES (60, '2026-10-01', '2026-10-14', '2026-10-13 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 2, 33, '6924977222912422080', false, -55.50, 0.00, -55.50);
INSERT INTO pengshui.document_2026_10 VALUES (61, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 1, 53, '6924977222912422080', false, 55.50, 0.00, 55.50);
INSERT INTO pengshui.document_2026_10 VALUES (62, '2026-10-01', '2026-10-02', '2026-10-01 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 11, 2, 4, '6924977763932026380', false, -57.66, 0.00, -57.66);
INSERT INTO pengshui.document_2026_10 VALUES (63, '2026-10-01', '2026-10-13', '2026-10-12 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 2, 44, '6924977806504580360', false, -253.80, 0.00, -253.80);
INSERT INTO pengshui.document_2026_10 VALUES (64, '2026-10-01', '2026-10-31', '2026-10-30 16:00:00+00', 'correction', 'refund', 5, NULL, NULL, 11, 1, 55, '6924977806504580360', false, 253.80, 0.00, 253.80);
INSERT INTO pengshui.document_2026_10 VALUES (65, '2026-10-01', '2026-10-24', '2026-10-23 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 11, 2, 27, '6924977931116342940', false, -11.04, 0.00, -11.04);
INSERT INTO pengshui.import_chunk VALUES (1, 1, 1, 61, '\x1f8b0800000000000403ed5dd972dc48767da6bf821f005620b1a3fc64cf78c2ede8764c4cbf789ee7611e1cfe07b2254a22258ad44aca22b56f3dd3a4444ae25294c4087f4b0155f5d4f3093e3733815c0054a18ad4d80f6ab1495462cf7bf2de7397ccea1f9f0ef79e656bf7069fee67eb474eb6bb617c1e2dae0c3fec66f7ae6477961cf167f8fa72fee493fc90df7b37baba2e3f7cf75bbeb177888b0d9e14c7e3e2fdd323475c36ebdded9f6e8daede1a3ddb7186671bc30f274effd3567ee949be782a9bb393f7d9fa3bd12a2f283f0cbf7ce9f77ac69efcee095d3dbffb16d7957b06bd67d98de57cf563bef25ceec9ef9f649fd69d7ce5fae074976eea38836d3ce1f14f4e76a3874ff9d6db6ce355ff6c0f171c9e5dcdb6df653b8b68178f9daf6ff47b2ff2cdc3d1e60727dfdccc8eb747cfb6872b07c501d9de8dfcda4671007f18a3e99f7efffbfcf8c968e98e937f5c428fe53b2ff3de86bcfa60f5305f5cc2c39d0ddff6b2f55bc30fafe595a42cf64fb347d79dd1c1d2607d77b8f1190f377afa11bd2dfaa3dcc8b73e0e5ebfc37516b3fd47a3cd37596f934472772fdbb829ef91addfcf0faf65371f670f9f38a3679707bd57c60dfba777b2de1d9c2536b28d357e45de39d9de4a7676097070b293b3ecd6aaf14203f18ce2edfa9fef0c9fe385c4ab8af716b7e91f9f62a7a37fc8b76e0e4eafc826f9dea3076b902aae59c89a4322db7b347ab08c6ecaaf2f8b1d056280cfbdc3c6dda29b1a77a31b867b4f478b4b38ae90a0786101c4d33bc3ab7fc1bb0c3fffe20c3fbf2251889110a51ce55c603ffebbdafeee877ff90e9f987c27f9d193fd6ddc283bed0df7f67411fcfae9daf0e3d1af9f569cda7df9ee33da3758f9194f246e2ab6cb9b1a1fbd7f988b522f48e3d84f581a452ef359ea3af58dd98b9f47bdd3792f74ffeccc8961decd9f5ccdae5e193e5ffec77eef3580d7cd3eefe6ef3e38cc99f36357fee7b9b87e90049133f7c7dfb89ec3fca4e3baf81376c2c4612effe07502cf995be03f4222629c2e30be871fa47ecd655ff6fa674fc5b87678bbe3cc65fbfbfde36d1ab973c3a5d5ecf14d1ac073c39b5bd9cd330c568c60fc9ef35c2f5a60ee82c7e699dff5d22e0be8aeda0e6f9eb1ae1f74bd506be44707acebe135faa7abf9e6cbecc5877ce7a9333738f8428a70e9eee0e1633cc4d18118dbdab93edd499e9b3fd81b2dfeb718ba0eded777dd90b95114a0cf3086f3e39d6c6dbdff79fb7f8e00625c978ee13f0bd85a204d442dc0dce0f2a118427882871ff2dbbbb8f7f261fff43efef63647777a745cf9b2debc2bdec915dda5fa5274f002ef1e710feb77099238f2539faee8270a2466a390ffe0c1e7e18dc3f9c1cac9a0f77a9e036674ba35dc7b6102838591eb257108c1fff36f5ce6304f00c34d3ab8017f4296763cdc0b6f929f3e4dd385c15faf6757d717ca66f51a7cab0117579687b71f64eb2f68a41e9c924a9fcb6e7dca6edfc83ffe8c871430f9f870f0f99e50f716525c36ef7a5d37edfab1891417828dd0da75018aa2abc5d12ce9fa804fbe7a7ff4f83da1e20df47ab676293bdaa14f158ce052b84771561523411cc63ef5d4cc1879bc3b7c7d65f4ec166edf08133c3b0bbb41d2653a4c446ff30e6e03131684499ab87e1ac60a266663beb3dd3f3dc8d60f0193d99449c29549e00421a98f8075925020c6ef30f4bb0d98a2d5c68bd020d9dece042502bd926fddc87adbb500612e751b00826e335409832a09ba3e040bc91500114793a80127539564efd6317601d36c8d863160b2fc7eb489915d9e8b0b861c2638d75625fce678f3d1e262fecb17308e6c150a6970f74d7eed6870f7fdf0ed91d8c31549a94ac08c40790a55226c57b6467a8d6b95fce69be1da061ea6d0299afee0bdda1a17a1172751e0e24fa47061369ab8a8d3198531b1e4ef7562297faf436adb967fd15a913f1f9ff9f635f4420981d1d5b5ac77856b056d53a8b6e1f5cd7c733ddb7e0c4a810da951eaec8befce7bac4b8a1fcfaadb179fcd7b7e374cf1a3042b8f0658d037426b0c96fe0a8b3658b986ce9f840be39a5f03178331ea434304efe70b43044ce2707b7b78ffedbcb0b183bd7d708df9f03fc140eac0c1a2344e192c8a33f7af3f82690469077446fc56922770f01fd5c4b764b77f0303571fe394444b30a8fe6d63364c4d2079a9d6080d8ac137387d3e7af5207bb85a2200ed8a6bb28431fcef83d2fdf01fa014a16414712749044c930ee96201018368f21dea91bf41622abb310d24784f5f04247c80e0eeabd1c18bf9ecc5eb7cf779ff78055e375c943ffd57090fc3156171c0a238251dfb6fdf932b12097c883f4af8df5404390fe7e111d3e081f77b1b3ca46e9ac05f8ac234540cc26c84d7087b919d1c3400405a08f0755808df6149079712bf67157f764ef782810fb85d1f7c0058d589020b391b0721d78882383a008100fa5b10051e7a523c83f974b3e274cbcf40a792ef3727824205f72cdcc1b1ae67035954c4152fe9753db84a4ca30baacbdb88df4b599c462e4c7ca0c46f368e4e2f832a545d0ad3f12c482478022212cc49227222c46ff548d329012df830dab99d1d3ce4fc11bfb2b5cd5aa7817cadb88b4883087c680108b9873862c541a8f8913cbea4e44b2e29ae2aceb589a0efb23070d18b308f224292af7fa088c3c9c1e8d29be1e252f6e909c99fff08b14ba19b4e8231b8dfe7efdf68ee41297117ae4ad20df030e9579338068ce932d871a97ab99bce83cfa5cfe59e120ee6448839bb76bc1076086946e8c1ef90f7b260bf523d79fc060a2b0e550105ef61dea75c006dd44014fb71e4b9a9e7931d9744d16c344151e72a142ac0824242de237f92883c4a0d0a6e27c067030a51871ea0060a32c2af05154ece8ac8647eb49f6dbf17ca019a617fbf5639b0949c473fea92a1d36d8217cdbb6e378cbb1ec6701915e047070845c1aeb50e3921008a7b146759a680cc2cf3d2d8c54b5f40c8699279f0e02c7b5d1f6a2b2e4616ba9b77706b5cb861187b09c31f0a194a5c988df0db87db3fc1a7445092c2d81219a60b11852cf5628af3feee07320e8222c64a4bf027124ab246fab5a1692d8ea06d42f5f68f776b0100879e8114245d9014030086a75f00401d0d3c0b00e48f96468b8f1ba207162930ae691b0d0ec08b320afa9d78375abfda8cff00c33f0de0e6c5146e9372361b1b69003a53398b850e306980277c46f5608d92ae091e4e3bcec95c07143904d00c31bb1185963d28008dfb89a33150a8b118e713d30f2e68249219f2acca38a78e7483886291274ff39d5bd9cbcf4812fdedf1da93d1d659ffcb4e1b42a0450dc11a9b0841c0a927a368b9ea5db5d546f65a9a4ac9de6c141e407eb438385899f7f2fb2f10322a47ba217f16b9618cc40bc6cc6f7f47de200f17c11744dc9a3301fe6c8de21fdd391c3ebd8150a99586ca3f3ec8f71ff33454beb39b1d3de2cabefff9017de2e9642bbfe005f36ed475c32ec5f70d659f120882144a5a297b793462f480cca4f0b135d0c97ae04ee2dc99077a996d6a92b417ce13a4815f6f66497b2e8bbc08690357cb489a8d8db1c10a0bb4147c5d94304dcba4d378b14fa1dfa70d19534a129419b926a8240202d46ea1e2e53e288bd2ef1babe22dbfc083a2c1a5e5e996126856f133e41909b13e721e334b3e4cfc30f55898785a9ad16c14637c78f9ca60e5ea2467af080a43c1c1e50f1c1692a0c56fa57ca61ee51ab56f916c863a07d70a7d9e08d287b88b211e76bda41b6a7c8e8e060870342433e5107713eddcf643bc49d04d43dc8d698823a70d38aa5e545b6d94791a856198b098055aa2d06c94e13dc81b3965f4d484c09e07bb88c01e734426d98b3b41503c5e081daa3c3bb7439f39ad510fcdb7be4e0e99185a4899409bd0eb8ca81cece268280222f416002a11004bc71b17b4018008808bf87840de03a2e9d9ab13fcccffedc9ded1e0e5cbece865b6b35a6fef4d7c68f67e12b3d71f47f6347a5ef5f945000586d02c3c78f169f0f07669f4b15b91bea2e8001d80a203dff145ec57fe51cfd5a8106af5ff79638042e0dfe0a1971d70595c043c60fd253c7870b8011732320c5cc04c30f89eb012bc42893f07eb80cb18fa2322574b2f4a814ac1c9d570c037c088b16404142f529f4012bcef2f0c306058ba175102c6a291c27b00af80f780eaa58022831e2f58faa646feefad0c22b94a0c6dd4888f1a2b0fde608042c832ae60360eafdf8357d980873440bc2c4e00921f391eb806011e8a9056d021eaae2888f85c4b416408c72c4bc96e6cf67bbf88c8a1dacc3f1ec1d7adf52b91eb81e30f32ee02a3209dca99107b424417b047dc6c6cb589e54c50622ae816a79fdb9968e298f494088051bd931025efb1e9841a7b6990ba2c8d132d6568364e53d86a6880227e048ea617b67a51dc89a5fb837832cc84889e59d506d8a15e856fcdd504946a4b5a475bef87ef8e9aaa5aa9d0d3ad94a2c101444f6207f15ecda91465a1f08baa71c3899125ba26af2ae5a75b38a0c256304df47d617ef1c0a37b67823052a93cba65f8f465f6f67251aa66651a1b934ef9c6f6e0c3335cb6a849d35f08b555e43955dc122e8a367a0015244118798cb95a9ad16cb4f4804930ebf500d706a2d859085b80a22d5d9836b028d2c46102d7928ffdb28718424070cf914080322a704047a3560d3f0047451f4cc4012595d5e9151cc0dd88c3009ed8c544189ba58fe7001e43043974ddaf46591be907a91f78f82ff0b4ec92d9584497c7e595cc9872127650652e1f24411f43f8167714adea590548c66a847679660f9e3a067edc45b13d598152e8ba675636caa34571e2949ea797f23b8973ab9ea7eb267e12505e45b0f11a75c0c784c1131b75c024bfd34b08e770a15155a1f72afa997f6c83055412fa49e2f971a06594cc46cc1982db2cf4c17c58449bed00a4353dc2b0224cea0b0c47f006142df28ae624a6e4227f52d4b6828f28de203ef3aed25f8c32d74d21e9e9a9032a9a911b8c798db20e1a86203e766088714e515516d54a7759c24c90afa806d4ffa771904e520dc3c365ccbdc9b7ff2243ed06444c57c2a84db0a743486dcb7b50f55d1b2878547e1f60f24ba4259dcc469a6e8494c0ea3e3277757364ea6b11d08d200f884378547b207eab4793d4a16a251a253d3561c0cc10cc6cc0c416d8695dd214318695c06886de280c85c78f86f8694058eaa152a36c05a628718190a138d786022e474215ef6b88d7d40053449e889de0cd284a696880c238b411bb36e3054f58d41aa8693068149e22af389b30ec4d9a70ce4ab4196a0ca89647d3ffa4ea611540aff1602479747f2967ec03f546001286ac0521b01c04b204eaf4caa867aeef0549028df7d5ab90600668c20415e2cf0c02d7c3cca408d316522d1565361694c04640fd9837c941ec7752699430178ba8b4d2f5b2a156d9d7c7959467a829fd314e222a2f60274348ba0605d847648a2344a0000f570940dbc2878e50675584cf2b321879638d3420fbb29cdf3d44f929e6ba0abd401aa1b6fe50d307cdbc90aa4bc079891a0a10886e556ab68d2a0800dad0f3e04c6a6929b3d12e2fb1d160d1004b1fd4959d88e213f5a0423fe2b76ae25b35aea35667a26d8a3e6f3f8b85143e8a3631986df3808185da3ed41c81cd946a831f8dc215af8c2bd401a6c630e052f2ac2a60a81229e193a5662e5030584153bc01ef8af781ba00b7b1fa977f6c8312c4193c8622651f1987d260988dedd3d61640ead2d6ad27b7d46a0b0d18dae698b224a4fd505b0ac153058ace1684bf89700d15311770104723b9491646e80f3d675d5124162e28378a19baf5d50a7cde2caa81a3f3f8139af698e44f20af0a84c2a1b6fc8969d804e61e20bce8b308135f4b70988d628a4bf6f043765453c63c5681c8a92f302e98fae2399e486cc93f0acfe7562163e001ef804c2d6283783f1d1e4426a9ac814f9f2ee0218ea6780d1866051e93a30e2891026d95a757d5469aa0c087d87a53fd62bef68c165390f32405e96c3033021dd0658d536729264a853a28629c597984410ac3e8238cac052bcd46b3b2751a0353442bd1d770388a99b3638a9fe34e44e44f4f71b10ef1c1aaf569f446a66523149dc2788f79c51300a47489d803654060b13c8f8a22b11809432c802261026815a4302c45902629e868135238ff32bc12d3e9d4f44873fd1bde808af0300b42fa23bc837997b6362fa98f4064840855aac526cdc6b1e1ec7a3e0a15aa07b0e5020d6d5446ddf4d9faca186b06b5ed8ba03c0285699899c2c30a4aece43462fa74256c4d869ac7f92662c1322aa489ca736d2f94aa9e5180e252e9f774ae49231ec6b0529025b052725167d6183ef35d04a8c2087f4b8b6236cad4b75c92415646d88ac3c445538d046833b82fc74518f2851994a7221b6a3d950b886292ad70bbf02b8402d20002d2865105f0683c541e8d09f918d493948505100c53ba9338b70620811b218e899b35ba2f93b485464627b10e7a1150202adfd5fb5d0dcd369c34c274b920f1235abca30489d9a80531eaa2da450d1d14c52cd3e69acc83c639b5cd695d14aa6f06b1a05895493ad079949e42ffe99c941f8dc27a9a76d5ecd35aa020268b20ba3cab6241b0d24d102529b4c6ec35d405c5980409aa0ca70525a84854e1406db5410456e47159001463e9991211666376651b4b1c0c9757873f21e13d415fc4491cc538df99fbfe0f28851073255acf9890d4cfcc764f5f458d555a60e15191c8298aa621b8cf12208a81e72bb827ca69c5d17c8257b14acbc41026428afc1efc2c0b06e849a208825f8f210bdaf06f260be47753b528d2f7334b595b874549d96cd4cb5c54b1fc0469d796cd8be2790543d10d355cb156da5aac4adb1c17b612250860dc18c6baa78185346025b806d7a4cd073d0532f4b8c44469f3415f9c35abb465b5fc181e20063468efec033ac1b4ce008bab248916a2341bdb897aac87592f78cc979084967528d98f2160390da25561836f151e9f39ec35f2987fbc497367690dafece695fef1f5da22170a3553889fcf872620e0f6e520e7fbc0b80d5d5f11bbe52d202f8a2b1667b516bb99a728b4f998118e497b08bc6292579919462c817721ef9f367a1c79ea942155edb95a4cd26cd42cbb3dac2d59832a6965b2b5e909903c78a64a90d4d9fc473509d936597c4dbc5ad5fc987a16aca0043d08ad4eca5b1fe7e46fc3fbc72a4a5a7a4a1e0d81d7451426aea24384013793a737483edbb8915f5e176b23fcfae986b94842fff812fcaf7cf3c960e3cae0ee3ecc01fd9b3489baaa1b2a2e766b4844a07a31824c583945297db3d15c46c5468563e2a07e419518a558ad80501b76ac4741ff1873d19769bc57d6ea63d0c4c83a4345da144f44a1e11e7a18fa16d3af0c749189867a6a102da03c36d35c3fc42bd2d306881a176d86739a4409ea6468ad44253bb3d18a50f40ef24bcbfd93ebf9e6f23cd6f41cbcc454fcda49ad719224b147c9a5efff088696f2074326a3a518eb8df6b4b96662d108ed7052438359696ab107b9482a911437d30a12aba1404b6553a498a732f9e99674e1d4070c93822983701ea77eb24ac75b40a5c35bc3124356cff28f6d3080890898c31c4408122b0c988ded316026106a3180d2a442a507b42555ba51acc877582f546fbe35374edb1c1331466a0e49034464ec8402256360d4a9d644c1441e0d570f1c5fc0a44d7e89af440180f0b32ae8403c0df193f83c79048dd24f72df04b187ddc20b5b5dcabbb90d46101e8e31713586a25018311bff8eeedb74b6de8a035a536129528baa2d4c85b5143dba0d7547e4cb6b701047135383f02ce55f89095b1e7d99f7a6736d8320a649a104142ac31a6d631665b5cc835a31af62214a862a22d31801d56ae0d61a83f91e0ad4504fe16a3140b3f1026380ad97caaab5fc9a52d036a78ef8c0ead300aa2cad882c247600417a529a3277988d0cc383c152288daa49b1f041ab74aab32a4ac34d53948310c59a26e26346895b1814383008568393ce1e0508697a25aadf19bc8432d66336da750bf521c0dafa04a054d6b1c79d9482a2622d6eac9d233ecfea1db473feb02082d00a62e6954e28f81ea4e354ea592314554fc02614212f7394a75bd24737b60af4185921bb14b1f0515d9ee08094e1c7f021cffb4d598636f620c1dadd710099065a38cf6cb4455c61fd2655a85d03a575314aa34598b68a9d42bbf091f92c63d3fbe3e900cc6640eea454a6f26824d8ca81aecb7c9245200eca2ba1f8e996cc611102ac551d138538c7c4d9298802c57969c9e91aa2d0da34682beeaab16f368e2f38b0f242ff1f4a0c30bf9d8a55a9aad3800445745322df3a24605f8582a83284891680aac638e5a86708981d82a4ca059625356908b1161491e1ca8ca1d640c09436fcc3e26fb1161f341bbf5625bb70359542930e4625c251ef5034850ac62ec70d1289b5471033b262c38244229143ecb250c044c1f8d1d3d5ac21ccacceaa280bf436c82345a1a6c81236f2c7493e051002ce430eceec856b2e8adba1dd421f4bb79734c16cbc009fc2edf0c9ba881d851de268a00746acb8685570e15b8d131ba6cf1261691a3044141a40367a3cb17e368c381ad320e075c81888b6aed6248b4215d6b8993cbd0a12ac661a226ff6957d0cacc6435109444af5881defe9d6fa03fe05a6c2e061991655341bbf5a7e81afcaa400d1a83f1a59870a53b59c3105d6018f0cfaa32546e8682a522930a2b18ec95606ac439d5ec508ad671751d8f302fcd0497a04cb43515e19746bf6191309cc8c8b24a3eb6b314cb3d17a93ba18a64d4fc7a62a6ae35aa8c2a579531c37218aac201ce59b601e26693943f5b08857b418812f2f2867616900948aa03171a565369abe7c861c55be0c2fad2aa1ab2144ba290022544669a2c4d10892e16833ce51c597fd8d11a877c29dc4b9d53807e6e8223c1a23ea3a2e346a2639267da384e5e5aa3848a57a5288474843f4bfe8f1364e0f4b1238b661ea875aa0d46c34c31edab7d14c8097e90b357c4b8d58624883057775214cd5c4b7be5a693eada50a1a5c3565888673e5654cf1154763052afaae1a81604d4d55277558e110b8a9b859717a454da1821241068abe5b837b4cb8ac3d4c4aae460b2042d19272b6bb99f7751bdce041039fa86fac054fcd4661caceb5bc98df29e2bbf84a0ce049e91ef1b9362e521b329b890173d7057e73256bcac92ec2a8542453aa1771b498e9373d34907405dce8fb4c28e95a8106340caa1351157d0e2a2c6b2826d92f9a84001e4c3815f0e07dadc6631b78a45803045f71c552fe2d0172c69fd96854d8d6c5ca8a526b8cb4d9ea6a6b81a0054cb5cd71b915b805f009e0c35ab9f37aae2b8e86f1015c2b5c77a29da1aa09dc4c9e5e45015c4f17537dc7db19fe8d476ff0ed8fc2e04cfef2a2461dd2009599b586ef43692491ef332d8a6a368e4fab5b0c06865c2bb6a84fb2c322b64bb2b760beede2a95454816958d555ea286b85883b6652e2c14bbdc18fa645cb4ac44c635228a98f009e3cbd8a18d432b198f336fea582ad960bb0f050ae54da185bc17c03d05d04d966cfd8c64820fa28be8a7c2dfa6a368e0fb259d030d94753c84df96f1ef9d48681a1cfb5066616e66a55ead31a1bb0bfa884857633982bf4077c4c58023d43c78fc677292ae7689a1960c0235d539e5e8108ead453b00e3847e74fc234280c0576500f24a3793e9a5b14deedd3d9161314d2b6688d348cbef637e32922527c275e1d656d3fafa3f470bee1847fad282d5a65e0447d495e6b8aaa7dcd0dbc548913b3f1abba36303c708fc5baf7e20b38156acaafde6c0b1b8dab689be3680bbc5d4ced8186c1cbeb1a8656af468510eaf00364fa2a14a59ad4bbe07a2fe5c85612fa8257685f94d95ad64102b689f49d075556cada6c6c2d6b2b5b735ec7b505ad6813ea400a0669b5ea9763626a17b17554ffe0c54b4e012b82d9377050668bb88285aad3ab06038b38b084a60cff1d0c06bc701e7839cf72f791e7f998c11ba2b8a3040796a2d01a9b569e18472a0aff043e20fc930bfffea316a0c02c3c62997c8578738cf39039ad2fa481828e062200a19988a6088017a757408115ea7cac0f0850cc1abb6895e817cbdf10719a3e49f3bf861447d5897f0000');
INSERT INTO pengshui.import_chunk VALUES (2, 1, 1, 16, '\x1f8b0800000000000403cd58cb521b47145d2b5fa16552d5a8faddd3b38cb34852ce26d9c4eb2cb248e51f906d99f7c331367601060306ec32c896090249c655f916f5cc68e55fc81df53c7a246486941701511aeedc3bddf7ccb9af366b276675d92c3d362b6d149dec2657e6f103f3a85efc6775293c7c8bec9d1fbe43a6b3d6ef3e1dcc3c1cec6e7deacd9ac6bd4fbdb9e476f471353abdc8a5c15a1374fbbda7c1bd9d5c6a1f151e2d177493a5571e46a787e1fc59305d4766b8c9f05dd73c5f4083e969ab32ba34dcb0eb5e71e3ea0d80855d7dd42259b0b0fadafba8d90ed6cf06eba7f11e823797c1930bd35b41c1d3a6593d30ed56ff7cbedfdbb1f7cccc71d4aca364eb6679db6cec043b33e1f1258aadc137d3bb6bcecfd37f86eee64f8f7d9f7b15fc5d378d3766e51c4533afcdfc91d9bf1fae3e08665f07c7bb89ae595d0ceeaf24fb75b718637472966cd4ee3a5c3b0a66db66f66d747a909adbd7df783f583f4e4408a17eb715edd513f0c3ce4ed86947a77bfd6e173c4edc0d9ed707d3dbf6f1a968e12f700fd894488d7d85d60d4b3057943c3e58dacd9db55a161feb7f8101e66431ec3ecaf78990b5b67ce87f7c11d49b43069e9c85bd27e14e1d0dd68f4c67dd0ca9fb558570ae95621ed15262c288c6a822358d854a32cd28a692799384e6c371f0f6347cf6215a3cab86731761e7b02af0efa8c2144e7e8890987a4a5044b0578327e11ac6680a7e2bc00feb3daa58ff129484aa49e9ea0d5fa8bdf9a9b7682f82d95533bf8d2af106a7089ec2b44aa84fa48f393c79793b6a3741d16c3c8795ec275e1356bdcaa028a6c4e7dce724368b6da7109079f83dfe884c3756059dcab7b73018a6c05e8921e1c2d31e665aa81cd8a230d8da04c699953300d64593627859dce31ee2a4e60907a460f3750a66766991fabadf6dd8ab6fc6ac6cacd8bb13a125bc8a99cf3c9fc176cb40eb1a38d01251c5d8a7f08a282035846b2a0e94aba0757563d518da3bb7e0dd66d016014b382ba8f224c7f02573688bc212d0d29afa0fd08e58958296912ac13e933ed5e5a0750d1c68414c992f347c726827b0d6d5bd1ada226025a125a8126d6e464f9ad5b07539989e0b4fde457b8daaf8a3980ea4569a403e405cd720d9e4d920632daa6497571078c4aa2cca193aa508ec42f40551fefe9798f9696ed0587b0c6329b498c4d571e829a0bcb01e76f70607cfccc6bc9b1b884708fc310e9956d53cefc6d88e99950597783e04b660e5299c1a7c41707ffad54dbc5413a52506aef1f2e0820383b583416bbf6af60f83e3bdfef95c34d7aa52f1db9f05a015275269c886447a7135bb2989c7ccca02fdbf60f18fb75d164bc594a4585316578784b0141349256468ecf41345e18d7285d6e53a07ca6bdacddca570a5bc1ab70dd4871ea55476700d1c0253286fda8f5f51dcdf0c4bd6c4cec1d54d7370313b602114f5087cd11c574535d79868e53929a32834fbaf069d2e70b6d886a58d834454aa9aa20e679d362c7af1d234efdb7b39a9ad74b4e1a264e82eb9aee1b23dd3044086e2b4b83bb99103a9348774a648eebd6690e024e300c224e1b5de133612b18ef7506da0efb635071152836e2307a12c95b0f285f40554c3329d1250293370a90494f47c217ce25d4f254737a512744a0e984e739fe34629a448ca29c54e775f14869d5d28e7e6a255487e49019748881ab0304728abda9f2de0a356a570256cd8de109f940c51d7c0c1151a5322203e7d20d0044666f381ab9be20a21caf2025e4c6869eacb1b5007ec82d01670b3716ada97056893022e204627b33423ec7873346616c0fcd9dd7247e17cfe81f82500a8b8aeab2f19bf507e1dca098f094d89f0a8c32ecc29e43421180c3f59a9280acd834d18d1a3c67c7477ae008df2945430fc20856bd26d6d323820e0d279721c9931abcb863d0d08d6ce20e61d54443c4662ee33f5d9082e89caed9fdda6444b21844714e1cee0e74107886122c4cc19598ac241ab1e9c6f99a595fe87cd7fdafd4e2bb8d7e85f2c04eb8d2a4cf3e1cba311a83c4f51485e94783558e8a6113a66563644317475f02999fa20443303374487a10e431191d787a8a39b86e8ed3b2ee28cc3c903271e87d38d8c721a44706a4074dcc2a52d4b5178f33a522efb8d979f32671bee3852aaacb8060eb645312016b3f86653a213e3c5be23497f0a0a34e3924be6146e4708e42831808f9c6d64810dc6c3b3b1d10ec54a473b143843a070de008d9dfc12b19c1c3ffc0bc8431d4f1f160000');
INSERT INTO pengshui.import_file VALUES (1, '1793461800_orders.csv', '', '9e98a290da6585fd2d5234d12488b7cd67e08f08df43feae44baa4ebb29accec', '036a0f72e67d95c140a3ee2b4d21676d82536c45763da8cf068a4a11d7aa0de4', 'UTF-8', 'douyin-orders', 5, 'douyin', '2026-10-31 15:50:00+00', 'live', '2026-11-27 00:48:08.287394+00', 10, 60, 60, 0, 0, 0, 'b323febbe1cc5fb5e9793ae7c235f39e8bbfc86b4f45b7ada4d08c1025044d95');
INSERT INTO pengshui.import_file VALUES (2, '1793461900_cases.csv', '', 'a2d45e0ecf884939864ccaba97970e1142eee319797cae10ea34d64ae5b82f50', 'c64f609cc4d2ed3ecbd04b3516f883a1a3458b50dc967dab8b4d32aeae613b4c', 'UTF-8', 'douyin-aftersales', 5, 'douyin', '2026-10-31 15:51:40+00', 'live', '2026-11-27 00:48:08.374919+00', 11, 15, 15, 0, 0, 0, 'd06f0a7c9cbda1f975e14d92787f24119a9eff9226dc301348a80098fc0b2d89');
INSERT INTO pengshui.line_2026_10 VALUES (1, 1, '2026-10-01', '2026-10-05', 'sale', 1, 1, 1, 2.000, 256.00, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (1, 2, '2026-10-01', '2026-10-05', 'sale', 1, 7, 2, 3.000, 55.50, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (2, 1, '2026-10-01', '2026-10-06', 'refund', 1, 1, 1, -1.000, -128.00, 0.00, 0.00, 'counted', 'eligible', NULL, 1, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (3, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 10.00, 'counted', 'eligible', 16777217, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (4, 1, '2026-10-01', '2026-10-01', 'sale', 5, 1, 1, 1.000, 108.80, 0.00, 0.00, 'counted', 'eligible', 16777218, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (5, 1, '2026-10-01', '2026-10-10', 'sale', 5, 16, 3, 1.000, 41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (6, 4, '2026-10-01', '2026-10-30', 'sale', 5, 18, 4, 1.000, 168.00, 0.00, 0.00, 'counted', 'eligible', 16777223, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (6, 3, '2026-10-01', '2026-10-30', 'sale', 5, 19, 5, 2.000, 116.00, 0.00, 0.00, 'counted', 'eligible', 16777222, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (6, 2, '2026-10-01', '2026-10-30', 'sale', 5, 6, 2, 1.000, 49.90, 0.00, 0.00, 'counted', 'eligible', 16777221, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (6, 1, '2026-10-01', '2026-10-30', 'sale', 5, 16, 3, 1.000, 42.75, 0.00, 0.00, 'counted', 'eligible', 16777220, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (7, 1, '2026-10-01', '2026-10-11', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777224, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (8, 2, '2026-10-01', '2026-10-01', 'sale', 5, 16, 3, 1.000, 41.40, 0.00, 0.00, 'counted', 'eligible', 16777226, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (8, 1, '2026-10-01', '2026-10-01', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 16777225, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (9, 1, '2026-10-01', '2026-10-19', 'sale', 5, 16, 3, 1.000, 38.70, 0.00, 0.00, 'counted', 'eligible', 16777227, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (10, 1, '2026-10-01', '2026-10-31', 'sale', 5, 22, 7, 2.000, 176.00, 0.00, 0.00, 'counted', 'eligible', 16777228, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (11, 1, '2026-10-01', '2026-10-03', 'sale', 5, 13, 3, 3.000, 258.00, 0.00, 0.00, 'counted', 'eligible', 16777229, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (12, 1, '2026-10-01', '2026-10-24', 'sale', 5, 12, 6, 3.000, 59.70, 0.00, 9.00, 'counted', 'eligible', 16777230, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (13, 1, '2026-10-01', '2026-10-21', 'sale', 5, 6, 2, 2.000, 99.80, 0.00, 0.00, 'counted', 'eligible', 16777231, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (14, 1, '2026-10-01', '2026-10-06', 'sale', 5, 8, 2, 1.000, 15.80, 0.00, 0.00, 'counted', 'eligible', 16777232, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (15, 4, '2026-10-01', '2026-10-31', 'sale', 5, 11, 6, 2.000, 29.20, 0.00, 0.00, 'counted', 'eligible', 16777236, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (15, 3, '2026-10-01', '2026-10-31', 'sale', 5, 5, 2, 1.000, 6.26, 0.00, 0.00, 'counted', 'eligible', 16777235, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (15, 2, '2026-10-01', '2026-10-31', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777234, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (15, 1, '2026-10-01', '2026-10-31', 'sale', 5, 17, 4, 1.000, 28.00, 0.00, 0.00, 'counted', 'eligible', 16777233, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (16, 1, '2026-10-01', '2026-10-13', 'sale', 5, 9, 6, 2.000, 33.60, 0.00, 0.00, 'counted', 'eligible', 16777237, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (17, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 2.000, 276.00, 0.00, 0.00, 'counted', 'eligible', 16777238, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (18, 1, '2026-10-01', '2026-10-11', 'sale', 5, 9, 6, 1.000, 16.80, 0.00, 10.00, 'counted', 'eligible', 16777239, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (19, 1, '2026-10-01', '2026-10-27', 'sale', 5, 13, 3, 1.000, 85.14, 0.00, 0.00, 'counted', 'eligible', 16777240, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (20, 1, '2026-10-01', '2026-10-22', 'sale', 5, 15, 3, 1.000, 32.00, 0.00, 0.00, 'counted', 'eligible', 16777242, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (21, 1, '2026-10-01', '2026-10-27', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777243, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (22, 1, '2026-10-01', '2026-10-20', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 16777244, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (23, 1, '2026-10-01', '2026-10-22', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777245, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (24, 1, '2026-10-01', '2026-10-07', 'sale', 5, 6, 2, 1.000, 49.90, 0.00, 0.00, 'counted', 'eligible', 16777246, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (25, 1, '2026-10-01', '2026-10-14', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777247, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (26, 1, '2026-10-01', '2026-10-16', 'sale', 5, 16, 3, 1.000, 43.65, 0.00, 0.00, 'counted', 'eligible', 16777248, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (27, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 0.00, 'counted', 'eligible', 16777249, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (28, 1, '2026-10-01', '2026-10-14', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777250, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (29, 1, '2026-10-01', '2026-10-05', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777251, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (30, 1, '2026-10-01', '2026-10-21', 'sale', 5, 23, 7, 1.000, 76.00, 0.00, 0.00, 'counted', 'eligible', 16777252, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (31, 1, '2026-10-01', '2026-10-25', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 0.00, 'counted', 'eligible', 16777253, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (32, 1, '2026-10-01', '2026-10-29', 'sale', 5, 12, 6, 1.000, 18.71, 0.00, 0.00, 'counted', 'eligible', 16777254, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (33, 1, '2026-10-01', '2026-10-12', 'sale', 5, 7, 2, 3.000, 55.50, 0.00, 0.00, 'counted', 'eligible', 16777255, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (34, 1, '2026-10-01', '2026-10-07', 'sale', 5, 24, NULL, 2.000, 180.00, 0.00, 0.00, 'counted', 'eligible', 16777257, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (35, 1, '2026-10-01', '2026-10-20', 'sale', 5, 24, NULL, 1.000, 90.00, 0.00, 0.00, 'counted', 'eligible', 16777258, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (36, 1, '2026-10-01', '2026-10-18', 'sale', 5, 23, 7, 1.000, 76.00, 0.00, 0.00, 'counted', 'eligible', 16777259, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (37, 1, '2026-10-01', '2026-10-08', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777260, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (38, 1, '2026-10-01', '2026-10-03', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777261, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (39, 1, '2026-10-01', '2026-10-05', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777262, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (40, 1, '2026-10-01', '2026-10-18', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777263, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (41, 1, '2026-10-01', '2026-10-18', 'sale', 5, 10, 6, 2.000, 90.00, 0.00, 0.00, 'counted', 'eligible', 16777264, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (42, 1, '2026-10-01', '2026-10-25', 'sale', 5, 23, 7, 1.000, 70.68, 0.00, 0.00, 'counted', 'eligible', 16777265, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (43, 1, '2026-10-01', '2026-10-25', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 0.00, 'counted', 'eligible', 16777266, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (44, 1, '2026-10-01', '2026-10-11', 'sale', 5, 24, NULL, 3.000, 253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (45, 1, '2026-10-01', '2026-10-02', 'sale', 5, 1, 1, 1.000, 128.00, 0.00, 0.00, 'counted', 'eligible', 16777268, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (46, 1, '2026-10-01', '2026-10-10', 'sale', 5, 8, 2, 1.000, 15.80, 0.00, 0.00, 'counted', 'eligible', 16777269, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (47, 1, '2026-10-01', '2026-10-29', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 0.00, 'counted', 'eligible', 16777270, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (48, 1, '2026-10-01', '2026-10-15', 'sale', 5, 19, 5, 2.000, 116.00, 0.00, 0.00, 'counted', 'eligible', 16777271, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (49, 2, '2026-10-01', '2026-10-13', 'sale', 5, 16, 3, 1.000, 45.00, 0.00, 0.00, 'counted', 'eligible', 16777273, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (49, 1, '2026-10-01', '2026-10-13', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777272, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (50, 1, '2026-10-01', '2026-10-19', 'sale', 5, 1, 1, 1.000, 128.00, 0.00, 0.00, 'counted', 'eligible', 16777275, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (51, 1, '2026-10-01', '2026-10-23', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 16777276, NULL, NULL, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (52, 1, '2026-10-01', '2026-10-31', 'refund', 5, 16, 3, -1.000, -41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, 5, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (53, 1, '2026-10-01', '2026-10-31', 'refund', 5, 7, 2, -3.000, -55.50, 0.00, 0.00, 'counted', 'eligible', 16777255, 33, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (54, 1, '2026-10-01', '2026-10-31', 'refund', 5, 16, 3, -1.000, -42.75, 0.00, 0.00, 'counted', 'eligible', 16777220, 6, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (54, 2, '2026-10-01', '2026-10-31', 'refund', 5, 6, 2, -1.000, -49.90, 0.00, 0.00, 'counted', 'eligible', 16777221, 6, 2, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (54, 3, '2026-10-01', '2026-10-31', 'refund', 5, 19, 5, -2.000, -116.00, 0.00, 0.00, 'counted', 'eligible', 16777222, 6, 3, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (54, 4, '2026-10-01', '2026-10-31', 'refund', 5, 18, 4, -1.000, -168.00, 0.00, 0.00, 'counted', 'eligible', 16777223, 6, 4, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (55, 1, '2026-10-01', '2026-10-31', 'refund', 5, 24, NULL, -3.000, -253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, 44, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (56, 1, '2026-10-01', '2026-10-31', 'refund', 5, 14, 3, -1.000, -138.00, 0.00, 0.00, 'counted', 'eligible', 16777270, 47, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (57, 1, '2026-10-01', '2026-10-15', 'refund', 5, 16, 3, -1.000, -41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, 5, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (58, 1, '2026-10-01', '2026-10-31', 'refund', 5, 16, 3, 1.000, 41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, 52, 1, true, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (59, 1, '2026-10-01', '2026-10-25', 'refund', 5, 6, 2, 0.000, -24.95, 0.00, 0.00, 'counted', 'eligible', 16777231, 13, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (60, 1, '2026-10-01', '2026-10-14', 'refund', 5, 7, 2, -3.000, -55.50, 0.00, 0.00, 'counted', 'eligible', 16777255, 33, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (61, 1, '2026-10-01', '2026-10-31', 'refund', 5, 7, 2, 3.000, 55.50, 0.00, 0.00, 'counted', 'eligible', 16777255, 53, 1, true, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (62, 1, '2026-10-01', '2026-10-02', 'refund', 5, 1, 1, 0.000, -57.66, 0.00, 0.00, 'counted', 'eligible', 16777218, 4, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (63, 1, '2026-10-01', '2026-10-13', 'refund', 5, 24, NULL, -3.000, -253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, 44, 1, false, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (64, 1, '2026-10-01', '2026-10-31', 'refund', 5, 24, NULL, 3.000, 253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, 55, 1, true, false, 1);
INSERT INTO pengshui.line_2026_10 VALUES (65, 1, '2026-10-01', '2026-10-24', 'refund', 5, 14, 3, 0.000, -11.04, 0.00, 0.00, 'counted', 'eligible', 16777249, 27, 1, false, false, 1);
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (1, 5, 'BC01', '彭水白茶 特级 50g', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (2, 5, 'BC03', '彭水白茶 礼盒', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (3, 5, 'DF01', '红薯淀粉', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (4, 5, 'DF02', '红薯淀粉 2斤装', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (5, 5, 'FM01', '土蜂蜜 500g', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (6, 5, 'HS01', '彭水红薯', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (7, 5, 'HS02', '蜜薯 精选箱装 5kg', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (8, 5, 'HS03', '红薯干', '规格:标准装;产地:彭水', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (9, 5, 'HS04', '红薯脆片', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (10, 5, 'JL01', '锦鲤 红白 15cm', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (11, 5, 'JL02', '锦鲤 大正三色 25cm', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (12, 5, 'LR01', '农家腊肉', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (13, 5, 'LY01', '鲁渝协作·亲情之旅 门票', '规格:标准装;产地:彭水', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (14, 5, 'MX01', '苗绣香囊', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (15, 5, 'MX02', '苗绣围巾', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (16, 5, 'SF01', '苕粉', '默认', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (17, 5, 'SF02', '手工苕粉 5斤装', '规格:标准装;产地:彭水', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (18, 5, 'YC01', '黄精', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (19, 5, 'YC02', '天麻 250g', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (20, 5, 'YC03', '金银花 100g', '规格:标准装', '');
INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES (21, 5, 'YC04', '杜仲叶茶', '规格:标准装', '');
INSERT INTO pengshui.listing_part VALUES (1, 1, 1, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (2, 1, 3, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (6, 1, 5, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (7, 1, 6, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (9, 1, 8, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (16, 1, 9, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (17, 1, 10, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (3, 1, 11, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (4, 1, 12, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (18, 1, 13, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (19, 1, 14, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (20, 1, 15, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (21, 1, 16, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (10, 1, 17, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (11, 1, 18, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (14, 1, 19, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (15, 1, 20, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (5, 1, 22, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (12, 1, 23, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (13, 1, 24, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.listing_part VALUES (8, 1, 7, 1.000, 0.00, 1.00, 1.00);
INSERT INTO pengshui.location OVERRIDING SYSTEM VALUE VALUES (1, 'shop', '消费帮扶专店', 'shop', true, true);
INSERT INTO pengshui.location OVERRIDING SYSTEM VALUE VALUES (2, 'wh', '聊城仓', 'warehouse', false, true);
INSERT INTO pengshui.lot OVERRIDING SYSTEM VALUE VALUES (1, 7, 'A', NULL, NULL, '2099-01-01');
INSERT INTO pengshui.posting VALUES (1, 'stock receive', 'uid 0', 'bangfu', '2026-11-27 00:48:07.345866+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (2, 'stock receive', 'uid 0', 'bangfu', '2026-11-27 00:48:07.419871+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (3, 'stock build', 'uid 0', 'bangfu', '2026-11-27 00:48:07.561806+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (4, 'order enter', 'uid 0', 'bangfu', '2026-11-27 00:48:07.634717+00', '07403bd3-bd42-489f-9446-1808f521cbe6', '\x2783fb38137bcadd66cd26d6f49b35dacc9d314052a9280b29c4eb500b0941fc', 1, '2026-10-01', 88.50, NULL);
INSERT INTO pengshui.posting VALUES (5, 'order refund', 'uid 0', 'bangfu', '2026-11-27 00:48:07.722251+00', NULL, '\xdb6218351b66ca18628c3e7d454f4bb3f8f43853ca7def16551644e93e401250', 2, '2026-10-01', 0.00, 'x');
INSERT INTO pengshui.posting VALUES (6, 'transfer send', 'uid 0', 'bangfu', '2026-11-27 00:48:07.801139+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (7, 'transfer receive', 'uid 0', 'bangfu', '2026-11-27 00:48:07.93971+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (8, 'count open', 'uid 0', 'bangfu', '2026-11-27 00:48:08.010214+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (9, 'count enter', 'li', 'bangfu', '2026-11-27 00:48:08.127801+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (10, 'import', 'uid 0', 'bangfu', '2026-11-27 00:48:08.287394+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.posting VALUES (11, 'import', 'uid 0', 'bangfu', '2026-11-27 00:48:08.374919+00', NULL, NULL, NULL, NULL, 0.00, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (1, 'BC01', '彭水白茶 特级 50g', '盒', 128.00, '白茶', 1, '彭水', 'psbctj50g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (2, 'BC02', '彭水白茶 一级 100g', '盒', 98.00, '白茶', 1, '彭水', 'psbcyj100g', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (3, 'BC03', '彭水白茶 礼盒', '箱', 368.00, '白茶', 1, '彭水', 'psbclh', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (4, 'BC04', '白茶袋泡茶', '袋', 39.90, '白茶', 1, '彭水', 'bcdpc', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (5, 'HS01', '彭水红薯', '公斤', 6.80, '红薯', 2, '彭水', 'pshs', true, false, NULL);
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (6, 'HS02', '蜜薯 精选箱装 5kg', '箱', 49.90, '红薯', 2, '彭水', 'msjxxz5kg', true, false, NULL);
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
INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES (7, 'HS03', '红薯干', '袋', 18.50, '红薯', 2, '彭水', 'hsg', true, true, NULL);
INSERT INTO pengshui.product_part VALUES (3, 1, 2.000);
INSERT INTO pengshui.programme VALUES (true, 'pengshui', '彭水', '聊城', 'Asia/Shanghai', '00:00:00');
INSERT INTO pengshui.schema_migration VALUES (1, '0001_catalogue', '64ab05f2f800467c7623eb79a086a3f0a74e5ca791d6f37feae6ed36d509546a', '2026-11-27 00:48:06.938153+00');
INSERT INTO pengshui.schema_migration VALUES (2, '0002_facts', '2f9411de535ed8bfee6f7d793d7e50af95a8c04c8e3369012035f5a0850bb0f6', '2026-11-27 00:48:06.938153+00');
INSERT INTO pengshui.schema_migration VALUES (3, '0003_import', 'bf2d67a2e1b2f163af203d4c4dad12a4383e70bbdf23fd553b324dbf0348b678', '2026-11-27 00:48:06.938153+00');
INSERT INTO pengshui.schema_migration VALUES (4, '0004_aftersales', '576e61bdbe53a9dd00d3df0eba5bc0f24f818f1d5c58e9f1a7a370c3e0b4e34d', '2026-11-27 00:48:06.938153+00');
INSERT INTO pengshui.schema_migration VALUES (5, '0005_lots', '6e90c05eb4d7f67569f4ef67cd594e16231b8547c16055f0bf1bb45cac691651', '2026-11-27 00:48:06.938153+00');
INSERT INTO pengshui.schema_state VALUES (true, '673bfe9a20a4677c');
INSERT INTO pengshui.stock_count VALUES (8, 1, '白茶', false, 100.00, 'open', NULL);
INSERT INTO pengshui.stock_count_line VALUES (8, 1, 1, NULL, 18.000, 20.000, 9);
INSERT INTO pengshui.stock_lot VALUES (1, 7, 1, 5.000);
INSERT INTO pengshui.stock_move VALUES (1, 1, 'receive', 1, 7, 10.000, NULL, NULL, 'A', '2099-01-01', 3.00, 1, 30.00);
INSERT INTO pengshui.stock_move VALUES (2, 1, 'receive', 1, 1, 30.000, NULL, NULL, NULL, NULL, 60.00, NULL, 1800.00);
INSERT INTO pengshui.stock_move VALUES (3, 1, 'build', 1, 1, -4.000, NULL, NULL, NULL, NULL, NULL, NULL, -240.00);
INSERT INTO pengshui.stock_move VALUES (3, 2, 'build', 1, 3, 2.000, NULL, NULL, NULL, NULL, NULL, NULL, 240.00);
INSERT INTO pengshui.stock_move VALUES (4, 1, 'issue', 1, 1, -2.000, 1, 1, NULL, NULL, NULL, NULL, -120.00);
INSERT INTO pengshui.stock_move VALUES (4, 2, 'issue', 1, 7, -3.000, 1, 2, NULL, NULL, NULL, 1, -9.00);
INSERT INTO pengshui.stock_move VALUES (5, 1, 'return', 1, 1, 1.000, 2, 1, NULL, NULL, NULL, NULL, 60.00);
INSERT INTO pengshui.stock_move VALUES (6, 1, 'send', 1, 1, -5.000, NULL, NULL, NULL, NULL, NULL, NULL, -300.00);
INSERT INTO pengshui.stock_move VALUES (6, 2, 'send', 1, 7, -2.000, NULL, NULL, NULL, NULL, NULL, 1, -6.00);
INSERT INTO pengshui.stock_move VALUES (7, 1, 'arrive', 2, 1, 3.000, NULL, NULL, NULL, NULL, NULL, NULL, 180.00);
INSERT INTO pengshui.stock_on_hand VALUES (1, 3, 2.000, 240.00, false);
INSERT INTO pengshui.stock_on_hand VALUES (1, 1, 20.000, 1200.00, false);
INSERT INTO pengshui.stock_on_hand VALUES (1, 7, 5.000, 15.00, true);
INSERT INTO pengshui.stock_on_hand VALUES (2, 1, 3.000, 180.00, false);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (1, 'TEA', '彭水苗岭白茶有限公司', 'company', 186, '善感乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (2, 'SPUD', '彭水薯业发展有限公司', 'company', 420, '保家镇', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (3, 'HERB', '润溪乡中药材专业合作社', 'cooperative', 95, '润溪乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (4, 'KOI', '乔梓乡锦鲤养殖村集体', 'collective', 38, '乔梓乡', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (5, 'MIAO', '苗绣非遗工坊', 'company', 61, '绍庆街道', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (6, 'STARCH', '靛水街道粉坊村集体', 'collective', 72, '靛水街道', true);
INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES (7, 'YANG', '杨家家庭农场', 'household', 1, '三义乡', true);
INSERT INTO pengshui.tender VALUES (1, 1, 'cash', 311.50);
INSERT INTO pengshui.tender VALUES (2, 1, 'cash', -128.00);
INSERT INTO pengshui.transfer VALUES (6, 1, 2);
INSERT INTO pengshui.transfer_end VALUES (7, 6, 1, 3.000, 180.00, false);
INSERT INTO pengshui.transfer_line VALUES (6, 1, 1, NULL, 5.000, 300.00);
INSERT INTO pengshui.transfer_line VALUES (6, 2, 7, 1, 2.000, 6.00);
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
SELECT pg_catalog.setval('pengshui.buyer_buyer_id_seq', 4, true);
SELECT pg_catalog.setval('pengshui.channel_channel_id_seq', 11, true);
SELECT pg_catalog.setval('pengshui.document_number', 65, true);
SELECT pg_catalog.setval('pengshui.import_number', 2, true);
SELECT pg_catalog.setval('pengshui.listing_listing_id_seq', 21, true);
SELECT pg_catalog.setval('pengshui.location_location_id_seq', 2, true);
SELECT pg_catalog.setval('pengshui.lot_lot_id_seq', 1, true);
SELECT pg_catalog.setval('pengshui.posting_number', 11, true);
SELECT pg_catalog.setval('pengshui.product_product_id_seq', 25, true);
SELECT pg_catalog.setval('pengshui.supplier_supplier_id_seq', 7, true);
SELECT pg_catalog.setval('pengshui.target_target_id_seq', 1, false);
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
ALTER TABLE ONLY pengshui.document_2026_10
    ADD CONSTRAINT document_2026_10_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_11
    ADD CONSTRAINT document_2026_11_pkey PRIMARY KEY (document_id, book_month);
ALTER TABLE ONLY pengshui.document_2026_12
    ADD CONSTRAINT document_2026_12_pkey PRIMARY KEY (document_id, book_month);
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
ALTER TABLE ONLY pengshui.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (singleton);
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
ALTER TABLE ONLY pengshui.stock_move
    ADD CONSTRAINT stock_move_pkey PRIMARY KEY (posting_id, move_no);
ALTER TABLE ONLY pengshui.stock_on_hand
    ADD CONSTRAINT stock_on_hand_pkey PRIMARY KEY (location_id, product_id);
ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_code_once UNIQUE (code);
ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_pkey PRIMARY KEY (supplier_id);
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
CREATE INDEX claim_estimated ON pengshui.claim USING btree (platform, order_no) WHERE estimated;
CREATE INDEX claim_snapshot_claim ON pengshui.claim_snapshot USING btree (claim_id);
CREATE INDEX line_claim ON ONLY pengshui.line USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_10_claim_id_idx ON pengshui.line_2026_10 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_pending ON ONLY pengshui.line USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_10_claim_id_idx1 ON pengshui.line_2026_10 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_taken_back ON ONLY pengshui.line USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_10_of_document_of_line_idx ON pengshui.line_2026_10 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_11_claim_id_idx ON pengshui.line_2026_11 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_11_claim_id_idx1 ON pengshui.line_2026_11 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_11_of_document_of_line_idx ON pengshui.line_2026_11 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE INDEX line_2026_12_claim_id_idx ON pengshui.line_2026_12 USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX line_2026_12_claim_id_idx1 ON pengshui.line_2026_12 USING btree (claim_id) WHERE (verdict = 'pending'::text);
CREATE INDEX line_2026_12_of_document_of_line_idx ON pengshui.line_2026_12 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);
CREATE UNIQUE INDEX location_default_once ON pengshui.location USING btree (is_default) WHERE is_default;
CREATE INDEX order_stage_posting ON pengshui.order_stage USING btree (posting_id);
CREATE INDEX shortage_settled_line ON pengshui.shortage_settled USING btree (document_id, line_no);
CREATE UNIQUE INDEX stock_count_open_once ON pengshui.stock_count USING btree (location_id, category) WHERE (state = 'open'::text);
CREATE INDEX stock_move_document ON pengshui.stock_move USING btree (document_id, line_no) WHERE (document_id IS NOT NULL);
CREATE INDEX transfer_end_line ON pengshui.transfer_end USING btree (transfer_id, line_no);
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_10_pkey;
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_11_pkey;
ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_12_pkey;
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
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.claim_snapshot FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_chunk FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_reject FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.posting FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.shortage FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.shortage_settled FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.stock_count_line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.stock_move FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.tender FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer_end FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.transfer_line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.aftersale FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.book_month FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
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
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.unit FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();
ALTER TABLE ONLY pengshui.barcode
    ADD CONSTRAINT barcode_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);
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
ALTER TABLE ONLY pengshui.stock_count
    ADD CONSTRAINT stock_count_location_known FOREIGN KEY (location_id) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.transfer
    ADD CONSTRAINT transfer_from_known FOREIGN KEY (from_location) REFERENCES pengshui.location(location_id);
ALTER TABLE ONLY pengshui.transfer
    ADD CONSTRAINT transfer_to_known FOREIGN KEY (to_location) REFERENCES pengshui.location(location_id);
