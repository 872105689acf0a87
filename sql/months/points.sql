-- What hinders a month from being closed: a function for each kind of evidence, and one for all of them.

CREATE OR REPLACE FUNCTION point_key(
  kind text, month date, channel text, many bigint, amount numeric, subject text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN kind || '-' || left(encode(sha256(convert_to(concat_ws('|', kind, (month - '2000-01-01'::date)::text, channel,
  many::text, amount::numeric(16,2)::text, subject), 'UTF8')), 'hex'), 10);
COMMENT ON FUNCTION point_key IS
  'The key of a point: its kind, and a digest of all that it is, so that a signature fits only that very point.';

CREATE OR REPLACE FUNCTION month_file_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  last_day date := (wanted + interval '1 month')::date - 1;
  zone     text;
  starts   interval;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  RETURN QUERY
  SELECT NULL::text, p.kind, p.code, 1::bigint, NULL::numeric, coalesce(p.newest::text, ''),
    coalesce(p.newest::text, ''),
    CASE WHEN p.kind = 'nil_contradicted'
        THEN concat_ws(' ', 'bangfu month nil', p.code, month_text(wanted), '--undo --reason …')
      WHEN p.kind = 'nothing_known' THEN concat_ws(' ', 'bangfu month nil', p.code, month_text(wanted), '--reason …')
      ELSE concat_ws(' ', 'bangfu import FILE --channel', p.code) END
  FROM (
    SELECT c.code, CASE WHEN NOT coalesce(d.is_sold, false) THEN NULL
        ELSE greatest(d.newest, f.newest) END AS newest,
      CASE WHEN n.month IS NOT NULL THEN CASE WHEN d.is_sold THEN 'nil_contradicted' END
        WHEN NOT c.active THEN NULL
        WHEN NOT coalesce(d.is_sold, false) THEN
          CASE WHEN f.channel_id IS NULL THEN 'nothing_known' ELSE 'file_missing' END
        WHEN f.channel_id IS NOT NULL AND greatest(d.newest, f.newest) < last_day THEN 'file_ends_early' END AS kind
    FROM channel c
    LEFT JOIN (
      SELECT s.channel_id, min(s.day) AS first_day, max(s.day) AS newest,
        bool_or(s.day BETWEEN wanted AND last_day) AS is_sold
      FROM daily_document s
      WHERE s.gross <> 0 OR s.refunds <> 0
      GROUP BY s.channel_id
    ) d ON d.channel_id = c.channel_id
    LEFT JOIN (
      SELECT i.channel_id, min(business_day(coalesce(i.snapshot_at, i.imported_at), zone, starts)) AS first_day,
        max(business_day(i.snapshot_at, zone, starts)) FILTER (WHERE i.state = 'live') AS newest
      FROM import_file i
      WHERE NOT EXISTS (  -- what was settled says nothing of what was sold
        SELECT FROM settlement_snapshot s WHERE s.snapshot_id BETWEEN first_in(i.file_id) AND last_in(i.file_id))
      GROUP BY i.channel_id
    ) f ON f.channel_id = c.channel_id
    LEFT JOIN (SELECT m.channel_id, min(m.month) AS first_day FROM month_nil_standing m GROUP BY m.channel_id) o
      ON o.channel_id = c.channel_id
    LEFT JOIN month_nil_standing n ON n.channel_id = c.channel_id AND n.month = wanted
    WHERE least(d.first_day, f.first_day, o.first_day) <= last_day
  ) p
  WHERE p.kind IS NOT NULL;
END $$;
COMMENT ON FUNCTION month_file_points IS
  'The channels of which nothing says what they sold in a month, or whose files end before it does: file_missing, '
  'file_ends_early (its example is the newest day known), nothing_known for those that have no files; '
  'nil_contradicted where nothing was said to be sold, and something was. A channel is asked from its first evidence '
  'on.';

CREATE OR REPLACE FUNCTION month_day_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  last_day date := (wanted + interval '1 month')::date - 1;
BEGIN
  RETURN QUERY
  WITH sold AS MATERIALIZED (
    SELECT d.channel_id, d.day
    FROM daily_document d
    WHERE d.day BETWEEN wanted AND last_day AND d.gross <> 0
    GROUP BY d.channel_id, d.day
  ), selling AS (
    SELECT s.channel_id, count(*) AS days, greatest(wanted, (
      SELECT min(f.day) FROM daily_document f WHERE f.channel_id = s.channel_id AND f.gross <> 0)) AS since
    FROM sold s
    GROUP BY s.channel_id
  ), missing AS (
    SELECT s.channel_id, count(*) AS many, string_agg(a.day::date::text, ', ' ORDER BY a.day) AS days
    FROM selling s
    JOIN generate_series(wanted::timestamp, last_day::timestamp, '1 day') AS a(day) ON a.day >= s.since
    LEFT JOIN sold o ON o.channel_id = s.channel_id AND o.day = a.day::date
    WHERE o.day IS NULL AND last_day - s.since >= 9 AND s.days * 10 >= (last_day - s.since + 1) * 8
    GROUP BY s.channel_id
  )
  SELECT NULL::text, 'days_missing', c.code, m.many, NULL::numeric, m.days, m.days,
    concat_ws(' ', 'bangfu import FILE --channel', c.code)
  FROM missing m
  JOIN channel c ON c.channel_id = m.channel_id;
END $$;
COMMENT ON FUNCTION month_day_points IS
  'The days without a sale of channels that sell nearly every day: on at least eight of ten days of the month, since '
  'they first sold, over ten days or more.';

CREATE OR REPLACE FUNCTION is_dense(many bigint, lowest numeric, highest numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN many >= 20 AND many * 10 >= 9 * (highest - lowest + 1);
COMMENT ON FUNCTION is_dense IS
  'Whether numbers are nearly consecutive: twenty or more, which fill nine tenths of their range.';

CREATE OR REPLACE FUNCTION month_number_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  WITH spread AS MATERIALIZED (  -- cheap, for most channels' numbers are far from dense
    SELECT d.channel_id, length(d.order_no) AS width, count(*) AS many, min(d.order_no COLLATE "C") AS lowest,
      max(d.order_no COLLATE "C") AS highest
    FROM document d
    WHERE d.book_month = wanted AND d.kind = 'sale' AND d.order_no IS NOT NULL
    GROUP BY d.channel_id, length(d.order_no)
  ), looked AS (
    SELECT s.channel_id, s.width
    FROM spread s
    WHERE s.many BETWEEN 20 AND 20000
      OR s.many > 20000 AND s.lowest ~ '[0-9]{1,18}$' AND s.highest ~ '[0-9]{1,18}$'
        AND is_dense(s.many, substring(s.lowest FROM '[0-9]{1,18}$')::numeric,
          substring(s.highest FROM '[0-9]{1,18}$')::numeric)
  ), numbered AS MATERIALIZED (
    SELECT DISTINCT d.channel_id, length(d.order_no) AS width, regexp_replace(d.order_no, '[0-9]{1,18}$', '') AS prefix,
      substring(d.order_no FROM '[0-9]{1,18}$')::numeric AS n
    FROM looked k
    JOIN document d ON d.channel_id = k.channel_id AND length(d.order_no) = k.width
    WHERE d.book_month = wanted AND d.kind = 'sale' AND d.order_no ~ '[0-9]$'
  ), family AS MATERIALIZED (
    SELECT n.channel_id, n.width, n.prefix, min(n.n) AS lowest, max(n.n) AS highest
    FROM numbered n
    GROUP BY n.channel_id, n.width, n.prefix
    HAVING is_dense(count(*), min(n.n), max(n.n)) AND count(*) < max(n.n) - min(n.n) + 1
  ), missing AS MATERIALIZED (
    SELECT f.channel_id, f.prefix, g.n,
      f.prefix || lpad(g.n::text, f.width - length(f.prefix), '0') AS order_no
    FROM family f
    CROSS JOIN LATERAL (SELECT generate_series(f.lowest, f.highest) AS n) g
    LEFT JOIN numbered k ON k.channel_id = f.channel_id AND k.width = f.width AND k.prefix = f.prefix AND k.n = g.n
    WHERE k.n IS NULL
  )
  SELECT NULL::text, 'numbers_missing', c.code, count(*), NULL::numeric, string_agg(m.order_no, ', ' ORDER BY m.n),
    array_to_string((array_agg(m.order_no ORDER BY m.n))[1:5], ', ') || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END,
    concat_ws(' ', 'bangfu import FILE --channel', c.code)
  FROM missing m
  JOIN channel c ON c.channel_id = m.channel_id
  WHERE NOT EXISTS (  -- an order that was never paid is known, and has no document
    SELECT FROM claim k WHERE k.order_no = m.order_no AND k.channel_id = m.channel_id)
  GROUP BY c.code, m.prefix;
END $$;
COMMENT ON FUNCTION month_number_points IS
  'The order numbers that no file and no order has, in channels whose numbers, by what stands before their last '
  'digits, are nearly consecutive within the month.';

CREATE OR REPLACE FUNCTION month_import_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  WITH faulty AS MATERIALIZED (
    SELECT 'totals_differ' AS kind, f.file_id, count(*) AS many, sum(t.stated - t.computed) AS amount,
      concat_ws(' ', 'line', min(t.line)) AS place
    FROM import_total t
    JOIN import_file f ON f.file_id = t.file_id
    GROUP BY f.file_id
    UNION ALL
    SELECT 'rows_rejected', j.file_id, count(*), NULL, concat_ws(' ', 'line', min(j.line))
    FROM import_reject j
    GROUP BY j.file_id
  ), live AS MATERIALIZED (
    SELECT y.kind, y.file_id, y.many, y.amount, y.place, f.channel_id, f.sha256, f.new + f.changed = 0 AS is_idle,
      regexp_replace(substring(f.name FROM '[^/]*$'), '\.csv$', '', 'i') AS stem,
      concat_ws('/', f.name, nullif(f.part, '')) AS path
    FROM faulty y
    JOIN import_file f ON f.file_id = y.file_id
    WHERE f.state = 'live'
  ), placed AS (  -- the month's: its documents are of the file, or the file has brought none
    SELECT DISTINCT d.file_id
    FROM document d
    WHERE d.book_month = wanted AND d.file_id IN (SELECT l.file_id FROM live l)
  )
  SELECT point_key(l.kind, NULL, c.code, l.many, l.amount, l.sha256 || l.path), l.kind, c.code, l.many, l.amount,
    l.sha256 || l.path, concat_ws(' ', l.path, l.place),
    CASE WHEN l.kind = 'rows_rejected' THEN concat_ws(' ', 'bangfu import rejects', l.file_id)
      ELSE concat_ws(' ', 'bangfu import show', l.file_id) END
  FROM live l
  JOIN channel c ON c.channel_id = l.channel_id
  WHERE (l.is_idle OR l.file_id IN (SELECT p.file_id FROM placed p))
    AND NOT (l.kind = 'rows_rejected' AND l.many <= (  -- the list of its rejected rows was imported, and taken whole
      SELECT coalesce(sum(m.rows - m.rejected), 0)
      FROM import_file m
      WHERE m.state = 'live' AND m.channel_id = l.channel_id AND m.file_id > l.file_id
        AND strpos(m.name, l.stem) > 0 AND m.name ~ '\.rejects(\.[0-9]+)?\.csv$'));
END $$;
COMMENT ON FUNCTION month_import_points IS
  'What is wrong with live files of the month: rows that were rejected, unless the list of them was imported since, '
  'and rows of totals that the others do not add up to (totals_differ; yuan that the totals say more). Their keys '
  'are the same whatever the month.';

CREATE OR REPLACE FUNCTION month_waiting_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  next_day date := (wanted + interval '1 month')::date;
BEGIN
  RETURN QUERY
  WITH pending AS MATERIALIZED (
    SELECT l.channel_id, l.rule, count(*) AS many, sum(l.amount) AS amount, min(l.document_id) AS first,
      string_agg(l.document_id || '.' || l.line_no, ',' ORDER BY l.document_id, l.line_no) AS lines
    FROM line l
    WHERE l.book_month = wanted AND l.verdict = 'pending' AND NOT l.reverses
      AND NOT EXISTS (
        SELECT FROM line r
        WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses)
    GROUP BY l.channel_id, l.rule
  )
  SELECT NULL::text, 'lines_pending', c.code, p.many, p.amount,
    p.rule || ' ' || encode(sha256(convert_to(p.lines, 'UTF8')), 'hex'),
    concat_ws(' ', p.rule, coalesce(d.order_no, p.first::text)),
    concat_ws(' ', CASE WHEN p.rule = 'listing_unknown' THEN 'bangfu channel unmapped'
      ELSE 'bangfu channel pending' END, c.code)
  FROM pending p
  JOIN channel c ON c.channel_id = p.channel_id
  LEFT JOIN document d ON d.document_id = p.first AND d.book_month = wanted
  UNION ALL
  SELECT NULL, 'aftersales_waiting', c.code, count(*), sum(w.over),
    encode(sha256(convert_to(string_agg(a.number || ' ' || w.rule, ',' ORDER BY a.number), 'UTF8')), 'hex'),
    concat_ws(' ', min(w.rule), min(a.number)), concat_ws(' ', 'bangfu channel pending', c.code)
  FROM aftersale_waiting w
  JOIN aftersale a ON a.aftersale_id = w.aftersale_id
  JOIN channel c ON c.channel_id = a.channel_id
  CROSS JOIN programme g
  WHERE a.back_at IS NULL OR business_day(a.back_at, g.timezone, g.day_start) < next_day
  GROUP BY c.code;
END $$;
COMMENT ON FUNCTION month_waiting_points IS
  'What waits to be judged: lines of the month that are pending, by rule, and after-sale cases that refund nothing yet '
  'of the month or before it, in yuan of cash.';

CREATE OR REPLACE FUNCTION month_stock_points(wanted date) RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  next_at timestamptz;
BEGIN
  SELECT ((wanted + interval '1 month') + g.day_start) AT TIME ZONE g.timezone INTO next_at FROM programme g;
  RETURN QUERY
  SELECT NULL::text, 'shortages_open', '', count(*), NULL::numeric,
    string_agg(s.document_id || '.' || s.line_no || ' ' || trim_scale(s.quantity), ', '
      ORDER BY s.document_id, s.line_no),
    min(p.sku), 'bangfu stock shortages'
  FROM shortage_open s
  JOIN document d ON d.document_id = s.document_id
  JOIN product p ON p.product_id = s.product_id
  WHERE d.book_month <= wanted
  HAVING count(*) > 0
  UNION ALL
  SELECT NULL, 'counts_open', '', count(*), NULL, string_agg(c.count_id::text, ', ' ORDER BY c.count_id),
    string_agg(c.count_id::text, ', ' ORDER BY c.count_id), 'bangfu stock count list'
  FROM stock_count c
  JOIN posting p ON p.posting_id = c.count_id
  WHERE c.state = 'open' AND p.recorded_at < next_at
  HAVING count(*) > 0
  UNION ALL
  SELECT NULL, 'transfers_open', '', count(DISTINCT t.transfer_id), NULL,
    string_agg(concat_ws(' ', t.transfer_id, t.line_no, trim_scale(t.quantity)), ', '
      ORDER BY t.transfer_id, t.line_no),
    string_agg(DISTINCT t.transfer_id::text, ', '), 'bangfu stock transfer list'
  FROM transfer_open t
  JOIN posting p ON p.posting_id = t.transfer_id
  WHERE p.recorded_at < next_at
  HAVING count(*) > 0;
END $$;
COMMENT ON FUNCTION month_stock_points IS
  'Stock that is not settled at the end of a month: what its sales, or earlier ones, are short of; counts that are '
  'open and transfers on their way since before it ended.';

CREATE OR REPLACE FUNCTION month_points(
  wanted date, violated text[] DEFAULT '{}', violations bigint[] DEFAULT '{}', examples text[] DEFAULT '{}')
RETURNS SETOF month_point
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT k.key, p.kind, p.channel, p.many, p.amount, p.subject, p.example, p.command
  FROM (
    SELECT * FROM month_file_points(wanted)
    UNION ALL SELECT * FROM month_day_points(wanted)
    UNION ALL SELECT * FROM month_number_points(wanted)
    UNION ALL SELECT * FROM month_import_points(wanted)
    UNION ALL SELECT * FROM month_waiting_points(wanted)
    UNION ALL SELECT * FROM month_stock_points(wanted)
    UNION ALL
    SELECT NULL, 'duplicates_undecided', '', u.groups, u.at_most, u.groups::text, u.groups::text,
      'bangfu duplicates list'
    FROM undecided_month u WHERE u.month = wanted
    UNION ALL
    SELECT NULL, 'check_violated', '', v.many, NULL, v.name || ' ' || v.example, concat_ws(': ', v.name, v.example),
      'bangfu check'
    FROM unnest(violated, violations, examples) AS v(name, many, example)
  ) p
  CROSS JOIN LATERAL (
    SELECT coalesce(p.key, point_key(p.kind, wanted, p.channel, p.many, p.amount, p.subject)) AS key) k
  WHERE NOT EXISTS (  -- a file's fault that was signed for when an earlier month was closed
    SELECT FROM month_signature s WHERE s.key = k.key AND p.key IS NOT NULL)
  ORDER BY p.kind, p.channel, p.example, k.key;
END $$;
COMMENT ON FUNCTION month_points IS
  'All that hinders a month from being closed; with the checks that are violated, by how many rows, and an example of '
  'each. Amounts in yuan; null where there is none.';
