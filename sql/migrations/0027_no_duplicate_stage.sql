-- Duplicates are searched for in memory, without staging tables between.
DROP TABLE duplicate_match CASCADE;
DROP TABLE duplicate_stage CASCADE;
COMMENT ON COLUMN duplicate_pair.levels IS
  'How they compare, field by field, as numbers of the program that found them.';
