CREATE OR REPLACE FUNCTION order_moves(sold_on text, wanted text)
RETURNS TABLE (product_id bigint, lot_id bigint, quantity numeric, value numeric)
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
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
    AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = b.posting_id)
$$;
COMMENT ON FUNCTION order_moves IS
  'The moves of what has left for a platform''s order, of what was cancelled and of what came back.';

CREATE OR REPLACE FUNCTION take_goods_back(
  wanted text, codes text[], asked numeric[], units text[], location_code text, to_waste boolean, because text,
  happened_at timestamptz, by_operator text, by_command text, OUT posting bigint, OUT cost numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
COMMENT ON FUNCTION take_goods_back IS
  'Goods of a platform''s order that came back, as somebody has seen: into stock, at the cost they left, or to '
  'waste. They may come back to another location than they left. Returns the posting and their cost in yuan. Raises '
  'goods_back_unknown, goods_back_ambiguous, goods_back_over.';
