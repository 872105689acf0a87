CREATE OR REPLACE FUNCTION repeated_order(
  request uuid, asked_digest bytea,
  OUT document bigint, OUT total numeric, OUT change numeric, OUT day date, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  first record;
BEGIN
  SELECT p.posting_id, p.document_id, p.book_month, p.request_digest, p.change INTO first
  FROM posting p WHERE p.request_id = request;
  repeated := first.posting_id IS NOT NULL;
  IF NOT repeated THEN
    RETURN;
  ELSIF first.document_id IS NULL THEN
    PERFORM refuse('request_used', jsonb_build_object('id', request, 'posting', first.posting_id));
  ELSIF first.request_digest <> asked_digest THEN
    PERFORM refuse('request_differs', jsonb_build_object('id', request, 'document', first.document_id));
  END IF;
  document := first.document_id;
  change := first.change;
  IF first.book_month IS NULL THEN
    SELECT a.total, a.day INTO total, day FROM agreement a WHERE a.agreement_id = first.document_id;
  ELSE
    SELECT d.total, d.day INTO total, day FROM document d
    WHERE d.document_id = first.document_id AND d.book_month = first.book_month;
  END IF;
END $$;
COMMENT ON FUNCTION repeated_order IS
  'What an earlier request of the same id returned; refused where its content was another. Raises request_used, '
  'request_differs.';
