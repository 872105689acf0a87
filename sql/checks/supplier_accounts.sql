-- What went back to suppliers left the stock and was bought from them; a reversal is of its payment or buy-back, and
-- payments pay no more than they are.
SELECT concat_ws(' ', 'receipt', r.receipt_id, 'line', r.receipt_line, 'bought', b.quantity, b.amount, 'returned',
  r.quantity,
  r.amount) AS example
FROM (SELECT receipt_id, receipt_line, supplier_id, sum(quantity) AS quantity, sum(amount) AS amount
  FROM supplier_credit
      GROUP BY receipt_id, receipt_line, supplier_id) r
LEFT JOIN purchase_line b ON b.receipt_id = r.receipt_id AND b.line_no = r.receipt_line
  AND b.supplier_id = r.supplier_id
WHERE b.receipt_id IS NULL OR r.quantity > b.quantity OR r.amount > b.amount
UNION ALL
SELECT concat_ws(' ', 'posting', coalesce(b.posting_id, m.posting_id), 'bought back', b.quantity, 'left', m.quantity)
FROM (SELECT b.posting_id, c.product_id, sum(b.quantity) AS quantity FROM buy_back b
      JOIN buy_back_contract c ON c.contract_id = b.contract_id AND c.supplier_id = b.supplier_id
        AND b.amount = round(c.price * b.quantity, 2)
      LEFT JOIN buy_back u ON u.reverses = b.posting_id AND u.line_no = b.line_no
      WHERE b.day BETWEEN c.from_day AND c.to_day OR coalesce(b.reverses, u.reverses) IS NOT NULL
      GROUP BY b.posting_id, c.product_id) b
FULL JOIN (SELECT posting_id, product_id, -sum(quantity) AS quantity FROM stock_move WHERE kind = 'buy_back'
           GROUP BY posting_id, product_id) m ON m.posting_id = b.posting_id AND m.product_id = b.product_id
WHERE b.quantity IS DISTINCT FROM m.quantity
UNION ALL
SELECT concat_ws(' ', 'buy-back', b.posting_id, 'of', b.quantity, b.amount, 'undone by', u.posting_id, u.quantity,
  u.amount)
FROM buy_back u
JOIN buy_back b ON b.posting_id = u.reverses AND b.line_no = u.line_no
WHERE (u.contract_id, u.supplier_id, u.quantity, u.amount) <> (b.contract_id, b.supplier_id, -b.quantity, -b.amount)
  OR u.day < b.day OR b.reverses IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'buy-back', u.reverses, 'of product', m.product_id, 'undone, still out', -m.quantity,
  -m.value)
FROM (SELECT DISTINCT b.posting_id, b.reverses FROM buy_back b WHERE b.reverses IS NOT NULL) u
CROSS JOIN LATERAL (
  SELECT v.location_id, v.product_id, sum(v.quantity) AS quantity, sum(v.value) AS value
  FROM stock_move v WHERE v.posting_id IN (u.posting_id, u.reverses) AND v.kind = 'buy_back'
  GROUP BY v.location_id, v.product_id
) m
WHERE (m.quantity, m.value) <> (0, 0)
UNION ALL
SELECT concat_ws(' ', 'contract', c.contract_id, 'at most', c.maximum, 'bought back', sum(b.quantity))
FROM buy_back_contract c JOIN buy_back b ON b.contract_id = c.contract_id
GROUP BY c.contract_id, c.maximum HAVING sum(b.quantity) > c.maximum
UNION ALL
SELECT concat_ws(' ', 'payment', p.posting_id, 'of', p.amount, 'for receipts', n.amount, 'reverses', o.amount)
FROM supplier_payment p
LEFT JOIN supplier_payment o ON o.posting_id = p.reverses
LEFT JOIN (
  SELECT n.posting_id, sum(n.amount) AS amount, bool_and(b.supplier_id = q.supplier_id) AS own
  FROM supplier_payment_receipt n
  JOIN supplier_payment q ON q.posting_id = n.posting_id
  LEFT JOIN purchase b ON b.posting_id = n.receipt_id
  GROUP BY n.posting_id
) n ON n.posting_id = p.posting_id
WHERE abs(n.amount) > abs(p.amount) OR NOT n.own
  OR p.reverses IS NOT NULL AND (-o.amount, o.supplier_id) IS DISTINCT FROM (p.amount, p.supplier_id)
UNION ALL
SELECT concat_ws(' ', 'posting', f.posting_id, 'of', f.of_table, 'is not there')
FROM (
  SELECT 'purchase' AS of_table, posting_id FROM purchase UNION ALL SELECT 'supplier_return', posting_id
    FROM supplier_return
  UNION ALL SELECT 'supplier_payment', posting_id FROM supplier_payment
  UNION ALL SELECT 'supplier_adjustment', posting_id FROM supplier_adjustment
  UNION ALL SELECT 'buy_back', posting_id FROM buy_back UNION ALL SELECT 'reservation', posting_id FROM reservation
) f
WHERE NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = f.posting_id)
UNION ALL
-- What went back is priced as it was bought, and left the stock; what is for a receipt is of its supplier.
SELECT concat_ws(' ', 'return', r.posting_id, r.line_no, 'of receipt', r.receipt_id, r.receipt_line, r.quantity, 'for',
  r.amount)
FROM supplier_return r
LEFT JOIN purchase p ON p.posting_id = r.receipt_id
LEFT JOIN stock_move b ON b.posting_id = r.receipt_id AND b.move_no = r.receipt_line AND b.kind = 'receive'
LEFT JOIN (
  SELECT m.posting_id, m.product_id, m.lot_id, -sum(m.quantity) AS quantity FROM stock_move m
  WHERE m.kind = 'give_back' GROUP BY m.posting_id, m.product_id, m.lot_id
) g ON g.posting_id = r.posting_id AND g.product_id = b.product_id AND g.lot_id IS NOT DISTINCT FROM b.lot_id
WHERE p.supplier_id IS DISTINCT FROM r.supplier_id OR g.quantity IS NULL OR r.quantity > g.quantity
  OR abs(r.amount - CASE WHEN b.cost IS NULL THEN 0 ELSE b.value END * r.quantity / b.quantity) > 0.01
UNION ALL
SELECT concat_ws(' ', 'return', r.posting_id, 'lines', count(*), 'the last is', max(r.line_no))
FROM supplier_return r GROUP BY r.posting_id HAVING count(*) <> max(r.line_no)
UNION ALL
SELECT concat_ws(' ', 'adjustment', a.posting_id, 'of receipt', a.receipt_id)
FROM supplier_adjustment a
LEFT JOIN purchase p ON p.posting_id = a.receipt_id
WHERE a.receipt_id IS NOT NULL AND p.supplier_id IS DISTINCT FROM a.supplier_id
UNION ALL
SELECT concat_ws(' ', 'payment', r.posting_id, 'reverses', r.reverses, 'for', n.receipt_id, n.amount, o.amount)
FROM supplier_payment r
JOIN supplier_payment y ON y.posting_id = r.reverses
LEFT JOIN (
  supplier_payment_receipt n FULL JOIN (
    SELECT q.posting_id, t.receipt_id, t.amount FROM supplier_payment q
    JOIN supplier_payment_receipt t ON t.posting_id = q.reverses
  ) o ON o.posting_id = n.posting_id AND o.receipt_id = n.receipt_id
) ON coalesce(n.posting_id, o.posting_id) = r.posting_id
WHERE n.amount IS DISTINCT FROM -o.amount
  OR (r.method, r.household_id) IS DISTINCT FROM (y.method, y.household_id)
