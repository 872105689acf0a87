-- Tourism (帮扶旅游): products that are services and have no stock, and where visitors came from, in numbers alone.

ALTER TABLE product ADD COLUMN service boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN product.service IS 'A service, such as a ticket or a night on a farm: it has no stock.';

CREATE TABLE tourism_visit (
  posting_id  bigint NOT NULL,
  document_id bigint NOT NULL,
  reduction   text NOT NULL,
  CONSTRAINT tourism_visit_pkey PRIMARY KEY (posting_id),
  CONSTRAINT tourism_visit_reduction_short CHECK (char_length(reduction) <= 100)
);
CREATE INDEX tourism_visit_document ON tourism_visit (document_id);
COMMENT ON TABLE tourism_visit IS
  'What somebody said of the visitors of a sale: the last that nobody has undone holds (tourism_standing).';
COMMENT ON COLUMN tourism_visit.reduction IS 'What its discount was given for, such as 山东游客半价; empty for none.';

CREATE TABLE tourism_visitor (
  posting_id bigint NOT NULL,
  province   text NOT NULL,
  people     integer NOT NULL,
  CONSTRAINT tourism_visitor_pkey PRIMARY KEY (posting_id, province),
  CONSTRAINT tourism_visitor_visit_known FOREIGN KEY (posting_id) REFERENCES tourism_visit (posting_id),
  CONSTRAINT tourism_visitor_province_known FOREIGN KEY (province) REFERENCES province (name),
  CONSTRAINT tourism_visitor_people_plausible CHECK (people BETWEEN 1 AND 1000000)
);
COMMENT ON TABLE tourism_visitor IS 'How many visitors of a sale came from a province: nothing of any of them.';
