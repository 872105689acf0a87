-- Orders of canteens and other organisations: promises, which reserve stock until it is delivered.

CREATE OR REPLACE FUNCTION canteen_channel(channel_code text) RETURNS channel
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it   channel;
  many integer;
BEGIN
  SELECT c.* INTO it FROM channel c
  WHERE c.code = channel_code OR channel_code IS NULL AND c.kind = 'canteen' AND c.active
  ORDER BY c.code LIMIT 1;
  SELECT count(*) INTO many FROM channel c WHERE c.kind = 'canteen' AND c.active;
  IF channel_code IS NULL AND many <> 1 THEN
    PERFORM refuse('canteen_channel_needed', '{}');
  ELSIF it.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF NOT it.active THEN
    PERFORM refuse('channel_inactive', jsonb_build_object('code', channel_code));
  ELSIF it.kind <> 'canteen' THEN
    PERFORM refuse('channel_not_canteen', jsonb_build_object('code', channel_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION canteen_channel IS
  'The channel that an organisation orders through: the one of that kind, where none is named. Raises '
  'canteen_channel_needed, channel_unknown, channel_inactive, channel_not_canteen.';

CREATE OR REPLACE FUNCTION canteen_buyer(buyer_code text) RETURNS buyer
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it buyer;
BEGIN
  SELECT b.* INTO it FROM buyer b WHERE b.code = buyer_code;
  IF it.buyer_id IS NULL THEN
    PERFORM refuse('buyer_unknown', jsonb_build_object('code', buyer_code));
  ELSIF NOT it.active THEN
    PERFORM refuse('buyer_inactive', jsonb_build_object('code', buyer_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION canteen_buyer IS
  'The organisation of a code, which may order. Raises buyer_unknown, buyer_inactive.';

CREATE OR REPLACE FUNCTION place_canteen_order(
  batch bigint, who bigint, via bigint, of_location bigint, on_day date, codes text[], asked numeric[],
  asked_units text[], prices numeric[], wished date[]) RETURNS numeric
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  g record;
BEGIN
  SELECT n.products, n.quantities, n.units INTO g FROM goods_of(codes, asked, asked_units) n;
  PERFORM refuse_twice(g.products, NULL);
  INSERT INTO canteen_order (posting_id, buyer_id, channel_id, location_id, day)
  VALUES (batch, who, via, of_location, on_day);
  INSERT INTO canteen_order_line (posting_id, line_no, product_id, quantity, price, wished, open, entered_unit,
    entered_quantity)
  SELECT batch, i.n, i.product, i.quantity, coalesce(i.price, p.price),
    coalesce(i.wished, on_day), i.quantity, CASE WHEN i.price IS NOT NULL THEN i.unit END,
    CASE WHEN i.price IS NOT NULL AND i.unit IS NOT NULL THEN i.entered END
  FROM unnest(g.products, g.quantities, prices, place_canteen_order.wished, g.units, asked) WITH ORDINALITY
    AS i(product, quantity, price, wished, unit, entered, n)
  JOIN product p ON p.product_id = i.product;
  RETURN (
    SELECT sum(below_catalogue(p.price, l.price, l.quantity, l.entered_quantity))
    FROM canteen_order_line l
    JOIN product p ON p.product_id = l.product_id
    WHERE l.posting_id = batch);
END $$;
COMMENT ON FUNCTION place_canteen_order IS
  'Writes an order under its posting; returns by how many yuan its prices are under the catalogue''s.';

CREATE OR REPLACE FUNCTION order_canteen(
  request uuid, buyer_code text, channel_code text, location_code text, codes text[], asked numeric[],
  asked_units text[], prices numeric[], wished date[], because text, happened_at timestamptz, by_operator text,
  by_command text, OUT canteen_order bigint, OUT total numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('canteen order', buyer_code, channel_code, location_code, codes, asked,
    asked_units, prices, wished, because)::text, 'UTF8'));
  who         buyer := canteen_buyer(buyer_code);
  via         channel := canteen_channel(channel_code);
  of_location bigint := via.ships_from;
  today       date;
  below       numeric;
BEGIN
  IF location_code IS NOT NULL OR of_location IS NULL THEN
    of_location := location_of(location_code);
  END IF;
  SELECT * INTO canteen_order, today, repeated
  FROM begin_once(request, asked_digest, by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    PERFORM refuse_to_come(happened_at, today);
    below := place_canteen_order(canteen_order, who.buyer_id, via.channel_id, of_location, today, codes, asked,
      asked_units, prices, order_canteen.wished);
    IF below > 0 THEN
      PERFORM expect_approval(canteen_order, 'discount', below, jsonb_build_object('goods',
        array_to_string(codes, ', ')), asked_digest);
    END IF;
  END IF;
  SELECT sum(canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity)) INTO total
  FROM canteen_order_line l WHERE l.posting_id = order_canteen.canteen_order;
END $$;
COMMENT ON FUNCTION order_canteen IS
  'Enters what an organisation orders: it is promised at a location until it is delivered, and sold when it is '
  'accepted. Quantities and prices go by the units given (null: the base unit); a null price is the catalogue''s, a '
  'null day today. A price under the catalogue''s is a discount. Returns the order and its worth in yuan.';

CREATE OR REPLACE FUNCTION end_canteen_order(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text, OUT posting bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_canteen_order(wanted);
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO canteen_order_end (posting_id, order_id) VALUES (posting, wanted);
  UPDATE canteen_order_line l SET open = 0 WHERE l.posting_id = wanted AND l.open > 0;
END $$;
COMMENT ON FUNCTION end_canteen_order IS
  'Ends an order: what is still open of it will not be delivered, and is not promised any more. Returns the act.';
