-- Fairs (展销会): events with a place, days and stands; and the sales that deliver what agreements promised.

CREATE TABLE fair (
  posting_id bigint NOT NULL,
  code       text NOT NULL,
  name       text NOT NULL,
  place      text NOT NULL,
  from_day   date NOT NULL,
  to_day     date NOT NULL,
  channel_id bigint NOT NULL,
  CONSTRAINT fair_pkey PRIMARY KEY (posting_id),
  CONSTRAINT fair_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT fair_name_given CHECK (name <> ''),
  CONSTRAINT fair_name_short CHECK (char_length(name) <= 200),
  CONSTRAINT fair_place_given CHECK (place <> ''),
  CONSTRAINT fair_place_short CHECK (char_length(place) <= 200),
  CONSTRAINT fair_days_in_order CHECK (from_day <= to_day)
);
COMMENT ON TABLE fair IS
  'A fair (展销会): what sells there by its channel on its days, and at its stands, is its sales.';

CREATE TABLE fair_stand (
  posting_id  bigint NOT NULL,
  location_id bigint NOT NULL,
  CONSTRAINT fair_stand_pkey PRIMARY KEY (posting_id, location_id),
  CONSTRAINT fair_stand_fair_known FOREIGN KEY (posting_id) REFERENCES fair (posting_id),
  CONSTRAINT fair_stand_location_known FOREIGN KEY (location_id) REFERENCES location (location_id)
);
COMMENT ON TABLE fair_stand IS 'A location that is a stand of a fair, of no other fair.';

CREATE TABLE agreement_delivery (
  posting_id   bigint NOT NULL,
  agreement_id bigint NOT NULL,
  document_id  bigint NOT NULL,
  CONSTRAINT agreement_delivery_pkey PRIMARY KEY (posting_id),
  CONSTRAINT agreement_delivery_agreement_known FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id)
);
CREATE INDEX agreement_delivery_document ON agreement_delivery (document_id);
COMMENT ON TABLE agreement_delivery IS 'A sale that delivers goods which an agreement promised to buy.';

-- A fair's code and an invoice's number are words as the code of a location is (0016).
DO $$
DECLARE
  word text := (
    SELECT pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c
    WHERE c.conrelid = 'location'::regclass AND c.conname = 'location_code_plain');
BEGIN
  EXECUTE format('ALTER TABLE fair ADD CONSTRAINT fair_code_plain CHECK (%s)', word);
  ALTER TABLE canteen_invoice DROP CONSTRAINT canteen_invoice_number_plain;
  EXECUTE format('ALTER TABLE canteen_invoice ADD CONSTRAINT canteen_invoice_number_plain CHECK (%s)',
    replace(word, 'code ~', 'number ~'));
END $$;
