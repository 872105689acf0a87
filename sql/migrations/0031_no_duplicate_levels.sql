-- How pairs compare, field by field, is kept as the bits of each field alone. Some programs had left it out in 0027.
ALTER TABLE duplicate_pair DROP COLUMN IF EXISTS levels CASCADE;
