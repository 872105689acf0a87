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
      channel_id = coalesce(w.channel_id, c.channel_id), province = w.province
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

CREATE OR REPLACE VIEW wanted_line AS
SELECT a.batch, d.claim_id, d.part, d.order_no, 'sale' AS kind, 'sale' AS side, d.channel_id, d.file_id, d.day,
  d.paid_at AS at, d.location_id, d.product_id, NULL::bigint AS supplier_id, d.quantity::numeric, d.amount::numeric,
  d.freight::numeric, d.pending_rule, NULL::judgement AS judgement, NULL::bigint AS of_document,
  NULL::integer AS of_line, false AS reverses, d.estimated, NULL::bigint AS sold_from, d.destination
FROM import_affected a
JOIN claim_desired d ON d.claim_id = a.claim_id
WHERE a.fresh AND NOT a.staged;
COMMENT ON VIEW wanted_line IS
  'The sales of claims seen for the first time, as they are to be staged; and the shape of all lines that are. What is '
  'sold is judged when it is staged (`judgement` null); what goes back bears the judgement and the supplier of its '
  'sale. Corrected sales of one order are distinguished by where they were sold from (`sold_from`).';

CREATE OR REPLACE FUNCTION corrected_sales(batch_no bigint) RETURNS SETOF wanted_line
-- What claim_desired joins is planned with what asks for it, so that claims are looked up, and never all read.
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_nestloop = on
SET from_collapse_limit = 12 SET join_collapse_limit = 12 AS $$
DECLARE
  known bigint[] := ARRAY(
    SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh AND NOT a.staged);
BEGIN
  IF known = '{}' THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH desired AS MATERIALIZED (
    SELECT d.* FROM claim_desired d WHERE d.claim_id = ANY (known)
  ), posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known) AND p.side = 'sale'
  ), compared AS MATERIALIZED (
    SELECT coalesce(d.claim_id, p.claim_id) AS claim_id, d.part, d.channel_id, d.file_id, d.day, d.paid_at,
      d.location_id, d.product_id, d.quantity, d.amount, d.freight, d.pending_rule, d.estimated,
      d.destination, p.destination AS old_destination,
      p.document_id AS old_document, p.line_no AS old_line, p.book_month AS old_month, p.day AS old_day,
      p.part AS old_part, p.channel_id AS old_channel, p.product_id AS old_product, p.supplier_id AS old_supplier,
      p.quantity AS old_quantity, p.amount AS old_amount, p.freight AS old_freight, p.judgement AS old_judgement,
      p.pending_rule AS old_pending_rule, p.estimated AS old_estimated
    FROM desired d
    FULL JOIN posted p ON p.claim_id = d.claim_id AND p.part = d.part
    WHERE (d.channel_id, d.product_id, d.quantity, d.amount, d.freight, d.day, d.estimated, d.pending_rule,
        d.destination) IS DISTINCT FROM
      (p.channel_id, p.product_id, p.quantity, p.amount, p.freight, p.day, p.estimated, p.pending_rule,
        p.destination)
  )
  SELECT batch_no, c.claim_id, c.old_part, k.order_no, 'correction', 'sale', c.old_channel, o.file_id, c.old_day, o.at,
    o.location_id, c.old_product, c.old_supplier, -c.old_quantity, -c.old_amount, -c.old_freight, NULL,
    c.old_judgement, c.old_document, c.old_line, true, c.old_estimated, o.location_id,
    NULL
  FROM compared c
  JOIN claim k ON k.claim_id = c.claim_id
  JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
  UNION ALL
  SELECT batch_no, c.claim_id, c.part, k.order_no,
    CASE WHEN c.claim_id IN (SELECT p.claim_id FROM posted p) THEN 'correction' ELSE 'sale' END, 'sale',
    c.channel_id, c.file_id, c.day, c.paid_at, l.location_id, c.product_id, CASE WHEN b.bears THEN c.old_supplier END,
    c.quantity, c.amount, c.freight, c.pending_rule, CASE WHEN b.bears THEN c.old_judgement END, NULL, NULL, false,
    c.estimated, l.location_id, c.destination
  FROM compared c
  LEFT JOIN book_month m ON m.month = c.old_month
  JOIN claim k ON k.claim_id = c.claim_id
  LEFT JOIN document o ON o.document_id = c.old_document AND o.book_month = c.old_month
    AND c.old_product = c.product_id AND c.old_channel = c.channel_id
  CROSS JOIN LATERAL (  -- what was sold left where it did
    SELECT CASE WHEN o.document_id IS NULL THEN c.location_id ELSE o.location_id END AS location_id) l
  CROSS JOIN LATERAL (  -- of another day it is judged by the rules of that day; gone elsewhere, by where it went
    SELECT m.status = 'closed' AND c.old_product = c.product_id AND c.old_channel = c.channel_id AND c.old_day = c.day
      AND c.old_pending_rule IS NOT DISTINCT FROM c.pending_rule
      AND c.old_destination IS NOT DISTINCT FROM c.destination AS bears) b
  WHERE c.day IS NOT NULL;
END $$;
COMMENT ON FUNCTION corrected_sales IS
  'The sales of claims seen before, as they are to be staged: what differs is reversed, and posted as it should be. '
  'What a closed month has judged, and what is said otherwise of the same goods on the same day, is not judged anew, '
  'and is of the supplier that it was of.';

CREATE OR REPLACE FUNCTION changed_refunds(batch_no bigint) RETURNS SETOF wanted_line
-- What claim_desired joins is planned with what asks for it, so that claims are looked up, and never all read.
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_nestloop = on
SET from_collapse_limit = 12 SET join_collapse_limit = 12 AS $$
DECLARE
  claims bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no);
  known  bigint[] := ARRAY(SELECT a.claim_id FROM import_affected a WHERE a.batch = batch_no AND NOT a.fresh);
BEGIN
  RETURN QUERY
  WITH posted AS MATERIALIZED (
    SELECT p.* FROM claim_posted p WHERE p.claim_id = ANY (known)
  ), reported AS MATERIALIZED (
    SELECT r.* FROM claim_refund(claims) r
  ), sold AS (  -- the sale line of each: the one just staged goes before the one that was posted
    SELECT DISTINCT ON (u.claim_id, u.part) u.*
    FROM (
      SELECT true AS is_new, n.claim_id, n.part, n.document_id, n.line_no, n.supplier_id,
        ROW(n.verdict, n.rule, n.fact, n.rule_set_id, n.certificate_id, n.province, n.way)::judgement AS judgement
      FROM import_line_stage n
      WHERE n.posting_id = batch_no AND NOT n.reverses AND n.claim_id = ANY (claims)
      UNION ALL
      SELECT false, p.claim_id, p.part, p.document_id, p.line_no, p.supplier_id, p.judgement
      FROM posted p
      WHERE p.side = 'sale'
    ) u
    ORDER BY u.claim_id, u.part, u.is_new DESC
  ), paired AS MATERIALIZED (
    SELECT r, s FROM reported r FULL JOIN sold s ON s.claim_id = r.claim_id AND s.part = r.part
  ), desired AS (
    SELECT (d.r).*, (d.s).document_id AS of_document, (d.s).line_no AS of_line,
      (d.s).supplier_id, (d.s).judgement
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
  )
  SELECT batch_no, f.claim_id, f.part, k.order_no, 'correction', 'refund', f.channel_id, o.file_id, f.day, o.at,
    o.location_id, f.product_id, f.supplier_id, -f.quantity, -f.amount, -f.freight, NULL, f.judgement,
    f.document_id, f.line_no, true, f.estimated, NULL::bigint, NULL
  FROM fallen f
  JOIN claim k ON k.claim_id = f.claim_id
  JOIN document o ON o.document_id = f.document_id AND o.book_month = f.book_month
  UNION ALL
  SELECT batch_no, d.claim_id, d.part, d.order_no,
    CASE WHEN d.claim_id IN (SELECT f.claim_id FROM fallen f) THEN 'correction' ELSE 'refund' END, 'refund',
    d.channel_id, d.file_id, d.day, d.at, d.location_id, d.product_id, d.supplier_id, -d.quantity, -d.amount,
    -d.freight, NULL, d.judgement, d.of_document, d.of_line, false, d.estimated, NULL::bigint,
    NULL
  FROM (SELECT (c.d).* FROM compared c WHERE (c.p).claim_id IS NULL) d;
END $$;
COMMENT ON FUNCTION changed_refunds IS
  'The refunds of affected claims, as they are to be staged: of the sale line just staged, or of the one that stands. '
  'A refund whose day, amount or sale line is another now is reversed. The planner cannot estimate these rows: full '
  'joins are hashed or merged, whatever it expects, and never nested loops.';

CREATE OR REPLACE FUNCTION stage_lines(batch_no bigint, step text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  staged bigint := (SELECT coalesce(min(s.document_id), 0) FROM import_line_stage s WHERE s.posting_id = batch_no);
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_no, w.kind, w.channel_id, w.day, w.sold_from) AS document,
      row_number() OVER (of_document ORDER BY w.claim_id, w.reverses DESC, w.part) AS line_no,
      sum(w.amount) OVER of_document AS total, sum(w.freight) OVER of_document AS freights
    FROM (
      SELECT n.* FROM wanted_line n WHERE step = 'new' AND n.batch = batch_no
      UNION ALL
      SELECT c.* FROM corrected_sales(batch_no) c WHERE step = 'corrected'
      UNION ALL
      SELECT r.* FROM changed_refunds(batch_no) r WHERE step = 'refund'
    ) w
    WINDOW of_document AS (PARTITION BY w.order_no, w.kind, w.channel_id, w.day, w.sold_from)
  )
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, fact, rule_set_id, certificate_id, province, way, claim_id, part, of_document, of_line,
    reverses, estimated, destination)
  SELECT batch_no, staged - w.document, w.line_no, w.kind, w.side, month_of(w.day), w.day, w.at, w.channel_id,
    w.location_id, w.file_id, w.order_no, w.product_id,
    CASE WHEN w.judgement IS NULL THEN r.supplier_id ELSE w.supplier_id END, w.quantity, w.amount, w.freight, w.total,
    w.freights, w.total + w.freights, (n.judgement).verdict, (n.judgement).rule, (n.judgement).fact,
    (n.judgement).rule_set_id, (n.judgement).certificate_id, (n.judgement).province, (n.judgement).way, w.claim_id,
    w.part, w.of_document, w.of_line, w.reverses, w.estimated, w.destination
  FROM wanted w
  JOIN channel h ON h.channel_id = w.channel_id
  LEFT JOIN product r ON r.product_id = w.product_id
  LEFT JOIN certificate_period t ON t.product_id = r.product_id AND t.supplier_id = coalesce(r.supplier_id, 0)
    AND w.day BETWEEN t.from_day AND t.to_day
  CROSS JOIN rule_calendar k
  CROSS JOIN LATERAL (SELECT rules_on(w.day, k.sets, k.days) AS rules OFFSET 0) u  -- computed once a row
  CROSS JOIN LATERAL (
    SELECT v.province, rule_of(w.pending_rule, r.origin, t.certificate_id, v.province, h.kind,
      level_of(w.part), u.rules) AS rule
    FROM (SELECT sold_to(w.destination, NULL, h.province) AS province) v
  ) j
  CROSS JOIN LATERAL (
    SELECT CASE WHEN w.judgement IS NULL
      THEN ROW(verdict_of(j.rule), j.rule, fact_of(j.rule, r.origin, j.province, h.kind), (u.rules).rule_set_id,
        t.certificate_id, j.province, way_of(h.kind, h.platform, NULL))::judgement
      ELSE w.judgement END AS judgement
  ) n;
END $$;
COMMENT ON FUNCTION stage_lines IS
  'Stages lines, judges what is sold, and makes documents of them: the new sales of a batch (step new), then those to '
  'be corrected (corrected), then refunds (refund), which name lines of both. All but stage_fresh_sales, which has a '
  'quicker path.';

CREATE OR REPLACE FUNCTION stage_claims(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  own    date;
  booked date;
BEGIN
  ANALYZE import_affected;
  PERFORM stage_lines(batch_no, 'new');
  PERFORM stage_lines(batch_no, 'corrected');
  ANALYZE import_line_stage;
  PERFORM stage_lines(batch_no, 'refund');

  FOR own IN SELECT DISTINCT s.book_month FROM import_line_stage s WHERE s.posting_id = batch_no ORDER BY 1 LOOP
    booked := book_month_of(own);
    IF booked <> own THEN
      UPDATE import_line_stage s SET book_month = booked WHERE s.posting_id = batch_no AND s.book_month = own;
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION stage_claims IS
  'Stages what the affected claims should have posted and have not, in the months that are open.';

CREATE OR REPLACE FUNCTION post_staged(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sales bigint[];
BEGIN
  PERFORM post_import(batch_no);
  sales := ARRAY(
    SELECT DISTINCT s.of_document FROM import_line_stage s
    WHERE s.posting_id = batch_no AND s.side = 'refund' AND s.of_document > 0);
  PERFORM judge_affected_units(batch_no);
  PERFORM judge_late_refunds(batch_no, sales);
END $$;
COMMENT ON FUNCTION post_staged IS
  'Posts what is staged, and judges anew what that concerns.';

CREATE OR REPLACE FUNCTION reconcile_claims(
  batch_no bigint, by_operator text, by_command text,
  OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM programme FOR KEY SHARE;  -- as an import does
  PERFORM merge_claims(batch_no);
  PERFORM merge_aftersales(batch_no);
  PERFORM merge_settlements(batch_no);
  PERFORM match_aftersales(batch_no);
  PERFORM refuse_settled_change(batch_no);
  PERFORM stage_claims(batch_no);
  SELECT coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0)
  INTO posted_gross, posted_refunds
  FROM import_line_stage s WHERE s.posting_id = batch_no;

  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (batch_no, by_command, by_operator, recorder(), now());
  PERFORM post_staged(batch_no);
END $$;
COMMENT ON FUNCTION reconcile_claims IS
  'Stages all of it, in the months that are open, and posts it; returns what it comes to, in yuan.';
