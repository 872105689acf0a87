-- Canteens and other organisations order, are delivered to in parts, accept what they weigh, and are invoiced.

ALTER TABLE stock_move DROP CONSTRAINT stock_move_kind_known;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_kind_known CHECK (kind IN ('receive', 'issue', 'cancel', 'return',
  'send', 'arrive', 'waste', 'give_back', 'buy_back', 'build', 'adjust', 'settle', 'undo', 'duplicate',
  'deliver', 'accept', 'refuse'));
ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'settle', 'deliver') THEN quantity < 0 AND value <= 0
  WHEN kind IN ('buy_back', 'duplicate') THEN sign(quantity) * value >= 0
  WHEN kind IN ('build', 'adjust', 'undo') THEN true
  ELSE quantity > 0 AND value >= 0 END);

CREATE TABLE canteen_order (
  posting_id  bigint NOT NULL,
  buyer_id    bigint NOT NULL,
  channel_id  bigint NOT NULL,
  location_id bigint NOT NULL,
  day         date NOT NULL,
  CONSTRAINT canteen_order_pkey PRIMARY KEY (posting_id),
  CONSTRAINT canteen_order_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT canteen_order_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT canteen_order_location_known FOREIGN KEY (location_id) REFERENCES location (location_id)
);
CREATE INDEX canteen_order_buyer ON canteen_order (buyer_id, day);
COMMENT ON TABLE canteen_order IS
  'What an organisation ordered; its number is that of the posting. No sale: what is accepted is.';
COMMENT ON COLUMN canteen_order.location_id IS 'The location that its goods are promised at, and leave.';

CREATE TABLE canteen_order_line (
  posting_id bigint NOT NULL,
  line_no    integer NOT NULL,
  product_id bigint NOT NULL,
  quantity   numeric(14,3) NOT NULL,
  price      numeric(14,2) NOT NULL,
  wished     date NOT NULL,
  open       numeric(14,3) NOT NULL,
  entered_unit     text,
  entered_quantity numeric(14,3),
  CONSTRAINT canteen_order_line_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT canteen_order_line_order_known FOREIGN KEY (posting_id) REFERENCES canteen_order (posting_id),
  CONSTRAINT canteen_order_line_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT canteen_order_line_product_once UNIQUE (posting_id, product_id),
  CONSTRAINT canteen_order_line_numbers CHECK (quantity > 0 AND quantity < 'NaN' AND price >= 0 AND price < 'NaN'
    AND open BETWEEN 0 AND quantity)
);
CREATE INDEX canteen_order_line_open ON canteen_order_line (product_id) WHERE open > 0;
COMMENT ON TABLE canteen_order_line IS 'What of a product was ordered, in base units, at the agreed price.';
COMMENT ON COLUMN canteen_order_line.price IS
  'Yuan for one of the unit that was entered; for one base unit where there is none.';
COMMENT ON COLUMN canteen_order_line.wished IS 'The day for which it is wished.';
COMMENT ON COLUMN canteen_order_line.open IS
  'What is still to be delivered, and promised until then: kept by the acts that deliver, end and undo.';

CREATE TABLE canteen_order_end (
  posting_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  CONSTRAINT canteen_order_end_pkey PRIMARY KEY (posting_id),
  CONSTRAINT canteen_order_end_order_known FOREIGN KEY (order_id) REFERENCES canteen_order (posting_id)
);
CREATE INDEX canteen_order_end_order ON canteen_order_end (order_id);
COMMENT ON TABLE canteen_order_end IS 'That what is still open of an order will not be delivered.';

CREATE TABLE canteen_delivery (
  posting_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  day        date NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT canteen_delivery_pkey PRIMARY KEY (posting_id),
  CONSTRAINT canteen_delivery_order_known FOREIGN KEY (order_id) REFERENCES canteen_order (posting_id)
);
CREATE INDEX canteen_delivery_order ON canteen_delivery (order_id);
COMMENT ON TABLE canteen_delivery IS
  'Goods that left for an order: the posting''s moves of kind deliver. Neither sold nor on the shelf until they are '
  'accepted.';

CREATE TABLE canteen_acceptance (
  posting_id  bigint NOT NULL,
  delivery_id bigint NOT NULL,
  document_id bigint,
  day         date NOT NULL,
  at          timestamptz NOT NULL,
  signed_by   text NOT NULL,
  CONSTRAINT canteen_acceptance_pkey PRIMARY KEY (posting_id),
  CONSTRAINT canteen_acceptance_delivery_known FOREIGN KEY (delivery_id) REFERENCES canteen_delivery (posting_id),
  CONSTRAINT canteen_acceptance_signed CHECK (signed_by <> ''),
  CONSTRAINT canteen_acceptance_signed_by_short CHECK (char_length(signed_by) <= 100)
);
CREATE INDEX canteen_acceptance_delivery ON canteen_acceptance (delivery_id);
CREATE INDEX canteen_acceptance_document ON canteen_acceptance (document_id) WHERE document_id IS NOT NULL;
COMMENT ON TABLE canteen_acceptance IS
  'What became of a delivery, as the buyer weighed or counted it; why goods were refused is the posting''s reason.';
COMMENT ON COLUMN canteen_acceptance.document_id IS 'The sale of what was accepted; none where nothing was.';
COMMENT ON COLUMN canteen_acceptance.signed_by IS 'Who signed for the buyer.';

CREATE TABLE canteen_acceptance_line (
  posting_id bigint NOT NULL,
  line_no    integer NOT NULL,
  delivered  numeric(14,3) NOT NULL,
  accepted   numeric(14,3) NOT NULL,
  refused    numeric(14,3) NOT NULL,
  CONSTRAINT canteen_acceptance_line_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT canteen_acceptance_line_acceptance_known FOREIGN KEY (posting_id)
    REFERENCES canteen_acceptance (posting_id),
  CONSTRAINT canteen_acceptance_line_numbers CHECK (delivered > 0 AND delivered < 'NaN' AND accepted >= 0
    AND refused >= 0
    AND accepted + refused <= delivered)
);
COMMENT ON TABLE canteen_acceptance_line IS
  'Of a line of the order: what the delivery had, what was accepted, what was refused and came back; the rest is lost '
  'on the way.';
COMMENT ON COLUMN canteen_acceptance_line.line_no IS 'The order''s.';

CREATE TABLE canteen_invoice (
  posting_id    bigint NOT NULL,
  acceptance_id bigint NOT NULL,
  number        text NOT NULL,
  day           date NOT NULL,
  CONSTRAINT canteen_invoice_pkey PRIMARY KEY (posting_id, acceptance_id),
  CONSTRAINT canteen_invoice_acceptance_known FOREIGN KEY (acceptance_id) REFERENCES canteen_acceptance (posting_id),
  CONSTRAINT canteen_invoice_number_plain CHECK (number ~ '^[^[:space:][:cntrl:]]{1,40}$')
);
CREATE INDEX canteen_invoice_acceptance ON canteen_invoice (acceptance_id);
CREATE INDEX canteen_invoice_number ON canteen_invoice (number);
COMMENT ON TABLE canteen_invoice IS
  'The number of the invoice for what was accepted; one invoice may be for several acceptances.';
