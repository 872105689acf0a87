-- Tenders and receivable are goods and freight.
SELECT concat_ws(' ', d.document_id, 'goods', d.total, 'freight', d.freight, 'receivable', d.receivable,
  'tenders', t.amount) AS example
FROM document d
LEFT JOIN (SELECT document_id, sum(amount) AS amount FROM tender GROUP BY document_id) t
  ON t.document_id = d.document_id
WHERE d.total + d.freight <> d.receivable + coalesce(t.amount, 0)
