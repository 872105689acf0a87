-- Units beside the base unit, what was entered in them, and who let expired goods be sold.

CREATE TABLE product_unit (
  product_id  bigint NOT NULL,
  unit        text NOT NULL,
  numerator   bigint NOT NULL,
  denominator bigint NOT NULL,
  CONSTRAINT product_unit_pkey PRIMARY KEY (product_id, unit),
  CONSTRAINT product_unit_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT product_unit_plain CHECK (unit ~ '^[^[:space:][:cntrl:][:digit:][:punct:]]{1,20}$'),
  CONSTRAINT product_unit_plausible CHECK (numerator BETWEEN 1 AND 1000000000 AND denominator BETWEEN 1 AND 1000000000)
);
COMMENT ON TABLE product_unit IS 'A unit a product is bought or sold in beside its base unit: one of it holds numerator / denominator base units.';

ALTER TABLE line ADD COLUMN entered_unit text;
ALTER TABLE line ADD COLUMN entered_quantity numeric(14,3);
ALTER TABLE line ADD CONSTRAINT line_entered_together CHECK ((entered_unit IS NULL) = (entered_quantity IS NULL));
COMMENT ON COLUMN line.entered_unit IS 'The unit it was entered in, where that is not the base unit; quantity is in base units always.';
ALTER TABLE order_stage ADD COLUMN entered_unit text;
ALTER TABLE order_stage ADD COLUMN entered_quantity numeric(14,3);
ALTER TABLE import_line_stage ADD COLUMN entered_unit text;
ALTER TABLE import_line_stage ADD COLUMN entered_quantity numeric(14,3);

ALTER TABLE stock_move ADD COLUMN entered_unit text;
ALTER TABLE stock_move ADD COLUMN entered_quantity numeric(14,3);
ALTER TABLE stock_move ADD CONSTRAINT stock_move_entered_together CHECK
  ((entered_unit IS NULL) = (entered_quantity IS NULL));
COMMENT ON COLUMN stock_move.entered_unit IS 'The unit of the delivery note, where goods came in by another than the base unit.';
COMMENT ON COLUMN stock_move.cost IS 'Yuan for one unit, as received: for entered_unit, else for the base unit.';

CREATE TABLE expired_approval (
  posting_id  bigint NOT NULL,
  reason      text NOT NULL,
  approved_by text NOT NULL,
  CONSTRAINT expired_approval_pkey PRIMARY KEY (posting_id),
  CONSTRAINT expired_approval_said CHECK (reason <> '' AND approved_by <> '')
);
COMMENT ON TABLE expired_approval IS 'Why a sale took goods that had expired, and the second person who allowed it; the view expired_sale says which.';
