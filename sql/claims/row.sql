CREATE OR REPLACE VIEW import_row AS
SELECT s.snapshot_id, s.file_id, s.row_no, s.outcome, c.claim_id, c.order_no,
  concat_ws(' ', c.order_no, c.line_no) AS subject
FROM claim_snapshot s
JOIN claim c ON c.claim_id = s.claim_id
UNION ALL
SELECT n.snapshot_id, n.file_id, n.row_no, n.outcome, a.claim_id, n.order_no,
  concat_ws(' ', a.number, n.order_no, n.line_no, n.item)
FROM aftersale_snapshot n
JOIN aftersale a ON a.aftersale_id = n.aftersale_id
UNION ALL
SELECT s.snapshot_id, s.file_id, s.row_no, s.outcome, NULL, nullif(s.order_no, ''),
  concat_ws(' ', t.number, nullif(s.order_no, ''))
FROM settlement_snapshot s
JOIN settlement t ON t.settlement_id = s.settlement_id
UNION ALL
SELECT first_in(j.file_id), j.file_id, j.row_no, 'rejected', NULL, NULL, NULL
FROM import_reject j;
COMMENT ON VIEW import_row IS
  'What became of each row of each file, and which order line it reports. A row may report several.';
