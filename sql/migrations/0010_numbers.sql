-- No amount and no quantity is NaN, which is above every number. Some programmes have these constraints already: their
-- release wrote them into 0008 and 0009.
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_entered_together;
ALTER TABLE line ADD CONSTRAINT line_entered_together CHECK
  ((entered_unit IS NULL) = (entered_quantity IS NULL) AND entered_quantity < 'NaN');
ALTER TABLE stock_move DROP CONSTRAINT IF EXISTS stock_move_entered_together;
ALTER TABLE stock_move ADD CONSTRAINT stock_move_entered_together CHECK
  ((entered_unit IS NULL) = (entered_quantity IS NULL) AND entered_quantity < 'NaN');
ALTER TABLE supplier_return DROP CONSTRAINT IF EXISTS supplier_return_positive;
ALTER TABLE supplier_return ADD CONSTRAINT supplier_return_positive CHECK
  (quantity > 0 AND quantity < 'NaN' AND amount >= 0 AND amount < 'NaN');
ALTER TABLE supplier_payment_receipt DROP CONSTRAINT IF EXISTS supplier_payment_receipt_a_number;
ALTER TABLE supplier_payment_receipt ADD CONSTRAINT supplier_payment_receipt_a_number CHECK (amount < 'NaN');
ALTER TABLE buy_back DROP CONSTRAINT IF EXISTS buy_back_positive;
ALTER TABLE buy_back ADD CONSTRAINT buy_back_positive CHECK
  (quantity > 0 AND quantity < 'NaN' AND amount >= 0 AND amount < 'NaN');
