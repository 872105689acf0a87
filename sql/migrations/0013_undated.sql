-- Sales that their status tells of, and no time: pending until a file tells when.

ALTER TABLE claim_snapshot DROP CONSTRAINT claim_snapshot_refund_known;
ALTER TABLE claim_snapshot ADD CONSTRAINT claim_snapshot_refund_known CHECK
  (refund IN ('none', 'full', 'amount_unknown', 'status_unknown', 'time_unknown') AND refunded IS NULL
    OR refund = 'part' AND refunded > 0);
