-- A refund of some lines, or a void of the whole order.
-- Both lock the document, so that two clerks cannot refund more than was sold.

CREATE OR REPLACE FUNCTION lock_document(wanted bigint, OUT it document)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  SELECT * INTO it FROM document d WHERE d.document_id = wanted FOR UPDATE;
  IF it.document_id IS NULL THEN
    PERFORM refuse(CASE WHEN EXISTS (SELECT FROM agreement a WHERE a.agreement_id = wanted) THEN 'order_is_agreement'
      ELSE 'order_unknown' END, jsonb_build_object('document', wanted));
  ELSIF it.file_id IS NOT NULL THEN
    PERFORM refuse('order_imported', jsonb_build_object('document', wanted));
  ELSIF it.kind = 'correction' AND it.of_document IS NULL THEN
    PERFORM refuse('order_is_judgement', jsonb_build_object('document', wanted));
  END IF;
END $$;
COMMENT ON FUNCTION lock_document IS
  'Finds a document that somebody entered, locked. Raises order_is_agreement, order_unknown, order_imported, '
  'order_is_judgement.';

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
  'Finds an order to refund or void, locked; refused where it is none, or not the clerk''s. Raises order_not_a_sale, '
  'order_voided.';

CREATE OR REPLACE FUNCTION lines_of(
  it document, OUT products bigint[], OUT suppliers bigint[], OUT quantities numeric[], OUT amounts numeric[],
  OUT discounts numeric[], OUT judgements judgement[], OUT units text[], OUT entered numeric[],
  OUT lines integer[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT array_agg(l.product_id), array_agg(l.supplier_id), array_agg(l.quantity), array_agg(l.amount),
    array_agg(l.discount), array_agg(l.judgement), array_agg(l.entered_unit), array_agg(l.entered_quantity),
    array_agg(l.line_no)
  INTO products, suppliers, quantities, amounts, discounts, judgements, units, entered, lines
  FROM (
    SELECT n.* FROM standing_line n
    WHERE n.document_id = it.document_id AND n.book_month = it.book_month
    ORDER BY n.line_no
  ) l;
END $$;
COMMENT ON FUNCTION lines_of IS
  'The lines of a document, column by column, by line number.';

CREATE OR REPLACE FUNCTION reverse_document(
  it document, happened_at timestamptz, by_operator text, by_command text, because text,
  held boolean DEFAULT false, OUT batch bigint, OUT document bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  month date := book_month_of(it.day);
  made  document := it;
  was   record;
BEGIN
  PERFORM refuse_without_reason(because);
  batch := nextval('posting_number');
  document := nextval('document_number');
  made.document_id := document;
  made.posting_id := batch;
  made.book_month := month;
  made.kind := 'correction';
  made.at := greatest(happened_at, it.at);
  made.of_document := it.document_id;
  made.total := -it.total;
  made.receivable := -it.receivable;
  SELECT * INTO was FROM lines_of(it);
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason, undoes)
  VALUES (batch, by_command, by_operator, recorder(), now(), document, month, because, it.posting_id);
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT reverse_document.document, t.tender_no, t.method, -t.amount FROM tender t WHERE t.document_id = it.document_id;
  PERFORM post_order(made, was.products, was.suppliers, ARRAY(SELECT -q FROM unnest(was.quantities) q),
    ARRAY(SELECT -a FROM unnest(was.amounts) a), NULL, was.judgements, was.units,
    ARRAY(SELECT -e FROM unnest(was.entered) e), was.lines, NULL, true, held => held);
  PERFORM judge_reversed_units(batch, it.document_id);
END $$;
COMMENT ON FUNCTION reverse_document IS
  'Reverses a document on its own day: every line with the other sign, its money gone back, and what left for a sale '
  'back in stock (post_order says what `held` is). Returns the posting and the document that do it.';
