-- What 8 clients meet on: 20 products, each a row that is lowered where there is enough of it.
CREATE SCHEMA meeting;
CREATE TABLE meeting.stock (
  product_id bigint PRIMARY KEY,
  quantity numeric(14,3) NOT NULL,
  CHECK (quantity >= 0)
) WITH (fillfactor = 50);
INSERT INTO meeting.stock SELECT n, 900000000 FROM generate_series(1, 20) n;
