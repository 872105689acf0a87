-- Transfers: goods are in transit from the location that sends them until they arrive, or are explained as lost.

CREATE OR REPLACE VIEW transfer_ended AS
SELECT e.posting_id, e.transfer_id, e.line_no, e.quantity, e.value, e.lost
FROM transfer_end e
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = e.posting_id);
COMMENT ON VIEW transfer_ended IS
  'What of transfers arrived or was lost, and was not undone.';

CREATE OR REPLACE VIEW transfer_open AS
SELECT l.transfer_id, l.line_no, t.from_location, t.to_location, l.product_id, l.lot_id,
  l.quantity - coalesce(e.quantity, 0) AS quantity, l.value - coalesce(e.value, 0) AS value
FROM transfer_line l
JOIN transfer t ON t.transfer_id = l.transfer_id
LEFT JOIN (SELECT transfer_id, line_no, sum(quantity) AS quantity, sum(value) AS value FROM transfer_ended
           GROUP BY transfer_id, line_no) e ON e.transfer_id = l.transfer_id AND e.line_no = l.line_no
WHERE l.quantity > coalesce(e.quantity, 0)
  AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = l.transfer_id);
COMMENT ON VIEW transfer_open IS
  'What of each transfer is still in transit.';

CREATE OR REPLACE FUNCTION send_transfer(
  codes text[], asked numeric[], units text[], lot_codes text[], from_code text, to_code text, because text,
  happened_at timestamptz, by_operator text, by_command text, OUT transfer bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(from_code);
  target      bigint := location_of(to_code);
  products    bigint[];
  quantities  numeric[];
  batch       bigint;
  today       date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  IF of_location = target THEN
    PERFORM refuse('transfer_to_itself', jsonb_build_object('code', to_code));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);
  PERFORM take_goods(batch, 'send', of_location, products, quantities, lots_of(products, lot_codes), today, 'refused');
  transfer := batch;
  INSERT INTO transfer (transfer_id, from_location, to_location) VALUES (transfer, of_location, target);
  INSERT INTO transfer_line (transfer_id, line_no, product_id, lot_id, quantity, value)
  SELECT transfer, m.move_no, m.product_id, m.lot_id, -m.quantity, -m.value FROM stock_move m
    WHERE m.posting_id = batch;
END $$;
COMMENT ON FUNCTION send_transfer IS
  'Sends goods from one location to another: they are in transit until they arrive. Returns the transfer. Raises '
  'transfer_to_itself.';

CREATE OR REPLACE FUNCTION end_transfer(
  wanted bigint, codes text[], asked numeric[], units text[], lost boolean, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT posting bigint, OUT left_over numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  target     bigint;
  products   bigint[];
  quantities numeric[];
  today      date;
  over       record;
  come       record;
BEGIN
  SELECT t.to_location INTO target FROM transfer t WHERE t.transfer_id = wanted FOR UPDATE;
  IF target IS NULL OR EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse(CASE WHEN target IS NULL THEN 'transfer_unknown' ELSE 'undone_already' END,
      jsonb_build_object('transfer', wanted, 'number', wanted));
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
    cut_of(e.value, e.take, e.quantity), lost
  FROM (
    SELECT o.*, taken_of(i.asked, sum(o.quantity) OVER fefo, o.quantity) AS take
    FROM transfer_open o
    JOIN unnest(products, quantities) AS i(product, asked) ON i.product = o.product_id
    WHERE o.transfer_id = wanted
    WINDOW fefo AS (PARTITION BY o.product_id ORDER BY o.line_no)
  ) e
  WHERE e.take > 0;
  IF NOT lost THEN
    PERFORM lock_stock(array_fill(target, ARRAY[cardinality(products)]), products);
    SELECT array_agg(l.product_id ORDER BY e.line_no) AS products, array_agg(e.quantity ORDER BY e.line_no)
      AS quantities,
      array_agg(l.lot_id ORDER BY e.line_no) AS lots, array_agg(e.value ORDER BY e.line_no) AS amounts
    INTO come
    FROM transfer_end e JOIN transfer_line l ON l.transfer_id = e.transfer_id AND l.line_no = e.line_no
    WHERE e.posting_id = posting;
    PERFORM put_stock(posting, 'arrive', target, come.products, come.quantities, come.lots, come.amounts);
    PERFORM settle_shortages(posting, target, products, today);
  END IF;
  SELECT coalesce(sum(o.quantity), 0) INTO left_over FROM transfer_open o WHERE o.transfer_id = wanted;
END $$;
COMMENT ON FUNCTION end_transfer IS
  'What of a transfer has arrived (all that is in transit where nothing is named), or is explained as lost. Raises '
  'transfer_unknown, undone_already, transfer_done, transfer_over.';
