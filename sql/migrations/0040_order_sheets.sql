-- Order sheets of canteens: which order was made of which.

CREATE TABLE canteen_sheet (
  posting_id bigint NOT NULL,
  digest     text NOT NULL,
  file       text NOT NULL,
  sheet      text NOT NULL,
  CONSTRAINT canteen_sheet_pkey PRIMARY KEY (posting_id),
  CONSTRAINT canteen_sheet_order_known FOREIGN KEY (posting_id) REFERENCES canteen_order (posting_id),
  CONSTRAINT canteen_sheet_digest_shape CHECK (digest ~ '^[0-9a-f]{64}$'),
  CONSTRAINT canteen_sheet_file_short CHECK (char_length(file) <= 500),
  CONSTRAINT canteen_sheet_sheet_short CHECK (char_length(sheet) <= 100)
);
CREATE INDEX canteen_sheet_digest ON canteen_sheet (digest);
COMMENT ON TABLE canteen_sheet IS
  'An order that came as a sheet of the buyer''s own, a file''s or one of a workbook''s.';
COMMENT ON COLUMN canteen_sheet.digest IS
  'SHA-256, in hexadecimal, of what the sheet says: buyer, day, title and rows. The same sheet makes one order.';
