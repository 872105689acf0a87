-- Every row of every file has exactly one outcome, they add up to what the import told, and its raw row is kept. A file
-- that lives again was counted anew, beside what was known by then.
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
  OR NOT EXISTS (SELECT FROM import_chunk k WHERE k.file_id = f.file_id)
