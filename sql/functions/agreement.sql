-- Signed agreements (签约): promises to buy, kept as records of their own. No sum of lines reads them.

-- Keeps the staged lines of an order as an agreement, under the order's number.
CREATE OR REPLACE FUNCTION keep_agreement(staged order_stage[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO agreement (agreement_id, posting_id, day, at, channel_id, buyer_id, total)
  SELECT s.document_id, s.posting_id, s.day, s.at, s.channel_id, s.buyer_id, s.total
  FROM unnest(staged) s WHERE s.line_no = 1;
  INSERT INTO agreement_line (agreement_id, line_no, product_id, supplier_id, quantity, amount, discount, entered_unit,
    entered_quantity)
  SELECT s.document_id, s.line_no, s.product_id, s.supplier_id, s.quantity, s.amount, s.discount, s.entered_unit,
    s.entered_quantity
  FROM unnest(staged) s;
END $$;

-- Cancels an agreement that somebody entered, whole. Answers the act's number and the yuan that it was worth.
CREATE OR REPLACE FUNCTION cancel_agreement(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT total numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    agreement;
  today date;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT * INTO it FROM agreement a WHERE a.agreement_id = wanted FOR UPDATE;
  IF it.agreement_id IS NULL OR EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = wanted) THEN
    PERFORM refuse(CASE WHEN it.agreement_id IS NULL THEN 'agreement_unknown' ELSE 'agreement_cancelled' END,
      jsonb_build_object('number', wanted));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at, it.posting_id);
  INSERT INTO agreement_end (posting_id, agreement_id) VALUES (posting, wanted);
  total := it.total;
END $$;
