-- Certificates (消费帮扶产品认定): that a product of a supplier is certified on some days.

CREATE OR REPLACE VIEW certificate_standing AS
SELECT c.certificate_id, c.posting_id, c.product_id, c.supplier_id, c.number, c.batch, c.from_day,
  coalesce(e.last_day, c.to_day) AS to_day, c.source, e.posting_id AS ended_by,
  e.posting_id IS NULL OR e.last_day IS NOT NULL AS stands
FROM certificate c
LEFT JOIN certificate_end e ON e.certificate_id = c.certificate_id;
COMMENT ON VIEW certificate_standing IS
  'The certificates: until when each holds, and whether it does at all. One that was entered by mistake holds on no '
  'day.';

CREATE OR REPLACE VIEW certificate_day AS
SELECT DISTINCT ON (s.product_id, s.supplier_id, s.from_day) s.product_id, s.supplier_id, s.from_day, s.to_day,
  c.certificate_id
FROM (
  SELECT b.product_id, b.supplier_id, b.day AS from_day,
    lead(b.day) OVER (PARTITION BY b.product_id, b.supplier_id ORDER BY b.day) - 1 AS to_day
  FROM (
    SELECT c.product_id, coalesce(c.supplier_id, 0) AS supplier_id, c.from_day AS day
    FROM certificate_standing c WHERE c.stands
    UNION
    SELECT c.product_id, coalesce(c.supplier_id, 0), c.to_day + 1 FROM certificate_standing c WHERE c.stands
  ) b
) s
JOIN certificate_standing c ON c.stands AND c.product_id = s.product_id
  AND coalesce(c.supplier_id, 0) = s.supplier_id AND c.from_day <= s.from_day AND c.to_day >= s.to_day
ORDER BY s.product_id, s.supplier_id, s.from_day, c.to_day DESC, c.certificate_id DESC;
COMMENT ON VIEW certificate_day IS
  'What certificate_period should be: of the certificates that a product has on a day, the one that ends last.';

CREATE OR REPLACE FUNCTION keep_certificate_periods(products bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM certificate_period p WHERE p.product_id = ANY (products);
  INSERT INTO certificate_period (product_id, supplier_id, from_day, to_day, certificate_id)
  SELECT d.product_id, d.supplier_id, d.from_day, d.to_day, d.certificate_id
  FROM certificate_day d WHERE d.product_id = ANY (products);
END $$;
COMMENT ON FUNCTION keep_certificate_periods IS
  'Computes anew which certificate holds of some products, and when.';

CREATE OR REPLACE FUNCTION add_certificates(
  skus text[], suppliers text[], numbers text[], batches text[], first_days date[], last_days date[], sources text[],
  is_file boolean, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT added bigint, OUT same bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  wrong    record;
  products bigint[];
  numbered bigint[] := next_numbers('certificate_number', cardinality(skus));
BEGIN
  PERFORM refuse_blank(because);
  SELECT i.sku, i.supplier, i.number, i.n, p.product_id, i.first_day, i.last_day, s.supplier_id INTO wrong
  FROM unnest(skus, suppliers, numbers, first_days, last_days) WITH ORDINALITY
    AS i(sku, supplier, number, first_day, last_day, n)
  LEFT JOIN product p ON p.sku = i.sku
  LEFT JOIN supplier s ON s.code = i.supplier OR s.name = i.supplier
  WHERE p.product_id IS NULL OR i.supplier <> '' AND s.supplier_id IS NULL OR i.first_day > i.last_day
  ORDER BY i.n LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.product_id IS NULL THEN 'product_unknown'
        WHEN wrong.first_day > wrong.last_day THEN 'certificate_days_in_order' ELSE 'supplier_unknown' END,
      jsonb_build_object('row', wrong.n, 'code', CASE WHEN wrong.product_id IS NULL THEN wrong.sku
        ELSE wrong.supplier END, 'number', wrong.number, 'from', wrong.first_day, 'to', wrong.last_day));
  END IF;
  PERFORM lock_judging();
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO certificate (certificate_id, posting_id, product_id, supplier_id, number, batch, from_day, to_day, source)
  SELECT u.number, posting, w.product_id, w.supplier_id, w.number, w.batch, w.first_day,
    w.last_day, w.source
  FROM (
    SELECT DISTINCT ON (p.product_id, i.number, i.first_day, i.last_day) p.product_id,
      coalesce(s.supplier_id, p.supplier_id) AS supplier_id, i.number, i.batch, i.first_day, i.last_day, i.source, i.n
    FROM unnest(skus, suppliers, numbers, batches, first_days, last_days, sources) WITH ORDINALITY
      AS i(sku, supplier, number, batch, first_day, last_day, source, n)
    JOIN product p ON p.sku = i.sku
    LEFT JOIN supplier s ON i.supplier <> '' AND (s.code = i.supplier OR s.name = i.supplier)
    ORDER BY p.product_id, i.number, i.first_day, i.last_day, i.n
  ) w
  JOIN unnest(numbered) WITH ORDINALITY AS u(number, n) ON u.n = w.n
  WHERE NOT EXISTS (
    SELECT FROM certificate_standing c
    WHERE c.stands AND c.product_id = w.product_id AND c.number = w.number AND c.from_day = w.first_day
      AND c.to_day = w.last_day AND c.supplier_id IS NOT DISTINCT FROM w.supplier_id);
  GET DIAGNOSTICS added = ROW_COUNT;
  same := cardinality(skus) - added;
  IF added = 0 AND NOT is_file THEN
    PERFORM refuse('certificate_exists', jsonb_build_object('number', numbers[1], 'code', skus[1]));
  END IF;
  SELECT array_agg(DISTINCT c.product_id) INTO products FROM certificate c WHERE c.posting_id = posting;
  PERFORM keep_certificate_periods(products);
  judged := CASE WHEN added > 0 THEN rejudge(posting, products) ELSE 0 END;
END $$;
COMMENT ON FUNCTION add_certificates IS
  'Adds certificates, by sku and by the code or name of a supplier (empty: the product''s own); of a file, those that '
  'are there already are the same. Judges the open months of their products anew. Raises product_unknown, '
  'supplier_unknown, certificate_days_in_order, certificate_exists.';

CREATE OR REPLACE FUNCTION end_certificate(
  wanted bigint, last_day date, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it certificate_standing;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_judging();
  SELECT * INTO it FROM certificate_standing c WHERE c.certificate_id = wanted;
  IF it.certificate_id IS NULL THEN
    PERFORM refuse('certificate_unknown', jsonb_build_object('number', wanted));
  ELSIF it.ended_by IS NOT NULL THEN
    PERFORM refuse('certificate_ended', jsonb_build_object('number', wanted));
  ELSIF last_day NOT BETWEEN it.from_day AND it.to_day THEN
    PERFORM refuse('certificate_end_outside', jsonb_build_object('number', wanted, 'from', it.from_day, 'to', it.to_day,
      'day', last_day));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at,
    CASE WHEN last_day IS NULL AND 1 = (SELECT count(*) FROM certificate c WHERE c.posting_id = it.posting_id)
      THEN it.posting_id END) b;
  INSERT INTO certificate_end (posting_id, certificate_id, last_day) VALUES (posting, wanted, last_day);
  PERFORM keep_certificate_periods(ARRAY[it.product_id]);
  judged := rejudge(posting, ARRAY[it.product_id]);
END $$;
COMMENT ON FUNCTION end_certificate IS
  'Ends a certificate early, on its last day, or says that it was entered by mistake (no day); judges the open months '
  'of its product anew. Raises certificate_unknown, certificate_ended, certificate_end_outside.';
