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

CREATE OR REPLACE FUNCTION settled_channel(channel_code text) RETURNS channel
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it channel;
BEGIN
  SELECT * INTO it FROM channel c WHERE c.code = channel_code;
  IF it.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION settled_channel IS
  'The channel of a code. Raises channel_unknown.';

CREATE OR REPLACE FUNCTION settled_remedy(
  reason text, channel_code text, order_no text, of_month date, of_day date DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN reason = '' OR reason = 'settled' OR reason = 'refund_not_settled' THEN ''
  WHEN reason IN ('not_settled', 'order_unknown', 'refund_not_imported')
    OR reason = 'not_in_bill' AND of_day IS NOT NULL THEN 'bangfu import FILE --channel ' || channel_code
  WHEN reason = 'kind_unknown' THEN 'bangfu settle list --unknown --channel ' || channel_code
  WHEN reason = 'reported_twice' THEN 'bangfu settle list --differing --channel ' || channel_code
  WHEN reason = 'no_order' THEN 'bangfu settle list --no-order --channel ' || channel_code
  WHEN reason = 'fee_differs' THEN concat_ws(' ', 'bangfu settle reconcile --by rate --channel', channel_code,
    '--month', to_char(of_month, 'YYYY-MM'))
  WHEN reason IN ('not_in_bill', 'not_entered', 'missing_in_bill', 'refund_not_entered') AND of_day IS NULL
    THEN concat_ws(' ', 'bangfu settle reconcile --by day --channel', channel_code, '--month',
      to_char(of_month, 'YYYY-MM'))
  WHEN reason = 'not_entered' THEN concat_ws(' ', 'bangfu order enter --channel', channel_code, '--at',
    to_char(of_day, 'YYYY-MM-DD"T12:00"'), '--line CODE:QUANTITY --tender METHOD:AMOUNT')
  WHEN reason = 'refund_not_entered' THEN 'bangfu order refund DOCUMENT'
  WHEN reason = 'missing_in_bill' THEN concat_ws(' ', 'bangfu order list --channel', channel_code, '--day',
    to_char(of_day, 'YYYY-MM-DD'))
  WHEN order_no IS NULL THEN 'bangfu settle reconcile --by order --channel ' || channel_code
  ELSE concat_ws(' ', 'bangfu settle list --order', order_no, '--channel', channel_code) END;
COMMENT ON FUNCTION settled_remedy IS
  'The command that mends what a reason says of an order, of a day, or of several (null), or that shows it; empty '
  'where only time does.';

CREATE OR REPLACE VIEW settled_order AS
SELECT s.channel_id, s.order_no, s.sold IS NOT NULL AS known, coalesce(s.sold, s.line_day) AS day, s.paid, s.refunds,
  s.income + s.refund - s.settled AS fees, s.settled, s.paid - s.refunds - s.income - s.refund AS open,
  CASE WHEN s.flags & 1 <> 0 THEN 'reported_twice'
    WHEN s.flags & 2 <> 0 THEN 'kind_unknown'
    WHEN s.sold IS NULL THEN 'order_unknown'
    WHEN s.paid - s.refunds = s.income + s.refund THEN 'settled'
    WHEN s.line_day IS NULL THEN 'not_settled'
    WHEN -s.refund > s.refunds THEN 'refund_not_imported'
    WHEN -s.refund < s.refunds AND s.income = s.paid THEN 'refund_not_settled'
    ELSE 'amount_differs' END AS reason
FROM (
  SELECT u.channel_id, u.order_no,
    CASE WHEN coalesce(bit_or(u.flags), 0) & 4 <> 0 THEN min(u.corrected_day) ELSE min(u.sold_day) END AS sold,
    min(u.line_day) AS line_day, coalesce(bit_or(u.flags), 0) AS flags, coalesce(sum_fen(u.paid), 0) AS paid,
    coalesce(sum_fen(u.refunds), 0) AS refunds, coalesce(sum_fen(u.income), 0) AS income,
    coalesce(sum_fen(u.refund), 0) AS refund, coalesce(sum_fen(u.settled), 0) AS settled
  FROM (
    SELECT d.channel_id, d.order_no,
      CASE WHEN d.kind = 'sale' AND (d.total > 0 OR d.freight > 0) THEN d.day END AS sold_day,
      NULL::date AS corrected_day, NULL::date AS line_day, NULL::integer AS flags,
      CASE WHEN d.side = 'sale' THEN fen(d.total + d.freight) END AS paid,
      CASE WHEN d.side = 'refund' THEN -fen(d.total + d.freight) END AS refunds,
      NULL::bigint AS income, NULL::bigint AS refund, NULL::bigint AS settled
    FROM document d
    WHERE d.file_id IS NOT NULL AND d.order_no IS NOT NULL
    UNION ALL
    -- Orders whose sale was said otherwise: their day is that of the money that is left.
    SELECT m.channel_id, m.order_no, NULL, min(m.day) FILTER (WHERE m.money > 0), NULL, 4, NULL, NULL, NULL, NULL, NULL
    FROM (
      SELECT e.channel_id, e.order_no, e.day, sum(e.total + e.freight) AS money
      FROM document e
      WHERE e.side = 'sale' AND (e.channel_id, e.order_no) IN (
        SELECT k.channel_id, k.order_no FROM document k
        WHERE k.kind = 'correction' AND k.side = 'sale' AND k.file_id IS NOT NULL)
      GROUP BY e.channel_id, e.order_no, e.day
    ) m
    GROUP BY m.channel_id, m.order_no
    UNION ALL
    SELECT t.channel_id, t.order_no, NULL, NULL, t.day,
      CASE WHEN t.differs THEN 1 ELSE 0 END | CASE WHEN t.unknown <> 0 THEN 2 ELSE 0 END, NULL, NULL,
      fen(t.income), CASE WHEN t.refund <> 0 THEN fen(t.refund) END, fen(t.amount - t.moved)
    FROM settled_line t
    WHERE t.order_no <> ''
  ) u
  GROUP BY u.channel_id, u.order_no
) s;
COMMENT ON VIEW settled_order IS
  'Each order with all that was ever refunded and settled of it, in fen: paid - refunds - fees = settled + open. Its '
  'day is that of its sale; of one that nobody knows, that of its first settlement line. The reason says why it is '
  'open: reported_twice, kind_unknown, order_unknown, not_settled, refund_not_imported, refund_not_settled, '
  'amount_differs; else settled.';

CREATE OR REPLACE FUNCTION settled_orders(channel_code text, of_month date)
RETURNS TABLE (order_no text, day date, paid numeric, refunds numeric, fees numeric, settled numeric, open numeric,
  reason text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '192MB' AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
BEGIN
  RETURN QUERY
  SELECT o.order_no, o.day, yuan(o.paid), yuan(o.refunds), yuan(o.fees), yuan(o.settled), yuan(o.open),
    CASE WHEN o.reason = 'settled' AND o.order_no IN (
        SELECT r.order_no FROM settled_rates(channel_code, of_month) r WHERE r.differs) THEN 'fee_differs'
      ELSE o.reason END
  FROM settled_order o
  WHERE o.channel_id = via.channel_id AND o.day >= of_month AND o.day < until
    AND (o.known OR via.platform IS NOT NULL);
END $$;
COMMENT ON FUNCTION settled_orders IS
  'The orders of a channel that were sold in a month, with all that was ever refunded and settled of them, in yuan; '
  'and those that nobody knows, in the month of their first settlement line. So each order is in one month, and each '
  'line of an order too: paid - refunds - fees = settled + open. The reason is that of settled_order; of one that is '
  'settled it may be fee_differs (settled_rates). What is sold at tills is in settled_days.';

CREATE OR REPLACE FUNCTION settled_sums(channel bigint, of_month date, with_unknown boolean) RETURNS TABLE (
  reason text, orders bigint, paid numeric, refunds numeric, fees numeric, settled numeric, open numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '128MB' SET enable_sort = off
SET enable_parallel_hash = off SET parallel_setup_cost = 50000 SET parallel_tuple_cost = 1 AS $$
#variable_conflict use_column
DECLARE
  until date := of_month + interval '1 month';
BEGIN
  RETURN QUERY
  SELECT o.reason, count(*), sum(o.paid), sum(o.refunds), sum(o.fees), sum(o.settled), sum(o.open)
  FROM settled_order o
  WHERE o.channel_id = channel AND o.day >= of_month AND o.day < until AND (o.known OR with_unknown)
    AND hashtext(o.order_no) >= 0
  GROUP BY o.reason
  UNION ALL
  SELECT o.reason, count(*), sum(o.paid), sum(o.refunds), sum(o.fees), sum(o.settled), sum(o.open)
  FROM settled_order o
  WHERE o.channel_id = channel AND o.day >= of_month AND o.day < until AND (o.known OR with_unknown)
    AND hashtext(o.order_no) < 0
  GROUP BY o.reason;
END $$;
COMMENT ON FUNCTION settled_sums IS
  'The orders of a channel and month by why they are open, in fen, in two halves, which two processes add up beside '
  'each other where there are many. Its settings keep all other work in one process and all sums in memory.';

CREATE OR REPLACE FUNCTION settled_reasons(channel_code text, of_month date)
RETURNS TABLE (is_total boolean, reason text, orders bigint, paid numeric, refunds numeric, fees numeric,
  settled numeric, open numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '192MB' AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
  rated boolean := EXISTS (SELECT FROM fee_rate_standing r WHERE r.channel_id = via.channel_id);
BEGIN
  RETURN QUERY
  WITH reasons AS MATERIALIZED (
    SELECT s.reason, s.orders, s.paid * 0.01 AS paid, s.refunds * 0.01 AS refunds, s.fees * 0.01 AS fees,
      s.settled * 0.01 AS settled, s.open * 0.01 AS open
    FROM settled_sums(via.channel_id, of_month, via.platform IS NOT NULL) s
    UNION ALL
    SELECT m.reason, m.sign * f.orders, m.sign * f.paid, m.sign * f.refunds, m.sign * f.fees, m.sign * f.settled, 0.00
    FROM (
      SELECT count(*) AS orders, sum(o.paid) AS paid, sum(o.refunds) AS refunds, sum(o.fees) AS fees,
        sum(o.settled) AS settled
      FROM settled_orders(channel_code, of_month) o
      WHERE rated AND o.reason = 'fee_differs'
    ) f
    CROSS JOIN (VALUES ('fee_differs', 1), ('settled', -1)) AS m(reason, sign)
    WHERE f.orders > 0
    UNION ALL
    SELECT 'no_order', count(*), 0.00, 0.00, sum(t.income + t.refund - t.amount + t.moved), sum(t.amount - t.moved),
      -sum(t.income + t.refund)
    FROM settled_line t
    WHERE t.channel_id = via.channel_id AND via.platform IS NOT NULL AND t.order_no = '' AND t.day >= of_month
      AND t.day < until
    HAVING count(*) > 0
    UNION ALL
    SELECT d.reason, sum(d.orders)::bigint, sum(d.paid), sum(d.refunds), sum(d.fees), sum(d.settled), sum(d.open)
    FROM settled_days(channel_code, of_month) d
    GROUP BY d.reason
  )
  SELECT r.*
  FROM (
    SELECT false AS is_total, s.reason, sum(s.orders)::bigint, sum(s.paid), sum(s.refunds), sum(s.fees),
      sum(s.settled), sum(s.open)
    FROM reasons s
    GROUP BY s.reason
    HAVING s.reason <> 'settled' OR (sum(s.orders), sum(s.paid), sum(s.settled)) <> (0, 0, 0)
    UNION ALL
    SELECT true, '', coalesce(sum(s.orders), 0)::bigint, coalesce(sum(s.paid), 0.00), coalesce(sum(s.refunds), 0.00),
      coalesce(sum(s.fees), 0.00), coalesce(sum(s.settled), 0.00), coalesce(sum(s.open), 0.00)
    FROM reasons s
  ) r
  ORDER BY r.is_total, r.reason <> 'settled', r.reason;
END $$;
COMMENT ON FUNCTION settled_reasons IS
  'The orders of a month by why they are open, lines of the month that are of no order, and what tills took by day; '
  'the last row is the total. Money of the shop''s own that moved is in none of it.';
