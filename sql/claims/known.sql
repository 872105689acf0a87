-- The short path for a file that is imported again and stands as it was: nothing is staged, and nothing judged.

CREATE OR REPLACE FUNCTION import_said(
  file bigint, OUT claims bigint, OUT claims_digest text, OUT cases bigint, OUT cases_digest text,
  OUT lines bigint, OUT lines_digest text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT c.*, a.*, l.* INTO claims, claims_digest, cases, cases_digest, lines, lines_digest
  FROM (
    SELECT count(*), encode(sha256(coalesce(string_agg(uuid_send(k.digest), '' ORDER BY k.snapshot_id), '')), 'hex')
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file)
  ) c
  CROSS JOIN (
    SELECT count(*), encode(sha256(coalesce(string_agg(uuid_send(k.digest), '' ORDER BY k.snapshot_id), '')), 'hex')
    FROM aftersale_snapshot k
    JOIN aftersale a ON a.aftersale_id = k.aftersale_id AND a.snapshot_id = k.snapshot_id
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file)
  ) a
  CROSS JOIN (
    SELECT count(*), encode(sha256(coalesce(string_agg(uuid_send(k.digest), '' ORDER BY k.snapshot_id), '')), 'hex')
    FROM settlement_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file)
  ) l;
END $$;
COMMENT ON FUNCTION import_said IS
  'What a file said when it was imported, as digests of digests in the order of its rows: of its claims, of its '
  'after-sale cases of which nothing newer is known, and of its settlement lines. Who reads the file again knows by '
  'them that it says the same.';

CREATE OR REPLACE FUNCTION import_standing(
  file bigint, platform_code text,
  OUT conflicts integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT sum(t.goods), sum(t.back), business_day(min(t.at), g.timezone, g.day_start),
    business_day(max(t.at), g.timezone, g.day_start)
  INTO gross, refunds, first_day, last_day
  FROM programme g
  CROSS JOIN (
    SELECT k.goods, reported_back(k.refund, k.refunded, k.goods) AS back, k.paid_at AS at
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file) AND k.paid_at IS NOT NULL AND NOT k.signed
    UNION ALL
    SELECT 0, k.cash, k.back_at
    FROM aftersale_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file) AND k.state = 'back'
    UNION ALL
    SELECT 0, 0, k.settled_at
    FROM settlement_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file)
  ) t
  GROUP BY g.timezone, g.day_start;
  gross := coalesce(gross, 0);
  refunds := coalesce(refunds, 0);
  SELECT count(*) INTO conflicts
  FROM settlement_snapshot k
  JOIN settlement t ON t.settlement_id = k.settlement_id AND t.differs
  WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file);
  IF EXISTS (SELECT FROM import_file f WHERE f.platform = platform_code AND f.file_id <> file AND f.state = 'live') THEN
    SELECT conflicts + count(DISTINCT k.row_no) INTO conflicts
    FROM claim_snapshot k
    JOIN claim c ON c.claim_id = k.claim_id AND c.status_id <> k.snapshot_id
    JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    JOIN claim_snapshot t ON t.snapshot_id = c.status_id
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file)
      AND in_conflict(k.exact, k.effective_at, k.digest, v.exact, t.effective_at, t.digest);
  END IF;
END $$;
COMMENT ON FUNCTION import_standing IS
  'What the rows of such a file say in yuan, no line twice, and how many of them differ from what another file of '
  'the same instant says, which goes before it; of settlement lines, whatever the instant.';
