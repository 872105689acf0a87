CREATE OR REPLACE VIEW expired_sale AS
SELECT m.posting_id, m.document_id, m.line_no, d.day, d.at, d.file_id, m.location_id, m.product_id, l.code AS lot,
  l.expires, -m.quantity AS quantity
FROM stock_move m
JOIN lot l ON l.lot_id = m.lot_id
JOIN document d ON d.document_id = m.document_id
WHERE m.kind = 'issue' AND l.expires < d.day
  AND NOT EXISTS (SELECT FROM canteen_acceptance a WHERE a.document_id = m.document_id)
  AND NOT EXISTS (SELECT FROM line b WHERE b.of_document = m.document_id AND b.of_line = m.line_no AND b.reverses);
COMMENT ON VIEW expired_sale IS
  'What sales took of lots that had expired by their day, and what is not voided since; those of an import had '
  'happened; what is accepted had not expired when it was delivered.';
