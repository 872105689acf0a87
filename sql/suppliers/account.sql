-- What is paid to suppliers, and what else changes what is owed to them.

CREATE OR REPLACE FUNCTION lock_supplier(supplier_code text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it bigint;
BEGIN
  SELECT s.supplier_id INTO it FROM supplier s WHERE s.code = supplier_code FOR NO KEY UPDATE;
  IF it IS NULL THEN
    PERFORM refuse('supplier_unknown', jsonb_build_object('code', supplier_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION lock_supplier IS
  'Finds a supplier and holds the account, so that two clerks cannot pay or return the same twice. Raises '
  'supplier_unknown.';

CREATE OR REPLACE FUNCTION past_day(said date, today date) RETURNS date
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF said > today THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', said));
  END IF;
  RETURN coalesce(said, today);
END $$;
COMMENT ON FUNCTION past_day IS
  'The day that is said, or today; refused where it has not come yet. Raises day_to_come.';

CREATE OR REPLACE FUNCTION refuse_receipt(receipt bigint, who bigint, on_day date) RETURNS void
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  SELECT p.supplier_id, p.day, EXISTS (SELECT FROM posting u WHERE u.undoes = receipt) AS undone INTO it
  FROM purchase p WHERE p.posting_id = receipt;
  IF receipt IS NULL THEN
    RETURN;
  ELSIF it.supplier_id IS DISTINCT FROM who THEN
    PERFORM refuse('receipt_unknown', jsonb_build_object('receipt', receipt,
      'code', (SELECT s.code FROM supplier s WHERE s.supplier_id = who)));
  ELSIF it.undone THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', receipt));
  END IF;
  PERFORM refuse_before(NULL, on_day, NULL, it.day, jsonb_build_object('receipt', receipt));
END $$;
COMMENT ON FUNCTION refuse_receipt IS
  'Refuses a receipt that is none of the supplier''s, or that came only after the day of what names it. Raises '
  'receipt_unknown, undone_already.';

CREATE OR REPLACE FUNCTION owed_to(supplier bigint) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT coalesce(sum(l.amount), 0.00) FROM supplier_ledger l WHERE l.supplier_id = supplier);
END $$;
COMMENT ON FUNCTION owed_to IS
  'What is owed to a supplier; below zero where they owe us, or were paid in advance.';

CREATE OR REPLACE FUNCTION pay_supplier(
  request uuid, supplier_code text, paid numeric, receipts bigint[], said_day date, by_method text, household_code text,
  in_advance boolean, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT payment bigint, OUT owed numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who       bigint := lock_supplier(supplier_code);
  today     date;
  on_day    date;
  due       numeric;
  household bigint;
  settled   record;
BEGIN
  SELECT * INTO payment, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('supplier pay', supplier_code, paid, receipts, said_day, by_method, household_code,
    because)::text, 'UTF8')), by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    on_day := past_day(said_day, today);
    PERFORM refuse_receipt(i.receipt, who, on_day) FROM unnest(receipts) AS i(receipt);
    due := CASE WHEN cardinality(receipts) = 0 THEN owed_to(who) ELSE coalesce((SELECT sum(o.open) FROM purchase_open o
      WHERE o.supplier_id = who AND o.receipt_id = ANY (receipts)), 0) END;
    IF paid > greatest(due, 0) AND NOT in_advance THEN
      PERFORM refuse(CASE WHEN cardinality(receipts) = 0 THEN 'payment_over' ELSE 'payment_over_receipts' END,
        jsonb_build_object('code', supplier_code, 'amount', paid::text, 'owed', greatest(due, 0)::text));
    END IF;
    SELECT array_agg(o.receipt_id) AS receipts, array_agg(least(o.open, paid - o.before)) AS amounts INTO settled
    FROM (SELECT p.receipt_id, p.open, sum(p.open) OVER (ORDER BY p.day, p.receipt_id) - p.open AS before
          FROM purchase_open p WHERE p.supplier_id = who AND p.receipt_id = ANY (receipts)) o
    WHERE o.open > 0 AND o.before < paid;
    household := linked_household(who, household_code, on_day);
    INSERT INTO supplier_payment (posting_id, supplier_id, day, amount, method, household_id)
    VALUES (payment, who, on_day, paid, by_method, household);
    INSERT INTO supplier_payment_receipt (posting_id, receipt_id, amount)
    SELECT payment, s.receipt_id, s.amount FROM unnest(settled.receipts, settled.amounts) AS s(receipt_id, amount);
  END IF;
  owed := owed_to(who);
END $$;
COMMENT ON FUNCTION pay_supplier IS
  'Pays a supplier: the receipts that are named, else the oldest; never more than is owed, unless in advance. '
  'Returns what is still owed. Raises payment_over, payment_over_receipts.';

CREATE OR REPLACE FUNCTION reverse_payment(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text, OUT posting bigint,
    OUT owed numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    supplier_payment;
  today date;
BEGIN
  SELECT * INTO it FROM supplier_payment p WHERE p.posting_id = wanted;
  PERFORM FROM supplier s WHERE s.supplier_id = it.supplier_id FOR NO KEY UPDATE;
  IF it.posting_id IS NULL OR it.reverses IS NOT NULL
    OR EXISTS (SELECT FROM supplier_payment p WHERE p.reverses = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'payment_unknown' WHEN it.reverses IS NOT NULL
      THEN 'payment_is_reversal'
      ELSE 'payment_reversed' END, jsonb_build_object('payment', wanted));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO supplier_payment (posting_id, supplier_id, day, amount, method, household_id, reverses)
  VALUES (posting, it.supplier_id, greatest(today, it.day), -it.amount, it.method, it.household_id, wanted);
  INSERT INTO supplier_payment_receipt (posting_id, receipt_id, amount)
  SELECT posting, n.receipt_id, -n.amount FROM supplier_payment_receipt n WHERE n.posting_id = wanted;
  owed := owed_to(it.supplier_id);
END $$;
COMMENT ON FUNCTION reverse_payment IS
  'Reverses a payment, whole, as of today. Returns what is owed then. Raises payment_unknown, payment_is_reversal, '
  'payment_reversed.';

CREATE OR REPLACE FUNCTION adjust_supplier(
  supplier_code text, change numeric, receipt bigint, said_day date, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT posting bigint, OUT owed numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  today date;
BEGIN
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  PERFORM refuse_receipt(receipt, who, past_day(said_day, today));
  INSERT INTO supplier_adjustment (posting_id, supplier_id, day, receipt_id, amount)
  VALUES (posting, who, past_day(said_day, today), receipt, change);
  owed := owed_to(who);
END $$;
COMMENT ON FUNCTION adjust_supplier IS
  'Raises what is owed to a supplier, or lowers it (below zero), for a receipt or without one. Returns what is owed '
  'then.';
