-- Duplicates are searched for in memory, without staging tables between.
DROP TABLE duplicate_match CASCADE;
DROP TABLE duplicate_stage CASCADE;
ALTER TABLE duplicate_pair DROP COLUMN levels CASCADE;
