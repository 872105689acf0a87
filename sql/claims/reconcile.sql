-- Brings the postings of the affected claims up to date: what they have posted (claim_posted) against what
-- they should have (claim_desired); only the difference is posted. A sale seen first is a sale, its first
-- refund a refund; all else is a correction: the old line reversed, the new one posted.

CREATE OR REPLACE FUNCTION merge_claims(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  touched bigint[] := ARRAY(
    SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.merged);
BEGIN
  IF touched <> '{}' THEN
    UPDATE claim c
    SET value_id = w.value_id, status_id = w.status_id, estimated = w.estimated,
      channel_id = coalesce(w.channel_id, c.channel_id)
    FROM claim_winner w
    WHERE w.claim_id = ANY (touched) AND c.claim_id = w.claim_id;
  END IF;

  IF any_estimated() THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_affected a
    JOIN claim c ON c.claim_id = a.claim_id
    JOIN claim e ON e.platform = c.platform AND e.order_no = c.order_no AND e.estimated
    WHERE a.batch = batch_no
      AND NOT EXISTS (SELECT FROM import_affected b WHERE b.batch = batch_no AND b.claim_id = e.claim_id);
  END IF;
END $$;
COMMENT ON FUNCTION merge_claims IS
  'Chooses the live snapshots of affected claims anew, as claim_winner says.';

CREATE OR REPLACE FUNCTION stage_new_sales(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  staged bigint := (SELECT coalesce(min(s.document_id), 0) FROM import_line_stage s WHERE s.posting_id = batch_no);
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT d.*, dense_rank() OVER (ORDER BY d.order_no, d.day) AS document,
      row_number() OVER (PARTITION BY d.order_no, d.day ORDER BY d.claim_id, d.part) AS line_no,
      sum(d.amount) OVER (PARTITION BY d.order_no, d.day) AS total,
      sum(d.freight) OVER (PARTITION BY d.order_no, d.day) AS freights
    FROM import_affected a
    JOIN claim_desired d ON d.claim_id = a.claim_id
    WHERE a.batch = batch_no AND a.fresh AND NOT a.staged
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, estimated)
  SELECT batch_no, staged - w.document, w.line_no, 'sale', 'sale', month_of(w.day), w.day, w.paid_at,
    w.channel_id, w.location_id, w.file_id, w.order_no, w.product_id, r.supplier_id, w.quantity, w.amount,
    w.freight, w.total, w.freights, w.total + w.freights,
    verdict_of(rule_of(w.pending_rule, r.origin, g.county)),
    rule_of(w.pending_rule, r.origin, g.county), w.claim_id, w.part, w.estimated
  FROM wanted w
  CROSS JOIN programme g
  LEFT JOIN product r ON r.product_id = w.product_id;
END $$;
COMMENT ON FUNCTION stage_new_sales IS
  'Stages the sales of claims seen for the first time.';

CREATE OR REPLACE FUNCTION stage_corrected_sales(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  known  bigint[] := ARRAY(
    SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh AND NOT a.staged);
  staged bigint := (SELECT coalesce(min(s.document_id), 0) FROM import_line_stage s WHERE s.posting_id = batch_no);
BEGIN
  WITH desired AS MATERIALIZED (
    SELECT d.* FROM claim_desired d WHERE d.claim_id = ANY (known)
  ), posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known) AND p.side = 'sale'
  ), compared AS MATERIALIZED (
    SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, d.part, d.channel_id, d.file_id, d.day, d.paid_at,
      d.location_id, d.product_id, d.quantity, d.amount, d.freight, d.pending_rule, d.estimated,
      p.document_id AS old_document, p.line_no AS old_line, p.book_month AS old_month, p.day AS old_day,
      p.part AS old_part, p.channel_id AS old_channel, p.product_id AS old_product, p.supplier_id AS old_supplier,
      p.quantity AS old_quantity, p.amount AS old_amount, p.freight AS old_freight, p.verdict AS old_verdict,
      p.rule AS old_rule, p.estimated AS old_estimated
    FROM desired d
    FULL JOIN posted p ON p.claim_id = d.claim_id AND p.part = d.part
    WHERE (d.channel_id, d.product_id, d.quantity, d.amount, d.freight, d.day, d.estimated, d.pending_rule)
      IS DISTINCT FROM
      (p.channel_id, p.product_id, p.quantity, p.amount, p.freight, p.day, p.estimated, p.pending_rule)
  ), wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS document,
      row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id
        ORDER BY w.claim_id, w.reverses DESC, w.part) AS line_no,
      sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS total,
      sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.location_id) AS freights
    FROM (
      SELECT c.claim_id, c.old_part AS part, k.order_no, 'correction' AS kind, c.old_channel AS channel_id, o.file_id,
        c.old_day AS day, o.at, o.location_id, c.old_product AS product_id, c.old_supplier AS supplier_id,
        -c.old_quantity AS quantity, -c.old_amount AS amount, -c.old_freight AS freight,
        c.old_verdict AS verdict, c.old_rule AS rule, c.old_document AS of_document, c.old_line AS of_line,
        true AS reverses, c.old_estimated AS estimated
      FROM compared c
      JOIN claim k ON k.claim_id = c.claim_id
      JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
      UNION ALL
      SELECT c.claim_id, c.part, k.order_no,
        CASE WHEN c.claim_id IN (SELECT p.claim_id FROM posted p) THEN 'correction' ELSE 'sale' END,
        c.channel_id, c.file_id, c.day, c.paid_at,
        CASE WHEN o.document_id IS NULL THEN c.location_id ELSE o.location_id END,  -- what was sold left where it did
        c.product_id, r.supplier_id, c.quantity,
        c.amount, c.freight, verdict_of(rule_of(c.pending_rule, r.origin, g.county)),
        rule_of(c.pending_rule, r.origin, g.county), NULL, NULL, false, c.estimated
      FROM compared c
      JOIN claim k ON k.claim_id = c.claim_id
      CROSS JOIN programme g
      LEFT JOIN product r ON r.product_id = c.product_id
      LEFT JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
        AND c.old_product = c.product_id AND c.old_channel = c.channel_id
      WHERE c.day IS NOT NULL
    ) w
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, staged - w.document, w.line_no, w.kind, 'sale', month_of(w.day), w.day,
    w.at, w.channel_id, w.location_id, w.file_id, w.order_no, w.product_id, w.supplier_id, w.quantity, w.amount,
      w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w;
END $$;
COMMENT ON FUNCTION stage_corrected_sales IS
  'Stages the sales of claims seen before: what differs is reversed, and posted as it should be.';

CREATE OR REPLACE FUNCTION stage_refunds(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  claims bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no);
  known  bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh);
  staged bigint := (SELECT coalesce(min(s.document_id), 0) FROM import_line_stage s WHERE s.posting_id = batch_no);
BEGIN
  WITH posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known)
  ), reported AS MATERIALIZED (
    SELECT r.* FROM claim_refund r WHERE r.claim_id = ANY (claims)
  ), sold AS (  -- the sale line of each: the one just staged goes before the one that was posted
    SELECT DISTINCT ON (u.claim_id, u.part) u.*
    FROM (
      SELECT true AS is_new, n.claim_id, n.part, n.document_id, n.line_no, n.supplier_id, n.verdict, n.rule
      FROM import_line_stage n
      WHERE n.posting_id = batch_no AND NOT n.reverses AND n.claim_id = ANY (claims)
      UNION ALL
      SELECT false, p.claim_id, p.part, p.document_id, p.line_no, p.supplier_id, p.verdict, p.rule
      FROM posted p
      WHERE p.side = 'sale'
    ) u
    ORDER BY u.claim_id, u.part, u.is_new DESC
  ), paired AS MATERIALIZED (
    SELECT r, s FROM reported r FULL JOIN sold s ON s.claim_id = r.claim_id AND s.part = r.part
  ), desired AS (
    SELECT (d.r).*, (d.s).document_id AS of_document, (d.s).line_no AS of_line,
      (d.s).supplier_id, (d.s).verdict, (d.s).rule
    FROM paired d
    WHERE (d.r).claim_id IS NOT NULL
  ), compared AS MATERIALIZED (
    SELECT d, p
    FROM desired d
    FULL JOIN (SELECT * FROM posted WHERE side = 'refund') p ON p.claim_id = d.claim_id AND p.part = d.part
      AND p.day = d.day AND p.amount = -d.amount
      AND p.quantity = -d.quantity AND p.of_document = d.of_document AND p.of_line = d.of_line
    WHERE d.claim_id IS NULL OR p.claim_id IS NULL
  ), fallen AS MATERIALIZED (
    SELECT (c.p).* FROM compared c WHERE (c.d).claim_id IS NULL
  ), wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day
        ORDER BY w.claim_id, w.reverses DESC, w.part) AS line_no,
      sum(w.amount) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS total,
      sum(w.freight) OVER (PARTITION BY w.order_no, w.kind, w.channel_id, w.day) AS freights
    FROM (
      SELECT f.claim_id, f.part, k.order_no, 'correction' AS kind, f.channel_id, o.file_id, f.day, o.at, o.location_id,
        f.product_id, f.supplier_id, -f.quantity AS quantity, -f.amount AS amount, -f.freight AS freight,
        f.verdict, f.rule, f.document_id AS of_document, f.line_no AS of_line, true AS reverses, f.estimated
      FROM fallen f
      JOIN claim k ON k.claim_id = f.claim_id
      JOIN document o ON o.document_id = f.document_id AND o.book_month = f.book_month
      UNION ALL
      SELECT d.claim_id, d.part, d.order_no,
        CASE WHEN d.claim_id IN (SELECT f.claim_id FROM fallen f) THEN 'correction' ELSE 'refund' END,
        d.channel_id, d.file_id, d.day, d.at, d.location_id, d.product_id, d.supplier_id, -d.quantity,
        -d.amount, -d.freight, d.verdict, d.rule, d.of_document, d.of_line, false, d.estimated
      FROM (SELECT (c.d).* FROM compared c WHERE (c.p).claim_id IS NULL) d
    ) w
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch_no, staged - w.document, w.line_no, w.kind, 'refund', month_of(w.day), w.day,
    w.at, w.channel_id, w.location_id, w.file_id, w.order_no, w.product_id, w.supplier_id, w.quantity, w.amount,
      w.freight,
    w.total, w.freights, w.total + w.freights, w.verdict, w.rule, w.claim_id, w.part, w.of_document, w.of_line,
    w.reverses, w.estimated
  FROM wanted w;
END $$;
COMMENT ON FUNCTION stage_refunds IS
  'Stages the refunds of affected claims: of the sale line just staged, or of the one that stands. A refund whose '
  'day, amount or sale line is another now is reversed. The planner cannot estimate these rows: full joins are '
  'hashed or merged, whatever it expects, and never nested loops.';

CREATE OR REPLACE FUNCTION reconcile_claims(
  batch_no bigint, by_operator text, by_command text,
  OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  own    date;
  booked date;
BEGIN
  PERFORM merge_claims(batch_no);
  PERFORM merge_aftersales(batch_no);
  PERFORM match_aftersales(batch_no);
  ANALYZE import_affected;
  PERFORM stage_new_sales(batch_no);
  IF EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh AND NOT a.staged) THEN
    PERFORM stage_corrected_sales(batch_no);
  END IF;
  ANALYZE import_line_stage;
  PERFORM stage_refunds(batch_no);

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
  PERFORM post_import(batch_no);
END $$;
COMMENT ON FUNCTION reconcile_claims IS
  'Stages all of it, in the months that are open, and posts it; returns what it comes to, in yuan.';
