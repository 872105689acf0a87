-- The verdict of a line: the one place where it is decided, simple enough to be inlined.

-- Why a line of a known or unknown product (origin null) is counted or not; pending reasons come first.
CREATE OR REPLACE FUNCTION rule_of(pending_reason text, origin text, county text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN pending_reason IS NOT NULL THEN pending_reason
  WHEN origin IS NULL THEN 'listing_unknown'
  WHEN origin <> county THEN 'origin'
  ELSE 'eligible' END;

-- The verdict that a rule leads to. Signed agreements are lines only where programs posted them that took them for
-- sales.
CREATE OR REPLACE FUNCTION verdict_of(rule text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN rule = 'eligible' THEN 'counted'
  WHEN rule IN ('origin', 'signed_agreement') THEN 'excluded'
  ELSE 'pending' END;

-- Why a claim's sale must wait, if it must: its refund or its time is not told, its listing or quantity not known.
CREATE OR REPLACE FUNCTION pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN refund = 'amount_unknown' THEN 'refund_amount_unknown'
  WHEN refund = 'status_unknown' THEN 'status_unknown'
  WHEN refund = 'time_unknown' THEN 'time_unknown'
  WHEN product IS NULL THEN 'listing_unknown'
  WHEN quantity IS NULL THEN 'quantity_unknown' END;

-- What is known of a claim's refund, by its order file and its after-sale rows together.
CREATE OR REPLACE FUNCTION known_refund(order_says text, aftersales_say text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN aftersales_say = 'unknown' THEN 'status_unknown'
  WHEN aftersales_say = 'back' AND order_says = 'amount_unknown' THEN 'part'
  ELSE order_says END;

-- The part of an amount that falls to one product of a listing: the cuts between the parts are rounded,
-- so that the parts add up. A listing of one product has it all.
CREATE OR REPLACE FUNCTION share_of(amount numeric, share_before numeric, share numeric, share_total numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN share IS NULL OR share = share_total THEN amount
  ELSE round(amount * (share_before + share) / share_total, 2) - round(amount * share_before / share_total, 2) END;
