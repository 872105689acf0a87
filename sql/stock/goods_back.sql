CREATE OR REPLACE VIEW order_move AS
SELECT c.platform, c.order_no, v.product_id, v.lot_id, v.quantity, v.value
FROM claim c
JOIN line n ON n.claim_id = c.claim_id
JOIN stock_move v ON v.document_id = n.document_id AND v.line_no = n.line_no
UNION ALL
SELECT b.platform, b.order_no, v.product_id, v.lot_id, v.quantity, v.value
FROM goods_back b
JOIN stock_move v ON v.posting_id = b.posting_id AND v.move_no = b.move_no
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = b.posting_id);
COMMENT ON VIEW order_move IS
  'The moves of what has left for a platform''s order, of what was cancelled and of what came back.';

CREATE OR REPLACE FUNCTION take_goods_back(
  wanted text, codes text[], asked numeric[], units text[], location_code text, to_waste boolean, because text,
  happened_at timestamptz, by_operator text, by_command text, OUT posting bigint, OUT cost numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  products    bigint[];
  quantities  numeric[];
  sold_on     text;
  platforms   bigint;
  today       date;
  back        integer;
  over        record;
  origin      record;
  items       integer;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, NULL);
  SELECT min(c.platform), count(DISTINCT c.platform) INTO sold_on, platforms FROM claim c
  WHERE c.order_no = wanted AND c.value_id IS NOT NULL;
  IF platforms <> 1 THEN
    PERFORM refuse(CASE WHEN platforms = 0 THEN 'goods_back_unknown' ELSE 'goods_back_ambiguous' END,
      jsonb_build_object('order', wanted));
  END IF;
  PERFORM FROM claim c WHERE c.order_no = wanted AND c.platform = sold_on ORDER BY c.claim_id FOR NO KEY UPDATE;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(products)]), products);

  SELECT i.code, i.asked, coalesce(o.quantity, 0) AS left_over INTO over
  FROM unnest(codes, products, quantities) WITH ORDINALITY AS i(code, product, asked, n)
  LEFT JOIN (
    SELECT m.product_id, -sum(m.quantity) AS quantity
    FROM order_move m
    WHERE m.platform = sold_on AND m.order_no = wanted
    GROUP BY m.product_id
  ) o ON o.product_id = i.product
  WHERE i.asked > coalesce(o.quantity, 0) ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('goods_back_over', jsonb_build_object('order', wanted, 'code', over.code,
      'quantity', trim_scale(over.asked)::text, 'left', trim_scale(over.left_over)::text));
  END IF;
  SELECT array_agg(i.n) AS n, array_agg(o.lot_id) AS lots, array_agg(o.quantity) AS quantities,
    array_agg(o.value) AS amounts
  INTO origin
  FROM unnest(products) WITH ORDINALITY AS i(product, n)
  JOIN (
    SELECT m.product_id, m.lot_id, -sum(m.quantity) AS quantity, -sum(m.value) AS value
    FROM order_move m
    WHERE m.platform = sold_on AND m.order_no = wanted
    GROUP BY m.product_id, m.lot_id
  ) o ON o.product_id = i.product
  WHERE o.quantity > 0;

  items := cardinality(products);
  PERFORM put_back(posting, array_fill('return'::text, ARRAY[items]), array_fill(of_location, ARRAY[items]), products,
    quantities,
    array_fill(today, ARRAY[items]), array_fill(NULL::bigint, ARRAY[items]), array_fill(NULL::integer, ARRAY[items]),
    origin.n, origin.lots, origin.quantities, origin.amounts);
  INSERT INTO goods_back (posting_id, move_no, platform, order_no)
  SELECT posting, m.move_no, sold_on, wanted FROM stock_move m WHERE m.posting_id = posting;
  SELECT sum(m.value), max(m.move_no) INTO cost, back FROM stock_move m WHERE m.posting_id = posting;
  IF to_waste THEN
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value)
    SELECT posting, back + m.move_no, 'waste', m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value
    FROM stock_move m WHERE m.posting_id = posting;
    PERFORM keep_stock(posting, back);
  ELSE
    PERFORM settle_shortages(posting, of_location, products, today);
  END IF;
END $$;
COMMENT ON FUNCTION take_goods_back IS
  'Goods of a platform''s order that came back, as somebody has seen: into stock, at the cost they left, or to '
  'waste. They may come back to another location than they left. Returns the posting and their cost in yuan. Raises '
  'goods_back_unknown, goods_back_ambiguous, goods_back_over.';
