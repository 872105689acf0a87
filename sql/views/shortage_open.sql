-- What covered shortages, or was written off of them, and was not undone.
CREATE OR REPLACE VIEW shortage_cover AS
SELECT s.posting_id, s.document_id, s.line_no, s.quantity, s.written_off
FROM shortage_settled s
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id);

-- What sales that had happened are still short of: named, less what a reversal took back, later goods have covered or
-- somebody has written off.
CREATE OR REPLACE VIEW shortage_open AS
SELECT s.document_id, s.line_no, s.location_id, s.product_id,
  s.quantity + coalesce(b.quantity, 0) - coalesce(t.quantity, 0) AS quantity
FROM shortage s
LEFT JOIN LATERAL (
  SELECT sum(r.quantity) AS quantity
  FROM line l JOIN shortage r ON r.document_id = l.document_id AND r.line_no = l.line_no
  WHERE l.of_document = s.document_id AND l.of_line = s.line_no AND l.reverses
) b ON true
LEFT JOIN LATERAL (
  SELECT sum(d.quantity) AS quantity FROM shortage_cover d
  WHERE d.document_id = s.document_id AND d.line_no = s.line_no
) t ON true
WHERE s.quantity > 0 AND s.quantity + coalesce(b.quantity, 0) - coalesce(t.quantity, 0) > 0;
