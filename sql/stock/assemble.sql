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
COMMENT ON FUNCTION assemble_stock IS
  'Makes so many of a product out of its parts (bill of materials), or takes so many apart. What the parts cost the '
  'whole costs; of what is taken apart the parts share the cost by catalogue price. Raises product_has_no_parts, '
  'part_broken.';
