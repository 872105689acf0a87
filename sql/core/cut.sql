-- How amounts and quantities are cut: the cuts of growing parts add up to the fen, and what is taken of a queue adds
-- up to what is asked. All of them are simple enough to be inlined.

CREATE OR REPLACE FUNCTION cut_of(amount numeric, part numeric, whole numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN part = whole THEN amount ELSE round(amount * part / nullif(whole, 0), 2) END;
COMMENT ON FUNCTION cut_of IS
  'The yuan of an amount that fall to a part of a whole, rounded to the fen; to the whole, all of it. Null where '
  'there is no whole to cut.';

CREATE OR REPLACE FUNCTION cut_between(amount numeric, first_part numeric, last_part numeric, whole numeric)
RETURNS numeric LANGUAGE sql IMMUTABLE
RETURN cut_of(amount, last_part, whole) - cut_of(amount, first_part, whole);
COMMENT ON FUNCTION cut_between IS
  'The yuan of an amount that fall to what lies between two parts of a whole, as two cuts (cut_of): so the parts of '
  'a whole add up to it.';

CREATE OR REPLACE FUNCTION taken_of(asked numeric, upto numeric, there numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN least(asked, upto) - least(asked, upto - there);
COMMENT ON FUNCTION taken_of IS
  'What is taken of one in a queue, where so much is asked of all: `there` is what it has, `upto` what it and those '
  'before it have.';

CREATE OR REPLACE FUNCTION share_of(amount numeric, share_before numeric, share numeric, share_total numeric)
RETURNS numeric LANGUAGE sql IMMUTABLE
RETURN CASE WHEN share IS NULL OR share = share_total THEN amount
  ELSE cut_between(amount, share_before, share_before + share, share_total) END;
COMMENT ON FUNCTION share_of IS
  'The part of an amount in yuan that falls to one product of a listing. A listing of one product has it all.';
