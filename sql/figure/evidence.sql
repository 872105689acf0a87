-- What a folder of evidence holds of a published version: a view a file, named as the file is, with its columns. Their
-- words, types and keys are in evidence/tables.json. Those that belong to a version have of_month and of_version.

CREATE OR REPLACE VIEW published_line AS
SELECT v.month AS of_month, v.version AS of_version, v.posting_id AS published, c.*
FROM figure_version v
JOIN line_counted c ON c.month = v.month AND c.since <= v.posting_id
  AND (c.until IS NULL OR c.until > v.posting_id);
COMMENT ON VIEW published_line IS
  'The lines of each version that was published, as it counts them.';

CREATE OR REPLACE VIEW evidence_lines AS
SELECT l.of_month, l.of_version, l.document_id AS document, l.line_no AS line, l.cells
FROM published_line l;
COMMENT ON VIEW evidence_lines IS
  'The lines of a version, each as a row of CSV.';

CREATE OR REPLACE VIEW evidence_verdicts AS
SELECT v.month AS of_month, v.version AS of_version, r.said ->> 'verdict' AS verdict, r.said ->> 'rule' AS rule,
  r.said ->> 'lines' AS lines, r.said ->> 'gross' AS gross, r.said ->> 'refunds' AS refunds
FROM figure_version v
CROSS JOIN LATERAL (
  SELECT x.said FROM jsonb_array_elements(json_of(v.content) -> 'by_rule') AS x(said)
) r;
COMMENT ON VIEW evidence_verdicts IS
  'What the lines of a version count as, and why, as published. Yuan.';

CREATE OR REPLACE VIEW evidence_decisions AS
SELECT w.of_month, w.of_version, w.decision, w."group",
  to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, p.operator AS by, p.reason,
  u.posting_id AS undone
FROM (
  SELECT l.of_month, l.of_version, l.published, d.posting_id AS decision, d.group_id AS "group"
  FROM duplicate_decision d
  JOIN duplicate_decided s ON s.posting_id = d.posting_id AND s.unit > 0
  JOIN published_line l ON l.claim_id = s.unit / 1000 AND d.posting_id <= l.published
  UNION
  SELECT l.of_month, l.of_version, l.published, d.posting_id, d.group_id
  FROM duplicate_decision d
  JOIN duplicate_decided s ON s.posting_id = d.posting_id AND s.unit < 0
  JOIN published_line l ON l.document_id = (-s.unit) / 65536 AND l.line_no = (-s.unit) % 65536
    AND d.posting_id <= l.published
) w
JOIN posting p ON p.posting_id = w.decision
LEFT JOIN posting u ON u.undoes = w.decision AND u.posting_id <= w.published;
COMMENT ON VIEW evidence_decisions IS
  'The decisions, undone ones too, on sales of which a version has lines.';

CREATE OR REPLACE VIEW evidence_decided AS
SELECT d.of_month, d.of_version, d.decision, s.unit AS sale, s.same::text AS same,
  (EXISTS (SELECT FROM duplicate_choice x WHERE x.decision_id = d.decision AND x.unit = s.unit))::text AS chosen,
  CASE WHEN s.unit > 0 THEN s.unit / 1000 END AS claim, CASE WHEN s.unit < 0 THEN (-s.unit) / 65536 END AS document,
  CASE WHEN s.unit < 0 THEN (-s.unit) % 65536 END AS line
FROM evidence_decisions d
JOIN duplicate_decided s ON s.posting_id = d.decision;
COMMENT ON VIEW evidence_decided IS
  'The sales of these decisions.';

CREATE OR REPLACE VIEW published_claim AS
SELECT l.of_month, l.of_version, l.published, l.claim_id
FROM published_line l
WHERE l.claim_id IS NOT NULL
UNION
SELECT d.of_month, d.of_version, v.posting_id, d.claim
FROM evidence_decided d
JOIN figure_version v ON v.month = d.of_month AND v.version = d.of_version
WHERE d.claim IS NOT NULL;
COMMENT ON VIEW published_claim IS
  'The order lines that a version has lines of, and those that somebody decided to be the same as one of them, or not.';

CREATE OR REPLACE VIEW evidence_claims AS
SELECT p.of_month, p.of_version, c.claim_id AS claim, c.platform, c.order_no, c.line_no
FROM published_claim p
JOIN claim c ON c.claim_id = p.claim_id;
COMMENT ON VIEW evidence_claims IS
  'The order lines that a version rests on.';

CREATE OR REPLACE VIEW evidence_snapshots AS
SELECT p.of_month, p.of_version, s.snapshot_id AS snapshot, 'order' AS kind, s.claim_id AS claim, s.file_id AS import,
  s.row_no AS "row", s.outcome, s.goods AS amount,
  to_char(s.paid_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, s.order_status AS status,
  s.aftersale_status AS refund_status, s.province
FROM published_claim p
JOIN claim_snapshot s ON s.claim_id = p.claim_id
JOIN import_file f ON f.file_id = s.file_id AND f.posting_id <= p.published
UNION ALL
SELECT p.of_month, p.of_version, s.snapshot_id, 'case', a.claim_id, s.file_id, s.row_no, s.outcome, s.cash,
  to_char(s.back_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), s.status, '', NULL
FROM published_claim p
JOIN aftersale a ON a.claim_id = p.claim_id
JOIN aftersale_snapshot s ON s.aftersale_id = a.aftersale_id
JOIN import_file f ON f.file_id = s.file_id AND f.posting_id <= p.published;
COMMENT ON VIEW evidence_snapshots IS
  'What rows of files said of these order lines, and of after-sale cases of them, until the version was published. '
  'Yuan.';

CREATE OR REPLACE VIEW evidence_files AS
SELECT f.file_id AS import, f.name, f.part, c.code AS channel, f.platform, f.profile, f.sha256, f.redacted_sha256,
  f.rows, to_char(f.snapshot_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS snapshot_at,
  to_char(f.imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS imported_at, f.posting_id AS posting,
  (EXISTS (SELECT FROM import_redaction r WHERE r.file_id = f.file_id))::text AS redacted_anew,
  concat('rows/', f.file_id, '.csv') AS copy
FROM import_file f
JOIN channel c ON c.channel_id = f.channel_id;
COMMENT ON VIEW evidence_files IS
  'The imported files; of these and of what follows a folder has those that its lines and other tables point at.';

CREATE OR REPLACE VIEW evidence_rule_sets AS
SELECT r.rule_set_id AS rule_set, r.from_day, r.recognition::text AS recognition,
  array_to_json(r.origins)::text AS origins, r.certificates, array_to_json(r.provinces)::text AS provinces,
  r.supermarket, r.subsidies, r.tourism, r.posting_id AS posting,
  to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, p.operator AS by, p.reason
FROM rule_set r
LEFT JOIN posting p ON p.posting_id = r.posting_id;
COMMENT ON VIEW evidence_rule_sets IS
  'The rule sets.';

CREATE OR REPLACE VIEW evidence_certificates AS
SELECT c.certificate_id AS certificate, p.sku, u.code AS supplier, c.number, c.batch, c.from_day, c.to_day, c.source,
  c.posting_id AS posting
FROM certificate c
JOIN product p ON p.product_id = c.product_id
LEFT JOIN supplier u ON u.supplier_id = c.supplier_id;
COMMENT ON VIEW evidence_certificates IS
  'The certificates of products.';

CREATE OR REPLACE VIEW evidence_channels AS
SELECT h.code AS channel, h.name, h.kind, h.platform, h.province
FROM channel h;
COMMENT ON VIEW evidence_channels IS
  'The channels.';

CREATE OR REPLACE VIEW evidence_products AS
SELECT p.sku, p.name, p.unit, p.origin
FROM product p;
COMMENT ON VIEW evidence_products IS
  'The products.';

CREATE OR REPLACE VIEW evidence_suppliers AS
SELECT u.code AS supplier, u.name, u.kind
FROM supplier u;
COMMENT ON VIEW evidence_suppliers IS
  'The suppliers.';

CREATE OR REPLACE VIEW published_chain AS
WITH RECURSIVE chain AS (
  SELECT v.month AS of_month, v.version AS of_version, v.sha256
  FROM figure_version v
  UNION
  SELECT c.of_month, c.of_version, b.sha256
  FROM chain c
  JOIN figure_version v ON v.sha256 = c.sha256
  JOIN figure_version b ON b.sha256 IN (v.previous, v.earlier)
)
SELECT c.of_month, c.of_version, v.month, v.version, v.sha256, v.previous, v.earlier, v.posting_id, v.content
FROM chain c
JOIN figure_version v ON v.sha256 = c.sha256;
COMMENT ON VIEW published_chain IS
  'A published version, and all that it names, or that those name: earlier versions, and earlier months.';

CREATE OR REPLACE VIEW evidence_versions AS
SELECT c.of_month, c.of_version, to_char(c.month, 'YYYY-MM') AS month, c.version, c.sha256, c.previous, c.earlier,
  c.posting_id AS posting, s.seal_no AS seal,
  concat('versions/', to_char(c.month, 'YYYY-MM'), '.', c.version, '.json') AS content
FROM published_chain c
LEFT JOIN seal_posting s ON s.posting_id = c.posting_id
  AND EXISTS (SELECT FROM seal e WHERE e.seal_no = s.seal_no);
COMMENT ON VIEW evidence_versions IS
  'These versions, each with the seal that covers it.';

CREATE OR REPLACE VIEW evidence_bridge_lines AS
SELECT v.month AS of_month, v.version AS of_version, f.version, b.step, b.document_id AS document, b.line_no AS line,
  b.day, h.code AS channel, p.sku, b.amount, to_char(b.from_month, 'YYYY-MM') AS from_month,
  to_char(b.to_month, 'YYYY-MM') AS to_month, b.verdict_before, b.verdict_after, b.gross, b.refunds, b.duplicates,
  b.excluded, b.pending, b.counted
FROM figure_version v
JOIN figure_version f ON f.month = v.month AND f.version BETWEEN 2 AND v.version
JOIN bridge_part b ON b.posting_id = f.posting_id AND b.month = f.month
JOIN channel h ON h.channel_id = b.channel_id
LEFT JOIN product p ON p.product_id = b.product_id;
COMMENT ON VIEW evidence_bridge_lines IS
  'The lines of the bridges that lead to a version, from the first on. Yuan.';

CREATE OR REPLACE VIEW evidence_bridges AS
SELECT b.of_month, b.of_version, b.version, b.step, count(*) AS lines, sum(b.gross) AS gross,
  sum(b.refunds) AS refunds, sum(b.duplicates) AS duplicates, sum(b.excluded) AS excluded, sum(b.pending) AS pending,
  sum(b.counted) AS counted
FROM evidence_bridge_lines b
GROUP BY b.of_month, b.of_version, b.version, b.step;
COMMENT ON VIEW evidence_bridges IS
  'The steps of these bridges. Yuan.';

CREATE OR REPLACE VIEW evidence_seals AS
SELECT s.seal_no AS seal, s.previous, s.root, s.postings,
  to_char(s.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, s.sealed_by AS by,
  s.posting_id AS posting, s.hash AS sha256
FROM seal s;
COMMENT ON VIEW evidence_seals IS
  'The seals until now.';

CREATE OR REPLACE VIEW evidence_seal_tables AS
SELECT t.seal_no AS seal, t.of_table AS "table", t.columns, t.rows, t.root, t.blocks
FROM seal_table t
WHERE EXISTS (SELECT FROM seal s WHERE s.seal_no = t.seal_no);
COMMENT ON VIEW evidence_seal_tables IS
  'What these seals have of each table.';

CREATE OR REPLACE VIEW line_span AS
SELECT c.document_id AS document, c.line_no AS line, c.month, c.since, c.until
FROM line_counted c;
COMMENT ON VIEW line_span IS
  'In which month each line is counted, from an act on and before another one.';
