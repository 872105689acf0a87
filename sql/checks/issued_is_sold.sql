-- What sales issued, then or when goods came in later, is what they sold, minus the shortages. A service moves nothing.
SELECT concat_ws(' ', l.document_id, l.line_no, 'sold', l.quantity, 'issued', coalesce(m.quantity, 0),
  'short', coalesce(s.quantity, 0) - coalesce(t.quantity, 0)) AS example
FROM line l
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN (
  SELECT document_id, line_no, -sum(quantity) AS quantity FROM stock_move
  WHERE kind IN ('issue', 'cancel', 'settle', 'undo') GROUP BY document_id, line_no
) m ON m.document_id = l.document_id AND m.line_no = l.line_no
LEFT JOIN shortage s ON s.document_id = l.document_id AND s.line_no = l.line_no
LEFT JOIN (
  SELECT document_id, line_no, sum(quantity) AS quantity FROM shortage_cover WHERE NOT written_off
  GROUP BY document_id, line_no
) t ON t.document_id = l.document_id AND t.line_no = l.line_no
LEFT JOIN product p ON p.product_id = l.product_id
WHERE l.side = 'sale' AND l.product_id IS NOT NULL AND NOT p.service AND d.location_id IS NOT NULL
  AND l.quantity <> coalesce(m.quantity, 0) + coalesce(s.quantity, 0) - coalesce(t.quantity, 0)
  -- A sale that is undone after some of its order came back brings back the rest: see goods_back_left.
  AND NOT (l.reverses AND EXISTS (
    SELECT FROM claim c JOIN goods_back b ON b.order_no = c.order_no AND b.platform = c.platform
    WHERE c.claim_id = l.claim_id))
