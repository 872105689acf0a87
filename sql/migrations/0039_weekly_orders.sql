-- Orders that an organisation places every week, until a day; and the orders that were made of them.

CREATE TABLE weekly_order (
  posting_id  bigint NOT NULL,
  weekly_id   bigint NOT NULL,
  buyer_id    bigint NOT NULL,
  channel_id  bigint NOT NULL,
  location_id bigint NOT NULL,
  weekdays    integer[] NOT NULL,
  from_day    date NOT NULL,
  until_day   date,
  CONSTRAINT weekly_order_pkey PRIMARY KEY (posting_id),
  CONSTRAINT weekly_order_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT weekly_order_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT weekly_order_location_known FOREIGN KEY (location_id) REFERENCES location (location_id),
  CONSTRAINT weekly_order_weekdays_known CHECK (cardinality(weekdays) BETWEEN 1 AND 7
    AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])
);
CREATE INDEX weekly_order_versions ON weekly_order (weekly_id);
COMMENT ON TABLE weekly_order IS
  'What an organisation orders every week, as it was entered, changed or ended; what was said last holds.';
COMMENT ON COLUMN weekly_order.weekly_id IS 'Its number: that of the posting that entered it.';
COMMENT ON COLUMN weekly_order.weekdays IS 'The days of the week that goods are wished for: 1 is Monday.';
COMMENT ON COLUMN weekly_order.until_day IS 'The last day; null where none is said.';

CREATE TABLE weekly_order_line (
  posting_id bigint NOT NULL,
  line_no    integer NOT NULL,
  product_id bigint NOT NULL,
  quantity   numeric(14,3) NOT NULL,
  price      numeric(14,2),
  entered_unit     text,
  entered_quantity numeric(14,3),
  CONSTRAINT weekly_order_line_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT weekly_order_line_order_known FOREIGN KEY (posting_id) REFERENCES weekly_order (posting_id),
  CONSTRAINT weekly_order_line_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT weekly_order_line_product_once UNIQUE (posting_id, product_id),
  CONSTRAINT weekly_order_line_numbers CHECK (quantity > 0 AND quantity < 'NaN'
    AND (price IS NULL OR price >= 0 AND price < 'NaN'))
);
COMMENT ON TABLE weekly_order_line IS
  'What of a product is ordered for each of its days, in base units; orders are made in the unit that was entered.';
COMMENT ON COLUMN weekly_order_line.price IS
  'The agreed price, in yuan for one of the unit that was entered; null for the catalogue''s on the day that '
  'an order is made.';

CREATE TABLE weekly_order_made (
  posting_id bigint NOT NULL,
  weekly_id  bigint NOT NULL,
  day        date NOT NULL,
  CONSTRAINT weekly_order_made_pkey PRIMARY KEY (posting_id),
  CONSTRAINT weekly_order_made_order_known FOREIGN KEY (posting_id) REFERENCES canteen_order (posting_id)
);
CREATE INDEX weekly_order_made_day ON weekly_order_made (weekly_id, day);
COMMENT ON TABLE weekly_order_made IS 'An order that was made of a weekly one, for which of its days.';
