-- A code is a word without anything that nobody sees, so that none passes for another; so is a unit. What there is
-- already stays.
DO $$
DECLARE
  -- Controls, formats and what Unicode calls ignorable: the list of `UnseenScalars.swift`.
  unseen constant text := '\u0001-\u001F\u007F-\u009F\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F'
    '\u0890-\u0891\u08E2\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E'
    '\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD'
    '\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF';
  code record;
BEGIN
  FOR code IN
    SELECT * FROM (VALUES
      ('supplier', 'code', 'supplier_code_plain', '[:space:]', 40),
      ('product', 'sku', 'product_sku_plain', '[:space:]', 60),
      ('location', 'code', 'location_code_plain', '[:space:]', 40),
      ('channel', 'code', 'channel_code_plain', '[:space:]', 40),
      ('buyer', 'code', 'buyer_code_plain', '[:space:]', 40),
      ('lot', 'code', 'lot_code_plain', '[:space:]', 40),
      ('unit', 'code', 'unit_code_plain', '[:space:]', 20),
      ('product_unit', 'unit', 'product_unit_plain', '[:space:][:digit:][:punct:]', 20)
    ) AS v (of_table, of_column, rule, others, longest)
  LOOP
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT IF EXISTS %I', code.of_table, code.rule);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I ~ %L) NOT VALID', code.of_table,
      code.rule, code.of_column, format('^[^%s%s]{1,%s}$', code.others, unseen, code.longest));
  END LOOP;
END $$;
