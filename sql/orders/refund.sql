CREATE OR REPLACE FUNCTION refund_units(
  wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_units text[], OUT based numeric[],
    OUT units text[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  unsaid record;
  twice  integer;
BEGIN
  SELECT a.line_no INTO twice FROM unnest(asked_lines) AS a(line_no) GROUP BY a.line_no HAVING count(*) > 1 LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('refund_line_twice', jsonb_build_object('document', wanted, 'line', twice));
  END IF;
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
COMMENT ON FUNCTION refund_units IS
  'What is asked of an order''s lines in base units, and the units other than those. A line is named once: what is '
  'left of it is compared with what is asked of it. Raises refund_line_twice, refund_unit_needed.';

CREATE OR REPLACE FUNCTION refunded_of(wanted bigint) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT coalesce(-sum(b.amount), 0.00) FROM line_back b WHERE b.of_document = wanted AND NOT b.reverses);
END $$;
COMMENT ON FUNCTION refunded_of IS
  'Yuan refunded of an order so far: small refunds of one order add up.';

CREATE OR REPLACE FUNCTION refund_order(
  request uuid, wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_units text[],
  asked_amounts numeric[], restock boolean, methods text[], amounts numeric[], happened_at timestamptz,
  by_operator text, by_command text, because text,
  OUT document bigint, OUT total numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('refund', wanted, asked_lines, asked_quantities, asked_amounts,
    restock, methods, amounts)::text || CASE WHEN asked_units IS NOT NULL THEN asked_units::text ELSE '' END, 'UTF8'));
  based   numeric[];
  units   text[];
  sale    document;
  on_day  date;
  month   date;
  it      document;
  back    record;
  wrong   record;
  account numeric;
  owed    numeric;
BEGIN
  SELECT r.document, r.total, r.repeated INTO document, total, repeated FROM repeated_order(request, asked_digest) r;
  IF repeated THEN
    total := -total;
    RETURN;
  END IF;
  sale := lock_order(wanted);
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO on_day FROM programme g;
  PERFORM refuse_to_come(happened_at, on_day);
  PERFORM refuse_before(happened_at, on_day, sale.at, sale.day, jsonb_build_object('document', wanted));
  month := book_month_of(on_day);
  document := nextval('document_number');
  SELECT b.based, b.units INTO based, units FROM refund_units(wanted, asked_lines, asked_quantities, asked_units) b;

  SELECT array_agg(r.line_no) AS lines, array_agg(r.product_id) AS products, array_agg(r.supplier_id) AS suppliers,
    array_agg(-r.take) AS quantities, array_agg(-r.worth) AS amounts, array_agg(0.00) AS discounts,
    array_agg(r.judgement) AS judgements, array_agg(r.take) AS backs,
    array_agg(r.asked_unit) AS units, array_agg(-r.asked_of_it) AS entered, sum(r.worth) AS worth
  INTO back
  FROM (
    SELECT b.*, coalesce(b.money, CASE WHEN b.take = b.quantity_left THEN b.amount_left
      ELSE least(cut_of(b.amount, b.take, b.quantity), b.amount_left) END) AS worth
    FROM (
      SELECT o.*, a.amount AS money, a.unit AS asked_unit,
        CASE WHEN a.unit IS NOT NULL THEN a.entered END AS asked_of_it,
        CASE WHEN cardinality(asked_lines) = 0 THEN o.quantity_left ELSE a.quantity END AS take
      FROM order_line o
      LEFT JOIN unnest(asked_lines, based, asked_quantities, units, asked_amounts)
        AS a(line_no, quantity, entered, unit, amount) ON a.line_no = o.line_no
      WHERE o.document_id = wanted AND (a.line_no IS NOT NULL
        OR cardinality(asked_lines) = 0 AND (o.quantity_left > 0 OR o.amount_left > 0))
    ) b
    ORDER BY b.line_no
  ) r;

  SELECT a.line_no, o.sku, o.unit, -s.quantity AS quantity, -s.amount AS amount, o.quantity_left, o.amount_left,
    o.line_no IS NULL AS missing, o.whole AND s.quantity <> trunc(s.quantity) AS broken
  INTO wrong
  FROM unnest(asked_lines) AS a(line_no)
  FULL JOIN unnest(back.lines, back.quantities, back.amounts) AS s(of_line, quantity, amount) ON s.of_line = a.line_no
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
  total := back.worth;
  IF total IS NULL THEN
    PERFORM refuse('refund_nothing', jsonb_build_object('document', wanted));
  END IF;

  SELECT coalesce(sum(d.receivable), 0) INTO owed FROM document d
  WHERE d.document_id = wanted OR d.document_id IN
    (SELECT l.document_id FROM line_back l WHERE l.of_document = wanted);
  IF cardinality(methods) = 0 AND total > 0 THEN
    SELECT array_agg(w.method), array_fill(total, ARRAY[1]) INTO methods, amounts
    FROM (SELECT t.method FROM tender t WHERE t.document_id = wanted
          UNION ALL SELECT on_account() WHERE sale.receivable > 0) w;
    IF cardinality(methods) <> 1 THEN
      PERFORM refuse('refund_way_needed', jsonb_build_object('total', total::text, 'methods',
        array_to_string(methods, ', ')));
    END IF;
  END IF;
  SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = on_account()), 0) INTO account
  FROM unnest(methods, amounts) AS t(method, amount);
  IF (SELECT coalesce(sum(t.amount), 0) FROM unnest(amounts) AS t(amount)) <> total THEN
    PERFORM refuse('refund_tender_differs', jsonb_build_object('total', total::text,
      'paid', (SELECT coalesce(sum(t.amount), 0)::text FROM unnest(amounts) AS t(amount))));
  ELSIF account > owed THEN
    PERFORM refuse('refund_account_over', jsonb_build_object('owed', owed::text, 'account', account::text));
  END IF;

  it.document_id := document;
  it.posting_id := nextval('posting_number');
  it.book_month := month;
  it.day := on_day;
  it.at := happened_at;
  it.kind := 'refund';
  it.side := 'refund';
  it.channel_id := sale.channel_id;
  it.location_id := sale.location_id;
  it.buyer_id := sale.buyer_id;
  it.of_document := wanted;
  it.signed := false;
  it.total := -total;
  it.freight := 0;
  it.receivable := -account;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, reason)
  VALUES (it.posting_id, by_command, by_operator, recorder(), now(), request, asked_digest, document, month, because);
  PERFORM post_order(it, back.products, back.suppliers, back.quantities, back.amounts, back.discounts, back.judgements,
    back.units, back.entered, back.lines, CASE WHEN restock THEN back.backs END);
  PERFORM judge_late_refunds(it.posting_id, ARRAY[wanted]);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT document, row_number() OVER (ORDER BY t.method), t.method, -sum(t.amount)
  FROM unnest(methods, amounts) AS t(method, amount)
  WHERE t.method <> on_account()
  GROUP BY t.method HAVING sum(t.amount) > 0;
  PERFORM expect_approval(it.posting_id, 'refund', refunded_of(wanted),
    jsonb_build_object('document', wanted, 'total', total), asked_digest);
END $$;
COMMENT ON FUNCTION refund_order IS
  'Refunds lines of an order. `asked_quantities` and `asked_amounts` go with `asked_lines`; a null amount is the '
  'same part of the line''s amount as of its quantity, and the remainder where nothing is left. A line that was sold '
  'by another unit than the base unit must say its unit here too: 2 斤 are not 2 公斤. Without lines, all that is left '
  'goes back. `restock` says that the goods came back to stock. Raises line_unknown, refund_over, '
  'quantity_not_whole, refund_nothing, refund_way_needed, refund_tender_differs, refund_account_over.';
