-- A Merkle tree over the lines of a version, hashed as RFC 9162 says (2.1.1): one line can be shown without others.

CREATE OR REPLACE FUNCTION csv_cell(value text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN value ~ '[",\r\n]'
  THEN '"' || replace(translate(value, E'\r\n', '  '), '"', '""') || '"' ELSE value END;
COMMENT ON FUNCTION csv_cell IS
  'A text as a cell of a row of CSV, which is one line: line feeds are spaces.';

CREATE OR REPLACE FUNCTION merkle_root(leaves bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
DECLARE
  nodes bytea := coalesce(nullif(leaves, ''), sha256(''));
  pairs integer;
BEGIN
  WHILE length(nodes) > 32 LOOP
    pairs := length(nodes) / 64;
    -- A node that is left over goes up as it is.
    SELECT string_agg(sha256('\x01'::bytea || substr(nodes, 64 * i + 1, 64)), ''::bytea ORDER BY i)
      || substr(nodes, 64 * pairs + 1) INTO nodes
    FROM generate_series(0, pairs - 1) AS i;
  END LOOP;
  RETURN encode(nodes, 'hex');
END $$;
COMMENT ON FUNCTION merkle_root IS
  'The root over hashes of leaves, 32 bytes each, one after the other; over none, the SHA-256 of nothing.';

CREATE OR REPLACE FUNCTION line_columns() RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'document,line,kind,book_month,of_document,of_line,reverses,judged,claim,part,import,rule_set,certificate,'
  'province,way,fact,day,side,channel,sku,supplier,verdict,rule,quantity,amount';
COMMENT ON FUNCTION line_columns IS
  'The columns of a line as a row of CSV.';

CREATE OR REPLACE VIEW line_counted AS
SELECT s.month, s.since, s.until, s.document_id, s.line_no, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
  s.quantity, s.amount, s.verdict, s.rule, s.rule_set_id, s.certificate_id, s.claim_id, d.file_id,
  concat(s.document_id, ',', s.line_no, ',', d.kind, ',', to_char(s.book_month, 'YYYY-MM'), ',', s.of_document, ',',
    s.of_line, ',', CASE WHEN s.reverses THEN 'true' ELSE 'false' END, ',', s.judged, ',', s.claim_id, ',',
    s.part, ',', d.file_id, ',', s.rule_set_id, ',', s.certificate_id, ',', s.province, ',', s.way, ',',
    csv_cell(s.fact), ',', to_char(s.day, 'YYYY-MM-DD'), ',', s.side, ',', csv_cell(h.code), ',', csv_cell(p.sku),
    ',', csv_cell(u.code), ',', s.verdict, ',', s.rule, ',', s.quantity, ',', s.amount) AS cells,
  s.book_month, s.fact, s.province, s.way
FROM (
  SELECT l.book_month AS month, 0::bigint AS since, f.first_posting AS until, l.book_month, l.document_id, l.line_no,
    l.day, l.side, l.channel_id, l.product_id, l.supplier_id, l.quantity, l.amount, l.verdict, l.rule, l.fact,
    l.rule_set_id, l.certificate_id, l.province, l.way, l.claim_id, l.part, l.of_document, l.of_line, l.reverses,
    l.judged
  FROM line l
  LEFT JOIN (
    SELECT r.document_id, r.line_no, min(r.posting_id) AS first_posting
    FROM restated_line r
    GROUP BY r.document_id, r.line_no
  ) f ON f.document_id = l.document_id AND f.line_no = l.line_no
  UNION ALL
  SELECT r.to_month, r.posting_id, r.next_posting, l.book_month, l.document_id, l.line_no, l.day, l.side, l.channel_id,
    l.product_id, l.supplier_id, l.quantity, l.amount, r.verdict_after, r.rule_after,
    CASE WHEN j.rule_set_after IS NULL THEN l.fact ELSE j.fact_after END,
    coalesce(nullif(j.rule_set_after, 0), l.rule_set_id), r.certificate_after, r.province_after, l.way, l.claim_id,
    l.part, l.of_document, l.of_line, l.reverses, l.judged
  FROM (
    SELECT n.*, lead(n.posting_id) OVER (PARTITION BY n.document_id, n.line_no ORDER BY n.posting_id) AS next_posting
    FROM restated_line n
  ) r
  JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
  LEFT JOIN LATERAL (
    SELECT a.rule_set_after, a.fact_after
    FROM restated_line a
    WHERE a.document_id = r.document_id AND a.line_no = r.line_no AND a.posting_id <= r.posting_id
      AND a.rule_set_after IS NOT NULL
    ORDER BY a.posting_id DESC LIMIT 1
  ) j ON true
) s
JOIN document d ON d.document_id = s.document_id AND d.book_month = s.book_month
JOIN channel h ON h.channel_id = s.channel_id
LEFT JOIN product p ON p.product_id = s.product_id
LEFT JOIN supplier u ON u.supplier_id = s.supplier_id;
COMMENT ON VIEW line_counted IS
  'Where and how each line is counted, from an act on (since) and before another one (until, null: until now): as it '
  'was posted, then as each restatement counts it. `cells` is the line as a row of CSV (line_columns), which is a leaf '
  'of the tree. Yuan, base units.';

CREATE OR REPLACE FUNCTION figure_leaves(wanted date, batch bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_nestloop = off AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('count', count(*), 'columns', line_columns(), 'merkle_root',
      merkle_root(string_agg(sha256('\x00'::bytea || convert_to(c.cells, 'UTF8')), ''::bytea
        ORDER BY c.document_id, c.line_no)))
    FROM line_counted c
    WHERE c.month = wanted AND c.since <= batch AND (c.until IS NULL OR c.until > batch));
END $$;
COMMENT ON FUNCTION figure_leaves IS
  'How many lines a month counts as of an act, and the root of the Merkle tree over them, in the order of documents: '
  'as JSON.';
