-- Files say which province goods go to.
ALTER TABLE claim_snapshot ADD COLUMN province text;
COMMENT ON COLUMN claim_snapshot.province IS
  'The province that the row sends the goods to, by its short name; empty: a place that is none; null: it says '
  'nothing.';
ALTER TABLE claim ADD COLUMN province text;
COMMENT ON COLUMN claim.province IS
  'The province of the newest live snapshot that says one (claim_winner), likewise.';
ALTER TABLE line ADD COLUMN destination text;
COMMENT ON COLUMN line.destination IS
  'The province that its file said when it was posted, likewise; line.province is what it is judged by (sold_to).';
ALTER TABLE import_stage ADD COLUMN province text;
ALTER TABLE import_line_stage ADD COLUMN destination text;
