-- Publishes the figure of a month that is closed: its bytes are made once, and chained.

CREATE OR REPLACE FUNCTION lock_figures() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.figure'));
END $$;
COMMENT ON FUNCTION lock_figures IS
  'One figure is published, or restated, after the other, so that the chain has no forks.';

CREATE OR REPLACE FUNCTION keep_version(batch bigint, wanted date, approver text) RETURNS text
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last     figure_version;
  before   figure_version;
  parts    daily_bridge[] := ARRAY(SELECT b FROM daily_bridge b WHERE b.month = wanted);
  content  jsonb;
  headline jsonb;
  number   integer;
  bytes    bytea;
BEGIN
  SELECT * INTO last FROM figure_version v WHERE v.month = wanted ORDER BY v.version DESC LIMIT 1;
  SELECT * INTO before FROM figure_version v WHERE v.month < wanted ORDER BY v.month DESC, v.version DESC LIMIT 1;
  number := coalesce(last.version, 0) + 1;
  content := figure_sums(parts);
  SELECT sums_of(h.gross, h.refunds, h.duplicates, h.excluded, h.pending, h.counted) INTO headline
  FROM monthly_headline h WHERE h.month = wanted;
  IF headline IS DISTINCT FROM content -> 'headline' THEN
    PERFORM refuse('figure_unreconciled', jsonb_build_object('month', month_text(wanted)));
  END IF;
  SELECT content || jsonb_build_object('format', 'bangfu-figure-1', 'unit', 'yuan', 'month', month_text(wanted),
    'version', number, 'programme', jsonb_build_object('name', g.name, 'county', g.county, 'partner', g.partner,
      'one_person', is_one_person()),
    'range', jsonb_build_object(
      'from', ((headline ->> 'counted')::numeric - coalesce(u.at_most, 0))::numeric(16,2)::text,
      'to', headline ->> 'counted', 'undecided', coalesce(u.groups, 0)),
    'lines', figure_leaves(wanted, batch), 'by_rule', figure_rules(wanted), 'rule_sets', figure_rule_sets(wanted),
    'files', figure_files(wanted),
    'closed', figure_close(wanted),
    'published', jsonb_build_object('posting', batch, 'command', p.command, 'at', instant_text(p.recorded_at),
      'login', p.recorded_by, 'operator', p.operator, 'reason', p.reason, 'approved_by', approver),
    'previous', CASE WHEN last.version IS NOT NULL THEN jsonb_build_object('version', last.version,
      'sha256', last.sha256) END,
    'earlier', CASE WHEN before.version IS NOT NULL THEN jsonb_build_object('month', month_text(before.month),
      'version', before.version, 'sha256', before.sha256) END) INTO content
  FROM programme g
  JOIN posting p ON p.posting_id = batch
  LEFT JOIN undecided_month u ON u.month = wanted;
  bytes := convert_to(canonical(content), 'UTF8');
  INSERT INTO figure_version (posting_id, month, version, content, sha256, previous, earlier)
  VALUES (batch, wanted, number, bytes, encode(sha256(bytes), 'hex'), last.sha256, before.sha256);
  RETURN headline ->> 'counted';
END $$;
COMMENT ON FUNCTION keep_version IS
  'Keeps the next version of a month''s figure, as the month is counted now, with who approved it. Returns the figure '
  'in yuan. Raises figure_unreconciled.';

CREATE OR REPLACE FUNCTION publish_figure(
  wanted date, because text, by_operator text, by_command text, OUT posting bigint, OUT counted numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  known    integer;
  approver text;
BEGIN
  PERFORM lock_figures();
  SELECT max(v.version) INTO known FROM figure_version v WHERE v.month = wanted;
  IF NOT EXISTS (SELECT FROM month_close c WHERE c.month = wanted) THEN
    PERFORM refuse('month_not_closed', jsonb_build_object('month', month_text(wanted)));
  ELSIF known IS NOT NULL THEN
    PERFORM refuse('figure_published', jsonb_build_object('month', month_text(wanted), 'version', known));
  END IF;
  SELECT h.counted INTO counted FROM monthly_headline h WHERE h.month = wanted;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, now()) b;
  SELECT e.approved_by INTO approver
  FROM expect_approval(posting, 'publish', abs(counted), jsonb_build_object('month', month_text(wanted),
      'counted', counted::text), sha256(convert_to(ROW('publish', wanted, counted)::text, 'UTF8'))) e;
  PERFORM keep_version(posting, wanted, approver);
END $$;
COMMENT ON FUNCTION publish_figure IS
  'Publishes the figure of a month that is closed, as its first version; a second person approves. Returns the act''s '
  'number and the figure in yuan. Raises month_not_closed, figure_published.';

CREATE OR REPLACE FUNCTION figure_of(wanted date, number integer, OUT version integer, OUT content bytea,
  OUT sha256 text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT v.version, v.content, v.sha256 INTO version, content, sha256
  FROM figure_version v
  WHERE v.month = wanted AND (v.version = number OR number IS NULL)
  ORDER BY v.version DESC LIMIT 1;
  IF NOT FOUND THEN
    PERFORM refuse(CASE WHEN number IS NULL THEN 'figure_unpublished' ELSE 'figure_unknown' END,
      jsonb_build_object('month', month_text(wanted), 'version', number));
  END IF;
END $$;
COMMENT ON FUNCTION figure_of IS
  'A version of a month''s figure, the newest where none is named. Raises figure_unpublished, figure_unknown.';

CREATE OR REPLACE FUNCTION figure_known(wanted date, until timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  parts daily_bridge[];
BEGIN
  parts := ARRAY(
    SELECT ROW(wanted, l.day, l.channel_id, coalesce(l.product_id, 0), coalesce(l.supplier_id, 0), l.quantity,
      CASE WHEN l.side = 'sale' THEN l.amount ELSE 0.00 END, CASE WHEN l.side = 'refund' THEN -l.amount ELSE 0.00 END,
      CASE WHEN l.verdict = 'duplicate' THEN l.amount ELSE 0.00 END,
      CASE WHEN l.verdict = 'excluded' THEN l.amount ELSE 0.00 END,
      CASE WHEN l.verdict = 'pending' THEN l.amount ELSE 0.00 END,
      CASE WHEN l.verdict = 'counted' THEN l.amount ELSE 0.00 END, 0)::daily_bridge
    FROM (
      SELECT n.day, n.channel_id, n.product_id, n.supplier_id, n.side, n.verdict, sum(n.quantity) AS quantity,
        sum(n.amount) AS amount
      FROM line n
      JOIN document d ON d.document_id = n.document_id AND d.book_month = n.book_month
      JOIN posting p ON p.posting_id = d.posting_id
      WHERE n.book_month >= wanted AND n.day >= wanted AND n.day < (wanted + interval '1 month')::date
        AND p.recorded_at < until
      GROUP BY n.day, n.channel_id, n.product_id, n.supplier_id, n.side, n.verdict
      UNION ALL
      SELECT n.day, n.channel_id, n.product_id, n.supplier_id, n.side, v.verdict, v.times * n.quantity,
        v.times * n.amount
      FROM restated_line r
      JOIN posting q ON q.posting_id = r.posting_id
      JOIN line n ON n.document_id = r.document_id AND n.line_no = r.line_no AND n.book_month = r.book_month
      CROSS JOIN LATERAL (VALUES (r.verdict_before, -1), (r.verdict_after, 1)) AS v(verdict, times)
      WHERE q.recorded_at < until AND r.to_month = wanted AND r.verdict_before <> r.verdict_after
    ) l);
  RETURN figure_sums(parts);
END $$;
COMMENT ON FUNCTION figure_known IS
  'The sums of what was sold and refunded on the days of a month, wherever it is booked, as it was known at an '
  'instant: as JSON, in yuan.';
