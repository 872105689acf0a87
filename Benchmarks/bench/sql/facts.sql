-- What an import writes at the least: its claims, snapshots, documents and lines, with their indexes, copied from tables
-- where they stand already. Nothing is read, staged, judged or added up.
DROP SCHEMA IF EXISTS facts CASCADE;
CREATE SCHEMA facts;
CREATE TABLE facts.claim (LIKE pengshui.claim INCLUDING ALL);
CREATE TABLE facts.claim_snapshot (LIKE pengshui.claim_snapshot INCLUDING ALL);
CREATE TABLE facts.document (LIKE pengshui.document INCLUDING ALL);
CREATE TABLE facts.line (LIKE pengshui.line INCLUDING ALL);
BEGIN;
INSERT INTO facts.claim SELECT * FROM pengshui.claim;
INSERT INTO facts.claim_snapshot SELECT * FROM pengshui.claim_snapshot;
INSERT INTO facts.document SELECT * FROM pengshui.document;
INSERT INTO facts.line SELECT * FROM pengshui.line;
COMMIT;
DROP SCHEMA facts CASCADE;
