-- What goes back to suppliers is credited at the price it was bought.

CREATE OR REPLACE FUNCTION taker_of(supplier_code text, products bigint[], lot_ids bigint[]) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  takers text[];
BEGIN
  SELECT array_agg(DISTINCT s.code) INTO takers
  FROM unnest(products, lot_ids) AS i(product, lot)
  JOIN product p ON p.product_id = i.product
  LEFT JOIN lot l ON l.lot_id = i.lot
  JOIN supplier s ON s.supplier_id = coalesce(l.supplier_id, p.supplier_id);
  IF supplier_code IS NULL AND cardinality(takers) > 1 THEN
    PERFORM refuse('return_suppliers_differ', jsonb_build_object('codes', array_to_string(takers, ', ')));
  END IF;
  RETURN CASE WHEN coalesce(supplier_code, takers[1]) IS NOT NULL
    THEN lock_supplier(coalesce(supplier_code, takers[1])) END;
END $$;
COMMENT ON FUNCTION taker_of IS
  'The supplier that goods go back to: the one that is named, else the lot''s or the product''s; one for all of '
  'them. Raises return_suppliers_differ.';

CREATE OR REPLACE FUNCTION credit_return(
  batch bigint, taker bigint, of_receipt bigint, on_day date, OUT credit numeric, OUT quantity numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO supplier_return (posting_id, line_no, supplier_id, day, receipt_id, receipt_line, quantity, amount)
  SELECT batch, row_number() OVER (ORDER BY t.receipt_id DESC, t.line_no), taker, on_day, t.receipt_id, t.line_no,
    t.take, cut_between(t.amount, t.gone, t.gone + t.take, t.quantity)
  FROM (
    SELECT l.*, taken_of(g.quantity, sum(l.quantity - l.gone) OVER newest, l.quantity - l.gone) AS take
    FROM (SELECT m.product_id, m.lot_id, -sum(m.quantity) AS quantity FROM stock_move m WHERE m.posting_id = batch
          GROUP BY m.product_id, m.lot_id) g
    JOIN (
      SELECT b.*, coalesce((SELECT sum(r.quantity) FROM supplier_credit r
        WHERE r.receipt_id = b.receipt_id AND r.receipt_line = b.line_no), 0) AS gone
      FROM purchase_line b WHERE b.supplier_id = taker
    ) l ON l.product_id = g.product_id AND l.lot_id IS NOT DISTINCT FROM g.lot_id
    WHERE of_receipt IS NULL OR l.receipt_id = of_receipt
    WINDOW newest AS (PARTITION BY g.product_id, g.lot_id ORDER BY l.receipt_id DESC, l.line_no)
  ) t
  WHERE t.take > 0;
  SELECT coalesce(sum(r.amount), 0), coalesce(sum(r.quantity), 0) INTO credit, quantity
  FROM supplier_return r WHERE r.posting_id = batch;
END $$;
COMMENT ON FUNCTION credit_return IS
  'Credits what a posting returned to a supplier: of the receipt that is named, else of the newest ones, of which '
  'most is likely to be there still. What was not bought from them is credited nothing. Returns the credit and its '
  'quantity.';
