-- Supermarkets (商超): the terms they sell on, the sheets they send, what they settle, withhold and pay.

CREATE TABLE supermarket_contract (
  posting_id bigint NOT NULL,
  channel_id bigint NOT NULL,
  from_day   date NOT NULL,
  kind       text NOT NULL,
  rate       numeric(5,2) NOT NULL,
  last_day   smallint NOT NULL,
  shops      text[] NOT NULL DEFAULT '{}',
  CONSTRAINT supermarket_contract_pkey PRIMARY KEY (posting_id),
  CONSTRAINT supermarket_contract_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT supermarket_contract_kind_known CHECK (kind IN ('consignment', 'concession')),
  CONSTRAINT supermarket_contract_rate_plausible CHECK (rate BETWEEN 0 AND 100),
  CONSTRAINT supermarket_contract_rate_of_concession CHECK (kind = 'concession' OR rate = 0),
  CONSTRAINT supermarket_contract_last_day_plausible CHECK (last_day BETWEEN 1 AND 31),
  CONSTRAINT supermarket_contract_day_plausible CHECK (from_day BETWEEN '2010-01-01' AND '2099-12-31'),
  CONSTRAINT supermarket_contract_shops_given CHECK ('' <> ALL (shops)),
  CONSTRAINT supermarket_contract_shops_short CHECK (char_length(array_to_string(shops, '')) <= 4000)
);
CREATE INDEX supermarket_contract_channel ON supermarket_contract (channel_id, from_day);
COMMENT ON TABLE supermarket_contract IS
  'The terms on which a supermarket sells from a day on, until others begin (supermarket_terms).';
COMMENT ON COLUMN supermarket_contract.kind IS
  'consignment (代销): it settles a price for what it sold; concession (联营): it keeps a rate of its till sales.';
COMMENT ON COLUMN supermarket_contract.rate IS 'Percent of till sales that it keeps (扣点); 0 for consignment.';
COMMENT ON COLUMN supermarket_contract.last_day IS
  'The day of a month on which a settlement period ends; 31: its last.';
COMMENT ON COLUMN supermarket_contract.shops IS 'The shops that may stand in its sheets; empty: any.';

CREATE TABLE supermarket_sheet (
  file_id    bigint NOT NULL,
  posting_id bigint NOT NULL,
  channel_id bigint NOT NULL,
  from_day   date NOT NULL,
  to_day     date NOT NULL,
  split      boolean NOT NULL,
  CONSTRAINT supermarket_sheet_pkey PRIMARY KEY (file_id),
  CONSTRAINT supermarket_sheet_days_in_order CHECK (from_day <= to_day)
);
CREATE INDEX supermarket_sheet_channel ON supermarket_sheet (channel_id, to_day);
COMMENT ON TABLE supermarket_sheet IS
  'The period that a sheet without days is of; split: its rows were cut between months by calendar days, estimated.';

CREATE TABLE supermarket_settlement (
  posting_id bigint NOT NULL,
  channel_id bigint NOT NULL,
  from_day   date NOT NULL,
  to_day     date NOT NULL,
  settled    numeric(14,2) NOT NULL,
  till       numeric(14,2),
  CONSTRAINT supermarket_settlement_pkey PRIMARY KEY (posting_id),
  CONSTRAINT supermarket_settlement_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT supermarket_settlement_days_in_order CHECK (from_day <= to_day),
  CONSTRAINT supermarket_settlement_positive CHECK (settled > 0 AND settled < 'NaN'),
  CONSTRAINT supermarket_settlement_till_positive CHECK (till > 0 AND till < 'NaN')
);
CREATE INDEX supermarket_settlement_channel ON supermarket_settlement (channel_id, to_day);
COMMENT ON TABLE supermarket_settlement IS
  'What a supermarket settled for a period, before deductions; its number is that of the posting.';
COMMENT ON COLUMN supermarket_settlement.till IS 'The yuan that it says its tills took; null where it does not say.';

CREATE TABLE supermarket_deduction (
  posting_id bigint NOT NULL,
  kind       text NOT NULL,
  amount     numeric(14,2) NOT NULL,
  CONSTRAINT supermarket_deduction_pkey PRIMARY KEY (posting_id, kind),
  CONSTRAINT supermarket_deduction_settlement_known FOREIGN KEY (posting_id)
    REFERENCES supermarket_settlement (posting_id),
  CONSTRAINT supermarket_deduction_positive CHECK (amount > 0 AND amount < 'NaN'),
  CONSTRAINT supermarket_deduction_kind_given CHECK (kind <> ''),
  CONSTRAINT supermarket_deduction_kind_short CHECK (char_length(kind) <= 40)
);
COMMENT ON TABLE supermarket_deduction IS
  'The yuan that a settlement deducts, by what the supermarket calls it; a kind that nobody knows is kept as it is.';

CREATE TABLE supermarket_payment (
  posting_id    bigint NOT NULL,
  settlement_id bigint NOT NULL,
  day           date NOT NULL,
  amount        numeric(14,2) NOT NULL,
  method        text NOT NULL,
  reverses      bigint,
  CONSTRAINT supermarket_payment_pkey PRIMARY KEY (posting_id),
  CONSTRAINT supermarket_payment_settlement_known FOREIGN KEY (settlement_id)
    REFERENCES supermarket_settlement (posting_id),
  CONSTRAINT supermarket_payment_reverses_known FOREIGN KEY (reverses) REFERENCES supermarket_payment (posting_id),
  CONSTRAINT supermarket_payment_reversed_once UNIQUE (reverses),
  CONSTRAINT supermarket_payment_method_known CHECK (method IN ('bank', 'cash', 'wechat', 'alipay', 'card')),
  CONSTRAINT supermarket_payment_positive CHECK
    (CASE WHEN reverses IS NULL THEN amount > 0 AND amount < 'NaN' ELSE amount < 0 END)
);
CREATE INDEX supermarket_payment_settlement ON supermarket_payment (settlement_id);
COMMENT ON TABLE supermarket_payment IS 'Yuan that a supermarket paid of a settlement, or such a payment reversed.';

-- Computed from the facts above: what of an order line was settled, is due after deductions, and was paid.
CREATE TABLE supermarket_share (
  claim_id      bigint NOT NULL,
  settlement_id bigint NOT NULL,
  settled       numeric(14,2) NOT NULL,
  due           numeric(14,2) NOT NULL,
  paid          numeric(14,2) NOT NULL,
  CONSTRAINT supermarket_share_pkey PRIMARY KEY (claim_id)
);
CREATE INDEX supermarket_share_settlement ON supermarket_share (settlement_id);
COMMENT ON TABLE supermarket_share IS
  'What of an order line of a settled period was settled, is due after deductions, and was paid, in yuan of what was '
  'sold: what goes back of it takes its part of each.';
