-- Sums of a million amounts: in fen, which a column of eight bytes holds, to the fen as in yuan.

CREATE OR REPLACE FUNCTION fen(yuan numeric) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (yuan * 100)::bigint;
COMMENT ON FUNCTION fen IS
  'The fen of an amount in yuan, which has no more than two decimals.';

CREATE OR REPLACE FUNCTION yuan(fen bigint) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN fen * 0.01;
COMMENT ON FUNCTION yuan IS
  'The yuan of an amount in fen, with two decimals.';

CREATE OR REPLACE AGGREGATE sum_fen(bigint) (SFUNC = int8pl, STYPE = bigint, PARALLEL = SAFE);
COMMENT ON AGGREGATE sum_fen(bigint) IS
  'The sum of amounts in fen, null of none; one that eight bytes do not hold is an error. PostgreSQL''s own sum of '
  'such numbers is a numeric, which a million groups have no room for. It has no parts that are combined: a million '
  'groups of each worker would be sent to one.';
