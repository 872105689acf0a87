CREATE OR REPLACE VIEW purchase_line AS
SELECT p.posting_id AS receipt_id, m.move_no AS line_no, p.supplier_id, p.day, m.product_id, m.lot_id, m.quantity,
  m.cost IS NOT NULL AS priced, CASE WHEN m.cost IS NULL THEN 0.00 ELSE m.value END AS amount
FROM purchase p
JOIN stock_move m ON m.posting_id = p.posting_id AND m.kind = 'receive'
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = p.posting_id);
COMMENT ON VIEW purchase_line IS
  'What was bought, a row a line of a receipt from a supplier. A line without a price owes nothing until one is '
  'agreed.';

CREATE OR REPLACE VIEW supplier_credit AS
SELECT r.posting_id, r.line_no, r.supplier_id, r.day, r.receipt_id, r.receipt_line, r.quantity, r.amount
FROM supplier_return r
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = r.posting_id);
COMMENT ON VIEW supplier_credit IS
  'What suppliers credit for goods that were returned to them, and was not undone.';
