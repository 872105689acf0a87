CREATE OR REPLACE VIEW reserved AS
SELECT w.location_id, w.product_id, sum(w.quantity) AS quantity
FROM (
  SELECT r.location_id, l.product_id, l.quantity
  FROM reservation r
  JOIN reservation_line l ON l.posting_id = r.posting_id
  LEFT JOIN reservation_end e ON e.reservation_id = r.posting_id
  CROSS JOIN programme g
  WHERE e.reservation_id IS NULL AND r.until_day >= business_day(now(), g.timezone, g.day_start)
  UNION ALL
  SELECT o.location_id, l.product_id, l.open
  FROM canteen_order_line l
  JOIN canteen_order o ON o.posting_id = l.posting_id
  WHERE l.open > 0
) w
GROUP BY w.location_id, w.product_id;
COMMENT ON VIEW reserved IS
  'What of each product is promised at a location: not released, and not past its day; or '
  'ordered by a canteen, and not delivered.';

CREATE OR REPLACE FUNCTION reserve_stock(
  codes text[], asked numeric[], units text[], location_code text, for_whom text, last_day date,
  happened_at timestamptz, by_operator text, by_command text, OUT reservation bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  products    bigint[];
  quantities  numeric[];
  today       date;
BEGIN
  SELECT g.products, g.quantities INTO products, quantities FROM goods_of(codes, asked, units) g;
  SELECT * INTO reservation, today FROM begin_move(by_operator, by_command, for_whom, happened_at);
  IF last_day < today THEN
    PERFORM refuse('day_past', jsonb_build_object('day', last_day));
  END IF;
  INSERT INTO reservation (posting_id, location_id, until_day) VALUES (reservation, of_location, last_day);
  INSERT INTO reservation_line (posting_id, line_no, product_id, quantity)
  SELECT reservation, i.n, i.product, i.quantity FROM unnest(products, quantities) WITH ORDINALITY
    AS i(product, quantity, n);
END $$;
COMMENT ON FUNCTION reserve_stock IS
  'Promises goods to somebody until a day: they stay on hand, and people are warned when less is free than was '
  'promised. Raises day_past.';

CREATE OR REPLACE FUNCTION release_stock(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM reservation r WHERE r.posting_id = wanted) THEN
    PERFORM refuse('reservation_unknown', jsonb_build_object('reservation', wanted));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO reservation_end (posting_id, reservation_id) VALUES (batch, wanted);
END $$;
COMMENT ON FUNCTION release_stock IS
  'Releases a reservation: whoever it was for has the goods, or does not want them. Raises reservation_unknown.';
