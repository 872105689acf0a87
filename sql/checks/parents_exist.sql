-- Where facts go without foreign keys, their parents exist all the same.
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, 'without its document, channel, product, supplier or month') AS example
FROM line l
LEFT JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN channel c ON c.channel_id = l.channel_id
LEFT JOIN product p ON p.product_id = l.product_id
LEFT JOIN supplier s ON s.supplier_id = l.supplier_id
LEFT JOIN book_month m ON m.month = l.book_month
WHERE d.document_id IS NULL OR c.channel_id IS NULL OR m.month IS NULL
  OR l.product_id IS NOT NULL AND p.product_id IS NULL
  OR l.supplier_id IS NOT NULL AND s.supplier_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'document', d.document_id, 'without its posting, channel, location, buyer or file')
FROM document d
LEFT JOIN posting p ON p.posting_id = d.posting_id
LEFT JOIN channel c ON c.channel_id = d.channel_id
LEFT JOIN location o ON o.location_id = d.location_id
LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
LEFT JOIN import_file f ON f.file_id = d.file_id
WHERE p.posting_id IS NULL OR c.channel_id IS NULL OR d.location_id IS NOT NULL AND o.location_id IS NULL
  OR d.buyer_id IS NOT NULL AND b.buyer_id IS NULL OR d.file_id IS NOT NULL AND f.file_id IS NULL
UNION ALL
SELECT concat_ws(' ', 'tender', t.document_id, t.tender_no, 'without its document')
FROM tender t WHERE NOT EXISTS (SELECT FROM document d WHERE d.document_id = t.document_id)
UNION ALL
SELECT concat_ws(' ', 'stock move', m.posting_id, m.move_no, 'without its posting, location or product')
FROM stock_move m
WHERE NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = m.posting_id)
  OR NOT EXISTS (SELECT FROM location o WHERE o.location_id = m.location_id)
  OR NOT EXISTS (SELECT FROM product p WHERE p.product_id = m.product_id)
UNION ALL
SELECT concat_ws(' ', 'order line', c.platform, c.order_no, c.line_no, 'without the snapshots that it lives by')
FROM claim c
LEFT JOIN claim_snapshot v ON v.snapshot_id = c.value_id
LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id
WHERE c.value_id IS NOT NULL AND (v.claim_id IS DISTINCT FROM c.claim_id OR s.claim_id IS DISTINCT FROM c.claim_id)
