-- Duplicates are searched for in memory, without staging tables between.
DROP TABLE duplicate_match CASCADE;
DROP TABLE duplicate_stage CASCADE;
COMMENT ON COLUMN duplicate_pair.levels IS
  'How they compare by order number, day, goods and buyer, as numbers of the program that found them.';
