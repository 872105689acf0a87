-- Refuses what was asked: a code and its facts, which the program turns into a sentence.
CREATE OR REPLACE FUNCTION refuse(code text, facts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;
