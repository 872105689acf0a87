-- After-sale rows (售后单): cases of their own, that may come before, with or after the orders they name.

CREATE OR REPLACE VIEW named_line AS
SELECT c.platform, c.order_no, c.line_no, v.item, c.claim_id
FROM claim c
JOIN claim_snapshot v ON v.snapshot_id = c.value_id;
COMMENT ON VIEW named_line IS
  'The order lines that after-sale cases name, by their number or by the platform''s product: where one line is '
  'meant, there must be one.';

CREATE OR REPLACE FUNCTION import_aftersales(
  batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text,
  snapshot timestamptz, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer,
  OUT cash_back numeric, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  zone          text;
  starts        interval;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  WITH judged AS (
    SELECT s.*, a.aftersale_id AS known_id, a.snapshot_id IS NOT NULL AS prior,
      a.snapshot_id IS NOT NULL AND a.channel_id <> channel AS elsewhere,
      coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at,
      t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest,
      row_number() OVER best AS nth, first_value(s.digest) OVER best AS best_digest,
      number_in(file, min(s.ordinal) OVER of_case) AS own_id,
      min(coalesce(snapshot, s.newest_at AT TIME ZONE zone)) FILTER (WHERE s.state = 'back') OVER of_case
        AS seen_back_at
    FROM aftersale_stage s
    LEFT JOIN aftersale a ON a.platform = platform_code AND a.number = s.number AND a.order_no = s.order_no
    LEFT JOIN aftersale_snapshot t ON t.snapshot_id = a.snapshot_id
    WHERE s.batch = batch_no
    WINDOW of_case AS (PARTITION BY s.number, s.order_no), best AS (PARTITION BY s.number, s.order_no
      ORDER BY newness(coalesce(snapshot, s.newest_at AT TIME ZONE zone), s.rank, true, s.digest) DESC, s.ordinal)
  ), decided AS MATERIALIZED (
    SELECT j.*, coalesce(j.known_id, j.own_id) AS aftersale_id,
      CASE WHEN j.nth > 1 THEN 'same' ELSE outcome_of(j.prior, true, j.effective_at, j.rank, j.digest,
        true, j.live_at, j.live_rank, j.live_digest) END AS outcome,
      CASE WHEN j.nth > 1 THEN j.digest <> j.best_digest
        ELSE j.prior AND in_conflict(true, j.effective_at, j.digest, true, j.live_at, j.live_digest) END AS conflict
    FROM judged j
  ), made AS (
    INSERT INTO aftersale (aftersale_id, platform, number, channel_id, order_no, line_no, item, claim_id, snapshot_id,
      file_id, state, cash, back_at)
    SELECT d.own_id, platform_code, d.number, channel, d.order_no, d.line_no, d.item, l.claim_id,
      number_in(file, d.ordinal), file, d.state, d.cash,
      coalesce(d.back_at AT TIME ZONE zone, d.seen_back_at, d.effective_at)
    FROM decided d
    CROSS JOIN LATERAL (
      SELECT CASE WHEN count(*) = 1 THEN min(n.claim_id) END AS claim_id FROM named_line n
      WHERE n.platform = platform_code AND n.order_no = d.order_no AND (n.line_no = d.line_no OR n.item = d.item)
    ) l
    WHERE d.known_id IS NULL AND d.nth = 1
  ), kept AS (
    INSERT INTO aftersale_snapshot (snapshot_id, aftersale_id, file_id, row_no, outcome, conflict, effective_at, dated,
      rank, digest, order_no, line_no, item, cash, freight, coupon, back_at, state, status)
    SELECT number_in(file, d.ordinal), d.aftersale_id, file, d.row_no, d.outcome, d.conflict, d.effective_at,
      snapshot IS NOT NULL, d.rank, d.digest, d.order_no, d.line_no, d.item, d.cash, d.freight, d.coupon,
      d.back_at AT TIME ZONE zone, d.state, d.status
    FROM decided d
    WHERE NOT known
    ORDER BY d.ordinal
  ), touched AS (
    INSERT INTO import_aftersale (batch, aftersale_id, merged)
    SELECT batch_no, d.aftersale_id, d.known_id IS NULL
    FROM decided d
    WHERE d.nth = 1 AND (revived OR NOT d.prior
      OR NOT known AND NOT (d.digest = d.live_digest AND d.effective_at = d.live_at))
  )
  -- A row of several cases, as a return that is cut between months, counts once.
  SELECT count(*) FILTER (WHERE d.is_new), count(*) FILTER (WHERE NOT d.is_new AND NOT d.is_changed),
    count(*) FILTER (WHERE NOT d.is_new AND d.is_changed), count(*) FILTER (WHERE d.conflict), coalesce(sum(d.cash), 0),
    business_day(min(d.first_at) AT TIME ZONE zone, zone, starts),
    business_day(max(d.last_at) AT TIME ZONE zone, zone, starts), min(d.foreign_order)
  INTO new, same, changed, conflicts, cash_back, first_day, last_day, foreign_order
  FROM (
    SELECT bool_or(d.outcome = 'new') AS is_new, bool_or(d.outcome = 'changed') AS is_changed,
      bool_or(d.conflict) AS conflict, sum(d.cash) FILTER (WHERE d.nth = 1 AND d.state = 'back') AS cash,
      min(d.back_at) FILTER (WHERE d.state = 'back') AS first_at,
      max(d.back_at) FILTER (WHERE d.state = 'back') AS last_at,
      min(d.order_no) FILTER (WHERE d.elsewhere) AS foreign_order
    FROM decided d
    GROUP BY d.row_no
  ) d;

  IF foreign_order IS NULL THEN
    SELECT min(s.order_no) INTO foreign_order
    FROM aftersale_stage s
    JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.value_id IS NOT NULL
    WHERE s.batch = batch_no AND c.channel_id <> channel;
  END IF;
  IF foreign_order IS NOT NULL THEN
    PERFORM refuse_elsewhere(platform_code, foreign_order, channel);
  END IF;
END $$;
COMMENT ON FUNCTION import_aftersales IS
  'Judges the staged after-sale rows of one file, as import_claims does its claims: the newest snapshot wins. A case '
  'reported for the first time is recorded at once as it stands, with its line. Returns the outcomes, and the cash '
  'that the file says went back for goods.';

CREATE OR REPLACE FUNCTION merge_aftersales(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  touched bigint[] := ARRAY(
    SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no AND NOT t.merged);
BEGIN
  IF touched <> '{}' THEN
    UPDATE aftersale a
    SET snapshot_id = w.snapshot_id, file_id = w.file_id, line_no = w.line_no, item = w.item,
      state = w.state, cash = w.cash, back_at = w.back_at,
      channel_id = coalesce(w.channel_id, a.channel_id)
    FROM unnest(touched) AS t(aftersale_id)
    LEFT JOIN (SELECT * FROM aftersale_winner n WHERE n.aftersale_id = ANY (touched)) w
      ON w.aftersale_id = t.aftersale_id
    WHERE a.aftersale_id = t.aftersale_id;
  END IF;
END $$;
COMMENT ON FUNCTION merge_aftersales IS
  'Chooses the live snapshot of touched cases anew, as aftersale_winner says.';

CREATE OR REPLACE FUNCTION match_aftersales(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  matched        record;
  changed_claims bigint[];
BEGIN
  IF NOT EXISTS (SELECT FROM aftersale) THEN
    RETURN;
  END IF;
  ANALYZE import_affected, import_aftersale;
  WITH doubtful AS MATERIALIZED (
    SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no AND NOT t.merged
    UNION
    SELECT a.aftersale_id
    FROM import_affected t
    JOIN claim c ON c.claim_id = t.claim_id
    JOIN aftersale a ON a.order_no = c.order_no AND a.platform = c.platform
    WHERE t.batch = batch_no
  )
  SELECT array_agg(a.aftersale_id) AS cases, array_agg(a.claim_id) AS old_claims, array_agg(l.claim_id) AS claims
  INTO matched
  FROM doubtful d
  JOIN aftersale a ON a.aftersale_id = d.aftersale_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN count(*) = 1 THEN min(n.claim_id) END AS claim_id FROM named_line n
    WHERE n.platform = a.platform AND n.order_no = a.order_no AND (n.line_no = a.line_no OR n.item = a.item)
  ) l;
  UPDATE aftersale a SET claim_id = m.claim_id
  FROM unnest(matched.cases, matched.claims) AS m(aftersale_id, claim_id)
  WHERE a.aftersale_id = m.aftersale_id AND a.claim_id IS DISTINCT FROM m.claim_id;

  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, k.claim_id, false, true, true
  FROM (
    SELECT l.claim_id
    FROM unnest(matched.cases, matched.old_claims, matched.claims) AS m(aftersale_id, old_claim, claim_id)
    CROSS JOIN LATERAL (VALUES (m.old_claim), (m.claim_id)) AS l(claim_id)
    WHERE l.claim_id IS NOT NULL AND (m.old_claim IS DISTINCT FROM m.claim_id
      OR m.aftersale_id IN (SELECT t.aftersale_id FROM import_aftersale t WHERE t.batch = batch_no))
    UNION
    SELECT a.claim_id
    FROM import_aftersale t
    JOIN aftersale a ON a.aftersale_id = t.aftersale_id
    WHERE t.batch = batch_no AND t.merged AND a.claim_id IS NOT NULL
    EXCEPT  -- which is never made by nested loops, however few rows are expected
    SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no
  ) k;
  ANALYZE import_affected;

  WITH said AS MATERIALIZED (  -- few: of most claims the cases say nothing on which their sale depends
    SELECT w.claim_id, w.says
    FROM (
      SELECT c.claim_id, c.aftersale, CASE WHEN bool_or(a.state = 'unknown') THEN 'unknown'
        WHEN bool_or(a.state = 'back') AND s.refund = 'amount_unknown' THEN 'back' ELSE 'none' END AS says
      FROM import_affected t
      JOIN claim c ON c.claim_id = t.claim_id
      LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id
      LEFT JOIN aftersale a ON a.claim_id = t.claim_id
      WHERE t.batch = batch_no
      GROUP BY c.claim_id, c.aftersale, s.refund
    ) w
    WHERE w.says <> w.aftersale
  ), reported AS (
    UPDATE claim c SET aftersale = m.says
    FROM said m
    WHERE c.claim_id = m.claim_id
    RETURNING c.claim_id
  )
  SELECT array_agg(d.claim_id) INTO changed_claims FROM reported d;
  UPDATE import_affected t SET staged = false
  WHERE t.batch = batch_no AND NOT t.fresh AND t.claim_id = ANY (changed_claims);
END $$;
COMMENT ON FUNCTION match_aftersales IS
  'Finds the lines of touched cases, and of those of the orders that an import has touched, anew. Lines that gain, '
  'lose or keep a touched case become affected claims; their sale stands, unless it depends on what the case says.';
