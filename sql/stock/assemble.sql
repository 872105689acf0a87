CREATE OR REPLACE FUNCTION assemble_stock(
  code text, asked numeric, asked_unit text, apart boolean, location_code text, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT posting bigint, OUT cost numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint := location_of(location_code);
  whole       bigint;
  wanted      numeric;
  parts       bigint[];
  needed      numeric[];
  shares      numeric[];
  broken      record;
  today       date;
  lotted      boolean[];
  last_days   date[];
  made_lots   bigint[];
  costs       numeric[];
BEGIN
  SELECT g.products[1], g.quantities[1] INTO whole, wanted
  FROM goods_of(ARRAY[code], ARRAY[asked], ARRAY[asked_unit]) g;
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
  PERFORM lock_stock(array_fill(of_location, ARRAY[cardinality(parts) + 1]), parts || whole);
  IF apart THEN
    FOR n IN 1 .. cardinality(parts) LOOP  -- while the whole is there
      last_days[n] := built_in(whole, parts[n]);
    END LOOP;
    PERFORM take_goods(posting, 'build', of_location, ARRAY[whole], ARRAY[wanted], ARRAY[NULL::bigint], today,
      'refused');
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    SELECT array_agg(p.lots ORDER BY i.n), array_agg(cut_between(cost, i.upto - i.share, i.upto, i.whole) ORDER BY i.n)
    INTO lotted, costs
    FROM (
      SELECT u.*, sum(u.share) OVER (ORDER BY u.n) AS upto, sum(u.share) OVER () AS whole
      FROM unnest(parts, shares) WITH ORDINALITY AS u(part, share, n)
    ) i
    JOIN product p ON p.product_id = i.part;
    FOR n IN 1 .. cardinality(parts) LOOP
      made_lots[n] := CASE WHEN lotted[n] THEN built_lot(parts[n], posting, today, last_days[n]) END;
    END LOOP;
    PERFORM put_stock(posting, 'build', of_location, parts, needed, made_lots, costs);
  ELSE
    PERFORM take_goods(posting, 'build', of_location, parts, needed,
      array_fill(NULL::bigint, ARRAY[cardinality(parts)]),
      today, 'refused');
    SELECT -sum(m.value) INTO cost FROM stock_move m WHERE m.posting_id = posting;
    SELECT ARRAY[p.lots] INTO lotted FROM product p WHERE p.product_id = whole;
    made_lots[1] := CASE WHEN lotted[1] THEN built_lot(whole, posting, today) END;
    PERFORM put_stock(posting, 'build', of_location, ARRAY[whole], ARRAY[wanted], made_lots, ARRAY[cost]);
  END IF;
END $$;
COMMENT ON FUNCTION assemble_stock IS
  'Makes so many of a product out of its parts (bill of materials), or takes so many apart. What the parts cost the '
  'whole costs; of what is taken apart the parts share the cost by catalogue price. Raises product_has_no_parts, '
  'part_broken.';
