-- The numbers of claims, cases and snapshots: a file's number, and 24 bits for the ordinal of the row in it.

CREATE OR REPLACE FUNCTION number_in(file bigint, ordinal bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN (file << 24) | ordinal;
COMMENT ON FUNCTION number_in IS
  'The number of what a row of a file says: its file and its ordinal, of at most 16,777,215.';

CREATE OR REPLACE FUNCTION first_in(file bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN number_in(file, 0);
COMMENT ON FUNCTION first_in IS
  'The least number that a row of a file can have.';

CREATE OR REPLACE FUNCTION last_in(file bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN number_in(file, 16777215);
COMMENT ON FUNCTION last_in IS
  'The greatest number that a row of a file can have.';

CREATE OR REPLACE FUNCTION file_of(number bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN number >> 24;
COMMENT ON FUNCTION file_of IS
  'The file whose row has a number.';
