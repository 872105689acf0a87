CREATE OR REPLACE VIEW aftersale_waiting AS
SELECT a.aftersale_id,
  CASE WHEN a.state = 'back' AND a.claim_id IS NOT NULL THEN least(a.cash, u.over) ELSE a.cash END AS over,
  CASE
    WHEN a.state = 'unknown' THEN 'status_unknown'
    WHEN a.claim_id IS NOT NULL THEN 'refund_over'
    WHEN EXISTS (SELECT FROM claim c
      WHERE c.order_no = a.order_no AND c.platform = a.platform AND c.value_id IS NOT NULL) THEN 'line_unknown'
    ELSE 'order_unknown'
  END AS rule
FROM aftersale a
LEFT JOIN LATERAL (
  SELECT sum(b.cash) - (
    SELECT coalesce(v.cash, v.goods) + v.freight  -- which some platforms refund with the goods
    FROM claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    WHERE c.claim_id = a.claim_id) AS over
  FROM aftersale b
  WHERE b.claim_id = a.claim_id AND b.state = 'back' AND (b.back_at, b.number) <= (a.back_at, a.number)
) u ON a.state = 'back' AND a.claim_id IS NOT NULL
WHERE a.state = 'unknown' OR a.state = 'back' AND (a.claim_id IS NULL OR a.cash > 0 AND u.over > 0);
COMMENT ON VIEW aftersale_waiting IS
  'The after-sale cases that refund nothing yet, or not all they say, and why: their order is not there, their '
  'item names several lines of it, their status is a word that nobody knows, or more went back than was paid. `over` '
  'is the cash that finds nothing to refund. One scan of the cases, and each looked up alone: who asks for those '
  'of one file should not read those of years.';

CREATE OR REPLACE VIEW listing_waiting AS
SELECT v.listing_id, c.claim_id, p.amount
FROM claim_posted p
JOIN claim c ON c.claim_id = p.claim_id
JOIN claim_snapshot v ON v.snapshot_id = c.value_id
WHERE p.side = 'sale' AND p.verdict = 'pending' AND p.product_id IS NULL;
COMMENT ON VIEW listing_waiting IS
  'The claims whose sale is pending because their listing is not mapped.';

CREATE OR REPLACE FUNCTION pending_rows(file bigint) RETURNS bigint
-- What waits is little, and is looked up; as constants of an array it is compared by hash, whatever is expected.
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_nestloop = on
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  waiting bigint[] := ARRAY(
    SELECT p.claim_id FROM claim_posted p
    WHERE p.side = 'sale' AND p.verdict = 'pending'
      AND p.claim_id IN (SELECT l.claim_id FROM line l WHERE l.verdict = 'pending'));  -- those have an index
BEGIN
  RETURN (
    SELECT count(DISTINCT k.row_no)
    FROM claim_snapshot k
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file) AND k.claim_id = ANY (waiting)
  ) + (
    SELECT count(DISTINCT k.row_no)
    FROM aftersale_snapshot k
    JOIN aftersale_waiting w ON w.aftersale_id = k.aftersale_id
    WHERE k.snapshot_id BETWEEN first_in(file) AND last_in(file));
END $$;
COMMENT ON FUNCTION pending_rows IS
  'How many rows of a file are pending: their sales, and their after-sale cases that wait.';
