-- The close of months: nothing sold, what was signed for, what the month held; totals of files that differ.
CREATE TABLE month_nil (
  posting_id bigint PRIMARY KEY,
  channel_id bigint NOT NULL,
  month      date NOT NULL,
  CONSTRAINT month_nil_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id),
  CONSTRAINT month_nil_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT month_nil_first_day CHECK (month = date_trunc('month', month)::date)
);
CREATE INDEX month_nil_month ON month_nil (month);
COMMENT ON TABLE month_nil IS 'That somebody signed that a channel sold nothing in a month; stands until it is undone.';

CREATE TABLE month_close (
  posting_id bigint PRIMARY KEY,
  month      date NOT NULL,
  documents  bigint NOT NULL,
  lines      bigint NOT NULL,
  gross      numeric(16,2) NOT NULL,
  refunds    numeric(16,2) NOT NULL,
  CONSTRAINT month_close_once UNIQUE (month),
  CONSTRAINT month_close_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id),
  CONSTRAINT month_close_month_known FOREIGN KEY (month) REFERENCES book_month (month)
);
COMMENT ON TABLE month_close IS 'That a month was closed, and how many documents and lines it held then, of how many yuan.';

CREATE TABLE month_signature (
  posting_id bigint NOT NULL,
  key        text COLLATE "C" NOT NULL,
  kind       text NOT NULL,
  channel    text NOT NULL,
  many       bigint NOT NULL,
  amount     numeric(16,2),
  subject    text NOT NULL,
  example    text NOT NULL,
  reason     text NOT NULL,
  CONSTRAINT month_signature_pkey PRIMARY KEY (posting_id, key),
  CONSTRAINT month_signature_close_known FOREIGN KEY (posting_id) REFERENCES month_close (posting_id),
  CONSTRAINT month_signature_reason_short CHECK (char_length(reason) <= 500)
);
CREATE INDEX month_signature_key ON month_signature (key);
COMMENT ON TABLE month_signature IS 'A point that was open when its month was closed, and why that was signed for.';
COMMENT ON COLUMN month_signature.subject IS 'All that the point is about; with kind, channel, many and amount it makes the key.';

CREATE TABLE import_total (
  file_id  bigint NOT NULL,
  line     integer NOT NULL,
  stated   numeric(16,2) NOT NULL,
  computed numeric(16,2) NOT NULL,
  CONSTRAINT import_total_pkey PRIMARY KEY (file_id, line),
  CONSTRAINT import_total_file_known FOREIGN KEY (file_id) REFERENCES import_file (file_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT import_total_differs CHECK (stated <> computed)
);
COMMENT ON TABLE import_total IS 'A row of totals of a file that the rows above it do not add up to.';

CREATE TYPE month_point AS (
  key text, kind text, channel text, many bigint, amount numeric, subject text, example text, command text);
COMMENT ON TYPE month_point IS 'What hinders a month from being closed, and the command that mends it.';
