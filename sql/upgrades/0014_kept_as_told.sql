-- Runs once, after the functions, where migration 0014 ran: what was imported before gets its digest as it is now.
UPDATE import_file f SET digest = import_digest(f) WHERE f.digest IS NULL;
