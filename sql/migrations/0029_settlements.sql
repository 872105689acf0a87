-- Settlements: what platforms and payment services say of the money of orders. Facts about money, never sales.

CREATE TABLE settlement (
  settlement_id bigint NOT NULL,
  source        text COLLATE "C" NOT NULL,
  number        text COLLATE "C" NOT NULL,
  channel_id    bigint NOT NULL,
  snapshot_id   bigint,
  differs       boolean NOT NULL DEFAULT false,
  ledger        text,
  order_no      text COLLATE "C",
  day           date,
  amount        numeric(14,2),
  income        numeric(14,2),
  refund        numeric(14,2),
  moved         numeric(14,2),
  unknown       numeric(14,2),
  CONSTRAINT settlement_pkey PRIMARY KEY (settlement_id),
  CONSTRAINT settlement_once UNIQUE (number, source)
);
COMMENT ON TABLE settlement IS
  'A settlement line (结算明细) of a platform or a payment service, as its newest live snapshot has it: a projection of settlement_snapshot.';
COMMENT ON COLUMN settlement.source IS 'The platform or payment service that gives the number; once on it, whichever files say it.';
COMMENT ON COLUMN settlement.number IS
  'The platform''s own number, or what its profile puts one together from; the second of equal ones is #2.';
COMMENT ON COLUMN settlement.snapshot_id IS
  'The newest snapshot of a live file; null where there is none, and so are the columns behind it.';
COMMENT ON COLUMN settlement.differs IS 'Two live files say it otherwise: an open point, whichever of them wins.';
COMMENT ON COLUMN settlement.income IS 'Of amount, what buyers paid, and the subsidies to it.';
COMMENT ON COLUMN settlement.moved IS 'Of amount, money of the shop''s own that moved: deposits, withdrawals, other ends.';
COMMENT ON COLUMN settlement.unknown IS 'Of amount, what is of a kind that the profile does not know.';

CREATE TABLE settlement_snapshot (
  snapshot_id   bigint PRIMARY KEY,
  settlement_id bigint NOT NULL,
  file_id       bigint NOT NULL,
  row_no        integer NOT NULL,
  outcome       text NOT NULL,
  conflict      boolean NOT NULL,
  effective_at  timestamptz NOT NULL,
  dated         boolean NOT NULL,
  digest        uuid NOT NULL,
  ledger        text NOT NULL,
  order_no      text COLLATE "C" NOT NULL,
  entry         text NOT NULL,
  host          text NOT NULL,
  settled_at    timestamptz NOT NULL,
  day           date NOT NULL,
  amount        numeric(14,2) NOT NULL,
  sale          numeric(14,2) NOT NULL,
  subsidy       numeric(14,2) NOT NULL,
  refund        numeric(14,2) NOT NULL,
  service_fee   numeric(14,2) NOT NULL,
  commission    numeric(14,2) NOT NULL,
  agent_fee     numeric(14,2) NOT NULL,
  promotion_fee numeric(14,2) NOT NULL,
  insurance     numeric(14,2) NOT NULL,
  payment_fee   numeric(14,2) NOT NULL,
  other_fee     numeric(14,2) NOT NULL,
  compensation  numeric(14,2) NOT NULL,
  deposit       numeric(14,2) NOT NULL,
  withdrawal    numeric(14,2) NOT NULL,
  transfer      numeric(14,2) NOT NULL,
  unknown       numeric(14,2) NOT NULL,
  neutral       numeric(14,2) NOT NULL,
  CONSTRAINT settlement_snapshot_outcome_known CHECK (outcome IN ('new', 'same', 'changed')),
  CONSTRAINT settlement_snapshot_ledger_known CHECK (ledger IN ('bill', 'account', 'payment')),
  CONSTRAINT settlement_snapshot_adds_up CHECK (amount = sale + subsidy + refund + service_fee + commission + agent_fee
    + promotion_fee + insurance + payment_fee + other_fee + compensation + deposit + withdrawal + transfer + unknown),
  CONSTRAINT settlement_snapshot_a_number CHECK (amount < 'NaN' AND neutral < 'NaN')
);
CREATE INDEX settlement_snapshot_settlement ON settlement_snapshot (settlement_id);
CREATE INDEX settlement_snapshot_order ON settlement_snapshot (order_no) WHERE order_no <> '';
COMMENT ON TABLE settlement_snapshot IS
  'What one row of one file says of one settlement line: signed yuan, in which what comes to the shop is above zero.';
COMMENT ON COLUMN settlement_snapshot.ledger IS
  'bill: settled order by order; account: movements of the platform''s account; payment: of a payment service.';
COMMENT ON COLUMN settlement_snapshot.order_no IS 'The order it is of; empty for what is of none.';
COMMENT ON COLUMN settlement_snapshot.entry IS 'What the file calls the movement, whether its profile knows it or not.';
COMMENT ON COLUMN settlement_snapshot.host IS 'The streamer (达人) that a commission is of; empty for none.';
COMMENT ON COLUMN settlement_snapshot.amount IS 'What it adds to the account: the sum of the amounts behind it, but for neutral.';
COMMENT ON COLUMN settlement_snapshot.transfer IS 'Money that the account''s owner moved for other ends.';
COMMENT ON COLUMN settlement_snapshot.neutral IS 'Yuan that the file counts as neither income nor expense.';

CREATE UNLOGGED TABLE settlement_stage (
  batch         bigint NOT NULL,
  ordinal       integer NOT NULL,
  row_no        integer NOT NULL,
  first_ordinal integer NOT NULL,
  number        text COLLATE "C" NOT NULL,
  ledger        text NOT NULL,
  order_no      text COLLATE "C" NOT NULL,
  entry         text NOT NULL,
  host          text NOT NULL,
  settled_at    timestamp NOT NULL,
  amount        numeric(14,2) NOT NULL,
  sale          numeric(14,2) NOT NULL,
  subsidy       numeric(14,2) NOT NULL,
  refund        numeric(14,2) NOT NULL,
  service_fee   numeric(14,2) NOT NULL,
  commission    numeric(14,2) NOT NULL,
  agent_fee     numeric(14,2) NOT NULL,
  promotion_fee numeric(14,2) NOT NULL,
  insurance     numeric(14,2) NOT NULL,
  payment_fee   numeric(14,2) NOT NULL,
  other_fee     numeric(14,2) NOT NULL,
  compensation  numeric(14,2) NOT NULL,
  deposit       numeric(14,2) NOT NULL,
  withdrawal    numeric(14,2) NOT NULL,
  transfer      numeric(14,2) NOT NULL,
  unknown       numeric(14,2) NOT NULL,
  neutral       numeric(14,2) NOT NULL,
  digest        uuid NOT NULL
);
COMMENT ON TABLE settlement_stage IS
  'The settlement lines of a file being imported, keyed by batch; emptied in the same transaction.';
COMMENT ON COLUMN settlement_stage.first_ordinal IS 'The ordinal of the first row of the file that has the number: mostly its own.';

CREATE UNLOGGED TABLE import_settlement (
  batch         bigint NOT NULL,
  settlement_id bigint NOT NULL
);
COMMENT ON TABLE import_settlement IS 'Settlement lines whose newest snapshot an import or an undo must find anew.';
