-- The rates of fees that were agreed: what a platform, a payment service or a streamer is to withhold.

CREATE TABLE fee_rate (
  posting_id bigint NOT NULL,
  channel_id bigint NOT NULL,
  kind       text NOT NULL,
  host       text NOT NULL,
  from_day   date NOT NULL,
  rate       numeric(5,2) NOT NULL,
  kept       boolean NOT NULL,
  source     text NOT NULL,
  CONSTRAINT fee_rate_pkey PRIMARY KEY (posting_id),
  CONSTRAINT fee_rate_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT fee_rate_kind_known CHECK (kind IN ('service-fee', 'commission', 'agent-fee', 'promotion-fee',
    'insurance', 'payment-fee', 'other-fee')),
  CONSTRAINT fee_rate_host_short CHECK (char_length(host) <= 40),
  CONSTRAINT fee_rate_day_plausible CHECK (from_day BETWEEN '2010-01-01' AND '2099-12-31'),
  CONSTRAINT fee_rate_plausible CHECK (rate BETWEEN 0 AND 100),
  CONSTRAINT fee_rate_source_given CHECK (source <> ''),
  CONSTRAINT fee_rate_source_short CHECK (char_length(source) <= 200)
);
CREATE INDEX fee_rate_channel ON fee_rate (channel_id, kind, host, from_day);
COMMENT ON TABLE fee_rate IS
  'The rate of a kind of fee of a channel from a day on, until another begins (fee_rate_standing).';
COMMENT ON COLUMN fee_rate.host IS 'The streamer (达人) of the agreement; empty for all of whom nothing else is said.';
COMMENT ON COLUMN fee_rate.rate IS 'Percent of what buyers paid and of its subsidies.';
COMMENT ON COLUMN fee_rate.kept IS 'Whether the fee of what was settled and is refunded later is kept all the same.';
COMMENT ON COLUMN fee_rate.source IS 'The rule or the contract that says so.';
