-- Methods of payment. Which there are is said by the constraints tender_method_known and supplier_payment_method_known.

CREATE OR REPLACE FUNCTION gives_change(method text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN method = 'cash';
COMMENT ON FUNCTION gives_change IS
  'Whether more may come in by a method of payment than is due.';

CREATE OR REPLACE FUNCTION on_account() RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'account';
COMMENT ON FUNCTION on_account IS
  'The method of payment by which the buyer owes: no money comes in, and it is no tender.';
