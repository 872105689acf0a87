CREATE OR REPLACE FUNCTION invoice_canteen(
  acceptances bigint[], invoice_number text, said_day date, because text, happened_at timestamptz, by_operator text,
  by_command text, OUT posting bigint, OUT total numeric, OUT day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  today date;
  wrong record;
  used  bigint;
BEGIN
  PERFORM FROM canteen_order o
  WHERE o.posting_id IN (SELECT d.order_id FROM canteen_acceptance a
    JOIN canteen_delivery d ON d.posting_id = a.delivery_id WHERE a.posting_id = ANY (acceptances))
  ORDER BY o.posting_id FOR UPDATE;
  SELECT i.acceptance, a.posting_id, a.document_id, v.number, a.day INTO wrong
  FROM unnest(acceptances) AS i(acceptance)
  LEFT JOIN canteen_acceptance_standing a ON a.posting_id = i.acceptance
  LEFT JOIN canteen_invoice_standing v ON v.acceptance_id = i.acceptance
  WHERE a.posting_id IS NULL OR a.document_id IS NULL OR v.number IS NOT NULL
  ORDER BY i.acceptance LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.posting_id IS NULL THEN 'acceptance_unknown'
        WHEN wrong.document_id IS NULL THEN 'acceptance_of_nothing' ELSE 'acceptance_invoiced' END,
      jsonb_build_object('acceptance', wrong.acceptance, 'invoice', wrong.number));
  END IF;
  IF (SELECT count(DISTINCT o.buyer_id) FROM canteen_acceptance a
      JOIN canteen_delivery d ON d.posting_id = a.delivery_id
      JOIN canteen_order o ON o.posting_id = d.order_id WHERE a.posting_id = ANY (acceptances)) > 1 THEN
    PERFORM refuse('invoice_buyers_differ', '{}');
  END IF;
  SELECT v.posting_id INTO used FROM canteen_invoice_standing v WHERE v.number = invoice_number LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('invoice_number_used', jsonb_build_object('invoice', invoice_number, 'number', used));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  day := past_day(said_day, today);
  PERFORM refuse_before(NULL, invoice_canteen.day, NULL, a.day, jsonb_build_object('acceptance', a.posting_id))
  FROM canteen_acceptance a WHERE a.posting_id = ANY (acceptances);
  INSERT INTO canteen_invoice (posting_id, acceptance_id, number, day)
  SELECT DISTINCT posting, i.acceptance, invoice_number, invoice_canteen.day FROM unnest(acceptances) AS i(acceptance);
  SELECT sum(d.total) INTO total
  FROM canteen_acceptance a JOIN document d ON d.document_id = a.document_id
  WHERE a.posting_id = ANY (acceptances);
END $$;
COMMENT ON FUNCTION invoice_canteen IS
  'Keeps the number of the invoice for what was accepted, of one buyer; from then on the acceptances stand until the '
  'invoice is undone. Returns the act, the yuan and the day. Raises acceptance_unknown, acceptance_of_nothing, '
  'acceptance_invoiced, invoice_buyers_differ, invoice_number_used.';
