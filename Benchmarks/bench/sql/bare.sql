-- What an order costs at the least: the rows that `order enter` writes, into tables of the same shape
-- and indexes, by a function that checks nothing and looks nothing up.
CREATE SCHEMA bare;
SET search_path = bare;
CREATE SEQUENCE posting_number;
CREATE SEQUENCE document_number;
CREATE TABLE posting (LIKE pengshui.posting INCLUDING ALL);
CREATE TABLE document (LIKE pengshui.document INCLUDING ALL) PARTITION BY RANGE (book_month);
CREATE TABLE line (LIKE pengshui.line INCLUDING ALL) PARTITION BY RANGE (book_month);
CREATE TABLE tender (LIKE pengshui.tender INCLUDING ALL);
CREATE TABLE stock_move (LIKE pengshui.stock_move INCLUDING ALL);
CREATE TABLE stock_on_hand (LIKE pengshui.stock_on_hand INCLUDING ALL) WITH (fillfactor = 50);
CREATE TABLE daily_document (LIKE pengshui.daily_document INCLUDING ALL) WITH (fillfactor = 50);
CREATE TABLE daily_sales (LIKE pengshui.daily_sales INCLUDING ALL) WITH (fillfactor = 50);
CREATE TABLE document_month PARTITION OF document DEFAULT;
CREATE TABLE line_month PARTITION OF line DEFAULT;
INSERT INTO stock_on_hand SELECT 1, n, 900000000 FROM generate_series(1, 25) n;

CREATE FUNCTION enter(request uuid, digest bytea, on_day date, happened_at timestamptz, products bigint[],
  quantities numeric[], amounts numeric[]) RETURNS bigint
LANGUAGE plpgsql SET search_path = bare AS $$
DECLARE
  batch bigint := nextval('posting_number');
  number bigint := nextval('document_number');
  month date := date_trunc('month', on_day);
  total numeric := amounts[1] + amounts[2] + amounts[3];
BEGIN
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month)
  VALUES (batch, 'order enter', 'li', session_user, now(), request, digest, number, month);
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, posting_id, total)
  VALUES (number, month, on_day, happened_at, 'sale', 'sale', 1, 1, batch, total);
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, verdict, rule)
  SELECT number, n, month, on_day, 'sale', 1, product, 1, quantity, amount, 'counted', 'eligible'
  FROM unnest(products, quantities, amounts) WITH ORDINALITY AS t(product, quantity, amount, n);
  INSERT INTO tender (document_id, tender_no, method, amount) VALUES (number, 1, 'cash', total);
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
  SELECT batch, n, 'issue', 1, product, -quantity, number, n
  FROM unnest(products, quantities) WITH ORDINALITY AS t(product, quantity, n);
  FOR n IN 1..3 LOOP  -- in key order, as the caller sends them
    UPDATE stock_on_hand h SET quantity = h.quantity - quantities[n]
    WHERE h.location_id = 1 AND h.product_id = products[n];
  END LOOP;
  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  VALUES (month, on_day, 1, total, 0, 1)
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, documents = d.documents + excluded.documents;
  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict, rule, certified,
    province, way, gross, refunds, quantity, lines)
  SELECT month, on_day, 1, product, 1, 'counted', 'eligible', false, '', '', amount, 0, quantity, 1
  FROM unnest(products, quantities, amounts) AS t(product, quantity, amount)
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, rule, certified, province, way, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, quantity = d.quantity + excluded.quantity,
    lines = d.lines + excluded.lines;
  RETURN number;
END $$;
