-- Imports a staged file: listings, claims, snapshots and outcomes, then what they change.
-- `batch` is the posting's number, and the key of the staged rows. All of it is one transaction.

-- Records listings seen for the first time, and maps those whose code is a sku.
CREATE OR REPLACE FUNCTION import_listings(batch_no bigint, channel bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO listing (channel_id, code, name, spec)
  SELECT channel, s.listing, min(s.item_name), min(s.item_spec)
  FROM import_stage s WHERE s.batch = batch_no
  GROUP BY s.listing ORDER BY s.listing
  ON CONFLICT (channel_id, code) DO NOTHING;

  WITH mapped AS (
    UPDATE listing l SET product_id = p.product_id
    FROM product p
    WHERE l.channel_id = channel AND l.product_id IS NULL AND p.sku = l.code
    RETURNING l.listing_id
  )
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, w.claim_id, false, true
  FROM listing_waiting w JOIN mapped m ON m.listing_id = w.listing_id;
END $$;

-- Plans the rest of the transaction for many rows: joins by hashing, with room for it. The planner takes
-- order and line numbers for independent and expects one row where there are half a million.
CREATE OR REPLACE FUNCTION plan_for_bulk(rows bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF rows > 2000 THEN
    PERFORM set_config('enable_nestloop', 'off', true), set_config('work_mem', '192MB', true);
  END IF;
END $$;

-- The staged rows that need no judging: claims that no file has told of before, each told once and exactly.
-- Nothing stands against them, so that they go from the staging table to the facts without a join.
CREATE OR REPLACE FUNCTION import_fresh(batch_no bigint, file bigint, all_new boolean) RETURNS SETOF import_stage
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT s.*
  FROM import_stage s
  WHERE s.batch = batch_no AND s.exact
    AND (all_new OR s.ordinal IN (SELECT (c.claim_id - (file << 24))::integer FROM claim c
      WHERE c.claim_id BETWEEN file << 24 AND (file << 24) + 16777215))
    AND NOT EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.ordinal = s.ordinal)
    AND NOT EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.winner = s.ordinal);
END;

-- Stages the sales of such rows; their refunds, and estimated shares that they replace, become affected claims.
CREATE OR REPLACE FUNCTION stage_fresh_sales(
  batch_no bigint, file bigint, all_new boolean, channel bigint, platform_code text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_first, w.order_no, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_first, w.order_no, w.day ORDER BY w.ordinal) AS line_no
    FROM (
      SELECT f.ordinal, f.order_first, f.order_no, f.paid_at AT TIME ZONE g.timezone AS at,
        (f.paid_at - g.day_start)::date AS day, l.product_id, r.supplier_id,  -- paid_at is local: see business_day
        coalesce(f.quantity * l.quantity, 0) AS quantity, f.goods AS amount, f.freight,
        rule_of(pending_rule_of(f.refund, l.product_id, f.quantity), r.origin, false, g.county) AS rule
      FROM import_fresh(batch_no, file, all_new) f
      JOIN listing l ON l.channel_id = channel AND l.code = f.listing
      LEFT JOIN product r ON r.product_id = l.product_id
      CROSS JOIN programme g
      WHERE f.paid_at IS NOT NULL
    ) w
  ), numbers AS MATERIALIZED (
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  ), rest AS MATERIALIZED (  -- what few documents have beside their first line
    SELECT w.document, 1 AS line_no, sum(w.amount) AS amount, sum(w.freight) AS freight
    FROM wanted w WHERE w.line_no > 1 GROUP BY w.document
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights, receivable,
    verdict, rule, claim_id)
  SELECT batch_no, k.document_id, w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.at, channel,
    h.ships_from, file, w.order_no, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.amount + coalesce(o.amount, 0), w.freight + coalesce(o.freight, 0),
    w.amount + coalesce(o.amount, 0) + w.freight + coalesce(o.freight, 0),
    verdict_of(w.rule), w.rule, (file << 24) | w.ordinal
  FROM wanted w
  JOIN numbers k ON k.n = w.document
  LEFT JOIN rest o ON o.document = w.document AND o.line_no = w.line_no
  JOIN channel h ON h.channel_id = channel;

  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, (file << 24) | f.ordinal, true, true, true
  FROM import_fresh(batch_no, file, all_new) f
  WHERE f.refund = 'full' AND f.paid_at IS NOT NULL;
  IF EXISTS (SELECT FROM claim c WHERE c.estimated) THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_fresh(batch_no, file, all_new) f
    JOIN claim e ON e.platform = platform_code AND e.order_no = f.order_no AND e.estimated
    WHERE NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = e.claim_id);
  END IF;
END $$;

-- Imports the staged rows of one file; answers the outcomes and what was posted.
-- `file` is the number given to the file, or the number it has where `known`.
CREATE OR REPLACE FUNCTION import_claims(
  batch_no bigint, file bigint, known boolean, file_name text, part text, sha256 text, redacted_sha256 text, encoding text,
  profile text, channel bigint, platform_code text, snapshot timestamptz, row_count integer, rejected_count integer,
  by_operator text, by_command text,
  OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT pending integer,
  OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date,
  OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  zone    text;
  starts  interval;
  made    bigint;
  all_new boolean;  -- every staged row is a claim never seen before, told exactly
  foreign_order text;
BEGIN
  PERFORM plan_for_bulk(row_count);
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  PERFORM import_listings(batch_no, channel);

  IF EXISTS (SELECT FROM import_stage s WHERE s.batch = batch_no AND s.repeated) THEN
    INSERT INTO import_loser (batch, ordinal, winner, conflict)
    SELECT batch_no, w.ordinal, w.winner, w.conflict
    FROM (
      SELECT s.ordinal, row_number() OVER best AS place, first_value(s.ordinal) OVER best AS winner,
        s.digest <> first_value(s.digest) OVER best AS conflict
      FROM import_stage s
      JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
        ON k.order_no = s.order_no AND k.line_no = s.line_no
      WHERE s.batch = batch_no
      WINDOW best AS (PARTITION BY s.order_no, s.line_no
        ORDER BY s.exact DESC, coalesce(snapshot, s.newest_at AT TIME ZONE zone) DESC, s.rank DESC, s.digest DESC)
    ) w
    WHERE w.place > 1;
  END IF;

  INSERT INTO claim (claim_id, platform, order_no, line_no, channel_id, value_id, status_id, refund_day, estimated)
  SELECT (file << 24) | s.ordinal, platform_code, s.order_no, s.line_no, channel,
    (file << 24) | s.ordinal, (file << 24) | s.ordinal,
    CASE WHEN s.refund = 'full'
      THEN business_day(coalesce(snapshot, s.newest_at AT TIME ZONE zone), zone, starts) END,
    NOT s.exact
  FROM import_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM import_loser l WHERE l.batch = batch_no AND l.ordinal = s.ordinal)
    AND NOT EXISTS (SELECT FROM claim c
      WHERE c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no)
  ORDER BY s.order_no, s.line_no;
  GET DIAGNOSTICS made = ROW_COUNT;
  SELECT NOT known AND made = count(*) AND bool_and(s.exact) INTO all_new FROM import_stage s WHERE s.batch = batch_no;
  IF row_count > 500 AND NOT all_new THEN  -- without statistics the joins below are planned for a table as it was before
    ANALYZE claim;
  END IF;

  IF NOT known AND made > 0 THEN
    INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
      exact, digest, listing_id, quantity, goods, freight, paid_at, refund, order_status, aftersale_status)
    SELECT (file << 24) | f.ordinal, (file << 24) | f.ordinal, file, f.row_no, 'new', false,
      coalesce(snapshot, f.newest_at AT TIME ZONE zone), snapshot IS NOT NULL, f.rank, f.exact, f.digest, i.listing_id,
      f.quantity, f.goods, f.freight, f.paid_at AT TIME ZONE zone, f.refund, f.order_status, f.aftersale_status
    FROM import_fresh(batch_no, file, all_new) f
    JOIN listing i ON i.channel_id = channel AND i.code = f.listing;
    PERFORM stage_fresh_sales(batch_no, file, all_new, channel, platform_code);
  END IF;

  IF all_new THEN
    SELECT row_count - rejected_count, 0, 0, 0, coalesce(sum(s.goods), 0),
      coalesce(sum(s.goods) FILTER (WHERE s.refund = 'full'), 0),
      business_day(min(s.paid_at) AT TIME ZONE zone, zone, starts),
      business_day(max(s.paid_at) AT TIME ZONE zone, zone, starts)
    INTO new, same, changed, conflicts, gross, refunds, first_day, last_day
    FROM import_stage s
    WHERE s.batch = batch_no AND s.paid_at IS NOT NULL;
  ELSE
    WITH judged AS (
      SELECT s.ordinal, s.row_no, s.order_no, s.quantity, s.goods, s.freight, s.paid_at, s.refund, s.rank, s.exact,
        s.order_status, s.aftersale_status, s.digest,
        coalesce(snapshot, s.newest_at AT TIME ZONE zone) AS effective_at, c.claim_id, i.listing_id,
        NOT known AND c.claim_id >> 24 = file AS fresh,
        c.value_id IS NOT NULL AND (known OR c.claim_id >> 24 <> file) AS prior,
        c.value_id IS NOT NULL AND c.channel_id <> channel AS elsewhere,
        o.ordinal IS NOT NULL AS lost, coalesce(o.conflict, false) AS lost_conflict, w.winner IS NOT NULL AS won,
        v.exact AS live_exact, v.effective_at AS live_value_at,
        t.effective_at AS live_at, t.rank AS live_rank, t.digest AS live_digest
      FROM import_stage s
      JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no
      JOIN listing i ON i.channel_id = channel AND i.code = s.listing
      LEFT JOIN import_loser o ON o.batch = batch_no AND o.ordinal = s.ordinal
      LEFT JOIN (SELECT DISTINCT l.winner FROM import_loser l WHERE l.batch = batch_no) w ON w.winner = s.ordinal
      LEFT JOIN claim_snapshot v ON v.snapshot_id = c.value_id
      LEFT JOIN claim_snapshot t ON t.snapshot_id = c.status_id
      WHERE s.batch = batch_no  -- and not what import_fresh has answered
        AND (known OR NOT s.exact OR o.ordinal IS NOT NULL OR w.winner IS NOT NULL
          OR c.claim_id <> (file << 24) | s.ordinal)
    ), decided AS MATERIALIZED (
      SELECT j.*,
        CASE
          WHEN j.lost THEN 'same'
          WHEN NOT j.prior THEN 'new'
          WHEN j.digest = j.live_digest THEN 'same'
          WHEN j.exact AND NOT j.live_exact
            OR (j.effective_at, j.rank, j.digest) > (j.live_at, j.live_rank, j.live_digest) THEN 'changed'
          ELSE 'same'
        END AS outcome,
        j.lost_conflict OR j.prior AND NOT j.lost AND j.digest <> j.live_digest
          AND j.effective_at = j.live_at AND j.exact = j.live_exact AS conflict
      FROM judged j
    ), kept AS (
      INSERT INTO claim_snapshot (snapshot_id, claim_id, file_id, row_no, outcome, conflict, effective_at, dated, rank,
        exact, digest, listing_id, quantity, goods, freight, paid_at, refund, order_status, aftersale_status)
      SELECT (file << 24) | d.ordinal, d.claim_id, file, d.row_no, d.outcome, d.conflict, d.effective_at,
        snapshot IS NOT NULL, d.rank, d.exact, d.digest, d.listing_id, d.quantity, d.goods, d.freight,
        d.paid_at AT TIME ZONE zone, d.refund, d.order_status, d.aftersale_status
      FROM decided d
      WHERE NOT known
      ORDER BY d.ordinal
    ), touched AS (
      INSERT INTO import_affected (batch, claim_id, fresh, merged)
      SELECT batch_no, d.claim_id, d.fresh, d.fresh AND d.claim_id = (file << 24) | d.ordinal AND NOT d.won
      FROM decided d
      WHERE NOT d.lost AND (NOT d.prior OR NOT known AND NOT (
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
        sum(k.goods) FILTER (WHERE k.sold) AS sold, sum(k.goods) FILTER (WHERE k.sold AND k.refund = 'full') AS back,
        min(k.elsewhere) AS elsewhere
      FROM (
        SELECT d.row_no, CASE d.outcome WHEN 'new' THEN 2 WHEN 'changed' THEN 1 ELSE 0 END AS outcome, d.conflict,
          d.paid_at, d.goods, NOT d.lost AND d.paid_at IS NOT NULL AS sold, d.refund,
          CASE WHEN d.elsewhere THEN d.order_no END AS elsewhere
        FROM decided d
        UNION ALL
        SELECT f.row_no, 2, false, f.paid_at, f.goods, f.paid_at IS NOT NULL, f.refund, NULL
        FROM import_fresh(batch_no, file, false) f
        WHERE NOT known
      ) k
      GROUP BY k.row_no
    ) r;
  END IF;
  IF foreign_order IS NOT NULL THEN
    PERFORM refuse('claim_elsewhere', jsonb_build_object('order', foreign_order, 'channel',
      (SELECT h.code FROM claim c JOIN channel h ON h.channel_id = c.channel_id
       WHERE c.platform = platform_code AND c.order_no = foreign_order LIMIT 1)));
  END IF;

  IF row_count > 500 AND NOT all_new THEN
    ANALYZE claim_snapshot;
  END IF;
  IF known THEN
    UPDATE import_file f SET state = 'live', channel_id = channel, new = import_claims.new,
      same = import_claims.same, changed = import_claims.changed
    WHERE f.file_id = file AND f.state = 'undone';
  ELSE
    INSERT INTO import_file VALUES (file, file_name, part, sha256, redacted_sha256, encoding, profile, channel,
      platform_code, snapshot, 'live', now(), batch_no, row_count, new, same, changed, rejected_count);
  END IF;
  SELECT * INTO posted_gross, posted_refunds
  FROM reconcile_claims(batch_no, file, by_operator, by_command);
  IF all_new THEN
    SELECT count(DISTINCT s.row_no) INTO pending
    FROM import_line_stage n
    JOIN import_stage s ON s.batch = batch_no AND s.ordinal = n.claim_id - (file << 24)
    WHERE n.posting_id = batch_no AND n.side = 'sale' AND n.verdict = 'pending';
  ELSE
    SELECT count(DISTINCT s.row_no) INTO pending
    FROM import_stage s
    JOIN claim c ON c.platform = platform_code AND c.order_no = s.order_no AND c.line_no = s.line_no
    JOIN claim_posted p ON p.claim_id = c.claim_id AND p.side = 'sale' AND p.verdict = 'pending'
    WHERE s.batch = batch_no;
  END IF;
END $$;

-- Empties a staging table of a batch: whole and at once where no other import is at work, else row by row.
CREATE OR REPLACE FUNCTION clear_import_stage(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  stage text;
BEGIN
  FOREACH stage IN ARRAY ARRAY['import_stage', 'import_loser', 'import_affected', 'import_line_stage'] LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE NOWAIT', stage);
      EXECUTE format('TRUNCATE %I', stage);
    EXCEPTION WHEN lock_not_available THEN
      EXECUTE format('DELETE FROM %I WHERE %I = %L', stage,
        CASE stage WHEN 'import_line_stage' THEN 'posting_id' ELSE 'batch' END, batch_no);
    END;
  END LOOP;
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
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || it.platform));
  SELECT f.state INTO it.state FROM import_file f WHERE f.file_id = file FOR UPDATE;
  IF it.state = 'undone' THEN
    PERFORM refuse('import_undone', jsonb_build_object('import', file));
  END IF;
  UPDATE import_file f SET state = 'undone' WHERE f.file_id = file;
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch_no, s.claim_id, false, false
  FROM claim_snapshot s
  WHERE s.snapshot_id >= file << 24 AND s.snapshot_id < (file + 1) << 24;
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM plan_for_bulk(touched);
  SELECT min(b.month) INTO closed
  FROM import_affected a
  JOIN claim_posted p ON p.claim_id = a.claim_id
  JOIN book_month b ON b.month = p.book_month AND b.status = 'closed'
  WHERE a.batch = batch_no;
  IF closed IS NOT NULL THEN
    PERFORM refuse('import_month_closed', jsonb_build_object('import', file, 'month', to_char(closed, 'YYYY-MM')));
  END IF;
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, file, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;

-- Maps a listing to a product, and posts what waited for it as correction pairs; answers how many claims did.
CREATE OR REPLACE FUNCTION map_listing(
  channel_code text, listing_code text, sku_code text, pieces numeric, by_operator text, by_command text,
  OUT claims bigint, OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  channel record;
  product bigint;
  batch_no bigint := nextval('posting_number');
  mapped  bigint;
BEGIN
  SELECT c.channel_id, c.platform INTO channel FROM channel c WHERE c.code = channel_code;
  SELECT p.product_id INTO product FROM product p WHERE p.sku = sku_code;
  IF channel.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF product IS NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', sku_code));
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || coalesce(channel.platform, '')));
  INSERT INTO listing AS l (channel_id, code, product_id, quantity)
  VALUES (channel.channel_id, listing_code, product, pieces)
  ON CONFLICT (channel_id, code) DO UPDATE SET product_id = excluded.product_id, quantity = excluded.quantity
  RETURNING l.listing_id INTO mapped;
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, c.claim_id, false, true
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id AND v.listing_id = mapped
  WHERE c.channel_id = channel.channel_id;
  GET DIAGNOSTICS claims = ROW_COUNT;
  PERFORM plan_for_bulk(claims);
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, NULL, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
