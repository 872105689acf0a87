-- The claims whose sale is pending because their listing is not mapped.
CREATE OR REPLACE VIEW listing_waiting AS
SELECT v.listing_id, c.claim_id, p.amount
FROM claim_posted p
JOIN claim c ON c.claim_id = p.claim_id
JOIN claim_snapshot v ON v.snapshot_id = c.value_id
WHERE p.side = 'sale' AND p.verdict = 'pending' AND p.product_id IS NULL;
