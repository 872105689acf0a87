-- Stock by lot and at cost: lots with expiry, moves of every kind, shortages that are settled.

ALTER TABLE product ADD COLUMN lots boolean NOT NULL DEFAULT false;
ALTER TABLE product ADD COLUMN shelf_days integer;
ALTER TABLE product ADD CONSTRAINT product_shelf_days_positive CHECK (shelf_days BETWEEN 1 AND 36500);
COMMENT ON COLUMN product.lots IS 'True where its stock is kept by lot and issued first expired, first out.';
COMMENT ON COLUMN product.shelf_days IS 'Days from production to expiry, where a receipt does not say the last day.';

CREATE TABLE lot (
  lot_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id  bigint NOT NULL,
  code        text NOT NULL,
  supplier_id bigint,
  produced    date,
  expires     date,
  CONSTRAINT lot_code_once UNIQUE (product_id, code),
  CONSTRAINT lot_code_plain CHECK (code ~ '^[^[:space:][:cntrl:]]{1,40}$'),
  CONSTRAINT lot_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT lot_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT lot_days_in_order CHECK (produced <= expires)
);
COMMENT ON TABLE lot IS 'One batch (批次) of a product, with the last day it may be sold.';

CREATE TABLE stock_lot (
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  lot_id      bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  CONSTRAINT stock_lot_pkey PRIMARY KEY (location_id, product_id, lot_id),
  CONSTRAINT stock_lot_not_negative CHECK (quantity >= 0),
  CONSTRAINT stock_lot_a_number CHECK (quantity < 'NaN')
) WITH (fillfactor = 50);
COMMENT ON TABLE stock_lot IS 'Of stock_on_hand, what is there of each lot; the row of stock_on_hand is locked first.';

ALTER TABLE stock_on_hand ADD COLUMN value numeric(16,2) NOT NULL DEFAULT 0;
ALTER TABLE stock_on_hand ADD CONSTRAINT stock_on_hand_value_sound CHECK
  (value >= 0 AND value < 'NaN' AND (quantity > 0 OR value = 0));
COMMENT ON COLUMN stock_on_hand.value IS 'At cost, in yuan: value / quantity is the moving average of the location.';

ALTER TABLE stock_move ADD COLUMN lot_id bigint;
ALTER TABLE stock_move ADD COLUMN value numeric(14,2) NOT NULL DEFAULT 0;
ALTER TABLE stock_move DROP CONSTRAINT stock_move_kind_known;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_kind_known CHECK (kind IN
  ('receive', 'issue', 'cancel', 'return', 'send', 'arrive', 'waste', 'give_back', 'build', 'adjust', 'settle'));
ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'settle') THEN quantity < 0 AND value <= 0
  WHEN kind IN ('build', 'adjust') THEN true
  ELSE quantity > 0 AND value >= 0 END);
COMMENT ON COLUMN stock_move.value IS 'Yuan at cost, signed as the quantity: fixed when goods leave, never reposted.';
COMMENT ON TABLE stock_move IS 'A signed quantity of a lot at a location, and its value at cost.';

INSERT INTO lot (product_id, code, expires)
SELECT m.product_id, m.lot, max(m.expires) FROM stock_move m
WHERE m.lot ~ '^[^[:space:][:cntrl:]]{1,40}$' GROUP BY m.product_id, m.lot;

ALTER TABLE stock_on_hand ADD COLUMN lots boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN stock_on_hand.lots IS 'As product.lots, so that a sale need not look there.';

CREATE TABLE shortage_settled (
  posting_id  bigint NOT NULL,
  document_id bigint NOT NULL,
  line_no     integer NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  written_off boolean NOT NULL,
  CONSTRAINT shortage_settled_pkey PRIMARY KEY (posting_id, document_id, line_no),
  CONSTRAINT shortage_settled_positive CHECK (quantity > 0 AND quantity < 'NaN')
);
CREATE INDEX shortage_settled_line ON shortage_settled (document_id, line_no);
COMMENT ON TABLE shortage_settled IS 'How much of a shortage goods that came in later have covered, or was written off.';

CREATE TABLE transfer (
  transfer_id   bigint PRIMARY KEY,
  from_location bigint NOT NULL,
  to_location   bigint NOT NULL,
  CONSTRAINT transfer_apart CHECK (from_location <> to_location),
  CONSTRAINT transfer_from_known FOREIGN KEY (from_location) REFERENCES location (location_id),
  CONSTRAINT transfer_to_known FOREIGN KEY (to_location) REFERENCES location (location_id)
);
CREATE TABLE transfer_line (
  transfer_id bigint NOT NULL,
  line_no     integer NOT NULL,
  product_id  bigint NOT NULL,
  lot_id      bigint,
  quantity    numeric(14,3) NOT NULL,
  value       numeric(14,2) NOT NULL,
  CONSTRAINT transfer_line_pkey PRIMARY KEY (transfer_id, line_no),
  CONSTRAINT transfer_line_positive CHECK (quantity > 0 AND value >= 0)
);
CREATE TABLE transfer_end (
  posting_id  bigint NOT NULL,
  transfer_id bigint NOT NULL,
  line_no     integer NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  value       numeric(14,2) NOT NULL,
  lost        boolean NOT NULL,
  CONSTRAINT transfer_end_pkey PRIMARY KEY (posting_id, transfer_id, line_no),
  CONSTRAINT transfer_end_positive CHECK (quantity > 0 AND value >= 0)
);
CREATE INDEX transfer_end_line ON transfer_end (transfer_id, line_no);
COMMENT ON TABLE transfer IS 'Goods sent from one location to another; its number is that of the posting that sent them.';
COMMENT ON TABLE transfer_line IS 'What a transfer sent: a quantity of a lot, at cost.';
COMMENT ON TABLE transfer_end IS 'What of it arrived, maybe in parts, or is explained as lost; the rest is in transit.';

CREATE TABLE product_part (
  product_id bigint NOT NULL,
  part_id    bigint NOT NULL,
  quantity   numeric(14,3) NOT NULL,
  CONSTRAINT product_part_pkey PRIMARY KEY (product_id, part_id),
  CONSTRAINT product_part_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT product_part_part_known FOREIGN KEY (part_id) REFERENCES product (product_id),
  CONSTRAINT product_part_not_itself CHECK (product_id <> part_id),
  CONSTRAINT product_part_quantity_positive CHECK (quantity > 0 AND quantity < 'NaN')
);
COMMENT ON TABLE product_part IS 'The bill of materials of a product that is assembled, such as a gift box: base units of each part in one.';

CREATE TABLE stock_count (
  count_id    bigint PRIMARY KEY,
  location_id bigint NOT NULL,
  category    text NOT NULL DEFAULT '',
  blind       boolean NOT NULL,
  recount     numeric(14,2) NOT NULL,
  state       text NOT NULL DEFAULT 'open',
  ended_by    bigint,
  CONSTRAINT stock_count_state_known CHECK (state IN ('open', 'approved', 'cancelled')),
  CONSTRAINT stock_count_recount_not_negative CHECK (recount >= 0 AND recount < 'NaN'),
  CONSTRAINT stock_count_location_known FOREIGN KEY (location_id) REFERENCES location (location_id)
);
CREATE UNIQUE INDEX stock_count_open_once ON stock_count (location_id, category) WHERE state = 'open';
COMMENT ON TABLE stock_count IS 'A count of a location (盘点), or of a category there; its number is that of the posting that opened it.';
COMMENT ON COLUMN stock_count.recount IS 'A difference worth more yuan than this at cost must be counted twice.';

CREATE TABLE stock_count_line (
  count_id   bigint NOT NULL,
  line_no    integer NOT NULL,
  product_id bigint NOT NULL,
  lot_id     bigint,
  counted    numeric(14,3) NOT NULL,
  book       numeric(14,3) NOT NULL,
  posting_id bigint NOT NULL,
  CONSTRAINT stock_count_line_pkey PRIMARY KEY (count_id, line_no),
  CONSTRAINT stock_count_line_not_negative CHECK (counted >= 0 AND counted < 'NaN')
);
COMMENT ON TABLE stock_count_line IS 'What somebody counted, beside the book quantity read under the stock row''s lock at that moment; the last of a product and lot counts.';
