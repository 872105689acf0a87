-- Enters an order: a sale of what is asked, paid as said, in one transaction.
-- The same request with the same content answers the first result; with other content it is refused.
-- Quantities are in base units, prices in yuan a base unit (null: the catalogue's), amounts in yuan.
CREATE OR REPLACE FUNCTION enter_order(
  request uuid, channel_code text, codes text[], quantities numeric[], prices numeric[],
  methods text[], amounts numeric[], buyer_code text, location_code text, off numeric,
  happened_at timestamptz, by_operator text, by_command text, is_signed boolean,
  OUT document bigint, OUT total numeric, OUT change numeric, OUT lines integer, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW(channel_code, codes, quantities, prices, methods, amounts,
    buyer_code, location_code, off, is_signed)::text, 'UTF8'));
  way     record;
  buyer   bigint;
  place   bigint;
  on_day  date;
  month   date;
  batch   bigint;
  wrong   bigint;
  cash    numeric;
  account numeric;
  other   numeric;
  owed    numeric := 0;
BEGIN
  lines := cardinality(codes);
  SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
  IF repeated THEN
    RETURN;
  END IF;
  repeated := false;

  SELECT c.channel_id, c.ships_from, c.active, g.timezone, g.day_start INTO way
  FROM channel c CROSS JOIN programme g
  WHERE c.code = channel_code;
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
  month := book_month_of(on_day);
  batch := nextval('posting_number');
  document := nextval('document_number');

  WITH asked AS MATERIALIZED (
    SELECT i.n, i.quantity, p.product_id, p.active, u.whole,
      round(coalesce(i.price, p.price) * i.quantity, 2) AS amount
    FROM unnest(codes, quantities, prices) WITH ORDINALITY AS i(code, quantity, price, n)
    LEFT JOIN product p ON p.product_id = coalesce(
      (SELECT k.product_id FROM product k WHERE k.sku = i.code),
      (SELECT b.product_id FROM barcode b WHERE b.code = i.code))
    LEFT JOIN unit u ON u.code = p.unit
  ), staged AS (
    INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
      location_id, buyer_id, signed, product_id, quantity, amount)
    SELECT batch, document, n, 'sale', 'sale', month, on_day, happened_at, way.channel_id,
      place, buyer, is_signed, product_id, quantity, coalesce(amount, 0)
    FROM asked
  )
  SELECT sum(amount), min(n) FILTER (WHERE product_id IS NULL OR NOT active OR NOT quantity > 0
    OR whole AND quantity <> trunc(quantity))
  INTO total, wrong FROM asked;
  IF wrong IS NOT NULL THEN
    PERFORM refuse_order_line(codes[wrong], quantities[wrong], wrong);
  END IF;
  IF off <> 0 THEN
    total := total - discount_order(batch, off, total);
  END IF;

  SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = 'cash'), 0),
    coalesce(sum(t.amount) FILTER (WHERE t.method = 'account'), 0),
    coalesce(sum(t.amount) FILTER (WHERE t.method NOT IN ('cash', 'account')), 0)
  INTO cash, account, other
  FROM unnest(methods, amounts) AS t(method, amount);
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
  IF account > 0 THEN
    UPDATE order_stage SET receivable = account WHERE posting_id = batch AND line_no = 1;
  END IF;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, change)
  VALUES (batch, by_command, by_operator, session_user, now(), request, asked_digest, document, month, change)
  ON CONFLICT (request_id) DO NOTHING;
  IF NOT FOUND THEN  -- another till sent the same request at the same moment, and was first
    DELETE FROM order_stage WHERE posting_id = batch;
    SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
    RETURN;
  END IF;
  PERFORM post_order(batch, false);
  IF cash + other > 0 THEN
    INSERT INTO tender (document_id, tender_no, method, amount)
    SELECT document, row_number() OVER (ORDER BY min(t.n)), t.method,
      sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END
    FROM unnest(methods, amounts) WITH ORDINALITY AS t(method, amount, n)
    WHERE t.method <> 'account'
    GROUP BY t.method
    HAVING sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END <> 0;
  END IF;
END $$;
