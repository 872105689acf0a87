-- Redacting the copy of a file anew: its chunks change, their first hash is kept.

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

CREATE OR REPLACE FUNCTION redact_chunk(act bigint, file bigint, number integer, redacted bytea)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO import_redaction (file_id, chunk_no, posting_id, old_sha256, new_sha256)
  SELECT k.file_id, k.chunk_no, act, encode(sha256(k.content), 'hex'), encode(sha256(redacted), 'hex')
  FROM import_chunk k
  WHERE k.file_id = file AND k.chunk_no = number
  FOR UPDATE;
  UPDATE import_chunk k SET content = redacted WHERE k.file_id = file AND k.chunk_no = number;
END $$;
COMMENT ON FUNCTION redact_chunk IS
  'Replaces the content of a chunk, by a fact that names its hash before and after.';
