-- How an act begins: a posting with who, when, from which command and why, once a request.

CREATE OR REPLACE FUNCTION next_numbers(of_sequence text, many bigint) RETURNS bigint[]
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RETURN ARRAY(SELECT nextval(of_sequence::regclass) FROM generate_series(1, many));
END $$;
COMMENT ON FUNCTION next_numbers IS
  'So many new numbers of a sequence.';

CREATE OR REPLACE FUNCTION begin_move(by_operator text, by_command text, because text, happened_at timestamptz,
  original bigint DEFAULT NULL, OUT batch bigint, OUT today date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_blank(because);
  batch := nextval('posting_number');
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason, undoes)
  VALUES (batch, by_command, by_operator, recorder(), now(), because, original);
END $$;
COMMENT ON FUNCTION begin_move IS
  'Begins a posting that moves stock; maybe one that undoes an earlier posting.';

CREATE OR REPLACE FUNCTION begin_once(
  request uuid, asked_digest bytea, by_operator text, by_command text, because text, happened_at timestamptz,
  of_document bigint DEFAULT NULL, of_month date DEFAULT NULL, OUT batch bigint, OUT today date, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  first posting;
BEGIN
  SELECT * INTO first FROM posting p WHERE p.request_id = request;
  repeated := first.posting_id IS NOT NULL;
  IF NOT repeated THEN
    PERFORM refuse_blank(because);
    SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
    batch := nextval('posting_number');
    INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason, request_id, request_digest,
      document_id, book_month)
    VALUES (batch, by_command, by_operator, recorder(), now(), because, request, asked_digest, of_document, of_month);
  ELSIF first.request_digest IS DISTINCT FROM asked_digest THEN
    PERFORM refuse('request_used', jsonb_build_object('id', request, 'posting', first.posting_id));
  ELSE
    batch := first.posting_id;
  END IF;
END $$;
COMMENT ON FUNCTION begin_once IS
  'Begins a posting that a client may ask for twice: the same id with the same content is the first posting again; '
  'maybe one that posts a document. Raises request_used.';
