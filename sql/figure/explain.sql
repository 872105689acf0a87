-- Explains the figure: down from a month to its lines and what they come from, up from an order to every version.

CREATE OR REPLACE FUNCTION explained_until(wanted date, number integer, OUT version integer, OUT until bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT v.version, v.posting_id INTO version, until
  FROM figure_version v
  WHERE v.month = wanted AND (v.version = number OR number IS NULL)
  ORDER BY v.version DESC LIMIT 1;
  IF NOT FOUND THEN
    IF number IS NOT NULL THEN
      PERFORM refuse('figure_unknown', jsonb_build_object('month', month_text(wanted), 'version', number));
    END IF;
    until := 9223372036854775807;
  END IF;
END $$;
COMMENT ON FUNCTION explained_until IS
  'The version of a month''s figure that is explained, and the act that made it: the newest where none is named. What '
  'was never published is explained as it stands. Raises figure_unknown.';

CREATE OR REPLACE FUNCTION figure_line(wanted date, until bigint, of_day date, of_channel bigint, of_product bigint,
  documents bigint[])
RETURNS TABLE (
  document_id bigint, line_no integer, book_month date, day date, side text, channel_id bigint, product_id bigint,
  supplier_id bigint, quantity numeric, amount numeric, claim_id bigint, judgement judgement, restated_by bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT c.document_id, c.line_no, c.book_month, c.day, c.side, c.channel_id, c.product_id, c.supplier_id, c.quantity,
    c.amount, c.claim_id,
    ROW(c.verdict, c.rule, c.fact, c.rule_set_id, c.certificate_id, c.province, c.way)::judgement, nullif(c.since, 0)
  FROM line_counted c
  WHERE c.month = wanted AND c.since <= figure_line.until AND (c.until IS NULL OR c.until > figure_line.until)
    AND (of_day IS NULL OR c.day = of_day) AND (of_channel IS NULL OR c.channel_id = of_channel)
    AND (of_product IS NULL OR coalesce(c.product_id, 0) = of_product)
    AND (documents IS NULL OR c.document_id = ANY (documents));
END $$;
COMMENT ON FUNCTION figure_line IS
  'The lines that are in a month''s figure, each once, as it was counted when an act had been posted: those booked in '
  'it, and those that restatements moved there; of a day, a channel (code number), a product (0 is none) or some '
  'documents, null is any. Quantities in base units, yuan.';

CREATE OR REPLACE FUNCTION explained_sums(wanted date, until bigint, step text, of_channel bigint, of_product bigint)
RETURNS TABLE (code text, name text, gross numeric, refunds numeric, duplicates numeric, excluded numeric,
  pending numeric, counted numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT k.code, k.name, sum(k.gross), sum(k.refunds), sum(k.duplicates), sum(k.excluded), sum(k.pending),
    sum(k.counted)
  FROM (
    SELECT CASE WHEN step = 'channel' THEN c.code WHEN step = 'product' THEN coalesce(p.sku, '')
        ELSE s.day::text END AS code,
      CASE WHEN step = 'channel' THEN c.name WHEN step = 'product' THEN coalesce(p.name, '') ELSE '' END AS name,
      s.gross, s.refunds, s.duplicates, s.excluded, s.pending, s.counted, s.quantity
    FROM daily_bridge s
    JOIN channel c ON c.channel_id = s.channel_id
    LEFT JOIN product p ON p.product_id = s.product_id
    WHERE s.month = wanted AND s.posting_id <= until AND (of_channel IS NULL OR s.channel_id = of_channel)
      AND (of_product IS NULL OR s.product_id = of_product)
  ) k
  GROUP BY k.code, k.name
  HAVING is_active(sum(k.gross), sum(k.refunds), sum(k.quantity), sum(k.duplicates), sum(k.excluded), sum(k.pending));
END $$;
COMMENT ON FUNCTION explained_sums IS
  'The sums of a month''s figure by channel, product or day, as they were when an act had been posted, of a '
  'channel and a product (0 is none); null is any. Yuan.';

CREATE OR REPLACE FUNCTION explained_documents(wanted date, until bigint, of_channel bigint, of_product bigint,
  of_day date)
RETURNS TABLE (document bigint, kind text, order_no text, lines bigint, gross numeric, refunds numeric,
  duplicates numeric, excluded numeric, pending numeric, counted numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT d.document_id, d.kind, coalesce(d.order_no, ''), s.lines, s.gross, s.refunds, s.duplicates, s.excluded,
    s.pending, s.counted
  FROM (
    SELECT l.document_id, l.book_month, count(*) AS lines,
      coalesce(sum(l.amount) FILTER (WHERE l.side = 'sale'), 0.00) AS gross,
      coalesce(-sum(l.amount) FILTER (WHERE l.side = 'refund'), 0.00) AS refunds,
      coalesce(sum(l.amount) FILTER (WHERE (l.judgement).verdict = 'duplicate'), 0.00) AS duplicates,
      coalesce(sum(l.amount) FILTER (WHERE (l.judgement).verdict = 'excluded'), 0.00) AS excluded,
      coalesce(sum(l.amount) FILTER (WHERE (l.judgement).verdict = 'pending'), 0.00) AS pending,
      coalesce(sum(l.amount) FILTER (WHERE (l.judgement).verdict = 'counted'), 0.00) AS counted
    FROM figure_line(wanted, until, of_day, of_channel, of_product, NULL) l
    GROUP BY l.document_id, l.book_month
  ) s
  JOIN document d ON d.document_id = s.document_id AND d.book_month = s.book_month;
END $$;
COMMENT ON FUNCTION explained_documents IS
  'The documents of a month''s figure, as it was when an act had been posted: their lines of a channel, a product (0 '
  'is none), a day; null is any. Yuan.';

CREATE OR REPLACE FUNCTION explained_lines(wanted date, until bigint, of_document bigint)
RETURNS TABLE (line integer, sku text, name text, quantity numeric, unit text, amount numeric, verdict text,
  rule text, certificate text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT l.line_no, coalesce(p.sku, ''), coalesce(p.name, ''), l.quantity, coalesce(p.unit, ''), l.amount,
    (l.judgement).verdict, (l.judgement).rule, coalesce(c.number, '')
  FROM figure_line(wanted, until, NULL, NULL, NULL, ARRAY[of_document]) l
  LEFT JOIN product p ON p.product_id = l.product_id
  LEFT JOIN certificate c ON c.certificate_id = (l.judgement).certificate_id;
END $$;
COMMENT ON FUNCTION explained_lines IS
  'The lines of a document that are in a month''s figure, as it was when an act had been posted. Base units, yuan.';

CREATE OR REPLACE FUNCTION explained_line(wanted date, until bigint, wanted_document bigint, wanted_line integer)
RETURNS TABLE (document bigint, line integer, kind text, order_no text, at text, month text, book_month text,
  channel text, sku text, name text, quantity numeric, unit text, amount numeric, verdict text, rule text, fact text,
  rules text, certificate text, certified text, province text, way text, of_document bigint, of_line integer,
  restatement text, import_id bigint, file text, "row" integer, sha256 text, redacted_sha256 text, recorded text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT l.document_id, l.line_no, d.kind, coalesce(d.order_no, ''), to_char(d.at, 'YYYY-MM-DD HH24:MI'),
    month_text(wanted), month_text(l.book_month), h.code, coalesce(p.sku, ''), coalesce(p.name, ''), l.quantity,
    coalesce(p.unit, ''), l.amount, (l.judgement).verdict, (l.judgement).rule, coalesce((l.judgement).fact, ''),
    coalesce(r.posting_id || ', ' || r.from_day, ''), coalesce(concat_ws(' ', c.number, nullif(c.batch, '')), ''),
    coalesce(c.from_day || ' – ' || c.to_day, ''), coalesce((l.judgement).province, ''),
    coalesce((l.judgement).way, ''), n.of_document, n.of_line,
    coalesce(concat_ws(' ', s.posting_id, to_char(s.recorded_at, 'YYYY-MM-DD HH24:MI'), s.reason), ''),
    v.file_id, coalesce(concat_ws('/', f.name, nullif(f.part, '')), ''), v.row_no, coalesce(f.sha256, ''),
    coalesce(f.redacted_sha256, ''), concat_ws(' ', to_char(q.recorded_at, 'YYYY-MM-DD HH24:MI'), q.operator,
      q.command)
  FROM figure_line(wanted, until, NULL, NULL, NULL, ARRAY[wanted_document]) l
  JOIN line n ON n.document_id = l.document_id AND n.line_no = l.line_no AND n.book_month = l.book_month
  JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
  JOIN posting q ON q.posting_id = d.posting_id
  JOIN channel h ON h.channel_id = l.channel_id
  LEFT JOIN product p ON p.product_id = l.product_id
  LEFT JOIN rule_set r ON r.rule_set_id = (l.judgement).rule_set_id
  LEFT JOIN certificate c ON c.certificate_id = (l.judgement).certificate_id
  LEFT JOIN posting s ON s.posting_id = l.restated_by
  LEFT JOIN (
    SELECT i.claim_id, i.file_id, max(i.row_no) AS row_no
    FROM import_row i
    WHERE i.claim_id IN (
      SELECT k.claim_id FROM line k WHERE k.document_id = wanted_document AND k.line_no = wanted_line)
    GROUP BY i.claim_id, i.file_id
  ) v ON v.claim_id = l.claim_id AND v.file_id = d.file_id
  LEFT JOIN import_file f ON f.file_id = v.file_id
  WHERE l.line_no = wanted_line;
END $$;
COMMENT ON FUNCTION explained_line IS
  'A line of a month''s figure, as it was when an act had been posted: its verdict with the rule, the fact, the rule '
  'set and the certificate behind it, who restated it, and the file and row that it was posted from. Base units, yuan.';

CREATE OR REPLACE FUNCTION documents_of_order(wanted text) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  found bigint[];
BEGIN
  found := ARRAY(
    SELECT DISTINCT l.document_id
    FROM claim c JOIN line l ON l.claim_id = c.claim_id
    WHERE c.order_no = wanted);
  IF found = '{}' AND wanted ~ '^[0-9]{1,18}$' THEN
    found := ARRAY(SELECT d.document_id FROM document d WHERE d.document_id = wanted::bigint);
  END IF;
  LOOP  -- and what reverses, refunds or judges them anew
    DECLARE
      more bigint[] := ARRAY(
        SELECT l.document_id FROM line l WHERE l.of_document = ANY (found)
        UNION SELECT o.document_id FROM line l JOIN document o ON o.document_id = l.of_document
          WHERE l.document_id = ANY (found)
        EXCEPT SELECT unnest(found));
    BEGIN
      EXIT WHEN more = '{}';
      found := found || more;
    END;
  END LOOP;
  IF found = '{}' THEN
    PERFORM refuse(CASE WHEN EXISTS (SELECT FROM claim c WHERE c.order_no = wanted) THEN 'order_not_posted'
      ELSE 'nothing_to_explain' END, jsonb_build_object('order', wanted));
  END IF;
  RETURN found;
END $$;
COMMENT ON FUNCTION documents_of_order IS
  'The documents of an order, by its number on a platform, else by the number of one of them: sales, refunds and '
  'corrections. Raises nothing_to_explain, order_not_posted.';

CREATE OR REPLACE FUNCTION versions_with(wanted text)
RETURNS TABLE (month date, version integer, document_id bigint, line_no integer, amount numeric, verdict text,
  rule text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  documents bigint[] := documents_of_order(wanted);
  published record;
BEGIN
  FOR published IN
    SELECT v.month, v.version, v.posting_id
    FROM figure_version v
    WHERE v.month IN (
      SELECT l.book_month FROM line l WHERE l.document_id = ANY (documents)
      UNION SELECT r.to_month FROM restated_line r WHERE r.document_id = ANY (documents))
    ORDER BY v.month, v.version
  LOOP
    RETURN QUERY
    SELECT published.month, published.version, l.document_id, l.line_no, l.amount, (l.judgement).verdict,
      (l.judgement).rule
    FROM figure_line(published.month, published.posting_id, NULL, NULL, NULL, documents) l;
  END LOOP;
END $$;
COMMENT ON FUNCTION versions_with IS
  'The published versions that lines of an order are in, with the verdict that each has there. Yuan.';

CREATE OR REPLACE FUNCTION explained_order(wanted text)
RETURNS TABLE (document bigint, line integer, kind text, day text, channel text, sku text, amount numeric,
  verdict text, rule text, month text, "row" text, versions text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  documents bigint[] := documents_of_order(wanted);
BEGIN
  RETURN QUERY
  SELECT l.document_id, l.line_no, d.kind, l.day::text, h.code, coalesce(p.sku, ''), l.amount,
    coalesce(w.verdict, l.verdict), coalesce(w.rule, l.rule), month_text(coalesce(w.month, l.book_month)),
    coalesce(d.file_id || ':' || (SELECT max(i.row_no) FROM import_row i
      WHERE i.claim_id = l.claim_id AND i.file_id = d.file_id), ''),
    coalesce(v.versions, '')
  FROM line l
  JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
  JOIN channel h ON h.channel_id = l.channel_id
  LEFT JOIN product p ON p.product_id = l.product_id
  LEFT JOIN line_now w ON w.document_id = l.document_id AND w.line_no = l.line_no
  LEFT JOIN (
    SELECT n.document_id, n.line_no, string_agg(month_text(n.month) || ' ' || n.version, ', '
      ORDER BY n.month, n.version) AS versions
    FROM versions_with(wanted) n
    GROUP BY n.document_id, n.line_no
  ) v ON v.document_id = l.document_id AND v.line_no = l.line_no
  WHERE l.document_id = ANY (documents);
END $$;
COMMENT ON FUNCTION explained_order IS
  'The lines of an order, how each counts and in which month, the file and row behind it, and the published versions '
  'that it is in. Yuan.';
