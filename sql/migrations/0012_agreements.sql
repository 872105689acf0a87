-- Signed agreements are records of their own, which no sum of lines reads; an act may undo an earlier one.

CREATE TABLE agreement (
  agreement_id bigint NOT NULL,
  posting_id   bigint NOT NULL,
  day          date NOT NULL,
  at           timestamptz NOT NULL,
  channel_id   bigint NOT NULL,
  buyer_id     bigint NOT NULL,
  total        numeric(14,2) NOT NULL,
  CONSTRAINT agreement_pkey PRIMARY KEY (agreement_id),
  CONSTRAINT agreement_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT agreement_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT agreement_total_sound CHECK (total >= 0 AND total < 'NaN')
);
CREATE INDEX agreement_day ON agreement (day);
COMMENT ON TABLE agreement IS 'A signed agreement (签约): a promise to buy that somebody entered. No sale: no sum of lines reads it.';
COMMENT ON COLUMN agreement.agreement_id IS 'From the same numbers as documents.';

CREATE TABLE agreement_line (
  agreement_id     bigint NOT NULL,
  line_no          integer NOT NULL,
  product_id       bigint NOT NULL,
  supplier_id      bigint,
  quantity         numeric(14,3) NOT NULL,
  amount           numeric(14,2) NOT NULL,
  discount         numeric(14,2) NOT NULL DEFAULT 0,
  entered_unit     text,
  entered_quantity numeric(14,3),
  CONSTRAINT agreement_line_pkey PRIMARY KEY (agreement_id, line_no),
  CONSTRAINT agreement_line_agreement_known FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id),
  CONSTRAINT agreement_line_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT agreement_line_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT agreement_line_numbers CHECK (quantity > 0 AND quantity < 'NaN' AND amount >= 0 AND amount < 'NaN')
);
COMMENT ON TABLE agreement_line IS 'What of a product an agreement promises to buy, in base units, for so many yuan.';

CREATE TABLE agreement_end (
  posting_id   bigint NOT NULL,
  agreement_id bigint NOT NULL,
  CONSTRAINT agreement_end_pkey PRIMARY KEY (posting_id),
  CONSTRAINT agreement_end_once UNIQUE (agreement_id),
  CONSTRAINT agreement_end_agreement_known FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id)
);
COMMENT ON TABLE agreement_end IS 'An agreement that was cancelled, or entered by mistake.';
COMMENT ON COLUMN document.signed IS 'A signed agreement, as programs kept it that took agreements for sales; reversed since.';
COMMENT ON COLUMN claim_snapshot.signed IS 'A signed agreement (签约): no sale, posts nothing.';

CREATE INDEX claim_snapshot_signed ON claim_snapshot (snapshot_id) WHERE signed;

ALTER TABLE order_stage DROP COLUMN signed;
ALTER TABLE import_line_stage DROP COLUMN signed;

ALTER TABLE posting ADD COLUMN undoes bigint;
CREATE UNIQUE INDEX posting_undone_once ON posting (undoes) WHERE undoes IS NOT NULL;
COMMENT ON COLUMN posting.undoes IS 'The posting that this one undoes, as if that had not been.';

ALTER TABLE stock_move DROP CONSTRAINT stock_move_kind_known;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_kind_known CHECK (kind IN ('receive', 'issue', 'cancel', 'return', 'send',
  'arrive', 'waste', 'give_back', 'buy_back', 'build', 'adjust', 'settle', 'undo'));
ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'settle') THEN quantity < 0 AND value <= 0
  WHEN kind = 'buy_back' THEN sign(quantity) * value >= 0
  WHEN kind IN ('build', 'adjust', 'undo') THEN true
  ELSE quantity > 0 AND value >= 0 END);

ALTER TABLE stock_count DROP CONSTRAINT stock_count_state_known;
ALTER TABLE stock_count ADD CONSTRAINT stock_count_state_known
  CHECK (state IN ('open', 'approved', 'cancelled', 'undone'));

-- What the programme promised is a fact that another one may follow, and none is overwritten.
ALTER TABLE target ADD COLUMN posting_id bigint;
ALTER TABLE target ADD COLUMN ended_by bigint;
ALTER TABLE target DROP CONSTRAINT target_periods_apart;
ALTER TABLE target ADD CONSTRAINT target_periods_apart
  EXCLUDE USING gist (daterange(from_day, to_day, '[]') WITH &&) WHERE (ended_by IS NULL);
COMMENT ON COLUMN target.posting_id IS 'The act that set it; none where a program set it that kept no history.';
COMMENT ON COLUMN target.ended_by IS 'The act that set another in its place, or removed it.';
COMMENT ON TABLE target IS 'What the programme promised for a period: the one that nothing has ended, and those before it.';
