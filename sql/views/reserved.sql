-- What of each product is promised at a location: not released, and not past its day.
CREATE OR REPLACE VIEW reserved AS
SELECT r.location_id, l.product_id, sum(l.quantity) AS quantity
FROM reservation r
JOIN reservation_line l ON l.posting_id = r.posting_id
LEFT JOIN reservation_end e ON e.reservation_id = r.posting_id
CROSS JOIN programme g
WHERE e.reservation_id IS NULL AND r.until_day >= business_day(now(), g.timezone, g.day_start)
GROUP BY r.location_id, l.product_id;
