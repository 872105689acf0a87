-- Less than an order costs: its head, three lines and three stock rows, and nothing else.
CREATE SCHEMA minimal;
SET search_path = minimal;
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  total numeric(14,2) NOT NULL
);
CREATE TABLE line (
  order_id bigint NOT NULL,
  line_no integer NOT NULL,
  product_id bigint NOT NULL,
  quantity numeric(14,3) NOT NULL,
  amount numeric(14,2) NOT NULL,
  PRIMARY KEY (order_id, line_no)
);
CREATE TABLE stock (
  product_id bigint PRIMARY KEY,
  quantity numeric(14,3) NOT NULL
) WITH (fillfactor = 50);
INSERT INTO stock SELECT n, 900000000 FROM generate_series(1, 25) n;

CREATE FUNCTION enter(happened_at timestamptz, products bigint[], quantities numeric[], amounts numeric[])
RETURNS bigint
LANGUAGE plpgsql SET search_path = minimal AS $$
DECLARE
  number bigint;
BEGIN
  INSERT INTO orders (at, total) VALUES (happened_at, amounts[1] + amounts[2] + amounts[3]) RETURNING id INTO number;
  INSERT INTO line (order_id, line_no, product_id, quantity, amount)
  SELECT number, n, product, quantity, amount
  FROM unnest(products, quantities, amounts) WITH ORDINALITY AS t(product, quantity, amount, n);
  FOR n IN 1..3 LOOP
    UPDATE stock s SET quantity = s.quantity - quantities[n] WHERE s.product_id = products[n];
  END LOOP;
  RETURN number;
END $$;
