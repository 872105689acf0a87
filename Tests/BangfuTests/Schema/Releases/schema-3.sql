
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA pengshui;

CREATE FUNCTION pengshui.book_month_of(day date) RETURNS date
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  own   date := date_trunc('month', day)::date;
  earliest date;
BEGIN
  SELECT b.month INTO earliest FROM book_month b WHERE b.month = own AND b.status = 'open' FOR KEY SHARE;
  IF earliest IS NOT NULL THEN
    RETURN earliest;
  END IF;
  IF NOT EXISTS (SELECT FROM book_month b WHERE b.month = own) THEN
    PERFORM open_book_month(own);
    RETURN own;
  END IF;
  SELECT b.month INTO earliest FROM book_month b
  WHERE b.status = 'open' AND b.month > own ORDER BY b.month LIMIT 1 FOR KEY SHARE;
  IF earliest IS NULL THEN
    SELECT (max(b.month) + interval '1 month')::date INTO earliest FROM book_month b;
    PERFORM open_book_month(earliest);
  END IF;
  RETURN earliest;
END $$;

CREATE FUNCTION pengshui.business_day(instant timestamp with time zone, zone text, day_start interval) RETURNS date
    LANGUAGE sql STABLE
    RETURN (((instant AT TIME ZONE zone) - day_start))::date;

CREATE FUNCTION pengshui.clear_import_stage(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE UNLOGGED TABLE pengshui.order_stage (
    posting_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    side text NOT NULL COLLATE pg_catalog."C",
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    file_id bigint,
    order_no text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    total numeric(14,2) DEFAULT 0 NOT NULL,
    freights numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    back numeric(14,3) DEFAULT 0 NOT NULL
);

COMMENT ON TABLE pengshui.order_stage IS 'Lines about to be posted, keyed by posting; emptied in the same transaction.';

COMMENT ON COLUMN pengshui.order_stage.total IS 'The document''s total, on its first line; likewise freights and receivable.';

COMMENT ON COLUMN pengshui.order_stage.back IS 'The quantity that comes back to stock.';

CREATE FUNCTION pengshui.discounted(staged pengshui.order_stage[], off numeric, total numeric) RETURNS pengshui.order_stage[]
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF off < 0 OR off > total THEN
    PERFORM refuse('discount_over', jsonb_build_object('discount', off::text, 'total', total::text));
  END IF;
  RETURN (
    SELECT array_agg(jsonb_populate_record(d.line, jsonb_build_object('amount', (d.line).amount - d.share,
      'discount', d.share)) ORDER BY (d.line).line_no)
    FROM (
      SELECT f.line, f.floored + CASE WHEN
          row_number() OVER (ORDER BY f.exact - f.floored DESC, (f.line).line_no)
          <= round((off - sum(f.floored) OVER ()) * 100) THEN 0.01 ELSE 0 END AS share
      FROM (
        SELECT e.line, e.exact, trunc(e.exact, 2) AS floored
        FROM (SELECT o AS line, off * o.amount / nullif(discounted.total, 0) AS exact FROM unnest(staged) o) e
      ) f
    ) d);
END $$;

CREATE FUNCTION pengshui.enter_order(request uuid, channel_code text, codes text[], quantities numeric[], prices numeric[], methods text[], amounts numeric[], buyer_code text, location_code text, off numeric, happened_at timestamp with time zone, by_operator text, by_command text, is_signed boolean, OUT document bigint, OUT total numeric, OUT change numeric, OUT lines integer, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW(channel_code, codes, quantities, prices, methods, amounts,
    buyer_code, location_code, off, is_signed)::text, 'UTF8'));
  way     record;
  buyer   bigint;
  place   bigint;
  on_day  date;
  month   date;
  batch   bigint;
  skus    text[] := codes;
  unknown bigint;
  wrong   bigint;
  staged  order_stage[];
  cash    numeric;
  account numeric;
  other   numeric;
BEGIN
  lines := cardinality(codes);
  repeated := false;
  SELECT c.channel_id, c.ships_from, c.active, g.timezone, g.day_start, g.county, p.posting_id AS known INTO way
  FROM programme g
  LEFT JOIN channel c ON c.code = channel_code
  LEFT JOIN posting p ON p.request_id = request;
  IF way.known IS NOT NULL THEN
    SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
    IF repeated THEN
      RETURN;
    END IF;
  END IF;
  IF way.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF NOT way.active THEN
    PERFORM refuse('channel_inactive', jsonb_build_object('code', channel_code));
  END IF;
  place := way.ships_from;
  IF location_code IS NOT NULL THEN
    SELECT l.location_id INTO place FROM location l WHERE l.code = location_code;
    IF place IS NULL THEN
      PERFORM refuse('location_unknown', jsonb_build_object('code', location_code));
    END IF;
  END IF;
  IF buyer_code IS NOT NULL THEN
    SELECT b.buyer_id INTO buyer FROM buyer b WHERE b.code = buyer_code;
    IF buyer IS NULL THEN
      PERFORM refuse('buyer_unknown', jsonb_build_object('code', buyer_code));
    END IF;
  END IF;
  IF is_signed THEN
    place := NULL;
  END IF;
  on_day := business_day(happened_at, way.timezone, way.day_start);
  SELECT b.month INTO month FROM book_month b  -- what book_month_of answers nearly always
  WHERE b.month = date_trunc('month', on_day)::date AND b.status = 'open' FOR KEY SHARE;
  IF month IS NULL THEN
    month := book_month_of(on_day);
  END IF;
  batch := nextval('posting_number');
  document := nextval('document_number');

  LOOP
    SELECT sum(a.amount), min(a.n) FILTER (WHERE a.product_id IS NULL),
      min(a.n) FILTER (WHERE NOT a.active OR NOT a.quantity > 0 OR a.whole AND a.quantity <> trunc(a.quantity)),
      array_agg(ROW(batch, document, a.n, 'sale', 'sale', month, on_day, happened_at, way.channel_id, place, buyer,
        NULL, NULL, is_signed, a.product_id, a.supplier_id, a.quantity, a.amount, 0, 0, 0, 0, 0, verdict_of(a.rule),
        a.rule, NULL, NULL, NULL, false, false, 0)::order_stage ORDER BY a.n)
    INTO total, unknown, wrong, staged
    FROM (
      SELECT i.n, i.quantity, p.product_id, p.supplier_id, p.active, u.whole,
        round(coalesce(i.price, p.price) * i.quantity, 2) AS amount,
        rule_of(NULL, p.origin, is_signed, way.county) AS rule
      FROM unnest(skus, quantities, prices) WITH ORDINALITY AS i(sku, quantity, price, n)
      LEFT JOIN product p ON p.sku = i.sku
      LEFT JOIN unit u ON u.code = p.unit
    ) a;
    EXIT WHEN unknown IS NULL OR skus <> codes;
    skus := skus_of(codes);
    EXIT WHEN skus = codes;
  END LOOP;
  wrong := least(wrong, unknown);
  IF wrong IS NOT NULL THEN
    PERFORM refuse_order_line(codes[wrong], quantities[wrong], wrong);
  END IF;
  IF off <> 0 THEN
    staged := discounted(staged, off, total);
    total := total - off;
  END IF;

  IF cardinality(methods) = 1 THEN
    cash := CASE methods[1] WHEN 'cash' THEN amounts[1] ELSE 0 END;
    account := CASE methods[1] WHEN 'account' THEN amounts[1] ELSE 0 END;
    other := amounts[1] - cash - account;
  ELSE
    SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = 'cash'), 0),
      coalesce(sum(t.amount) FILTER (WHERE t.method = 'account'), 0),
      coalesce(sum(t.amount) FILTER (WHERE t.method NOT IN ('cash', 'account')), 0)
    INTO cash, account, other
    FROM unnest(methods, amounts) AS t(method, amount);
  END IF;
  change := cash + account + other - total;
  IF cardinality(methods) = 0 AND buyer IS NOT NULL THEN
    account := total;
    change := 0;
  END IF;
  IF change < 0 THEN
    PERFORM refuse(CASE WHEN cardinality(methods) = 0 THEN 'tender_missing' ELSE 'tender_short' END,
      jsonb_build_object('total', total::text, 'paid', (cash + account + other)::text, 'short', (-change)::text));
  ELSIF change > cash THEN
    PERFORM refuse('tender_over', jsonb_build_object('total', total::text, 'paid', (cash + account + other)::text));
  ELSIF account > 0 AND buyer IS NULL THEN
    PERFORM refuse('account_needs_buyer', '{}');
  ELSIF is_signed AND (buyer IS NULL OR account <> total) THEN
    PERFORM refuse('signed_needs_buyer', '{}');
  END IF;
  staged[1].total := total;
  staged[1].receivable := account;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, change)
  VALUES (batch, by_command, by_operator, session_user, now(), request, asked_digest, document, month, change)
  ON CONFLICT (request_id) DO NOTHING;
  IF NOT FOUND THEN  -- another till sent the same request at the same moment, and was first
    SELECT * INTO document, total, change, repeated FROM repeated_order(request, asked_digest);
    RETURN;
  END IF;
  IF cardinality(methods) = 1 AND account = 0 AND amounts[1] <> change THEN
    INSERT INTO tender (document_id, tender_no, method, amount) VALUES (document, 1, methods[1], amounts[1] - change);
  ELSIF cash + other > 0 THEN
    INSERT INTO tender (document_id, tender_no, method, amount)
    SELECT document, row_number() OVER (ORDER BY min(t.n)), t.method,
      sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END
    FROM unnest(methods, amounts) WITH ORDINALITY AS t(method, amount, n)
    WHERE t.method <> 'account'
    GROUP BY t.method
    HAVING sum(t.amount) - CASE WHEN t.method = 'cash' THEN change ELSE 0 END <> 0;
  END IF;
  PERFORM post_order(batch, false, staged);
END $$;

CREATE FUNCTION pengshui.import_claims(batch_no bigint, file bigint, known boolean, file_name text, part text, sha256 text, redacted_sha256 text, encoding text, profile text, channel bigint, platform_code text, snapshot timestamp with time zone, row_count integer, rejected_count integer, by_operator text, by_command text, OUT new integer, OUT same integer, OUT changed integer, OUT conflicts integer, OUT pending integer, OUT gross numeric, OUT refunds numeric, OUT first_day date, OUT last_day date, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

CREATE TABLE pengshui.claim (
    claim_id bigint NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text NOT NULL COLLATE pg_catalog."C",
    channel_id bigint NOT NULL,
    value_id bigint,
    status_id bigint,
    refund_day date,
    estimated boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE pengshui.claim IS 'An order line of a platform, and which snapshots of it are live: a projection of claim_snapshot.';

COMMENT ON COLUMN pengshui.claim.value_id IS 'The snapshot that says what was sold for how much: exact before estimated, then the newest.';

COMMENT ON COLUMN pengshui.claim.status_id IS 'The snapshot that says how it stands: the newest.';

COMMENT ON COLUMN pengshui.claim.refund_day IS 'The best evidence of the day the money went back.';

CREATE UNLOGGED TABLE pengshui.import_loser (
    batch bigint NOT NULL,
    ordinal integer NOT NULL,
    winner integer NOT NULL,
    conflict boolean NOT NULL
);

COMMENT ON TABLE pengshui.import_loser IS 'Staged claims that another row of the same file outranks.';

CREATE UNLOGGED TABLE pengshui.import_stage (
    batch bigint NOT NULL,
    ordinal integer NOT NULL,
    order_first integer NOT NULL,
    row_no integer NOT NULL,
    repeated boolean NOT NULL,
    order_no text NOT NULL COLLATE pg_catalog."C",
    line_no text NOT NULL COLLATE pg_catalog."C",
    listing text NOT NULL COLLATE pg_catalog."C",
    item_name text NOT NULL COLLATE pg_catalog."C",
    item_spec text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(14,3),
    goods numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    paid_at timestamp without time zone,
    newest_at timestamp without time zone NOT NULL,
    refund text NOT NULL,
    rank smallint NOT NULL,
    exact boolean NOT NULL,
    order_status text NOT NULL,
    aftersale_status text NOT NULL,
    digest uuid NOT NULL
);

COMMENT ON TABLE pengshui.import_stage IS 'The claims of a file being imported, keyed by batch; emptied in the same transaction.';

COMMENT ON COLUMN pengshui.import_stage.order_first IS 'The ordinal of the first claim of the order, so that orders are grouped without sorting texts.';

COMMENT ON COLUMN pengshui.import_stage.repeated IS 'True where an earlier row of the file may have the same key.';

CREATE FUNCTION pengshui.import_fresh(batch_no bigint, file bigint, all_new boolean) RETURNS SETOF pengshui.import_stage
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT s.batch,
     s.ordinal,
     s.order_first,
     s.row_no,
     s.repeated,
     s.order_no,
     s.line_no,
     s.listing,
     s.item_name,
     s.item_spec,
     s.quantity,
     s.goods,
     s.freight,
     s.paid_at,
     s.newest_at,
     s.refund,
     s.rank,
     s.exact,
     s.order_status,
     s.aftersale_status,
     s.digest
    FROM pengshui.import_stage s
   WHERE ((s.batch = import_fresh.batch_no) AND s.exact AND (import_fresh.all_new OR (s.ordinal IN ( SELECT ((c.claim_id - (import_fresh.file << 24)))::integer AS int4
            FROM pengshui.claim c
           WHERE ((c.claim_id >= (import_fresh.file << 24)) AND (c.claim_id <= ((import_fresh.file << 24) + 16777215)))))) AND (NOT (EXISTS ( SELECT
            FROM pengshui.import_loser l
           WHERE ((l.batch = import_fresh.batch_no) AND (l.ordinal = s.ordinal))))) AND (NOT (EXISTS ( SELECT
            FROM pengshui.import_loser l
           WHERE ((l.batch = import_fresh.batch_no) AND (l.winner = s.ordinal))))));
END;

CREATE FUNCTION pengshui.import_listings(batch_no bigint, channel bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

CREATE FUNCTION pengshui.import_undo(file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

CREATE TABLE pengshui.document (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
)
PARTITION BY RANGE (book_month);

COMMENT ON TABLE pengshui.document IS 'One sale, refund or correction, of one day, with its total written once.';

COMMENT ON COLUMN pengshui.document.side IS 'What the total adds to: sale to gross, refund to refunds (its totals are negative).';

COMMENT ON COLUMN pengshui.document.location_id IS 'The location whose stock it moves; none where the supplier ships.';

COMMENT ON COLUMN pengshui.document.receivable IS 'Yuan still owed: by the buyer, or by the platform that took the money.';

CREATE FUNCTION pengshui.lock_order(wanted bigint, OUT sale pengshui.document) RETURNS pengshui.document
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  SELECT * INTO sale FROM document d WHERE d.document_id = wanted FOR UPDATE;
  IF sale.document_id IS NULL THEN
    PERFORM refuse('order_unknown', jsonb_build_object('document', wanted));
  ELSIF sale.kind <> 'sale' THEN
    PERFORM refuse('order_not_a_sale', jsonb_build_object('document', wanted, 'kind', sale.kind));
  ELSIF sale.file_id IS NOT NULL THEN
    PERFORM refuse('order_imported', jsonb_build_object('document', wanted));
  ELSIF EXISTS (SELECT FROM line l WHERE l.of_document = wanted AND l.reverses) THEN
    PERFORM refuse('order_voided', jsonb_build_object('document', wanted));
  END IF;
END $$;

CREATE FUNCTION pengshui.map_listing(channel_code text, listing_code text, sku_code text, pieces numeric, by_operator text, by_command text, OUT claims bigint, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

CREATE FUNCTION pengshui.merge_claims(batch_no bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  UPDATE claim c
  SET value_id = m.value_id, status_id = m.status_id, estimated = coalesce(m.estimated, false),
    channel_id = coalesce(m.channel_id, c.channel_id),
    refund_day = business_day(m.refund_at, g.timezone, g.day_start)
  FROM programme g, (
    SELECT a.claim_id,
      (array_agg(s.snapshot_id ORDER BY s.exact DESC, s.effective_at DESC, s.rank DESC, s.digest DESC, s.snapshot_id)
        FILTER (WHERE f.file_id IS NOT NULL))[1] AS value_id,
      (array_agg(s.snapshot_id ORDER BY s.effective_at DESC, s.rank DESC, s.exact DESC, s.digest DESC, s.snapshot_id)
        FILTER (WHERE f.file_id IS NOT NULL))[1] AS status_id,
      NOT bool_or(s.exact) FILTER (WHERE f.file_id IS NOT NULL) AS estimated,
      min(f.channel_id) AS channel_id,
      coalesce(min(s.effective_at) FILTER (WHERE f.file_id IS NOT NULL AND s.refund = 'full' AND s.dated),
        min(s.effective_at) FILTER (WHERE f.file_id IS NOT NULL AND s.refund = 'full')) AS refund_at
    FROM import_affected a
    JOIN claim_snapshot s ON s.claim_id = a.claim_id
    LEFT JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
    WHERE a.batch = batch_no AND NOT a.merged
    GROUP BY a.claim_id
  ) m
  WHERE c.claim_id = m.claim_id;

  IF EXISTS (SELECT FROM claim c WHERE c.estimated) THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_affected a
    JOIN claim c ON c.claim_id = a.claim_id
    JOIN claim e ON e.platform = c.platform AND e.order_no = c.order_no AND e.estimated
    WHERE a.batch = batch_no
      AND NOT EXISTS (SELECT FROM import_affected b WHERE b.batch = batch_no AND b.claim_id = e.claim_id);
  END IF;
END $$;

CREATE FUNCTION pengshui.open_book_month(wanted date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  fact text;
  part text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.book_month'));
  IF EXISTS (SELECT FROM book_month WHERE month = wanted) THEN
    RETURN;
  END IF;
  IF wanted NOT BETWEEN '2010-01-01' AND '2099-12-01' THEN
    PERFORM refuse('day_implausible', jsonb_build_object('day', wanted));
  END IF;
  FOREACH fact IN ARRAY ARRAY['document', 'line'] LOOP
    part := fact || '_' || to_char(wanted, 'YYYY_MM');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, fact);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      fact, part, wanted, (wanted + interval '1 month')::date);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
  INSERT INTO book_month (month) VALUES (wanted);
END $$;

CREATE FUNCTION pengshui.pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (refund = 'amount_unknown'::text) THEN 'refund_amount_unknown'::text WHEN (refund = 'status_unknown'::text) THEN 'status_unknown'::text WHEN (product IS NULL) THEN 'listing_unknown'::text WHEN (quantity IS NULL) THEN 'quantity_unknown'::text ELSE NULL::text END;

CREATE FUNCTION pengshui.plan_for_bulk(rows bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  IF rows > 2000 THEN
    PERFORM set_config('enable_nestloop', 'off', true), set_config('work_mem', '192MB', true);
  END IF;
END $$;

CREATE FUNCTION pengshui.post_import(batch bigint, happened boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  short  record;
  places bigint;
  plenty bigint;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, of_document, of_line, reverses, estimated)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.of_document, s.of_line,
    s.reverses, s.estimated
  FROM import_line_stage s
  WHERE s.posting_id = batch;

  IF NOT happened THEN  -- before any stock is locked: where there is too little, all is refused

    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no), m.kind, m.location_id, m.product_id, m.delta, m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id,
        CASE WHEN s.reverses THEN 'cancel' WHEN s.side = 'sale' THEN 'issue' ELSE 'return' END AS kind,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN -s.quantity ELSE s.back END AS delta
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ) m
    WHERE m.delta <> 0;
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT s.location_id, s.product_id,
      sum(s.back - CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END) AS delta,
      bool_or(s.side = 'sale' AND s.reverses AND s.quantity + s.back < 0) AS was_short
    FROM import_line_stage s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    GROUP BY s.location_id, s.product_id
  ), held AS MATERIALIZED (
    SELECT h.location_id, h.product_id, a.delta, h.quantity + a.delta >= 0 AND NOT (happened AND a.was_short) AS enough
    FROM stock_on_hand h
    JOIN asked a ON a.location_id = h.location_id AND a.product_id = h.product_id
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h
  ), counted AS MATERIALIZED (
    SELECT (SELECT count(*) FROM asked) AS places, count(*) FILTER (WHERE h.enough) AS plenty FROM held h
  ), kept AS (
    UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
    FROM held d
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      AND (SELECT c.places = c.plenty FROM counted c)
  )
  SELECT c.places, c.plenty INTO places, plenty FROM counted c;
  IF places > plenty AND NOT happened THEN
    SELECT p.sku, p.name, p.unit, l.code AS location, coalesce(h.quantity, 0) AS on_hand, a.asked INTO short
    FROM (
      SELECT s.location_id, s.product_id, min(s.line_no) AS line_no, sum(s.quantity) AS asked
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND NOT s.reverses
      GROUP BY s.location_id, s.product_id
    ) a
    JOIN product p ON p.product_id = a.product_id
    JOIN location l ON l.location_id = a.location_id
    LEFT JOIN stock_on_hand h ON h.location_id = a.location_id AND h.product_id = a.product_id
    WHERE a.asked > coalesce(h.quantity, 0)
    ORDER BY a.line_no
    LIMIT 1;
    PERFORM refuse('stock_short', jsonb_build_object('sku', short.sku, 'name', short.name,
      'location', short.location, 'on_hand', trim_scale(short.on_hand)::text,
      'asked', trim_scale(short.asked)::text, 'unit', short.unit));
  ELSIF places > plenty THEN
    WITH moving AS MATERIALIZED (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, s.back, s.side, s.reverses,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END AS wanted
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ), held AS MATERIALIZED (
      SELECT h.location_id, h.product_id, h.quantity
      FROM stock_on_hand h
      JOIN (SELECT DISTINCT m.location_id, m.product_id FROM moving m) k
        ON k.location_id = h.location_id AND k.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ), running AS (
      SELECT m.*, coalesce(h.quantity, 0) AS on_hand,
        coalesce(h.quantity, 0) + sum(m.back) OVER (PARTITION BY m.location_id, m.product_id)
          - sum(m.wanted) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.document_id, m.line_no)
          + m.wanted AS left_for_it
      FROM moving m
      LEFT JOIN held h ON h.location_id = m.location_id AND h.product_id = m.product_id
    ), issued AS MATERIALIZED (
      SELECT r.*, greatest(0, least(r.wanted, r.left_for_it)) AS out FROM running r
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY document_id, line_no, kind), kind, location_id, product_id,
        delta, document_id, line_no
      FROM (
        SELECT 'issue' AS kind, location_id, product_id, -out AS delta, document_id, line_no
        FROM issued WHERE out > 0
        UNION ALL
        SELECT CASE WHEN reverses THEN 'cancel' ELSE 'return' END, location_id, product_id, back, document_id, line_no
        FROM issued WHERE back > 0
      ) m
      RETURNING location_id, product_id, quantity
    ), kept AS (
      UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
      FROM (SELECT location_id, product_id, sum(quantity) AS delta FROM moved GROUP BY location_id, product_id) d
      WHERE h.location_id = d.location_id AND h.product_id = d.product_id
    )
    INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
    SELECT document_id, line_no, location_id, product_id, CASE WHEN reverses THEN quantity + back ELSE wanted - out END
    FROM issued
    WHERE side = 'sale' AND CASE WHEN reverses THEN quantity + back < 0 ELSE wanted > out END;
  ELSIF happened AND places > 0 THEN

    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY m.document_id, m.line_no), m.kind, m.location_id, m.product_id, m.delta, m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id,
        CASE WHEN s.reverses THEN 'cancel' WHEN s.side = 'sale' THEN 'issue' ELSE 'return' END AS kind,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN -s.quantity ELSE s.back END AS delta
      FROM import_line_stage s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ) m
    WHERE m.delta <> 0;
  END IF;

  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM import_line_stage s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;

  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM import_line_stage s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $$;

CREATE FUNCTION pengshui.post_order(batch bigint, happened boolean, staged pengshui.order_stage[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  short  record;
  places bigint;
  plenty bigint;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, signed, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.signed, s.total, s.freights, s.receivable
  FROM unnest(staged) s
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, of_document, of_line, reverses, estimated)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.of_document, s.of_line,
    s.reverses, s.estimated
  FROM unnest(staged) s
  WHERE s.posting_id = batch;

  IF NOT happened THEN  -- before any stock is locked: where there is too little, all is refused

    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
    SELECT batch, m.line_no, m.kind, m.location_id, m.product_id, m.delta, m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id,
        CASE WHEN s.reverses THEN 'cancel' WHEN s.side = 'sale' THEN 'issue' ELSE 'return' END AS kind,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN -s.quantity ELSE s.back END AS delta
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ) m
    WHERE m.delta <> 0;
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT s.location_id, s.product_id,
      sum(s.back - CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END) AS delta,
      bool_or(s.side = 'sale' AND s.reverses AND s.quantity + s.back < 0) AS was_short
    FROM unnest(staged) s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    GROUP BY s.location_id, s.product_id
  ), held AS MATERIALIZED (
    SELECT h.location_id, h.product_id, a.delta, h.quantity + a.delta >= 0 AND NOT (happened AND a.was_short) AS enough
    FROM stock_on_hand h
    JOIN asked a ON a.location_id = h.location_id AND a.product_id = h.product_id
    ORDER BY h.location_id, h.product_id
    FOR UPDATE OF h
  ), counted AS MATERIALIZED (
    SELECT (SELECT count(*) FROM asked) AS places, count(*) FILTER (WHERE h.enough) AS plenty FROM held h
  ), kept AS (
    UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
    FROM held d
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      AND (SELECT c.places = c.plenty FROM counted c)
  )
  SELECT c.places, c.plenty INTO places, plenty FROM counted c;
  IF places > plenty AND NOT happened THEN
    SELECT p.sku, p.name, p.unit, l.code AS location, coalesce(h.quantity, 0) AS on_hand, a.asked INTO short
    FROM (
      SELECT s.location_id, s.product_id, min(s.line_no) AS line_no, sum(s.quantity) AS asked
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND NOT s.reverses
      GROUP BY s.location_id, s.product_id
    ) a
    JOIN product p ON p.product_id = a.product_id
    JOIN location l ON l.location_id = a.location_id
    LEFT JOIN stock_on_hand h ON h.location_id = a.location_id AND h.product_id = a.product_id
    WHERE a.asked > coalesce(h.quantity, 0)
    ORDER BY a.line_no
    LIMIT 1;
    PERFORM refuse('stock_short', jsonb_build_object('sku', short.sku, 'name', short.name,
      'location', short.location, 'on_hand', trim_scale(short.on_hand)::text,
      'asked', trim_scale(short.asked)::text, 'unit', short.unit));
  ELSIF places > plenty THEN
    WITH moving AS MATERIALIZED (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, s.back, s.side, s.reverses,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN s.quantity ELSE 0 END AS wanted
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ), held AS MATERIALIZED (
      SELECT h.location_id, h.product_id, h.quantity
      FROM stock_on_hand h
      JOIN (SELECT DISTINCT m.location_id, m.product_id FROM moving m) k
        ON k.location_id = h.location_id AND k.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ), running AS (
      SELECT m.*, coalesce(h.quantity, 0) AS on_hand,
        coalesce(h.quantity, 0) + sum(m.back) OVER (PARTITION BY m.location_id, m.product_id)
          - sum(m.wanted) OVER (PARTITION BY m.location_id, m.product_id ORDER BY m.document_id, m.line_no)
          + m.wanted AS left_for_it
      FROM moving m
      LEFT JOIN held h ON h.location_id = m.location_id AND h.product_id = m.product_id
    ), issued AS MATERIALIZED (
      SELECT r.*, greatest(0, least(r.wanted, r.left_for_it)) AS out FROM running r
    ), moved AS (
      INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
      SELECT batch, row_number() OVER (ORDER BY document_id, line_no, kind), kind, location_id, product_id,
        delta, document_id, line_no
      FROM (
        SELECT 'issue' AS kind, location_id, product_id, -out AS delta, document_id, line_no
        FROM issued WHERE out > 0
        UNION ALL
        SELECT CASE WHEN reverses THEN 'cancel' ELSE 'return' END, location_id, product_id, back, document_id, line_no
        FROM issued WHERE back > 0
      ) m
      RETURNING location_id, product_id, quantity
    ), kept AS (
      UPDATE stock_on_hand h SET quantity = h.quantity + d.delta
      FROM (SELECT location_id, product_id, sum(quantity) AS delta FROM moved GROUP BY location_id, product_id) d
      WHERE h.location_id = d.location_id AND h.product_id = d.product_id
    )
    INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
    SELECT document_id, line_no, location_id, product_id, CASE WHEN reverses THEN quantity + back ELSE wanted - out END
    FROM issued
    WHERE side = 'sale' AND CASE WHEN reverses THEN quantity + back < 0 ELSE wanted > out END;
  ELSIF happened AND places > 0 THEN

    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, document_id, line_no)
    SELECT batch, m.line_no, m.kind, m.location_id, m.product_id, m.delta, m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id,
        CASE WHEN s.reverses THEN 'cancel' WHEN s.side = 'sale' THEN 'issue' ELSE 'return' END AS kind,
        CASE WHEN s.side = 'sale' AND NOT s.reverses THEN -s.quantity ELSE s.back END AS delta
      FROM unnest(staged) s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
    ) m
    WHERE m.delta <> 0;
  END IF;

  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM unnest(staged) s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;

  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM unnest(staged) s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $$;

CREATE FUNCTION pengshui.receive_stock(code text, received numeric, location_code text, unit_cost numeric, lot_code text, expires_on date, by_operator text, by_command text, OUT location text, OUT sku text, OUT name text, OUT unit text, OUT on_hand numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  place   bigint;
  product bigint;
  whole   boolean;
  batch   bigint := nextval('posting_number');
BEGIN
  SELECT p.product_id, p.sku, p.name, p.unit, u.whole INTO product, sku, name, unit, whole
  FROM product p JOIN unit u ON u.code = p.unit
  WHERE p.product_id = coalesce((SELECT k.product_id FROM product k WHERE k.sku = receive_stock.code),
    (SELECT b.product_id FROM barcode b WHERE b.code = receive_stock.code));
  SELECT l.location_id, l.code INTO place, location FROM location l
  WHERE CASE WHEN location_code IS NULL THEN l.is_default ELSE l.code = location_code END;
  IF product IS NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', receive_stock.code));
  ELSIF place IS NULL THEN
    PERFORM refuse('location_unknown', jsonb_build_object('code', coalesce(location_code, '')));
  ELSIF NOT received > 0 THEN
    PERFORM refuse('quantity_not_positive', jsonb_build_object('code', sku, 'quantity', trim_scale(received)::text));
  ELSIF whole AND received <> trunc(received) THEN
    PERFORM refuse('quantity_not_whole', jsonb_build_object('code', sku, 'name', name, 'unit', unit,
      'quantity', trim_scale(received)::text));
  END IF;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (batch, by_command, by_operator, session_user, now());
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, quantity, lot, expires, cost)
  VALUES (batch, 1, 'receive', place, product, received, lot_code, expires_on, unit_cost);
  INSERT INTO stock_on_hand AS h (location_id, product_id, quantity)
  VALUES (place, product, received)
  ON CONFLICT (location_id, product_id) DO UPDATE SET quantity = h.quantity + excluded.quantity
  RETURNING h.quantity INTO on_hand;
END $$;

CREATE FUNCTION pengshui.reconcile_claims(batch_no bigint, file bigint, by_operator text, by_command text, OUT posted_gross numeric, OUT posted_refunds numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  own    date;
  booked date;
BEGIN
  PERFORM merge_claims(batch_no);
  ANALYZE import_affected;

  -- Sales of claims seen for the first time.
  WITH wanted AS MATERIALIZED (
    SELECT d.*, dense_rank() OVER (ORDER BY d.order_no, d.day) AS document,
      row_number() OVER (PARTITION BY d.order_no, d.day ORDER BY d.claim_id) AS line_no,
      sum(d.amount) OVER (PARTITION BY d.order_no, d.day) AS total,
      sum(d.freight) OVER (PARTITION BY d.order_no, d.day) AS freights
    FROM import_affected a
    JOIN claim_desired d ON d.claim_id = a.claim_id
    WHERE a.batch = batch_no AND a.fresh AND NOT a.staged
  ), numbers AS MATERIALIZED (
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, estimated)
  SELECT batch_no, k.document_id, w.line_no, 'sale', 'sale', date_trunc('month', w.day), w.day, w.paid_at,
    w.channel_id, w.location_id, w.file_id, w.order_no, w.product_id, r.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, verdict_of(rule_of(w.pending_rule, r.origin, false, g.county)),
    rule_of(w.pending_rule, r.origin, false, g.county), w.claim_id, w.estimated
  FROM wanted w
  JOIN numbers k ON k.n = w.document
  CROSS JOIN programme g
  LEFT JOIN product r ON r.product_id = w.product_id;

  -- Sales of claims seen before: what differs is reversed, and posted as it should be.
  IF EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh) THEN
    WITH compared AS MATERIALIZED (
      SELECT a.claim_id, c.order_no, c.channel_id, d.file_id, d.day, d.paid_at, d.location_id, d.product_id,
        d.quantity, d.amount, d.freight, d.pending_rule, d.estimated,
        p.document_id AS old_document, p.line_no AS old_line, p.book_month AS old_month, p.day AS old_day,
        p.channel_id AS old_channel, p.product_id AS old_product, p.supplier_id AS old_supplier,
        p.quantity AS old_quantity, p.amount AS old_amount, p.freight AS old_freight, p.verdict AS old_verdict,
        p.rule AS old_rule, p.estimated AS old_estimated
      FROM import_affected a
      JOIN claim c ON c.claim_id = a.claim_id
      LEFT JOIN claim_desired d ON d.claim_id = a.claim_id
      LEFT JOIN claim_posted p ON p.claim_id = a.claim_id AND p.side = 'sale'
      WHERE a.batch = batch_no AND NOT a.fresh
        AND (d.channel_id, d.product_id, d.quantity, d.amount, d.freight, d.day, d.estimated, d.pending_rule)
          IS DISTINCT FROM
          (p.channel_id, p.product_id, p.quantity, p.amount, p.freight, p.day, p.estimated, p.pending_rule)
    ), wanted AS MATERIALIZED (
      SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS document,
        row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id
          ORDER BY w.claim_id, w.reverses DESC) AS line_no,
        sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS total,
        sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS freights
      FROM (
        SELECT c.claim_id, c.order_no, 'correction' AS kind, c.old_channel AS channel_id, o.file_id, c.old_day AS day,
          o.at, o.location_id, c.old_product AS product_id, c.old_supplier AS supplier_id,
          -c.old_quantity AS quantity, -c.old_amount AS amount, -c.old_freight AS freight,
          c.old_verdict AS verdict, c.old_rule AS rule, c.old_document AS of_document, c.old_line AS of_line,
          true AS reverses, c.old_estimated AS estimated,
          coalesce((SELECT -sum(m.quantity) FROM stock_move m
            WHERE m.document_id = c.old_document AND m.line_no = c.old_line), 0) AS back
        FROM compared c
        JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
        UNION ALL
        SELECT c.claim_id, c.order_no, CASE WHEN c.old_document IS NULL THEN 'sale' ELSE 'correction' END,
          c.channel_id, c.file_id, c.day, c.paid_at, c.location_id, c.product_id, r.supplier_id, c.quantity, c.amount,
          c.freight, verdict_of(rule_of(c.pending_rule, r.origin, false, g.county)),
          rule_of(c.pending_rule, r.origin, false, g.county), NULL, NULL, false, c.estimated, 0
        FROM compared c
        CROSS JOIN programme g
        LEFT JOIN product r ON r.product_id = c.product_id
        WHERE c.day IS NOT NULL
      ) w
    ), numbers AS MATERIALIZED (
      SELECT n, nextval('document_number') AS document_id
      FROM generate_series(1, (SELECT max(document) FROM wanted)) n
    )
    INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
      location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
      receivable, verdict, rule, claim_id, of_document, of_line, reverses, estimated, back)
    SELECT batch_no, k.document_id, w.line_no, w.kind, 'sale', date_trunc('month', w.day), w.day, w.at, w.channel_id,
      w.location_id, w.file_id, w.order_no, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
      w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.of_document, w.of_line, w.reverses,
      w.estimated, w.back
    FROM wanted w JOIN numbers k ON k.n = w.document;
  END IF;
  ANALYZE import_line_stage;

  -- Refunds: of the sale line just staged, or of the one that stands.
  WITH sale AS MATERIALIZED (
    SELECT d.claim_id, d.order_no, d.file_id, d.refund_day, d.refund_at,
      coalesce(n.document_id, p.document_id) AS of_document, coalesce(n.line_no, p.line_no) AS of_line,
      n.claim_id IS NOT NULL AS sale_is_new, d.channel_id, d.location_id,
      CASE WHEN n.claim_id IS NULL THEN p.supplier_id ELSE n.supplier_id END AS supplier_id,
      coalesce(n.verdict, p.verdict) AS verdict, coalesce(n.rule, p.rule) AS rule,
      d.product_id, d.quantity, d.amount, d.freight, d.estimated
    FROM import_affected a
    JOIN claim_desired d ON d.claim_id = a.claim_id AND d.refunded
    LEFT JOIN import_line_stage n ON n.posting_id = batch_no AND n.claim_id = a.claim_id AND NOT n.reverses
    LEFT JOIN claim_posted p ON NOT a.fresh AND p.claim_id = a.claim_id AND p.side = 'sale'
    WHERE a.batch = batch_no
  ), posted AS MATERIALIZED (
    SELECT p.* FROM import_affected a
    JOIN claim_posted p ON p.claim_id = a.claim_id AND p.side = 'refund'
    WHERE a.batch = batch_no AND NOT a.fresh
  ), standing AS MATERIALIZED (
    SELECT p.claim_id FROM posted p
    JOIN sale s ON s.claim_id = p.claim_id AND NOT s.sale_is_new AND s.refund_day = p.day AND -s.amount = p.amount
      AND s.of_document = p.of_document AND s.of_line = p.of_line
  ), wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day
        ORDER BY w.claim_id, w.reverses DESC) AS line_no,
      sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS total,
      sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS freights
    FROM (
      SELECT p.claim_id, c.order_no, 'correction' AS kind, p.channel_id, o.file_id, p.day, o.at, o.location_id,
        p.product_id, p.supplier_id, -p.quantity AS quantity, -p.amount AS amount, -p.freight AS freight,
        p.verdict, p.rule, p.document_id AS of_document, p.line_no AS of_line, true AS reverses, p.estimated
      FROM posted p
      JOIN claim c ON c.claim_id = p.claim_id
      JOIN document o ON o.document_id = p.document_id AND o.book_month = p.book_month
      WHERE p.claim_id NOT IN (SELECT t.claim_id FROM standing t)
      UNION ALL
      SELECT s.claim_id, s.order_no,
        CASE WHEN EXISTS (SELECT FROM posted p WHERE p.claim_id = s.claim_id) THEN 'correction' ELSE 'refund' END,
        s.channel_id, s.file_id, s.refund_day, s.refund_at, s.location_id, s.product_id, s.supplier_id, -s.quantity,
        -s.amount, -s.freight, s.verdict, s.rule, s.of_document, s.of_line, false, s.estimated
      FROM sale s
      WHERE s.claim_id NOT IN (SELECT t.claim_id FROM standing t)
    ) w
  ), numbers AS MATERIALIZED (
    SELECT n, nextval('document_number') AS document_id
    FROM generate_series(1, (SELECT max(document) FROM wanted)) n
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, of_document, of_line, reverses, estimated)
  SELECT batch_no, k.document_id, w.line_no, w.kind, 'refund', date_trunc('month', w.day), w.day, w.at, w.channel_id,
    w.location_id, w.file_id, w.order_no, w.product_id, w.supplier_id, w.quantity, w.amount, w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.of_document, w.of_line, w.reverses,
    w.estimated
  FROM wanted w JOIN numbers k ON k.n = w.document;

  FOR own IN SELECT DISTINCT s.book_month FROM import_line_stage s WHERE s.posting_id = batch_no ORDER BY 1 LOOP
    booked := book_month_of(own);
    IF booked <> own THEN
      UPDATE import_line_stage s SET book_month = booked WHERE s.posting_id = batch_no AND s.book_month = own;
    END IF;
  END LOOP;
  SELECT coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0)
  INTO posted_gross, posted_refunds
  FROM import_line_stage s WHERE s.posting_id = batch_no;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (batch_no, by_command, by_operator, session_user, now());
  PERFORM post_import(batch_no, true);
END $$;

CREATE FUNCTION pengshui.refund_order(request uuid, wanted bigint, asked_lines integer[], asked_quantities numeric[], asked_amounts numeric[], restock boolean, methods text[], amounts numeric[], happened_at timestamp with time zone, by_operator text, by_command text, because text, OUT document bigint, OUT total numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('refund', wanted, asked_lines, asked_quantities, asked_amounts,
    restock, methods, amounts)::text, 'UTF8'));
  sale    document;
  on_day  date;
  month   date;
  batch   bigint;
  wrong   record;
  account numeric;
  owed    numeric;
  nothing numeric;
BEGIN
  SELECT * INTO document, total, nothing, repeated FROM repeated_order(request, asked_digest);
  IF repeated THEN
    total := -total;
    RETURN;
  END IF;
  sale := lock_order(wanted);
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO on_day FROM programme g;
  month := book_month_of(on_day);
  batch := nextval('posting_number');
  document := nextval('document_number');

  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, signed, product_id, supplier_id, quantity, amount, verdict, rule, of_document, of_line, back)
  SELECT batch, document, row_number() OVER (ORDER BY r.line_no), 'refund', 'refund', month, on_day, happened_at,
    sale.channel_id, sale.location_id, sale.buyer_id, sale.signed, r.product_id, r.supplier_id, -r.take,
    -coalesce(r.money, CASE WHEN r.take = r.quantity_left THEN r.amount_left
      ELSE least(round(r.amount * r.take / nullif(r.quantity, 0), 2), r.amount_left) END),
    r.verdict, r.rule, wanted, r.line_no,
    CASE WHEN restock AND sale.location_id IS NOT NULL THEN r.take ELSE 0 END
  FROM (
    SELECT o.*, a.amount AS money,
      CASE WHEN cardinality(asked_lines) = 0 THEN o.quantity_left ELSE a.quantity END AS take
    FROM order_line o
    LEFT JOIN unnest(asked_lines, asked_quantities, asked_amounts) AS a(line_no, quantity, amount)
      ON a.line_no = o.line_no
    WHERE o.document_id = wanted AND (a.line_no IS NOT NULL
      OR cardinality(asked_lines) = 0 AND (o.quantity_left > 0 OR o.amount_left > 0))
  ) r;

  SELECT a.line_no, o.sku, o.unit, -s.quantity AS quantity, -s.amount AS amount, o.quantity_left, o.amount_left,
    o.line_no IS NULL AS missing, o.whole AND s.quantity <> trunc(s.quantity) AS broken
  INTO wrong
  FROM unnest(asked_lines) AS a(line_no)
  FULL JOIN (SELECT * FROM order_stage o WHERE o.posting_id = batch) s ON s.of_line = a.line_no
  LEFT JOIN (SELECT * FROM order_line o WHERE o.document_id = wanted) o ON o.line_no = coalesce(s.of_line, a.line_no)
  WHERE o.line_no IS NULL OR -s.quantity > o.quantity_left OR -s.amount > o.amount_left
    OR s.quantity > 0 OR s.amount > 0 OR o.whole AND s.quantity <> trunc(s.quantity)
    OR s.quantity = 0 AND s.amount = 0 AND o.amount > 0
  LIMIT 1;
  IF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.missing THEN 'line_unknown'
        WHEN wrong.quantity > wrong.quantity_left OR wrong.amount > wrong.amount_left THEN 'refund_over'
        WHEN wrong.broken THEN 'quantity_not_whole'
        ELSE 'refund_nothing' END,
      jsonb_build_object('document', wanted, 'line', wrong.line_no, 'code', wrong.sku, 'unit', wrong.unit,
        'quantity', trim_scale(wrong.quantity)::text, 'amount', wrong.amount::text,
        'quantity_left', trim_scale(wrong.quantity_left)::text, 'amount_left', wrong.amount_left::text));
  END IF;
  SELECT -sum(s.amount) INTO total FROM order_stage s WHERE s.posting_id = batch;
  IF total IS NULL THEN
    PERFORM refuse('refund_nothing', jsonb_build_object('document', wanted));
  END IF;

  SELECT coalesce(sum(d.receivable), 0) INTO owed FROM document d
  WHERE d.document_id = wanted OR d.document_id IN
    (SELECT l.document_id FROM line l WHERE l.of_document = wanted);
  IF cardinality(methods) = 0 AND total > 0 THEN
    SELECT array_agg(w.method), array_fill(total, ARRAY[1]) INTO methods, amounts
    FROM (SELECT t.method FROM tender t WHERE t.document_id = wanted
          UNION ALL SELECT 'account' WHERE sale.receivable > 0) w;
    IF cardinality(methods) <> 1 THEN
      PERFORM refuse('refund_way_needed', jsonb_build_object('total', total::text, 'methods', array_to_string(methods, ', ')));
    END IF;
  END IF;
  SELECT coalesce(sum(t.amount) FILTER (WHERE t.method = 'account'), 0) INTO account
  FROM unnest(methods, amounts) AS t(method, amount);
  IF (SELECT coalesce(sum(t.amount), 0) FROM unnest(amounts) AS t(amount)) <> total THEN
    PERFORM refuse('refund_tender_differs', jsonb_build_object('total', total::text,
      'paid', (SELECT coalesce(sum(t.amount), 0)::text FROM unnest(amounts) AS t(amount))));
  ELSIF account > owed THEN
    PERFORM refuse('refund_account_over', jsonb_build_object('owed', owed::text, 'account', account::text));
  END IF;
  UPDATE order_stage s SET total = -refund_order.total, receivable = -account
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, request_id, request_digest,
    document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), request, asked_digest, document, month, because);
  PERFORM post_order(batch, false, take_staged(batch));
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT document, row_number() OVER (ORDER BY t.method), t.method, -sum(t.amount)
  FROM unnest(methods, amounts) AS t(method, amount)
  WHERE t.method <> 'account'
  GROUP BY t.method HAVING sum(t.amount) > 0;
END $$;

CREATE FUNCTION pengshui.refuse(code text, facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;

CREATE FUNCTION pengshui.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = 'append_only',
    DETAIL = jsonb_build_object('table', TG_TABLE_NAME, 'act', lower(TG_OP))::text;
END $$;

CREATE FUNCTION pengshui.refuse_order_line(asked_code text, asked_quantity numeric, n bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  it record;
BEGIN
  SELECT p.sku, p.name, p.active, p.unit, u.whole INTO it
  FROM product p JOIN unit u ON u.code = p.unit
  WHERE p.product_id = coalesce((SELECT k.product_id FROM product k WHERE k.sku = asked_code),
    (SELECT b.product_id FROM barcode b WHERE b.code = asked_code));
  PERFORM refuse(CASE
      WHEN it.sku IS NULL THEN 'product_unknown'
      WHEN NOT it.active THEN 'product_inactive'
      WHEN NOT asked_quantity > 0 THEN 'quantity_not_positive'
      ELSE 'quantity_not_whole' END,
    jsonb_build_object('code', asked_code, 'name', it.name, 'unit', it.unit, 'line', n,
      'quantity', trim_scale(asked_quantity)::text));
END $$;

CREATE FUNCTION pengshui.repeated_order(request uuid, asked_digest bytea, OUT document bigint, OUT total numeric, OUT change numeric, OUT repeated boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  first record;
BEGIN
  SELECT p.document_id, p.book_month, p.request_digest, p.change INTO first
  FROM posting p WHERE p.request_id = request;
  repeated := first.document_id IS NOT NULL;
  IF NOT repeated THEN
    RETURN;
  ELSIF first.request_digest <> asked_digest THEN
    PERFORM refuse('request_differs', jsonb_build_object('id', request, 'document', first.document_id));
  END IF;
  document := first.document_id;
  change := first.change;
  SELECT d.total INTO total FROM document d
  WHERE d.document_id = first.document_id AND d.book_month = first.book_month;
END $$;

CREATE FUNCTION pengshui.rule_of(pending_reason text, origin text, is_signed boolean, county text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (pending_reason IS NOT NULL) THEN pending_reason WHEN (origin IS NULL) THEN 'listing_unknown'::text WHEN is_signed THEN 'signed_agreement'::text WHEN (origin <> county) THEN 'origin'::text ELSE 'eligible'::text END;

CREATE FUNCTION pengshui.skus_of(codes text[]) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  SELECT array_agg(coalesce(k.sku, b.sku, i.code) ORDER BY i.n)
  FROM unnest(codes) WITH ORDINALITY AS i(code, n)
  LEFT JOIN product k ON k.sku = i.code
  LEFT JOIN (SELECT a.code, p.sku FROM barcode a JOIN product p ON p.product_id = a.product_id) b ON b.code = i.code
$$;

CREATE FUNCTION pengshui.stage_fresh_sales(batch_no bigint, file bigint, all_new boolean, channel bigint, platform_code text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
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

CREATE FUNCTION pengshui.take_staged(batch bigint) RETURNS pengshui.order_stage[]
    LANGUAGE sql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
  WITH taken AS (DELETE FROM order_stage s WHERE s.posting_id = batch RETURNING s)
  SELECT array_agg(t.s ORDER BY (t.s).line_no) FROM taken t
$$;

CREATE FUNCTION pengshui.verdict_of(rule text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (rule = 'eligible'::text) THEN 'counted'::text WHEN (rule = ANY (ARRAY['origin'::text, 'signed_agreement'::text])) THEN 'excluded'::text ELSE 'pending'::text END;

CREATE FUNCTION pengshui.void_order(wanted bigint, happened_at timestamp with time zone, by_operator text, by_command text, because text, OUT document bigint, OUT total numeric) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pengshui', 'pg_temp'
    AS $$
DECLARE
  sale  document;
  month date;
  batch bigint;
BEGIN
  sale := lock_order(wanted);
  IF EXISTS (SELECT FROM line l WHERE l.of_document = wanted) THEN
    PERFORM refuse('order_refunded', jsonb_build_object('document', wanted));
  END IF;
  month := book_month_of(sale.day);
  batch := nextval('posting_number');
  document := nextval('document_number');
  total := sale.total;
  INSERT INTO order_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, buyer_id, signed, product_id, supplier_id, quantity, amount, total, receivable, verdict,
    rule, of_document, of_line, reverses, back)
  SELECT batch, document, l.line_no, 'correction', 'sale', month, sale.day, happened_at, sale.channel_id,
    sale.location_id, sale.buyer_id, sale.signed, l.product_id, l.supplier_id, -l.quantity, -l.amount,
    CASE WHEN l.line_no = 1 THEN -sale.total ELSE 0 END, CASE WHEN l.line_no = 1 THEN -sale.receivable ELSE 0 END,
    l.verdict, l.rule, wanted, l.line_no, true,
    coalesce((SELECT -sum(m.quantity) FROM stock_move m
      WHERE m.document_id = wanted AND m.line_no = l.line_no), 0)
  FROM line l
  WHERE l.document_id = wanted AND l.book_month = sale.book_month;
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, document_id, book_month, reason)
  VALUES (batch, by_command, by_operator, session_user, now(), document, month, because);
  PERFORM post_order(batch, false, take_staged(batch));
  INSERT INTO tender (document_id, tender_no, method, amount)
  SELECT document, t.tender_no, t.method, -t.amount FROM tender t WHERE t.document_id = wanted;
END $$;

CREATE TABLE pengshui.barcode (
    code text NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT barcode_plain CHECK ((code ~ '^[0-9A-Za-z._-]{1,40}$'::text))
);

CREATE TABLE pengshui.book_month (
    month date NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    CONSTRAINT book_month_first_day CHECK ((month = (date_trunc('month'::text, (month)::timestamp with time zone))::date)),
    CONSTRAINT book_month_plausible CHECK (((month >= '2010-01-01'::date) AND (month <= '2099-12-01'::date))),
    CONSTRAINT book_month_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

COMMENT ON TABLE pengshui.book_month IS 'The months lines are booked in; posting locks its row FOR KEY SHARE.';

CREATE TABLE pengshui.buyer (
    buyer_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'institution'::text NOT NULL,
    province text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT buyer_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT buyer_kind_known CHECK ((kind = ANY (ARRAY['government'::text, 'institution'::text, 'enterprise'::text, 'union'::text, 'canteen'::text, 'supermarket'::text, 'other'::text]))),
    CONSTRAINT buyer_name_given CHECK ((name <> ''::text))
);

COMMENT ON TABLE pengshui.buyer IS 'An organisation that buys: a canteen, a supermarket, a union.';

ALTER TABLE pengshui.buyer ALTER COLUMN buyer_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.buyer_buyer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pengshui.channel (
    channel_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    platform text,
    ships_from bigint,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT channel_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT channel_kind_known CHECK ((kind = ANY (ARRAY['counter'::text, 'canteen'::text, 'supermarket'::text, 'fair'::text, 'livestream'::text, 'marketplace'::text, 'tourism'::text])))
);

COMMENT ON TABLE pengshui.channel IS 'One shop account on one platform, or one way of selling.';

COMMENT ON COLUMN pengshui.channel.platform IS 'Whose files the channel imports; an order line is unique on its platform.';

COMMENT ON COLUMN pengshui.channel.ships_from IS 'The location whose stock the channel moves; none where the supplier ships.';

ALTER TABLE pengshui.channel ALTER COLUMN channel_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.channel_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pengshui.claim_snapshot (
    snapshot_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    outcome text NOT NULL,
    conflict boolean NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    dated boolean NOT NULL,
    rank smallint NOT NULL,
    exact boolean NOT NULL,
    digest uuid NOT NULL,
    listing_id bigint NOT NULL,
    quantity numeric(14,3),
    goods numeric(14,2) NOT NULL,
    freight numeric(14,2) NOT NULL,
    paid_at timestamp with time zone,
    refund text NOT NULL,
    order_status text NOT NULL,
    aftersale_status text NOT NULL,
    CONSTRAINT claim_snapshot_goods_not_negative CHECK (((goods >= (0)::numeric) AND (goods < 'NaN'::numeric))),
    CONSTRAINT claim_snapshot_outcome_known CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text]))),
    CONSTRAINT claim_snapshot_refund_known CHECK ((refund = ANY (ARRAY['none'::text, 'full'::text, 'amount_unknown'::text, 'status_unknown'::text])))
);

COMMENT ON TABLE pengshui.claim_snapshot IS 'What one row of one file says of one order line.';

COMMENT ON COLUMN pengshui.claim_snapshot.snapshot_id IS 'file_id * 2^24 + the claim''s ordinal in its file.';

COMMENT ON COLUMN pengshui.claim_snapshot.effective_at IS 'The file''s snapshot_at; else the newest instant in the row.';

COMMENT ON COLUMN pengshui.claim_snapshot.digest IS 'The first 128 bits of the SHA-256 of the recorded fields.';

COMMENT ON COLUMN pengshui.claim_snapshot.quantity IS 'Pieces of the listing; null where the file does not tell.';

COMMENT ON COLUMN pengshui.claim_snapshot.goods IS 'Goods value in yuan, without freight, subsidies included.';

CREATE TABLE pengshui.listing (
    listing_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text DEFAULT ''::text NOT NULL,
    spec text DEFAULT ''::text NOT NULL,
    product_id bigint,
    quantity numeric(14,3) DEFAULT 1 NOT NULL,
    CONSTRAINT listing_quantity_a_number CHECK ((quantity < 'NaN'::numeric)),
    CONSTRAINT listing_quantity_positive CHECK ((quantity > (0)::numeric))
);

COMMENT ON TABLE pengshui.listing IS 'A channel''s own product code, and the product and quantity one piece of it holds.';

COMMENT ON COLUMN pengshui.listing.product_id IS 'Null until the listing is mapped: its sales are pending until then.';

CREATE TABLE pengshui.programme (
    singleton boolean DEFAULT true NOT NULL,
    name text NOT NULL,
    county text NOT NULL,
    partner text NOT NULL,
    timezone text DEFAULT 'Asia/Shanghai'::text NOT NULL,
    day_start interval DEFAULT '00:00:00'::interval NOT NULL,
    CONSTRAINT programme_day_start_within_day CHECK (((day_start >= '00:00:00'::interval) AND (day_start < '24:00:00'::interval))),
    CONSTRAINT programme_single CHECK (singleton)
);

COMMENT ON TABLE pengshui.programme IS 'One county aided by one partner; one row, one schema.';

COMMENT ON COLUMN pengshui.programme.county IS 'Products of this origin count towards the figure.';

COMMENT ON COLUMN pengshui.programme.day_start IS 'The local time of day at which a business day begins.';

CREATE VIEW pengshui.claim_desired AS
 SELECT c.claim_id,
    c.order_no,
    c.channel_id,
    h.ships_from AS location_id,
    v.file_id,
    s.paid_at,
    pengshui.business_day(s.paid_at, g.timezone, g.day_start) AS day,
    l.product_id,
    (COALESCE((v.quantity * l.quantity), (0)::numeric))::numeric(14,3) AS quantity,
    v.goods AS amount,
    v.freight,
    (NOT v.exact) AS estimated,
    pengshui.pending_rule_of(s.refund, l.product_id, v.quantity) AS pending_rule,
    (s.refund = 'full'::text) AS refunded,
    c.refund_day,
    ((c.refund_day + g.day_start) AT TIME ZONE g.timezone) AS refund_at
   FROM (((((pengshui.claim c
     JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
     JOIN pengshui.claim_snapshot s ON ((s.snapshot_id = c.status_id)))
     JOIN pengshui.listing l ON ((l.listing_id = v.listing_id)))
     JOIN pengshui.channel h ON ((h.channel_id = c.channel_id)))
     CROSS JOIN pengshui.programme g)
  WHERE ((s.paid_at IS NOT NULL) AND (NOT (c.estimated AND (EXISTS ( SELECT
           FROM pengshui.claim e
          WHERE ((e.platform = c.platform) AND (e.order_no = c.order_no) AND (e.value_id IS NOT NULL) AND (NOT e.estimated)))))));

CREATE TABLE pengshui.line (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
)
PARTITION BY RANGE (book_month);

COMMENT ON TABLE pengshui.line IS 'What a document says of one product: a signed quantity and a signed amount.';

COMMENT ON COLUMN pengshui.line.rule IS 'Why the verdict: eligible, origin, signed_agreement, listing_unknown, quantity_unknown, refund_amount_unknown, status_unknown.';

COMMENT ON COLUMN pengshui.line.of_line IS 'With of_document: the line that a refund takes back or a correction reverses.';

COMMENT ON COLUMN pengshui.line.reverses IS 'True where the line undoes another of its own side, whole.';

COMMENT ON COLUMN pengshui.line.estimated IS 'True where the amount is a share of an order total, estimated by catalogue price.';

CREATE VIEW pengshui.claim_posted AS
 SELECT l.claim_id,
    l.document_id,
    l.line_no,
    l.book_month,
    l.day,
    l.side,
    l.channel_id,
    l.product_id,
    l.supplier_id,
    l.quantity,
    l.amount,
    l.freight,
    l.verdict,
    l.rule,
    l.estimated,
    l.of_document,
    l.of_line,
        CASE
            WHEN (l.verdict = 'pending'::text) THEN l.rule
            ELSE NULL::text
        END AS pending_rule
   FROM pengshui.line l
  WHERE ((l.claim_id IS NOT NULL) AND (NOT l.reverses) AND (NOT (EXISTS ( SELECT
           FROM pengshui.line r
          WHERE ((r.of_document = l.document_id) AND (r.of_line = l.line_no) AND r.reverses)))));

CREATE TABLE pengshui.daily_document (
    book_month date NOT NULL,
    day date NOT NULL,
    channel_id bigint NOT NULL,
    gross numeric(16,2) NOT NULL,
    refunds numeric(16,2) NOT NULL,
    documents bigint NOT NULL
)
WITH (fillfactor='50');

COMMENT ON TABLE pengshui.daily_document IS 'Document totals by day and channel, added up when documents are posted: the headline''s source.';

CREATE TABLE pengshui.daily_sales (
    book_month date NOT NULL,
    day date NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    verdict text NOT NULL,
    gross numeric(16,2) NOT NULL,
    refunds numeric(16,2) NOT NULL,
    quantity numeric(17,3) NOT NULL,
    lines bigint NOT NULL
)
WITH (fillfactor='50');

COMMENT ON TABLE pengshui.daily_sales IS 'Lines by day, channel, product, supplier and verdict, added up when lines are posted: the breakdowns'' source.';

COMMENT ON COLUMN pengshui.daily_sales.product_id IS '0 stands for a product not known yet; likewise supplier_id.';

CREATE VIEW pengshui.recomputed_daily_document AS
 SELECT document.book_month,
    document.day,
    document.channel_id,
    COALESCE(sum(document.total) FILTER (WHERE (document.side = 'sale'::text)), (0)::numeric) AS gross,
    COALESCE((- sum(document.total) FILTER (WHERE (document.side = 'refund'::text))), (0)::numeric) AS refunds,
    count(*) AS documents
   FROM pengshui.document
  GROUP BY document.book_month, document.day, document.channel_id;

CREATE VIEW pengshui.recomputed_daily_sales AS
 SELECT line.book_month,
    line.day,
    line.channel_id,
    COALESCE(line.product_id, (0)::bigint) AS product_id,
    COALESCE(line.supplier_id, (0)::bigint) AS supplier_id,
    line.verdict,
    COALESCE(sum(line.amount) FILTER (WHERE (line.side = 'sale'::text)), (0)::numeric) AS gross,
    COALESCE((- sum(line.amount) FILTER (WHERE (line.side = 'refund'::text))), (0)::numeric) AS refunds,
    sum(line.quantity) AS quantity,
    count(*) AS lines
   FROM pengshui.line
  GROUP BY line.book_month, line.day, line.channel_id, COALESCE(line.product_id, (0)::bigint), COALESCE(line.supplier_id, (0)::bigint), line.verdict;

CREATE VIEW pengshui.daily_difference AS
 SELECT COALESCE(k.book_month, r.book_month) AS book_month,
    'daily_document'::text AS of_table,
    concat_ws(' '::text, COALESCE(k.day, r.day), 'channel', COALESCE(k.channel_id, r.channel_id), 'kept', k.gross, k.refunds, k.documents, 'facts', r.gross, r.refunds, r.documents) AS example
   FROM (pengshui.daily_document k
     FULL JOIN pengshui.recomputed_daily_document r ON (((r.book_month = k.book_month) AND (r.day = k.day) AND (r.channel_id = k.channel_id))))
  WHERE (((k.gross IS DISTINCT FROM r.gross) OR (k.refunds IS DISTINCT FROM r.refunds)) OR (k.documents IS DISTINCT FROM r.documents))
UNION ALL
 SELECT COALESCE(k.book_month, r.book_month) AS book_month,
    'daily_sales'::text AS of_table,
    concat_ws(' '::text, COALESCE(k.day, r.day), 'channel', COALESCE(k.channel_id, r.channel_id), 'product', COALESCE(k.product_id, r.product_id), COALESCE(k.verdict, r.verdict), 'kept', k.gross, k.refunds, k.quantity, k.lines, 'facts', r.gross, r.refunds, r.quantity, r.lines) AS example
   FROM (pengshui.daily_sales k
     FULL JOIN pengshui.recomputed_daily_sales r ON (((r.book_month = k.book_month) AND (r.day = k.day) AND (r.channel_id = k.channel_id) AND (r.product_id = k.product_id) AND (r.supplier_id = k.supplier_id) AND (r.verdict = k.verdict))))
  WHERE ((((k.gross IS DISTINCT FROM r.gross) OR (k.refunds IS DISTINCT FROM r.refunds)) OR (k.quantity IS DISTINCT FROM r.quantity)) OR (k.lines IS DISTINCT FROM r.lines));

CREATE TABLE pengshui.document_2026_10 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);

CREATE TABLE pengshui.document_2026_11 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);

CREATE TABLE pengshui.document_2026_12 (
    document_id bigint NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    posting_id bigint NOT NULL,
    file_id bigint,
    of_document bigint,
    order_no text,
    signed boolean DEFAULT false NOT NULL,
    total numeric(14,2) NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text, 'correction'::text]))),
    CONSTRAINT document_side_known CHECK (((side = ANY (ARRAY['sale'::text, 'refund'::text])) AND ((kind = 'correction'::text) OR (kind = side)))),
    CONSTRAINT document_total_a_number CHECK (((total < 'NaN'::numeric) AND (freight < 'NaN'::numeric) AND (receivable < 'NaN'::numeric)))
);

CREATE SEQUENCE pengshui.document_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE UNLOGGED TABLE pengshui.import_affected (
    batch bigint NOT NULL,
    claim_id bigint NOT NULL,
    fresh boolean NOT NULL,
    merged boolean NOT NULL,
    staged boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE pengshui.import_affected IS 'Claims whose postings an import or an undo must bring up to date.';

COMMENT ON COLUMN pengshui.import_affected.fresh IS 'Nothing of it is posted yet.';

COMMENT ON COLUMN pengshui.import_affected.merged IS 'Its live snapshots are chosen already; likewise staged: its sale is in import_line_stage.';

CREATE TABLE pengshui.import_chunk (
    file_id bigint NOT NULL,
    chunk_no integer NOT NULL,
    first_row integer NOT NULL,
    rows integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY pengshui.import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

COMMENT ON TABLE pengshui.import_chunk IS 'The redacted copy: the file''s rows as CSV in UTF-8, personal columns blank, gzip, in chunks.';

CREATE TABLE pengshui.import_file (
    file_id bigint NOT NULL,
    name text NOT NULL,
    part text NOT NULL,
    sha256 text NOT NULL,
    redacted_sha256 text NOT NULL,
    encoding text NOT NULL,
    profile text NOT NULL,
    channel_id bigint NOT NULL,
    platform text NOT NULL,
    snapshot_at timestamp with time zone,
    state text DEFAULT 'live'::text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    posting_id bigint NOT NULL,
    rows integer NOT NULL,
    new integer NOT NULL,
    same integer NOT NULL,
    changed integer NOT NULL,
    rejected integer NOT NULL,
    CONSTRAINT import_file_rows_add_up CHECK ((rows = (((new + same) + changed) + rejected))),
    CONSTRAINT import_file_sha256_hex CHECK (((sha256 ~ '^[0-9a-f]{64}$'::text) AND (redacted_sha256 ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT import_file_state_known CHECK ((state = ANY (ARRAY['live'::text, 'undone'::text])))
);

COMMENT ON TABLE pengshui.import_file IS 'A table that was imported, and what became of its rows the first time.';

COMMENT ON COLUMN pengshui.import_file.part IS 'Which table of the file: the member of an archive, the sheet of a workbook; empty where it is the only one.';

COMMENT ON COLUMN pengshui.import_file.sha256 IS 'Of the original bytes, which stay with the user.';

COMMENT ON COLUMN pengshui.import_file.redacted_sha256 IS 'Of the redacted copy: all chunks, unpacked, in order.';

COMMENT ON COLUMN pengshui.import_file.snapshot_at IS 'When the platform wrote the file: from its name, or --as-of.';

CREATE UNLOGGED TABLE pengshui.import_line_stage (
    posting_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    side text NOT NULL COLLATE pg_catalog."C",
    book_month date NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    channel_id bigint NOT NULL,
    location_id bigint,
    buyer_id bigint,
    file_id bigint,
    order_no text COLLATE pg_catalog."C",
    signed boolean DEFAULT false NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    total numeric(14,2) DEFAULT 0 NOT NULL,
    freights numeric(14,2) DEFAULT 0 NOT NULL,
    receivable numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    back numeric(14,3) DEFAULT 0 NOT NULL
);

COMMENT ON TABLE pengshui.import_line_stage IS 'As order_stage, for imports.';

COMMENT ON COLUMN pengshui.import_line_stage.total IS 'The document''s total, on its first line; likewise freights and receivable.';

COMMENT ON COLUMN pengshui.import_line_stage.back IS 'The quantity that comes back to stock.';

CREATE SEQUENCE pengshui.import_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pengshui.import_reject (
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    line integer NOT NULL,
    column_name text NOT NULL,
    value text NOT NULL,
    reason text NOT NULL
);

COMMENT ON TABLE pengshui.import_reject IS 'A row that was refused: where, what, why.';

CREATE TABLE pengshui.line_2026_10 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);

CREATE TABLE pengshui.line_2026_11 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);

CREATE TABLE pengshui.line_2026_12 (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    book_month date NOT NULL,
    day date NOT NULL,
    side text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint,
    quantity numeric(14,3) NOT NULL,
    amount numeric(14,2) NOT NULL,
    discount numeric(14,2) DEFAULT 0 NOT NULL,
    freight numeric(14,2) DEFAULT 0 NOT NULL,
    verdict text NOT NULL,
    rule text NOT NULL,
    claim_id bigint,
    of_document bigint,
    of_line integer,
    reverses boolean DEFAULT false NOT NULL,
    estimated boolean DEFAULT false NOT NULL,
    CONSTRAINT line_numbers CHECK (((quantity < 'NaN'::numeric) AND (amount < 'NaN'::numeric))),
    CONSTRAINT line_signs CHECK (
CASE
    WHEN ((side = 'sale'::text) <> reverses) THEN ((amount >= (0)::numeric) AND (quantity >= (0)::numeric))
    ELSE ((amount <= (0)::numeric) AND (quantity <= (0)::numeric))
END),
    CONSTRAINT line_takes_back_a_line CHECK ((((of_document IS NULL) = (of_line IS NULL)) AND ((NOT reverses) OR (of_line IS NOT NULL)))),
    CONSTRAINT line_verdict_known CHECK ((verdict = ANY (ARRAY['counted'::text, 'duplicate'::text, 'excluded'::text, 'pending'::text])))
);

ALTER TABLE pengshui.listing ALTER COLUMN listing_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.listing_listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW pengshui.listing_waiting AS
 SELECT v.listing_id,
    c.claim_id,
    p.amount
   FROM ((pengshui.claim_posted p
     JOIN pengshui.claim c ON ((c.claim_id = p.claim_id)))
     JOIN pengshui.claim_snapshot v ON ((v.snapshot_id = c.value_id)))
  WHERE ((p.side = 'sale'::text) AND (p.verdict = 'pending'::text) AND (p.product_id IS NULL));

CREATE TABLE pengshui.location (
    location_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'shop'::text NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT location_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT location_kind_known CHECK ((kind = ANY (ARRAY['shop'::text, 'warehouse'::text, 'stand'::text])))
);

ALTER TABLE pengshui.location ALTER COLUMN location_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.location_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW pengshui.monthly_by_channel AS
 SELECT s.book_month AS month,
    c.code,
    c.name,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), (0)::numeric) AS counted
   FROM (pengshui.daily_sales s
     JOIN pengshui.channel c ON ((c.channel_id = s.channel_id)))
  GROUP BY s.book_month, c.code, c.name
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric));

CREATE VIEW pengshui.monthly_by_day AS
 SELECT s.book_month AS month,
    s.day,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), (0)::numeric) AS counted
   FROM pengshui.daily_sales s
  GROUP BY s.book_month, s.day
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric));

CREATE TABLE pengshui.product (
    product_id bigint NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    price numeric(14,2) NOT NULL,
    category text DEFAULT ''::text NOT NULL,
    supplier_id bigint,
    origin text NOT NULL,
    initials text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT product_name_given CHECK ((name <> ''::text)),
    CONSTRAINT product_price_a_number CHECK ((price < 'NaN'::numeric)),
    CONSTRAINT product_price_not_negative CHECK ((price >= (0)::numeric)),
    CONSTRAINT product_sku_plain CHECK ((sku ~ '^[^[:space:][:cntrl:]]{1,60}$'::text))
);

COMMENT ON COLUMN pengshui.product.price IS 'Yuan for one base unit.';

COMMENT ON COLUMN pengshui.product.initials IS 'Pinyin initials of the name, lower case, for finding it at the counter.';

CREATE VIEW pengshui.monthly_by_product AS
 SELECT s.book_month AS month,
    COALESCE(p.sku, ''::text) AS code,
    COALESCE(p.name, ''::text) AS name,
    COALESCE(p.unit, ''::text) AS unit,
    sum(s.quantity) AS quantity,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), (0)::numeric) AS counted
   FROM (pengshui.daily_sales s
     LEFT JOIN pengshui.product p ON ((p.product_id = s.product_id)))
  GROUP BY s.book_month, p.sku, p.name, p.unit
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric));

CREATE TABLE pengshui.supplier (
    supplier_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    households integer DEFAULT 0 NOT NULL,
    township text DEFAULT ''::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT supplier_code_plain CHECK ((code ~ '^[^[:space:][:cntrl:]]{1,40}$'::text)),
    CONSTRAINT supplier_households_not_negative CHECK ((households >= 0)),
    CONSTRAINT supplier_kind_known CHECK ((kind = ANY (ARRAY['company'::text, 'collective'::text, 'cooperative'::text, 'household'::text]))),
    CONSTRAINT supplier_name_given CHECK ((name <> ''::text))
);

COMMENT ON TABLE pengshui.supplier IS 'Company, village collective, cooperative or household farm, with the households it links.';

CREATE VIEW pengshui.monthly_by_supplier AS
 SELECT s.book_month AS month,
    COALESCE(u.code, ''::text) AS code,
    COALESCE(u.name, ''::text) AS name,
    sum(s.gross) AS gross,
    sum(s.refunds) AS refunds,
    COALESCE(sum((s.gross - s.refunds)) FILTER (WHERE (s.verdict = 'counted'::text)), (0)::numeric) AS counted
   FROM (pengshui.daily_sales s
     LEFT JOIN pengshui.supplier u ON ((u.supplier_id = s.supplier_id)))
  GROUP BY s.book_month, u.code, u.name
 HAVING ((sum(s.gross) <> (0)::numeric) OR (sum(s.refunds) <> (0)::numeric));

CREATE VIEW pengshui.monthly_headline AS
 SELECT m.month,
    COALESCE(d.gross, (0)::numeric) AS gross,
    COALESCE(d.refunds, (0)::numeric) AS refunds,
    COALESCE(s.duplicates, (0)::numeric) AS duplicates,
    COALESCE(s.excluded, (0)::numeric) AS excluded,
    COALESCE(s.pending, (0)::numeric) AS pending,
    ((((COALESCE(d.gross, (0)::numeric) - COALESCE(d.refunds, (0)::numeric)) - COALESCE(s.duplicates, (0)::numeric)) - COALESCE(s.excluded, (0)::numeric)) - COALESCE(s.pending, (0)::numeric)) AS counted
   FROM ((pengshui.book_month m
     LEFT JOIN ( SELECT daily_document.book_month,
            sum(daily_document.gross) AS gross,
            sum(daily_document.refunds) AS refunds
           FROM pengshui.daily_document
          GROUP BY daily_document.book_month) d ON ((d.book_month = m.month)))
     LEFT JOIN ( SELECT daily_sales.book_month,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'duplicate'::text)) AS duplicates,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'excluded'::text)) AS excluded,
            sum((daily_sales.gross - daily_sales.refunds)) FILTER (WHERE (daily_sales.verdict = 'pending'::text)) AS pending
           FROM pengshui.daily_sales
          GROUP BY daily_sales.book_month) s ON ((s.book_month = m.month)));

CREATE TABLE pengshui.unit (
    code text NOT NULL,
    english text NOT NULL,
    whole boolean NOT NULL
);

COMMENT ON TABLE pengshui.unit IS 'The units products are sold and stocked in; whole units refuse fractions.';

CREATE VIEW pengshui.order_line AS
 SELECT l.document_id,
    l.line_no,
    l.book_month,
    l.product_id,
    l.supplier_id,
    l.quantity,
    l.amount,
    l.discount,
    l.verdict,
    l.rule,
    p.sku,
    p.name,
    p.unit,
    u.whole,
    (l.quantity + COALESCE(r.quantity, (0)::numeric)) AS quantity_left,
    (l.amount + COALESCE(r.amount, (0)::numeric)) AS amount_left
   FROM (((pengshui.line l
     LEFT JOIN pengshui.product p ON ((p.product_id = l.product_id)))
     LEFT JOIN pengshui.unit u ON ((u.code = p.unit)))
     LEFT JOIN LATERAL ( SELECT sum(b.quantity) AS quantity,
            sum(b.amount) AS amount
           FROM pengshui.line b
          WHERE ((b.of_document = l.document_id) AND (b.of_line = l.line_no))) r ON (true))
  WHERE ((l.side = 'sale'::text) AND (NOT l.reverses));

CREATE TABLE pengshui.posting (
    posting_id bigint NOT NULL,
    command text NOT NULL,
    operator text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    request_id uuid,
    request_digest bytea,
    document_id bigint,
    book_month date,
    change numeric(14,2) DEFAULT 0 NOT NULL,
    reason text
);

COMMENT ON TABLE pengshui.posting IS 'One act of posting: who did it, when, from which command; all its documents share it.';

COMMENT ON COLUMN pengshui.posting.request_id IS 'The UUID a client gave its order: the same id posts once.';

COMMENT ON COLUMN pengshui.posting.request_digest IS 'SHA-256 of what was asked, without the clock.';

CREATE SEQUENCE pengshui.posting_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE pengshui.product ALTER COLUMN product_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.product_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pengshui.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE pengshui.schema_migration IS 'The migrations applied, with the SHA-256 of their text.';

CREATE TABLE pengshui.schema_state (
    singleton boolean DEFAULT true NOT NULL,
    digest text NOT NULL,
    CONSTRAINT schema_state_single CHECK (singleton)
);

COMMENT ON TABLE pengshui.schema_state IS 'The SHA-256 of the functions and views applied last.';

CREATE TABLE pengshui.shortage (
    document_id bigint NOT NULL,
    line_no integer NOT NULL,
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT shortage_quantity_a_number CHECK (((quantity <> (0)::numeric) AND (quantity < 'NaN'::numeric)))
);

COMMENT ON TABLE pengshui.shortage IS 'What a sale that had happened found too little of; a reversal takes it back with a negative one.';

CREATE TABLE pengshui.stock_move (
    posting_id bigint NOT NULL,
    move_no integer NOT NULL,
    kind text NOT NULL,
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    document_id bigint,
    line_no integer,
    lot text,
    expires date,
    cost numeric(14,2),
    CONSTRAINT stock_move_kind_known CHECK ((kind = ANY (ARRAY['receive'::text, 'issue'::text, 'cancel'::text, 'return'::text]))),
    CONSTRAINT stock_move_quantity_not_zero CHECK (((quantity <> (0)::numeric) AND (quantity < 'NaN'::numeric))),
    CONSTRAINT stock_move_sign CHECK (((kind = 'issue'::text) = (quantity < (0)::numeric)))
);

COMMENT ON TABLE pengshui.stock_move IS 'A signed quantity at a location: received, issued by a sale, its issue cancelled, or returned by a customer.';

COMMENT ON COLUMN pengshui.stock_move.cost IS 'Yuan for one base unit, as received.';

CREATE TABLE pengshui.stock_on_hand (
    location_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT stock_on_hand_a_number CHECK ((quantity < 'NaN'::numeric)),
    CONSTRAINT stock_on_hand_not_negative CHECK ((quantity >= (0)::numeric))
)
WITH (fillfactor='50');

COMMENT ON TABLE pengshui.stock_on_hand IS 'The sum of the moves, kept in the statement that writes them.';

ALTER TABLE pengshui.supplier ALTER COLUMN supplier_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.supplier_supplier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pengshui.target (
    target_id bigint NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT target_amount_a_number CHECK ((amount < 'NaN'::numeric)),
    CONSTRAINT target_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT target_days_in_order CHECK ((from_day <= to_day))
);

COMMENT ON TABLE pengshui.target IS 'What the programme promised for a period.';

ALTER TABLE pengshui.target ALTER COLUMN target_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pengshui.target_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pengshui.tender (
    document_id bigint NOT NULL,
    tender_no integer NOT NULL,
    method text NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT tender_amount_a_number CHECK ((amount < 'NaN'::numeric)),
    CONSTRAINT tender_method_known CHECK ((method = ANY (ARRAY['cash'::text, 'wechat'::text, 'alipay'::text, 'card'::text, 'voucher'::text])))
);

COMMENT ON TABLE pengshui.tender IS 'Money that came in (positive) or went back (negative) for a document; cash is net of change.';

ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');

ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');

ALTER TABLE ONLY pengshui.document ATTACH PARTITION pengshui.document_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');

ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_10 FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');

ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');

ALTER TABLE ONLY pengshui.line ATTACH PARTITION pengshui.line_2026_12 FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');

INSERT INTO pengshui.barcode VALUES
	('6970100000017', 1),
	('6970100000024', 2),
	('6970100000031', 3),
	('6970100000048', 4),
	('6970100000055', 6),
	('6970100000062', 7),
	('6970100000079', 9),
	('6970100000086', 12),
	('6970100000093', 14),
	('6970100000109', 22);

INSERT INTO pengshui.book_month VALUES
	('2026-11-01', 'open'),
	('2026-12-01', 'open'),
	('2026-10-01', 'open');

INSERT INTO pengshui.buyer OVERRIDING SYSTEM VALUE VALUES
	(1, 'LCSYY', '聊城市人民医院食堂', 'canteen', '山东', true),
	(2, 'LCYZ', '聊城第一中学食堂', 'canteen', '山东', true),
	(3, 'LCZGH', '聊城市总工会', 'union', '山东', true),
	(4, 'ZBSC', '振华超市聊城店', 'supermarket', '山东', true);

INSERT INTO pengshui.channel OVERRIDING SYSTEM VALUE VALUES
	(1, 'counter', '专店柜台', 'counter', NULL, 1, true),
	(2, 'canteen', '食堂', 'canteen', NULL, 1, true),
	(3, 'supermarket', '商超', 'supermarket', NULL, 1, true),
	(4, 'fair', '展销活动', 'fair', NULL, 1, true),
	(5, 'douyin', '抖音直播', 'livestream', 'douyin', NULL, true),
	(6, 'kuaishou', '快手直播', 'livestream', 'kuaishou', NULL, true),
	(7, 'weixin', '微信视频号', 'livestream', 'weixin', NULL, true),
	(8, 'taobao', '淘宝天猫', 'marketplace', 'taobao', NULL, true),
	(9, 'pinduoduo', '拼多多', 'marketplace', 'pinduoduo', NULL, true),
	(10, 'fupin832', '832平台', 'marketplace', 'fupin832', NULL, true),
	(11, 'tourism', '帮扶旅游', 'tourism', NULL, NULL, true);

INSERT INTO pengshui.claim VALUES
	(16777244, 'douyin', '6924977021286276990', '6924977021286276990', 5, 16777244, 16777244, NULL, false),
	(16777265, 'douyin', '6924977042572553980', '6924977042572553980', 5, 16777265, 16777265, NULL, false),
	(16777228, 'douyin', '6924977055728105520', '6924977055728105520', 5, 16777228, 16777228, NULL, false),
	(16777252, 'douyin', '6924977077014382510', '6924977077014382510', 5, 16777252, 16777252, NULL, false),
	(16777274, 'douyin', '6924977098300659500', '6924977098300659500', 5, 16777274, 16777274, NULL, false),
	(16777239, 'douyin', '6924977111456211040', '6924977111456211040', 5, 16777239, 16777239, NULL, false),
	(16777260, 'douyin', '6924977132742488030', '6924977132742488030', 5, 16777260, 16777260, NULL, false),
	(16777219, 'douyin', '6924977145898039570', '6924977145898039570', 5, 16777219, 16777219, '2026-10-26', false),
	(16777247, 'douyin', '6924977167184316560', '6924977167184316560', 5, 16777247, 16777247, NULL, false),
	(16777268, 'douyin', '6924977188470593550', '6924977188470593550', 5, 16777268, 16777268, NULL, false),
	(16777231, 'douyin', '6924977201626145090', '6924977201626145090', 5, 16777231, 16777231, NULL, false),
	(16777255, 'douyin', '6924977222912422080', '6924977222912422080', 5, 16777255, 16777255, '2026-10-26', false),
	(16777242, 'douyin', '6924977257354250610', '6924977257354250610', 5, 16777242, 16777242, NULL, false),
	(16777263, 'douyin', '6924977278640527600', '6924977278640527600', 5, 16777263, 16777263, NULL, false),
	(16777225, 'douyin', '6924977291796079140', '6924977291796079140', 5, 16777225, 16777225, NULL, false),
	(16777226, 'douyin', '6924977291796079140', '6924977291796079141', 5, 16777226, 16777226, NULL, false),
	(16777250, 'douyin', '6924977313082356130', '6924977313082356130', 5, 16777250, 16777250, NULL, false),
	(16777271, 'douyin', '6924977334368633120', '6924977334368633120', 5, 16777271, 16777271, NULL, false),
	(16777237, 'douyin', '6924977347524184660', '6924977347524184660', 5, 16777237, 16777237, NULL, false),
	(16777258, 'douyin', '6924977368810461650', '6924977368810461650', 5, 16777258, 16777258, NULL, false),
	(16777217, 'douyin', '6924977381966013190', '6924977381966013190', 5, 16777217, 16777217, NULL, false),
	(16777245, 'douyin', '6924977403252290180', '6924977403252290180', 5, 16777245, 16777245, NULL, false),
	(16777266, 'douyin', '6924977424538567170', '6924977424538567170', 5, 16777266, 16777266, NULL, false),
	(16777229, 'douyin', '6924977437694118710', '6924977437694118710', 5, 16777229, 16777229, NULL, false),
	(16777253, 'douyin', '6924977458980395700', '6924977458980395700', 5, 16777253, 16777253, NULL, false),
	(16777275, 'douyin', '6924977480266672690', '6924977480266672690', 5, 16777275, 16777275, NULL, false),
	(16777240, 'douyin', '6924977493422224230', '6924977493422224230', 5, 16777240, 16777240, NULL, false),
	(16777261, 'douyin', '6924977514708501220', '6924977514708501220', 5, 16777261, 16777261, NULL, false),
	(16777220, 'douyin', '6924977527864052760', '6924977527864052760', 5, 16777220, 16777220, '2026-10-26', false),
	(16777221, 'douyin', '6924977527864052760', '6924977527864052761', 5, 16777221, 16777221, '2026-10-26', false),
	(16777222, 'douyin', '6924977527864052760', '6924977527864052762', 5, 16777222, 16777222, '2026-10-26', false),
	(16777223, 'douyin', '6924977527864052760', '6924977527864052763', 5, 16777223, 16777223, '2026-10-26', false),
	(16777248, 'douyin', '6924977549150329750', '6924977549150329750', 5, 16777248, 16777248, NULL, false),
	(16777269, 'douyin', '6924977570436606740', '6924977570436606740', 5, 16777269, 16777269, NULL, false),
	(16777232, 'douyin', '6924977583592158280', '6924977583592158280', 5, 16777232, 16777232, NULL, false),
	(16777256, 'douyin', '6924977604878435270', '6924977604878435270', 5, 16777256, 16777256, NULL, false),
	(16777243, 'douyin', '6924977639320263800', '6924977639320263800', 5, 16777243, 16777243, NULL, false),
	(16777264, 'douyin', '6924977660606540790', '6924977660606540790', 5, 16777264, 16777264, NULL, false),
	(16777227, 'douyin', '6924977673762092330', '6924977673762092330', 5, 16777227, 16777227, NULL, false),
	(16777251, 'douyin', '6924977695048369320', '6924977695048369320', 5, 16777251, 16777251, NULL, false),
	(16777272, 'douyin', '6924977716334646310', '6924977716334646310', 5, 16777272, 16777272, NULL, false),
	(16777273, 'douyin', '6924977716334646310', '6924977716334646311', 5, 16777273, 16777273, NULL, false),
	(16777238, 'douyin', '6924977729490197850', '6924977729490197850', 5, 16777238, 16777238, NULL, false),
	(16777259, 'douyin', '6924977750776474840', '6924977750776474840', 5, 16777259, 16777259, NULL, false),
	(16777218, 'douyin', '6924977763932026380', '6924977763932026380', 5, 16777218, 16777218, NULL, false),
	(16777246, 'douyin', '6924977785218303370', '6924977785218303370', 5, 16777246, 16777246, NULL, false),
	(16777267, 'douyin', '6924977806504580360', '6924977806504580360', 5, 16777267, 16777267, '2026-10-26', false),
	(16777230, 'douyin', '6924977819660131900', '6924977819660131900', 5, 16777230, 16777230, NULL, false),
	(16777254, 'douyin', '6924977840946408890', '6924977840946408890', 5, 16777254, 16777254, NULL, false),
	(16777276, 'douyin', '6924977862232685880', '6924977862232685880', 5, 16777276, 16777276, NULL, false),
	(16777241, 'douyin', '6924977875388237420', '6924977875388237420', 5, 16777241, 16777241, NULL, false),
	(16777262, 'douyin', '6924977896674514410', '6924977896674514410', 5, 16777262, 16777262, NULL, false),
	(16777224, 'douyin', '6924977909830065950', '6924977909830065950', 5, 16777224, 16777224, NULL, false),
	(16777249, 'douyin', '6924977931116342940', '6924977931116342940', 5, 16777249, 16777249, NULL, false),
	(16777270, 'douyin', '6924977952402619930', '6924977952402619930', 5, 16777270, 16777270, '2026-10-26', false),
	(16777233, 'douyin', '6924977965558171470', '6924977965558171470', 5, 16777233, 16777233, NULL, false),
	(16777234, 'douyin', '6924977965558171470', '6924977965558171471', 5, 16777234, 16777234, NULL, false),
	(16777235, 'douyin', '6924977965558171470', '6924977965558171472', 5, 16777235, 16777235, NULL, false),
	(16777236, 'douyin', '6924977965558171470', '6924977965558171473', 5, 16777236, 16777236, NULL, false),
	(16777257, 'douyin', '6924977986844448460', '6924977986844448460', 5, 16777257, 16777257, NULL, false),
	(33554440, 'douyin', '6925108055728105520', '6925108055728105520', 5, 33554440, 33554440, NULL, false),
	(33554448, 'douyin', '6925108111456211040', '6925108111456211040', 5, 33554448, 33554448, NULL, false),
	(33554435, 'douyin', '6925108145898039570', '6925108145898039570', 5, 33554435, 33554435, NULL, false),
	(33554443, 'douyin', '6925108201626145090', '6925108201626145090', 5, 33554443, 33554443, NULL, false),
	(33554451, 'douyin', '6925108257354250610', '6925108257354250610', 5, 33554451, 33554451, NULL, false),
	(33554438, 'douyin', '6925108291796079140', '6925108291796079140', 5, 33554438, 33554438, NULL, false),
	(33554446, 'douyin', '6925108347524184660', '6925108347524184660', 5, 33554446, 33554446, NULL, false),
	(33554433, 'douyin', '6925108381966013190', '6925108381966013190', 5, 33554433, 33554433, NULL, false),
	(33554441, 'douyin', '6925108437694118710', '6925108437694118710', 5, 33554441, 33554441, NULL, false),
	(33554449, 'douyin', '6925108493422224230', '6925108493422224230', 5, 33554449, 33554449, NULL, false),
	(33554436, 'douyin', '6925108527864052760', '6925108527864052760', 5, 33554436, 33554436, NULL, false),
	(33554444, 'douyin', '6925108583592158280', '6925108583592158280', 5, 33554444, 33554444, NULL, false),
	(33554452, 'douyin', '6925108639320263800', '6925108639320263800', 5, 33554452, 33554452, NULL, false),
	(33554439, 'douyin', '6925108673762092330', '6925108673762092330', 5, 33554439, 33554439, NULL, false),
	(33554447, 'douyin', '6925108729490197850', '6925108729490197850', 5, 33554447, 33554447, '2026-10-26', false),
	(33554434, 'douyin', '6925108763932026380', '6925108763932026380', 5, 33554434, 33554434, NULL, false),
	(33554442, 'douyin', '6925108819660131900', '6925108819660131900', 5, 33554442, 33554442, NULL, false),
	(33554450, 'douyin', '6925108875388237420', '6925108875388237420', 5, 33554450, 33554450, NULL, false),
	(33554437, 'douyin', '6925108909830065950', '6925108909830065950', 5, 33554437, 33554437, NULL, false),
	(33554445, 'douyin', '6925108965558171470', '6925108965558171470', 5, 33554445, 33554445, NULL, false);

INSERT INTO pengshui.claim_snapshot VALUES
	(16777217, 16777217, 1, 2, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'f50347ac-9c4b-538f-f5df-c9bc1c80c141', 22, 1.000, 138.00, 10.00, '2026-10-21 05:41:26+00', 'none', '已完成', ''),
	(16777218, 16777218, 1, 3, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'bfee0995-3258-d389-52fa-2bd3bfc135d7', 1, 1.000, 108.80, 0.00, '2026-09-30 18:18:35+00', 'none', '已完成', ''),
	(16777219, 16777219, 1, 4, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '7e1c467a-2cad-d2ac-1c46-7a61e4fd1d82', 24, 1.000, 41.85, 0.00, '2026-10-10 07:18:37+00', 'full', '已关闭', '退款成功'),
	(16777220, 16777220, 1, 5, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '1f9258e1-f26e-4203-22f2-1ba1398276ff', 24, 1.000, 42.75, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功'),
	(16777221, 16777221, 1, 6, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '9c25c7e5-c581-e352-b533-f905263216e8', 7, 1.000, 49.90, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功'),
	(16777222, 16777222, 1, 7, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, 'eff8279f-f08e-3de5-7a26-0d175ad6cbac', 13, 2.000, 116.00, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功'),
	(16777223, 16777223, 1, 8, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '59ce039a-db4c-4202-0883-298c140a49fe', 19, 1.000, 168.00, 0.00, '2026-10-30 13:14:30+00', 'full', '已关闭', '退款成功'),
	(16777224, 16777224, 1, 9, 'new', false, '2026-10-26 07:33:20+00', true, 24, true, '2e92d3b9-201f-8a70-4bc6-55bfd3b43e39', 8, 1.000, 18.50, 0.00, '2026-10-11 12:43:53+00', 'none', '已完成', '售后关闭'),
	(16777225, 16777225, 1, 10, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '70cd3801-b06b-2763-3b9b-2d42bc44d7d1', 21, 1.000, 86.00, 0.00, '2026-10-01 09:13:59+00', 'none', '已发货', ''),
	(16777226, 16777226, 1, 11, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '51601198-1b7d-dee2-c95f-5d82d319cc96', 24, 1.000, 41.40, 0.00, '2026-10-01 09:13:59+00', 'none', '已发货', ''),
	(16777227, 16777227, 1, 12, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '6c0f2de4-f52b-0491-15e8-14fa6ea9994a', 24, 1.000, 38.70, 0.00, '2026-10-19 13:46:36+00', 'none', '已完成', ''),
	(16777228, 16777228, 1, 13, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'e1ed0ca0-1fdf-a919-c8f5-578a0a577520', 5, 2.000, 176.00, 0.00, '2026-10-31 02:38:08+00', 'none', '已完成', ''),
	(16777229, 16777229, 1, 14, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '451fb293-ce96-9e4d-534c-968b7a3268d1', 21, 3.000, 258.00, 0.00, '2026-10-03 06:22:59+00', 'none', '已完成', ''),
	(16777230, 16777230, 1, 15, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '790c39ee-ee4a-db5b-f5b7-481cdea04c89', 4, 3.000, 59.70, 9.00, '2026-10-23 22:08:11+00', 'none', '已完成', ''),
	(16777231, 16777231, 1, 16, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '149f78fe-7a23-01bc-eaf1-1083805d3192', 7, 2.000, 99.80, 0.00, '2026-10-21 10:44:03+00', 'none', '已发货', ''),
	(16777232, 16777232, 1, 17, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '8b67e423-1446-da40-f466-f8eb4fa2e486', 9, 1.000, 15.80, 0.00, '2026-10-06 14:03:10+00', 'none', '已完成', ''),
	(16777233, 16777233, 1, 18, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'eff6baf7-3605-9da3-d750-5040532c60a0', 10, 1.000, 28.00, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', ''),
	(16777234, 16777234, 1, 19, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '9ed129bb-d6ab-53f2-8a15-29138e74c65f', 2, 1.000, 368.00, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', ''),
	(16777235, 16777235, 1, 20, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '37ba6028-33af-b3f4-3d6b-49a9a2b2987c', 6, 1.000, 6.26, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', ''),
	(16777236, 16777236, 1, 21, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'e093847a-f3dc-bc4a-7466-d4d8cb4e8da5', 3, 2.000, 29.20, 0.00, '2026-10-31 07:42:36+00', 'none', '已完成', ''),
	(16777237, 16777237, 1, 22, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '10a0dc3f-7a82-6c39-7777-e16f30f2267d', 15, 2.000, 33.60, 0.00, '2026-10-13 06:56:57+00', 'none', '已发货', ''),
	(16777238, 16777238, 1, 23, 'new', false, '2026-10-26 07:33:20+00', true, 34, true, '97df27dd-f833-47ef-cba9-f8a6f873832c', 22, 2.000, 276.00, 0.00, '2026-10-20 17:34:04+00', 'none', '已完成', '补寄成功'),
	(16777239, 16777239, 1, 24, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '9031aa42-a832-5f37-bb9d-a7287ddb5290', 15, 1.000, 16.80, 10.00, '2026-10-11 13:11:16+00', 'none', '已完成', ''),
	(16777240, 16777240, 1, 25, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '6a8ef4af-f447-1b36-edf3-e902c3130bba', 21, 1.000, 85.14, 0.00, '2026-10-26 21:39:59+00', 'none', '已完成', ''),
	(16777241, 16777241, 1, 26, 'new', false, '2026-10-26 07:33:20+00', true, 5, true, 'ad80fc83-45ab-74d4-5d04-178c15da925b', 16, 2.000, 90.00, 0.00, NULL, 'none', '已关闭', ''),
	(16777242, 16777242, 1, 27, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '8140a85a-1f8a-8701-d388-e23021428b2d', 23, 1.000, 32.00, 0.00, '2026-10-22 01:44:20+00', 'none', '已完成', ''),
	(16777243, 16777243, 1, 28, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '3bee905c-d607-e6a8-12e4-4d760bc306b7', 8, 1.000, 18.50, 0.00, '2026-10-27 00:02:35+00', 'none', '已发货', ''),
	(16777244, 16777244, 1, 29, 'new', false, '2026-10-26 07:33:20+00', true, 13, true, '34939898-b6f1-6ad2-2c0b-e6c924c083be', 20, 1.000, 86.00, 0.00, '2026-10-19 20:00:11+00', 'none', '已发货', '待收退货'),
	(16777245, 16777245, 1, 30, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'decd13ba-3405-be90-1717-9c23cb921e42', 5, 1.000, 88.00, 0.00, '2026-10-21 23:10:27+00', 'none', '已完成', ''),
	(16777246, 16777246, 1, 31, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '72ea147e-9cb0-8231-3cf8-9a967f68a482', 7, 1.000, 49.90, 0.00, '2026-10-07 05:28:11+00', 'none', '已完成', ''),
	(16777247, 16777247, 1, 32, 'new', false, '2026-10-26 07:33:20+00', true, 34, true, '7f8d3523-df16-7798-59fe-a9de5b099b8f', 14, 1.000, 268.00, 0.00, '2026-10-14 03:23:08+00', 'none', '已完成', '换货成功'),
	(16777248, 16777248, 1, 33, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '38d4bfd9-632d-ecfb-00e6-5ca8c743369d', 24, 1.000, 43.65, 0.00, '2026-10-16 00:28:08+00', 'none', '已发货', ''),
	(16777249, 16777249, 1, 34, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'e61630e2-7706-8834-48c0-4b6a029dbb91', 22, 1.000, 138.00, 0.00, '2026-10-21 08:14:00+00', 'none', '已完成', ''),
	(16777250, 16777250, 1, 35, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'e2865170-919d-b876-96f3-f5ab3b810986', 2, 1.000, 368.00, 0.00, '2026-10-14 02:09:13+00', 'none', '已完成', ''),
	(16777251, 16777251, 1, 36, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'c57394d0-933d-cc39-b07e-de9297a0585d', 8, 1.000, 18.50, 0.00, '2026-10-05 07:38:42+00', 'none', '已完成', ''),
	(16777252, 16777252, 1, 37, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'd37f2cdd-52e0-59b8-9fc7-521443ec62a2', 11, 1.000, 76.00, 0.00, '2026-10-21 00:01:40+00', 'none', '已完成', ''),
	(16777253, 16777253, 1, 38, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '46a4dd8b-8a84-7723-450c-f02f1efa5c5c', 4, 1.000, 19.90, 0.00, '2026-10-25 07:07:07+00', 'none', '已完成', ''),
	(16777254, 16777254, 1, 39, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '5c2dce34-961c-12c4-fe66-9a2c799226e2', 4, 1.000, 18.71, 0.00, '2026-10-29 01:52:42+00', 'none', '已发货', ''),
	(16777255, 16777255, 1, 40, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '8209ddd0-f9f5-d16c-34b6-9dd305d360f3', 17, 3.000, 55.50, 0.00, '2026-10-11 19:02:48+00', 'full', '已关闭', '同意退款,退款成功'),
	(16777256, 16777256, 1, 41, 'new', false, '2026-10-26 07:33:20+00', true, 5, true, '7dab4205-8277-0647-824b-ad0f3c6943c6', 13, 3.000, 174.00, 0.00, NULL, 'none', '已关闭', ''),
	(16777257, 16777257, 1, 42, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '79b5823c-f0f6-606a-4513-a61bf2dc8ea6', 12, 2.000, 180.00, 0.00, '2026-10-07 09:55:03+00', 'none', '已发货', ''),
	(16777258, 16777258, 1, 43, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'c91ea966-370a-27eb-ee61-fe28e81d1d81', 12, 1.000, 90.00, 0.00, '2026-10-20 10:17:25+00', 'none', '已完成', ''),
	(16777259, 16777259, 1, 44, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '2045ece6-822d-e460-0e65-b4770f249a64', 11, 1.000, 76.00, 0.00, '2026-10-17 19:52:46+00', 'none', '已完成', ''),
	(16777260, 16777260, 1, 45, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '675034fa-f8cd-5f1f-ed5e-f83acaa3ef57', 2, 1.000, 368.00, 0.00, '2026-10-08 11:07:40+00', 'none', '已完成', ''),
	(16777261, 16777261, 1, 46, 'new', false, '2026-10-26 07:33:20+00', true, 3, true, '5b8cb586-0763-5d2c-18ad-2ebd5288d53e', 5, 1.000, 88.00, 0.00, '2026-10-03 13:46:11+00', 'none', '已发货', ''),
	(16777262, 16777262, 1, 47, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'a1bfbb89-a545-e453-67a7-56fc0bd5aada', 5, 1.000, 88.00, 0.00, '2026-10-05 05:52:20+00', 'none', '已完成', ''),
	(16777263, 16777263, 1, 48, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '7fe79233-472d-22ef-556b-3e559338a52a', 14, 1.000, 268.00, 0.00, '2026-10-18 13:33:46+00', 'none', '已完成', ''),
	(16777264, 16777264, 1, 49, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '64128e68-2c04-79cc-7310-f7ae8fbce9c8', 16, 2.000, 90.00, 0.00, '2026-10-17 22:21:27+00', 'none', '已完成', ''),
	(16777265, 16777265, 1, 50, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '3b58f7de-4bc9-60d5-0af3-f55020a15230', 11, 1.000, 70.68, 0.00, '2026-10-25 00:07:34+00', 'none', '已完成', ''),
	(16777266, 16777266, 1, 51, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '5978fc6d-703c-811a-2342-6df3622bf85d', 4, 1.000, 19.90, 0.00, '2026-10-25 10:22:10+00', 'none', '已完成', ''),
	(16777267, 16777267, 1, 52, 'new', false, '2026-10-26 07:33:20+00', true, 55, true, '46bef653-8be2-6b6b-88e5-d2d8fd01157a', 12, 3.000, 253.80, 0.00, '2026-10-11 02:46:52+00', 'full', '已关闭', '退款成功'),
	(16777268, 16777268, 1, 53, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '9d2641e7-07b2-6a2b-dc3e-b3691a45ab58', 1, 1.000, 128.00, 0.00, '2026-10-02 11:53:06+00', 'none', '已完成', ''),
	(16777269, 16777269, 1, 54, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'ba20dfeb-0446-0a76-61d1-f04f9fb2ab01', 18, 1.000, 15.80, 0.00, '2026-10-10 13:59:58+00', 'none', '已完成', ''),
	(16777270, 16777270, 1, 55, 'new', false, '2026-10-26 07:33:20+00', true, 65, true, '3b6e504f-13cf-1ea0-1d50-74c6491e3514', 22, 1.000, 138.00, 0.00, '2026-10-28 23:23:41+00', 'full', '已关闭', '已全额退款'),
	(16777271, 16777271, 1, 56, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '04f3f572-a54c-496d-e28b-bd4cd1e7fe43', 13, 2.000, 116.00, 0.00, '2026-10-15 02:32:51+00', 'none', '已完成', ''),
	(16777272, 16777272, 1, 57, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'afdd277f-514d-5513-eeab-f8440656427e', 14, 1.000, 268.00, 0.00, '2026-10-13 00:34:10+00', 'none', '已完成', ''),
	(16777273, 16777273, 1, 58, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '4ff6f927-43c4-7f14-5f83-cf7f081093d6', 24, 1.000, 45.00, 0.00, '2026-10-13 00:34:10+00', 'none', '已完成', ''),
	(16777274, 16777274, 1, 59, 'new', false, '2026-10-26 07:33:20+00', true, 5, true, '1d585cf1-97b4-9fe6-abde-826b63ccf857', 1, 1.000, 128.00, 8.00, NULL, 'none', '已关闭', ''),
	(16777275, 16777275, 1, 60, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, '3395ad11-3f7e-8e89-6820-dbb54a98ef1c', 1, 1.000, 128.00, 0.00, '2026-10-18 16:03:04+00', 'none', '已完成', ''),
	(16777276, 16777276, 1, 61, 'new', false, '2026-10-26 07:33:20+00', true, 4, true, 'db31d1b1-61c5-8c1c-7fa6-1e8d3efc56c0', 21, 1.000, 86.00, 0.00, '2026-10-23 15:09:11+00', 'none', '已完成', ''),
	(33554433, 33554433, 2, 2, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, 'ba6a27ab-3939-9ef2-7f5a-e8677d7a7266', 30, 1.000, 168.00, 0.00, '2026-10-31 09:04:45+00', 'none', '已完成', ''),
	(33554434, 33554434, 2, 3, 'new', false, '2026-10-26 07:33:22+00', true, 5, true, 'fd39d9ff-e52e-b602-9c09-2f2310f49561', 5, 1.000, 88.00, 0.00, NULL, 'none', '已关闭', ''),
	(33554435, 33554435, 2, 4, 'new', false, '2026-10-26 07:33:22+00', true, 5, true, 'f476ed98-3b7a-e536-bf22-06d42f5f2594', 5, 1.000, 80.08, 0.00, NULL, 'none', '已关闭', ''),
	(33554436, 33554436, 2, 5, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '44aae499-c567-2a76-0eb2-0729719262ea', 13, 1.000, 58.00, 0.00, '2026-10-30 12:43:00+00', 'none', '已完成', ''),
	(33554437, 33554437, 2, 6, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '152f309d-ce5e-0d85-5e48-a769571c8162', 1, 1.000, 117.76, 0.00, '2026-10-01 23:15:49+00', 'none', '已完成', ''),
	(33554438, 33554438, 2, 7, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '06770109-d099-c557-2cb3-5f426c1b0066', 14, 2.000, 536.00, 0.00, '2026-10-21 07:06:59+00', 'none', '已完成', ''),
	(33554439, 33554439, 2, 8, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '68c823b4-f028-0228-4c4f-ef45edbf80d1', 26, 1.000, 94.08, 10.00, '2026-10-13 07:19:01+00', 'none', '已完成', ''),
	(33554440, 33554440, 2, 9, 'new', false, '2026-10-26 07:33:22+00', true, 1, true, '0db47a43-2d81-23b1-7f76-fa8b4d71d994', 13, 1.000, 58.00, 0.00, '2026-10-23 11:34:44+00', 'none', '待发货', ''),
	(33554441, 33554441, 2, 10, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, 'c1ff323b-2796-081a-dd2b-3a2fc1db18aa', 21, 1.000, 74.82, 0.00, '2026-10-28 18:08:49+00', 'none', '已完成', ''),
	(33554442, 33554442, 2, 11, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '79f2727d-fb98-b9ee-6a35-e6dad6357a59', 24, 1.000, 45.00, 0.00, '2026-10-30 18:26:04+00', 'none', '已完成', ''),
	(33554443, 33554443, 2, 12, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '3cd349d5-b610-133a-a638-2b98de246af9', 27, 2.000, 79.80, 0.00, '2026-10-27 06:57:39+00', 'none', '已完成', ''),
	(33554444, 33554444, 2, 13, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, 'ed6b8eae-7ebf-691d-887e-c62fd80226a3', 27, 2.000, 79.80, 0.00, '2026-10-08 02:19:03+00', 'none', '已完成', ''),
	(33554445, 33554445, 2, 14, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '966abea6-83bb-c9cc-5acc-e7b3b7380174', 34, 1.000, 880.00, 11.00, '2026-10-21 09:07:49+00', 'none', '已完成', ''),
	(33554446, 33554446, 2, 15, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '806cef61-71e7-554a-b3ea-92047d95fe6f', 14, 2.000, 536.00, 0.00, '2026-10-20 05:04:04+00', 'none', '已完成', ''),
	(33554447, 33554447, 2, 16, 'new', false, '2026-10-26 07:33:22+00', true, 64, true, '266bbe84-dc05-0dbe-81e4-b7f6bb9ef7f2', 26, 1.000, 91.14, 0.00, '2026-10-23 23:54:36+00', 'full', '已完成', '已全额退款'),
	(33554448, 33554448, 2, 17, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, 'f4db0e91-c91b-77bb-11a5-c29e51f91d70', 1, 3.000, 368.64, 0.00, '2026-10-07 05:51:37+00', 'none', '已完成', ''),
	(33554449, 33554449, 2, 18, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, 'ba087fbf-24f3-bf7a-c34c-07f01e3a8ea0', 16, 1.000, 45.00, 0.00, '2026-10-25 17:23:07+00', 'none', '已完成', ''),
	(33554450, 33554450, 2, 19, 'new', false, '2026-10-26 07:33:22+00', true, 3, true, '40b6dab6-b8ef-6c60-d1f0-b843ff23715e', 7, 1.000, 49.90, 7.00, '2026-10-18 08:28:09+00', 'none', '已发货', ''),
	(33554451, 33554451, 2, 20, 'new', false, '2026-10-26 07:33:22+00', true, 4, true, '9dddf556-46ab-4f2f-4ebe-f748959b9966', 11, 1.000, 69.92, 0.00, '2026-10-13 10:34:52+00', 'none', '已完成', ''),
	(33554452, 33554452, 2, 21, 'new', false, '2026-10-26 07:33:22+00', true, 5, true, '2c5809dc-946e-b306-aaf1-62a9c9b507e0', 22, 1.000, 138.00, 0.00, NULL, 'none', '已关闭', '');

INSERT INTO pengshui.daily_document VALUES
	('2026-10-01', '2026-10-01', 5, 236.20, 0.00, 2),
	('2026-10-01', '2026-10-03', 5, 346.00, 0.00, 2),
	('2026-10-01', '2026-10-05', 5, 106.50, 0.00, 2),
	('2026-10-01', '2026-10-06', 5, 15.80, 0.00, 1),
	('2026-10-01', '2026-10-10', 5, 57.65, 0.00, 2),
	('2026-10-01', '2026-10-11', 5, 289.10, 0.00, 3),
	('2026-10-01', '2026-10-12', 5, 55.50, 0.00, 1),
	('2026-10-01', '2026-10-14', 5, 636.00, 0.00, 2),
	('2026-10-01', '2026-10-15', 5, 116.00, 0.00, 1),
	('2026-10-01', '2026-10-16', 5, 43.65, 0.00, 1),
	('2026-10-01', '2026-10-19', 5, 166.70, 0.00, 2),
	('2026-10-01', '2026-10-22', 5, 120.00, 0.00, 2),
	('2026-10-01', '2026-10-25', 5, 110.48, 0.00, 3),
	('2026-10-01', '2026-10-02', 5, 245.76, 0.00, 2),
	('2026-10-01', '2026-10-07', 5, 598.54, 0.00, 3),
	('2026-10-01', '2026-10-08', 5, 447.80, 0.00, 2),
	('2026-10-01', '2026-10-13', 5, 510.60, 0.00, 4),
	('2026-10-01', '2026-10-18', 5, 483.90, 0.00, 4),
	('2026-10-01', '2026-10-20', 5, 712.00, 0.00, 3),
	('2026-10-01', '2026-10-21', 5, 2143.80, 0.00, 7),
	('2026-10-01', '2026-10-23', 5, 144.00, 0.00, 2),
	('2026-10-01', '2026-10-24', 5, 150.84, 0.00, 2),
	('2026-10-01', '2026-10-26', 5, 45.00, 956.94, 7),
	('2026-10-01', '2026-10-27', 5, 183.44, 0.00, 3),
	('2026-10-01', '2026-10-29', 5, 231.53, 0.00, 3),
	('2026-10-01', '2026-10-30', 5, 434.65, 0.00, 2),
	('2026-10-01', '2026-10-31', 5, 820.46, 0.00, 4),
	('2026-10-01', '2026-10-20', 1, 266.20, 0.00, 1),
	('2026-10-01', '2026-10-21', 1, 0.00, 128.00, 1);

INSERT INTO pengshui.daily_sales VALUES
	('2026-10-01', '2026-10-01', 5, 1, 1, 'counted', 108.80, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-01', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-01', 5, 16, 3, 'counted', 41.40, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-03', 5, 13, 3, 'counted', 258.00, 0.00, 3.000, 1),
	('2026-10-01', '2026-10-03', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-05', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-05', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-06', 5, 8, 2, 'counted', 15.80, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-07', 5, 6, 2, 'counted', 49.90, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-07', 5, 24, 0, 'counted', 180.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-08', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-10', 5, 0, 0, 'pending', 15.80, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-10', 5, 16, 3, 'counted', 41.85, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-11', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-11', 5, 9, 6, 'counted', 16.80, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-11', 5, 24, 0, 'counted', 253.80, 0.00, 3.000, 1),
	('2026-10-01', '2026-10-12', 5, 0, 0, 'pending', 55.50, 0.00, 3.000, 1),
	('2026-10-01', '2026-10-13', 5, 9, 6, 'counted', 33.60, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-13', 5, 16, 3, 'counted', 45.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-13', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-14', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-14', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-15', 5, 19, 5, 'counted', 116.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-16', 5, 16, 3, 'counted', 43.65, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-18', 5, 10, 6, 'counted', 90.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-18', 5, 20, 5, 'counted', 268.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-18', 5, 23, 7, 'counted', 76.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-19', 5, 1, 1, 'counted', 128.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-19', 5, 16, 3, 'counted', 38.70, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-20', 5, 0, 0, 'pending', 86.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-20', 5, 24, 0, 'counted', 90.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-21', 5, 6, 2, 'counted', 99.80, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-21', 5, 14, 3, 'counted', 552.00, 0.00, 4.000, 3),
	('2026-10-01', '2026-10-21', 5, 23, 7, 'counted', 76.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-22', 5, 15, 3, 'counted', 32.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-22', 5, 22, 7, 'counted', 88.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-23', 5, 13, 3, 'counted', 86.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-24', 5, 12, 6, 'counted', 59.70, 0.00, 3.000, 1),
	('2026-10-01', '2026-10-25', 5, 12, 6, 'counted', 39.80, 0.00, 2.000, 2),
	('2026-10-01', '2026-10-25', 5, 23, 7, 'counted', 70.68, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-26', 5, 0, 0, 'pending', 0.00, 223.50, -4.000, 2),
	('2026-10-01', '2026-10-26', 5, 6, 2, 'counted', 0.00, 49.90, -1.000, 1),
	('2026-10-01', '2026-10-26', 5, 14, 3, 'counted', 0.00, 138.00, -1.000, 1),
	('2026-10-01', '2026-10-02', 5, 1, 1, 'counted', 245.76, 0.00, 2.000, 2),
	('2026-10-01', '2026-10-26', 5, 16, 3, 'counted', 0.00, 84.60, -2.000, 2),
	('2026-10-01', '2026-10-26', 5, 19, 5, 'counted', 0.00, 116.00, -2.000, 1),
	('2026-10-01', '2026-10-26', 5, 24, 0, 'counted', 0.00, 253.80, -3.000, 1),
	('2026-10-01', '2026-10-27', 5, 7, 2, 'counted', 18.50, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-27', 5, 13, 3, 'counted', 85.14, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-29', 5, 12, 6, 'counted', 18.71, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-29', 5, 14, 3, 'counted', 138.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-30', 5, 0, 0, 'pending', 168.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-30', 5, 6, 2, 'counted', 49.90, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-30', 5, 16, 3, 'counted', 42.75, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-31', 5, 3, 1, 'counted', 368.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-31', 5, 5, 2, 'counted', 6.26, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-31', 5, 11, 6, 'counted', 29.20, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-31', 5, 17, 4, 'counted', 28.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-31', 5, 22, 7, 'counted', 176.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-07', 5, 1, 1, 'counted', 368.64, 0.00, 3.000, 1),
	('2026-10-01', '2026-10-08', 5, 4, 1, 'counted', 79.80, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-13', 5, 2, 1, 'counted', 94.08, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-13', 5, 23, 7, 'counted', 69.92, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-18', 5, 6, 2, 'counted', 49.90, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-20', 5, 20, 5, 'counted', 536.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-21', 5, 20, 5, 'counted', 536.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-21', 5, 21, 5, 'counted', 880.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-23', 5, 19, 5, 'counted', 58.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-24', 5, 2, 1, 'counted', 91.14, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-26', 5, 2, 1, 'counted', 0.00, 91.14, -1.000, 1),
	('2026-10-01', '2026-10-26', 5, 10, 6, 'counted', 45.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-27', 5, 4, 1, 'counted', 79.80, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-29', 5, 13, 3, 'counted', 74.82, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-30', 5, 19, 5, 'counted', 174.00, 0.00, 3.000, 2),
	('2026-10-01', '2026-10-31', 5, 16, 3, 'counted', 45.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-31', 5, 18, 4, 'counted', 168.00, 0.00, 1.000, 1),
	('2026-10-01', '2026-10-20', 1, 1, 1, 'counted', 256.00, 0.00, 2.000, 1),
	('2026-10-01', '2026-10-20', 1, 5, 2, 'counted', 10.20, 0.00, 1.500, 1),
	('2026-10-01', '2026-10-21', 1, 1, 1, 'counted', 0.00, 128.00, -1.000, 1);

INSERT INTO pengshui.document_2026_10 VALUES
	(1, '2026-10-01', '2026-10-21', '2026-10-21 05:41:26+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977381966013190', false, 138.00, 10.00, 148.00),
	(2, '2026-10-01', '2026-10-01', '2026-09-30 18:18:35+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977763932026380', false, 108.80, 0.00, 108.80),
	(3, '2026-10-01', '2026-10-10', '2026-10-10 07:18:37+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977145898039570', false, 41.85, 0.00, 41.85),
	(4, '2026-10-01', '2026-10-30', '2026-10-30 13:14:30+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977527864052760', false, 376.65, 0.00, 376.65),
	(5, '2026-10-01', '2026-10-11', '2026-10-11 12:43:53+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977909830065950', false, 18.50, 0.00, 18.50),
	(6, '2026-10-01', '2026-10-01', '2026-10-01 09:13:59+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977291796079140', false, 127.40, 0.00, 127.40),
	(7, '2026-10-01', '2026-10-19', '2026-10-19 13:46:36+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977673762092330', false, 38.70, 0.00, 38.70),
	(8, '2026-10-01', '2026-10-31', '2026-10-31 02:38:08+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977055728105520', false, 176.00, 0.00, 176.00),
	(9, '2026-10-01', '2026-10-03', '2026-10-03 06:22:59+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977437694118710', false, 258.00, 0.00, 258.00),
	(10, '2026-10-01', '2026-10-24', '2026-10-23 22:08:11+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977819660131900', false, 59.70, 9.00, 68.70),
	(11, '2026-10-01', '2026-10-21', '2026-10-21 10:44:03+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977201626145090', false, 99.80, 0.00, 99.80),
	(12, '2026-10-01', '2026-10-06', '2026-10-06 14:03:10+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977583592158280', false, 15.80, 0.00, 15.80),
	(13, '2026-10-01', '2026-10-31', '2026-10-31 07:42:36+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977965558171470', false, 431.46, 0.00, 431.46),
	(14, '2026-10-01', '2026-10-13', '2026-10-13 06:56:57+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977347524184660', false, 33.60, 0.00, 33.60),
	(15, '2026-10-01', '2026-10-21', '2026-10-20 17:34:04+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977729490197850', false, 276.00, 0.00, 276.00),
	(16, '2026-10-01', '2026-10-11', '2026-10-11 13:11:16+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977111456211040', false, 16.80, 10.00, 26.80),
	(17, '2026-10-01', '2026-10-27', '2026-10-26 21:39:59+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977493422224230', false, 85.14, 0.00, 85.14),
	(18, '2026-10-01', '2026-10-22', '2026-10-22 01:44:20+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977257354250610', false, 32.00, 0.00, 32.00),
	(19, '2026-10-01', '2026-10-27', '2026-10-27 00:02:35+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977639320263800', false, 18.50, 0.00, 18.50),
	(20, '2026-10-01', '2026-10-20', '2026-10-19 20:00:11+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977021286276990', false, 86.00, 0.00, 86.00),
	(21, '2026-10-01', '2026-10-22', '2026-10-21 23:10:27+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977403252290180', false, 88.00, 0.00, 88.00),
	(22, '2026-10-01', '2026-10-07', '2026-10-07 05:28:11+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977785218303370', false, 49.90, 0.00, 49.90),
	(23, '2026-10-01', '2026-10-14', '2026-10-14 03:23:08+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977167184316560', false, 268.00, 0.00, 268.00),
	(24, '2026-10-01', '2026-10-16', '2026-10-16 00:28:08+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977549150329750', false, 43.65, 0.00, 43.65),
	(25, '2026-10-01', '2026-10-21', '2026-10-21 08:14:00+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977931116342940', false, 138.00, 0.00, 138.00),
	(26, '2026-10-01', '2026-10-14', '2026-10-14 02:09:13+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977313082356130', false, 368.00, 0.00, 368.00),
	(27, '2026-10-01', '2026-10-05', '2026-10-05 07:38:42+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977695048369320', false, 18.50, 0.00, 18.50),
	(28, '2026-10-01', '2026-10-21', '2026-10-21 00:01:40+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977077014382510', false, 76.00, 0.00, 76.00),
	(29, '2026-10-01', '2026-10-25', '2026-10-25 07:07:07+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977458980395700', false, 19.90, 0.00, 19.90),
	(30, '2026-10-01', '2026-10-29', '2026-10-29 01:52:42+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977840946408890', false, 18.71, 0.00, 18.71),
	(31, '2026-10-01', '2026-10-12', '2026-10-11 19:02:48+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977222912422080', false, 55.50, 0.00, 55.50),
	(32, '2026-10-01', '2026-10-07', '2026-10-07 09:55:03+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977986844448460', false, 180.00, 0.00, 180.00),
	(33, '2026-10-01', '2026-10-20', '2026-10-20 10:17:25+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977368810461650', false, 90.00, 0.00, 90.00),
	(34, '2026-10-01', '2026-10-18', '2026-10-17 19:52:46+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977750776474840', false, 76.00, 0.00, 76.00),
	(35, '2026-10-01', '2026-10-08', '2026-10-08 11:07:40+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977132742488030', false, 368.00, 0.00, 368.00),
	(36, '2026-10-01', '2026-10-03', '2026-10-03 13:46:11+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977514708501220', false, 88.00, 0.00, 88.00),
	(37, '2026-10-01', '2026-10-05', '2026-10-05 05:52:20+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977896674514410', false, 88.00, 0.00, 88.00),
	(38, '2026-10-01', '2026-10-18', '2026-10-18 13:33:46+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977278640527600', false, 268.00, 0.00, 268.00),
	(39, '2026-10-01', '2026-10-18', '2026-10-17 22:21:27+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977660606540790', false, 90.00, 0.00, 90.00),
	(40, '2026-10-01', '2026-10-25', '2026-10-25 00:07:34+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977042572553980', false, 70.68, 0.00, 70.68),
	(41, '2026-10-01', '2026-10-25', '2026-10-25 10:22:10+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977424538567170', false, 19.90, 0.00, 19.90),
	(42, '2026-10-01', '2026-10-11', '2026-10-11 02:46:52+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977806504580360', false, 253.80, 0.00, 253.80),
	(43, '2026-10-01', '2026-10-02', '2026-10-02 11:53:06+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977188470593550', false, 128.00, 0.00, 128.00),
	(44, '2026-10-01', '2026-10-10', '2026-10-10 13:59:58+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977570436606740', false, 15.80, 0.00, 15.80),
	(45, '2026-10-01', '2026-10-29', '2026-10-28 23:23:41+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977952402619930', false, 138.00, 0.00, 138.00),
	(46, '2026-10-01', '2026-10-15', '2026-10-15 02:32:51+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977334368633120', false, 116.00, 0.00, 116.00),
	(47, '2026-10-01', '2026-10-13', '2026-10-13 00:34:10+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977716334646310', false, 313.00, 0.00, 313.00),
	(48, '2026-10-01', '2026-10-19', '2026-10-18 16:03:04+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977480266672690', false, 128.00, 0.00, 128.00),
	(49, '2026-10-01', '2026-10-23', '2026-10-23 15:09:11+00', 'sale', 'sale', 5, NULL, NULL, 1, 1, NULL, '6924977862232685880', false, 86.00, 0.00, 86.00),
	(50, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 1, 1, 3, '6924977145898039570', false, -41.85, 0.00, -41.85),
	(51, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 1, 1, 31, '6924977222912422080', false, -55.50, 0.00, -55.50),
	(52, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 1, 1, 4, '6924977527864052760', false, -376.65, 0.00, -376.65),
	(53, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 1, 1, 42, '6924977806504580360', false, -253.80, 0.00, -253.80),
	(54, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 1, 1, 45, '6924977952402619930', false, -138.00, 0.00, -138.00),
	(55, '2026-10-01', '2026-10-31', '2026-10-31 09:04:45+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108381966013190', false, 168.00, 0.00, 168.00),
	(56, '2026-10-01', '2026-10-30', '2026-10-30 12:43:00+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108527864052760', false, 58.00, 0.00, 58.00),
	(57, '2026-10-01', '2026-10-02', '2026-10-01 23:15:49+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108909830065950', false, 117.76, 0.00, 117.76),
	(58, '2026-10-01', '2026-10-21', '2026-10-21 07:06:59+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108291796079140', false, 536.00, 0.00, 536.00),
	(59, '2026-10-01', '2026-10-13', '2026-10-13 07:19:01+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108673762092330', false, 94.08, 10.00, 104.08),
	(60, '2026-10-01', '2026-10-23', '2026-10-23 11:34:44+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108055728105520', false, 58.00, 0.00, 58.00),
	(61, '2026-10-01', '2026-10-29', '2026-10-28 18:08:49+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108437694118710', false, 74.82, 0.00, 74.82),
	(62, '2026-10-01', '2026-10-31', '2026-10-30 18:26:04+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108819660131900', false, 45.00, 0.00, 45.00),
	(63, '2026-10-01', '2026-10-27', '2026-10-27 06:57:39+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108201626145090', false, 79.80, 0.00, 79.80),
	(64, '2026-10-01', '2026-10-08', '2026-10-08 02:19:03+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108583592158280', false, 79.80, 0.00, 79.80),
	(65, '2026-10-01', '2026-10-21', '2026-10-21 09:07:49+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108965558171470', false, 880.00, 11.00, 891.00),
	(66, '2026-10-01', '2026-10-20', '2026-10-20 05:04:04+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108347524184660', false, 536.00, 0.00, 536.00),
	(67, '2026-10-01', '2026-10-24', '2026-10-23 23:54:36+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108729490197850', false, 91.14, 0.00, 91.14),
	(68, '2026-10-01', '2026-10-07', '2026-10-07 05:51:37+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108111456211040', false, 368.64, 0.00, 368.64),
	(69, '2026-10-01', '2026-10-26', '2026-10-25 17:23:07+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108493422224230', false, 45.00, 0.00, 45.00),
	(70, '2026-10-01', '2026-10-18', '2026-10-18 08:28:09+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108875388237420', false, 49.90, 7.00, 56.90),
	(71, '2026-10-01', '2026-10-13', '2026-10-13 10:34:52+00', 'sale', 'sale', 5, NULL, NULL, 2, 2, NULL, '6925108257354250610', false, 69.92, 0.00, 69.92),
	(72, '2026-10-01', '2026-10-26', '2026-10-25 16:00:00+00', 'refund', 'refund', 5, NULL, NULL, 2, 2, 67, '6925108729490197850', false, -91.14, 0.00, -91.14),
	(74, '2026-10-01', '2026-10-20', '2026-10-20 02:00:00+00', 'sale', 'sale', 1, 1, NULL, 6, NULL, NULL, NULL, false, 266.20, 0.00, 0.00),
	(75, '2026-10-01', '2026-10-21', '2026-10-21 08:30:00+00', 'refund', 'refund', 1, 1, NULL, 7, NULL, 74, NULL, false, -128.00, 0.00, 0.00);

INSERT INTO pengshui.import_chunk VALUES
	(1, 1, 1, 61, '\x1f8b0800000000000403ed5dd972dc48767da6bf821f005620b1a3fc64cf78c2ede8764cb81f66e6d90f7e70f81fc89628899428522b298bd4bef54c931229894b511223fc2d0554d553cf27f8dccc04720150852a52633fa8c52651893defc97bcf5d32ab7f7c3adc7b96addd1b7cba9fad1f39d9ee86f179b4b832fcb09bddbb92dd5972c49fe1ebcbf9934ff2437eefdde8eabafcf0dd6ff9c6de212e3678521c8f8bf74f8f1c71d9ac77b77fba35ba7a6bf46cc7199e6d0c3f9c38fd4f5bf9a527f9e2a96cce4ede67ebef44abbca0fc30fcf2a5dfeb197bf2bb2774f5fcee5b5c57ee19f49e653796f3d58ff9ca73b927bf7f927d5a77f295eb83d35dbaa9e30cb6f184c73f39d98d1e3ee55b6fb38d57fdb33d5c70787635db7e97ed2ca25d3c76bebed1efbdc8370f479b1f9c7c73333bde1e3ddb1eae1c1407647b37f26b1bc501fc618ca67ff8fdeff3e327a3a53b4efe71093d96efbccc7b1bf2ea83d5c37c71090f77367cdbcbd66f0d3fbc965792b2d83fcd1e5d7746074b83f5dde1c6673cdce8e947f4b6e88f7223dffa3878fd0ed759ccf61f8d36df64bd4d12c9ddbd6ce3a6bc47b67e3f3fbc96dd7c9c3d7ce28c9e5d1ef45e1937ec9fdec97a777096d8c836d6f81579e7647b2bd9d925c0c1c94eceb25babc60b0dc4338ab7eb7fbe337c8e1712af2ade5bdca67f7c8a9d8efe21dfba3938bd229be47b8f1eac41aab866216b0e896cefd1e8c132ba29bfbe2c761488013ef70e1b778b6e6adc8d6e18ee3d1d2d2ee1b84282e28505104fef0caffe19ef32fcfc8b33fcfc8a442146429472947381fdf8af6afbbb1ffee93b7c62f29de4474ff6b771a3ecb437dcdbd345f0eba76bc38f47bf7e5a716af7e5bbcf68df60e5673c91b8a9d82e6f6a7cf4fe6e2e4abd208d633f616914b9cc67a9ebd437662f7e1ef54ee7bdd0fd0f674e0cf36efee46a76f5caf0f9f2dff77baf01bc6ef679377ff7c161ce9c1fbbf23fcfc5f58324889cb93ffdc6f51ce6271dd7c59fb013260e73f907af1378cedc02ff111211e37481f13dfc20f56b2efbb2d73f7b2ac6b5c3db1d672edbdfef1f6fd3c89d1b2ead668f6fd2009e1bdedcca6e9e61b06204e3f79ce77ad10273173c36cffcae9776594077d57678f38c75fda0eb855a233f3a605d0fafd13f5dcd375f662f3ee43b4f9db9c1c11752844b77070f1fe3218e0ec4d8d6cef5e94ef2dcfcc1de68f1bfc5d075f0bebeeb86cc8da2007d86319c1fef646bebfdcfdbff730410e3ba740cff59c0d60269226a01e606970fc510c2133cfc90dfdec5bd970ffba7f7f1b7b739bad3a3e3ca97f5e65df14eaee82ed597a2831778f7887b58bf4b90c4919ffa74453f5120311b85fc070f3e0f6f1cce0f564e06bdd7f31c30a3d3ade1de0b13182c8c5c2f894308fe1f7fe332877902186ed2c10df813b2b4e3e15e7893fcf4699a2e0cfe723dbbbabe5036abd7e05b0db8b8b23cbcfd205b7f4123f5e09454fa5c76eb5376fb46fef1673ca480c9c78783cff784bab790e2b279d7ebba69d78f4da4b8106c84d6ae0b50145d2d8e6649d7077cf2d5fba3c7ef09156fa0d7b3b54bd9d10e7daa600497c23d8ab3aa1809e230f6a9a766c6c8e3dde1eb2ba367b770fb4698e0d959d80d922ed361227a9b77701b98b0204cd2c4f5d3305630311bf39dedfee941b67e0898cca64c12ae4c022708497d04ac938402317e87a1df6dc014ad365e8406c9f676262811e8957ceb46d6dbae050873a9db0010749ba14a185449d0f5215848ae0088389a440d3899aa247bb78eb10b98666b348c0193e5f7a34d8cecf25c5c30e430c1b9b62ae137c79b8f1617f35fbe807164ab504883bb6ff26b4783bbef876f8fc41eae484a55026604ca53a81261bbb235d26b5cabe437df0cd736f030854ed1f407efd5d6b808bd388902177f22850bb3d1c4459dce288c89257faf134bf97b1d52dbb6fc8bd68afcf9f8ccb7afa1174a088caeae65bd2b5c2b689b42b50daf6fe69bebd9f663500a6c488d52675f7c77de635d52fc7856ddbef86cdef3bb618a1f25587934c082be115a63b0f41758b4c1ca3574fe245c18d7fc1ab8188c511f1a22783f5f1822601287dbdbc3fb6fe7858d1deced836bcc87ff090652070e16a571ca60519cb97ffe114c23483ba033e2b7923c8183ffa826be25bbfd1b18b8fa18a7245a8241f56f1bb3616a02c94bb54668500cbec1e9f3d1ab07d9c3d5120168575c93258ce17f1f94ee873f8252849251c49d2411304d3aa48b05040ca2c977a847fe0689a9ecc63490e03d7d1190f00182bbaf46072fe6b317aff3dde7fde31578dd7051fefdbf4a7818ae088b0316c529e9d83ffcb8f02fdf9337120988883f4afedfb404f90fe7a112d34082f77b1b48a46e9ac0658ac2345424c26c84e30893919d1c3460401a0950761809df6149079712bf67157f764e0f838112b85d1f940070d5b9020b39210727d7b882383a0087c00068c11578f449510de6d3cd8ad32d57039d4aeedf9c880b15f4b3f008c77a9f0d7c517157bca4d7f5e02d318d31a82e6f237e2f65711ab9b0f28112bfd9383abd0cb650f52a4cdfb3e091a00a084a302789c88f10bfd5234da704b4f8c368e77676f0905348fccad6366bfd0672b7e22e820d22f6a1c520e41ea289151fa1e24af21093922f79a5b8aa38d7e682becbc2c0452fc2428a2049befe81820e2707a34b6f868b4bd9a727247ffe23c42e856efa09c6e07e9fbf7fa37908a5c45d782b4937c0c3a45f4de21830a6d76087a6eae56efa0f3e973e977b4a38981351e6ecdaf142d821a419d107bf430ecc82fd4af5fcf11b28ac50540514bc87799f7201b4510351ecc791e7a69e4fa65c7245b3d104459db750a8000b0a093990fc4922722a3528b89d009f0d28441d7a801a28c820bf165738392b8293f9d17eb6fd5e28076886fdfd5ae5c052f21ffda84b864eb7095e34efbadd30ee7a18c36560801f1d201a05bbd63aea841828ee519c65990232b3cc4b63172f7d0151a749e6c183bfec757da8adb81859e86edec1ad71e18661ec250c7f286a28716136c2751f6eff04b71271498a644b64985e4414b2d48b29d4fbbb1fc838088a182b2dc19f4828c91ae9d746a7b55082b609d5db3fdead05007c7a0652907441520c0018ce7e01007534f02c00903f5a1a2d3e6e082058a4c0b8a66d3438002fca28e877e2dd68fd6a33fe030cff3480a71753c44dcad96c6ca401e84ce52f163ac0a4019e701bd583354aba267e38ed3827731d50f0104033c4ec46145df6a00034ee278ec640a1c6629c4fcc40b8a091c867c8b32ae39c3ad20d220a479e3ccd776e652f3f234ff4d7c76b4f465b67fd2f3b6d08811638046b6c220401a79e8c02e6aa77d5561bd96b992a257bb3517800f9d1e2e06065decbefbf40d4a81ce986fc59e48631722f1833bffd1d79833c62045f10a16bce04f8b3358a7f74e770f8f406a2a556262afff820df7fcc3351f9ce6e76f4882bfbfee707f4896794ad148317ccbb51d70dbb14e237947d4a2008522869a5ece5d108d303329322c8d64027eb813b8973671ee865c2a949d25e384f90067ebd9925edb92cf222640e5c2d2969363686072b2cd052f07581c2342df34ee3c53e857e9f366a4c59495066a49ba092080850bb858a97fba02c4abf6fac8ab7fc020f8a069796a75b4aa059c5cf906a24c4fa487bcc2cf930f1c3d46361e2699946b3518cf1e1e52b8395ab939cbd222e0c0507973f7058488216bf95f2997a946bd4be45be19ea1c5c2bf4792e481fe22e8678d8f5926ea8f1393a1a20c0d190cc9443dc4db473db0ff12641370d7137a6218eb436e0a87a516db551e669148661c2621668b942b35146f8206fa495d15313627b1eec22027bcc11c9642fee0441f1782174a8f2ecdc0e7de6b4463d34dffa3a696462682125036d42af33a272b08ba3a10888d05b00a844002c1d6f5cd0060022002e42e401790f08a867af4ef033ffd7277b4783972fb3a397d9ce6abdbd37f1a1d9fb49cc5e7f1cd9d3e879d5e71701141842b3f6e0c5a7c1c3dba5d1c76e45fa8aba037400ea0e7cc717b15ff9473d57a342a8d5ffe78d010a817f83875e79c0657111f080f597f0e0c1e1065cc8c830700133c1e07bc24af02225fe1cac032e63e88f885c2dbd2e052a052757c301df0023c6921150bc487d0249f0bebf30c08061e95e4409188b460aef01bc02de030a98028a0c7abc66e99b1af9bfb73288e42a31b451233ecaac3c7883016a21cbb882d938bc7e0f5e65031ed200f1b23801487ee478e01a047828425a4187a8bba220e2732d0591211cb33225bbb1d9effd2222876a33ff78045fb7d6af44ae078e3fc8b80b8c82742a6742ec09115dc01e71b3b1052796334189a9a05b9c7e6e67a28963d253220046254f4294bcc7a6136aeca541eab2344eb494a1d9384d6daba1018af811389a5edbea45712796ee0fe2c93013227a66151c60877a15be35571350aaad6a1d6dbd1fbe3b6a2a6ca55a4fb7528d0607103d891dc47b35a7525486c22faac60d274696e89abcb0949f6ee1806a5bc134d1f785f9c5038fee9d09c248d5f2e896e1d397d9dbcb45b59a95696c4c3ae51bdb830fcf70d9a22c4d7f21945791e754714bb828dae80114910461e431e66a6946b3d1d20326c1acd7035c1b887a67216c018ab67461dac0a2481387095c4b3ef6cb1e620801c13d470201caa8c0011d8d7235fc001c157d301107945456a757700077230e0378621713616c963e9e03780c11e4d075bf1a656da41fa47ee0e1bfc0d3b24b6663115d1e97573263ca49d841a1b97c90047d0ce15bdc51b4aa67152019ab11dae5993d78ea18f87117f5f664054aa1eb9e59d9288f16f589537a9e5ecaef24cead7a9eae9bf849407915c1c66bd4011f13064f6cd40193fc4e2f219cc385465585deabe867feb10d16504ce82789e7c7819651321b316d086eb3d007f361116db60390d60c09c38a30a92f301cc11b50b7c88b9a9398928bfc4951de0a3ea27883f8ccbb4a7f31ca5c3785a4a7a70e286a466e30e665ca3a681882f8d88121c639455559548bdd65153341bea21a3005208d8374926a181e2e63fa4dbefd67196a372062ba12466d823d23426a5bde83aaefda40c1a30afc00f35f222de96436d28c23a40456f791b9ab9b26535f8b806e0479401cc2a3da03f15b3d9aa40e552bd128e9a909032687607203e6b6c04eeb92a68831ac044633f44661283c7e34c44f03c2520f9532652b3045890b840cc5b93614703912aa785f43bca6069822f244ec046f46514a430314c6a18dd8b5492f78c2a2d640cd8441a3f01479c5d984616fd2847356a2cd506340b53c9afe27550fab007a8d0723c9a3fb4b39631fa837029030642d0881e520902550a757463d737d2f481268bcaf5e850433407326a8167f6610b81e26274598b9906aa928b3b1a0043602eac73cfa1415a85ae959ec7752699730238bd8b452f7b2a156dfd787969473a8e9fd317e228a2f602a4308bb0608d8477c8a834400010f578941dbf2879a506755e4cf8b321839648d4c20fbb29cdf3d44052a66bc0ad5404aa1b604515309cdd4900a4c407b891d0a1c886e559ab68d360880dbd0f3e04f6a9929b3d1ae30b1016131014b25d4559e88fa13f5a04245e2b76ae25b35dea3566aa26d8a3e6f3f9785743eea36319e6d0b81b185f23e941d81d0949a831f8dda15af0c2dd401a6c636e052f2ac2a60a81829e153a666ae5130884153c801ef8af781c600bdb1fa977f6c8312841a3c863a651f4987d266988ded33d71640ea32d7ada7b8d46a0b0d18dae698ca2464fe505e0ac153118a4e1884cb89880dd5311770104723bf494646e80f3d6d5d5124162e283d8a79baf5050b7cf62c0a82a3f3b8149af698e45220b50a84c2a7b65c8a690805662020c2e8b308d35f4b70988d62a24bf6f043765453c93c5681c80930b02f9800e3399ec86dc93f0acfe7562163e0010781ac2dc283783f1d1ec427a9b2814fa22ee0218ea6900d4866051e93030fa892027395a757d5469aa0c687087b530963bef68c965490b32505ef6c3033021dd0658d1368292c4ab53aa8639c597984410ac3e82392acc52bcd46b3b8751a0353042cd1d7201fc5fcd931f5cf712722fea767b958872861d5fa343a24d3b2110a5061bcc7bce8090052ba44ec813220b058ce474591588c84211c40c13001b40a521816244893148cb409299c7f198e89e9776a7aa4b9040e6f4075789808215d12dec1bc4b5b9b97d4472c3242902ad5c29366e3d888763d25850ad563d8729986362aa36e126d7d718c358fda7647502181da344c4ee191052576f21b3189ba12b92643cd437d13b1601915d244e5b9b6234a85cfa84171a9fa7b3aefa4110f635829c812582979a9336b0c9ff92e62546184bfa545311b65f65b2ecc208b236cc561e2a2a94c02b419dc97e3220cf9f20cca53910db59eca050432c956b85df815420169000169c3a80278341e2a8fc6b47c0cea49cac202088629dd499c5b0390c08d10cac4cd1add9749da4223a3935807bd08281055f0eafdae86661b4e1a61c65c90f8112de15182c46cd4e2187581eda28c0e8a629699734de641e39cdae6b42e0a9538835850b8ca241de83cca50a1ff744eca8f466d3dcdbc6af6692d501093451c5d9e55b12058ef268892145a63f632ea82624c82041587d3b2125427aa70a0b6da2002ebf2b82c008ab1004d8908b331bbb28d850e86cbabc39f90f39ea02fe2248e629cefcc7dff6fa88610d3255a4f9a90d4cf4c784f5f488db55a60e15194c8298aa621b8cf12208a81e72bb8272a6ac5d17c8e57b156cbc42826a28afc1efc2c0b06e849a208825f8f210bdaf06f260be47753c12832f8334b595b8d4549d96cd42b5d54bdfc0469d756ce8bfa790543d10d355cb156da5aac4adb1c17b612550860dc18c6baa781e5346025b806d7a4cd073d0532f4b8c44469f3415f9c35abb465c1fc181e20063468efec033ac1ccce004bac248916a5341bdb897aac87592f784c999084967528df8f2160390da25561836f151e9f39ec35f2987fbc49d3676925afece695fef1f5da3a178a3653949f4f892620e0f6e520e7fbc0b80d5d5f11bbe52d20358a2b1667b516bb99aa28b4f998118e797b08bc629e57991c462c817721ef9f367a1ca9ea94215bedb95a4cd26cd42cbb3dac2d59832a6995b22a438168b566f4c1f3e09c2a59527ff31fd524c4db64f435096bb5f363aa5ab094125421143be96f7da893cb8d00009653d29254f268c8bc2ea83071391de20cb8993cbd41f8d9c68dfcf2ba5821e1d74f37cca512fac797e082e59b4f061b570677f76111e8dfa4a9d455f550f1b25ba32202db8b1167c2122a4aef9b8de67a2a36301c130af52babc428c86a0584dac8633d0afac79891be4c43beb2681f833246ee195ad2667922100d0fd1c3e8b7c87e65ac8b7c343454836801e5b1f9e6fa515e919e3640d4b86833a2d3244a502d438b262ad9998d5690a277905f5aee9f5ccf3797e7b1b8e7e02526e4d74e6d8d9324893dca2f7dff2790b4943f1892192dc5586fb7a7cd381391467487f31a1acc4a598b3dc84852a1a4b8995696588d065a5a9b82c53ca1c94fb7a40bbf3e60981a4c4984f3f8f593b53ade025a1d0e1bd61ab27a967f6c83014c47c04ce620429c5861c06c6c8f013387508b011428152a3da02da9d28d9245bec37aa17a0bae7972dae698a031b273c81b202863e714281f03bb4e15270a26f268787ba0f902266d524c7c3d0a00849f554107426a08a1c4e7492568ac7e920727b83dec165ed8ea52decd6d308208718ce9ab311485c288d9f837f4e0a6b3f55628d09a104bc15ad46e6142aca5e8d16da83e22775e8383389ac81a846729ff4a58d872eacbd4379d6b1b0431590a85a05019d6681bb33aab651ed4d279150b519254119cc608a8d604b7d618ccf750a686aa0a570b039a8d1718066cbd6056ade5d79482b63975d007569f0650658d452422b10308d2f3d294bcc39c64181e0c964269544d8a850f5aae539d55511a6e9aa2288428d634411f3350dcc2a0c08741bc1a9c74f6404048932c5103cfe02894e11eb3d12e5da88f02d6962800a5b29a3deea41417158b7263051df17956efa09dff876511845610f3af7442c1f72023a7b2cf1aa1a87a0236a10879b1a33cdd923ebab155acc7480cd90589859beaf21c07a40c3f860f79de6fca32b4b1070916f18e03c834d0227a66a32de20aeb37a942ed4a28adeb511a2dc2b4b5ec14dd859bcce71a9bde1fcf08604e03d227a532954723c7560e745de6932c0271505e0cc54fb7640e8b1060d1ea9828c439a6cf4e411428d44b6b4fd71085d6a6415b7a578d7db3717ccd81951afaff50658059ee54b24ab59d062428a89b12f9d62101fb2a144495214cb4005438c629473d43c01c11e4552eb032a949438815a1880c57e60db5060226b6e11f96808bb510a1d9f8b5ead985aba9149a74302a118e7a87a2295430765d6e9048ac40829891151e162412b91c62978502260ac68f9eae6c0d916675564559a0b7411e290a3545a2b0913f4ef2298010701e727066af5d7351e20eed16fa58c3bda40966e305f8146e874fd945ec28ec1047033d30c2c545ab820bdf6a9cde307da2080bd48021a2d600b2d1e389f57362c4d1980c01af43c640b4d5b5265914aab3c6cde4e95590604dd310a9b3afec63604d1e8a4a2052aa47ec784fb7d61ff02f3021060fcbb4a8a2d9f8d5520c7c6d26058846fdd1c83a5498aae5bc29b00e7864d01f2d314247539d4a81118d754cb632601deaf42a466855bb88c29e17e0874ed22358248a52cba05bb3cf9b4860665ce4195d5f8b619a8dd69bd4c5306d7a3a365b511bd742212ecd9ee2b809516705e128df04b33149cb19aa8745bca8c5087c794139174b03a054048db92b2db3d1f42d34e4a8f2c578696d095d0d21d24d0110a1324a13258e46900c479b718e2abeecaf8e40c913ee24ceadc639305317e1d11851d771a15133c931e9ab252c2f57c5412a0594423c421aa2ff458fb7717a5892c0b10d533fd402a566a319f6d0be966602bc4c5fa8e1eb6ac442431a2cb8ab0b61aa26bef5d5aaf3694555d0e0aa2943349c2b2f63a2af381aeb50d197d608046b6aaa3aafc30a87c04dc5cd8ad32b6a0a4594083250f4dd1adc63c265ed615272355a06118a9694b3ddcdbcafdbe0060f1af8447d632d786a360a5336f5226322575aae33e6778a102fbe1e039052ea477cae0d8dd446cd6622c1dc7b81eb5c499c72be8b482a95ca941a461c2da6fc4d8f0ee45d8138fa6e13cabb56d00125831a45d4469f830dcb4a8a49268ca622800a13540542785fab21d90621291603c1d75db1947f63809cfa67361a75b675e1b2a2e01a836db6eada5a206831536d735c7a059e01dc02b8b156fabc9eee8aa3617f00d70add9d686aa876023793a7575100efd3c59cdff1a6867ffbd11b7c13a4b03993bfc8a8518d34406566c5e1fbd01b49e4fb4c0ba49a8de333eb1689812dd74a2eeaf3ec308aedf2ec2dc86fbb902ad55560325675b93a4a5c21e88e299578f0526ff0a369f5b21231d35815caeb2386274faf2206154d2ce6d48d7fc160ab75032c3c944b9636865730eb008c1771b6d993b63172883e4ab0225f0bc09a8de3e36c16344c02d21475532e9c476eb56160e873ad819985bc5af5fab4d8064c30ea61a1dd0cf20afd01371396404fd2f1a3f1bd8aca3f9a661e18f048d794a75720826af514c403fed1f9f3300d0a43811dec03f9689e92e6168577fb74b6c50485b42d5a230da3affd2d798a8814df8f57c75adbcfee289d9c6f38e15f314aab571938515f98d79aa56adf77034755e2c46cfcaade0d0c0f3c64b100bef8324e859af26b38dbc246e32adae638da028717137ca061f0f2ba86a165ac5124846afc00c9be0a45a9e6f52eb8e44bf9b2959cbee015da9766b6967590806d2283e7419595b2361b5bcbda4ad89cd7776d412bda443b90854166adfa459998e0456c1d054078f19253c08a600e0e1c94d982ae60a1eaf4aac1c06a0e2ca189c37f038301479cc75eceb3ee7de4793ee6f186a8ef28c1813529b4c6a62528c6918ac23f810fa8ad4671615f84d40214988b472c932f156f8e711e35a785863450d0d14004203413d11431f0e2f40a28b0549d8f8502018a59c317ad72fd621d1c224ed3e769fe17f4054c9e957f0000'),
	(2, 1, 1, 21, '\x1f8b0800000000000403bd5acb52dc48165dd77c457d802032534a3d6a378f70cc4c7447748c37d3eb59cc6262fe01ecc636cfc20da660288cc1c676b71bcccb14541988986fa94c49abee4f9893991252d6c35d05f4d8184b3753524af7e4b9e7deccee792739d8158b2fe2cf6ba2de72c4feb2752e573f763beb72ed427cae3be9d46c72ba2f5e3c112bd34e72fa4e5fa0cffef22747990fce709bf8d5b43e5999962f0ed3a7f5ec247dfa3cdddd72ccdd657db9db7e231b6769e3d431cf10070bf2d9726632bd2c939cbd4e3eb645fd391e9cf54a77bf8bdb6f2d93231b0d71de4c779bc9ecb1e3fcfe9b6fe4f9ab747a257b6e3c7726a730bcfa9a3c7b2696b6c5e62b47ac1e88e5a5ac257bf9a38e78398f6ea58725976f954dae7f14cb6ff1bbdbd9938d77727157ae1d3ae63fbc9f78b396ecec25a7782bdd5236e17672f5ca7a9068afe2f3e69fe67a3939bd70ba9fd7e5e35772aa9399c5c589a81f1a6bf695b393e4eaaadb6e5b2d72f5a2db69659f346b91b3f371675fdd3a6eef8a851939f749cebe76d28d45748d8f3af90df473c4c1cb7463061f5bcecf98867c18dabf439bcd5886363b4edcc4773f7fe48885b6e3649fb17b7d800127d74f45f3506c4d39e2fa433af57df77a474e7f7444bb2e9e3514c6ccbd81317320d73fc5eff0cde73f8bcddd0c299bbb3980351e0168bc9bf19558fe10bf5f72f04f7d82f4783aaeef27cb977864baf3093795b353e2e865da782fda0d75fa691aa0955b7bb2bdec743b2ba2bd02ab3910cb8bfac91a03e260565c3fc68470c4c5b5783e9701cd5c8fcfaad1a26fd6bd5c495e4fe777367834d8ea9e77d09801cd9cc8f5a5b8f3c4912f369247c7996b00f4e460279d9ac607c8278d1983c146672579fa231e9c5cfe5400d48c279bad66aa5877109d76727050c6f8cf9f9f259f5a3f7f9e7506b6c9fd5db4fdaee2478c5312ba218d7c9f509746c4196c4c57ce929d05b1b863a6b8534957dfa6c76faae2cd3bb9ffba7b3e8b495a65fc1fff762a7ffd8a30a7e20624fb43038ffa41e4e2d6ba893ad40f27094e1961fe0425132ead52bfc6694df5291b831af16a1eb78cccadf1083f838d138e5351ffe4dc5aba7d225f4ea753dbf1ec33a7225ac7868454bbfa911b07e9d47f0ce886dd0bfce04ce06f3660a246ad7f65f7983067857de81186943e5d14ed276ae2940fc5e5be3c3c4de61bb25117cd6d102f0e14068e3b62e91af34b8da1f2f0811711c6bd904713e94ebb7b7e88f74aae9731b60abe991aa3eaa71faf4e2ae2b08e4980fb88c5359c4f2830293b2cf1776706d94e25de3c95dfefe7ffcba5f7c9e232ae6d37d295367a67b75377cebfc4c40d6802df8d5ce52c37c4083224d9c6cc09cd676046dcb6b99d341f25cd669513f24fa7f2e06b422d9cf89c462c607ed6449dd08609f1ab70be476b94e273e638214195b09acb6a9eeb60cc5f70ffcc49dac0cb2667339879b2f9630e657c160b0cb84bfeba660485576fe3777174d43d6f2ad2ac24d373627b494320595a2ff957fbcc2594f8cc6581879ef30df1f6023fd55f5e1db4e2bd3dd1da135b73d9d00a3fc7c7572a964fafc69bdb681ce6e7edfde4dd9374f739bc3073224fde8fea64eaf1300a891bf1a070b26dbc672753bf4a31e7dd1ac5b487677237334fb99984359ae1fd1e1c7d336fd4870bf1514303f96032028329587476a26822fe302f9ed627726b81864147ba976e0014c7703d7141971ec14b1b90c8faa93cdf1217c7e9e3f7c9d4b4f8fcea96be376103ccad7c7fd6edac8dea7bce82d0c78858e017beb78de2ea408578ad2c3566e3ceebf4ed86d89c732a5fffbd677a8794d290ba00b76ea20eb7a7b74baa8ca8e9ed0685db33a35beb8917bf791420601abfe6f2ecab2b8498f1164ebf15195c5ce764205b47a279a2c9402c360015a3a714f580efdd306491eb91e06e7c0fe68556bae1fb82070cf58f47f9118942c0d4e7112f10611b7bd84007b778e3325938abc6b31771fb1dc81fdcff873ff68083fb848501c7b4d34dd008cc460761551260f2d75cc4879c143223af792539406955d144546361a927e80397eb9e7690c074184d1a10b78aeb3102ea974041693019f8863728996480772f71dc980be80c3a32dd6ea863a1d16dff64d0511cca4f2dd99ab281c23d1704cddc7b054a260ce472333edd1d9531584483c8274144bd021fb6b14f4722d08134c4e6a9685d6966b0b563461aa04590067398c35ddfd28e0cda91d7101aa85b783b3342539670c198529984d478b9a7762ad13d735c743b73b2b127de9cca2d459aa3a1037707c0702352464736dac2ddb7e10cf969431e6d6b0121b7f645eba54645f772439de91c2ce70c465c463db75f2362d67a94334ef0eadd8b1db9f55cec5dc6b33ffcb2bdf82a5dbfee5e6ddd3dbadc8651fcc00d7c46805e25fd3311691bf39ac2165c51a693eef994a213aab52448c3c64dc627785ddd449dc8a6136a2633e20a34684e279931b28d119ea199a3948750aeb940f7cc6173db94837a2aeeb90836518957305e461c7002025f34a924b6a91e8867e713aed6279638312693559bdac0049d8c325e2ae0571ce90bf42fddcf162be9d6f7e278d390cff923159dca3063a1ef2255e4bc8f715470705dee727c54e32c68dcf4c5b58186aa10f5e629c3f46b4fdccae8683c0143380f5848f11fbe640e2edb68872bc345b716300c988a5426424b81273342d29ac890638d0141e8aced3682e2e90f10032669bd9a3159bd0e2abd790ab8a4c854ee439cdc25435563a92083a12e8f22171f6034ff8bd67bd468c4e263d152147493bfd8fe2f69d8dbb08c0792893ca8cf40250f19cbd8465bc9a69def004ca7f26d8f4c6124085c2f541509dd8414b5271a4555426b9cd75849c3321875ea525629a8790cd4b0373d6d508c5fc9c0532953a51256d6b0813719b24cadd04905d43eb5929b0bae1874447537dd6273c7d01cf7e1034643858eb05fd30238ccf7024f4d923be73f3676e242f38ea7664a45b10235b6b14fcdc8ad66b7732cea6710bc1a23789fa21296c3075f1df0f11cea78dc12330005fccf688d219ae54c9119a12c70b39271207c6e8c367cca9c329a9e29e3b3601933de020fb79133a324c50f1fd010139440b0f405193823273e3d10cd3cc3ea5d3616eec8238c509ff9287f90529dd436f621c2243fc9eebc3cd9d1a0801eb1404133a9024ed14dcc094cbccf5dcd02551101a7a88a488f3150a2a130864aaa78bcc66df65197eb9e3628c0d1a361012300ae206fbda01c7130cc3cf1892623bc54a150a837a9f234708b2549f824cf4a2c05848a2373913ed71d15af8c9a2e5320250c09ed97be63c1a5a73c5a50c76dc20e576cc7280f59a9426a1b4be2f6ee4021dafda8989753216384d450d23f470f45b2e2d7bcb0a6d2d51b23d14257f7b481323e7b10843c17d513958317ec11b0493f0b3e818e3d0560cc39f0f28592baee53c06568d849d74f92c356a9ba0a36a1a8568710a6f7c9260613a8128e9524473ee73ca401f54a2555db384895ca8547f16a47a7c1706411535052d36535cc3664c82e620aa681155454328cfc16cb26a5a0a28c485731a57bf80346089812569480cd7bde15162a05f780c41a0479018b30a26ac0501477595e2985952fa72f21f3c0df9cf64101d90b0a173eca296388906102b687496e554f713d54c43c44422ccedde856db38082a7728a68002b09012d554fd26e7050623d81f7e2b9105caf1e0140f9d4be538e5debce79da182a7a25a078abaf77acac841054a9ff9dc1f245709c134737d4c1e2c43ab42fd62bd7bd9fc6f0bcbbc588fc9c0ade7a19627c3d2dc1e9414f1663c4e095884f5411a0561a9306b1bfb84c93d1653d4da0c9804158c326f6823f7ac82adca7ae152689932edf8ea72d33387cd976a704ab5ccbcc77e8c746a4afe8434cd5abd2b708b67611909b59b725d0531083ca83dc3f8a4a71255b35b0275151aaaf864affaf84ae47c292a998b74377dd7a16109757fb9be20da4dab98423da573c37e990b3602f8025430462ed98dc745e3155310653cee334ab14875c345b6b124662c708d53f8771d37f4acf085f55db8d10d2da56b8c6ac74049e94274a805245b28c388cb4dcf1c5c86346fa16a20b000541478ca9ce4623783ef653935cf75af559da3b9592364e82fd3edd7508475c119559abbd91a80055a8f7b3ef1fb221a3c75db54a994368f07140fab560c7f3c562ae9da46bbd8824d4d58dc4ee65fc4c7b3552ed7de24af67d40a584f4537f258140421184637f5e5ce0c2c82c4d95e20ca8c2a7929029a4aa8b140a472aac2c8427db9ee79579ce0a9603900115b120a99f3dbe5ce839925f27c0f5b2a18eb8305aa2d3ec5761fac6ede6b99ee768218cb7e6ab1d30dbc5299d636f6a89c663359fb583531353e38025eaafc5f5855fcf3c31eccf811d6a270abac099841a25a92361413da47ba6495eb8c9185351281cbcb2ac8473aa3ac363ef00d1190f406439df1aa82dac0bd451449119e864c9c9560c17d35a4e0ffa37d23caa029b165670026206948e8aba464e40adc6801e7ae55171eb8dcc3da15307b137998652c479e274deca14a66e69247b34ee5abbff5ac33076180570cc006ba893a815dc0554b400835d86354e286cc08c2286750c8a1490d7591f282b45a17c2e5bae72094e89db1bf8212e826a46b3d7b0f7cf766770a657af9a7902dd01e50e656c0c14be9d2eed050a3afd1bdf2707397e2ffc307611082e329f706018b53e431636555a3e9e512b0c6dbd654daba5640ca36da9423defc90b63bd8e0a8362fa0760b1c1429785ed6854ed44dd8bce0daab8d0411476d5bd37b19c10f39a9a8bd6b618de3076853915afd862bf5e645c32ba36e5abb09f4ea365884513b11b46b99da9e8056f56315e374c35080140dba9f52b5c53684d261df8e049def40bc92088b2ed19d23ccd00c693455f23f6d5d2278162f0000');

INSERT INTO pengshui.import_file VALUES
	(1, '1793000000_o.csv', '', 'c61c0cd965baccef1cec465cbaedfc2f572c4f770f1aaa75a33160ae3f121eb9', 'a8363173ff2326dceeb92cd5e70531965dc7d3570549293d51ab5978f636b023', 'GB18030', 'douyin-orders', 5, 'douyin', '2026-10-26 07:33:20+00', 'live', '2026-11-25 06:35:15.173067+00', 1, 60, 60, 0, 0, 0),
	(2, '1793000002_m.csv', '', 'a6b7757bc51a1d618a44fc67dcf0e4d396b2dfd4f35817596901605be17b0d70', '3e1e73f5feba259a8edc044a4dba86caa58886f1e85b27f6ab3dbd7c36358a8d', 'GB18030', 'douyin-main-orders', 5, 'douyin', '2026-10-26 07:33:22+00', 'live', '2026-11-25 06:35:15.29992+00', 2, 20, 20, 0, 0, 0);

INSERT INTO pengshui.line_2026_10 VALUES
	(1, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 10.00, 'counted', 'eligible', 16777217, NULL, NULL, false, false),
	(2, 1, '2026-10-01', '2026-10-01', 'sale', 5, 1, 1, 1.000, 108.80, 0.00, 0.00, 'counted', 'eligible', 16777218, NULL, NULL, false, false),
	(3, 1, '2026-10-01', '2026-10-10', 'sale', 5, 16, 3, 1.000, 41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, NULL, NULL, false, false),
	(4, 4, '2026-10-01', '2026-10-30', 'sale', 5, NULL, NULL, 1.000, 168.00, 0.00, 0.00, 'pending', 'listing_unknown', 16777223, NULL, NULL, false, false),
	(4, 3, '2026-10-01', '2026-10-30', 'sale', 5, 19, 5, 2.000, 116.00, 0.00, 0.00, 'counted', 'eligible', 16777222, NULL, NULL, false, false),
	(4, 2, '2026-10-01', '2026-10-30', 'sale', 5, 6, 2, 1.000, 49.90, 0.00, 0.00, 'counted', 'eligible', 16777221, NULL, NULL, false, false),
	(4, 1, '2026-10-01', '2026-10-30', 'sale', 5, 16, 3, 1.000, 42.75, 0.00, 0.00, 'counted', 'eligible', 16777220, NULL, NULL, false, false),
	(5, 1, '2026-10-01', '2026-10-11', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777224, NULL, NULL, false, false),
	(6, 2, '2026-10-01', '2026-10-01', 'sale', 5, 16, 3, 1.000, 41.40, 0.00, 0.00, 'counted', 'eligible', 16777226, NULL, NULL, false, false),
	(6, 1, '2026-10-01', '2026-10-01', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 16777225, NULL, NULL, false, false),
	(7, 1, '2026-10-01', '2026-10-19', 'sale', 5, 16, 3, 1.000, 38.70, 0.00, 0.00, 'counted', 'eligible', 16777227, NULL, NULL, false, false),
	(8, 1, '2026-10-01', '2026-10-31', 'sale', 5, 22, 7, 2.000, 176.00, 0.00, 0.00, 'counted', 'eligible', 16777228, NULL, NULL, false, false),
	(9, 1, '2026-10-01', '2026-10-03', 'sale', 5, 13, 3, 3.000, 258.00, 0.00, 0.00, 'counted', 'eligible', 16777229, NULL, NULL, false, false),
	(10, 1, '2026-10-01', '2026-10-24', 'sale', 5, 12, 6, 3.000, 59.70, 0.00, 9.00, 'counted', 'eligible', 16777230, NULL, NULL, false, false),
	(11, 1, '2026-10-01', '2026-10-21', 'sale', 5, 6, 2, 2.000, 99.80, 0.00, 0.00, 'counted', 'eligible', 16777231, NULL, NULL, false, false),
	(12, 1, '2026-10-01', '2026-10-06', 'sale', 5, 8, 2, 1.000, 15.80, 0.00, 0.00, 'counted', 'eligible', 16777232, NULL, NULL, false, false),
	(13, 4, '2026-10-01', '2026-10-31', 'sale', 5, 11, 6, 2.000, 29.20, 0.00, 0.00, 'counted', 'eligible', 16777236, NULL, NULL, false, false),
	(13, 3, '2026-10-01', '2026-10-31', 'sale', 5, 5, 2, 1.000, 6.26, 0.00, 0.00, 'counted', 'eligible', 16777235, NULL, NULL, false, false),
	(13, 2, '2026-10-01', '2026-10-31', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777234, NULL, NULL, false, false),
	(13, 1, '2026-10-01', '2026-10-31', 'sale', 5, 17, 4, 1.000, 28.00, 0.00, 0.00, 'counted', 'eligible', 16777233, NULL, NULL, false, false),
	(14, 1, '2026-10-01', '2026-10-13', 'sale', 5, 9, 6, 2.000, 33.60, 0.00, 0.00, 'counted', 'eligible', 16777237, NULL, NULL, false, false),
	(15, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 2.000, 276.00, 0.00, 0.00, 'counted', 'eligible', 16777238, NULL, NULL, false, false),
	(16, 1, '2026-10-01', '2026-10-11', 'sale', 5, 9, 6, 1.000, 16.80, 0.00, 10.00, 'counted', 'eligible', 16777239, NULL, NULL, false, false),
	(17, 1, '2026-10-01', '2026-10-27', 'sale', 5, 13, 3, 1.000, 85.14, 0.00, 0.00, 'counted', 'eligible', 16777240, NULL, NULL, false, false),
	(18, 1, '2026-10-01', '2026-10-22', 'sale', 5, 15, 3, 1.000, 32.00, 0.00, 0.00, 'counted', 'eligible', 16777242, NULL, NULL, false, false),
	(19, 1, '2026-10-01', '2026-10-27', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777243, NULL, NULL, false, false),
	(20, 1, '2026-10-01', '2026-10-20', 'sale', 5, NULL, NULL, 1.000, 86.00, 0.00, 0.00, 'pending', 'listing_unknown', 16777244, NULL, NULL, false, false),
	(21, 1, '2026-10-01', '2026-10-22', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777245, NULL, NULL, false, false),
	(22, 1, '2026-10-01', '2026-10-07', 'sale', 5, 6, 2, 1.000, 49.90, 0.00, 0.00, 'counted', 'eligible', 16777246, NULL, NULL, false, false),
	(23, 1, '2026-10-01', '2026-10-14', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777247, NULL, NULL, false, false),
	(24, 1, '2026-10-01', '2026-10-16', 'sale', 5, 16, 3, 1.000, 43.65, 0.00, 0.00, 'counted', 'eligible', 16777248, NULL, NULL, false, false),
	(25, 1, '2026-10-01', '2026-10-21', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 0.00, 'counted', 'eligible', 16777249, NULL, NULL, false, false),
	(26, 1, '2026-10-01', '2026-10-14', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777250, NULL, NULL, false, false),
	(27, 1, '2026-10-01', '2026-10-05', 'sale', 5, 7, 2, 1.000, 18.50, 0.00, 0.00, 'counted', 'eligible', 16777251, NULL, NULL, false, false),
	(28, 1, '2026-10-01', '2026-10-21', 'sale', 5, 23, 7, 1.000, 76.00, 0.00, 0.00, 'counted', 'eligible', 16777252, NULL, NULL, false, false),
	(29, 1, '2026-10-01', '2026-10-25', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 0.00, 'counted', 'eligible', 16777253, NULL, NULL, false, false),
	(30, 1, '2026-10-01', '2026-10-29', 'sale', 5, 12, 6, 1.000, 18.71, 0.00, 0.00, 'counted', 'eligible', 16777254, NULL, NULL, false, false),
	(31, 1, '2026-10-01', '2026-10-12', 'sale', 5, NULL, NULL, 3.000, 55.50, 0.00, 0.00, 'pending', 'listing_unknown', 16777255, NULL, NULL, false, false),
	(32, 1, '2026-10-01', '2026-10-07', 'sale', 5, 24, NULL, 2.000, 180.00, 0.00, 0.00, 'counted', 'eligible', 16777257, NULL, NULL, false, false),
	(33, 1, '2026-10-01', '2026-10-20', 'sale', 5, 24, NULL, 1.000, 90.00, 0.00, 0.00, 'counted', 'eligible', 16777258, NULL, NULL, false, false),
	(34, 1, '2026-10-01', '2026-10-18', 'sale', 5, 23, 7, 1.000, 76.00, 0.00, 0.00, 'counted', 'eligible', 16777259, NULL, NULL, false, false),
	(35, 1, '2026-10-01', '2026-10-08', 'sale', 5, 3, 1, 1.000, 368.00, 0.00, 0.00, 'counted', 'eligible', 16777260, NULL, NULL, false, false),
	(36, 1, '2026-10-01', '2026-10-03', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777261, NULL, NULL, false, false),
	(37, 1, '2026-10-01', '2026-10-05', 'sale', 5, 22, 7, 1.000, 88.00, 0.00, 0.00, 'counted', 'eligible', 16777262, NULL, NULL, false, false),
	(38, 1, '2026-10-01', '2026-10-18', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777263, NULL, NULL, false, false),
	(39, 1, '2026-10-01', '2026-10-18', 'sale', 5, 10, 6, 2.000, 90.00, 0.00, 0.00, 'counted', 'eligible', 16777264, NULL, NULL, false, false),
	(40, 1, '2026-10-01', '2026-10-25', 'sale', 5, 23, 7, 1.000, 70.68, 0.00, 0.00, 'counted', 'eligible', 16777265, NULL, NULL, false, false),
	(41, 1, '2026-10-01', '2026-10-25', 'sale', 5, 12, 6, 1.000, 19.90, 0.00, 0.00, 'counted', 'eligible', 16777266, NULL, NULL, false, false),
	(42, 1, '2026-10-01', '2026-10-11', 'sale', 5, 24, NULL, 3.000, 253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, NULL, NULL, false, false),
	(43, 1, '2026-10-01', '2026-10-02', 'sale', 5, 1, 1, 1.000, 128.00, 0.00, 0.00, 'counted', 'eligible', 16777268, NULL, NULL, false, false),
	(44, 1, '2026-10-01', '2026-10-10', 'sale', 5, NULL, NULL, 1.000, 15.80, 0.00, 0.00, 'pending', 'listing_unknown', 16777269, NULL, NULL, false, false),
	(45, 1, '2026-10-01', '2026-10-29', 'sale', 5, 14, 3, 1.000, 138.00, 0.00, 0.00, 'counted', 'eligible', 16777270, NULL, NULL, false, false),
	(46, 1, '2026-10-01', '2026-10-15', 'sale', 5, 19, 5, 2.000, 116.00, 0.00, 0.00, 'counted', 'eligible', 16777271, NULL, NULL, false, false),
	(47, 2, '2026-10-01', '2026-10-13', 'sale', 5, 16, 3, 1.000, 45.00, 0.00, 0.00, 'counted', 'eligible', 16777273, NULL, NULL, false, false),
	(47, 1, '2026-10-01', '2026-10-13', 'sale', 5, 20, 5, 1.000, 268.00, 0.00, 0.00, 'counted', 'eligible', 16777272, NULL, NULL, false, false),
	(48, 1, '2026-10-01', '2026-10-19', 'sale', 5, 1, 1, 1.000, 128.00, 0.00, 0.00, 'counted', 'eligible', 16777275, NULL, NULL, false, false),
	(49, 1, '2026-10-01', '2026-10-23', 'sale', 5, 13, 3, 1.000, 86.00, 0.00, 0.00, 'counted', 'eligible', 16777276, NULL, NULL, false, false),
	(50, 1, '2026-10-01', '2026-10-26', 'refund', 5, 16, 3, -1.000, -41.85, 0.00, 0.00, 'counted', 'eligible', 16777219, 3, 1, false, false),
	(51, 1, '2026-10-01', '2026-10-26', 'refund', 5, NULL, NULL, -3.000, -55.50, 0.00, 0.00, 'pending', 'listing_unknown', 16777255, 31, 1, false, false),
	(52, 4, '2026-10-01', '2026-10-26', 'refund', 5, NULL, NULL, -1.000, -168.00, 0.00, 0.00, 'pending', 'listing_unknown', 16777223, 4, 4, false, false),
	(52, 3, '2026-10-01', '2026-10-26', 'refund', 5, 19, 5, -2.000, -116.00, 0.00, 0.00, 'counted', 'eligible', 16777222, 4, 3, false, false),
	(52, 2, '2026-10-01', '2026-10-26', 'refund', 5, 6, 2, -1.000, -49.90, 0.00, 0.00, 'counted', 'eligible', 16777221, 4, 2, false, false),
	(52, 1, '2026-10-01', '2026-10-26', 'refund', 5, 16, 3, -1.000, -42.75, 0.00, 0.00, 'counted', 'eligible', 16777220, 4, 1, false, false),
	(53, 1, '2026-10-01', '2026-10-26', 'refund', 5, 24, NULL, -3.000, -253.80, 0.00, 0.00, 'counted', 'eligible', 16777267, 42, 1, false, false),
	(54, 1, '2026-10-01', '2026-10-26', 'refund', 5, 14, 3, -1.000, -138.00, 0.00, 0.00, 'counted', 'eligible', 16777270, 45, 1, false, false),
	(55, 1, '2026-10-01', '2026-10-31', 'sale', 5, 18, 4, 1.000, 168.00, 0.00, 0.00, 'counted', 'eligible', 33554433, NULL, NULL, false, false),
	(56, 1, '2026-10-01', '2026-10-30', 'sale', 5, 19, 5, 1.000, 58.00, 0.00, 0.00, 'counted', 'eligible', 33554436, NULL, NULL, false, false),
	(57, 1, '2026-10-01', '2026-10-02', 'sale', 5, 1, 1, 1.000, 117.76, 0.00, 0.00, 'counted', 'eligible', 33554437, NULL, NULL, false, false),
	(58, 1, '2026-10-01', '2026-10-21', 'sale', 5, 20, 5, 2.000, 536.00, 0.00, 0.00, 'counted', 'eligible', 33554438, NULL, NULL, false, false),
	(59, 1, '2026-10-01', '2026-10-13', 'sale', 5, 2, 1, 1.000, 94.08, 0.00, 10.00, 'counted', 'eligible', 33554439, NULL, NULL, false, false),
	(60, 1, '2026-10-01', '2026-10-23', 'sale', 5, 19, 5, 1.000, 58.00, 0.00, 0.00, 'counted', 'eligible', 33554440, NULL, NULL, false, false),
	(61, 1, '2026-10-01', '2026-10-29', 'sale', 5, 13, 3, 1.000, 74.82, 0.00, 0.00, 'counted', 'eligible', 33554441, NULL, NULL, false, false),
	(62, 1, '2026-10-01', '2026-10-31', 'sale', 5, 16, 3, 1.000, 45.00, 0.00, 0.00, 'counted', 'eligible', 33554442, NULL, NULL, false, false),
	(63, 1, '2026-10-01', '2026-10-27', 'sale', 5, 4, 1, 2.000, 79.80, 0.00, 0.00, 'counted', 'eligible', 33554443, NULL, NULL, false, false),
	(64, 1, '2026-10-01', '2026-10-08', 'sale', 5, 4, 1, 2.000, 79.80, 0.00, 0.00, 'counted', 'eligible', 33554444, NULL, NULL, false, false),
	(65, 1, '2026-10-01', '2026-10-21', 'sale', 5, 21, 5, 1.000, 880.00, 0.00, 11.00, 'counted', 'eligible', 33554445, NULL, NULL, false, false),
	(66, 1, '2026-10-01', '2026-10-20', 'sale', 5, 20, 5, 2.000, 536.00, 0.00, 0.00, 'counted', 'eligible', 33554446, NULL, NULL, false, false),
	(67, 1, '2026-10-01', '2026-10-24', 'sale', 5, 2, 1, 1.000, 91.14, 0.00, 0.00, 'counted', 'eligible', 33554447, NULL, NULL, false, false),
	(68, 1, '2026-10-01', '2026-10-07', 'sale', 5, 1, 1, 3.000, 368.64, 0.00, 0.00, 'counted', 'eligible', 33554448, NULL, NULL, false, false),
	(69, 1, '2026-10-01', '2026-10-26', 'sale', 5, 10, 6, 1.000, 45.00, 0.00, 0.00, 'counted', 'eligible', 33554449, NULL, NULL, false, false),
	(70, 1, '2026-10-01', '2026-10-18', 'sale', 5, 6, 2, 1.000, 49.90, 0.00, 7.00, 'counted', 'eligible', 33554450, NULL, NULL, false, false),
	(71, 1, '2026-10-01', '2026-10-13', 'sale', 5, 23, 7, 1.000, 69.92, 0.00, 0.00, 'counted', 'eligible', 33554451, NULL, NULL, false, false),
	(72, 1, '2026-10-01', '2026-10-26', 'refund', 5, 2, 1, -1.000, -91.14, 0.00, 0.00, 'counted', 'eligible', 33554447, 67, 1, false, false),
	(74, 1, '2026-10-01', '2026-10-20', 'sale', 1, 1, 1, 2.000, 256.00, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false),
	(74, 2, '2026-10-01', '2026-10-20', 'sale', 1, 5, 2, 1.500, 10.20, 0.00, 0.00, 'counted', 'eligible', NULL, NULL, NULL, false, false),
	(75, 1, '2026-10-01', '2026-10-21', 'refund', 1, 1, 1, -1.000, -128.00, 0.00, 0.00, 'counted', 'eligible', NULL, 74, 1, false, false);

INSERT INTO pengshui.listing OVERRIDING SYSTEM VALUE VALUES
	(17, 5, 'WS-HS03', '红薯干', '规格:标准装;产地:彭水', NULL, 1.000),
	(18, 5, 'WS-HS04', '红薯脆片', '规格:标准装', NULL, 1.000),
	(19, 5, 'WS-JL02', '锦鲤 大正三色 25cm', '默认', NULL, 1.000),
	(20, 5, 'WS-YC01', '黄精', '规格:标准装', NULL, 1.000),
	(1, 5, 'BC01', '彭水白茶 特级 50g', '规格:标准装', 1, 1.000),
	(2, 5, 'BC03', '彭水白茶 礼盒', '规格:标准装', 3, 1.000),
	(6, 5, 'HS01', '彭水红薯', '默认', 5, 1.000),
	(7, 5, 'HS02', '蜜薯 精选箱装 5kg', '规格:标准装', 6, 1.000),
	(8, 5, 'HS03', '红薯干', '规格:标准装;产地:彭水', 7, 1.000),
	(9, 5, 'HS04', '红薯脆片', '规格:标准装', 8, 1.000),
	(15, 5, 'SF01', '苕粉', '默认', 9, 1.000),
	(16, 5, 'SF02', '手工苕粉 5斤装', '规格:标准装;产地:彭水', 10, 1.000),
	(3, 5, 'DF01', '红薯淀粉', '默认', 11, 1.000),
	(4, 5, 'DF02', '红薯淀粉 2斤装', '规格:标准装', 12, 1.000),
	(21, 5, 'YC01', '黄精', '规格:标准装', 13, 1.000),
	(22, 5, 'YC02', '天麻 250g', '规格:标准装', 14, 1.000),
	(23, 5, 'YC03', '金银花 100g', '规格:标准装', 15, 1.000),
	(24, 5, 'YC04', '杜仲叶茶', '规格:标准装', 16, 1.000),
	(10, 5, 'JL01', '锦鲤 红白 15cm', '默认', 17, 1.000),
	(13, 5, 'MX01', '苗绣香囊', '规格:标准装', 19, 1.000),
	(14, 5, 'MX02', '苗绣围巾', '规格:标准装', 20, 1.000),
	(5, 5, 'FM01', '土蜂蜜 500g', '规格:标准装', 22, 1.000),
	(11, 5, 'LR01', '农家腊肉', '规格:标准装', 23, 1.000),
	(12, 5, 'LY01', '鲁渝协作·亲情之旅 门票', '规格:标准装;产地:彭水', 24, 1.000),
	(26, 5, 'BC02', '彭水白茶 一级 100g', '', 2, 1.000),
	(27, 5, 'BC04', '白茶袋泡茶', '', 4, 1.000),
	(30, 5, 'JL02', '锦鲤 大正三色 25cm', '', 18, 1.000),
	(34, 5, 'MX03', '苗绣挂画', '', 21, 1.000);

INSERT INTO pengshui.location OVERRIDING SYSTEM VALUE VALUES
	(1, 'shop', '消费帮扶专店', 'shop', true, true);

INSERT INTO pengshui.posting VALUES
	(1, 'import', 'uid 0', 'bangfu', '2026-11-25 06:35:15.173067+00', NULL, NULL, NULL, NULL, 0.00, NULL),
	(2, 'import', 'uid 0', 'bangfu', '2026-11-25 06:35:15.29992+00', NULL, NULL, NULL, NULL, 0.00, NULL),
	(3, 'stock receive', 'uid 0', 'bangfu', '2026-11-25 06:35:15.403854+00', NULL, NULL, NULL, NULL, 0.00, NULL),
	(5, 'stock receive', 'uid 0', 'bangfu', '2026-11-25 06:35:15.488444+00', NULL, NULL, NULL, NULL, 0.00, NULL),
	(6, 'order enter', 'uid 0', 'bangfu', '2026-11-25 06:35:15.524856+00', 'd28a410d-5aee-4614-aa91-aa4bad2c6f75', '\x300761c07ead4f3e8dca7d8d60da5e08426900a5bd3d72890a0dc1601e371ae4', 74, '2026-10-01', 33.80, NULL),
	(7, 'order refund', 'uid 0', 'bangfu', '2026-11-25 06:35:15.608142+00', NULL, '\xc25ff4e48f55574718554757e1adbcb9d29f395a991bb3d979e54506005063d9', 75, '2026-10-01', 0.00, 'damaged');

INSERT INTO pengshui.product OVERRIDING SYSTEM VALUE VALUES
	(1, 'BC01', '彭水白茶 特级 50g', '盒', 128.00, '白茶', 1, '彭水', 'psbctj50g', true),
	(2, 'BC02', '彭水白茶 一级 100g', '盒', 98.00, '白茶', 1, '彭水', 'psbcyj100g', true),
	(3, 'BC03', '彭水白茶 礼盒', '箱', 368.00, '白茶', 1, '彭水', 'psbclh', true),
	(4, 'BC04', '白茶袋泡茶', '袋', 39.90, '白茶', 1, '彭水', 'bcdpc', true),
	(5, 'HS01', '彭水红薯', '公斤', 6.80, '红薯', 2, '彭水', 'pshs', true),
	(6, 'HS02', '蜜薯 精选箱装 5kg', '箱', 49.90, '红薯', 2, '彭水', 'msjxxz5kg', true),
	(7, 'HS03', '红薯干', '袋', 18.50, '红薯', 2, '彭水', 'hsg', true),
	(8, 'HS04', '红薯脆片', '袋', 15.80, '红薯', 2, '彭水', 'hscp', true),
	(9, 'SF01', '苕粉', '袋', 16.80, '苕粉', 6, '彭水', 'sf', true),
	(10, 'SF02', '手工苕粉 5斤装', '袋', 45.00, '苕粉', 6, '彭水', 'sgsf5jz', true),
	(11, 'DF01', '红薯淀粉', '公斤', 14.60, '红薯淀粉', 6, '彭水', 'hsdf', true),
	(12, 'DF02', '红薯淀粉 2斤装', '袋', 19.90, '红薯淀粉', 6, '彭水', 'hsdf2jz', true),
	(13, 'YC01', '黄精', '公斤', 86.00, '中药材', 3, '彭水', 'hj', true),
	(14, 'YC02', '天麻 250g', '盒', 138.00, '中药材', 3, '彭水', 'tm250g', true),
	(15, 'YC03', '金银花 100g', '袋', 32.00, '中药材', 3, '彭水', 'jyh100g', true),
	(16, 'YC04', '杜仲叶茶', '盒', 45.00, '中药材', 3, '彭水', 'dzyc', true),
	(17, 'JL01', '锦鲤 红白 15cm', '尾', 28.00, '锦鲤', 4, '彭水', 'jlhb15cm', true),
	(18, 'JL02', '锦鲤 大正三色 25cm', '尾', 168.00, '锦鲤', 4, '彭水', 'jldzss25cm', true),
	(19, 'MX01', '苗绣香囊', '件', 58.00, '苗绣', 5, '彭水', 'mxxn', true),
	(20, 'MX02', '苗绣围巾', '件', 268.00, '苗绣', 5, '彭水', 'mxwj', true),
	(21, 'MX03', '苗绣挂画', '件', 880.00, '苗绣', 5, '彭水', 'mxgh', true),
	(22, 'FM01', '土蜂蜜 500g', '瓶', 88.00, '蜂蜜', 7, '彭水', 'tfm500g', true),
	(23, 'LR01', '农家腊肉', '公斤', 76.00, '腊味', 7, '彭水', 'njlr', true),
	(24, 'LY01', '鲁渝协作·亲情之旅 门票', '张', 90.00, '旅游', NULL, '彭水', 'lyxzqqzlmp', true),
	(25, 'AJ01', '东阿阿胶糕 200g', '盒', 118.00, '非帮扶', NULL, '聊城', 'daajg200g', true);

INSERT INTO pengshui.programme VALUES
	(true, 'pengshui', '彭水', '聊城', 'Asia/Shanghai', '00:00:00');

INSERT INTO pengshui.schema_migration VALUES
	(1, '0001_catalogue', '64ab05f2f800467c7623eb79a086a3f0a74e5ca791d6f37feae6ed36d509546a', '2026-11-25 06:35:14.969854+00'),
	(2, '0002_facts', '2f9411de535ed8bfee6f7d793d7e50af95a8c04c8e3369012035f5a0850bb0f6', '2026-11-25 06:35:14.989265+00'),
	(3, '0003_import', 'bf2d67a2e1b2f163af203d4c4dad12a4383e70bbdf23fd553b324dbf0348b678', '2026-11-25 06:35:15.00602+00');

INSERT INTO pengshui.schema_state VALUES
	(true, '9238253d38ee4796');

INSERT INTO pengshui.stock_move VALUES
	(3, 1, 'receive', 1, 1, 20.000, NULL, NULL, NULL, NULL, NULL),
	(5, 1, 'receive', 1, 5, 20.000, NULL, NULL, NULL, NULL, NULL),
	(6, 1, 'issue', 1, 1, -2.000, 74, 1, NULL, NULL, NULL),
	(6, 2, 'issue', 1, 5, -1.500, 74, 2, NULL, NULL, NULL),
	(7, 1, 'return', 1, 1, 1.000, 75, 1, NULL, NULL, NULL);

INSERT INTO pengshui.stock_on_hand VALUES
	(1, 5, 18.500),
	(1, 1, 19.000);

INSERT INTO pengshui.supplier OVERRIDING SYSTEM VALUE VALUES
	(1, 'TEA', '彭水苗岭白茶有限公司', 'company', 186, '善感乡', true),
	(2, 'SPUD', '彭水薯业发展有限公司', 'company', 420, '保家镇', true),
	(3, 'HERB', '润溪乡中药材专业合作社', 'cooperative', 95, '润溪乡', true),
	(4, 'KOI', '乔梓乡锦鲤养殖村集体', 'collective', 38, '乔梓乡', true),
	(5, 'MIAO', '苗绣非遗工坊', 'company', 61, '绍庆街道', true),
	(6, 'STARCH', '靛水街道粉坊村集体', 'collective', 72, '靛水街道', true),
	(7, 'YANG', '杨家家庭农场', 'household', 1, '三义乡', true);

INSERT INTO pengshui.tender VALUES
	(74, 1, 'cash', 266.20),
	(75, 1, 'cash', -128.00);

INSERT INTO pengshui.unit VALUES
	('公斤', 'kg', false),
	('克', 'g', false),
	('斤', 'jin', false),
	('盒', 'box', true),
	('袋', 'bag', true),
	('箱', 'case', true),
	('尾', 'fish', true),
	('件', 'piece', true),
	('瓶', 'bottle', true),
	('罐', 'tin', true),
	('张', 'ticket', true);

SELECT pg_catalog.setval('pengshui.buyer_buyer_id_seq', 4, true);

SELECT pg_catalog.setval('pengshui.channel_channel_id_seq', 11, true);

SELECT pg_catalog.setval('pengshui.document_number', 75, true);

SELECT pg_catalog.setval('pengshui.import_number', 2, true);

SELECT pg_catalog.setval('pengshui.listing_listing_id_seq', 38, true);

SELECT pg_catalog.setval('pengshui.location_location_id_seq', 1, true);

SELECT pg_catalog.setval('pengshui.posting_number', 7, true);

SELECT pg_catalog.setval('pengshui.product_product_id_seq', 25, true);

SELECT pg_catalog.setval('pengshui.supplier_supplier_id_seq', 7, true);

SELECT pg_catalog.setval('pengshui.target_target_id_seq', 1, false);

ALTER TABLE ONLY pengshui.barcode
    ADD CONSTRAINT barcode_pkey PRIMARY KEY (code);

ALTER TABLE ONLY pengshui.book_month
    ADD CONSTRAINT book_month_pkey PRIMARY KEY (month);

ALTER TABLE ONLY pengshui.buyer
    ADD CONSTRAINT buyer_code_once UNIQUE (code);

ALTER TABLE ONLY pengshui.buyer
    ADD CONSTRAINT buyer_pkey PRIMARY KEY (buyer_id);

ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_code_once UNIQUE (code);

ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_pkey PRIMARY KEY (channel_id);

ALTER TABLE ONLY pengshui.claim
    ADD CONSTRAINT claim_once UNIQUE (order_no, line_no, platform);

ALTER TABLE ONLY pengshui.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (claim_id);

ALTER TABLE ONLY pengshui.claim_snapshot
    ADD CONSTRAINT claim_snapshot_pkey PRIMARY KEY (snapshot_id);

ALTER TABLE ONLY pengshui.daily_document
    ADD CONSTRAINT daily_document_pkey PRIMARY KEY (book_month, day, channel_id);

ALTER TABLE ONLY pengshui.daily_sales
    ADD CONSTRAINT daily_sales_pkey PRIMARY KEY (book_month, day, channel_id, product_id, supplier_id, verdict);

ALTER TABLE ONLY pengshui.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id, book_month);

ALTER TABLE ONLY pengshui.document_2026_10
    ADD CONSTRAINT document_2026_10_pkey PRIMARY KEY (document_id, book_month);

ALTER TABLE ONLY pengshui.document_2026_11
    ADD CONSTRAINT document_2026_11_pkey PRIMARY KEY (document_id, book_month);

ALTER TABLE ONLY pengshui.document_2026_12
    ADD CONSTRAINT document_2026_12_pkey PRIMARY KEY (document_id, book_month);

ALTER TABLE ONLY pengshui.import_chunk
    ADD CONSTRAINT import_chunk_pkey PRIMARY KEY (file_id, chunk_no);

ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_once UNIQUE NULLS NOT DISTINCT (sha256, part, profile, snapshot_at);

ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_pkey PRIMARY KEY (file_id);

ALTER TABLE ONLY pengshui.import_reject
    ADD CONSTRAINT import_reject_pkey PRIMARY KEY (file_id, row_no);

ALTER TABLE ONLY pengshui.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (document_id, line_no, book_month);

ALTER TABLE ONLY pengshui.line_2026_10
    ADD CONSTRAINT line_2026_10_pkey PRIMARY KEY (document_id, line_no, book_month);

ALTER TABLE ONLY pengshui.line_2026_11
    ADD CONSTRAINT line_2026_11_pkey PRIMARY KEY (document_id, line_no, book_month);

ALTER TABLE ONLY pengshui.line_2026_12
    ADD CONSTRAINT line_2026_12_pkey PRIMARY KEY (document_id, line_no, book_month);

ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_code_once UNIQUE (channel_id, code);

ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_pkey PRIMARY KEY (listing_id);

ALTER TABLE ONLY pengshui.location
    ADD CONSTRAINT location_code_once UNIQUE (code);

ALTER TABLE ONLY pengshui.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (location_id);

ALTER TABLE ONLY pengshui.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (posting_id);

ALTER TABLE ONLY pengshui.posting
    ADD CONSTRAINT posting_request_once UNIQUE (request_id);

ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (product_id);

ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_sku_once UNIQUE (sku);

ALTER TABLE ONLY pengshui.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (singleton);

ALTER TABLE ONLY pengshui.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY pengshui.schema_state
    ADD CONSTRAINT schema_state_pkey PRIMARY KEY (singleton);

ALTER TABLE ONLY pengshui.shortage
    ADD CONSTRAINT shortage_pkey PRIMARY KEY (document_id, line_no);

ALTER TABLE ONLY pengshui.stock_move
    ADD CONSTRAINT stock_move_pkey PRIMARY KEY (posting_id, move_no);

ALTER TABLE ONLY pengshui.stock_on_hand
    ADD CONSTRAINT stock_on_hand_pkey PRIMARY KEY (location_id, product_id);

ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_code_once UNIQUE (code);

ALTER TABLE ONLY pengshui.supplier
    ADD CONSTRAINT supplier_pkey PRIMARY KEY (supplier_id);

ALTER TABLE ONLY pengshui.target
    ADD CONSTRAINT target_periods_apart EXCLUDE USING gist (daterange(from_day, to_day, '[]'::text) WITH &&);

ALTER TABLE ONLY pengshui.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (target_id);

ALTER TABLE ONLY pengshui.tender
    ADD CONSTRAINT tender_pkey PRIMARY KEY (document_id, tender_no);

ALTER TABLE ONLY pengshui.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (code);

CREATE INDEX claim_estimated ON pengshui.claim USING btree (platform, order_no) WHERE estimated;

CREATE INDEX claim_snapshot_claim ON pengshui.claim_snapshot USING btree (claim_id);

CREATE INDEX line_claim ON ONLY pengshui.line USING btree (claim_id) WHERE (claim_id IS NOT NULL);

CREATE INDEX line_2026_10_claim_id_idx ON pengshui.line_2026_10 USING btree (claim_id) WHERE (claim_id IS NOT NULL);

CREATE INDEX line_pending ON ONLY pengshui.line USING btree (claim_id) WHERE (verdict = 'pending'::text);

CREATE INDEX line_2026_10_claim_id_idx1 ON pengshui.line_2026_10 USING btree (claim_id) WHERE (verdict = 'pending'::text);

CREATE INDEX line_taken_back ON ONLY pengshui.line USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);

CREATE INDEX line_2026_10_of_document_of_line_idx ON pengshui.line_2026_10 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);

CREATE INDEX line_2026_11_claim_id_idx ON pengshui.line_2026_11 USING btree (claim_id) WHERE (claim_id IS NOT NULL);

CREATE INDEX line_2026_11_claim_id_idx1 ON pengshui.line_2026_11 USING btree (claim_id) WHERE (verdict = 'pending'::text);

CREATE INDEX line_2026_11_of_document_of_line_idx ON pengshui.line_2026_11 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);

CREATE INDEX line_2026_12_claim_id_idx ON pengshui.line_2026_12 USING btree (claim_id) WHERE (claim_id IS NOT NULL);

CREATE INDEX line_2026_12_claim_id_idx1 ON pengshui.line_2026_12 USING btree (claim_id) WHERE (verdict = 'pending'::text);

CREATE INDEX line_2026_12_of_document_of_line_idx ON pengshui.line_2026_12 USING btree (of_document, of_line) WHERE (of_document IS NOT NULL);

CREATE UNIQUE INDEX location_default_once ON pengshui.location USING btree (is_default) WHERE is_default;

CREATE INDEX order_stage_posting ON pengshui.order_stage USING btree (posting_id);

CREATE INDEX stock_move_document ON pengshui.stock_move USING btree (document_id, line_no) WHERE (document_id IS NOT NULL);

ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_10_pkey;

ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_11_pkey;

ALTER INDEX pengshui.document_pkey ATTACH PARTITION pengshui.document_2026_12_pkey;

ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_10_claim_id_idx;

ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_10_claim_id_idx1;

ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_10_of_document_of_line_idx;

ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_10_pkey;

ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_11_claim_id_idx;

ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_11_claim_id_idx1;

ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_11_of_document_of_line_idx;

ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_11_pkey;

ALTER INDEX pengshui.line_claim ATTACH PARTITION pengshui.line_2026_12_claim_id_idx;

ALTER INDEX pengshui.line_pending ATTACH PARTITION pengshui.line_2026_12_claim_id_idx1;

ALTER INDEX pengshui.line_taken_back ATTACH PARTITION pengshui.line_2026_12_of_document_of_line_idx;

ALTER INDEX pengshui.line_pkey ATTACH PARTITION pengshui.line_2026_12_pkey;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.claim_snapshot FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.document_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_chunk FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.import_reject FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_10 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.line_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.posting FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.shortage FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.stock_move FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pengshui.tender FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.book_month FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.buyer FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.channel FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.claim FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.import_file FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.listing FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.location FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.product FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.programme FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.supplier FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON pengshui.unit FOR EACH STATEMENT EXECUTE FUNCTION pengshui.refuse_change();

ALTER TABLE ONLY pengshui.barcode
    ADD CONSTRAINT barcode_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);

ALTER TABLE ONLY pengshui.channel
    ADD CONSTRAINT channel_ships_from_known FOREIGN KEY (ships_from) REFERENCES pengshui.location(location_id);

ALTER TABLE ONLY pengshui.import_chunk
    ADD CONSTRAINT import_chunk_file_known FOREIGN KEY (file_id) REFERENCES pengshui.import_file(file_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY pengshui.import_file
    ADD CONSTRAINT import_file_channel_known FOREIGN KEY (channel_id) REFERENCES pengshui.channel(channel_id);

ALTER TABLE ONLY pengshui.import_reject
    ADD CONSTRAINT import_reject_file_known FOREIGN KEY (file_id) REFERENCES pengshui.import_file(file_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_channel_known FOREIGN KEY (channel_id) REFERENCES pengshui.channel(channel_id);

ALTER TABLE ONLY pengshui.listing
    ADD CONSTRAINT listing_product_known FOREIGN KEY (product_id) REFERENCES pengshui.product(product_id);

ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_supplier_known FOREIGN KEY (supplier_id) REFERENCES pengshui.supplier(supplier_id);

ALTER TABLE ONLY pengshui.product
    ADD CONSTRAINT product_unit_known FOREIGN KEY (unit) REFERENCES pengshui.unit(code);

