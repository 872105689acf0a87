-- What suppliers took back left the stock and was bought from them; a reversal takes back its payment or buy-back, and
-- payments pay no more than they are.
SELECT concat_ws(' ', 'receipt', r.receipt_id, 'line', r.receipt_line, 'bought', b.quantity, b.amount, 'returned', r.quantity,
  r.amount) AS example
FROM (SELECT receipt_id, receipt_line, supplier_id, sum(quantity) AS quantity, sum(amount) AS amount
  FROM supplier_credit
      GROUP BY receipt_id, receipt_line, supplier_id) r
LEFT JOIN purchase_line b ON b.receipt_id = r.receipt_id AND b.line_no = r.receipt_line AND b.supplier_id = r.supplier_id
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
SELECT concat_ws(' ', 'buy-back', b.posting_id, 'of', b.quantity, b.amount, 'taken back by', u.posting_id, u.quantity, u.amount)
FROM buy_back u
JOIN buy_back b ON b.posting_id = u.reverses AND b.line_no = u.line_no
WHERE (u.contract_id, u.supplier_id, u.quantity, u.amount) <> (b.contract_id, b.supplier_id, -b.quantity, -b.amount)
  OR u.day < b.day OR b.reverses IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'buy-back', u.reverses, 'of product', m.product_id, 'taken back, still out', -m.quantity, -m.value)
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
  SELECT 'purchase' AS of_table, posting_id FROM purchase UNION ALL SELECT 'supplier_return', posting_id FROM supplier_return
  UNION ALL SELECT 'supplier_payment', posting_id FROM supplier_payment
  UNION ALL SELECT 'supplier_adjustment', posting_id FROM supplier_adjustment
  UNION ALL SELECT 'buy_back', posting_id FROM buy_back UNION ALL SELECT 'reservation', posting_id FROM reservation
) f
WHERE NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = f.posting_id)
