-- The short path for claims that no file has reported before: nothing stands against them.

CREATE OR REPLACE VIEW import_fresh AS
SELECT s.*
FROM import_stage s
WHERE s.exact AND NOT EXISTS (SELECT FROM import_judged j WHERE j.batch = s.batch AND j.ordinal = s.ordinal);
COMMENT ON VIEW import_fresh IS
  'The staged rows that need no judging (import_judged): claims reported for the first time, once and exactly, of '
  'orders of which no after-sale row is known. They go from the staging table to the facts without a join.';

CREATE OR REPLACE FUNCTION stage_fresh_sales(
  batch_no bigint, file bigint, channel bigint, platform_code text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT w.*, dense_rank() OVER (ORDER BY w.order_first, w.order_no, w.day) AS document,
      row_number() OVER (PARTITION BY w.order_first, w.order_no, w.day ORDER BY w.ordinal, w.part) AS line_no
    FROM (
      SELECT f.ordinal, part_of_level(coalesce(q.part_no, 1), y.level) AS part, f.order_first, f.order_no,
        f.paid_at AT TIME ZONE g.timezone AS at,
        day_of(f.paid_at, g.day_start) AS day, q.product_id, r.supplier_id,
        CASE WHEN y.level > 0 THEN 0 ELSE coalesce(f.quantity * q.quantity, 0) END AS quantity,
        CASE WHEN is_cut(k.cuts, f.goods, f.cash, h.kind)
          THEN share_of(level_after(y.level, f.goods, v.counted, v.waiting), q.share_before, q.share, q.share_total)
            - share_of(level_before(y.level, v.counted, v.waiting), q.share_before, q.share, q.share_total)
          ELSE share_of(f.goods, q.share_before, q.share, q.share_total) END AS amount,
        CASE WHEN q.part_no > 1 OR y.level > 0 THEN 0 ELSE f.freight END AS freight,
        r.origin, (u.rules).rule_set_id, t.certificate_id,
        f.province AS destination, sold_to(f.province, NULL, h.province) AS province,
        rule_of(pending_rule_of(f.refund, q.product_id, f.quantity), r.origin, t.certificate_id,
          sold_to(f.province, NULL, h.province), h.kind, y.level, u.rules) AS rule
      FROM import_fresh f
      JOIN listing l ON l.channel_id = channel AND l.code = f.listing
      LEFT JOIN listing_part q ON q.listing_id = l.listing_id
      LEFT JOIN product r ON r.product_id = q.product_id
      JOIN channel h ON h.channel_id = channel
      CROSS JOIN programme g
      CROSS JOIN rule_calendar k
      CROSS JOIN LATERAL (
        SELECT rules_on(day_of(f.paid_at, g.day_start), k.sets, k.days) AS rules OFFSET 0  -- computed once a row
      ) u
      CROSS JOIN LATERAL (  -- nothing of them is settled or paid
        SELECT counted_of(f.goods, f.cash, h.kind, (u.rules).subsidies, (u.rules).supermarket, NULL, NULL) AS counted,
          waiting_of(f.goods, h.kind, (u.rules).supermarket, NULL, NULL) AS waiting
      ) v
      JOIN (VALUES (0), (1), (2)) AS y(level)
        ON y.level = 0 OR is_cut(k.cuts, f.goods, f.cash, h.kind)
          AND (y.level = 1 AND f.goods > v.counted + v.waiting OR y.level = 2 AND v.waiting > 0)
      LEFT JOIN certificate_period t ON t.product_id = r.product_id AND t.supplier_id = coalesce(r.supplier_id, 0)
        AND day_of(f.paid_at, g.day_start) BETWEEN t.from_day AND t.to_day
      WHERE f.batch = batch_no AND f.paid_at IS NOT NULL AND NOT f.signed
    ) w
  ), rest AS MATERIALIZED (  -- what few documents have beside their first line
    SELECT w.document, 1 AS line_no, sum(w.amount) AS amount, sum(w.freight) AS freight
    FROM wanted w WHERE w.line_no > 1 GROUP BY w.document
  )
  -- Not by stage_lines, for half a million lines: their documents lie in the order of the file, most have one line, and
  -- so no sums over windows are needed.
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, file_id, order_no, product_id, supplier_id, quantity, amount, freight, total, freights,
    receivable, verdict, rule, fact, rule_set_id, certificate_id, province, way, claim_id, part,
    destination)
  SELECT batch_no, -w.document, w.line_no, 'sale', 'sale', month_of(w.day), w.day, w.at, channel,
    h.ships_from, file, w.order_no, w.product_id, w.supplier_id, w.quantity,
    w.amount, w.freight, w.amount + coalesce(o.amount, 0), w.freight + coalesce(o.freight, 0),
    w.amount + coalesce(o.amount, 0) + w.freight + coalesce(o.freight, 0),
    verdict_of(w.rule), w.rule, fact_of(w.rule, w.origin, w.province, h.kind), w.rule_set_id, w.certificate_id,
    w.province, way_of(h.kind, h.platform, NULL), number_in(file, w.ordinal), w.part, w.destination
  FROM wanted w
  LEFT JOIN rest o ON o.document = w.document AND o.line_no = w.line_no
  JOIN channel h ON h.channel_id = channel;

  INSERT INTO import_affected (batch, claim_id, fresh, merged, staged)
  SELECT batch_no, number_in(file, f.ordinal), true, true, true
  FROM import_fresh f
  WHERE f.batch = batch_no AND f.refund IN ('full', 'part') AND f.paid_at IS NOT NULL;
  IF any_estimated() THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)
    SELECT DISTINCT batch_no, e.claim_id, false, true
    FROM import_fresh f
    JOIN claim e ON e.platform = platform_code AND e.order_no = f.order_no AND e.estimated
    WHERE f.batch = batch_no
      AND NOT EXISTS (SELECT FROM import_affected a WHERE a.batch = batch_no AND a.claim_id = e.claim_id);
  END IF;
END $$;
COMMENT ON FUNCTION stage_fresh_sales IS
  'Stages the sales of such rows; their refunds, and estimated shares that they replace, become affected claims. '
  'What is wanted of them is said by the same rules as in claim_desired.';
