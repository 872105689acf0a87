-- Every row of every file has exactly one outcome, they add up to what the import reported, and its raw row is kept. A
-- file that lives again was counted anew, beside what was known by then, and a row of several order lines counts once:
-- of such files each outcome is judged again, by the files that lived when it was imported. Where a file was undone
-- before that was kept, nobody knows which did.
WITH doubtful AS MATERIALIZED (
  SELECT f.file_id, f.platform, f.posting_id
  FROM import_file f
  LEFT JOIN (SELECT file_id, count(*) AS lines FROM claim_snapshot GROUP BY file_id) c ON c.file_id = f.file_id
  LEFT JOIN (SELECT file_id, count(*) AS cases FROM aftersale_snapshot GROUP BY file_id) a ON a.file_id = f.file_id
  LEFT JOIN (SELECT file_id, count(*) AS settled FROM settlement_snapshot GROUP BY file_id) s ON s.file_id = f.file_id
  WHERE (coalesce(c.lines, 0) + coalesce(a.cases, 0) + coalesce(s.settled, 0) > f.rows - f.rejected
      OR EXISTS (SELECT FROM import_turn t WHERE t.file_id = f.file_id AND t.state = 'live'))
    AND NOT EXISTS (SELECT FROM posting u WHERE u.command IN ('import undo', 'import again')
      AND NOT EXISTS (SELECT FROM import_turn t WHERE t.posting_id = u.posting_id))
), lived AS MATERIALIZED (
  SELECT r.file_id, f.file_id AS beside
  FROM doubtful r
  JOIN import_file f ON f.platform = r.platform AND f.posting_id < r.posting_id
  WHERE (SELECT t.state FROM import_turn t WHERE t.file_id = f.file_id AND t.posting_id < r.posting_id
         ORDER BY t.posting_id DESC LIMIT 1) IS DISTINCT FROM 'undone'
), reported AS (
  SELECT 'order line' AS of_table, s.claim_id AS told_of, s.file_id, s.outcome, s.exact, s.effective_at, s.rank,
    s.digest
  FROM claim_snapshot s
  UNION ALL
  SELECT 'case', s.aftersale_id, s.file_id, s.outcome, true, s.effective_at, s.rank, s.digest
  FROM aftersale_snapshot s
  UNION ALL
  SELECT 'settlement line', s.settlement_id, s.file_id, s.outcome, true, s.effective_at, 0::smallint, s.digest
  FROM settlement_snapshot s
), judged AS (
  SELECT DISTINCT ON (s.of_table, s.told_of, s.file_id) s.*,
    array_agg(s.outcome) FILTER (WHERE s.outcome <> 'same') OVER row_of AS outcomes
  FROM reported s
  JOIN doubtful r ON r.file_id = s.file_id
  WINDOW row_of AS (PARTITION BY s.of_table, s.told_of, s.file_id)
  ORDER BY s.of_table, s.told_of, s.file_id, s.exact DESC, newness(s.effective_at, s.rank, s.exact, s.digest) DESC
), known AS (
  SELECT DISTINCT ON (j.of_table, j.told_of, j.file_id) j.of_table, j.told_of, j.file_id, k.effective_at, k.rank,
    k.digest, bool_or(k.exact) OVER (PARTITION BY j.of_table, j.told_of, j.file_id) AS exact
  FROM judged j
  JOIN lived l ON l.file_id = j.file_id
  JOIN reported k ON k.file_id = l.beside AND k.of_table = j.of_table AND k.told_of = j.told_of
  ORDER BY j.of_table, j.told_of, j.file_id, newness(k.effective_at, k.rank, k.exact, k.digest) DESC
)
SELECT concat_ws(' ', 'import', f.file_id, f.name, 'rows', f.rows, 'claimed', coalesce(s.rows, 0),
  'rejected', coalesce(r.rows, 0)) AS example
FROM import_file f
LEFT JOIN (
  SELECT w.file_id, count(*) AS rows, count(*) FILTER (WHERE w.is_new) AS new,
    count(*) FILTER (WHERE NOT w.is_new AND w.is_changed) AS changed
  FROM (
    SELECT t.file_id, t.row_no, bool_or(t.outcome = 'new') AS is_new, bool_or(t.outcome = 'changed') AS is_changed
    FROM (
      SELECT file_id, row_no, outcome FROM claim_snapshot
      UNION ALL SELECT file_id, row_no, outcome FROM aftersale_snapshot
      UNION ALL SELECT file_id, row_no, outcome FROM settlement_snapshot
    ) t
    GROUP BY t.file_id, t.row_no
  ) w
  GROUP BY w.file_id
) s ON s.file_id = f.file_id
LEFT JOIN (SELECT file_id, count(*) AS rows FROM import_reject GROUP BY file_id) r ON r.file_id = f.file_id
WHERE f.rows <> coalesce(s.rows, 0) + coalesce(r.rows, 0) OR f.rejected <> coalesce(r.rows, 0)
  OR (f.new, f.changed) IS DISTINCT FROM (coalesce(s.new, 0), coalesce(s.changed, 0))
    AND NOT EXISTS (SELECT FROM import_turn t WHERE t.file_id = f.file_id AND t.state = 'live')
  OR EXISTS (SELECT FROM claim_snapshot s JOIN import_reject j ON j.file_id = s.file_id AND j.row_no = s.row_no
             WHERE s.file_id = f.file_id)
  OR EXISTS (SELECT FROM settlement_snapshot s
             JOIN import_reject j ON j.file_id = s.file_id AND j.row_no = s.row_no WHERE s.file_id = f.file_id)
  OR NOT EXISTS (SELECT FROM import_chunk k WHERE k.file_id = f.file_id)
UNION ALL
SELECT concat_ws(' ', 'import', w.file_id, 'reports', w.of_table, w.told_of, w.outcomes, 'should be', w.should)
FROM (
  SELECT j.*, nullif(ARRAY[outcome_of(k.file_id IS NOT NULL, j.exact, j.effective_at, j.rank, j.digest,
    k.exact, k.effective_at, k.rank, k.digest)], ARRAY['same']) AS should
  FROM judged j
  LEFT JOIN known k ON k.of_table = j.of_table AND k.told_of = j.told_of AND k.file_id = j.file_id
) w
WHERE w.outcomes IS DISTINCT FROM w.should
