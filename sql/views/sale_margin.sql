-- What was sold, and what it cost: sales less refunds by line, and of them what has no cost that is known (the supplier
-- ships, what was sold is still missing, or came in without a cost); and the cost that moves of stock give to a line, on
-- the line's own day. To be added up.
CREATE OR REPLACE VIEW sale_margin AS
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, l.quantity, l.amount,
  CASE WHEN d.location_id IS NULL OR l.product_id IS NULL THEN l.amount
    ELSE coalesce(round(l.amount * u.quantity / nullif(b.quantity, 0), 2), 0.00) END AS uncosted, 0.00 AS cost
FROM line l
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN line o ON o.document_id = l.of_document AND o.line_no = l.of_line AND o.of_document IS NOT NULL
LEFT JOIN (  -- of each sale, what is missing and what left without a cost
  SELECT p.document_id, p.line_no, sum(p.quantity) AS quantity
  FROM (
    SELECT w.document_id, w.line_no, w.quantity FROM shortage w WHERE w.quantity > 0
    UNION ALL
    SELECT t.document_id, t.line_no, -t.quantity FROM shortage_cover t WHERE NOT t.written_off
    UNION ALL
    SELECT m.document_id, m.line_no, -m.quantity FROM stock_move m
    WHERE m.kind IN ('issue', 'settle', 'undo') AND m.value = 0 AND m.document_id IS NOT NULL
  ) p
  GROUP BY p.document_id, p.line_no
  HAVING sum(p.quantity) > 0
) u ON u.document_id = coalesce(o.of_document, l.of_document, l.document_id) AND u.line_no = coalesce(o.of_line, l.of_line, l.line_no)
LEFT JOIN line b ON b.document_id = u.document_id AND b.line_no = u.line_no
UNION ALL
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, 0, 0, 0, -m.value
FROM line l
JOIN stock_move m ON m.document_id = l.document_id AND m.line_no = l.line_no
UNION ALL  -- what a platform's customer sent back, by the newest line of the order that tells of it: a refund, else the sale
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, 0, 0, 0, -m.value
FROM goods_back b
JOIN stock_move m ON m.posting_id = b.posting_id AND m.move_no = b.move_no
CROSS JOIN LATERAL (
  SELECT n.book_month, n.day, n.channel_id, n.product_id, n.supplier_id
  FROM claim c
  JOIN line n ON n.claim_id = c.claim_id
  WHERE c.order_no = b.order_no AND c.platform = b.platform AND n.product_id = m.product_id AND NOT n.reverses
  ORDER BY n.side, n.document_id DESC LIMIT 1
) l
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = b.posting_id);
