-- The redacted copy of a file. Redacted anew, its chunks change, and their first hash is kept.

CREATE OR REPLACE FUNCTION chunk_hash(kept import_chunk) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT coalesce(
      (SELECT r.old_sha256 FROM import_redaction r
       WHERE r.file_id = kept.file_id AND r.chunk_no = kept.chunk_no ORDER BY r.posting_id LIMIT 1),
      encode(sha256(kept.content), 'hex')));
END $$;
COMMENT ON FUNCTION chunk_hash IS
  'The hash of a chunk''s content as it was kept first: whatever covers a chunk covers it by this hash.';

CREATE OR REPLACE FUNCTION keep_chunk(
  batch_no bigint, number integer, first_row integer, rows integer, content bytea) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch := own_batch(batch_no);
BEGIN
  IF it.kept THEN
    PERFORM refuse('append_only', jsonb_build_object('table', 'import_chunk', 'act', 'insert'));
  END IF;
  INSERT INTO import_chunk (file_id, chunk_no, first_row, rows, content)
  VALUES (it.file_id, number, keep_chunk.first_row, keep_chunk.rows, keep_chunk.content);
END $$;
COMMENT ON FUNCTION keep_chunk IS
  'Keeps a chunk of the redacted copy of a file that is imported for the first time, before it is posted. '
  'Raises append_only.';

CREATE OR REPLACE FUNCTION keep_totals(batch_no bigint, lines integer[], stated numeric[], computed numeric[])
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch := own_batch(batch_no);
BEGIN
  IF it.kept THEN
    PERFORM refuse('append_only', jsonb_build_object('table', 'import_total', 'act', 'insert'));
  END IF;
  INSERT INTO import_total (file_id, line, stated, computed)
  SELECT it.file_id, t.line, t.stated, t.computed
  FROM unnest(lines, keep_totals.stated, keep_totals.computed) AS t(line, stated, computed);
END $$;
COMMENT ON FUNCTION keep_totals IS
  'Keeps the rows of totals of a file that is imported for the first time which its other rows do not add up to, in '
  'yuan. Raises append_only.';

CREATE OR REPLACE FUNCTION is_as_imported(file bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT f.digest IS NOT DISTINCT FROM import_digest(f) FROM import_file f WHERE f.file_id = file);
END $$;
COMMENT ON FUNCTION is_as_imported IS
  'Whether a file''s row and its copy are as they were imported.';

CREATE OR REPLACE FUNCTION copies_to_redact(number bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY SELECT f.file_id FROM import_file f WHERE number IS NULL OR f.file_id = number ORDER BY f.file_id;
  IF NOT FOUND AND number IS NOT NULL THEN
    PERFORM refuse('import_unknown', jsonb_build_object('import', number));
  END IF;
END $$;
COMMENT ON FUNCTION copies_to_redact IS
  'The imports whose copies are to be redacted: one, or all (null). Raises import_unknown.';

CREATE OR REPLACE FUNCTION begin_redaction(by_operator text, because text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT b.batch FROM begin_move(by_operator, 'import redact', because, now()) b);
END $$;
COMMENT ON FUNCTION begin_redaction IS
  'Begins the act that redacts a copy anew.';

CREATE OR REPLACE FUNCTION redact_chunk(act bigint, file bigint, number integer, redacted bytea)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM posting p
    WHERE p.posting_id = act AND p.command = 'import redact' AND p.recorded_by = recorder() AND p.recorded_at = now())
  THEN
    PERFORM refuse('batch_not_open', jsonb_build_object('batch', act));
  END IF;
  INSERT INTO import_redaction (file_id, chunk_no, posting_id, old_sha256, new_sha256)
  SELECT k.file_id, k.chunk_no, act, encode(sha256(k.content), 'hex'), encode(sha256(redacted), 'hex')
  FROM import_chunk k
  WHERE k.file_id = file AND k.chunk_no = number
  FOR UPDATE;
  UPDATE import_chunk k SET content = redacted WHERE k.file_id = file AND k.chunk_no = number;
END $$;
COMMENT ON FUNCTION redact_chunk IS
  'Replaces the content of a chunk, by a fact that names its hash before and after. The act is one that the '
  'transaction has begun. Raises batch_not_open.';

CREATE OR REPLACE FUNCTION compact_chunks() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  CLUSTER import_chunk USING import_chunk_pkey;
  ALTER TABLE import_chunk SET WITHOUT CLUSTER;
END $$;
COMMENT ON FUNCTION compact_chunks IS
  'Writes the copies anew, so that nothing of what was replaced before stays in the database''s files. Not by VACUUM '
  'FULL, which no function may run.';
