-- Counts what came late in the month of its day, and judges closed months anew: facts of their own, and new versions.

CREATE OR REPLACE FUNCTION lines_to_restate(of_month date) RETURNS TABLE (
  document_id bigint, line_no integer, book_month date, from_month date, moves boolean, judges boolean,
  judged_before judgement, judged_after judgement)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH found AS (
    SELECT l.document_id, l.line_no, l.book_month, coalesce(w.month, l.book_month) AS from_month,
      coalesce(w.month, l.book_month) <> of_month AS moves, n.of_document IS NOT NULL AS paired,
      CASE WHEN w.rule IS NOT NULL
        THEN ROW(w.verdict, w.rule, NULL, NULL, w.certificate_id, w.province, l.way)::judgement
        WHEN n.of_document IS NOT NULL THEN n.judgement
        ELSE ROW(l.verdict, l.rule, l.fact, l.rule_set_id, l.certificate_id, l.province, l.way)::judgement END AS state,
      ROW(l.verdict, l.rule, l.fact, l.rule_set_id, l.certificate_id, l.province, l.way)::judgement AS own,
      CASE WHEN m.document_id IS NOT NULL THEN m.wanted WHEN w.rule IS NOT NULL THEN s.judgement END AS target,
      b.status = 'closed' AND l.judged IS NULL AS is_closed
    FROM line l
    JOIN book_month b ON b.month = l.book_month
    LEFT JOIN line_now w ON w.document_id = l.document_id AND w.line_no = l.line_no
    LEFT JOIN judged_anew n ON n.of_document = l.document_id AND n.of_line = l.line_no AND n.book_month = l.book_month
      AND l.judged IS NULL
    LEFT JOIN standing_line s ON s.document_id = l.document_id AND s.line_no = l.line_no AND s.book_month = l.book_month
      AND w.rule IS NOT NULL
    LEFT JOIN line_misjudged m ON m.document_id = l.document_id AND m.line_no = l.line_no
      AND m.book_month = l.book_month
    WHERE l.book_month >= of_month AND l.day >= of_month AND l.day < (of_month + interval '1 month')::date
  ), judged AS (
    SELECT f.*, f.is_closed AND (f.target).rule IS NOT NULL AND NOT (f.moves AND f.paired)
      AND ((f.state).verdict, (f.state).rule, (f.state).certificate_id, (f.state).province) IS DISTINCT FROM
        ((f.target).verdict, (f.target).rule, (f.target).certificate_id, (f.target).province) AS judges
    FROM found f
  )
  SELECT j.document_id, j.line_no, j.book_month, j.from_month, j.moves, j.judges,
    CASE WHEN j.moves AND j.paired THEN j.own ELSE j.state END,
    CASE WHEN j.judges THEN j.target WHEN j.moves AND j.paired THEN j.own ELSE j.state END
  FROM judged j
  WHERE j.moves OR j.judges;
END $$;
COMMENT ON FUNCTION lines_to_restate IS
  'What a restatement of a month would count otherwise: lines of its days that are counted in another month, and lines '
  'that closed months have judged otherwise than rules, certificates and origins of now say. A late line that a pair '
  'judged anew moves as it was posted, and so does its pair; if it would be judged otherwise again, the next '
  'restatement does.';

CREATE OR REPLACE FUNCTION restate_month(
  wanted date, because text, by_operator text, by_command text, OUT posting bigint, OUT lines bigint,
  OUT versions text[])
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  closer   text;
  asked    record;
  approver text;
  touched  date;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM FROM programme FOR SHARE;  -- no rule changes meanwhile
  PERFORM lock_figures();
  SELECT p.recorded_by INTO closer
  FROM month_close c JOIN posting p ON p.posting_id = c.posting_id
  WHERE c.month = wanted;
  IF closer IS NULL THEN
    PERFORM refuse('month_not_closed', jsonb_build_object('month', month_text(wanted)));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, now()) b;
  INSERT INTO restatement (posting_id, month) VALUES (posting, wanted);
  INSERT INTO restated_line (posting_id, document_id, line_no, book_month, from_month, to_month, verdict_before,
    rule_before, verdict_after, rule_after, certificate_before, certificate_after, province_before, province_after,
    rule_set_after, fact_after)
  SELECT posting, n.document_id, n.line_no, n.book_month, n.from_month, wanted, (n.judged_before).verdict,
    (n.judged_before).rule, (n.judged_after).verdict, (n.judged_after).rule, (n.judged_before).certificate_id,
    (n.judged_after).certificate_id, (n.judged_before).province, (n.judged_after).province,
    CASE WHEN n.judges THEN coalesce((n.judged_after).rule_set_id, 0) END,
    CASE WHEN n.judges THEN (n.judged_after).fact END
  FROM lines_to_restate(wanted) n;
  GET DIAGNOSTICS lines = ROW_COUNT;
  IF lines = 0 THEN
    PERFORM refuse('nothing_to_restate', jsonb_build_object('month', month_text(wanted)));
  END IF;
  SELECT sum(abs(l.amount)) AS amount, sha256(convert_to(string_agg(
    ROW(r.document_id, r.line_no, r.from_month, r.to_month, r.verdict_before, r.verdict_after, l.amount)::text, ','
    ORDER BY r.document_id, r.line_no), 'UTF8')) AS digest INTO asked
  FROM restated_line r
  JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
  WHERE r.posting_id = posting;
  SELECT e.approved_by INTO approver
  FROM expect_approval(posting, 'restate', asked.amount, jsonb_build_object('month', month_text(wanted),
    'lines', lines), asked.digest, ARRAY[session_user::text, closer]) e;
  FOR touched IN
    SELECT m.month FROM (SELECT r.from_month AS month FROM restated_line r WHERE r.posting_id = posting
      UNION SELECT r.to_month FROM restated_line r WHERE r.posting_id = posting) m
    WHERE EXISTS (SELECT FROM figure_version v WHERE v.month = m.month)
    ORDER BY m.month
  LOOP
    PERFORM keep_version(posting, touched, approver);
    versions := array_append(versions, month_text(touched));
  END LOOP;
END $$;
COMMENT ON FUNCTION restate_month IS
  'Counts what came late in the month of its day, and makes the next version of every month that this touches and that '
  'was published. Whoever closed the month, or asks, does not approve. Returns the act''s number, how many lines, and '
  'the months that have a new version. Raises month_not_closed, nothing_to_restate.';

CREATE OR REPLACE VIEW bridge_part AS
SELECT b.posting_id, b.month, b.step, b.document_id, b.line_no, b.book_month, b.day, b.channel_id, b.product_id,
  b.amount, b.from_month, b.to_month, b.verdict_before, b.verdict_after,
  CASE WHEN b.moved AND b.side = 'sale' THEN b.gone * b.amount ELSE 0.00 END AS gross,
  CASE WHEN b.moved AND b.side = 'refund' THEN -b.gone * b.amount ELSE 0.00 END AS refunds,
  b.amount * (CASE WHEN b.old = 'duplicate' THEN b.gone ELSE 0 END
    + CASE WHEN b.new = 'duplicate' THEN 1 ELSE 0 END) AS duplicates,
  b.amount * (CASE WHEN b.old = 'excluded' THEN b.gone ELSE 0 END
    + CASE WHEN b.new = 'excluded' THEN 1 ELSE 0 END) AS excluded,
  b.amount * (CASE WHEN b.old = 'pending' THEN b.gone ELSE 0 END
    + CASE WHEN b.new = 'pending' THEN 1 ELSE 0 END) AS pending,
  b.amount * (CASE WHEN b.old = 'counted' THEN b.gone ELSE 0 END
    + CASE WHEN b.new = 'counted' THEN 1 ELSE 0 END) AS counted
FROM (
  SELECT r.posting_id, s.month, CASE WHEN d.kind = 'correction' THEN 'corrections'
      WHEN l.side = 'refund' THEN 'late_refunds' ELSE 'late_sales' END AS step,
    true AS moved, s.gone, r.verdict_before AS old, NULL::text AS new, l.side, l.amount, l.day, l.channel_id,
    l.product_id, r.document_id, r.line_no, r.book_month, r.from_month, r.to_month, r.verdict_before, r.verdict_after
  FROM restated_line r
  JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
  JOIN document d ON d.document_id = r.document_id AND d.book_month = r.book_month
  CROSS JOIN LATERAL (VALUES (r.from_month, -1), (r.to_month, 1)) AS s(month, gone)
  WHERE r.from_month <> r.to_month
  UNION ALL
  SELECT r.posting_id, r.to_month, CASE WHEN 'duplicate' IN (r.verdict_before, r.verdict_after) THEN 'duplicates'
      ELSE 'eligibility' END,
    false, -1, r.verdict_before, r.verdict_after, l.side, l.amount, l.day, l.channel_id,
    l.product_id, r.document_id, r.line_no, r.book_month, r.from_month, r.to_month, r.verdict_before, r.verdict_after
  FROM restated_line r
  JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
  WHERE r.verdict_before <> r.verdict_after
) b;
COMMENT ON VIEW bridge_part IS
  'What each restated line changes of each month that it touches, and by which step: late_sales, late_refunds, '
  'corrections (of what was booked late), duplicates, eligibility. Yuan.';

CREATE OR REPLACE FUNCTION figure_bridge(wanted date, number integer) RETURNS TABLE (
  step text, lines bigint, gross numeric, refunds numeric, duplicates numeric, excluded numeric, pending numeric,
  counted numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  of_version integer := (SELECT f.version FROM figure_of(wanted, number) f);
  of_posting bigint;
BEGIN
  IF of_version = 1 THEN
    PERFORM refuse('figure_first', jsonb_build_object('month', month_text(wanted)));
  END IF;
  SELECT v.posting_id INTO of_posting FROM figure_version v WHERE v.month = wanted AND v.version = of_version;
  RETURN QUERY
  SELECT s.step, coalesce(b.lines, 0), coalesce(b.gross, 0.00), coalesce(b.refunds, 0.00),
    coalesce(b.duplicates, 0.00), coalesce(b.excluded, 0.00), coalesce(b.pending, 0.00), coalesce(b.counted, 0.00)
  FROM unnest(ARRAY['late_sales', 'late_refunds', 'duplicates', 'eligibility', 'corrections'])
    WITH ORDINALITY AS s(step, n)
  LEFT JOIN (
    SELECT p.step, count(*) AS lines, sum(p.gross) AS gross, sum(p.refunds) AS refunds,
      sum(p.duplicates) AS duplicates, sum(p.excluded) AS excluded, sum(p.pending) AS pending,
      sum(p.counted) AS counted
    FROM bridge_part p
    WHERE p.posting_id = of_posting AND p.month = wanted
    GROUP BY p.step
  ) b ON b.step = s.step
  ORDER BY s.n;
END $$;
COMMENT ON FUNCTION figure_bridge IS
  'What leads from the version before to a version of a month''s figure, step by step, in yuan. Raises figure_first.';
