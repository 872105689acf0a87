-- What a rejected cell held is told to who imports and kept nowhere; and a copy can be redacted anew.

-- The second change has each row written anew, without what the cells held.
ALTER TABLE import_reject DROP COLUMN value, ALTER COLUMN line TYPE integer USING (line + 0);

CREATE TABLE import_redaction (
  file_id    bigint NOT NULL,
  chunk_no   integer NOT NULL,
  posting_id bigint NOT NULL,
  old_sha256 text NOT NULL,
  new_sha256 text NOT NULL,
  CONSTRAINT import_redaction_pkey PRIMARY KEY (file_id, chunk_no, posting_id),
  CONSTRAINT import_redaction_chunk_known FOREIGN KEY (file_id, chunk_no)
    REFERENCES import_chunk (file_id, chunk_no),
  CONSTRAINT import_redaction_sha256_hex
    CHECK (old_sha256 ~ '^[0-9a-f]{64}$' AND new_sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE import_redaction IS
  'A chunk of a redacted copy was redacted anew: the hash of its content before and after.';
COMMENT ON COLUMN import_redaction.posting_id IS 'The act: who, when and why.';
