-- Whether the quantity of a sale is rare says much of two that are equal.

ALTER TABLE duplicate_stage ADD COLUMN rare boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN duplicate_stage.rare IS
  'Whether no more than one of a hundred sales, or two in all, are of its quantity.';
