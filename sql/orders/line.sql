CREATE OR REPLACE VIEW line_back AS
SELECT b.document_id, b.line_no, b.of_document, b.of_line, b.side, b.day, b.quantity, b.amount, b.reverses
FROM line b
WHERE b.of_document IS NOT NULL AND b.judged IS NULL
  AND NOT EXISTS (SELECT FROM line v WHERE v.of_document = b.document_id AND v.of_line = b.line_no AND v.reverses);
COMMENT ON VIEW line_back IS
  'Refunds and reversals of another line that stand: nothing has reversed them since.';

CREATE OR REPLACE VIEW order_line AS
SELECT l.document_id, l.line_no, l.book_month, l.product_id, l.supplier_id, l.quantity, l.amount, l.discount,
  l.judgement, l.entered_unit, l.entered_quantity, p.sku, p.name, p.unit, u.whole,
  l.quantity + coalesce(r.quantity, 0) AS quantity_left,
  l.amount + coalesce(r.amount, 0) AS amount_left
FROM standing_line l
LEFT JOIN product p ON p.product_id = l.product_id
LEFT JOIN unit u ON u.code = p.unit
LEFT JOIN LATERAL (
  SELECT sum(b.quantity) AS quantity, sum(b.amount) AS amount
  FROM line_back b WHERE b.of_document = l.document_id AND b.of_line = l.line_no
) r ON true
WHERE l.side = 'sale' AND NOT l.reverses;
COMMENT ON VIEW order_line IS
  'The lines of every sale that a clerk may refund, and what is left of each.';
