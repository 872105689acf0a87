-- Undoes an act: a posting that names it, and leaves quantity, value and what is owed as if it had not been. Facts
-- stay. It is refused where the goods are gone or something later stands on it, and the refusal names that.

CREATE OR REPLACE FUNCTION undo_moves(batch bigint, original bigint, kinds text[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  locations bigint[];
  products  bigint[];
  wrong     record;
  today     date;
  before    integer := last_move(batch);
BEGIN
  SELECT array_agg(m.location_id), array_agg(m.product_id) INTO locations, products
  FROM (SELECT DISTINCT v.location_id, v.product_id FROM stock_move v
        WHERE v.posting_id = original AND (kinds IS NULL OR v.kind = ANY (kinds))) m;
  IF locations IS NULL THEN
    RETURN;
  END IF;
  PERFORM lock_stock(locations, products);
  SELECT business_day(now(), g.timezone, g.day_start) INTO today FROM programme g;

  WITH going AS MATERIALIZED (
    SELECT m.move_no, m.location_id, m.product_id, m.document_id, m.line_no, m.kind, -m.quantity AS quantity,
      -m.value AS value, h.quantity AS on_hand, h.value AS worth, h.lots, m.lot_id
    FROM stock_move m
    JOIN stock_on_hand h ON h.location_id = m.location_id AND h.product_id = m.product_id
    WHERE m.posting_id = original AND (kinds IS NULL OR m.kind = ANY (kinds))
  ), made AS MATERIALIZED (  -- the lot of goods that left before the product was kept by lot
    SELECT g.product_id, built_lot(g.product_id, batch, today) AS lot_id
    FROM going g WHERE g.lots AND g.lot_id IS NULL AND g.quantity > 0 GROUP BY g.product_id
  ), placed AS MATERIALIZED (
    SELECT g.*, CASE WHEN g.lots THEN coalesce(g.lot_id, d.lot_id) END AS of_lot,
      sum(g.quantity) OVER of_product AS net, sum(g.value) OVER of_product AS net_value,
      bool_or(g.kind = 'receive') OVER of_product AS is_receipt,
      row_number() OVER (PARTITION BY g.location_id, g.product_id ORDER BY abs(g.quantity) DESC, g.move_no) AS nth
    FROM going g
    LEFT JOIN made d ON d.product_id = g.product_id
    WINDOW of_product AS (PARTITION BY g.location_id, g.product_id)
  ), valued AS MATERIALIZED (
    SELECT p.*, CASE WHEN p.on_hand + p.net = 0 THEN -p.worth
      WHEN p.is_receipt AND p.on_hand + p.net > 0
        THEN coalesce(worth_without(p.location_id, p.product_id, original), p.worth + p.net_value) - p.worth
      ELSE p.net_value END AS change
    FROM placed p
  ), fault AS MATERIALIZED (
    SELECT v.location_id, v.product_id, l.code AS lot, -coalesce(b.net, v.net) AS asked,
      coalesce(t.quantity, v.on_hand) AS there,
      v.on_hand + v.net >= 0 AND (v.of_lot IS NULL OR coalesce(t.quantity, 0) + b.net >= 0) AS enough
    FROM valued v
    LEFT JOIN (SELECT location_id, product_id, of_lot, sum(quantity) AS net FROM placed WHERE of_lot IS NOT NULL
               GROUP BY location_id, product_id, of_lot) b
      ON b.location_id = v.location_id AND b.product_id = v.product_id AND b.of_lot = v.of_lot
    LEFT JOIN stock_lot t ON t.location_id = v.location_id AND t.product_id = v.product_id AND t.lot_id = v.of_lot
    LEFT JOIN lot l ON l.lot_id = v.of_lot
    WHERE v.on_hand + v.net < 0 OR b.net < 0 AND coalesce(t.quantity, 0) + b.net < 0 OR v.worth + v.change < 0
    ORDER BY v.move_no LIMIT 1
  ), moved AS (
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id,
      line_no)
    SELECT batch, before + row_number() OVER (ORDER BY v.move_no), 'undo', v.location_id, v.product_id, v.of_lot,
      v.quantity, v.value + CASE WHEN v.nth = 1 THEN v.change - v.net_value ELSE 0 END, v.document_id, v.line_no
    FROM valued v
    WHERE NOT EXISTS (SELECT FROM fault)
  )
  SELECT f.*, p.sku, p.name, p.unit, o.code AS location INTO wrong
  FROM fault f
  JOIN product p ON p.product_id = f.product_id
  JOIN location o ON o.location_id = f.location_id;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.enough THEN 'undo_worth' ELSE 'undo_gone' END, jsonb_build_object('number', original,
      'code', wrong.sku, 'name', wrong.name, 'unit', wrong.unit, 'location', wrong.location, 'lot', wrong.lot,
      'asked', trim_scale(wrong.asked)::text, 'there', trim_scale(wrong.there)::text,
      'since', left_since(wrong.location_id, wrong.product_id, original)));
  END IF;
  PERFORM keep_stock(batch, before);
  PERFORM settle_shortages(batch, c.location, c.products, today)
  FROM (SELECT m.location_id AS location, array_agg(DISTINCT m.product_id) AS products FROM stock_move m
        WHERE m.posting_id = batch AND m.move_no > before AND m.quantity > 0 AND m.document_id IS NULL
        GROUP BY m.location_id ORDER BY m.location_id) c;
END $$;
COMMENT ON FUNCTION undo_moves IS
  'Undoes the moves of a posting (only those of some kinds, where asked), under a posting of its own: the '
  'same goods go in the other direction, of the same lots. What came in leaves at the cost it came in at; where goods '
  'have left at the average since, what is left is worth what it would be without it. Raises undo_worth, undo_gone.';

CREATE OR REPLACE FUNCTION worth_without(of_location bigint, product bigint, original bigint) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  there numeric;
  worth numeric;
  move  record;
  gone  boolean := false;
BEGIN
  SELECT coalesce(sum(m.quantity), 0), coalesce(sum(m.value), 0) INTO there, worth
  FROM stock_move m WHERE m.location_id = of_location AND m.product_id = product AND m.posting_id < original;
  FOR move IN
    SELECT m.quantity, m.value, m.document_id IS NOT NULL AS of_sale
    FROM stock_move m
    WHERE m.location_id = of_location AND m.product_id = product AND m.posting_id > original
    ORDER BY m.posting_id, m.move_no
  LOOP
    gone := gone OR move.quantity < 0;
    worth := worth + CASE
      WHEN move.quantity > 0 AND NOT (move.of_sale AND there > 0) THEN move.value
      WHEN there + move.quantity <= 0 THEN -worth
      ELSE round(worth * move.quantity / there, 2) END;
    there := there + move.quantity;
  END LOOP;
  RETURN CASE WHEN gone THEN greatest(worth, 0) END;
END $$;
COMMENT ON FUNCTION worth_without IS
  'What a product is worth at a location as it would be if a posting had not been: what came in since at its own '
  'cost, what left since at the average that there would have been. Null where nothing has left since, and the '
  'difference is exact.';

CREATE OR REPLACE FUNCTION left_since(of_location bigint, product bigint, original bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT string_agg(w.words, ', ' ORDER BY w.posting_id)
    FROM (
      SELECT m.posting_id, concat_ws(' ', p.command, coalesce(p.document_id, m.posting_id)) AS words
      FROM stock_move m
      JOIN posting p ON p.posting_id = m.posting_id
      WHERE m.location_id = of_location AND m.product_id = product AND m.posting_id > original AND m.quantity < 0
      GROUP BY m.posting_id, p.command, p.document_id ORDER BY m.posting_id DESC LIMIT 5
    ) w);
END $$;
COMMENT ON FUNCTION left_since IS
  'The acts since a posting by which a product left a location, as numbers that people know: documents, else '
  'postings.';

CREATE OR REPLACE FUNCTION standing_on(original bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT string_agg(concat_ws(' ', s.command, s.posting_id), ', ' ORDER BY s.posting_id)
    FROM (
      SELECT p.command, p.posting_id
      FROM (
        SELECT n.posting_id FROM supplier_payment_receipt n
        WHERE n.receipt_id = original AND n.amount > 0
          AND NOT EXISTS (SELECT FROM supplier_payment r WHERE r.reverses = n.posting_id)
        UNION SELECT r.posting_id FROM supplier_return r WHERE r.receipt_id = original
        UNION SELECT a.posting_id FROM supplier_adjustment a WHERE a.receipt_id = original
        UNION SELECT e.posting_id FROM transfer_end e WHERE e.transfer_id = original
      ) f
      JOIN posting p ON p.posting_id = f.posting_id
      WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = p.posting_id)
    ) s);
END $$;
COMMENT ON FUNCTION standing_on IS
  'What stands on an act and has to be undone before it, as people know it; null where nothing does.';

CREATE OR REPLACE FUNCTION undo_act(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT act text, OUT supplier text, OUT owed numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    record;
  who   bigint;
  later text;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT p.posting_id, p.command, p.document_id, p.undoes,
    EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) AS undone,
    EXISTS (SELECT FROM supplier_payment s WHERE s.posting_id = wanted) AS is_payment,
    EXISTS (SELECT FROM buy_back b WHERE b.posting_id = wanted) AS is_buy_back,
    EXISTS (SELECT FROM supplier_adjustment a WHERE a.posting_id = wanted) AS is_adjustment,
    EXISTS (SELECT FROM shortage_settled d WHERE d.posting_id = wanted AND d.written_off) AS is_write_off,
    (SELECT e.transfer_id FROM transfer_end e WHERE e.posting_id = wanted LIMIT 1) AS ends_transfer,
    (SELECT c.count_id FROM stock_count c WHERE c.ended_by = wanted AND c.state = 'approved') AS count_id,
    (SELECT c.state FROM stock_count c WHERE c.count_id = wanted) AS count_state,
    EXISTS (SELECT FROM shortage_settled d WHERE d.posting_id = wanted)
      OR EXISTS (SELECT FROM supplier_adjustment a WHERE a.posting_id = wanted)
      OR EXISTS (SELECT FROM stock_move m WHERE m.posting_id = wanted) AS moves
  INTO it FROM posting p WHERE p.posting_id = wanted;
  act := it.command;
  IF EXISTS (SELECT FROM canteen_act_of(wanted) c WHERE c.act IS NOT NULL) THEN
    PERFORM refuse('act_is_canteen', jsonb_build_object('number', wanted, 'act', act));
  END IF;
  IF it.posting_id IS NULL OR it.document_id IS NOT NULL OR it.undoes IS NOT NULL OR it.undone
    OR it.count_state IS NOT NULL
    OR NOT (it.moves OR it.is_payment OR it.is_buy_back OR it.ends_transfer IS NOT NULL)
    OR EXISTS (SELECT FROM import_file f WHERE f.posting_id = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'act_unknown' WHEN it.document_id IS NOT NULL
      THEN 'act_is_order'
        WHEN it.undoes IS NOT NULL THEN 'undo_of_undo' WHEN it.undone THEN 'undone_already'
        WHEN it.count_state IS NOT NULL THEN 'act_is_count' ELSE 'act_not_undone' END,
      jsonb_build_object('number', wanted, 'document', it.document_id, 'act', it.command,
        'approval', (SELECT c.ended_by FROM stock_count c WHERE c.count_id = wanted AND c.state = 'approved')));
  END IF;
  IF role_of(session_user) = 'clerk' AND (it.is_payment OR it.is_buy_back OR it.is_adjustment OR it.is_write_off) THEN
    PERFORM refuse('right_missing', jsonb_build_object('login', session_user, 'may', 'accountant'));
  END IF;
  SELECT s.supplier_id, s.code INTO who, supplier
  FROM supplier s
  WHERE s.supplier_id = coalesce(
    (SELECT p.supplier_id FROM purchase p WHERE p.posting_id = wanted),
    (SELECT p.supplier_id FROM supplier_payment p WHERE p.posting_id = wanted),
    (SELECT r.supplier_id FROM supplier_return r WHERE r.posting_id = wanted LIMIT 1),
    (SELECT a.supplier_id FROM supplier_adjustment a WHERE a.posting_id = wanted),
    (SELECT b.supplier_id FROM buy_back b WHERE b.posting_id = wanted LIMIT 1))
  FOR NO KEY UPDATE;
  IF it.is_payment THEN
    SELECT r.posting INTO posting FROM reverse_payment(wanted, because, happened_at, by_operator, by_command) r;
  ELSIF it.is_buy_back THEN
    SELECT u.posting INTO posting
    FROM undo_buy_back(NULL, wanted, NULL, because, happened_at, by_operator, by_command) u;
  ELSE
    PERFORM FROM transfer t WHERE t.transfer_id = coalesce(it.ends_transfer, wanted) FOR UPDATE;
    PERFORM FROM stock_count c WHERE c.count_id = it.count_id FOR UPDATE;
    later := standing_on(wanted);
    IF later IS NOT NULL THEN
      PERFORM refuse('undo_stands', jsonb_build_object('number', wanted, 'later', later));
    END IF;
    SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, wanted) b;
    PERFORM undo_moves(posting, wanted);
    UPDATE stock_count c SET state = 'undone' WHERE c.count_id = it.count_id;
  END IF;
  owed := CASE WHEN who IS NOT NULL THEN owed_to(who) END;
END $$;
COMMENT ON FUNCTION undo_act IS
  'Undoes an act on stock or on a supplier''s account, by its number. Returns what it was (its command), the undo''s '
  'own number, and what is owed to its supplier now, where it has one. What a clerk may not do, a clerk may not undo. '
  'Raises act_is_canteen, act_unknown, act_is_order, undo_of_undo, undone_already, act_is_count, act_not_undone, '
  'undo_stands, right_missing.';
