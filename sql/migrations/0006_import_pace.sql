-- What an import notes down, so that after-sale cases are judged, matched and posted without reading what they do not change.

ALTER TABLE import_aftersale ADD COLUMN merged boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN import_aftersale.merged IS 'Told for the first time, once: it is recorded as it stands, its line found.';
COMMENT ON COLUMN import_affected.staged IS 'Nothing of its sale is to be staged: it is in import_line_stage, or stands as it is.';
COMMENT ON COLUMN claim.aftersale IS 'What after-sale rows say of it where its sale depends on that: a word that nobody knows (unknown), or that money went back (back) of an order whose file does not say how much.';
