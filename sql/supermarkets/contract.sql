-- The terms on which supermarkets sell: each from its day until the next begins.

CREATE OR REPLACE VIEW supermarket_terms AS
SELECT c.posting_id AS contract_id, c.channel_id, c.from_day,
  coalesce(lead(c.from_day) OVER (PARTITION BY c.channel_id ORDER BY c.from_day) - 1, '2099-12-31') AS to_day, c.kind,
  c.rate, c.last_day, c.shops
FROM (
  SELECT DISTINCT ON (s.channel_id, s.from_day) s.*
  FROM supermarket_contract s
  WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id)
  ORDER BY s.channel_id, s.from_day, s.posting_id DESC
) c;
COMMENT ON VIEW supermarket_terms IS
  'The terms that hold of each supermarket, from a day to a day; of two of one day the newer. What was undone holds on '
  'no day.';

CREATE OR REPLACE FUNCTION supermarket_of(channel_code text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it channel;
BEGIN
  SELECT * INTO it FROM channel c WHERE c.code = channel_code;
  IF it.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF it.kind <> 'supermarket' THEN
    PERFORM refuse('supermarket_channel', jsonb_build_object('code', channel_code));
  END IF;
  RETURN it.channel_id;
END $$;
COMMENT ON FUNCTION supermarket_of IS
  'The channel of a supermarket by its code. Raises channel_unknown, supermarket_channel.';

CREATE OR REPLACE FUNCTION add_supermarket_contract(
  channel_code text, first_day date, of_kind text, at_rate numeric, ends_on integer, shop_names text[], because text,
  happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  chain bigint := supermarket_of(channel_code);
  shops text[] := ARRAY(SELECT DISTINCT trimmed(s) FROM unnest(shop_names) AS s ORDER BY 1);
  batch bigint;
BEGIN
  PERFORM lock_platform('supermarket');
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO supermarket_contract (posting_id, channel_id, from_day, kind, rate, last_day, shops)
  VALUES (batch, chain, first_day, of_kind, at_rate, ends_on, shops);
  RETURN batch;
END $$;
COMMENT ON FUNCTION add_supermarket_contract IS
  'Keeps the terms of a supermarket from a day on, until others begin; returns the act''s number.';

CREATE OR REPLACE FUNCTION shop_of(order_no text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN substr(order_no, 12);
COMMENT ON FUNCTION shop_of IS
  'The shop in the number that a sheet''s rows have, behind the day; with the name of the sheet, where there are '
  'several.';

CREATE OR REPLACE FUNCTION keep_sheet(batch_no bigint, begins_on date, ends_on date, is_split boolean, sure boolean)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    import_batch := own_batch(batch_no);
  chain channel;
  today date;
  wrong record;
BEGIN
  SELECT * INTO chain FROM channel c WHERE c.code = split_part(it.platform, '/', 2) AND c.kind = 'supermarket';
  SELECT business_day(now(), g.timezone, g.day_start) INTO today FROM programme g;
  IF chain.channel_id IS NULL OR it.kept THEN
    RETURN;
  END IF;
  IF ends_on > today THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', ends_on));
  ELSIF ends_on < today - 180 AND NOT sure THEN
    PERFORM refuse('sheet_old', jsonb_build_object('from', begins_on, 'to', ends_on));
  END IF;
  SELECT coalesce(ends_on, s.paid_at::date) AS day INTO wrong
  FROM import_stage s
  WHERE s.batch = batch_no AND NOT EXISTS (
    SELECT FROM supermarket_terms t
    WHERE t.channel_id = chain.channel_id AND coalesce(ends_on, s.paid_at::date) BETWEEN t.from_day AND t.to_day)
  ORDER BY s.ordinal LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('supermarket_terms_missing', jsonb_build_object('channel', chain.code, 'day', wrong.day));
  END IF;
  SELECT s.order_no INTO wrong
  FROM import_stage s
  JOIN supermarket_terms t ON t.channel_id = chain.channel_id AND cardinality(t.shops) > 0
    AND coalesce(ends_on, s.paid_at::date) BETWEEN t.from_day AND t.to_day
  WHERE s.batch = batch_no AND NOT EXISTS (
    SELECT FROM unnest(t.shops) AS w(shop)
    WHERE shop_of(s.order_no) = w.shop OR starts_with(shop_of(s.order_no), w.shop || ' '))
  ORDER BY s.ordinal LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('sheet_shop_unknown', jsonb_build_object('shop', shop_of(wrong.order_no), 'channel', chain.code));
  END IF;
  IF begins_on IS NULL THEN
    RETURN;
  END IF;
  SELECT f.file_id, f.name, p.from_day, p.to_day INTO wrong
  FROM supermarket_sheet p
  JOIN import_file f ON f.file_id = p.file_id AND f.state = 'live'
  WHERE p.channel_id = chain.channel_id AND p.from_day <= ends_on AND p.to_day >= begins_on
    AND (p.from_day, p.to_day) <> (begins_on, ends_on)
    AND EXISTS (
      SELECT FROM claim_snapshot v
      JOIN claim c ON c.claim_id = v.claim_id
      JOIN (SELECT DISTINCT shop_of(s.order_no) AS shop FROM import_stage s WHERE s.batch = batch_no) w
        ON w.shop = shop_of(c.order_no)
      WHERE v.file_id = f.file_id)
  ORDER BY p.to_day, f.file_id LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('sheet_overlaps', jsonb_build_object('import', wrong.file_id, 'file', wrong.name, 'from',
      wrong.from_day, 'to', wrong.to_day));
  END IF;
  INSERT INTO supermarket_sheet (file_id, posting_id, channel_id, from_day, to_day, split)
  VALUES (it.file_id, batch_no, chain.channel_id, begins_on, ends_on, is_split);
END $$;
COMMENT ON FUNCTION keep_sheet IS
  'Looks at a staged sheet of a supermarket before it is posted: its shops are those of the terms, and its period '
  '(null: its rows have days) is neither to come nor long past, unless somebody is sure, nor overlaps that of another '
  'sheet of a shop; and keeps the period. Raises day_to_come, sheet_old, supermarket_terms_missing, '
  'sheet_shop_unknown, sheet_overlaps.';
