-- Judges the staged claims of one file: claims, snapshots and outcomes.

CREATE OR REPLACE FUNCTION refuse_elsewhere(platform_code text, wanted_order text, channel bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse('claim_elsewhere', jsonb_build_object('order', wanted_order, 'channel', (
    SELECT h.code
    FROM (
      SELECT c.channel_id FROM claim c WHERE c.platform = platform_code AND c.order_no = wanted_order
      UNION ALL
      SELECT a.channel_id FROM aftersale a WHERE a.platform = platform_code AND a.order_no = wanted_order
    ) o
    JOIN channel h ON h.channel_id = o.channel_id
    WHERE o.channel_id <> channel LIMIT 1)));
END $$;
COMMENT ON FUNCTION refuse_elsewhere IS
  'Refuses a file whose order is known in another channel of the same platform. Raises claim_elsewhere.';

CREATE OR REPLACE FUNCTION reported_in_all(
  batch_no bigint, zone text, starts interval, OUT gross numeric, OUT refunds numeric, OUT first_day date,
    OUT last_day date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT coalesce(sum(s.goods), 0), coalesce(sum(reported_back(s.refund, s.refunded, s.goods)), 0),
    business_day(min(s.paid_at) AT TIME ZONE zone, zone, starts),
    business_day(max(s.paid_at) AT TIME ZONE zone, zone, starts)
  INTO gross, refunds, first_day, last_day
  FROM import_stage s
  WHERE s.batch = batch_no AND s.paid_at IS NOT NULL AND NOT s.signed;
END $$;
COMMENT ON FUNCTION reported_in_all IS
  'What all staged rows say, where each is a claim of its own.';

CREATE OR REPLACE FUNCTION import_claims(
  batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, platform_code text,
  snapshot timestamptz, claim_rows integer,
  OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer,
  OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT plain boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  zone          text;
  starts        interval;
  made          bigint;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  IF EXISTS (SELECT FROM import_stage s WHERE s.batch = batch_no AND s.repeated) THEN
    INSERT INTO import_loser (batch, ordinal, winner, conflict)
    SELECT batch_no, w.ordinal, w.winner, w.conflict
    FROM (
      SELECT s.ordinal, row_number() OVER best AS nth, first_value(s.ordinal) OVER best AS winner,
        s.digest <> first_value(s.digest) OVER best AS conflict
      FROM import_stage s
      JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
        ON k.order_no = s.order_no AND k.line_no = s.line_no
      WHERE s.batch = batch_no
      WINDOW best AS (PARTITION BY s.order_no, s.line_no
        ORDER BY s.exact DESC,
          newness(coalesce(snapshot, s.newest_at AT TIME ZONE zone), s.rank, s.exact, s.digest) DESC)
    ) w
    WHERE w.nth > 1;
  END IF;

  INSERT INTO claim (claim_id, platform, order_no, line_no, channel_id, value_id, status_id, estimated, province)
  SELECT number_in(file, s.ordinal), platform_code, s.order_no, s.line_no, channel,
    number_in(file, s.ordinal), number_in(file, s.ordinal), NOT s.exact, s.province
  FROM import_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.ordinal = s.ordinal)
    AND NOT EXISTS (SELECT FROM claim c
      WHERE c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no)
  ORDER BY s.order_no, s.line_no;
  GET DIAGNOSTICS made = ROW_COUNT;
  IF EXISTS (SELECT FROM aftersale a WHERE a.platform = platform_code) THEN
    INSERT INTO import_returned (batch, ordinal)
    SELECT batch_no, s.ordinal
    FROM import_stage s
    WHERE s.batch = batch_no
      AND EXISTS (SELECT FROM aftersale a WHERE a.platform = platform_code AND a.order_no = s.order_no);
  END IF;
  SELECT NOT known AND made > 0 AND made = count(*) AND bool_and(s.exact)
    AND NOT EXISTS (SELECT FROM import_returned r WHERE r.batch = batch_no)
  INTO plain FROM import_stage s WHERE s.batch = batch_no;
  IF claim_rows > 500 AND NOT plain THEN  -- without statistics the joins below are planned for a table as it was before
    ANALYZE claim;
  END IF;

  IF NOT plain THEN  -- what import_fresh leaves
    INSERT INTO import_judged (batch, ordinal)
    SELECT batch_no, s.ordinal
    FROM import_stage s
    WHERE s.batch = batch_no AND (known OR NOT s.exact
      OR NOT EXISTS (SELECT FROM claim c WHERE c.claim_id = number_in(file, s.ordinal))
      OR EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.ordinal = s.ordinal)
      OR EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.winner = s.ordinal)
      OR EXISTS (SELECT FROM import_returned r WHERE r.batch = batch_no AND r.ordinal = s.ordinal));
  END IF;

  IF NOT known AND made > 0 THEN
    INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
      exact, digest, listing_id, quantity, goods, cash, freight, paid_at, refund, refunded, item, signed, order_status,
      aftersale_status, courier, province)
    SELECT number_in(file, f.ordinal), number_in(file, f.ordinal), file, f.row_no, 'new', false,
      coalesce(snapshot, f.newest_at AT TIME ZONE zone), snapshot IS NOT NULL, f.rank, f.exact, f.digest, i.listing_id,
      f.quantity, f.goods, f.cash, f.freight, f.paid_at AT TIME ZONE zone, f.refund, f.refunded, f.item, f.signed,
      f.order_status, f.aftersale_status, f.courier, f.province
    FROM import_fresh f
    JOIN listing i ON i.channel_id = channel AND i.code = f.listing
    WHERE f.batch = batch_no;
    PERFORM stage_fresh_sales(batch_no, file, channel, platform_code);
  END IF;

  IF plain THEN
    SELECT claim_rows, 0, 0, 0, t.* INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM reported_in_all(batch_no, zone, starts) t;
  ELSE
    WITH judged AS (
      SELECT s.ordinal, s.row_no, s.order_no, s.quantity, s.goods, s.cash, s.freight, s.paid_at, s.refund, s.refunded,
        s.item, s.signed, s.rank, s.exact,
        s.order_status, s.aftersale_status, s.courier, s.province, s.digest,
        coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at, c.claim_id, i.listing_id,
        NOT known AND file_of(c.claim_id) = file AS fresh,
        c.value_id IS NOT NULL AND (known OR file_of(c.claim_id) <> file) AS prior,
        c.value_id IS NOT NULL AND c.channel_id <> channel AS elsewhere,
        o.ordinal IS NOT NULL AS lost, coalesce(o.conflict, false) AS lost_conflict, w.winner IS NOT NULL AS won,
        v.exact AS live_exact, v.effective_at AS live_value_at,
        t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest
      FROM import_judged g
      JOIN import_stage s ON s.batch = g.batch AND s.ordinal = g.ordinal
      JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no
      JOIN listing i ON i.channel_id = channel AND i.code = s.listing
      LEFT JOIN import_loser o ON o.batch = batch_no AND o.ordinal = s.ordinal
      LEFT JOIN (SELECT DISTINCT l.winner FROM import_loser l WHERE l.batch = batch_no) w ON w.winner = s.ordinal
      LEFT JOIN claim_snapshot v ON v.snapshot_id = c.value_id
      LEFT JOIN claim_snapshot t ON t.snapshot_id = c.status_id
      WHERE g.batch = batch_no
    ), decided AS MATERIALIZED (
      SELECT j.*,
        CASE WHEN j.lost THEN 'same' ELSE outcome_of(j.prior, j.exact, j.effective_at, j.rank, j.digest,
          j.live_exact, j.live_at, j.live_rank, j.live_digest) END AS outcome,
        j.lost_conflict OR j.prior AND NOT j.lost AND in_conflict(j.exact, j.effective_at, j.digest,
          j.live_exact, j.live_at, j.live_digest) AS conflict
      FROM judged j
    ), kept AS (
      INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
        exact, digest, listing_id, quantity, goods, cash, freight, paid_at, refund, refunded, item, signed,
        order_status, aftersale_status, courier, province)
      SELECT number_in(file, d.ordinal), d.claim_id, file, d.row_no, d.outcome, d.conflict, d.effective_at,
        snapshot IS NOT NULL, d.rank, d.exact, d.digest, d.listing_id, d.quantity, d.goods, d.cash, d.freight,
        d.paid_at AT TIME ZONE zone, d.refund, d.refunded, d.item, d.signed, d.order_status, d.aftersale_status,
        d.courier, d.province
      FROM decided d
      WHERE NOT known
      ORDER BY d.ordinal
    ), touched AS (
      INSERT INTO import_affected (batch, claim_id, fresh, merged)
      SELECT batch_no, d.claim_id, d.fresh, d.fresh AND d.claim_id = number_in(file, d.ordinal) AND NOT d.won
      FROM decided d
      WHERE NOT d.lost AND (revived OR NOT d.prior OR NOT known AND NOT (
        d.digest = d.live_digest AND d.effective_at = d.live_at AND d.exact = d.live_exact))
        AND NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = d.claim_id)
    )
    SELECT count(*) FILTER (WHERE r.outcome = 2), count(*) FILTER (WHERE r.outcome = 0),
      count(*) FILTER (WHERE r.outcome = 1), count(*) FILTER (WHERE r.conflict),
      coalesce(sum(r.sold), 0), coalesce(sum(r.back), 0),
      business_day(min(r.paid_at) AT TIME ZONE zone, zone, starts),
      business_day(max(r.paid_at) AT TIME ZONE zone, zone, starts), min(r.elsewhere)
    INTO new, same, changed, conflicts, gross, refunds, first_day, last_day, foreign_order
    FROM (
      SELECT max(k.outcome) AS outcome, bool_or(k.conflict) AS conflict, min(k.paid_at) AS paid_at,
        sum(k.goods) FILTER (WHERE k.sold) AS sold, sum(k.back) FILTER (WHERE k.sold) AS back,
        min(k.elsewhere) AS elsewhere
      FROM (
        SELECT d.row_no, CASE WHEN d.outcome = 'new' THEN 2 WHEN d.outcome = 'changed' THEN 1 ELSE 0 END AS outcome,
          d.conflict, d.paid_at, d.goods, NOT d.lost AND d.paid_at IS NOT NULL AND NOT d.signed AS sold,
          reported_back(d.refund, d.refunded, d.goods) AS back,
          CASE WHEN d.elsewhere THEN d.order_no END AS elsewhere
        FROM decided d
        UNION ALL
        SELECT f.row_no, 2, false, f.paid_at, f.goods, f.paid_at IS NOT NULL AND NOT f.signed,
          reported_back(f.refund, f.refunded, f.goods), NULL
        FROM import_fresh f
        WHERE f.batch = batch_no
      ) k
      GROUP BY k.row_no
    ) r;
  END IF;
  SELECT coalesce(foreign_order, min(a.order_no)) INTO foreign_order
  FROM import_returned r
  JOIN import_stage s ON s.batch = batch_no AND s.ordinal = r.ordinal
  JOIN aftersale a ON a.platform = platform_code AND a.order_no = s.order_no AND a.snapshot_id IS NOT NULL
  WHERE r.batch = batch_no AND a.channel_id <> channel;
  IF foreign_order IS NOT NULL THEN
    PERFORM refuse_elsewhere(platform_code, foreign_order, channel);
  END IF;
END $$;
COMMENT ON FUNCTION import_claims IS
  'Returns the outcomes of the file''s rows, and what they say in yuan. `file` is the number given to the file, or '
  'the number it has where `known`; `revived` says that it was undone and lives again; `claim_rows` how many of its '
  'rows are claims. `plain` returns that all were reported for the first time, once and exactly, so that their sales '
  'are staged already.';
