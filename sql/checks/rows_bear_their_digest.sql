-- What is kept of each row of a file is what was read of it: its digest says so. A share of an order that was estimated
-- says the whole order's total, which is not kept. Equal lines were numbered after they were read.
SELECT concat_ws(' ', 'import', s.file_id, 'row', s.row_no, 'of', c.platform, c.order_no, c.line_no,
  'is not what was read') AS example
FROM claim_snapshot s
JOIN claim c ON c.claim_id = s.claim_id
LEFT JOIN listing l ON l.listing_id = s.listing_id
CROSS JOIN programme g
WHERE s.exact AND s.digest IS DISTINCT FROM claim_digest(s, c.order_no, c.line_no, l.code, g.timezone)
  AND NOT (c.line_no ~ '#[0-9]+$' AND s.digest IS NOT DISTINCT FROM
    claim_digest(s, c.order_no, regexp_replace(c.line_no, '#[0-9]+$', ''), l.code, g.timezone))
UNION ALL
SELECT concat_ws(' ', 'import', s.file_id, 'row', s.row_no, 'of case', a.platform, a.number,
  'is not what was read')
FROM aftersale_snapshot s
JOIN aftersale a ON a.aftersale_id = s.aftersale_id
CROSS JOIN programme g
WHERE s.digest <> aftersale_digest(s, a.number, g.timezone)
  AND NOT (a.number ~ '#[0-9]+$'
    AND s.digest = aftersale_digest(s, regexp_replace(a.number, '#[0-9]+$', ''), g.timezone))
