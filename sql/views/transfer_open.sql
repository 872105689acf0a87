-- What of transfers arrived or was lost, and was not undone.
CREATE OR REPLACE VIEW transfer_ended AS
SELECT e.posting_id, e.transfer_id, e.line_no, e.quantity, e.value, e.lost
FROM transfer_end e
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = e.posting_id);

-- What of each transfer is still in transit.
CREATE OR REPLACE VIEW transfer_open AS
SELECT l.transfer_id, l.line_no, t.from_location, t.to_location, l.product_id, l.lot_id,
  l.quantity - coalesce(e.quantity, 0) AS quantity, l.value - coalesce(e.value, 0) AS value
FROM transfer_line l
JOIN transfer t ON t.transfer_id = l.transfer_id
LEFT JOIN (SELECT transfer_id, line_no, sum(quantity) AS quantity, sum(value) AS value FROM transfer_ended
           GROUP BY transfer_id, line_no) e ON e.transfer_id = l.transfer_id AND e.line_no = l.line_no
WHERE l.quantity > coalesce(e.quantity, 0)
  AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = l.transfer_id);
