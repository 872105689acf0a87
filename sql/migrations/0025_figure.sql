-- The figure as it was published, version by version, and what was counted anew in closed months.
CREATE TABLE restatement (
  posting_id bigint PRIMARY KEY,
  month      date NOT NULL,
  CONSTRAINT restatement_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id),
  CONSTRAINT restatement_month_known FOREIGN KEY (month) REFERENCES book_month (month)
);
COMMENT ON TABLE restatement IS 'That what came late in a month that was closed was counted in it, and its lines were judged anew.';

CREATE TABLE restated_line (
  posting_id     bigint NOT NULL,
  document_id    bigint NOT NULL,
  line_no        integer NOT NULL,
  book_month     date NOT NULL,
  from_month     date NOT NULL,
  to_month       date NOT NULL,
  verdict_before text NOT NULL,
  rule_before    text NOT NULL,
  verdict_after  text NOT NULL,
  rule_after     text NOT NULL,
  certificate_before bigint,
  certificate_after  bigint,
  province_before text,
  province_after  text,
  rule_set_after  bigint,
  fact_after      text,
  CONSTRAINT restated_line_pkey PRIMARY KEY (posting_id, document_id, line_no),
  CONSTRAINT restated_line_restatement_known FOREIGN KEY (posting_id) REFERENCES restatement (posting_id),
  CONSTRAINT restated_line_changes CHECK (
    (from_month, verdict_before, rule_before, certificate_before, province_before)
    IS DISTINCT FROM (to_month, verdict_after, rule_after, certificate_after, province_after)),
  CONSTRAINT restated_line_verdict_known CHECK (
    verdict_before IN ('counted', 'duplicate', 'excluded', 'pending')
    AND verdict_after IN ('counted', 'duplicate', 'excluded', 'pending'))
);
CREATE INDEX restated_line_line ON restated_line (document_id, line_no);
COMMENT ON COLUMN restated_line.rule_set_after IS 'The rule set that judges it now, and fact_after what that looked at; null where it is only moved.';
COMMENT ON TABLE restated_line IS 'A line that a restatement counts in another month, or by another verdict; book_month is where it is booked.';

CREATE TABLE figure_version (
  posting_id bigint NOT NULL,
  month      date NOT NULL,
  version    integer NOT NULL,
  content    bytea NOT NULL,
  sha256     text NOT NULL,
  previous   text,
  earlier    text,
  CONSTRAINT figure_version_pkey PRIMARY KEY (month, version),
  CONSTRAINT figure_version_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id),
  CONSTRAINT figure_version_month_known FOREIGN KEY (month) REFERENCES book_month (month),
  CONSTRAINT figure_version_sha256_right CHECK (sha256 = encode(sha256(content), 'hex')),
  CONSTRAINT figure_version_follows CHECK ((version = 1) = (previous IS NULL) AND version >= 1)
);
COMMENT ON TABLE figure_version IS 'The figure of a month as it was published: canonical JSON (RFC 8785), never made again.';
COMMENT ON COLUMN figure_version.previous IS 'The SHA-256 of the version before.';
COMMENT ON COLUMN figure_version.earlier IS 'The SHA-256 of the newest version of the newest earlier month that was published.';
