-- Orders against what was settled of them: paid - refunds - fees = settled + open, order by order.

CREATE OR REPLACE VIEW settled_line AS
SELECT t.* FROM settlement t WHERE t.ledger = 'bill'
UNION ALL
SELECT t.* FROM settlement t
WHERE t.ledger = 'account' AND NOT EXISTS (
  SELECT FROM settlement b
  WHERE b.ledger = 'bill' AND b.order_no <> '' AND b.channel_id = t.channel_id AND b.order_no = t.order_no
    AND month_of(b.day) = month_of(t.day))
UNION ALL
SELECT t.* FROM settlement t
WHERE t.ledger = 'payment' AND NOT EXISTS (
  SELECT FROM settlement b
  WHERE b.ledger IN ('bill', 'account') AND b.order_no <> '' AND b.channel_id = t.channel_id
    AND b.order_no = t.order_no AND month_of(b.day) = month_of(t.day));
COMMENT ON VIEW settled_line IS
  'The settlement lines that count: where a bill and the movements of the account report one order in one month, the '
  'bill does, and both go before the bill of a payment service. So money that two kinds of files report is settled '
  'once.';

CREATE OR REPLACE FUNCTION settled_remedy(reason text, channel_code text, order_no text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN reason = '' OR reason = 'settled' OR reason = 'refund_not_settled' THEN ''
  WHEN reason = 'not_settled' OR reason = 'order_unknown' OR reason = 'refund_not_imported'
    THEN 'bangfu import FILE --channel ' || channel_code
  WHEN reason = 'kind_unknown' THEN 'bangfu settle list --unknown --channel ' || channel_code
  WHEN reason = 'reported_twice' THEN 'bangfu settle list --differing --channel ' || channel_code
  WHEN reason = 'no_order' THEN 'bangfu settle list --no-order --channel ' || channel_code
  WHEN order_no IS NULL THEN 'bangfu settle reconcile --by order --channel ' || channel_code
  ELSE concat_ws(' ', 'bangfu settle list --order', order_no, '--channel', channel_code) END;
COMMENT ON FUNCTION settled_remedy IS
  'The command that mends what a reason says of an order, or of several (null), or that shows it; empty where only '
  'time does.';

CREATE OR REPLACE FUNCTION settled_orders(channel_code text, of_month date)
RETURNS TABLE (order_no text, day date, paid numeric, refunds numeric, fees numeric, settled numeric, open numeric,
  reason text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  channel bigint := (SELECT c.channel_id FROM channel c WHERE c.code = channel_code);
BEGIN
  IF channel IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  END IF;
  RETURN QUERY
  WITH corrected AS MATERIALIZED (  -- orders whose sale was said otherwise: their day is that of the money that is left
    SELECT d.order_no, min(d.day) FILTER (WHERE d.money > 0) AS day
    FROM (
      SELECT e.order_no, e.day, sum(e.total + e.freight) AS money
      FROM document e
      WHERE e.channel_id = channel AND e.side = 'sale' AND e.order_no IN (
        SELECT k.order_no FROM document k
        WHERE k.channel_id = channel AND k.kind = 'correction' AND k.side = 'sale' AND k.file_id IS NOT NULL)
      GROUP BY e.order_no, e.day
    ) d
    GROUP BY d.order_no
  ), summed AS (
    SELECT u.order_no, CASE WHEN bool_or(u.corrected) THEN min(u.corrected_day) ELSE min(u.sold_day) END AS sold,
      min(u.line_day) AS line_day, coalesce(sum(u.paid), 0.00) AS paid, coalesce(sum(u.refunds), 0.00) AS refunds,
      coalesce(sum(u.income), 0.00) AS income, coalesce(sum(u.refund), 0.00) AS refund,
      coalesce(sum(u.settled), 0.00) AS settled,
      bool_or(u.differs) AS differs, bool_or(u.unknown) AS unknown
    FROM (
      SELECT d.order_no, CASE WHEN d.kind = 'sale' AND d.total + d.freight > 0 THEN d.day END AS sold_day,
        NULL::date AS corrected_day, false AS corrected, NULL::date AS line_day,
        CASE WHEN d.side = 'sale' THEN d.total + d.freight END AS paid,
        CASE WHEN d.side = 'refund' THEN -d.total - d.freight END AS refunds,
        NULL::numeric AS income, NULL::numeric AS refund, NULL::numeric AS settled, false AS differs, false AS unknown
      FROM document d
      WHERE d.channel_id = channel AND d.file_id IS NOT NULL AND d.order_no IS NOT NULL
      UNION ALL
      SELECT c.order_no, NULL, c.day, true, NULL, NULL, NULL, NULL, NULL, NULL, false, false
      FROM corrected c
      UNION ALL
      SELECT t.order_no, NULL, NULL, false, t.day, NULL, NULL, t.income, t.refund, t.amount - t.moved, t.differs,
        t.unknown <> 0
      FROM settled_line t
      WHERE t.channel_id = channel AND t.order_no <> ''
    ) u
    GROUP BY u.order_no
  )
  SELECT s.order_no, coalesce(s.sold, s.line_day), s.paid, s.refunds, s.income + s.refund - s.settled, s.settled,
    s.paid - s.refunds - s.income - s.refund,
    CASE WHEN s.differs THEN 'reported_twice'
      WHEN s.unknown THEN 'kind_unknown'
      WHEN s.sold IS NULL THEN 'order_unknown'
      WHEN s.paid - s.refunds = s.income + s.refund THEN 'settled'
      WHEN s.line_day IS NULL THEN 'not_settled'
      WHEN -s.refund > s.refunds THEN 'refund_not_imported'
      WHEN -s.refund < s.refunds AND s.income = s.paid THEN 'refund_not_settled'
      ELSE 'amount_differs' END
  FROM summed s
  WHERE coalesce(s.sold, s.line_day) >= of_month AND coalesce(s.sold, s.line_day) < of_month + interval '1 month';
END $$;
COMMENT ON FUNCTION settled_orders IS
  'The orders of a channel that were sold in a month, with all that was ever refunded and settled of them, in yuan; '
  'and those that nobody knows, in the month of their first settlement line. So each order is in one month, and each '
  'line of an order too: paid - refunds - fees = settled + open. The reason says why it is open: reported_twice, '
  'kind_unknown, order_unknown, not_settled, refund_not_imported, refund_not_settled, amount_differs; else settled. '
  'Raises channel_unknown.';

CREATE OR REPLACE FUNCTION settled_reasons(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, reason text, orders bigint, paid numeric, refunds numeric, fees numeric,
  settled numeric, open numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH reasons AS MATERIALIZED (
    SELECT o.reason, count(*) AS orders, sum(o.paid) AS paid, sum(o.refunds) AS refunds, sum(o.fees) AS fees,
      sum(o.settled) AS settled, sum(o.open) AS open
    FROM settled_orders(channel_code, of_month) o
    GROUP BY o.reason
    UNION ALL
    SELECT 'no_order', count(*), 0.00, 0.00, sum(t.income + t.refund - t.amount + t.moved), sum(t.amount - t.moved),
      -sum(t.income + t.refund)
    FROM settled_line t
    JOIN channel c ON c.channel_id = t.channel_id AND c.code = channel_code
    WHERE t.order_no = '' AND t.day >= of_month AND t.day < of_month + interval '1 month'
    HAVING count(*) > 0
  )
  SELECT r.*
  FROM (
    SELECT false AS is_total, s.* FROM reasons s
    UNION ALL
    SELECT true, '', coalesce(sum(s.orders), 0)::bigint, coalesce(sum(s.paid), 0.00), coalesce(sum(s.refunds), 0.00),
      coalesce(sum(s.fees), 0.00), coalesce(sum(s.settled), 0.00), coalesce(sum(s.open), 0.00)
    FROM reasons s
  ) r
  ORDER BY r.is_total, r.reason <> 'settled', r.reason;
END $$;
COMMENT ON FUNCTION settled_reasons IS
  'The orders of a month by why they are open, and lines of the month that are of no order; the last row is the total. '
  'Money of the shop''s own that moved is in none of it.';

CREATE OR REPLACE FUNCTION settled_fees(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, kind text, lines bigint, amount numeric, rate numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH lines AS MATERIALIZED (
    SELECT n.*
    FROM settled_line t
    JOIN channel c ON c.channel_id = t.channel_id AND c.code = channel_code
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE CASE WHEN t.order_no = '' THEN t.day >= of_month AND t.day < of_month + interval '1 month'
      ELSE t.order_no IN (SELECT o.order_no FROM settled_orders(channel_code, of_month) o) END
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
  )
  SELECT r.is_total, r.kind, r.lines, r.amount, CASE WHEN r.place BETWEEN 3 AND 12 AND b.sale <> 0
    THEN round(-100 * r.amount / b.sale, 2) END
  FROM (
    SELECT false AS is_total, s.place, s.kind, s.lines, s.amount FROM sums s WHERE s.lines > 0
    UNION ALL
    SELECT true, 99, '', (SELECT count(*) FROM lines), coalesce(sum(s.amount), 0.00) FROM sums s
  ) r
  CROSS JOIN (SELECT sum(s.amount) AS sale FROM sums s WHERE s.place <= 2) b
  ORDER BY r.place;
END $$;
COMMENT ON FUNCTION settled_fees IS
  'What was settled of a month''s orders, and its lines of no order, by kind, signed; the rate is a percentage of what '
  'buyers paid and of its subsidies. The last row is the total.';

CREATE OR REPLACE FUNCTION settled_hosts(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, host text, orders bigint, sale numeric, refunds numeric, commission numeric,
  rate numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH hosts AS MATERIALIZED (
    SELECT n.host, count(DISTINCT n.order_no) AS orders, sum(n.sale + n.subsidy) AS sale, -sum(n.refund) AS refunds,
      -sum(n.commission) AS commission
    FROM settled_line t
    JOIN channel c ON c.channel_id = t.channel_id AND c.code = channel_code
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE t.order_no IN (SELECT o.order_no FROM settled_orders(channel_code, of_month) o)
    GROUP BY n.host
  )
  SELECT r.*, CASE WHEN r.sale <> 0 THEN round(100 * r.commission / r.sale, 2) END
  FROM (
    SELECT false AS is_total, h.* FROM hosts h
    UNION ALL
    SELECT true, '', coalesce(sum(h.orders), 0)::bigint, coalesce(sum(h.sale), 0.00), coalesce(sum(h.refunds), 0.00),
      coalesce(sum(h.commission), 0.00)
    FROM hosts h
  ) r
  ORDER BY r.is_total, r.commission DESC, r.host;
END $$;
COMMENT ON FUNCTION settled_hosts IS
  'What was settled of a month''s orders by streamer: commission, and its percentage of what buyers paid and of its '
  'subsidies; the last row is the total. An empty host is the shop itself.';
