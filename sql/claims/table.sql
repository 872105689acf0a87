-- Imports the staged rows of one table, and undoes an import. `batch` is the posting's number, and the key of the
-- staged rows. All of it is one transaction.

CREATE OR REPLACE FUNCTION import_table(
  batch_no bigint, stands boolean, file_name text, part text, sha256 text, redacted_sha256 text, encoding text,
  profile text, reading text, channel bigint, snapshot timestamptz, number_lines boolean,
  row_count integer, rejected_count integer, by_operator text, by_command text, OUT new integer, OUT same integer,
  OUT changed integer, OUT conflicts integer, OUT pending integer, OUT gross numeric, OUT refunds numeric,
  OUT first_day date, OUT last_day date, OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it            import_batch := own_batch(batch_no);
  file          bigint := it.file_id;
  known         boolean := it.kept;
  platform_code text := it.platform;
  cases         record;
  claims        record;
  settled       record;
  case_rows     integer;
  file_digest   text;
  revived       boolean := known AND EXISTS (SELECT FROM import_file f WHERE f.file_id = file AND f.state = 'undone');
BEGIN
  IF NOT EXISTS (
    SELECT FROM channel c
    WHERE c.channel_id = channel AND (coalesce(c.platform, '') = split_part(platform_code, '/', 1)
      OR NOT EXISTS (SELECT FROM channel o WHERE o.platform = platform_code))) THEN  -- a payment service's, of any
    PERFORM refuse('channel_of_other_platform', jsonb_build_object('channel', channel, 'profile', profile,
      'platform', split_part(platform_code, '/', 1)));
  END IF;
  PERFORM FROM programme FOR KEY SHARE;  -- the rules stay as they are until all is posted (lock_judging)
  PERFORM plan_for_bulk(row_count), analyze_emptied(row_count);
  IF NOT stands THEN
    ANALYZE import_stage, aftersale_stage, settlement_stage;
  END IF;
  PERFORM import_listings(batch_no, channel);
  IF row_count > 2000 THEN  -- of small tables that it knows nothing of, the planner expects hundreds of rows
    ANALYZE programme, channel, listing, listing_part, product, rule_set, certificate_period;
  END IF;
  IF stands THEN
    SELECT 0, row_count - rejected_count, 0, s.* INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM import_standing(file, platform_code) s;
  ELSE
    IF number_lines THEN
      PERFORM number_equal_lines(batch_no);
    END IF;
    PERFORM number_equal_settlements(batch_no, number_lines);
    SELECT * INTO settled FROM import_settlements(batch_no, file, known, revived, channel,
      regexp_replace(platform_code, '^.*/', ''), snapshot);
    SELECT * INTO cases FROM import_aftersales(batch_no, file, known, revived, channel, platform_code, snapshot);
    case_rows := cases.new + cases.same + cases.changed;
    IF cases.new + cases.changed > 500 THEN
      ANALYZE aftersale, import_aftersale;
    END IF;
    SELECT * INTO claims FROM import_claims(batch_no, file, known, revived, channel, platform_code, snapshot,
      CASE WHEN settled.lines > 0 THEN 0 ELSE row_count - rejected_count - case_rows END);
    IF settled.lines > 0 THEN  -- a row may report the refund that it settles, and counts once
      new := settled.new;
      same := settled.same;
      changed := settled.changed;
      IF case_rows > 0 AND NOT known THEN
        SELECT o.* INTO new, same, changed FROM settled_outcomes(file) o;
      END IF;
    ELSE
      new := claims.new + cases.new;
      same := claims.same + cases.same;
      changed := claims.changed + cases.changed;
    END IF;
    conflicts := claims.conflicts + cases.conflicts + settled.conflicts;
    gross := claims.gross;
    refunds := claims.refunds + cases.cash_back;
    first_day := least(claims.first_day, cases.first_day, settled.first_day);
    last_day := greatest(claims.last_day, cases.last_day, settled.last_day);
    IF settled.new + settled.changed > 500 THEN
      ANALYZE settlement, settlement_snapshot, import_settlement;
    ELSIF row_count - case_rows > 500 AND NOT claims.plain THEN
      ANALYZE claim_snapshot;
    END IF;
    PERFORM analyze_emptied(row_count);
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
    SELECT import_digest(f) INTO file_digest FROM import_file f WHERE f.file_id = file;
    UPDATE import_file f SET digest = file_digest WHERE f.file_id = file;
    INSERT INTO import_reject (file_id, row_no, line, column_name, reason)
    SELECT file, s.row_no, s.line, s.column_name, s.reason FROM reject_stage s WHERE s.batch = batch_no;
    UPDATE import_batch b SET kept = true WHERE b.batch = batch_no;
  END IF;
  SELECT * INTO posted_gross, posted_refunds
  FROM reconcile_claims(batch_no, by_operator, by_command);
  pending := pending_rows(file);
END $$;
COMMENT ON FUNCTION import_table IS
  'Records listings, settlement lines, after-sale cases and claims, then posts what they change; returns the outcomes '
  'and what was posted. `stands` says that the file is live and says what it said, so that none of its rows is staged; '
  '`number_lines` that the platform gives lines no number of their own. Raises channel_of_other_platform.';
