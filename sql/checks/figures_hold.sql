-- A published version has the bytes it had, follows from the version before and an earlier month, and says what is
-- counted; a bridge adds up; a line is restated from where it was.
SELECT concat_ws(' ', to_char(v.month, 'YYYY-MM'), 'version', v.version, 'is not what was published, or not its turn')
  AS example
FROM figure_version v
LEFT JOIN figure_version b ON b.month = v.month AND b.version = v.version - 1
CROSS JOIN LATERAL (SELECT json_of(v.content) AS said) j
WHERE v.sha256 <> encode(sha256(v.content), 'hex') OR v.previous IS DISTINCT FROM b.sha256
  OR (v.version > 1 AND b.version IS NULL)
  OR (j.said ->> 'month', j.said ->> 'version', j.said #>> '{published,posting}', j.said #>> '{previous,sha256}',
    j.said #>> '{earlier,sha256}') IS DISTINCT FROM (to_char(v.month, 'YYYY-MM'), v.version::text,
    v.posting_id::text, v.previous, v.earlier)
UNION ALL
SELECT concat_ws(' ', to_char(v.month, 'YYYY-MM'), 'version', v.version, 'follows no figure of an earlier month')
FROM figure_version v
WHERE v.earlier IS NOT NULL AND NOT EXISTS (
  SELECT FROM figure_version e WHERE e.sha256 = v.earlier AND e.month < v.month AND e.posting_id <= v.posting_id)
UNION ALL
SELECT concat_ws(' ', to_char(v.month, 'YYYY-MM'), 'version', v.version, 'comes from no close, or no restatement')
FROM figure_version v
WHERE CASE WHEN v.version = 1 THEN NOT EXISTS (SELECT FROM month_close c WHERE c.month = v.month)
  ELSE NOT EXISTS (SELECT FROM restatement r WHERE r.posting_id = v.posting_id) END
UNION ALL
SELECT concat_ws(' ', to_char(v.month, 'YYYY-MM'), 'the newest version is not what is counted')
FROM (SELECT DISTINCT ON (f.month) f.* FROM figure_version f ORDER BY f.month, f.version DESC) v
LEFT JOIN monthly_headline h ON h.month = v.month
WHERE json_of(v.content) -> 'headline' IS DISTINCT FROM
  sums_of(h.gross, h.refunds, h.duplicates, h.excluded, h.pending, h.counted)
UNION ALL
SELECT concat_ws(' ', to_char(v.month, 'YYYY-MM'), 'the bridge to version', v.version, 'does not add up')
FROM (
  SELECT f.month, f.version, f.posting_id, json_of(f.content) -> 'headline' AS said,
    json_of(b.content) -> 'headline' AS before
  FROM figure_version f
  JOIN figure_version b ON b.month = f.month AND b.version = f.version - 1
) v
LEFT JOIN (
  SELECT p.posting_id, p.month, sum(p.gross) AS gross, sum(p.refunds) AS refunds, sum(p.duplicates) AS duplicates,
    sum(p.excluded) AS excluded, sum(p.pending) AS pending, sum(p.counted) AS counted
  FROM bridge_part p
  GROUP BY p.posting_id, p.month
) s ON s.posting_id = v.posting_id AND s.month = v.month
WHERE v.said IS DISTINCT FROM sums_of((v.before ->> 'gross')::numeric + s.gross,
  (v.before ->> 'refunds')::numeric + s.refunds, (v.before ->> 'duplicates')::numeric + s.duplicates,
  (v.before ->> 'excluded')::numeric + s.excluded, (v.before ->> 'pending')::numeric + s.pending,
  (v.before ->> 'counted')::numeric + s.counted)
UNION ALL
SELECT concat_ws(' ', 'line', r.document_id, r.line_no, 'is restated from where it was not, by posting', r.posting_id)
FROM (
  SELECT n.*, lag(n.to_month) OVER of_line AS month,
    lag(ROW(n.verdict_after, n.rule_after, n.certificate_after, n.province_after)::text) OVER of_line AS judged
  FROM restated_line n
  WINDOW of_line AS (PARTITION BY n.document_id, n.line_no ORDER BY n.posting_id)
) r
LEFT JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
LEFT JOIN restatement t ON t.posting_id = r.posting_id
LEFT JOIN judged_anew a ON a.of_document = r.document_id AND a.of_line = r.line_no AND a.book_month = r.book_month
WHERE t.posting_id IS NULL OR r.to_month <> t.month OR l.document_id IS NULL OR month_of(l.day) <> r.to_month
  OR r.from_month <> coalesce(r.month, l.book_month)
  OR r.rule_set_after IS NULL AND (r.verdict_before, r.rule_before, r.certificate_before, r.province_before)
    IS DISTINCT FROM (r.verdict_after, r.rule_after, r.certificate_after, r.province_after)
  OR verdict_of(r.rule_after) <> r.verdict_after AND r.rule_set_after IS NOT NULL
  OR ROW(r.verdict_before, r.rule_before, r.certificate_before, r.province_before)::text NOT IN (
    coalesce(r.judged, ROW(l.verdict, l.rule, l.certificate_id, l.province)::text),
    coalesce(ROW((a.judgement).verdict, (a.judgement).rule, (a.judgement).certificate_id,
      (a.judgement).province)::text, ''))
