-- Orders are posted from what was asked, without a staging table between.
DROP TABLE order_stage;
COMMENT ON TABLE import_line_stage IS
  'Lines that an import is about to post, keyed by posting; emptied in the same transaction.';
COMMENT ON COLUMN import_line_stage.document_id IS
  'The negative ordinal of the document in the posting: its number is drawn when it is posted.';
COMMENT ON COLUMN import_line_stage.of_document IS
  'With of_line: the line that it takes back, staged (negative) or posted.';
