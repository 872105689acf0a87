-- Goods of duplicates: what left for a sale comes back when it becomes a duplicate, on the day that this is said, and
-- goes out again when it is none.

CREATE OR REPLACE FUNCTION sale_goods(units bigint[])
RETURNS TABLE (unit bigint, document_id bigint, line_no integer, location_id bigint, product_id bigint, claim_id bigint,
  is_duplicate boolean, gone numeric, due numeric, short numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT r.unit, r.document_id, r.line_no, r.location_id, r.product_id, r.claim_id, q.unit IS NOT NULL, -m.quantity,
    m.back - w.short, coalesce((
      SELECT o.quantity FROM shortage_open o WHERE o.document_id = r.document_id AND o.line_no = r.line_no), 0)
  FROM sales_reported(units) r
  LEFT JOIN duplicate_unit q ON q.unit = r.unit AND NOT q.counts
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(v.quantity), 0) AS quantity,
      coalesce(sum(v.quantity) FILTER (WHERE v.is_of_duplicate), 0) AS back
    FROM (
      SELECT s.quantity, s.kind = 'duplicate' AS is_of_duplicate
      FROM stock_move s WHERE s.document_id = r.document_id AND s.line_no = r.line_no
      UNION ALL  -- refunds, and the pairs by which older programs moved the goods
      SELECT s.quantity, b.judged IS NOT NULL
      FROM line b JOIN stock_move s ON s.document_id = b.document_id AND s.line_no = b.line_no
      WHERE b.of_document = r.document_id AND b.of_line = r.line_no
    ) v
  ) m
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(v.quantity), 0) AS short
    FROM (
      SELECT g.short AS quantity FROM duplicate_goods g WHERE g.document_id = r.document_id AND g.line_no = r.line_no
      UNION ALL
      SELECT s.quantity
      FROM line b JOIN shortage s ON s.document_id = b.document_id AND s.line_no = b.line_no
      WHERE b.of_document = r.document_id AND b.of_line = r.line_no AND b.judged IS NOT NULL
    ) v
  ) w
  WHERE r.location_id IS NOT NULL AND r.product_id IS NOT NULL;
END $$;
COMMENT ON FUNCTION sale_goods IS
  'Of sales that stand and whose goods are ours: whether each is a duplicate, what of it is out of stock (`gone`), '
  'what has to go out again if it is none (`due`), and what it is still short of.';

CREATE OR REPLACE FUNCTION move_duplicate_goods(batch bigint, units bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  moving record;
  back   record;
  origin record;
  due    record;
  today  date;
  there  numeric;
BEGIN
  SELECT array_agg(g.location_id) AS locations, array_agg(g.product_id) AS products INTO moving
  FROM sale_goods(units) g
  WHERE CASE WHEN g.is_duplicate THEN g.gone > 0 OR g.short > 0 ELSE g.due > 0 END;
  IF moving.locations IS NULL THEN
    RETURN;
  END IF;
  PERFORM lock_stock(moving.locations, moving.products);
  SELECT business_day(now(), p.timezone, p.day_start) INTO today FROM programme p;
  -- Of a platform's order of which some came back (goods_back) no more than what is still out of it.
  SELECT array_agg(w.document_id ORDER BY w.n) AS documents, array_agg(w.line_no ORDER BY w.n) AS lines,
    array_agg(w.location_id ORDER BY w.n) AS locations, array_agg(w.product_id ORDER BY w.n) AS products,
    array_agg(w.asked ORDER BY w.n) AS asked, array_agg(w.short ORDER BY w.n) AS shorts,
    array_agg('duplicate'::text) AS kinds, array_agg(today) AS days
  INTO back
  FROM (
    SELECT g.*, row_number() OVER (ORDER BY g.document_id, g.line_no) AS n,
      CASE WHEN EXISTS (SELECT FROM goods_back b WHERE b.order_no = c.order_no AND b.platform = c.platform)
        THEN taken_of((
          SELECT greatest(0, -sum(m.quantity)) FROM order_move m
          WHERE m.platform = c.platform AND m.order_no = c.order_no AND m.product_id = g.product_id
        ), sum(g.gone) OVER (PARTITION BY c.platform, c.order_no, g.product_id ORDER BY g.document_id, g.line_no),
          g.gone)
        ELSE g.gone END AS asked
    FROM sale_goods(units) g
    LEFT JOIN claim c ON c.claim_id = g.claim_id
    WHERE g.is_duplicate AND (g.gone > 0 OR g.short > 0)
  ) w;
  IF back.documents IS NOT NULL THEN
    SELECT array_agg(o.n) AS n, array_agg(o.lot_id) AS lots, array_agg(o.quantity) AS quantities,
      array_agg(o.value) AS amounts
    INTO origin
    FROM (
      SELECT i.n, v.lot_id, -sum(v.quantity) AS quantity, -sum(v.value) AS value
      FROM unnest(back.documents, back.lines) WITH ORDINALITY AS i(document, line, n)
      CROSS JOIN LATERAL (
        SELECT m.lot_id, m.quantity, m.value FROM stock_move m
        WHERE m.document_id = i.document AND m.line_no = i.line
        UNION ALL
        SELECT m.lot_id, m.quantity, m.value
        FROM line b JOIN stock_move m ON m.document_id = b.document_id AND m.line_no = b.line_no
        WHERE b.of_document = i.document AND b.of_line = i.line
      ) v
      GROUP BY i.n, v.lot_id
      HAVING sum(v.quantity) < 0
    ) o;
    PERFORM put_back(batch, back.kinds, back.locations, back.products, back.asked, back.days, back.documents,
      back.lines, origin.n, origin.lots, origin.quantities, origin.amounts);
    INSERT INTO duplicate_goods (posting_id, document_id, line_no, location_id, product_id, quantity, short)
    SELECT batch, i.document, i.line, i.location, i.product, coalesce(m.quantity, 0), -i.short
    FROM unnest(back.documents, back.lines, back.locations, back.products, back.shorts)
      AS i(document, line, location, product, short)
    LEFT JOIN (
      SELECT v.document_id, v.line_no, sum(v.quantity) AS quantity FROM stock_move v
      WHERE v.posting_id = batch AND v.kind = 'duplicate' GROUP BY v.document_id, v.line_no
    ) m ON m.document_id = i.document AND m.line_no = i.line
    WHERE coalesce(m.quantity, 0) <> 0 OR i.short <> 0;
  END IF;
  FOR due IN
    SELECT g.* FROM sale_goods(units) g WHERE NOT g.is_duplicate AND g.due > 0 ORDER BY g.document_id, g.line_no
  LOOP
    SELECT least(due.due, h.quantity) INTO there
    FROM stock_on_hand h WHERE h.location_id = due.location_id AND h.product_id = due.product_id;
    IF there > 0 THEN
      PERFORM take_stock(batch, 'duplicate', ARRAY[due.location_id], ARRAY[due.product_id], ARRAY[there],
        ARRAY[NULL::bigint], ARRAY[today], 'last', ARRAY[due.document_id], ARRAY[due.line_no]);
    END IF;
    INSERT INTO duplicate_goods (posting_id, document_id, line_no, location_id, product_id, quantity, short)
    VALUES (batch, due.document_id, due.line_no, due.location_id, due.product_id, -there, due.due - there);
  END LOOP;
  PERFORM settle_shortages(batch, c.location, c.products, today)  -- what came back covers what others are short of
  FROM (SELECT u.location, array_agg(DISTINCT u.product) AS products
        FROM unnest(back.locations, back.products) AS u(location, product)
        GROUP BY u.location ORDER BY u.location) c;
END $$;
COMMENT ON FUNCTION move_duplicate_goods IS
  'Brings the goods of some sales to where decisions say, under an act and on its day, whatever month the sales are '
  'of: what is out of a duplicate comes back, to the lots and at the cost at which it left, and it is short of '
  'nothing; what came back goes out again for a sale that is none, and what is missing of that, it is short of. '
  'Nothing where all is there already.';
