-- Lots: the goods of a product that came, or were made, together and expire together.

CREATE OR REPLACE FUNCTION lots_of(products bigint[], codes text[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  unknown record;
BEGIN
  SELECT i.code, i.n INTO unknown
  FROM unnest(products, codes) WITH ORDINALITY AS i(product, code, n)
  LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code
  WHERE i.code IS NOT NULL AND l.lot_id IS NULL ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('lot_unknown', jsonb_build_object('lot', unknown.code, 'item', unknown.n));
  END IF;
  RETURN (SELECT array_agg(l.lot_id ORDER BY i.n)
    FROM unnest(products, codes) WITH ORDINALITY AS i(product, code, n)
    LEFT JOIN lot l ON l.product_id = i.product AND l.code = i.code);
END $$;
COMMENT ON FUNCTION lots_of IS
  'The lots of codes, of products; null where no code is given. Refused where there is none of the code. Raises '
  'lot_unknown.';

CREATE OR REPLACE FUNCTION built_in(whole bigint, part bigint) RETURNS date
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT min(l.expires)
    FROM (
      SELECT w.posting_id, sum(w.quantity) OVER (ORDER BY w.posting_id DESC) - w.quantity AS later
      FROM stock_move w
      JOIN product p ON p.product_id = w.product_id AND NOT p.lots
      WHERE w.kind = 'build' AND w.product_id = whole AND w.quantity > 0
    ) b
    JOIN stock_move m ON m.posting_id = b.posting_id AND m.product_id = part AND m.quantity < 0
    JOIN lot l ON l.lot_id = m.lot_id
    WHERE b.later < (SELECT sum(h.quantity) FROM stock_on_hand h WHERE h.product_id = whole));
END $$;
COMMENT ON FUNCTION built_in IS
  'The first day on which a part of a product expires that is not kept by lot itself, as far as that can be known: '
  'the boxes that are there are taken for those built last.';

CREATE OR REPLACE FUNCTION built_lot(product bigint, batch bigint, today date,
  built_in date DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  made     bigint;
  last_day date;
BEGIN
  SELECT least(today + p.shelf_days, built_in,
    (SELECT min(l.expires) FROM stock_move m JOIN lot l ON l.lot_id = m.lot_id
    WHERE m.posting_id = batch AND l.expires >= today)) INTO last_day
  FROM product p WHERE p.product_id = product;
  INSERT INTO lot (product_id, code, produced, expires)
  VALUES (product, to_char(today, 'YYYYMMDD') || '-' || batch, least(today, last_day), last_day)
  RETURNING lot_id INTO made;
  RETURN made;
END $$;
COMMENT ON FUNCTION built_lot IS
  'The lot of what a posting makes: it lasts as long as its shelf life, and no longer than the first of its parts; '
  'nor, for what is taken apart, than was built in.';

CREATE OR REPLACE FUNCTION keep_by_lot(sku_code text, by_lot boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
COMMENT ON FUNCTION keep_by_lot IS
  'Begins, or ends, to keep a product''s stock by lot: while nothing of it is on hand or in transit, so that no lot '
  'is made up. Raises product_has_stock.';
