CREATE OR REPLACE FUNCTION import_undo(
  file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it       record;
  batch_no bigint;
  closed   date;
  touched  bigint;
  settled  bigint;
BEGIN
  SELECT f.platform, f.state INTO it FROM import_file f WHERE f.file_id = file;
  IF it.state IS NULL THEN
    PERFORM refuse('import_unknown', jsonb_build_object('import', file));
  END IF;
  PERFORM lock_platform(it.platform);
  batch_no := nextval('posting_number');
  SELECT f.state INTO it.state FROM import_file f WHERE f.file_id = file FOR UPDATE;
  IF it.state = 'undone' THEN
    PERFORM refuse('import_undone', jsonb_build_object('import', file));
  END IF;
  UPDATE import_file f SET state = 'undone' WHERE f.file_id = file;
  INSERT INTO import_turn (posting_id, file_id, state) VALUES (batch_no, file, 'undone');
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch_no, s.claim_id, false, false
  FROM claim_snapshot s
  WHERE s.snapshot_id BETWEEN first_in(file) AND last_in(file);
  GET DIAGNOSTICS touched = ROW_COUNT;
  INSERT INTO import_aftersale (batch, aftersale_id)
  SELECT DISTINCT batch_no, s.aftersale_id
  FROM aftersale_snapshot s
  WHERE s.snapshot_id BETWEEN first_in(file) AND last_in(file);
  INSERT INTO import_settlement (batch, settlement_id)
  SELECT DISTINCT batch_no, s.settlement_id
  FROM settlement_snapshot s
  WHERE s.snapshot_id BETWEEN first_in(file) AND last_in(file);
  GET DIAGNOSTICS settled = ROW_COUNT;
  PERFORM plan_for_bulk(touched + settled);
  SELECT min(b.month) INTO closed
  FROM (
    SELECT t.claim_id FROM import_affected t WHERE t.batch = batch_no
    UNION
    SELECT c.claim_id FROM import_aftersale t JOIN aftersale c ON c.aftersale_id = t.aftersale_id
      WHERE t.batch = batch_no
  ) a
  JOIN line l ON l.claim_id = a.claim_id
  JOIN book_month b ON b.month = l.book_month AND b.status = 'closed';
  IF closed IS NOT NULL THEN
    PERFORM refuse('import_month_closed', jsonb_build_object('import', file, 'month', to_char(closed, 'YYYY-MM')));
  END IF;
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
COMMENT ON FUNCTION import_undo IS
  'Makes it as if a file had never been imported; refused once one of its months is closed. Raises import_unknown, '
  'import_undone, import_month_closed.';
