-- The supplier side: purchases, what goes back, payments, buy-back contracts and linked households; beside it what
-- stock must not fall below, and what of it is promised.

ALTER TABLE stock_move DROP CONSTRAINT stock_move_kind_known;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_kind_known CHECK (kind IN
  ('receive', 'issue', 'cancel', 'return', 'send', 'arrive', 'waste', 'give_back', 'buy_back', 'build', 'adjust', 'settle'));
ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'buy_back', 'settle') THEN quantity < 0 AND value <= 0
  WHEN kind IN ('build', 'adjust') THEN true
  ELSE quantity > 0 AND value >= 0 END);
CREATE INDEX posting_recorded ON posting USING brin (recorded_at);

COMMENT ON COLUMN supplier.households IS 'How many households it links that have no record of their own.';

CREATE TABLE supplier_link (
  supplier_id  bigint NOT NULL,
  household_id bigint NOT NULL,
  from_day     date NOT NULL,
  to_day       date,
  CONSTRAINT supplier_link_pkey PRIMARY KEY (supplier_id, household_id, from_day),
  CONSTRAINT supplier_link_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT supplier_link_household_known FOREIGN KEY (household_id) REFERENCES supplier (supplier_id),
  CONSTRAINT supplier_link_days_in_order CHECK (from_day <= to_day),
  CONSTRAINT supplier_link_apart EXCLUDE USING gist (int8range(supplier_id, supplier_id, '[]') WITH &&,
    int8range(household_id, household_id, '[]') WITH &&, daterange(from_day, to_day, '[]') WITH &&)
);
COMMENT ON TABLE supplier_link IS 'A household (a supplier of that kind) delivers through a company, collective or cooperative, from day to day.';

CREATE TABLE purchase (
  posting_id  bigint NOT NULL,
  supplier_id bigint NOT NULL,
  day         date NOT NULL,
  CONSTRAINT purchase_pkey PRIMARY KEY (posting_id),
  CONSTRAINT purchase_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id)
);
CREATE INDEX purchase_supplier ON purchase (supplier_id, day);
COMMENT ON TABLE purchase IS 'A receipt that came from a supplier; its lines are the posting''s moves of kind receive, its note the posting''s reason.';

CREATE TABLE supplier_return (
  posting_id   bigint NOT NULL,
  line_no      integer NOT NULL,
  supplier_id  bigint NOT NULL,
  day          date NOT NULL,
  receipt_id   bigint NOT NULL,
  receipt_line integer NOT NULL,
  quantity     numeric(14,3) NOT NULL,
  amount       numeric(14,2) NOT NULL,
  CONSTRAINT supplier_return_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT supplier_return_receipt_known FOREIGN KEY (receipt_id) REFERENCES purchase (posting_id),
  CONSTRAINT supplier_return_positive CHECK (quantity > 0 AND quantity < 'NaN' AND amount >= 0)
);
CREATE INDEX supplier_return_receipt ON supplier_return (receipt_id, receipt_line);
CREATE INDEX supplier_return_supplier ON supplier_return (supplier_id);
COMMENT ON TABLE supplier_return IS 'What of a receipt''s line was given back to the supplier, at the price it was bought.';

CREATE TABLE supplier_payment (
  posting_id   bigint NOT NULL,
  supplier_id  bigint NOT NULL,
  day          date NOT NULL,
  amount       numeric(14,2) NOT NULL,
  method       text NOT NULL,
  household_id bigint,
  reverses     bigint,
  CONSTRAINT supplier_payment_pkey PRIMARY KEY (posting_id),
  CONSTRAINT supplier_payment_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT supplier_payment_household_known FOREIGN KEY (household_id) REFERENCES supplier (supplier_id),
  CONSTRAINT supplier_payment_reverses_known FOREIGN KEY (reverses) REFERENCES supplier_payment (posting_id),
  CONSTRAINT supplier_payment_reversed_once UNIQUE (reverses),
  CONSTRAINT supplier_payment_method_known CHECK (method IN ('bank', 'cash', 'wechat', 'alipay', 'card')),
  CONSTRAINT supplier_payment_positive CHECK (CASE WHEN reverses IS NULL THEN amount > 0 AND amount < 'NaN' ELSE amount < 0 END)
);
CREATE INDEX supplier_payment_supplier ON supplier_payment (supplier_id);
COMMENT ON TABLE supplier_payment IS 'Yuan paid to a supplier, or a payment reversed (negative).';
COMMENT ON COLUMN supplier_payment.household_id IS 'The linked household that the money was for.';

CREATE TABLE supplier_payment_receipt (
  posting_id bigint NOT NULL,
  receipt_id bigint NOT NULL,
  amount     numeric(14,2) NOT NULL,
  CONSTRAINT supplier_payment_receipt_pkey PRIMARY KEY (posting_id, receipt_id),
  CONSTRAINT supplier_payment_receipt_payment_known FOREIGN KEY (posting_id) REFERENCES supplier_payment (posting_id),
  CONSTRAINT supplier_payment_receipt_receipt_known FOREIGN KEY (receipt_id) REFERENCES purchase (posting_id)
);
COMMENT ON TABLE supplier_payment_receipt IS 'How much of a payment was for a receipt that it named; the rest pays the oldest.';

CREATE TABLE supplier_adjustment (
  posting_id  bigint NOT NULL,
  supplier_id bigint NOT NULL,
  day         date NOT NULL,
  receipt_id  bigint,
  amount      numeric(14,2) NOT NULL,
  CONSTRAINT supplier_adjustment_pkey PRIMARY KEY (posting_id),
  CONSTRAINT supplier_adjustment_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT supplier_adjustment_receipt_known FOREIGN KEY (receipt_id) REFERENCES purchase (posting_id),
  CONSTRAINT supplier_adjustment_not_zero CHECK (amount <> 0 AND amount < 'NaN')
);
CREATE INDEX supplier_adjustment_supplier ON supplier_adjustment (supplier_id);
COMMENT ON TABLE supplier_adjustment IS 'What is owed more (or less, below zero) than receipts say: a price agreed later, or mistyped.';

CREATE TABLE buy_back_contract (
  contract_id bigint GENERATED ALWAYS AS IDENTITY,
  supplier_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  price       numeric(14,2) NOT NULL,
  from_day    date NOT NULL,
  to_day      date NOT NULL,
  maximum     numeric(14,3),
  CONSTRAINT buy_back_contract_pkey PRIMARY KEY (contract_id),
  CONSTRAINT buy_back_contract_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT buy_back_contract_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT buy_back_contract_price_positive CHECK (price > 0 AND price < 'NaN'),
  CONSTRAINT buy_back_contract_maximum_positive CHECK (maximum > 0 AND maximum < 'NaN'),
  CONSTRAINT buy_back_contract_days_in_order CHECK (from_day <= to_day + 1),
  CONSTRAINT buy_back_contract_apart EXCLUDE USING gist (int8range(supplier_id, supplier_id, '[]') WITH &&,
    int8range(product_id, product_id, '[]') WITH &&, daterange(from_day, to_day + 1, '[)') WITH &&)
);
COMMENT ON TABLE buy_back_contract IS 'A supplier takes a grown product back at an agreed price (回购); one that ends before it begins was never in force.';
COMMENT ON COLUMN buy_back_contract.price IS 'Yuan for one base unit.';

CREATE TABLE buy_back (
  posting_id  bigint NOT NULL,
  line_no     integer NOT NULL,
  contract_id bigint NOT NULL,
  supplier_id bigint NOT NULL,
  day         date NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  amount      numeric(14,2) NOT NULL,
  CONSTRAINT buy_back_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT buy_back_contract_known FOREIGN KEY (contract_id) REFERENCES buy_back_contract (contract_id),
  CONSTRAINT buy_back_positive CHECK (quantity > 0 AND quantity < 'NaN' AND amount >= 0)
);
CREATE INDEX buy_back_supplier ON buy_back (supplier_id);
CREATE INDEX buy_back_of_contract ON buy_back (contract_id);
COMMENT ON TABLE buy_back IS 'What a supplier took back under a contract, and owes for it; its moves are of kind buy_back. No sale.';

CREATE TABLE stock_minimum (
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  CONSTRAINT stock_minimum_pkey PRIMARY KEY (location_id, product_id),
  CONSTRAINT stock_minimum_location_known FOREIGN KEY (location_id) REFERENCES location (location_id),
  CONSTRAINT stock_minimum_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT stock_minimum_positive CHECK (quantity > 0 AND quantity < 'NaN')
);
COMMENT ON TABLE stock_minimum IS 'What must be left of a product at a location; below it people are warned.';

CREATE TABLE reservation (
  posting_id  bigint NOT NULL,
  location_id bigint NOT NULL,
  until_day   date NOT NULL,
  CONSTRAINT reservation_pkey PRIMARY KEY (posting_id),
  CONSTRAINT reservation_location_known FOREIGN KEY (location_id) REFERENCES location (location_id)
);
CREATE TABLE reservation_line (
  posting_id bigint NOT NULL,
  line_no    integer NOT NULL,
  product_id bigint NOT NULL,
  quantity   numeric(14,3) NOT NULL,
  CONSTRAINT reservation_line_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT reservation_line_reservation_known FOREIGN KEY (posting_id) REFERENCES reservation (posting_id),
  CONSTRAINT reservation_line_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT reservation_line_positive CHECK (quantity > 0 AND quantity < 'NaN')
);
CREATE TABLE reservation_end (
  posting_id     bigint NOT NULL,
  reservation_id bigint NOT NULL,
  CONSTRAINT reservation_end_pkey PRIMARY KEY (posting_id),
  CONSTRAINT reservation_end_once UNIQUE (reservation_id),
  CONSTRAINT reservation_end_reservation_known FOREIGN KEY (reservation_id) REFERENCES reservation (posting_id)
);
COMMENT ON TABLE reservation IS 'Goods promised to somebody (the posting''s reason) until a day: still on hand, and not locked.';
COMMENT ON TABLE reservation_line IS 'What was promised.';
COMMENT ON TABLE reservation_end IS 'A reservation that was released before its day.';
