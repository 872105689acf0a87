-- Which host (达人) an order was sold by, as order files name them: facts of files beside what their rows report.

CREATE TABLE order_host (
  posting_id bigint NOT NULL,
  line_no    integer NOT NULL,
  file_id    bigint NOT NULL,
  month      date,
  orders     text[] COLLATE "C" NOT NULL,
  numbers    text[] COLLATE "C" NOT NULL,
  names      text[] NOT NULL,
  CONSTRAINT order_host_pkey PRIMARY KEY (posting_id, line_no),
  CONSTRAINT order_host_orders_given CHECK (cardinality(orders) > 0
    AND cardinality(orders) = cardinality(numbers) AND cardinality(orders) = cardinality(names))
);
CREATE INDEX order_host_file ON order_host (file_id);
COMMENT ON TABLE order_host IS
  'The orders of a file that name a host (达人), some thousands a row: what the last act of a file says of it holds.';
COMMENT ON COLUMN order_host.numbers IS
  'Of each order the host''s number on the platform (达人ID); empty where the file has none.';
COMMENT ON COLUMN order_host.names IS
  'Of each order what the platform calls the host (达人昵称); empty where the file has none.';
COMMENT ON COLUMN order_host.month IS
  'The month in which the file says that the orders were paid, so that not all files are looked through; null where it '
  'does not.';
