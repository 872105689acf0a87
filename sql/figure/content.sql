-- What is published of a month: its sums, breakdowns, files, close and people, as canonical JSON.

CREATE OR REPLACE FUNCTION canonical(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF jsonb_typeof(value) = 'object' THEN
    RETURN '{' || coalesce((
      SELECT string_agg(to_json(e.key)::text || ':' || canonical(e.value), ',' ORDER BY e.key COLLATE "C")
      FROM jsonb_each(value) e), '') || '}';
  ELSIF jsonb_typeof(value) = 'array' THEN
    RETURN '[' || coalesce((
      SELECT string_agg(canonical(e.value), ',' ORDER BY e.n)
      FROM jsonb_array_elements(value) WITH ORDINALITY AS e(value, n)), '') || ']';
  END IF;
  RETURN value::text;
END $$;
COMMENT ON FUNCTION canonical IS
  'JSON as RFC 8785 writes it, so that the same content is the same bytes: keys in order, no spaces. Its numbers are '
  'whole, and its keys ASCII.';

CREATE OR REPLACE FUNCTION sums_of(gross numeric, refunds numeric, duplicates numeric, excluded numeric,
  pending numeric, counted numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('gross', gross::numeric(16,2)::text, 'refunds', refunds::numeric(16,2)::text,
  'duplicates', duplicates::numeric(16,2)::text, 'excluded', excluded::numeric(16,2)::text,
  'pending', pending::numeric(16,2)::text, 'counted', counted::numeric(16,2)::text);
COMMENT ON FUNCTION sums_of IS
  'The sums that lead to the figure as JSON, in yuan with two decimals.';

CREATE OR REPLACE FUNCTION figure_sums(parts daily_bridge[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  channels  jsonb;
  products  jsonb;
  suppliers jsonb;
  days      jsonb;
  headline  jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) || r.sums ORDER BY r.code), '[]')
  INTO channels
  FROM (
    SELECT c.code, c.name, sums_of(sum(s.gross), sum(s.refunds), sum(s.duplicates), sum(s.excluded), sum(s.pending),
      sum(s.counted)) AS sums
    FROM unnest(parts) AS s JOIN channel c ON c.channel_id = s.channel_id
    GROUP BY c.code, c.name
    HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending))
  ) r;
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name, 'unit', r.unit,
      'quantity', r.quantity::numeric(17,3)::text) || r.sums ORDER BY r.code), '[]') INTO products
  FROM (
    SELECT coalesce(p.sku, '') AS code, coalesce(p.name, '') AS name, coalesce(p.unit, '') AS unit,
      sum(s.quantity) AS quantity, sums_of(sum(s.gross), sum(s.refunds), sum(s.duplicates), sum(s.excluded),
        sum(s.pending), sum(s.counted)) AS sums
    FROM unnest(parts) AS s LEFT JOIN product p ON p.product_id = s.product_id
    GROUP BY p.sku, p.name, p.unit
    HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending))
  ) r;
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name, 'missing', r.missing) || r.sums
      ORDER BY r.code, r.missing), '[]') INTO suppliers
  FROM (
    SELECT coalesce(u.code, '') AS code, coalesce(u.name, '') AS name,
      CASE WHEN s.supplier_id <> 0 THEN '' WHEN s.product_id = 0 THEN 'listing' ELSE 'supplier' END AS missing,
      sums_of(sum(s.gross), sum(s.refunds), sum(s.duplicates), sum(s.excluded), sum(s.pending), sum(s.counted)) AS sums
    FROM unnest(parts) AS s LEFT JOIN supplier u ON u.supplier_id = s.supplier_id
    GROUP BY u.code, u.name, CASE WHEN s.supplier_id <> 0 THEN '' WHEN s.product_id = 0 THEN 'listing'
      ELSE 'supplier' END
    HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending))
  ) r;
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.day::text, 'name', '') || r.sums ORDER BY r.day), '[]')
  INTO days
  FROM (
    SELECT s.day, sums_of(sum(s.gross), sum(s.refunds), sum(s.duplicates), sum(s.excluded), sum(s.pending),
      sum(s.counted)) AS sums
    FROM unnest(parts) AS s
    GROUP BY s.day
    HAVING is_active(sum(s.gross), sum(s.refunds), sum(s.quantity), sum(s.duplicates), sum(s.excluded), sum(s.pending))
  ) r;
  SELECT sums_of(coalesce(sum(s.gross), 0), coalesce(sum(s.refunds), 0), coalesce(sum(s.duplicates), 0),
    coalesce(sum(s.excluded), 0), coalesce(sum(s.pending), 0), coalesce(sum(s.counted), 0)) INTO headline
  FROM unnest(parts) AS s;
  RETURN jsonb_build_object('headline', headline, 'by_channel', channels, 'by_product', products,
    'by_supplier', suppliers, 'by_day', days);
END $$;
COMMENT ON FUNCTION figure_sums IS
  'The sums of a month and its breakdowns as JSON, from the parts of its days.';

CREATE OR REPLACE FUNCTION figure_rules(wanted date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('verdict', r.verdict, 'rule', r.rule, 'lines', r.lines,
      'gross', r.gross::numeric(16,2)::text, 'refunds', r.refunds::numeric(16,2)::text)
      ORDER BY r.verdict, r.rule), '[]')
    FROM (
      SELECT a.verdict, a.rule, sum(a.lines) AS lines, sum(a.gross) AS gross, sum(a.refunds) AS refunds
      FROM (
        SELECT l.verdict, l.rule, count(*) AS lines,
          coalesce(sum(l.amount) FILTER (WHERE l.side = 'sale'), 0) AS gross,
          coalesce(-sum(l.amount) FILTER (WHERE l.side = 'refund'), 0) AS refunds
        FROM line l
        WHERE l.book_month = wanted
        GROUP BY l.verdict, l.rule
        UNION ALL
        SELECT r.verdict, r.rule, r.sign, CASE WHEN l.side = 'sale' THEN r.sign * l.amount ELSE 0 END,
          CASE WHEN l.side = 'refund' THEN -r.sign * l.amount ELSE 0 END
        FROM restated_part r
        JOIN line l ON l.document_id = r.document_id AND l.line_no = r.line_no AND l.book_month = r.book_month
        WHERE r.month = wanted
      ) a
      GROUP BY a.verdict, a.rule
      HAVING sum(a.lines) <> 0
    ) r);
END $$;
COMMENT ON FUNCTION figure_rules IS
  'A month by verdict and rule, as JSON.';

CREATE OR REPLACE FUNCTION figure_rule_sets(wanted date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.rule_set_id), '[]')
    FROM rule_set r
    WHERE r.rule_set_id IN (
      SELECT l.rule_set_id FROM line l WHERE l.book_month = wanted
      UNION
      SELECT coalesce(nullif(n.rule_set_after, 0), l.rule_set_id)
      FROM restated_line n
      JOIN line l ON l.document_id = n.document_id AND l.line_no = n.line_no AND l.book_month = n.book_month
      WHERE n.to_month = wanted));
END $$;
COMMENT ON FUNCTION figure_rule_sets IS
  'The rule sets that judged the lines of a month, as JSON.';

CREATE OR REPLACE FUNCTION figure_files(wanted date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('import', f.file_id, 'name', f.name, 'part', f.part,
      'channel', c.code, 'sha256', f.sha256, 'redacted_sha256', f.redacted_sha256, 'rows', f.rows)
      ORDER BY f.file_id), '[]')
    FROM import_file f
    JOIN channel c ON c.channel_id = f.channel_id
    WHERE f.file_id IN (
      SELECT d.file_id FROM document d WHERE d.book_month = wanted
      UNION
      SELECT d.file_id
      FROM restated_part r
      JOIN document d ON d.document_id = r.document_id AND d.book_month = r.book_month
      WHERE r.month = wanted));
END $$;
COMMENT ON FUNCTION figure_files IS
  'The files that the documents of a month came from, with their hashes, as JSON.';

CREATE OR REPLACE FUNCTION figure_close(wanted date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('posting', c.posting_id, 'at', instant_text(p.recorded_at), 'login', p.recorded_by,
      'operator', p.operator, 'documents', c.documents, 'lines', c.lines, 'signed', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'kind', s.kind, 'channel', s.channel,
          'many', s.many, 'amount', s.amount::text, 'example', s.example, 'reason', s.reason) ORDER BY s.key), '[]')
        FROM month_signature s WHERE s.posting_id = c.posting_id))
    FROM month_close c
    JOIN posting p ON p.posting_id = c.posting_id
    WHERE c.month = wanted);
END $$;
COMMENT ON FUNCTION figure_close IS
  'Who closed a month, when, and what was signed for, as JSON.';

CREATE OR REPLACE FUNCTION instant_text(instant timestamptz) RETURNS text
LANGUAGE sql STABLE
RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
COMMENT ON FUNCTION instant_text IS
  'An instant in UTC, to the second, whatever the zone of the session.';

CREATE OR REPLACE FUNCTION json_of(content bytea) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN convert_from(content, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
COMMENT ON FUNCTION json_of IS
  'The JSON that bytes hold; null where they hold none.';
