-- A file's row and its copy are as they were imported, its state is its last turn, and its snapshots are its own; an
-- order line, and a case, has the number of the snapshot that reported it first.
SELECT concat_ws(' ', 'import', f.file_id, f.name, 'or its copy is not what was imported') AS example
FROM import_file f
WHERE f.digest IS DISTINCT FROM import_digest(f)
UNION ALL
SELECT concat_ws(' ', 'chunk', r.chunk_no, 'of import', r.file_id, 'is not what its last redaction made of it')
FROM (SELECT DISTINCT ON (r.file_id, r.chunk_no) r.* FROM import_redaction r
      ORDER BY r.file_id, r.chunk_no, r.posting_id DESC) r
LEFT JOIN import_chunk k ON k.file_id = r.file_id AND k.chunk_no = r.chunk_no
LEFT JOIN posting p ON p.posting_id = r.posting_id
WHERE k.file_id IS NULL OR p.posting_id IS NULL OR r.new_sha256 <> encode(sha256(k.content), 'hex')
UNION ALL
SELECT concat_ws(' ', 'import', f.file_id, f.name, f.state, 'its last turn', t.state)
FROM import_file f
LEFT JOIN (SELECT DISTINCT ON (t.file_id) t.file_id, t.state FROM import_turn t
           ORDER BY t.file_id, t.posting_id DESC) t ON t.file_id = f.file_id
WHERE f.state <> coalesce(t.state, 'live')
UNION ALL
SELECT concat_ws(' ', 'turn', t.posting_id, 'of import', t.file_id, t.state, 'after', t.before)
FROM (SELECT t.*, lag(t.state, 1, 'live') OVER (PARTITION BY t.file_id ORDER BY t.posting_id) AS before
      FROM import_turn t) t
WHERE t.state = t.before
UNION ALL
SELECT concat_ws(' ', 'turn', t.posting_id, 'of import', t.file_id, 'is no act, or of no file')
FROM import_turn t
WHERE NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = t.posting_id)
  OR NOT EXISTS (SELECT FROM import_file f WHERE f.file_id = t.file_id)
UNION ALL
SELECT concat_ws(' ', 'snapshot', s.snapshot_id, 'of import', s.file_id, 'row', s.row_no, 'does not fit its file')
FROM (
  SELECT snapshot_id, file_id, row_no, dated, effective_at FROM claim_snapshot
  UNION ALL SELECT snapshot_id, file_id, row_no, dated, effective_at FROM aftersale_snapshot
  UNION ALL SELECT snapshot_id, file_id, row_no, dated, effective_at FROM settlement_snapshot
) s
LEFT JOIN import_file f ON f.file_id = s.file_id
WHERE f.file_id IS NULL OR file_of(s.snapshot_id) <> s.file_id OR s.row_no < 1
  OR s.dated <> (f.snapshot_at IS NOT NULL) OR s.dated AND s.effective_at <> f.snapshot_at
UNION ALL
SELECT concat_ws(' ', 'order line', c.claim_id, c.platform, c.order_no, c.line_no, 'and its first snapshot')
FROM claim c
WHERE c.value_id IS DISTINCT FROM c.claim_id  -- that a line has what it lives by is for claims_are_as_reported to say
  AND NOT EXISTS (SELECT FROM claim_snapshot s WHERE s.snapshot_id = c.claim_id AND s.claim_id = c.claim_id)
UNION ALL
SELECT concat_ws(' ', 'case', coalesce(a.aftersale_id, s.aftersale_id), a.platform, a.number,
  'and its first snapshot')
FROM aftersale a
FULL JOIN (SELECT s.aftersale_id, file_of(min(s.snapshot_id)) AS first FROM aftersale_snapshot s
           GROUP BY s.aftersale_id) s ON s.aftersale_id = a.aftersale_id
WHERE a.aftersale_id IS NULL OR s.first IS DISTINCT FROM file_of(a.aftersale_id)
UNION ALL
SELECT concat_ws(' ', 'settlement line', coalesce(t.settlement_id, s.settlement_id), t.source, t.number,
  'and its first snapshot')
FROM settlement t
FULL JOIN (SELECT s.settlement_id, bool_or(s.snapshot_id = s.settlement_id) AS is_first FROM settlement_snapshot s
           GROUP BY s.settlement_id) s ON s.settlement_id = t.settlement_id
WHERE t.settlement_id IS NULL OR s.is_first IS NOT TRUE
