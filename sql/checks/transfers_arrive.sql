-- What a transfer sent left its location, and what of it arrived came into the other, at the same cost; never more.
SELECT concat_ws(' ', 'transfer', l.transfer_id, 'line', l.line_no, 'sent', l.quantity, 'ended', e.quantity) AS example
FROM transfer_line l
JOIN transfer t ON t.transfer_id = l.transfer_id
LEFT JOIN (SELECT transfer_id, line_no, sum(quantity) AS quantity, sum(value) AS value FROM transfer_ended
           GROUP BY transfer_id, line_no) e ON e.transfer_id = l.transfer_id AND e.line_no = l.line_no
LEFT JOIN stock_move m ON m.posting_id = l.transfer_id AND m.move_no = l.line_no
WHERE e.quantity > l.quantity OR e.value > l.value OR e.quantity = l.quantity AND e.value <> l.value
  OR (m.kind, m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value) IS DISTINCT FROM
    ('send', t.from_location, l.product_id, l.lot_id, l.quantity, l.value)
UNION ALL
SELECT concat_ws(' ', 'posting', coalesce(e.posting_id, m.posting_id), 'arrived', e.quantity, 'came in', m.quantity)
FROM (SELECT posting_id, sum(quantity) AS quantity, sum(value) AS value FROM transfer_end WHERE NOT lost
  GROUP BY posting_id) e
FULL JOIN (SELECT posting_id, sum(quantity) AS quantity, sum(value) AS value FROM stock_move WHERE kind = 'arrive'
           GROUP BY posting_id) m ON m.posting_id = e.posting_id
WHERE (e.quantity, e.value) IS DISTINCT FROM (m.quantity, m.value)
