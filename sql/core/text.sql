CREATE OR REPLACE FUNCTION trimmed(words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT AS $$ SELECT btrim(words, E' \t\r\n\u00A0\u3000') $$;
COMMENT ON FUNCTION trimmed IS
  'A text without blanks around it, those that Chinese input methods type included.';

CREATE OR REPLACE FUNCTION is_plain_code(code text, longest integer) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN char_length(code) BETWEEN 1 AND longest AND code !~ ('[[:space:]'
  '\u0001-\u001F\u007F-\u009F\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F'
  '\u0890-\u0891\u08E2\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E'
  '\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD'
  '\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]');
COMMENT ON FUNCTION is_plain_code IS
  'Whether a text is a word without anything that nobody sees, as the constraints of codes want it (migration 0016).';
