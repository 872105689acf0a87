CREATE OR REPLACE FUNCTION skus_of(codes text[]) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT array_agg(coalesce(k.sku, b.sku, i.code) ORDER BY i.n)
    FROM unnest(codes) WITH ORDINALITY AS i(code, n)
    LEFT JOIN product k ON k.sku = i.code
    LEFT JOIN (SELECT a.code, p.sku FROM barcode a JOIN product p ON p.product_id = a.product_id) b ON b.code = i.code);
END $$;
COMMENT ON FUNCTION skus_of IS
  'The skus of what was asked for, some of it by barcode; what is neither stays as it is.';

CREATE OR REPLACE FUNCTION order_units(codes text[], INOUT quantities numeric[], INOUT units text[], shown numeric[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
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
COMMENT ON FUNCTION order_units IS
  'What is asked of an order''s lines in base units, and the units other than those; refused where a till has shown '
  'something else, since a unit was changed meanwhile. Raises unit_changed.';

CREATE OR REPLACE FUNCTION refuse_order_line(asked_code text, asked_quantity numeric, entered text, n bigint)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
COMMENT ON FUNCTION refuse_order_line IS
  'Says what is wrong with a line of an order. Raises product_unknown, product_inactive, quantity_not_positive, '
  'quantity_not_whole.';

CREATE OR REPLACE FUNCTION refuse_approval(expired_reason text, approver text, by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF coalesce(trimmed(expired_reason), '') = ''
    OR coalesce(trimmed(approver), '') = '' AND NOT is_approved_by_login() AND NOT is_one_person() THEN
    PERFORM refuse('expired_approval_half', '{}');
  ELSIF lower(trimmed(approver)) = lower(trimmed(by_operator)) THEN
    PERFORM refuse('expired_second_person', jsonb_build_object('operator', by_operator));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_approval IS
  'Refuses an approval of expired goods that is half said, or by the one who sells. Raises expired_approval_half, '
  'expired_second_person.';

CREATE OR REPLACE FUNCTION enter_order(
  request uuid, channel_code text, codes text[], quantities numeric[], prices numeric[],
  methods text[], amounts numeric[], buyer_code text, location_code text, off numeric,
  happened_at timestamptz, by_operator text, by_command text, is_signed boolean, units text[] DEFAULT NULL,
  shown numeric[] DEFAULT NULL, expired_reason text DEFAULT NULL, approver text DEFAULT NULL,
  OUT document bigint, OUT total numeric, OUT change numeric, OUT lines integer, OUT repeated boolean, OUT day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW(channel_code, codes, quantities, prices, methods, amounts,
    buyer_code, location_code, off, is_signed)::text || CASE WHEN num_nonnulls(units, expired_reason, approver) > 0
      THEN ROW(units, shown, expired_reason, approver)::text ELSE '' END, 'UTF8'));
  via         record;
  buyer       bigint;
  buyer_kind  text;
  of_location bigint;
  on_day      date;
  skus        text[] := codes;
  based       numeric[] := quantities;
  unknown     bigint;
  wrong       bigint;
  it          document;
  products    bigint[];
  suppliers   bigint[];
  worth       numeric[];
  discounts   numeric[];
  goods       boolean[];
  judgements  judgement[];
  entered     numeric[];
  cash        numeric;
  account     numeric;
  other       numeric;
  below       numeric;
  allowed_by  text;
BEGIN
  lines := cardinality(codes);
  repeated := false;
  SELECT c.channel_id, c.kind, c.platform, c.province, c.ships_from, c.active, g.timezone, g.day_start,
    p.posting_id AS known
  INTO via
  FROM programme g
  LEFT JOIN channel c ON c.code = channel_code
  LEFT JOIN posting p ON p.request_id = request;
  IF via.known IS NOT NULL THEN
    SELECT * INTO document, total, change, day, repeated FROM repeated_order(request, asked_digest);
    IF repeated THEN
      RETURN;
    END IF;
  END IF;
  IF via.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF NOT via.active THEN
    PERFORM refuse('channel_inactive', jsonb_build_object('code', channel_code));
  END IF;
  of_location := via.ships_from;
  IF location_code IS NOT NULL THEN
    SELECT l.location_id INTO of_location FROM location l WHERE l.code = location_code;
    IF of_location IS NULL THEN
      PERFORM refuse('location_unknown', jsonb_build_object('code', location_code));
    END IF;
  END IF;
  IF buyer_code IS NOT NULL THEN
    SELECT b.buyer_id, b.kind, sold_to(NULL, province_of(b.province), via.province) INTO buyer, buyer_kind, via.province
    FROM buyer b WHERE b.code = buyer_code;
    IF buyer IS NULL THEN
      PERFORM refuse('buyer_unknown', jsonb_build_object('code', buyer_code));
    END IF;
  END IF;
  IF num_nonnulls(expired_reason, approver) > 0 THEN
    PERFORM refuse_approval(expired_reason, approver, by_operator);
    allowed_by := trimmed(approver);
  END IF;
  IF units IS NOT NULL THEN
    SELECT b.quantities, b.units INTO based, units FROM order_units(codes, quantities, units, shown) b;
  END IF;
  on_day := business_day(happened_at, via.timezone, via.day_start);
  day := on_day;
  PERFORM refuse_to_come(happened_at, on_day);
  SELECT b.month INTO it.book_month FROM book_month b  -- what book_month_of returns nearly always
  WHERE b.month = month_of(on_day) AND b.status = 'open' FOR KEY SHARE;
  IF it.book_month IS NULL THEN
    it.book_month := book_month_of(on_day);
  END IF;
  it.posting_id := nextval('posting_number');
  it.document_id := nextval('document_number');
  it.kind := 'sale';
  it.side := 'sale';
  it.day := on_day;
  it.at := happened_at;
  it.channel_id := via.channel_id;
  it.location_id := of_location;
  it.buyer_id := buyer;
  it.signed := false;
  it.freight := 0;
  document := it.document_id;

  LOOP
    SELECT sum(a.amount), min(a.n) FILTER (WHERE a.product_id IS NULL),
      min(a.n) FILTER (WHERE NOT a.active OR NOT a.quantity > 0 OR a.whole AND a.quantity <> trunc(a.quantity)),
      array_agg(a.product_id), array_agg(a.supplier_id), array_agg(a.amount),
      array_agg(ROW(verdict_of(a.rule), a.rule, fact_of(a.rule, a.origin, via.province, via.kind), a.rule_set_id,
        a.certificate_id, via.province, way_of(via.kind, via.platform, buyer_kind))::judgement),
      CASE WHEN bool_or(a.service) THEN array_agg(NOT a.service) END,
      array_agg(CASE WHEN a.unit IS NOT NULL THEN a.entered END), sum(a.below)
    INTO total, unknown, wrong, products, suppliers, worth, judgements, goods, entered, below
    FROM (
      SELECT i.n, i.quantity, i.entered, i.unit, p.product_id, p.supplier_id, p.active, p.service, u.whole,
        round(coalesce(i.price * coalesce(i.shown, i.entered), p.price * i.quantity), 2) AS amount,
        CASE WHEN i.price IS NOT NULL
          THEN greatest(round(p.price * i.quantity - i.price * coalesce(i.shown, i.entered), 2), 0) END AS below,
        p.origin, r.rule_set_id, t.certificate_id,
        rule_of(NULL, p.origin, t.certificate_id, via.province, via.kind, 0, r) AS rule
      FROM unnest(skus, based, quantities, units, prices, shown)
        WITH ORDINALITY AS i(sku, quantity, entered, unit, price, shown, n)
      LEFT JOIN product p ON p.sku = i.sku
      LEFT JOIN unit u ON u.code = p.unit
      LEFT JOIN certificate_period t ON t.product_id = p.product_id AND t.supplier_id = coalesce(p.supplier_id, 0)
        AND on_day BETWEEN t.from_day AND t.to_day
      JOIN rule_period r ON on_day BETWEEN r.from_day AND r.to_day
      ORDER BY i.n
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
    discounts := discounts_of(worth, off);
    worth := ARRAY(SELECT a.amount - a.share FROM unnest(worth, discounts) WITH ORDINALITY AS a(amount, share, n)
                   ORDER BY a.n);
    total := total - off;
  END IF;

  IF cardinality(methods) = 1 THEN
    cash := CASE WHEN gives_change(methods[1]) THEN amounts[1] ELSE 0 END;
    account := CASE WHEN methods[1] = on_account() THEN amounts[1] ELSE 0 END;
    other := amounts[1] - cash - account;
  ELSE
    SELECT coalesce(sum(t.amount) FILTER (WHERE gives_change(t.method)), 0),
      coalesce(sum(t.amount) FILTER (WHERE t.method = on_account()), 0),
      coalesce(sum(t.amount) FILTER (WHERE NOT gives_change(t.method) AND t.method <> on_account()), 0)
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
  it.total := total;
  it.receivable := account;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, change)
  VALUES (it.posting_id, by_command, by_operator, recorder(), now(), request, asked_digest, document,
    CASE WHEN NOT is_signed THEN it.book_month END, change)
  ON CONFLICT (request_id) DO NOTHING;
  IF NOT FOUND THEN  -- another till sent the same request at the same moment, and was first
    SELECT * INTO document, total, change, day, repeated FROM repeated_order(request, asked_digest);
    RETURN;
  END IF;
  IF is_signed THEN
    PERFORM keep_agreement(it, products, suppliers, based, worth, discounts, units, entered);
    RETURN;
  END IF;
  IF cardinality(methods) = 1 AND account = 0 AND amounts[1] <> change THEN
    INSERT INTO tender (document_id, tender_no, method, amount) VALUES (document, 1, methods[1], amounts[1] - change);
  ELSIF cash + other > 0 THEN
    INSERT INTO tender (document_id, tender_no, method, amount)
    SELECT document, row_number() OVER (ORDER BY min(t.n)), t.method,
      sum(t.amount) - CASE WHEN gives_change(t.method) THEN change ELSE 0 END
    FROM unnest(methods, amounts) WITH ORDINALITY AS t(method, amount, n)
    WHERE t.method <> on_account()
    GROUP BY t.method
    HAVING sum(t.amount) - CASE WHEN gives_change(t.method) THEN change ELSE 0 END <> 0;
  END IF;
  PERFORM post_order(it, products, suppliers, based, worth, discounts, judgements, units, entered,
    expired_ok => expired_reason IS NOT NULL, goods => goods);
  below := off + coalesce(below, 0);
  IF below > 0 THEN  -- a price under the catalogue's is a discount, too
    PERFORM expect_approval(it.posting_id, 'discount', below, jsonb_build_object('goods', array_to_string(codes, ', '),
        'total', total),
      asked_digest);
  END IF;
  IF expired_reason IS NOT NULL AND EXISTS (SELECT FROM expired_sale e WHERE e.posting_id = it.posting_id) THEN
    SELECT coalesce(a.approved_by, nullif(allowed_by, ''), by_operator) INTO allowed_by
    FROM expect_approval(it.posting_id, 'expired', total, jsonb_build_object('goods', array_to_string(codes, ', '),
        'total', total),
      asked_digest) a;
    INSERT INTO expired_approval (posting_id, reason, approved_by)
    VALUES (it.posting_id, trimmed(expired_reason), allowed_by);
  END IF;
END $$;
COMMENT ON FUNCTION enter_order IS
  'Enters an order: a sale of what is asked, paid as said, in one transaction. The same request with the same '
  'content returns the first result; with other content it is refused. Quantities are in the units given (null: the '
  'base unit), prices in yuan for one of that unit (null: the catalogue''s), amounts in yuan. A till says what it '
  'has shown a line to be in base units (`shown`); its price is for a base unit then. Goods that have expired are '
  'sold where a second person approves and a reason is given. A signed agreement is kept as a record of its own, '
  'with a number of a document; it posts nothing. Raises channel_unknown, channel_inactive, location_unknown, '
  'buyer_unknown, tender_missing, tender_short, tender_over, account_needs_buyer, signed_needs_buyer.';
