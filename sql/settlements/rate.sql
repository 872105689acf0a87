-- Fees that were agreed (约定费率): of a channel, by kind, maybe of one streamer, each from its day until the next.

CREATE OR REPLACE VIEW fee_rate_standing AS
SELECT r.posting_id AS rate_no, r.channel_id, r.kind, r.host, r.from_day,
  coalesce(lead(r.from_day) OVER (PARTITION BY r.channel_id, r.kind, r.host ORDER BY r.from_day) - 1, '2099-12-31')
    AS to_day, r.rate, r.kept, r.source
FROM (
  SELECT DISTINCT ON (f.channel_id, f.kind, f.host, f.from_day) f.*
  FROM fee_rate f
  WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = f.posting_id)
  ORDER BY f.channel_id, f.kind, f.host, f.from_day, f.posting_id DESC
) r;
COMMENT ON VIEW fee_rate_standing IS
  'The rates that hold of each kind of fee, from a day to a day; of two of one day the newer. What was undone holds on '
  'no day.';

CREATE OR REPLACE FUNCTION set_fee_rate(
  channel_code text, of_kind text, of_host text, first_day date, percent numeric, is_kept boolean, said_by text,
  because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  via   channel := settled_channel(channel_code);
  batch bigint;
BEGIN
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO fee_rate (posting_id, channel_id, kind, host, from_day, rate, kept, source)
  VALUES (batch, via.channel_id, of_kind, trimmed(of_host), first_day, percent, is_kept, trimmed(said_by));
  RETURN batch;
END $$;
COMMENT ON FUNCTION set_fee_rate IS
  'Keeps the rate of a fee from a day on, until another begins; returns the act''s number.';

CREATE OR REPLACE FUNCTION undo_fee_rate(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  IF NOT EXISTS (SELECT FROM fee_rate f WHERE f.posting_id = wanted) THEN
    PERFORM refuse('fee_rate_unknown', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  RETURN (SELECT b.batch FROM begin_move(by_operator, by_command, because, happened_at, wanted) b);
END $$;
COMMENT ON FUNCTION undo_fee_rate IS
  'Undoes a rate, by its number: what held before holds again. Returns the act''s number. Raises fee_rate_unknown, '
  'undone_already.';

CREATE OR REPLACE FUNCTION settled_rates(channel_code text, of_month date) RETURNS TABLE (
  order_no text, day date, kind text, host text, base numeric, rate_no bigint, rate numeric, source text,
  expected numeric, amount numeric, lines bigint, differs boolean)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET work_mem = '192MB' AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
BEGIN
  IF NOT EXISTS (SELECT FROM fee_rate_standing r WHERE r.channel_id = via.channel_id) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH orders AS MATERIALIZED (
    SELECT o.order_no, o.day
    FROM settled_order o
    WHERE o.channel_id = via.channel_id AND o.day >= of_month AND o.day < until AND via.platform IS NOT NULL
  ), lines AS MATERIALIZED (
    SELECT coalesce(o.order_no, '') AS order_no, coalesce(o.day, t.day) AS day,
      CASE WHEN n.host <> '' THEN n.host ELSE max(n.host) OVER (PARTITION BY t.order_no) END AS host,
      n.sale + n.subsidy + n.refund AS base, n.service_fee, n.commission, n.agent_fee, n.promotion_fee, n.insurance,
      n.payment_fee, n.other_fee
    FROM settled_line t
    JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    LEFT JOIN orders o ON o.order_no = t.order_no
    WHERE t.channel_id = via.channel_id
      AND (o.order_no IS NOT NULL OR via.platform IS NULL AND t.day >= of_month AND t.day < until)
  ), kinds AS MATERIALIZED (
    SELECT DISTINCT r.kind FROM fee_rate_standing r WHERE r.channel_id = via.channel_id
  ), fees AS MATERIALIZED (
    SELECT f.order_no, f.day, f.kind, f.host, sum(f.base) AS base, sum(greatest(f.base, 0)) AS earned,
      greatest(count(*) FILTER (WHERE f.base <> 0), 1) AS parts, count(*) FILTER (WHERE f.fee <> 0) AS lines,
      sum(f.fee) AS amount
    FROM (
      SELECT l.order_no, l.day, k.kind, l.host, l.base,
        CASE WHEN k.kind = 'service-fee' THEN l.service_fee WHEN k.kind = 'commission' THEN l.commission
          WHEN k.kind = 'agent-fee' THEN l.agent_fee WHEN k.kind = 'promotion-fee' THEN l.promotion_fee
          WHEN k.kind = 'insurance' THEN l.insurance WHEN k.kind = 'payment-fee' THEN l.payment_fee
          ELSE l.other_fee END AS fee
      FROM lines l CROSS JOIN kinds k
    ) f
    GROUP BY f.order_no, f.day, f.kind, f.host
  ), rated AS (
    SELECT f.*, coalesce(h.rate_no, g.rate_no) AS rate_no, coalesce(h.rate, g.rate) AS rate,
      coalesce(h.source, g.source) AS source,
      -round(CASE WHEN coalesce(h.kept, g.kept) THEN f.earned ELSE f.base END * coalesce(h.rate, g.rate) / 100, 2)
        AS expected
    FROM fees f
    LEFT JOIN fee_rate_standing h ON h.channel_id = via.channel_id AND h.kind = f.kind AND h.host = f.host
      AND h.host <> '' AND f.day BETWEEN h.from_day AND h.to_day
    LEFT JOIN fee_rate_standing g ON g.channel_id = via.channel_id AND g.kind = f.kind AND g.host = ''
      AND f.day BETWEEN g.from_day AND g.to_day
    WHERE f.amount <> 0 OR f.base <> 0 AND (f.kind IN ('service-fee', 'payment-fee')
      OR f.kind = 'commission' AND f.host <> '')
  )
  SELECT r.order_no, r.day, r.kind, r.host, r.base, r.rate_no, r.rate, r.source, r.expected, r.amount, r.lines,
    abs(r.amount - r.expected) > 0.01 * r.parts
  FROM rated r
  WHERE r.rate_no IS NOT NULL;
END $$;
COMMENT ON FUNCTION settled_rates IS
  'The fees of a month''s orders that a rate is agreed of, by order and streamer, with the rate of the day that the '
  'order was sold on (of the settlement''s, where nobody knows the order; at a till by the day of the bill): what is '
  'expected is the rate of what buyers paid and subsidies, less what went back, where the rate says that its fee goes '
  'back, too. It differs where it is more than a fen a settlement line off. A service or payment fee is expected of '
  'all, a commission where there is a streamer, others where they were withheld.';
