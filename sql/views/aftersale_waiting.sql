-- The after-sale cases that take nothing back yet, and why: their order is not there, their item names several
-- lines of it, or their status is a word that nobody knows.
CREATE OR REPLACE VIEW aftersale_waiting AS
SELECT a.aftersale_id,
  CASE
    WHEN a.state = 'unknown' THEN 'status_unknown'
    WHEN EXISTS (SELECT FROM claim c
      WHERE c.order_no = a.order_no AND c.platform = a.platform AND c.value_id IS NOT NULL) THEN 'line_unknown'
    ELSE 'order_unknown'
  END AS rule
FROM aftersale a
WHERE a.state = 'unknown' OR a.state = 'back' AND a.claim_id IS NULL;
