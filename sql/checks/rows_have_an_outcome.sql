-- Every row of every file has exactly one outcome, and its raw row is kept.
SELECT concat_ws(' ', 'import', f.file_id, f.name, 'rows', f.rows, 'claimed', coalesce(s.rows, 0),
  'rejected', coalesce(r.rows, 0)) AS example
FROM import_file f
LEFT JOIN (
  SELECT file_id, count(DISTINCT row_no) AS rows
  FROM (SELECT file_id, row_no FROM claim_snapshot UNION ALL SELECT file_id, row_no FROM aftersale_snapshot) t
  GROUP BY file_id
) s ON s.file_id = f.file_id
LEFT JOIN (SELECT file_id, count(*) AS rows FROM import_reject GROUP BY file_id) r ON r.file_id = f.file_id
WHERE f.rows <> coalesce(s.rows, 0) + coalesce(r.rows, 0) OR f.rejected <> coalesce(r.rows, 0)
  OR EXISTS (SELECT FROM claim_snapshot s JOIN import_reject j ON j.file_id = s.file_id AND j.row_no = s.row_no
             WHERE s.file_id = f.file_id)
  OR NOT EXISTS (SELECT FROM import_chunk k WHERE k.file_id = f.file_id)
