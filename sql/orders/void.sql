CREATE OR REPLACE FUNCTION refuse_accepted(wanted bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  accepted bigint := (SELECT a.posting_id FROM canteen_acceptance a WHERE a.document_id = wanted);
BEGIN
  IF accepted IS NOT NULL THEN
    PERFORM refuse('order_accepted', jsonb_build_object('document', wanted, 'acceptance', accepted));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_accepted IS
  'Refuses to void what a buyer accepted, or to sell it again: its acceptance is undone. Raises order_accepted.';

CREATE OR REPLACE FUNCTION void_order(
  wanted bigint, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT document bigint, OUT total numeric, OUT day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sale  document;
  batch bigint;
BEGIN
  sale := lock_order(wanted);
  PERFORM refuse_accepted(wanted);
  IF EXISTS (SELECT FROM line_back l WHERE l.of_document = wanted) THEN
    PERFORM refuse('order_refunded', jsonb_build_object('document', wanted));
  END IF;
  SELECT r.batch, r.document INTO batch, document
  FROM reverse_document(sale, happened_at, by_operator, by_command, because) r;
  total := sale.total;
  day := sale.day;
  PERFORM expect_approval(batch, 'refund', total, jsonb_build_object('document', wanted, 'total', total),
    sha256(convert_to(ROW(wanted, 'void')::text, 'UTF8')));
END $$;
COMMENT ON FUNCTION void_order IS
  'Voids an order, as if it had never been: every line reversed on its own day, money and goods back. Raises '
  'order_refunded.';

CREATE OR REPLACE FUNCTION undo_order(
  wanted bigint, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT document bigint, OUT total numeric, OUT day date, OUT undone text, OUT of_order bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    document := lock_document(wanted);
  batch bigint;
BEGIN
  SELECT b.of_document INTO of_order FROM line b WHERE b.document_id = wanted LIMIT 1;
  undone := CASE WHEN it.kind = 'refund' THEN 'refund' WHEN it.kind = 'correction' AND it.side = 'sale' THEN 'void' END;
  IF undone IS NULL THEN
    PERFORM refuse(CASE WHEN it.kind = 'sale' THEN 'undo_of_sale' ELSE 'undo_of_undo' END,
      jsonb_build_object('document', wanted));
  ELSIF EXISTS (SELECT FROM posting p WHERE p.undoes = it.posting_id) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  IF undone = 'void' THEN
    PERFORM refuse_accepted(of_order);
  END IF;
  PERFORM FROM document d WHERE d.document_id = of_order FOR UPDATE;
  day := it.day;
  total := -it.total;
  IF undone = 'refund' THEN
    SELECT r.batch, r.document INTO batch, document
    FROM reverse_document(it, happened_at, by_operator, by_command, because) r;
    PERFORM undo_moves(batch, it.posting_id);
  ELSE
    document := sell_again(it, of_order, by_operator, by_command, because);
  END IF;
END $$;
COMMENT ON FUNCTION undo_order IS
  'Undoes a refund, or a void: the order stands as it did before. A refund is reversed, and what came back to stock '
  'with it leaves again; what was voided is sold again, under a new number. Returns the document that does it, the '
  'order''s, and the yuan that the order is worth more again. Raises undo_of_sale, undo_of_undo, undone_already.';

CREATE OR REPLACE FUNCTION sell_again(voided document, of_order bigint, by_operator text, by_command text, because text)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sale    document;
  month   date := book_month_of(voided.day);
  batch   bigint := nextval('posting_number');
  undoing bigint;
  made    bigint := nextval('document_number');
  expired expired_approval;
  was     record;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT * INTO sale FROM document d WHERE d.document_id = of_order;
  SELECT * INTO expired FROM expired_approval e WHERE e.posting_id = sale.posting_id;
  SELECT b.batch INTO undoing
  FROM begin_move(by_operator, by_command, because, now(), voided.posting_id) b;
  PERFORM undo_moves(undoing, voided.posting_id, ARRAY['settle']);  -- what the void brought back had covered shortages
  SELECT * INTO was FROM lines_of(sale);
  sale.document_id := made;
  sale.book_month := month;
  sale.posting_id := batch;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, recorder(), now(), made, month, because);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT made, t.tender_no, t.method, t.amount FROM tender t WHERE t.document_id = of_order;
  PERFORM post_order(sale, was.products, was.suppliers, was.quantities, was.amounts, was.discounts, was.judgements,
    was.units, was.entered, expired_ok => expired.posting_id IS NOT NULL);
  INSERT INTO expired_approval (posting_id, reason, approved_by)
  SELECT batch, expired.reason, expired.approved_by
  WHERE expired.posting_id IS NOT NULL AND EXISTS (SELECT FROM expired_sale e WHERE e.posting_id = batch);
  -- What was sold in a month that is closed by now is judged by the rules of now.
  PERFORM rejudge(undoing, sales => ARRAY[made]);
  RETURN made;
END $$;
COMMENT ON FUNCTION sell_again IS
  'Sells again what a void has reversed, on its own day and at its own instant; returns the new order.';
