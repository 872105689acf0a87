-- Posts one document that somebody entered, with its lines.

CREATE OR REPLACE FUNCTION post_order(
  it document, products bigint[], suppliers bigint[], quantities numeric[], amounts numeric[], discounts numeric[],
  judgements judgement[], units text[], entered numeric[], of_lines integer[] DEFAULT NULL,
  backs numeric[] DEFAULT NULL, reverses boolean DEFAULT false, expired_ok boolean DEFAULT false,
  held boolean DEFAULT false, goods boolean[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  n         integer := cardinality(products);
  locations bigint[] := array_fill(it.location_id, ARRAY[n]);
  days      date[] := array_fill(it.day, ARRAY[n]);
  documents bigint[] := array_fill(it.document_id, ARRAY[n]);
  lines     integer[];
  leaves    record;
BEGIN
  FOR k IN 1 .. n LOOP
    lines[k] := k;
  END LOOP;
  INSERT INTO document SELECT it.*;
  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id, quantity, amount,
    discount, verdict, rule, fact, rule_set_id, certificate_id, province, way, of_document, of_line, reverses,
    entered_unit, entered_quantity)
  SELECT it.document_id, i.n, it.book_month, it.day, it.side, it.channel_id, i.product, i.supplier, i.quantity,
    i.amount, coalesce(i.discount, 0), i.verdict, i.rule, i.fact, i.rule_set, i.certificate, i.province, i.way,
    CASE WHEN i.of_line IS NOT NULL THEN it.of_document END, i.of_line, post_order.reverses, i.unit, i.entered
  FROM unnest(products, suppliers, quantities, amounts, discounts, judgements, of_lines, units, entered)
    WITH ORDINALITY AS i(product, supplier, quantity, amount, discount, verdict, rule, fact, rule_set, certificate,
      province, way, of_line, unit, entered, n);

  IF it.location_id IS NOT NULL AND it.side = 'sale' AND NOT reverses AND held THEN
    NULL;  -- its goods have left
  ELSIF it.location_id IS NOT NULL AND it.side = 'sale' AND NOT reverses AND goods IS NOT NULL THEN
    SELECT array_agg(i.product) AS products, array_agg(i.quantity) AS quantities, array_agg(i.n::integer) AS lines,
      count(*)::integer AS many
    INTO leaves
    FROM unnest(products, quantities, goods) WITH ORDINALITY AS i(product, quantity, is_goods, n) WHERE i.is_goods;
    IF leaves.many > 0 THEN
      PERFORM lock_stock(locations[:leaves.many], leaves.products);
      PERFORM take_stock(it.posting_id, 'issue', locations[:leaves.many], leaves.products, leaves.quantities, NULL,
        days[:leaves.many], CASE WHEN expired_ok THEN 'last' ELSE 'refused' END, documents[:leaves.many], leaves.lines,
        false, 0);
    END IF;
  ELSIF it.location_id IS NOT NULL AND it.side = 'sale' AND NOT reverses THEN
    PERFORM lock_stock(locations, products);
    PERFORM take_stock(it.posting_id, 'issue', locations, products, quantities, NULL, days,
      CASE WHEN expired_ok THEN 'last' ELSE 'refused' END, documents, lines, false, 0);
  ELSIF it.location_id IS NOT NULL AND (it.side = 'sale' OR backs IS NOT NULL) THEN
    PERFORM lock_stock(locations, products);
    PERFORM put_lines_back(it.posting_id, documents, lines, array_fill(it.of_document, ARRAY[n]), of_lines, locations,
      products, days, quantities, backs, array_fill(it.side = 'sale', ARRAY[n]), array_fill(reverses, ARRAY[n]));
    IF NOT held THEN
      PERFORM settle_shortages(it.posting_id, it.location_id, products, it.day);
    END IF;
  END IF;

  PERFORM add_daily_sums(array_fill(it.book_month, ARRAY[n]), days, array_fill(it.channel_id, ARRAY[n]),
    array_fill(it.side, ARRAY[n]), products, suppliers, judgements, amounts, quantities,
    array_fill(1::bigint, ARRAY[n]),
    ARRAY[it.book_month], ARRAY[it.day], ARRAY[it.channel_id], ARRAY[it.side], ARRAY[it.total], ARRAY[1::bigint]);
END $$;
COMMENT ON FUNCTION post_order IS
  'Posts a document with its lines, by line number: the facts, the stock that it moves, and last of all the daily '
  'sums, for which tills wait. Quantities in base units, amounts and discounts in yuan, both signed. A sale takes '
  'its goods out, what has expired only where that is allowed; a refund brings back what is said (`backs`), a '
  'reversal of a sale all that left. Of goods that the buyer holds (`held`) a sale takes nothing from the shelf, and '
  'what its reversal brings back covers nobody else''s shortage. Where some lines are of services, `goods` says which '
  'are not.';

-- To the planner a plan for the three elements of an array looks cheaper than one for any number of them, so that it
-- would make a new one for each sale, which costs more than to run it. Citus cannot make a distributed plan so.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_extension e WHERE e.extname = 'citus') THEN
    ALTER FUNCTION post_order SET plan_cache_mode = force_generic_plan;
  END IF;
END $$;
