-- Where facts go without foreign keys, their parents exist all the same. Of a line's document document_totals says it,
-- of an order line's snapshots claims_are_as_reported.
SELECT concat_ws(' ', 'line', l.document_id, l.line_no, 'without its channel, product, supplier or month') AS example
FROM line l
LEFT JOIN channel c ON c.channel_id = l.channel_id
LEFT JOIN product p ON p.product_id = l.product_id
LEFT JOIN supplier s ON s.supplier_id = l.supplier_id
LEFT JOIN book_month m ON m.month = l.book_month
WHERE c.channel_id IS NULL OR m.month IS NULL
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
SELECT concat_ws(' ', f.of_table, f.posting_id, 'without its posting')
FROM (
  SELECT 'transfer' AS of_table, transfer_id AS posting_id FROM transfer
  UNION ALL SELECT 'end of transfer', posting_id FROM transfer_end
  UNION ALL SELECT 'count', count_id FROM stock_count
  UNION ALL SELECT 'end of count', ended_by FROM stock_count WHERE ended_by IS NOT NULL
  UNION ALL SELECT 'count line', posting_id FROM stock_count_line
  UNION ALL SELECT 'settled shortage', posting_id FROM shortage_settled
  UNION ALL SELECT 'goods of a duplicate', posting_id FROM duplicate_goods
  UNION ALL SELECT 'approval', posting_id FROM expired_approval
  UNION ALL SELECT 'agreement', posting_id FROM agreement
  UNION ALL SELECT 'end of agreement', posting_id FROM agreement_end
  UNION ALL SELECT 'delivery of agreement', posting_id FROM agreement_delivery
  UNION ALL SELECT 'fair', posting_id FROM fair
  UNION ALL SELECT 'release', posting_id FROM reservation_end
  UNION ALL SELECT 'order of canteen', posting_id FROM canteen_order
  UNION ALL SELECT 'end of order', posting_id FROM canteen_order_end
  UNION ALL SELECT 'delivery', posting_id FROM canteen_delivery
  UNION ALL SELECT 'acceptance', posting_id FROM canteen_acceptance
  UNION ALL SELECT 'invoice', posting_id FROM canteen_invoice
  UNION ALL SELECT 'payment of buyer', posting_id FROM buyer_payment
  UNION ALL SELECT 'answer to a statement', posting_id FROM statement_answer
  UNION ALL SELECT 'weekly order', posting_id FROM weekly_order
  UNION ALL SELECT 'area', posting_id FROM reserve_area
  UNION ALL SELECT 'rule of the reserve', posting_id FROM reserve_rule
  UNION ALL SELECT 'food budget', posting_id FROM reserve_budget
  UNION ALL SELECT 'unit of an order', posting_id FROM order_unit
  UNION ALL SELECT 'host of orders', posting_id FROM order_host
  UNION ALL SELECT 'visitors', posting_id FROM tourism_visit
  UNION ALL SELECT 'terms of supermarket', posting_id FROM supermarket_contract
  UNION ALL SELECT 'sheet of supermarket', posting_id FROM supermarket_sheet
  UNION ALL SELECT 'settlement of supermarket', posting_id FROM supermarket_settlement
  UNION ALL SELECT 'payment of supermarket', posting_id FROM supermarket_payment
  UNION ALL SELECT 'rate of a fee', posting_id FROM fee_rate
  UNION ALL SELECT 'import', posting_id FROM import_file
) f
WHERE NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = f.posting_id)
UNION ALL
SELECT concat_ws(' ', f.of_table, f.id, 'without what it is of')
FROM (
  SELECT 'line of agreement' AS of_table, l.agreement_id AS id FROM agreement_line l
  WHERE NOT EXISTS (SELECT FROM agreement a WHERE a.agreement_id = l.agreement_id)
  UNION ALL SELECT 'end of agreement', e.agreement_id FROM agreement_end e
  WHERE NOT EXISTS (SELECT FROM agreement a WHERE a.agreement_id = e.agreement_id)
  UNION ALL SELECT 'delivery of agreement', coalesce(e.agreement_id, e.posting_id) FROM agreement_delivery e
  WHERE e.agreement_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement a WHERE a.agreement_id = e.agreement_id)
    OR e.order_no IS NOT NULL AND NOT EXISTS (
      SELECT FROM claim c JOIN claim_snapshot v ON v.claim_id = c.claim_id AND v.signed
      WHERE c.order_no = e.order_no)
    OR NOT EXISTS (SELECT FROM document d WHERE d.document_id = e.document_id)
  UNION ALL SELECT 'visitors', v.posting_id FROM tourism_visit v
  WHERE NOT EXISTS (
    SELECT FROM document d JOIN channel h ON h.channel_id = d.channel_id AND h.kind = 'tourism'
    WHERE d.document_id = v.document_id AND d.kind = 'sale')
  UNION ALL SELECT 'visitors by province', w.posting_id FROM tourism_visitor w
  WHERE NOT EXISTS (SELECT FROM tourism_visit v WHERE v.posting_id = w.posting_id)
  UNION ALL SELECT 'deduction', d.posting_id FROM supermarket_deduction d
  WHERE NOT EXISTS (SELECT FROM supermarket_settlement s WHERE s.posting_id = d.posting_id)
  UNION ALL SELECT 'payment of supermarket', y.settlement_id FROM supermarket_payment y
  WHERE NOT EXISTS (SELECT FROM supermarket_settlement s WHERE s.posting_id = y.settlement_id)
  UNION ALL SELECT 'rate of a fee', r.posting_id FROM fee_rate r
  WHERE NOT EXISTS (SELECT FROM channel c WHERE c.channel_id = r.channel_id)
  UNION ALL SELECT 'stand of fair', s.posting_id FROM fair_stand s
  WHERE NOT EXISTS (SELECT FROM fair f WHERE f.posting_id = s.posting_id)
  UNION ALL SELECT 'weekly order, lines', w.posting_id FROM weekly_order w
  WHERE NOT EXISTS (SELECT FROM weekly_order_line l WHERE l.posting_id = w.posting_id)
    OR NOT EXISTS (SELECT FROM weekly_order f WHERE f.posting_id = w.weekly_id AND f.weekly_id = w.weekly_id)
  UNION ALL SELECT 'line of weekly order', l.posting_id FROM weekly_order_line l
  WHERE NOT EXISTS (SELECT FROM weekly_order w WHERE w.posting_id = l.posting_id)
  UNION ALL SELECT 'order of a week', m.posting_id FROM weekly_order_made m
  WHERE NOT EXISTS (SELECT FROM canteen_order o JOIN weekly_order w ON w.buyer_id = o.buyer_id
    WHERE o.posting_id = m.posting_id AND w.posting_id = m.weekly_id)
  UNION ALL SELECT 'sheet of an order', s.posting_id FROM canteen_sheet s
  WHERE NOT EXISTS (SELECT FROM canteen_order o WHERE o.posting_id = s.posting_id)
  UNION ALL SELECT 'unit of an order', o.file_id FROM order_unit o
  WHERE NOT EXISTS (SELECT FROM import_file f WHERE f.file_id = o.file_id)
  UNION ALL SELECT 'host of orders', o.file_id FROM order_host o
  WHERE NOT EXISTS (SELECT FROM import_file f WHERE f.file_id = o.file_id)
  UNION ALL SELECT 'line of reservation', l.posting_id FROM reservation_line l
  WHERE NOT EXISTS (SELECT FROM reservation r WHERE r.posting_id = l.posting_id)
  UNION ALL SELECT 'reservation, lines', r.posting_id FROM reservation r
  WHERE NOT EXISTS (SELECT FROM reservation_line l WHERE l.posting_id = r.posting_id)
  UNION ALL SELECT 'release', e.reservation_id FROM reservation_end e
  WHERE NOT EXISTS (SELECT FROM reservation r WHERE r.posting_id = e.reservation_id)
  UNION ALL SELECT 'line of count', l.count_id FROM stock_count_line l
  WHERE NOT EXISTS (SELECT FROM stock_count c WHERE c.count_id = l.count_id)
  UNION ALL SELECT 'chunk of import', k.file_id FROM import_chunk k
  WHERE NOT EXISTS (SELECT FROM import_file f WHERE f.file_id = k.file_id)
  UNION ALL SELECT 'rejected row of import', j.file_id FROM import_reject j
  WHERE NOT EXISTS (SELECT FROM import_file f WHERE f.file_id = j.file_id)
) f
