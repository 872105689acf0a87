-- Goods of lines that come back: of refunds with their goods, and of sales that are reversed.

CREATE OR REPLACE FUNCTION put_lines_back(
  batch bigint, documents bigint[], lines integer[], of_documents bigint[], of_lines integer[], locations bigint[],
  products bigint[], days date[], quantities numeric[], backs numeric[], undone boolean[], reverses boolean[],
  capped bigint[] DEFAULT NULL, caps numeric[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked  numeric[];
  kinds  text[];
  origin record;
BEGIN
  SELECT array_agg(CASE WHEN i.undone THEN coalesce((
      SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = i.of_document AND v.line_no = i.of_line), 0)
      ELSE i.back END ORDER BY i.n),
    array_agg(CASE WHEN i.reverses THEN 'cancel' ELSE 'return' END ORDER BY i.n)
  INTO asked, kinds
  FROM unnest(of_documents, of_lines, backs, undone, reverses) WITH ORDINALITY
    AS i(of_document, of_line, back, undone, reverses, n);

  INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
  SELECT i.document, i.line, i.location, i.product, i.quantity + i.asked
  FROM unnest(documents, lines, locations, products, quantities, asked, undone)
    AS i(document, line, location, product, quantity, asked, undone)
  WHERE i.undone AND i.quantity + i.asked <> 0;

  SELECT array_agg(o.n) AS n, array_agg(o.lot_id) AS lots, array_agg(o.quantity) AS quantities,
    array_agg(o.value) AS amounts
  INTO origin
  FROM (
    SELECT i.n, v.lot_id, -sum(v.quantity) AS quantity, -sum(v.value) AS value
    FROM unnest(of_documents, of_lines, asked) WITH ORDINALITY AS i(of_document, of_line, asked, n)
    CROSS JOIN LATERAL (
      SELECT m.lot_id, m.quantity, m.value FROM stock_move m
      WHERE m.document_id = i.of_document AND m.line_no = i.of_line
      UNION ALL
      SELECT m.lot_id, m.quantity, m.value
      FROM line b JOIN stock_move m ON m.document_id = b.document_id AND m.line_no = b.line_no
      WHERE b.of_document = i.of_document AND b.of_line = i.of_line
    ) v
    WHERE i.asked > 0
    GROUP BY i.n, v.lot_id
    HAVING sum(v.quantity) < 0
  ) o;
  IF caps IS NOT NULL THEN  -- what keeps longest has come back already: what is still out is what expires first
    SELECT array_agg(w.n) AS n, array_agg(w.lot_id) AS lots, array_agg(w.still) AS quantities,
      array_agg(cut_of(w.value, w.still, w.quantity)) AS amounts
    INTO origin
    FROM (
      SELECT o.*, CASE WHEN u.cap IS NULL THEN o.quantity
        ELSE taken_of(caps[u.cap], sum(o.quantity) OVER of_cap, o.quantity) END AS still
      FROM unnest(origin.n, origin.lots, origin.quantities, origin.amounts) AS o(n, lot_id, quantity, value)
      JOIN unnest(capped) WITH ORDINALITY AS u(cap, n) ON u.n = o.n
      LEFT JOIN lot l ON l.lot_id = o.lot_id
      WINDOW of_cap AS (PARTITION BY u.cap ORDER BY o.n, l.expires NULLS LAST, o.lot_id)
    ) w
    WHERE w.still > 0;
  END IF;
  PERFORM put_back(batch, kinds, locations, products, asked, days, documents, lines, origin.n, origin.lots,
    origin.quantities, origin.amounts);
END $$;
COMMENT ON FUNCTION put_lines_back IS
  'Puts back the goods of lines that refund or reverse other lines, to the lots they came from and at the cost at '
  'which they left: of a sale that is `undone` all that left for it, as it is under the lock, for a receipt may '
  'have settled some; of others so much as is said (`backs`). A sale that is undone is not short any more. Of the '
  'lines that are `capped`, by the number of a cap, no more comes back than it says of all of them.';
