-- The parts of enter_order that few orders need.

-- What an earlier request of the same id answered; refused where its content was another.
CREATE OR REPLACE FUNCTION repeated_order(
  request uuid, asked_digest bytea,
  OUT document bigint, OUT total numeric, OUT change numeric, OUT day date, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  first record;
BEGIN
  SELECT p.posting_id, p.document_id, p.book_month, p.request_digest, p.change INTO first
  FROM posting p WHERE p.request_id = request;
  repeated := first.posting_id IS NOT NULL;
  IF NOT repeated THEN
    RETURN;
  ELSIF first.document_id IS NULL THEN
    PERFORM refuse('request_used', jsonb_build_object('id', request, 'posting', first.posting_id));
  ELSIF first.request_digest <> asked_digest THEN
    PERFORM refuse('request_differs', jsonb_build_object('id', request, 'document', first.document_id));
  END IF;
  document := first.document_id;
  change := first.change;
  IF first.book_month IS NULL THEN
    SELECT a.total, a.day INTO total, day FROM agreement a WHERE a.agreement_id = first.document_id;
  ELSE
    SELECT d.total, d.day INTO total, day FROM document d
    WHERE d.document_id = first.document_id AND d.book_month = first.book_month;
  END IF;
END $$;

-- The skus of what was asked for, some of it by barcode; what is neither stays as it is.
CREATE OR REPLACE FUNCTION skus_of(codes text[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT array_agg(coalesce(k.sku, b.sku, i.code) ORDER BY i.n)
  FROM unnest(codes) WITH ORDINALITY AS i(code, n)
  LEFT JOIN product k ON k.sku = i.code
  LEFT JOIN (SELECT a.code, p.sku FROM barcode a JOIN product p ON p.product_id = a.product_id) b ON b.code = i.code
$$;

-- Says what is wrong with a line of an order.
CREATE OR REPLACE FUNCTION refuse_order_line(asked_code text, asked_quantity numeric, entered text, n bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  SELECT p.sku, p.name, p.active, p.unit, u.whole INTO it
  FROM product p JOIN unit u ON u.code = p.unit
  WHERE p.product_id = coalesce((SELECT k.product_id FROM product k WHERE k.sku = asked_code),
    (SELECT b.product_id FROM barcode b WHERE b.code = asked_code));
  PERFORM refuse(CASE
      WHEN it.sku IS NULL THEN 'product_unknown'
      WHEN NOT it.active THEN 'product_inactive'
      WHEN NOT asked_quantity > 0 THEN 'quantity_not_positive'
      ELSE 'quantity_not_whole' END,
    jsonb_build_object('code', asked_code, 'name', it.name, 'unit', it.unit, 'line', n, 'entered', entered,
      'quantity', trim_scale(asked_quantity)::text));
END $$;

-- What is asked of an order's lines in base units, and the units other than those; refused where a till has shown
-- something else, since a unit was changed meanwhile.
CREATE OR REPLACE FUNCTION order_units(codes text[], INOUT quantities numeric[], INOUT units text[], shown numeric[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  n integer;
BEGIN
  SELECT b.quantities, b.units INTO quantities, units FROM in_base_units(skus_of(codes), quantities, units) b;
  SELECT i.n INTO n FROM unnest(quantities, shown) WITH ORDINALITY AS i(quantity, shown, n)
  WHERE i.quantity <> i.shown LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('unit_changed', jsonb_build_object('code', codes[n], 'unit', units[n], 'line', n));
  END IF;
END $$;

-- A text without blanks around it, those that Chinese input methods type included.
CREATE OR REPLACE FUNCTION trimmed(words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT AS $$ SELECT btrim(words, E' \t\r\n\u00A0\u3000') $$;

-- Refuses an approval of expired goods that is half said, or by the one who sells.
CREATE OR REPLACE FUNCTION refuse_approval(expired_reason text, approver text, by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF coalesce(trimmed(expired_reason), '') = '' OR coalesce(trimmed(approver), '') = '' THEN
    PERFORM refuse('expired_approval_half', '{}');
  ELSIF lower(trimmed(approver)) = lower(trimmed(by_operator)) THEN
    PERFORM refuse('expired_second_person', jsonb_build_object('operator', by_operator));
  END IF;
END $$;

-- Splits a discount over an order's lines by largest remainder, to the fen; answers the lines with it.
CREATE OR REPLACE FUNCTION discounted(staged order_stage[], off numeric, total numeric) RETURNS order_stage[]
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF off < 0 OR off > total THEN
    PERFORM refuse('discount_over', jsonb_build_object('discount', off::text, 'total', total::text));
  END IF;
  RETURN (
    SELECT array_agg(jsonb_populate_record(d.line, jsonb_build_object('amount', (d.line).amount - d.share,
      'discount', d.share)) ORDER BY (d.line).line_no)
    FROM (
      SELECT f.line, f.floored + CASE WHEN
          row_number() OVER (ORDER BY f.exact - f.floored DESC, (f.line).line_no)
          <= round((off - sum(f.floored) OVER ()) * 100) THEN 0.01 ELSE 0 END AS share
      FROM (
        SELECT e.line, e.exact, trunc(e.exact, 2) AS floored
        FROM (SELECT o AS line, off * o.amount / nullif(discounted.total, 0) AS exact FROM unnest(staged) o) e
      ) f
    ) d);
END $$;
