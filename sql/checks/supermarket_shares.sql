-- What of an order line a supermarket settled, owes and paid is what its settlements say, cut to the fen; settlements
-- of one do not overlap, deduct no more than they settle, and are paid no more than is due; reversals are of payments.
SELECT concat_ws(' ', 'share', coalesce(s.claim_id, w.claim_id), 'is', s.settled, s.due, s.paid, 'should be', w.settled,
  w.due, w.paid) AS example
FROM supermarket_share s
FULL JOIN supermarket_share_wanted w ON w.claim_id = s.claim_id
WHERE (s.settlement_id, s.settled, s.due, s.paid) IS DISTINCT FROM (w.settlement_id, w.settled, w.due, w.paid)
UNION ALL
SELECT concat_ws(' ', 'settlement', s.settlement_id, 'overlaps', o.settlement_id)
FROM supermarket_settled s
JOIN supermarket_settled o ON o.channel_id = s.channel_id AND o.settlement_id > s.settlement_id
  AND o.from_day <= s.to_day AND o.to_day >= s.from_day
UNION ALL
SELECT concat_ws(' ', 'settlement', s.settlement_id, 'settles', s.settled, 'due', s.due, 'paid', s.paid)
FROM supermarket_settled s
WHERE s.due < 0 OR s.paid < 0 OR s.paid > s.due
UNION ALL
SELECT concat_ws(' ', 'payment', r.posting_id, 'of', r.amount, 'reverses', o.posting_id, 'of', o.amount)
FROM supermarket_payment r
JOIN supermarket_payment o ON o.posting_id = r.reverses
WHERE (r.amount, r.settlement_id, r.method) IS DISTINCT FROM (-o.amount, o.settlement_id, o.method)
  OR o.reverses IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'payment', p.posting_id, 'of settlement', s.posting_id, 'which is undone')
FROM supermarket_payment p
JOIN supermarket_settlement s ON s.posting_id = p.settlement_id
JOIN posting u ON u.undoes = s.posting_id
WHERE p.reverses IS NULL AND NOT EXISTS (SELECT FROM supermarket_payment r WHERE r.reverses = p.posting_id)
UNION ALL
SELECT concat_ws(' ', 'terms', c.posting_id, 'of channel', c.channel_id, 'which is of no supermarket')
FROM supermarket_contract c
LEFT JOIN channel h ON h.channel_id = c.channel_id
WHERE h.kind IS DISTINCT FROM 'supermarket'
UNION ALL
SELECT concat_ws(' ', 'sheet', t.file_id, 'of', t.from_day, t.to_day, 'of another import')
FROM supermarket_sheet t
LEFT JOIN import_file f ON f.file_id = t.file_id
WHERE (f.posting_id, f.channel_id) IS DISTINCT FROM (t.posting_id, t.channel_id)
