-- What of the acts of an order stands: what was not undone.

CREATE OR REPLACE VIEW canteen_delivery_standing AS
SELECT d.posting_id, d.order_id, d.day, d.at
FROM canteen_delivery d
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = d.posting_id);
COMMENT ON VIEW canteen_delivery_standing IS
  'The deliveries that were not undone.';

CREATE OR REPLACE VIEW canteen_acceptance_standing AS
SELECT a.posting_id, a.delivery_id, a.document_id, a.day, a.at, a.signed_by
FROM canteen_acceptance a
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = a.posting_id);
COMMENT ON VIEW canteen_acceptance_standing IS
  'The acceptances that were not undone.';

CREATE OR REPLACE VIEW canteen_invoice_standing AS
SELECT i.posting_id, i.acceptance_id, i.number, i.day
FROM canteen_invoice i
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = i.posting_id);
COMMENT ON VIEW canteen_invoice_standing IS
  'The invoices that were not undone.';

CREATE OR REPLACE VIEW canteen_out AS
SELECT d.posting_id AS delivery_id, d.order_id, d.day, m.location_id, m.product_id, m.lot_id, m.move_no,
  -m.quantity AS quantity, -m.value AS value
FROM canteen_delivery_standing d
JOIN stock_move m ON m.posting_id = d.posting_id AND m.kind = 'deliver'
WHERE NOT EXISTS (SELECT FROM canteen_acceptance_standing a WHERE a.delivery_id = d.posting_id);
COMMENT ON VIEW canteen_out IS
  'Goods that were delivered and are not accepted yet: neither sold nor on the shelf of the location that they left.';

CREATE OR REPLACE VIEW canteen_delivered AS
SELECT d.order_id, m.product_id, -sum(m.quantity) AS quantity
FROM canteen_delivery_standing d
JOIN stock_move m ON m.posting_id = d.posting_id AND m.kind = 'deliver'
GROUP BY d.order_id, m.product_id;
COMMENT ON VIEW canteen_delivered IS
  'What was delivered of each product of an order, in base units.';

CREATE OR REPLACE FUNCTION canteen_amount(price numeric, quantity numeric, ordered numeric, entered numeric)
RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN round(price * quantity * coalesce(entered / ordered, 1), 2);
COMMENT ON FUNCTION canteen_amount IS
  'The yuan of so many base units of a line of an order: its price is for one of the unit it was entered in.';

CREATE OR REPLACE FUNCTION below_catalogue(catalogue numeric, price numeric, quantity numeric, entered numeric)
RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN greatest(round(catalogue * quantity, 2) - canteen_amount(price, quantity, quantity, entered), 0);
COMMENT ON FUNCTION below_catalogue IS
  'By how many yuan a line is under the catalogue''s price of so many base units; its own is for one of the unit it '
  'was entered in.';

CREATE OR REPLACE FUNCTION canteen_order_open(wanted bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN CASE
    WHEN NOT EXISTS (SELECT FROM canteen_order o WHERE o.posting_id = wanted) THEN 'canteen_order_unknown'
    WHEN EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN 'undone_already'
    WHEN EXISTS (SELECT FROM canteen_order_end e WHERE e.order_id = wanted
      AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = e.posting_id)) THEN 'canteen_order_ended' END;
END $$;
COMMENT ON FUNCTION canteen_order_open IS
  'Why nothing more is delivered for an order, as the code of a problem; null where it is open.';

CREATE OR REPLACE FUNCTION lock_canteen_order(wanted bigint) RETURNS canteen_order
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it  canteen_order;
  why text;
BEGIN
  SELECT * INTO it FROM canteen_order o WHERE o.posting_id = wanted FOR UPDATE;
  why := canteen_order_open(wanted);
  IF why IS NOT NULL THEN
    PERFORM refuse(why, jsonb_build_object('order', wanted, 'number', wanted));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION lock_canteen_order IS
  'Finds an order of which more may be delivered, locked; refused where it is none (canteen_order_open).';
