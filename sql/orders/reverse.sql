-- Takes back what was sold: a refund of some lines, or a void of the whole order.
-- Both lock the document, so that two clerks cannot take back more than was sold.

CREATE OR REPLACE FUNCTION lock_document(wanted bigint, OUT it document)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  SELECT * INTO it FROM document d WHERE d.document_id = wanted FOR UPDATE;
  IF it.document_id IS NULL THEN
    PERFORM refuse(CASE WHEN EXISTS (SELECT FROM agreement a WHERE a.agreement_id = wanted) THEN 'order_is_agreement'
      ELSE 'order_unknown' END, jsonb_build_object('document', wanted));
  ELSIF it.file_id IS NOT NULL THEN
    PERFORM refuse('order_imported', jsonb_build_object('document', wanted));
  END IF;
END $$;
COMMENT ON FUNCTION lock_document IS
  'Finds a document that somebody entered, locked. Raises order_is_agreement, order_unknown, order_imported.';

CREATE OR REPLACE FUNCTION lock_order(wanted bigint, OUT sale document)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  sale := lock_document(wanted);
  IF sale.kind <> 'sale' THEN
    PERFORM refuse('order_not_a_sale', jsonb_build_object('document', wanted, 'kind', sale.kind));
  ELSIF EXISTS (SELECT FROM line l WHERE l.of_document = wanted AND l.reverses) THEN
    PERFORM refuse('order_voided', jsonb_build_object('document', wanted));
  END IF;
END $$;
COMMENT ON FUNCTION lock_order IS
  'Finds an order to refund or void, locked; refused where it is none, or not the clerk''s. Raises '
  'order_not_a_sale, order_voided.';

CREATE OR REPLACE FUNCTION reverse_document(
  it document, happened_at timestamptz, by_operator text, by_command text, because text,
  OUT batch bigint, OUT document bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  month date := book_month_of(it.day);
BEGIN
  PERFORM refuse_without_reason(because);
  batch := nextval('posting_number');
  document := nextval('document_number');
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, product_id, supplier_id, quantity, amount, total, receivable, verdict,
    rule, of_document, of_line, reverses, entered_unit, entered_quantity)
  SELECT batch, document, l.line_no, 'correction', it.side, month, it.day, greatest(happened_at, it.at), it.channel_id,
    it.location_id, it.buyer_id, l.product_id, l.supplier_id, -l.quantity, -l.amount,
    CASE WHEN l.line_no = 1 THEN -it.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN -it.receivable ELSE 0 END,
    l.verdict, l.rule, it.document_id, l.line_no, true, l.entered_unit, -l.entered_quantity
  FROM line l
  WHERE l.document_id = it.document_id AND l.book_month = it.book_month;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason, undoes)
  VALUES (batch, by_command, by_operator, session_user, now(), document, month, because, it.posting_id);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT reverse_document.document, t.tender_no, t.method, -t.amount FROM tender t WHERE t.document_id = it.document_id;
END $$;
COMMENT ON FUNCTION reverse_document IS
  'Reverses a document: its posting, its lines staged with the other sign on its own day, its money gone back.';
