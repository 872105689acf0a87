-- Orders that come as sheets of the buyers' own (订货单): each makes one order, until that is undone.

CREATE OR REPLACE FUNCTION order_sheet(
  sheet_digest text, file_name text, sheet_name text, buyer_code text, channel_code text, location_code text,
  codes text[], asked numeric[], asked_units text[], prices numeric[], wished date, because text,
  happened_at timestamptz, by_operator text, by_command text,
  OUT canteen_order bigint, OUT total numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM lock_buyer(buyer_code);
  SELECT s.posting_id INTO canteen_order
  FROM canteen_sheet s
  WHERE s.digest = sheet_digest AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id)
  ORDER BY s.posting_id LIMIT 1;
  repeated := FOUND;
  IF repeated THEN
    SELECT sum(canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity)) INTO total
    FROM canteen_order_line l WHERE l.posting_id = order_sheet.canteen_order;
    RETURN;
  END IF;
  SELECT o.canteen_order, o.total INTO canteen_order, total
  FROM order_canteen(NULL, buyer_code, channel_code, location_code, codes, asked, asked_units, prices,
    array_fill(order_sheet.wished, ARRAY[cardinality(codes)]), because, happened_at, by_operator, by_command) o;
  INSERT INTO canteen_sheet (posting_id, digest, file, sheet)
  VALUES (canteen_order, sheet_digest, file_name, sheet_name);
END $$;
COMMENT ON FUNCTION order_sheet IS
  'Enters the order that a sheet says, once: the same sheet again is the order that it made, unless that was undone. '
  'Returns the order, its worth in yuan, and whether it was there.';
