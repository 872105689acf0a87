-- Orders that organisations place every week (常年订货): entered, changed, ended; orders are made of them a week at
-- once.

CREATE OR REPLACE VIEW weekly_order_standing AS
SELECT DISTINCT ON (w.weekly_id) w.*
FROM weekly_order w
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = w.posting_id)
ORDER BY w.weekly_id, w.posting_id DESC;
COMMENT ON VIEW weekly_order_standing IS
  'The weekly orders as they stand: what was said last of each and was not undone.';

CREATE OR REPLACE VIEW weekly_order_made_standing AS
SELECT m.posting_id, m.weekly_id, m.day
FROM weekly_order_made m
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = m.posting_id);
COMMENT ON VIEW weekly_order_made_standing IS
  'The orders that were made of weekly ones and not undone.';

CREATE OR REPLACE FUNCTION weekly_amount(wanted bigint) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT sum(CASE WHEN l.price IS NULL THEN round(p.price * l.quantity, 2)
      ELSE canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity) END)
    FROM weekly_order_line l
    JOIN product p ON p.product_id = l.product_id
    WHERE l.posting_id = wanted);
END $$;
COMMENT ON FUNCTION weekly_amount IS
  'What one day''s order of a version of a weekly order is worth, in yuan, by the catalogue of today where no price is '
  'agreed.';

CREATE OR REPLACE FUNCTION lock_weekly_order(wanted bigint) RETURNS weekly_order
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it weekly_order;
BEGIN
  PERFORM FROM weekly_order w JOIN buyer b ON b.buyer_id = w.buyer_id WHERE w.weekly_id = wanted
  FOR NO KEY UPDATE OF b;
  SELECT * INTO it FROM weekly_order_standing w WHERE w.weekly_id = wanted;
  IF it.posting_id IS NULL THEN
    PERFORM refuse('weekly_order_unknown', jsonb_build_object('number', wanted));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION lock_weekly_order IS
  'Finds a weekly order as it stands, and holds its buyer. Raises weekly_order_unknown.';

CREATE OR REPLACE FUNCTION save_weekly_order(
  wanted bigint, buyer_code text, channel_code text, location_code text, codes text[], asked numeric[],
  asked_units text[], prices numeric[], on_weekdays integer[], first_day date, last_day date, because text,
  happened_at timestamptz, by_operator text, by_command text, OUT posting bigint, OUT weekly bigint, OUT total numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  old    weekly_order;
  it     weekly_order;
  g      record;
  today  date;
  below  numeric;
  digest bytea := sha256(convert_to(ROW('canteen weekly', wanted, buyer_code, channel_code, location_code, codes, asked,
    asked_units, prices, on_weekdays, first_day, last_day, because)::text, 'UTF8'));
BEGIN
  IF wanted IS NULL THEN
    it.buyer_id := (canteen_buyer(buyer_code)).buyer_id;
  ELSE
    old := lock_weekly_order(wanted);
    it := old;
  END IF;
  IF wanted IS NULL OR channel_code IS NOT NULL OR location_code IS NOT NULL THEN
    SELECT c.channel_id, c.ships_from INTO it.channel_id, it.location_id FROM canteen_channel(channel_code) c;
    IF location_code IS NOT NULL OR it.location_id IS NULL THEN
      it.location_id := location_of(location_code);
    END IF;
  END IF;
  it.weekdays := CASE WHEN cardinality(on_weekdays) = 0 THEN old.weekdays
    ELSE ARRAY(SELECT DISTINCT d FROM unnest(on_weekdays) AS d ORDER BY d) END;
  it.from_day := coalesce(first_day, old.from_day);
  it.until_day := coalesce(last_day, old.until_day);
  IF it.from_day > it.until_day THEN
    PERFORM refuse('weekly_days', jsonb_build_object('from', it.from_day, 'to', it.until_day));
  END IF;
  SELECT b.batch, b.today INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at) b;
  it.from_day := coalesce(it.from_day, today);
  weekly := coalesce(wanted, posting);
  INSERT INTO weekly_order (posting_id, weekly_id, buyer_id, channel_id, location_id, weekdays, from_day, until_day)
  VALUES (posting, weekly, it.buyer_id, it.channel_id, it.location_id, it.weekdays, it.from_day, it.until_day);
  IF cardinality(codes) = 0 THEN
    INSERT INTO weekly_order_line (posting_id, line_no, product_id, quantity, price, entered_unit,
      entered_quantity)
    SELECT save_weekly_order.posting, l.line_no, l.product_id, l.quantity, l.price, l.entered_unit,
      l.entered_quantity
    FROM weekly_order_line l WHERE l.posting_id = old.posting_id;
  ELSE
    SELECT n.products, n.quantities, n.units INTO g FROM goods_of(codes, asked, asked_units) n;
    PERFORM refuse_twice(g.products, NULL);
    INSERT INTO weekly_order_line (posting_id, line_no, product_id, quantity, price, entered_unit,
      entered_quantity)
    SELECT save_weekly_order.posting, i.n, i.product, i.quantity, i.price, i.unit,
      CASE WHEN i.unit IS NOT NULL THEN i.asked END
    FROM unnest(g.products, g.quantities, save_weekly_order.asked, g.units, prices) WITH ORDINALITY
      AS i(product, quantity, asked, unit, price, n);
    SELECT sum(below_catalogue(p.price, l.price, l.quantity, l.entered_quantity)) INTO below
    FROM weekly_order_line l
    JOIN product p ON p.product_id = l.product_id
    WHERE l.posting_id = save_weekly_order.posting;
    IF below > 0 THEN
      PERFORM expect_approval(posting, 'discount', below, jsonb_build_object('goods', array_to_string(codes, ', ')),
        digest);
    END IF;
  END IF;
  total := weekly_amount(posting);
END $$;
COMMENT ON FUNCTION save_weekly_order IS
  'Enters what an organisation orders on some days of each week, or (by its number) changes it: what is null, or '
  'empty, stays. A price under the catalogue''s is a discount, of the order of a day; orders that are made of it need '
  'no other approval. Returns the act, the number, and the worth of a day''s order in yuan. Raises weekly_days.';

CREATE OR REPLACE FUNCTION end_weekly_order(
  wanted bigint, last_day date, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    weekly_order;
  today date;
BEGIN
  PERFORM refuse_without_reason(because);
  it := lock_weekly_order(wanted);
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  day := coalesce(last_day, today);
  IF it.until_day <= day THEN
    PERFORM refuse('weekly_order_ended', jsonb_build_object('number', wanted, 'day', it.until_day));
  END IF;
  INSERT INTO weekly_order (posting_id, weekly_id, buyer_id, channel_id, location_id, weekdays, from_day, until_day)
  VALUES (posting, wanted, it.buyer_id, it.channel_id, it.location_id, it.weekdays, least(it.from_day, day), day);
  INSERT INTO weekly_order_line (posting_id, line_no, product_id, quantity, price, entered_unit,
      entered_quantity)
  SELECT end_weekly_order.posting, l.line_no, l.product_id, l.quantity, l.price, l.entered_unit,
      l.entered_quantity
  FROM weekly_order_line l WHERE l.posting_id = it.posting_id;
END $$;
COMMENT ON FUNCTION end_weekly_order IS
  'Ends a weekly order on a day (null: today), the last that orders are made for; those that were made stay. Returns '
  'the act and the day. Raises weekly_order_ended.';

CREATE OR REPLACE FUNCTION weekly_due(of_buyer text, monday date)
RETURNS TABLE (weekly_id bigint, version bigint, buyer_id bigint, day date, order_id bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT w.weekly_id, w.posting_id, w.buyer_id, d.day, m.posting_id
  FROM weekly_order_standing w
  JOIN buyer b ON b.buyer_id = w.buyer_id
  CROSS JOIN LATERAL (SELECT date_trunc('week', monday::timestamp)::date + n - 1 AS day FROM unnest(w.weekdays) AS n) d
  LEFT JOIN weekly_order_made_standing m ON m.weekly_id = w.weekly_id AND m.day = d.day
  WHERE (of_buyer IS NULL OR b.code = of_buyer) AND d.day BETWEEN w.from_day AND coalesce(w.until_day, d.day)
  ORDER BY b.code, d.day, w.weekly_id;
END $$;
COMMENT ON FUNCTION weekly_due IS
  'What is ordered for the days of the week of a day by weekly orders, of one buyer or (null) of all; with the order '
  'that was made of it, where there is one.';

CREATE OR REPLACE FUNCTION make_week(
  of_buyer text, monday date, happened_at timestamptz, by_operator text, by_command text)
RETURNS TABLE (weekly_id bigint, buyer_id bigint, day date, order_id bigint, amount numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  due   record;
  goods record;
  batch bigint;
  today date;
BEGIN
  IF of_buyer IS NOT NULL THEN
    PERFORM canteen_buyer(of_buyer);
  END IF;
  PERFORM FROM programme FOR UPDATE;  -- one week after the other
  FOR due IN
    SELECT d.*, w.channel_id, w.location_id, b.code
    FROM weekly_due(of_buyer, monday) d
    JOIN weekly_order w ON w.posting_id = d.version
    JOIN buyer b ON b.buyer_id = d.buyer_id
    WHERE d.order_id IS NULL
    ORDER BY b.code, d.day, d.weekly_id
  LOOP
    PERFORM canteen_buyer(due.code);
    SELECT array_agg(p.sku ORDER BY l.line_no) AS codes,
      array_agg(coalesce(l.entered_quantity, l.quantity) ORDER BY l.line_no) AS asked,
      array_agg(l.entered_unit ORDER BY l.line_no) AS units, array_agg(l.price ORDER BY l.line_no) AS prices,
      array_agg(due.day) AS days
    INTO goods
    FROM weekly_order_line l
    JOIN product p ON p.product_id = l.product_id
    WHERE l.posting_id = due.version;
    SELECT * INTO batch, today FROM begin_move(by_operator, by_command, NULL, happened_at);
    PERFORM place_canteen_order(batch, due.buyer_id, due.channel_id, due.location_id, today, goods.codes, goods.asked,
      goods.units, goods.prices, goods.days);
    INSERT INTO weekly_order_made (posting_id, weekly_id, day) VALUES (batch, due.weekly_id, due.day);
    RETURN QUERY SELECT due.weekly_id, due.buyer_id, due.day, batch, (
      SELECT sum(canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity))
      FROM canteen_order_line l WHERE l.posting_id = batch);
  END LOOP;
END $$;
COMMENT ON FUNCTION make_week IS
  'Makes the orders of the week of a day that weekly orders say and that are not made yet, all of them or none: what '
  'was made is made once, until it is undone. Returns them, with their worth in yuan.';
