-- Goods of sales that decisions made duplicates come back on the day of the decision, whatever month the sale is of.

CREATE TABLE duplicate_goods (
  posting_id  bigint NOT NULL,
  document_id bigint NOT NULL,
  line_no     integer NOT NULL,
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  short       numeric(14,3) NOT NULL,
  CONSTRAINT duplicate_goods_pkey PRIMARY KEY (posting_id, document_id, line_no),
  CONSTRAINT duplicate_goods_something CHECK ((quantity <> 0 OR short <> 0) AND quantity < 'NaN' AND short < 'NaN')
);
CREATE INDEX duplicate_goods_line ON duplicate_goods (document_id, line_no);
CREATE INDEX duplicate_goods_place ON duplicate_goods (location_id, product_id);
COMMENT ON TABLE duplicate_goods IS
  'Goods of a sale that came back to stock since it is a duplicate, or went out again since it is none.';
COMMENT ON COLUMN duplicate_goods.quantity IS
  'What the moves of kind duplicate brought back for it; below zero what went out again.';
COMMENT ON COLUMN duplicate_goods.short IS
  'By how much more the sale is short of goods since: below zero what a duplicate is not short of any more.';

ALTER TABLE stock_move DROP CONSTRAINT stock_move_kind_known;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_kind_known CHECK (kind IN ('receive', 'issue', 'cancel', 'return',
  'send', 'arrive', 'waste', 'give_back', 'buy_back', 'build', 'adjust', 'settle', 'undo', 'duplicate'));
ALTER TABLE stock_move DROP CONSTRAINT stock_move_sign;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_sign CHECK (CASE
  WHEN kind IN ('issue', 'send', 'waste', 'give_back', 'settle') THEN quantity < 0 AND value <= 0
  WHEN kind IN ('buy_back', 'duplicate') THEN sign(quantity) * value >= 0
  WHEN kind IN ('build', 'adjust', 'undo') THEN true
  ELSE quantity > 0 AND value >= 0 END);
