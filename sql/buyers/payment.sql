-- What buyers pay.

CREATE OR REPLACE FUNCTION lock_buyer(buyer_code text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it bigint;
BEGIN
  SELECT b.buyer_id INTO it FROM buyer b WHERE b.code = buyer_code FOR NO KEY UPDATE;
  IF it IS NULL THEN
    PERFORM refuse('buyer_unknown', jsonb_build_object('code', buyer_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION lock_buyer IS
  'Finds a buyer and holds the account, so that two clerks cannot enter the same payment twice. Raises buyer_unknown.';

CREATE OR REPLACE FUNCTION owed_by(buyer bigint) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT coalesce(sum(e.amount), 0.00) FROM buyer_entry e WHERE e.buyer_id = buyer);
END $$;
COMMENT ON FUNCTION owed_by IS
  'What a buyer owes; below zero where more was paid.';

CREATE OR REPLACE FUNCTION pay_buyer(
  request uuid, buyer_code text, paid numeric, documents bigint[], said_day date, by_method text, in_advance boolean,
  because text, happened_at timestamptz, by_operator text, by_command text,
  OUT payment bigint, OUT owed numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who     bigint := lock_buyer(buyer_code);
  today   date;
  on_day  date;
  wrong   record;
  due     numeric;
  settled bigint[];
  parts   numeric[];
BEGIN
  SELECT * INTO payment, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('buyer pay', buyer_code, paid, documents, said_day, by_method, because)::text, 'UTF8')),
    by_operator, by_command, because, happened_at);
  IF NOT repeated THEN
    on_day := past_day(said_day, today);
    SELECT i.document, d.day, d.document_id INTO wrong
    FROM unnest(documents) AS i(document)
    LEFT JOIN document d ON d.document_id = i.document AND d.buyer_id = who AND d.kind = 'sale' AND d.receivable > 0
    WHERE d.document_id IS NULL OR d.day > on_day ORDER BY i.document LIMIT 1;
    IF wrong.document_id IS NOT NULL THEN
      PERFORM refuse_before(NULL, on_day, NULL, wrong.day, jsonb_build_object('document', wrong.document));
    ELSIF FOUND THEN
      PERFORM refuse('buyer_document_unknown', jsonb_build_object('document', wrong.document, 'code', buyer_code));
    END IF;
    due := CASE WHEN cardinality(documents) = 0 THEN owed_by(who) ELSE coalesce((
      SELECT sum(o.open) FROM buyer_open_on(who, 'infinity') o WHERE o.document_id = ANY (documents)), 0) END;
    IF paid > greatest(due, 0) AND NOT in_advance THEN
      PERFORM refuse(CASE WHEN cardinality(documents) = 0 THEN 'buyer_payment_over' ELSE 'buyer_payment_over_documents'
        END, jsonb_build_object('code', buyer_code, 'amount', paid::text, 'owed', greatest(due, 0)::text));
    END IF;
    IF cardinality(documents) > 0 THEN
      SELECT array_agg(o.document_id), array_agg(least(o.open, paid - o.before)) INTO settled, parts
      FROM (SELECT p.document_id, p.open, sum(p.open) OVER (ORDER BY p.day, p.document_id) - p.open AS before
            FROM buyer_open_on(who, 'infinity') p WHERE p.document_id = ANY (documents)) o
      WHERE o.open > 0 AND o.before < paid;
    END IF;
    INSERT INTO buyer_payment (posting_id, buyer_id, day, amount, method)
    VALUES (payment, who, on_day, paid, by_method);
    INSERT INTO buyer_payment_document (posting_id, document_id, amount)
    SELECT payment, s.document_id, s.amount FROM unnest(settled, parts) AS s(document_id, amount);
  END IF;
  owed := owed_by(who);
END $$;
COMMENT ON FUNCTION pay_buyer IS
  'Keeps what a buyer paid: for the documents that are named, else the oldest; never more than is owed, unless in '
  'advance. Returns what is still owed. Raises buyer_document_unknown, buyer_payment_over, '
  'buyer_payment_over_documents.';

CREATE OR REPLACE FUNCTION reverse_buyer_payment(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT owed numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    buyer_payment;
  today date;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT * INTO it FROM buyer_payment p WHERE p.posting_id = wanted;
  PERFORM FROM buyer b WHERE b.buyer_id = it.buyer_id FOR NO KEY UPDATE;
  IF it.posting_id IS NULL OR it.reverses IS NOT NULL
    OR EXISTS (SELECT FROM buyer_payment p WHERE p.reverses = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'buyer_payment_unknown'
        WHEN it.reverses IS NOT NULL THEN 'payment_is_reversal' ELSE 'payment_reversed' END,
      jsonb_build_object('payment', wanted));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO buyer_payment (posting_id, buyer_id, day, amount, method, reverses)
  VALUES (posting, it.buyer_id, greatest(today, it.day), -it.amount, it.method, wanted);
  INSERT INTO buyer_payment_document (posting_id, document_id, amount)
  SELECT posting, n.document_id, -n.amount FROM buyer_payment_document n WHERE n.posting_id = wanted;
  owed := owed_by(it.buyer_id);
END $$;
COMMENT ON FUNCTION reverse_buyer_payment IS
  'Reverses a payment of a buyer, whole, as of today. Returns what is owed then. Raises buyer_payment_unknown, '
  'payment_is_reversal, payment_reversed.';
