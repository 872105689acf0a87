-- Seals over the facts; and every fact belongs to an act, those that named none before to the act of setting up.
INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
VALUES (0, 'setup', 'setup', session_user, now())
ON CONFLICT (posting_id) DO NOTHING;
DO $$
DECLARE
  fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['person_change', 'programme_change', 'approval', 'approval_end', 'approval_rule',
    'approval_attempt', 'approval_key'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN posting_id bigint NOT NULL DEFAULT 0', fact);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN posting_id DROP DEFAULT', fact);
    EXECUTE format('COMMENT ON COLUMN %I.posting_id IS %L', fact, 'The act: who and when; 0 is the setting up.');
  END LOOP;
END $$;

CREATE TABLE seal (
  seal_no    bigint PRIMARY KEY,
  previous   text NOT NULL,
  root       text NOT NULL,
  postings   bigint NOT NULL,
  sealed_at  timestamptz NOT NULL,
  sealed_by  text NOT NULL,
  posting_id bigint NOT NULL,
  hash       text NOT NULL,
  CONSTRAINT seal_hash_once UNIQUE (hash),
  CONSTRAINT seal_follows_one UNIQUE (previous)
);
COMMENT ON TABLE seal IS 'That the facts of some acts were sealed; each seal names the one before.';
COMMENT ON COLUMN seal.previous IS 'The hash of the seal before; zeros where there is none.';
COMMENT ON COLUMN seal.root IS 'The root of a Merkle tree over seal_table, in the order of names.';
COMMENT ON COLUMN seal.postings IS 'How many acts it covers.';
COMMENT ON COLUMN seal.hash IS 'SHA-256 of what is printed of the seal (seal_words).';

CREATE TABLE seal_table (
  seal_no  bigint NOT NULL,
  of_table text COLLATE "C" NOT NULL,
  columns  text NOT NULL,
  rows     bigint NOT NULL,
  root     text NOT NULL,
  blocks   text NOT NULL,
  CONSTRAINT seal_table_pkey PRIMARY KEY (seal_no, of_table)
);
COMMENT ON TABLE seal_table IS 'What a seal covers of one table: columns, how many rows, the root of a Merkle tree over them.';
COMMENT ON COLUMN seal_table.blocks IS 'SHA-256 of the table''s blocks, root and marks, one after the other.';

CREATE TABLE seal_block (
  seal_no  bigint NOT NULL,
  of_table text COLLATE "C" NOT NULL,
  block_no integer NOT NULL,
  root     bytea NOT NULL,
  marks    bytea NOT NULL,
  CONSTRAINT seal_block_pkey PRIMARY KEY (seal_no, of_table, block_no)
);
COMMENT ON TABLE seal_block IS
  'Sixty-four rows of a table that a seal covers: the root over them, and four bytes of the hash of each, by which a '
  'row that differs is named.';

CREATE TABLE seal_posting (
  posting_id bigint PRIMARY KEY,
  seal_no    bigint NOT NULL
);
COMMENT ON TABLE seal_posting IS 'The seal that covers an act, with all of its facts; each act has one.';
