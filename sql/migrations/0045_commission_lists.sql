-- Lists of commission (佣金订单明细): what the streamer of an order is to get, and got; beside the bills, in none of
-- their sums.

ALTER TABLE settlement_snapshot DROP CONSTRAINT settlement_snapshot_ledger_known;
ALTER TABLE settlement_snapshot ADD CONSTRAINT settlement_snapshot_ledger_known
  CHECK (ledger IN ('bill', 'account', 'payment', 'commission'));

-- Most lines are of bills: the others are found without reading these.
CREATE INDEX settlement_other_ledger ON settlement (channel_id, ledger) WHERE ledger <> 'bill';

COMMENT ON COLUMN settlement_snapshot.ledger IS
  'bill: settled order by order; account: movements of the platform''s account; payment: of a payment service; '
  'commission: a list of what streamers get, which says once more what bills deduct.';
COMMENT ON COLUMN settlement_snapshot.neutral IS
  'Yuan that the file counts as neither income nor expense; of a list of commission what is estimated.';
