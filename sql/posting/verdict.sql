-- The verdict of a line: the one place where it is decided, simple enough to be inlined.

CREATE OR REPLACE FUNCTION rule_of(pending_reason text, origin text, county text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN pending_reason IS NOT NULL THEN pending_reason
  WHEN origin IS NULL THEN 'listing_unknown'
  WHEN origin <> county THEN 'origin'
  ELSE 'eligible' END;
COMMENT ON FUNCTION rule_of IS
  'Why a line of a known or unknown product (origin null) is counted or not; pending reasons come first.';

CREATE OR REPLACE FUNCTION verdict_of(rule text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN rule = 'eligible' THEN 'counted'
  WHEN rule IN ('origin', 'signed_agreement') THEN 'excluded'
  ELSE 'pending' END;
COMMENT ON FUNCTION verdict_of IS
  'The verdict that a rule leads to. Signed agreements are lines only where programs posted them that took them for '
  'sales.';

CREATE OR REPLACE FUNCTION pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN refund = 'amount_unknown' THEN 'refund_amount_unknown'
  WHEN refund = 'status_unknown' THEN 'status_unknown'
  WHEN refund = 'time_unknown' THEN 'time_unknown'
  WHEN product IS NULL THEN 'listing_unknown'
  WHEN quantity IS NULL THEN 'quantity_unknown' END;
COMMENT ON FUNCTION pending_rule_of IS
  'Why a claim''s sale must wait, if it must: its refund or its time is not reported, its listing or quantity not '
  'known.';
