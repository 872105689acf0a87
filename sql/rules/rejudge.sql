-- Judges anew what a change of a rule, a certificate or an origin concerns.

CREATE OR REPLACE VIEW sale_judgement AS
SELECT s.document_id, s.line_no, s.book_month, s.day, s.channel_id, s.product_id, s.claim_id, s.judgement,
  s.rule, s.certificate_id, s.province, s.rule_set_id,
  j.rule AS wanted_rule, t.certificate_id AS wanted_certificate, j.province AS wanted_province,
  ROW(verdict_of(j.rule), j.rule, coalesce(q.decision_id::text, fact_of(j.rule, p.origin, j.province, h.kind)),
    (u.rules).rule_set_id, t.certificate_id,
    j.province, (s.judgement).way)::judgement AS wanted
FROM standing_line s
LEFT JOIN document d ON d.document_id = s.document_id AND d.book_month = s.book_month
  AND (d.kind = 'correction' OR d.signed OR d.buyer_id IS NOT NULL)  -- few, of which more is to be known
JOIN channel h ON h.channel_id = s.channel_id
JOIN rule_day u ON u.day = s.day
LEFT JOIN product p ON p.product_id = s.product_id
LEFT JOIN (SELECT b.buyer_id, province_of(b.province) AS province FROM buyer b OFFSET 0) b  -- once a buyer
  ON b.buyer_id = d.buyer_id
LEFT JOIN certificate_period t ON t.product_id = s.product_id AND t.supplier_id = coalesce(s.supplier_id, 0)
  AND s.day BETWEEN t.from_day AND t.to_day
LEFT JOIN duplicate_unit q ON q.unit = unit_of(s.claim_id, s.part, s.document_id, s.line_no) AND NOT q.counts
CROSS JOIN LATERAL (
  SELECT sold_to(s.destination, b.province, h.province) AS province
) w
CROSS JOIN LATERAL (
  SELECT w.province, CASE WHEN q.unit IS NOT NULL THEN 'duplicate'
    ELSE rule_of(CASE WHEN waits_for_claim(s.first_rule) THEN s.first_rule END, p.origin, t.certificate_id,
      w.province, h.kind, level_of(s.part), u.rules) END AS rule
) j
WHERE s.side = 'sale' AND NOT s.reverses AND d.signed IS NOT TRUE
  AND NOT (d.kind IS NOT DISTINCT FROM 'correction' AND EXISTS (  -- in the place of what a closed month has judged: see
    SELECT FROM line r                                            -- corrected_sales
    JOIN line o ON o.document_id = r.of_document AND o.line_no = r.of_line
    WHERE r.document_id = s.document_id AND r.book_month = s.book_month AND r.reverses AND r.claim_id = s.claim_id
      AND r.part = s.part AND o.book_month < s.book_month AND o.product_id = s.product_id
      AND o.channel_id = s.channel_id AND o.destination IS NOT DISTINCT FROM s.destination))
  AND NOT EXISTS (
    SELECT FROM line r
    WHERE r.of_document = s.document_id AND r.of_line = s.line_no AND r.reverses);
COMMENT ON VIEW sale_judgement IS
  'The sale lines that stand: how each is judged, and how it would be by the rules, certificates and origins of now. '
  'Agreements that older programs took for sales are reversed, and not looked at. All is joined by equality, so that '
  'whoever asks for all lines reads each table once.';

CREATE OR REPLACE FUNCTION is_otherwise(
  rule text, certificate bigint, province text, rule_set bigint, wanted_rule text, wanted_certificate bigint,
  wanted_province text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN rule IS DISTINCT FROM wanted_rule OR certificate IS DISTINCT FROM wanted_certificate
  OR rule_set IS NOT NULL AND province IS DISTINCT FROM wanted_province;
COMMENT ON FUNCTION is_otherwise IS
  'Whether a line would be judged otherwise; what older programs judged had no province, which alone is no reason.';

CREATE OR REPLACE VIEW line_misjudged AS
SELECT m.document_id, m.line_no, m.book_month, m.day, 'sale' AS side, m.judgement, m.wanted,
  m.document_id AS of_document, m.line_no AS of_line, m.book_month AS of_book_month
FROM sale_judgement m
WHERE is_otherwise(m.rule, m.certificate_id, m.province, m.rule_set_id, m.wanted_rule, m.wanted_certificate,
  m.wanted_province)
UNION ALL
SELECT r.document_id, r.line_no, r.book_month, r.day, 'refund', r.judgement, m.wanted, m.document_id, m.line_no,
  m.book_month
FROM sale_judgement m
JOIN standing_line r ON r.of_document = m.document_id AND r.of_line = m.line_no AND r.side = 'refund' AND NOT r.reverses
WHERE is_otherwise(r.rule, r.certificate_id, r.province, r.rule_set_id, m.wanted_rule, m.wanted_certificate,
    m.wanted_province)
  AND NOT EXISTS (
    SELECT FROM line v WHERE v.of_document = r.document_id AND v.of_line = r.line_no AND v.reverses);
COMMENT ON VIEW line_misjudged IS
  'The sale lines that would be judged otherwise now, and the refunds, which bear what their sale should be judged by.';

CREATE OR REPLACE FUNCTION lock_judging() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM programme FOR UPDATE;
  PERFORM FROM book_month b WHERE b.status = 'open' ORDER BY b.month FOR UPDATE;
END $$;
COMMENT ON FUNCTION lock_judging IS
  'Waits until nobody posts: what is posted meanwhile would be judged by rules that are about to end.';

CREATE OR REPLACE FUNCTION rejudge(
  batch bigint, products bigint[] DEFAULT NULL, since date DEFAULT NULL, sales bigint[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = on AS $$
DECLARE
  many bigint;
BEGIN
  INSERT INTO import_line_stage (posting_id, document_id, line_no, kind, side, book_month, day, at, channel_id,
    location_id, product_id, supplier_id, quantity, amount, freight, total, freights, receivable, verdict, rule, fact,
    rule_set_id, certificate_id, province, way, judged, claim_id, part, of_document, of_line, reverses, estimated)
  SELECT batch, -w.document, w.line_no, 'correction', w.side, w.book_month, w.day, now(), w.channel_id,
    NULL, w.product_id, w.supplier_id, w.quantity * p.times, w.amount * p.times,
    w.freight * p.times, 0, 0, 0, (j.judgement).verdict, (j.judgement).rule, (j.judgement).fact,
    (j.judgement).rule_set_id, (j.judgement).certificate_id,
    (j.judgement).province, (j.judgement).way, p.judged, w.claim_id, w.part, w.of_document, w.of_line, false,
    w.estimated
  FROM (
    SELECT m.side, m.book_month, m.day, m.judgement, m.wanted, l.channel_id, l.product_id, l.supplier_id, l.quantity,
      l.amount, l.freight, l.claim_id, l.part, l.document_id AS of_document, l.line_no AS of_line,
      l.estimated,
      dense_rank() OVER (ORDER BY m.book_month, m.day, m.side, l.channel_id) AS document,
      row_number() OVER (PARTITION BY m.book_month, m.day, m.side, l.channel_id ORDER BY l.document_id, l.line_no)
        AS nth
    FROM line_misjudged m
    JOIN book_month b ON b.month = m.book_month AND b.status = 'open'
    JOIN line l ON l.document_id = m.document_id AND l.line_no = m.line_no AND l.book_month = m.book_month
    WHERE (products IS NULL OR l.product_id = ANY (products)) AND (since IS NULL OR m.day >= since)
      AND (sales IS NULL OR m.of_document = ANY (sales))
  ) q
  CROSS JOIN (VALUES ('before', -1), ('after', 1)) AS p(judged, times)
  CROSS JOIN LATERAL (
    SELECT q.*, 2 * q.nth - CASE WHEN p.judged = 'before' THEN 1 ELSE 0 END AS line_no
  ) w
  CROSS JOIN LATERAL (
    SELECT CASE WHEN p.judged = 'before' THEN q.judgement ELSE q.wanted END AS judgement
  ) j;
  GET DIAGNOSTICS many = ROW_COUNT;
  IF many > 0 THEN
    PERFORM post_import(batch);
    DELETE FROM import_line_stage s WHERE s.posting_id = batch;
  END IF;
  RETURN many / 2;
END $$;
COMMENT ON FUNCTION rejudge IS
  'Posts, for each line of an open month that would be judged otherwise now, and each refund of it, a pair of lines '
  'that say so; of some products, or of all, since a day, or of some sales. They move no goods (move_duplicate_goods). '
  'Returns how many lines were judged anew.';

CREATE OR REPLACE FUNCTION judge_late_refunds(batch bigint, sales bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  closed bigint[] := ARRAY(
    SELECT d.document_id
    FROM document d JOIN book_month b ON b.month = d.book_month AND b.status = 'closed'
    WHERE d.document_id = ANY (judge_late_refunds.sales));
BEGIN
  IF closed <> '{}' THEN
    DELETE FROM import_line_stage s WHERE s.posting_id = batch;  -- it is posted
    PERFORM rejudge(batch, sales => closed);
  END IF;
END $$;
COMMENT ON FUNCTION judge_late_refunds IS
  'After refunds of some sales were posted, which bear what their sale was judged by: those of closed months are '
  'judged anew, where the sale would be judged otherwise by now and waits for a restatement.';

CREATE OR REPLACE FUNCTION rules_tried(act bigint)
RETURNS TABLE (day date, channel text, document bigint, line_no integer, sku text, amount numeric, old_rule text,
  rule text, fact text, closed boolean)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT t.day, h.code, t.document, t.line_no, coalesce(p.sku, ''), t.amount, t.old_rule, t.rule, coalesce(t.fact, ''),
    t.closed
  FROM (
    SELECT a.day, a.channel_id, a.of_document AS document, a.of_line AS line_no, a.product_id, a.amount,
      b.rule AS old_rule, a.rule, a.fact, false AS closed
    FROM document d
    JOIN line a ON a.document_id = d.document_id AND a.book_month = d.book_month AND a.judged = 'after'
    JOIN line b ON b.document_id = a.document_id AND b.book_month = a.book_month AND b.line_no = a.line_no - 1
    WHERE d.posting_id = act
    UNION ALL
    SELECT m.day, l.channel_id, m.document_id, m.line_no, l.product_id, l.amount, (m.judgement).rule, (m.wanted).rule,
      (m.wanted).fact, true
    FROM line_misjudged m
    JOIN line l ON l.document_id = m.document_id AND l.line_no = m.line_no AND l.book_month = m.book_month
    UNION ALL  -- amounts that get lines of their own or lose them
    SELECT l.day, l.channel_id, coalesce(l.of_document, l.document_id), coalesce(l.of_line, l.line_no), l.product_id,
      abs(l.amount), CASE WHEN l.reverses THEN l.rule ELSE 'eligible' END,
      CASE WHEN l.reverses THEN 'eligible' ELSE l.rule END, l.fact, false
    FROM document d
    JOIN line l ON l.document_id = d.document_id AND l.book_month = d.book_month
    WHERE d.posting_id > act AND l.rule IN ('subsidy', 'withheld', 'unsettled', 'unpaid')
      AND l.side = 'sale' AND l.judged IS NULL
  ) t
  JOIN channel h ON h.channel_id = t.channel_id
  LEFT JOIN product p ON p.product_id = t.product_id;
END $$;
COMMENT ON FUNCTION rules_tried IS
  'What an act that set rules changed, in its own transaction: the lines of open months that it judged anew, and those '
  'of closed months that a restatement would.';
