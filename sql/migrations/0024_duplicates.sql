-- Sales that two sources report: candidates, and what people decided of them.

-- Candidates are found anew each time, and are no facts.
CREATE SEQUENCE duplicate_group_number;
CREATE TABLE duplicate_candidate (
  unit     bigint PRIMARY KEY,
  group_id bigint NOT NULL
);
CREATE INDEX duplicate_candidate_group ON duplicate_candidate (group_id);
COMMENT ON TABLE duplicate_candidate IS 'The sales that may be one, by group, until somebody decides.';
CREATE TABLE duplicate_pair (
  one      bigint NOT NULL,
  other    bigint NOT NULL,
  group_id bigint NOT NULL,
  levels   smallint[] NOT NULL,
  weights  real[] NOT NULL,
  weight   real NOT NULL,
  probability real NOT NULL,
  CONSTRAINT duplicate_pair_pkey PRIMARY KEY (one, other)
);
COMMENT ON TABLE duplicate_pair IS 'How two sales of a group compare, field by field (order, day, goods, buyer), in bits of evidence.';
CREATE UNLOGGED TABLE duplicate_stage (
  batch    bigint NOT NULL,
  unit     bigint NOT NULL,
  source   text NOT NULL,
  order_no text COLLATE "C",
  order_key text COLLATE "C",
  day      date NOT NULL,
  product_id bigint,
  quantity numeric(14,3) NOT NULL,
  amount   numeric(14,2) NOT NULL,
  order_amount numeric(14,2) NOT NULL,
  buyer_id bigint
);
COMMENT ON TABLE duplicate_stage IS 'The sales among which duplicates are looked for, keyed by batch; emptied in the same transaction.';
CREATE UNLOGGED TABLE duplicate_match (
  batch    bigint NOT NULL,
  one      bigint NOT NULL,
  other    bigint NOT NULL,
  one_source   text NOT NULL,
  other_source text NOT NULL,
  levels   smallint[] NOT NULL,
  weight   real,
  group_id bigint
);
COMMENT ON TABLE duplicate_match IS 'The pairs among them that share a key, keyed by batch; emptied in the same transaction.';

CREATE TABLE duplicate_decision (
  posting_id bigint PRIMARY KEY,
  group_id   bigint NOT NULL,
  CONSTRAINT duplicate_decision_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id)
);
COMMENT ON TABLE duplicate_decision IS 'That somebody decided which sales of a group are one, and which are not.';
CREATE TABLE duplicate_decided (
  posting_id bigint NOT NULL,
  unit       bigint NOT NULL,
  same       boolean NOT NULL,
  CONSTRAINT duplicate_decided_pkey PRIMARY KEY (posting_id, unit),
  CONSTRAINT duplicate_decided_decision_known FOREIGN KEY (posting_id) REFERENCES duplicate_decision (posting_id)
);
COMMENT ON TABLE duplicate_decided IS 'A sale of such a decision: the same as the others that are, or another one than all.';
CREATE INDEX duplicate_decided_unit ON duplicate_decided (unit);
CREATE TABLE duplicate_choice (
  posting_id  bigint PRIMARY KEY,
  decision_id bigint NOT NULL,
  unit        bigint NOT NULL,
  CONSTRAINT duplicate_choice_decided FOREIGN KEY (decision_id, unit) REFERENCES duplicate_decided (posting_id, unit)
);
COMMENT ON TABLE duplicate_choice IS 'Which of some sales that are one is to count, where somebody chose it; the newest choice holds.';

-- Which sales are one by now, and which of them counts: at most one.
CREATE TABLE duplicate_unit (
  unit        bigint PRIMARY KEY,
  decision_id bigint NOT NULL,
  counts      boolean NOT NULL
);
CREATE UNIQUE INDEX duplicate_unit_counted_once ON duplicate_unit (decision_id) WHERE counts;
COMMENT ON TABLE duplicate_unit IS 'The sales that are one by decisions that stand, and which of each counts; computed from the decisions.';
