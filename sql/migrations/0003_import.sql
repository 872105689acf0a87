-- What channel files say: files, their redacted rows, their claims.

CREATE SEQUENCE import_number;

CREATE TABLE import_file (
  file_id         bigint PRIMARY KEY,
  name            text NOT NULL,
  part            text NOT NULL,
  sha256          text NOT NULL,
  redacted_sha256 text NOT NULL,
  encoding        text NOT NULL,
  profile         text NOT NULL,
  channel_id      bigint NOT NULL,
  platform        text NOT NULL,
  snapshot_at     timestamptz,
  state           text NOT NULL DEFAULT 'live',
  imported_at     timestamptz NOT NULL,
  posting_id      bigint NOT NULL,
  rows            integer NOT NULL,
  new             integer NOT NULL,
  same            integer NOT NULL,
  changed         integer NOT NULL,
  rejected        integer NOT NULL,
  CONSTRAINT import_file_once UNIQUE NULLS NOT DISTINCT (sha256, part, profile, snapshot_at),
  CONSTRAINT import_file_sha256_hex CHECK (sha256 ~ '^[0-9a-f]{64}$' AND redacted_sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT import_file_state_known CHECK (state IN ('live', 'undone')),
  CONSTRAINT import_file_rows_add_up CHECK (rows = new + same + changed + rejected),
  CONSTRAINT import_file_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id)
);
COMMENT ON TABLE import_file IS 'A table that was imported, and what became of its rows the first time.';
COMMENT ON COLUMN import_file.part IS 'Which table of the file: the member of an archive, the sheet of a workbook; empty where it is the only one.';
COMMENT ON COLUMN import_file.snapshot_at IS 'When the platform wrote the file: from its name, or --as-of.';
COMMENT ON COLUMN import_file.sha256 IS 'Of the original bytes, which stay with the user.';
COMMENT ON COLUMN import_file.redacted_sha256 IS 'Of the redacted copy: all chunks, unpacked, in order.';

CREATE TABLE import_chunk (
  file_id   bigint NOT NULL,
  chunk_no  integer NOT NULL,
  first_row integer NOT NULL,
  rows      integer NOT NULL,
  content   bytea NOT NULL,
  CONSTRAINT import_chunk_pkey PRIMARY KEY (file_id, chunk_no),
  CONSTRAINT import_chunk_file_known FOREIGN KEY (file_id) REFERENCES import_file (file_id) DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE import_chunk IS 'The redacted copy: the file''s rows as CSV in UTF-8, personal columns blank, gzip, in chunks.';

CREATE TABLE import_reject (
  file_id     bigint NOT NULL,
  row_no      integer NOT NULL,
  line        integer NOT NULL,
  column_name text NOT NULL,
  value       text NOT NULL,
  reason      text NOT NULL,
  CONSTRAINT import_reject_pkey PRIMARY KEY (file_id, row_no),
  CONSTRAINT import_reject_file_known FOREIGN KEY (file_id) REFERENCES import_file (file_id) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE import_reject IS 'A row that was refused: where, what, why.';

CREATE TABLE claim (
  claim_id   bigint NOT NULL,
  platform   text COLLATE "C" NOT NULL,
  order_no   text COLLATE "C" NOT NULL,
  line_no    text COLLATE "C" NOT NULL,
  channel_id bigint NOT NULL,
  value_id   bigint,
  status_id  bigint,
  refund_day date,
  estimated  boolean NOT NULL DEFAULT false,
  CONSTRAINT claim_pkey PRIMARY KEY (claim_id),
  CONSTRAINT claim_once UNIQUE (order_no, line_no, platform)
);
CREATE INDEX claim_estimated ON claim (platform, order_no) WHERE estimated;
-- Numbers of orders are compared byte by byte: by a locale's rules it costs an import seconds.
COMMENT ON TABLE claim IS 'An order line of a platform, and which snapshots of it are live: a projection of claim_snapshot.';
COMMENT ON COLUMN claim.value_id IS 'The snapshot that says what was sold for how much: exact before estimated, then the newest.';
COMMENT ON COLUMN claim.status_id IS 'The snapshot that says how it stands: the newest.';
COMMENT ON COLUMN claim.refund_day IS 'The best evidence of the day the money went back.';

CREATE TABLE claim_snapshot (
  snapshot_id      bigint PRIMARY KEY,
  claim_id         bigint NOT NULL,
  file_id          bigint NOT NULL,
  row_no           integer NOT NULL,
  outcome          text NOT NULL,
  conflict         boolean NOT NULL,
  effective_at     timestamptz NOT NULL,
  dated            boolean NOT NULL,
  rank             smallint NOT NULL,
  exact            boolean NOT NULL,
  digest           uuid NOT NULL,
  listing_id       bigint NOT NULL,
  quantity         numeric(14,3),
  goods            numeric(14,2) NOT NULL,
  freight          numeric(14,2) NOT NULL,
  paid_at          timestamptz,
  refund           text NOT NULL,
  order_status     text NOT NULL,
  aftersale_status text NOT NULL,
  CONSTRAINT claim_snapshot_outcome_known CHECK (outcome IN ('new', 'same', 'changed')),
  CONSTRAINT claim_snapshot_refund_known CHECK (refund IN ('none', 'full', 'amount_unknown', 'status_unknown')),
  CONSTRAINT claim_snapshot_goods_not_negative CHECK (goods >= 0 AND goods < 'NaN')
);
CREATE INDEX claim_snapshot_claim ON claim_snapshot (claim_id);
COMMENT ON TABLE claim_snapshot IS 'What one row of one file says of one order line.';
COMMENT ON COLUMN claim_snapshot.snapshot_id IS 'file_id * 2^24 + the claim''s ordinal in its file.';
COMMENT ON COLUMN claim_snapshot.effective_at IS 'The file''s snapshot_at; else the newest instant in the row.';
COMMENT ON COLUMN claim_snapshot.digest IS 'The first 128 bits of the SHA-256 of the recorded fields.';
COMMENT ON COLUMN claim_snapshot.goods IS 'Goods value in yuan, without freight, subsidies included.';
COMMENT ON COLUMN claim_snapshot.quantity IS 'Pieces of the listing; null where the file does not tell.';

CREATE UNLOGGED TABLE import_stage (
  batch            bigint NOT NULL,
  ordinal          integer NOT NULL,
  order_first      integer NOT NULL,
  row_no           integer NOT NULL,
  repeated         boolean NOT NULL,
  order_no         text COLLATE "C" NOT NULL,
  line_no          text COLLATE "C" NOT NULL,
  listing          text COLLATE "C" NOT NULL,
  item_name        text COLLATE "C" NOT NULL,
  item_spec        text COLLATE "C" NOT NULL,
  quantity         numeric(14,3),
  goods            numeric(14,2) NOT NULL,
  freight          numeric(14,2) NOT NULL,
  paid_at          timestamp,
  newest_at        timestamp NOT NULL,
  refund           text NOT NULL,
  rank             smallint NOT NULL,
  exact            boolean NOT NULL,
  order_status     text NOT NULL,
  aftersale_status text NOT NULL,
  digest           uuid NOT NULL
);
COMMENT ON TABLE import_stage IS 'The claims of a file being imported, keyed by batch; emptied in the same transaction.';
COMMENT ON COLUMN import_stage.order_first IS 'The ordinal of the first claim of the order, so that orders are grouped without sorting texts.';
COMMENT ON COLUMN import_stage.repeated IS 'True where an earlier row of the file may have the same key.';

CREATE UNLOGGED TABLE import_loser (
  batch    bigint NOT NULL,
  ordinal  integer NOT NULL,
  winner   integer NOT NULL,
  conflict boolean NOT NULL
);
COMMENT ON TABLE import_loser IS 'Staged claims that another row of the same file outranks.';

CREATE UNLOGGED TABLE import_affected (
  batch    bigint NOT NULL,
  claim_id bigint NOT NULL,
  fresh    boolean NOT NULL,
  merged   boolean NOT NULL,
  staged   boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE import_affected IS 'Claims whose postings an import or an undo must bring up to date.';
COMMENT ON COLUMN import_affected.fresh IS 'Nothing of it is posted yet.';
COMMENT ON COLUMN import_affected.merged IS 'Its live snapshots are chosen already; likewise staged: its sale is in import_line_stage.';
