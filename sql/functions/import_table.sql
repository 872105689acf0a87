-- Imports the staged rows of one table, and undoes an import. `batch` is the posting's number, and the key of the
-- staged rows. All of it is one transaction.

-- How many rows of a file are pending: their sales, and their after-sale cases that wait.
CREATE OR REPLACE FUNCTION pending_rows(file bigint) RETURNS bigint
-- what waits is little, and is looked up
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_nestloop = on AS $$
BEGIN
  RETURN (
    SELECT count(DISTINCT k.row_no)
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215 AND k.claim_id = ANY (ARRAY(
      SELECT p.claim_id FROM claim_posted p WHERE p.side = 'sale' AND p.verdict = 'pending'))
  ) + (
    SELECT count(DISTINCT k.row_no)
    FROM aftersale_snapshot k
    JOIN aftersale_waiting w ON w.aftersale_id = k.aftersale_id
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215);
END $$;

-- Records listings, after-sale cases and claims, then posts what they change; answers the outcomes and what was
-- posted. `file` is the number given to the file, or the number it has where `known`; `stands` says that it is live and
-- says what it said, so that none of its rows is staged; `number_lines` that the platform gives lines no number of
-- their own.
CREATE OR REPLACE FUNCTION import_table(
  batch_no bigint, file bigint, known boolean, stands boolean, file_name text, part text, sha256 text,
  redacted_sha256 text, encoding text, profile text, reading text, channel bigint, platform_code text,
  snapshot timestamptz, number_lines boolean, row_count integer, rejected_count integer, by_operator text, by_command text,
  OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT pending integer,
  OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date,
  OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  cases  record;
  claims record;
  case_rows integer;
  revived   boolean := known AND EXISTS (SELECT FROM import_file f WHERE f.file_id = file AND f.state = 'undone');
BEGIN
  PERFORM plan_for_bulk(row_count);
  IF NOT stands THEN
    ANALYZE import_stage, aftersale_stage;
  END IF;
  PERFORM import_listings(batch_no, channel);
  IF row_count > 2000 THEN  -- of small tables that it knows nothing of, the planner expects hundreds of rows
    ANALYZE programme, channel, listing, listing_part, product;
  END IF;
  IF stands THEN
    SELECT 0, row_count - rejected_count, 0, s.* INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM import_standing(file, platform_code) s;
  ELSE
    IF number_lines THEN
      PERFORM number_equal_lines(batch_no);
    END IF;
    SELECT * INTO cases FROM import_aftersales(batch_no, file, known, revived, channel, platform_code, snapshot);
    case_rows := cases.new + cases.same + cases.changed;
    IF cases.new + cases.changed > 500 THEN
      ANALYZE aftersale, import_aftersale;
    END IF;
    SELECT * INTO claims FROM import_claims(batch_no, file, known, revived, channel, platform_code, snapshot,
      row_count - rejected_count - case_rows);
    new := claims.new + cases.new;
    same := claims.same + cases.same;
    changed := claims.changed + cases.changed;
    conflicts := claims.conflicts + cases.conflicts;
    gross := claims.gross;
    refunds := claims.refunds + cases.cash_back;
    first_day := least(claims.first_day, cases.first_day);
    last_day := greatest(claims.last_day, cases.last_day);
    IF row_count - case_rows > 500 AND NOT claims.plain THEN
      ANALYZE claim_snapshot;
    END IF;
  END IF;
  IF known THEN
    UPDATE import_file f SET state = 'live', channel_id = channel, new = import_table.new,
      same = import_table.same, changed = import_table.changed
    WHERE f.file_id = file AND f.state = 'undone';
    IF revived THEN
      INSERT INTO import_turn (posting_id, file_id, state) VALUES (batch_no, file, 'live');
    END IF;
  ELSE
    INSERT INTO import_file (file_id, name, part, sha256, redacted_sha256, encoding, profile, reading, channel_id,
      platform, snapshot_at, imported_at, posting_id, rows, new, same, changed, rejected)
    VALUES (file, file_name, part, sha256, redacted_sha256, encoding, profile, reading, channel,
      platform_code, snapshot, now(), batch_no, row_count, new, same, changed, rejected_count);
    UPDATE import_file f SET digest = import_digest(f) WHERE f.file_id = file;
  END IF;
  SELECT * INTO posted_gross, posted_refunds
  FROM reconcile_claims(batch_no, file, by_operator, by_command);
  pending := pending_rows(file);
END $$;

-- Makes it as if a file had never been imported; refused once one of its months is closed.
CREATE OR REPLACE FUNCTION import_undo(
  file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it       record;
  batch_no bigint := nextval('posting_number');
  closed   date;
  touched  bigint;
BEGIN
  SELECT f.platform, f.state INTO it FROM import_file f WHERE f.file_id = file;
  IF it.state IS NULL THEN
    PERFORM refuse('import_unknown', jsonb_build_object('import', file));
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || split_part(it.platform, '/', 1)));
  SELECT f.state INTO it.state FROM import_file f WHERE f.file_id = file FOR UPDATE;
  IF it.state = 'undone' THEN
    PERFORM refuse('import_undone', jsonb_build_object('import', file));
  END IF;
  UPDATE import_file f SET state = 'undone' WHERE f.file_id = file;
  INSERT INTO import_turn (posting_id, file_id, state) VALUES (batch_no, file, 'undone');
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch_no, s.claim_id, false, false
  FROM claim_snapshot s
  WHERE s.snapshot_id >= file << 24 AND s.snapshot_id < (file + 1) << 24;
  GET DIAGNOSTICS touched = ROW_COUNT;
  INSERT INTO import_aftersale (batch, aftersale_id)
  SELECT DISTINCT batch_no, s.aftersale_id
  FROM aftersale_snapshot s
  WHERE s.snapshot_id >= file << 24 AND s.snapshot_id < (file + 1) << 24;
  PERFORM plan_for_bulk(touched);
  SELECT min(b.month) INTO closed
  FROM (
    SELECT t.claim_id FROM import_affected t WHERE t.batch = batch_no
    UNION
    SELECT c.claim_id FROM import_aftersale t JOIN aftersale c ON c.aftersale_id = t.aftersale_id WHERE t.batch = batch_no
  ) a
  JOIN line l ON l.claim_id = a.claim_id
  JOIN book_month b ON b.month = l.book_month AND b.status = 'closed';
  IF closed IS NOT NULL THEN
    PERFORM refuse('import_month_closed', jsonb_build_object('import', file, 'month', to_char(closed, 'YYYY-MM')));
  END IF;
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, file, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
