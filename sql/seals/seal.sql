-- Sealing: the numbers are computed by whoever seals, outside; what is kept of them is kept here, in one transaction.

CREATE OR REPLACE FUNCTION seal_words(seal_no bigint, previous text, root text, postings bigint, sealed_at timestamptz,
  sealed_by text, posting_id bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN format(E'bangfu seal %s\nprevious %s\nroot %s\npostings %s\nat %s\nby %s\nposting %s\n', seal_no, previous,
    root, postings, to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), sealed_by, posting_id);
END $$;
COMMENT ON FUNCTION seal_words IS
  'What is printed of a seal, and what its hash is of.';

CREATE OR REPLACE FUNCTION own_seal(batch bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM posting p
    WHERE p.posting_id = batch AND p.command = 'seal' AND p.recorded_by = recorder() AND p.recorded_at = now())
    OR EXISTS (SELECT FROM seal s WHERE s.posting_id = batch) THEN
    PERFORM refuse('batch_not_open', jsonb_build_object('batch', batch));
  END IF;
  RETURN (SELECT coalesce(max(s.seal_no), 0) + 1 FROM seal s);
END $$;
COMMENT ON FUNCTION own_seal IS
  'The number of the seal that the transaction has begun, and not ended. Raises batch_not_open.';

CREATE OR REPLACE FUNCTION begin_seal(by_operator text, OUT number bigint, OUT batch bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM posting p
    WHERE p.command <> 'seal' AND NOT EXISTS (SELECT FROM seal_posting s WHERE s.posting_id = p.posting_id)) THEN
    RETURN;
  END IF;
  SELECT b.batch INTO begin_seal.batch FROM begin_move(by_operator, 'seal', NULL, now()) b;
  number := own_seal(batch);
  INSERT INTO seal_posting (posting_id, seal_no)
  SELECT p.posting_id, begin_seal.number
  FROM posting p
  WHERE p.posting_id <> begin_seal.batch
    AND NOT EXISTS (SELECT FROM seal_posting s WHERE s.posting_id = p.posting_id);
END $$;
COMMENT ON FUNCTION begin_seal IS
  'Begins a seal over all acts that no seal covers, in a transaction that sees one state of the database; null where '
  'there are none but that of sealing itself, which the next covers.';

CREATE OR REPLACE FUNCTION keep_seal_blocks(batch bigint, sealed_table text, first_block integer, roots bytea[],
  marks bytea[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := own_seal(batch);
BEGIN
  INSERT INTO seal_block (seal_no, of_table, block_no, root, marks)
  SELECT number, sealed_table, first_block + b.nth - 1, b.root, b.marks
  FROM unnest(roots, keep_seal_blocks.marks) WITH ORDINALITY AS b(root, marks, nth);
END $$;
COMMENT ON FUNCTION keep_seal_blocks IS
  'Keeps blocks of rows of a table that a seal covers.';

CREATE OR REPLACE FUNCTION keep_seal_table(batch bigint, sealed_table text, columns text, rows bigint, root text,
  blocks text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := own_seal(batch);
BEGIN
  INSERT INTO seal_table (seal_no, of_table, columns, rows, root, blocks)
  VALUES (number, sealed_table, keep_seal_table.columns, keep_seal_table.rows, keep_seal_table.root,
    keep_seal_table.blocks);
END $$;
COMMENT ON FUNCTION keep_seal_table IS
  'Keeps what a seal covers of a table.';

CREATE OR REPLACE FUNCTION end_seal(batch bigint, root text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := own_seal(batch);
  before text := (SELECT s.hash FROM seal s WHERE s.seal_no = number - 1);
  acts   bigint := (SELECT count(*) FROM seal_posting s WHERE s.seal_no = number);
  words  text;
BEGIN
  before := coalesce(before, repeat('0', 64));
  words := seal_words(number, before, end_seal.root, acts, now(), recorder(), batch);
  INSERT INTO seal (seal_no, previous, root, postings, sealed_at, sealed_by, posting_id, hash)
  VALUES (number, before, end_seal.root, acts, now(), recorder(), batch,
    encode(sha256(convert_to(words, 'UTF8')), 'hex'));
END $$;
COMMENT ON FUNCTION end_seal IS
  'Ends a seal: names the one before, and gets its hash.';
