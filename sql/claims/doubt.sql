-- What somebody should look at in a table that was posted, though nothing is wrong with it.

CREATE OR REPLACE FUNCTION import_doubts(
  batch_no bigint, number_lines boolean, is_sheet boolean, sheet text, agreement_mark text,
  OUT repeated bigint, OUT early bigint, OUT alike bigint, OUT agreements bigint, OUT agreed numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it import_batch := own_batch(batch_no);
BEGIN
  repeated := 0;
  alike := 0;
  agreements := 0;
  agreed := 0.00;
  IF NOT number_lines THEN
    SELECT count(*) INTO repeated FROM import_loser l WHERE l.batch = it.batch AND NOT l.conflict;
  END IF;

  SELECT count(DISTINCT e.claim_id) INTO early
  FROM (
    SELECT a.claim_id, a.back_at AS at, s.paid_at
    FROM aftersale a
    JOIN claim c ON c.claim_id = a.claim_id
    JOIN claim_snapshot s ON s.snapshot_id = c.status_id
    WHERE a.state = 'back'
      AND a.claim_id IN (SELECT t.claim_id FROM import_affected t WHERE t.batch = it.batch)
    UNION ALL
    SELECT k.claim_id, k.effective_at, k.paid_at
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(it.file_id) AND last_in(it.file_id) AND k.refund IN ('full', 'part')
  ) e
  CROSS JOIN programme g
  WHERE business_day(e.at, g.timezone, g.day_start) < business_day(e.paid_at, g.timezone, g.day_start);

  IF is_sheet THEN
    SELECT count(*) INTO alike
    FROM (
      SELECT c.platform, c.line_no, c.order_no,
        left(c.order_no, length(c.order_no) - length(sheet) - sign(length(sheet))::integer) AS base
      FROM claim c
      WHERE c.claim_id BETWEEN first_in(it.file_id) AND last_in(it.file_id)
        AND c.order_no NOT LIKE '%' || agreement_mark
    ) c
    WHERE EXISTS (
      SELECT FROM claim o
      JOIN import_file f ON f.file_id = file_of(o.claim_id) AND f.state = 'live'
        AND f.sha256 <> (SELECT n.sha256 FROM import_file n WHERE n.file_id = it.file_id)
      WHERE o.order_no >= c.base AND o.order_no < c.base || '!' AND o.order_no <> c.order_no
        AND o.order_no NOT LIKE '%' || agreement_mark AND o.line_no = c.line_no AND o.platform = c.platform
        AND o.value_id IS NOT NULL);

    SELECT count(*), coalesce(sum(k.goods), 0.00) INTO agreements, agreed
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(it.file_id) AND last_in(it.file_id) AND k.signed;
  END IF;
END $$;
COMMENT ON FUNCTION import_doubts IS
  'Of a batch that is posted: how many staged rows are equal to another of the same line, and count once (`repeated`); '
  'how many order lines are said to have been refunded on a day before their sale (`early`); and of a sheet how many '
  'lines another file reports as well, whose sheet has another name, or none (`alike`), and the signed agreements that '
  'it reports, with their yuan. `sheet` is the sheet''s name, empty for none.';
