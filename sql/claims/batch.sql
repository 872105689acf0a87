-- Whose a batch is: what an import stages is staged in a batch that its transaction has begun, and in no other.

CREATE OR REPLACE FUNCTION begin_import(
  platform_code text, known_file bigint, OUT batch bigint, OUT file bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM lock_platform(platform_code);
  IF known_file IS NOT NULL AND NOT EXISTS (
    SELECT FROM import_file f WHERE f.file_id = known_file AND f.platform = platform_code) THEN
    PERFORM refuse('import_unknown', jsonb_build_object('import', known_file));
  END IF;
  file := coalesce(known_file, nextval('import_number'));
  batch := nextval('posting_number');
  INSERT INTO import_batch (batch, file_id, platform, kept, login, transaction)
  VALUES (batch, file, platform_code, known_file IS NOT NULL, recorder(), pg_current_xact_id());
END $$;
COMMENT ON FUNCTION begin_import IS
  'Begins the import of a table, of a new file (null) or of one that is known: lets the transaction be the only one '
  'that imports for the platform, then draws the numbers of its posting and of its file. Raises import_unknown.';

CREATE OR REPLACE FUNCTION own_batch(batch_no bigint) RETURNS import_batch
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch;
BEGIN
  SELECT * INTO it FROM import_batch b
  WHERE b.batch = batch_no AND b.transaction = pg_current_xact_id_if_assigned();
  IF it.batch IS NULL THEN
    PERFORM refuse('batch_not_open', jsonb_build_object('batch', batch_no));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION own_batch IS
  'The batch of that number, which the transaction must have begun. Raises batch_not_open.';

CREATE OR REPLACE FUNCTION refuse_other_batches() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  other bigint;
BEGIN
  SELECT a.batch INTO other
  FROM added a
  WHERE a.batch <> ALL (ARRAY(
    SELECT b.batch FROM import_batch b WHERE b.transaction = pg_current_xact_id()))
  LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('batch_not_open', jsonb_build_object('batch', other));
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION refuse_other_batches IS
  'Refuses staged rows of a batch that their transaction has not begun. Raises batch_not_open.';

CREATE OR REPLACE FUNCTION clear_import_stage(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  stage text;
BEGIN
  FOREACH stage IN ARRAY ARRAY['import_stage', 'import_loser', 'import_returned', 'import_judged', 'import_affected',
    'aftersale_stage', 'import_aftersale', 'import_line_stage', 'reject_stage', 'import_batch', 'settlement_stage',
    'import_settlement'] LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE NOWAIT', stage);
      EXECUTE format('TRUNCATE %I', stage);
    EXCEPTION WHEN lock_not_available THEN
      EXECUTE format('DELETE FROM %I WHERE $1 IS NULL OR %I = $1', stage,
        CASE WHEN stage = 'import_line_stage' THEN 'posting_id' ELSE 'batch' END) USING batch_no;
    END;
  END LOOP;
END $$;
COMMENT ON FUNCTION clear_import_stage IS
  'Empties the staging tables of a batch, or of all that nobody works at (null): whole and at once where no other '
  'import is at work, else row by row. Rows of a transaction that is at work are seen by nobody else.';

CREATE OR REPLACE FUNCTION sweep_import_stage() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM clear_import_stage(NULL);
END $$;
COMMENT ON FUNCTION sweep_import_stage IS
  'Takes away what imports that were killed, or never ended, have left in the staging tables.';

CREATE OR REPLACE FUNCTION end_import(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch := own_batch(batch_no);
BEGIN
  PERFORM clear_import_stage(it.batch);
END $$;
COMMENT ON FUNCTION end_import IS
  'Ends a batch: nothing of it stays staged.';

CREATE OR REPLACE FUNCTION unstage_rows(batch_no bigint, numbers integer[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch := own_batch(batch_no);
BEGIN
  DELETE FROM import_stage s WHERE s.batch = it.batch AND s.row_no = ANY (numbers);
  DELETE FROM aftersale_stage s WHERE s.batch = it.batch AND s.row_no = ANY (numbers);
  DELETE FROM settlement_stage s WHERE s.batch = it.batch AND s.row_no = ANY (numbers);
END $$;
COMMENT ON FUNCTION unstage_rows IS
  'Takes rows that wait for a rejected one out of the staging tables.';
