-- Runs once, after the functions, where migration 0023 ran: what an earlier program noted of a line's cases where its order
-- says by itself how much went back. Nothing depended on it; a check compares it now.
UPDATE claim c SET aftersale = 'none'
WHERE c.aftersale = 'back' AND NOT EXISTS (
  SELECT FROM claim_snapshot s WHERE s.snapshot_id = c.status_id AND s.refund = 'amount_unknown');
