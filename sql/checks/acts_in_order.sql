-- What follows another act is not before it: a refund its sale, a payment or an adjustment the receipt it names, a
-- return to a supplier its receipt, an arrival its transfer, a count line its count, an undo what it undoes.
SELECT concat_ws(' ', 'refund', b.document_id, b.line_no, d.at, 'before its sale', s.document_id, o.at) AS example
FROM line b
JOIN document d ON d.document_id = b.document_id AND d.book_month = b.book_month
JOIN line s ON s.document_id = b.of_document AND s.line_no = b.of_line
JOIN document o ON o.document_id = s.document_id AND o.book_month = s.book_month
WHERE b.of_document IS NOT NULL AND b.side = 'refund' AND NOT b.reverses
  AND CASE WHEN b.claim_id IS NULL
    THEN is_before(d.at, d.day, o.at, o.day, (SELECT g.timezone FROM programme g)) ELSE d.day < o.day END
  AND NOT EXISTS (SELECT FROM line v WHERE v.of_document = b.document_id AND v.of_line = b.line_no AND v.reverses)
UNION ALL
SELECT concat_ws(' ', 'payment', n.posting_id, y.day, 'before its receipt', n.receipt_id, p.day)
FROM supplier_payment_receipt n
JOIN supplier_payment y ON y.posting_id = n.posting_id
JOIN purchase p ON p.posting_id = n.receipt_id
WHERE y.day < p.day
UNION ALL
SELECT concat_ws(' ', 'payment', r.posting_id, r.day, 'before the one it reverses', y.posting_id, y.day)
FROM supplier_payment r JOIN supplier_payment y ON y.posting_id = r.reverses
WHERE r.day < y.day
UNION ALL
SELECT concat_ws(' ', 'adjustment', a.posting_id, a.day, 'before its receipt', a.receipt_id, p.day)
FROM supplier_adjustment a JOIN purchase p ON p.posting_id = a.receipt_id
WHERE a.day < p.day
UNION ALL
SELECT concat_ws(' ', 'return', r.posting_id, r.day, 'before its receipt', r.receipt_id, p.day)
FROM supplier_return r JOIN purchase p ON p.posting_id = r.receipt_id
WHERE r.day < p.day
UNION ALL
SELECT concat_ws(' ', 'buy-back', u.posting_id, u.day, 'before the one it undoes', b.posting_id, b.day)
FROM buy_back u JOIN buy_back b ON b.posting_id = u.reverses AND b.line_no = u.line_no
WHERE u.day < b.day
UNION ALL
SELECT concat_ws(' ', 'payment', p.posting_id, p.day, 'before what it is for', f.of_posting, f.day)
FROM buyer_payment p
JOIN (
  SELECT n.posting_id, d.posting_id AS of_posting, d.day
  FROM buyer_payment_document n
  JOIN document d ON d.document_id = n.document_id
  UNION ALL SELECT r.posting_id, o.posting_id, o.day
  FROM buyer_payment r JOIN buyer_payment o ON o.posting_id = r.reverses
) f ON f.posting_id = p.posting_id
WHERE p.day < f.day
UNION ALL
SELECT concat_ws(' ', 'payment', p.posting_id, p.day, 'before what it is of', f.of_posting, f.day)
FROM supermarket_payment p
JOIN (
  SELECT q.posting_id, s.posting_id AS of_posting, s.to_day AS day
  FROM supermarket_payment q JOIN supermarket_settlement s ON s.posting_id = q.settlement_id
  UNION ALL SELECT r.posting_id, o.posting_id, o.day
  FROM supermarket_payment r JOIN supermarket_payment o ON o.posting_id = r.reverses
) f ON f.posting_id = p.posting_id
WHERE p.day < f.day
UNION ALL
-- Acts without a day of their own go by the posting's number: one that follows another began after it was done.
SELECT concat_ws(' ', f.name, f.posting_id, 'before', f.of_posting)
FROM (
  SELECT 'transfer end' AS name, e.posting_id, e.transfer_id AS of_posting FROM transfer_end e
  UNION ALL SELECT 'count line', l.posting_id, l.count_id FROM stock_count_line l
  UNION ALL SELECT 'end of count', c.ended_by, c.count_id FROM stock_count c WHERE c.ended_by IS NOT NULL
  UNION ALL SELECT 'release', e.posting_id, e.reservation_id FROM reservation_end e
  UNION ALL SELECT 'undo', p.posting_id, p.undoes FROM posting p WHERE p.undoes IS NOT NULL
  UNION ALL SELECT 'end of order', e.posting_id, e.order_id FROM canteen_order_end e
  UNION ALL SELECT 'delivery', d.posting_id, d.order_id FROM canteen_delivery d
  UNION ALL SELECT 'acceptance', a.posting_id, a.delivery_id FROM canteen_acceptance a
  UNION ALL SELECT 'invoice', i.posting_id, i.acceptance_id FROM canteen_invoice i
  UNION ALL SELECT 'end of agreement', e.posting_id, a.posting_id
    FROM agreement_end e JOIN agreement a ON a.agreement_id = e.agreement_id
) f
WHERE f.posting_id <= f.of_posting
