-- Livestream sessions (直播场次): who was live on which channel, and from when to when.

CREATE TABLE livestream_session (
  posting_id bigint NOT NULL,
  session_id bigint NOT NULL,
  channel_id bigint NOT NULL,
  host       text NOT NULL,
  host_code  text COLLATE "C" NOT NULL,
  begins_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  CONSTRAINT livestream_session_pkey PRIMARY KEY (posting_id),
  CONSTRAINT livestream_session_host_given CHECK (host <> ''),
  CONSTRAINT livestream_session_host_short CHECK (char_length(host) <= 100),
  CONSTRAINT livestream_session_host_code_short CHECK (char_length(host_code) <= 100),
  CONSTRAINT livestream_session_in_order CHECK (begins_at < ends_at)
);
CREATE INDEX livestream_session_number ON livestream_session (session_id);
COMMENT ON TABLE livestream_session IS
  'What somebody said of a livestream session: the last that nobody has undone holds (livestream_standing).';
COMMENT ON COLUMN livestream_session.session_id IS 'The number of the session: of the act that added it.';
COMMENT ON COLUMN livestream_session.host_code IS
  'The host''s number on the platform (达人ID); empty where nobody said it.';
