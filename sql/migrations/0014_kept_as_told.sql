-- A file's row and its copy are held to one digest, and each undo of a file, and each return to life, is a fact.

ALTER TABLE import_file ADD COLUMN digest text;
COMMENT ON COLUMN import_file.digest IS
  'Of what never changes of it, and of the hashes of its chunks in their order: see import_digest.';

CREATE TABLE import_turn (
  posting_id bigint NOT NULL,
  file_id    bigint NOT NULL,
  state      text NOT NULL,
  CONSTRAINT import_turn_pkey PRIMARY KEY (posting_id, file_id),
  CONSTRAINT import_turn_file_known FOREIGN KEY (file_id) REFERENCES import_file (file_id),
  CONSTRAINT import_turn_state_known CHECK (state IN ('live', 'undone'))
);
CREATE INDEX import_turn_file ON import_turn (file_id);
COMMENT ON TABLE import_turn IS 'A file was undone, or lives again; import_file.state is the last.';
COMMENT ON COLUMN import_turn.posting_id IS
  'The act; where a program undid it that kept no such fact, the import itself.';
INSERT INTO import_turn (posting_id, file_id, state)
SELECT f.posting_id, f.file_id, f.state FROM import_file f WHERE f.state = 'undone';
