-- A sale may deliver an agreement that an imported sheet reports, which has no number: the sheet's order names it.

ALTER TABLE agreement_delivery ALTER COLUMN agreement_id DROP NOT NULL;
ALTER TABLE agreement_delivery ADD COLUMN channel_id bigint;
ALTER TABLE agreement_delivery ADD COLUMN order_no text COLLATE "C";
ALTER TABLE agreement_delivery ADD CONSTRAINT agreement_delivery_of_one
  CHECK ((agreement_id IS NULL) = (order_no IS NOT NULL) AND (order_no IS NULL) = (channel_id IS NULL));
ALTER TABLE agreement_delivery ADD CONSTRAINT agreement_delivery_channel_known
  FOREIGN KEY (channel_id) REFERENCES channel (channel_id);
COMMENT ON COLUMN agreement_delivery.agreement_id IS
  'The agreement, where somebody entered it; null where a sheet reports it.';
COMMENT ON COLUMN agreement_delivery.order_no IS
  'The order of the imported sheet that reports the agreement, unique within its channel (channel_id).';
