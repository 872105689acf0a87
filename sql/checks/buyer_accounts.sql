-- A payment of a buyer is for no more than it is, and for sales on account of that buyer; a reversal is of its payment.
-- What a buyer said of a statement is of lines of that buyer's.
SELECT concat_ws(' ', 'payment', p.posting_id, 'of', p.amount, 'for documents', n.amount) AS example
FROM buyer_payment p
JOIN (
  SELECT n.posting_id, sum(n.amount) AS amount,
    bool_and(coalesce(d.buyer_id = q.buyer_id AND d.receivable > 0 AND d.kind = 'sale', false)) AS own
  FROM buyer_payment_document n
  JOIN buyer_payment q ON q.posting_id = n.posting_id
  LEFT JOIN document d ON d.document_id = n.document_id
  GROUP BY n.posting_id
) n ON n.posting_id = p.posting_id
WHERE abs(n.amount) > abs(p.amount) OR NOT n.own
UNION ALL
SELECT concat_ws(' ', 'payment', p.posting_id, 'of', p.amount, 'reverses', o.posting_id, 'of', o.amount)
FROM buyer_payment p
JOIN buyer_payment o ON o.posting_id = p.reverses
WHERE (p.amount, p.buyer_id, p.method) IS DISTINCT FROM (-o.amount, o.buyer_id, o.method) OR o.reverses IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'payment', r.posting_id, 'reverses', r.reverses, 'for', n.document_id, n.amount, o.amount)
FROM buyer_payment r
LEFT JOIN (
  buyer_payment_document n FULL JOIN (
    SELECT q.posting_id, t.document_id, t.amount FROM buyer_payment q
    JOIN buyer_payment_document t ON t.posting_id = q.reverses
  ) o ON o.posting_id = n.posting_id AND o.document_id = n.document_id
) ON coalesce(n.posting_id, o.posting_id) = r.posting_id
WHERE r.reverses IS NOT NULL AND n.amount IS DISTINCT FROM -o.amount
UNION ALL
SELECT concat_ws(' ', 'answer', n.posting_id, a.answer, 'for', n.entry_id, 'of buyer', e.buyer_id)
FROM statement_answer_entry n
LEFT JOIN statement_answer a ON a.posting_id = n.posting_id
LEFT JOIN (
  SELECT l.posting_id, l.buyer_id FROM buyer_entry l
  UNION SELECT o.posting_id, o.buyer_id FROM canteen_order o
) e ON e.posting_id = n.entry_id
WHERE a.buyer_id IS DISTINCT FROM e.buyer_id OR a.buyer_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'answer', a.posting_id, a.answer, 'for nothing')
FROM statement_answer a
WHERE NOT EXISTS (SELECT FROM statement_answer_entry n WHERE n.posting_id = a.posting_id)
