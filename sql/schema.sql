-- What has been applied to this schema. Made before the first migration.
CREATE TABLE IF NOT EXISTS schema_migration (
  number     integer PRIMARY KEY,
  name       text NOT NULL,
  checksum   text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS schema_state (
  singleton boolean PRIMARY KEY DEFAULT true,
  digest    text NOT NULL,
  CONSTRAINT schema_state_single CHECK (singleton)
);
COMMENT ON TABLE schema_migration IS 'The migrations applied, with the SHA-256 of their text.';
COMMENT ON TABLE schema_state IS 'The SHA-256 of the functions and views applied last.';
