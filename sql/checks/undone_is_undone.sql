-- An undo moves back what the act it undoes had moved, and agreements add up.
SELECT concat_ws(' ', 'undo', u.posting_id, 'of', u.undoes, 'product', coalesce(a.product_id, b.product_id), 'lot',
  coalesce(a.lot_id, b.lot_id), 'moved', a.quantity, 'moved back', b.quantity) AS example
FROM posting u
JOIN (SELECT DISTINCT m.posting_id FROM stock_move m WHERE m.kind = 'undo') k ON k.posting_id = u.posting_id
CROSS JOIN LATERAL (
  SELECT m.location_id, m.product_id, m.document_id, m.line_no, max(m.lot_id) AS lot_id, sum(m.quantity) AS quantity
  FROM stock_move m WHERE m.posting_id = u.posting_id AND m.kind = 'undo'
  GROUP BY m.location_id, m.product_id, m.document_id, m.line_no
) b
LEFT JOIN LATERAL (
  SELECT m.location_id, m.product_id, max(m.lot_id) AS lot_id, sum(m.quantity) AS quantity
  FROM stock_move m
  WHERE m.posting_id = u.undoes AND m.location_id = b.location_id AND m.product_id = b.product_id
    AND m.document_id IS NOT DISTINCT FROM b.document_id AND m.line_no IS NOT DISTINCT FROM b.line_no
  GROUP BY m.location_id, m.product_id
) a ON true
WHERE a.quantity IS DISTINCT FROM -b.quantity
UNION ALL
SELECT concat_ws(' ', 'undo', u.posting_id, 'of', u.undoes, 'that is not there')
FROM posting u
WHERE u.undoes IS NOT NULL AND NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = u.undoes)
UNION ALL
SELECT concat_ws(' ', 'agreement', a.agreement_id, 'total', a.total, 'lines', l.amount)
FROM agreement a
LEFT JOIN (SELECT agreement_id, sum(amount) AS amount FROM agreement_line GROUP BY agreement_id) l
  ON l.agreement_id = a.agreement_id
WHERE a.total IS DISTINCT FROM l.amount
UNION ALL
SELECT concat_ws(' ', 'undo', u.posting_id, 'of', u.undoes, 'moved back nothing')
FROM posting u
WHERE u.undoes IS NOT NULL
  AND EXISTS (SELECT FROM stock_move m WHERE m.posting_id = u.undoes AND m.document_id IS NULL)
  AND NOT EXISTS (SELECT FROM stock_move m WHERE m.posting_id = u.posting_id AND m.kind = 'undo')
UNION ALL
SELECT concat_ws(' ', 'end of agreement', e.agreement_id, 'by', e.posting_id, 'that undoes', p.undoes)
FROM agreement_end e
LEFT JOIN agreement a ON a.agreement_id = e.agreement_id
LEFT JOIN posting p ON p.posting_id = e.posting_id
WHERE p.undoes IS DISTINCT FROM a.posting_id
UNION ALL
SELECT concat_ws(' ', 'agreement', a.agreement_id, 'undone by', u.posting_id, 'stands')
FROM agreement a
JOIN posting p ON p.posting_id = a.posting_id AND p.document_id = a.agreement_id
JOIN posting u ON u.undoes = a.posting_id
WHERE NOT EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = a.agreement_id)
UNION ALL
SELECT concat_ws(' ', 'agreement', a.agreement_id, 'of posting', a.posting_id, 'that posted nothing')
FROM agreement a
JOIN posting p ON p.posting_id = a.posting_id
WHERE p.document_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'agreement', l.agreement_id, 'lines', count(*), 'the last is', max(l.line_no))
FROM agreement_line l GROUP BY l.agreement_id HAVING count(*) <> max(l.line_no)
