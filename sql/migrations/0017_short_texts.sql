-- Texts that people enter are as long as can be shown. What there is already stays.
DO $$
DECLARE
  said record;
BEGIN
  FOR said IN
    SELECT * FROM (VALUES
      ('supplier', 'name', 200), ('supplier', 'township', 100), ('product', 'name', 200),
      ('product', 'category', 100), ('product', 'origin', 100), ('product', 'initials', 100),
      ('buyer', 'name', 200), ('buyer', 'province', 100), ('location', 'name', 200),
      ('channel', 'name', 200), ('unit', 'english', 100), ('programme', 'county', 100),
      ('programme', 'partner', 100), ('stock_count', 'category', 100), ('posting', 'operator', 100),
      ('posting', 'reason', 500), ('expired_approval', 'reason', 500),
      ('expired_approval', 'approved_by', 100)
    ) AS v (of_table, of_column, longest)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (char_length(%I) <= %s) NOT VALID',
      said.of_table, said.of_table || '_' || said.of_column || '_short', said.of_column, said.longest);
  END LOOP;
END $$;
