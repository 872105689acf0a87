-- A buy-back that was entered by mistake is taken back by lines of its own, below zero, that name what they take back.
ALTER TABLE buy_back ADD COLUMN reverses bigint;
ALTER TABLE buy_back DROP CONSTRAINT buy_back_positive;
ALTER TABLE buy_back ADD CONSTRAINT buy_back_positive CHECK (CASE WHEN reverses IS NULL
  THEN quantity > 0 AND quantity < 'NaN' AND amount >= 0 AND amount < 'NaN'
  ELSE quantity < 0 AND amount <= 0 END);
ALTER TABLE buy_back ADD CONSTRAINT buy_back_reverses_known FOREIGN KEY (reverses, line_no)
  REFERENCES buy_back (posting_id, line_no);
ALTER TABLE buy_back ADD CONSTRAINT buy_back_reversed_once UNIQUE (reverses, line_no);
COMMENT ON COLUMN buy_back.reverses IS 'The buy-back whose line of the same number this one takes back, below zero.';

ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'settle') THEN quantity < 0 AND value <= 0
  WHEN kind = 'buy_back' THEN sign(quantity) * value >= 0
  WHEN kind IN ('build', 'adjust') THEN true
  ELSE quantity > 0 AND value >= 0 END);
