-- What was sold in livestream sessions: orders fall to a session by channel and time of payment, and by the host that
-- order files name, or settlements.

CREATE OR REPLACE FUNCTION session_lines(first_day date, last_day date)
RETURNS TABLE (session_id bigint, channel_id bigint, order_no text, day date, numbers text[], names text[],
  product_id bigint, quantity numeric, gross numeric, back numeric, refunds numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  WITH sale AS MATERIALIZED (
    SELECT d.document_id, d.book_month, d.channel_id, d.order_no, d.at, d.day
    FROM document d
    WHERE d.side = 'sale' AND d.order_no IS NOT NULL AND d.file_id IS NOT NULL
      AND d.day BETWEEN first_day AND last_day AND d.book_month >= month_of(first_day)
      AND d.channel_id IN (SELECT s.channel_id FROM livestream_standing s)
  ), said AS MATERIALIZED (  -- by the newest file that names one
    SELECT r.channel_id, r.order_no, array_agg(DISTINCT r.number) AS numbers, array_agg(DISTINCT r.name) AS names
    FROM (
      SELECT s.channel_id, s.order_no, o.number, o.name,
        rank() OVER (PARTITION BY s.channel_id, s.order_no ORDER BY h.snapshot_at DESC NULLS LAST) AS place
      FROM order_host_live h
      CROSS JOIN unnest(h.orders, h.numbers, h.names) AS o(order_no, number, name)
      JOIN (SELECT DISTINCT s.channel_id, s.order_no FROM sale s) s
        ON s.channel_id = h.channel_id AND s.order_no = o.order_no
      WHERE h.month IS NULL
        OR h.month BETWEEN month_of(first_day) - interval '1 month' AND month_of(last_day) + interval '1 month'
    ) r
    WHERE r.place = 1
    GROUP BY r.channel_id, r.order_no
  ), settled AS MATERIALIZED (
    SELECT t.channel_id, t.order_no, array_agg(DISTINCT n.host) AS numbers
    FROM settled_line t
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE n.host <> '' AND t.order_no <> '' AND t.channel_id IN (SELECT s.channel_id FROM livestream_standing s)
    GROUP BY t.channel_id, t.order_no
  ), named AS MATERIALIZED (
    SELECT coalesce(d.channel_id, t.channel_id) AS channel_id, coalesce(d.order_no, t.order_no) AS order_no,
      CASE WHEN d.order_no IS NULL THEN t.numbers ELSE d.numbers END AS numbers, coalesce(d.names, '{}') AS names
    FROM said d
    FULL JOIN settled t ON t.channel_id = d.channel_id AND t.order_no = d.order_no
  ), live AS MATERIALIZED (  -- a row for each day that it may be booked on: joined by equality
    SELECT v.*, d.day
    FROM livestream_standing v
    JOIN (SELECT DISTINCT s.day FROM sale s) d ON d.day BETWEEN v.begins_at::date - 2 AND v.ends_at::date + 2
  ), fallen AS (
    SELECT s.document_id, CASE
      WHEN count(*) FILTER (WHERE is_host(v.host_code, v.host, n.numbers, n.names)) = 1
        THEN max(v.session_id) FILTER (WHERE is_host(v.host_code, v.host, n.numbers, n.names))
      WHEN count(*) = 1 THEN max(v.session_id) END AS session_id
    FROM sale s
    JOIN live v ON v.channel_id = s.channel_id AND v.day = s.day AND s.at >= v.begins_at AND s.at < v.ends_at
    LEFT JOIN named n ON n.channel_id = s.channel_id AND n.order_no = s.order_no
    WHERE n.order_no IS NULL OR is_host(v.host_code, v.host, n.numbers, n.names)
      OR v.host_code = '' AND '' = ALL (n.names)  -- a number alone may be that of whom nobody knows the number
    GROUP BY s.document_id
  ), placed AS MATERIALIZED (
    SELECT s.*, f.session_id, n.numbers, n.names
    FROM sale s
    LEFT JOIN fallen f ON f.document_id = s.document_id
    LEFT JOIN named n ON n.channel_id = s.channel_id AND n.order_no = s.order_no
  ), refund AS (
    SELECT s.session_id, s.channel_id, s.order_no, s.day, s.numbers, s.names, l.document_id, l.line_no, l.product_id,
      l.quantity, l.amount
    FROM placed s
    JOIN line l ON l.of_document = s.document_id AND l.side = 'refund' AND l.judged IS NULL
  )
  SELECT s.session_id, s.channel_id, s.order_no, s.day, s.numbers, s.names, l.product_id, l.quantity, l.amount, 0.000,
    0.00
  FROM placed s
  JOIN line l ON l.document_id = s.document_id AND l.book_month = s.book_month AND l.judged IS NULL
  UNION ALL
  SELECT r.session_id, r.channel_id, r.order_no, r.day, r.numbers, r.names, r.product_id, 0.000, 0.00, -r.quantity,
    -r.amount
  FROM refund r
  UNION ALL  -- refunds that were reversed
  SELECT r.session_id, r.channel_id, r.order_no, r.day, r.numbers, r.names, r.product_id, 0.000, 0.00, -v.quantity,
    -v.amount
  FROM refund r
  JOIN line v ON v.of_document = r.document_id AND v.of_line = r.line_no AND v.reverses;
END $$;
COMMENT ON FUNCTION session_lines IS
  'What was paid on some days on channels that have livestream sessions, and what went back of it so far: in the '
  'session whose time it was paid in; where order files name the order''s host (达人), or else settlements do, in one '
  'of that host. Null where there is none, or hosts were live at once and nothing says whose it is. With the numbers '
  'and the names of the hosts that are named; null where none is.';

CREATE OR REPLACE FUNCTION session_report(
  dimension text, first_day date, last_day date, today date, codes text[], windows integer[])
RETURNS TABLE (is_total boolean, session bigint, begins text, ends text, host text, named boolean, channel text,
  sku text, name text, unit text, orders bigint, quantity numeric, gross numeric, back numeric, refunds numeric,
  percent numeric, at_risk numeric, commission numeric, service_fees numeric, other_fees numeric, remaining numeric,
  settled numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH lines AS MATERIALIZED (
    SELECT * FROM session_lines(first_day, last_day)
  ), sold AS MATERIALIZED (  -- an order is in one session, by product where that is asked for
    SELECT l.session_id, l.channel_id, l.order_no, CASE WHEN dimension = 'product' THEN l.product_id END AS product_id,
      dimension <> 'product' AND l.session_id IS NULL AND l.numbers IS NOT NULL AS named,
      max(l.day) AS day, sum(l.quantity) AS quantity, sum(l.gross) AS gross, sum(l.back) AS back,
      sum(l.refunds) AS refunds
    FROM lines l
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(l.gross) <> 0 OR sum(l.refunds) <> 0 OR sum(l.quantity) <> 0
  ), paid AS MATERIALIZED (
    SELECT t.channel_id, t.order_no, -sum(n.commission) AS commission, -sum(n.service_fee) AS service_fees,
      sum(t.income + t.refund - t.amount + t.moved) AS fees, sum(t.amount - t.moved) AS settled
    FROM settled_line t
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE dimension <> 'product' AND (t.channel_id, t.order_no) IN (SELECT s.channel_id, s.order_no FROM sold s)
    GROUP BY t.channel_id, t.order_no
  ), sums AS MATERIALIZED (
    SELECT CASE WHEN dimension = 'session' THEN s.session_id END AS session_id, v.host,
      s.named, CASE WHEN dimension = 'session' THEN s.channel_id END AS channel_id, s.product_id,
      count(*) FILTER (WHERE s.gross > 0) AS orders, sum(s.quantity) AS quantity, sum(s.gross) AS gross,
      sum(s.back) AS back, sum(s.refunds) AS refunds,
      coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.day >= today - w.days AND w.days > 0), 0.00) AS at_risk,
      coalesce(sum(p.commission), 0.00) AS commission, coalesce(sum(p.service_fees), 0.00) AS service_fees,
      coalesce(sum(p.fees), 0.00) AS fees, coalesce(sum(p.settled), 0.00) AS settled
    FROM sold s
    JOIN channel c ON c.channel_id = s.channel_id
    LEFT JOIN livestream_standing v ON v.session_id = s.session_id
    LEFT JOIN unnest(codes, windows) AS w(code, days) ON w.code = c.code
    LEFT JOIN paid p ON p.channel_id = s.channel_id AND p.order_no = s.order_no
    GROUP BY 1, 2, 3, 4, 5
  ), shown AS (
    SELECT false AS is_total, u.* FROM sums u
    UNION ALL
    SELECT true, NULL, NULL, false, NULL, NULL, coalesce(sum(u.orders), 0)::bigint, coalesce(sum(u.quantity), 0),
      coalesce(sum(u.gross), 0.00), coalesce(sum(u.back), 0), coalesce(sum(u.refunds), 0.00),
      coalesce(sum(u.at_risk), 0.00), coalesce(sum(u.commission), 0.00), coalesce(sum(u.service_fees), 0.00),
      coalesce(sum(u.fees), 0.00), coalesce(sum(u.settled), 0.00)
    FROM sums u
  )
  SELECT r.is_total, r.session_id, session_time(v.begins_at), session_time(v.ends_at), coalesce(r.host, ''),
    r.named, c.code, p.sku, p.name, p.unit, r.orders, r.quantity, r.gross, r.back, r.refunds,
    CASE WHEN r.gross > 0 THEN round(100 * r.refunds / r.gross, 1) END, r.at_risk, r.commission, r.service_fees,
    r.fees - r.commission - r.service_fees, r.gross - r.refunds - r.fees, r.settled
  FROM shown r
  LEFT JOIN livestream_standing v ON v.session_id = r.session_id
  LEFT JOIN channel c ON c.channel_id = r.channel_id
  LEFT JOIN product p ON p.product_id = r.product_id
  ORDER BY r.is_total, r.host IS NULL, r.named, v.begins_at, CASE WHEN dimension = 'product' THEN r.host END,
    r.gross DESC, r.host, p.sku;
END $$;
COMMENT ON FUNCTION session_report IS
  'Livestream sessions by session, host, or host and product: orders, goods in yuan, what went back of them so far, '
  'what of the rest is still inside its channel''s return window (in days, by its code), what was settled as '
  'commission, service fee and other fees, and what remains: goods - refunds - fees. What was paid outside of any '
  'session has no host; apart from it (`named`) is what names a host who was in no session then. The last row is the '
  'total.';

CREATE OR REPLACE FUNCTION session_hosts(first_day date, last_day date)
RETURNS TABLE (is_total boolean, channel text, host text, host_code text, known boolean, orders bigint, gross numeric,
  outside bigint, outside_gross numeric, first_outside date, last_outside date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH sold AS MATERIALIZED (
    SELECT l.session_id, l.channel_id, l.order_no, l.numbers, l.names, max(l.day) AS day, sum(l.gross) AS gross
    FROM session_lines(first_day, last_day) l
    WHERE l.numbers IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(l.gross) > 0
  ), sums AS MATERIALIZED (
    SELECT s.channel_id, s.numbers, s.names, count(*) AS orders, sum(s.gross) AS gross,
      count(*) FILTER (WHERE s.session_id IS NULL) AS outside,
      coalesce(sum(s.gross) FILTER (WHERE s.session_id IS NULL), 0.00) AS outside_gross,
      min(s.day) FILTER (WHERE s.session_id IS NULL) AS first_outside,
      max(s.day) FILTER (WHERE s.session_id IS NULL) AS last_outside
    FROM sold s
    GROUP BY s.channel_id, s.numbers, s.names
  )
  SELECT r.*
  FROM (
    SELECT false AS is_total, c.code, array_to_string(array_remove(s.names, ''), ', ') AS host,
      array_to_string(array_remove(s.numbers, ''), ', ') AS host_code, EXISTS (
        SELECT FROM livestream_standing v
        WHERE v.channel_id = s.channel_id AND is_host(v.host_code, v.host, s.numbers, s.names)) AS known,
      s.orders, s.gross, s.outside, s.outside_gross, s.first_outside, s.last_outside
    FROM sums s
    JOIN channel c ON c.channel_id = s.channel_id
    UNION ALL
    SELECT true, NULL, '', '', NULL, coalesce(sum(s.orders), 0)::bigint, coalesce(sum(s.gross), 0.00),
      coalesce(sum(s.outside), 0)::bigint, coalesce(sum(s.outside_gross), 0.00), NULL, NULL
    FROM sums s
  ) r
  ORDER BY r.is_total, r.outside_gross DESC, r.gross DESC, r.host_code COLLATE "C", r.host COLLATE "C", r.code;
END $$;
COMMENT ON FUNCTION session_hosts IS
  'The hosts that orders of some days name, in their file or their settlements, with orders and yuan: in all, and '
  'outside of any session, from when to when; whether the host has a session on the channel at all. The last row is '
  'the total.';
