-- Every signed agreement that stands, a row a product: those that somebody entered, by number, and those that imported
-- sheets tell of, by the sheet's order. Quantities in base units, amounts in yuan. In no report's sums.
CREATE OR REPLACE VIEW agreement_standing AS
SELECT a.agreement_id, NULL::text AS order_no, NULL::bigint AS file_id, a.day, a.at, a.channel_id, a.buyer_id,
  l.line_no,
  l.product_id, l.supplier_id, l.quantity, l.amount, p.operator
FROM agreement a
JOIN agreement_line l ON l.agreement_id = a.agreement_id
JOIN posting p ON p.posting_id = a.posting_id
WHERE NOT EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = a.agreement_id)
UNION ALL
SELECT NULL, c.order_no, v.file_id, business_day(s.paid_at, g.timezone, g.day_start), s.paid_at, c.channel_id, NULL,
  coalesce(q.part_no, 1), q.product_id, r.supplier_id, (v.quantity * q.quantity)::numeric(14,3),
  share_of(v.goods, q.share_before, q.share, q.share_total), p.operator
FROM claim_snapshot v
JOIN claim c ON c.claim_id = v.claim_id AND c.value_id = v.snapshot_id
JOIN claim_snapshot s ON s.snapshot_id = c.status_id
JOIN import_file f ON f.file_id = v.file_id
JOIN posting p ON p.posting_id = f.posting_id
LEFT JOIN listing_part q ON q.listing_id = v.listing_id
LEFT JOIN product r ON r.product_id = q.product_id
CROSS JOIN programme g
WHERE v.signed AND s.paid_at IS NOT NULL;
