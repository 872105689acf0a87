-- What was settled of a month's orders, by kind and by streamer.

CREATE OR REPLACE FUNCTION settled_fees(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, kind text, lines bigint, amount numeric, rate numeric, agreed numeric, source text,
  expected numeric, differing bigint, difference numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '192MB' AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
BEGIN
  RETURN QUERY
  WITH lines AS MATERIALIZED (
    SELECT n.*
    FROM settled_line t
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE t.channel_id = via.channel_id
      AND CASE WHEN t.order_no = '' OR via.platform IS NULL THEN t.day >= of_month AND t.day < until
        ELSE t.order_no IN (
          SELECT o.order_no FROM settled_order o
          WHERE o.channel_id = via.channel_id AND o.day >= of_month AND o.day < until) END
  ), sums AS MATERIALIZED (
    SELECT k.kind, k.place, count(*) FILTER (WHERE k.amount <> 0) AS lines, sum(k.amount) AS amount
    FROM lines t
    CROSS JOIN LATERAL (VALUES (1, 'sale', t.sale), (2, 'subsidy', t.subsidy), (3, 'refund', t.refund),
      (4, 'service-fee', t.service_fee), (5, 'commission', t.commission), (6, 'agent-fee', t.agent_fee),
      (7, 'promotion-fee', t.promotion_fee), (8, 'insurance', t.insurance), (9, 'payment-fee', t.payment_fee),
      (10, 'other-fee', t.other_fee), (11, 'compensation', t.compensation), (12, 'unknown', t.unknown),
      (13, 'deposit', t.deposit), (14, 'withdrawal', t.withdrawal), (15, 'transfer', t.transfer))
      AS k(place, kind, amount)
    GROUP BY k.kind, k.place
  ), rates AS MATERIALIZED (
    SELECT r.kind, r.rate_no, r.rate, r.source, sum(r.lines) AS lines, sum(r.amount) AS amount, sum(r.base) AS base,
      sum(r.expected) AS expected, count(*) FILTER (WHERE r.differs) AS differing,
      coalesce(sum(r.amount - r.expected) FILTER (WHERE r.differs), 0.00) AS difference
    FROM settled_rates(channel_code, of_month) r
    GROUP BY r.kind, r.rate_no, r.rate, r.source
  ), shown AS (
    SELECT false AS is_total, s.place, 0::bigint AS rate_no, s.kind, s.lines - coalesce(a.lines, 0) AS lines,
      s.amount - coalesce(a.amount, 0) AS amount,
      CASE WHEN s.place BETWEEN 3 AND 12 AND b.sale <> 0 AND a.kind IS NULL THEN round(-100 * s.amount / b.sale, 2) END
        AS rate,
      NULL::numeric AS agreed, NULL::text AS source, NULL::numeric AS expected, NULL::bigint AS differing,
      NULL::numeric AS difference
    FROM sums s
    CROSS JOIN (SELECT sum(k.amount) AS sale FROM sums k WHERE k.place <= 2) b
    LEFT JOIN (SELECT r.kind, sum(r.lines) AS lines, sum(r.amount) AS amount FROM rates r GROUP BY r.kind) a
      ON a.kind = s.kind
    WHERE s.lines > coalesce(a.lines, 0)
    UNION ALL
    SELECT false, s.place, r.rate_no, r.kind, r.lines, r.amount,
      CASE WHEN r.base <> 0 THEN round(-100 * r.amount / r.base, 2) END, r.rate, r.source, r.expected, r.differing,
      r.difference
    FROM rates r
    JOIN sums s ON s.kind = r.kind
    UNION ALL
    SELECT true, 99, 0, '', (SELECT count(*) FROM lines), coalesce(sum(s.amount), 0.00), NULL, NULL, NULL,
      (SELECT sum(r.expected) FROM rates r), (SELECT sum(r.differing) FROM rates r)::bigint,
      (SELECT sum(r.difference) FROM rates r)
    FROM sums s
  )
  SELECT r.is_total, r.kind, r.lines::bigint, r.amount, r.rate, r.agreed, r.source, r.expected, r.differing,
    r.difference
  FROM shown r
  ORDER BY r.place, r.rate_no;
END $$;
COMMENT ON FUNCTION settled_fees IS
  'What was settled of a month''s orders, and its lines of no order, by kind, signed; the rate is a percentage of what '
  'buyers paid and of its subsidies. What a rate is agreed of stands apart, a row a rate, with what is expected and '
  'how many orders differ, by how much (settled_rates); its own rate is of what is left after refunds. The last row '
  'is the total.';

CREATE OR REPLACE FUNCTION settled_hosts(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, host text, orders bigint, sale numeric, refunds numeric, commission numeric,
  rate numeric, listed numeric, estimated numeric, difference numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '192MB' AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
BEGIN
  RETURN QUERY
  WITH orders AS MATERIALIZED (
    SELECT o.order_no, o.day
    FROM settled_order o
    WHERE o.channel_id = via.channel_id AND (o.known OR via.platform IS NOT NULL)
  ), bills AS MATERIALIZED (
    SELECT n.order_no, n.host, sum(n.sale + n.subsidy) AS sale, -sum(n.refund) AS refunds,
      -sum(n.commission) AS commission
    FROM settled_line t
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE t.channel_id = via.channel_id AND t.order_no IN (
      SELECT o.order_no FROM orders o WHERE o.day >= of_month AND o.day < until)
    GROUP BY n.order_no, n.host
  ), lists AS MATERIALIZED (
    SELECT l.order_no, max(l.host) AS host, -sum(l.commission) AS listed,
      sum(CASE WHEN l.commission = 0 THEN l.neutral ELSE 0.00 END) AS estimated
    FROM (
      SELECT coalesce(c.order_no, t.order_no) AS order_no, t.day, n.host, n.commission, n.neutral
      FROM settlement t
      JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
      LEFT JOIN (
        SELECT k.line_no, min(k.order_no) AS order_no FROM claim k WHERE k.platform = via.platform GROUP BY k.line_no
      ) c ON c.line_no = t.order_no
      WHERE t.channel_id = via.channel_id AND t.ledger = 'commission'
    ) l
    LEFT JOIN orders o ON o.order_no = l.order_no
    WHERE coalesce(o.day, l.day) >= of_month AND coalesce(o.day, l.day) < until
    GROUP BY l.order_no
  ), hosts AS MATERIALIZED (
    SELECT h.host, count(DISTINCT h.order_no) AS orders, sum(h.sale) AS sale, sum(h.refunds) AS refunds,
      sum(h.commission) AS commission, sum(h.listed) AS listed, sum(h.estimated) AS estimated,
      sum(h.difference) AS difference
    FROM (
      SELECT CASE WHEN b.host <> '' THEN b.host ELSE coalesce(l.host, '') END AS host, b.order_no, b.sale, b.refunds,
        b.commission, NULL::numeric AS listed, NULL::numeric AS estimated, NULL::numeric AS difference
      FROM bills b
      LEFT JOIN lists l ON l.order_no = b.order_no
      UNION ALL
      SELECT CASE WHEN w.host <> '' THEN w.host ELSE l.host END, l.order_no, 0.00, 0.00, 0.00, l.listed, l.estimated,
        CASE WHEN l.listed <> 0 THEN l.listed - coalesce(w.commission, 0.00) ELSE 0.00 END
      FROM lists l
      LEFT JOIN (
        SELECT b.order_no, max(b.host) AS host, sum(b.commission) AS commission FROM bills b GROUP BY b.order_no
      ) w ON w.order_no = l.order_no
    ) h
    GROUP BY h.host
  )
  SELECT r.is_total, r.host, r.orders, r.sale, r.refunds, r.commission,
    CASE WHEN r.sale <> 0 THEN round(100 * r.commission / r.sale, 2) END, r.listed, r.estimated, r.difference
  FROM (
    SELECT false AS is_total, h.* FROM hosts h
    UNION ALL
    SELECT true, '', coalesce(sum(h.orders), 0)::bigint, coalesce(sum(h.sale), 0.00), coalesce(sum(h.refunds), 0.00),
      coalesce(sum(h.commission), 0.00), sum(h.listed), sum(h.estimated), sum(h.difference)
    FROM hosts h
  ) r
  ORDER BY r.is_total, r.commission DESC, r.host;
END $$;
COMMENT ON FUNCTION settled_hosts IS
  'What was settled of a month''s orders by streamer: commission, and its percentage of what buyers paid and of its '
  'subsidies; beside it what lists of commission say was settled, is estimated, and what of the settled no bill has '
  'deducted. A list names the streamer of an order whose bill names none. The last row is the total. An empty host is '
  'the shop itself.';
