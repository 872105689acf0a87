-- What a seal covers: the facts, by table, with the columns that never change. The check seals_hold recomputes it.

CREATE OR REPLACE VIEW sealed_chunk AS
SELECT k.file_id, k.chunk_no, k.first_row, k.rows,
  CASE WHEN r.last_hash = k.hash THEN r.first_hash ELSE k.hash END AS content
FROM (SELECT c.*, encode(sha256(c.content), 'hex') AS hash FROM import_chunk c) k
LEFT JOIN (
  SELECT f.file_id, f.chunk_no, (array_agg(f.old_sha256 ORDER BY f.posting_id))[1] AS first_hash,
    (array_agg(f.new_sha256 ORDER BY f.posting_id DESC))[1] AS last_hash
  FROM import_redaction f
  GROUP BY f.file_id, f.chunk_no
) r ON r.file_id = k.file_id AND r.chunk_no = k.chunk_no;
COMMENT ON VIEW sealed_chunk IS
  'The chunks of redacted copies as they are sealed: by the hash of what was kept first, where what is there is '
  'what the last redaction made of it.';

CREATE OR REPLACE VIEW sealed_key AS
SELECT k.singleton, encode(sha256(k.key), 'hex') AS key, k.posting_id
FROM approval_key k;
COMMENT ON VIEW sealed_key IS
  'What the database signs its refusals with, as it is sealed: by its hash, since nobody may read it.';

CREATE OR REPLACE FUNCTION sealed_table() RETURNS TABLE (of_table text, source text, link text, parent text,
  columns text[], key text[], sorted text, defaults text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT f.of_table, coalesce(w.source, f.of_table), coalesce(w.link, 'posting_id'), w.parent, c.columns, k.key,
    k.sorted, c.defaults
  FROM guarded_table f
  LEFT JOIN (VALUES
    ('line', 'document', 'document_id', NULL), ('tender', 'document', 'document_id', NULL),
    ('shortage', 'document', 'document_id', NULL), ('agreement_line', 'agreement', 'agreement_id', NULL),
    ('import_chunk', 'import_file', 'file_id', 'sealed_chunk'), ('import_reject', 'import_file', 'file_id', NULL),
    ('import_total', 'import_file', 'file_id', NULL),
    ('claim_snapshot', 'import_file', 'file_id', NULL), ('aftersale_snapshot', 'import_file', 'file_id', NULL),
    ('claim', 'import_file', 'file_of(claim_id)', NULL),
    ('aftersale', 'import_file', 'file_of(aftersale_id)', NULL),
    ('settlement', 'import_file', 'file_of(settlement_id)', NULL),
    ('settlement_snapshot', 'import_file', 'file_id', NULL),
    ('transfer', NULL, 'transfer_id', NULL), ('transfer_line', NULL, 'transfer_id', NULL),
    ('stock_count', NULL, 'count_id', NULL), ('target', NULL, 'coalesce(posting_id, 0)', NULL),
    ('approval_key', NULL, 'posting_id', 'sealed_key')
  ) AS w(of_table, parent, link, source) ON w.of_table = f.of_table
  JOIN (
    SELECT s.of_table, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      string_agg(CASE WHEN d.adbin IS NULL OR a.attidentity <> '' THEN 'NULL'
        ELSE pg_get_expr(d.adbin, d.adrelid) || '::' || format_type(a.atttypid, a.atttypmod) END, ', '
        ORDER BY a.attnum) AS defaults
    FROM guarded_table s
    JOIN pg_attribute a ON a.attrelid = to_regclass(s.of_table) AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname <> ALL (s.changing)
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    GROUP BY s.of_table
  ) c ON c.of_table = f.of_table
  JOIN (
    SELECT s.of_table,
      array_agg(a.attname::text ORDER BY array_position(i.indkey::smallint[], a.attnum)) AS key,
      string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', '
        ORDER BY array_position(i.indkey::smallint[], a.attnum)) AS sorted
    FROM guarded_table s
    JOIN pg_index i ON i.indrelid = to_regclass(s.of_table) AND i.indisprimary
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    GROUP BY s.of_table
  ) k ON k.of_table = f.of_table
  WHERE f.sealed
  ORDER BY w.parent IS NOT NULL, f.of_table COLLATE "C";
END $$;
COMMENT ON FUNCTION sealed_table IS
  'The tables of facts: what their rows are read from, how the act of a row is found (`link` is its number, or that of '
  'a row of `parent`), the columns that never change, in the order they came, the key, how to sort by it, and what '
  'the columns are by default. Parents come first.';
