-- Moves of stock beside receipts and sales; each is one transaction, with who, when and why.

-- Begins a posting that moves stock; maybe one that undoes an earlier posting.
CREATE OR REPLACE FUNCTION begin_move(by_operator text, by_command text, because text, happened_at timestamptz,
  original bigint DEFAULT NULL, OUT batch bigint, OUT today date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_blank(because);
  batch := nextval('posting_number');
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason, undoes)
  VALUES (batch, by_command, by_operator, session_user, now(), because, original);
END $$;

-- The lots of codes, of products; null where no code is given. Refused where there is none of the code.
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

-- Takes goods out for good: `move_kind` is waste, with its reason, or give_back to a supplier, who credits what the
-- goods were bought for. Answers their cost, and the supplier's credit with the quantity that it is for.
CREATE OR REPLACE FUNCTION remove_stock(
  move_kind text, codes text[], asked numeric[], units text[], lot_codes text[], location_code text, supplier_code text,
  of_receipt bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT cost numeric, OUT supplier text, OUT credit numeric, OUT uncredited numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  place      bigint := location_of(location_code);
  products   bigint[];
  quantities numeric[];
  lot_ids    bigint[];
  taker      bigint;
  today      date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  lot_ids := lots_of(products, lot_codes);
  taker := CASE WHEN move_kind = 'give_back' THEN taker_of(supplier_code, products, lot_ids) END;
  PERFORM refuse_receipt(of_receipt, taker, today);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  PERFORM take_stock(posting, move_kind, place, products, quantities, lot_ids, today, true);
  PERFORM keep_stock(posting);
  SELECT -sum(m.value), -sum(m.quantity) INTO cost, uncredited FROM stock_move m WHERE m.posting_id = posting;
  SELECT s.code, c.credit, uncredited - c.quantity INTO supplier, credit, uncredited
  FROM credit_return(posting, taker, of_receipt, today) c LEFT JOIN supplier s ON s.supplier_id = taker;
END $$;

-- Sends goods from one location to another: they are in transit until they arrive. Answers the transfer.
CREATE OR REPLACE FUNCTION send_transfer(
  codes text[], asked numeric[], units text[], lot_codes text[], from_code text, to_code text, because text,
  happened_at timestamptz, by_operator text, by_command text, OUT transfer bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  place      bigint := location_of(from_code);
  target     bigint := location_of(to_code);
  products   bigint[];
  quantities numeric[];
  batch      bigint;
  today      date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  PERFORM refuse_twice(products, lot_codes);
  IF place = target THEN
    PERFORM refuse('transfer_to_itself', jsonb_build_object('code', to_code));
  END IF;
  SELECT * INTO batch, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(products)]), products);
  PERFORM take_stock(batch, 'send', place, products, quantities, lots_of(products, lot_codes), today, false);
  PERFORM keep_stock(batch);
  transfer := batch;
  INSERT INTO transfer (transfer_id, from_location, to_location) VALUES (transfer, place, target);
  INSERT INTO transfer_line (transfer_id, line_no, product_id, lot_id, quantity, value)
  SELECT transfer, m.move_no, m.product_id, m.lot_id, -m.quantity, -m.value FROM stock_move m WHERE m.posting_id = batch;
END $$;

-- What of a transfer has arrived (all that is on its way where nothing is named), or is explained as lost.
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
    CASE WHEN e.take = e.quantity THEN e.value ELSE round(e.value * e.take / e.quantity, 2) END, lost
  FROM (
    SELECT o.*, least(i.asked, sum(o.quantity) OVER fefo) - least(i.asked, sum(o.quantity) OVER fefo - o.quantity) AS take
    FROM transfer_open o
    JOIN unnest(products, quantities) AS i(product, asked) ON i.product = o.product_id
    WHERE o.transfer_id = wanted
    WINDOW fefo AS (PARTITION BY o.product_id ORDER BY o.line_no)
  ) e
  WHERE e.take > 0;
  IF NOT lost THEN
    PERFORM lock_stock(array_fill(target, ARRAY[cardinality(products)]), products);
    PERFORM put_stock(posting, 'arrive', target, array_agg(l.product_id ORDER BY e.line_no), array_agg(e.quantity ORDER BY e.line_no),
      array_agg(l.lot_id ORDER BY e.line_no), array_agg(e.value ORDER BY e.line_no))
    FROM transfer_end e JOIN transfer_line l ON l.transfer_id = e.transfer_id AND l.line_no = e.line_no
    WHERE e.posting_id = posting;
    PERFORM keep_stock(posting);
    PERFORM settle_shortages(posting, target, products, today);
  END IF;
  SELECT coalesce(sum(o.quantity), 0) INTO left_over FROM transfer_open o WHERE o.transfer_id = wanted;
END $$;

-- Makes so many of a product out of its parts (bill of materials), or takes so many apart. What the parts cost the whole
-- costs; of what is taken apart the parts share the cost by catalogue price.
CREATE OR REPLACE FUNCTION assemble_stock(
  code text, asked numeric, asked_unit text, apart boolean, location_code text, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT posting bigint, OUT cost numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  place    bigint := location_of(location_code);
  whole    bigint;
  wanted   numeric;
  parts    bigint[];
  needed   numeric[];
  shares   numeric[];
  broken   record;
  today    date;
  made_lot bigint;
BEGIN
  SELECT g.products[1], g.quantities[1] INTO whole, wanted FROM goods_of(ARRAY[code], ARRAY[asked], ARRAY[asked_unit]) g;
  SELECT array_agg(b.part_id ORDER BY b.part_id), array_agg(b.quantity * wanted ORDER BY b.part_id),
    array_agg(greatest(round(p.price * b.quantity, 2), 0.01) ORDER BY b.part_id) INTO parts, needed, shares
  FROM product_part b JOIN product p ON p.product_id = b.part_id WHERE b.product_id = whole;
  IF parts IS NULL THEN
    PERFORM refuse('product_has_no_parts', jsonb_build_object('code', code));
  END IF;
  SELECT p.sku, p.name, p.unit, i.quantity INTO broken
  FROM unnest(parts, needed) AS i(part, quantity)
  JOIN product p ON p.product_id = i.part
  JOIN unit u ON u.code = p.unit
  WHERE i.quantity <> CASE WHEN u.whole THEN trunc(i.quantity) ELSE trunc(i.quantity, 3) END LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('part_broken', jsonb_build_object('code', broken.sku, 'name', broken.name, 'unit', broken.unit,
      'quantity', trim_scale(broken.quantity)::text, 'whole', code, 'asked', trim_scale(wanted)::text));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM lock_stock(array_fill(place, ARRAY[cardinality(parts) + 1]), parts || whole);
  IF apart THEN
    PERFORM take_stock(posting, 'build', place, ARRAY[whole], ARRAY[wanted], ARRAY[NULL::bigint], today, false);
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    PERFORM put_stock(posting, 'build', place, parts, needed,
      (SELECT array_agg(CASE WHEN p.lots THEN built_lot(p.product_id, posting, today, built_in(whole, p.product_id)) END ORDER BY i.n)
       FROM unnest(parts) WITH ORDINALITY AS i(part, n) JOIN product p ON p.product_id = i.part),
      (SELECT array_agg(round(cost * c.upto / c.whole, 2) - round(cost * (c.upto - c.share) / c.whole, 2) ORDER BY c.n)
       FROM (SELECT i.n, i.share, sum(i.share) OVER (ORDER BY i.n) AS upto, sum(i.share) OVER () AS whole
             FROM unnest(shares) WITH ORDINALITY AS i(share, n)) c));
  ELSE
    PERFORM take_stock(posting, 'build', place, parts, needed, array_fill(NULL::bigint, ARRAY[cardinality(parts)]), today, false);
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    SELECT CASE WHEN p.lots THEN built_lot(whole, posting, today) END INTO made_lot FROM product p WHERE p.product_id = whole;
    PERFORM put_stock(posting, 'build', place, ARRAY[whole], ARRAY[wanted], ARRAY[made_lot], ARRAY[cost]);
  END IF;
  PERFORM keep_stock(posting);
END $$;

-- The lot of what a posting makes: it lasts as long as its shelf life, and no longer than the first of its parts; nor,
-- for what is taken apart, than was built in.
CREATE OR REPLACE FUNCTION built_lot(product bigint, batch bigint, today date, built_in date DEFAULT NULL) RETURNS bigint
LANGUAGE sql SET search_path FROM CURRENT AS $$
  INSERT INTO lot (product_id, code, produced, expires)
  SELECT p.product_id, to_char(today, 'YYYYMMDD') || '-' || batch, least(today, e.expires), e.expires
  FROM product p
  CROSS JOIN LATERAL (
    SELECT least(today + p.shelf_days, built_in, (SELECT min(l.expires) FROM stock_move m JOIN lot l ON l.lot_id = m.lot_id
      WHERE m.posting_id = batch AND l.expires >= today)) AS expires
  ) e
  WHERE p.product_id = product
  RETURNING lot_id
$$;

-- The first day on which a part of a product expires that is not kept by lot itself, as far as that can be known: the
-- boxes that are there are taken for those built last.
CREATE OR REPLACE FUNCTION built_in(whole bigint, part bigint) RETURNS date
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT min(l.expires)
  FROM (
    SELECT w.posting_id, sum(w.quantity) OVER (ORDER BY w.posting_id DESC) - w.quantity AS later
    FROM stock_move w
    JOIN product p ON p.product_id = w.product_id AND NOT p.lots
    WHERE w.kind = 'build' AND w.product_id = whole AND w.quantity > 0
  ) b
  JOIN stock_move m ON m.posting_id = b.posting_id AND m.product_id = part AND m.quantity < 0
  JOIN lot l ON l.lot_id = m.lot_id
  WHERE b.later < (SELECT sum(h.quantity) FROM stock_on_hand h WHERE h.product_id = whole)
$$;
