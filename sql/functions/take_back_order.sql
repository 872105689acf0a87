-- Takes back what was sold: a refund of some lines, or a void of the whole order.
-- Both lock the document, so that two clerks cannot take back more than was sold.

-- Takes a posting's lines out of the staging table.
CREATE OR REPLACE FUNCTION take_staged(batch bigint) RETURNS order_stage[]
LANGUAGE sql SET search_path FROM CURRENT AS $$
  WITH taken AS (DELETE FROM order_stage s WHERE s.posting_id = batch RETURNING s)
  SELECT array_agg(t.s ORDER BY (t.s).line_no) FROM taken t
$$;

-- Finds a document that somebody entered, locked.
CREATE OR REPLACE FUNCTION lock_document(wanted bigint, OUT it document)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  SELECT * INTO it FROM document d WHERE d.document_id = wanted FOR UPDATE;
  IF it.document_id IS NULL THEN
    PERFORM refuse(CASE WHEN EXISTS (SELECT FROM agreement a WHERE a.agreement_id = wanted) THEN 'order_is_agreement'
      ELSE 'order_unknown' END, jsonb_build_object('document', wanted));
  ELSIF it.file_id IS NOT NULL THEN
    PERFORM refuse('order_imported', jsonb_build_object('document', wanted));
  END IF;
END $$;

-- Finds an order to refund or void, locked; refused where it is none, or not the clerk's.
CREATE OR REPLACE FUNCTION lock_order(wanted bigint, OUT sale document)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  sale := lock_document(wanted);
  IF sale.kind <> 'sale' THEN
    PERFORM refuse('order_not_a_sale', jsonb_build_object('document', wanted, 'kind', sale.kind));
  ELSIF EXISTS (SELECT FROM line l WHERE l.of_document = wanted AND l.reverses) THEN
    PERFORM refuse('order_voided', jsonb_build_object('document', wanted));
  END IF;
END $$;

-- What is asked of an order's lines in base units, and the units other than those. A line is named once: what is left
-- of it is compared with what is asked of it.
CREATE OR REPLACE FUNCTION refund_units(
  wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_units text[], OUT based numeric[], OUT units text[])
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

-- Refunds lines of an order. `asked_quantities` and `asked_amounts` go with `asked_lines`; a null amount
-- is the same part of the line's amount as of its quantity, and the remainder where nothing is left. A line that was
-- sold by another unit than the base unit must say its unit here too: 2 斤 are not 2 公斤.
-- Without lines, all that is left goes back. `restock` says that the goods came back to stock.
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
  batch   bigint;
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
  batch := nextval('posting_number');
  document := nextval('document_number');
  SELECT b.based, b.units INTO based, units FROM refund_units(wanted, asked_lines, asked_quantities, asked_units) b;

  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, product_id, supplier_id, quantity, amount, verdict, rule, of_document, of_line, back,
    entered_unit, entered_quantity)
  SELECT batch, document, row_number() OVER (ORDER BY r.line_no), 'refund', 'refund', month, on_day, happened_at,
    sale.channel_id, sale.location_id, sale.buyer_id, r.product_id, r.supplier_id, -r.take,
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
  FULL JOIN (SELECT o.of_line, sum(o.quantity) AS quantity, sum(o.amount) AS amount FROM order_stage o
             WHERE o.posting_id = batch GROUP BY o.of_line) s ON s.of_line = a.line_no
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
    (SELECT l.document_id FROM line_back l WHERE l.of_document = wanted);
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

-- Voids an order, as if it had never been: every line reversed on its own day, money and goods back.
CREATE OR REPLACE FUNCTION void_order(
  wanted bigint, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT document bigint, OUT total numeric, OUT day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sale  document;
  batch bigint;
BEGIN
  sale := lock_order(wanted);
  IF EXISTS (SELECT FROM line_back l WHERE l.of_document = wanted) THEN
    PERFORM refuse('order_refunded', jsonb_build_object('document', wanted));
  END IF;
  SELECT r.batch, r.document INTO batch, document
  FROM reverse_document(sale, happened_at, by_operator, by_command, because) r;
  total := sale.total;
  day := sale.day;
  PERFORM post_order(batch, false, take_staged(batch));
END $$;

-- Reverses a document: its posting, its lines staged with the other sign on its own day, its money gone back.
CREATE OR REPLACE FUNCTION reverse_document(
  it document, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT batch bigint, OUT document bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  month date := book_month_of(it.day);
BEGIN
  PERFORM refuse_without_reason(because);
  batch := nextval('posting_number');
  document := nextval('document_number');
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, product_id, supplier_id, quantity, amount, total, receivable, verdict,
    rule, of_document, of_line, reverses, entered_unit, entered_quantity)
  SELECT batch, document, l.line_no, 'correction', it.side, month, it.day, greatest(happened_at, it.at), it.channel_id,
    it.location_id, it.buyer_id, l.product_id, l.supplier_id, -l.quantity, -l.amount,
    CASE WHEN l.line_no = 1 THEN -it.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN -it.receivable ELSE 0 END,
    l.verdict, l.rule, it.document_id, l.line_no, true, l.entered_unit, -l.entered_quantity
  FROM line l
  WHERE l.document_id = it.document_id AND l.book_month = it.book_month;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason, undoes)
  VALUES (batch, by_command, by_operator, session_user, now(), document, month, because, it.posting_id);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT reverse_document.document, t.tender_no, t.method, -t.amount FROM tender t WHERE t.document_id = it.document_id;
END $$;

-- Undoes a refund, or a void: the order stands as it did before. A refund is reversed, and what came back to stock
-- with it leaves again; what was voided is sold again, under a new number. Answers the document that does it, the
-- order's, and the yuan that the order is worth more again.
CREATE OR REPLACE FUNCTION undo_order(
  wanted bigint, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT document bigint, OUT total numeric, OUT day date, OUT undone text, OUT of_order bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    document := lock_document(wanted);
  batch bigint;
BEGIN
  SELECT b.of_document INTO of_order FROM line b WHERE b.document_id = wanted LIMIT 1;
  undone := CASE WHEN it.kind = 'refund' THEN 'refund' WHEN it.kind = 'correction' AND it.side = 'sale' THEN 'void' END;
  IF undone IS NULL THEN
    PERFORM refuse(CASE it.kind WHEN 'sale' THEN 'undo_of_sale' ELSE 'undo_of_undo' END,
      jsonb_build_object('document', wanted));
  ELSIF EXISTS (SELECT FROM posting p WHERE p.undoes = it.posting_id) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  PERFORM FROM document d WHERE d.document_id = of_order FOR UPDATE;
  day := it.day;
  total := -it.total;
  IF undone = 'refund' THEN
    SELECT r.batch, r.document INTO batch, document
    FROM reverse_document(it, happened_at, by_operator, by_command, because) r;
    PERFORM post_order(batch, false, take_staged(batch));
    PERFORM undo_moves(batch, it.posting_id);
  ELSE
    document := sell_again(it, of_order, by_operator, by_command, because);
  END IF;
END $$;

-- Sells again what a void has reversed, on its own day and at its own instant; answers the new order.
CREATE OR REPLACE FUNCTION sell_again(voided document, of_order bigint, by_operator text, by_command text, because text)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sale     document;
  month    date := book_month_of(voided.day);
  batch    bigint := nextval('posting_number');
  undoing  bigint;
  today    date;
  made     bigint := nextval('document_number');
  expired  expired_approval;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT * INTO sale FROM document d WHERE d.document_id = of_order;
  SELECT * INTO expired FROM expired_approval e WHERE e.posting_id = sale.posting_id;
  SELECT b.batch, b.today INTO undoing, today
  FROM begin_move(by_operator, by_command, because, now(), voided.posting_id) b;
  PERFORM undo_moves(undoing, voided.posting_id, true);  -- what the void brought back had covered shortages
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id, location_id,
    buyer_id, product_id, supplier_id, quantity, amount, discount, total, receivable, verdict, rule, entered_unit,
    entered_quantity)
  SELECT batch, made, l.line_no, 'sale', 'sale', month, sale.day, sale.at, sale.channel_id, sale.location_id,
    sale.buyer_id, l.product_id, l.supplier_id, l.quantity, l.amount, l.discount,
    CASE WHEN l.line_no = 1 THEN sale.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN sale.receivable ELSE 0 END,
    l.verdict, l.rule, l.entered_unit, l.entered_quantity
  FROM line l
  WHERE l.document_id = of_order AND l.book_month = sale.book_month;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), made, month, because);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT made, t.tender_no, t.method, t.amount FROM tender t WHERE t.document_id = of_order;
  PERFORM post_order(batch, false, take_staged(batch), expired.posting_id IS NOT NULL);
  INSERT INTO expired_approval (posting_id, reason, approved_by)
  SELECT batch, expired.reason, expired.approved_by
  WHERE expired.posting_id IS NOT NULL AND EXISTS (SELECT FROM expired_sale e WHERE e.posting_id = batch);
  RETURN made;
END $$;
