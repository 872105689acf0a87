-- What else is known of an organisation that buys: who it is by its code, whom to ask, when it pays.

ALTER TABLE buyer ADD COLUMN credit_code text;
ALTER TABLE buyer ADD COLUMN contact text NOT NULL DEFAULT '';
ALTER TABLE buyer ADD COLUMN terms integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN buyer.credit_code IS
  'Its unified social credit code (统一社会信用代码); null where it is not known. Canteens of one '
  'may share it.';
COMMENT ON COLUMN buyer.contact IS 'Whom to ask there, and how.';
COMMENT ON COLUMN buyer.terms IS 'How many days after a sale it is to pay.';

-- GB 32100-2015: 31 characters are worth 0 to 30; the sum of values by weights 3^(n-1) modulo 31, the last by 1, is a
-- multiple of 31. Places in the text are one more than values: the weights together are 306.
ALTER TABLE buyer ADD CONSTRAINT buyer_credit_code_sound CHECK (
  credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' AND (
      1 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 1, 1))
      + 3 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 2, 1))
      + 9 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 3, 1))
      + 27 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 4, 1))
      + 19 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 5, 1))
      + 26 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 6, 1))
      + 16 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 7, 1))
      + 17 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 8, 1))
      + 20 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 9, 1))
      + 29 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 10, 1))
      + 25 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 11, 1))
      + 13 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 12, 1))
      + 8 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 13, 1))
      + 24 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 14, 1))
      + 10 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 15, 1))
      + 30 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 16, 1))
      + 28 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 17, 1))
      + 1 * strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(credit_code, 18, 1))
      - 306) % 31 = 0);
ALTER TABLE buyer ADD CONSTRAINT buyer_contact_short CHECK (char_length(contact) <= 200);
ALTER TABLE buyer ADD CONSTRAINT buyer_terms_plausible CHECK (terms BETWEEN 0 AND 366);
