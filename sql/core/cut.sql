CREATE OR REPLACE FUNCTION share_of(amount numeric, share_before numeric, share numeric, share_total numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN share IS NULL OR share = share_total THEN amount
  ELSE round(amount * (share_before + share) / share_total, 2) - round(amount * share_before / share_total, 2) END;
COMMENT ON FUNCTION share_of IS
  'The part of an amount that falls to one product of a listing: the cuts between the parts are rounded, so that '
  'the parts add up. A listing of one product has it all.';
